"""What it costs to roll a position: the old one is closed at one price, the new one opened at another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from tools.contracts import SPECIFICATIONS
from tools.expression import dollars, figure
from tools.methodology import Assumption
from tools.parameters import Cost, Count, Multiplier, Number, checked
from tools.result import Result
from tools.wording import money, percent, points
from tools.working import WorkingStep, step

Quoted = Annotated[float, Number("points", "index points", low=0, high=1e6)]


@dataclass(frozen=True, kw_only=True)
class RollCost(Result):
    """The cash of a roll.

    Attributes:
        net: points that change hands for one unit; above 0 paid, below 0 received.
        each: dollars for one unit, fees counted; above 0 paid, below 0 received.
        total: the same for all units.
    """

    tool: ClassVar[str] = "roll_cost"
    net: float
    each: float
    total: float

    def summary(self) -> str:
        """The net price in points and in dollars."""
        old, new, count = self.inputs["old"], self.inputs["new"], self.inputs["contracts"]
        word = "debit" if self.net > 0 else "credit"
        after = " with fees" if self.inputs["fees"] else ""
        cash = "paid" if self.total > 0 else "received"
        head = f"**Closed at {points(old)}, opened at {points(new)}: a net {word} of {points(abs(self.net))} points"
        if not self.net:
            head = f"**Closed and opened at {points(old)}: no net price"
        many = f", {money(abs(self.total))} {cash} for {count:,}" if count > 1 else f", {cash}"
        side = "above" if new > old else "below"
        apart = f"- The new price is {percent(abs(new / old - 1))} {side} the old one.\n" if self.net and old else ""
        return (
            f"- {head} = {money(abs(self.each))} a unit{after}{many}**.\n{apart}{self._curve()}"
            "- What the old position made or lost is settled with its closing; the new one's figures start from its own price."
        )

    def _curve(self) -> str:
        """What the gap says of the curve, where the dollars a point are those of a VIX future; "" of anything else."""
        if self.inputs["multiplier"] != SPECIFICATIONS["VX"].per_point or not self.net:
            return ""
        side, state, way = ("above", "contango", "against") if self.net > 0 else ("below", "backwardation", "for")
        return f"- A later month {side} the nearer one is {state}, which works {way} a long holder.\n"

    def working(self) -> tuple[WorkingStep, ...]:
        """Points, dollars of one, dollars of all."""
        fees, count = self.inputs["fees"], self.inputs["contracts"]
        one = figure(self.net) * dollars(self.inputs["multiplier"])
        each = one + dollars(fees) if fees else one
        return (
            step("Net price", figure(self.inputs["new"]) - self.inputs["old"], "points", "above 0 paid, below 0 received"),
            step("One unit", each, "$"),
            *([step("All", dollars(self.each) * count, "$")] if count > 1 else []),
        )


@checked
def roll_cost(old: Quoted, new: Quoted, *, contracts: Count = 1, multiplier: Multiplier = 100.0, fees: Cost = 0.0) -> RollCost:
    """Say what rolling costs or brings in: a bought position sold at one price and another bought at a second.

    Args:
        old: price at which the old position is sold, in points.
        new: price at which the new one is bought, in points.
        contracts: how many are rolled.
        multiplier: dollars a point ($100 for VIX and SPX options).
        fees: fees in dollars for one unit, both trades together.

    Raises:
        ToolError: a figure outside its range.
    """
    net = round(new - old, 12)
    each = round(net * multiplier + fees, 9)
    return RollCost(
        inputs={"old": old, "new": new, "contracts": contracts, "multiplier": multiplier, "fees": fees},
        assumptions=(Assumption("multiplier", multiplier, "convention", f"One point is worth {money(multiplier)}."),),
        net=net,
        each=each,
        total=round(each * contracts, 9),
    )
