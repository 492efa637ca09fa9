"""Trading days of the New York Stock Exchange, which Cboe's index options and VIX futures keep as well.

The rules and the special closures (days of mourning, September 2001, hurricanes) are those of the library `holidays`.
Half days count as trading days.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np

from tools.errors import ToolError

FIRST: Final = np.datetime64("1971-01-01", "D")  # before it the exchange's own rules changed from year to year
LAST: Final = np.datetime64("2100-12-31", "D")


@cache
def trading_calendar() -> np.busdaycalendar:
    """The exchange's week and closed days, for numpy's `is_busday`, `busday_count` and `busday_offset`."""
    from holidays import financial_holidays

    closed = financial_holidays("XNYS", years=range(FIRST.item().year, LAST.item().year + 1))
    return np.busdaycalendar(holidays=np.array(sorted(closed), dtype="datetime64[D]"))


def is_session(days: np.ndarray) -> np.ndarray:
    """Whether the exchange is open on each of `days` (datetime64).

    Raises:
        ToolError: a day outside the years that the calendar covers, or a missing one.
    """
    days = _covered(np.asarray(days))
    return np.asarray(np.is_busday(days, busdaycal=trading_calendar()))


def sessions(first: np.datetime64, last: np.datetime64) -> np.ndarray:
    """All trading days from `first` to `last`, both included (datetime64[D], ascending).

    Raises:
        ToolError: as `is_session`.
    """
    start, end = _covered(np.array([first, last]))
    days = np.arange(start, end + 1)
    return days[np.is_busday(days, busdaycal=trading_calendar())]


def covered(first: np.datetime64, last: np.datetime64) -> bool:
    """Whether the calendar knows every day from `first` to `last`."""
    return bool(first.astype("datetime64[D]") >= FIRST and last.astype("datetime64[D]") <= LAST)


def _covered(days: np.ndarray) -> np.ndarray:
    whole = days.astype("datetime64[D]")
    outside = ~((whole >= FIRST) & (whole <= LAST))  # a missing day compares as false
    if outside.any():
        raise ToolError("days", str(whole[outside][0]), f"days from {FIRST} to {LAST}, which the calendar of holidays covers")
    return whole
