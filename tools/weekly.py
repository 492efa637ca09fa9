"""A dated series on weekly bars: the last value of every week that ends on a Friday."""

from __future__ import annotations

from typing import Any

import pandas as pd

from tools.errors import ToolError
from tools.series import as_series, dates_of


def weekly(series: Any) -> pd.Series:
    """The last value of each week (Saturday to Friday), dated on the day on which that value stands.

    The week that is still running counts with what it has, as a weekly chart shows it. Weeks without a value are left out.

    Args:
        series: numbers with dates, oldest first.

    Returns:
        A series with the same name and attributes; its `call` attribute says how it was made.

    Raises:
        ToolError: the series has no dates.
    """
    data = as_series(series, "series")
    dates = dates_of(data.index)
    if dates is None:
        raise ToolError("series", "a series without dates", "a series with dates", "Weeks can only be told from dates.")
    week = pd.Series(dates, index=data.index).dt.to_period("W-FRI")
    out = data[~week.duplicated(keep="last").to_numpy()].copy()
    out.attrs = dict(getattr(series, "attrs", {}))
    if "call" in out.attrs:
        out.attrs["call"] = f"weekly({out.attrs['call']})"
    return out
