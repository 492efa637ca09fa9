"""Which of a question's numbers calculations take, in whatever unit, and which they worked out from its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.judged.roles import Marked
from assistant.understanding.text.quantities import Reading

NUMERAL: Final = re.compile(r"\d+(?:\.\d+)?|\.\d+")
_EQUAL: Final = 1e-9
_UNITS: Final = (1, 100, 0.01, 1000)
"""A number as typed, a price in dollars, a percentage, thousands."""

_TIME: Final = re.compile(r"[ -]?(?:days?|weeks?|months?|years?)\b")
_LIST: Final = 4  # values
_ROWS: Final = 6  # values of several rows
_NAMED: Final = ("macd_lines", "slopes_by_day")  # what is read from rows with names


def used(found: tuple[Calculation, ...], reading: Reading) -> set[int]:
    """Where the numerals stand that the calculations take."""
    sizes = taken_by(found)
    told = {m.start(): float(m[0]) for m in NUMERAL.finditer(reading.text.replace(",", ""))}
    return {at for at, value in told.items() if any(abs(value * unit - v) < _EQUAL for unit in _UNITS for v in sizes)}


def worked_out(value: Any, asked: Marked, reading: Reading) -> bool:
    """Whether a frame found a number of words that none of the question's numbers is ("how many 20s until I'm full")."""
    lone = {abs(item.value) for item in asked.items if len(item.values) == 1} | {abs(q.value) for q in reading.quantities}
    known = {v * unit for v in lone for unit in _UNITS} | typed(asked)
    return isinstance(value, int | float) and all(abs(abs(value) - v) > _EQUAL for v in known)


def typed(asked: Marked) -> set[float]:
    """The sizes of the numbers that the question's items hold."""
    return {abs(v) for item in asked.items for v in item.values if v}


def taken_by(found: tuple[Calculation, ...]) -> set[float]:
    """The sizes of all numbers that the calculations take."""
    return {abs(v) for c in found for given in c.call.arguments.values() for v in _numbers(given)}


def _numbers(given: Any) -> Iterator[float]:
    if isinstance(given, Mapping):
        given = list(given.values())
    if isinstance(given, list | tuple):
        for each in given:
            yield from _numbers(each)
    elif isinstance(given, int | float):
        yield float(given)


def in_rows(found: Calculation) -> bool:
    """Whether it was read from one long row of numbers, or from several short ones."""
    rows = _rows(found)
    return max(rows, default=0) >= _LIST or in_several_rows(found)


def in_several_rows(found: Calculation) -> bool:
    """Whether it was read from several rows of numbers, each with a name of its own."""
    rows = _rows(found) if found.call.tool in _NAMED else []
    return len(rows) > 1 and sum(rows) >= _ROWS


def _rows(found: Calculation) -> list[int]:
    return [len(given) for given in found.call.arguments.values() if isinstance(given, list)]


def counts_time(judged: Calculation, reading: Reading) -> bool:
    """Whether a level is measured by what counts time: the 52 of "52 week low"."""
    return judged.call.tool == "normalised_level" and any(_TIME.match(reading.after(q)) for q in judged.sources.values())
