"""One step of an average, by hand: the exponential average, Wilder's average, and the weight of the newest value."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Annotated, ClassVar

from tools.expression import figure
from tools.methodology import METHOD
from tools.parameters import Number, Periods, checked
from tools.result import Result
from tools.wording import counted, level, percent, points, significant
from tools.working import WorkingStep, step

Figure = Annotated[float, Number("level", "in the unit of the series", low=-1e12, high=1e12)]
Ago = Annotated[int, Number("count", "bars", low=0, high=100_000, whole=True)]
_TENTHS = 20  # tenths in 2: a number of bars that divides them has a weight of whole tenths

Average = Annotated[float, Number("level", "in the unit of the series", low=0, high=1e12)]


@dataclass(frozen=True, kw_only=True)
class EmaStep(Result):
    """An exponential average after one more value.

    Attributes:
        alpha: weight of the newest value, 2/(span + 1).
        gap: the new value less the average before it.
        value: the new average, in the unit of the series.
    """

    tool: ClassVar[str] = "ema_step"
    alpha: float
    gap: float
    value: float

    def summary(self) -> str:
        """The step with its working, and where alpha comes from."""
        previous, new, span = (self.inputs[k] for k in ("previous", "value", "span"))
        return (
            f"- **New EMA = {points(self.value)}**: {moved(previous, new, weight(span))} = "
            f"{level(previous)} + {weight(span)} × {bracketed(self.gap)}.\n"
            f"- alpha = 2/({span:,} + 1) = {points(self.alpha)}: the share of the way that the average moves towards the new "
            "value."
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """The constant, then the step."""
        previous, new, span = (self.inputs[k] for k in ("previous", "value", "span"))
        return (
            step("alpha", 2 / (figure(span) + 1)),
            step("New EMA", figure(previous) + figure(self.alpha) * (figure(new) - previous)),
        )


@checked
def ema_step(previous: Figure, value: Figure, span: Periods) -> EmaStep:
    """Move an exponential moving average on by one value.

    Args:
        previous: the average one bar ago.
        value: the new value of the series.
        span: number of bars of the average; the new value weighs 2/(span + 1).

    Raises:
        ToolError: a number out of range, or a span that is not whole and above zero.
    """
    alpha = 2.0 / (span + 1.0)
    return EmaStep(
        inputs={"previous": previous, "value": value, "span": span},
        alpha=alpha,
        gap=round(value - previous, 12),
        value=round((1.0 - alpha) * previous + alpha * value, 12),
    )


@dataclass(frozen=True, kw_only=True)
class WilderStep(Result):
    """Wilder's average after one more value.

    Attributes:
        value: the new average, in the unit of the series.
    """

    tool: ClassVar[str] = "wilder_step"
    value: float

    def summary(self) -> str:
        """The step with its working."""
        previous, new, period = (self.inputs[k] for k in ("previous", "value", "period"))
        return (
            f"- **Next Wilder average = {points(self.value)}**: "
            f"({period - 1:,} × {level(previous)} + {level(new)}) / {period:,}.\n"
            f"- The newest value weighs 1/{period:,}. A bar that fell has a gain of 0, one that rose a loss of 0."
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """The step."""
        previous, new, period = (self.inputs[k] for k in ("previous", "value", "period"))
        return (step("Next Wilder average", ((figure(period) - 1) * previous + new) / period),)


@checked
def wilder_step(previous: Average, value: Average, period: Periods = METHOD.rsi_period.value) -> WilderStep:
    """Move Wilder's average gain or loss, as the RSI uses it, on by one bar.

    Args:
        previous: the average gain (or loss) one bar ago.
        value: the gain (or loss) of the new bar; 0 where there was none.
        period: number of changes in the average.

    Raises:
        ToolError: a number out of range, or a period that is not whole and above zero.
    """
    return WilderStep(
        inputs={"previous": previous, "value": value, "period": period},
        value=round(((period - 1) * previous + value) / period, 12),
    )


@dataclass(frozen=True, kw_only=True)
class SmoothingConstant(Result):
    """The weight of the newest value in an average of so many periods.

    Attributes:
        alpha: weight in an exponential average, 2/(span + 1).
        wilder: weight in Wilder's average, 1/span.
        wilder_as_span: span of the exponential average that weighs like Wilder's, 2·span − 1.
        half_life: bars in which the weight of a value halves, ln 0.5 / ln(1 − alpha); 0 where only the newest counts.
        aged: weight of the value so many bars back, alpha × (1 − alpha)^ago; None where no bars are given.
    """

    tool: ClassVar[str] = "smoothing_constant"
    alpha: float
    wilder: float
    wilder_as_span: int
    half_life: float
    aged: float | None

    def summary(self) -> str:
        """The constant, and Wilder's beside it; the weight of an older value where one is asked for."""
        span = self.inputs["span"]
        return (
            f"{self._older()}"
            f"- **alpha = 2/({span:,} + 1) = 2/{span + 1:,} = {points(self.alpha)}, or {percent(self.alpha, 2)}**, for an "
            f"exponential average of {counted(span, 'period')}{self._rest()}.\n"
            f"- Wilder's average of {span:,} weighs the newest value 1/{span:,} = {points(self.wilder)}, "
            f"like an exponential average of {self.wilder_as_span:,}.{self._halves()}"
        )

    def _rest(self) -> str:
        """What is left to the average before; "" where only the newest value counts."""
        return f"; the other {percent(1.0 - self.alpha, 2)} stays with the average before" if self.alpha < 1 else ""

    def _halves(self) -> str:
        """How fast the exponential average forgets."""
        if not self.half_life:
            return ""
        span = self.inputs["span"]
        return (
            f"\n- In the exponential average the weight of a value halves every {significant(self.half_life, 3)} bars: "
            f"ln 0.5 / ln({span - 1:,}/{span + 1:,})."
        )

    def _older(self) -> str:
        if self.aged is None:
            return ""
        span, ago = self.inputs["span"], self.inputs["ago"]
        return (
            f"- **The value of {counted(ago, 'bar')} ago weighs {percent(self.aged, 2)}**: 2/{span + 1:,} × "
            f"({span - 1:,}/{span + 1:,})^{ago:,} = {significant(self.aged, 4)}.\n"
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """The three divisions, and the older weight."""
        span = figure(self.inputs["span"])
        alpha = figure(self.alpha)
        older = () if self.aged is None else (step("Older value", alpha * (1 - alpha) ** self.inputs["ago"]),)
        return (
            *older,
            step("alpha", 2 / (span + 1)),
            step("Wilder's weight", 1 / span),
            step("Exponential average that weighs like Wilder's", 2 * span - 1, "periods"),
        )


@checked
def smoothing_constant(span: Periods, ago: Ago | None = None) -> SmoothingConstant:
    """Give the smoothing constant (alpha) of an exponential average of so many periods.

    Args:
        span: number of periods of the average.
        ago: bars since a value, to say what it still weighs; 0 is the newest.

    Raises:
        ToolError: a span that is not whole and above zero.
    """
    alpha = 2.0 / (span + 1.0)
    return SmoothingConstant(
        inputs={"span": span, **({} if ago is None else {"ago": ago})},
        alpha=alpha,
        wilder=1.0 / span,
        wilder_as_span=2 * span - 1,
        half_life=math.log(0.5) / math.log(1.0 - alpha) if span > 1 else 0.0,
        aged=None if ago is None else alpha * (1.0 - alpha) ** ago,
    )


def weight(span: int) -> str:
    """The weight of the newest value in an exponential average of so many bars: '2/13', or '0.2' where that is exact."""
    return level(2.0 / (span + 1.0)) if _TENTHS % (span + 1) == 0 else f"2/{span + 1:,}"


def moved(previous: float, value: float, share: str) -> str:
    """One step of an average of which the new value takes a share: '19.85 + 2/13 × (20.6 − 19.85)'."""
    return f"{level(previous)} + {share} × ({level(value)} − {bracketed(previous)})"


def bracketed(value: float) -> str:
    """A number after a sign: in brackets where it has one of its own."""
    return f"({level(value)})" if value < 0 else level(value)
