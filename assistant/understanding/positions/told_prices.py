"""Two prices of a VIX future in any words: each is what the last word before it makes it, the way in or the way out.

"in at 16.80 out at 21.55 on three vx", "3 VX contracts bought 16.80 sold 21.55", "shorted 2 at 24.10, covered 19.60".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from assistant.understanding.text.number_words import WORDS

_ROLE: Final = re.compile(
    r"\b(?:(?P<long>bought(?! back)|buy(?! back)|buying|long|went long|picked up|acquired|purchased?)"
    r"|(?P<short>short(?:ed|ing)?|sold short|went short)|(?P<sell>sold|sell|selling|sld)"
    r"|(?P<way_in>in|entered|entry|opened?|paid|taken|took|from|filled|cost|started)"
    r"|(?P<way_out>out|exit(?:ed)?|clos(?:ed?|ing)|cover(?:ed)?|bought back|buy back|stopped|settle[sd]?|expire[sd]?|now"
    r"|goes|went|gone|moves?|moved|rises?|rose|falls?|fell|drops?|dropped|trades|trading|left|unw(?:ou|i)nd|finish(?:ed|es)?|ended))\b"
)
_NO_PRICE: Final = (
    r"(?:%|x\b|(?:percent|points?|days?|dte|contracts?|lots?|cars?|of|long|short|minis?|vxm?|vix|futures?|full|big|dollars?"
    r"|ticks?)\b)"
)
_PRICE: Final = re.compile(rf"(?<![\w.,/%-])\$?(?P<price>\d{{1,2}}(?:\.\d{{1,3}})?)(?![\d/%km]|\.\d|-\d|\s?{_NO_PRICE})")
_LEAST: Final = 5.0
_COUNT: Final = re.compile(
    rf"(?:(?P<sign>(?<![\w.])[+-])\s?)?(?<![\w.$])(?P<count>\d{{1,4}}|single|{'|'.join(WORDS)})\s?"
    r"(?:x\s)?(?:(?:long|short|full|big|such|of|the|my|these)\s){0,3}"
    r"(?:contracts?|lots?|cars?|minis?|vxm?|vix|futures?|of (?:them|those))\b"
)
_HELD: Final = re.compile(r"\b(?:hold(?:ing)?|have|own|got|with|on|carrying|long|short|of my|my)\b")
_WENT: Final = re.compile(
    r"\b(?:go(?:es)?|went|from|moves?|moved|runs?|ran|jump\w*|rall\w+|climb\w*|vxm?|minis?|futures?|rises?|rose|falls?|fell|drops?|dropped|slid\w*)\b"
    r"(?: from)? \d{1,2}(?:\.\d{1,3})? ?(?:to|->|-|into|up to|down to) ?\d{1,2}(?:\.\d{1,3})?"
)
_SIGNED: Final = re.compile(r"(?<![\w.])(?P<sign>[+-])\s?(?P<count>\d{1,4})(?=\s?@)")


@dataclass(frozen=True)
class ToldTrade:
    """Side, the two prices, how many, and whether the way out is named as a sale."""

    side: str
    entry: float
    leave: float
    count: int
    sold: bool


def told_trade(text: str) -> ToldTrade | None:
    """The trade of lower-case `text`; None where it does not tell one way in and one way out."""
    prices = [m for m in _PRICE.finditer(text) if float(m["price"]) >= _LEAST]
    counted = _COUNT.search(text) or _SIGNED.search(text)
    prices = [m for m in prices if counted is None or not counted.start() <= m.start() < counted.end()]
    if len(prices) != 2:
        return None
    first, second = (_role(text, start, m.start()) for start, m in ((0, prices[0]), (prices[0].end(), prices[1])))
    signed = counted["sign"] if counted else None
    if first in (None, "way_out", "way_in") and second is None and counted and _HELD.search(text) and _WENT.search(text):
        entry, leave = (float(m["price"]) for m in prices)  # "goes 17 to 24.5 and i hold 6 minis"
        told = "short" if re.search(r"\bshort\b", text) else "long"
        count = counted["count"]
        return ToldTrade(told, entry, leave, int(count) if count.isdigit() else WORDS.get(count, 1), sold=False)
    if second not in ("sell", "way_out", "long") or (first is None and signed is None) or first == "way_out":
        return None
    short = first in ("short", "sell") or signed == "-" or re.search(r"\bshort(?:ed)?\b", text[: prices[1].start()]) is not None
    if (second == "long") != short and second != "way_out":  # what was bought is sold, what was sold is bought again
        return None
    count = counted["count"] if counted else "1"
    return ToldTrade(
        "short" if short else "long",
        float(prices[0]["price"]),
        float(prices[1]["price"]),
        int(count) if count.isdigit() else WORDS.get(count, 1),
        second == "sell"
        or re.search(r"\b(?:out|exit|clos|stopped|unw)", text[prices[0].end() : prices[1].start()]) is not None,
    )


def _role(text: str, start: int, end: int) -> str | None:
    """The word nearest before the price that names its part; a word of the side counts before "in" and "from"."""
    found = [m.lastgroup for m in _ROLE.finditer(text, start, end)]
    sides = [role for role in found if role in ("long", "short", "sell")]
    return (sides[-1] if sides and found[-1] == "way_in" else found[-1]) if found else None
