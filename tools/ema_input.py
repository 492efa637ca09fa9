"""An exponential average turned round: which new value takes it to a level that is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from tools.expression import figure
from tools.parameters import Periods, checked
from tools.result import Result
from tools.smoothing import Figure
from tools.wording import level, points
from tools.working import WorkingStep, step


@dataclass(frozen=True, kw_only=True)
class EmaInput(Result):
    """The value that an average needs.

    Attributes:
        value: the new value of the series at which the average comes to the level wanted.
        alpha: weight of that value, 2/(span + 1).
    """

    tool: ClassVar[str] = "ema_input"
    value: float
    alpha: float

    def summary(self) -> str:
        """The value, with its working in words."""
        previous, wanted = level(self.inputs["previous"]), level(self.inputs["wanted"])
        return (
            f"- **A new value of {points(self.value)}** takes the average from {previous} to {wanted}.\n"
            f"- A new value moves the average by {points(self.alpha)} of its distance, so the distance must be the move "
            f"wanted over {points(self.alpha)}."
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """The constant, then the step turned round."""
        previous, wanted, span = (figure(self.inputs[k]) for k in ("previous", "wanted", "span"))
        return (
            step("alpha", 2 / (span + 1)),
            step("New value", previous + (wanted - previous) * (span + 1) / 2),
        )


@checked
def ema_input(previous: Figure, wanted: Figure, span: Periods) -> EmaInput:
    """Say which new value takes an exponential moving average to a level that is wanted.

    Args:
        previous: the average one bar ago.
        wanted: the average that the new bar should bring.
        span: number of bars of the average.

    Raises:
        ToolError: a number out of range, or a span that is not whole and above zero.
    """
    return EmaInput(
        inputs={"previous": previous, "wanted": wanted, "span": span},
        value=round(previous + (wanted - previous) * (span + 1.0) / 2.0, 12),
        alpha=2.0 / (span + 1.0),
    )
