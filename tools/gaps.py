"""Gaps in dates: trading days of the exchange's calendar that are not there; where another calendar is kept, long silences.

A holiday is no gap. Dates that keep another calendar (every weekday, every day, another country) are told by standing on
days on which the New York Stock Exchange was closed; for them, and outside the years that its calendar covers, a gap is a
stretch longer than a long weekend.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from tools.exchange_days import covered, is_session, sessions
from tools.spacing import Frequency, Steps
from tools.wording import counted

# Days between dates that are no gap yet.
_LONGEST: Final = {"intraday": 5, "daily": 5, "weekly": 13, "monthly": 45, "quarterly": 135, "yearly": 550}
EXCHANGE: Final = "New York Stock Exchange"
_SHOWN = 5
_FEW = 3  # days that are told with their weekday
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_HOUR = 3_600_000_000  # microseconds


@dataclass(frozen=True)
class Gap:
    """A stretch without dates.

    Attributes:
        after, before: the dates on either side of it.
        days: calendar days from one to the other.
        sessions: trading days that are missing; None where the dates keep no known calendar.
    """

    after: dt.date
    before: dt.date
    days: int
    sessions: int | None = None


@dataclass(frozen=True)
class Gaps:
    """What is missing from a column of dates.

    Attributes:
        gaps: every stretch without dates, in order.
        calendar: the calendar against which they were judged; None where they were judged by their length.
        missing: trading days that are missing, in order.
        closed: dates on which the exchange was closed.
        frequency: the spacing of the dates.
    """

    gaps: tuple[Gap, ...]
    calendar: str | None
    missing: tuple[dt.date, ...]
    closed: tuple[dt.date, ...]
    frequency: Frequency

    def sentences(self) -> list[str]:
        """The findings in plain words; nothing where nothing is missing."""
        out = []
        if self.calendar is None and self.gaps:
            long = max(self.gaps, key=lambda g: g.days)
            out.append(
                f"{counted(len(self.gaps), 'gap')} in the {self.frequency} dates; the longest runs {long.days:,} days, "
                f"from {long.after} to {long.before}."
            )
        if self.missing:
            are = "is" if len(self.missing) == 1 else "are"
            what = f"{counted(len(self.missing), 'trading day')} of the {self.calendar} {are} missing"
            out.append(f"{what}: {_days(self.missing)}.{self._longest()}")
        if self.closed and self.calendar is not None:
            out.append(f"{counted(len(self.closed), 'date')} on which the {self.calendar} was closed: {_days(self.closed)}.")
        return out

    def within(self, held: np.ndarray) -> Gaps:
        """Only the gaps that follow one of the dates `held`, for a list in which one symbol may end before another begins."""
        days = set(held.astype("datetime64[D]").tolist())
        gaps = tuple(gap for gap in self.gaps if gap.after in days)
        if len(gaps) == len(self.gaps):
            return self
        between = np.array([gap.after for gap in gaps], dtype="datetime64[D]")
        ends = np.array([dt.date.min, *(gap.before for gap in gaps)], dtype="datetime64[D]")
        absent = np.array(self.missing, dtype="datetime64[D]")
        missing = absent[absent < ends[np.searchsorted(between, absent)]]
        return replace(self, gaps=gaps, missing=tuple(missing.tolist()))

    def _longest(self) -> str:
        long = max(self.gaps, key=lambda g: g.sessions or 0)
        if (long.sessions or 0) < 2:
            return ""
        return f" The longest gap runs from {long.after} to {long.before}, {long.sessions:,} trading days."


def find_gaps(dates: np.ndarray, frequency: Frequency, steps: Steps | None = None) -> Gaps:
    """The gaps in ascending, distinct dates (datetime64) of this spacing; `steps` from each to the next, where known."""
    if frequency in ("daily", "intraday") and len(dates) > 1 and covered(dates[0], dates[-1]):
        days = _days_of(dates)
        open_days = sessions(days[0], days[-1])
        off = days[~is_session(days)]
        if _keeps(days, open_days, off):
            return _against(days, open_days, off, frequency)
    return Gaps(tuple(_by_length(dates, frequency, steps)), None, (), (), frequency)


def _days_of(dates: np.ndarray) -> np.ndarray:
    """The days on which there are dates; by looking every day up, which for years of minutes is the shorter way."""
    span = np.arange(dates[0].astype("datetime64[D]"), dates[-1].astype("datetime64[D]") + 1)
    starts = np.append(np.searchsorted(dates, span.astype(dates.dtype)), len(dates))
    return span[starts[1:] > starts[:-1]]


def _keeps(days: np.ndarray, open_days: np.ndarray, off: np.ndarray) -> bool:
    """Whether the days keep the exchange's week and at least half of its holidays."""
    weekend = off[~np.is_busday(off)]
    holidays = int(np.busday_count(days[0], days[-1] + 1)) - len(open_days)
    return len(weekend) <= len(days) / 100 and (len(off) - len(weekend)) <= max(1, holidays / 2)


def _against(days: np.ndarray, open_days: np.ndarray, off: np.ndarray, frequency: Frequency) -> Gaps:
    missing = np.setdiff1d(open_days, days, assume_unique=True)
    place = np.searchsorted(days, missing)  # between which two dates each of them falls
    starts = np.flatnonzero(np.append(True, place[1:] != place[:-1])) if len(place) else place
    counts = np.diff(np.append(starts, len(place)))
    gaps = tuple(
        Gap(days[p - 1].item(), days[p].item(), int((days[p] - days[p - 1]).astype(int)), int(n))
        for p, n in zip(place[starts], counts, strict=True)
    )
    return Gaps(gaps, EXCHANGE, tuple(missing.tolist()), tuple(off.tolist()), frequency)


def _by_length(dates: np.ndarray, frequency: Frequency, steps: Steps | None) -> list[Gap]:
    longest = _LONGEST.get(frequency)
    if longest is None or len(dates) < 2:
        return []
    steps = steps or Steps.of(dates)
    limit = (24 * longest + 12) * _HOUR
    if steps.most <= limit:
        return []
    at = np.flatnonzero(steps.sizes > limit)
    before, after = (dates[i].astype("datetime64[D]") for i in (at, at + 1))
    return [Gap(a.item(), b.item(), int((b - a).astype(int))) for a, b in zip(before, after, strict=True)]


def _days(days: tuple[dt.date, ...]) -> str:
    more = f" and {len(days) - _SHOWN:,} more" if len(days) > _SHOWN else ""
    named = [f"{day} (a {_WEEKDAYS[day.weekday()]})" for day in days] if len(days) <= _FEW else map(str, days[:_SHOWN])
    return ", ".join(named) + more
