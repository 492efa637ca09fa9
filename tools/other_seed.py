"""The MACD of a short series under the other seed, which may put its crosses elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from tools.averages import Seed
from tools.crossings import Crossings, crossings
from tools.macd import warm_up
from tools.peaks import tallest
from tools.series import when
from tools.wording import counted, listed


@dataclass(frozen=True)
class OtherSeed:
    """The same MACD under the other seed, which for a short series may differ.

    Attributes:
        seed: "sma" or "first".
        macd, signal, histogram: on the last bar.
        before: the histogram one bar before; NaN where there is none.
        highest: the tallest bar of the histogram since the first signal of either seed, on `highest_on`.
        crosses: (side, date or point) of each, oldest first.
        apart: by how many bars each of them lies from that of the own seed; None where they are not the same crosses.
    """

    seed: str
    macd: float
    signal: float
    histogram: float
    before: float
    highest: float
    highest_on: Any
    crosses: tuple[tuple[str, Any], ...]
    apart: tuple[int, ...] | None = None

    def agreement(self) -> str:
        """Whether both seeds put the crosses on the same bars; "" where there is none, or where they are not the same."""
        if not self.apart:
            return ""
        if not any(self.apart):
            return f" Both seeds agree on the bar of {'the cross' if len(self.apart) == 1 else 'each cross'}."
        if len(self.apart) == 1:
            return f" The seeds disagree on the cross by {counted(self.apart[0], 'bar')}."
        return f" The seeds disagree on the crosses by {listed(f'{n:,}' for n in self.apart)} bars."


def other_seed(values: pd.Series, first: int, spans: tuple[int, int, int], seed: Seed, own: Crossings) -> OtherSeed:
    """What the seed that is not `seed` makes of a series that begins with `first` blanks; `own` are the crosses by `seed`."""
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
        apart=_apart(own, found),
    )


def _apart(own: Crossings, other: Crossings) -> tuple[int, ...] | None:
    """How many bars lie between each cross of one and that of the other; None where their sides or number differ."""
    turns = [np.flatnonzero(found.cross_up | found.cross_down) for found in (own, other)]
    if len(turns[0]) != len(turns[1]) or (own.cross_up[turns[0]] != other.cross_up[turns[1]]).any():
        return None
    return tuple(int(n) for n in abs(turns[0] - turns[1]))
