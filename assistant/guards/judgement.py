"""What a sentence does, judged by all its words together: whether it advises, and whether it states a fact of its own.

Rules of grammar name what they know; they miss what is said in another way, and stop what only looks alike. This judgement is
a linear one, fitted to sentences of several authors (`python -m tests.bench judgement` fits it again): each run of up to three
words has a weight, as it stands and with the words that the evidence has (`=`) or lacks (`?`) in their places, and so has each
direction in which the packaged embedding pools the words. It decides where it is sure; elsewhere the rules do.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from assistant.guards.support import stems
from knowledge.embedding import WordLlamaEmbedding, packaged

Vector: TypeAlias = NDArray[np.float64]

HEADS: Final = ("advises", "states")
LENGTH: Final = 3
"""Words of the longest run."""
SCALE: Final = 6.0
"""A run counts one over this times the root of the number of runs."""
POOLED: Final = 0.1
"""What a pooled direction counts."""
_PIECE: Final = re.compile(r"[a-zA-Z]+(?:'[a-z]+)?|[$€]?\d(?:[\d.,]*\d)?%?|[?!:;—–,.-]")
_SPOKEN: Final = {"0": "number", "0%": "percent", "$0": "dollars"}


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
    weights = _weights()
    pieces = read(sentence, known)
    found = runs(pieces)
    share = 1.0 / (SCALE * max(len(found), 1) ** 0.5)
    total = weights.offset + weights.pooled @ pooled(pieces, packaged())
    told = [weights.runs[run] for run in found if run in weights.runs]
    if told:
        total = total + share * np.sum(told, axis=0)
    return Judged(*map(float, total))


def read(sentence: str, known: Collection[str]) -> list[tuple[str, str]]:
    """Each word, figure and mark of the sentence, and what it is beside the evidence: itself, "=" in it, "?" beyond it."""
    return list(_read(sentence, known))


def runs(pieces: list[tuple[str, str]]) -> list[str]:
    """The different runs of words, in the order in which they first stand."""
    found: dict[str, None] = {}
    for side, words in enumerate(zip(*pieces, strict=True)):
        row = ("^", *words, "$")
        for length in range(1, LENGTH + 1):
            for start in range(len(row) - length + 1):
                found[f"{'wd'[side]}:{' '.join(row[start : start + length])}"] = None
    return list(found)


def pooled(pieces: list[tuple[str, str]], embedding: WordLlamaEmbedding) -> Vector:
    """The words' places in the embedding: their mean, and half of the highest and lowest in each direction, shape (768,)."""
    told = [_rows(_SPOKEN.get(word, word), embedding) for word, _ in pieces]
    rows = np.concatenate(told or [np.zeros((1, embedding.dimension))])
    return POOLED * np.concatenate([rows.mean(axis=0), rows.max(axis=0) / 2, rows.min(axis=0) / 2])


def _read(sentence: str, known: Collection[str]) -> Iterator[tuple[str, str]]:
    for word in _PIECE.findall(sentence.replace("’", "'")):
        if word[0].isalpha():
            told = _stems(word)
            beside = word.lower() if not told else "=" if all(s in known for s in told) else "?"
            yield word.lower(), beside
        elif word[0].isdigit() or word[0] in "$€":
            figure = "$0" if word[0] in "$€" else "0%" if word.endswith("%") else "0"
            yield figure, figure
        else:
            yield word, word


@lru_cache(maxsize=8192)
def _stems(word: str) -> tuple[str, ...]:
    return tuple(stems(word))


@lru_cache(maxsize=8192)
def _rows(word: str, embedding: WordLlamaEmbedding) -> Vector:
    return np.asarray(embedding.tokens(word), dtype=np.float64)


@dataclass(frozen=True)
class _Weights:
    offset: Vector
    pooled: NDArray[np.float64]
    runs: dict[str, Vector]


@cache
def _weights() -> _Weights:
    told = json.loads(files("assistant.guards").joinpath("judgement.json").read_text("utf-8"))
    return _Weights(
        offset=np.array(told["offset"]),
        pooled=np.array(told["pooled"]),
        runs={run: np.array(both) / told["unit"] for run, both in told["runs"].items()},
    )
