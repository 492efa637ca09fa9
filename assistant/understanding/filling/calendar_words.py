"""Dates and macro events in words: "how far is 2024-08-05 from the FOMC", "is Aug 13 2024 near the CPI of 2024-08-14"."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from assistant.understanding.filling.structures import Arguments
from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.tokens import MONTHS

_NAME = rf"(?:{'|'.join(MONTHS)})[a-z]{{0,6}}\.?"
_DATE = re.compile(
    rf"(?<![\w-])(?:(?P<y>\d{{4}})-(?P<m>\d{{2}})-(?P<d>\d{{2}})"
    rf"|(?P<name>{_NAME})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>\d{{4}})"
    rf"|(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{_NAME}),?\s(?P<then>\d{{4}}))(?![\w-])"
)
_MONTH = re.compile(
    rf"(?<![\w-])(?:(?P<name>{_NAME})(?:\sof)?,?\s(?P<year>20\d{{2}})|(?P<then>20\d{{2}})-(?P<number>0[1-9]|1[0-2]))(?![\w-])"
)
_YEAR = re.compile(r"\b(?:in|of|for|during) (20\d{2})(?![\d-])")
_NEXT = re.compile(rf"\b(?:next|first|following|list|show) (\d{{1,2}}|{'|'.join(WORDS)})\b(?! ?(?:days|weeks|months|%))")
_OWN_EVENT = re.compile(
    r"\b(?P<event>cpi|ppi|nfp|payrolls?|earnings|event|release)\b(?:\s(?:release|print|report|data|date|was|is|on|of|came|comes|out)){0,4}"
    r"\W{0,3}$"
)
_FED_ON = re.compile(r"\b(?P<event>fomc|fed)\b(?:\s(?:meeting|decision|day|date|on|of|is|was)){0,3}[\s:=]{0,3}$")
_FED = re.compile(r"\b(?:fomc|fed|federal reserve)\b")
_RELEASE = re.compile(r"\b(?:cpi|ppi|nfp|payrolls?)\b")
_WITHIN = re.compile(r"\bwithin\s(?:about\s)?(\d{1,2})\s(?:calendar\s)?days?\b|(?<![\w.])±\s?(\d{1,2})\s?days?\b")


def near_events(reading: Reading) -> Arguments | None:
    """The dates asked about, the user's own events where their dates are given, and the window; None without a date."""
    text = Reading(reading.text).lower
    found = [(m, day) for m in _DATE.finditer(text) if (day := _day(m)) is not None]
    named = [(day, _event_named(text, m.start())) for m, day in found]
    events = [day for day, name in named if name]
    dates = [day for day, name in named if not name]
    if not dates or not (events or (_FED.search(text) and not _RELEASE.search(text))):
        return None
    out: dict[str, Any] = {"dates": dates}
    if events:
        out["events"] = events
        names = [name.upper() for _, name in named if name]
        if len(events) > 1 and len(set(events)) == len(events):
            out["names"] = names
    window = _WITHIN.search(text)
    if window:
        out["days"] = int(window[1] or window[2])
    return out


def _event_named(text: str, at: int) -> str:
    """The event whose date begins at `at` ("CPI 2025-06-11", "fomc on 2025-06-18"); "" where the words before name none."""
    before = text[max(0, at - 48) : at]
    found = _OWN_EVENT.search(before) or _FED_ON.search(before)
    return found["event"] if found is not None else ""


def settlements(reading: Reading) -> Arguments | None:
    """From which day on settlements of VIX futures and options are asked for, and how many; None without a day or month."""
    text = Reading(reading.text).lower
    for match in _DATE.finditer(text):
        if (day := _day(match)) is not None:
            return {"date": day, **_so_many(text)}
    named = _MONTH.search(text)
    if named is None:
        year = _YEAR.search(text)
        return {"date": f"{year[1]}-01-01", "count": 12} if year else None
    month = f"{MONTHS.index(named['name'][:3]) + 1:02d}" if named["name"] else named["number"]
    return {"date": f"{named['year'] or named['then']}-{month}-01", "count": 1, **_so_many(text)}


def _so_many(text: str) -> dict[str, int]:
    """How many settlements are asked for ("the next three"), where the words say so."""
    match = _NEXT.search(text)
    return {"count": WORDS.get(match[1]) or int(match[1])} if match else {}


def window_of(text: str) -> int | None:
    """The number of days in "within 3 days"; None where none is named."""
    match = _WITHIN.search(text)
    return int(match[1] or match[2]) if match else None


def _day(match: re.Match[str]) -> str | None:
    """The date as 2024-08-05; None where there is no such day."""
    month = match["name"] or match["month"]
    parts = (
        (int(match["y"]), int(match["m"]), int(match["d"]))
        if match["y"]
        else (int(match["year"] or match["then"]), MONTHS.index(month[:3]) + 1, int(match["day"] or match["first"]))
    )
    try:
        return dt.date(*parts).isoformat()
    except ValueError:
        return None
