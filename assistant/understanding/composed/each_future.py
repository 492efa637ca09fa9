"""A future's sum asked for both sizes of it ("with a VX, and with a mini"), and prices in points told in dollars beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.filling.points import LEAST
from assistant.understanding.text.quantities import Reading
from tools.contracts import SPECIFICATIONS
from tools.wording import money, points

_MINI: Final = re.compile(r"\b(?:vxm|minis?)\b")
_BIG: Final = re.compile(
    r"(?<!mini )\b(?:vx|vix futures?)\b(?! minis?\b)|\b(?:full|big|standard|regular|large|normal)(?:[- ]siz\w+)?"
    r" (?:ones?|contracts?|vx|vix|futures?)\b"
)


def in_each_future(found: tuple[Calculation, ...], reading: Reading) -> tuple[Calculation, ...]:
    """The move for a profit of the VX and of the mini, where the words name both and one alone was found."""
    if len(found) != 1 or found[0].call.tool != "move_for_profit":
        return found
    text, (single,) = reading.lower, found
    if _MINI.search(text) is None or _BIG.search(text) is None:
        return found
    return tuple(
        replace(single, call=Call(single.call.tool, {**single.call.arguments, "product": product})) for product in ("VX", "VXM")
    )


def told_in_dollars(found: Sequence[Calculation], reading: Reading) -> tuple[Calculation, ...]:
    """The calculations, with what one unit costs in dollars where its price was typed in points."""
    return tuple(_priced(one, reading) for one in found)


def _priced(one: Calculation, reading: Reading) -> Calculation:
    cost = one.call.arguments.get("unit_cost")
    if not isinstance(cost, float) or one.missing:
        return one
    typed = {q.value for q in reading.quantities if q.unit in ("plain", "money")}
    a_point = SPECIFICATIONS["VIX option"].per_point
    price = round(cost / a_point, 9)
    if price not in typed or cost in typed or price >= LEAST or points(price) not in reading.text:
        return one
    return replace(one, note=" ".join(filter(None, (one.note, f"one costs {points(price)} points = {money(cost)}."))))
