"""Rows named by days without a year ("03-04", "4/3", "Mar 3", "Monday"): their names, and whether they run newest first.

Without its year such a day is no date of a calendar: whether a trading day is missing, or how far an event lies, cannot be
told. But it names its row, and days of the year tell the order of the rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Annotated, Final

import numpy as np
import pandas as pd

from tools.columns import Column
from tools.errors import ToolError
from tools.headers import shown
from tools.names import claim
from tools.raw import Dropped, Lines
from tools.spelled import month_number
from tools.wording import counted, level, listed, times

Labels = Annotated[Sequence[str], "names"]
"""Names of the rows of a list, one for each."""

_WEEKDAY: Final = r"(?:mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|r|ur|urs)?(?:day)?"
_NUMBERS: Final = re.compile(rf"(?:{_WEEKDAY}[.,]? )?(\d{{1,2}})(?:[-/]|\. ?)(\d{{1,2}})\.?", re.IGNORECASE)
_MONTH_FIRST: Final = re.compile(rf"(?:{_WEEKDAY}[.,]? )?([^\W\d_]{{3,10}})\.?[ -]?(\d{{1,2}})(?:st|nd|rd|th)?", re.IGNORECASE)
_DAY_FIRST: Final = re.compile(rf"(?:{_WEEKDAY}[.,]? )?(\d{{1,2}})(?:st|nd|rd|th|\.)?[ -]?([^\W\d_]{{3,10}})\.?", re.IGNORECASE)
_DAY_ALONE: Final = re.compile(_WEEKDAY, re.IGNORECASE)
_MONTH, _DAY = 12, 31
_YEAR = 372  # days, of months of 31
_LONGEST = 24  # characters of a name
_FEWEST = 2  # rows
_EXAMPLES = 5


def days_of(cells: Sequence[str]) -> list[tuple[int, ...]] | None:
    """For each cell the places in a year that it may mean, () for a day of the week; None where one names no such day."""
    found = []
    for cell in cells:
        if (places := _places(cell.strip())) is None:
            return None
        found.append(places)
    return found


def newest_first(cells: Sequence[str]) -> bool:
    """Whether days without a year can only run from the newest to the oldest; the turn of one year may lie between them."""
    found = days_of(cells) or []
    readings = [[places[n] for places in found] for n in (0, 1) if found and all(len(places) > n for places in found)]
    return bool(readings) and not any(map(_rises, readings)) and any(_rises(reading[::-1]) for reading in readings)


def _places(cell: str) -> tuple[int, ...] | None:
    if len(cell) > _LONGEST:
        return None
    if (numbers := _NUMBERS.fullmatch(cell)) is not None:
        a, b = int(numbers[1]), int(numbers[2])
        return tuple(_place(m, d) for m, d in ((a, b), (b, a)) if 1 <= m <= _MONTH and 1 <= d <= _DAY) or None
    for pattern, (month, day) in ((_MONTH_FIRST, (1, 2)), (_DAY_FIRST, (2, 1))):
        told = pattern.fullmatch(cell)
        number = month_number(told[month]) if told is not None else None
        if told is not None and number is not None and 1 <= int(told[day]) <= _DAY:
            return (_place(number, int(told[day])),)
    return () if _DAY_ALONE.fullmatch(cell) else None


def _place(month: int, day: int) -> int:
    return (month - 1) * _DAY + day


def _rises(places: Sequence[int]) -> bool:
    """Whether no day stands before an earlier one, but for one turn of the year."""
    falls = [a - b for a, b in pairwise(places) if b < a]
    return len(places) >= _FEWEST and (not falls or (len(falls) == 1 and falls[0] > _YEAR // 2 and places[-1] < places[0]))


def naming(columns: Sequence[Column], roles: dict[str, str]) -> Column | None:
    """The column of days without a year that names the rows, where no column holds dates; None where there is none."""
    if "date" in roles.values():
        return None
    for column in columns:
        if roles[column.name] != "text" or claim(column.base) not in ("date", None) or column.missing is not None:
            continue
        if days_of(column.text.cells.dropna().tolist()) is not None:
            return column
    return None


def in_order(
    frame: pd.DataFrame, lines: Lines, name: str, dropped: list[Dropped], notes: list[str], warnings: list[str]
) -> pd.DataFrame:
    """The rows oldest first, the last of several of one day kept; what was done is added to the lists."""
    cells = frame[name].str.strip()
    said = f"The days in {shown(name)} have no year: they name the rows"
    if newest_first(cells.tolist()):
        frame, lines, cells = frame.iloc[::-1], lines[::-1], cells.iloc[::-1]
        notes.append(f"{said}, which stood newest first and were turned round.")
    else:
        notes.append(f"{said}, which are kept in the order of the file.")
    frame = frame.assign(**{name: cells})
    again = cells.duplicated(keep="last").to_numpy()
    if not again.any():
        return frame
    if _DAY_ALONE.fullmatch(str(cells.iloc[0])):
        warnings.append(f"{counted(int(again.sum()), 'day')} of the week stand again: such rows are told by their place.")
        return frame
    places = tuple(sorted(int(n) for n in lines[again]))[:_EXAMPLES]
    dropped.append(Dropped("repeated day (the last one was kept)", int(again.sum()), places, _stood(frame, again, name)))
    return frame.loc[~again]


def _stood(frame: pd.DataFrame, again: np.ndarray, name: str) -> tuple[str, ...]:
    """The first few days that stand more than once, with their values where each row has a single one."""
    values = [column for column in frame.columns if column != name and frame[column].dtype.kind == "f"]
    if len(values) != 1:
        return ()
    days = frame.loc[again, name].drop_duplicates().head(_EXAMPLES)
    told = ((day, frame.loc[frame[name] == day, values[0]].dropna().tolist()) for day in days)
    return tuple(f"{day} appears {times(len(held))}, with {listed(map(level, held))}" for day, held in told)


def row_index(frame: pd.DataFrame, named: str | None) -> pd.Index:
    """The rows of a table without dates: by their names where a column holds some, otherwise by number."""
    if named is None:
        return pd.RangeIndex(len(frame), name="row")
    return pd.Index(frame[named].astype(str), dtype=object, name="row")


def checked_labels(labels: Labels | None, count: int, name: str = "labels") -> tuple[str, ...]:
    """The names of `count` rows; () where none are given.

    Raises:
        ToolError: not as many names as rows, or something that is no short text.
    """
    if labels is None:
        return ()
    held = list(labels) if isinstance(labels, Sequence) and not isinstance(labels, str) else [labels]
    if len(held) != count or not all(isinstance(label, str) and 0 < len(label.strip()) <= _LONGEST for label in held):
        raise ToolError(name, held, f"{counted(count, 'name')} of at most {_LONGEST} characters, one for each")
    return tuple(label.strip() for label in held)


def row(labels: Sequence[str], number: int, what: str = "bar") -> str:
    """What to call row `number`, counted from 1: 'bar 3', or 'bar 3 (03-06)' where it has a name."""
    return f"{what} {number:,} ({labels[number - 1]})" if labels else f"{what} {number:,}"
