"""An RSI worked out before, one bar further, or the average gain or loss that would make another."""

from __future__ import annotations

import re
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.conversation.further_step import Derived
from assistant.understanding.filling.brought import From
from assistant.understanding.text.quantities import Reading

_ON: Final = re.compile(
    r"\b(?:(?:one|1|another|a|the) (?:more |further |next |new )?(?:days?|bars?|weeks?|closes?)|next|then|tomorrow|today|now"
    r"|after that|instead)\b"
)
_FURTHER_BAR: Final = re.compile(
    r"\b(?:next|another|one more|following|further) (?:days?|bars?|weeks?|close)\b|\bthen\b|\bafter that\b|\btomorrow\b"
)
_UP: Final = re.compile(r"\b(?:up|gain\w*|rise\w*|rose|adds?|higher|plus|climb\w*)\b|(?<![\w.])\+\s?[\d.]")
_DOWN: Final = re.compile(r"\b(?:down|loss|los[et]\w*|fall\w*|fell|drop\w*|lower|minus)\b|(?<![\w.])-\s?[\d.]")
_AVERAGES: Final = re.compile(r"\b(?:avg|averages?|mean)\b")
_SIDE_FOR: Final = re.compile(
    r"^(?!.*\b(?:if|ratio|rs)\b)[^?\d]{0,24}\b(?:what|which|how (?:much|big|large|high|low|small))\b[^?\d]{0,24}"
    r"\b(?P<side>gain|loss)(?:es|s)?\b[^?\d]{0,32}"
    r"\b(?:to|for|at|an?|rsi|is|it|be|of|hit|reach) (?:rsi (?:of |is )?)?(?P<rsi>(?:[5-9]|\d{2})(?:\.\d++)?)"
    r"(?: rsi)?(?![\w%]|\.\d)"
)
_BOTH: Final = re.compile(
    r"^\W*(?:(?:and|so|ok|but|then|now|what|about|how|if|it|rsi|the|is|a|drop|fall|move|goes|went|falls|drops|rises|moves|from"
    r"|going|moving|dropping|falling) ){0,6}(?P<a>\d{2}(?:\.\d++)?)(?:,? (?:and |down |up |back )?(?:to|then)| ?->) "
    r"(?P<b>\d{2,3}(?:\.\d++)?)(?: (?:now|then|today|the next (?:day|bar|week)|is that (?:a )?(?:signal|cross\w*)))?\W*$"
)
_HIGHEST: Final = 100
_PERIOD: Final = re.compile(r"\bperiods? (?:of |is |= ?)?(\d{1,3})\b|\b(\d{1,3})[ -]?(?:periods?|days?|bars?)\b")


def after_rsi(reading: Reading, results: tuple[Any, ...]) -> Derived | None:
    """The average gain or loss that makes another RSI with the other as it is, two readings, or the RSI after one more bar."""
    if (both := _BOTH.match(reading.lower)) is not None and max(values := [float(both["a"]), float(both["b"])]) <= _HIGHEST:
        told = ("the two numbers are readings of the RSI, one bar after the other.",)
        return Derived((Call("rsi_line", {"value": values[-1], "readings": values}),), told)
    wanted = _SIDE_FOR.search(reading.lower)
    if wanted is None or len(reading.quantities) != 1:
        onward = {"rsi_value": _moved_on, "rsi_step": _stepped_on}.get(results[-1].tool)
        return None if onward is None else onward(reading, results)
    kept = "gain" if wanted["side"] == "loss" else "loss"
    name = f"average_{kept}"
    side = round(float(results[-1].inputs.get(name) or getattr(results[-1], name, None) or 0.0), 6)
    if not side > 0:
        return None
    told = (f"the average {kept} stays at {side:g}.",)
    return Derived((Call("rsi_ratio", {"rsi": float(wanted["rsi"]), name: side}),), told)


def _stepped_on(reading: Reading, results: tuple[Any, ...]) -> Derived | None:
    """The bar after the one whose change was told: from the averages that it left, and not from those before it."""
    up, down = (pattern.search(reading.lower) is not None for pattern in (_UP, _DOWN))
    onward = _FURTHER_BAR.search(reading.lower) is not None and "instead" not in reading.lower
    if up == down or not onward or len(reading.quantities) != 1 or _AVERAGES.search(reading.lower):
        return None
    last = results[-1]
    averages = {"average_gain": round(last.gain_now, 6), "average_loss": round(last.loss_now, 6)}
    change = abs(reading.quantities[0].value) * (1 if up else -1)
    told = (f"From before: {averages['average_gain']:g} the average gain, {averages['average_loss']:g} the average loss.",)
    return Derived((Call("rsi_step", {**averages, "change": change, "period": last.inputs["period"]}),), told)


def _moved_on(reading: Reading, results: tuple[Any, ...]) -> Derived | None:
    """Wilder's averages of gains and losses moved on by one more bar, and the RSI of them."""
    up, down = (pattern.search(reading.lower) is not None for pattern in (_UP, _DOWN))
    period = _PERIOD.search(reading.lower)
    moves = [q for q in reading.quantities if period is None or not period.start() <= q.start < period.end()]
    if up == down or len(moves) != 1 or _ON.search(reading.lower) is None or _AVERAGES.search(reading.lower):
        return None
    steps = [r for r in results if r.tool == "wilder_step"][-2:]
    again = len(steps) == 2 and "instead" in reading.lower  # another value for the same bar
    before: list[float] = [s.inputs["previous"] for s in steps] if again else [s.value for s in steps if hasattr(s, "value")]
    if len(before) != 2:
        before = [results[-1].inputs["average_gain"], results[-1].inputs["average_loss"]]
    move = abs(moves[0].value)
    span = int(period[1] or period[2]) if period else steps[-1].inputs["period"] if steps else None
    more = {} if span is None else {"period": span}
    gain, loss = (
        Call("wilder_step", {"previous": round(old, 6), "value": new, **more})
        for old, new in zip(before, (move, 0.0) if up else (0.0, move), strict=True)
    )
    averages = {"average_gain": From("wilder_step", "average", back=1), "average_loss": From("wilder_step", "average")}
    told = () if more else ("14 periods, Wilder's own; say “period 9” for another.",)
    calls = (gain, loss, Call("rsi_value", averages))
    return Derived(calls, ("the first average is of gains, the second of losses.", *told))
