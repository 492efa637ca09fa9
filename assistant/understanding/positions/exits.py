"""Several exits of one position: "bought 5 at 2.10, sold 2 at 3.10 and 3 at 4.20", "took half off at 2, the rest at 3.50"."""

from __future__ import annotations

import re
from typing import Any, Final

from assistant.understanding.filling.frame import Frame
from assistant.understanding.filling.payoff_slots import FEES, FEES_A_SIDE
from assistant.understanding.filling.structures import Arguments
from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.tokens import NUMBER
from assistant.understanding.text.which_future import point_of

_N: Final = rf"\$?({NUMBER})"
_COUNT: Final = rf"\d{{1,5}}|{'|'.join(WORDS)}"
_THING: Final = (
    r"(?:\s(?:of (?:them|those|it|these)|more|vix|call|mini|vx|butterfl\w+|flies|fly|contracts?|lots?|futures?|units?|off|out)"
    r"){0,4}"
)
_ENTERED: Final = re.compile(
    rf"\b(?:bought|buy|paid|got in(?:to)?|entered|long|opened|in at)\b[a-z ,']{{0,16}}?(?:(?P<count>{_COUNT})(?![\w.]))?"
    rf"[a-z ,'#/-]{{0,40}}?\b(?:at|for|paid|pay|from|@) ?{_N}(?: each| apiece)?"
    rf"|\bpaid {_N}(?: (?:each|apiece))?(?: (?:for|on) (?P<many>{_COUNT})\b)?"
)
_VERB: Final = (
    r"(?:sell|sold|sld|stc|selling|clos(?:e|ed|ing)|exit(?:ed|s)?|got out|get out|took|take|unload(?:ed)?|out|scaled? out)"
)
BEGINS: Final = re.compile(rf"\b{_VERB}\b")
_SALE: Final = re.compile(
    rf"(?<![\w.$])(?P<units>{_COUNT}|half|(?:a )?(?:third|quarter)|(?:the )?(?:rest|remainder|remaining|others?|last|all|lot)"
    rf"(?: (?P<of>{_COUNT}))?)"
    rf"{_THING}(?: (?:had|been|was|were|is|are|went|go|goes|gone|sold|closed|exited|later|then|only"
    rf"|already)){{0,4}}\s?(?:at|for"
    rf"|@) ?{_N}(?![\w%]|\.\d)"
)
_GOES_ON: Final = re.compile(
    r"\W{0,3}(?:(?:but|and|so|ok),? )?(?:and|then|plus|also|later|now|what if|if|say|suppose|(?:the )?(?:rest|remain\w*"
    r"|others?|last))\b"
)
_SO_MANY_MORE: Final = re.compile(rf"(?=\W{{0,3}}(?:another )?(?:{_COUNT}) (?:more|others?|further)\b)")
_ADDED: Final = re.compile(r"\b(?:add(?:ed|ing|s)?|buy(?:ing)?|bought|bot)\b(?! (?:it |them )?back\b)")
_PARTS: Final = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4}


def exits(reading: Reading) -> Arguments | None:
    """Entry, exits and how many were bought; None where there are not two exits or more of a position that was bought."""
    text = reading.without_ladders
    begins = BEGINS.search(text)
    bought = _ENTERED.search(text)
    if begins is None or bought is None or bought.start() > begins.start():
        return None
    sales = sold_in(text[begins.start() :])
    if len(sales) < 2:
        return None
    count = bought["count"] or bought["many"]
    contracts = _number(count) if count else None
    found = in_units(sales, contracts)
    if found is None:
        return None
    out: dict[str, Any] = {"entry": float(bought[2] or bought[3]), "exits": found}
    if (a_point := point_of(text)) is not None:
        out["multiplier"] = a_point
    return out | ({"contracts": contracts} if contracts else {})


def is_left(known: Arguments) -> bool:
    """Whether of the position of a staged exit something is still held."""
    return known.get("contracts") is not None and known["contracts"] > sum(e["units"] for e in known["exits"])


def exit_added(reading: Reading, known: Arguments) -> Arguments:
    """One sale or more after those that are known ("and the rest at 5"); empty where none is named or none can be left."""
    if _ENTERED.search(reading.lower) or _ADDED.search(reading.lower):  # another position, or more of it
        return {}
    begins = _GOES_ON.match(reading.lower) or BEGINS.search(reading.lower)
    if begins is None and known["exits"]:
        begins = _SO_MANY_MORE.match(reading.lower)
    sales = sold_in(reading.lower[begins.start() :]) if begins else []
    before = [{"price": e["price"], "units": e["units"]} for e in known["exits"]]
    found = in_units(sales, known.get("contracts"), sum(e["units"] for e in before)) if sales else None
    return {"exits": [*before, *found]} if found else {}


def sold_in(text: str) -> list[tuple[str, float]]:
    """How many were sold, in words or digits, and at what price, sale by sale."""
    return [(m["of"] or m["units"], float(m[3])) for m in _SALE.finditer(text)]


def in_units(sales: list[tuple[str, float]], contracts: int | None, gone: float = 0.0) -> list[dict[str, float]] | None:
    """The sales in units, after `gone` sold before; None where "half" or "the rest" is of a number that is not known."""
    out: list[dict[str, float]] = []
    for words, price in sales:
        units = _units(words, contracts, gone + sum(sale["units"] for sale in out))
        if units is None or not units > 0 or not units.is_integer():
            return None
        out.append({"price": price, "units": units})
    return out


def _units(words: str, contracts: int | None, gone: float) -> float | None:
    if (number := _number(words)) is not None:
        return float(number)
    if contracts is None:
        return None
    part = next((share for name, share in _PARTS.items() if name in words), None)
    return float(contracts * part if part is not None else contracts - gone)


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else WORDS.get(word)


FRAME: Final = Frame(
    "staged_exit", rf"\b{_VERB}\b", (FEES_A_SIDE, FEES), structure=exits, unless=r"\b(?:short(?:ed)?|settles?d?|expir\w+)\b"
)
