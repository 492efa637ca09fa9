"""Whether a sentence gives the larger part of a whole to what has the smaller: "most of the budget is idle" where little is."""

from __future__ import annotations

import re
from typing import Final

from assistant.guards.facts.reading import Reading
from assistant.guards.facts.things import Facts

_PART: Final = re.compile(
    r"\b(?:(?P<more>(?:well |far |a little |slightly )?(?:more|over) than half|over half|most|(?:the )?(?:larger|"
    r"bigger|greater|lion['’]s) "
    r"(?:part|half|share)|(?:the )?bulk|(?:the |a )?majority)|"
    r"(?P<less>(?:less|fewer) than half|under half|(?:the )?(?:smaller|lesser) (?:part|half|share)|(?:a |the )?minority))"
    r" of (?:it|the|your|its|this|that|what)\b",
    re.IGNORECASE,
)
_SPENT: Final = re.compile(
    r"\b(?:spent|at work|deployed|used|committed|invested|in place|in use|bought|put on|out|put to work|gone|on)\b",
    re.IGNORECASE,
)
_LEFT: Final = re.compile(
    r"\b(?:left|idle|unspent|unused|free|remain\w*|held back|dry|missing|outstanding|to come|in reserve|untouched|uncommitted|"
    r"in hand)\b",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(r"\b(?:not|no|never|if|would|could|until|before|first|when)\b|n['’]t\b", re.IGNORECASE)
_EVEN: Final = 0.5


def wrong_half(reading: Reading, facts: Facts) -> str:
    """What is wrong with the part of a whole that a sentence tells, in plain words; "" where nothing is."""
    m = _PART.search(reading.text)
    spent = _spent(facts) if m is not None else None
    if m is None or spent is None or _OPEN.search(reading.text):
        return ""
    clause = next((c.text for c in reading.clauses if c.start <= m.start() < c.end), "")
    left, used = _LEFT.search(clause) is not None, _SPENT.search(_LEFT.sub(" ", clause)) is not None
    if left == used:
        return ""
    share = spent if used else 1.0 - spent
    if share == _EVEN or (share > _EVEN) == bool(m["more"]):
        return ""
    return f"{share:.0%} of it is {'left' if left else 'used'}"


def _spent(facts: Facts) -> float | None:
    """The share of the whole that is spent, or on; None where that is not told."""
    shares = [t for t in facts.things if t.kind == "share" and t.heads & {"spent", "share"}]
    last = [t for t in shares if "spent" in t.heads] or [t for t in shares if t.marks.get("rank") == -1]
    return last[-1].value if last else None
