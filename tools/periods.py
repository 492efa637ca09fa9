"""Quarters and years as dates: the first day of the period.

A quarter is written with its letter ("2024Q1", "2024-Q1", "Q1 2024", "1Q24"); a year alone has four digits and is a number
like any other, so that only a column whose name says so holds years.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

QUARTER: Final = r"(?:\d{4}[-/: ]?[Qq][1-4]|[Qq][1-4][-/: ]?'?(?:\d{4}|\d{2})|[1-4][Qq][-/: ]?'?(?:\d{4}|\d{2}))"
_QUARTERS = re.compile(QUARTER)
_YEAR = r"'?(?:\d{4}|\d{2})"
FISCAL: Final = (
    rf"(?:FY ?{_YEAR}[-/: ]{{0,2}}Q[1-4]|F?Q[1-4][-/: ]{{0,2}}FY ?{_YEAR}|[1-4]Q[-/: ]{{0,2}}FY ?{_YEAR}|"
    rf"FQ[1-4][-/: ]{{0,2}}{_YEAR}|\d{{4}}[-/: ]?FQ[1-4]|FY ?{_YEAR}(?:[EA])?)"
)
_FISCAL_PART = re.compile(r"^([1-4])q|q([1-4])(?!\d)", re.IGNORECASE)
_FISCAL_QUARTERS, _FISCAL_YEARS = re.compile(FISCAL, re.IGNORECASE), re.compile(rf"FY ?{_YEAR}[EA]?", re.IGNORECASE)
FISCAL_QUARTERS: Final = "fiscal quarters"
FISCAL_YEARS: Final = "fiscal years"
YEARS: Final = "%Y"  # the format of bare years
MONTHS: Final = "%Y%m"  # of months written as one number
TWO_DIGITS: Final = "Two-digit years were read as 1969 to 2068."
_NAT = np.datetime64("NaT", "us")
_FIRST, _LAST = 1800, 2199
_CENTURY, _NEXT = 1900, 69  # two digits are 1969 to 2068, as strptime has it


@dataclass(frozen=True)
class Period:
    """How cells that are periods are read: the format in words, the reader of text, and what is said of it."""

    form: str
    read: Callable[[pd.Series], np.ndarray]
    notes: tuple[str, ...]


def period_of(sample: pd.Series) -> Period | None:
    """The period that more than half of the cells name; None where they name none."""
    if 2 * np.count_nonzero(~np.isnat(read_quarters(sample))) > len(sample):
        short = bool((sample.str.count(r"\d") == 3).any())
        return Period("quarters", read_quarters, ("Quarters were read as their first day.", *((TWO_DIGITS,) if short else ())))
    for form, read in ((FISCAL_QUARTERS, _fiscal_quarters), (FISCAL_YEARS, _fiscal_years)):
        if 2 * np.count_nonzero(~np.isnat(read(sample))) > len(sample):
            what = form.removeprefix("fiscal ").capitalize()
            short = not bool(sample.str.contains(r"\d{4}").any())
            return Period(form, read, (f"{what} were read as their first day.", *((TWO_DIGITS,) if short else ())))
    if 2 * np.count_nonzero(~np.isnat(_text_years(sample))) > len(sample):
        return Period(YEARS, _text_years, ("Years were read as their first day.",))
    return None


def read_quarters(text: pd.Series) -> np.ndarray:
    """Each cell's quarter as datetime64[us], NaT where it is none."""
    return np.array([_quarter(cell) for cell in text], dtype="datetime64[us]")


def read_years(numbers: np.ndarray) -> np.ndarray:
    """Each number's year as datetime64[us], NaT where it is no whole number from 1800 to 2199."""
    years = np.where((numbers >= _FIRST) & (numbers <= _LAST) & (numbers % 1 == 0), numbers, 1970.0)
    dates = (years.astype(np.int64) - 1970).astype("datetime64[Y]").astype("datetime64[us]")
    return np.where(years == numbers, dates, _NAT)


def read_months(numbers: np.ndarray) -> np.ndarray | None:
    """Numbers such as 202401, or 2024.01 as Shiller's tables have it (2024.1 is October), as months; None where one is not."""
    if not len(numbers) or not 0 < numbers.max() < 100 * (_LAST + 1) or not np.isfinite(numbers).all():
        return None
    whole = np.round(numbers * 100) if numbers.max() < _LAST + 1 else numbers
    year, month = whole // 100, whole % 100
    if min(np.abs(whole - numbers).max(), np.abs(whole - 100 * numbers).max()) > 1e-6 or (whole % 1).any():
        return None
    if year.min() < _FIRST or year.max() > _LAST or month.min() < 1 or month.max() > 12:
        return None
    months: np.ndarray = ((year - 1970) * 12 + month - 1).astype(np.int64).astype("datetime64[M]").astype("datetime64[us]")
    return months


def _text_years(text: pd.Series) -> np.ndarray:
    digits = text.str.fullmatch(r"\d{4}").fillna(False).astype(bool)
    return read_years(pd.to_numeric(text.where(digits)).to_numpy(dtype=float))


def _quarter(cell: object) -> np.datetime64:
    if not isinstance(cell, str) or not _QUARTERS.fullmatch(cell):
        return _NAT
    parts = re.findall(r"\d+", cell)
    quarter, year = sorted(map(int, parts)) if len(parts[0]) == 4 else map(int, parts)
    return _first_day(year, quarter)


def _fiscal_quarters(text: pd.Series) -> np.ndarray:
    """Fiscal quarters as if they were those of the calendar, NaT where a cell is none."""
    out = np.full(len(text), _NAT, dtype="datetime64[us]")
    for i, cell in enumerate(text):
        if isinstance(cell, str) and _FISCAL_QUARTERS.fullmatch(cell) and not _FISCAL_YEARS.fullmatch(cell):
            quarter = _FISCAL_PART.search(cell)
            if quarter is not None and (year := re.search(r"\d+", cell[: quarter.start()] + " " + cell[quarter.end() :])):
                out[i] = _first_day(int(year[0]), int(quarter[1] or quarter[2]))
    return out


def _fiscal_years(text: pd.Series) -> np.ndarray:
    """Fiscal years as if they were those of the calendar, NaT where a cell is none."""
    cells = [cell if isinstance(cell, str) and _FISCAL_YEARS.fullmatch(cell) else "" for cell in text]
    years = [re.search(r"\d+", cell) for cell in cells]
    return np.array([_NAT if year is None else _first_day(int(year[0]), 1) for year in years], dtype="datetime64[us]")


def _first_day(year: int, quarter: int) -> np.datetime64:
    if year < 100:
        year += _CENTURY if year >= _NEXT else _CENTURY + 100
    return np.datetime64(f"{year}-{3 * quarter - 2:02}-01", "us") if _FIRST <= year <= _LAST else _NAT
