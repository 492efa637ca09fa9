"""How many units make a profit that is wanted, where one of them makes a known sum: `units_for_budget` the other way."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Annotated, ClassVar

from tools.errors import ToolError
from tools.expression import dollars, function
from tools.parameters import Budget, Cost, Number, checked
from tools.payoff import exact
from tools.result import Result
from tools.wording import counted, fixed, money
from tools.working import WorkingStep, step

Each = Annotated[float, Number("money", "dollars a unit", low=-1e12, high=1e12)]


@dataclass(frozen=True, kw_only=True)
class UnitsForProfit(Result):
    """The units that it takes.

    Attributes:
        units: whole units, rounded up.
        exact: units before rounding up.
        profit: dollars that the whole units make.
        over: dollars by which that is more than what was wanted.
        paid: dollars that the whole units cost; None where it is not told what one costs.
    """

    tool: ClassVar[str] = "units_for_profit"
    units: int
    exact: float
    profit: float
    over: float
    paid: float | None

    def summary(self) -> str:
        """The division, the whole units and what they make."""
        wanted, each = self.inputs["wanted"], self.inputs["each"]
        return (
            f"- **{money(wanted)} / {money(each)} = {fixed(self.exact, 2)}, so it takes {counted(self.units, 'unit')}** at "
            f"{money(each)} each.\n"
            f"- Together they make {money(self.profit)}{f', {money(self.over)} more than wanted' if self.over else ''}. "
            f"Whether it settles where one makes that, this does not tell.{self._say_paid()}"
        )

    def _say_paid(self) -> str:
        """What the whole units cost, which is what they lose where nothing comes back."""
        if self.paid is None:
            return ""
        return f"\n- They cost {self.units:,} × {money(self.inputs['cost'])} = {money(self.paid)}."

    def working(self) -> tuple[WorkingStep, ...]:
        """The division, rounded up, and what it comes to."""
        wanted, each = dollars(self.inputs["wanted"]), dollars(self.inputs["each"])
        cost = () if self.paid is None else (step("They cost", self.units * dollars(self.inputs["cost"]), "$"),)
        return (
            step("Units before rounding", wanted / each),
            step("Whole units", function("⌈⌉", wanted / each), "units", "rounded up"),
            step("Together", self.units * each, "$"),
            *cost,
        )


@checked
def units_for_profit(wanted: Budget, each: Each, cost: Cost | None = None) -> UnitsForProfit:
    """Count the whole contracts that it takes to make a profit, where one of them makes a known sum.

    Args:
        wanted: the profit wanted in dollars (or a loss elsewhere that is to be made good).
        each: dollars that one unit makes.
        cost: dollars that one unit costs, to say what all of them do.

    Raises:
        ToolError: a profit that is not above zero, or a unit that makes nothing.
    """
    if each <= 0:
        raise ToolError("each", each, "above zero: one unit has to make something", "No number of them makes a profit there.")
    needed = exact(wanted) / exact(each)
    units = math.ceil(needed)
    profit = units * exact(each)
    return UnitsForProfit(
        inputs={"wanted": wanted, "each": each, **({} if cost is None else {"cost": cost})},
        units=units,
        exact=float(needed),
        profit=float(profit),
        over=float(profit - exact(wanted)),
        paid=None if cost is None else float(units * exact(cost)),
    )
