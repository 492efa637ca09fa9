"""Two numbers that the words between them bind: a part and its whole, a share and what it comes to, a row of shares.

"2% of a 300k portfolio", "3,100 of the 11,000", "30% was $2,250", "6,500 and that's 65%", "25 + 20 + 20".
"""

from __future__ import annotations

import re
from typing import Final

from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.quantities import Quantity, Reading

_THE: Final = r"(?:(?:the|a|an|my|our|his|her|that|this|total|whole|full|hedge|planned|budget|their|your|about)\s){0,3}"
_OF: Final = re.compile(
    rf"\s?(?:(?:already|in|first|tranche|slice|layer|opener|opening|start|start\w+|add|adds|steps?|increments?|deployed|used|spent|in_|each"
    rf"|worth|on the (?:first )?(?:turn|cross|trigger|signal))\s){{0,3}}"
    rf"(?:of|on|out of|from)\s(?:of\s)?{_THE}"
)
_COMES_TO: Final = re.compile(
    rf"\s?,?\s?(?:(?:of it|of that|tranche|slice|first|add|opener)\s)?(?:and\s|which\s|so\s)?(?:(?:that|this|it)\s)?"
    rf"(?:is|was|were|=|comes to|came to|equals|makes|made|being|cost|exactly|worth"
    rf"|costs|bought|took|amounts to)\s{_THE}"
)
_IS_SHARE: Final = re.compile(
    rf"\s?,?\s?(?:and\s|which\s|so\s)?(?:that\s|this\s|it\s)?(?:is|was|that's|thats|it's|=|being|makes|as|at|equals)\s{_THE}"
)
_RANGE: Final = re.compile(
    r"(?<![\w.$])25\s?(?:%|percent|pct)?\s?(?:-|to|and|or)\s?30\s?(?:%|percent\b|pct\b)?(?![\d.,/]|\s?(?:%|pct|days?))"
)
_RISEN: Final = re.compile(r"\bfrom\s\$?[\d,.]{1,12}\s?[km]?\sto\s(?=\$?\d)")
_DECIMAL: Final = r"\d{0,2}\.\d{1,2}(?![\d%]|\.\d| ?(?:%|percent))"
_PRICE: Final = re.compile(rf"(?<![\w.,])\$?{_DECIMAL}")
_OLD: Final = re.compile(
    rf"\bfrom \$?(?P<a>{_DECIMAL}) (?:up |down )?to(?= \$?\.?\d)"
    rf"|\b(?:was|were|used to be|up from|down from|instead of|rather than|versus|vs\.?|before at) \$?(?P<b>{_DECIMAL})"
)
_TURNS: Final = re.compile(
    r"(?<![\w.$/-])\d{2}(?:\s?%|\s?percent)?(?:\s?(?:\+|/|,|&|then|and then|and|plus|, then)\s?(?:another )?\d{1,2}(?:\s?%"
    r"|\s?percent)?(?!\d|[.,]\d|[a-z])){1,6}(?![\w/.]|\s?\$)"
)
_SPREAD: Final = re.compile(
    r"(?<![\w.$])(?P<low>\d{1,2}(?:\.\d{1,2})?)\s?%?\s?(?:-|to)\s?(?P<high>\d{1,2}(?:\.\d{1,2})?)\s?(?:%|percent\b)"
)
_SLICE_NOUN: Final = r"(?:tranche|slice|layer|rung)"
_SLICE_AFTER: Final = re.compile(rf"[ -]?(?:dollars?|bucks?|usd)?[ -]?{_SLICE_NOUN}\b(?! (?:plan|budget|one|1\b|#))")
_SLICE_BEFORE: Final = re.compile(
    rf"(?<!first )(?<!initial )\b{_SLICE_NOUN}(?: (?:is|was|has|gets|comes to|=|worth|at|about)){{1,2}}:? ?\$?$"
    rf"|\b{_SLICE_NOUN}: ?\$?$"
)
_SMALL: Final = 12.0  # percent that a hedge may be of an account
_NUMBER: Final = rf"\d{{1,2}}|{'|'.join(list(WORDS)[1:12])}"
_EQUAL: Final = r"(?:buys|tranches|purchases|slices|layers|fills|payments|steps|times|adds|parts)"
_TIMES: Final = re.compile(
    rf"(?<![\w.$])(?P<n>{_NUMBER}) (?:\w{{3,7}} )?{_EQUAL} of \$?(?P<a>\d[\d,]*+)(?P<k>k)?(?![\w.%]| ?%"
    rf"| (?:hedge|budget|plan|pot|account|total)\b)"
    rf"|(?<![\w.])(?<!\d,)\$?(?P<b>\d[\d,]*+)(?P<l>k)? in(?:to)? each of the "
    rf"(?:(?:first|last|next) )?(?P<m>{_NUMBER}) {_EQUAL}\b"
)
_LEAST: Final = 50.0  # dollars
_COUNTED: Final = re.compile(
    r"\s?(?:more |further |later |full |whole |equal |of the |20\s?% |20 percent |add[- ]){0,3}(?:adds?|additions?|increments?"
    r"|steps?|raises?|signals?|cues?|tranches?|slices?|layers?|stages|phases|times|more|higher|divergences?|helpings?|rises?)\b"
)
_STEPS: Final = (20.0, 0.2)
_DOUBTED: Final = re.compile(r"\s?(?:of it |then |in all |total )?\?")
_TIME: Final = re.compile(
    r"\b(?:week|wk|day|month|year|quarter|q|step|tranche|layer|slice|line|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov"
    r"|dec)[a-z]{0,6})\s?#?$"
)
_SPAN: Final = re.compile(r"\s?-?(?:days?|weeks?|months?|years?|quarters?|dte|delta|st\b|nd\b|rd\b|th\b|am\b|pm\b)")
_AT: Final = re.compile(
    r"\d (?:vix )?(?:call )?(?:fl(?:y|ies)|butterfl\w+|contracts?|units?|spreads?|lots?)(?: (?:planned|in all"
    r"|total))? (?:at|for|@) \$?$"
)
_NEAR: Final = 32  # characters
_POINTS: Final = 10.0  # what costs less is quoted in points
_UNIT: Final = (
    r"(?:vix |vx |mini )?(?:call )?(?:fl(?:y|ies)|butterfl\w+|contracts?|units?|calls?|lots?|spreads?|minis|futures)\b"
)
_OF_PLANNED: Final = re.compile(
    r"\s?(?:are in |bought |in |filled )?(?:out )?of (?:the |my |our |a |an )?(?:planned )?\d{1,5} "
    rf"(?:planned )?{_UNIT}|\s?{_UNIT} (?:are in |bought |in |filled |on )?(?:out )?of (?:the |my |our |a )?(?:planned )?"
    r"\d{1,5}(?!\d|[.,]\d|\s?[%k])"
)
_UNITS_OF: Final = re.compile(
    rf"\d {_UNIT} (?:are in |bought |in |filled |on )?(?:out )?of (?:the |my |our |a )?(?:planned )?$"
)


