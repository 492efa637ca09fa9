"""Price steps of about ten times or more: usually a change of the quoting unit within a column."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from tools.headers import clean_name, shown
from tools.panel import Panel
from tools.wording import level

_HUNDRED = 100
_NEAR = 1.5  # times more or less than just ten or a hundred times
_LARGE = 6.5  # of a tenfold change of unit, and a third off the price


@dataclass(frozen=True)
class Step:
    """A price about ten times or more, or a tenth or less, of the one before it (of its symbol, in a list of several).

    `row` is its row in the clean table, counted from 1, and `name` what that row is called where it has no date but a name.
    """

    column: str
    date: dt.date | None
    ratio: float
    symbol: str | None = None
    value: float = 0.0
    row: int = 0
    name: str = ""


@dataclass(frozen=True)
class Rows:
    """The rows that prices stand in: their dates or names (none where there are none), and their symbols in a list."""

    dates: np.ndarray
    panel: Panel | None = None
    symbols: pd.Series | None = None
    names: pd.Series | None = None

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
        return [self._step(name, int(used[i + 1]), float(ratio[i]), float(held[i + 1])) for i in at]

    def _step(self, name: str, row: int, ratio: float, value: float) -> Step:
        date = self.dates[row].astype("datetime64[D]").item() if len(self.dates) else None
        symbol = clean_name(self.symbols.iloc[row]) if self.symbols is not None else None
        called = "" if self.names is None else str(self.names.iloc[row])
        return Step(name, date, ratio, symbol, value, row + 1, called)


def sentence(steps: Sequence[Step]) -> str:
    """The first of the steps in plain words, and how many there are."""
    first = steps[0]
    of = f" of {shown(first.symbol)}" if first.symbol is not None else ""
    where = first.date or first.name
    when = f" on {where}" if where else f" in row {first.row:,}" if first.row else ""
    size = f"{first.ratio:.0f} times" if first.ratio > 1 else f"1/{1 / first.ratio:.0f} of"
    return (
        f"A step of about ten times or more: {shown(first.column)}{of}{when} is {size} the value before"
        + (f" (and {len(steps) - 1:,} more)" if len(steps) > 1 else "")
        + f"; the quoting unit may have changed{_meant(first)}. Nothing was rescaled."
    )


def _meant(step: Step) -> str:
    """What a value may stand for: a decimal among percents, a percent among decimals, a decimal point gone or put in."""
    times = next((size for size in (10, 100) if size / _NEAR < max(step.ratio, 1 / step.ratio) < size * _NEAR), None)
    if times is None or not step.value:
        return ""
    value = float(f"{step.value / times if step.ratio > 1 else step.value * times:.12g}")
    what = "a decimal among percents" if step.ratio < 1 else "a percent among decimals"
    kind = what if times == _HUNDRED and min(step.value, value) < 1 else "a decimal point out of its place"
    return f": {level(step.value)} looks like {kind} and would be {level(value)} in the unit of the others"
