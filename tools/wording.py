"""How figures are written in words: points with two decimals or more, money with a dollar sign, zones as ranges.

Every figure that is rounded for a reader is rounded here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

_NEARLY_HALF = 0.01  # of the last place: nearer to a half than this, the decimal decides and not its binary neighbour
_NEXT_TO_NOTHING = 1e-12
_NOISE = 1e-9  # of a percentage
_MOST_PLACES = 10


def fixed(value: float, places: int, sign: Literal["", "+"] = "") -> str:
    """So many decimals, thousands apart: '1,234.57'. A half is rounded away from zero, as by hand: 8.625 is 8.63.

    What a half is, the decimal tells that the value stands for (15 digits), not the binary fraction that holds it.
    """
    last = abs(value) * 10.0 ** min(places, 300)
    told: float | Decimal = value
    if abs(last % 1.0 - 0.5) < _NEARLY_HALF and last < 1e15:
        told = Decimal(f"{value:.{15 if last < 1e12 else 17}g}").quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{told:{sign}z,.{places}f}"


def significant(value: float, digits: int, sign: Literal["", "+"] = "") -> str:
    """At most so many digits that count: '0.0002412', '18.2', '1,234,568'; as a power of ten only what is next to nothing."""
    if not _NEXT_TO_NOTHING < abs(value) < math.inf:
        return f"{value + 0.0:{sign}.{digits}g}"
    text = fixed(value, max(0, digits - 1 - math.floor(math.log10(abs(value)))), sign)
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text if abs(value) >= 10_000 else text.replace(",", "")


def points(value: float) -> str:
    """Index points: two decimals at least, four at most, e.g. '25.85', '0.275'; unlimited in words."""
    if math.isinf(value):
        return "unlimited"
    if _NEXT_TO_NOTHING < abs(value) < 0.0001:
        return significant(value, 2)
    whole, _, decimals = fixed(value, 4).replace(",", "").partition(".")
    return f"{whole}.{decimals.rstrip('0').ljust(2, '0')}"


def level(value: float) -> str:
    """A strike or a price as it was given: whole where it is whole, otherwise with its decimals, e.g. '25', '32.5'."""
    price = float(value)
    return f"{price:.0f}" if price.is_integer() and abs(price) < 1e15 else repr(price)


def money(value: float) -> str:
    """Dollars: cents only where there are any, e.g. '$1,250', '-$85', '$412.50'."""
    if math.isinf(value):
        return "unlimited"
    size = fixed(abs(value), 2).removesuffix(".00")
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


def between(low: float, high: float) -> str:
    """A stretch of prices whose ends do not count: 'above 26.80', 'between 25.85 and 34.15', 'below 34.80'."""
    if math.isinf(high):
        return f"above {points(low)}"
    return f"between {points(low)} and {points(high)}" if low else f"below {points(high)}"


def listed(words: Iterable[str], word: str = "and") -> str:
    """'a', 'a and b', 'a, b and c'."""
    *first, last = list(words) or [""]
    return f"{', '.join(first)} {word} {last}" if first else last


def counted(number: int, thing: str) -> str:
    """A count with its noun, e.g. '1 row', '9,235 rows'."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def times(number: int) -> str:
    """How often: 'once', 'twice', '3 times'."""
    return {1: "once", 2: "twice"}.get(number, f"{number:,} times")


def percent(fraction: float, decimals: int = 1) -> str:
    """A fraction as a percentage, decimals only where there are any, e.g. '25%', '7.7%', '-8.7%'.

    What is not nothing is not written 0%, nor what is not all 100%: it takes more decimals, e.g. '0.03%', '99.97%'.
    """
    share = 100 * fraction
    for places in range(decimals, _MOST_PLACES):
        text = fixed(share, places)
        if not any(float(text.replace(",", "")) == whole and abs(share - whole) > _NOISE for whole in (0.0, 100.0)):
            break
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"{text if abs(share) >= 10_000 else text.replace(',', '')}%"


def cost_words(premium: float, fees_points: float) -> str:
    """'after the 0.85 debit', 'with the 0.50 credit', 'at no cost', each with its fees."""
    fees = f"{points(fees_points)} points of fees" if fees_points else ""
    if premium > 0:
        return f"after the {points(premium)} debit" + (f" and {fees}" if fees else "")
    if premium < 0:
        return f"with the {points(-premium)} credit" + (f" and {fees}" if fees else "")
    return f"after {fees}" if fees else "at no cost"
