"""Where a MACD crosses its signal line, bar by bar over a whole series; both triggers of a seed and of its other go by it."""

from __future__ import annotations

import numpy as np
import pandas as pd

from tools.averages import Seed, smoothed
from tools.macd import lines

NOISE = 1e-12  # of the series' own recent size; rounding in the averages is some thousand times smaller


def crossing_of(values: pd.Series, first: int, spans: tuple[int, int, int], seed: Seed) -> dict[str, np.ndarray]:
    """MACD, signal, histogram and the three judgements per bar, over the whole length.

    Args:
        values: the series; its first number stands at position `first`.
        first: how many blanks stand before it.
        spans: of the fast average, the slow one and the signal.
        seed: how each average starts.
    """
    data = values.to_numpy()
    size, slow = len(data), spans[1]
    out = {name: np.full(size, np.nan) for name in ("macd", "signal", "histogram")}
    for name, row in zip(out, lines(data[first:], *spans, seed), strict=True):
        out[name][first:] = row
    histogram = out["histogram"]
    noise = np.full(size, np.nan)
    noise[first:] = NOISE * smoothed(np.abs(data[first:]), slow, 2.0 / (slow + 1.0), "first")
    # Comparisons with NaN are False, so that a warm-up bar is neither above nor below and starts no cross.
    above, below = histogram > noise, histogram < -noise
    not_above, not_below = histogram <= noise, histogram >= -noise
    rising = np.zeros(size, dtype=bool)
    rising[1:] = histogram[1:] - histogram[:-1] > noise[1:]
    out["cross_up"] = above & _before(not_above)
    out["cross_down"] = below & _before(not_below)
    out["expanding"] = above & rising
    out["above"], out["below"] = above, below
    return out


def _before(flags: np.ndarray) -> np.ndarray:
    return np.concatenate(([False], flags[:-1]))
