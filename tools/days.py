"""Calendar days as people give them: ISO text, dates or time stamps, read as whole days; anything else is refused."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Annotated, Any

import numpy as np
import pandas as pd

from tools.errors import ToolError

_ALLOWED = "dates written as 2024-08-05"
ISO = re.compile(r"\s*\d{4}-\d{2}-\d{2}([T ].*)?")

DayList = Annotated[Sequence[dt.date | str], "dates"]


def read_days(values: Any, name: str) -> pd.DatetimeIndex:
    """The days in the order given, without time of day; repeated days stay.

    Raises:
        ToolError: no list of dates, an empty one, text that is no ISO date (03/04/2024 may be March or April), a blank.
    """
    if isinstance(values, (str, bytes, pd.DataFrame)) or not isinstance(values, (Sequence, pd.Index, pd.Series, np.ndarray)):
        raise ToolError(name, values, f"a list of {_ALLOWED}", "Give for example ['2024-07-31', '2024-09-18'].")
    if len(values) == 0:
        raise ToolError(name, "an empty list", f"a list of {_ALLOWED}", "Give at least one date.")
    return pd.DatetimeIndex([_day(item, name) for item in values])


def iso(moment: pd.Timestamp) -> str:
    """The day as 2024-08-05."""
    return moment.strftime("%Y-%m-%d")


def _day(item: Any, name: str) -> pd.Timestamp:
    if isinstance(item, (dt.date, np.datetime64)) or (isinstance(item, str) and ISO.fullmatch(item)):
        try:
            moment = pd.Timestamp(item)
        except ValueError as error:
            raise ToolError(name, item, _ALLOWED, "There is no such day.") from error
        if isinstance(moment, pd.Timestamp) and not pd.isna(moment):
            return moment.tz_localize(None).normalize()
    raise ToolError(name, item, _ALLOWED, "Other forms are not read: 03/04/2024 may mean March or April.")
