"""Whether a sentence calls a date near an event that is far from one, or the other way."""

from __future__ import annotations

import re
from typing import Final

from assistant.guards.dates import Date
from assistant.guards.facts.reading import Reading
from assistant.guards.facts.things import Facts, Thing

_NEAR: Final = re.compile(
    r"\b(?:(?:is|was|are|lies|falls|counts? as|marked|one of the|among the|sits|stands|it['’]s) "
    r"(?:\w{1,8} ){0,3}(?:(?P<near>near|"
    r"close|inside|within)|"
    r"(?P<far>far|outside|distant))\b)",
    re.IGNORECASE,
)
_CLOSER: Final = re.compile(r"\b(?:(?P<closer>nearer|closer)|(?P<farther>farther|further))\b[^;:]{0,40}\bthan\b", re.IGNORECASE)
_EXTREME: Final = re.compile(
    r"\b(?:is|was|lies|lay|came|falls|fell)(?: \w{1,10}){0,2} (?:(?P<closest>closest|nearest)|(?P<farthest>farthest|"
    r"furthest))\b"
    r"(?! (?:decision|meeting|event|date|fomc|of the (?:decisions|meetings|events)))",
    re.IGNORECASE,
)
_ITS: Final = re.compile(r"\W{0,3}(?:it(?:['’]s)?|this|that|your date|the date)\b", re.IGNORECASE)
_DENIED: Final = re.compile(r"\b(?:not|no|never|neither|nor)\b|n['’]t\b", re.IGNORECASE)
_MOST: Final = re.compile(
    r"\b(?:most|more) (?:of )?(?:the |your )?(?:dates|signals)\b[^;:]{0,30}?\b(?:(?P<near>near|close|inside)|(?P<far>far|"
    r"outside))\b",
    re.IGNORECASE,
)


def wrong_nearness(reading: Reading, facts: Facts) -> str:
    """What is wrong with the nearness that a sentence tells, in plain words; "" where nothing is."""
    own = [t for t in facts.things if t.day is not None and "gap" in t.marks]
    if not own:
        return ""
    text = reading.text
    m = _MOST.search(text)
    near = sum(t.marks["near"] for t in own)
    if m is not None and not _DENIED.search(text) and near * 2 != len(own) and (near * 2 > len(own)) != bool(m["near"]):
        return f"{near:.0f} of {len(own)} dates are near"
    for clause in reading.clauses:
        dates = [_of(w.date, own) for w in clause.words if w.date is not None]
        found = [t for t in dates if t is not None]
        if len(own) == 1 and not dates and _ITS.match(clause.text):
            found = own
        compared = _CLOSER.search(clause.text)
        if compared is not None and len(found) == 2 and not _DENIED.search(clause.text):
            less = abs(found[0].marks["gap"]) < abs(found[1].marks["gap"])
            if abs(found[0].marks["gap"]) != abs(found[1].marks["gap"]) and less != bool(compared["closer"]):
                return f"{found[0].name} is {'nearer' if less else 'farther'}"
        most = _EXTREME.search(clause.text)
        if most is not None and len(found) == 1 and len(own) > 1 and not _DENIED.search(clause.text):
            gaps = [abs(t.marks["gap"]) for t in own]
            if abs(found[0].marks["gap"]) != (min(gaps) if most["closest"] else max(gaps)):
                return f"{found[0].name} is not the {'closest' if most['closest'] else 'farthest'}"
            continue
        said = _NEAR.search(clause.text)
        if said is None or not found or compared is not None or (m is not None):
            continue
        denied = _DENIED.search(clause.text, 0, said.end()) is not None
        if bool(found[0].marks["near"]) == (bool(said["far"]) != denied):
            return f"{found[0].name} is {'near' if found[0].marks['near'] else 'far from'} an event"
    return ""


def _of(day: Date, own: list[Thing]) -> Thing | None:
    return next((t for t in own if t.day is not None and day.within(t.day)), None)
