"""What the next units must cost for an average that is aimed at: `staged_cost` the other way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from tools.errors import ToolError
from tools.expression import figure
from tools.parameters import Number, checked
from tools.payoff import exact
from tools.result import Result
from tools.wording import level, points, significant
from tools.working import WorkingStep, step

Price = Annotated[float, Number("price", "points or dollars", low=0, high=1e12, open_low=True)]
Units = Annotated[float, Number("number", "units or weight", low=0, high=1e12, open_low=True)]


@dataclass(frozen=True, kw_only=True)
class PriceForAverage(Result):
    """The price that it takes.

    Attributes:
        price: price of each further unit that brings the average to the aim, in the unit of the prices.
        whole: what all units cost at the aim.
        spent: what those bought already cost.
        rest: what is left for the further ones, the first less the second.
    """

    tool: ClassVar[str] = "price_for_average"
    price: float
    whole: float
    spent: float
    rest: float

    def summary(self) -> str:
        """The sum that is left for the further units, and what that is for each."""
        average, units, more, aim = (self.inputs[k] for k in ("average", "units", "more", "aim"))
        whole, spent, rest = (significant(n, 12) for n in (self.whole, self.spent, self.rest))
        return (
            f"- **({level(units + more)} × {points(aim)} − {level(units)} × {points(average)}) / {level(more)} = {rest} / "
            f"{level(more)} = {points(self.price)}** for each of the further {level(more)}.\n"
            f"- All {level(units + more)} at {points(aim)} cost {whole}, the {level(units)} at {points(average)} have cost "
            f"{spent}; {rest} is left. At a higher price the average stays above {points(aim)}."
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """Both sums, what is left, and the price."""
        average, units, more, aim = (figure(self.inputs[k]) for k in ("average", "units", "more", "aim"))
        return (
            step("All units at the aim", (units + more) * aim),
            step("Bought already", units * average),
            step("Left for the further units", figure(self.whole) - figure(self.spent)),
            step("Price of each", figure(self.rest) / more),
        )


@checked
def price_for_average(average: Price, units: Units, more: Units, aim: Price) -> PriceForAverage:
    """Say what the next units must cost for the average of all of them to come to an aim.

    Args:
        average: what those bought already cost on average.
        units: how many those are, in contracts or as a weight such as a percentage.
        more: how many are still to be bought, in the same measure.
        aim: the average that all of them should come to.

    Raises:
        ToolError: a number that is not above zero, or an aim that no price above zero brings.
    """
    whole = (exact(units) + exact(more)) * exact(aim)
    spent = exact(units) * exact(average)
    rest = whole - spent
    if rest <= 0:
        lowest = points(float(spent / (exact(units) + exact(more))))
        raise ToolError("aim", aim, f"above {lowest}, the average where the further units cost nothing", "Aim less low.")
    return PriceForAverage(
        inputs={"average": average, "units": units, "more": more, "aim": aim},
        price=float(rest / exact(more)),
        whole=float(whole),
        spent=float(spent),
        rest=float(rest),
    )
