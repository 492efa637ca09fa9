"""A pasted series whose last value is to be held against its own average: "is it depressed", "under .8 of its average?"."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.brought import From
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.text.quantities import Reading

_LEVEL: Final = re.compile(r"\b(?:level|norm\w*|depress\w*)\b")
_OF_MEAN: Final = re.compile(
    r"\b(?:under|below|above|over|against|vs|of|to)(?: 0?\.\d{1,2})?(?: (?:of|times|x))? (?:its|their|the)(?: own)? (?:mean"
    r"|average|avg)\b"
)
_OTHER: Final = re.compile(r"\b(?:macd|cross\w*|trigger\w*|rsi|signal|hist\w*|ema|sma|moving)\b")


def against_own_mean(reading: Reading) -> tuple[Calculation, ...]:
    """What the series comes to, and its last value over its mean; () where the words ask for something else."""
    text = reading.lower
    if not reading.series or _OTHER.search(text) or not (_LEVEL.search(text) or _OF_MEAN.search(text)):
        return ()
    level = {"value": From("series_summary", "last"), "usual": From("series_summary", "mean")}
    return Calculation(Call("series_summary", {"series": list(reading.series)})), Calculation(Call("normalised_level", level))
