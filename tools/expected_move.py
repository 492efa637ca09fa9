"""The move that a volatility implies over some days: one standard deviation, a size without a direction and no forecast."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from tools.expression import figure, function
from tools.methodology import Assumption
from tools.parameters import Number, Price, checked
from tools.result import Result
from tools.wording import level, percent
from tools.working import WorkingStep, step

Counted = Literal["calendar", "trading"]
Vol = Annotated[float, Number("fraction", "a year, as a decimal: 0.15 for a VIX of 15", low=0, high=10, open_low=True)]
Days = Annotated[float, Number("number", "days", low=0, high=36_500, open_low=True)]

IN_A_YEAR: dict[Counted, int] = {"calendar": 365, "trading": 252}
"""Days by which a yearly volatility is brought down: the expected move's own page counts calendar days, √252 is one "
"session's."""


@dataclass(frozen=True, kw_only=True)
class ExpectedMove(Result):
    """One standard deviation over a stretch of days.

    Attributes:
        move: as a fraction of the price.
        points: the same in points of the price; None where no price is given.
        low: the price less the move; None where no price is given.
        high: the price and the move; None where no price is given.
    """

    tool: ClassVar[str] = "expected_move"
    move: float
    points: float | None
    low: float | None
    high: float | None

    def summary(self) -> str:
        """The move in percent, in points where there is a price, and what it is not."""
        vol, days, counted = (self.inputs[k] for k in ("vol", "days", "counted"))
        year = IN_A_YEAR[counted]
        over = f"{level(days)} {counted} day{'' if days == 1 else 's'}"
        lines = [
            f"- **One standard deviation over {over}: {percent(vol, 2)} × √({level(days)}/{year}) = {percent(self.move, 2)}**."
        ]
        if self.points is not None and self.low is not None and self.high is not None:
            lines.append(
                f"- Of a price of {level(self.inputs['price'])} that is **{level(round(self.points, 2))} points** either way: "
                f"{level(round(self.low, 2))} to {level(round(self.high, 2))}."
            )
        lines.append(
            "- If moves follow the bell curve, about two in three stay inside it. It is a size: no direction, no forecast."
        )
        return "\n".join(lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """The share of a year, its root times the volatility, and the points."""
        vol, days, price = (self.inputs[k] for k in ("vol", "days", "price"))
        year = step("Share of a year", figure(days) / IN_A_YEAR[self.inputs["counted"]])
        moved = step("Move", figure(vol) * function("√", year.value or 0.0), "%")
        if price is None:
            return year, moved
        return year, moved, step("In points", figure(price) * figure(self.move))


@checked
def expected_move(vol: Vol, days: Days = 1.0, price: Price | None = None, counted: Counted = "calendar") -> ExpectedMove:
    """Say how large a move a yearly volatility, such as the VIX, implies over some days: one standard deviation.

    Args:
        vol: volatility of a year as a decimal; a VIX of 15 is 0.15.
        days: days that the move is given time for.
        price: price of the index, for the move in points; None for percent alone.
        counted: "calendar" days, 365 a year, or "trading" days, 252 a year.

    Raises:
        ToolError: a figure outside its range.
    """
    move = vol * math.sqrt(days / IN_A_YEAR[counted])
    reach = None if price is None else price * move
    says = f"{IN_A_YEAR[counted]} {counted} days are a year, and a variance grows in step with time."
    return ExpectedMove(
        inputs={"vol": vol, "days": days, "price": price, "counted": counted},
        assumptions=(Assumption("days", counted, "assumption", says),),
        move=move,
        points=reach,
        low=None if price is None or reach is None else price - reach,
        high=None if price is None or reach is None else price + reach,
    )
