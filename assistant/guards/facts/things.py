"""The things of a result: its figures with what they are called, what tells them apart, and in which order they came."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from assistant.guards.dates import Date
from assistant.guards.facts.reading import Word
from assistant.guards.numeral import Numeral

_NEAR: Final = 1e-9


@dataclass(frozen=True)
class Thing:
    """One figure of a result.

    Attributes:
        name: as it is told to the reader.
        heads: keys of the vocabulary's heads that call it.
        value: its figure; of a date its ordinal.
        kind: what it is compared with: figures of one kind.
        marks: what tells it from others of the same head, by dimension.
        figures: numbers that name it, as a strike names its option.
        before: the figure that it came from, where it has one.
        day: the date that it is.
        ends: where it begins and ends, of a stretch of values.
        family: of whose members it may be the greatest or the least; "" of none.
    """

    name: str
    heads: frozenset[str]
    value: float
    kind: str = ""
    marks: Mapping[str, float] = field(default_factory=dict)
    figures: tuple[float, ...] = ()
    before: float | None = None
    family: str = ""
    day: Date | None = None
    ends: tuple[float, float] | None = None

    @property
    def change(self) -> int:
        """1 where it rose from what it was before, −1 where it fell, 0 where that is not known or the same."""
        if self.before is None or abs(self.value - self.before) < _NEAR:
            return 0
        return 1 if self.value > self.before else -1

    @property
    def place(self) -> float:
        """Which of several it is, from 1; 0 where they are not numbered."""
        return self.marks.get("nth", self.marks.get("rank", 0))

    def is_figure(self, numeral: Numeral) -> bool:
        """Whether the numeral gives its value."""
        slack = numeral.slack * 1.01 + _NEAR
        return abs(abs(self.value) - numeral.value) <= slack

    def named_by(self, numeral: Numeral) -> bool:
        """Whether the numeral names it."""
        return any(abs(f - numeral.value) <= numeral.slack * 1.01 + _NEAR for f in self.figures)


@dataclass(frozen=True)
class Tally:
    """How many things of a kind a result has.

    Attributes:
        noun: what they are: a key of the nouns of `tallies`.
        total: how many there are.
        so: how many of them are near, up, sold …: keys of what can be said of them.
        verb: what happened as often, where that is told by a verb ("it rose above it twice").
    """

    noun: str
    total: int
    so: Mapping[str, int] = field(default_factory=dict)
    verb: str = ""


@dataclass(frozen=True)
class Facts:
    """What can be said of a result.

    Attributes:
        things: its figures.
        outcome: 1 where what it is about ended in a gain, −1 in a loss, 0 where it tells of neither.
        forces: whether the value rises (1) or falls (−1) as something rises: "vol", "future", "time".
        states: words, each with whether they are true of it.
        main: heads of what "it" is where nothing else is named.
        bounded: whether its gain and its loss have an end.
        packages: whether it has a conversion and a reversal.
        above: a level, and the share of a series' values that lie above it.
        passing: whether its outcome is that of now, and changes as time passes.
        length: how many values a series has.
        tallies: how many things of a kind it has.
        crossed_at: which way the line was crossed at a bar.
        crossed: which ways the line was crossed, 1 up and −1 down; None where that is not told.
    """

    things: tuple[Thing, ...] = ()
    outcome: int = 0
    forces: Mapping[str, int] = field(default_factory=dict)
    states: Mapping[str, bool] = field(default_factory=dict)
    main: frozenset[str] = frozenset()
    bounded: Mapping[str, bool] = field(default_factory=dict)
    crossed: frozenset[int] | None = None
    packages: bool = False
    above: tuple[float, float] | None = None
    length: int | None = None
    passing: bool = False
    tallies: tuple[Tally, ...] = ()
    crossed_at: Mapping[int, int] = field(default_factory=dict)

    def called(self, head: str) -> list[Thing]:
        """The things that a head calls."""
        return [t for t in self.things if head in t.heads]

    def valued(self, numeral: Numeral) -> list[Thing]:
        """The things of that value."""
        return [t for t in self.things if t.is_figure(numeral) and t.day is None]


def family(name: str, heads: str, values: Sequence[float], *, kind: str = "", mark: str = "rank", **more: float) -> list[Thing]:
    """Things in their order, each with the one before; the first has none."""
    called, count = frozenset(heads.split()), len(values)
    return [
        Thing(
            f"{name} {n}",
            called,
            float(value),
            kind,
            {mark: n, **({"rank": n} if n < count else {"rank": -1, "nth": n}), **more},
            before=float(values[n - 2]) if n > 1 else None,
            family=name,
        )
        for n, value in enumerate(values, start=1)
    ]


def pair(name: str, heads: str, before: float, now: float, kind: str = "") -> list[Thing]:
    """One figure now and before."""
    called = frozenset(heads.split())
    return [
        Thing(f"{name} before", called, float(before), kind, {"time": -1, "rank": 1}, family=name),
        Thing(f"{name} now", called, float(now), kind, {"time": 1, "rank": -1, "nth": 2}, before=float(before), family=name),
    ]


def one(name: str, heads: str, value: float, kind: str = "", figures: Iterable[float] = (), **marks: float) -> Thing:
    """A figure by itself."""
    return Thing(name, frozenset(heads.split()), float(value), kind, marks, tuple(figures))


def narrowed(things: list[Thing], words: Iterable[Word]) -> list[Thing]:
    """Those of the things that the marks and numbers among the words allow; the things themselves where none tells them "
    "apart."""
    said: dict[str, set[float]] = {}
    numbers: list[Numeral] = []
    days: list[Date] = []
    for word in words:
        for tag in word.tags:
            if tag.kind == "mark":
                said.setdefault(tag.about, set()).add(tag.value)
        if word.numeral is not None:
            numbers.append(word.numeral)
        if word.date is not None:
            days.append(word.date)
    left = [t for t in things if all(_fits(t, d, values) for d, values in said.items() if d in t.marks)]
    if days:
        left = [t for t in left if t.day is None or any(d.within(t.day) for d in days)]
    left = [t for t in left if "named" not in t.marks or any(t.named_by(n) for n in numbers)]
    for numeral in numbers:
        fit = [t for t in left if t.named_by(numeral)] or [t for t in left if t.is_figure(numeral)]
        left = fit or left
    most = max((sum(d in t.marks for d in said) for t in left), default=0)
    return [t for t in left if sum(d in t.marks for d in said) == most]


def _fits(thing: Thing, dimension: str, values: set[float]) -> bool:
    return thing.marks[dimension] in values or (dimension == "rank" and thing.marks.get("nth") in values)


def steady(values: list[float]) -> int:
    """1 where the values only rise, −1 where they only fall, 0 otherwise."""
    steps = {sign(b - a) for a, b in pairwise(values)} - {0}
    return steps.pop() if len(steps) == 1 else 0


def sign(value: object) -> int:
    """1, −1 or 0; 0 of what is no finite number."""
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not math.isfinite(value) or abs(value) < 1e-12:
        return 0
    return 1 if value > 0 else -1
