"""Whether a sentence takes one thing of a result for another: "18.35 is the slow average" where it is the fast one's."""

from __future__ import annotations

import re
from typing import Final

from assistant.guards.facts.naming import Meant, meant
from assistant.guards.facts.reading import Clause, Reading, Word
from assistant.guards.facts.things import Facts, Thing

_BE: Final = frozenset({"is", "are", "was", "were"})
_THE: Final = re.compile(r"\s(?:the|your|its)\s(?:\w{1,12}\s)?$", re.IGNORECASE)
_ENDS: Final = re.compile(
    r"\b(?P<what>highest|high|peak|maximum|top|lowest|low|trough|minimum|bottom)(?: value| reading| point)?,? (?:came|"
    r"comes|was|is|fell|falls|lies|stands|"
    r"sits|occurred)?\s?(?:right )?(?:at|in) the (?:very )?(?:(?P<start>start|beginning|outset)|(?P<end>end|finish|close))\b"
    r"|\b(?P<what4>highest|lowest|maximum|minimum|peak|trough)(?: value| reading| point)? (?:came|comes|was|is) "
    r"(?:(?P<start4>first)|last)\b"
    r"|\b(?:starts?|began|begins?|opens?|opened) (?:at|on|with) its (?P<what2>high|peak|top|low|bottom|trough|maximum|"
    r"minimum)\b"
    r"|\b(?:ends?|ended|finish\w*|clos\w+) (?:at|on) its (?P<what3>high|peak|top|low|bottom|trough|maximum|minimum)\b",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(r"\b(?:not|never|neither|nor|no|if|would)\b|n['’]t\b", re.IGNORECASE)
_LOW: Final = ("low", "lowest", "trough", "minimum", "bottom")


def wrong_identity(reading: Reading, facts: Facts) -> str:
    """What is wrong with what a sentence calls a thing, in plain words; "" where nothing is."""
    for clause in reading.clauses:
        if clause.has("suppose", "deny"):
            continue
        for n, word in enumerate(clause.words):
            if reading.text[word.start : word.end].lower() in _BE and (fault := _called(reading.text, clause, n, facts)):
                return fault
    return _at_an_end(reading.text, facts)


def _called(text: str, clause: Clause, n: int, facts: Facts) -> str:
    being, behind = clause.words[n], list(clause.words[n + 1 :])
    stop = next((k for k, w in enumerate(behind) if w.tag("and", "comma", "being", "preposition", "than", "over")), len(behind))
    behind = behind[:stop]
    if not behind or any(w.numeral for w in behind) or not _names(text, being, behind):
        return ""
    begin = max((w.end for w in clause.words[:n] if w.tag("and", "comma")), default=clause.start)
    one = meant(clause.between(begin, being.start), facts)
    other = meant(behind, facts)
    if one is None or other is None:
        return ""
    kinds = {t.kind for t in one.things}
    theirs = [t for t in other.things if t.kind in kinds]
    return _differ(one, theirs[0]) if len(theirs) == 1 else ""


def _names(text: str, being: Word, behind: list[Word]) -> bool:
    """Whether a name follows, and no more: "the slow average"."""
    return (
        all(w.tag("head", "mark") for w in behind)
        and behind[-1].tag("head") is not None
        and _THE.fullmatch(text, being.end, behind[0].start) is not None
        and not any(w.tag("most", "degree") and not w.tag("head") for w in behind)
    )


def _differ(one: Meant, other: Thing) -> str:
    mine = [t for t in one.things if t.kind == other.kind]
    if not mine or any(t.value == other.value for t in mine):
        return ""
    return f"{mine[0].name} is not {other.name}"


def _at_an_end(text: str, facts: Facts) -> str:
    """Whether an extreme of a series is put at the wrong end of it."""
    places = {head: t.value for t in facts.things for head in t.heads & {"highest", "lowest"} if t.kind == "bar"}
    m = _ENDS.search(text)
    if m is None or len(places) < 2 or facts.length is None or _DENIED.search(text):
        return ""
    what = (m["what"] or m["what2"] or m["what3"] or m["what4"]).lower()
    head = "lowest" if what in _LOW else "highest"
    at = 1 if m["start"] or m["what2"] or m["start4"] else facts.length
    return f"the {head} came at another place" if abs(places[head] - at) > 1 else ""
