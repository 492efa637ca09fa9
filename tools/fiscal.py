"""Fiscal quarters and years as dates: which months they are depends on the company, and no file says it.

A fiscal year is named for the calendar year in which it ends, as most companies and the United States do. Unless the user
says in which month it begins, it is taken for the calendar year, and the report asks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from tools.columns import Column
from tools.dates import Dates
from tools.names import claim, fiscal
from tools.periods import FISCAL_QUARTERS, FISCAL_YEARS, YEARS
from tools.questions import Choice, Question

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_OFFERED = (1, 2, 4, 7, 9, 10)
_PERIODS = {FISCAL_QUARTERS: "quarters", FISCAL_YEARS: "years", "quarters": "quarters", YEARS: "years"}


@dataclass(frozen=True)
class FiscalDates:
    """The columns with their fiscal periods put where the user says, or the question where they belong."""

    columns: list[Column]
    questions: tuple[Question, ...] = ()


def with_fiscal_years(columns: list[Column], starts: int | None) -> FiscalDates:
    """Move fiscal periods to the months in which they lie; `starts` is the month, 1 to 12, in which the year begins."""
    place = next((i for i, c in enumerate(columns) if c.dates is not None and _is_fiscal(c, c.dates)), None)
    if place is None:
        return FiscalDates(columns)
    column = columns[place]
    dates = column.dates
    assert dates is not None
    periods = _PERIODS[dates.format]
    if starts is not None:
        values = _moved(column.values, starts)
        said = f"Fiscal {periods} were read with the fiscal year beginning in {_MONTHS[starts - 1]}, as you said."
        told = replace(dates, values=values, notes=(*dates.notes, said), extremes=None)
        return FiscalDates([*columns[:place], replace(column, values=values, dates=told, extremes=None), *columns[place + 1 :]])
    note = (
        f"The {periods} are those of a fiscal year, and the file does not say in which month it begins: they were read as "
        f"{periods} of the calendar."
    )
    told = replace(dates, notes=(*dates.notes, note))
    asked = _question(column.values[~np.isnat(column.values)], periods)
    return FiscalDates([*columns[:place], replace(column, dates=told), *columns[place + 1 :]], asked)


def _is_fiscal(column: Column, dates: Dates) -> bool:
    if dates.format in (FISCAL_QUARTERS, FISCAL_YEARS):
        return True
    return dates.format in _PERIODS and fiscal(column.base) and claim(column.base) != "expiry"


def _moved(values: np.ndarray, starts: int) -> np.ndarray:
    """Periods read by the calendar, moved to a year that begins in another month of the year before."""
    if starts == 1:
        return values
    moved: np.ndarray = (values.astype("datetime64[M]") + (starts - 13)).astype("datetime64[us]")
    return moved


def _question(values: np.ndarray, periods: str) -> tuple[Question, ...]:
    if not len(values):
        return ()
    taken, october = (str(_moved(values[:1], month)[0].astype("datetime64[D]")) for month in (1, 10))
    text = (
        f"In which month does the fiscal year begin? Its {periods} were read as those of the calendar, the first from {taken}; "
        f"were it October, the first would begin on {october}."
    )
    choices = tuple(
        Choice(f"Begin the fiscal year in {_MONTHS[month - 1]}", "fiscal_start", month, month == 1) for month in _OFFERED
    )
    return (Question(text, choices),)
