"""Stretches of time in words: "since 2020", "from 2010 to 2015", "in 2022", "in March 2024", "until 2019-06"."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Final

_DAY: Final = r"((?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)(?![\d/-]|\.\d)"
_NAMED_MONTH: Final = re.compile(
    r"(?<![\w-])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t(?:ember)?|tember|ober|ember)?"
    r"\.?,?(?: of)? ((?:19|20)\d{2})(?![\d/-]|\.\d)"
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BOTH: Final = re.compile(rf"\b(?:from|between) {_DAY} (?:to|until|till|through|and) {_DAY}|(?<![\w$.-]){_DAY} to {_DAY}")
_SINCE: Final = re.compile(rf"\b(since|from|after|starting(?: in| from)?) (?:the )?{_DAY}")
_UPTO: Final = re.compile(rf"\b(until|till|up to|through|before|by|ending(?: in)?) (?:the )?{_DAY}")
_WITHIN: Final = re.compile(rf"\b(?:in|during|for|over) (?:the year |all of )?{_DAY}")


def period_of(text: str) -> dict[str, str]:
    """The first and the last day meant, as `since` and `upto` (2024-08-05), as far as lower-case `text` names them."""
    plain = _NAMED_MONTH.sub(lambda m: f"{m[2]}-{_MONTHS.index(m[1]) + 1:02d}", text)
    try:
        return _read(plain)
    except ValueError:  # 2020-02-31 is no day
        return {}


def _read(text: str) -> dict[str, str]:
    if both := _BOTH.search(text):
        first, last = (g for g in both.groups() if g)
        return {"since": _first(first), "upto": _last(last)}
    out: dict[str, str] = {}
    if since := _SINCE.search(text):
        out["since"] = _moved(_last(since[2]), 1) if since[1] == "after" else _first(since[2])
    if upto := _UPTO.search(text):
        out["upto"] = _moved(_first(upto[2]), -1) if upto[1] == "before" else _last(upto[2])
    if not out and (within := _WITHIN.search(text)):
        out = {"since": _first(within[1]), "upto": _last(within[1])}
    return out


def _moved(day: str, days: int) -> str:
    return (dt.date.fromisoformat(day) + dt.timedelta(days)).isoformat()


def _first(day: str) -> str:
    return day if len(day) == 10 else f"{day}-01" if len(day) == 7 else f"{day}-01-01"


def _last(day: str) -> str:
    if len(day) == 10:
        return day
    year, month = int(day[:4]), int(day[5:7] or 12)
    return f"{year}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"
