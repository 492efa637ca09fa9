"""The RSI moved on by one change, and the ratio of gains to losses that an RSI stands for."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Annotated, ClassVar

from tools.errors import ToolError
from tools.expression import figure
from tools.methodology import METHOD
from tools.parameters import Number, Periods, checked
from tools.result import Result
from tools.rsi_value import rsi_value
from tools.smoothing import Average, Figure, wilder_step
from tools.wording import fixed, level, points
from tools.working import WorkingStep, step

Rsi = Annotated[float, Number("level", "0 to 100", low=0, high=100)]


@dataclass(frozen=True, kw_only=True)
class RsiStep(Result):
    """An RSI before and after one more change.

    Attributes:
        before: the RSI of the averages given; NaN where nothing has moved.
        after: the RSI after the change; NaN likewise.
        strength_now: average gain over average loss (RS) after it; inf without a loss, NaN where nothing has moved.
        gain_now: Wilder's average gain after the change.
        loss_now: Wilder's average loss after it.
        extreme: whether the RSI after it stands above the line of the method (70).
    """

    tool: ClassVar[str] = "rsi_step"
    before: float
    after: float
    strength_now: float
    gain_now: float
    loss_now: float
    extreme: bool

    def summary(self) -> str:
        """Both RSIs, the new averages, and the method's line."""
        place = "above" if self.extreme else "not above"
        ratio = f" (RS {points(self.strength_now)})" if math.isfinite(self.strength_now) else ""
        return (
            f"- **RSI before {_told(self.before)}, after {_told(self.after)}**, {place} {METHOD.rsi_above.value:g}.\n"
            f"- Wilder's averages are now: gain {self._moved('gain', 1)} = {points(self.gain_now)}, loss "
            f"{self._moved('loss', -1)} = {points(self.loss_now)}{ratio}. A change that is a fall counts as a gain of 0 and a "
            "loss of its size, a rise the other way round."
        )

    def _moved(self, name: str, side: int) -> str:
        """'(13 × 0.62 + 0.84)/14'."""
        period, added = self.inputs["period"], max(side * self.inputs["change"], 0.0)
        return f"({period - 1:,} × {level(self.inputs[f'average_{name}'])} + {level(added)})/{period:,}"

    def working(self) -> tuple[WorkingStep, ...]:
        """The RSI before, the two averages moved on, the RSI after."""
        gain, loss, period = (figure(self.inputs[k]) for k in ("average_gain", "average_loss", "period"))
        change = self.inputs["change"]
        steps = [step("RSI before", 100 * gain / (gain + loss))] if not math.isnan(self.before) else []
        steps += [
            step("Average gain", ((period - 1) * gain + max(change, 0.0)) / period),
            step("Average loss", ((period - 1) * loss + max(-change, 0.0)) / period),
        ]
        if not math.isnan(self.after):
            steps.append(step("RSI after", 100 * figure(self.gain_now) / (figure(self.gain_now) + self.loss_now)))
        return tuple(steps)


@checked
def rsi_step(
    average_gain: Average, average_loss: Average, change: Figure, period: Periods = METHOD.rsi_period.value
) -> RsiStep:
    """Move an RSI on by one change of the price: the RSI before and after.

    Args:
        average_gain: Wilder's average of the gains one bar ago, at least 0.
        average_loss: Wilder's average of the losses one bar ago, as a positive number.
        change: the change of the new bar; negative where it fell.
        period: number of changes in the averages.

    Raises:
        ToolError: a number out of range.
    """
    gain = wilder_step(average_gain, max(change, 0.0), period).value
    loss = wilder_step(average_loss, max(-change, 0.0), period).value
    after = rsi_value(gain, loss)
    return RsiStep(
        inputs={"average_gain": average_gain, "average_loss": average_loss, "change": change, "period": period},
        assumptions=(METHOD.assume("rsi_above"), METHOD.assume("rsi_period", period)),
        before=rsi_value(average_gain, average_loss).rsi,
        after=after.rsi,
        strength_now=gain / loss if loss else math.inf if gain else math.nan,
        gain_now=gain,
        loss_now=loss,
        extreme=after.extreme,
    )


@dataclass(frozen=True, kw_only=True)
class RsiRatio(Result):
    """What an RSI says about gains and losses.

    Attributes:
        strength: average gain over average loss (RS); inf at an RSI of 100.
        average_gain: the average gain that goes with the average loss given; None without one.
        average_loss: the average loss that goes with the average gain given; None without one.
    """

    tool: ClassVar[str] = "rsi_ratio"
    strength: float
    average_gain: float | None
    average_loss: float | None

    def summary(self) -> str:
        """The ratio with its working, and the average gain or loss that goes with the other."""
        value = self.inputs["rsi"]
        if math.isinf(self.strength):
            return f"- **An RSI of {level(value)} has no loss in its average**: the ratio RS is unlimited."
        told = (
            f"- **RS = {points(self.strength)}**: {level(value)} / (100 − {level(value)}) = "
            f"{level(value)}/{level(round(100 - value, 10))}, the average gain over the average loss at an RSI of "
            f"{level(value)}."
        )
        if self.average_gain is not None:
            loss = level(self.inputs["average_loss"])
            told += f"\n- **Average gain = {points(self.average_gain)}**, with an average loss of {loss}."
        if self.average_loss is not None:
            gain = level(self.inputs["average_gain"])
            told += f"\n- **Average loss = {points(self.average_loss)}**, with an average gain of {gain}."
        return f"{told}\n- A close that does not change shrinks both averages alike, and leaves the RSI where it is."

    def working(self) -> tuple[WorkingStep, ...]:
        """The division, and the average gain or loss."""
        value = figure(self.inputs["rsi"])
        steps = [step("RS", value / (100 - value))]
        if self.average_gain is not None:
            steps.append(step("Average gain", figure(self.inputs["average_loss"]) * value / (100 - value)))
        if self.average_loss is not None:
            steps.append(step("Average loss", figure(self.inputs["average_gain"]) * (100 - value) / value))
        return tuple(steps)


@checked
def rsi_ratio(rsi: Rsi, average_loss: Average | None = None, average_gain: Average | None = None) -> RsiRatio:
    """Give the ratio of average gain to average loss (RS) that an RSI stands for, and one of them that goes with the other.

    Args:
        rsi: the RSI, 0 to 100.
        average_loss: the average loss, to say which average gain makes that RSI with it.
        average_gain: the average gain, to say which average loss makes that RSI with it.

    Raises:
        ToolError: a number out of range, an RSI of 100 with an average loss, or one of 0 with an average gain.
    """
    if rsi >= 100 and average_loss is not None:
        raise ToolError("rsi", rsi, "below 100 where there is an average loss")
    if rsi <= 0 and average_gain is not None:
        raise ToolError("rsi", rsi, "above 0 where there is an average gain")
    strength = rsi / (100.0 - rsi) if rsi < 100 else math.inf
    given = {"average_loss": average_loss, "average_gain": average_gain}
    return RsiRatio(
        inputs={"rsi": rsi, **{name: value for name, value in given.items() if value is not None}},
        strength=strength,
        average_gain=None if average_loss is None else round(average_loss * strength, 12),
        average_loss=None if average_gain is None else round(average_gain * (100.0 - rsi) / rsi, 12),
    )


def _told(rsi: float) -> str:
    return "undefined" if math.isnan(rsi) else fixed(rsi, 2)
