"""The formats in which dates are written: which of them read the most cells of a sample, and all cells read by one.

A date before 1800 or after 2200 is taken for none.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from tools.periods import TWO_DIGITS

_DAYS = [
    "%Y-%m-%d",
    "%m/%d/%Y",
    "%d/%m/%Y",
    "%m/%d/%y",
    "%d/%m/%y",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%d.%m.%Y",
    "%d.%m.%y",
    "%m-%d-%Y",
    "%d-%m-%Y",
    "%m-%d-%y",
    "%d-%m-%y",
    "%Y%m%d",
    "%d-%b-%y",
    "%d-%b-%Y",
    "%b-%d-%Y",
    "%d%b%Y",
    "%d%b%y",
    "%d %b %Y",
    "%d %b %y",
    "%b %d %Y",
    "%b %d, %Y",
    "%b %d %y",
    "%b %d, %y",
    "%Y %b %d",
]
_MONTHS = ["%Y-%m", "%Y/%m", "%m/%Y", "%b-%y", "%b-%Y", "%b %Y"]
_TIMES = ("", " %H:%M", " %H:%M:%S", " %I:%M %p", " %I:%M:%S %p", "T%H:%M", "T%H:%M:%S", ", %H:%M", ", %H:%M:%S", " %H%M%S")
EARLIEST: Final = np.datetime64("1800-01-01", "us")
LATEST: Final = np.datetime64("2200-01-01", "us")
NAT: Final = np.datetime64("NaT", "us")


def likely_formats(sample: pd.Series) -> tuple[int, list[str]]:
    """The formats that read the most cells of the sample, and how many these are."""
    few = sample.iloc[:: max(1, len(sample) // 20)]
    counts = {
        form: int(np.count_nonzero(~np.isnat(by_format(sample, form))))
        for form in [*(day + time for day in _DAYS for time in _TIMES), *_MONTHS]
        if not np.isnat(by_format(few, form)).all()
    }
    best = max(counts.values(), default=0)
    return best, [form for form, count in counts.items() if count == best]


def by_format(text: pd.Series, form: str) -> np.ndarray:
    """`text` read by one format; NaT where it does not fit, or where the day does not exist in its month."""
    stamps = pc.strptime(pa.array(text, type=pa.large_string(), from_pandas=True), format=form, unit="s", error_is_null=True)
    values = np.asarray(stamps.to_numpy(zero_copy_only=False)).astype("datetime64[us]")
    # strptime lets 30 February run over into March: what landed on the 1st to 3rd of a month is read again, strictly.
    day = (values.astype("datetime64[D]") - values.astype("datetime64[M]").astype("datetime64[D]")).astype(np.int64)
    landed = np.flatnonzero(~np.isnat(values) & (day <= 2))
    if len(landed):
        strict = pd.to_datetime(text.iloc[landed], format=form, errors="coerce")
        if "%b" in form:
            strict = strict.fillna(pd.to_datetime(text.iloc[landed], format=form.replace("%b", "%B"), errors="coerce"))
        values[landed] = strict.to_numpy(dtype="datetime64[us]")
    return np.where((values < EARLIEST) | (values > LATEST), NAT, values)


def by_iso(text: pd.Series) -> np.ndarray | None:
    """ISO 8601 dates, NaT where a cell is none; None where the cells are too short to be dates."""
    whole = text.where(text.str.match(r"\d{4}-\d{2}-\d{2}").fillna(False).astype(bool))
    if whole.isna().all():
        return None
    stamps = pd.to_datetime(whole, format="ISO8601", errors="coerce", utc=True)
    return stamps.dt.tz_localize(None).to_numpy(dtype="datetime64[us]")


def said_of(form: str) -> tuple[str, ...]:
    """How a format was read, where it leaves something out, in plain sentences."""
    years = (TWO_DIGITS,) if "%y" in form else ()
    return (*years, "Months were read as their first day.") if form in _MONTHS else years
