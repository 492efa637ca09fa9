"""Two futures typed by hand, front and second: their prices in that order, and the days between their settlements."""

from __future__ import annotations

import re
from typing import Final

from assistant.understanding.quantities import Reading, blanked
from assistant.understanding.structures import Arguments

PRICE: Final = r"(?:\d{1,3}(?:\.\d++)?)(?![\d%])"
FRONT: Final = r"\b(?:front|m1|vx1|1st|first|near(?:est|by)?|spot month)\b"
BACK: Final = r"\b(?:second|2nd|m2|vx2|back|next|deferred)\b"
ABOUT: Final = re.compile(rf"{FRONT}[\s\S]{{0,200}}?{BACK}|{BACK}[\s\S]{{0,200}}?{FRONT}")
_PRICES: Final = re.compile(rf"(?<![\w.]){PRICE}")
_APART: Final = re.compile(
    r"(?<![\w.])(?P<days>\d{1,4})[ -](?:calendar )?days?\b(?: (?:between|apart|gap|to (?:roll|the second)|later|from))?"
)
_YEARLY: Final = re.compile(r"\b365\b(?: days)?")
LOWEST: Final = 5.0  # of a VIX future


def by_year(reading: Reading) -> Arguments | None:
    """Two futures and the days between their settlements, to tell the slope by the year."""
    apart = _APART.search(reading.lower)
    if apart is None or ABOUT.search(reading.lower) is None:
        return None
    prices = front_to_back(blanked(reading.lower, [apart.span(), *(m.span() for m in _YEARLY.finditer(reading.lower))]))
    return {"front": prices[0], "second": prices[1], "days": int(apart["days"])} if prices else None


def front_to_back(text: str) -> list[float] | None:
    """The two prices that `text` tells, front first; None where it does not tell just two."""
    prices = [float(m[0]) for m in _PRICES.finditer(text) if float(m[0]) >= LOWEST]
    if len(prices) != 2:
        return None
    front, back = re.search(FRONT, text), re.search(BACK, text)
    return prices[::-1] if front is not None and back is not None and back.start() < front.start() else prices
