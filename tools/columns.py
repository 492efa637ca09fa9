"""One column of a table after typing: numbers, dates or text, with what could not be read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

import numpy as np
import pandas as pd

from tools.dates import Dates, read_dates
from tools.distinct import Distinct
from tools.extremes import Extremes, extremes_of
from tools.headers import BLANK
from tools.limits import check_cell
from tools.numerals import read_numbers
from tools.periods import YEARS

ColumnType = Literal["number", "date", "text", "empty"]
_MISSING_DATE = np.iinfo(np.int64).min
_CLOCKS = 240_000  # times of day written as one number are not above it
_QUOTED = ("bid", "ask", "last", "mid", "close")
_MOSTLY = 0.8  # the share of filled cells that must fit for a type that the name does not claim


@dataclass(frozen=True)
class Column:
    """A typed column.

    Attributes:
        name: unique clean name.
        base: clean name before it was made unique.
        type: what its cells are.
        values: float64 for numbers (all NaN for an empty column), datetime64[us] for dates, `Distinct` for text.
        unread: rows whose cell holds something that does not fit the type; None where there is none.
        percent: cells that carried a percent sign.
        decimal: the decimal sign taken for text cells.
        currencies: those that stand beside the numbers.
        sizes: whether sizes after an x ("13.2 x 10") were left aside.
        dates: how its dates were read, for a date column.
        extremes: least and greatest number (date: microseconds since 1970), where every row has a finite one.
    """

    name: str
    base: str
    type: ColumnType
    values: Any
    unread: np.ndarray | None = None
    percent: int = 0
    decimal: str = "."
    currencies: tuple[str, ...] = ()
    sizes: bool = False
    dates: Dates | None = None
    extremes: Extremes | None = None

    @property
    def numbers(self) -> np.ndarray:
        """The values of a number column."""
        return np.asarray(self.values, dtype=float)

    @property
    def cells(self) -> Any:
        """What a table holds of it: an array, or a Series of text."""
        return self.values.column if self.type == "text" else self.values

    @property
    def text(self) -> Distinct:
        """The cells as text."""
        return self.values if self.type == "text" else Distinct.of(pd.Series(self.values))

    @cached_property
    def missing(self) -> np.ndarray | None:
        """Rows without a usable value; None where every row has one."""
        if self.extremes is not None:
            return None
        if self.type == "number":
            return blanks(self.numbers)
        if self.type == "date":
            return blanks(self.values)
        if self.type == "empty":
            return np.ones(len(self.values), dtype=bool)
        return _some(self.values.rows(self.values.cells.isna().to_numpy(dtype=bool)))


def blanks(values: np.ndarray) -> np.ndarray | None:
    """Where an array of numbers or dates holds none; None where it always does."""
    if values.dtype.kind == "M":
        stamps = values.view(np.int64)  # compared faster; a missing date is the least number
        return None if len(stamps) and stamps.min() > _MISSING_DATE else _some(np.isnat(values))
    if len(values) and not np.isnan(values.min()):  # one missing value would be the least
        return None
    return _some(np.isnan(values))


def type_column(
    cells: pd.Series,
    name: str,
    base: str,
    claimed: str | None,
    decimal: str,
    *,
    day_first: bool | None = None,
    extremes: Extremes | None = None,
) -> Column:
    """`cells` as a column; `claimed` is the role that the name claims, which decides between numbers and dates.

    `day_first` is what the user says of dates that can be read both ways; `extremes` those of the column, where known.

    Raises:
        ToolError: a cell is longer than the limit.
    """
    wants_date = claimed in ("date", "expiry")
    if pd.api.types.is_datetime64_any_dtype(cells.dtype):
        dates = read_dates(cells, extremes=extremes)
        return Column(name, base, "date", dates.values, _some(dates.unread), dates=dates, extremes=dates.extremes)
    if pd.api.types.is_numeric_dtype(cells.dtype):
        values = cells.to_numpy(dtype=float, na_value=np.nan)
        if wants_date:
            dates = read_dates(cells)
            if dates.share >= _MOSTLY and (claimed == "date" or dates.format != YEARS):
                return Column(name, base, "date", dates.values, _some(dates.unread), dates=dates, extremes=dates.extremes)
        if claimed == "time" and len(values) and np.nanmax(values, initial=0) > _CLOCKS:
            dates = read_dates(cells)
            if dates.share >= _MOSTLY:
                return Column(name, base, "date", dates.values, _some(dates.unread), dates=dates, extremes=dates.extremes)
        if extremes is None and len(values):
            extremes = extremes_of(values)
        if extremes is not None and np.isfinite(extremes).all():
            return Column(name, base, "number", values, extremes=extremes)
        infinite = np.isinf(values)
        if infinite.any():
            values = np.where(infinite, np.nan, values)
        empty = bool(np.isnan(values).all()) and not infinite.any()
        return Column(name, base, "empty" if empty else "number", values, _some(infinite))
    return _type_text(cells, name, base, claimed, decimal, day_first)


def _type_text(cells: pd.Series, name: str, base: str, claimed: str | None, decimal: str, day_first: bool | None) -> Column:
    distinct = Distinct.of(cells)
    longest = distinct.cells.str.len().max()
    check_cell(0 if pd.isna(longest) else int(longest), name)
    sample = cells.iloc[:: max(1, len(cells) // 200)]
    filled = sample[~sample.str.strip().str.lower().isin(BLANK) & sample.notna()]
    if not len(filled):
        whole = distinct.cells.str.strip().str.lower()
        if bool((whole.isna() | whole.isin(BLANK)).all()):
            return Column(name, base, "empty", np.full(len(cells), np.nan))
        filled = sample
    if claimed not in ("date", "expiry", "kind", "symbol", "time"):
        enough = 0.5 if claimed else _MOSTLY
        for cells_read, sizes in ((distinct, False), (_priced(distinct) if claimed in _QUOTED else None, True)):
            if cells_read is None:
                continue
            numbers = read_numbers(cells_read, decimal)
            held = int((~numbers.blank).sum())
            if held and numbers.unread.sum() <= (1 - enough) * held:
                unread = _some(numbers.unread)
                money = numbers.currencies
                return Column(name, base, "number", numbers.values, unread, numbers.percent, numbers.decimal, money, sizes)
    if claimed in ("date", "expiry", "time") or (claimed not in ("kind", "symbol") and read_dates(filled).share >= _MOSTLY):
        dates = read_dates(distinct, day_first)
        enough = 0.5 if claimed in ("date", "expiry", "time") else _MOSTLY
        if dates.share >= enough and (claimed == "date" or dates.format != YEARS):
            return Column(name, base, "date", dates.values, _some(dates.unread), dates=dates, extremes=dates.extremes)
    if claimed == "time":  # not a clock's time, but perhaps 0930
        numbers = read_numbers(distinct, decimal)
        if not numbers.unread.any():
            return Column(name, base, "number", numbers.values, None, numbers.percent, numbers.decimal)
    return Column(name, base, "text", distinct)


def _priced(text: Distinct) -> Distinct | None:
    """The prices of cells such as "13.2 x 10", a price and a size; None where there are none."""
    parts = text.cells.str.extract(r"^\s*([-+$\d.,]+)\s*[xX×]\s*[\d,]+\s*$")[0]
    if parts.isna().all():
        return None
    return replace(text, cells=parts.fillna(text.cells).astype("str"))


def _some(mask: np.ndarray) -> np.ndarray | None:
    return mask if mask.any() else None
