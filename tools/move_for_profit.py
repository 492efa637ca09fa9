"""How far a price has to move for a profit that is wanted: `contract_value` the other way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from tools.contracts import SPECIFICATIONS, Product
from tools.expression import dollars, figure
from tools.parameters import Budget, Count, Price, checked
from tools.payoff import exact
from tools.result import Result
from tools.wording import counted, money, significant
from tools.wording import points as quoted
from tools.working import WorkingStep, step


@dataclass(frozen=True, kw_only=True)
class MoveForProfit(Result):
    """The move that it takes.

    Attributes:
        move: points in favour, before fees.
        per_point: dollars that the whole position makes a point.
        ticks: the same move in ticks of a future's price; None for options, whose tick depends on their price.
        up, down: prices so far above and below the one told; None where none is told, or it would lie below zero.
    """

    tool: ClassVar[str] = "move_for_profit"
    move: float
    per_point: float
    ticks: float | None
    up: float | None = None
    down: float | None = None

    def summary(self) -> str:
        """The division, and that nothing is said of whether it comes."""
        product, contracts = self.inputs["product"], self.inputs["contracts"]
        held = f"{counted(contracts, 'contract')} of {SPECIFICATIONS[product].name}"
        ticks = "" if self.ticks is None else f" ({significant(self.ticks, 6)} ticks)"
        points = f"{significant(self.move, 6)} points"
        levels = ""
        if self.up is not None:
            below = "below zero" if self.down is None else quoted(self.down)
            levels = f"\n- From {quoted(self.inputs['entry'])} that is {quoted(self.up)} upwards or {below} downwards."
        return (
            f"- {held}: **{money(self.inputs['profit'])} / {money(self.per_point)} a point = {points}**"
            f"{ticks} in favour, before fees.{levels}\n"
            "- The same move the other way loses as much on a future; a bought option loses its premium at most. "
            "Whether the move comes, this does not tell."
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """Dollars a point, and the division."""
        spec = SPECIFICATIONS[self.inputs["product"]]
        a_point = dollars(spec.per_point) * self.inputs["contracts"]
        return (
            step("One point, all contracts", a_point, "$"),
            step("Move", dollars(self.inputs["profit"]) / dollars(self.per_point), "points"),
            *([] if self.up is None else [step("Upwards", figure(self.inputs["entry"]) + self.move, "points")]),
            *([] if self.down is None else [step("Downwards", figure(self.inputs["entry"]) - self.move, "points")]),
        )


@checked
def move_for_profit(product: Product, profit: Budget, contracts: Count = 1, entry: Price | None = None) -> MoveForProfit:
    """Say how many points a VIX future or an option has to move in favour to make a sum of money.

    Args:
        product: "VX" (VIX future), "VXM" (mini VIX future), "VIX option" or "SPX option"; of an option its own price moves.
        profit: the sum wanted in dollars, before fees.
        contracts: number of contracts.
        entry: the price that it moves from, in points; left out, only the move is told.

    Raises:
        ToolError: an unknown product, a sum that is not above zero, or contracts that are not a whole number.
    """
    spec = SPECIFICATIONS[product]
    per_point = spec.per_point * contracts
    move = exact(profit) / exact(per_point)
    start = {} if entry is None else {"entry": entry}
    return MoveForProfit(
        inputs={"product": product, "profit": profit, "contracts": contracts, **start},
        move=float(move),
        per_point=per_point,
        ticks=float(move / exact(spec.tick)) if spec.future else None,
        up=None if entry is None else float(exact(entry) + move),
        down=None if entry is None or exact(entry) < move else float(exact(entry) - move),
    )
