"""Spreads and condors told by their width and price alone, and how many of them a limit of risk pays for.

"2% of 300k at risk, 10 wide condor for 1.15 credit, how many": what one can lose is the width less the credit.
"""

from __future__ import annotations

import re
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.filling.brought import From
from assistant.understanding.filling.calculation import Calculation, numbered
from assistant.understanding.positions.condors import BOUGHT, WIDE, is_credit, is_sold
from assistant.understanding.text.quantities import Quantity, Reading

_SPREAD: Final = re.compile(r"\b(?:condors?|ics?|spreads?|verticals?|bull puts?|bear calls?)\b")
_CONDOR: Final = re.compile(r"\b(?:condors?|ics?|bull puts?|bear calls?)\b")
_PRICED: Final = re.compile(
    r"(?:\b(?:credit|debit|for|at|pays?|paying|paid|price[ds]?|premium|collect\w*|tak(?:e|es|ing|en) in|took in|brings? in"
    r"|receiv\w+|costs?|sold|net)|@)(?: (?:an?|of|is|was|at|me|the|for|in|net|credit|debit))*[ $:=]*$"
)
_PRICE_AFTER: Final = re.compile(r"\s?(?:points? )?(?:net )?(?:credit|debit|cr\b|db\b)")
_COUNTED: Final = re.compile(r"\s?(?:x\b|contracts?|lots?|condors?|spreads?|of (?:them|these|those)|times)")
_MONEY: Final = 50.0
_SMALL: Final = 0.25  # no rule of risk lets more of an account be lost on one trade


def by_width(reading: Reading) -> tuple[Calculation, ...]:
    """What the spread can make and lose, then the number of them where a limit is told; () where a number is left unread."""
    text = reading.lower
    if not any(word in text for word in ("wide", "width", "wing")) or _SPREAD.search(text) is None or reading.legs:
        return ()
    wide = list(WIDE.finditer(text))
    if len(wide) != 1 or any(len(ladder.strikes) > 1 for ladder in reading.ladders):
        return ()
    width = next(float(g) for g in wide[0].groups() if g)
    others = [q for q in reading.quantities if not wide[0].start() <= q.start < wide[0].end()]
    prices = [q for q in others if q.unit in ("plain", "money") and q.value < width and _is_price(reading, q)]
    if len(prices) != 1 or (sign := _sign(text)) == 0:
        return ()
    rest = _rest(reading, [q for q in others if q is not prices[0]])
    if rest is None:
        return ()
    spread: dict[str, Any] = {"width": width, "net": sign * prices[0].value}
    if "contracts" in rest:
        spread["contracts"] = rest["contracts"]
    found = [Calculation(Call("spread_by_width", spread), sources=numbered(reading))]
    if "budget" in rest:
        limit: dict[str, Any] = {k: rest[k] for k in ("budget", "share") if k in rest}
        each: dict[str, Any] = {**limit, "unit_cost": From("spread_by_width", "risk")}
        found.append(Calculation(Call("units_for_budget", each), sources=numbered(reading)))
    return tuple(found)


def _is_price(reading: Reading, quantity: Quantity) -> bool:
    near = _PRICED.search(reading.before(quantity)) or _PRICE_AFTER.match(reading.after(quantity))
    return near is not None and _COUNTED.match(reading.after(quantity)) is None


def _sign(text: str) -> int:
    """-1 for a spread that is sold, 1 for one that is bought, 0 where neither is told; a condor is sold unless bought."""
    if is_credit(text) or is_sold(text):
        return -1
    if re.search(r"\bdebit\b", text) or (BOUGHT.search(text) and not _CONDOR.search(text)):
        return 1
    return -1 if _CONDOR.search(text) else 0


def _rest(reading: Reading, left: list[Quantity]) -> dict[str, Any] | None:
    """A budget, a share of it and a number of spreads among the numbers left; None where one is something else."""
    out: dict[str, Any] = {}
    for quantity in left:
        if quantity.unit == "percent" and 0 < quantity.value <= _SMALL and "share" not in out:
            out["share"] = quantity.value
        elif quantity.unit in ("money", "plain") and quantity.value >= _MONEY and "budget" not in out:
            out["budget"] = quantity.value
        elif quantity.value == int(quantity.value) and _COUNTED.match(reading.after(quantity)) and "contracts" not in out:
            out["contracts"] = int(quantity.value)
        elif not (quantity.unit == "count" and quantity.value == 1):
            return None
    return None if "share" in out and "budget" not in out else out
