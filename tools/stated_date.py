"""The date of a table of quotes that stands above it, once for all rows: "Date: January 2 2024 at 4:15 PM EST"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pandas as pd

from tools.columns import Column
from tools.dates import Dates, read_dates
from tools.distinct import Distinct
from tools.headers import shown, unique_names

_MARK = re.compile(r"\b(?:date|as of|on):? +([^ ].{5,58})$", re.IGNORECASE)


def stated_date(preamble: Sequence[str], columns: Sequence[Column], day_first: bool | None) -> Column | None:
    """A column of the one day that the cells above the table state; None where they state none, or several."""
    found: dict[np.datetime64, Dates] = {}
    for before, cell in pairwise(["", *preamble]):
        for text in (cell, f"{before} {cell}"):
            said = _MARK.search(text.strip())
            dates = read_dates(Distinct.of(pd.Series([said[1]])), day_first) if said is not None else None
            if dates is not None and dates.share == 1:
                found.setdefault(dates.values[0].astype("datetime64[D]"), dates)
    if len(found) != 1:
        return None
    (dates,) = found.values()
    count = len(columns[0].values)
    name = unique_names([*(c.name for c in columns), "Date"])[-1]
    values, none = np.full(count, dates.values[0]), np.zeros(count, dtype=bool)
    note = f"No column holds the date of the quotes; {shown(name)} is {pd.Timestamp(dates.values[0])}, stated above them."
    made = Dates(values, none, none, dates.format, (note, *dates.notes), dates.warnings, dates.asked)
    return Column(name, name, "date", values, dates=made)
