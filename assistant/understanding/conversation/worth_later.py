"""An option priced before, at another price of its future and after some of its days have gone."""

from __future__ import annotations

import re
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.text.quantities import Reading
from tools.wording import percent

_DAYS: Final = 365
_WORTH: Final = re.compile(r"\b(?:worth|value|price|cost|what if|if)\b")
_AT: Final = re.compile(
    r"(?:\bat|(?:\b(?:vix|futures?|vx|it|forward)"
    r" (?:is |was |were |goes |go |moves |rises |falls |drops |jumps )?(?:at|to|is|hits?|=)?)) \$?"
    r"(?P<at>\d{1,3}(?:\.\d++)?)(?![\w%]|\.\d| ?-?(?:days?|vol|%|strike|calls?|puts?))"
)
_GONE: Final = re.compile(
    r"\b(?:in|after|another) (?P<a>\d{1,3}) (?:more )?days?\b(?! left)|(?<![\w.])(?P<b>\d{1,3}) days (?:later|from now|on)\b"
)


def worth_later(reading: Reading, results: tuple[Any, ...]) -> tuple[Call, str] | None:
    """The option at the price of the future and the day that the words name, and what is taken for it; None for neither.

    Of an option whose volatility was found, at that volatility; of one that was priced, only where days are to pass.
    """
    last = results[-1]
    known, text = last.inputs, reading.lower
    vol = getattr(last, "vol", known.get("vol"))
    at, gone = _AT.search(text), _GONE.search(text)
    if _WORTH.search(text) is None or not isinstance(vol, float) or not isinstance(known.get("years"), float):
        return None
    if gone is None and (at is None or last.tool != "implied_volatility"):
        return None
    days = round(known["years"] * _DAYS - (float(gone["a"] or gone["b"]) if gone else 0.0), 9)
    if days <= 0:
        return None
    terms = {k: known[k] for k in ("strike", "forward", "rate", "kind") if k in known}
    moved = {"forward": float(at["at"])} if at is not None else {}
    note = f"the volatility stays at {percent(vol, 2)}, with {days:g} days left."
    return Call("black76", {**terms, **moved, "years": round(days / _DAYS, 12), "vol": round(vol, 12)}), note
