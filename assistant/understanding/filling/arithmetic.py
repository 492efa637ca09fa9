"""Small calculations asked for in words: averages step by step, MACD and RSI by hand, cash flows, the cost of capital.

Each function reads one of them out of a question and returns the tool's arguments, or None where it is not there. The
spans of averages are part of terms' names ("12-period EMA"), so all read the text as typed, names and all.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from assistant.understanding.filling.structures import Arguments
from assistant.understanding.text.bars_over import bars_over
from assistant.understanding.text.quantities import Quantity, Reading

_N = r"(-?\$?(?:\d++(?:,\d{3})*+(?:\.\d++)?|\.\d++))"
_IS = r"[\s:=,(]{0,3}(?:(?:is|was|of|at|equals|stands at|now|reading)\b[\s:=,(]{0,3})?"
_UNIT = r"[\s-]{0,2}(?:periods?|days?|bars?|weeks?|sessions?)\b"
_PREVIOUS = re.compile(r"\b(?:yesterday'?s?|yday'?s?|prev\w*|prior|last|old|earlier|before|from|was)\b")
_NEW = re.compile(r"\b(?:today'?s?|new|now|current|latest|next|values?|prices?|closes?|closed|to|is)\b")
# "18.2 yesterday, 19 today": the time stands after its value
_TIME_AFTER = re.compile(
    r"\s(?:(?P<previous>yesterday|before|previously)|(?P<new>today|now))\b(?=\s?(?:[,;.?!]|and\b|but\b|$))"
)
_DAY = re.compile(r"\b(?:(?P<previous>yesterday|yday|previous|prev|prior|before)|(?P<new>today|new|latest|current))\b")
_SPAN = re.compile(rf"(?<![\w.])(?!1\D)(\d{{1,3}}){_UNIT}|(?<![\w.])(\d{{1,3}})[\s-]?ema\b|\bema[\s-]?\(?(\d{{1,3}})\b(?!\.\d)")
_NAMED_SPAN = re.compile(
    rf"\b(?:span|periods?|length|n)\s?(?:of|=|is|:)?\s?(\d{{1,3}})\b(?!\.\d)"
    rf"|(?<![\w.])(?!1\D)(\d{{1,3}}){_UNIT}(?!\s?(?:of|=|is|:)?\s?\d)"  # in "19 period 12" the period is 12
)
_GLUED_SPAN = re.compile(r"\bema\(?(\d{1,3})\b(?!\.\d)")  # also beside "2 weeks of closes"
_GAP = r"(?:\s?[/,\-]\s?|\s)"
OF_SPAN = re.compile(r"[\s-]?(?:(?:day|period|bar|week)s?[\s-])?(?:ema|sma|exponential)s?\b")  # the 26 of "the new 26 ema"
_TRIPLE = re.compile(rf"(?<![\w.])(\d{{1,3}}){_GAP}(\d{{1,3}}){_GAP}(\d{{1,3}})(?!\w|\.\d)")
_LED_SPANS = re.compile(r"(?<![\w./-])(\d{1,3})([/-])(\d{1,3})\2(\d{1,3})(?![\w/-]|\.\d)")  # beside a pasted run
DELTA = re.compile(r"\s?-?(?:d|delta)\b")  # the 10 of "10d put iv" is no value
_FEW = 6  # words of a change
_PAIR = re.compile(r"(?<![\w.])(\d{1,3})\s?/\s?(\d{1,3})(?![\w/]|\.\d)")
_SLASHED = r"(\d{1,3})/(\d{1,3})(?:/(\d{1,3}))?"
_WRITTEN = re.compile(  # a date is none: a word of the MACD stands beside the spans
    r"\bfast\s?(?:of |is )?[=:]?\s?(\d{1,3})\W{1,4}(?:and )?slow\s?(?:of |is )?[=:]?\s?(\d{1,3})"
    r"(?:\W{1,4}(?:and )?sig\w*\s?(?:of |is )?[=:]?\s?(\d{1,3}))?(?!\d|\.\d)"
    r"|\bmacd\s?(?:of |with |at )?[(\[]?(\d{1,3})\s?[,/-]\s?(\d{1,3})(?:\s?[,/-]\s?(\d{1,3}))?\s?[)\]]?(?![\d.%])"
    rf"|\b(?:macd|run|with|use|using|on|at|settings?|periods?|param\w*|lengths?|spans?|for|an?|the) {_SLASHED}(?![\w/%]|\.\d)"
    r"|[(\[](\d{1,3})[ ,/]{1,2}(\d{1,3})[ ,/]{1,2}(\d{1,3})[)\]]"
    rf"|(?<![\w./]){_SLASHED}(?=\)? (?:macd|signal|hist\w*|on)\b)"
)
_HELD = re.compile(
    r"(?<![\w./])(?P<bars>\d{1,5})\s(?:(?:daily|weekly|data|iv|put|#-delta|10-delta|closing|trading)\s){0,3}"
    r"(?:bars?|values?|points?|pts|days?|weeks?|closes?|ivs?|readings?|observations?|rows?|sessions?|data)\b"
    r"|\b(?:bars|values|points|days|weeks|closes|readings|observations|rows|sessions) (?:is|are|=|makes?|comes? to|total)"
    r" (?P<told>\d{1,5})\b(?![.,]\d|\s?%)"
)
BLANKS = re.compile(  # "200 rows, 12 blank"
    r"(?<![\w.])(?P<blank>\d{1,4}) (?:of (?:them|these|those|which) )?(?:are |is |were |being )?"
    r"(?:blanks?|empty|missing|nans?|n/a|null|gaps|holes)\b"
)
_ENOUGH = re.compile(
    r"\b(?:enough|sufficient|suffice\w*|too (?:few|short|little)|only (?:have|got)|have only|exist\w*|ok(?:ay)? for)\b"
    r"|\b(?:can|could) (?:i|you|we|it)\b|\bwill \d|\b(?:have|got) (?:just|only)\b"
    r"|\bhow many (?:of (?:them|these) )?(?:(?:usable|valid|real|proper|true|full|complete|actual) )?"
    r"(?:have|get|carry|will|histogram|signal|macd|hist)\b"
    r"|\bhow many (?:(?:usable|valid|real|proper|good) )?(?:bars?|values?|readings?|points?) (?:of (?:the )?)?"
    r"(?:signal|macd|hist\w*)"
    r"|\b(?:in|give|make|out of"
    r"|from)\b[^.?!]{0,24}\bhow many\b"
)
_USUAL = re.compile(
    r"\bfirst (?:(?:valid|possible|usable|real|non-?nan|macd|signal|histogram)\s){0,3}"
    r"(?:bar|value|reading|number|point|row)s?\b"
    r"|\bfirst (?:valid|usable|non[- ]?(?:nan|null|empty)|defined|finite) (?:macd|signal|histogram|hist)\b"
    r"|\bhow (?:long|many (?:days|weeks|bars|months))\b[^.?!]{0,40}(?:\bfirst (?:macd|signal|histogram|cross)|\bwarm"
    r"|\b(?:until|till?|before|for|to (?:get|have|see))\b[^.?!]{0,24}\b(?:macd|signal|histogram) (?:value|line|reading|number)"
    r"|\b(?:until|till?|before)\b[^.?!]{0,24}\b(?:macd|signal|histogram|hist)\b"
    r"(?! (?:crosses|turns|fires|triggers|is (?:positive|above))))"
    r"|\bwarm[^.?!]{0,40}\bhow (?:long|many (?:days|weeks|bars|months))\b"
)
_FIRST_CROSS = re.compile(
    r"\b(?:first|earliest)\b[^.?!]{0,24}\bcross\w*\b[^.?!]{0,24}\b(?:bar|point|row|value|day) #?\d{1,3}\b(?!\.\d)"
    r"|\bcross\w*\b[^.?!]{0,24}\b(?:bar|point|row|value|day) #?\d{1,3}\b[^.?!]{0,24}\b(?:first|earliest)\b"
)
_WEEKLY = re.compile(r"\bweekly\b|\bweeks?\b(?! ago)")
_IN_DAYS = re.compile(
    r"\bhow many (?:\w+ )?days\b|\b(?:in|as|into|to) (?:trading |daily )?(?:days|daily|bars of a day)\b"
    r"|\b(?:equivalent|correspond\w*|match\w*|equals?|same as|convert\w*|translat\w*|comparable)\b"
    r"[^.?!]{0,40}\b(?:daily|days)\b"
    r"|\b(?:daily|days)\b[^.?!]{0,40}\b(?:equivalent|correspond\w*|match\w*|equals?|same as|comparable)\b"
)
_DAYS_A_WEEK = 5
_ROWED = re.compile(r"\bheaders?\b|\bheadings?\b|\btitle row\b|\bindex(?:es|ed|ing)?\b")


def ema_step(reading: Reading) -> Arguments | None:
    """The average before, the new value and the span: "yesterday ema 18.2 today 19.0 12 period"."""
    plain = plainly(reading)
    span = span_of(plain.lower)
    taken = span.span() if span else (0, 0)
    numbers = (q for q in plain.quantities if q.unit in ("plain", "money") and not DELTA.match(plain.after(q)))
    rest = [q for q in numbers if not (taken[0] <= q.start < taken[1] or OF_SPAN.match(plain.after(q)))]
    if len(rest) != 2:
        return None
    first, second = rest
    told = [_TIME_AFTER.match(plain.lower, q.end) for q in rest]
    edge = told[0].end() if told[0] is not None else first.end
    own = [m.lastgroup or "" if m is not None else "" for m in told]
    roles = own[0] or _role(plain, first, 0), own[1] or _role(plain, second, edge)
    turned = roles[1] == "previous" or (roles[0] == "new" != roles[1])
    previous, new = (second, first) if turned else (first, second)
    out: dict[str, Any] = {"previous": previous.value, "value": new.value}
    if span:
        out["span"] = int(next(g for g in span.groups() if g))
    return out


def wilder_step(reading: Reading) -> Arguments | None:
    """The average gain or loss before and the new one: "next wilder average, previous 0.6, new gain 0.2, 14 periods"."""
    text = plainly(reading).lower
    side = r"(?: (?:wilder'?s?|avg|average|gains?|loss(?:es)?|change|value|bar'?s?)){0,3}"
    previous = value_after(text, rf"\b(?:prev\w*|prior|yesterday'?s?|old|last){side}")
    if previous is None:
        previous = value_after(text, r"\b(?:average|avg) (?:gain|loss)(?: (?:was|is|so far|stood at|of|at))?")
    new = value_after(text, rf"\b(?:new|today'?s?|current|latest|this bar'?s?|next (?:gain|loss)){side}")
    if previous is None or new is None:
        return None
    period = _NAMED_SPAN.search(text)
    more = {"period": int(next(g for g in period.groups() if g))} if period else {}
    return {"previous": abs(previous), "value": abs(new), **more}


def step_changed(reading: Reading) -> Arguments:
    """The one value of a step that the words give anew by its time: "with 20 today", "if yesterday's was 18.6"."""
    plain = plainly(reading)
    if (span := _SPAN.search(plain.lower)) is not None and len(plain.quantities) == 1:  # "what if it was a 26 day"
        return {"span": int(next(g for g in span.groups() if g))}
    if len(plain.quantities) != 1 or span is not None:
        return {}
    (quantity,) = plain.quantities
    times = [m.lastgroup for m in _DAY.finditer(plain.lower)]
    return {"value" if times[0] == "new" else "previous": quantity.value} if len(times) == 1 else {}


def constant(reading: Reading) -> Arguments | None:
    """One span: "alpha of a 12 period ema"; several are no single question."""
    plain = plainly(reading)
    found = {q.value for q in plain.quantities} | {float(g) for m in _SPAN.finditer(plain.lower) for g in m.groups() if g}
    if len(found) != 1 or not (span := found.pop()).is_integer() or not 1 <= span <= 500:
        return None
    return {"span": int(span)}


def spans(reading: Reading) -> Arguments | None:
    """The three spans of a MACD, "12/26/9", none for the usual ones, and the bars at hand ("is 40 enough")."""
    if reading.series:  # they are run on it, and its bars are counted with the values
        return None
    text = plainly(reading).lower
    if not re.search(r"\d", text):
        over = bars_over(text) if _ENOUGH.search(text) else None
        return {"given": over} if over else {} if _USUAL.search(text) else None
    match = _TRIPLE.search(text)
    pair = _PAIR.search(text)
    named = triple(text, signal=True)
    if "macd" not in text and list(named.values()) == sorted(named.values()) and len(named) == 3:
        return None  # strikes rise to the end, spans do not
    held = _HELD.search(text)
    blank = BLANKS.search(text) if held else None
    bars = {}
    if _ENOUGH.search(text):
        if held:
            bars = {"given": int(held["bars"] or held["told"]) - (int(blank["blank"]) if blank else 0)}
        elif over := bars_over(text):
            bars = {"given": over}
    if named:
        return {**named, **bars}
    if _FIRST_CROSS.search(text) and "." not in text.rstrip(" .?!"):  # bars are named there, and no values of a line
        return {}
    if match is None and pair is None and not bars and _ROWED.search(text) and _USUAL.search(text):
        return {}  # rows of a sheet or places of an index are counted, not bars
    if match is None and pair is not None and int(pair[1]) < int(pair[2]):
        return {"fast": int(pair[1]), "slow": int(pair[2]), **bars}
    if match is None or not int(match[3]) <= int(match[2]) > int(match[1]):  # strikes would rise to the end
        return bars if bars and match is None and pair is None else None
    return {**dict(zip(("fast", "slow", "signal"), map(int, match.groups()), strict=True)), **bars}


def weekly_spans(reading: Reading) -> Arguments | None:
    """The spans of a weekly MACD whose length in days is asked for: "weekly 12/26/9 covers how many trading days"."""
    text = plainly(reading).lower
    if reading.series or not (_WEEKLY.search(text) and _IN_DAYS.search(text)):
        return None
    led = _LED_SPANS.search(text)
    told = dict(zip(("fast", "slow", "signal"), map(int, led.group(1, 3, 4)), strict=True)) if led else {}
    told = told if told and told["fast"] < told["slow"] else triple(text, signal=True)
    return {**told, "bar_days": _DAYS_A_WEEK}


def spans_named(reading: Reading) -> Arguments:
    """Three spans of a MACD that are written together ("with 5/35/5", "use 8-17-9")."""
    match = _TRIPLE.search(plainly(reading).lower)
    if match is None or len(reading.lower.split()) > _FEW or not int(match[1]) < int(match[2]):
        return {}
    return dict(zip(("fast", "slow", "signal"), map(int, match.groups()), strict=True))


def triple(text: str, *, signal: bool) -> dict[str, int]:
    """The spans of a MACD where the text names some, "macd(5,13,4)" or "5/13/4"; the signal's only where it is wanted."""
    for match in _WRITTEN.finditer(text):
        found = [int(g) for g in match.groups() if g]
        if found[0] < found[1]:
            return dict(zip(("fast", "slow", "signal") if signal else ("fast", "slow"), found, strict=False))
    return {}


