"""Per date and expiry of a chain: the implied volatility of the put whose delta has the size asked for, or why not."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.chain_book import Book
from tools.implied import solve
from tools.normal import cumulative

_MOST_VOL = 5.0  # above 500% a volatility is taken for a percentage
_REASONS = (
    "",
    "no puts with a price or a volatility",
    "fewer than {least} days to expiry",
    "no date or expiry",
    "no strike with a quoted call and put, so no forward",
    "delta {delta:g} is not bracketed: the puts' deltas run from {low:.3f} to {high:.3f}",
    "a bracketing put's price lies outside the bounds that a volatility can explain",
)


@dataclass(frozen=True)
class Found:
    """One row a group of the book; `iv` and `strike` are NaN exactly where `why` is not 0.

    Attributes:
        iv: decimal volatility, interpolated linearly in delta between the two bracketing strikes.
        strike: strike interpolated the same way.
        bracket: per group delta and iv of the lower and of the upper of those strikes, (delta, iv, delta, iv).
        why: code for `reason`.
        low, high: smallest and largest size of delta among the usable puts.
        iv_source: "file" or "implied".
        delta_source: "file" or "computed".
        percent: whether the file's volatilities were percentages.
        negative: whether the file's put deltas are negative; None where there are none.
    """

    iv: np.ndarray
    strike: np.ndarray
    bracket: np.ndarray
    why: np.ndarray
    low: np.ndarray
    high: np.ndarray
    iv_source: str
    delta_source: str
    percent: bool
    negative: bool | None


def search(book: Book, forward: np.ndarray, delta: float, least_days: int, rate: float) -> Found:
    """Find the put of that delta in every group."""
    size = len(book)
    years = book.days / 365.0
    usable = (book.days >= least_days) & (years > 0)
    puts = ~book.is_call & usable[book.group]
    iv, scaled, from_file = _file_vols(book, puts)
    deltas, negative = _file_deltas(book, puts)
    rows = np.flatnonzero(puts & (np.isfinite(iv) if from_file else np.isfinite(book.mid)))
    if deltas is None:
        if not from_file:
            rows = rows[book.strike[rows] < forward[book.group[rows]]]
            iv[rows] = _implied(book, rows, forward, years, rate)[0]
        deltas = np.full(len(iv), np.nan)
        deltas[rows] = _deltas(book, rows, forward, years, iv[rows], rate)
    rows = rows[np.isfinite(deltas[rows])]
    group, heights = book.group[rows], deltas[rows]

    at, weight = _bracket(group, heights, delta)
    pair = np.stack([rows[at], rows[np.minimum(at + 1, len(rows) - 1)]]) if len(at) else np.empty((2, 0), dtype=np.int64)
    ends = iv[pair]
    if negative is not None and not from_file:
        ends = _implied(book, pair.ravel(), forward, years, rate)[0].reshape(pair.shape)
    ends = np.where(weight == 0, ends[0], np.where(weight == 1, ends[1], ends)) if len(at) else ends

    out = {name: np.full(size, np.nan) for name in ("iv", "strike", "low", "high")}
    hit = book.group[pair[0]]
    out["iv"][hit] = ends[0] + weight * (ends[1] - ends[0])
    out["strike"][hit] = book.strike[pair[0]] + weight * (book.strike[pair[1]] - book.strike[pair[0]])
    bracket = np.full((size, 4), np.nan)
    bracket[hit] = np.stack([deltas[pair[0]], ends[0], deltas[pair[1]], ends[1]], axis=1)
    has = np.unique(group)
    if len(has):
        starts = np.searchsorted(group, has)
        out["low"][has] = np.minimum.reduceat(heights, starts)
        out["high"][has] = np.maximum.reduceat(heights, starts)

    why = np.zeros(size, dtype=np.int8)
    quoted = np.zeros(size, dtype=bool)
    quoted[has] = True
    bracketed = np.zeros(size, dtype=bool)
    bracketed[hit] = True
    needs_forward = not from_file or negative is None
    for code, wrong in (
        (3, ~np.isfinite(book.days)),
        (2, ~usable),
        (4, ~np.isfinite(forward) & needs_forward),
        (1, ~quoted),
        (5, ~bracketed),
        (6, ~np.isfinite(out["iv"])),
    ):
        why[(why == 0) & wrong] = code
    out["iv"][why != 0] = out["strike"][why != 0] = np.nan
    return Found(
        bracket=bracket,
        why=why,
        iv_source="file" if from_file else "implied",
        delta_source="computed" if negative is None else "file",
        percent=scaled,
        negative=negative,
        **out,
    )


def reason(found: Found, group: int, delta: float, least_days: int) -> str:
    """Why a group has no volatility, in words."""
    words = _REASONS[int(found.why[group])]
    return words.format(delta=delta, least=least_days, low=found.low[group], high=found.high[group])


def _file_vols(book: Book, puts: np.ndarray) -> tuple[np.ndarray, bool, bool]:
    """(decimal volatilities, whether they were percentages, whether the file has any); what is not above 0 is NaN."""
    with np.errstate(invalid="ignore"):
        held = np.where(book.iv > 0, book.iv, np.nan)
    known = held[puts & np.isfinite(held)]
    scaled = len(known) > 0 and float(np.median(known)) > _MOST_VOL
    return (held / 100.0 if scaled else held), scaled, len(known) > 0


def _file_deltas(book: Book, puts: np.ndarray) -> tuple[np.ndarray | None, bool | None]:
    """(sizes of the put deltas on a scale of 1, whether they are negative), or (None, None) where the file has none."""
    known = book.delta[puts & np.isfinite(book.delta) & (book.delta != 0)]
    if len(known) == 0:
        return None, None
    size = np.abs(book.delta)
    if float(np.median(np.abs(known))) > 1.0:
        size = size / 100.0
    return np.where(size <= 1.0, size, np.nan), bool(np.mean(known < 0) > 0.5)


def _implied(
    book: Book, rows: np.ndarray, forward: np.ndarray, years: np.ndarray, rate: float
) -> tuple[np.ndarray, np.ndarray]:
    group = book.group[rows]
    return solve(
        book.mid[rows],
        forward[group],
        book.strike[rows],
        years[group],
        np.full(len(rows), rate),
        np.zeros(len(rows), dtype=bool),
    )


def _deltas(book: Book, rows: np.ndarray, forward: np.ndarray, years: np.ndarray, iv: np.ndarray, rate: float) -> np.ndarray:
    """Size of the Black-76 delta of puts."""
    group = book.group[rows]
    time = years[group]
    with np.errstate(invalid="ignore", divide="ignore"):
        sd = iv * np.sqrt(time)
        d1 = np.log(forward[group] / book.strike[rows]) / sd + 0.5 * sd
        return np.asarray(np.exp(-rate * time) * cumulative(-d1))


def _bracket(group: np.ndarray, heights: np.ndarray, delta: float) -> tuple[np.ndarray, np.ndarray]:
    """Places i where delta lies between heights i and i + 1 of one group (the last such), and its share of the way."""
    if len(group) == 0:
        return np.empty(0, dtype=np.int64), np.empty(0)
    below, above = heights[:-1], heights[1:]
    crossing = (group[:-1] == group[1:]) & (below <= delta) & (above >= delta)
    at = np.flatnonzero(crossing)
    alone = np.flatnonzero(heights == delta)  # exactly there: no neighbour is needed
    at = np.append(at, alone[~np.isin(group[alone], group[at])])
    at = at[np.argsort(at, kind="stable")]
    last = np.append(group[at][1:] != group[at][:-1], True) if len(at) else np.empty(0, dtype=bool)
    at = at[last]
    here, there = heights[at], heights[np.minimum(at + 1, len(heights) - 1)]
    apart = there - here
    weight = np.divide(delta - here, apart, out=np.zeros(len(at)), where=(apart > 0) & (here != delta))
    return at, weight
