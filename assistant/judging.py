"""A linear judgement of a text by all its words together, for what rules of grammar cannot name one by one.

Each run of up to three words has a weight under every head, as it stands and with what stands for the words in their places,
and so has each direction of the packaged embedding. The weights are fitted to texts of several authors (see
`tests/bench/fitting.py`) and kept beside the module that judges.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding import WordLlamaEmbedding

Vector: TypeAlias = NDArray[np.float64]
Pieces: TypeAlias = list[tuple[str, str]]
"""Each word, figure and mark of a text, and what stands for it where only its part in the grammar counts."""

LENGTH: Final = 3
"""Words of the longest run."""
SCALE: Final = 6.0
"""A run counts one over this times the root of the number of runs."""
UNIT: Final = 1000
"""Weights are kept to one over this."""
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
        heads: what is judged.
        offset: one a head.
        pooled: one a head and direction of the embedding.
        runs: run of words → its row of `weights`.
        weights: one a run and head.
    """

    heads: tuple[str, ...]
    offset: Vector
    pooled: Vector
    runs: dict[str, int]
    weights: Vector

    @cached_property
    def columns(self) -> dict[str, int]:
        """Head → its column."""
        return {head: n for n, head in enumerate(self.heads)}

    @classmethod
    def kept(cls, package: str, name: str) -> Judgement:
        """The weights in a file of a package."""
        with files(package).joinpath(name).open("rb") as file, np.load(file, allow_pickle=False) as told:
            return cls.of_arrays(told)

    @classmethod
    def of_arrays(cls, told: Mapping[str, NDArray[Any]]) -> Judgement:
        """The weights as `arrays` gives them."""
        heads, runs = (bytes(told[name]).decode().split("\n") for name in ("heads", "runs"))
        weights = np.zeros((len(runs), len(heads)), dtype=np.float32)
        weights[np.repeat(np.arange(len(runs)), told["counts"]), told["columns"]] = told["weights"]
        known = {run: row for row, run in enumerate(runs)}
        return cls(tuple(heads), told["offset"].astype(np.float64), told["pooled"].astype(np.float64), known, weights / UNIT)

    def arrays(self) -> dict[str, NDArray[Any]]:
        """All that it holds, for `numpy.savez_compressed`: weights as whole numbers of `1 / UNIT`, zeros left out."""
        whole = np.rint(self.weights * UNIT).astype(np.int32)
        rows, columns = np.nonzero(whole)
        return {
            "heads": np.frombuffer("\n".join(self.heads).encode(), dtype=np.uint8),
            "runs": np.frombuffer("\n".join(self.runs).encode(), dtype=np.uint8),
            "counts": np.bincount(rows, minlength=len(self.runs)).astype(np.int16),
            "columns": columns.astype(np.int16),
            "weights": whole[rows, columns],
            "offset": self.offset.astype(np.float32),
            "pooled": self.pooled.astype(np.float32),
        }

    def odds(self, found: Sequence[str], place: Vector) -> Vector:
        """Log odds of each head, for the runs of a text and its place in the embedding, as `pooled` has it."""
        total = self.offset + self.pooled @ place
        rows = [row for run in found if (row := self.runs.get(run)) is not None]
        share = 1.0 / (SCALE * max(len(found), 1) ** 0.5)
        return np.asarray(total + share * np.add.reduce(self.weights[rows], axis=0) if rows else total)
