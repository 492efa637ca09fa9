"""One step of an average whose weight is given, not its span."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from tools.expression import figure
from tools.macd_weights import Weight
from tools.parameters import checked
from tools.result import Result
from tools.smoothing import Figure, moved
from tools.wording import level, points
from tools.working import WorkingStep, step


@dataclass(frozen=True, kw_only=True)
class WeightedStep(Result):
    """An exponential average after one more value.

    Attributes:
        value: the new average, in the unit of the series.
        like_span: the span whose exponential average has this weight, 2/weight − 1; seldom whole.
    """

    tool: ClassVar[str] = "weighted_step"
    value: float
    like_span: float

    def summary(self) -> str:
        """The step with its working, and the span that the weight stands for."""
        previous, new, weight = (self.inputs[k] for k in ("previous", "value", "weight"))
        return (
            f"- **New average = {points(self.value)}**: {moved(previous, new, level(weight))}.\n"
            f"- A weight of {level(weight)} is that of an exponential average of {points(self.like_span)} bars: 2/weight − 1."
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """The step."""
        previous, new, weight = (figure(self.inputs[k]) for k in ("previous", "value", "weight"))
        return (step("New average", previous + weight * (new - previous)),)


@checked
def weighted_step(previous: Figure, value: Figure, weight: Weight) -> WeightedStep:
    """Move an exponential average on by one value, where the weight of the new value is given and not a span.

    Args:
        previous: the average one bar ago.
        value: the new value of the series.
        weight: weight of the new value (alpha, or k), above 0 and at most 1.

    Raises:
        ToolError: a number out of range.
    """
    return WeightedStep(
        inputs={"previous": previous, "value": value, "weight": weight},
        value=round(previous + weight * (value - previous), 12),
        like_span=round(2.0 / weight - 1.0, 9),
    )
