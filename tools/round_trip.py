"""A position bought and sold before it settles: what it made in points, in dollars, and in percent of what was paid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from tools.expression import dollars, figure
from tools.methodology import Assumption
from tools.parameters import Cost, Count, Multiplier, Number, checked
from tools.result import Result
from tools.wording import gain, money, percent, points
from tools.working import WorkingStep, step

Paid = Annotated[float, Number("points", "index points", low=0, open_low=True)]
Sold = Annotated[float, Number("points", "index points", low=0)]


@dataclass(frozen=True, kw_only=True)
class RoundTrip(Result):
    """The result of buying at one price and selling at another.

    Attributes:
        points: what one unit made, in points, before fees; negative for a loss.
        profit: dollars for all units, after fees.
        share: profit as a fraction of the dollars paid.
    """

    tool: ClassVar[str] = "round_trip"
    points: float
    profit: float
    share: float

    def summary(self) -> str:
        """What was made, and of what."""
        entry, leave, contracts = (self.inputs[k] for k in ("entry", "leave", "contracts"))
        word = "profit" if self.profit > 0 else "loss" if self.profit < 0 else "result"
        each = f" = {money(self.points * self.inputs['multiplier'])}" if contracts > 1 else ""
        lines = [
            f"**Bought at {points(entry)}, sold at {points(leave)}: {gain(self.points)} a unit{each}; "
            f"a {word} of {money(abs(self.profit))}** for {contracts:,}{' after fees' if self.inputs['fees'] else ''}.",
            f"That is {percent(self.share)} of the {money(entry * self.inputs['multiplier'] * contracts)} paid at the entry.",
            "The primary article states no rule for selling before settlement.",
        ]
        return "\n".join(f"- {line}" for line in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """Points, what was paid and taken in, dollars, and their share of what was paid."""
        entry, leave, contracts, multiplier, fees = self.inputs.values()
        made = (figure(leave) - entry) * dollars(multiplier) * contracts
        paid, got = (figure(price) * dollars(multiplier) * contracts for price in (entry, leave))
        return (
            step("Points a unit", figure(leave) - entry, "points"),
            step("Paid", paid, "$"),
            step("Taken in", got, "$"),
            *([step("Fees", dollars(fees) * contracts, "$")] if fees else []),
            step("Profit", made - dollars(fees) * contracts if fees else made, "$"),
            step("Share of what was paid", dollars(self.profit) / paid, "%"),
        )


@checked
def round_trip(
    entry: Paid, leave: Sold, *, contracts: Count = 1, multiplier: Multiplier = 100.0, fees: Cost = 0.0
) -> RoundTrip:
    """Profit or loss of a position that is bought at one price and sold at another before it settles.

    Args:
        entry: price paid for one unit, in points.
        leave: price received for it, in points.
        contracts: how many units.
        multiplier: dollars a point ($100 for VIX and SPX options, $1,000 for a VIX future).
        fees: fees in dollars for one unit, in and out together.

    Raises:
        ToolError: a figure outside its range.
    """
    made = round(leave - entry, 12)
    profit = round(made * multiplier * contracts - fees * contracts, 9)
    return RoundTrip(
        inputs={"entry": entry, "leave": leave, "contracts": contracts, "multiplier": multiplier, "fees": fees},
        assumptions=(Assumption("multiplier", multiplier, "convention", f"One point is worth {money(multiplier)}."),),
        points=made,
        profit=profit,
        share=profit / (entry * multiplier * contracts),
    )
