"""The months of a futures curve as a table: their columns in order, the slopes by date, and the days to settlement."""

from __future__ import annotations

import re
from typing import Any, Final

import numpy as np
import pandas as pd

from tools.days import read_days
from tools.errors import ToolError
from tools.series import dates_of, spoken
from tools.vix_expiries import next_settlement

FLAT: Final = 1e-12
ALLOWED: Final = "prices from the front month to the back, or a table with a column for each month (M1, M2, …)"
_MONTH: Final = re.compile(r"(m|month|v|vx|ux|f|fut|future|settle)[ _]?(\d{1,2})", re.IGNORECASE)


def place_of(frame: pd.DataFrame, date: str) -> int:
    """The row of this date, which must have both prices."""
    days = dates_of(frame.index)
    if days is None:
        raise ToolError("date", date, "left out, since the table has no dates", "Load the table with its dates.")
    wanted = read_days([date], "date")[0]
    found = np.flatnonzero(days.normalize() == wanted)
    if len(found) == 0 or frame["state"].iloc[found[0]] == "unknown":
        held = days[frame["state"] != "unknown"]
        near = held[int(np.argmin(np.abs(held - wanted)))]
        allowed = f"a date with a front and a second price, from {spoken(held[0])} to {spoken(held[-1])}"
        raise ToolError("date", date, allowed, f"The nearest is {spoken(near)}.")
    return int(found[0])


def slopes_of(months: pd.DataFrame) -> pd.DataFrame:
    """Per date front, second, slope, state and roll yield, and the days to both settlements."""
    front, second = months.to_numpy().T[:2]
    known = ~(np.isnan(front) | np.isnan(second))
    slope = np.divide(second, front, out=np.full(len(front), np.nan), where=known) - 1.0
    flat = np.abs(slope) <= FLAT
    state = np.select([~known, flat, slope > 0], ["unknown", "flat", "contango"], "backwardation").astype(object)
    slope = np.where(flat, 0.0, slope)
    front_days, second_days = _days(months.index, str(months.columns[0]), known)
    columns = {
        "front": np.where(known, front, np.nan),
        "second": np.where(known, second, np.nan),
        "slope": slope,
        "state": state,
        "roll_yield": 0.0 - slope,
        "front_days": front_days,
        "second_days": second_days,
    }
    return pd.DataFrame(columns, index=months.index)


def _days(index: pd.Index, name: str, known: np.ndarray) -> list[np.ndarray]:
    """Days to both settlements; a column named V1 holds the settling contract on its last day, M1 the one after it."""
    dates = dates_of(index)
    if dates is None:
        return [np.full(len(index), np.nan)] * 2
    days = dates.tz_localize(None).to_numpy().astype("datetime64[D]")
    expiring = name.lower().startswith("v") and name[1:].isdigit()
    ends = [next_settlement(days, ahead=ahead, on_the_day=expiring) for ahead in (0, 1)]
    return [np.where(np.isnat(end) | ~known, np.nan, (end - days).astype("int64")) for end in ends]


def months_of(table: pd.DataFrame) -> pd.DataFrame:
    """The month columns in order, as floats; dates become the index where a column holds them."""
    out = table
    if dates_of(table.index) is None:
        dated = [c for c in table.columns if pd.api.types.is_datetime64_any_dtype(table[c])]
        out = table.set_index(dated[0]) if dated else table
    named: dict[str, dict[int, Any]] = {}
    for column in out.columns:
        if match := _MONTH.fullmatch(str(column).strip()):
            named.setdefault(match.group(1).lower(), {})[int(match.group(2))] = column
    found = next((columns for columns in named.values() if {1, 2} <= columns.keys()), None)
    if found is None:
        names = list(map(str, table.columns))
        raise ToolError("curve", names, ALLOWED, "Name the month columns M1, M2, and so on.")
    months = out[[found[number] for number in sorted(found)]]
    text = [str(c) for c in months.columns if not pd.api.types.is_numeric_dtype(months[c]) or months[c].dtype == bool]
    if text:
        raise ToolError("curve", f"column {text[0]}", "numbers in every month column", "Load the file with load_table first.")
    months = months.astype("float64")
    if (months < 0).any(axis=None) or np.isinf(months.to_numpy()).any():
        raise ToolError("curve", "a negative or infinite price", "prices of at least 0", "Correct or remove those rows.")
    dates = dates_of(months.index)
    if dates is not None and not (dates.is_monotonic_increasing and dates.is_unique):
        raise ToolError("curve", "dates out of order or repeated", "dated oldest first, each once", "Sort it by date.")
    return months
