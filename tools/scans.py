"""Long exponential averages in rows: the recursion y = a·x + (1 − a)·y_before without a step of Python for each value.

Within a row that begins after the average y, with r = 1 − a, the k-th average is r^k · (r·y + Σ a·r^−j · x_j), j = 0 … k:
one multiplication, one running sum and one more multiplication for the whole row. The sum runs from old to new and rows begin
at places that do not depend on the length of the series, so that what comes later changes nothing, to the last bit. All
terms keep their sign, so that an average which dies away keeps its digits.
"""

from __future__ import annotations

import functools
import math

import numpy as np

_HEAD = 512  # values that are walked one by one before rows pay
_ROW = 4096  # values in a row at most: they stay in the processor's nearest cache
_REACH = 180 * math.log(10)  # the weights of a row span 180 powers of ten: no number of up to 1e100 overflows then


def head_after(at: int) -> int:
    """Where the rows of an average begin whose first value stands at `at`."""
    return _HEAD * (at // _HEAD + 1)


@functools.lru_cache(maxsize=64)
def row_weights(*alphas: float) -> np.ndarray:
    """For each alpha two lines, a·r^−k and r^k over the places k of a row; all have the length of the shortest row."""
    olds = [1.0 - alpha for alpha in alphas]
    size = min(min(_ROW, int(_REACH / -math.log1p(-alpha)) if alpha < 1 else 1) for alpha in alphas)
    falls = [old ** np.arange(size, dtype=float) for old in olds]
    out = np.stack([line for alpha, fall in zip(alphas, falls, strict=True) for line in (alpha / fall, fall)])
    out.flags.writeable = False
    return out


def walk(run: np.ndarray, at: int, end: int, alpha: float) -> None:
    """The recursion in place from `at` + 1 to `end`, step by step."""
    old, value = 1.0 - alpha, float(run[at])
    for i, now in enumerate(run[at + 1 : end].tolist(), at + 1):
        value = old * value + alpha * now
        run[i] = value


def scan(run: np.ndarray, begin: int, alpha: float) -> None:
    """The recursion in place from `begin` on, in rows."""
    if alpha >= 1:  # each value is its own average
        return
    rises, falls = row_weights(alpha)
    for start in range(begin, len(run), len(rises)):
        row = run[start : start + len(rises)]
        _average(row, float(run[start - 1]), alpha, rises, falls, row)


def macd_rows(x: np.ndarray, i: int, now: np.ndarray, alphas: np.ndarray, weights: np.ndarray, out: np.ndarray) -> None:
    """Fill out[0..2] (macd, signal, histogram) from bar `i` on, where the rows of the three averages begin.

    `now` holds the fast, slow and signal average of the bar before; `weights` are the `row_weights` of the three alphas.
    """
    a, b, c = alphas.tolist()
    fast, slow, average = now.tolist()
    size = weights.shape[1]
    quick, lazy = np.empty(size), np.empty(size)
    for start in range(i, len(x), size):
        row = x[start : start + size]
        line, signal, histogram = out[:, start : start + size]
        one, other = quick[: len(row)], lazy[: len(row)]
        _average(row, fast, a, weights[0], weights[1], one)
        _average(row, slow, b, weights[2], weights[3], other)
        np.subtract(one, other, out=line)
        _average(line, average, c, weights[4], weights[5], signal)
        np.subtract(line, signal, out=histogram)
        fast, slow, average = float(one[-1]), float(other[-1]), float(signal[-1])


def rsi_rows(
    x: np.ndarray, i: int, gain: float, loss: float, alpha: float, still: float, weights: np.ndarray, out: np.ndarray
) -> None:
    """Fill out from bar `i` on, where the rows of both averages begin, with the RSI; NaN where hardly anything moved."""
    size = weights.shape[1]
    work = np.empty((3, size))
    for start in range(i, len(x), size):
        row, found = x[start : start + size], out[start : start + size]
        up, down, whole = work[:, : len(row)]
        np.subtract(row, x[start - 1 : start - 1 + len(row)], out=down)
        np.maximum(down, 0.0, out=up)
        np.subtract(up, down, out=down)
        _average(up, gain, alpha, weights[0], weights[1], up)
        _average(down, loss, alpha, weights[0], weights[1], down)
        gain, loss = float(up[-1]), float(down[-1])
        np.add(up, down, out=whole)
        unmoved = ~(whole > still * np.abs(row))
        whole[unmoved] = np.nan
        # the share is taken first: a quotient of equals is exactly 1, so that no rounding lifts the RSI above 100
        np.divide(up, whole, out=found)
        found *= 100.0


def _average(x: np.ndarray, before: float, alpha: float, rises: np.ndarray, falls: np.ndarray, out: np.ndarray) -> None:
    """The averages of one row, after the average `before`."""
    np.multiply(x, rises[: len(x)], out=out)
    out[0] += (1.0 - alpha) * before
    np.add.accumulate(out, out=out)
    out *= falls[: len(x)]
