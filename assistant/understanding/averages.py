"""Exponential averages moved on in words, by several values in turn, and the weights of several averages."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from assistant.session import Call
from assistant.understanding.arithmetic import DELTA, OF_SPAN, plainly, role_of, span_of, spans_of
from assistant.understanding.calculations import Calculation
from assistant.understanding.listed_values import ema_listed
from assistant.understanding.quantities import Reading
from assistant.understanding.signal_moved import signal_moved
from tools import ema_step

_LONGEST: Final = 500  # bars of an average
_WEIGHED: Final = re.compile(
    r"\balphas?\b|\bks? (?:for|of)\b|\bsmoothing (?:constant|factor|weight)s?\b|\bweights?\b[^.?!]{0,24}"
    r"\b(?:new|newest|latest|last|observation|value)\b"
)
_SPANS_LISTED: Final = re.compile(r"(?<![\w.$])(\d{1,3}(?:(?:, ?(?:and )?| and | ?/ ?| ?& ?)\d{1,3})+)(?![\w%]|\.\d)")
_COUNT: Final = re.compile(r"\s?(?:x|times|×)\s?[\d.]")
_FRACTION: Final = re.compile(r"(?<![\d.])2 ?/ ?\d{2}\b")  # weights that are told, and not asked for
_ROW: Final = re.compile(
    r"[\s,;/:&$]*(?:(?:and|then|next|followed|by|after|that|later|plus|it|value|values|is|are|at|a|the|day|now|today|tomorrow"
    r"|prints?|comes?|in|closes?)\b[\s,;/:&$]*){0,6}"
)
_MOST: Final = 8  # values of one question
_AVERAGE: Final = re.compile(r"\bema|\bexponential")


def moved_on(reading: Reading) -> tuple[Calculation, ...]:
    """The steps of an average that the question asks for in turn; () where it asks for none, or for a single one."""
    text = reading.lower
    if "sig" in text and (found := signal_moved(plainly(reading))):
        return found
    if (
        "weight" in text or "alpha" in text or "constant" in text or "smoothing" in text or "k for" in text
    ) and _FRACTION.search(text) is None:
        return _weights(plainly(reading).lower)
    return _in_turn(plainly(reading)) if _AVERAGE.search(text) else ()


def _weights(text: str) -> tuple[Calculation, ...]:
    """The smoothing constants of several averages ("alphas for 12, 26 and 9", "what weight … in EMAs of 12, 26 and 9")."""
    found = _SPANS_LISTED.search(text) if _WEIGHED.search(text) else None
    listed = [int(n) for n in re.findall(r"\d+", found[1])] if found else []
    return tuple(Calculation(Call("smoothing_constant", {"span": n})) for n in listed if 1 <= n <= _LONGEST)


def _in_turn(reading: Reading) -> tuple[Calculation, ...]:
    """An average moved on by two values or more: each step starts from what the one before brings."""
    span = span_of(reading.lower)
    if span is None or ema_listed(reading) is not None or len(spans_of(reading.lower)) > 1:
        return ()
    numbers = (q for q in reading.quantities if q.unit in ("plain", "money") and not DELTA.match(reading.after(q)))
    row = [
        q
        for q in numbers
        if not span.start() <= q.start < span.end()
        and not (q.unit == "count" or _COUNT.match(reading.after(q)) or OF_SPAN.match(reading.after(q)))
    ]
    if not 3 <= len(row) <= _MOST + 1 or role_of(reading, row[0]) == "new":
        return ()
    if any(_ROW.fullmatch(reading.lower[a.end : b.start]) is None for a, b in pairwise(row[1:])):  # another question's
        return ()
    length, previous, steps = int(next(g for g in span.groups() if g)), row[0].value, []
    if not length:
        return ()
    for value in row[1:]:
        steps.append(Calculation(Call("ema_step", {"previous": previous, "value": value.value, "span": length})))
        previous = round(ema_step(previous, value.value, length).value, 6)
    return tuple(steps)
