"""Single values ten or a hundred times their neighbours, or a tenth or hundredth of them: a decimal point lost or misplaced.

Only a value between two that agree with each other is one: a level that stays is a change of unit, which `tools.jumps` tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from tools.averages import Seed
from tools.crossings import crossings
from tools.series import when

_TIMES = (10.0, 100.0, 0.1, 0.01)
_NEAR = 0.2  # of the neighbours, how far the value with its point put right may lie from them
_SMALL = 1e-9  # of smaller or larger values products and quotients may leave the range of a float
_MOST = 5  # of many it is no slip of single values


@dataclass(frozen=True)
class LostPoint:
    """A value that looks like another.

    Attributes:
        date: its date or name, or its point from 1.
        value: as it stands.
        meant: with the decimal point where the neighbours have it.
    """

    date: Any
    value: float
    meant: float


@dataclass(frozen=True)
class Mended:
    """The last bar of a MACD with such values put right.

    Attributes:
        points: the values.
        macd, signal, histogram: on the last bar.
    """

    points: tuple[LostPoint, ...]
    macd: float
    signal: float
    histogram: float


def lost_points(data: np.ndarray) -> list[tuple[int, float]]:
    """(position, value meant) of each such value of a series without blanks; [] where there are none, or more than five."""
    if len(data) < len(_TIMES) or not (data.min() > _SMALL and data.max() < 1 / _SMALL):
        return []
    before, here, after = data[:-2], data[1:-1], data[2:]
    level = np.sqrt(before * after)
    agree = np.abs(before / after - 1) < _NEAR
    odd = np.flatnonzero(agree & ((here > 5 * level) | (here < level / 5)))
    found = []
    for at in odd[: _MOST + 1].tolist():
        for times in _TIMES:
            meant = float(f"{here[at] / times:.12g}")
            if abs(meant / level[at] - 1) < _NEAR:
                found.append((at + 1, meant))
    return found if len(odd) <= _MOST else []


def mended(data: np.ndarray, found: Sequence[tuple[int, float]]) -> np.ndarray:
    """A copy of the series with those values put right."""
    out = data.copy()
    for at, meant in found:
        out[at] = meant
    return out


def macd_mended(values: pd.Series, first: int, spans: tuple[int, int, int], seed: Seed) -> Mended | None:
    """The last MACD of a series with its lost points put back; None where none is lost."""
    data = values.to_numpy()
    found = [(first + at, meant) for at, meant in lost_points(data[first:])]
    if not found:
        return None
    again = crossings(mended(data, found), first, spans, seed)
    dates = when(values.index, [at for at, _ in found])
    points = tuple(LostPoint(date, float(data[at]), meant) for date, (at, meant) in zip(dates, found, strict=True))
    return Mended(points, *(float(row[-1]) for row in (again.macd, again.signal, again.histogram)))
