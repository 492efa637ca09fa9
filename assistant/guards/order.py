"""Whether a sentence puts an event on the other side of a date: "two days after the decision" where it lies before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from assistant.guards.dates import dates, without_dates
from assistant.guards.numerals import numerals
from assistant.guards.states import Check
from tools.result import Result

_DAYS: Final = ("days", "calendar days", "business days")
_A_DAY: Final = re.compile(r"\b(?P<one>an?|one|the) (?:calendar |business |trading )?day\b", re.IGNORECASE)
_WAY: Final = re.compile(
    r"[\s*_]{0,3}(?:\((?:[^()]{0,30})\)\s)?(?:(?P<later>after|later|following|past|since)|(?P<earlier>before|earlier|"
    r"prior|ahead|"
    r"away from))\b",
    re.IGNORECASE,
)
_EVENT: Final = re.compile(
    r"\b(?:events?|decisions?|meetings?|fomc|cpi|ppi|release|print|announcements?|settle\w*|expir\w*|fed)\b", re.IGNORECASE
)
_OWN: Final = re.compile(r"\b(?:dates?|signals?|triggers?|entry|entries|trades?|day you|yours?|today)\b", re.IGNORECASE)
_SUPPOSED: Final = re.compile(r"\b(?:not|never|no|if|within|would|at most|at least|holiday)\b|n['’]t\b", re.IGNORECASE)


def checks(result: Result, told: Mapping[str, Any]) -> Iterator[Check]:
    """What can be held against that result, `told` as a dictionary: each takes a sentence and tells what is wrong, or ""."""
    last = _last_rows(told)
    pairs = [(str(r["date"]), str(r["event_date"])) for r in last if r.get("date") and r.get("event_date")]
    asked = str(result.inputs.get("date", ""))
    pairs += [(asked, str(r["settles"])) for r in last if r.get("settles") and asked]
    if known := [(date.fromisoformat(a[:10]), date.fromisoformat(b[:10])) for a, b in pairs if a[4:5] == b[4:5] == "-"]:
        yield _of_days(known)


def _last_rows(told: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The rows that a result as a dictionary gives of its frame; none where it has no frame."""
    rows = told.get("frame")
    return [row for row in (rows.get("last") or [] if isinstance(rows, dict) else []) if isinstance(row, dict)]


def _of_days(known: list[tuple[date, date]]) -> Check:
    def check(text: str) -> str:
        if _SUPPOSED.search(text):
            return ""
        told = dates(text)
        bare = without_dates(text, told)
        spans = [(n.end, n.value, n.start) for n in numerals(bare) if n.unit in _DAYS]
        spans += [(m.end(), 1.0, m.start()) for m in _A_DAY.finditer(bare)]
        for end, size, start in spans:
            m = _WAY.match(bare, end)
            if m is None:
                continue
            far = [(b - a).days for a, b in known if _meant(a, b, told)]
            fit = [d for d in far if abs(d) == size]
            said = _said(text, bare, start, m, known)
            if fit and said and all(d * said < 0 for d in fit):
                return f"it is {'after' if said < 0 else 'before'}, not {'before' if said < 0 else 'after'}"
        return ""

    return check


def _meant(one: date, two: date, told: list[Any]) -> bool:
    """Whether the dates that the sentence names are those of the pair; a sentence without dates may mean any."""
    return not told or any(
        d.day in (None, when.day) and d.month in (None, when.month) and d.year in (None, when.year)
        for d in told
        for when in (one, two)
    )


def _said(text: str, bare: str, start: int, way: re.Match[str], known: list[tuple[date, date]]) -> int:
    """1 where the sentence puts the event after the user's date, −1 where before it, 0 where it does not tell which
    is which."""
    direction = 1 if way["later"] else -1
    before, behind = text[max(0, start - 90) : start], bare[way.end() : way.end() + 40]
    of_event, of_own = _EVENT.search(behind), _OWN.search(behind)
    if of_event and not of_own:
        return -direction
    if of_own and not of_event:
        return direction
    named = dates(before)
    if named and not behind.strip(" .|)*"):
        latest = named[-1]
        events = any(latest.day == b.day and latest.month in (None, b.month) for _, b in known)
        own = any(latest.day == a.day and latest.month in (None, a.month) for a, _ in known)
        if events != own:
            return direction if events else -direction
    return 0
