"""Number patterns with a shape of their own: strikes, legs, pasted series, pairs of bars, curves, fills, breadth days.

Each function reads one pattern out of a question and returns the tool's arguments, or None where it is not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from assistant.understanding.filling.payoff_slots import BUTTERFLY_SLOTS
from assistant.understanding.filling.slots import fill
from assistant.understanding.text.quantities import Reading, blanked
from assistant.understanding.text.tokens import ISO_DATE

Arguments = Mapping[str, Any]

_DAY = re.compile(r"(?<![\w.])(\d{1,3}(?:,\d{3})+|\d{2,5})\s?(?:adv\w*|up)?\s?[-/]\s?(\d{1,3}(?:,\d{3})+|\d{2,5})(?![\w.]*\d)")
_ISSUES = r"((?>\d{1,3}(?:,\d{3})++|\d{1,5}))(?!\d)"
_WORDED_DAY = (
    re.compile(
        rf"\badv\w*\W{{1,3}}(?:of |were |was |are )?{_ISSUES}[^\d]{{1,24}}?\bdec\w*\W{{1,3}}(?:of |were |was |are )?{_ISSUES}"
    ),
    re.compile(rf"\bup (?:of )?{_ISSUES}\W[^\d]{{0,8}}?\bdown (?:of )?{_ISSUES}"),
    re.compile(rf"(?<![\w.]){_ISSUES} (?:\w+ )?(?:adv\w*|up)\W[^\d]{{0,24}}?{_ISSUES} (?:\w+ )?(?:dec\w*|down\b)"),
)
_MANY = r"(\d{1,3}(?:,\d{3})++|\d{3,5})(?!\d)"
_AGAINST = r"(?:\s?(?:,|and|to|/|vs?\.?|against)\s?|\s)"
_FURTHER_DAY = re.compile(
    rf"\b(?:then|next|after that|followed by)\s{_ISSUES}{_AGAINST}{_ISSUES}"
    # Two larger numbers side by side, behind a day that was told in words: "next day 1500 1600", "1500 and 1600 on tuesday".
    rf"|(?<![\w.,$+-]){_MANY}{_AGAINST}{_MANY}(?![\w%]|[.,]\d|\s?(?:days?|bars?)\b)"
)
_ISSUE_LIST = r"((?:\d{1,3}(?:,\d{3})++|\d{1,5})(?:(?:, | and |,|/| )(?:\d{1,3}(?:,\d{3})++|\d{1,5})(?![\d.])){1,60})"
_LISTED_DAYS = re.compile(
    rf"\badv\w*:? (?:of |were |was |are )?{_ISSUE_LIST}[^\d]{{1,24}}?\bdec\w*:? (?:of |were |was |are )?{_ISSUE_LIST}"
)
_LINE_LED = re.compile(
    r"\b(?:a/?d|ad|breadth)(?: line)?(?: (?:is|was|at))?[ :=]{1,3}(\d[\d,]*)(?= ?[,;.]? ?(?:then|next|and then|followed"
    r"|after)\b)"
)
_LINE_START = re.compile(
    r"\b(?:start\w*|begin\w*|from|base|at|prev\w*|prior|yesterday'?s?|was|last|(?:a/?d )?line)(?: (?:a/?d|ad|line|breadth"
    r"|cumulative)){0,2}"
    r"\s*(?:at|of|from|with|value|level|was|is|=)?\s*\$?(\d[\d,]*)(?!\s?[-/]\s?\d)(?![\d,])(?! (?:days?|bars?|weeks?"
    r"|sessions?|months?)\b)"
)
_SIGNED_DAY = re.compile(r"(?<![\w.)])([+-])\s?(\d{1,3}(?:,\d{3})++|\d{1,5})(?!\d|\.\d)")
_SPAN_OF_TIME = re.compile(r"\s?-?(?:days?|d|weeks?|months?|dte)\b|(?:st|nd|rd|th)\b")
_SOLD = re.compile(r"\b(?:sold|short(?:ed)?|sell(?:ing)?|wrote|writ(?:e|ing))\b(?:\s(?!bought|long|buy)[\w.]{1,10}){0,5}\s?$")
_MONTH = re.compile(
    r"\b(?:vx|m|uxz?)([1-9])\b\s?(?:(?:jump|go|rise|fall|drop|move|spike|climb|ris|com)\w{0,3} (?:up |down "
    r"|back )?to|to|is|at|was|were|=|:|of)?\s?\$?(\d++(?:\.\d++)?)(?!\d*\s?%)"
)
_ALIKE = re.compile(
    r"\bboth\b(?! [a-z]{1,12} [a-z]{1,12} [a-z]{1,12} [a-z]{1,12})|\b(?:same|equal|identical|level)\b[^.?!;]{0,16}\d"
    r"|\b(?:front|m1|vx1|first) ?= ?(?:second|m2|vx2|back) ?= ?\d"
)  # "front and second both 20.15"
_FEW = re.compile(
    r"\b(?:macd (?:of|on|for|over)|series|iv|values?|closes?|readings?|data|column|numbers|weekly|daily)\b"
    r"(?: (?:for |over )?(?:the )?(?:last|past) \d{1,2} (?:days?|bars?|weeks?|closes?))?[^\d.?!]{0,24}"
    r"((?:\d++(?:\.\d++)?,?\s){2,9}\d++(?:\.\d++)?)(?![\w%]|\.\d)"
    r"|^\W*((?:\d++(?:\.\d++)?,?\s){2,9}\d++(?:\.\d++)?),?:? ?-{0,2} ?(?:what is |whats |the ){0,2}macd\b"
)
_CALENDAR_DAY = re.compile(r"(?<![\w.])(?:\d{4}-\d{1,2}(?:-\d{1,2})?|\d{1,2}/\d{1,2}/\d{2,4})(?![\w/]|\.\d)")
_CODES = "fghjkmnquvxz"  # the trade's letters for January to December
_CODED = re.compile(
    r"\bvxm?/?\s?(?P<month>[fghjkmnquvxz])(?P<year>\d{1,2})\b[\s:=,@(]{0,3}(?:(?:is|at|was)\s)?\$?(?P<price>\d++(?:\.\d++)?)(?!\s?%)"
)
_COUNTED_MONTHS = re.compile(  # "17 22 25 for 1 2 3 months", "months 1 2 3 at 17 22 25": which prices they are
    r"\b(?:for |in )?(?:the )?(?:m(?:on)?ths?:? 1(?:(?:, ?|/| and | to | )[2-9]\b)+"
    r"|1(?:(?:, ?|/| and | to | )[2-9])+ ?-?m(?:on)?ths?\b)"
)
_MONTHS = {"front": 1, "first": 1, "second": 2, "next": 2, "back": 2, "third": 3}
_MOVED = (
    r"(?:(?:go(?:es)?|went|ris(?:es?|en)|rose|f[ae]ll(?:s|en)?|dropp?(?:s|ed)?|mov(?:es?|ed)|jump(?:s|ed)?|spik(?:es?|ed)|pop(?:s|ped)?"
    r"|shoots?|shot|climb(?:s|ed)?|surge[sd]?|slid(?:es?)?|sinks?|sank|crash(?:es|ed)?|collapse[sd]?|comes? in|settles?)"
    r" (?:up |down |back |all the way )?(?:to|at))"
)
_NAMED_MONTH = re.compile(
    rf"\b({'|'.join(_MONTHS)})(?: (?:month|futures?|futs?|vx|contract|is|was|were|at|of|{_MOVED}|=)){{0,3}}"
    r" \$?(\d++(?:\.\d++)?)(?!\s?%)"
)
_INDEX = re.compile(  # "vix 15.2, front future 16.4"
    r"\bvix:?(?: (?:is|at|now|index|stands|trades))*+ (?P<n>\d{1,3}(?:\.\d++)?)(?![\d%])"
    r"(?=\s?[,;.]?\s(?:and |vs\.? |with |while |but )?(?:(?:the|its|my|a) )?(?:front|vx\d?|m1|first|futures?|near)\b)"
)
_BACK = re.compile(r"\b(?:second|back|next|vx2|m2|2nd|f2|uxz?2|later|far)\b[^\d]{0,24}$")


def strikes(reading: Reading) -> Arguments | None:
    """Three strikes of a butterfly, from "25/30/35" or from legs 1:−2:1 without prices of their own."""
    ladder = reading.ladder
    legs = sorted(reading.legs, key=lambda leg: leg.strike)
    shape = [(leg.side, leg.quantity) for leg in legs]
    if not ladder and shape == [("long", 1), ("short", 2), ("long", 1)] and {leg.kind for leg in legs} == {"call"}:
        ladder = tuple(leg.strike for leg in legs)
    if len(ladder) != 3 or len(set(ladder)) == 1:
        return None
    return dict(zip(("lower", "body", "upper"), ladder, strict=True))


def sold(reading: Reading) -> Arguments | None:
    """A butterfly sold for a credit, as legs with the price of all together."""
    if len(reading.ladders) != 1 or len(set(reading.ladder)) != 3:
        return None
    if not _SOLD.search(reading.lower[: reading.ladders[0].start].removesuffix("the ").removesuffix("a ")):
        return None
    price = fill(reading, BUTTERFLY_SLOTS, ("lower",)).arguments.get("debit")
    if price is None:
        return None
    rows = zip(("short", "long", "short"), reading.ladder, (1, 2, 1), strict=True)
    return {"legs": [leg(side, "call", strike, quantity=quantity) for side, strike, quantity in rows], "net": -abs(price)}


def short_series(reading: Reading) -> Arguments | None:
    """A few values of a series, too few for any MACD: the tool says how many it needs."""
    if reading.series or reading.ladders:
        return None
    match = _FEW.search(reading.lower)
    return {"series": [float(n) for n in re.findall(r"\d+(?:\.\d+)?", match[1] or match[2])]} if match else None


def leg(side: str, kind: str, strike: float, premium: float = 0.0, quantity: int = 1) -> dict[str, Any]:
    """One leg as `position` takes it."""
    return {"side": side, "kind": kind, "strike": strike, "premium": premium, "quantity": quantity}


def pasted(reading: Reading) -> Arguments | None:
    """A pasted column of numbers."""
    return {"series": list(reading.series)} if reading.series else None


def curve(reading: Reading) -> Arguments | None:
    """Two or more futures prices, front to back."""
    if "mth" in reading.lower or "month" in reading.lower:
        counted = [m.span() for m in _COUNTED_MONTHS.finditer(reading.lower)]
        reading = Reading(blanked(reading.lower, counted, ",")) if counted else reading
    coded = {(m["year"], _CODES.index(m["month"])): float(m["price"]) for m in _CODED.finditer(reading.lower)}
    if len(coded) >= 2:
        return {"curve": [price for _, price in sorted(coded.items())]}
    named = {int(m[1]): float(m[2]) for m in _MONTH.finditer(reading.lower)}
    if "spot" in reading.lower or index_before(reading.lower):
        named |= {_MONTHS[m[1]]: float(m[2]) for m in _NAMED_MONTH.finditer(reading.lower)}
    if len(named) >= 2:
        return {"curve": [price for _, price in sorted(named.items())]}
    if re.search(r"\bspot\b", reading.lower) or index_before(reading.lower):  # the index itself is no month of the curve
        return None
    if len(reading.ladders) == 1 and len(reading.ladder) >= 3:
        return {"curve": list(reading.ladder)}
    days = [m.span() for m in _CALENDAR_DAY.finditer(reading.lower)]
    prices = [
        q
        for q in reading.quantities
        if q.unit in ("plain", "money") and 3 <= q.value <= 200 and not _SPAN_OF_TIME.match(reading.after(q))
        if not any(start <= q.start < end for start, end in days)
    ]
    if len(prices) < 2:
        alike = _ALIKE.search(reading.lower) if prices else None
        return None if alike is None or len(reading.quantities) > 1 else {"curve": [prices[0].value] * 2}
    values = [q.value for q in prices]
    if _BACK.search(reading.before(prices[0])) and len(values) == 2:
        values.reverse()
    return {"curve": values}


def index_before(text: str) -> re.Match[str] | None:
    """The level of the index that stands in front of its futures by its own name; None where none does."""
    return _INDEX.search(text)


def month_changed(reading: Reading, known: Sequence[float]) -> Arguments | None:
    """The curve with the months that the words name at a new price ("and if vx2 is 20.1"); None where they name none."""
    named = {int(m[1]): float(m[2]) for m in _MONTH.finditer(reading.lower)}
    named |= {_MONTHS[m[1]]: float(m[2]) for m in _NAMED_MONTH.finditer(reading.lower)}
    months = range(1, max([len(known), *named]) + 1)
    if not named or any(n > len(known) and n not in named for n in months):
        return None
    return {"curve": [named[n] if n in named else known[n - 1] for n in months]}


def breadth(reading: Reading) -> Arguments | None:
    """Days of advances and declines "1800-1200, 1500-1450" or "1800 advances and 1200 declines", with a starting level."""
    text = ISO_DATE.sub(" ", reading.lower)  # no day is so many advances less so many declines
    if (listed := _listed_days(text)) is not None:
        return listed
    signed = _signed(text)
    pairs = [] if len(signed) > 2 else _apart(m for form in (_DAY, *_WORDED_DAY) for m in form.finditer(text))
    if any(m.re in _WORDED_DAY for m in pairs):
        further = _FURTHER_DAY.finditer(text, pairs[0].end())
        pairs = _apart([*pairs, *(m for m in further if all(m.end() <= p.start() or p.end() <= m.start() for p in pairs))])
    days = [tuple(float(n.replace(",", "")) for n in m.groups() if n is not None) for m in pairs]
    if not days:
        days = [(n, 0.0) if sign == "+" else (0.0, n) for sign, n in signed]
    if not days:
        return None
    out: dict[str, Any] = {"advances": [a for a, _ in days], "declines": [b for _, b in days]}
    start = _LINE_START.search(text) or _LINE_LED.search(text)
    if start:
        out["start"] = float(start.group(1).replace(",", ""))
    return out


def _listed_days(text: str) -> Arguments | None:
    """All advances and then as many declines ("advances 1500, 1400, 1700, declines 1300, 1500, 1200")."""
    found = _LISTED_DAYS.search(text)
    if found is None:
        return None
    up, down = (
        [float(n.replace(",", "")) for n in re.findall(r"\d{1,3}(?:,\d{3})+(?!\d)|\d+", part)] for part in found.groups()
    )
    return {"advances": up, "declines": down} if len(up) == len(down) > 1 else None


def _signed(text: str) -> list[tuple[str, float]]:
    """Net advances day by day ("+350, -120, +610"), two or more."""
    found = [(m[1], float(m[2].replace(",", ""))) for m in _SIGNED_DAY.finditer(text)]
    return found if len(found) >= 2 else []


def _apart(found: Iterable[re.Match[str]]) -> list[re.Match[str]]:
    """The matches in order of the text, without those that reach into one that begins before."""
    out: list[re.Match[str]] = []
    for match in sorted(found, key=lambda m: m.start()):
        if not out or match.start() >= out[-1].end():
            out.append(match)
    return out
