"""The price at which a position has to be sold, before it settles, for a profit that is wanted: `round_trip` the other way."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction as Exact
from typing import Annotated, ClassVar

from tools.errors import ToolError
from tools.expression import Expression, dollars, figure, share
from tools.methodology import Assumption
from tools.parameters import Cost, Count, Multiplier, Number, Target, checked
from tools.payoff import exact, number
from tools.result import Result
from tools.round_trip import Paid
from tools.wording import gain, money, percent, points
from tools.working import WorkingStep, step

Gain = Annotated[float, Number("fraction", "of what was paid; 1 = 100%, negative for a loss", low=-1, high=1000)]


@dataclass(frozen=True, kw_only=True)
class ExitForTarget(Result):
    """The sale that makes a profit.

    Attributes:
        leave: the price to be received for one unit, in points.
        points: what one unit then makes in points, before fees; negative for a loss.
        profit: dollars for all units, after fees.
        share: profit as a fraction of the dollars paid.
    """

    tool: ClassVar[str] = "exit_for_target"
    leave: float
    points: float
    profit: float
    share: float

    def summary(self) -> str:
        """The price, what it makes, and what is not known."""
        entry, contracts = self.inputs["entry"], self.inputs["contracts"]
        word = "profit" if self.profit > 0 else "loss" if self.profit < 0 else "result"
        fees = " after fees" if self.inputs["fees"] else ""
        lines = [
            f"**Bought at {points(entry)}, it has to be sold at {points(self.leave)} for a {word} of "
            f"{money(abs(self.profit))}** for {contracts:,}{fees}: {gain(self.points)} a unit.",
            f"That is {percent(self.share)} of the {money(entry * self.inputs['multiplier'] * contracts)} paid at the entry.",
            "Whether it can be sold at that price before it settles, the price paid does not tell. "
            "The primary article states no rule for selling before settlement.",
        ]
        return "\n".join(f"- {line}" for line in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """What was paid, the profit wanted, what one unit has to make, and the price."""
        entry, contracts, fees = (self.inputs[k] for k in ("entry", "contracts", "fees"))
        a_point = dollars(self.inputs["multiplier"]) * contracts
        paid = step("Paid", figure(entry) * a_point, "$")
        wanted: Expression = dollars(self.profit)
        steps = [paid]
        if "target_return" in self.inputs:
            steps.append(step("Profit wanted", share(self.inputs["target_return"]) * dollars(paid.value or 0.0), "$"))
        made = (wanted + dollars(fees) * contracts if fees else wanted) / a_point
        unit = step("Points a unit", made, "points", "fees added" if fees else "")
        return (*steps, unit, step("Price", figure(entry) + figure(unit.value or 0.0), "price"))


@checked
def exit_for_target(
    entry: Paid,
    *,
    target: Target | None = None,
    target_return: Gain | None = None,
    contracts: Count = 1,
    multiplier: Multiplier = 100.0,
    fees: Cost = 0.0,
) -> ExitForTarget:
    """Say at which price a position must be sold, before it settles, for a profit in dollars or in percent.

    Args:
        entry: price paid for one unit, in points.
        target: the profit wanted in dollars for all units, after fees; negative for a loss.
        target_return: the same as a fraction of what was paid; 1 doubles the money. Give one of the two.
        contracts: how many units.
        multiplier: dollars a point ($100 for VIX and SPX options, $1,000 for a VIX future).
        fees: fees in dollars for one unit, in and out together.

    Raises:
        ToolError: no target or two, one that no price of 0 or more makes, or a figure outside its range.
    """
    if (target is None) == (target_return is None):
        given = "neither" if target is None else "both"
        raise ToolError("target", given, "a profit in dollars, or target_return as a fraction of what was paid", "Give one.")
    size = exact(multiplier) * contracts
    paid = exact(entry) * size
    wanted = exact(target) if target is not None else exact(target_return or 0.0) * paid
    made = (wanted + exact(fees) * contracts) / size
    leave = exact(entry) + made
    if leave < 0:
        least = number(-paid - exact(fees) * contracts)
        name, lost = ("target", target) if target is not None else ("target_return", target_return)
        raise ToolError(name, lost, f"no greater loss than what was paid, {money(least)}")
    chosen = {"target": target} if target is not None else {"target_return": target_return}
    return ExitForTarget(
        inputs={"entry": entry, **chosen, "contracts": contracts, "multiplier": multiplier, "fees": fees},
        assumptions=(Assumption("multiplier", multiplier, "convention", f"One point is worth {money(multiplier)}."),),
        leave=number(leave),
        points=number(made),
        profit=number(wanted),
        share=number(Exact(wanted) / paid),
    )
