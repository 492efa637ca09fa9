"""The level of a trigger's last value in plain words: where it stands on the normalised scale, or why it stands nowhere."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from tools.levels import MEANING
from tools.wording import fixed, significant

if TYPE_CHECKING:
    from tools.trigger import MacdTrigger


def level_told(result: MacdTrigger) -> str:
    """How high the last value stands and whether that is depressed, or why there is no level."""
    window, below = result.inputs["window"], result.inputs["depressed_below"]
    meaning = MEANING[result.inputs["normalise"]].format(window=window)
    level = result.latest["normalised"]
    if not math.isnan(level):
        word = "depressed" if result.latest["depressed"] else "not depressed"
        return f"Level: {fixed(level, 2)}, the value {meaning}: {word} (the line is {below:g})."
    if result.bars < window:
        return f"Level: unknown. It is the value {meaning}, and {result.bars:,} values were given.{_over_own_mean(result)}"
    return f"Level: undefined. It is the value {meaning}, which has no meaning where that is zero, negative or flat."


def _over_own_mean(result: MacdTrigger) -> str:
    """The last value over the mean of those given, which a short series is often held against instead."""
    if result.over_mean is None:
        return ""
    (mean, over), below = result.over_mean, result.inputs["depressed_below"]
    side = "below" if over < below else "not below"
    ratio = f"{significant(result.latest['value'], 6)}/{significant(mean, 6)} = {fixed(over, 3)}"
    return f" Over the mean of just these {result.bars:,} the last is {ratio}, {side} {below:g}."
