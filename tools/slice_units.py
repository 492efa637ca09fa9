"""The whole units that one slice of a budget buys by itself, with nothing carried to it from the slice before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tools.payoff import exact
from tools.wording import fixed, money, percent, significant


@dataclass(frozen=True)
class SliceUnits:
    """One slice in whole units.

    Attributes:
        share: the slice as a share of the budget.
        cash: dollars of the slice.
        unit_cost: dollars of one unit.
        exact: units before rounding.
        units: whole units, rounded down.
        spent: dollars for them.
        left: dollars of the slice that stay unspent.
    """

    share: float
    cash: float
    unit_cost: float
    exact: float
    units: int
    spent: float
    left: float

    def __str__(self) -> str:
        # 0.99999 is no 1.00
        count = fixed(self.exact, 2) if self.exact - self.units < 0.99 else significant(self.exact, 12)
        fits = f"{self.units:,} for {money(self.spent)}, {money(self.left)} unspent" if self.units else "0, all unspent"
        return f"{percent(self.share, 4)} = {money(self.cash)} / {money(self.unit_cost)} = {count}, so {fits}"


def slices_alone(budget: float, unit_cost: float, shares: Iterable[float]) -> tuple[SliceUnits, ...]:
    """`SliceUnits` of each share of a budget in dollars, each share once."""
    cost, out = exact(unit_cost), []
    for share in dict.fromkeys(shares):
        cash = exact(budget) * exact(share)
        units = int(cash / cost)
        spent = units * cost
        exactly = float(cash / cost)
        out.append(SliceUnits(share, float(cash), float(cost), exactly, units, float(spent), float(cash - spent)))
    return tuple(out)
