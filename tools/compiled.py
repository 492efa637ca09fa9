"""Compiled recursions for long series: used when the optional `fast` extra (numba) is installed, and only then imported.

They do the arithmetic of `averages.smoothed` in the same order, so that their results are the same to the last bit; what
they save is reading and writing the series once for each average.
"""

from __future__ import annotations

import functools
import importlib.util
import logging
from collections.abc import Callable
from typing import Any

import numpy as np

LONG = 100_000  # values; below, importing numba takes longer than it saves

_RUN = 64  # bars

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
        numbers, wide, one = numba.float64[::1], numba.float64[:, ::1], numba.float64
        signatures: dict[str, Any] = {
            "macd": numba.void(read, numba.int64, one, one, one, one, one, one, wide),
            "rsi": numba.void(read, numba.int64, one, one, one, one, numbers),
        }
        return {
            name: numba.njit(signatures[name], cache=True)(python) for name, python in (("macd", macd_run), ("rsi", rsi_run))
        }
    except (ImportError, RuntimeError) as fault:  # an unfitting version, or no folder for the compiled code
        _log.warning("numba is installed but cannot be used (%s); going on without it", fault)
        return {}


def newest(alpha: float) -> float:
    """The weight of the newest value as pandas rounds it, which takes it through the centre of mass."""
    return 1.0 / (1.0 + (1.0 - alpha) / alpha)


def macd_run(
    x: np.ndarray, i: int, fast: float, slow: float, average: float, a: float, b: float, c: float, out: np.ndarray
) -> None:
    """Fill out[0..2] (macd, signal, histogram) from bar `i` on, from the three averages of the bar before and their weights."""
    old_a, old_b, old_c = 1.0 - a, 1.0 - b, 1.0 - c
    n = len(x)
    while i < n:
        # An average that equals its input stays as it is. Testing that on every bar slows the chain, so a run of bars goes on
        # without the test, notes whether any bar needed it, and is then done again with it.
        end = min(i + _RUN, n)
        before = (fast, slow, average)
        stays = False
        for k in range(i, end):
            now = x[k]
            stays |= (fast == now) | (slow == now)
            fast = old_a * fast + a * now
            slow = old_b * slow + b * now
            line = fast - slow
            stays |= average == line
            average = old_c * average + c * line
            out[0, k] = line
            out[1, k] = average
            out[2, k] = line - average
        if stays:
            fast, slow, average = before
            for k in range(i, end):
                now = x[k]
                if fast != now:
                    fast = old_a * fast + a * now
                if slow != now:
                    slow = old_b * slow + b * now
                line = fast - slow
                if average != line:
                    average = old_c * average + c * line
                out[0, k] = line
                out[1, k] = average
                out[2, k] = line - average
        i = end


def rsi_run(x: np.ndarray, i: int, gain: float, loss: float, a: float, still: float, out: np.ndarray) -> None:
    """Fill out from bar `i` on with the RSI, from the average gain and loss of the bar before and the newest weight."""
    old = 1.0 - a
    n = len(x)
    while i < n:
        while i < n:  # the usual case by itself, as above
            change = x[i] - x[i - 1]
            up, down = max(change, 0.0), max(-change, 0.0)
            if gain == up or loss == down:
                break
            gain = old * gain + a * up
            loss = old * loss + a * down
            total = gain + loss
            if not total > still * abs(x[i]):
                out[i] = np.nan
            else:
                out[i] = 100.0 * (gain / total)
            i += 1
        if i < n:
            change = x[i] - x[i - 1]
            up, down = max(change, 0.0), max(-change, 0.0)
            if gain != up:
                gain = old * gain + a * up
            if loss != down:
                loss = old * loss + a * down
            total = gain + loss
            out[i] = 100.0 * (gain / total) if total > still * abs(x[i]) else np.nan
            i += 1
