"""Many parameter choices of the rule on one market at once: the same campaigns as `backtest`, with fractions of contracts.

All choices step through their campaigns side by side: the first campaign of each, then the second, and so on. Events lie
flat, sorted by choice and bar, so that "the next one after" is one binary search for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tools.averages import smoothed
from tools.crossings import noise
from tools.macd import warm_up
from tools.peaks import tops
from tools.series import leading_blanks
from tools.simulation import Terms

_AT_ONCE = 2_000_000  # numbers in one array: more would leave the processor's cache and the memory of a small machine


@dataclass(frozen=True)
class Events:
    """Triggers, crosses down and higher highs of `rows` choices over `bars` bars, each as sorted keys row × bars + bar.

    Each ends with one key beyond the last row, which no bar reaches. `before` is, for each higher high, the bar of the peak
    that it exceeded.
    """

    rows: int
    bars: int
    triggers: np.ndarray
    downs: np.ndarray
    highs: np.ndarray
    before: np.ndarray

    def after(self, keys: np.ndarray, rows: np.ndarray, bars: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """(position in `keys`, bar) of the first event of each row at or after a bar; the bar is `self.bars` where none is."""
        begin = rows * self.bars
        at = keys.searchsorted(begin + bars)
        return at, np.minimum(keys[at] - begin, self.bars)

    def kept(self, flags: np.ndarray) -> Events:
        """The same with only the triggers on flagged bars."""
        last = np.append(flags[self.triggers[:-1] % self.bars], True)
        return Events(self.rows, self.bars, self.triggers[last], self.downs, self.highs, self.before)


def events(data: np.ndarray, pairs: Sequence[tuple[int, int]], signals: Sequence[int]) -> Iterator[Events]:
    """Events of every (fast, slow) pair with every signal span, signal fastest, in blocks of rows.

    Args:
        data: the signal, oldest first; blanks only in front.
        pairs: (fast, slow) spans, fast below slow.
        signals: spans of the signal line.
    """
    first = leading_blanks(data)
    held = data[first:]
    averages = {n: smoothed(held, n, 2.0 / (n + 1.0), "sma") for n in sorted({n for pair in pairs for n in pair})}
    limits = {slow: noise(held, slow) for slow in sorted({slow for _, slow in pairs})}
    block = max(1, _AT_ONCE // (len(data) * len(signals)))
    for begin in range(0, len(pairs), block):
        chosen = pairs[begin : begin + block]
        line = np.stack([averages[fast] - averages[slow] for fast, slow in chosen])
        histogram = np.full((len(chosen), len(signals), len(data)), np.nan)
        histogram[:, :, first:] = line[:, None, :] - _signals(line, [slow for _, slow in chosen], signals)
        limit = np.full((len(chosen), 1, len(data)), np.nan)
        limit[:, 0, first:] = [limits[slow] for _, slow in chosen]
        yield _found(histogram, limit)


def _signals(line: np.ndarray, slows: Sequence[int], signals: Sequence[int]) -> np.ndarray:
    """Signal lines [pair, signal, bar]: all averages move on together, bar by bar."""
    alpha = 2.0 / (np.array(signals, dtype=float) + 1.0)
    stay = 1.0 - alpha
    starts: dict[int, list[tuple[int, int]]] = {}
    for i, slow in enumerate(slows):
        for j, span in enumerate(signals):
            starts.setdefault(warm_up(slow, span) - 1, []).append((i, j))
    now, step = np.full((len(slows), len(signals)), np.nan), np.empty((len(slows), len(signals)))
    out = np.empty((line.shape[1], *now.shape))
    columns = np.ascontiguousarray(line.T)[:, :, None]
    for bar, value in enumerate(columns):
        np.multiply(value, alpha, out=step)
        now *= stay
        now += step
        for i, j in starts.get(bar, ()):
            now[i, j] = np.sum(line[i, bar - signals[j] + 1 : bar + 1] / signals[j])
        out[bar] = now
    return np.moveaxis(out, 0, 2)


def _found(histogram: np.ndarray, limit: np.ndarray) -> Events:
    bars = histogram.shape[2]
    above, below = histogram > limit, histogram < -limit
    rows = histogram.reshape(-1, bars)
    known = ~np.isnan(rows[:, :-1])
    up = np.zeros(rows.shape, dtype=bool)
    up[:, 1:] = above.reshape(rows.shape)[:, 1:] & ~above.reshape(rows.shape)[:, :-1] & known
    down = np.zeros(rows.shape, dtype=bool)
    down[:, 1:] = below.reshape(rows.shape)[:, 1:] & ~below.reshape(rows.shape)[:, :-1] & known
    triggers, flat = np.flatnonzero(up), rows.reshape(-1)
    noise = np.broadcast_to(limit, histogram.shape).reshape(rows.shape)[triggers // bars, triggers % bars]
    triggers = triggers[flat[triggers] - flat[triggers - 1] > noise]
    highs, before = _highs(rows)
    end = len(rows) * bars
    falls, highs = np.append(np.flatnonzero(down), end), np.append(highs, end)
    return Events(len(rows), bars, np.append(triggers, end), falls, highs, np.append(before, bars))


def _highs(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(key at which each higher high is known, bar of the peak before it), as `tools.peaks` defines them."""
    bars = rows.shape[1]
    rising, falling = rows[:, 1:] > rows[:, :-1], rows[:, 1:] < rows[:, :-1]
    known = ~np.isnan(rows[:, :-1])
    level = (known & ~rising & ~falling).any(axis=1)
    peak = np.zeros(rows.shape, dtype=bool)
    peak[:, 1:-1] = rising[:, :-1] & falling[:, 1:] & (rows[:, 1:-1] > 0)
    peak[level] = False
    at = np.flatnonzero(peak)
    keys, sure, height = at, at + 1, rows.reshape(-1)[at]
    for row in np.flatnonzero(level):  # a flat top is one peak: such rows are read one by one
        top = tops(rows[row])
        keys, sure = np.append(keys, top.at + row * bars), np.append(sure, top.known + row * bars)
        height = np.append(height, top.height)
    if level.any():
        order = np.argsort(keys, kind="stable")
        keys, sure, height = keys[order], sure[order], height[order]
    if not len(keys):
        return sure, keys
    higher = np.flatnonzero((height[1:] > height[:-1]) & (keys[1:] // bars == keys[:-1] // bars)) + 1
    return sure[higher], keys[higher - 1] % bars


@dataclass(frozen=True)
class Outcomes:
    """What each row came to: trades, gain, gain by the middle bar, deepest fall, share of bars on which anything was held."""

    triggers: np.ndarray
    trades: np.ndarray
    gain: np.ndarray
    first_half: np.ndarray
    max_drawdown: np.ndarray
    exposure: np.ndarray


def outcomes(
    found: Events, act: np.ndarray, price: np.ndarray, shares: Sequence[float], terms: Terms, hold: int | None
) -> Outcomes:
    """Carry out the campaigns of every row on one price.

    Args:
        found: the events of the signal.
        act: for each bar of the signal the bar of the price on which it is acted on.
        price: one price a bar, in points.
        shares: running share of the account after each tranche.
        terms: multiplier, costs and spread; units are fractions.
        hold: bars from the first purchase to the exit; None exits after the next cross down.
    """
    bars, rows = len(price), np.arange(found.rows)
    deal = np.append(act, bars)  # a bar beyond the signal is never acted on
    ready = np.searchsorted(act, np.arange(bars + 2))  # the first bar of the signal that is acted on at a bar or later
    paid, got = (np.append([f(float(p)) for p in price], np.nan) for f in (terms.paid, terms.got))
    spent, units, base = (np.zeros((found.rows, bars)) for _ in range(3))
    account, trades = np.ones(found.rows), np.zeros(found.rows, dtype=np.int64)
    free = np.zeros(found.rows, dtype=np.int64)
    while len(rows):
        _, decided = found.after(found.triggers, rows, ready[free[rows]])
        rows, decided = rows[deal[decided] < bars], decided[deal[decided] < bars]
        bar = deal[decided]
        end = bar + hold if hold is not None else deal[found.after(found.downs, rows, decided + 1)[1]]
        end = np.minimum(end, bars)
        share, held = np.zeros(len(rows)), np.zeros(len(rows))
        on, last = np.arange(len(rows)), bar
        for number, total in enumerate(shares):
            if number:
                on, last = _add(found, deal, ready, rows, decided, end, on, last)
            size = total - share[on]
            share[on] = total
            bought = size / paid[last]
            held[on] += bought
            spent[rows[on], last] += size * account[rows[on]]
            units[rows[on], last] += bought * account[rows[on]]
        trades[rows] += 1
        left = end < bars
        rows, end, share, held = rows[left], end[left], share[left], held[left]
        before = account[rows]
        account[rows] = before * (1.0 - share + held * got[end])
        spent[rows, end] -= share * before
        units[rows, end] -= held * before
        base[rows, end] += account[rows] - before
        free[rows] = end + 1
        rows = rows[free[rows] < bars]
    return _measured(found, trades, (spent, units, base), price * terms.multiplier)


def _add(
    found: Events,
    deal: np.ndarray,
    ready: np.ndarray,
    rows: np.ndarray,
    decided: np.ndarray,
    end: np.ndarray,
    on: np.ndarray,
    last: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    """(campaigns that add one more tranche, the bar on which they do)."""
    at, known = found.after(found.highs, rows[on], ready[last + 1])
    # The first peak since the trigger only sets the mark: what it exceeds lies before the trigger.
    stale = (known < found.bars) & (found.before[at] < decided[on])
    if stale.any():
        known[stale] = found.after(found.highs, rows[on][stale], known[stale] + 1)[1]
    bar = deal[known]
    good = bar < end[on]
    return on[good], bar[good]


def _measured(
    found: Events, trades: np.ndarray, steps: tuple[np.ndarray, np.ndarray, np.ndarray], point: np.ndarray
) -> Outcomes:
    spent, units, equity = (np.cumsum(part, axis=1, out=part) for part in steps)
    exposure = (units > 1e-9 / point).mean(axis=1)  # below a billionth of the account it is rounding
    units *= point
    equity += 1.0
    equity -= spent
    equity += units
    peak = np.maximum.accumulate(equity, axis=1, out=spent)
    np.maximum(peak, 1.0, out=peak)
    deepest = 1.0 - np.divide(equity, peak, out=peak).min(axis=1)
    counted = np.bincount(found.triggers[:-1] // found.bars, minlength=found.rows)
    middle = equity[:, (equity.shape[1] - 1) // 2]
    return Outcomes(counted, trades, equity[:, -1] - 1.0, middle - 1.0, deepest, exposure)
