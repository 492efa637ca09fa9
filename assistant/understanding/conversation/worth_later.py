"""An option priced before: some of it bought at its value, or its worth at another price of its future and on a later day."""

from __future__ import annotations

import re
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.conversation.further_step import Derived
from assistant.understanding.text.quantities import Reading
from tools.wording import percent, significant

_DAYS: Final = 365
_WORTH: Final = re.compile(
    r"\b(?:worth|value|price|cost|what if|if)\b"
    r"|^\W*(?:(?:and|so|what|how|about|then) ){0,3}(?:in|after) \d{1,3} (?:more )?days?(?: from now)?\W*$"
)
_AT: Final = re.compile(
    r"(?:\bat|(?:\b(?:vix|futures?|vx|it|forward)"
    r" (?:is |was |were |goes |go |moves |rises |falls |drops |jumps )?(?:at|to|is|hits?|=)?)) \$?"
    r"(?P<at>\d{1,3}(?:\.\d++)?)(?![\w%]|\.\d| ?-?(?:days?|vol|%|strike|calls?|puts?))"
)
_SO_MANY: Final = re.compile(
    r"^\W*(?:(?:and|so|ok|if|what|whats|how much|i|we|do|does|would|is|are|for|to|the|cost|costs|price|of|buy|bought|buying) "
    r"){0,8}"
    r"\d{1,5} (?:of (?:them|these|those|it)|contracts?|calls?|puts?|options?|lots?)(?:,? (?:cost|costs|total|in (?:dollars"
    r"|all)|how much"
    r"|then|be))*\W*$"
)
_GONE: Final = re.compile(
    r"\b(?:in|after|another) (?P<a>\d{1,3}) (?:more )?days?\b(?! left)|(?<![\w.])(?P<b>\d{1,3}) days (?:later|from now|on)\b"
)


def bought_at_value(reading: Reading, results: tuple[Any, ...]) -> Derived | None:
    """What so many of the option just priced cost at that value ("buy 20 of them, cost?"); None where none is asked."""
    value = getattr(results[-1], "price", results[-1].inputs.get("price"))
    if len(reading.quantities) != 1 or not isinstance(value, float) or _SO_MANY.search(reading.lower) is None:
        return None
    count = reading.quantities[0].value
    if not count.is_integer() or count < 1:
        return None
    note = f"each at the value just worked out, {significant(value, 4)} points, as a VIX option."
    call = Call("contract_value", {"product": "VIX option", "price": round(value, 6), "contracts": int(count)})
    return Derived((call,), (note,))


def worth_later(reading: Reading, results: tuple[Any, ...]) -> Derived | None:
    """The option at the price of the future and the day that the words name, and what is taken for it; None for neither.

    Of an option whose volatility was found, at that volatility; of one that was priced, only where days are to pass.
    """
    last = results[-1]
    known, text = last.inputs, reading.lower
    fly = last.tool == "butterfly_value_today"
    vol = known.get("vol_body") if fly else getattr(last, "vol", known.get("vol"))
    at, gone = _AT.search(text), _GONE.search(text)
    if _WORTH.search(text) is None or not isinstance(vol, float) or not isinstance(known.get("years"), float):
        return None
    if gone is None and (at is None or last.tool != "implied_volatility"):
        return None
    days = round(known["years"] * _DAYS - (float(gone["a"] or gone["b"]) if gone else 0.0), 9)
    if days <= 0:
        return None
    moved = {"forward": float(at["at"])} if at is not None else {}
    if fly:
        told = {k: v for k, v in known.items() if v is not None}
        note = f"so many days from now {days:g} are left; the volatilities stay as they are."
        return Derived((Call(last.tool, {**told, **moved, "years": round(days / _DAYS, 12)}),), (note,))
    terms = {k: known[k] for k in ("strike", "forward", "rate", "kind") if k in known}
    note = f"the volatility stays at {percent(vol, 2)}, with {days:g} days left."
    call = Call("black76", {**terms, **moved, "years": round(days / _DAYS, 12), "vol": round(vol, 12)})
    return Derived((call,), (note,))
