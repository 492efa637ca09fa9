"""Two futures on several days: "m1/m2: 17.0/18.1, 17.6/18.2", "mon 17 18.1, tue 17.6 18.2", "m1 17 17.6, m2 18.1 18.2"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from assistant.understanding.filling.structures import Arguments
from assistant.understanding.positions.two_futures import BACK, FRONT, LOWEST, PRICE
from assistant.understanding.text.number_rows import couples, named_rows
from assistant.understanding.text.quantities import Reading, blanked

_JOINED: Final = re.compile(
    rf"(?<![\w./-])({PRICE})\s?(?:/|-|–|\||&|vs\.?|against)\s{{0,4}}(?:{BACK}\s)?({PRICE})(?![\w/-]|\.\d)"
    rf"|\(({PRICE}),\s?({PRICE})\)"
)
_CLAUSE: Final = re.compile(r"[,;\n()]|\.(?!\d)|\bthen\b|\band\b(?= (?:on )?(?:mon|tue|wed|thu|fri|day|today|yesterday)\w*)")
_PRICES: Final = re.compile(rf"(?<![\w./]){PRICE}(?![\w/]|\.\d)")
_DAYS: Final = re.compile(
    r"\b(?:days?|daily|sessions?|weeks?|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|yesterday"
    r"|today|closes|dates|each|history)\b"
)
_NO_PRICE: Final = re.compile(
    r"\b(?:day|d|week|session)\s?#?\d{1,3}\b(?!\.\d)"
    r"|(?<![\w.])\d{1,3}[ -](?:trading |last |past )?(?:days?|weeks?|sessions?|pairs?)\b"
    r"|(?<![\w.])\d{4}-\d{2}-\d{2}(?!\d)|\b(?:last|past) \d{1,3}\b|\b(?:m|vx|f)[12]\b"
)
_FURTHER: Final = re.compile(r"\b(?:m|vx|f)[3-9]\b|\bthird\b|\b3rd\b")
_NAMES: Final = {"front": re.compile(FRONT), "second": re.compile(BACK)}
_NEWEST_FIRST: Final = re.compile(r"\b(?:today|now)\b[^?!]{1,40}\b(?:yesterday|yday|before|last week)\b[^?!\d]{0,12}\d")
_LAST_MONTH: Final = 12.0


def by_day(reading: Reading) -> Arguments | None:
    """The front and the second future on each of two days or more, oldest first; None where they are not told so."""
    text = reading.lower
    if _FURTHER.search(text):
        return None
    plain = blanked(text, [m.span() for m in _NO_PRICE.finditer(text)])
    pairs = _several(couples(plain)) or _joined(plain) or (_by_clause(plain) if _DAYS.search(text) else None)
    if pairs is not None and _NEWEST_FIRST.search(text) is not None:
        pairs.reverse()
    if pairs is not None:
        return {"front": [a for a, _ in pairs], "second": [b for _, b in pairs]}
    rows = named_rows(text, _NAMES)
    same = len(rows) == 2 and len(rows["front"]) == len(rows["second"])
    if not same or any(price < LOWEST for row in rows.values() for price in row):
        return None
    return {name: list(row) for name, row in rows.items()}


def _joined(text: str) -> list[tuple[float, float]] | None:
    """Pairs with a sign between: "17.0/18.1 17.6/18.2"; where others have decimals, "3/4" is a date."""
    pairs = list(_JOINED.finditer(text))
    if any(text[a.end() : b.start()].strip() == "/" for a, b in pairwise(pairs)):  # "19.1 / 20.3 / 20.9 / 20.6" is one curve
        return None
    found = [(m[1] or m[3], m[2] or m[4]) for m in pairs]
    if any("." in a or "." in b for a, b in found):
        found = [(a, b) for a, b in found if "." in a or "." in b or float(a) > _LAST_MONTH]
    return _several([(float(a), float(b)) for a, b in found])


def _by_clause(text: str) -> list[tuple[float, float]] | None:
    """Two prices in each clause that has any: "mon 17 18.1, tue 17.6 18.2"."""
    pairs = []
    for clause in _CLAUSE.split(text):
        prices = [float(p) for p in _PRICES.findall(clause)]
        if len(prices) not in (0, 2):
            return None
        if prices:
            pairs.append((prices[0], prices[1]))
    return _several(pairs)


def _several(pairs: Sequence[tuple[float, float]]) -> list[tuple[float, float]] | None:
    usable = len(pairs) > 1 and all(price >= LOWEST for pair in pairs for price in pair)
    return list(pairs) if usable else None
