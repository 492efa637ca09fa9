"""Small calculations asked for in words: averages step by step, MACD and RSI by hand, cash flows, the cost of capital.

Each function reads one of them out of a question and returns the tool's arguments, or None where it is not there. The
spans of averages are part of terms' names ("12-period EMA"), so all read the text as typed, names and all.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from assistant.understanding.filling.structures import Arguments
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
_ONE_OF = re.compile(r"\bthe (\d{1,3})(?: (?:one|period|day|bar))?(?=[,;:]| (?:was|is|had|stood|yesterday|today|now)\b)")
_NAMED_SPAN = re.compile(
    rf"\b(?:span|periods?|length|n)\s?(?:of|=|is|:)?\s?(\d{{1,3}})\b(?!\.\d)"
    rf"|(?<![\w.])(?!1\D)(\d{{1,3}}){_UNIT}(?!\s?(?:of|=|is|:)?\s?\d)"  # in "19 period 12" the period is 12
)
_GLUED_SPAN = re.compile(r"\bema\(?(\d{1,3})\b(?!\.\d)")  # also beside "2 weeks of closes"
OF_SPAN = re.compile(r"[\s-]?(?:(?:day|period|bar|week)s?[\s-])?(?:ema|sma|exponential)s?\b")  # the 26 of "the new 26 ema"
DELTA = re.compile(r"\s?-?(?:d|delta)\b")  # the 10 of "10d put iv" is no value


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
    named = span or _ONE_OF.search(plain.lower)  # "and the 26 one, yesterday 0.205"
    rest = [q for q in plain.quantities if named is None or not named.start() <= q.start < named.end()]
    times = [m.lastgroup for m in _DAY.finditer(plain.lower)]
    if len(rest) != 1 or len(times) != 1:
        return {}
    length = {"span": int(next(g for g in named.groups() if g))} if named is not None else {}
    return {**length, "value" if times[0] == "new" else "previous": rest[0].value}


def constant(reading: Reading) -> Arguments | None:
    """One span: "alpha of a 12 period ema"; several are no single question."""
    plain = plainly(reading)
    found = {q.value for q in plain.quantities} | {float(g) for m in _SPAN.finditer(plain.lower) for g in m.groups() if g}
    if len(found) != 1 or not (span := found.pop()).is_integer() or not 1 <= span <= 500:
        return None
    return {"span": int(span)}


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
