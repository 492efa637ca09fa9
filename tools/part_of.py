"""What one sum of money is of another: a cost, a largest loss or a profit as a share of an account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from tools.expression import dollars
from tools.parameters import Budget, Cost, checked
from tools.payoff import exact
from tools.result import Result
from tools.wording import money, percent, significant
from tools.working import WorkingStep, step


@dataclass(frozen=True, kw_only=True)
class PartOf(Result):
    """One sum of money against another.

    Attributes:
        share: the first over the second, 0.0025 for a quarter of a percent; above 1 where it is more than the whole.
        over: dollars by which the first is more than the whole; 0 where it is not.
    """

    tool: ClassVar[str] = "part_of"
    share: float
    over: float = 0.0

    def summary(self) -> str:
        """The share with its working, and by how much a sum is more than the whole."""
        times = f"{significant(self.share, 4)} times the whole, " if self.over else ""
        more = f"\n- That is {times}{money(self.over)} more than it." if self.over else ""
        return f"- **{money(self.inputs['amount'])} of {money(self.inputs['whole'])} = {percent(self.share, 4)}**.{more}"

    def working(self) -> tuple[WorkingStep, ...]:
        """The one division, and the sum beyond the whole."""
        amount, whole = dollars(self.inputs["amount"]), dollars(self.inputs["whole"])
        return (step("Share", amount / whole, "%"), *([step("More than the whole", amount - whole, "$")] if self.over else []))


@checked
def part_of(amount: Cost, whole: Budget) -> PartOf:
    """Say what share one sum of money is of another, such as a largest loss of an account.

    Args:
        amount: the sum that is a part, in dollars; 0 or more.
        whole: the sum that it is a part of, in dollars.

    Raises:
        ToolError: an amount below zero, or a whole that is not above zero.
    """
    share = float(exact(amount) / exact(whole))
    over = max(float(exact(amount) - exact(whole)), 0.0)
    return PartOf(inputs={"amount": amount, "whole": whole}, share=share, over=over)