def pasted_spans(reading: Reading) -> Arguments | None:
    """A pasted column of numbers and the spans of the MACD that is to be run on it ("run 5/13/4 on these: …")."""
    if not reading.series:
        return None
    text = plainly(reading).lower
    own = _LED_SPANS.search(text)
    led = dict(zip(("fast", "slow", "signal"), map(int, own.group(1, 3, 4)), strict=True)) if own else {}
    named = triple(text, signal=True) or (led if led and led["fast"] < led["slow"] else {})
    return {"series": list(reading.series), **named}


def plainly(reading: Reading) -> Reading:
    """The text as typed, spans of averages and all; the reading itself where it leaves out no names."""
    return _typed(reading.text) if reading.names else reading


@lru_cache(maxsize=64)
def _typed(text: str) -> Reading:
    return Reading(text)


def spans_of(text: str) -> set[str]:
    """The spans of averages that the text names, as typed."""
    return {next(g for g in m.groups() if g) for m in _SPAN.finditer(text)}


def span_of(text: str) -> re.Match[str] | None:
    """The span of an average in one of its groups, where the text names one."""
    return _GLUED_SPAN.search(text) or _NAMED_SPAN.search(text) or _SPAN.search(text)


def role_of(reading: Reading, quantity: Quantity) -> str:
    """Whether the words before a number make it the "previous" value or the "new" one; "" where they say neither."""
    return _role(reading, quantity, 0)


