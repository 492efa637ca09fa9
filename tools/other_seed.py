"""The MACD of a short series under the other seed, which may put its crosses elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from tools.averages import Seed
from tools.crossings import crossings
from tools.macd import warm_up
from tools.peaks import tallest
from tools.series import when


@dataclass(frozen=True)
class OtherSeed:
    """The same MACD under the other seed, which for a short series may differ.

    Attributes:
        seed: "sma" or "first".
        macd, signal, histogram: on the last bar.
        before: the histogram one bar before; NaN where there is none.
        highest: the tallest bar of the histogram since the first signal of either seed, on `highest_on`.
        crosses: (side, date or point) of each, oldest first.
    """

    seed: str
    macd: float
    signal: float
    histogram: float
    before: float
    highest: float
    highest_on: Any
    crosses: tuple[tuple[str, Any], ...]


def other_seed(values: pd.Series, first: int, spans: tuple[int, int, int], seed: Seed) -> OtherSeed:
    """What the seed that is not `seed` makes of a series that begins with `first` blanks."""
    other: Seed = "first" if seed == "sma" else "sma"
    found = crossings(values.to_numpy(), first, spans, other)
    at = np.flatnonzero(found.cross_up | found.cross_down)
    sides = ["up" if found.cross_up[i] else "down" for i in at]
    bars = found.histogram
    top = tallest(bars, first + warm_up(*spans[1:]) - 1)
    return OtherSeed(
        seed=other,
        macd=float(found.macd[-1]),
        signal=float(found.signal[-1]),
        histogram=float(bars[-1]),
        before=float(bars[-2]),
        highest=float(bars[top]),
        highest_on=when(values.index, [top])[0],
        crosses=tuple(zip(sides, when(values.index, at), strict=True)),
    )
