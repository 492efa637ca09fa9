"""Higher highs of the histogram: confirmed local peaks above the peak before them, the cue for a later tranche.

A peak is known only on the bar that ends lower than it; `known_on` is that bar, and no cue carries an earlier date.
Only peaks above zero count, since the method speaks of a histogram that expands positively.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from tools.series import as_series, leading_blanks, when


def higher_highs(histogram: pd.Series, since: int = 0) -> pd.DataFrame:
    """Confirmed positive peaks at or after position `since` that stand above the confirmed peak before them.

    The first peak since then only sets the mark. A flat top is one peak, dated on its first bar.

    Args:
        histogram: MACD histogram, oldest first; leading blanks are allowed.
        since: 0-based position of the first tranche.

    Returns:
        DataFrame [date, known_on, point, known_point, value, before]: time stamps where the index is dated,
        otherwise points counted from 1; `before` is the peak that was exceeded.

    Raises:
        ToolError: values that are no numbers.
    """
    values = as_series(histogram, "histogram")
    top = tops(values.to_numpy())
    start, known, height = (part[top.at >= since] for part in (top.at, top.known, top.height))
    higher = np.flatnonzero(height[1:] > height[:-1]) + 1
    at, known = start[higher], known[higher]
    return pd.DataFrame(
        {
            "date": when(values.index, at),
            "known_on": when(values.index, known),
            "point": at + 1,
            "known_point": known + 1,
            "value": height[higher],
            "before": height[higher - 1],
        }
    )


@dataclass(frozen=True)
class Tops:
    """Confirmed peaks above zero as arrays: position of the first bar of each, of the bar that confirms it, and height."""

    at: np.ndarray
    known: np.ndarray
    height: np.ndarray


def tops(data: np.ndarray) -> Tops:
    """Every confirmed peak above zero of an array whose blanks all lead, oldest first."""
    first = leading_blanks(data)
    starts = first + np.flatnonzero(np.r_[True, np.diff(data[first:]) != 0])
    runs = data[starts]
    middle = runs[1:-1]
    found = 1 + np.flatnonzero((middle > runs[:-2]) & (middle > runs[2:]) & (middle > 0)) if len(runs) > 2 else np.empty(0, int)
    return Tops(starts[found], starts[found + 1] if len(found) else found, runs[found])


def tallest(bars: np.ndarray, begin: int) -> int:
    """Where the highest bar of a histogram stands from a place on; of several equally high the first."""
    return begin + int(np.nanargmax(bars[begin:]))
