"""A butterfly closed in part: "10 at 1.00, closed 5 at 2.60, the other 5 settled at 27", "8 at .92, sold half at 1.80"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.brought import From
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.positions.exits import BEGINS, in_units, sold_in
from assistant.understanding.text.quantities import Reading

_SEVERAL: Final = 2
_HOLDS: Final = ("settl", "expir", "vro", "soq")


def part_settled(reading: Reading, single: Calculation) -> tuple[Calculation, ...]:
    """The butterfly, or what of it settles, and all exits of the whole; () where no part was sold.

    `single` is the butterfly as it is told: how many, at what price, and its settlement where one is told.
    """
    tool, terms = single.call.tool, single.call.arguments
    paid = single.sources.get("debit")
    if tool != "butterfly" or single.missing or paid is None or terms.get("contracts", 1) < _SEVERAL or terms["debit"] <= 0:
        return ()
    text, count, settles = reading.without_ladders, terms["contracts"], terms.get("settlement")
    sales = sold_in(text[paid.end :]) if BEGINS.search(text, paid.end) is not None else []
    before = in_units([(words, price) for words, price in sales if price != settles], count)
    left = count - sum(sale["units"] for sale in before or ())
    if not before or not 0 <= left < count:
        return ()
    more = {"fees": terms["fees"]} if "fees" in terms else {}
    whole = {"entry": terms["debit"], "exits": before, "contracts": count, **more}
    if settles is None or not any(word in reading.lower for word in _HOLDS):
        return (single, Calculation(Call("staged_exit", whole)))
    if not left:
        return ()
    rest = replace(single, call=Call(tool, {**terms, "contracts": int(left)}))
    whole["exits"] = [*before, {"price": From(tool, "worth"), "units": left}]
    return rest, Calculation(Call("staged_exit", whole), note="what settles is counted as an exit at its value there.")
