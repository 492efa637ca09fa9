"""A hedge budget in dollars: how much of it is in, how much is left, and what a share of an account comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from tools.expression import dollars, share
from tools.parameters import Budget, Number, checked
from tools.payoff import exact
from tools.result import Result
from tools.wording import money, percent
from tools.working import WorkingStep, step

Share = Annotated[float, Number("fraction", "1 = 100%", low=0, high=1)]


@dataclass(frozen=True, kw_only=True)
class BudgetSplit(Result):
    """A sum of money cut in two.

    Attributes:
        used: dollars in the share.
        left: dollars outside it.
    """

    tool: ClassVar[str] = "budget_split"
    used: float
    left: float

    def summary(self) -> str:
        """Both parts with their working."""
        budget, share = self.inputs["budget"], self.inputs["deployed"]
        rest = float(1 - exact(share))
        return (
            f"- **{percent(share, 4)} of {money(budget)} = {money(self.used)}** used.\n"
            f"- {percent(rest, 4)} = {money(self.left)} unused."
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """Both parts."""
        budget, part = dollars(self.inputs["budget"]), share(self.inputs["deployed"])
        return (step("Used", part * budget, "$"), step("Unused", budget - dollars(self.used), "$"))


@checked
def budget_split(budget: Budget, deployed: Share) -> BudgetSplit:
    """Split a sum of money into the share that is deployed and the rest.

    Args:
        budget: the whole sum in dollars (a hedge budget, or an account).
        deployed: the share that is used or set aside, 0.65 for 65%.

    Raises:
        ToolError: a budget that is not above zero, or a share outside 0 to 1.
    """
    used = exact(budget) * exact(deployed)
    return BudgetSplit(inputs={"budget": budget, "deployed": deployed}, used=float(used), left=float(exact(budget) - used))
