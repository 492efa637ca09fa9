"""The least and the greatest of a column."""

from __future__ import annotations

import numpy as np

Extremes = tuple[float, float]
PIECE = 1 << 15
"""Numbers that stay in the processor's cache."""


def extremes_of(values: np.ndarray) -> Extremes:
    """The least and the greatest of numbers, both NaN where one is; piece by piece, each still at hand for the second look."""
    pieces = (values[at : at + PIECE] for at in range(0, len(values), PIECE))
    both = np.array([(piece.min(), piece.max()) for piece in pieces])
    return both[:, 0].min().item(), both[:, 1].max().item()
