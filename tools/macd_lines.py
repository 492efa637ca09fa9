"""MACD and signal typed bar by bar: the histogram between them, and where the one crossed the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from tools import histogram_words
from tools.averages import smoothed
from tools.cross import histogram_of
from tools.errors import ToolError
from tools.expression import figure, function
from tools.histogram_bars import histogram_bars
from tools.methodology import METHOD
from tools.parameters import Numbers, Periods, checked
from tools.result import Result
from tools.series import as_series
from tools.smoothing import Figure
from tools.wording import counted, points, significant
from tools.working import WorkingStep, step
from tools.yearless import Labels, checked_labels

_SHOWN = 12


@dataclass(frozen=True, kw_only=True)
class MacdLines(Result):
    """A stretch of MACD and signal, oldest first; bars are counted from 1.

    Attributes:
        histogram: MACD less signal on each bar.
        cross_up: bars on which the MACD rose above its signal.
        cross_down: bars on which it fell below.
        expanding: whether the latest bar is above zero and above the bar before it.
        below_zero: whether both lines stand below zero on the latest bar.
    """

    tool: ClassVar[str] = "macd_lines"
    histogram: tuple[float, ...]
    cross_up: tuple[int, ...]
    cross_down: tuple[int, ...]
    expanding: bool
    below_zero: bool

    def summary(self) -> str:
        """The histogram bar by bar, then its crosses and the latest bar in words."""
        bars = list(enumerate(self.histogram, start=1))[-_SHOWN:]
        labels = self.inputs.get("labels", ())
        listed = "; ".join(f"{labels[n - 1] if labels else f'bar {n}'}: {_told(value)}" for n, value in bars)
        zero = "\n- Both lines are below zero on the last bar, which the rule does not look at." if self.below_zero else ""
        read = histogram_words.summary(histogram_bars(list(self.histogram), labels or None), named=False)
        return f"- **Histogram: {listed}.**\n{read}{zero}"

    def working(self) -> tuple[WorkingStep, ...]:
        """One difference a bar, of many bars the last ones."""
        pairs = list(zip(self.inputs["macd"], self.inputs["signal"], strict=True))
        first = max(0, len(pairs) - _SHOWN)
        return tuple(step(f"Histogram of bar {n}", figure(a) - b) for n, (a, b) in enumerate(pairs[first:], start=first + 1))


@checked
def macd_lines(macd: Numbers, signal: Numbers, labels: Labels | None = None) -> MacdLines:
    """Read MACD and signal given bar by bar: the histogram of each bar, where they crossed, and whether it expands.

    Args:
        macd: the MACD line, oldest bar first; two bars or more.
        signal: the signal line of the same bars.
        labels: what the bars are called, such as days without a year.

    Raises:
        ToolError: fewer than two bars, lists of different length, or a value that is no finite number.
    """
    line, average = (as_series(v, name).to_numpy() for v, name in ((macd, "macd"), (signal, "signal")))
    if len(line) != len(average):
        raise ToolError("signal", len(average), f"as many values as macd has ({len(line)})")
    for name, data in (("macd", line), ("signal", average)):
        if len(data) < 2 or not np.isfinite(data).all():
            raise ToolError(name, data.tolist(), "two or more finite numbers, oldest first")
    bars = [histogram_of(a, b) for a, b in zip(line.tolist(), average.tolist(), strict=True)]
    names = checked_labels(labels, len(bars))
    read = histogram_bars(bars)
    return MacdLines(
        inputs={"macd": line.tolist(), "signal": average.tolist(), **({"labels": list(names)} if names else {})},
        assumptions=read.assumptions,
        histogram=tuple(bars),
        cross_up=read.cross_up,
        cross_down=read.cross_down,
        expanding=read.expanding,
        below_zero=bool(line[-1] < 0 and average[-1] < 0),
    )


@dataclass(frozen=True, kw_only=True)
class SimpleSignal(Result):
    """A signal line that is a simple mean.

    Attributes:
        signal: mean of the last `span` MACD values.
        total: their sum.
        histogram: the last MACD value less that mean.
        exponential: the exponential average of the same span, from the one of the bar before or else from the first value.
        exponential_histogram: the last MACD value less that.
    """

    tool: ClassVar[str] = "simple_signal"
    signal: float
    total: float
    histogram: float
    exponential: float
    exponential_histogram: float

    def summary(self) -> str:
        """The mean, the histogram against it, and how the usual signal differs."""
        span, last = self.inputs["span"], self.inputs["macd"][-1]
        place, other = (_place(gap) for gap in (self.histogram, self.exponential_histogram))
        return (
            f"- **Signal = {points(self.signal)}**, the simple mean of the last {counted(span, 'MACD value')}: "
            f"{points(self.total)} / {span:,}.\n"
            f"- **Histogram = {points(self.histogram)}**: the last MACD, {_told(last)}, stands {place} it.\n"
            f"- As an exponential average (weight 2/{span + 1:,}, {self._started()}) the signal is "
            f"{points(self.exponential)}; the MACD stands {other} it, histogram {points(self.exponential_histogram)}.\n"
            "- MetaTrader's built-in MACD takes such a mean; elsewhere, and here by default, the signal is an exponential "
            "average, which follows sooner."
        )

    def _started(self) -> str:
        previous = self.inputs.get("previous")
        return "started from the first value" if previous is None else f"from {points(previous)} one bar before"

    def working(self) -> tuple[WorkingStep, ...]:
        """The mean and the difference."""
        values = self.inputs["macd"]
        mean = step("Signal", function("mean", *values[-self.inputs["span"] :]))
        return (
            mean,
            step("Histogram", figure(values[-1]) - self.signal),
            step("Histogram with an exponential signal", figure(values[-1]) - self.exponential),
        )


@checked
def simple_signal(macd: Numbers, span: Periods = METHOD.signal.value, previous: Figure | None = None) -> SimpleSignal:
    """Take a signal line as the simple mean of MACD values, and the histogram against it.

    Args:
        macd: MACD values, oldest first; at least `span` of them.
        span: number of values in the mean.
        previous: the exponential average of the bar before, where it is known.

    Raises:
        ToolError: fewer than `span` values, or a value that is no finite number.
    """
    data = as_series(macd, "macd").to_numpy()
    if len(data) < span or not np.isfinite(data).all():
        raise ToolError("macd", data.tolist(), f"at least {counted(span, 'finite number')}, oldest first")
    signal = round(float(np.mean(data[-span:])), 12)
    exponential = float(smoothed(data, span, 2.0 / (span + 1.0), "first")[-1])
    if previous is not None:
        exponential = previous + 2.0 / (span + 1.0) * (float(data[-1]) - previous)
    exponential = round(exponential, 12)
    return SimpleSignal(
        inputs={"macd": data.tolist(), "span": span, **({} if previous is None else {"previous": previous})},
        signal=signal,
        total=round(float(np.sum(data[-span:])), 12),
        histogram=round(float(data[-1]) - signal, 12),
        exponential=exponential,
        exponential_histogram=round(float(data[-1]) - exponential, 12),
    )


def _place(gap: float) -> str:
    return "above" if gap > 0 else "below" if gap < 0 else "on"


def _told(value: float) -> str:
    return significant(value, 6, "+") if value else "0"
