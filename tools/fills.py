"""What a staged entry cost on average, and whether staging lowered it against buying everything at the first price."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from tools.errors import ToolError
from tools.expression import dollars, figure, total
from tools.parameters import Multiplier, Number, checked
from tools.result import Result
from tools.wording import level, money, percent, points, significant
from tools.working import WorkingStep, step

_ALLOWED = "a list of (price, units), for example [(1.00, 30), (1.40, 20), (0.70, 20)]"
_SHOWN = 10
_PRICE = Number("price", "points or dollars", low=0, high=1e12)
_UNITS = Number("number", "units or weight", low=0, high=1e12, open_low=True)

Fills = Annotated[Sequence[Sequence[float]], "fills"]


@dataclass(frozen=True, kw_only=True)
class StagedCost(Result):
    """The cost of an entry made in steps.

    Attributes:
        average: price per unit over all fills, weighted by units, in the unit of the prices.
        total: sum of price times units.
        units: sum of the units (or weights).
        first_price: price of the first fill.
        lowered: whether the average lies below the first price.
        change: average over first price − 1; NaN when the first price is 0.
        plain_mean: mean of the prices, each fill counted the same.
        saved: first price less average, in the unit of the prices; negative where staging raised the cost.
        total_cash: dollars of all fills; None without dollars a point.
        average_cash: dollars of one unit on average; None without dollars a point.
        first_cash: dollars of all units at the first price; None without dollars a point.
        saved_cash: dollars that staging saved against that; negative where it cost more.
        each_cash: dollars of each fill; () without dollars a point.
    """

    tool: ClassVar[str] = "staged_cost"
    average: float
    total: float
    units: float
    first_price: float
    lowered: bool
    change: float
    plain_mean: float
    saved: float
    total_cash: float | None = None
    average_cash: float | None = None
    first_cash: float | None = None
    saved_cash: float | None = None
    each_cash: tuple[float, ...] = ()

    def summary(self) -> str:
        """The average with its working, and the comparison with the first price."""
        fills = self.inputs["fills"]
        count, cost = significant(self.units, 12), significant(self.total, 12)
        shown = " + ".join(f"{level(units)} × {points(price)}" for price, units in fills[:_SHOWN])
        if len(fills) > _SHOWN:
            shown += f" + … ({len(fills)} fills)"
        unit = ", in whatever the prices are in, points or dollars" if self.total_cash is None else ""
        mean = (
            f"; the plain mean of the prices is {points(self.plain_mean)}"
            if not math.isclose(self.plain_mean, self.average)
            else ""
        )
        lines = [
            f"**Weighted average = ({shown}) / {count} = {cost} / {count} = {points(self.average)} a unit**{unit}{mean}.",
        ]
        side = "below" if self.lowered else "above" if self.average > self.first_price else "equal to"
        word = "lowered" if self.lowered else "did not lower"
        if len(fills) == 1:
            lines.append("One fill is no staging: its price is the average.")
        else:
            far = "" if not self.change else f"{points(abs(self.saved))} ({percent(abs(self.change))}) "
            lines.append(
                f"That is {far if self.first_price else ''}{side} the first price of {points(self.first_price)}: staging "
                f"{word} the cost here. Staging lowers the average only when later prices are lower."
            )
        lines += self._in_dollars()
        return "\n".join(f"- {line}" for line in lines)

    def _in_dollars(self) -> list[str]:
        """What one unit and all of them come to, beside all at the first price."""
        fills = self.inputs["fills"]
        if self.total_cash is None or self.average_cash is None:
            parts = [significant(price * units, 12) for price, units in fills]
            return (
                [f"Fill by fill that is {' + '.join(parts)} = {significant(self.total, 12)}."]
                if 1 < len(parts) <= _SHOWN
                else []
            )
        a_point = self.inputs["multiplier"]
        saved = round(self.saved * a_point, 9)
        beside = f", {money(abs(saved))} {'less' if saved > 0 else 'more'} than at the first price" if saved else ""
        spelt = f"{' + '.join(map(money, self.each_cash))} = " if 1 < len(self.each_cash) <= _SHOWN else ""
        all_of_them = f"{level(self.units)} units at that average cost {spelt}{money(self.total_cash)}"
        return [f"At {money(a_point)} a point: {money(self.average_cash)} a unit{beside}; {all_of_them}{self._at_first()}."]

    def _at_first(self) -> str:
        """What all units would have cost at the first price, and how far that is from what they did cost."""
        if self.first_cash is None or not self.saved_cash:
            return ""
        word = "less" if self.saved_cash > 0 else "more"
        return f", {money(abs(self.saved_cash))} {word} than all at the first price, {money(self.first_cash)}"

    def working(self) -> tuple[WorkingStep, ...]:
        """The sums and the average; of many fills the sums alone."""
        fills = self.inputs["fills"]
        short = len(fills) <= _SHOWN
        cost = total(figure(units) * price for price, units in fills) if short else figure(self.total)
        count = total(units for _, units in fills) if short else figure(self.units)
        steps = [
            step("Cost of all fills", cost),
            *(
                [step("Fill by fill", total(round(price * units, 9) for price, units in fills))]
                if 1 < len(fills) <= _SHOWN
                else []
            ),
            step("Units", count),
            step("Weighted average", figure(self.total) / self.units),
        ]
        if self.first_price:
            steps.append(step("Change against the first price", figure(self.average) / self.first_price - 1, "%"))
        if self.total_cash is not None:
            steps.append(step("Cost in dollars", figure(self.total) * dollars(self.inputs["multiplier"]), "$"))
        return tuple(steps)


@checked
def staged_cost(fills: Fills, *, multiplier: Multiplier | None = None) -> StagedCost:
    """Average the cost of an entry made in steps, and compare it with the first price.

    Args:
        fills: (price, units) in the order of entry; units may be contracts or weights such as percentages.
        multiplier: dollars a point where the prices are points ($100 for VIX and SPX options); without it no dollars are told.

    Raises:
        ToolError: no fills, a fill that is not a pair, a negative price, or units that are not above zero.
    """
    pairs = price_and_units(fills)
    total = sum(price * units for price, units in pairs)
    count = sum(units for _, units in pairs)
    average, first = total / count, pairs[0][0]
    # Equal prices must not come out as a gain of one rounding step.
    same = abs(average - first) <= 1e-12 * max(average, first)
    average = first if same else average
    given = {} if multiplier is None else {"multiplier": multiplier}
    return StagedCost(
        inputs={"fills": pairs, **given},
        average=average,
        total=total,
        units=count,
        first_price=first,
        lowered=average < first,
        change=average / first - 1 if first else float("nan"),
        plain_mean=math.fsum(price for price, _ in pairs) / len(pairs),
        saved=0.0 if same else first - average,
        total_cash=None if multiplier is None else round(total * multiplier, 9),
        average_cash=None if multiplier is None else round(average * multiplier, 9),
        first_cash=None if multiplier is None else round(first * count * multiplier, 9),
        saved_cash=None if multiplier is None else 0.0 if same else round((first * count - total) * multiplier, 9),
        each_cash=() if multiplier is None else tuple(round(price * units * multiplier, 9) for price, units in pairs),
    )


def price_and_units(fills: Any, name: str = "fills") -> list[tuple[float, float]]:
    """`fills` as (price, units) in floats; ToolError naming the parameter `name` and what is wrong."""
    if isinstance(fills, (str, bytes)) or not isinstance(fills, Sequence) or not fills:
        raise ToolError(name, fills, _ALLOWED)
    out = []
    for number, fill in enumerate(fills, 1):
        if isinstance(fill, (str, bytes)) or not isinstance(fill, Sequence) or len(fill) != 2:
            raise ToolError(name, fill, _ALLOWED, f"Fill {number} is not a price with its units.")
        price = _PRICE.check(f"{name}: price of fill {number}", fill[0])
        units = _UNITS.check(f"{name}: units of fill {number}", fill[1])
        out.append((float(price), float(units)))
    return out
