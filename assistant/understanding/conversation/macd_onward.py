"""A MACD worked out by hand before, moved on by one value: "next close is 27"; and how much of the hedge its cross opens."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from assistant.session import Call, Session
from assistant.understanding.conversation.further_step import Derived
from assistant.understanding.text.quantities import Reading
from tools.methodology import METHOD

_ON: Final = re.compile(
    r"\b(?:next|tomorrow|tmrw|then|after that|following|another|one more|new|if|what happens)\b.{0,40}\d"
    r"|\d.{0,12}\b(?:next|tomorrow|after that)\b"
)
# A number that one of these names changes it, and is no new value of the series.
_NAMED: Final = re.compile(
    r"\b(?:emas?|averages?|avg|fast|slow|signal|sig|macd|line|hist\w*|spans?|periods?|bars?|days?)\b"
    r"(?: (?:ema|average|line))?(?: (?:is|was|were|of|at|to|=|:|rises|falls|goes))*\s?[-+]?\.?\d|\d (?:bars?|days?|periods?)\b"
)
_HOW_MUCH: Final = re.compile(
    r"^\W*(?:(?:and|so|ok|but|then|now) ){0,2}how (?:much|many|big a (?:piece|part|share|tranche)) (?:do|does|would|will|can"
    r"|must) "
    r"(?:i|we|one|you|it|they|the (?:method|rule|plan)) (?:then |now )?(?:buy|add|put on|put in|layer(?: in)?|get|start with"
    r"|open|deploy)"
    r"(?: (?:now|then|at (?:it|that|this)|on (?:it|that)|first|with))*\W*$"
)
_HIST_BEFORE: Final = re.compile(r"(?<![\w.])([-+]? ?(?:\d++(?:\.\d++)?|\.\d++))(?![\w%]|\.\d)")
_YESTERDAY: Final = re.compile(r"\b(?:yesterday|yday|before|previous(?:ly)?|prior|prev|last (?:bar|day|week)|earlier)\b")
_TODAY: Final = re.compile(r"\b(?:today|now|latest|current|last (?:bar|one))\b")
_OTHER_LINE: Final = re.compile(r"\b(?:macd(?! hist)|signal|rsi|level|iv|close|next|tomorrow|then)\b")
_MACD_OF: Final = re.compile(
    r"^\W*(?:(?:and|so|ok|then|now|what|what'?s|is|give|me|the|that|makes?|whats) ){0,6}macd"
    r"(?: (?:then|now|line|value|is|what|be|of (?:them|those|these|the two|both))){0,3}\W*$"
)
_NEAR: Final = 4  # turns
_FAR: Final = 3.0
"""A new value is less than so many times the average, and more than that part of it."""
_NAMES: Final = {"fast_ema": "fast EMA", "slow_ema": "slow EMA", "signal": "signal"}
_SPANS: Final = ("fast", "slow", "span")


def after_macd(reading: Reading, results: tuple[Any, ...]) -> Derived | None:
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
    told = ", ".join(f"{float(v):.6g} the {_NAMES[name]}" for name, v in known.items())
    call = Call(tool, {**{name: round(float(v), 12) for name, v in known.items()}, "value": value, **spans})
    return Derived((call,), (f"From before: {told}.",))


def of_two_averages(text: str, session: Session) -> Derived | None:
    """The MACD of the last two averages of different length that were moved on ("what's the macd then")."""
    asked = _MACD_OF.match(text) if "macd" in text else None
    if asked is None:
        return None
    steps: Iterable[Any] = (r for turn in session.turns[-_NEAR:] for r in turn.answer.results if r.tool == "ema_step")
    held = {step.inputs["span"]: round(float(step.value), 6) for step in steps}
    if len(held) != 2:
        return None
    fast, slow = (held[span] for span in sorted(held))
    spans = " and ".join(f"{span:g}" for span in sorted(held))
    told = (f"the averages of {spans} that were just moved on.",)
    return Derived((Call("macd_values", {"fast_ema": fast, "slow_ema": slow}),), told)


def _histogram_before(reading: Reading, results: tuple[Any, ...]) -> Derived | None:
    """A cross that is known for one bar, with the histogram of the bar before ("yesterday the hist was -0.1")."""
    told = _HIST_BEFORE.search(reading.lower) if "hist" in reading.lower and len(reading.quantities) == 1 else None
    now = getattr(results[-1], "histogram", None)
    if told is None or _YESTERDAY.search(reading.lower) is None or not isinstance(now, float):
        return None
    values = [float(told[1].replace(" ", "")), round(now, 12)]
    return Derived((Call("histogram_bars", {"values": values}),), ("the second bar is the one before it, MACD less signal.",))


def _bar_anew(reading: Reading, results: tuple[Any, ...]) -> Derived | None:
    """The bars of a histogram with another value for the latest or the one before it ("if yesterday's was 0.002")."""
    told = _HIST_BEFORE.search(reading.lower) if len(reading.quantities) == 1 else None
    place = -2 if _YESTERDAY.search(reading.lower) else -1 if _TODAY.search(reading.lower) else 0
    values = list(results[-1].inputs["values"])
    if told is None or not place or len(values) < -place or _OTHER_LINE.search(reading.lower) is not None:
        return None
    values[place] = float(told[1].replace(" ", ""))
    kept = {k: v for k, v in results[-1].inputs.items() if v is not None}
    return Derived((Call("histogram_bars", {**kept, "values": values}),))


def first_bought(reading: Reading, results: tuple[Any, ...]) -> Derived | None:
    """What share of the hedge goes on at the trigger just looked at; or that cross with the histogram of the bar before."""
    if results[-1].tool == "histogram_bars" and (other := _bar_anew(reading, results)) is not None:
        return other
    if results[-1].tool == "macd_cross" and (before := _histogram_before(reading, results)) is not None:
        return before
    if reading.quantities or _HOW_MUCH.match(reading.lower) is None:
        return None
    first = tuple(Call("running_share", {"first": share, "adds": 0}) for share in METHOD.first.value)
    return Derived(first, ("the share of the planned hedge that the method puts on at its trigger.",))
