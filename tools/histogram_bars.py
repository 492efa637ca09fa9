"""What the method reads in the bars of a MACD histogram: its sign, whether it expands, where it crossed, its higher highs."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pandas as pd

from tools import histogram_words
from tools.errors import ToolError
from tools.expression import figure
from tools.methodology import METHOD
from tools.parameters import Fraction, Numbers, Step, checked
from tools.peaks import higher_highs, tops
from tools.result import Result
from tools.series import as_series
from tools.wording import significant
from tools.working import WorkingStep, said, step
from tools.yearless import Labels, checked_labels

_MOST = 1000


@dataclass(frozen=True, kw_only=True)
class HistogramBars(Result):
    """A stretch of histogram bars, oldest first; bars are counted from 1.

    Attributes:
        change: the latest bar less the bar before it; NaN where there is none before.
        expanding: whether the latest bar is above zero and above the bar before it.
        expands_on: every such bar.
        cross_up: bars on which the histogram rose above zero.
        cross_down: bars on which it fell below zero.
        level_on: bars on which it is zero: the two lines are equal there, which is no cross.
        peaks: (bar, value) of each confirmed peak above zero; a peak is confirmed by the lower bar after it.
        higher: (bar, value, bar that confirms it) of each peak that stands above the peak before it.
        ladder: (bar, share of the hedge that is on from then) where a first share is given: on the first cross up, then on the
            bar that confirms each later higher high; () otherwise.
    """

    tool: ClassVar[str] = "histogram_bars"
    change: float
    expanding: bool
    expands_on: tuple[int, ...]
    cross_up: tuple[int, ...]
    cross_down: tuple[int, ...]
    level_on: tuple[int, ...]
    peaks: tuple[tuple[int, float], ...]
    higher: tuple[tuple[int, float, int], ...]
    ladder: tuple[tuple[int, float], ...] = ()

    def summary(self) -> str:
        """The latest bar against the one before, the crosses, and the higher highs."""
        return histogram_words.summary(self)

    def working(self) -> tuple[WorkingStep, ...]:
        """The latest change, and each higher high against the peak before it."""
        values = self.inputs["values"]
        if len(values) == 1:
            return (said("Cross", "none: it takes a bar before, at or below 0"),)
        steps = [step("Change of the histogram", figure(values[-1]) - values[-2])]
        heights = dict(self.peaks)
        places = [bar for bar, _ in self.peaks]
        for bar, value, known in self.higher:
            before = heights[places[places.index(bar) - 1]]
            steps.append(said(f"Bar {bar}", f"{significant(value, 6)} above {significant(before, 6)}, known on bar {known}"))
        return tuple(steps)


@checked
def histogram_bars(
    values: Numbers, labels: Labels | None = None, *, first: Fraction | None = None, step_size: Step = METHOD.step.value
) -> HistogramBars:
    """Read a MACD histogram given bar by bar: whether it expands, where it crossed zero, and its higher highs.

    Args:
        values: the histogram, oldest bar first; bars of the warm-up, which have no value, are left out.
        labels: what the bars are called, such as days without a year.
        first: share of the first tranche, to say which tranches these bars call for.
        step_size: share of each later one.

    Raises:
        ToolError: no bar, or a value that is no finite number.
    """
    data = as_series(values, "values").to_numpy()
    if not 1 <= len(data) <= _MOST or not np.isfinite(data).all():
        raise ToolError("values", values, f"1 to {_MOST:,} finite numbers, oldest first")
    names = checked_labels(labels, len(data))
    found = tops(data)
    higher = higher_highs(pd.Series(data))
    up, down = (1 + np.flatnonzero((side * data[1:] > 0) & (side * data[:-1] <= 0)) for side in (1, -1))
    return HistogramBars(
        inputs={
            "values": [float(v) for v in data],
            **({"labels": list(names)} if names else {}),
            **({} if first is None else {"first": first, "step_size": step_size}),
        },
        assumptions=(METHOD.assume("trigger"), METHOD.assume("higher_high")),
        change=float(f"{data[-1] - data[-2]:.13g}") if len(data) > 1 else math.nan,
        expanding=bool(len(data) > 1 and data[-1] > 0 and data[-1] > data[-2]),
        expands_on=tuple(int(n) + 2 for n in np.flatnonzero((data[1:] > 0) & (np.diff(data) > 0))),
        cross_up=tuple(int(n) + 1 for n in up),
        cross_down=tuple(int(n) + 1 for n in down),
        level_on=tuple(int(n) + 1 for n in np.flatnonzero(data == 0)),
        ladder=() if first is None or not len(up) else _ladder(data, int(up[0]), first, step_size),
        peaks=tuple((int(at) + 1, float(height)) for at, height in zip(found.at, found.height, strict=True)),
        higher=tuple(
            (int(at), float(value), int(known))
            for at, value, known in zip(higher["point"], higher["value"], higher["known_point"], strict=True)
        ),
    )


def _ladder(data: np.ndarray, cross: int, first: float, step_size: float) -> tuple[tuple[int, float], ...]:
    """The share that is on from each bar: the first at position `cross`, then a step at each higher high, 100% at most."""
    shares = [(cross + 1, first)]
    for known in higher_highs(pd.Series(data), cross)["known_point"].tolist():
        if shares[-1][1] < 1:
            shares.append((int(known), round(min(shares[-1][1] + step_size, 1.0), 12)))
    return tuple(shares)
