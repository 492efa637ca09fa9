"""What adds a tranche, read from events: a trigger first, later higher highs or negative divergences, one a bar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import numpy as np
import pandas as pd

from tools.days import ISO
from tools.errors import ToolError
from tools.trigger import MacdTrigger

_ALLOWED = "a macd_trigger result, a table with date and kind columns, or a list of dates"
_TRIGGERS = ("trigger", "confirmed")
_LATER = {
    "higher_high": "higher high of the histogram",
    "divergence": "negative divergence of the A/D line",
    "negative": "negative divergence of the A/D line",
    "bearish": "negative divergence of the A/D line",
}

CueInput = Annotated[MacdTrigger | pd.DataFrame | Sequence[dt.date | str], "events"]


@dataclass(frozen=True)
class Cue:
    """One cue: when it is known (a time stamp, or a point) and what it is."""

    date: Any
    reason: str


@dataclass(frozen=True)
class Cues:
    """Cues in order of time, the trigger first; `ignored` counts the events that are no cue."""

    found: tuple[Cue, ...]
    ignored: int = 0


def read_cues(events: Any) -> Cues:
    """The cues in any accepted form of events.

    In a table, the date is `known_on` where there is one, otherwise `date`; the earliest row of kind "trigger" begins,
    then come rows of kind "higher_high" or "divergence". Without a `kind` column, and in a list, every date is a cue.

    Raises:
        ToolError: anything else, or values that are no dates.
    """
    if isinstance(events, MacdTrigger):
        return _from_table(events.cues())
    if isinstance(events, pd.DataFrame):
        return _from_table(events)
    if isinstance(events, (str, bytes)) or not isinstance(events, (Sequence, pd.Index, pd.Series, np.ndarray)):
        raise ToolError("events", events, _ALLOWED, "Give for example ['2024-08-02', '2024-08-05'].")
    dates = _moments(pd.Series(list(events), dtype=object))
    ordered = sorted(set(dates))
    cues = [Cue(d, f"{'later' if i else 'first'} date given") for i, d in enumerate(ordered)]
    return Cues(tuple(cues), len(dates) - len(ordered))


def _from_table(table: pd.DataFrame) -> Cues:
    if "date" not in table.columns and "known_on" not in table.columns:
        raise ToolError("events", list(map(str, table.columns)), _ALLOWED, "Name the column that holds the dates `date`.")
    dates = _moments(table["known_on"] if "known_on" in table.columns else table["date"])
    kinds = [str(k) for k in table["kind"]] if "kind" in table.columns else []
    if not kinds:
        return read_cues(dates)
    rows = sorted(zip(dates, kinds, strict=True), key=lambda row: row[0])
    begin = next((i for i, (_, kind) in enumerate(rows) if kind in _TRIGGERS), None)
    if begin is None:
        return Cues((), len(rows))
    cues = [Cue(rows[begin][0], "the trigger: first turn of the MACD")]
    for date, kind in rows[begin + 1 :]:
        reason = _LATER.get(kind)
        # At most one tranche is added on a bar, whatever cues fall on it.
        if reason and date != cues[-1].date:
            cues.append(Cue(date, reason))
    return Cues(tuple(cues), len(rows) - len(cues))


def _moments(values: pd.Series) -> list[Any]:
    """Time stamps, or whole points where the series had no dates."""
    items = list(values)
    if items and all(isinstance(v, (int, np.integer)) and not isinstance(v, bool) for v in items):
        low = [int(v) for v in items if v < 1]
        if low:
            raise ToolError("events", low[0], _ALLOWED, "A point counts from 1.")
        return [int(v) for v in items]
    out = []
    for item in items:
        moment = _time_stamp(item)
        if moment is None:
            raise ToolError("events", item, _ALLOWED, "Write dates as 2024-08-05.")
        out.append(moment)
    if len({m.tzinfo is None for m in out}) > 1:
        raise ToolError("events", items[0], "dates all with, or all without, a time zone", "Drop the time zone.")
    return out


def _time_stamp(item: Any) -> pd.Timestamp | None:
    if not isinstance(item, (str, dt.date, np.datetime64)) or (isinstance(item, str) and not ISO.fullmatch(item)):
        return None  # 03/04/2024 may be March or April
    try:
        moment = pd.Timestamp(item)
    except ValueError:
        return None
    return None if pd.isna(moment) else moment
