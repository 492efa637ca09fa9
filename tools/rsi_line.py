"""An RSI that is known, held against the line of the method."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from tools.expression import figure
from tools.methodology import METHOD
from tools.parameters import Number, checked
from tools.result import Result
from tools.wording import level
from tools.working import WorkingStep, step

Rsi = Annotated[float, Number("level", "0 to 100", low=0, high=100)]


@dataclass(frozen=True, kw_only=True)
class RsiLine(Result):
    """An RSI against the line.

    Attributes:
        extreme: whether it stands above the line of the method (70).
        over: the RSI less that line.
    """

    tool: ClassVar[str] = "rsi_line"
    extreme: bool
    over: float

    def summary(self) -> str:
        """On which side it stands, and what the method does there."""
        line, value = level(METHOD.rsi_above.value), level(self.inputs["value"])
        if self.extreme:
            return (
                f"- **RSI {value} is above {line}**, by {level(self.over)}: on VIX futures that is the method's cue to review "
                "the butterfly's wings. The primary article does not say how to adjust them."
            )
        return (
            f"- **RSI {value} is not above {line}**, so the method's cue to review a butterfly's wings, read on VIX futures, "
            "is not there."
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """The difference."""
        return (step("RSI less the line", figure(self.inputs["value"]) - METHOD.rsi_above.value),)


@checked
def rsi_line(value: Rsi) -> RsiLine:
    """Hold an RSI that is known against the method's line of 70, above which the wings are reviewed.

    Args:
        value: the RSI, of VIX futures in the method.

    Raises:
        ToolError: a number outside 0 to 100.
    """
    line = METHOD.rsi_above.value
    return RsiLine(
        inputs={"value": value},
        assumptions=(METHOD.assume("rsi_above"),),
        extreme=value > line,
        over=round(value - line, 12),
    )
