"""Stretches of time in words: "since 2020", "from 2010 to 2015", "in 2022", "in March 2024", "until 2019-06"."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Any, Final

import pandas as pd

from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.sought import Sought
from assistant.understanding.text.tokens import MONTHS
from tools.report import Report

_DAY: Final = r"((?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)(?![\d/-]|\.\d)"
_NAMED_MONTH: Final = re.compile(
    r"(?<![\w-])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t(?:ember)?|tember|ober|ember)?"
    r"\.?,?(?: of)? ((?:19|20)\d{2})(?![\d/-]|\.\d)"
)
_BOTH: Final = Sought(rf"\b(?:from|between) {_DAY} (?:to|until|till|through|and) {_DAY}|(?<![\w$.-]){_DAY} to {_DAY}")
_SINCE: Final = Sought(rf"\b(since|from|after|starting(?: in| from)?) (?:the )?{_DAY}")
_UPTO: Final = Sought(rf"\b(until|till|up to|through|before|by|ending(?: in)?) (?:the )?{_DAY}")
_WITHIN: Final = Sought(rf"\b(?:in|during|for|over) (?:the year |all of )?{_DAY}")


_MONTH: Final = r"(?:uary|ruary|ch|il|e|y|ust|t(?:ember)?|tember|ober|ember)?\.?"
_ONE_DAY: Final = re.compile(
    r"(?<![\d-])(?P<iso>(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![\d-])"
    rf"|(?<![\w-])(?P<month>{'|'.join(MONTHS)}){_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d{{2}})(?!\d)"
    rf"|(?<![\w.])(?P<late>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<early>{'|'.join(MONTHS)}){_MONTH},?"
    r" (?P<of>(?:19|20)\d{2})(?!\d)"
)
_AS_OF: Final = re.compile(
    r"(?:\b(?:on|at|as of|by|for|was)(?: the)?|^\W*(?:(?:and|what about|how about) )?)\s?(?:19|20)\d{2}-\d{2}-\d{2}\W*$"
)
_DAY_ALONE: Final = Sought(
    r"^\W*(?:(?:and|so|ok|now|what|about|how|but|then|same|was|were|is|it|the|for|as|of|on|at|that|show|me)[ ,]+){0,6}"
    r"(?P<day>(?:19|20)\d{2}-\d{2}-\d{2})(?:,? (?:instead|too|also|please|pls|then|again))*\W*$"
)
_ALONE: Final = Sought(  # hardly more than a year, a month or two of them: "and 2020", "what about 2015-2017"
    r"^\W*(?:(?:and|so|ok|now|what|about|how|but|then|same|only|just|vs\.?|versus|the"
    r"|year|for|in|it|do|try|with|show|me|of)[ ,]+){0,6}"
    r"(?P<first>(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2]))?)"
    r"(?: ?(?:to|until|till|through|-|–) ?(?P<last>(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2]))?))?"
    r"(?:,? (?:instead|too|also|as well|please|pls|then|only|alone|data|again))*\W*$"
)
_COUNTS: Final = {word: WORDS[word] for word in ("two", "three", "four", "five", "six", "ten", "twelve", "twenty")}
_UNIT: Final = r"(?P<{0}>trading days|days|sessions|bars|rows|values|readings|closes|points|weeks|months|quarters|years)"
_ONE_UNIT: Final = r"(?P<{0}>day|bar|session|week|month|quarter|year)"
_RECENT: Final = re.compile(
    rf"\b(?:last|past|latest|most recent|trailing) (?P<n>\d{{1,5}}|{'|'.join(_COUNTS)}) {_UNIT.format('u')}\b"
    r"|^\W*(?:(?:and|what about|how about|over|for|in) ){0,3}(?:the )?(?:last|past) (?P<bare>\d{1,5})\W*$"
    rf"|\b(?:past|trailing) {_ONE_UNIT.format('one')}\b|\blast (?P<whole>year|quarter|month)\b|\bthis (?P<running>year|month)\b"
    rf"|(?<![\w.])(?P<span>\d{{1,5}})[ -]{_ONE_UNIT.format('of')} (?:simple |trailing |moving |rolling )?"
    r"(?:average|avg|mean|median|high|low|max\w*|min\w*|range|sma)\b"
)
_RECENTLY: Final = (
    "last ",
    "past ",
    "latest ",
    "recent ",
    "trailing ",
    "-day",
    " day",
    "-week",
    " week",
    "month",
    "year",
    "bar",
)
# "Ignore the last 20 rows" names what is left out, not what is taken.
_LEFT_OUT: Final = re.compile(
    r"\b(?:drop|skip|ignore|remove|delete|exclude|omit|cut|without|out|off|away|except|but)(?: the)? $"
)
_BARS: Final = (("day", "daily"), ("week", "weekly"))
_IN_DAYS: Final = {"day": 1, "week": 7}
_IN_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12}


def recent(text: str, report: Report) -> dict[str, Any]:
    """The stretch up to the last bar of a table that lower-case `text` names: "the last 50 days", "past 3 months".

    So many `latest` bars, or the first day of the stretch as `since`; {} where none is named, or where it takes dates that
    the table does not have. Days of a daily series are its bars, as traders count them.
    """
    found = _RECENT.search(text) if any(word in text for word in _RECENTLY) else None
    if found is None or _LEFT_OUT.search(text[: found.start()]):
        return {}
    if found["running"]:
        return {} if report.last_date is None else {"since": f"{_begun(report.last_date, found['running']):%Y-%m-%d}"}
    unit = (found["u"] or found["one"] or found["whole"] or found["of"] or "bar").removeprefix("trading ").removesuffix("s")
    told = found["n"] or found["span"] or found["bare"] or "1"
    count, last = _COUNTS.get(told) or int(told), report.last_date
    in_bars = unit not in _IN_DAYS and unit not in _IN_MONTHS
    if in_bars or (unit, report.frequency) in _BARS or (unit == "day" and last is None):
        return {"latest": count} if count else {}
    if last is None:
        return {}
    span = pd.DateOffset(months=count * _IN_MONTHS[unit]) if unit in _IN_MONTHS else pd.DateOffset(days=count * _IN_DAYS[unit])
    return {"since": f"{last - span + pd.Timedelta(days=1):%Y-%m-%d}"}


def _begun(day: pd.Timestamp, unit: str) -> pd.Timestamp:
    """The first day of the year or month that `day` lies in."""
    return day.replace(month=1, day=1) if unit == "year" else day.replace(day=1)


def on_day(text: str) -> dict[str, str]:
    """The one day that lower-case `text` names as `date` ("on 2008-10-24", "oct 24, 2008", "24 october 2008"); {} for none."""
    found = _ONE_DAY.search(text) if any(century in text for century in ("19", "20")) else None
    if found is None:
        return {}
    month = found["month"] or found["early"]
    if month is None:
        return {"date": found["iso"]}
    day = int(found["day"] or found["late"])
    return {"date": f"{found['year'] or found['of']}-{MONTHS.index(month) + 1:02d}-{day:02d}"}


def as_of(text: str) -> dict[str, str]:
    """The day as of which lower-case `text` asks for a line that runs on ("rsi on 5 feb 2018"), as `upto`; {} for none."""
    day = on_day(text)
    return {"upto": day["date"]} if day and _AS_OF.search(with_iso_days(text)) else {}


def day_alone(text: str) -> dict[str, str]:
    """The day that lower-case `text` names and hardly anything else ("and on 5 feb 2018?"), as `upto`; {} for none."""
    found = _DAY_ALONE.search(with_iso_days(text))
    return {} if found is None else {"upto": found["day"]}


def with_iso_days(text: str) -> str:
    """Lower-case `text` with the days that it names by their month written as 2018-02-05."""
    if not any(century in text for century in ("19", "20")):
        return text
    return _ONE_DAY.sub(lambda m: on_day(m[0]).get("date", m[0]), text)


def period_alone(text: str) -> dict[str, str]:
    """The stretch that lower-case `text` names and hardly anything else ("and 2020?", "what about mar 2020"); {} for none."""
    found = _ALONE.search(_NAMED_MONTH.sub(lambda m: f"{m[2]}-{MONTHS.index(m[1]) + 1:02d}", text))
    return {} if found is None else {"since": _first(found["first"]), "upto": _last(found["last"] or found["first"])}


def period_of(text: str) -> dict[str, str]:
    """The first and the last day meant, as `since` and `upto` (2024-08-05), as far as lower-case `text` names them."""
    plain = _NAMED_MONTH.sub(lambda m: f"{m[2]}-{MONTHS.index(m[1]) + 1:02d}", text)
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
