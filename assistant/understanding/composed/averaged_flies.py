"""A butterfly bought in several lots: what it cost on average, and its break-evens on that."""

from __future__ import annotations

from typing import Final

from assistant.session import Call
from assistant.understanding.filling.brought import From
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.framed.calculations import calculation
from assistant.understanding.positions.purchases import fills
from assistant.understanding.text.quantities import Reading

_HOLDS: Final = ("averag", "more at", "scaled", "added", "more for", "again at", "then", "another", "bought")
_KEPT: Final = ("settlement", "fees", "multiplier")


def averaged(reading: Reading) -> tuple[Calculation, ...]:
    """The average cost, and the butterfly at it; () where not one butterfly with two purchases at least is told."""
    text = reading.lower
    if not any(word in text for word in _HOLDS) or len(reading.ladders) != 1 or len(reading.ladder) != 3:
        return ()
    if "sold" in text or "sell" in text or "%" in text or not reading.ladders[0].rises:
        return ()
    bought = fills(Reading(_named(reading)))
    found = calculation(reading)
    if bought is None or found is None or found.call.tool != "butterfly":
        return ()
    lots = bought["fills"]
    span = reading.ladder[-1] - reading.ladder[0]
    if any(not lot["units"].is_integer() or lot["price"] >= span for lot in lots):
        return ()
    strikes = {k: found.call.arguments[k] for k in ("lower", "body", "upper")}
    kept = {k: v for k, v in found.call.arguments.items() if k in _KEPT}
    count = int(sum(lot["units"] for lot in lots))
    fly = {**strikes, "debit": From("staged_cost", "average"), "contracts": count, **kept}
    return Calculation(Call("staged_cost", dict(bought))), Calculation(Call("butterfly", fly))


def _named(reading: Reading) -> str:
    """The text with the strikes as a word, so that "3 of the 25/30/35 at 0.80" is so many at a price."""
    text = reading.lower
    for start, end in reversed(reading.ladders[0].spans):
        text = f"{text[:start]}flies{text[end:]}"
    for words in (
        "flies flies",
        "flies fly",
        "flies butterflies",
        "flies butterfly",
        "flies call fly",
        "of the flies",
        "x flies",
    ):
        text = text.replace(words, "flies")
    return text.replace(" more ", " flies ").replace("another ", "").replace("lots", "flies").replace("contracts", "flies")
