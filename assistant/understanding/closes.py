"""A position worked out before that is closed now, in part or whole: "sld 3 @ 2.35", "exit 19.05", "rest expired at 23".

What was paid, how many there are and the dollars of a point come from the calculation before; the words give the exit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from assistant.session import Call, Session
from assistant.understanding.exits import exit_added, is_left
from assistant.understanding.quantities import Reading
from assistant.understanding.structures import Arguments
from assistant.understanding.trades import exit_changed
from assistant.understanding.which_future import point_of
from tools import CATALOGUE

_LONGEST: Final = 12  # words
_SETTLED: Final = re.compile(
    r"\b(?:rest|remain\w*|others?|last (?:one|two|three|\d{1,4})|what(?:'s| is) left|still held)\b[^.?!\d]{0,24}"
    r"\b(?:expir\w+|settle[ds]?|settlement|finish\w*|vro|vix)\b[^.?!\d]{0,24}(?P<at>\d++(?:\.\d++)?)"
)
_HELD: Final = ("contracts", "multiplier", "fees")


def closing(reading: Reading, session: Session, last: Sequence[Call]) -> tuple[Call, ...]:
    """The calls for the exit that the words tell of; () where they tell of none, or of another position."""
    if not last or len(reading.lower.split()) > _LONGEST or reading.ladders or reading.legs or reading.futures:
        return ()
    known = _open(last[-1])
    if known is None or point_of(reading.lower) not in (None, known.get("multiplier")):
        return ()
    if settled := _settled(reading, session, known):
        return settled
    if more := exit_added(reading, known):
        return (Call("staged_exit", {**known, **more}),)
    single = exit_changed(reading) if last[-1].tool == "position" else {}
    return (Call("round_trip", {**{k: v for k, v in known.items() if k != "exits"}, **single}),) if single else ()


def _open(call: Call) -> Arguments | None:
    """What was paid for what is still held, as `staged_exit` takes it; None where nothing that was bought is."""
    known = call.arguments
    if call.tool == "staged_exit":
        return known if known.get("contracts") is None or is_left(known) else None
    if call.tool == "butterfly" and known.get("debit", 0) > 0:
        return {"entry": known["debit"], "exits": [], **{k: known[k] for k in _HELD if k in known}}
    if call.tool == "position" and len(known["legs"]) == 1 and "net" not in known:
        (leg,) = known["legs"]
        entry = leg["strike"] if leg["kind"] == "future" else leg["premium"]
        if leg["side"] == "long" and entry > 0:
            count = {"contracts": leg["quantity"] * known.get("contracts", 1)}
            return {"entry": entry, "exits": [], **{k: known[k] for k in _HELD if k in known}, **count}
    return None


def _settled(reading: Reading, session: Session, known: Arguments) -> tuple[Call, ...]:
    """What is left of a butterfly that ran to its settlement, as an exit at what it was worth there."""
    found = _SETTLED.search(reading.lower)
    if found is None or not known["exits"] or not is_left(known):
        return ()
    calls = (c for turn in reversed(session.turns) for c in turn.calls if c.tool == "butterfly")
    bought = next((c for c in calls if c.arguments.get("debit") == known["entry"]), None)
    if bought is None:
        return ()
    strikes = {k: bought.arguments[k] for k in ("lower", "body", "upper")}
    worth = Call("butterfly_value", {**strikes, "settlement": float(found["at"])})
    result: Any = CATALOGUE["butterfly_value"].run(**worth.arguments)
    left = known["contracts"] - sum(sale["units"] for sale in known["exits"])
    exits = [*known["exits"], {"price": result.value, "units": float(left)}]
    return worth, Call("staged_exit", {**known, "exits": exits})
