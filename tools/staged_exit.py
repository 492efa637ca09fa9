"""A position bought at one price and sold in parts at several: what each part made, all together, and what is still held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from tools.errors import ToolError
from tools.expression import dollars, figure, total
from tools.fills import Fills, price_and_units
from tools.methodology import Assumption
from tools.parameters import Cost, Count, Multiplier, checked
from tools.result import Result
from tools.round_trip import Paid
from tools.wording import gain, level, money, percent, points
from tools.working import WorkingStep, step

_SHOWN = 10  # exits that are told one by one
_OPTION = 10.0  # points: what costs less is an option, which can end worthless; a future cannot


@dataclass(frozen=True, kw_only=True)
class StagedExit(Result):
    """The result of selling a position in parts.

    Attributes:
        average: price received per unit over all exits, weighted by units, in points.
        sold: units sold.
        profits: dollars that each exit made, after fees, in the order of the exits.
        profit: dollars of all exits together, after fees.
        share: profit as a fraction of the dollars paid for what was sold.
        held: units still held; 0 where everything is sold or no number bought was given.
        held_cost: dollars paid for them.
    """

    tool: ClassVar[str] = "staged_exit"
    average: float
    sold: float
    profits: tuple[float, ...]
    profit: float
    share: float
    held: float
    held_cost: float

    def summary(self) -> str:
        """What all exits made, each of them, and what is still open."""
        entry, exits = self.inputs["entry"], self.inputs["exits"]
        word = "profit" if self.profit > 0 else "loss" if self.profit < 0 else "result"
        after = " after fees" if self.inputs["fees"] else ""
        paid = entry * self.inputs["multiplier"] * self.sold
        lines = [
            f"**Bought at {points(entry)}, {level(self.sold)} sold at {points(self.average)} on average: "
            f"a {word} of {money(abs(self.profit))}**{after}, {percent(self.share)} of the {money(paid)} paid at the entry."
        ]
        parts = [
            f"{level(units)} at {points(price)}: {gain(price - entry)} a unit, {money(made)}"
            for (price, units), made in zip(exits[:_SHOWN], self.profits, strict=False)
        ]
        lines.append("; ".join(parts) + ("; …" if len(exits) > _SHOWN else "") + ".")
        if self.held:
            cost = money(self.held_cost)
            lines.append(f"{level(self.held)} are still held; they cost {cost}, and nothing is counted for them.")
            if entry < _OPTION:
                whole = round(self.profit - self.held_cost, 9)
                word = "profit" if whole > 0 else "loss" if whole < 0 else "result"
                lines.append(f"Should they end worthless, all together makes a {word} of {money(abs(whole))}.")
        lines.append("The primary article states no rule for selling before settlement.")
        return "\n".join(f"- {line}" for line in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """The average exit, the points made, the dollars, and their share of what was paid."""
        entry, multiplier, fees = (self.inputs[k] for k in ("entry", "multiplier", "fees"))
        received = total(figure(units) * price for price, units in self.inputs["exits"])
        made = (figure(self.average) - entry) * dollars(multiplier) * self.sold
        return (
            step("Average exit", received / self.sold, "points"),
            step("Profit", made - dollars(fees) * self.sold if fees else made, "$"),
            step("Share of what was paid", dollars(self.profit) / (figure(entry) * dollars(multiplier) * self.sold), "%"),
        )


@checked
def staged_exit(
    entry: Paid, exits: Fills, *, contracts: Count | None = None, multiplier: Multiplier = 100.0, fees: Cost = 0.0
) -> StagedExit:
    """Profit or loss of a position that is sold in parts at several prices, and what of it is still held.

    Args:
        entry: price paid for one unit, in points.
        exits: (price, units) of each sale, in points.
        contracts: how many units were bought; without it as many as were sold.
        multiplier: dollars a point ($100 for VIX and SPX options, $1,000 for a VIX future).
        fees: fees in dollars for one unit, in and out together.

    Raises:
        ToolError: a figure outside its range, no exit, or more sold than bought.
    """
    pairs = price_and_units(exits, "exits")
    sold = sum(units for _, units in pairs)
    if contracts is not None and sold > contracts:
        raise ToolError(
            "exits", f"{sold:g} sold", f"no more than the {contracts:,} bought", "Give what was bought, or less sold."
        )
    held = 0.0 if contracts is None else contracts - sold
    profits = tuple(round(((price - entry) * multiplier - fees) * units, 9) for price, units in pairs)
    profit = round(sum(profits), 9)
    return StagedExit(
        inputs={"entry": entry, "exits": pairs, "contracts": contracts, "multiplier": multiplier, "fees": fees},
        assumptions=(Assumption("multiplier", multiplier, "convention", f"One point is worth {money(multiplier)}."),),
        average=sum(price * units for price, units in pairs) / sold,
        sold=sold,
        profits=profits,
        profit=profit,
        share=profit / (entry * multiplier * sold),
        held=held,
        held_cost=round(held * entry * multiplier, 9),
    )
