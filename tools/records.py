"""Records in memory (rows of cells, DataFrames) to a raw table: numbers as float64, dates as datetimes, the rest as text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from tools.errors import ToolError
from tools.headers import find_header
from tools.limits import check_shape
from tools.names import claim
from tools.raw import Dropped, Raw

_SEARCHED = 300


def read_frame(frame: pd.DataFrame, name: str, form: str = "DataFrame") -> Raw:
    """A DataFrame; an index that says more than the row's number becomes the first column. Nothing is changed in it."""
    check_shape(len(frame), frame.shape[1], name)
    if not len(frame):
        raise ToolError("source", name, "a table with rows of data", "It has columns but no rows.")
    names = [_label(c) for c in frame.columns]
    parts: list[Any] = [frame.iloc[:, i] for i in range(frame.shape[1])]
    # Evenly spaced dates as numbers are a range too, to pandas.
    if not isinstance(frame.index, pd.RangeIndex) or claim(_label(frame.index.name)) == "date":
        levels = [frame.index.get_level_values(i) for i in range(frame.index.nlevels)]
        stated = [lv for lv in levels if lv.name is not None or not pd.api.types.is_integer_dtype(lv.dtype)]
        names = ["date" if lv.name is None and isinstance(lv, pd.DatetimeIndex) else _label(lv.name) for lv in stated] + names
        parts = [lv.to_series() for lv in stated] + parts
    columns = {i: _plain_column(part.reset_index(drop=True)) for i, part in enumerate(parts)}
    count = len(frame)
    return Raw(
        frame=pd.DataFrame(columns, copy=False),
        names=tuple(names),
        above=("",) * len(names),
        format=form,
        lines=np.arange(1, count + 1),
        place="record",
        rows_read=count,
    )


def read_rows(rows: list[tuple[int, Sequence[Any]]], name: str, form: str, place: str) -> Raw:
    """Numbered rows of cells, the header among them; what stands above the header is left aside."""
    width = max((max((i + 1 for i, v in enumerate(r) if v is not None and v != ""), default=0) for _, r in rows), default=0)
    check_shape(len(rows), width, name)
    header = find_header([[_cell(v) for v in r[:width]] for _, r in rows[:_SEARCHED]], width)
    start = 0 if header.row is None else header.row + 1
    body = rows[start:]
    if not body:
        raise ToolError("source", name, "a table with rows of data", "Only a header was found, without a row below it.")
    columns = {i: _from_objects(pd.Series([r[i] if i < len(r) else None for _, r in body], dtype=object)) for i in range(width)}
    numbers = np.array([n for n, _ in body])
    span = int(numbers[-1]) - (rows[start - 1][0] if start else 0)
    blank = span - len(body)
    notes = [] if header.row is not None else ["No header was found: the columns were numbered."]
    if header.row:
        notes.append(f"The header stands on {place} {rows[header.row][0]}; what is above it was left aside.")
    return Raw(
        frame=pd.DataFrame(columns),
        names=header.names,
        above=header.above,
        preamble=tuple(str(cell) for _, row in rows[: header.row or 0] for cell in row if cell not in (None, "")),
        format=form,
        lines=numbers,
        place=place,
        rows_read=span,
        dropped=(Dropped(f"blank {place}", blank, _missing(numbers)),) if blank else (),
        header_line=rows[header.row][0] if header.row is not None else None,
        notes=tuple(notes),
    )


def _label(name: Any) -> str:
    return " ".join(str(n) for n in name if str(n)) if isinstance(name, tuple) else "" if name is None else str(name)


def _plain_column(column: pd.Series) -> pd.Series:
    """Numbers as float64, dates as datetimes, everything else as text."""
    dtype = column.dtype
    if isinstance(dtype, pd.CategoricalDtype):
        column = column.astype(dtype.categories.dtype if len(dtype.categories) else "str")
        dtype = column.dtype
    if isinstance(dtype, pd.PeriodDtype):
        return pd.Series(column.dt.to_timestamp())
    if pd.api.types.is_bool_dtype(dtype) or pd.api.types.is_object_dtype(dtype):
        return _from_objects(column)
    if pd.api.types.is_numeric_dtype(dtype) and not pd.api.types.is_complex_dtype(dtype):
        return pd.Series(column.to_numpy(dtype=float, na_value=np.nan))
    if pd.api.types.is_datetime64_any_dtype(dtype):
        return column
    return column.astype("str")


def _from_objects(column: pd.Series) -> pd.Series:
    held = column.dropna()
    if len(held) and all(isinstance(v, (dt.datetime, dt.date, pd.Timestamp, np.datetime64)) for v in held):
        return pd.Series(pd.to_datetime(column.map(_isoformat), format="ISO8601", errors="coerce", utc=True)).dt.tz_localize(
            None
        )
    if not any(isinstance(v, (str, bool, dt.date, dt.time, list, dict, bytes)) for v in held):
        return pd.Series(pd.to_numeric(column, errors="coerce").to_numpy(dtype=float, na_value=np.nan))
    return column.map(lambda v: _isoformat(v) if isinstance(v, (dt.date, dt.time)) else str(v), na_action="ignore").astype(
        "str"
    )


def _isoformat(value: Any) -> Any:
    if value is None or value is pd.NaT:
        return None
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _missing(numbers: np.ndarray) -> tuple[int, ...]:
    jumps = np.flatnonzero(np.diff(numbers) > 1)[:5]
    return tuple(int(numbers[j]) + 1 for j in jumps)


def _cell(value: Any) -> str:
    return "" if value is None else value.isoformat(" ") if isinstance(value, dt.datetime) else str(value)
