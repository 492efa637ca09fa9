"""The line of a MACD one value on, without its signal, and the same turned round: which value brings a line that is wanted.

Each average moves by its weight towards the value; the weight is 2/(span + 1) unless one is given, as some programs do
(MetaStock's 0.15 and 0.075).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from tools.expression import figure
from tools.macd_weights import Weight, kept_of, share_of, weights
from tools.methodology import METHOD
from tools.parameters import Periods, checked
from tools.result import Result
from tools.smoothing import Figure, moved
from tools.wording import level, points
from tools.working import WorkingStep, step


@dataclass(frozen=True, kw_only=True)
class MacdAfterValue(Result):
    """Both averages and the line after one more value.

    Attributes:
        fast_now: the fast average, in the unit of the series.
        slow_now: the slow average.
        macd: fast less slow.
        macd_before: the same one bar ago.
        fast_alpha: weight of the new value in the fast average.
        slow_alpha: its weight in the slow average.
        signal_from_rest: the signal after a series that stood still, whose signal was 0; None of averages that differ.
        histogram_from_rest: the line less that signal; None of averages that differ.
    """

    tool: ClassVar[str] = "macd_after_value"
    fast_now: float
    slow_now: float
    macd: float
    macd_before: float
    fast_alpha: float
    slow_alpha: float
    signal_from_rest: float | None
    histogram_from_rest: float | None

    def summary(self) -> str:
        """The new line and its averages, and the line before."""
        return (
            f"- **MACD after the new value = {points(self.fast_now)} − {_term(self.slow_now)} = {points(self.macd)}**, "
            f"{_move(self.macd, self.macd_before)} {points(self.macd_before)} one bar before.\n"
            f"- Fast average: {self._average('fast', self.fast_now)}; slow average: "
            f"{self._average('slow', self.slow_now)}.{self._from_rest()}"
        )

    def _from_rest(self) -> str:
        """What a step from equal averages brings, which is the same from every level."""
        at, value = self.inputs["fast_ema"], self.inputs["value"]
        if at != self.inputs["slow_ema"] or value == at:
            return ""
        quick, lazy = (share_of(self.inputs, name) for name in ("fast", "slow"))
        return (
            f"\n- From equal averages the MACD moves by the step times the difference of the weights: "
            f"{level(round(value - at, 12))} × ({quick} − {lazy}) = {level(round(value - at, 12))} × "
            f"{points(self.fast_alpha - self.slow_alpha)}.{self._signal()}"
        )

    def _signal(self) -> str:
        """The signal and the histogram of a series that stood still until then."""
        signal, gap, span = self.signal_from_rest or 0.0, self.histogram_from_rest or 0.0, METHOD.signal.value
        return (
            f"\n- Had the series stood still, its signal at 0, a signal of {span} is now 2/{span + 1} × {_term(self.macd)} = "
            f"{points(signal)} and the histogram {points(gap)}: {'an upward' if gap > 0 else 'a downward'} cross from 0."
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """The line before, the two averages, and the line; the signal where the averages were equal."""
        fast, slow, value = (figure(self.inputs[k]) for k in ("fast_ema", "slow_ema", "value"))
        steps = (
            step("MACD before", fast - slow),
            step("Fast average", fast + figure(self.fast_alpha) * (value - fast)),
            step("Slow average", slow + figure(self.slow_alpha) * (value - slow)),
            step("MACD", figure(self.fast_now) - self.slow_now),
        )
        if self.signal_from_rest is None:
            return steps
        signal = step("Signal from rest", 2 / (figure(METHOD.signal.value) + 1) * self.macd)
        return (*steps, signal, step("Histogram from rest", figure(self.macd) - self.signal_from_rest))

    def _average(self, name: str, now: float) -> str:
        """'23.15 + 2/13 × (21.2 − 23.15) = 22.85', with the weight itself where one was given."""
        share = share_of(self.inputs, name)
        return f"{moved(self.inputs[f'{name}_ema'], self.inputs['value'], share)} = {points(now)}"


@dataclass(frozen=True, kw_only=True)
class MacdInput(Result):
    """The value that a line needs.

    Attributes:
        value: the new value of the series at which the MACD comes to the level wanted.
        change: that value less the fast average; of two equal averages, how far the series steps.
        fast_now: the fast average after that value.
        slow_now: the slow average after it.
        fast_alpha: weight of the new value in the fast average.
        slow_alpha: its weight in the slow average.
    """

    tool: ClassVar[str] = "macd_input"
    value: float
    change: float
    fast_now: float
    slow_now: float
    fast_alpha: float
    slow_alpha: float

    def summary(self) -> str:
        """The value, and what a step of one point does to the line."""
        fast, slow, wanted = (self.inputs[k] for k in ("fast_ema", "slow_ema", "wanted"))
        steady = fast == slow
        told = (
            f"a step of {points(self.change)} from {level(fast)}" if steady else f"{points(self.change)} from the fast average"
        )
        return (
            f"- **A new value of {points(self.value)}** ({told}) brings the MACD to {level(wanted)}. "
            f"Below it the MACD stays {f'below {level(wanted)}' if wanted else 'negative'}.\n"
            f"- A point of the new value moves the MACD by {points(self.fast_alpha)} − {points(self.slow_alpha)} = "
            f"{points(self.fast_alpha - self.slow_alpha)}: {kept_of(self.inputs, 'fast')} − {kept_of(self.inputs, 'slow')} + "
            f"x × ({share_of(self.inputs, 'fast')} − {share_of(self.inputs, 'slow')}) = {level(wanted)}. {self._then()}"
        )

    def _then(self) -> str:
        """Where the averages stand after that value."""
        if not self.inputs["wanted"]:
            return f"Both averages are then {points(self.fast_now)}."
        return f"The averages are then {points(self.fast_now)} and {points(self.slow_now)}."

    def working(self) -> tuple[WorkingStep, ...]:
        """What is left of both averages, and the value that makes up the rest."""
        fast, slow, wanted = (figure(self.inputs[k]) for k in ("fast_ema", "slow_ema", "wanted"))
        quick, lazy = figure(self.fast_alpha), figure(self.slow_alpha)
        kept = fast * (1 - quick) - slow * (1 - lazy)
        return (
            step("MACD left without the new value", kept),
            step("New value", (wanted - kept.value) / (quick - lazy)),
        )


@checked
def macd_after_value(
    fast_ema: Figure,
    slow_ema: Figure,
    value: Figure,
    fast: Periods = METHOD.fast.value,
    slow: Periods = METHOD.slow.value,
    fast_weight: Weight | None = None,
    slow_weight: Weight | None = None,
) -> MacdAfterValue:
    """Move the two averages of a MACD on by one value and take its line, where no signal is known.

    Args:
        fast_ema: the fast average one bar ago.
        slow_ema: the slow average one bar ago.
        value: the new value of the series.
        fast: span of the fast average in bars; shorter than `slow`.
        slow: span of the slow average in bars.
        fast_weight: weight of the new value in the fast average, in place of 2/(fast + 1).
        slow_weight: weight of the new value in the slow average, in place of 2/(slow + 1).

    Raises:
        ToolError: a number out of range, or a fast average that is not the faster.
    """
    quick, lazy = weights(fast, slow, fast_weight, slow_weight)
    fast_now = round(fast_ema + quick * (value - fast_ema), 12)
    slow_now = round(slow_ema + lazy * (value - slow_ema), 12)
    macd = round(fast_now - slow_now, 12)
    signal = round(2.0 / (METHOD.signal.value + 1.0) * macd, 12) if fast_ema == slow_ema else None
    return MacdAfterValue(
        inputs={
            "fast_ema": fast_ema,
            "slow_ema": slow_ema,
            "value": value,
            "fast": fast,
            "slow": slow,
            "fast_weight": fast_weight,
            "slow_weight": slow_weight,
        },
        fast_now=fast_now,
        slow_now=slow_now,
        macd=macd,
        signal_from_rest=signal,
        histogram_from_rest=None if signal is None else round(macd - signal, 12),
        macd_before=round(fast_ema - slow_ema, 12),
        fast_alpha=quick,
        slow_alpha=lazy,
    )


@checked
def macd_input(
    fast_ema: Figure,
    slow_ema: Figure,
    wanted: Figure,
    fast: Periods = METHOD.fast.value,
    slow: Periods = METHOD.slow.value,
    fast_weight: Weight | None = None,
    slow_weight: Weight | None = None,
) -> MacdInput:
    """Say which new value takes the line of a MACD to a level that is wanted, such as zero or its signal.

    Args:
        fast_ema: the fast average one bar ago.
        slow_ema: the slow average one bar ago.
        wanted: the MACD that the new bar should bring.
        fast: span of the fast average in bars; shorter than `slow`.
        slow: span of the slow average in bars.
        fast_weight: weight of the new value in the fast average, in place of 2/(fast + 1).
        slow_weight: weight of the new value in the slow average, in place of 2/(slow + 1).

    Raises:
        ToolError: a number out of range, or a fast average that is not the faster.
    """
    quick, lazy = weights(fast, slow, fast_weight, slow_weight)
    value = round((wanted - fast_ema * (1 - quick) + slow_ema * (1 - lazy)) / (quick - lazy), 10)
    return MacdInput(
        inputs={
            "fast_ema": fast_ema,
            "slow_ema": slow_ema,
            "wanted": wanted,
            "fast": fast,
            "slow": slow,
            "fast_weight": fast_weight,
            "slow_weight": slow_weight,
        },
        value=value,
        change=round(value - fast_ema, 10),
        fast_now=round(fast_ema + quick * (value - fast_ema), 9),
        slow_now=round(slow_ema + lazy * (value - slow_ema), 9),
        fast_alpha=quick,
        slow_alpha=lazy,
    )


def _term(value: float) -> str:
    return f"({points(value)})" if value < 0 else points(value)


def _move(now: float, before: float) -> str:
    return "up from" if now > before else "down from" if now < before else "unchanged from"
