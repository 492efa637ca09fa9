"""The shape of a futures curve from its prices, front to back: its steps, its runs of one direction, where it is steepest."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd

from tools.curve_table import FLAT
from tools.wording import listed, points


def mean_slope(slopes: np.ndarray, held: np.ndarray) -> float | None:
    """The average slope over dates, or over the pairs of months of one curve."""
    if len(slopes) > 1:
        return float(np.nanmean(slopes))
    return float(np.mean(held[1:] / held[:-1] - 1)) if len(held) > 2 else None


def changes(curve: pd.Series) -> list[float]:
    """The slope from each month of a curve to the next."""
    return [float(far / near - 1) for near, far in pairwise(curve)]


def steepest(curve: pd.Series) -> tuple[str, str] | None:
    """The neighbours of three months or more that lie furthest apart; None where all are level."""
    steps = [abs(change) for change in changes(curve)]
    if len(steps) < 2 or max(steps) <= FLAT:
        return None
    widest = steps.index(max(steps))
    return str(curve.index[widest]), str(curve.index[widest + 1])


def runs_of(prices: pd.Series) -> list[tuple[str, str, float]]:
    """The curve from the front on as stretches of one direction: (what it does, month and price where that ends)."""
    runs: list[tuple[str, str, float]] = []
    for before, (name, price) in zip(prices.iloc[:-1], prices.iloc[1:].items(), strict=True):
        change = price / before - 1
        does = "stays level" if abs(change) <= FLAT else "rises" if change > 0 else "falls"
        if runs and runs[-1][0] == does:
            runs.pop()
        runs.append((does, str(name), float(price)))
    return runs


def steady_way(prices: pd.Series) -> str:
    """That the whole curve goes one way, month by month; "" where it does not."""
    ways = {does for does, _, _ in runs_of(prices)}
    if ways == {"rises"}:
        return ", contango all the way up: each month above the one before"
    return ", backwardation all the way down: each month below the one before" if ways == {"falls"} else ""


def shape_of(prices: pd.Series, state: str) -> str:
    """How the curve goes on where the two nearest months do not tell it; "" where they do."""
    ways = [does for does, _, _ in runs_of(prices) if does != "stays level"]
    ways = [does for i, does in enumerate(ways) if not i or does != ways[i - 1]]
    if len(ways) < 2:
        return f", the curve {ways[0]} further back" if ways and state == "flat" else ""
    if len(ways) > 2:
        return ", a mixed curve"
    return ", a humped curve" if ways[0] == "rises" else ", a curve with a dip"


def way_of(prices: pd.Series) -> str:
    """'from M1 19.50 it rises by 0.10 to M2 19.60 and falls by 0.80 to M4 18.80'."""
    told, before = [], float(prices.iloc[0])
    for does, name, price in runs_of(prices):
        told.append(
            f"{does} {'up' if does == 'stays level' else f'by {points(abs(price - before))}'} to {name} {points(price)}"
        )
        before = price
    return f"from {prices.index[0]} {points(prices.iloc[0])} it {listed(told)}"
