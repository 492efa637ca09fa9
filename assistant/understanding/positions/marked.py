"""A structure bought at one price and standing at another before it settles: "bought at 0.80, now 2.30, 4 contracts"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from assistant.understanding.filling.frame import Frame
from assistant.understanding.filling.payoff_slots import FEES, FEES_A_SIDE
from assistant.understanding.filling.slots import Slot, fill
from assistant.understanding.filling.structures import Arguments
from assistant.understanding.positions.trades import HELD
from assistant.understanding.text import role_words
from assistant.understanding.text.quantities import Reading

_STANDS: Final = (
    r"(?:\b(?:now|today|currently|presently|mid|mark(?:ed|s)?|quoted|trad(?:es?|ing)|worth|valued?|bid|goes for|went|gone"
    r"|rose|fell"
    r"|dropped|jumped|(?:up|down|risen|fallen) to|out|sits|stands|(?:fly|butterfly|spread|it|they|price) (?:is|are)|it's)"
    r"(?: (?:is|are|it|they|its|price|mid|mark|worth|quoted|trading|trades|marked|now|today|currently|at|to|for|only"
    r"|around|about"
    r"|up|down|value)){0,4}|\bfrom \$?[\d.]{1,6} to)"
)
_MARK: Final = Slot(
    "leave",
    units=("plain", "money"),
    before=_STANDS,
    after=r"(?:now|today|currently|mid\b|mark\b"
    r"|bid\b)",
    low=0,
    high=40,
)
_ENTRY: Final = Slot(
    "entry", units=("plain", "money"), before=rf"{role_words.PAID}|{role_words.QUOTED}", after=r"debit\b", low=0.01, high=40
)
_HAD: Final = replace(
    HELD,
    before=rf"{HELD.before}|\b(?:hold|holding|have|own|got|on)(?: just| only)?",
    other=rf"{HELD.other}|weeks?|days?|months?|points?",
)
_RESULT: Final = re.compile(
    r"\b(?:up|down|profits?|loss|p/?l|p&l|pnl|gains?|unreali[sz]ed|open (?:loss|profit|gain|p)|made|make|lost|lose|ahead"
    r"|returns?"
    r"|percent\w*|so far|how much)\b|%|^\W*(?:fly|butterfly) went\b|\b(?:of them|out at|out for)\b"
)
_WORDS: Final = ("fly", "flies", "butterf", "spread", "condor")
_NOT: Final = re.compile(
    r"\b(?:settl\w*|expir(?:es|ed|y)?|vro|soq|vols?|volatility|iv|rsi|futures?|vx|vxm|delta"
    r"|break-?evens?|instead|fees?|roll\w*)\b"
)

_STANDS_AT: Final = re.compile(
    r"\b(?:mid|mark|market|worth|quoted?|trad(?:es?|ing)|bid|it|they|fly|flies|butterfl(?:y|ies)|spread|price|value)"
    r"(?:'?s|'?re)?(?: (?:is|are|now|at|went|goes|go|rises|falls|drops|moves|up|down|to|currently|today|sits|only|just)){0,4}"
    r" \$?(?P<at>\d{1,3}(?:\.\d++)?|\.\d++)(?![\w%]|\.\d)"
)
_NOW: Final = re.compile(r"\b(?:now|today|currently|at the moment|so far|mid|mark)\b")
_NO_MARK: Final = re.compile(
    r"\b(?:settl\w*|expir\w*|vro|vix|vols?|iv|rsi|delta|instead|debit|paid|pay|cost|strikes?|body|wings?|bought|buy|sold|sell"
    r"|budget|was|had|natural|entry|levels?)\b"
)
_IT_MOVED: Final = re.compile(
    r"^\W*(?:(?:and|so|but|then|now|if|what if|ok|say),? ){0,3}(?:it|they|price|(?:the |my )?(?:fly|flies|butterfly"
    r"|spread|condor|option|call|put))"
    r" (?:is |are )?(?:rises?|rose|falls?|fell|drops?|dropped|jump(?:s|ed)?|goes|go|went|climb(?:s|ed)?|moves?|moved"
    r"|trad(?:es|ed)|up|down"
    r"|slid|sinks?|sank|comes?|came)(?: (?:up|down|back|in|out)){0,2} (?:to|at) \$?(?P<at>\d{0,3}\.\d++|\d{1,3})(?![\w%]|\.\d)"
)
_OF_STRIKE: Final = 0.5  # an option dearer than half its strike is rather the index
_FAR: Final = 50.0  # times what was paid; what is more is a level of the index


_TRADES: Final = re.compile(
    r"^\W*(?:(?:and|so|but|then|now),? ){0,2}(?:trades|trading|trade|marked|marks|quoted) (?:now )?(?:at|for) \$?"
    r"(?P<at>\d{0,3}\.\d++|\d{1,3})(?: now)?\W*$"
)
_OWNED: Final = re.compile(r"\b(?:paid|bought|buy|own|have|got|holding|hold|long)\b")


def stands_at(reading: Reading, paid: float, strike: float = 0.0, asked: str = "") -> float | None:
    """What stands in the words as the price now of what was bought at `paid` ("mid is now 2.5"); None where none does.

    Where something itself moves ("it rose to 2.4"), a number far below the lowest `strike` is its price, and none of the index.
    Of what was told as bought in what was `asked`, the price at which it trades is no other debit.
    """
    text = reading.lower
    if strike and len(reading.quantities) == 1 and not _NO_MARK.search(text):
        held = _OWNED.search(asked.lower()) is not None
        moved = _IT_MOVED.match(text) or (_TRADES.match(text) if held else None)
        if moved is not None and float(moved["at"]) < _OF_STRIKE * strike:
            return float(moved["at"])
    if len(reading.quantities) != 1 or _NOW.search(text) is None or _NO_MARK.search(text) is not None:
        return None
    found = _STANDS_AT.search(text)
    return float(found["at"]) if found is not None and float(found["at"]) < _FAR * paid else None


def marked(reading: Reading) -> Arguments | None:
    """Entry, what it stands at, and how many; None where one of the prices is not told, or no result is asked for."""
    text = reading.lower
    if not (reading.ladders or any(word in text for word in _WORDS)) or _NOT.search(text) or _RESULT.search(text) is None:
        return None
    if len(reading.ladders) > 1 or reading.legs or reading.series:
        return None
    filling = fill(reading, (_HAD, _ENTRY, _MARK))
    found = filling.arguments
    if not {"entry", "leave"} <= found.keys() or filling.sources["leave"].start < filling.sources["entry"].start:
        return None
    span = reading.ladder[-1] - reading.ladder[0] if reading.ladder else None
    if span is not None and not (found["entry"] < span and found["leave"] < span):
        return None
    return found


FRAME: Final = Frame(
    "round_trip",
    _STANDS,
    (FEES_A_SIDE, FEES),
    structure=marked,
    holds=(
        "now",
        "today",
        "current",
        "mark",
        "quoted",
        "trade",
        "trading",
        "out at",
        "out for",
        "worth",
        "value",
        "mid ",
        "went",
        "is at",
        "fell",
        "rose",
    ),
)
