"""Exponential averages moved on in words: a signal line by the new MACD, and an average by several values in turn."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call
from assistant.understanding.arithmetic import DELTA, plainly, role_of, span_of, spans_of, value_after
from assistant.understanding.calculations import Calculation
from assistant.understanding.listed_values import ema_listed
from assistant.understanding.quantities import Reading
from assistant.understanding.steps import From
from tools import ema_step
from tools.methodology import METHOD

_MOST: Final = 8  # values of one question
_SIGNAL: Final = r"sig(?:nal)?(?: line)?"
_BEFORE: Final = r"(?:prev\w*|prior|yesterday'?s?|yday'?s?|old|last|earlier)"
_SIGNAL_BEFORE: Final = rf"(?:\b{_BEFORE} (?:\w{{1,6}} )?{_SIGNAL}(?: (?:was|is|of|at))?|\b{_SIGNAL} (?:was(?: at)?|{_BEFORE}))"
_MACD_NOW: Final = r"\b(?:(?:new|today'?s?|now) )?macd(?: line)?(?: (?:today|now|is now|is|of|value|comes in at))?"
_SIGNAL_ASKED: Final = re.compile(
    rf"\b(?:new|next|updat\w+|today'?s|current)\b[^,;.?!]{{0,16}}\b{_SIGNAL}\b"
    rf"|\b{_SIGNAL}(?: value)? (?:now|today|next|become|be)\b|\b{_SIGNAL}(?: value)?(?: (?:now|today))?\s?\?"
)
_AVERAGE: Final = re.compile(r"\bema|\bexponential")


def moved_on(reading: Reading) -> tuple[Calculation, ...]:
    """The steps of an average that the question asks for in turn; () where it asks for none, or for a single one."""
    text = reading.lower
    if "sig" in text and "macd" in text and _SIGNAL_ASKED.search(text):
        return _signal(plainly(reading).lower)
    return _in_turn(plainly(reading)) if _AVERAGE.search(text) else ()


def _signal(text: str) -> tuple[Calculation, ...]:
    """The signal line moved on by the new MACD, and the histogram where it is asked for."""
    before, macd = value_after(text, _SIGNAL_BEFORE), value_after(text, _MACD_NOW)
    if before is None or macd is None:
        return ()
    step = Call("ema_step", {"previous": before, "value": macd, "span": METHOD.signal.value})
    gap = Call("macd_cross", {"macd_now": macd, "signal_now": From("ema_step", "average")})
    return (Calculation(step), Calculation(gap)) if "hist" in text else (Calculation(step),)


def _in_turn(reading: Reading) -> tuple[Calculation, ...]:
    """An average moved on by two values or more: each step starts from what the one before brings."""
    span = span_of(reading.lower)
    if span is None or ema_listed(reading) is not None or len(spans_of(reading.lower)) > 1:
        return ()
    numbers = (q for q in reading.quantities if q.unit in ("plain", "money") and not DELTA.match(reading.after(q)))
    row = [q for q in numbers if not span.start() <= q.start < span.end()]
    if not 3 <= len(row) <= _MOST + 1 or role_of(reading, row[0]) == "new":
        return ()
    length, previous, steps = int(next(g for g in span.groups() if g)), row[0].value, []
    for value in row[1:]:
        steps.append(Calculation(Call("ema_step", {"previous": previous, "value": value.value, "span": length})))
        previous = round(ema_step(previous, value.value, length).value, 6)
    return tuple(steps)