def is_whole(reading: Reading, part: Quantity, whole: Quantity) -> bool:
    """Whether the second number is the whole of the first."""
    sums = whole.unit in ("money", "percent") or whole.value >= _LEAST
    return sums and _between(_OF, reading, part, whole)


def comes_to(reading: Reading, one: Quantity, other: Quantity) -> bool:
    """Whether one of two numbers is a share and the other what that share comes to in money."""
    if (one.unit == "percent") == (other.unit == "percent"):
        return False
    return _between(_COMES_TO if one.unit == "percent" else _IS_SHARE, reading, one, other)


def is_slice(reading: Reading, quantity: Quantity) -> bool:
    """Whether a sum is what one tranche has, whichever it is ("a 900 dollar tranche", "tranche is 5k")."""
    before, after = reading.before(quantity), reading.after(quantity)
    return _SLICE_AFTER.match(after) is not None or _SLICE_BEFORE.search(before) is not None


def multiplied(text: str) -> str:
    """The text with so many equal sums as what they make ("6 buys of $450" is spent $2700)."""
    return _TIMES.sub(_product, text) if " of " in text or " each" in text else text


def _product(match: re.Match[str]) -> str:
    count, amount = match["n"] or match["m"], (match["a"] or match["b"]).replace(",", "")
    scale = 1000 if match["k"] or match["l"] else 1
    return f"spent ${(WORDS.get(count) or int(count)) * float(amount) * scale:.12g}"


