"""How high a value stands against its own past: the normalised scale on which a level is called depressed.

The primary article says "below 0.8 on a normalised scale" and does not define the scale; the mean is our assumption and
the others are there to be compared with it. Every scale looks at the window that ends on the bar itself, never beyond.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
import pandas as pd

from tools.expression import figure
from tools.working import WorkingStep, step

Scale = Literal["mean", "median", "max", "minmax", "percentile"]

MEANING: dict[str, str] = {
    "mean": "divided by its trailing {window}-bar mean",
    "median": "divided by its trailing {window}-bar median",
    "max": "divided by its trailing {window}-bar maximum",
    "minmax": "as its place between the lowest and the highest value of the last {window} bars",
    "percentile": "as the share of the last {window} bars that are not above it",
}


def level_steps(values: pd.Series, scale: Scale, window: int) -> list[WorkingStep]:
    """How the last value's place on the scale comes about; nothing where it has none."""
    place = float(normalised(values.tail(window), scale, window).iloc[-1]) if len(values) >= window else float("nan")
    if np.isnan(place):
        return []
    held, last = values.tail(window), figure(values.iloc[-1])
    if scale == "percentile":
        return [step("Level", figure(int((held <= values.iloc[-1]).sum())) / window)]
    if scale == "minmax":
        return [step("Level", (last - held.min()) / (figure(held.max()) - held.min()))]
    base = step(f"Trailing {window}-bar {'maximum' if scale == 'max' else scale}", float(values.iloc[-1] / place))
    return [base, step("Level", last / base.value if base.value else last)]


def normalised(values: pd.Series, scale: Scale, window: int) -> pd.Series:
    """Each value on the scale; NaN until the window is full and where the scale has no meaning.

    It has none where the mean, median or maximum is not above zero, or where the window is flat (min–max).

    Args:
        values: float64 Series, oldest first.
        scale: which statistic of the trailing window a value is held against.
        window: length of the window in bars, the bar itself included.
    """
    rolling = values.rolling(window, min_periods=window)
    if scale == "percentile":
        return rolling.rank(method="max", pct=True)
    if scale == "minmax":
        low = rolling.min()
        span = rolling.max() - low
        return (values - low) / span.where(span > 0, np.nan)
    base = {"mean": rolling.mean, "median": rolling.median, "max": rolling.max}[scale]()
    return values / base.where(base > 0, np.nan)
