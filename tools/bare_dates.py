"""Dates in columns whose name does not say so: numbers such as 20151222 or 201512, and years where there is nothing else."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from tools.columns import Column
from tools.dates import read_dates
from tools.headers import shown
from tools.names import claim, period_named
from tools.periods import MONTHS, YEARS


def dated_by_content(columns: list[Column], notes: list[str]) -> list[Column]:
    """The first column as dates where its numbers are all of the form 20151222 or 201512 and run in order."""
    first = columns[0]
    if first.type != "number" or claim(first.base) not in (None, "row number"):
        return columns
    dates = read_dates(pd.Series(first.numbers))
    if (
        (dates.format == MONTHS and first.numbers.max() < 100_000)
        or dates.format not in ("%Y%m%d", MONTHS)
        or dates.share < 1
        or (np.diff(dates.values).astype(np.int64) < 0).any()
    ):
        return columns
    notes.append(
        f"The numbers in {shown(first.name)} were read as dates ({'YYYYMM' if dates.format == MONTHS else 'YYYYMMDD'})."
    )
    return [replace(first, type="date", values=dates.values, dates=dates, extremes=None), *columns[1:]]


def dated_by_years(columns: list[Column]) -> list[Column]:
    """The column named for years as dates where it holds nothing else: a row a year, or one a year and symbol."""
    place = next((i for i, c in enumerate(columns) if c.type == "number" and period_named(c.base) == "year"), None)
    if place is None or any(period_named(c.base) not in (None, "year") for c in columns):
        return columns
    column = columns[place]
    dates = read_dates(pd.Series(column.numbers))
    listed = any(claim(c.base) == "symbol" for c in columns)
    if dates.format != YEARS or dates.unread.any() or not (listed or pd.Series(dates.values).is_unique):
        return columns
    return [
        *columns[:place],
        replace(column, type="date", values=dates.values, dates=dates, extremes=None),
        *columns[place + 1 :],
    ]
