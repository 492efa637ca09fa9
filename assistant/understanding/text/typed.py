"""The text of a question made plain for reading: signs, quotes, decimal commas, cents, white space, misspelt trade words.

A word is mended only where neither English nor the trade knows it, and only into a word that the frames listen for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from assistant.understanding.text.amounts import in_digits
from knowledge.spelling import Spelling
from tools import CATALOGUE

_ARROW: Final = re.compile(r"(?<=[\d%]) ?(?:→|-{1,3}>|=>) ?(?=[-−+$]?\.?\d)")
_PLAIN: Final = str.maketrans({"–": "-", "—": "-", "−": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "→": " "})
_SPACES: Final = re.compile(r"\s+")
_FIGURE: Final = re.compile(r"(?<![A-Za-z\d])\d+")  # of a name: the 10 of "10-delta"; not the 1 of "VX1", which is no number
_DECIMAL_COMMA: Final = re.compile(r"(?<![\w.,])(\d),(\d{1,2})(?![\d%]|[,./]\d)")
_AFTER_ONE: Final = re.compile(r"(?<=\b(?:at|is) )(\d{2}),(\d)(?![\d%]|[,./]\d|\s?,)")  # "settles at 31,5"
_POINT_THOUSANDS: Final = re.compile(r"(?<![\w.,])(\d{1,3})\.(\d{3})(?=\s?(?:euros?\b|eur\b|€|dollars?\b|usd\b|\$|bucks\b))")
_PERCENT: Final = re.compile(r"\b(?:pro[cz]ent|percento|per ?cento|por ?ciento|pourcents?)\b")
# Numbers of a row that are parted by something else than a comma have it before their decimals: "17,5; 18,25; 19,1".
_COMMA_ROW: Final = re.compile(
    r"(?<![\w.,])(?:\d{1,3},(?:\d{1,2}|\d{4,6})(?:\s?;\s?|\s?\|\s?|\s)(?:\d{1,3}\s?[;|]\s?){0,9}){2,}"
    r"\d{1,3}(?:,(?:\d{1,2}|\d{4,6}))?(?![\d,]|\.\d)"
)
_DOLLARS_AND_CENTS: Final = re.compile(r"(?<![\w.])(\d{1,6}) (?:dollars?|bucks?)(?: and|,)? (\d{1,2}) ?cents?\b")
_MULTIPLIED: Final = re.compile(
    r"\b(?:(?P<word>double|triple|quadruple)[sd]?|make (?P<times>[2-9])\s?x)(?: (?:on|my|the|your|our|its|what i)){1,2} "
    r"(?:money|stake|investment|outlay|debit|premium|put in|paid)\b"
)
_MONEY_WORDS: Final = ("dollar", "usd", "buck", "eur", "€", "$")
_TIMES: Final = {"double": 2, "triple": 3, "quadruple": 4}
_ZERO: Final = re.compile(r"(?<=\b(?:to|at) )zero\b")
_BASIS_POINTS: Final = re.compile(r"(?<![\w.])(\d{1,4}(?:\.\d{1,2})?) ?(?:basis points?|bps?)\b")
_SPACED_THOUSANDS: Final = re.compile(
    r"(?<!\d )(?<![\w.,])\d{1,3}(?: \d{3}){1,2}(?= ?(?:dollars?|usd|bucks"
    r"|euros?|eur|\$|€))"
)
# Without a unit too where the last group can be no number of its own, or a sum is what the word before says.
_SPACED_ROUND: Final = re.compile(
    r"(?<![\d.,/-] )(?<![\w.,/-])(?P<number>[1-9]\d{0,2}(?: \d{3})? 000)(?![\d/%-]|[.,]\d| \d)"
    r"|\b(?P<sum>(?:budget|account|capital)(?: is| of| was|:| =)? )(?P<of>[1-9]\d{0,2} \d{3})(?![\d/%-]|[.,]\d| \d)"
)
# "debit 80c" is money; "long 80c" is a call.
_SHORT_CENTS: Final = re.compile(r"(?<=\d)c\b(?! ?\.?\d)")
_AFTER_PRICE_WORD: Final = re.compile(
    r"\b(?:debit|credit|paid|pay|cost(?:s|ing)?|premium|price[ds]?|for)(?: (?:of|at|me|was|is))? \d{1,3}$"
)
_LADDER: Final = re.compile(r"\d\s?[/-]\s?\d++(?:\.\d++)?\s?[/-]\s?\d")
_ONE_OF_LADDER: Final = re.compile(r"\d\s?[/-]\s?\d++(?:\.\d++)?$")
_TRADED: Final = re.compile(
    r"(?:\b(?:long|short|buy|sell|bought|sold|bto|sto|the|an?|vix|spx)|[+-])\s?(?:\d{1,3}\s?x?\s)?\d{1,5}$"
)
_GLUED: Final = re.compile(r"(?<=\d)(?=(?:ema|sma|rsi)s?\b)")  # "9ema"
# DIF and DEA are the MACD and its signal, and "MACD" or "bar" beside them is the histogram.
_DIF_DEA: Final = re.compile(
    r"\b(?P<line>dif)\b|\b(?P<signal>dea)\b|\b(?:macd )?(?:bar|column|hist\w*)\b(?= |:|=)|\bmacd(?=\s?[:=]?\s?-?\.?\d)"
)
_SHORT_DAYS: Final = re.compile(r"\b(?P<then>yest|ystd|y'day|yda)\b\.?|\b(?:tmrw|tmw|tmr)\b\.?")
# "ln .114 sg .121 pv ln .109 sg .126": a MACD, its signal, and those of the bar before
_SHORT_LINES: Final = re.compile(
    r"\b(?:(?P<macd>ln|mcd)|(?P<sig>sg|sgn|sgnl)|(?P<prev>pv|prv))(?=:? ?(?:[-+]?\.?\d|(?:ln|mcd|macd|sg)\b))"
)
_WEEKS: Final = re.compile(r"(?<=\d)[ -]?wks?\b")  # "52 wk low"
_MONTHS: Final = re.compile(r"\b(vx|m|uxz?)1 ?- ?(?=[2-9](?![\w.%/]))")  # "vx1-4" are months, and 4 is no price
_WORD: Final = re.compile(r"(?<![\w/&.])[a-z]{5,20}(?![\w/&])")  # a short word is too near to others
# Words that English has and the list of common ones does not, each near to a word of the trade.
_RIGHT: Final = (
    "expire",
    "expires",
    "expired",
    "expiring",
    "leverage",
    "steep",
    "sharpe",
    "scare",
    "deadline",
    "multiplied",
    "multiplies",
)
_TRADE: Final = (
    "butterfly butterflies condor condors straddle strangle collar debit credit breakeven breakevens "
    "break even tranche tranches settle settles settled settlement expiry contracts contango "
    "backwardation histogram signal crossed crossover budget premium strikes strike notional trigger "
    "triggered futures future layers layering average yesterday today volatility smoothing bullish "
    "bearish advancers advances decliners declines allocate allocation staged delta gamma theta vega "
    "implied backtest divergence forward multiplier profit maximum payoff probability wilder exponential "
    "period weekly daily currently working spreadsheet uploaded deployed normalised normalized overbought "
)


def plain(text: str, names: Sequence[tuple[int, int]] = ()) -> str:
    """Lower case with everything plain; figures inside `names` (spans of `text`) become "#"."""
    for start, end in names:
        text = text[:start] + _FIGURE.sub(lambda m: "#" * len(m.group()), text[start:end]) + text[end:]
    # What a pattern needs at least is looked for first: most questions have none of it.
    text = _spaced(text)
    if "-" in text or "=" in text or "→" in text:
        text = _ARROW.sub(" to ", text)
    commas = "," in text
    if commas:
        text = _COMMA_ROW.sub(lambda m: m[0].replace(",", "."), text)
    text = _spaced(text.lower().translate(_PLAIN))
    if commas:
        text = _AFTER_ONE.sub(r"\1.\2", _DECIMAL_COMMA.sub(r"\1.\2", text))
    if "." in text:
        text = _POINT_THOUSANDS.sub(r"\1\2", text)
    if "cent" in text or "cient" in text:
        text = _PERCENT.sub("percent", text)
    if "basis" in text or "bp" in text:
        text = _BASIS_POINTS.sub(lambda m: f"{float(m[1]) / 100:g}%", text)
    if any(word in text for word in _MONEY_WORDS):
        text = _SPACED_THOUSANDS.sub(lambda m: m[0].replace(" ", ""), text)
    if " 000" in text or "budget" in text or "account" in text or "capital" in text:
        text = _SPACED_ROUND.sub(lambda m: (m["sum"] or "") + (m["number"] or m["of"]).replace(" ", ""), text)
    text = in_digits(_ZERO.sub("0", text) if "zero" in text else text)
    if any(word in text for word in (*_TIMES, "make ")):
        text = _MULTIPLIED.sub(lambda m: f"make {100 * (_TIMES.get(m['word']) or int(m['times'])) - 100}% on the money", text)
    if "cent" in text:
        text = _DOLLARS_AND_CENTS.sub(lambda m: f"${m[1]}.{int(m[2]):02d}", text)
    if "ema" in text or "sma" in text or "rsi" in text:
        text = _GLUED.sub(" ", text)
    if "dif " in text and "dea " in text:
        text = _DIF_DEA.sub(lambda m: "macd" if m["line"] else "signal" if m["signal"] else "histogram", text)
    if "y" in text or "tm" in text:
        text = _SHORT_DAYS.sub(lambda m: "yesterday" if m["then"] else "tomorrow", text)
    if "sg" in text or "mcd" in text:
        text = _SHORT_LINES.sub(lambda m: str(m.lastgroup), text)
    if "wk" in text:
        text = _WEEKS.sub(" week", text)
    if "1-" in text or "1 -" in text:
        text = _MONTHS.sub(r"\g<1>1-\1", text)
    text = _SHORT_CENTS.sub(lambda m: " cents" if _is_price(text, m.start()) else "c", text)
    return _WORD.sub(lambda m: _spelling().correct(m[0]), text)


def _spaced(text: str) -> str:
    """One space wherever there is any; no other is printable."""
    return text if text.isprintable() and "  " not in text else _SPACES.sub(" ", text)


def _is_price(text: str, place: int) -> bool:
    """Whether the "c" at `place` is of cents: behind a word for a price, or alone beside the strikes of a butterfly."""
    before = text[max(0, place - 32) : place]
    alone = _LADDER.search(text) is not None and len(_SHORT_CENTS.findall(text)) == 1 and _TRADED.search(before) is None
    return _AFTER_PRICE_WORD.search(before) is not None or (alone and _ONE_OF_LADDER.search(before) is None)


@cache
def _spelling() -> Spelling:
    named = {word for name in CATALOGUE for word in name.split("_") if word.isalpha()}
    return Spelling(named.union(_TRADE.split()), texts=_RIGHT)
