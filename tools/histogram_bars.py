"""What the method reads in the bars of a MACD histogram: its sign, whether it expands, where it crossed, its higher highs."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

import numpy as np
import pandas as pd

from tools.errors import ToolError
from tools.expression import figure
from tools.methodology import METHOD
from tools.parameters import Fraction, Numbers, Step, checked
from tools.peaks import higher_highs, tops
from tools.result import Result
from tools.series import as_series
from tools.wording import listed, percent, significant
from tools.working import WorkingStep, said, step
from tools.yearless import Labels, checked_labels, row

_MOST = 1000
_PAIR = 2  # bars in a row that are named one by one


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
        values = self.inputs["values"]
        if len(values) == 1:
            return _single(values[0])
        return "\n".join(
            f"- {line}"
            for line in (
                _move(values, self.expanding),
                *_nearer(values),
                *self._earlier(),
                self._crosses(),
                *self._highs(),
                *self._staged(),
            )
        )

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
            steps.append(said(f"Bar {bar}", f"{_told(value)} above {_told(before)}, known on bar {known}"))
        return tuple(steps)

    def _earlier(self) -> list[str]:
        """The bars that expanded, where the latest does not or is not the first that does."""
        bars = self.expands_on
        if bars in ((), (len(self.inputs["values"]),)):
            return []
        after = "" if self.expanding else ", not since then"
        named = runs_of(bars)
        return [
            f"It was expanding, positive and above the bar before, on {'bar' if len(bars) == 1 else 'bars'} {named}{after}."
        ]

    def _crosses(self) -> str:
        sides = (
            ("up through zero, the MACD rising above its signal (a bullish cross),", self.cross_up),
            ("down through zero, the MACD falling below its signal (a down cross),", self.cross_down),
        )
        values = self.inputs["values"]
        found = sorted((bars[0], what, bars) for what, bars in sides if bars)
        if not found:
            return (
                "It does not change its sign in these bars, so no cross of the signal line is in them: a cross up takes a bar "
                "above 0 after one that is not."
            )
        said = (f"{what} on {listed(f'{self._bar(n)}, {_course(values[n - 2 : n])}' for n in bars)}" for _, what, bars in found)
        up, down = len(self.cross_up), len(self.cross_down)
        many = f" {up + down} crosses, {up} up and {down} down." if up + down > 1 else ""
        level = " The depressed level (below 0.8 normalised) cannot be judged from these bars." if up else ""
        return f"It goes {'; '.join(said)}.{many}{self._levels()}{level}"

    def _staged(self) -> list[str]:
        """The tranches that the bars call for, where a first share is given."""
        if "first" not in self.inputs:
            return []
        if not self.ladder:
            return ["**No tranche**: no bar crosses up through zero, so none is opened."]
        (bar, first), *later = self.ladder
        told = [
            f"{percent(first)} on {self._bar(bar)}, the cross",
            *(f"{percent(on)} from {self._bar(n)} on" for n, on in later),
        ]
        used = {n for n, _ in later}
        idle = [f"{_told(v)} ({self._bar(n, inside=True)})" for n, v in self.peaks[1:] if n > bar and not self._adds(n, used)]
        nothing = (
            f" {'Peak' if len(idle) == 1 else 'Peaks'} {listed(idle)}: no higher high, which adds nothing." if idle else ""
        )
        last = f"{percent(self.ladder[-1][1])} in after bar {len(self.inputs['values']):,}"
        return [f"**Tranches: {listed(told)}; {last}.**{nothing} Each is known at the close of its bar and bought on the next."]

    def _adds(self, bar: int, used: set[int]) -> bool:
        return any(at == bar and known in used for at, _, known in self.higher)

    def _bar(self, number: int, *, inside: bool = False) -> str:
        """'bar 3', or 'bar 3 (03-06)' where the bars have names; with `inside` a bracket the name alone."""
        labels = self.inputs.get("labels", ())
        return labels[number - 1] if inside and labels else row(labels, number)

    def _levels(self) -> str:
        """The bars on which the two lines are equal, beside a cross on another."""
        if not self.level_on:
            return ""
        return f" On {listed(map(self._bar, self.level_on))} the two are equal, which is no cross."

    def _highs(self) -> list[str]:
        listed = ", ".join(f"{_told(value)} ({self._bar(bar, inside=True)})" for bar, value in self.peaks)
        if not self.peaks:
            return ["No confirmed peak above zero: a peak is known only once a lower bar follows it."]
        if not self.higher:
            return [f"Confirmed peaks: {listed}. No later peak stands above the one before it, so no higher high."]
        highs = ", ".join(
            f"{_told(value)} on {self._bar(bar)}, known on {self._bar(known)}" for bar, value, known in self.higher
        )
        return [
            f"Confirmed peaks: {listed}.",
            f"**Higher high: {highs}.** After the first tranche each allows a further 20%.",
        ]


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


def _move(values: list[float], expanding: bool) -> str:
    now, before = values[-1], values[-2]
    course = f"from {_told(before)} to {_told(now)} (by {_told(abs(float(f'{now - before:.13g}')))})"
    if expanding:
        return f"**It expands positively**: above zero and up {course}."
    told = "**It does not expand positively**:"
    if now == before:
        return f"{told} the latest bar is unchanged at {_told(now)}."
    if now <= 0:
        side = "below its signal" if now < 0 else "on its signal"
        move = f"{'rises' if now > before else 'falls'} {course}"
        still = f"{'still ' if before <= 0 and now else ''}{'negative' if now else 'at zero'}, the MACD {side}"
        return f"{told} the latest bar {move}, but is {still}." if now > before else f"{told} the latest bar {move}: {still}."
    return f"{told} the latest bar is still positive but shrank {course}."


def _nearer(values: list[float]) -> list[str]:
    """How far bars that stay below zero have come up to it, which is no expansion."""
    if len(values) <= _PAIR or not values[0] < values[-1] < 0 or max(values) >= 0:
        return []
    way = _told(float(f"{values[-1] - values[0]:.13g}"))
    return [
        f"Over these bars it shrinks toward zero by {way}, from {_told(values[0])} to {_told(values[-1])}; the trigger wants a "
        "cross, with the histogram positive."
    ]


def runs_of(bars: Sequence[int]) -> str:
    """Bars in a row named by their ends: (3, 4, 5, 8) is "3 to 5 and 8"."""
    runs: list[list[int]] = []
    for bar in bars:
        if runs and bar == runs[-1][-1] + 1:
            runs[-1].append(bar)
        else:
            runs.append([bar])
    parts = [[f"{bar:,}" for bar in run] if len(run) <= _PAIR else [f"{run[0]:,} to {run[-1]:,}"] for run in runs]
    return listed(part for told in parts for part in told)


def _single(value: float) -> str:
    """What a first bar, with none before it, can and cannot say."""
    if value <= 0:
        return (
            f"- **No cross up**: the bar, {_told(value, '+')}, is {'below' if value else 'at'} zero, and a cross up takes one "
            "above 0, whatever the bar before it was.\n"
            "- Nor does it expand positively. Whether it crossed down depends on the bar before, and no earlier value is given."
        )
    return (
        f"- **No cross**: the first bar, {_told(value)}, is above zero, but there is no earlier value that it could have "
        "crossed from. A cross takes a bar at or below 0 one bar ago and one above it now; a blank (NaN) is neither.\n"
        "- Nor can one bar expand: that compares it with the bar before."
    )


def _course(pair: Sequence[float]) -> str:
    return f"from {_told(pair[0], '+')} to {_told(pair[1], '+')}"


def _told(value: float, sign: Literal["", "+"] = "") -> str:
    return significant(value, 6, sign) if value else "0"
