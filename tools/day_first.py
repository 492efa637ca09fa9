"""Whether dates that can be read both ways begin with the day or with the month.

What the user says decides, else weekdays written beside the dates, else their order and how many fall on a weekend. Where
none does, the closer spacing is taken, or month-first, and the user is asked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tools.distinct import Distinct
from tools.wording import counted

_WHY = (
    "they then fall on the weekdays written beside them",
    "the dates then run in order",
    "fewer of them then fall on a weekend",
)


@dataclass(frozen=True)
class BothReadings:
    """A date that can be read both ways: as it stands in the file, what it is in either, and whether day-first was taken."""

    written: str
    day_first: dt.date
    month_first: dt.date
    took_day_first: bool


@dataclass(frozen=True)
class Order:
    """The format taken, why, and what only the user can say of it."""

    form: str
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    asked: BothReadings | None = None


def settled(readings: Mapping[str, np.ndarray], column: Distinct, day_first: bool | None, weekdays: np.ndarray) -> Order:
    """The format of two, or the only one, that reads a column.

    Args:
        readings: by format the dates that it reads.
        column: the cells.
        day_first: what the user says.
        weekdays: 0 for Monday to 6 where a cell names one, otherwise −1.
    """
    if len(readings) == 1:
        return Order(next(iter(readings)))
    (first, one), (second, two) = readings.items()
    if np.array_equal(one, two, equal_nan=True):
        return Order(first)
    wanted = None if day_first is None else "day-first" if day_first else "month-first"
    if (form := next((f for f in readings if _order(f) == wanted), None)) is not None:
        return Order(form, (f"Dates were read {wanted} ({form}), as you said.",))
    scores = [_disorder(values, weekdays) for values in (one, two)]
    told = next((i for i in range(len(scores[0])) if scores[0][i] != scores[1][i]), None)
    likelier = first if scores[0] < scores[1] else second
    if told is not None and told < len(_WHY):
        said = f"Dates could be read day-first or month-first; they were read {_order(likelier)} ({likelier})"
        return Order(likelier, (f"{said}, because {_WHY[told]}.",))
    if told is not None:  # weak evidence: first-of-month data would look the same
        form = likelier
        warning = f"Only their closer spacing speaks for reading the dates {_order(form)} ({form})."
    else:
        form = next((f for f in readings if f.startswith("%m")), first)
        warning = f"Nothing in the file decides between day-first and month-first: the dates were read {_order(form)} ({form})."
    warning += " Write them as YYYY-MM-DD to be sure."
    return Order(form, (), (warning,), _both(readings, column, _order(form) == "day-first"))


def wrong_days(values: np.ndarray, weekdays: np.ndarray) -> tuple[str, ...]:
    """The warning that dates do not fall on the weekday written beside them; nothing where all do."""
    wrong = (weekdays >= 0) & ~np.isnat(values) & (_weekday(values) != weekdays)
    if not wrong.any():
        return ()
    first = values[wrong][0].astype("datetime64[D]")
    what = counted(int(wrong.sum()), "date")
    return (f"{what} not on the weekday written beside it (first {first}): the day, the month or the year may be wrong.",)


def _both(readings: Mapping[str, np.ndarray], column: Distinct, took_day_first: bool) -> BothReadings | None:
    """The first date on which the two readings differ; None where they are not day-first against month-first."""
    by_order = {_order(form): values for form, values in readings.items()}
    if set(by_order) != {"day-first", "month-first"}:
        return None
    day, month = by_order["day-first"], by_order["month-first"]
    row = int(np.flatnonzero((day != month) & ~np.isnat(day) & ~np.isnat(month))[0])
    return BothReadings(
        str(column.cells.iloc[column.places[row]]).strip()[:30],
        day[row].astype("datetime64[D]").item(),
        month[row].astype("datetime64[D]").item(),
        took_day_first,
    )


def _order(form: str) -> str:
    return "day-first" if form.startswith("%d") else "month-first" if form.startswith("%m") else "year-first"


def _disorder(values: np.ndarray, weekdays: np.ndarray) -> tuple[int, int, int, int]:
    """(other weekdays than written, steps against the prevailing direction, dates on a weekend, widest gap in days)."""
    held = ~np.isnat(values)
    days = values[held].astype("datetime64[D]")
    steps = np.diff(days).astype(np.int64)
    against = min(int((steps < 0).sum()), int((steps > 0).sum()))
    other = int(((weekdays[held] >= 0) & (_weekday(days) != weekdays[held])).sum())
    return other, against, int((~np.is_busday(days)).sum()), int(np.abs(steps).max(initial=0))


def _weekday(values: np.ndarray) -> np.ndarray:
    """0 for Monday to 6; 1 January 1970 was a Thursday."""
    days: np.ndarray = (values.astype("datetime64[D]").astype(np.int64) + 3) % 7
    return days
