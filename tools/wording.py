"""How figures are written in words: points with two decimals or more, money with a dollar sign, zones as ranges."""

from __future__ import annotations

import math
from collections.abc import Iterable


def points(value: float) -> str:
    """Index points: two decimals at least, four at most, e.g. '25.85', '0.275'; unlimited in words."""
    if math.isinf(value):
        return "unlimited"
    if value and abs(value) < 0.0001:
        return f"{value:.2g}"
    whole, _, decimals = f"{value:.4f}".partition(".")
    return f"{whole}.{decimals.rstrip('0').ljust(2, '0')}"


def level(value: float) -> str:
    """A strike or a price as it was given: whole where it is whole, otherwise with its decimals, e.g. '25', '32.5'."""
    price = float(value)
    return f"{price:.0f}" if price.is_integer() and abs(price) < 1e15 else repr(price)


def money(value: float) -> str:
    """Dollars: cents only where there are any, e.g. '$1,250', '-$85', '$412.50'."""
    if math.isinf(value):
        return "unlimited"
    size = f"{abs(value):,.2f}".removesuffix(".00")
    return f"-${size}" if value < 0 and size != "0" else f"${size}"


def gain(value: float) -> str:
    """'a profit of 3.15 points' or 'a loss of 0.85 points' or 'neither profit nor loss'."""
    if not value:
        return "neither profit nor loss"
    return f"a {'profit' if value > 0 else 'loss'} of {points(abs(value))} points"


def stretch(low: float, high: float) -> str:
    """A stretch of prices as an adverbial: 'at 30', 'from 45 to 55', 'at or below 25', 'at or above 35', 'at every price'."""
    if low == high:
        return f"at {level(low)}"
    if math.isinf(high):
        return f"at or above {level(low)}" if low else "at every price"
    return f"from {level(low)} to {level(high)}" if low else f"at or below {level(high)}"


def listed(words: Iterable[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    *first, last = list(words) or [""]
    return f"{', '.join(first)} and {last}" if first else last


def counted(number: int, thing: str) -> str:
    """A count with its noun, e.g. '1 row', '9,235 rows'."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def percent(fraction: float, decimals: int = 1) -> str:
    """A fraction as a percentage, decimals only where there are any, e.g. '25%', '7.7%', '-8.7%'."""
    size = f"{100 * fraction:.{decimals}f}"
    size = size.rstrip("0").rstrip(".") if "." in size else size
    return f"{'0' if size in ('-0', '') else size}%"


def cost_words(premium: float, fees_points: float) -> str:
    """'after the 0.85 debit', 'with the 0.50 credit', 'at no cost', each with its fees."""
    fees = f"{points(fees_points)} points of fees" if fees_points else ""
    if premium > 0:
        return f"after the {points(premium)} debit" + (f" and {fees}" if fees else "")
    if premium < 0:
        return f"with the {points(-premium)} credit" + (f" and {fees}" if fees else "")
    return f"after {fees}" if fees else "at no cost"
