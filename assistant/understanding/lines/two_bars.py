"""Two bars told by their days, numbers or turn, said again as yesterday and today; and two bars told as two pairs.

"Tuesday … Wednesday …", "bar 41 … bar 42 …", "first bar … second bar …", "t-1 … t …", "macd … signal … then macd … signal …";
".18 vs .21 yesterday, .22 vs .215 today".
"""

from __future__ import annotations

import re
from typing import Final

LINE_VALUE: Final = re.compile(
    r"\b(?P<name>macd|sig)(?:nal)?(?: line)?(?: (?:is|was|at|of|now|today))?\s?[:=]?\s?"
    r"(?P<n>[-+]?(?:\d++\.\d++|\.\d++))(?![\w%])"
)
_NUMBER: Final = re.compile(r"\d++(?:\.\d++)?|\.\d++")
_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WHOLE: Final = {"mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday"}
_WEEKDAY: Final = re.compile(
    r"\b(?:on )?(?:last |this )?(mon|tue|wed|thu|fri)(?:s|rs|rsday|nesday|sday|day|urs|ursday)?\b(?!-\w)(?:'s)?"
)
_NUMBERED: Final = re.compile(
    r"\b(?:on )?(?:day|bar|week|session|candle|point|month|period|t)(?: (?:no\.?|number))? ?#?([-−]?\d{1,5})\b(?!\.\d)"
)
_ORDINAL: Final = re.compile(r"\b(?:on )?the (\d{1,2})(?:st|nd|rd|th)\b")
_TURN: Final = re.compile(
    r"\b(?:on |in )?(?:the )?(?:(first|1st|earlier|former|initial)|(second|2nd|later|latter|last|next|following))"
    r" (?:day|bar|week|session|candle|one|reading|point)\b"
)
_T: Final = re.compile(r"\bt ?- ?1\b|\bt\b(?! ?-)")
_TOLD: Final = re.compile(r"\b(?:today|now|yesterday|yday|current\w*|previous|prior|prev|latest|before)\b")
_MACD: Final = re.compile(r"\bmacd(?: line)?(?: (?:is|was|at|of|=))?\s?[:=]?\s?[-+]?\.?\d")
_V: Final = r"(?<![\w.])[-+−]?(?:\d{0,3}\.\d++|0(?![\d.]))(?![\w%])"
_IS: Final = r"(?: line)?(?: (?:is|was|at|of|it))?\s?[:=]?\s?"
_NO_NUMBER: Final = rf"(?!{_IS}[-+−]?\.?\d)"
_BAR: Final = re.compile(  # the MACD first, then its signal
    rf"(?:\bmacd{_IS})?(?P<macd>{_V})(?:\s?macd{_NO_NUMBER}(?: line)?|\sline)?"
    r"(?:\s?[/,&|]\s?|\s(?:vs\.?|versus|and|n|against|over|under|above|below|with)\s|\s)(?:the |its |a )?"
    rf"(?:\bsig(?:nal)?{_IS})?(?P<signal>{_V})(?:\s?sig(?:nal)?{_NO_NUMBER}(?: line)?)?"
)
_VALUE: Final = re.compile(_V)
_SIGNAL_FIRST: Final = re.compile(rf"(?<!macd/)(?<!macd / )(?<!macd and )\bsig(?:nal)?{_IS}$")
_WHEN: Final = re.compile(
    r"\b(?:(?P<now>today'?s?|tod|tdy|2day|now|currently?|this (?:bar|week|day)|latest|just)"
    r"|(?P<before>yesterday'?s?|yest|yday|ydy|before|previous(?:ly)?|prior|prev|last (?:bar|week|day)"
    r"|day before|earlier|was))\b"
)
_END: Final = re.compile(r"[?!;\n]|\.(?!\d)")
_THEN: Final = re.compile(r"\b(?:then|next|followed by|after that)\b|->|→|=>")
_PAUSE: Final = re.compile(r"[,;|\n]|\.(?!\d)|\band\b|\bthen\b")
PRICES: Final = 8.0  # no VIX future has settled as low, and no MACD of volatilities stands as high
LINES: Final = re.compile(r"\bmacd|\bsig|\bhist|\bcross|\bline")
_AROUND_THE_WEEK: Final = 3  # days; a later day of the week that is further away was before


def days_named(text: str) -> tuple[str, ...]:
    """The days of the week that lower-case `text` names, each once, in the order in which they first stand."""
    return tuple(dict.fromkeys(_WHOLE[m[1]] for m in _WEEKDAY.finditer(text)))


