"""Which bars of a series are read: weekly ones, those of a stretch of time, or those up to one event."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Literal, TypeVar

import pandas as pd
from pydantic import Field

from tools import weekly
from tools.errors import ToolError
from tools.series import dates_of, spoken

_Dated = TypeVar("_Dated", pd.Series, pd.DataFrame)
STRETCH: Final[Mapping[str, Any]] = {
    "bars": (Literal["weekly"] | None, Field(None, description="weekly: the last value of each week")),
    "until": (str | None, Field(None, description="only the bars up to this date, as 2024-08-05, or so many bars")),
    "since": (str | None, Field(None, description="only the bars from this date on, as 2024-08-05")),
    "latest": (int | None, Field(None, ge=1, description="only the last so many bars")),
    "upto": (str | None, Field(None, description="only the bars up to this date, as 2024-08-05")),
}
"""The arguments that say so, as a model sees them."""


def stretch(
    series: pd.Series, bars: str | None, until: str | None, period: tuple[str | None, str | None], latest: int | None = None
) -> pd.Series:
    """The series on weekly bars where they are asked for, only from one date to another, and only up to an event.

    `latest` keeps only the last so many bars of that.
    """
    out = between(series, *period) if any(period) else series
    out = weekly(out) if bars == "weekly" else out
    out = out if latest is None else _latest(out, latest)
    if until is None:
        return out
    try:
        kept = out.iloc[: int(until)] if until.isdigit() else out.loc[: pd.Timestamp(until)]
    except (ValueError, TypeError) as error:
        raise ToolError("until", until, "a date such as 2024-08-05, or the number of a bar") from error
    kept.attrs = dict(out.attrs)
    if "call" in kept.attrs:
        kept.attrs["call"] = f"{kept.attrs['call']}.loc[:{until!r}]"
    return kept


def _latest(series: pd.Series, count: int) -> pd.Series:
    if count > len(series):
        raise ToolError("latest", count, f"at most the {len(series):,} bars that there are")
    kept = series.iloc[-count:].copy()
    kept.attrs = dict(series.attrs)
    if "call" in kept.attrs:
        kept.attrs["call"] = f"{kept.attrs['call']}.iloc[-{count}:]"
    return kept


def between(series: _Dated, since: str | None, upto: str | None) -> _Dated:
    """The bars of a dated series, or the rows of a dated curve, from one day to another."""
    if dates_of(series.index) is None:
        raise ToolError(
            "series", "a series without dates", "a series with dates", "A stretch of time can only be told from dates."
        )
    try:
        kept = series.loc[since:upto].copy()
    except (ValueError, TypeError) as error:
        raise ToolError("since", (since, upto), "dates such as 2024-08-05") from error
    if kept.empty:
        held = f"a series from {spoken(series.index[0])} to {spoken(series.index[-1])}"
        raise ToolError("series", held, f"one with values from {since or 'its start'} to {upto or 'its end'}")
    kept.attrs = dict(series.attrs)
    if "call" in kept.attrs:
        kept.attrs["call"] = f"{kept.attrs['call']}.loc[{since!r}:{upto!r}]"
    return kept
