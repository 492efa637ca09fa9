"""What a call butterfly is worth at one settlement price, before anything that was paid for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from tools.butterfly import butterfly
from tools.expression import dollars, figure
from tools.parameters import Count, Multiplier, Settlement, Strike, checked
from tools.payoff import exact, number
from tools.result import Result
from tools.settlement_assumed import settlement_assumptions
from tools.settlement_working import butterfly_value_line
from tools.wording import level, money, points, stretch
from tools.working import WorkingStep, step


@dataclass(frozen=True, kw_only=True)
class ButterflyValue(Result):
    """A butterfly's value at settlement.

    Attributes:
        value: in index points per butterfly.
        dollars: in dollars per butterfly.
        total: in dollars for all contracts.
        most: the largest value that it can settle at, in index points per butterfly, reached at the body.
        tail: value at and above the upper strike, in index points per butterfly.
    """

    tool: ClassVar[str] = "butterfly_value"

    lower: float
    body: float
    upper: float
    settlement: float
    contracts: int
    value: float
    dollars: float
    total: float
    most: float
    tail: float

    def summary(self) -> str:
        """The value, the most it can be, and what is left above the top strike."""
        strikes = "/".join(map(level, (self.lower, self.body, self.upper)))
        many = f" ({money(self.total)} for {self.contracts:,})" if self.contracts > 1 else ""
        where = stretch(self.upper, float("inf"))
        worked = f"{butterfly_value_line(self.lower, self.body, self.upper, self.settlement).written(4)} = "
        return (
            f"**At a settlement of {level(self.settlement)}** one {strikes} butterfly is worth {worked}{points(self.value)} "
            f"points = {money(self.dollars)}{many}, before what was paid for it.\n\n"
            f"- It is worth at most {points(self.most)} points, at {level(self.body)}; {where} it is worth "
            f"{points(self.tail) if self.tail else '0'}{' points' if self.tail else ', however high the price goes'}.\n"
            f"- {self._course()}\n"
            "- The debit decides the profit: profit = value − debit."
        )

    def _course(self) -> str:
        """What one point of the settlement adds on the way to the body, and takes beyond it."""
        each = exact(self.inputs.get("multiplier", 100.0))
        many = f", {money(number(each * self.contracts))} for {self.contracts:,}" if self.contracts > 1 else ""
        low, body, high = map(level, (self.lower, self.body, self.upper))
        return (
            f"From {low} to {body} each point of the settlement adds {money(number(each))}{many}; from {body} to {high} "
            "each point takes as much away."
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """The value, in points and in dollars."""
        worth = figure(self.value) * dollars(self.inputs.get("multiplier", 100.0))
        line = butterfly_value_line(self.lower, self.body, self.upper, self.settlement)
        steps = [step(f"Value at {level(self.settlement)}", line, "points"), step("In dollars", worth, "$", "one butterfly")]
        if self.contracts > 1:
            steps.append(step("For all", worth * self.contracts, "$"))
        return tuple(steps)


@checked
def butterfly_value(
    lower: Strike,
    body: Strike,
    upper: Strike,
    settlement: Settlement,
    *,
    contracts: Count = 1,
    multiplier: Multiplier = 100.0,
) -> ButterflyValue:
    """Value of a call butterfly at a settlement price, where its debit is not known.

    Args:
        lower: lower strike, bought once.
        body: middle strike, sold twice.
        upper: upper strike, bought once.
        settlement: the settlement price.
        contracts: number of butterflies.
        multiplier: dollars a point ($100 for VIX and SPX options).

    Raises:
        ToolError: strikes not in ascending order, or a figure outside its range.
    """
    fly = butterfly(lower, body, upper, 0.0, settlement=settlement, multiplier=multiplier)
    value = exact(fly.value_at(settlement))
    given: dict[str, Any] = {"lower": lower, "body": body, "upper": upper, "settlement": settlement}
    given |= {k: v for k, v, usual in (("contracts", contracts, 1), ("multiplier", multiplier, 100.0)) if v != usual}
    return ButterflyValue(
        inputs=given,
        assumptions=settlement_assumptions(multiplier, 0.0),
        lower=lower,
        body=body,
        upper=upper,
        settlement=settlement,
        contracts=contracts,
        value=number(value),
        dollars=number(value * exact(multiplier)),
        total=number(value * exact(multiplier) * contracts),
        most=fly.max_profit_points,
        tail=fly.tail,
    )
