"""Counts of things: "your four legs", "all six quotes", "none of the four months", "two days up".

Such a numeral is no quantity of a result but how many things it has, and is right where the result has a list of so many.
Of numbers in general the user gave at least so many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from assistant.guards.numeral import Numeral
from assistant.guards.quantities import poles_of

_MOST: Final = 20  # things that anybody counts in a sentence
_ONES: Final = r"(?:the|these|those|all|your|our|its|their|other|remaining|same|both|first|last|next|any|of)"
_POINTED: Final = re.compile(rf"\b{_ONES} (?:of )?(?:\w{{3,10}} )?$", re.IGNORECASE)
_GIVEN: Final = re.compile(
    r"[ -](?:\w{2,12} ){0,2}(?:numbers|figures|values|prices|quotes|inputs|readings|premiums)\b", re.IGNORECASE
)
_THINGS: Final = re.compile(
    r"[ -](?!(?:point|percent|dollar|cent|time|week|hour|year|contract)s?\b)(?:(?!(?:is|are|was|were|to|and|or|at|in|on|than|"
    r"above|below|over|under|per|of|for)\b)[a-z][a-z-]{1,14} ){0,2}[a-z-]{2,14}(?<!s)s\b",
    re.IGNORECASE,
)
# What a tool finds is counted by its fields.
_FOUND: Final = re.compile(
    r"[ -](?:\w{2,12} ){0,2}(?:triggers|cross(?:es|overs|ings)|divergences|signals|trades|wins|winners|loss(?:es)?|"
    r"losers|highs|"
    r"lows|peaks|extremes|adds|turns)\b",
    re.IGNORECASE,
)
_OPENS: Final = re.compile(r"\W*")
_ALONE: Final = re.compile(r"\s?(?:[,.;:!?)–—]|$|(?:is|are|was|were|has|have|had|can|will|do|did|you|on|in|that|as)\b)")
_STATES: Final = re.compile(r"\s(?:\w{2,10} )?(?:up|down|higher|lower|positive|negative|rose|fell)\b", re.IGNORECASE)
_ON: Final = re.compile(r"\bon (?:the |the other )?$", re.IGNORECASE)  # "on two days"
_OURS: Final = ("working", "assumptions")  # lists of what is told of the result, and no things of it
_CALENDAR: Final = ("days", "months")


@dataclass(frozen=True)
class Counts:
    """How many things some sources have.

    Attributes:
        sizes: of their lists.
        states: of their rows of one sign, in all and in a row.
        given: how many numbers the user gave.
        months: how many months a curve has.
    """

    sizes: frozenset[int] = frozenset()
    states: frozenset[int] = frozenset()
    given: int = 0
    months: int = 0

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Counts:
        """Of a result's fields and inputs."""
        inputs = told.get("inputs", {})
        own = {name: value for name, value in told.items() if name not in _OURS}
        lists = [(name, rows) for fields in (inputs, own) for name, value in fields.items() for rows in _lists(value)]
        put_in = [sum(1 for _ in _leaves(v)) for v in inputs.values() if isinstance(v, (list, tuple)) and len(v) <= _MOST]
        given = sum(put_in) or sum(isinstance(v, (int, float)) and not isinstance(v, bool) for v in inputs.values())
        sizes = {len(rows) for _, rows in lists} | {sum(put_in)}
        if "body" in inputs:
            sizes |= {3, 4}  # strikes, and options: the middle one twice
        states = {n for name, rows in lists if _numbers(rows) and "place" in poles_of(name, 1.0) for n in _signs(rows)}
        return cls(frozenset(n for n in sizes if 1 < n <= _MOST), frozenset(states), given, _length(inputs.get("curve")))

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.sizes | other.sizes, self.states | other.states, max(self.given, other.given), max(self.months, other.months)
        )

    def bear_out(self, numeral: Numeral, text: str) -> bool:
        """Whether the numeral counts things of which there are so many."""
        if not 0 < numeral.value <= _MOST or numeral.value % 1 or numeral.negative or numeral.positive:
            return False
        value = int(numeral.value)
        alone = _OPENS.fullmatch(text, 0, numeral.start) is not None
        pointed = alone or _POINTED.search(text, max(0, numeral.start - 24), numeral.start) is not None
        if numeral.unit in _CALENDAR:
            if value in self.states and (_STATES.match(text, numeral.end) or _ON.search(text, 0, numeral.start)):
                return True
            return (pointed and value in self.sizes) or (numeral.unit == "months" and value == self.months)
        if numeral.unit == "bars":
            return value in self.sizes
        if numeral.unit or _FOUND.match(text, numeral.end):
            return False
        if value <= self.given and _GIVEN.match(text, numeral.end):
            return True
        return value in self.sizes and (_THINGS.match(text, numeral.end) is not None or (pointed and _alone(numeral, text)))


def _length(rows: object) -> int:
    return len(rows) if isinstance(rows, list) else 0


def _alone(numeral: Numeral, text: str) -> bool:
    """Whether the things are left out: "the cheapest of the four"."""
    return _ALONE.match(text, numeral.end) is not None


def _lists(value: Any) -> Iterator[Sequence[Any]]:
    if isinstance(value, Mapping):
        rows = value.get("last")
        if isinstance(rows, Sequence) and value.get("rows") == len(rows):
            yield rows
    elif isinstance(value, (list, tuple)):
        yield value


def _leaves(value: Any) -> Iterator[float]:
    if isinstance(value, (list, tuple)):
        for inner in value:
            yield from _leaves(inner)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield value


def _numbers(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and bool(value) and all(isinstance(v, (int, float)) for v in value)


def _signs(rows: Sequence[float]) -> Iterator[int]:
    """How many rows are above zero and below, in all and one after another."""
    signs = [(v > 0) - (v < 0) for v in rows]
    yield from (signs.count(side) for side in (1, -1))
    yield from (len(list(run)) for side, run in groupby(signs) if side)
