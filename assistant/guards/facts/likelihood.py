"""Whether a sentence turns what is likely: "most probably inside" where the chance of that is one in ten."""

from __future__ import annotations

import re
from typing import Final

from assistant.guards.facts.reading import Reading
from assistant.guards.facts.things import Facts

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
    "in_profit": re.compile(r"\b(?:in (?:profit|the black)|at a profit|profitabl\w+)\b", re.IGNORECASE),
    "at_loss": re.compile(r"\b(?:in the red|at a loss)\b", re.IGNORECASE),
}
_OPEN: Final = re.compile(
    r"\b(?:than (?!not|even)|if|would|not|no|never|least|or)\b|n['’]t\b|\b(?:above|below|over|under|beyond)\b", re.IGNORECASE
)
_EVEN: Final = 0.5


def wrong_likelihood(reading: Reading, facts: Facts) -> str:
    """What is wrong with what a sentence calls likely, in plain words; "" where nothing is."""
    chances = {head: t.value for t in facts.things if t.kind == "odds" and "named" not in t.marks for head in t.heads}
    if not chances:
        return ""
    for clause in reading.text.split(";"):
        m = _LIKELY.search(clause)
        said = [head for head, words in _REGIONS.items() if head in chances and words.search(clause)]
        if m is None or len(said) != 1 or _OPEN.search(clause[: m.start()] + clause[m.end() :]):
            continue
        chance = chances[said[0]]
        if chance != _EVEN and (chance > _EVEN) != (m["likely"] is not None):
            return f"the chance of that is {chance:.0%}"
    return ""
