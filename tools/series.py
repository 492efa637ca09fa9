"""One series of numbers, oldest first: read from whatever the caller holds, or refused with the points to mend.

A point is a place in the series, counted from 1. Blanks (NaN, None) are allowed only before the first number, as the
warm-up of another indicator leaves them; a blank inside would silently shift every average after it.
"""

from __future__ import annotations

import numbers
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd

from tools.errors import ToolError

LARGEST = 1e100  # beyond it sums and squares leave the range of a float
_SHOWN = 5
_ALLOWED = "a list, array or pandas Series of finite numbers, oldest first"
_NUMERAL = re.compile(r"\s*[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?\s*")
_FAST = frozenset({float, int, np.float64, np.float32, np.int64, np.int32})


def as_series(values: Any, name: str = "series", minimum: int = 1, *, copy: bool = True) -> pd.Series:
    """`values` as a float64 Series of the same length; nothing is dropped, filled or changed in place.

    A Series keeps its index, name and attrs. Dates, where the index holds them, must rise. Numerals in strings
    ("18.9") count as numbers, other text does not.

    Args:
        values: list, tuple, one-dimensional array or Series.
        name: parameter name that an error carries.
        minimum: how many numbers are needed after the leading blanks.
        copy: whether the numbers must outlive the caller's; False for what is only read and not kept.

    Raises:
        ToolError: text, truth values, infinite or blank points (with their positions), or fewer than `minimum`.
    """
    if isinstance(values, pd.Series):
        index = _checked_index(values.index, name)
        data = _floats(values, name, copy)
        out = pd.Series(data, index=index, name=values.name, copy=False)
        out.attrs = dict(values.attrs)
    else:
        out = pd.Series(_floats(values, name, copy), dtype="float64", copy=False)
    _require_numbers(out, values, name)
    seen = len(out) - leading_blanks(out.to_numpy())
    if seen < minimum:
        raise ToolError(
            name, seen, f"at least {minimum} numbers long", f"{seen} seen; give {minimum - seen} more, oldest first."
        )
    return out


def leading_blanks(data: np.ndarray) -> int:
    """How many NaN stand before the first number of a float array (its length when all are NaN)."""
    if len(data) == 0 or not np.isnan(data[0]):
        return 0
    known = ~np.isnan(data)
    return int(known.argmax()) if known.any() else len(data)


def dates_of(index: pd.Index) -> pd.DatetimeIndex | None:
    """The index as dates where it holds dates (time stamps, periods or `datetime.date`), otherwise None."""
    if isinstance(index, pd.DatetimeIndex):
        return index
    if isinstance(index, pd.PeriodIndex):
        return index.to_timestamp()
    if len(index) and pd.api.types.infer_dtype(index, skipna=False) in ("date", "datetime"):
        return pd.DatetimeIndex(index)
    return None


def when(index: pd.Index, positions: np.ndarray | Sequence[int]) -> list[Any]:
    """What to call these 0-based positions: their time stamps or names where the index has any, otherwise points from 1."""
    dates = dates_of(index)
    places = np.asarray(positions, dtype="int64")
    if dates is None and named(index):
        return [str(index[i]) for i in places]
    return list(dates[places]) if dates is not None else [int(i) + 1 for i in places]


def named(index: pd.Index) -> bool:
    """Whether an index holds names of rows, such as days without a year ("03-04")."""
    return len(index) > 0 and isinstance(index[0], str) and isinstance(index[-1], str)


def spoken(moment: Any) -> str:
    """A time stamp as `2018-02-05` (with the time of day where there is one), a name as it is, a point as `point 34`."""
    if isinstance(moment, str):
        return moment
    if isinstance(moment, pd.Timestamp):
        midnight = moment == moment.normalize()
        return moment.strftime("%Y-%m-%d" if midnight else "%Y-%m-%d %H:%M")
    return f"point {moment}"


def at(moment: Any) -> str:
    """`spoken` with its preposition: 'on 2018-02-05' or 'at point 34'."""
    return f"{'on' if isinstance(moment, (pd.Timestamp, str)) else 'at'} {spoken(moment)}"


def _checked_index(index: pd.Index, name: str) -> pd.Index:
    dates = dates_of(index)
    if dates is None:
        return index
    if dates.hasnans:
        raise ToolError(name, "a missing date", "dated at every point", "Drop the rows that have no date.")
    if not dates.is_monotonic_increasing:
        raise ToolError(name, f"dates from {dates[0]} to {dates[-1]}, out of order", "ordered oldest first", "Sort it by date.")
    if not dates.is_unique:
        again = dates[dates.duplicated()][0]
        raise ToolError(name, f"{spoken(again)} more than once", "one value a date", "Keep one row for each date.")
    return index


