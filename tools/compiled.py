"""Compiled recursions for long series: used when the optional `fast` extra (numba) is installed, and only then imported.

They do the arithmetic of `scans` in the same rows and order, so that their results are the same to the last bit;
what they save is reading and writing the series once for each average.
"""

from __future__ import annotations

import functools
import importlib.util
import logging
from collections.abc import Callable
from typing import Any

import numpy as np

LONG = 100_000  # values; below, importing numba takes longer than it saves

_log = logging.getLogger(__name__)
_Kernel = Callable[..., None]


def kernel(name: str, size: int) -> _Kernel | None:
    """The compiled recursion of that name ("macd" or "rsi") for a series of `size` values, or None: do without."""
    return _kernels().get(name) if size >= LONG else None


@functools.cache
def _kernels() -> dict[str, _Kernel]:
    if importlib.util.find_spec("numba") is None:
        return {}
    try:
        import numba

        read = numba.types.Array(numba.float64, 1, "C", readonly=True)
        rows = numba.types.Array(numba.float64, 2, "C", readonly=True)
        numbers, wide, one = numba.float64[::1], numba.float64[:, ::1], numba.float64
        signatures: dict[str, Any] = {
            "macd": numba.void(read, numba.int64, numbers, numbers, rows, wide),
            "rsi": numba.void(read, numba.int64, one, one, one, one, rows, numbers),
        }
        return {
            name: numba.njit(signatures[name], cache=True)(python) for name, python in (("macd", macd_run), ("rsi", rsi_run))
        }
    except (ImportError, RuntimeError) as fault:  # an unfitting version, or no folder for the compiled code
        _log.warning("numba is installed but cannot be used (%s); going on without it", fault)
        return {}


def macd_run(x: np.ndarray, i: int, now: np.ndarray, alphas: np.ndarray, weights: np.ndarray, out: np.ndarray) -> None:
    """`scans.macd_rows`, value by value."""
    rises_a, falls_a, rises_b, falls_b, rises_c, falls_c = (
        weights[0],
        weights[1],
        weights[2],
        weights[3],
        weights[4],
        weights[5],
    )
    fast, slow, average = now[0], now[1], now[2]
    n, size = len(x), weights.shape[1]
    while i < n:
        end = min(n, i + size)
        row, lines, signals, histograms = x[i:end], out[0, i:end], out[1, i:end], out[2, i:end]
        sum_a, sum_b, sum_c = (1.0 - alphas[0]) * fast, (1.0 - alphas[1]) * slow, (1.0 - alphas[2]) * average
        for k in range(len(row)):
            sum_a += row[k] * rises_a[k]
            sum_b += row[k] * rises_b[k]
            fast, slow = sum_a * falls_a[k], sum_b * falls_b[k]
            line = fast - slow
            sum_c += line * rises_c[k]
            average = sum_c * falls_c[k]
            lines[k], signals[k], histograms[k] = line, average, line - average
        i = end


def rsi_run(
    x: np.ndarray, i: int, gain: float, loss: float, alpha: float, still: float, weights: np.ndarray, out: np.ndarray
) -> None:
    """`scans.rsi_rows`, value by value."""
    rises, falls = weights[0], weights[1]
    n, size = len(x), weights.shape[1]
    while i < n:
        end = min(n, i + size)
        row, before, found = x[i:end], x[i - 1 : end - 1], out[i:end]
        up, down = (1.0 - alpha) * gain, (1.0 - alpha) * loss
        for k in range(len(row)):
            change = row[k] - before[k]
            up += max(change, 0.0) * rises[k]
            down += max(-change, 0.0) * rises[k]
            gain, loss = up * falls[k], down * falls[k]
            total = gain + loss
            found[k] = 100.0 * (gain / total) if total > still * abs(row[k]) else np.nan
        i = end
