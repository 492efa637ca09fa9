"""How dates are spaced: the steps from each to the next, and the frequency that most of them keep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from tools.extremes import PIECE

Frequency = Literal["intraday", "daily", "weekly", "monthly", "quarterly", "yearly", "irregular", "none"]
DAY = 86_400_000_000  # microseconds
_SPACINGS: dict[Frequency, tuple[float, float]] = {  # days from one date to the next
    "intraday": (0.0, 0.75),
    "daily": (0.75, 4.5),
    "weekly": (4.5, 9.5),
    "monthly": (25.0, 35.0),
    "quarterly": (80.0, 100.0),
    "yearly": (350.0, 380.0),
}


@dataclass(frozen=True, eq=False)
class Steps:
    """Steps in microseconds (int64), their least and their greatest, the latter at least 0; 1 and 0 where there is none."""

    sizes: np.ndarray
    least: int
    most: int

    @classmethod
    def of(cls, dates: np.ndarray) -> Steps:
        """The steps between dates (datetime64), piece by piece: each is still at hand when it is compared."""
        stamps = dates.astype("datetime64[us]", copy=False).view(np.int64)
        sizes = np.empty(max(len(stamps) - 1, 0), dtype=np.int64)
        least, most = np.iinfo(np.int64).max if len(sizes) else 1, 0
        for at in range(0, len(sizes), PIECE):
            piece = sizes[at : at + PIECE]
            np.subtract(stamps[at + 1 : at + 1 + len(piece)], stamps[at : at + len(piece)], out=piece)
            least, most = min(least, int(piece.min())), max(most, int(piece.max()))
        return cls(sizes, least, most)

    @property
    def frequency(self) -> Frequency:
        """The spacing that at least four in five of the steps keep, where none goes backwards."""
        if not len(self.sizes):
            return "none"
        for name, (low, high) in _SPACINGS.items():
            # Against whole numbers, or every step would be made a float first; no step is nothing: none is counted for low = 0.
            shorter = np.count_nonzero(self.sizes <= int(low * DAY)) if low else 0
            if np.count_nonzero(self.sizes <= int(high * DAY)) - shorter >= 0.8 * len(self.sizes):
                return name
        return "irregular"
