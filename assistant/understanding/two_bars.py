"""Two bars told by their days, numbers or turn, said again as yesterday and today.

"Tuesday … Wednesday …", "bar 41 … bar 42 …", "first bar … second bar …", "t-1 … t …", "macd … signal … then macd … signal …".
"""

from __future__ import annotations

import re
from typing import Final

_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
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
_AROUND_THE_WEEK: Final = 3  # days; a later day of the week that is further away was before


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
