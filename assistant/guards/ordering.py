"""Whether a sentence puts two things in the other order than its claim: "X before Y" for "Y before X", "prefers Y to X".

Both are read as pairs around a word that orders: what comes first, is taken, is the greater, stands left of it, and the other
right of it; "after" and "less than" are read the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from assistant.guards.roles import things

_WORDS: Final = re.compile(
    r"\b(?:(?P<order>(?:comes? |came )?(?:before|ahead of|prior to)|(?P<order_>after|following(?! the order)))|"
    r"(?P<choice>(?:over|rather than|instead of|in preference to)(?! \d))|"
    r"(?P<times>(?:is|are|was) (?:usually |often |mostly |about )?(?:many|several|ten|a multiple|some) times(?: of)?|"
    r"(?P<times_>(?:is|are|was) (?:only |just |usually |often )?a (?:small |tiny )?fraction of)))\s",
    re.IGNORECASE,
)
_PREFERS: Final = re.compile(
    r"\b(?:prefers?|favou?rs?|chooses?|picks?) (?P<one>[^,;:.]{3,60}?) (?:to|over|rather than|instead of) "
    r"(?P<other>[^,;:.]{3,60})",
    re.IGNORECASE,
)
_PASSES: Final = re.compile(
    r"\b(?:pass(?:es)? over|avoids?|shuns?) (?P<other>[^,;:.]{3,60}?)(?: (?:because|as|since|for)[^,;:.]{0,80})? (?:and|,) ?"
    r"(?:takes?|uses?|prefers?|buys?) (?P<one>[^,;:.]{3,60})",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(
    r"[,;:.](?=\s|$)|\s(?:and|but|while|whereas|because|since|so|which|if|when|as|although)\s|\s[–—]\s", re.IGNORECASE
)
_DENIED: Final = re.compile(r"\b(?:not|never|no|neither|nor)\b|n['’]t\b", re.IGNORECASE)
_FAR: Final = 90  # characters to either side


class _Pair(NamedTuple):
    """What comes first, and what comes second, by the kind of order."""

    kind: str
    first: frozenset[str]
    second: frozenset[str]


def reorders(sentence: str, claims: Sequence[str]) -> bool:
    """Whether the sentence has two things of the claims in the other order, and none in theirs."""
    said = _pairs(sentence)
    known = [pair for claim in claims for pair in _pairs(claim)] if said else []
    return any(_turned(mine, known) for mine in said)


def _turned(mine: _Pair, known: Sequence[_Pair]) -> bool:
    of_a_kind = [pair for pair in known if pair.kind == mine.kind]
    if any(_across(mine.first, mine.second, p.first, p.second) for p in of_a_kind):
        return False
    return any(_across(mine.first, mine.second, p.second, p.first) for p in of_a_kind)


def _across(first: frozenset[str], second: frozenset[str], one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the first has words that the one alone has, and the second words that the other alone has."""
    return (
        bool(first & (one - other)) and bool(second & (other - one)) and not (first & (other - one)) & (second & (one - other))
    )


@lru_cache(maxsize=4096)
def _pairs(text: str) -> tuple[_Pair, ...]:
    return tuple(p for p in _found(text) if p.first and p.second)


def _found(text: str) -> Iterator[_Pair]:
    for pattern in (_PREFERS, _PASSES):
        for m in pattern.finditer(text):
            yield _Pair("choice", frozenset(things(m["one"])), frozenset(things(m["other"])))
    for m in _WORDS.finditer(text):
        left = _ENDS.split(text[max(0, m.start() - _FAR) : m.start()])[-1]
        right = _ENDS.split(text[m.end() : m.end() + _FAR])[0]
        if _DENIED.search(left) or _DENIED.search(right):
            continue
        kind = next(k for k in ("order", "choice", "times") if m[k])
        one, other = frozenset(things(left)), frozenset(things(right))
        inverse = kind != "choice" and m[f"{kind}_"] is not None
        yield _Pair(kind, other, one) if inverse else _Pair(kind, one, other)
