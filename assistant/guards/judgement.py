"""What a sentence does, judged by all its words together: whether it advises, and whether it states a fact of its own.

Rules of grammar name what they know; they miss what is said in another way, and stop what only looks alike. This judgement
(see `judging`) is fitted to sentences of several authors. It decides where it is sure; elsewhere the rules do.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from assistant.guards.support import stems
from assistant.judging import Judgement, Pieces, pieces, pooled, runs
from knowledge.embedding import packaged

HEADS: Final = ("advises", "states")


@dataclass(frozen=True)
class Judged:
    """Log odds of what one sentence does.

    Attributes:
        advises: that it tells somebody to trade, judges a trade or foretells.
        states: that it states a fact which neither the tools nor the user gave; of a sentence without a citation.
    """

    advises: float
    states: float


UNDECIDED: Final = Judged(0.0, 0.0)
"""Of a sentence of which nothing can be said: one without a word that carries meaning."""


def judge(sentence: str, known: Collection[str]) -> Judged:
    """Judge one sentence without marks; `known`: stems of the words of the evidence."""
    words = read(sentence, known)
    return Judged(*map(float, _weights().odds(runs(words), pooled(words, packaged()))))


def read(sentence: str, known: Collection[str]) -> Pieces:
    """Each word, figure and mark of the sentence, and what it is beside the evidence: itself, "=" in it, "?" beyond it."""

    def beside(word: str) -> str:
        told = _stems(word)
        return word if not told else "=" if all(s in known for s in told) else "?"

    return pieces(sentence, beside)


@lru_cache(maxsize=8192)
def _stems(word: str) -> tuple[str, ...]:
    return tuple(stems(word))


@cache
def _weights() -> Judgement:
    return Judgement.kept("assistant.guards", "judgement.npz")
