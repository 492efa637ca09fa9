"""Where a position makes a profit at settlement, in plain words: its break-evens and the zone between them."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING

from tools.payoff import Payoff
from tools.wording import between, level, listed, percent, points, stretch

if TYPE_CHECKING:
    from tools.outcome import Outcome


def say_break_evens(held: Outcome, profit: Payoff) -> str:
    """The break-evens, and the zone that they bound with its share of the way between the outer strikes.

    Args:
        held: the position.
        profit: its profit in points per unit, fees counted.
    """
    if not profit.zones:
        said = "**No break-even:** no settlement price gives a profit."
    elif not held.break_evens:
        said = "**No break-even:** every settlement price gives a profit."
    else:
        both = len(profit.zones) == 1 and len(held.break_evens) == 2
        where = "between them" if both else listed(between(*zone) for zone in profit.zones)
        many = "s" if len(held.break_evens) > 1 else ""
        said = f"**Break-even{many}:** {_prices(held.break_evens)}. Profit {where}{_width(held)}."
    level_zero = [zone for zone in profit.where(Fraction(0)) if zone[0] < zone[1]]
    if level_zero:
        said += f" Exactly neither profit nor loss {listed(stretch(low, high) for low, high in level_zero)}."
    return said


def _width(held: Outcome) -> str:
    """How wide the zone is, and what part of the way between the outer strikes; "" where it has no end."""
    if not math.isfinite(held.profit_zone_width):
        return ""
    said = f", a zone {points(held.profit_zone_width)} points wide"
    if held.profit_zone_share is None:
        return said
    span = level(round(held.strikes[-1] - held.strikes[0], 9))
    return f"{said}, {percent(held.profit_zone_share)} of the {span} points between the outer strikes"


def _prices(ends: tuple[float, ...]) -> str:
    return listed(points(end) for end in ends)
