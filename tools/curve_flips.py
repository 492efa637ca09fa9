"""When a dated futures curve changed between contango and backwardation, and its slope date by date where they are few."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from tools.series import at, spoken, when
from tools.wording import counted, listed, percent, points

if TYPE_CHECKING:
    from tools.curve import TermStructure

_EACH = 8  # dates whose slopes are all told
_NAMED = 6  # changes named one by one, of more the last of them


def flips_of(frame: pd.DataFrame) -> tuple[tuple[Any, float, float], ...]:
    """(date or point, slope on the known date before, slope then) of each change of state, oldest first.

    Args:
        frame: per date the columns slope and state; dates whose state is unknown are passed over.
    """
    states, slopes = np.asarray(frame["state"], dtype=object), frame["slope"].to_numpy()
    known = np.flatnonzero(states != "unknown")
    turned = np.flatnonzero(states[known][1:] != states[known][:-1])
    dates = when(frame.index, [int(known[n + 1]) for n in turned])
    return tuple(
        (date, float(slopes[known[n]]), float(slopes[known[n + 1]])) for date, n in zip(dates, turned.tolist(), strict=True)
    )


def flips_told(result: TermStructure) -> list[str]:
    """Lines on the changes of a curve of several dates, and on each date where they are few."""
    frame = result.frame[result.frame["state"] != "unknown"]
    if len(frame) < 2:
        return []
    lines = []
    if len(frame) <= _EACH:
        rows = zip(when(frame.index, range(len(frame))), frame["front"], frame["second"], frame["slope"], strict=True)
        told = [f"{spoken(date)} {points(far)}/{points(near)} − 1 = {percent(slope)}" for date, near, far, slope in rows]
        lines.append(f"Slope by date: {'; '.join(told)}.")
    if not result.flips:
        return [*lines, f"It did not change sides: {result.state} on every date."]
    shown = [
        f"to {_state(now)} {at(date)} ({percent(before)} the date before, {percent(now)} then)"
        for date, before, now in result.flips[-_NAMED:]
    ]
    more = ", the last of them" if len(result.flips) > _NAMED else ""
    return [*lines, f"**The curve flipped {counted(len(result.flips), 'time')}**{more}: {listed(shown)}."]


def _state(slope: float) -> str:
    return "contango" if slope > 0 else "backwardation" if slope < 0 else "flat"
