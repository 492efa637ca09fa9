"""Whole contracts that a budget pays for, at what one costs now and at what it cost before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from tools.expression import dollars, figure, function, share
from tools.parameters import Budget, Cost, Fraction, UnitCost, checked
from tools.payoff import exact
from tools.result import Result
from tools.wording import counted, fixed, money, percent, significant
from tools.working import WorkingStep, step


@dataclass(frozen=True, kw_only=True)
class UnitsForBudget(Result):
    """What a budget pays for.

    Attributes:
        at_stake: dollars to spend or to risk: `share` of `budget`.
        each: dollars of one unit with its fees.
        units: whole units.
        exact: units before rounding down.
        spent: dollars for the whole units.
        left: dollars left over.
        one_is: what one unit is of the whole `budget`, where only a share of that may be spent; else None.
        units_before, spent_before: whole units and dollars at the old cost; None where none is told.
        fewer: how many fewer units it is now; negative where it is more.
    """

    tool: ClassVar[str] = "units_for_budget"
    at_stake: float
    each: float
    units: int
    exact: float
    spent: float
    left: float
    one_is: float | None = None
    units_before: int | None = None
    spent_before: float | None = None
    fewer: int | None = None

    def summary(self) -> str:
        """The division, the whole units and what is left."""
        budget, cost, share = self.at_stake, self.each, self.inputs["share"]
        fit = f"{self.units:,} whole unit{'' if self.units == 1 else 's'}"
        exact = fixed(self.exact, 2) if self.exact - self.units < 0.99 else significant(self.exact, 12)  # 0.99999 is no 1.00
        lines = [f"**{money(budget)} / {money(cost)} = {exact}, so {fit} fit{'s' if self.units == 1 else ''}**."]
        if share < 1:
            lines.insert(0, f"{percent(share, 4)} of {money(self.inputs['budget'])} = {money(budget)}.")
        if fees := self.inputs.get("fees"):
            lines.insert(0, f"One unit costs {money(self.inputs['unit_cost'])} + {money(fees)} of fees = {money(cost)}.")
        if self.units:
            lines.append(f"Spent {money(self.spent)}, left over {money(self.left)}.")
        else:
            lines.append(f"One unit costs {money(cost - budget)} more than the budget.")
        if self.one_is is not None:
            lines.append(f"One unit is {percent(self.one_is, 2)} of {money(self.inputs['budget'])}.")
        if self.units_before is not None and self.spent_before is not None and self.fewer is not None:
            now = f"{abs(self.fewer):,} {'more' if self.fewer < 0 else 'fewer'} now" if self.fewer else "as many now"
            before = counted(self.units_before, "unit")
            charged = " with fees" if self.inputs.get("fees") else ""
            old = money(self._before)
            lines.append(f"At {old}{charged} it was {before} for {money(self.spent_before)}: {now}.")
        return "\n".join(f"- {line}" for line in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """The money, the division, what it spends and leaves."""
        cost, part, money_in = dollars(self.each), self.inputs["share"], dollars(self.at_stake)
        fees = self.inputs.get("fees")
        charged = [step("One unit with fees", dollars(self.inputs["unit_cost"]) + dollars(fees), "$")] if fees else []
        steps = [step("To spend or to risk", share(part) * dollars(self.inputs["budget"]), "$")] if part < 1 else []
        return (
            *charged,
            *steps,
            step("Units before rounding", money_in / cost),
            step("Whole units", function("⌊⌋", money_in / cost), "units", "rounded down"),
            step("Spent", self.units * cost, "$"),
            step("Left over", money_in - dollars(self.spent), "$"),
            *([] if self.one_is is None else [step("One unit of the whole", cost / dollars(self.inputs["budget"]), "%")]),
            *self._working_before(),
        )

    @property
    def _before(self) -> float:
        """Dollars of one unit at the old cost, with its fees."""
        return float(exact(self.inputs["old_cost"]) + exact(self.inputs.get("fees", 0.0)))

    def _working_before(self) -> tuple[WorkingStep, ...]:
        """The units at the old cost, and how many fewer it is now."""
        if self.units_before is None:
            return ()
        cost = dollars(self._before)
        return (
            step("Whole units before", function("⌊⌋", dollars(self.at_stake) / cost), "units", "rounded down"),
            step("Spent before", self.units_before * cost, "$"),
            step("Fewer", figure(self.units_before) - figure(self.units), "units"),
        )


@checked
def units_for_budget(
    budget: Budget, unit_cost: UnitCost, share: Fraction = 1.0, old_cost: UnitCost | None = None, fees: Cost = 0.0
) -> UnitsForBudget:
    """Count the whole contracts that a budget pays for, and what is left over.

    Args:
        budget: dollars to spend, or to put at risk.
        unit_cost: dollars for one unit: its price, or its largest loss when risk is what is rationed.
        share: the part of `budget` to spend or to risk; all of it unless said.
        old_cost: what one unit cost before, where the same money at both is to be set side by side.
        fees: dollars of fees on each unit, on top of its cost.

    Raises:
        ToolError: an amount that is not above zero.
    """
    whole, cost = exact(budget) * exact(share), exact(unit_cost) + exact(fees)
    units = int(whole / cost)
    before = None if old_cost is None else int(whole / (exact(old_cost) + exact(fees)))
    told = {**({} if old_cost is None else {"old_cost": old_cost}), **({"fees": fees} if fees else {})}
    return UnitsForBudget(
        inputs={"budget": budget, "unit_cost": unit_cost, "share": share, **told},
        at_stake=float(whole),
        each=float(cost),
        units=units,
        exact=float(whole / cost),
        spent=float(units * cost),
        left=float(whole - units * cost),
        one_is=float(cost / exact(budget)) if share < 1 else None,
        units_before=before,
        spent_before=None if before is None or old_cost is None else float(before * (exact(old_cost) + exact(fees))),
        fewer=None if before is None else before - units,
    )
