"""What a vertical spread or an iron condor makes and loses at most, from its width and its price alone.

Between its strikes a vertical is worth from nothing to its width; of an iron condor with wings of one width only one side
can be worth anything at settlement. So no strike is needed for the best and the worst result.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from tools.errors import ToolError
from tools.expression import dollars, figure
from tools.methodology import Assumption
from tools.parameters import Cost, Count, Multiplier, Net, Number, checked
from tools.payoff import exact, number
from tools.result import Result
from tools.wording import level, money, percent, points
from tools.working import WorkingStep, step

Width = Annotated[float, Number("points", "index points", low=0, open_low=True, high=1e6)]


@dataclass(frozen=True, kw_only=True)
class SpreadByWidth(Result):
    """The two ends of a spread's result.

    Attributes:
        max_profit_points: best result in index points a spread, before fees.
        max_loss_points: worst result in signed index points a spread, before fees (a loss is negative).
        max_profit: best result in dollars for all, fees counted.
        max_loss: worst result in signed dollars for all, fees counted.
        risk_each: dollars that one spread can lose, fees counted; never below 0.
        return_on_risk: the best result as a fraction of the worst.
    """

    tool: ClassVar[str] = "spread_by_width"
    max_profit_points: float
    max_loss_points: float
    max_profit: float
    max_loss: float
    risk_each: float
    return_on_risk: float

    def summary(self) -> str:
        """Best and worst result with what they are made of, and how they stand to each other."""
        width, net, count = self.inputs["width"], self.inputs["net"], self.inputs["contracts"]
        kept, left = points(abs(net)), f"{level(width)} − {points(abs(net))} = {points(width - abs(net))}"
        sold = net < 0
        best, worst = (kept, left) if sold else (left, kept)
        word = "credit" if sold else "debit"
        name = f"**{level(width)} points wide for a {word} of {points(abs(net))}**"
        return "\n".join(
            (
                f"{name} at {money(self.inputs['multiplier'])} a point{f', {count:,} of them' if count > 1 else ''}:\n",
                f"- **Max loss:** {worst} points = {self._in_dollars(self.max_loss)}.",
                f"- **Max profit:** {best} points = {self._in_dollars(self.max_profit)}, "
                f"{percent(self.return_on_risk)} of the max loss.",
                "- Of an iron condor only one side can end in the money, so its two sides do not add up.",
            )
        )

    def _in_dollars(self, whole: float) -> str:
        count = self.inputs["contracts"]
        each = f"{money(abs(whole) / count)} a spread"
        fees = " with fees" if self.inputs["fees"] else ""
        return each + (f" ({money(abs(whole))} for {count:,})" if count > 1 else "") + fees

    def working(self) -> tuple[WorkingStep, ...]:
        """Both ends in points and in dollars, and the one against the other."""
        width, net, count, multiplier, fees = (self.inputs[k] for k in ("width", "net", "contracts", "multiplier", "fees"))
        price = figure(abs(net))
        rest = figure(width) - price
        best, worst = (price, rest) if net < 0 else (rest, price)
        a_point, paid = dollars(multiplier), dollars(fees)
        if count > 1:
            a_point, paid = a_point * count, paid * count
        made, lost = best * a_point, worst * a_point
        return (
            step("Width less the price", rest, "points"),
            step("Max profit", made - paid if fees else made, "$"),
            step("Max loss", lost + paid if fees else lost, "$"),
            step("Max profit of max loss", dollars(self.max_profit) / dollars(-self.max_loss), "%"),
        )


@checked
def spread_by_width(
    width: Width, net: Net, *, contracts: Count = 1, multiplier: Multiplier = 100.0, fees: Cost = 0.0
) -> SpreadByWidth:
    """Best and worst result of a vertical spread or an iron condor from its width and its credit or debit, without strikes.

    Args:
        width: points between the two strikes of a side.
        net: price in index points: above 0 paid (a debit), below 0 received (a credit).
        contracts: how many spreads.
        multiplier: dollars a point ($100 for VIX and SPX options).
        fees: fees in dollars for one spread.

    Raises:
        ToolError: a price of 0, or one that is not smaller than the width.
    """
    if not 0 < abs(net) < width:
        mend = "A spread is never worth more than its width."
        raise ToolError("net", net, f"a credit or debit above 0 and below the width ({level(width)})", mend)
    size, rest = exact(multiplier), exact(width) - abs(exact(net))
    best, worst = (abs(exact(net)), rest) if net < 0 else (rest, abs(exact(net)))
    profit, risk = best * size - exact(fees), worst * size + exact(fees)
    return SpreadByWidth(
        inputs={"width": width, "net": net, "contracts": contracts, "multiplier": multiplier, "fees": fees},
        assumptions=(Assumption("multiplier", multiplier, "convention", f"One point is worth {money(multiplier)}."),),
        max_profit_points=number(best),
        max_loss_points=number(-worst),
        max_profit=number(profit * contracts),
        max_loss=number(-risk * contracts),
        risk_each=number(risk),
        return_on_risk=number(profit / risk),
    )
