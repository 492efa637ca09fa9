"""Dates whose parts stand in columns of their own: year, month and day, year and month, year and quarter, with hours or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from tools.columns import Column
from tools.dates import Dates
from tools.headers import shown, unique_names
from tools.names import claim, date_part, fiscal
from tools.periods import FISCAL_QUARTERS, TWO_DIGITS
from tools.spelled import month_number
from tools.times import hours_of

_EPOCH = 1970
_FIRST, _LAST = 1800, 2199
_ENOUGH = 0.8  # of the rows must make a date
_CLOCK = ("hour", "minute", "second")


def joined_parts(columns: list[Column]) -> list[Column]:
    """The columns with the parts of the dates joined into one, where no column holds whole dates."""
    if any(c.type == "date" and claim(c.base) != "expiry" for c in columns):
        return columns
    parts: dict[str, Column] = {}
    for column in columns:
        part = date_part(column.base)
        if part is not None and column.type in ("number", "text"):
            parts.setdefault(part, column)
    used = _used(parts)
    dates = _dates({part: parts[part] for part in used}) if used else None
    if dates is None or dates.share < _ENOUGH:
        return columns
    clock = hours_of([parts[part] for part in _CLOCK if part in parts]) if "day" in used and "hour" in parts else None
    values = dates.values
    if clock is not None:
        used += [part for part in _CLOCK if part in parts]
        values = values + np.where(np.isnan(clock), 0, clock).astype("timedelta64[us]")
    name = unique_names([*(c.name for c in columns), "Date"])[-1]
    taken = [parts[part] for part in used]
    said = f"The columns {', '.join(shown(c.name) for c in columns if c in taken)} were joined into the dates {shown(name)}."
    made = Dates(values, dates.blank, dates.unread, dates.format, (said, *dates.notes))
    date = Column(name, name, "date", values, made.unread if made.unread.any() else None, dates=made)
    first = min(columns.index(c) for c in taken)
    rest = [(c,) if c not in taken else () for c in columns]
    return [c for place, kept in enumerate(rest) for c in ((date,) if place == first else kept)]


def _used(parts: Mapping[str, Column]) -> list[str]:
    """The parts that make a date together; [] where they do not."""
    if "year" not in parts:
        return []
    if "month" in parts:
        return ["year", "month", "day"] if "day" in parts else ["year", "month"]
    return ["year", "quarter"] if "quarter" in parts else []


def _dates(parts: Mapping[str, Column]) -> Dates | None:
    """The dates that the parts make; None where the years cannot be years of the calendar."""
    read = {part: _read(part, column) for part, column in parts.items()}
    year, notes = read["year"], []
    known = year[~np.isnan(year)]
    if not len(known):
        return None
    if "day" in parts and known.max() < 100:
        year = np.where(year >= 69, 1900, 2000) + year
        notes.append(TWO_DIGITS)
    month = read["month"] if "month" in read else 3 * read["quarter"] - 2
    day = read.get("day", np.ones(len(year)))
    whole = (year % 1 == 0) & (month % 1 == 0) & (day % 1 == 0)  # a missing one is not
    fits = whole & (year >= _FIRST) & (year <= _LAST) & (month >= 1) & (month <= 12) & (day >= 1)
    months = (np.where(fits, (year - _EPOCH) * 12 + month - 1, 0)).astype(np.int64).astype("datetime64[M]")
    days = months.astype("datetime64[D]") + np.where(fits, day - 1, 0).astype(np.int64)
    fits &= days.astype("datetime64[M]") == months
    values = np.where(fits, days.astype("datetime64[us]"), np.datetime64("NaT", "us"))
    blank = np.logical_and.reduce([_blank(column) for column in parts.values()])
    form = "year, month and day" if "day" in parts else "year and month"
    if "quarter" in parts:
        form = FISCAL_QUARTERS if any(fiscal(c.base) for c in parts.values()) else "quarters"
        notes.append("Quarters were read as their first day.")
    elif "day" not in parts:
        notes.append("Months were read as their first day.")
    return Dates(values, blank, ~fits & ~blank, form, tuple(notes))


def _read(part: str, column: Column) -> np.ndarray:
    """The numbers of a part, NaN where a cell holds none: months by their names too, quarters and months as Q1 and M01."""
    if column.type == "number":
        return column.numbers
    cells = column.text.cells.str.strip()
    numbers = pd.to_numeric(cells.str.extract(r"^[MmQq]?(\d{1,4})$")[0]).to_numpy(dtype=float)
    if part == "month":
        named: Sequence[int | None] = [month_number(cell) if isinstance(cell, str) else None for cell in cells]
        numbers = np.where([n is None for n in named], numbers, np.array([n or 0 for n in named], dtype=float))
    return column.text.rows(numbers)


def _blank(column: Column) -> np.ndarray:
    return np.zeros(len(column.values), dtype=bool) if column.missing is None else column.missing
