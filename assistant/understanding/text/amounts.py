"""Amounts in words written in digits: "three quarters of a point", "point eight eight", "seven and a half thousand".

What is read for numbers afterwards finds them in one form only. A word that may stand for something else stays as it is:
"one" and "two" without a unit, "a point" that nothing costs or moves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from assistant.understanding.text.number_words import CARDINAL, SMALL, TWO_DIGITS, decimals_in, numbers_in, spelt
from assistant.understanding.text.sought import Sought

_GLYPHS: Final = {"½": ".5", "¼": ".25", "¾": ".75"}
_GLYPH: Final = re.compile(r"(?:(?<![\w.,])(\d{1,6})\s?)?([½¼¾])")
_SLASHED: Final = re.compile(
    r"(?<![\w.,/-])(?:(\d{1,6})[ -])?([13])/([248])(?: of an?)?[ -](?=(?:points?|pts?|cents?|dollars?|vol)\b)"
)
_PARTS: Final[Mapping[str, float]] = {"half": 0.5, "quarter": 0.25, "quarters": 0.25, "third": 1 / 3, "thirds": 1 / 3}
_PARTS_MORE: Final = {**_PARTS, "fifth": 0.2, "tenth": 0.1, "fifths": 0.2, "tenths": 0.1}
_PART: Final = rf"(?:(?P<times>an?|one|two|three|four|1|2|3)[ -]?)?(?P<part>{'|'.join(_PARTS_MORE)})"
_UNIT: Final = (
    r"(?:index |vol |vix )?(?:points?|pts?|vols?|percent|per cent|cents?|dollars?|bucks?|thousand|grand|million|mio|k)\b"
)
_SPAN: Final = r"(?:(?:calendar |trading )?days?|weeks?|months?|years?|bars?|dte)\b"
# A sum of money that is split: "a quarter of the budget" is 25 % of it.
_SUM: Final = (
    r"(?:(?:full|whole|total|entire|planned|hedge|hedging|option|initial) ){0,2}"
    r"(?:budget|hedge|account|money|capital|plan|total|portfolio|allocation|stake|cash|pot|amount|funds?)\b"
)
_MONEY: Final = r"\$\d|\d{1,3}(?:,\d{3})++|\d{3,9}\b|\d{1,4}k\b"
_OF_SUM: Final = re.compile(
    rf"\b{_PART}(?: of)? (?=(?:the|my|our|his|her|this|that|its|an?) (?:\$?[\d,.]{{1,12}}k? )?{_SUM}|(?<=of )(?:{_MONEY}))"
)
_OF_UNIT: Final = re.compile(rf"\b{_PART}(?:[ -]of)?(?: an?| one)?[ -](?P<unit>{_UNIT})")
# "at 1.2 and half into" is no 1.7: after a decimal it has to be "and a half".
_AND_PART: Final = (
    r"[ -]and[ -](?:(?:an?|one)[ -]|(?<!\d\.\d and )(?<!\d\.\d\d and ))"
    r"(?P<more>half|quarter|third|three[ -]quarters|two[ -]thirds)\b"
)
_MIXED: Final = re.compile(
    rf"(?<![\w.,])(?P<whole>\d{{1,6}}(?:\.\d{{1,4}})?|{SMALL}|{TWO_DIGITS}|an?(?= ))"
    rf"(?: (?P<unit>points?|dollars?|bucks?|hundred|thousand|grand|million))?{_AND_PART}"
)
_PRICED: Final = (
    r"(?:\b(?:for|at|paid|pay|pays|paying|debit|credit|cost|costs|costing|price|priced|premium|is|was|of|me|us|about|around"
    r"|roughly|collect(?:ed|s)?|receiv(?:ed|es|e)|sold|bought|filled|sells?|got|net|to|or|and|than|mid|by)|@|=|:|,|^)"
)
_POINT: Final = re.compile(
    rf"(?:(?P<whole>(?<![\w.,])\d{{1,5}}|\b(?:{TWO_DIGITS}|{SMALL}))[ -]|(?P<cue>{_PRICED}\s?))?\bpoint[ -]"
    rf"(?P<decimals>(?:oh|{SMALL})(?:[ -](?:oh|{SMALL}))*+\b|(?:{TWO_DIGITS})\b|\d{{1,4}}\b)(?! {_UNIT}(?<!point)(?<!points))"
)
_CENTS: Final = (
    rf"(?P<cents>(?:{TWO_DIGITS})\b|\d{{2}}\b(?![/.-]?\d|\s?%| percent)|(?:oh |zero )?(?:{SMALL})(?= cents?\b))(?: cents?\b)?"
)
_DOLLARS_AND: Final = re.compile(rf"\b(?P<dollars>an?|\d{{1,6}}|{SMALL}) (?:dollars?|bucks?)(?: and)? {_CENTS}")
# "one forty" is a price where one is told and nothing else can be meant: no strike, no row of numbers.
_SHORT_PRICE: Final = re.compile(
    r"(?P<cue>\b(?:for|at|paid|pay|paying|debit(?: of| is)?|credit(?: of| is)?|costs?(?: me)?|costing|priced? (?:at|of|is)"
    r"|filled|(?:fl(?:y|ies)|butterfl(?:y|ies)) (?:is|are)) |@ ?)"
    rf"(?P<whole>{'|'.join(SMALL.split('|')[1:10])})[ -](?P<cents>{TWO_DIGITS})\b"
    rf"(?![ -]?(?:\d|{CARDINAL}|strike|calls?|puts?|fl(?:y|ies)|butterf|contracts?|lots?|days?|dte|percent|point|/|wide))"
)
_ONE_UNIT: Final = re.compile(
    r"(?P<cue>\b(?:for|paid|pay|paying|costs?|costing|cost me|debit of|credit of|price(?: is)?|lose[sd]?|loss of|fell|falls?"
    r"|drop(?:s|ped)?|rises?|rose|moves?|moved|gains?|gained|up|down|by|collect(?:ed)?|received?|filled at|bought at"
    r"|sold at|is|was|at) )"
    r"(?:an?|one) (?P<unit>(?:full |whole |single )?(?:index )?(?:point|pt|dollar|buck|dime|nickel))\b(?! (?:and|of)\b)"
)
_BESIDE_ROUND: Final = re.compile(
    r"\b(?:an? )?(?P<off>nickel|dime|penny|\d{1,2} cents) (?P<way>under|below|shy of|less than|over|above|more than)"
    rf" (?P<whole>an?|\d{{1,4}}|{SMALL}) (?P<unit>dollars?|bucks?|points?)\b"
)
_OFF: Final = {"nickel": 0.05, "dime": 0.1, "penny": 0.01}
_COINS: Final = {"dime": "10 cents", "nickel": "5 cents"}
_DIGIT: Final = re.compile(r"\d")
_TIMES: Final = re.compile(r"(?<![\w.,])(\d{1,6}(?:\.\d{1,4})?) ?(hundred|grand)\b")
_RUN: Final = re.compile(
    rf"\b(?:(?<!\d )|(?!hundred|thousand|million|grand))(?:an? (?=(?:hundred|thousand|million|grand)\b))?(?:{CARDINAL})\b"
    rf"(?:(?:[ -]|(?:(?<=hundred)|(?<=thousand)) and )(?:{CARDINAL})\b){{0,7}}"
)
_TAKEN_ALWAYS: Final = 13  # "two" may count anything; "thirty" is a figure
_BEFORE_UNIT: Final = re.compile(rf"[ -](?:{_UNIT}|{_SPAN}|wide\b)")
_COUNTED: Final = re.compile(
    r" (?:vix |vx |call |put |mini |spx ){0,2}(?:contracts?|lots?|flies|butterflies|spreads?|condors?|units?|futures|minis"
    r"|calls?|puts?|options?|shares?|issues?|stocks?|advanc\w+|declin\w+|days?|bars?|points?|times|of )"
)
_INDEX: Final = re.compile(r"\b(?:spx|index|strikes?|adv\w*|dec\w*|line|ndx|rut)\b|\$\s?$")
_DOZENS: Final = Sought(rf"\b(?P<times>half an?|an?(?= dozen of)|{SMALL}|\d{{1,4}}) dozen\b(?: of (?=\d))?")
_PAIR: Final = Sought(
    r"\b(?:an? )?(?:(?P<two>pair|couple) of|single(?= \d)|lone(?= \d)) "
    r"(?=\d|(?:vix |call |put |mini |vx ){0,2}(?:fl(?:y|ies)|butterfl|contracts|lots|calls|puts|futures|spreads|condors|minis))"
)
_CURRENCY: Final = re.compile(r"(?:us\$|[€£]|(?<!\d)(?<!\d )\b(?:usd|eur|gbp|chf)\s?(?=\d))\s?(?=\.?\d)")
_SPACED_THOUSANDS: Final = re.compile(
    r"(?<=\$)(\d{1,3})[ '](\d{3})(?![\d.])|(?<![\w.,/-])(\d{1,3})[ '](\d{3})(?= ?(?:euros?|eur|dollars?|usd|bucks|[€$]))"
)
_POINTS: Final = Sought(r"(?<=\d)(?: |-)?pts?\b")
_CENTS_SHORT: Final = Sought(r"(?<=\d) ?cts?\b")
_WORDED: Final = Sought(
    rf"\b(?:{CARDINAL}|half|quarters?|thirds?|fifths?|point|dozen|pair|couple|single|lone|dimes?|nickels?|bucks?|dollars?)\b"
)


def in_digits(text: str) -> str:
    """Lower-case `text` with its amounts in digits; applied to its own result it changes nothing."""
    if not text.isascii():
        text = _GLYPH.sub(lambda m: _decimal(float(m[1] or 0) + float(_GLYPHS[m[2]])), text)
    if any(mark in text for mark in ("€", "£", "us$", "usd", "eur", "gbp", "chf")):
        text = _CURRENCY.sub("$", text)
    text = _SPACED_THOUSANDS.sub(lambda m: (m[1] or m[3]) + (m[2] or m[4]), text) if "$" in text or "eur" in text else text
    if "/" in text:
        text = _SLASHED.sub(lambda m: _decimal(float(m[1] or 0) + int(m[2]) / int(m[3])) + " ", text)
    text = _CENTS_SHORT.sub(" cents", _POINTS.sub(" points", text))
    return _worded(text) if _WORDED.search(text) else text


def _worded(text: str) -> str:
    """Each pattern is tried only where its words stand in the text; most questions have none of them."""
    if any(part in text for part in ("half", "quarter", "third", "fifth", "tenth")):
        text = _MIXED.sub(_mixed, text)
        text = _OF_UNIT.sub(lambda m: f"{_decimal(_part(m))} {m['unit']}", text)
    if "dollar" in text or "buck" in text:
        text = _DOLLARS_AND.sub(_dollars_and_cents, text)
    text = _SHORT_PRICE.sub(lambda m: f"{m['cue']}{spelt(numbers_in(m['whole']))}.{decimals_in(m['cents'])}", text)
    if "point" in text:
        text = _POINT.sub(_pointed, text)
    if any(unit in text for unit in ("point", "dollar", "buck", "dime", "nickel")):
        text = _BESIDE_ROUND.sub(_beside_round, text)
        text = _ONE_UNIT.sub(lambda m: m["cue"] + _COINS.get(m["unit"], f"1 {m['unit']}"), text)
    if "dozen" in text:
        text = _DOZENS.sub(_dozens, text)
    if any(word in text for word in ("pair", "couple", "single", "lone")):
        text = _PAIR.sub(lambda m: "2 " if m["two"] else "1 ", text)
    if "hundred" in text or "grand" in text:
        text = _TIMES.sub(lambda m: _in_money(float(m[1]) * (100 if m[2] == "hundred" else 1000), m, text), text)
    text = _RUN.sub(lambda m: _run(m, text), text)
    if not _DIGIT.search(text):
        return text  # "half the budget" alone scales what was worked out before
    return _OF_SUM.sub(lambda m: f"{_decimal(100 * _part(m))}% of ", text)


def _part(match: re.Match[str]) -> float:
    times = match["times"]
    count = 1.0 if times in (None, "a", "an") else numbers_in(times)[0]
    return count * _PARTS_MORE[match["part"]]


def _mixed(match: re.Match[str]) -> str:
    more = match["more"].replace("-", " ")
    share = sum(_PARTS[w] for w in more.split() if w in _PARTS) * (3 if "three" in more else 2 if "two" in more else 1)
    whole, unit = match["whole"], match["unit"]
    if whole in ("a", "an") and not unit:
        return match[0]
    value = (1.0 if whole in ("a", "an") else numbers_in(whole)[0]) + share
    if unit in ("hundred", "thousand", "grand", "million"):
        return f"{_decimal(value)} {unit}"
    return f"{_decimal(value)} {unit}s".replace("ss", "s") if unit else _decimal(value)


def _dollars_and_cents(match: re.Match[str]) -> str:
    dollars = "1" if match["dollars"] in ("a", "an") else spelt(numbers_in(match["dollars"])[:1])
    cents = match["cents"]
    value = numbers_in(cents.removeprefix("oh ").removeprefix("zero "))
    return f"${dollars}.{int(value[0]):02d}" if len(value) == 1 and value[0] < 100 else match[0]


def _pointed(match: re.Match[str]) -> str:
    decimals = match["decimals"]
    behind = decimals if decimals.isdigit() else decimals_in(decimals)
    whole = match["whole"]
    if not behind or (whole is None and match["cue"] is None):
        return match[0]
    if whole is None:
        return f"{match['cue']}0.{behind}"
    found = numbers_in(whole)
    return f"{spelt(found[:1])}.{behind}" if len(found) == 1 else match[0]


def _beside_round(match: re.Match[str]) -> str:
    """ "A nickel under a buck" is 0.95."""
    whole = 1.0 if match["whole"] in ("a", "an") else numbers_in(match["whole"])[0]
    off = _OFF.get(match["off"]) or float(match["off"].split()[0]) / 100
    sign = 1 if match["way"] in ("over", "above", "more than") else -1
    return f"{_decimal(whole + sign * off)} {match['unit'].rstrip('s')}s"


def _dozens(match: re.Match[str]) -> str:
    times = match["times"]
    if times.startswith("half"):
        return "6"
    return "12" if times in ("a", "an") else f"{12 * int(numbers_in(times)[0])}"


def _run(match: re.Match[str], text: str) -> str:
    """The numbers of a run of words, where at least one is no mere "two", or a unit stands behind them."""
    found = numbers_in(match[0])
    before_unit = _BEFORE_UNIT.match(text, match.end()) is not None
    if max(found) < _TAKEN_ALWAYS and not (before_unit and len(found) == 1):
        return match[0]
    if len(found) == 1 and any(scale in match[0] for scale in ("thousand", "grand", "million")):
        return _in_money(found[0], match, text)
    return spelt(found)


def _in_money(value: float, match: re.Match[str], text: str) -> str:
    """A round sum is money unless things are counted or its unit follows."""
    behind = text[match.end() : match.end() + 40]
    bare = value % 1000 or _INDEX.search(text, max(0, match.start() - 24), match.start()) or _COUNTED.match(behind)
    return _decimal(value) if bare or re.match(r" ?(?:dollars?|bucks?|usd|euros?|eur|€)", behind) else f"${_decimal(value)}"


def _decimal(value: float) -> str:
    return f"{round(value, 6):.12g}"
