"""A move asked of a volatility: "what does vix 15 mean for the next month", "one sigma of spx 5800 at 18% over 30 days"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from assistant.understanding.filling.frame import Frame
from assistant.understanding.filling.slots import Slot
from assistant.understanding.filling.structures import Arguments
from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.tokens import NUMBER

_NUMBER: Final = rf"({NUMBER})"
_STRETCHES: Final[Mapping[str, tuple[float, str]]] = {
    "day": (1, "trading"),
    "session": (1, "trading"),
    "tomorrow": (1, "trading"),
    "daily": (1, "trading"),
    "overnight": (1, "trading"),
    "week": (7, "calendar"),
    "weekly": (7, "calendar"),
    "fortnight": (14, "calendar"),
    "month": (30, "calendar"),
    "monthly": (30, "calendar"),
    "quarter": (91, "calendar"),
    "quarterly": (91, "calendar"),
    "year": (365, "calendar"),
    "yearly": (365, "calendar"),
}
_STRETCH: Final = re.compile(
    r"\b(?:(?P<many>\d{1,4}|" + "|".join(WORDS) + r")[ -]?(?P<trading>trading )?)?"
    r"(?P<unit>day|session|tomorrow|daily|overnight|week|weekly|fortnight|month|monthly|quarter|quarterly|year|yearly|dte)s?\b"
)
_VOL: Final = re.compile(
    rf"\b(?:vix|vxn|iv|implied(?: vol\w*)?|vols?|volatility|sigma)(?: (?:is|of|at|=|was|reads?|reading|level|now)){{0,3}} "
    rf"?[=:]? ?{_NUMBER}"
    rf"(?![\w/]|\.\d)|(?<![\w./]){_NUMBER}\s?%?(?: (?:a|per) year)? (?:vix|iv|implied vol\w*|vols?|volatility)\b"
    r"(?!(?: (?:is|of|at|=|was|reads?|reading|level|now)){0,3} ?[=:@]? ?\d)"  # of "spx 5000 vix 16" the 16 is the volatility
)
_OF_VIX: Final = re.compile(  # the index itself, or its future, has a volatility of its own
    rf"\b(?:vix(?: (?:spot|index|futures?))?|futures?|vxm?)(?: (?:is|of|at|=|now|trading"
    rf"|price)){{0,2}} ?[=:@]? ?{_NUMBER}(?![\w%/]|\.\d)"
    r"(?= ?[,;:]?(?: \w{1,9}){0,4}? (?:iv|implied|vols?|volatility|sigma)\b)"
)
_PRICE: Final = re.compile(
    r"\b(?:spx|spy|s&p|index|es|price|underlying|stock)(?: (?:500|is|of|at|=|was|now|trading|level)){0,3} ?[=:@]? "
    r"?\$?(\d{2,6}(?:\.\d++)?)(?![\w%]|\.\d)"
    r"|\b(?:at|on|of|for) (?:an? )?(?:spx|spy|s&p|index) (?:of )?\$?(\d{2,6}(?:\.\d++)?)(?![\w%]|\.\d)"
)
_MOVE: Final = (
    r"\b(?:expected (?:\w+ )?(?:moves?|range)|implied (?:\w+ )?(?:moves?|range)|(?:one|1) ?-?(?:sigma|sd|standard dev\w*|std)"
    r"|standard deviations?|(?:daily|weekly|monthly|overnight) (?:\w+ )?(?:moves?|range|swing)"
    r"|(?:moves?|swings?|range|points?|percent|how much) (?:is (?:that|it) )?(?:a|per|each|every|in a|over|in|for|by) (?:the "
    r"|a |one |next )?(?:\w+ )?(?:day|week|month|quarter|session)s?"
    r"|vix (?:of |at |is )?[\d.]{1,5} (?:\w+ ){0,2}(?:mean|imply|implies|say|tell|price)\w*"
    r")\b"
    r"|\brule of (?:16|sixteen|##)"
)
_TAKEN: Final[tuple[tuple[re.Pattern[str], Mapping[str, Any]], ...]] = (  # where no stretch of time is told
    (re.compile(r"\brule of (?:16|sixteen|##)"), {"days": 1, "counted": "trading"}),
    (
        re.compile(r"\bvix (?:of |at |is )?[\d.]{1,5} (?:\w+ ){0,2}(?:mean|imply|implies|say|tell)s?\b"),
        {"days": 30, "counted": "calendar"},
    ),
)
_HIGHEST: Final = 200.0  # a volatility index has not stood as high; more is a price
_AGAIN: Final = re.compile(
    rf"^\W*(?:(?:and|what about|how about|for|at|if|with|vix|is|of|it|was|were|then|now) ){{0,5}}{_NUMBER}\s?%?\W*$"
)
_DOWN: Final = re.compile(r"\b(?:put|call|fly|flies|butterfl\w+|strikes?|condors?|delta|hedg\w+|edr)\b")
_FUTURE: Final = re.compile(r"\bfutures?\b")
_FUTURE_AT: Final = re.compile(
    rf"\b(?:futures?|vxm?)(?: (?:is|was|were|of|at|=|now|goes|went|rises|falls|drops|jumps|up|down|to"
    rf"|trading)){{0,4}} {_NUMBER}(?![\w%]|\.\d)"
)


def move_told(reading: Reading) -> Arguments | None:
    """The volatility, the stretch of days, and the price where one stands there; None where one of the first two is missing."""
    text = reading.lower
    own = _OF_VIX.search(text)
    beside = _VOL.search(text, own.end()) if own is not None else None
    own, vol = (own, beside) if beside is not None else (None, _VOL.search(text))
    stretch = _stretch(text) or next((dict(told) for words, told in _TAKEN if words.search(text)), {})
    if vol is None or not stretch or _DOWN.search(text) is not None or (own is None and _FUTURE.search(text) is not None):
        return None
    level = float(vol[1] or vol[2])
    price = next((float(m[1] or m[2]) for m in _PRICE.finditer(text) if not vol.start() <= m.start() < vol.end()), None)
    price = float(own[1]) if own is not None and price is None else price
    if not 0 < level < _HIGHEST:
        return None
    return {"vol": round(level / 100 if level >= 1 else level, 12), **stretch, **({} if price is None else {"price": price})}


def move_changed(reading: Reading, known: Mapping[str, Any]) -> dict[str, Any]:
    """Another stretch, volatility or price of the same move ("and daily", "for 22?", "with spx at 6000")."""
    text = reading.lower
    vol, again = _VOL.search(text), _AGAIN.match(text)
    told = vol if vol is not None else again
    price = _PRICE.search(text) or (_FUTURE_AT.search(text) if "price" in known else None)
    found: dict[str, Any] = dict(_stretch(text))
    if told is not None and price is None and not (again is not None and found):
        level = float(next(g for g in told.groups() if g))
        found |= {"price": level} if level >= _HIGHEST else {"vol": round(level / 100, 12)}
    if price is not None:
        found["price"] = float(next(g for g in price.groups() if g))
    return found


def _stretch(text: str) -> dict[str, Any]:
    """The days of the first stretch of time that stands there, and how they are counted; empty where there is none."""
    match = _STRETCH.search(text)
    if match is None:
        return {}
    many = float(WORDS.get(match["many"]) or match["many"]) if match["many"] else 1.0
    if match["unit"] == "dte" or (match["unit"] == "day" and many > 1):
        return {"days": many, "counted": "trading" if match["trading"] else "calendar"}
    days, counted = _STRETCHES[match["unit"]]
    return {"days": days * many, "counted": counted}


FRAME: Final = Frame(
    "expected_move",
    _MOVE,
    (Slot("vol", "the volatility, in percent, such as the VIX", required=True),),
    structure=move_told,
    holds=("vix", "vol", "iv", "implied", "sigma"),
)
