"""Moving Average Convergence Divergence: the gap between a fast and a slow exponential average, and its own average.

macd = EMA(fast) − EMA(slow); signal = EMA of macd; histogram = macd − signal, all in the unit of the series.
Warm-up is NaN: macd before bar `slow`, signal and histogram before bar slow + signal − 1 (34 for 12/26/9).
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from tools.averages import Seed, smoothed
from tools.compiled import kernel
from tools.errors import ToolError
from tools.methodology import METHOD
from tools.parameters import Periods, SeriesInput, checked
from tools.scans import head_after, macd_rows, row_weights
from tools.series import as_series, leading_blanks

_COLUMNS = pd.Index(["macd", "signal", "histogram"])
SETTLED = 4  # in warm-ups: from about four on, the seed no longer shows


@checked
def macd(
    series: SeriesInput,
    fast: Periods = METHOD.fast.value,
    slow: Periods = METHOD.slow.value,
    signal: Periods = METHOD.signal.value,
    seed: Seed = "sma",
) -> pd.DataFrame:
    """The MACD line, its signal line and the histogram of a series.

    Args:
        series: numbers, oldest first; in the method, implied volatility of the 10-delta SPX put, one value a bar.
        fast: span of the fast average in bars; shorter than `slow`.
        slow: span of the slow average in bars.
        signal: span of the signal line in bars.
        seed: "sma" starts each average from the mean of its first values, "first" from the first value.

    Returns:
        DataFrame [macd, signal, histogram] on the index of the series, of the same length; warm-up NaN.

    Raises:
        ToolError: fewer than slow + signal − 1 values, fast not below slow, or values that are no numbers.
    """
    require_order(fast, slow)
    values = as_series(series, copy=False)
    data = values.to_numpy()
    first = leading_blanks(data)
    require_length(len(data) - first, slow, signal)
    out = lines(data[first:], fast, slow, signal, seed)
    if first:
        out = np.concatenate((np.full((3, first), np.nan), out), axis=1)
    frame = pd.DataFrame(out.T, index=values.index, columns=_COLUMNS, copy=False)
    frame.attrs = dict(values.attrs)
    return frame


def warm_up(slow: int, signal: int) -> int:
    """How many values the first signal needs."""
    return slow + signal - 1


def require_order(fast: int, slow: int) -> None:
    """Refuse a fast average that is not the faster one."""
    if fast >= slow:
        raise ToolError("fast", fast, f"below slow ({slow})", "Swap the two, or take the usual 12 and 26.")


def require_length(seen: int, slow: int, signal: int) -> None:
    """Refuse a series that ends before its first signal."""
    need = warm_up(slow, signal)
    if seen < need:
        raise ToolError(
            "series",
            seen,
            f"at least {need} values long (slow + signal − 1 = {slow} + {signal} − 1)",
            f"{need} values are needed for the first signal and {seen} were seen: give {need - seen} more, oldest first.",
        )


def lines(data: np.ndarray, fast: int, slow: int, signal: int, seed: Seed) -> np.ndarray:
    """[macd, signal, histogram] as the rows of one array, of an array without blanks; warm-up NaN.

    With seed "first" the signal starts at the very first MACD value, as charting packages do; what lies in the
    warm-up is used and not shown.
    """
    head = min(len(data), head_after(warm_up(slow, signal) - 1))
    alphas = (2.0 / (fast + 1.0), 2.0 / (slow + 1.0), 2.0 / (signal + 1.0))
    quick, lazy = (smoothed(data[:head], n, alpha, seed, head=head) for n, alpha in zip((fast, slow), alphas, strict=False))
    out = np.empty((3, len(data)))
    line, average, histogram = out[:, :head]
    np.subtract(quick, lazy, out=line)
    average[:] = smoothed(line, signal, alphas[2], seed, first=slow - 1 if seed == "sma" else 0, head=head)
    line[: slow - 1] = np.nan
    average[: warm_up(slow, signal) - 1] = np.nan
    np.subtract(line, average, out=histogram)
    if len(data) > head:
        run = kernel("macd", len(data)) or macd_rows
        now = np.array([quick[-1], lazy[-1], average[-1]])
        run(np.ascontiguousarray(data), head, now, np.array(alphas), row_weights(*alphas), out)
    return out
