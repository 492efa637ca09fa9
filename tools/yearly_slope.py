"""The slope between two futures by the year, by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from tools.expression import figure
from tools.parameters import Number, Price, checked
from tools.result import Result
from tools.wording import counted, percent, points
from tools.working import WorkingStep, step

_YEAR = 365
_ROLLS = {
    "contango": " It is what a long holder pays by rolling, as long as the curve keeps its shape.",
    "backwardation": " A long holder gains it by rolling, as long as the curve keeps its shape.",
}

Days = Annotated[int, Number("count", "calendar days", low=1, high=1_500, whole=True)]


@dataclass(frozen=True, kw_only=True)
class YearlySlope(Result):
    """The slope between two futures.

    Attributes:
        slope: second over front less 1, as a fraction.
        by_year: slope × 365 over the days between the two settlements, not compounded.
    """

    tool: ClassVar[str] = "yearly_slope"
    slope: float
    by_year: float

    def summary(self) -> str:
        """The slope, its state, and what it is by the year."""
        front, second, days = (self.inputs[k] for k in ("front", "second", "days"))
        state = "contango" if self.slope > 0 else "backwardation" if self.slope < 0 else "flat"
        return (
            f"- **Slope {percent(self.slope)} ({state})**: {points(second)}/{points(front)} − 1.\n"
            f"- **By the year {percent(self.by_year)}**: × {_YEAR}/{days:,}, {counted(days, 'day')} lying between the two; not "
            f"compounded.{_ROLLS.get(state, '')}"
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """The slope, and its share of a year."""
        front, second, days = (figure(self.inputs[k]) for k in ("front", "second", "days"))
        return (step("Slope", second / front - 1, "%"), step("By the year", (second / front - 1) * _YEAR / days, "%"))


@checked
def yearly_slope(front: Price, second: Price, days: Days) -> YearlySlope:
    """Say what the slope between two futures is by the year, from the days between their settlements.

    Args:
        front: price of the nearer future.
        second: price of the later one.
        days: calendar days between their settlements.

    Raises:
        ToolError: a price that is not above zero, or days that are not whole and above zero.
    """
    slope = second / front - 1.0
    return YearlySlope(inputs={"front": front, "second": second, "days": days}, slope=slope, by_year=slope * _YEAR / days)
