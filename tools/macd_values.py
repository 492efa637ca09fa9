"""The MACD by hand: from two averages, and the bar on which each part first has a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from tools import first_bars_words
from tools.averages import smoothed
from tools.expression import figure
from tools.macd import SETTLED, require_order, warm_up
from tools.methodology import METHOD
from tools.parameters import Numbers, Periods, checked
from tools.result import Result
from tools.series import as_series
from tools.smoothing import Figure, bracketed
from tools.wording import level, percent, points
from tools.working import WorkingStep, step

_LAST = 8  # values told one by one


@dataclass(frozen=True, kw_only=True)
class MacdValues(Result):
    """The MACD of one bar.

    Attributes:
        macd: fast average − slow average, in the unit of the series.
        histogram: macd − signal; None without a signal.
    """

    tool: ClassVar[str] = "macd_values"
    macd: float
    histogram: float | None

    def summary(self) -> str:
        """The difference, the histogram where a signal is known, and what they say."""
        fast, slow, signal = (self.inputs[k] for k in ("fast_ema", "slow_ema", "signal"))
        sign = "positive" if self.macd > 0 else "negative" if self.macd < 0 else "neither above nor below zero"
        stands = "above" if self.macd > 0 else "below" if self.macd < 0 else "on"
        worked = f"{level(fast)} − {bracketed(slow)} = {points(self.macd)}"
        lines = [
            f"**MACD = {worked}**, the fast average less the slow one: {sign}, the fast average stands {stands} the slow one."
        ]
        if self.histogram is None:
            lines.append("The histogram needs the signal line too: MACD − signal.")
        else:
            place = "above" if self.histogram > 0 else "below" if self.histogram < 0 else "on"
            working = f"{level(self.macd)} − {bracketed(signal)} = {points(self.histogram)}"
            lines.append(f"**Histogram = {working}**: the MACD stands {place} its signal line.")
        if slow > 0:
            lines.append(
                f"In percent of the slow average (PPO): {points(self.macd)}/{level(slow)} = {percent(self.macd / slow, 2)}, "
                "which compares series of any unit."
            )
        lines.append("One bar shows no cross and no expansion; both compare it with the bar before.")
        return "\n".join(f"- {line}" for line in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """The two differences."""
        fast, slow, signal = (self.inputs[k] for k in ("fast_ema", "slow_ema", "signal"))
        steps = [step("MACD", figure(fast) - slow)]
        if signal is not None:
            steps.append(step("Histogram", figure(self.macd) - signal))
        return tuple(steps)


@checked
def macd_values(fast_ema: Figure, slow_ema: Figure, signal: Figure | None = None) -> MacdValues:
    """Take the MACD of one bar from its two averages, and the histogram where the signal is known.

    Args:
        fast_ema: the fast average, 12 bars in the method.
        slow_ema: the slow average, 26 bars in the method.
        signal: the signal line of the same bar.

    Raises:
        ToolError: a number out of range.
    """
    macd = round(fast_ema - slow_ema, 12)
    return MacdValues(
        inputs={"fast_ema": fast_ema, "slow_ema": slow_ema, "signal": signal},
        macd=macd,
        histogram=None if signal is None else round(macd - signal, 12),
    )


@dataclass(frozen=True, kw_only=True)
class FirstBars(Result):
    """The bars, counted from 1, on which the parts of a MACD first have a value.

    Attributes:
        fast: bar of the first fast average.
        macd: bar of the first slow average, and so of the first MACD.
        signal: bar of the first signal and histogram: slow + signal − 1.
        cross: first bar on which a cross can be told, since it takes two histograms.
        settled: bar from which the start of the averages hardly shows: four times `signal`, our rule of thumb.
        bars: histogram bars that come of the values at hand; None where none were given.
        days: trading days that the fast, the slow and the signal span cover; None where each bar is told to be one of them.
        last_macd: MACD on the last of the values at hand; None where they were not given or are too few.
        line: the last MACD values at hand, eight at most, oldest first; () likewise.
        enough_for: the last of "macd", "signal" and "cross" that the bars at hand reach, "none", or None where none were given.
    """

    tool: ClassVar[str] = "first_bars"
    fast: int
    macd: int
    signal: int
    cross: int
    settled: int
    enough_for: str | None
    bars: int | None = None
    days: tuple[int, int, int] | None = None
    last_macd: float | None = None
    line: tuple[float, ...] = ()

    def summary(self) -> str:
        """What the bars at hand reach, the first MACD, the first signal, and when the start no longer shows."""
        return first_bars_words.summary(self)

    def working(self) -> tuple[WorkingStep, ...]:
        """The counts."""
        slow, signal = figure(self.inputs["slow"]), self.inputs["signal"]
        return (
            *self._in_days(),
            step("First MACD", slow, note="the bar on which the slow average begins"),
            step("First signal and histogram", slow + signal - 1),
            step("First possible cross", figure(self.signal) + 1, note="it takes two histograms"),
            step("Settled from", SETTLED * figure(self.signal), "bars", "a rule of thumb of ours"),
        )

    def _in_days(self) -> list[WorkingStep]:
        """The spans in trading days, where a bar has more than one."""
        if self.days is None:
            return []
        spans = {name: figure(self.inputs[name]) for name in ("fast", "slow", "signal")}
        return [step(f"{name.title()} in days", span * self.inputs["bar_days"]) for name, span in spans.items()]


@checked
def first_bars(
    fast: Periods = METHOD.fast.value,
    slow: Periods = METHOD.slow.value,
    signal: Periods = METHOD.signal.value,
    given: Periods | None = None,
    values: Numbers | None = None,
    bar_days: Periods = 1,
) -> FirstBars:
    """Count the bars that a MACD needs before its first value, its first signal and its first possible cross.

    Args:
        fast: span of the fast average in bars; shorter than `slow`.
        slow: span of the slow average in bars.
        signal: span of the signal line in bars.
        given: number of bars at hand, to say what they are enough for.
        values: the values at hand themselves, oldest first; then their number is known, and the last MACD is told.
        bar_days: trading days of one bar, 5 of a weekly one, to tell the spans in days.

    Raises:
        ToolError: spans that are not whole numbers above zero, fast not below slow, or values that are no finite numbers.
    """
    require_order(fast, slow)
    first = warm_up(slow, signal)
    data = None if values is None else as_series(values, "values").to_numpy()
    given = given if data is None else len(data)
    line = () if data is None or len(data) < slow else _line(data, fast, slow)
    reached = [part for part, needed in (("macd", slow), ("signal", first), ("cross", first + 1)) if given and given >= needed]
    return FirstBars(
        inputs={
            "fast": fast,
            "slow": slow,
            "signal": signal,
            **({} if given is None else {"given": given}),
            **({} if data is None else {"values": data.tolist()}),
            **({} if bar_days == 1 else {"bar_days": bar_days}),
        },
        assumptions=(METHOD.assume("seed"), METHOD.assume("signal", signal)),
        fast=fast,
        macd=slow,
        signal=first,
        cross=first + 1,
        settled=SETTLED * first,
        enough_for=None if given is None else reached[-1] if reached else "none",
        bars=None if given is None else max(given - first + 1, 0),
        days=None if bar_days == 1 else (fast * bar_days, slow * bar_days, signal * bar_days),
        last_macd=line[-1] if line else None,
        line=line[-_LAST:],
    )


def _line(data: np.ndarray, fast: int, slow: int) -> tuple[float, ...]:
    """The MACD line, its averages started from a mean, on every bar that has one."""
    near, far = (smoothed(data, span, 2.0 / (span + 1.0), "sma") for span in (fast, slow))
    return tuple((near - far)[slow - 1 :].tolist())
