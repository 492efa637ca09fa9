"""Exponential averages: the recursion y = a·x + (1 − a)·y_before that the MACD and the RSI are made of.

The recursion runs strictly from old to new, so a value never depends on what comes after it, to the last bit.
Source: Appel's MACD and Wilder's smoothing as the field computes them; span n means a = 2/(n + 1), Wilder's a = 1/n.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
import pandas as pd

from tools.compiled import newest
from tools.parameters import Periods, SeriesInput, checked
from tools.series import as_series, leading_blanks

Seed = Literal["sma", "first"]
_SHORT = 500  # values; up to here pandas takes longer to begin than this to end


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


def smoothed(data: np.ndarray, span: int, alpha: float, seed: Seed) -> np.ndarray:
    """The recursion over an array without blanks; with seed "sma" the first span − 1 values are NaN.

    With "first" every value is returned, the warm-up included, since further averages start from it.
    """
    at = span - 1 if seed == "sma" else 0
    if len(data) <= at:
        return np.full(len(data), np.nan)
    run = data.copy()
    if seed == "sma":
        run[:at] = np.nan  # leading blanks stay blank, and the recursion starts at the first number
        # Dividing before adding keeps the mean of huge values finite.
        run[at] = np.sum(data[:span] / span)
    if len(run) - at <= _SHORT:
        return _walked(run, at, alpha)
    # Compiled and strictly sequential; blocked products and scans in numpy came out hardly faster, and rounded otherwise.
    return pd.Series(run, copy=False).ewm(alpha=alpha, adjust=False).mean().to_numpy()


def _walked(run: np.ndarray, at: int, alpha: float) -> np.ndarray:
    """The same recursion step by step, to the last bit."""
    new = newest(alpha)
    old, value = 1.0 - new, float(run[at])
    for i, now in enumerate(run[at + 1 :].tolist(), at + 1):
        if value != now:
            value = old * value + new * now
        run[i] = value
    return run