def two_bars(text: str) -> str | None:
    """`text` with its two bars as "yesterday" and "today"; None where it does not tell of just two, or says so already."""
    for order in (_by_turn, _by_number, _by_weekday):
        if (found := order(text)) is not None:
            return _said(text, *found)
    if _TOLD.search(text):
        return None
    if len(_T.findall(text)) == 2 and "t-1" in text.replace(" ", ""):
        return _said(
            text, [m.span() for m in _T.finditer(text) if "1" in m[0]], [m.span() for m in _T.finditer(text) if "1" not in m[0]]
        )
    lines = [m.start() for m in _MACD.finditer(text)]
    if len(lines) == 2 and len(re.findall(r"\bsig", text[lines[0] : lines[1]])) == 1:
        return _said(text, [(lines[0], lines[0])], [(lines[1], lines[1])])
    return None


def paired_bars(text: str) -> dict[str, float] | None:
    """Two bars of which each is told as a pair, the MACD and its signal, with its time; None where there are not just two."""
    found = list(_BAR.finditer(text))
    if len(found) != 2 or any(_SIGNAL_FIRST.search(text, 0, m.start()) for m in found):
        return None
    first, second = found
    rest = text[: first.start()] + " · " + text[first.end() : second.start()] + " · " + text[second.end() :]
    if _VALUE.search(rest):  # a row of more bars, or an average beside them
        return None
    values = [float(bar[line].replace("−", "-")) for bar in found for line in ("macd", "signal")]
    if min(values) >= PRICES and LINES.search(text) is None:  # two futures on two days
        return None
    when = _first_was(text, first, second)
    if when is None:
        return None
    before, now = (first, second) if when == "before" else (second, first)
    return {
        f"{line}_{time}": float(bar[line].replace("−", "-"))
        for time, bar in (("now", now), ("before", before))
        for line in ("macd", "signal")
    }


def _first_was(text: str, first: re.Match[str], second: re.Match[str]) -> str | None:
    """Whether the first of two bars is that of "now" or the one "before" it; None where that is not told."""
    start = max((m.end() for m in _END.finditer(text, 0, first.start())), default=0)
    end = min((m.start() for m in _END.finditer(text, second.end())), default=len(text))
    times = list(_WHEN.finditer(text, start, end))
    named = [m for m in times if m[0] != "was"]
    times = named or times  # "yesterday the line was"
    told = [m.lastgroup for m in times]
    between = text[first.end() : second.start()]
    if not told:
        return "before" if _THEN.search(between) else None
    other = {"now": "before", "before": "now"}
    if len(set(told)) == 2 and len(told) == 2:
        return told[0]
    if len(set(told)) != 1 or len(told) > 2:
        return None
    of_first = times[0].start() < first.start()
    if first.end() <= times[0].start() < second.start():  # a time between the two is that of the second unless a pause follows
        of_first = _PAUSE.search(text, times[0].end(), second.start()) is not None
        of_first = of_first and _PAUSE.search(text, first.end(), times[0].start()) is None
    return told[0] if of_first else other[str(told[0])]


_Spans = list[tuple[int, int]]


def _by_turn(text: str) -> tuple[_Spans, _Spans] | None:
    first = [m.span() for m in _TURN.finditer(text) if m[1]]
    second = [m.span() for m in _TURN.finditer(text) if m[2]]
    return (first, second) if first and second else None


def _by_number(text: str) -> tuple[_Spans, _Spans] | None:
    told = [*_NUMBERED.finditer(text), *_ORDINAL.finditer(text)]
    found = [(int(m[1].replace("−", "-")), m.span()) for m in told]
    numbers = sorted({n for n, _ in found})
    if len(numbers) != 2:
        return None
    return [s for n, s in found if n == numbers[0]], [s for n, s in found if n == numbers[1]]


def _by_weekday(text: str) -> tuple[_Spans, _Spans] | None:
    found = [(_DAYS.index(m[1]), m.span()) for m in _WEEKDAY.finditer(text)]
    days = list(dict.fromkeys(n for n, _ in found))
    if len(days) != 2:
        return None
    if (days[1] - days[0]) % 7 > _AROUND_THE_WEEK:
        days.reverse()
    return [s for n, s in found if n == days[0]], [s for n, s in found if n == days[1]]


def _said(text: str, before: _Spans, now: _Spans) -> str:
    """The text with those stretches replaced, from the last to the first."""
    places = sorted([*((s, "yesterday") for s in before), *((s, "today") for s in now)], reverse=True)
    for (start, end), word in places:
        text = f"{text[:start]} {word} {text[end:]}"
    return re.sub(r"\s+", " ", text)


def gap_now(text: str) -> float | None:
    """MACD less signal, where lower-case `text` tells one value of each and no other number."""
    told = [(m["name"], float(m["n"])) for m in LINE_VALUE.finditer(text)]
    lines = dict(told)
    alone = len(lines) == len(told) == len(_NUMBER.findall(text))
    return round(lines["macd"] - lines["sig"], 12) if alone and lines.keys() == {"macd", "sig"} else None
