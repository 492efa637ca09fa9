"""Two sums of money set against each other: by how many dollars one is more than the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from tools.expression import dollars
from tools.parameters import Number, checked
from tools.payoff import exact
from tools.result import Result
from tools.wording import money
from tools.working import WorkingStep, step

Sum = Annotated[float, Number("money", "dollars", low=-1e12, high=1e12)]


@dataclass(frozen=True, kw_only=True)
class DollarDifference(Result):
    """One sum against another.

    Attributes:
        difference: the larger less the smaller, in dollars; 0 or more.
        larger: "first", "second", or "neither" where they are equal.
    """

    tool: ClassVar[str] = "dollar_difference"
    difference: float
    larger: str

    def summary(self) -> str:
        """Which is the larger, and by how much."""
        first, second = self.inputs["first"], self.inputs["second"]
        if not self.difference:
            return f"- **Both are {money(first)}**: no difference."
        more, less = (first, second) if self.larger == "first" else (second, first)
        return (
            f"- **The {self.larger}, {money(more)}, is more by {money(self.difference)}** than the "
            f"{'second' if self.larger == 'first' else 'first'}, {money(less)}."
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """The one subtraction."""
        first, second = self.inputs["first"], self.inputs["second"]
        more, less = (second, first) if self.larger == "second" else (first, second)
        return (step("Difference", dollars(more) - dollars(less), "$"),)


@checked
def dollar_difference(first: Sum, second: Sum) -> DollarDifference:
    """Say by how many dollars one sum is more than another, such as the best results of two butterflies.

    Args:
        first: one sum in dollars; a loss is negative.
        second: the other sum in dollars.

    Raises:
        ToolError: an amount that is not finite, or beyond a million million.
    """
    gap = exact(first) - exact(second)
    return DollarDifference(
        inputs={"first": first, "second": second},
        difference=float(abs(gap)),
        larger="first" if gap > 0 else "second" if gap < 0 else "neither",
    )
