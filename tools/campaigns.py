"""Campaigns: what the rule decides on a signal and on which bar of a price each decision is acted on.

A decision stands at the close of a bar of the signal; it is acted on at the first bar of the price after it, never on
the same one. A campaign is one trigger with the tranches that follow it, up to its exit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from tools.errors import ToolError
from tools.peaks import Tops
from tools.series import dates_of, spoken


@dataclass(frozen=True)
class Step:
    """One decision: the bar of the signal at whose close it stands, and the bar of the price on which it is acted on."""

    decided: int
    bar: int


@dataclass(frozen=True)
class Campaign:
    """A trigger's entry, its later tranches and its exit; `leave` is None while the exit has not been acted on."""

    entry: Step
    adds: tuple[Step, ...]
    leave: Step | None


@dataclass(frozen=True)
class Course:
    """All campaigns of one series.

    Attributes:
        campaigns: oldest first; none overlaps another.
        ignored: triggers that came while a campaign was running.
        unpriced: triggers without a price to act on: before its first bar, or after its last but one.
    """

    campaigns: tuple[Campaign, ...]
    ignored: int
    unpriced: int


def matched(signal: pd.Series, price: pd.Series) -> tuple[pd.Series, np.ndarray]:
    """(the price from the first bar of the signal on, position in it at which each bar of the signal is acted on).

    Dated series are matched by date, others by place. A position equal to the price's length means "not yet", and −1 that
    the decision is older than the first price.

    Raises:
        ToolError: one is dated and the other is not, lengths differ without dates, or the price ends before the signal begins.
    """
    ours, theirs = dates_of(signal.index), dates_of(price.index)
    if (ours is None) != (theirs is None):
        raise ToolError("price", "one series with dates and one without", "dated like the signal", "Give both with dates.")
    if ours is None or theirs is None:
        if len(signal) != len(price):
            raise ToolError("price", len(price), f"as long as the signal ({len(signal)} bars) where there are no dates")
        return price, np.arange(1, len(signal) + 1)
    if (ours.tz is None) != (theirs.tz is None):
        raise ToolError("price", str(theirs.tz), f"dates in the signal's time zone ({ours.tz})", "Give both without a zone.")
    held = price[theirs >= ours[0]]
    if held.empty:
        raise ToolError("price", spoken(theirs[-1]), f"prices on or after the signal's first date ({spoken(ours[0])})")
    dates = theirs[theirs >= ours[0]]
    return held, np.where(ours < dates[0], -1, dates.searchsorted(ours, side="right"))


def course(
    fired: np.ndarray, downs: np.ndarray, top: Tops, act: np.ndarray, bars: int, *, hold: int | None, later: int
) -> Course:
    """The campaigns of one signal.

    Args:
        fired: positions of the triggers in the signal, rising.
        downs: positions of the crosses down, rising.
        top: confirmed peaks of the histogram.
        act: for each bar of the signal, the bar of the price on which it is acted on.
        bars: length of the price.
        hold: bars from the first purchase to the exit; None exits after the next cross down.
        later: how many tranches may follow the first.
    """
    campaigns: list[Campaign] = []
    free = ignored = unpriced = 0
    for decided in fired.tolist():
        bar = int(act[decided])
        if not 0 <= bar < bars:
            unpriced += 1
            continue
        if bar < free:
            ignored += 1
            continue
        leave = _leave(decided, bar, downs, act, hold)
        end = bars if leave is None else leave.bar
        campaigns.append(
            Campaign(
                Step(decided, bar),
                _adds(decided, bar, min(end, bars), top, act)[:later],
                leave if leave is not None and leave.bar < bars else None,
            )
        )
        # The bar of the exit itself is not free: a purchase there would only pay the costs twice.
        free = end + 1
    return Course(tuple(campaigns), ignored, unpriced)


def _leave(decided: int, bar: int, downs: np.ndarray, act: np.ndarray, hold: int | None) -> Step | None:
    if hold is not None:
        return Step(int(np.searchsorted(act, bar + hold, side="right")) - 1, bar + hold)
    at = int(np.searchsorted(downs, decided, side="right"))
    return Step(int(downs[at]), int(act[downs[at]])) if at < len(downs) else None


def _adds(decided: int, bar: int, end: int, top: Tops, act: np.ndarray) -> tuple[Step, ...]:
    """Higher highs since the trigger that can still be acted on before the exit, at most one for each bar of the price."""
    begin = int(np.searchsorted(top.at, decided))
    stop = begin
    while stop < len(top.at) and act[top.known[stop]] < end:
        stop += 1
    heights: Sequence[float] = top.height[begin:stop].tolist()
    out: list[Step] = []
    last = bar
    for i in range(1, len(heights)):
        known = int(top.known[begin + i])
        if heights[i] > heights[i - 1] and int(act[known]) > last:
            last = int(act[known])
            out.append(Step(known, last))
    return tuple(out)
