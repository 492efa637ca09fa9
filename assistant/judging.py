"""A linear judgement of a text by all its words together, for what rules of grammar cannot name one by one.

Each run of up to three words has a weight under every head, as it stands and with the words that are known (`=`) or strange
(`?`) in their places, and so has each direction in which the packaged embedding pools the words. The weights are fitted to
texts of several authors (`python -m tests.bench judgement`) and kept beside the module that judges.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding import WordLlamaEmbedding, packaged

Vector: TypeAlias = NDArray[np.float64]
Pieces: TypeAlias = list[tuple[str, str]]
"""Each word, figure and mark of a text, and what stands for it where only its part in the grammar counts."""

LENGTH: Final = 3
"""Words of the longest run."""
SCALE: Final = 6.0
"""A run counts one over this times the root of the number of runs."""
DIRECTIONS: Final = WordLlamaEmbedding.dimension
POOLED: Final = 0.1
"""What a pooled direction counts."""
_PIECE: Final = re.compile(r"[a-zA-Z]+(?:'[a-z]+)?|[$€]?\d(?:[\d.,]*\d)?%?|[?!:;—–,.-]")
_SPOKEN: Final = {"0": "number", "0%": "percent", "$0": "dollars"}


def pieces(text: str, beside: Callable[[str], str]) -> Pieces:
    """The words of `text` in lower case, each with what `beside` makes of it; figures as "0", "0%" and "$0"."""
    found: Pieces = []
    for word in _PIECE.findall(text.replace("’", "'")):
        if word[0].isalpha():
            lower = word.lower()
            found.append((lower, beside(lower)))
        else:
            figure = "$0" if word[0] in "$€" else "0%" if word.endswith("%") else "0" if word[0].isdigit() else word
            found.append((figure, figure))
    return found


def runs(read: Pieces) -> list[str]:
    """The different runs of words, in the order in which they first stand."""
    found: dict[str, None] = {}
    for side, words in enumerate(zip(*read, strict=True)):
        row = ("^", *words, "$")
        for length in range(1, LENGTH + 1):
            for start in range(len(row) - length + 1):
                found[f"{'wd'[side]}:{' '.join(row[start : start + length])}"] = None
    return list(found)


def mean(read: Pieces, embedding: WordLlamaEmbedding) -> Vector:
    """The mean of the words' places in the embedding, shape (256,)."""
    return np.asarray(POOLED * _all_rows(read, embedding).mean(axis=0))


def pooled(read: Pieces, embedding: WordLlamaEmbedding) -> Vector:
    """The words' places in the embedding: their mean, and half of the highest and lowest in each direction, shape (768,)."""
    rows = _all_rows(read, embedding)
    return POOLED * np.concatenate([rows.mean(axis=0), rows.max(axis=0) / 2, rows.min(axis=0) / 2])


def _all_rows(read: Pieces, embedding: WordLlamaEmbedding) -> Vector:
    return np.concatenate([_rows(word, embedding) for word, _ in read] or [np.zeros((1, embedding.dimension))])


@lru_cache(maxsize=8192)
def _rows(word: str, embedding: WordLlamaEmbedding) -> Vector:
    return np.asarray(embedding.tokens(_SPOKEN.get(word, word)), dtype=np.float64)


@dataclass(frozen=True, eq=False)
class Judgement:
    """Weights under several heads.

    Attributes:
        offset: one a head.
        pooled: one a head and direction, shape (heads, 768), or (heads, 256) where the mean alone counts.
        runs: run of words → its row of `weights`.
        weights: one a run and head.
    """

    offset: Vector
    pooled: Vector
    runs: dict[str, int]
    weights: Vector

    @classmethod
    def kept(cls, package: str, name: str) -> Judgement:
        """The weights in a file of a package."""
        told = json.loads(files(package).joinpath(name).read_text("utf-8"))
        return cls(
            offset=np.array(told["offset"]),
            pooled=np.array(told["pooled"]),
            runs={run: row for row, run in enumerate(told["runs"])},
            weights=np.array(list(told["runs"].values())) / told["unit"],
        )

    def odds(self, read: Pieces) -> Vector:
        """Log odds of each head."""
        found = runs(read)
        total = self.offset + (
            self._of_mean(read) if self.pooled.shape[1] == DIRECTIONS else self.pooled @ pooled(read, packaged())
        )
        rows = [self.runs[run] for run in found if run in self.runs]
        share = 1.0 / (SCALE * max(len(found), 1) ** 0.5)
        return np.asarray(total + share * np.add.reduce(self.weights[rows], axis=0) if rows else total)

    def _of_mean(self, read: Pieces) -> Vector:
        """What the mean of the words counts: a sum over words, so that each is weighed once."""
        told = [_word(self, word) for word, _ in read]
        count = sum(tokens for _, tokens in told)
        return np.add.reduce([weight for weight, _ in told], axis=0) / count if count else np.zeros(len(self.offset))


@lru_cache(maxsize=8192)
def _word(judgement: Judgement, word: str) -> tuple[Vector, int]:
    """The sum of what a word's tokens weigh under each head, and how many they are."""
    rows = _rows(word, packaged())
    return POOLED * (judgement.pooled @ rows.sum(axis=0)), len(rows)
