"""A butterfly marked below what the index today would make of it: "VIX at 31, my 25/30/35 shows only 1.40, cost 0.85"."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.calculation import Calculation, numbered
from assistant.understanding.filling.slots import Slot, fill
from assistant.understanding.text import role_words
from assistant.understanding.text.quantities import Reading

_PUZZLED: Final = re.compile(r"\b(?:why|only|not|how come|isn'?t|shouldn'?t|should|just|yet|but|less)\b")
_SPOT: Final = Slot(
    "spot",
    before=r"\b(?:spot(?: vix)?|vix(?: spot| index)?|index|cash)"
    r"(?: (?:is|at|now|sits|stands|trades|of|has been|hit|went|to|today|right)){0,4}",
    low=5,
)
_MARK: Final = Slot(
    "mark",
    units=("plain", "money"),
    before=r"\b(?:shows?|showing|marked?|worth|trad(?:es|ing)|quoted?|priced?|bid|valued?|sits|mid|is|at)"
    r"(?: (?:only|just|at|is|me|still)){0,4}",
    low=0,
)
_PAID: Final = Slot("paid", units=("plain", "money"), before=role_words.PAID, after=r"debit\b", low=0.01)
_OTHER: Final = re.compile(r"\b(?:settle[sd]?|settlement|vro|vols?|iv|delta|days?|dte|rsi|future|vx)\b")


def marked_at_spot(reading: Reading) -> tuple[Calculation, ...]:
    """What it would be worth if it settled there, and the open result at its mark; () where one of the prices is not told."""
    text = reading.lower
    if len(reading.ladders) != 1 or len(reading.ladder) != 3 or not reading.ladders[0].rises or reading.legs:
        return ()
    if _PUZZLED.search(text) is None or _OTHER.search(text) or ("spot" not in text and "vix" not in text):
        return ()
    told = fill(reading, (_SPOT, _PAID, _MARK)).arguments
    low, body, high = reading.ladder
    if not {"spot", "mark", "paid"} <= told.keys() or not max(told["mark"], told["paid"]) < body - low:
        return ()
    fly = {"lower": low, "body": body, "upper": high, "debit": told["paid"], "settlement": told["spot"]}
    note = "spot is put in as if it were the settlement; before expiry a butterfly is priced off the future of its expiry."
    open_result = Call("round_trip", {"entry": told["paid"], "leave": told["mark"]})
    return Calculation(Call("butterfly", fly), sources=numbered(reading), note=note), Calculation(open_result)