def value_after(text: str, label: str) -> float | None:
    """The number that stands right after the label, or else right before it."""
    match = _told(text, label)
    return None if match is None else _number(match)


def _role(reading: Reading, quantity: Quantity, since: int) -> str:
    """Which of the two a number is by the last word between `since` and it that says so."""
    words = reading.lower[since : quantity.start]
    told = [(m.end(), "previous") for m in _PREVIOUS.finditer(words)] + [(m.end(), "new") for m in _NEW.finditer(words)]
    strong = [t for t in told if not re.search(r"(?<!\bit )\b(?:was|is|to|from|values?)$", words[: t[0]])]
    return max(strong or told, default=(0, ""))[1]


def _told(text: str, label: str) -> re.Match[str] | None:
    """The label with its number in the first group; a span ("14 periods") is none, and in "0.4 period 14" the 14 is it."""
    match = re.search(rf"(?:{label}){_IS}{_N}(?!\d|\.\d|[\s-]?(?:period|day|bar)s?\b(?!\s?(?:of|=|is|:)?\s?\d)|%)", text)
    return match or re.search(rf"(?<![\w.]){_N}\s(?:(?:for|as|is|on|average|avg|mean|the)\s){{0,3}}(?:{label})", text)


def _number(match: re.Match[str]) -> float:
    return float(match[1].replace("$", "").replace(",", ""))
