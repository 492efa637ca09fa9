"""Exponential averages: the recursion y = a·x + (1 − a)·y_before that the MACD and the RSI are made of.

The recursion runs strictly from old to new, so a value never depends on what comes after it, to the last bit.
Source: Appel's MACD and Wilder's smoothing as the field computes them; span n means a = 2/(n + 1), Wilder's a = 1/n.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
import pandas as pd

from tools.parameters import Periods, SeriesInput, checked
from tools.scans import head_after, scan, walk
from tools.series import as_series, leading_blanks

Seed = Literal["sma", "first"]


@checked
def ema(series: SeriesInput, span: Periods, seed: Seed = "sma") -> pd.Series:
    """The exponential moving average of a series; NaN until `span` values have been seen.

    Args:
        series: numbers, oldest first; leading blanks are allowed.
        span: number of bars; the newest value weighs 2/(span + 1).
        seed: "sma" starts from the mean of the first `span` values, "first" from the first value.

    Returns:
        A Series of the same length and index, in the unit of the input.

    Raises:
        ToolError: fewer than `span` values, or values that are no numbers.
    """
    values = as_series(series, "series", span, copy=False)
    data = values.to_numpy()
    first = leading_blanks(data)
    out = np.full(len(data), np.nan)
    out[first:] = smoothed(data[first:], span, 2.0 / (span + 1.0), seed)
    out[first : first + span - 1] = np.nan
    result = pd.Series(out, index=values.index, name=values.name, copy=False)
    result.attrs = dict(values.attrs)
    return result


def smoothed(data: np.ndarray, span: int, alpha: float, seed: Seed, *, first: int = 0, head: int | None = None) -> np.ndarray:
    """The recursion over an array without blanks from `first` on; with seed "sma" the span − 1 values from there are NaN.

    With "first" every value is returned, the warm-up included, since further averages start from it. Up to `head` it is
    walked value by value, then scanned in rows; where the rows begin never depends on the length of the data.
    """
    at = first + (span - 1 if seed == "sma" else 0)
    if len(data) <= at:
        return np.full(len(data), np.nan)
    run = data.copy()
    if seed == "sma":
        run[:at] = np.nan  # leading blanks stay blank, and the recursion starts at the first number
        # Dividing before adding keeps the mean of huge values finite.
        run[at] = np.sum(data[first : first + span] / span)
    end = min(len(run), head_after(at) if head is None else head)
    walk(run, at, end, alpha)
    scan(run, end, alpha)
    return run