def _floats(values: Any, name: str, copy: bool) -> np.ndarray:
    """The values as float64, a new array where `copy` says so; blanks become NaN, no numbers are refused by position."""
    if isinstance(values, pd.DataFrame):
        raise ToolError(
            name, f"a table with {values.shape[1]} columns", _ALLOWED, "Pick one column, for example table['close']."
        )
    if isinstance(values, (str, bytes)) or not isinstance(values, (pd.Series, pd.Index, np.ndarray, Sequence)):
        raise ToolError(name, values, _ALLOWED, "Give the numbers in a list, for example [18.2, 18.4, 18.1].")
    if isinstance(values, (pd.Series, pd.Index, np.ndarray)):
        if values.ndim != 1:
            raise ToolError(name, f"an array of shape {values.shape}", _ALLOWED, "Pick one row or one column.")
        dtype = values.dtype
        if pd.api.types.is_float_dtype(dtype) or (pd.api.types.is_integer_dtype(dtype)):
            if isinstance(values, np.ndarray):
                return _masked(values) if np.ma.isMaskedArray(values) else np.array(values, dtype="float64", copy=copy or None)
            return np.array(values.to_numpy(dtype="float64", na_value=np.nan), copy=copy or None)
        items: list[Any] = list(values)
    else:
        items = list(values)
        if set(map(type, items)) <= _FAST:
            try:
                return np.array(items, dtype="float64")
            except OverflowError:
                pass  # an integer beyond a float: the walk below says which
    out = np.empty(len(items))
    bad: list[int] = []
    for i, item in enumerate(items):
        number = _number(item)
        if number is None:
            bad.append(i)
        else:
            out[i] = number
    if bad:
        raise _refusal(name, items[bad[0]], bad, "They are not numbers: remove those rows or put the numbers in.")
    return out


def _masked(values: Any) -> np.ndarray:
    return np.asarray(np.ma.filled(values.astype("float64"), np.nan))


def _number(item: Any) -> float | None:
    """A float, NaN for a blank, None for what is no number (truth values, text, dates, integers beyond a float)."""
    if item is None or item is pd.NA or item is pd.NaT:
        return float("nan")
    if isinstance(item, (bool, np.bool_)):
        return None
    if isinstance(item, str):
        return float(item) if _NUMERAL.fullmatch(item) else None
    if isinstance(item, (numbers.Real, Decimal)):
        try:
            return float(item)
        except (OverflowError, ValueError):
            return None
    return None


def _require_numbers(out: pd.Series, values: Any, name: str) -> None:
    data = out.to_numpy()
    if len(data) == 0:
        raise ToolError(name, "no values", _ALLOWED, "Give at least one number.")
    first = leading_blanks(data)
    if first == len(data):
        raise ToolError(name, f"{len(data)} blanks and no number", _ALLOWED, "Check that the right column was taken.")
    with np.errstate(over="ignore", invalid="ignore"):
        # One pass: no number is larger than the root of the sum of squares, and a blank makes that sum a NaN. Not np.dot,
        # which takes every core and on a busy machine waits for them.
        if np.einsum("i,i->", data[first:], data[first:]) <= LARGEST**2:
            return
    ok = np.abs(data[first:]) <= LARGEST
    places = np.flatnonzero(~ok) + first
    wrong = data[places[0]]
    if np.isnan(wrong):
        mend = "Blanks inside the series shift every average after them: remove those rows or fill them."
    elif np.isinf(wrong):
        mend = "Infinite values cannot be averaged: remove those rows or put the numbers in."
    else:
        mend = "Values beyond 1e100 in size cannot be averaged: check the unit."
    raise _refusal(name, float(wrong), places.tolist(), mend, out.index)


def _refusal(name: str, given: Any, places: Sequence[int], mend: str, index: pd.Index | None = None) -> ToolError:
    """The error that names the first few positions, by date where there are dates."""
    moments = when(index, places[:_SHOWN]) if index is not None else [i + 1 for i in places[:_SHOWN]]
    shown = ", ".join(map(spoken, moments))
    more = f" and {len(places) - _SHOWN:,} more" if len(places) > _SHOWN else ""
    return ToolError(name, given, _ALLOWED, f"Found at {shown}{more}. {mend}")
