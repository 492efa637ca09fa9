"""Exponential averages moved on in words: a signal line by the new MACD, and an average by several values in turn."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call
from assistant.understanding.arithmetic import DELTA, plainly, role_of, span_of, spans_of
from assistant.understanding.calculations import Calculation
from assistant.understanding.labelled import labelled
from assistant.understanding.listed_values import ema_listed
from assistant.understanding.quantities import Reading
from assistant.understanding.steps import From
from tools import ema_step
from tools.methodology import METHOD

_LONGEST: Final = 500  # bars of an average
_WEIGHED: Final = re.compile(
    r"\balphas?\b|\bsmoothing (?:constant|factor|weight)s?\b|\bweights?\b[^.?!]{0,24}"
    r"\b(?:new|newest|latest|last|observation|value)\b"
)
_SPANS_LISTED: Final = re.compile(r"(?<![\w.$])(\d{1,3}(?:(?:, ?(?:and )?| and | ?/ ?| ?& ?)\d{1,3})+)(?![\w%]|\.\d)")
_MOST: Final = 8  # values of one question
_SIGNAL_LABEL: Final = re.compile(r"\bsig(?:nal)?(?:[ -]line)?\b")
_MACD_LABEL: Final = re.compile(r"\bmacd(?:[ -](?:line|value))?\b")
_BEFORE: Final = re.compile(r"\b(?:prev\w*|prior|yesterday'?s?|yday'?s?|old|last|earlier|before|was|were|stood)\b")
_CLAUSE: Final = re.compile(r"[,;.?!](?!\d)|\b(?:and|now|today)\b")
_AVERAGE: Final = re.compile(r"\bema|\bexponential")


def moved_on(reading: Reading) -> tuple[Calculation, ...]:
    """The steps of an average that the question asks for in turn; () where it asks for none, or for a single one."""
    text = reading.lower
    if "sig" in text and "macd" in text and (found := _signal(plainly(reading))):
        return found
    if "weight" in text or "alpha" in text or "constant" in text or "smoothing" in text:
        return _weights(plainly(reading).lower)
    return _in_turn(plainly(reading)) if _AVERAGE.search(text) else ()


def _weights(text: str) -> tuple[Calculation, ...]:
    """The smoothing constants of several averages ("alphas for 12, 26 and 9", "what weight … in EMAs of 12, 26 and 9")."""
    found = _SPANS_LISTED.search(text) if _WEIGHED.search(text) else None
    listed = [int(n) for n in re.findall(r"\d+", found[1])] if found else []
    return tuple(Calculation(Call("smoothing_constant", {"span": n})) for n in listed if 1 <= n <= _LONGEST)


def _signal(reading: Reading) -> tuple[Calculation, ...]:
    """The signal line of the bar before moved on by the new MACD, and the histogram where it is asked for."""
    found = labelled(reading, {"signal": _SIGNAL_LABEL, "macd": _MACD_LABEL})
    if found.values.keys() != {"signal", "macd"} or found.rest:
        return ()
    before, now = (_earlier(reading.lower, label) for label in (_SIGNAL_LABEL, _MACD_LABEL))
    if not before or now:
        return ()
    span = span_of(reading.lower)
    length = int(next(g for g in span.groups() if g)) if span else METHOD.signal.value
    step = Call("ema_step", {"previous": found.values["signal"], "value": found.values["macd"], "span": length})
    gap = Call("macd_cross", {"macd_now": found.values["macd"], "signal_now": From("ema_step", "average")})
    return (Calculation(step), Calculation(gap)) if "hist" in reading.lower else (Calculation(step),)


def _earlier(text: str, label: re.Pattern[str]) -> bool:
    """Whether the clause of the label's number says that it is of the bar before."""
    place = label.search(text)
    if place is None:
        return False
    edges = [m.end() for m in _CLAUSE.finditer(text, 0, place.start())]
    until = _CLAUSE.search(text, place.end())
    return _BEFORE.search(text, edges[-1] if edges else 0, until.start() if until else len(text)) is not None


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
