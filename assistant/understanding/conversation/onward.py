"""The last calculation one step onward: one more value or day, or another number where the last one went.

"Then 19.4" moves an average on, "next day 1400 up 1600 down" a line of breadth; "and 40" after "hold 20 bars" is held 40.
"""

from __future__ import annotations

import math
import re
from typing import Final

from assistant.session import Call, Session
from assistant.understanding.conversation.told_anew import in_its_unit
from assistant.understanding.filling.brought import From
from assistant.understanding.filling.structures import breadth
from assistant.understanding.text.quantities import Reading

_NEXT: Final = re.compile(r"\b(?:tomorrow|tmrw|next|then|after that|following|one more|another)\b")
_ROWS_OF: Final = {"histogram_bars": "values", "depressed_readings": "values", "ema_of_values": "values"}
_SHARES: Final = ("share", "first", "step", "deployed", "cap", "rate", "vol", "delta")
_LEVEL: Final = 50  # an RSI that is asked about is in the upper half
_AGAIN: Final = re.compile(
    r"^\W{0,4}(?:(?:and|or|what|how|about|with|at|for|if|then|now|try|say|make|it|over|above"
    r"|below) ){0,3}[\d.]++(?: instead)?\W*"
)
_LONGEST: Final = 8  # words
_CHEAP: Final = 0.5
_FAR: Final = 3.0  # times
_FAR_OFF: Final = 100.0
_SHARE: Final = 100.0  # percent
_AND_ALONE: Final = re.compile(r"\W{0,4}(?:and|then)(?: then| after that)? [\d.]++\W*")
_BARE_DAY: Final = re.compile(r"^(?:\W|\band\b|\bday\b|\bit was\b|\bwith\b)*(\d[\d,]{1,8})(?:,? |,? and )(\d[\d,]{1,8})\W*")


def once_more(reading: Reading, session: Session, last: tuple[Call, ...]) -> tuple[Call, ...] | None:
    """A number alone for what was changed last ("hold 20 bars", then "and 40"), or for the one number that was given."""
    alone = reading.quantities[0] if len(reading.quantities) == 1 and _AGAIN.fullmatch(reading.lower) else None
    if alone is None or alone.unit not in ("plain", "count"):
        return None
    call = last[-1]
    given = {k: v for k, v in call.arguments.items() if isinstance(v, (int, float)) and not isinstance(v, bool)}
    turns = (c for turn in reversed(session.turns) for c in turn.calls if c.tool == call.tool and c != call)
    before = next(turns, None)
    row = _ROWS_OF.get(call.tool)
    if row and before is not None and before.arguments.get(row) == call.arguments.get(row, [])[:-1]:  # one more was added last
        return (*last[:-1], _longer(call, row, alone.value))
    names = [k for k in given if before is not None and before.arguments.get(k) != given[k]] or list(given)
    if len(names) > 1 and call.tool == "round_trip" and given["leave"] / _FAR < alone.value < given["leave"] * _FAR:
        names = ["leave"]  # a price alone is that at which it is left
    if not names and call.tool == "rsi_extreme" and alone.value >= _LEVEL:
        return (*last[:-1], Call(call.tool, {**call.arguments, "above": alone.value}))
    if names == ["budget"] and alone.value <= _SHARE and alone.value * _FAR_OFF < given["budget"]:
        return None  # "and 25" is no budget after one of 50,000
    if len(names) != 1 or (names == ["settlement"] and alone.value < _CHEAP * call.arguments.get("lower", 0)):
        return None  # far below the strikes a number is a price, not where the index settles
    if given[names[0]] <= 1 < alone.value and names[0] in _SHARES:  # "what about 30" after 25%
        return (*last[:-1], Call(call.tool, {**call.arguments, names[0]: alone.value / 100}))
    value = int(alone.value) if alone.value.is_integer() and isinstance(given[names[0]], int) else alone.value
    return (*last[:-1], Call(call.tool, {**call.arguments, names[0]: in_its_unit(names[0], given[names[0]], value)}))


def nearer(reading: Reading, last: tuple[Call, ...], one: tuple[Call, ...], other: tuple[Call, ...]) -> bool:
    """Whether a number alone is nearer to what it takes the place of in `one` than in `other`: 30 to 25%, not to $110.

    Where `other` takes it for something not given before ("at 30?" is a settlement), that is what is meant.
    """
    if _AGAIN.fullmatch(reading.lower) is None or _moved(last, one) == _moved(last, other):
        return False
    return _distance(last, one) < _distance(last, other) < math.inf


def _moved(last: tuple[Call, ...], changed: tuple[Call, ...]) -> set[str]:
    """The names of what is changed: of one and the same the words' own reading has its unit."""
    old, new = last[-1].arguments, changed[-1].arguments
    return {k for k in new if old.get(k) != new[k]}


def _distance(last: tuple[Call, ...], changed: tuple[Call, ...]) -> float:
    """How far apart the one number that is changed and what it was are, as a ratio; infinite where it is not one number."""
    old, new = last[-1].arguments, changed[-1].arguments
    pairs = [(old[k], new[k]) for k in new if k in old and old[k] != new[k]]
    if len(pairs) != 1 or not all(isinstance(v, (int, float)) and v > 0 for v in pairs[0]):
        return math.inf
    return abs(math.log(pairs[0][1] / pairs[0][0]))


def stepped(reading: Reading, calls: tuple[Call, ...]) -> tuple[Call, ...] | None:
    """An average moved on by one more value, from where the last step brought it ("then 19.4")."""
    if not calls or len(reading.lower.split()) > _LONGEST:
        return None
    one_more = len(calls) > 1 and calls[-1].tool == calls[-2].tool and _AND_ALONE.fullmatch(reading.lower) is not None
    if not one_more and _NEXT.search(reading.lower) is None:
        return None
    if calls[-1].tool == "advance_decline":
        return _further_day(reading, calls)
    if calls[-1].tool in _ROWS_OF and len(reading.quantities) == 1:
        name, values = _ROWS_OF[calls[-1].tool], calls[-1].arguments.get(_ROWS_OF[calls[-1].tool])
        plain = isinstance(values, list) and "labels" not in calls[-1].arguments and reading.quantities[0].unit == "plain"
        return (*calls[:-1], _longer(calls[-1], name, reading.quantities[0].value)) if plain else None
    if calls[-1].tool not in ("ema_step", "wilder_step") or len(reading.quantities) != 1:
        return None
    tool, value = calls[-1].tool, reading.quantities[0].value
    return calls[-1], Call(tool, {**calls[-1].arguments, "previous": From(tool, "average"), "value": value})


def _longer(call: Call, name: str, value: float) -> Call:
    """The call with one more value at the end of its row."""
    return Call(call.tool, {**call.arguments, name: [*call.arguments[name], value]})


def _further_day(reading: Reading, calls: tuple[Call, ...]) -> tuple[Call, ...] | None:
    """An A/D line carried on by one more day of advances and declines ("tomorrow 1400 up 1600 down")."""
    known, found = calls[-1].arguments, _NEXT.sub(" ", reading.lower)
    bare = _BARE_DAY.fullmatch(found)
    day = breadth(Reading(f"{bare[1]}-{bare[2]}" if bare else found.replace(" vs ", "-").replace(" vs. ", "-")))
    if day is None or len(day["advances"]) != 1 or "start" in day:
        return None
    return *calls[:-1], Call("advance_decline", {**known, **{k: [*known[k], *day[k]] for k in ("advances", "declines")}})
