"""Price steps of about ten times or more: usually a change of the quoting unit within a column."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from tools.headers import clean_name, shown
from tools.panel import Panel

_LARGE = 6.5  # of a tenfold change of unit, and a third off the price


@dataclass(frozen=True)
class Step:
    """A price about ten times or more, or a tenth or less, of the one before it (of its symbol, in a list of several)."""

    column: str
    date: dt.date | None
    ratio: float
    symbol: str | None = None


@dataclass(frozen=True)
class Rows:
    """The rows that prices stand in: their dates (none where there are none), and their symbols in a list of several."""

    dates: np.ndarray
    panel: Panel | None = None
    symbols: pd.Series | None = None

    def jumps(self, name: str, values: np.ndarray) -> list[Step]:
        """The steps of about ten times in the column `name`; missing prices and zeros are passed over."""
        used = self.panel.order[values[self.panel.order] > 0] if self.panel is not None else np.flatnonzero(values > 0)
        if len(used) < 2:
            return []
        held = values[used]
        with np.errstate(over="ignore"):  # from next to nothing to a number is a step without a finite ratio
            ratio = held[1:] / held[:-1]
        at = np.flatnonzero((ratio > _LARGE) | (ratio < 1 / _LARGE))
        if self.panel is not None:
            at = at[self.panel.codes[used[at + 1]] == self.panel.codes[used[at]]]
        return [self._step(name, int(used[i + 1]), float(ratio[i])) for i in at]

    def _step(self, name: str, row: int, ratio: float) -> Step:
        date = self.dates[row].astype("datetime64[D]").item() if len(self.dates) else None
        symbol = clean_name(self.symbols.iloc[row]) if self.symbols is not None else None
        return Step(name, date, ratio, symbol)


def sentence(steps: Sequence[Step]) -> str:
    """The first of the steps in plain words, and how many there are."""
    first = steps[0]
    of = f" of {shown(first.symbol)}" if first.symbol is not None else ""
    when = f" on {first.date}" if first.date else ""
    size = f"{first.ratio:.2g} times" if first.ratio > 1 else f"1/{1 / first.ratio:.2g} of"
    return (
        f"A step of about ten times or more: {shown(first.column)}{of}{when} is {size} the value before"
        + (f" (and {len(steps) - 1:,} more)" if len(steps) > 1 else "")
        + "; the quoting unit may have changed. Nothing was rescaled."
    )
