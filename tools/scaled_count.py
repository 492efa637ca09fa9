"""A rule of so many contracts for so much account, carried over to an account of another size."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

from tools.expression import dollars, figure, function
from tools.parameters import Budget, Count, UnitCost, checked
from tools.payoff import exact
from tools.result import Result
from tools.wording import counted, fixed, money, percent
from tools.working import WorkingStep, step


@dataclass(frozen=True, kw_only=True)
class ScaledCount(Result):
    """The contracts that the rule gives.

    Attributes:
        exact: contracts before rounding.
        units: whole contracts, rounded down.
        cost: dollars of the whole contracts; None where no cost of one is known.
        share: their cost as a share of the account; None likewise.
    """

    tool: ClassVar[str] = "scaled_count"
    exact: float
    units: int
    cost: float | None
    share: float | None

    def summary(self) -> str:
        """The rule of three, and what the contracts cost."""
        count, per, account, unit = (self.inputs[k] for k in ("count", "per", "account", "unit_cost"))
        rounded = "" if self.exact == self.units else f" (rounded down from {fixed(self.exact, 2)})"
        lines = [
            f"**{count} × {money(account)} / {money(per)} = {counted(self.units, 'contract')}**{rounded}: "
            f"{count} for every {money(per)} of account."
        ]
        if self.cost is not None and self.share is not None:
            lines.append(f"At {money(unit)} each: {money(self.cost)}, {percent(self.share, 2)} of {money(account)}.")
        return "\n".join(f"- {line}" for line in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """The proportion, rounded down, and the cost."""
        account, per = dollars(self.inputs["account"]), dollars(self.inputs["per"])
        contracts = figure(self.inputs["count"]) * account / per
        steps = [
            step("Contracts before rounding", contracts),
            step("Whole contracts", function("⌊⌋", contracts), "contracts", "rounded down"),
        ]
        if self.cost is not None:
            steps.append(step("Cost", self.units * dollars(self.inputs["unit_cost"]), "$"))
            steps.append(step("Share of the account", dollars(self.cost) / account, "%"))
        return tuple(steps)


@checked
def scaled_count(count: Count, per: Budget, account: Budget, unit_cost: UnitCost | None = None) -> ScaledCount:
    """Carry a rule such as 20 spreads for each $100,000 over to an account of another size.

    Args:
        count: contracts in the rule.
        per: dollars of account that the rule gives them for.
        account: dollars of the account that is asked about.
        unit_cost: dollars of one contract, where its cost is known.

    Raises:
        ToolError: contracts that are not a whole number, or a sum that is not above zero.
    """
    contracts = count * exact(account) / exact(per)
    units = math.floor(contracts)
    cost = None if unit_cost is None else units * exact(unit_cost)
    return ScaledCount(
        inputs={"count": count, "per": per, "account": account, "unit_cost": unit_cost},
        exact=float(contracts),
        units=units,
        cost=None if cost is None else float(cost),
        share=None if cost is None else float(cost / exact(account)),
    )
