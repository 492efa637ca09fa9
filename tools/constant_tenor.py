"""A volatility a date at one constant tenor, from the expiries of that date, and why some dates have none.

Where two expiries lie on either side of the tenor, total variance is interpolated linearly in time between them; otherwise
the nearest expiry stands as it is, with its own days.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from tools.chain_book import Book
from tools.put_iv_search import Found, reason


@dataclass(frozen=True)
class ByDate:
    """One figure a date.

    Attributes:
        frame: [date, iv, strike, dte, method], oldest first; method "interpolated" or "single".
        used: the groups of the book behind them.
        last: those behind the last date, one or two.
    """

    frame: pd.DataFrame
    used: np.ndarray
    last: np.ndarray


def by_date(book: Book, found: Found, good: np.ndarray, tenor: int) -> ByDate:
    """The volatility of each date at so many days, from the groups that are `good`."""
    days, date = book.days[good], book.date[good]  # a book is sorted by date, then expiry
    starts = np.flatnonzero(np.append(True, date[1:] != date[:-1]))
    place = np.arange(len(good))
    before = np.maximum.reduceat(np.where(days <= tenor, place, -1), starts)
    after = np.minimum.reduceat(np.where(days >= tenor, place, len(good)), starts)
    lone = (before < 0) | (after >= len(good))
    near, far = np.where(before < 0, after, before), np.where(after >= len(good), before, after)
    near_days, far_days = days[near], days[far]
    both = ~lone & (near_days < far_days)
    share = np.divide(tenor - near_days, far_days - near_days, out=np.zeros(len(starts)), where=both)
    iv, strike = found.iv[good], found.strike[good]
    variance = (1 - share) * iv[near] ** 2 * near_days + share * iv[far] ** 2 * far_days
    frame = pd.DataFrame(
        {
            "date": date[starts].view("datetime64[us]"),
            "iv": np.where(both, np.sqrt(variance / tenor), iv[near]),
            "strike": np.where(both, (1 - share) * strike[near] + share * strike[far], strike[near]),
            "dte": np.where(both, float(tenor), near_days).astype("int64"),
            "method": np.where(both, "interpolated", "single").astype(object),
        }
    )
    last = good[[near[-1], far[-1]]] if both[-1] else good[near[-1:]]
    return ByDate(frame, good[np.unique(np.concatenate([near, far[both]]))], last)


def refused(book: Book, found: Found, series: pd.DataFrame, delta: float, least: int) -> pd.DataFrame:
    """[date, reason] of the dates without a figure: the reason of the expiry that came furthest."""
    taken = set(series["date"].to_numpy().astype("datetime64[us]").view("i8").tolist())
    rows: dict[int, tuple[int, str]] = {}
    for group in np.flatnonzero(found.why):
        date, code = int(book.date[group]), int(found.why[group])
        if date not in taken and code > rows.get(date, (0, ""))[0]:
            rows[date] = (code, reason(found, int(group), delta, least))
    dates = np.array(list(rows), dtype="i8").view("datetime64[us]")
    return pd.DataFrame({"date": dates, "reason": pd.Series([why for _, why in rows.values()], dtype=object)})
