"""Whether a sentence puts a level inside a range that it lies outside of, or the other way: "it is outside the band"."""

from __future__ import annotations

import re
from typing import Final

from assistant.guards.facts.naming import meant
from assistant.guards.facts.reading import Reading, Word
from assistant.guards.facts.things import Facts, Thing

_SIDE: Final = re.compile(
    r"\b(?:is|was|trades|lies|lay|sits|sat|stands|stood|falls|fell|lands|landed|settles|settled|stays|stayed|ends|ended)\b"
    r"(?: (?:already|now|still|well|just|right|comfortably|clearly|far)){0,2} (?:(?P<inside>inside|within)|"
    r"(?P<outside>outside(?: of)?|out of|beyond))\s(?:the|your|its|that|this)\s(?:\w+\s){0,2}?(?:band|range|zone|"
    r"corridor|window|bracket|"
    r"interval)\b",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(
    r"\b(?:not|no|never|neither|nor|chance|odds|probab\w+|likel\w+|paths?|if|would|when)\b|n['’]t\b", re.IGNORECASE
)
_TOWARDS: Final = re.compile(
    r"\b(?:needs?|ha(?:s|ve)|must|would have)\b (?:to )?(?:(?P<up>rise|climb|gain|rally|go up|move up|come up|go higher)|"
    r"(?P<down>fall|drop|decline|slide|go down|move down|come down|go lower))\b[^.;]{0,30}\b(?:to|before|for)\b[^.;]{0,30}"
    r"\b(?:in|into|inside|within|reach|enter|hit)\b (?:the|your|its|that) (?:\w+ )?(?:zone|range|band)\b",
    re.IGNORECASE,
)
_NEAR: Final = 1e-9


def wrong_within(reading: Reading, facts: Facts) -> str:
    """What is wrong with what a sentence puts inside or outside of a range, in plain words; "" where nothing is."""
    ranges = [t for t in facts.things if t.ends is not None]
    if not ranges:
        return ""
    if fault := _towards(reading.text, ranges, facts):
        return fault
    for clause in reading.clauses:
        m = _SIDE.search(clause.text)
        if m is None or _DENIED.search(clause.text):
            continue
        for level in _levels(clause.between(clause.start, clause.start + m.start()), facts):
            inside = any(r.ends is not None and r.ends[0] - _NEAR <= level.value <= r.ends[1] + _NEAR for r in ranges)
            if inside != bool(m["inside"]):
                return f"{level.name} lies {'inside' if inside else 'outside'}"
    return ""


def _towards(text: str, ranges: list[Thing], facts: Facts) -> str:
    """Whether a price is said to have yet to fall into a range that it lies below, or the other way."""
    m = _TOWARDS.search(text)
    at = next((t.value for t in facts.things if "forward" in t.heads), None)
    if m is None or at is None or len(ranges) != 1 or _DENIED.search(text[: m.start()]):
        return ""
    low, high = ranges[0].ends or (at, at)
    if (m["up"] and at < low) or (m["down"] and at > high):
        return ""
    return "the range lies elsewhere"


def _levels(words: list[Word], facts: Facts) -> list[Thing]:
    found = meant(words, facts)
    things = [t for t in found.things if t.kind == "level" and t.ends is None] if found else []
    return things if len(things) == 1 else []
