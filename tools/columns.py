"""One column of a table after typing: numbers, dates or text, with what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np
import pandas as pd

from tools.dates import Dates, read_dates
from tools.headers import BLANK
from tools.limits import check_cell
from tools.numerals import read_numbers

ColumnType = Literal["number", "date", "text", "empty"]
_MOSTLY = 0.8  # the share of filled cells that must fit for a type that the name does not claim


@dataclass(frozen=True)
class Column:
    """A typed column.

    Attributes:
        name: unique clean name.
        base: clean name before it was made unique.
        type: what its cells are.
        values: float64 for numbers, datetime64[us] for dates, text (pd.Series) otherwise.
        unread: rows whose cell holds something that does not fit the type; None where there is none.
        percent: cells that carried a percent sign.
        decimal: the decimal sign taken for text cells.
        dates: how its dates were read, for a date column.
    """

    name: str
    base: str
    type: ColumnType
    values: Any
    unread: np.ndarray | None = None
    percent: int = 0
    decimal: str = "."
    dates: Dates | None = None

    @property
    def numbers(self) -> np.ndarray:
        """The values of a number column."""
        return np.asarray(self.values, dtype=float)

    @cached_property
    def text(self) -> pd.Series:
        """The cells as text."""
        return self.values if isinstance(self.values, pd.Series) else pd.Series(self.values).astype("str")

    @property
    def missing(self) -> np.ndarray:
        """Rows without a usable value."""
        if self.type == "number":
            return np.asarray(np.isnan(self.numbers))
        if self.type == "date":
            return np.asarray(np.isnat(self.values))
        return (
            pd.isna(self.values).to_numpy(dtype=bool) if isinstance(self.values, pd.Series) else np.ones(len(self.values), bool)
        )


def type_column(cells: pd.Series, name: str, base: str, claimed: str | None, decimal: str) -> Column:
    """`cells` as a column; `claimed` is the role that the name claims, which decides between numbers and dates.

    Raises:
        ToolError: a cell is longer than the limit.
    """
    wants_date = claimed in ("date", "expiry")
    if pd.api.types.is_datetime64_any_dtype(cells.dtype):
        dates = read_dates(cells)
        return Column(name, base, "date", dates.values, _some(dates.unread), dates=dates)
    if pd.api.types.is_numeric_dtype(cells.dtype):
        values = cells.to_numpy(dtype=float, na_value=np.nan)
        if wants_date:
            dates = read_dates(cells)
            if dates.share >= _MOSTLY:
                return Column(name, base, "date", dates.values, _some(dates.unread), dates=dates)
        infinite = np.isinf(values)
        if infinite.any():
            values = np.where(infinite, np.nan, values)
        empty = bool(np.isnan(values).all()) and not infinite.any()
        return Column(name, base, "empty" if empty else "number", values, _some(infinite))
    return _type_text(cells, name, base, claimed, decimal)


def _type_text(cells: pd.Series, name: str, base: str, claimed: str | None, decimal: str) -> Column:
    longest = cells.str.len().max()
    check_cell(0 if pd.isna(longest) else int(longest), name)
    sample = cells.iloc[:: max(1, len(cells) // 200)]
    filled = sample[~sample.str.strip().str.lower().isin(BLANK) & sample.notna()]
    if not len(filled):
        whole = cells.str.strip().str.lower()
        if bool((whole.isna() | whole.isin(BLANK)).all()):
            return Column(name, base, "empty", np.full(len(cells), np.nan))
        filled = sample
    if claimed not in ("date", "expiry", "kind", "symbol", "time"):
        numbers = read_numbers(cells, decimal)
        held = int((~numbers.blank).sum())
        enough = 0.5 if claimed else _MOSTLY
        if held and numbers.unread.sum() <= (1 - enough) * held:
            return Column(name, base, "number", numbers.values, _some(numbers.unread), numbers.percent, numbers.decimal)
    if claimed in ("date", "expiry") or (claimed not in ("kind", "symbol", "time") and read_dates(filled).share >= _MOSTLY):
        dates = read_dates(cells)
        if dates.share >= (0.5 if claimed else _MOSTLY):
            return Column(name, base, "date", dates.values, _some(dates.unread), dates=dates)
    return Column(name, base, "text", cells)


def _some(mask: np.ndarray) -> np.ndarray | None:
    return mask if mask.any() else None
