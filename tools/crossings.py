"""Crosses and expansion of a MACD, bar by bar: where its histogram stands against zero, and where it rises.

A difference within rounding counts as zero, so that no cross is made of noise. Blanks lead and stay: MACD, signal and
histogram are NaN through the warm-up, and every judgement of such a bar is False.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.averages import Seed, smoothed
from tools.macd import lines

_NOISE = 1e-12  # of the series' own recent size; rounding in the averages is some thousand times smaller


@dataclass(frozen=True)
class Crossings:
    """One array a column, all of the length of the series.

    Attributes:
        macd, signal, histogram: numbers in the unit of the series.
        above, below: the histogram is above or below zero by more than rounding.
        cross_up, cross_down: it is so now, and one bar before it was not.
        expanding: above zero and higher than one bar before.
    """

    macd: np.ndarray
    signal: np.ndarray
    histogram: np.ndarray
    above: np.ndarray
    below: np.ndarray
    cross_up: np.ndarray
    cross_down: np.ndarray
    expanding: np.ndarray


def crossings(data: np.ndarray, first: int, spans: tuple[int, int, int], seed: Seed) -> Crossings:
    """The crosses of an array that begins with `first` blanks, over its whole length; `spans` are fast, slow and signal."""
    rows = np.full((3, len(data)), np.nan)
    rows[:, first:] = lines(data[first:], *spans, seed)
    macd, signal, histogram = rows
    limit = np.full(len(data), np.nan)
    limit[first:] = noise(data[first:], spans[1])
    # Comparisons with NaN are False, so that a warm-up bar is neither above nor below and starts no cross.
    above, below = histogram > limit, histogram < -limit
    not_above, not_below = histogram <= limit, histogram >= -limit
    rising = np.zeros(len(data), dtype=bool)
    rising[1:] = histogram[1:] - histogram[:-1] > limit[1:]
    return Crossings(
        macd=macd,
        signal=signal,
        histogram=histogram,
        above=above,
        below=below,
        cross_up=above & _before(not_above),
        cross_down=below & _before(not_below),
        expanding=above & rising,
    )


def noise(data: np.ndarray, slow: int) -> np.ndarray:
    """Up to which size a difference is rounding, per bar of an array without blanks."""
    return _NOISE * smoothed(np.abs(data), slow, 2.0 / (slow + 1.0), "first")


def _before(flags: np.ndarray) -> np.ndarray:
    return np.concatenate(([False], flags[:-1]))
