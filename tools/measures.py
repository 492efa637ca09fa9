"""The figures of a payoff at settlement: break-evens, best and worst result, and what is asked of a price or a profit."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from tools.payoff import Payoff, Zone, exact, number


def measure(value: Payoff, cost: Fraction, dollars: Fraction, settlement: float | None, target: float | None) -> dict[str, Any]:
    """The fields of `Outcome` for a payoff in points, its cost in points and the dollars in one point."""
    profit = value.less(cost)
    (best, best_where), (worst, _) = profit.highest, profit.lowest
    bounded = best != math.inf and worst != -math.inf and worst < 0 < best
    at = None if settlement is None else value.at(exact(settlement))
    width = sum((_width(zone) for zone in profit.zones), Fraction(0))
    return {
        "break_evens": profit.break_evens,
        "max_profit": number(best * dollars),
        "max_loss": number(worst * dollars),
        "max_profit_points": number(best),
        "max_loss_points": number(worst),
        "reward_to_risk": number(best / -worst) if bounded else None,
        "best_at": best_where[0][0] if len(best_where) == 1 and best_where[0][0] == best_where[0][1] else None,
        "profit_zone_width": number(width),
        "profit_zone_share": _share(profit, width),
        "cost_of_zone_point": number(cost * dollars / width) if cost > 0 and 0 < width < math.inf else None,
        "tail": value.tail,
        "settlement": settlement,
        "settlement_value": None if at is None else number(at),
        "settlement_profit_points": None if at is None else number(at - cost),
        "settlement_profit": None if at is None else number((at - cost) * dollars),
        "settlement_of_max": number((at - cost) / best) if at is not None and at > cost and best != math.inf else None,
        "settlement_return": number((at - cost) / cost) if at is not None and at > cost > 0 else None,
        "to_break_even": _way(profit.break_evens, settlement) if at is not None and at < cost else None,
        "target": target,
        "target_at": () if target is None else profit.reaching(exact(target) / dollars),
    }


def _way(ends: Sequence[float], settlement: float | None) -> float | None:
    """Signed points from the settlement to the break-even nearest to it."""
    if settlement is None or not ends:
        return None
    return number(min((exact(end) - exact(settlement) for end in ends), key=abs))


def _share(profit: Payoff, width: Fraction | float) -> float | None:
    """The zone of profit over the way between the outer strikes, where one zone lies between them."""
    low, high = profit.kinks[1 if len(profit.kinks) > 1 else 0], profit.kinks[-1]
    if len(profit.zones) != 1 or low == high or math.isinf(width):
        return None
    left, right = profit.zones[0]
    return number(width / (high - low)) if low <= exact(left) and exact(right) <= high else None


def _width(zone: Zone) -> Fraction | float:
    return math.inf if math.isinf(zone[1]) else exact(zone[1]) - exact(zone[0])
