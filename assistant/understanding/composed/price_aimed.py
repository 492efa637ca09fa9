"""The price of what is still to be bought, for an average that is aimed at: "65% in at .92, what must the rest cost for .80".

Which numbers are sizes and which are prices is told by their form; which of each comes later, by the word beside it. What was
bought in several fills is averaged first: "25% at .90, 20% at 1.20, what price on the next 20 makes it 1.00".
"""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.brought import From
from assistant.understanding.filling.calculation import Calculation, numbered
from assistant.understanding.text.quantities import Quantity, Reading
from assistant.understanding.text.sought import Sought

_ASKED: Final = re.compile(
    r"\b(?:what|whats|which|how (?:much|low|cheap(?:ly)?|far)|price|find|solve|pay)\b[^.?!]{0,80}?"
    r"\b(?:must|need(?:s|ed)?|have to|has to|should|would|will|do i|to (?:get|bring|pull|drag|lower|make)|gets?|brings?|makes?"
    r"|pulls?|lowers?|drags?|average|down to|pay|aim)\b"
)
_AVERAGE: Final = Sought(r"\b(?:averag\w*|avg|blended|blend|overall|whole|mean|cost basis|basis)\b")
_OTHER: Final = re.compile(
    r"\b(?:ema|sma|macd|rsi|wacc|irr|strikes?|settl\w+|expir\w+|break-?evens?|delta|iv|sold|sell|budget|tax|debt|equity|gains?)\b"
)
_FILL: Final = (
    r"(?: (?:an?|the|my|our|whole|blended|average|avg|overall|total|mean|cost|basis|of|at|it|is|be|to|down|get|for|just)){0,5}"
)
_AIM: Final = re.compile(
    rf"\b(?:to|(?:makes?|brings?|gets?|pulls?|keeps?) (?:it|that|them|all)|reach(?:es)?|hit|aim(?:ing)?|target|want|wanted"
    rf"|below|under|becomes?|for (?:an?|the|my)(?= av| bl| ov|g))"
    rf"{_FILL} ?\$?$"
)
_PRICED: Final = re.compile(r"(?:\b(?:at|averag\w*|avg|for|price|paid|of|to|is|was)|@) ?\$?$")
_MORE_BEFORE: Final = re.compile(
    r"\b(?:next|last|further|remaining|other|final|new|another|missing|second|third|rest|buy|add|adding|buying)"
    r"(?: of)?(?: the)? $"
)
_MORE_AFTER: Final = re.compile(r"\s?(?:\w{3,9} )?(?:more|further|left|to go|remaining|still|to come)\b")
_REST: Final = re.compile(r"\b(?:rest|remain(?:ing|der)|others?|what'?s left)\b")
_ALL: Final = 100.0


def price_aimed(reading: Reading) -> tuple[Calculation, ...]:
    """The price that it takes; () where not two prices and the sizes on both sides are told."""
    text = reading.lower
    if _AVERAGE.search(text) is None or _ASKED.search(text) is None or _OTHER.search(text):
        return ()
    if reading.ladders or reading.legs or reading.series:
        return ()
    prices = [q for q in reading.quantities if _is_price(reading, q)]
    sizes = [q for q in reading.quantities if q not in prices]
    aims = [q for q in prices if _AIM.search(reading.before(q, 40))]
    if len(aims) != 1 or any(q.value <= 0 for q in reading.quantities):
        return ()
    paid = [q for q in prices if q is not aims[0]]
    if len(paid) > 1:
        return _after_fills(reading, paid, sizes, aims[0].value)
    held = _sizes(reading, sizes) if paid else None
    if held is None:
        return ()
    units, more = held
    given = {"average": paid[0].value, "units": units, "more": more, "aim": aims[0].value}
    return (Calculation(Call("price_for_average", given), sources=numbered(reading)),)


def _after_fills(reading: Reading, paid: list[Quantity], sizes: list[Quantity], aim: float) -> tuple[Calculation, ...]:
    """The average of several fills, and the price that it takes after them; () where not each price has its size."""
    later = [q for q in sizes if _is_later(reading, q)]
    held = [q for q in sizes if q not in later]
    if len(held) != len(paid) or len(later) != 1:
        return ()
    # A share without its sign beside shares ("30% at 1.10, …, the next 20") is one too.
    in_shares = any(q.unit == "percent" for q in held)
    units = [round(_ALL * q.value if q.unit == "percent" else q.value, 9) for q in (*held, later[0])]
    if in_shares and sum(units) > _ALL:
        return ()
    fills = [{"price": price.value, "units": size} for price, size in zip(paid, units, strict=False)]
    given = {
        "average": From("staged_cost", "average unrounded"),
        "units": round(sum(units[:-1]), 9),
        "more": units[-1],
        "aim": aim,
    }
    return (
        Calculation(Call("staged_cost", {"fills": fills}), sources=numbered(reading)),
        Calculation(Call("price_for_average", given)),
    )


def _is_later(reading: Reading, size: Quantity) -> bool:
    """Whether a size is of what is still to be bought."""
    return _MORE_BEFORE.search(reading.before(size)) is not None or _MORE_AFTER.match(reading.after(size)) is not None


def _is_price(reading: Reading, quantity: Quantity) -> bool:
    if quantity.unit in ("percent", "count"):
        return False
    pointed = "." in reading.lower[quantity.start : quantity.end]
    whole = quantity.unit == "plain" and quantity.value.is_integer() and not pointed
    return not whole or (
        _PRICED.search(reading.before(quantity)) is not None and not _MORE_AFTER.match(reading.after(quantity))
    )


def _sizes(reading: Reading, sizes: list[Quantity]) -> tuple[float, float] | None:
    """What is bought and what is still to be bought, in percent or in units; None where that is not clear."""
    if len({q.unit == "percent" for q in sizes}) != 1:
        return None
    scale = _ALL if sizes[0].unit == "percent" else 1.0
    later = [q for q in sizes if _is_later(reading, q)]
    if len(sizes) == 1 and not later and sizes[0].unit == "percent" and _REST.search(reading.lower) and sizes[0].value < 1:
        units = round(_ALL * sizes[0].value, 9)
        return units, round(_ALL - units, 9)
    if len(sizes) != 2 or len(later) != 1:
        return None
    (first,) = (q for q in sizes if q is not later[0])
    return round(scale * first.value, 9), round(scale * later[0].value, 9)
