"""Whether a sentence turns what is likely: "most probably inside" where the chance of that is one in ten."""

from __future__ import annotations

import re
from typing import Final

from assistant.guards.facts.reading import Reading
from assistant.guards.facts.things import Facts
from assistant.guards.numeral import Numeral
from assistant.guards.numerals import numerals

_LIKELY: Final = re.compile(
    r"\b(?:(?P<un>unlikely|improbable|less likely than not|a long shot|worse than (?:even|evens)|odds[- ]against|"
    r"more likely (?:not|to miss)|probably (?:not|won['’]t))|"
    r"(?P<likely>more likely than not|(?:most|very|quite) (?:probably|likely)|"
    r"probably|in all likelihood|better than (?:even|evens)|"
    r"odds[- ]on|(?:the )?odds favou?r|chances are|a (?:clear )?favou?rite|more often than not))\b",
    re.IGNORECASE,
)
_REGIONS: Final = {
    "inside": re.compile(
        r"\b(?:inside|within|in (?:the|your|that|this) (?:band|range|zone)|the (?:band|range|zone) is)\b", re.IGNORECASE
    ),
    "outside": re.compile(
        r"\b(?:outside|out of (?:the|your|that) (?:band|range|zone)|miss(?:es)? (?:it|the|your))\b", re.IGNORECASE
    ),
    "in_profit": re.compile(
        r"\b(?:in (?:profit|the black)|at a profit|profitabl\w+|favou?r a (?:profit|gain))\b", re.IGNORECASE
    ),
    "at_loss": re.compile(r"\b(?:in the red|at a loss)\b", re.IGNORECASE),
}
_OPEN: Final = re.compile(
    r"\b(?:than (?!not|even)|if|would|not|no|never|least|or)\b|n['’]t\b|\b(?:above|below|over|under|beyond)\b", re.IGNORECASE
)
_EVEN: Final = 0.5
_BEYOND: Final = re.compile(
    r"\b(?:(?P<above>above|over|beyond|past|higher than|exceed\w*)|(?P<below>below|under|beneath|lower than|short of))\s$",
    re.IGNORECASE,
)
_WITHIN: Final = re.compile(
    r"\b(?:(?P<inside>inside|within|between|in (?:the|your|that|this) (?:band|range|zone|window))|"
    r"(?P<outside>outside|(?:stay|end|finish|land|settl)\w* out(?:side)? of|miss(?:es|ing)? (?:it|the|your)))\b",
    re.IGNORECASE,
)
_OVER: Final = re.compile(
    r"\s(?:over|rather than) (?:an?|one|the) \w+ing\b|\s(?:over|rather than) (?:an?|one|the) (?:finish|settlement|"
    r"print|loss|profit)\b"
)
_TOLD: Final = re.compile(r"\b(?:chances?|probabilit\w+|odds|likelihood|likely)\b", re.IGNORECASE)
_DENIED: Final = re.compile(
    r"\b(?:not|no|never|nor|neither|than|against|sum|add|and|or|if|would|minus|less)\b|n['’]t\b", re.IGNORECASE
)


def wrong_likelihood(reading: Reading, facts: Facts) -> str:
    """What is wrong with what a sentence calls likely, in plain words; "" where nothing is."""
    chances = {head: t.value for t in facts.things if t.kind == "odds" and "named" not in t.marks for head in t.heads}
    if not chances:
        return ""
    for part in re.split(r"[;:,.](?=\s|$)", reading.text):
        if fault := _misplaced(part, facts):
            return fault
    for clause in (_OVER.split(c)[0] for c in reading.text.split(";")):
        m = _LIKELY.search(clause)
        said = [head for head, words in _REGIONS.items() if head in chances and words.search(clause)]
        if m is None or len(said) != 1 or _OPEN.search(clause[: m.start()] + clause[m.end() :]):
            continue
        chance = chances[said[0]]
        if chance != _EVEN and (chance > _EVEN) != (m["likely"] is not None):
            return f"the chance of that is {chance:.0%}"
    return ""


def _misplaced(part: str, facts: Facts) -> str:
    """Whether a chance is given to a region that has another, or a region called likely that is not."""
    found = numerals(part)
    clean = part
    for n in reversed(found):
        clean = clean[: n.start] + clean[n.end :]
    if _DENIED.search(_LIKELY.sub(" ", clean)):
        return ""
    regions: list[tuple[str, Numeral | None]] = [
        ("overshoot" if m["above"] else "undershoot", n) for n in found if (m := _BEYOND.search(part, 0, n.start))
    ]
    regions += [(str(m.lastgroup), None) for m in _WITHIN.finditer(part)]
    odds = [t for t in facts.things if t.kind == "odds" and "even" not in t.heads]
    if len(regions) != 1:
        return ""
    head, level = regions[0]
    fit = [t for t in odds if head in t.heads and (level is None or t.named_by(level))]
    if len(fit) != 1:
        return ""
    likely = _LIKELY.search(part)
    if likely is not None and level is not None and (fit[0].value > _EVEN) != (likely["likely"] is not None):
        return f"the chance of that is {fit[0].value:.0%}"
    shares = [n for n in found if n.unit == "share" and n is not level]
    if len(shares) != 1 or _TOLD.search(part) is None or fit[0].is_figure(shares[0]):
        return ""
    return f"{fit[0].name} is {fit[0].value:.1%}" if any(t.is_figure(shares[0]) for t in odds) else ""
