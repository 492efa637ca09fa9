"""The cosines of one query with the passages: with all of them at once where they are few, else with those asked for."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding import Vectors
from knowledge.highest import highest

EXACT = 20_000
"""Passages up to which all are compared."""


class Cosines:
    """Cosines of a unit vector with unit rows; `cosines[positions]` gives those of some rows.

    Attributes:
        all: with every row, in their order; None where there are more than `EXACT`.
    """

    def __init__(self, vectors: Vectors, vector: Vectors) -> None:
        self._vectors = vectors
        self._vector = vector
        # Row by row: a matrix product may wake threads, for a tenth of a millisecond, and add up equal rows differently.
        self.all = np.vecdot(vectors, vector) if len(vectors) <= EXACT else None

    def __getitem__(self, positions: Any) -> NDArray[np.float32]:
        if self.all is not None:
            return np.asarray(self.all[positions])
        return np.asarray(self._vectors[positions] @ self._vector, dtype=np.float32)

    def nearest(self, n: int) -> list[int]:
        """Rows of the `n` highest cosines of all, highest first; of equal ones the first."""
        if self.all is None:
            raise ValueError("not all rows were compared")
        best: list[int] = highest(self.all, n).tolist()
        return best