def range_told(text: str) -> tuple[int, int] | None:
    """Where the article's range of the first tranche stands, or a sum that another has taken the place of."""
    found = _RANGE.search(text)
    return None if found is None else found.span()


def spread_told(text: str) -> tuple[tuple[int, int], float, float] | None:
    """Where a range of small shares stands, and its ends as fractions ("a hedge of 1-2%"); None where none is told."""
    found = _SPREAD.search(text)
    if found is None or not 0 < float(found["low"]) < float(found["high"]) <= _SMALL:
        return None
    return found.span(), round(float(found["low"]) / 100, 12), round(float(found["high"]) / 100, 12)


def old_price(text: str) -> tuple[tuple[int, int], float] | None:
    """Where the price of a unit before stands beside the one now, and what it is ("from .85 to" 1.70, "was .85")."""
    found = _OLD.search(text) if "." in text else None
    if found is None or len(_PRICE.findall(f"{text[: found.start()]} {text[found.end() :]}")) != 1:
        return None
    return found.span(), float(found["a"] or found["b"])


def risen_from(text: str) -> tuple[int, int] | None:
    """Where the old one of two sums stands ("from 10k to" 14k)."""
    found = _RISEN.search(text) if "from" in text else None
    return None if found is None else found.span()


def shares_in_turn(text: str) -> tuple[tuple[int, int], tuple[float, ...]] | None:
    """Shares told one after the other and where they stand ("25 + 20 + 20", "30/20/20"); None where there are none."""
    for match in _TURNS.finditer(text):
        numbers = [int(n) for n in re.findall(r"\d{1,2}", match[0])]
        most = 140 if set(numbers[1:]) == {20} else 100  # one add too many is still told as tranches
        tranches = 20 <= numbers[0] <= 50 and all(5 <= n <= 30 for n in numbers[1:]) and sum(numbers) <= most
        if tranches and numbers != sorted(set(numbers)):  # strikes rise
            return match.span(), tuple(n / 100 for n in numbers)
    return None


def _between(pattern: re.Pattern[str], reading: Reading, first: Quantity, second: Quantity) -> bool:
    return pattern.fullmatch(f"{reading.lower[first.end : second.start].rstrip()} ") is not None


def timed(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number says when ("day 9", "in 3 weeks")."""
    timed = _SPAN.match(reading.after(quantity)) is not None or _TIME.search(reading.before(quantity)) is not None
    return quantity.unit == "plain" and timed


def passed_over(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number counts tranches or times, or is a date: no sum, and no share."""
    after = reading.after(quantity)
    counts = quantity.unit == "count" or (quantity.unit == "plain" and quantity.value < 20)
    if (counts and _COUNTED.match(after) is not None) or (quantity.value in _STEPS and after.startswith("s")):  # "two 20s"
        return True
    if quantity.unit == "percent" and quantity.value > 1 and _DOUBTED.match(after) is not None:  # "110%??" is its own answer
        return True
    return timed(reading, quantity)


def role_of_units(reading: Reading, quantity: Quantity) -> str:
    """The role of a part of a planned number of units ("11 of 16 flies"), or of the price of counted ones ("14 at .78"); ""."""
    if quantity.unit != "plain":
        return ""
    if quantity.value.is_integer() and _OF_PLANNED.match(reading.after(quantity, 48)) is not None:
        return "bought"
    if quantity.value.is_integer() and _UNITS_OF.search(reading.before(quantity)) is not None:
        return "planned"
    before = reading.lower[max(0, quantity.start - _NEAR) : quantity.start]
    return "cost" if quantity.value < _POINTS and _AT.search(before) is not None else ""
