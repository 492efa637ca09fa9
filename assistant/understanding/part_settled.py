"""A butterfly closed in part before it settles: "had 10 at 1.00, closed 5 at 2.60 and the other 5 settled at 27"."""

from __future__ import annotations

from dataclasses import replace

from assistant.session import Call
from assistant.understanding.calculations import Calculation
from assistant.understanding.exits import BEGINS, in_units, sold_in
from assistant.understanding.quantities import Reading
from assistant.understanding.steps import From

_HOLDS = ("settl", "expir", "vro", "soq")


def part_settled(reading: Reading, single: Calculation) -> tuple[Calculation, ...]:
    """The part that settles, and all exits of the whole with it; () where not both are told.

    `single` is the butterfly as it is told: how many, at what price, and its settlement.
    """
    tool, terms = single.call.tool, single.call.arguments
    if not any(word in reading.lower for word in _HOLDS) or tool != "butterfly" or single.missing:
        return ()
    if "settlement" not in terms or terms.get("contracts", 1) < 2 or terms["debit"] <= 0:
        return ()
    text, count = reading.without_ladders, terms["contracts"]
    paid = single.sources.get("debit")
    sales = sold_in(text[paid.end :]) if paid is not None and BEGINS.search(text) is not None else []
    before = in_units([(words, price) for words, price in sales if price != terms["settlement"]], count)
    left = count - sum(sale["units"] for sale in before or ())
    if not before or not 0 < left < count:
        return ()
    rest = replace(single, call=Call(tool, {**terms, "contracts": int(left)}))
    exits = [*before, {"price": From(tool, "worth"), "units": left}]
    more = {"fees": terms["fees"]} if "fees" in terms else {}
    whole = {"entry": terms["debit"], "exits": exits, "contracts": count, **more}
    return rest, Calculation(Call("staged_exit", whole), note="what settles is counted as an exit at its value there.")
