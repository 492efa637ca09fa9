"""A MACD worked out by hand before, moved on by one more value: "next close is 27", "and if tomorrow prints 26"."""

from __future__ import annotations

import re
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.text.quantities import Reading

_ON: Final = re.compile(
    r"\b(?:next|tomorrow|tmrw|then|after that|following|another|one more|new|if|what happens)\b.{0,40}\d"
    r"|\d.{0,12}\b(?:next|tomorrow|after that)\b"
)
# A number that one of these names changes it, and is no new value of the series.
_NAMED: Final = re.compile(
    r"\b(?:emas?|averages?|avg|fast|slow|signal|sig|macd|line|hist\w*|spans?|periods?|bars?|days?)\b"
    r"(?: (?:ema|average|line))?(?: (?:is|was|were|of|at|to|=|:|rises|falls|goes))*\s?[-+]?\.?\d|\d (?:bars?|days?|periods?)\b"
)
_FAR: Final = 3.0
"""A new value is less than so many times the average, and more than that part of it."""
_SPANS: Final = ("fast", "slow", "span")


def after_macd(reading: Reading, results: tuple[Any, ...]) -> Call | None:
    """The step to the one new value that the words tell; None where they tell none, or change something else."""
    plain = len(reading.quantities) == 1 and reading.quantities[0].unit in ("plain", "count")
    if not plain or _ON.search(reading.lower) is None or _NAMED.search(reading.lower) is not None:
        return None
    last, value = results[-1], reading.quantities[0].value
    spans = {name: last.inputs[name] for name in _SPANS if name in last.inputs}
    if last.tool == "macd_step":
        known = {"fast_ema": last.fast_now, "slow_ema": last.slow_now, "signal": last.signal_now}
    else:
        known = {name: last.inputs[name] for name in ("fast_ema", "slow_ema", "signal") if last.inputs.get(name) is not None}
    slow = float(known["slow_ema"])
    if not slow / _FAR < value < slow * _FAR:
        return None
    tool = "macd_step" if "signal" in known else "macd_after_value"
    return Call(tool, {**{name: round(float(v), 12) for name, v in known.items()}, "value": value, **spans})
