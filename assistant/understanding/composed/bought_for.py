"""Purchases told by what each one cost in dollars: "$1,000 at .50 and another 1,000 at 1.00, is my average .75?".

Equal dollars buy more at the low price, so the plain mean of the prices is not the average paid.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.calculation import Calculation, numbered
from assistant.understanding.filling.points import LEAST
from assistant.understanding.positions.purchases import bought
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.which_future import future_named
from tools.contracts import SPECIFICATIONS
from tools.wording import money, points

_THING: Final = r"(?:it|them|flies|butterflies)"
_LOT: Final = re.compile(
    r"(?<![\w.])(?<!\d,)(?P<sign>\$)?(?P<sum>\d[\d,]*+(?:\.\d++)?)(?P<k>k)?(?P<unit> (?:dollars|bucks|usd)| worth)?"
    r"(?! ?(?:contracts?|lots?|units?|fl(?:y|ies)|butterfl|%))"
    rf"(?: (?:in|(?:into|of|on) {_THING}|more|worth|again|went in|bought)){{0,3}}"
    r",? (?:at|@|when (?:it|they|the fly) (?:was|were|is)(?: at)?) \$?(?P<price>\d*+\.\d++)(?![\d%])"
)
_PRICE: Final = re.compile(r"(?<!\d)\d*+\.\d++")
_EACH: Final = re.compile(  # "put 500 each at .4 and .8"
    r"\b(?:put|putting|spen[dt]|spending|invest(?:ed|ing)?|us(?:e|ed|ing)|with)(?: in)? \$?(?P<sum>\d[\d,]*+)(?P<k>k)?"
    r"(?: (?:dollars|bucks|usd))?(?: (?:in|into|on))? each(?: (?:time|one|lot))?,? (?:at|@)"
    r" (?P<prices>\$?\d*+\.\d++(?:(?:, | and |, and | & |/)(?:at )?\$?\d*+\.\d++){1,5})(?![\w%]|\.\d)"
)
_ASKED: Final = re.compile(r"\b(?:averag\w*|avg|blended|cost basis|how many|mean|per fly|staging|lower\w*)\b")
_DOLLARS: Final = 50.0


def bought_for(reading: Reading) -> tuple[Calculation, ...]:
    """The average of lots told in dollars, in whole contracts; () where fewer than two are told so."""
    text = reading.lower
    if " at " not in text and "@" not in text and "when" not in text:
        return ()
    if (each := _EACH.search(text) if "each" in text else None) is not None and not (reading.ladders or reading.legs):
        cash = float(each["sum"].replace(",", "")) * (1000 if each["k"] else 1)
        return _averaged(reading, [(float(price), cash) for price in _PRICE.findall(each["prices"])])
    lots = list(_LOT.finditer(text))
    if len(lots) < 2 or _ASKED.search(text) is None or reading.ladders or reading.legs or future_named(text):
        return ()
    if not any(m["sign"] or m["k"] or m["unit"] for m in lots) and "dollar" not in text:
        return ()
    told = [(float(m["price"]), float(m["sum"].replace(",", "")) * (1000 if m["k"] else 1)) for m in lots]
    return _averaged(reading, told)


def _averaged(reading: Reading, told: Sequence[tuple[float, float]]) -> tuple[Calculation, ...]:
    """The average of what each sum of dollars buys at its price, in whole contracts."""
    a_point = SPECIFICATIONS["VIX option"].per_point
    if any(cash < _DOLLARS or not 0 < price < LEAST or cash < price * a_point for price, cash in told):
        return ()
    units = [float(int(cash / round(price * a_point, 9) + 1e-9)) for price, cash in told]
    counted = "; ".join(
        f"{money(cash)} at {points(price)} buys {count:g}" for (price, cash), count in zip(told, units, strict=True)
    )
    equal = "; equal dollars buy more at the low price" if len({cash for _, cash in told}) == 1 else ""
    note = f"{counted}, in whole contracts at {money(a_point)} a point{equal}."
    fills = bought(reading, [(price, count) for (price, _), count in zip(told, units, strict=True)])
    return (Calculation(Call("staged_cost", fills), sources=numbered(reading), note=note),)
