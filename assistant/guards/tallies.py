"""Whether a sentence counts other numbers of a thing than its claims do: "three break-evens" for "two break-evens"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from assistant.understanding.text.number_words import WORDS
from knowledge.lexical import stem
from knowledge.words import norm

_COUNT: Final = re.compile(
    rf"(?<![\w.,$%/–-])(?P<number>\d{{1,2}}|{'|'.join(WORDS)})(?![\w.,%/–]) "
    r"(?:(?!the |an? |of |in |at |on |and |or |to )[a-z-]{2,14} ){0,2}?(?P<thing>[a-z-]{3,20}s)\b",
    re.IGNORECASE,
)


def miscounts(sentence: str, claims: Sequence[str]) -> bool:
    """Whether the sentence gives a thing a number that it has in none of the claims, which count it."""
    known: dict[str, set[int]] = {}
    for claim in claims:
        for thing, number in _tallies(claim):
            known.setdefault(thing, set()).add(number)
    said = _tallies(sentence)
    return any(thing in known and number not in known[thing] for thing, number in said)


@lru_cache(maxsize=4096)
def _tallies(text: str) -> tuple[tuple[str, int], ...]:
    return tuple((stem(norm(m["thing"])), int(WORDS.get(m["number"].lower()) or m["number"])) for m in _COUNT.finditer(text))
