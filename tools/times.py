"""Times of day in a column beside the dates: "09:30", "4:00 PM", 930, 93000, 0.396 of a day; joined to the dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from tools.columns import Column
from tools.distinct import Distinct
from tools.headers import shown
from tools.names import claim, date_part

_CLOCK: Final = r"^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?([AaPp])\.?[Mm]\.?)?(?: ?(?:Z|UTC|[ECMP][SD]?T))?$"
_SECOND, _DAY = 1e6, 86_400e6  # microseconds
_ENOUGH = 0.8  # of the cells must be times
_HOURS = 24
_PARTS: Final = {"hour": (3600, _HOURS), "minute": (60, 59), "second": (1, 60)}  # in seconds, and at most


def with_times(
    columns: list[Column], roles: dict[str, str], reasons: dict[str, str], notes: list[str]
) -> tuple[list[Column], dict[str, str], dict[str, str]]:
    """Join a column of days and one of times of day into one; the column of times stays as it is."""
    date = next((c for c in columns if roles[c.name] == "date"), None)
    times = _candidates(columns, date) if date is not None else []
    if date is None or not times or _has_times(date):
        return columns, roles, reasons
    for time in times:
        parts = [time]
        if date_part(time.base) == "hour":
            parts += [c for c in columns if date_part(c.base) in ("minute", "second")]
            clock = hours_of(parts)
        else:
            clock = _from_text(time.text) if time.type == "text" else _from_numbers(time.numbers)
        if clock is None:
            continue
        known = ~np.isnan(clock)
        moments = date.values + np.where(known, np.round(clock), 0).astype("timedelta64[us]")
        without = ~known & ~np.isnat(date.values)
        unread = without if date.unread is None else date.unread | without
        values = np.where(known, moments, np.datetime64("NaT", "us"))
        joined = replace(date, values=values, unread=unread if unread.any() else None, extremes=None)
        named = " and ".join(shown(part.name) for part in parts)
        notes.append(f"The times in {named} were joined to the dates in {shown(date.name)}.")
        for part in parts:
            roles = {**roles, part.name: "time"}
            reasons = {**reasons, part.name: "its name says so and it holds times of day"}
        return [joined if c.name == date.name else c for c in columns], roles, reasons
    return columns, roles, reasons


def _has_times(date: Column) -> bool:
    days = date.values.astype("datetime64[D]")
    return bool((date.values[~np.isnat(date.values)] != days[~np.isnat(days)]).any())


def _candidates(columns: Sequence[Column], date: Column) -> list[Column]:
    """Columns named for times, else the one to the right of the dates where its name says nothing."""
    named = [c for c in columns if claim(c.base) == "time" and c.type in ("text", "number")]
    if named:
        return named
    after = columns[columns.index(date) + 1 :][:1]
    return [c for c in after if c.type == "text" and (not c.base or claim(c.base) is None)]


def _from_text(text: Distinct) -> np.ndarray | None:
    parts = text.cells.str.strip().str.extract(_CLOCK)
    hour, minute, second = (parts[i].astype("float64") for i in range(3))
    half = parts[4].str.lower()
    fraction = ("0." + parts[3].fillna("0")).astype("float64")
    hour = hour.where(half.isna(), hour % 12 + 12 * (half == "p"))
    seconds = hour * 3600 + minute * 60 + second.fillna(0) + fraction
    real = (minute < 60) & (second.fillna(0) <= 60) & (seconds <= 86_400)
    found = text.rows((seconds.where(real) * _SECOND).to_numpy())
    return found if np.count_nonzero(~np.isnan(found)) >= _ENOUGH * max(len(found), 1) else None


def _from_numbers(numbers: np.ndarray) -> np.ndarray | None:
    """Clock times written as one number, HHMM or HHMMSS, hours alone, or fractions of a day as spreadsheets keep them."""
    held = numbers[~np.isnan(numbers)]
    if not len(held) or held.min() < 0:
        return None
    if (held % 1).any():
        return numbers * _DAY if held.max() < 1 else None
    if held.max() <= _HOURS:
        return numbers * 3600 * _SECOND
    for written in (numbers * 100, numbers):  # without seconds, or with them
        hours, minutes, seconds = written // 10_000, written // 100 % 100, written % 100
        if np.nanmax(minutes) < 60 and np.nanmax(seconds) < 60 and np.nanmax(written) <= _HOURS * 10_000:
            clock: np.ndarray = (hours * 3600 + minutes * 60 + seconds) * _SECOND
            return clock
    return None


def hours_of(columns: Sequence[Column]) -> np.ndarray | None:
    """Microseconds since midnight from columns of hours, minutes and seconds; None where they hold something else."""
    total = np.zeros(len(columns[0].values))
    for column in columns:
        seconds, most = _PARTS[date_part(column.base) or ""]
        if column.type != "number" or np.nanmin(column.numbers) < 0 or np.nanmax(column.numbers) > most:
            return None
        total = total + column.numbers * seconds
    return total * _SECOND
