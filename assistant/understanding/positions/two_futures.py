"""Two futures typed by hand, front and second: their prices in that order, and the days between their settlements."""

from __future__ import annotations

import re
from typing import Final

from assistant.understanding.filling.structures import Arguments, index_before
from assistant.understanding.text.quantities import Reading, blanked

PRICE: Final = r"(?:\d{1,3}(?:\.\d++)?)(?![\d%])"
FRONT: Final = r"\b(?:front|m1|vx1|1st|first|near(?:est|by)?|spot month)\b"
BACK: Final = r"\b(?:second|2nd|m2|vx2|back|next|deferred)\b"
ABOUT: Final = re.compile(rf"{FRONT}[\s\S]{{0,200}}?{BACK}|{BACK}[\s\S]{{0,200}}?{FRONT}")
_PRICES: Final = re.compile(rf"(?<![\w.]){PRICE}")
_APART: Final = re.compile(
    r"(?<![\w.])(?P<days>\d{1,4})[ -](?:calendar )?days?\b(?: (?:between|apart|gap|to (?:roll|the second)|later|from))?"
)
_PAIR: Final = re.compile(r"\b(?:contracts|futures|months|expir(?:ies|ations)|curve|slope|roll|contango|backwardat\w+|vx)\b")
_SPOT: Final = re.compile(
    rf"\b(?:spot|cash|index)\b(?: (?:vix|index|level|price|is|at|was|of|stands|trades|=)){{0,4}}\s?[:=]?\s?(?P<a>{PRICE})"
    rf"|\bvix\b(?: (?:spot|cash|index|itself|is|at|was|of|=)){{1,3}}\s?[:=]?\s?(?P<b>{PRICE})"
    rf"|(?<![\w.])(?P<c>{PRICE}) (?:spot|cash)\b(?!(?: (?:vix|index|level|price|is|at|was|of|=)){{0,4}}\s?[:=]?\s?\d)"
)
_LEVEL: Final = re.compile(
    r"\b(?:vix|spot|index|cash)\b(?: (?:is|was|were|at|now|=|goes|went|jumps?|spikes?|rises?|rose|falls?|fell|drops?"
    r"|to|up|down)){0,3}"
    rf" (?P<at>{PRICE})(?!\.\d)"
)
_YEARLY: Final = re.compile(r"\b365\b(?: days)?")
LOWEST: Final = 5.0  # of a VIX future


def by_year(reading: Reading) -> Arguments | None:
    """Two futures and the days between their settlements, to tell the slope by the year."""
    apart = _APART.search(reading.lower)
    if apart is None or (ABOUT.search(reading.lower) is None and _PAIR.search(reading.lower) is None):
        return None
    prices = front_to_back(blanked(reading.lower, [apart.span(), *(m.span() for m in _YEARLY.finditer(reading.lower))]))
    return {"front": prices[0], "second": prices[1], "days": int(apart["days"])} if prices else None


def over_spot(reading: Reading) -> Arguments | None:
    """The index and one future of it: "spot 14, front future 15.5: premium in %"."""
    text = reading.lower
    spot = _SPOT.search(text) or index_before(text)
    if spot is None:
        return None
    rest = blanked(text, [spot.span()])
    rest = blanked(rest, [m.span() for m in _APART.finditer(rest)])
    prices = [float(m[0]) for m in _PRICES.finditer(rest) if float(m[0]) >= LOWEST]
    return {"spot": spot_told(text), "future": prices[0]} if len(prices) == 1 else None


def spot_told(text: str) -> float | None:
    """The level of the index that lower-case `text` tells; None where it tells none."""
    spot = _SPOT.search(text)
    if spot is not None:
        return float(spot["a"] or spot["b"] or spot["c"])
    index = index_before(text)
    return None if index is None else float(index["n"])


def level_of_index(reading: Reading) -> Arguments:
    """Another level of the index beside its future ("and if vix is 30"); empty where none is told alone."""
    found = _LEVEL.search(reading.lower) if len(reading.quantities) == 1 else None
    return {} if found is None else {"spot": float(found["at"])}


def front_to_back(text: str) -> list[float] | None:
    """The two prices that `text` tells, front first; None where it does not tell just two."""
    prices = [float(m[0]) for m in _PRICES.finditer(text) if float(m[0]) >= LOWEST]
    if len(prices) != 2:
        return None
    front, back = re.search(FRONT, text), re.search(BACK, text)
    return prices[::-1] if front is not None and back is not None and back.start() < front.start() else prices
