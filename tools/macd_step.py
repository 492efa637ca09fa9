"""A whole MACD moved on by one value: both averages, the line, its signal and the histogram, and whether that is a cross."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from tools.cross import macd_cross
from tools.expression import figure
from tools.macd import require_order
from tools.methodology import METHOD
from tools.parameters import Periods, checked
from tools.result import Result
from tools.smoothing import Figure, ema_step, moved, weight
from tools.wording import points
from tools.working import WorkingStep, step


@dataclass(frozen=True, kw_only=True)
class MacdStep(Result):
    """A MACD after one more value.

    Attributes:
        fast_now: the fast average, in the unit of the series.
        slow_now: the slow average.
        macd: fast less slow.
        signal_now: the signal line.
        histogram: macd less signal.
        histogram_before: the same one bar earlier.
        crossed: "up", "down" or "none", between the bar before and this one.
        meets_at: the new value at which the MACD would just meet its signal; the cross lies above it.
    """

    tool: ClassVar[str] = "macd_step"
    fast_now: float
    slow_now: float
    macd: float
    signal_now: float
    histogram: float
    histogram_before: float
    crossed: Literal["up", "down", "none"]
    meets_at: float

    def summary(self) -> str:
        """The new line, signal and histogram, whether they cross, and the value at which they would meet."""
        given = self.inputs
        fast, slow = (moved(given[f"{k}_ema"], given["value"], weight(given[k])) for k in ("fast", "slow"))
        return "\n".join(
            (
                f"- **MACD = {points(self.macd)}, signal = {points(self.signal_now)}, histogram = {points(self.histogram)}**.",
                f"- Fast average {fast} = {points(self.fast_now)}; slow average {slow} = {points(self.slow_now)}; signal "
                f"{moved(given['signal'], float(points(self.macd)), weight(given['span']))}.",
                self._cross(),
                f"- The lines would just meet at a new value of {points(self.meets_at)}; above it the histogram is positive.",
            )
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """The bar before, the two averages, the line, the signal and the histogram."""
        given = self.inputs
        fast, slow, signal = (given[k] for k in ("fast_ema", "slow_ema", "signal"))

        def moved(before: float, value: float, span: int) -> WorkingStep:
            return step(f"Average of {span}", figure(before) + 2 / (figure(span) + 1) * (figure(value) - before))

        return (
            step("Histogram before", figure(fast) - slow - signal),
            moved(fast, given["value"], given["fast"]),
            moved(slow, given["value"], given["slow"]),
            step("MACD", figure(self.fast_now) - self.slow_now),
            moved(signal, self.macd, given["span"]),
            step("Histogram", figure(self.macd) - self.signal_now),
        )

    def _cross(self) -> str:
        before = self.inputs["fast_ema"] - self.inputs["slow_ema"]
        told = macd_cross(self.macd, self.signal_now, round(before, 12), self.inputs["signal"])
        return told.summary()


@checked
def macd_step(
    fast_ema: Figure,
    slow_ema: Figure,
    signal: Figure,
    value: Figure,
    fast: Periods = METHOD.fast.value,
    slow: Periods = METHOD.slow.value,
    span: Periods = METHOD.signal.value,
) -> MacdStep:
    """Move a whole MACD on by one value: both averages, the line, its signal, the histogram, and whether it crosses.

    Args:
        fast_ema: the fast average one bar ago.
        slow_ema: the slow average one bar ago.
        signal: the signal line one bar ago.
        value: the new value of the series.
        fast: span of the fast average in bars; shorter than `slow`.
        slow: span of the slow average in bars.
        span: span of the signal line in bars.

    Raises:
        ToolError: a number out of range, or fast not below slow.
    """
    require_order(fast, slow)
    fast_now, slow_now = ema_step(fast_ema, value, fast).value, ema_step(slow_ema, value, slow).value
    macd = round(fast_now - slow_now, 12)
    signal_now = ema_step(signal, macd, span).value
    found = macd_cross(macd, signal_now, round(fast_ema - slow_ema, 12), signal)
    quick, lazy = 2 / (fast + 1), 2 / (slow + 1)
    assert found.histogram_before is not None
    assert found.crossed != "unknown"
    return MacdStep(
        inputs={
            "fast_ema": fast_ema,
            "slow_ema": slow_ema,
            "signal": signal,
            "value": value,
            "fast": fast,
            "slow": slow,
            "span": span,
        },
        assumptions=(METHOD.assume("trigger"), METHOD.assume("cross")),
        fast_now=fast_now,
        slow_now=slow_now,
        macd=macd,
        signal_now=signal_now,
        histogram=found.histogram,
        histogram_before=found.histogram_before,
        crossed=found.crossed,
        # The histogram is (1 − a)(MACD − signal before), so the lines meet where the new MACD is the signal before.
        meets_at=round((signal - fast_ema * (1 - quick) + slow_ema * (1 - lazy)) / (quick - lazy), 12),
    )
