"""Whole contracts: how many a budget pays for, and how a planned number of them falls into tranches."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from tools.errors import ToolError
from tools.expression import dollars, figure, function, share, total
from tools.methodology import METHOD
from tools.parameters import Budget, Count, Fraction, Step, UnitCost, checked
from tools.payoff import exact
from tools.result import Result
from tools.wording import fixed, money, percent, significant
from tools.working import WorkingStep, step

_WRITTEN = 12  # tranches whose running number is written out


@dataclass(frozen=True, kw_only=True)
class UnitsForBudget(Result):
    """What a budget pays for.

    Attributes:
        at_stake: dollars to spend or to risk: `share` of `budget`.
        units: whole units.
        exact: units before rounding down.
        spent: dollars for the whole units.
        left: dollars left over.
    """

    tool: ClassVar[str] = "units_for_budget"
    at_stake: float
    units: int
    exact: float
    spent: float
    left: float

    def summary(self) -> str:
        """The division, the whole units and what is left."""
        budget, cost, share = self.at_stake, self.inputs["unit_cost"], self.inputs["share"]
        fit = f"{self.units:,} whole unit{'' if self.units == 1 else 's'}"
        exact = fixed(self.exact, 2) if self.exact - self.units < 0.99 else significant(self.exact, 12)  # 0.99999 is no 1.00
        lines = [f"**{money(budget)} / {money(cost)} = {exact}, so {fit} fit{'s' if self.units == 1 else ''}**."]
        if share < 1:
            lines.insert(0, f"{percent(share, 4)} of {money(self.inputs['budget'])} = {money(budget)}.")
        if self.units:
            lines.append(f"Spent {money(self.spent)}, left over {money(self.left)}.")
        else:
            lines.append(f"One unit costs {money(cost - budget)} more than the budget.")
        return "\n".join(f"- {line}" for line in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """The money, the division, what it spends and leaves."""
        cost, part, money_in = dollars(self.inputs["unit_cost"]), self.inputs["share"], dollars(self.at_stake)
        steps = [step("To spend or to risk", share(part) * dollars(self.inputs["budget"]), "$")] if part < 1 else []
        return (
            *steps,
            step("Units before rounding", money_in / cost),
            step("Whole units", function("⌊⌋", money_in / cost), "units", "rounded down"),
            step("Spent", self.units * cost, "$"),
            step("Left over", money_in - dollars(self.spent), "$"),
        )


@checked
def units_for_budget(budget: Budget, unit_cost: UnitCost, share: Fraction = 1.0) -> UnitsForBudget:
    """Count the whole contracts that a budget pays for, and what is left over.

    Args:
        budget: dollars to spend, or to put at risk.
        unit_cost: dollars for one unit: its price, or its largest loss when risk is what is rationed.
        share: the part of `budget` to spend or to risk; all of it unless said.

    Raises:
        ToolError: an amount that is not above zero.
    """
    whole, cost = exact(budget) * exact(share), exact(unit_cost)
    units = int(whole / cost)
    return UnitsForBudget(
        inputs={"budget": budget, "unit_cost": unit_cost, "share": share},
        at_stake=float(whole),
        units=units,
        exact=float(whole / cost),
        spent=float(units * cost),
        left=float(whole - units * cost),
    )


@dataclass(frozen=True, kw_only=True)
class TrancheUnits(Result):
    """A planned number of contracts in the method's tranches.

    Attributes:
        first_range: contracts of the first tranche over the stated 25–30%, before rounding.
        first: whole contracts of the first tranche over that range (lowest, highest), rounded down, at least 0.
        step_exact: contracts of one later tranche before rounding.
        step: whole contracts of one later tranche (rounded down, rounded up).
        ladder: whole contracts tranche by tranche, which together make the planned number.
        held: contracts after the tranches asked for; the planned number where none are.
    """

    tool: ClassVar[str] = "tranche_units"
    first_range: tuple[float, float]
    first: tuple[int, int]
    step_exact: float
    step: tuple[int, int]
    ladder: tuple[int, ...]
    held: int

    def summary(self) -> str:
        """First tranche, later tranches and the whole ladder."""
        planned = self.inputs["planned"]
        low, high = METHOD.first.value
        (a, b), (down, up) = self.first, self.step
        first = f"{a:,}" if a == b else f"{a:,} to {b:,}"
        later = f"{down:,}" if down == up else f"{down:,} or {up:,}"
        one = "" if a else f"; one contract would be {percent(1 / planned)} of the plan"
        low_exact, high_exact = (significant(part, 12) for part in self.first_range)
        return "\n".join(
            (
                *self._after(),
                f"- **First tranche: {100 * low:g}-{percent(high)} of {planned:,} is {low_exact} to "
                f"{high_exact}, so {first} whole contract{'' if first == '1' else 's'}**{one}.",
                f"- A {percent(self.inputs['step'], 4)} add is {significant(self.step_exact, 12)}, so {later} after rounding.",
                f"- From {percent(self.inputs['first'], 4)}: {' + '.join(f'{n:,}' for n in self.ladder)} = "
                f"{sum(self.ladder):,}{self._running()}.",
            )
        )

    def _after(self) -> tuple[str, ...]:
        """What is held after the tranches asked for."""
        count = self.inputs["tranches"]
        if count is None:
            return ()
        adds = f"{count - 1:,} add{'' if count == 2 else 's'}"
        sizes = " + ".join(f"{n:,}" for n in self.ladder[:count])
        planned = self.inputs["planned"]
        told = f" = {self.held:,}" if count > 1 else ""
        tranches = f"After the first tranche{f' and {adds}' if count > 1 else ''}"
        share, left = percent(self.held / planned), planned - self.held
        return (f"- **{tranches}: {sizes}{told} of {planned:,}** ({share}), {left:,} left.",)

    def _running(self) -> str:
        """What is held after each tranche, where that is not too long a row."""
        if not 1 < len(self.ladder) <= _WRITTEN:
            return ""
        return f"; held after each: {' → '.join(f'{n:,}' for n in accumulate(self.ladder))}"

    def working(self) -> tuple[WorkingStep, ...]:
        """The first tranche over its range, one add, and the ladder."""
        planned = figure(self.inputs["planned"])
        low, high = (share(part) for part in METHOD.first.value)
        return (
            step("First tranche, low end", low * planned, "contracts"),
            step("First tranche, high end", high * planned, "contracts"),
            step("One later tranche", share(self.inputs["step"]) * planned, "contracts"),
            step("The ladder", total(self.ladder), "contracts"),
            *([step("Held", total(self.ladder[: self.inputs["tranches"]]), "contracts")] if self.inputs["tranches"] else []),
        )


@checked
def tranche_units(
    planned: Count, first: Fraction = METHOD.first.value[0], step: Step = METHOD.step.value, tranches: Count | None = None
) -> TrancheUnits:
    """Split a planned number of contracts into the method's tranches, in whole contracts.

    Args:
        planned: contracts in the whole planned hedge.
        first: share of the first tranche; the article says 0.25 to 0.30.
        step: share of each later tranche.
        tranches: of how many tranches the contracts are added up, the first one included; left out, of none.

    Raises:
        ToolError: a number that is not whole and above zero, a share outside its range, or more tranches than there are.
    """
    low, high = (planned * exact(share) for share in METHOD.first.value)
    each = planned * exact(step)
    shares, total = [], exact(first)
    while total < 1:
        shares.append(total)
        total += exact(step)
    held = [int(planned * share) for share in shares] + [planned]
    if tranches is not None and tranches > len(held):
        raise ToolError("tranches", tranches, f"at most {len(held)}", "That many reach the whole planned number.")
    return TrancheUnits(
        inputs={"planned": planned, "first": first, "step": step, "tranches": tranches},
        assumptions=(METHOD.assume("first"), METHOD.assume("step", step), METHOD.assume("base"), METHOD.assume("cap")),
        first_range=(float(low), float(high)),
        first=(int(low), int(high)),
        step_exact=float(each),
        step=(int(each), math.ceil(each)),
        ladder=tuple(b - a for a, b in zip([0, *held[:-1]], held, strict=True)),
        held=held[-1 if tranches is None else tranches - 1],
    )
