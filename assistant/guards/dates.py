"""Dates of a text, whole or in part, so that a date is held against dates and never against amounts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from assistant.understanding.text.tokens import MONTHS

_NAMES: Final = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|(?-i:May)|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?"
)
_YEAR: Final = r"(?:1[89]|20|21)\d{2}"
_DATE: Final = re.compile(
    rf"(?<![\w.,])(?:(?P<y1>{_YEAR})[-/](?P<m1>\d{{1,2}})(?:[-/](?P<d1>\d{{1,2}}))?(?:T\d{{2}}:\d{{2}}(?::\d{{2}})?)?(?![\w/])"
    rf"|(?P<a2>\d{{1,2}})[/.](?P<b2>\d{{1,2}})[/.](?P<y2>{_YEAR})(?!\w)"
    rf"|(?P<d3>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m3>{_NAMES})\b\.?(?:,? (?P<y3>{_YEAR})\b)?"
    rf"|(?P<m4>{_NAMES})\b\.? (?:(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[.,]\d)(?:,? (?P<y4>{_YEAR})\b)?|(?P<y5>{_YEAR})\b)"
    rf"|(?:(?<=\bin )|(?<=\bof )|(?<=\bby )|(?<=\bfrom )|(?<=\bsince )|(?<=\buntil )|(?<=\bafter )|(?<=\bbefore )"
    rf"|(?<=\bduring ))(?P<y6>{_YEAR})\b(?![.,]\d|\s?[%$]))",
    re.IGNORECASE,
)
_IN_FIGURES: Final = re.compile(_YEAR)
_WEEKDAY: Final = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)


@dataclass(frozen=True)
class Date:
    """A date as far as it is written; None for a part that is not. `start` and `end` say where it stands."""

    year: int | None
    month: int | None
    day: int | None
    start: int = 0
    end: int = 0

    def within(self, other: Date) -> bool:
        """Whether `other` has every part that this one has."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return all(mine is None or mine == theirs for mine, theirs in pairs)


def dates(text: str) -> list[Date]:
    """The dates of `text` in order; of "3/4/2024" both readings, one after the other."""
    found: list[Date] = []
    lower = text.lower()
    if not any(month in lower for month in MONTHS) and _IN_FIGURES.search(text) is None:
        return found  # most texts have none
    for m in _DATE.finditer(text):
        if m["a2"]:
            one, two, when = int(m["a2"]), int(m["b2"]), int(m["y2"])
            parts = [(when, a, b) for a, b in ((one, two), (two, one)) if 1 <= a <= 12 and 1 <= b <= 31]
            found += [Date(*p, *m.span()) for p in dict.fromkeys(parts)]
            continue
        name = m["m3"] or m["m4"]
        month = MONTHS.index(name[:3].lower()) + 1 if name else _whole(m["m1"])
        year = next((int(y) for y in (m["y1"], m["y3"], m["y4"], m["y5"], m["y6"]) if y), None)
        day = _whole(m["d1"] or m["d3"] or m["d4"])
        if (month or 1) <= 12 and (day or 1) <= 31:
            found.append(Date(year, month, day, *m.span()))
    return found


def weekdays(text: str) -> set[str]:
    """The days of the week that a text names."""
    return {m.group().lower() for m in _WEEKDAY.finditer(text)}


def without_dates(text: str, found: list[Date]) -> str:
    """`text` with its dates blanked out, everything else where it stood."""
    for date in found:
        text = text[: date.start] + " " * (date.end - date.start) + text[date.end :]
    return text


def _whole(digits: str | None) -> int | None:
    return int(digits) if digits else None
