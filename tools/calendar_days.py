"""Calendars of events: the user's own dates (CPI, PPI, FOMC, anything), or the FOMC decisions that come with the program."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import numpy as np
import pandas as pd

from tools.days import iso, read_days
from tools.errors import ToolError
from tools.fomc import SOURCE, decisions
from tools.table import Table
from tools.yearless import Labels, checked_labels

_ALLOWED = "a list of dates, or a table with a column of dates and, if wanted, one that names the events"

CalendarInput = Annotated[Table | pd.DataFrame | Sequence[dt.date | str], "calendar"]


@dataclass(frozen=True)
class Calendar:
    """Events in order of time, two of one name on one day taken once: their days, their names, and where they come from."""

    days: pd.DatetimeIndex
    names: tuple[str, ...]
    source: str


def read_calendar(events: Any, name: str = "events", called: Labels | None = None) -> Calendar:
    """The calendar in any accepted form; without one the scheduled FOMC decisions. `called` are the names of a list.

    Raises:
        ToolError: no dates in it.
    """
    if called is not None and not isinstance(events, (list, tuple, pd.Index)):
        raise ToolError("names", called, "left out where no list of events is given", "A table names its events itself.")
    if events is None:
        days = decisions()
        return Calendar(days, ("FOMC decision",) * len(days), SOURCE)
    if isinstance(events, Table):
        return _of_frame(events.frame, events.date_column, name, f"the table {events.name}")
    if isinstance(events, pd.DataFrame):
        return _of_frame(events, None, name, "the table given")
    days = read_days(events, name)
    names = checked_labels(called, len(days), "names")
    return _ordered(days, list(names) or ["event"] * len(days), "the dates given")


def as_given(events: Any) -> Any:
    """What a result echoes of its events: a list of days as ISO text, a table as it is."""
    return [iso(day) for day in read_days(events, "events")] if isinstance(events, (list, tuple, pd.Index)) else events


def _of_frame(frame: pd.DataFrame, column: str | None, name: str, source: str) -> Calendar:
    dated = [c for c in frame.columns if pd.api.types.is_datetime64_any_dtype(frame[c])]
    column = column or next((c for c in frame.columns if str(c).lower() == "date"), dated[0] if dated else None)
    if column is None:
        raise ToolError(name, list(map(str, frame.columns)), _ALLOWED, "Name the column that holds the dates `date`.")
    held = frame[frame[column].notna()]
    days = read_days(list(held[column]), name)
    words = [c for c in frame.columns if c != column and not pd.api.types.is_numeric_dtype(frame[c]) and c not in dated]
    names = [str(v)[:60] for v in held[words[0]]] if words else ["event"] * len(days)
    return _ordered(days, names, source)


def _ordered(days: pd.DatetimeIndex, names: list[str], source: str) -> Calendar:
    rows = sorted(set(zip(days, names, strict=True)))
    return Calendar(pd.DatetimeIndex([day for day, _ in rows]), tuple(n for _, n in rows), source)


def nearest(calendar: Calendar, days: pd.DatetimeIndex) -> pd.DataFrame:
    """For each day the nearest event [event, event_date, distance, next_date] in calendar days, positive when to come.

    Of two events equally near, the coming one is taken. `next_date` is the first event on or after the day, NaT past the last.
    """
    held = calendar.days.values.astype("datetime64[D]").astype("int64")
    asked = days.values.astype("datetime64[D]").astype("int64")
    after = np.searchsorted(held, asked)
    later, earlier = np.minimum(after, len(held) - 1), np.maximum(after - 1, 0)
    pick = np.where(np.abs(held[later] - asked) <= np.abs(held[earlier] - asked), later, earlier)
    return pd.DataFrame(
        {
            "event": [calendar.names[i] for i in pick],
            "event_date": calendar.days[pick],
            "distance": held[pick] - asked,
            "next_date": calendar.days[later].where(after < len(held)),
        }
    )
