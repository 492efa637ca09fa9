"""Which part each number of a question plays, judged by the words around it: budget, debit, settlement, first tranche.

The slots of `slots` name words that stand beside a number; people put it in a thousand other ways. This judgement (see
`judging`) is fitted to questions of several authors in which every number is marked with its part. It is asked only where
the slots find no calculation.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log10
from typing import Final, Literal, TypeAlias

import numpy as np

from assistant.judging import Judgement
from assistant.understanding.text.quantities import Quantity, Reading, Unit
from knowledge.lexical import stem
from knowledge.words import norm

NONE: Final = "none"
"""The part of a number that plays none."""
MOST: Final = 12
"""Numbers of the longest question that is read."""
_WORD: Final = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+|[$%?!:;@/+=(),.-]")
_CLOSE: Final = 0.25
_FAR: Final = 9.0
"""Powers of ten between two numbers of about one size; and between any that stand for nothing to each other."""
_ORDINAL: Final = re.compile(r"(?:st|nd|rd|th)\b")
_NEAR: Final = 4
"""Words on each side that count."""
_SIGNS: Final[Mapping[str, str]] = {"plain": "0", "money": "$0", "percent": "0%", "count": "0#", "list": "0/0"}


@dataclass(frozen=True)
class Item:
    """One number of a question, or a list written as one ("20/25/30"), with its unit and where it stands."""

    values: tuple[float, ...]
    unit: Unit | Literal["list"]
    start: int
    end: int

    @property
    def value(self) -> float:
        """The number; the first one of a list."""
        return self.values[0]

    @property
    def quantity(self) -> Quantity:
        """The number as a quantity of the question."""
        return Quantity(self.value, "plain" if self.unit == "list" else self.unit, self.start, self.end)


Known: TypeAlias = Mapping[str, Sequence[Item]]
"""The parts of a calculation that stands, with their numbers."""


@dataclass(frozen=True)
class Marked:
    """A question as a row of words and items.

    Attributes:
        words: each word as its stem, each item as a sign for its unit.
        items: the items.
        places: where in `words` each item stands.
    """

    words: tuple[str, ...]
    items: tuple[Item, ...]
    places: tuple[int, ...]


def marked(reading: Reading) -> Marked:
    """The words and items of a question, in order."""
    items = [Item((q.value,), q.unit, q.start, q.end) for q in reading.quantities if not _ORDINAL.match(reading.lower, q.end)]
    for ladder in reading.ladders:
        start, end = ladder.spans[0]
        items.append(Item(ladder.strikes, "list", start, end))
    items.sort(key=lambda item: item.start)
    words: list[str] = []
    places = []
    at = 0
    for item in items:
        words += _words(reading.lower[at : item.start])
        places.append(len(words))
        words.append(_SIGNS[item.unit])
        at = item.end
    words += _words(reading.lower[at:])
    return Marked(tuple(words), tuple(items), tuple(places))


def in_parts(asked: Marked, parts: Sequence[str]) -> dict[str, list[Item]]:
    """Each part that is played, with the items that play it, in order; `parts`: one an item."""
    found: dict[str, list[Item]] = {}
    for part, item in zip(parts, asked.items, strict=True):
        if part != NONE:
            found.setdefault(part, []).append(item)
    return found


def _words(text: str) -> list[str]:
    return [stem(norm(w)) if w[0].isalpha() else "0" if w[0].isdigit() else w for w in _WORD.findall(text)]


def signs(asked: Marked, number: int, tool: str, known: Known | None = None) -> list[str]:
    """What is known of an item for a judgement of its part in a calculation; `known`: the one that it is to change."""
    item, place = asked.items[number], asked.places[number]
    row = ("^",) * _NEAR + asked.words + ("$",) * _NEAR
    at = place + _NEAR
    left, right = row[at - _NEAR : at], row[at + 1 : at + 1 + _NEAR]
    alike = [i for i, other in enumerate(asked.items) if other.unit == item.unit]
    order = sorted(range(len(asked.items)), key=lambda i: abs(asked.items[i].value))
    size = f"{item.unit} {_size(item)}"
    near = [
        f"l:{left[-1]}",
        f"l2:{' '.join(left[-2:])}",
        f"l3:{' '.join(left[-3:])}",
        f"r:{right[0]}",
        f"r2:{' '.join(right[:2])}",
        f"r3:{' '.join(right[:3])}",
        f"lr:{left[-1]} {right[0]}",
    ]
    itself = [
        f"u:{item.unit}",
        f"s:{size}",
        f"i:{number} of {len(asked.items)}",
        f"a:{alike.index(number)} of {len(alike)} {item.unit}",
        f"o:{order.index(number)} of {len(order)}",
        f"p:{asked.items[number - 1].unit if number else '^'} {item.unit}",
        f"n:{item.unit} {asked.items[number + 1].unit if number + 1 < len(asked.items) else '$'}",
    ]
    around = [f"L:{w}" for w in left] + [f"R:{w}" for w in right]
    everywhere = [f"W:{w} {item.unit}" for w in set(asked.words)]
    told = near + itself + around
    changes = [] if known is None else [f"F:{tool}", *(f"F|{sign}" for sign in told), *_beside(item, known)]
    return list(dict.fromkeys([*told, *everywhere, *(f"{tool}|{sign}" for sign in told), tool, *changes]))


def _beside(item: Item, known: Known) -> list[str]:
    """Which numbers of the calculation before are of the size of this one: what is changed is seldom changed much."""
    near: dict[str, float] = {}
    for part, items in known.items():
        for value in (v for it in items for v in it.values):
            for new in (item.value, item.value * 100, item.value / 100):
                if value and (ratio := new / value) > 0:
                    near[part] = min(near.get(part, _FAR), abs(log10(ratio)))
    close = [part for part, far in near.items() if far < _CLOSE]
    same = [part for part, items in known.items() if any(item.values == it.values for it in items)]
    return [
        *(f"c:{part}" for part in close),
        *(f"n:{part} {len(item.values)}" for part, items in known.items() if len(items[0].values) == len(item.values) > 1),
        *(f"m:{part}" for part in same),
        *([f"cc:{min(close, key=near.__getitem__)}"] if close else []),
        f"c#{len(close)}",
        *(f"k:{part}" for part in known),
    ]


def _size(item: Item) -> str:
    value = abs(item.value)
    whole = "whole" if value == int(value) else "part"
    return f"{whole} {'<0' if item.value < 0 else ''}{int(log10(value) * 2) if value else 'zero'} {len(item.values)}"


def shape(asked: Marked) -> list[str]:
    """What the numbers of a question are like, for a judgement of which calculation is meant."""
    units = [item.unit for item in asked.items]
    counts = Counter(units)
    told = [f"u:{unit} {count}" for unit, count in counts.items()] + [f"u:{unit}" for unit in counts]
    told += [f"s:{item.unit} {_size(item)}" for item in asked.items]
    return [f"k:{len(units)}", f"q:{' '.join(units[:6])}", *dict.fromkeys(told)]


@dataclass(frozen=True)
class Cast:
    """The parts of a question's numbers in one calculation.

    Attributes:
        parts: one an item, in order; `NONE` for those that play none.
        lead: how much likelier each is, at the least sure item, than another part, in log odds.
    """

    parts: tuple[str, ...]
    lead: float


def cast(
    asked: Marked,
    tool: str,
    parts: Mapping[str, bool],
    judged: Judgement,
    paired: Sequence[str] = (),
    known: Known | None = None,
) -> Cast:
    """Which part each item plays in `tool`.

    Args:
        asked: the question.
        tool: the calculation.
        parts: its parts → whether one may stand several times.
        judged: the judgement of parts.
        paired: parts that stand as often as each other.
        known: the calculation that the question changes, part → its numbers.
    """
    names = [*parts, NONE]
    columns = [judged.columns[name] for name in names]
    odds = [judged.odds(signs(asked, n, tool, known), _NOWHERE)[columns].tolist() for n in range(len(asked.items))]
    given: dict[int, str] = {}
    free = list(range(len(names)))
    lead = np.inf
    while len(given) < len(odds):
        # The surest item first: what it takes, another cannot take.
        surest = (-np.inf, 0, 0)
        for n, row in enumerate(odds):
            if n not in given:
                first, second = _best(row, free)
                surest = max(surest, (row[first] - (row[second] if second is not None else -np.inf), n, first))
        ahead, n, column = surest
        given[n] = names[column]
        lead = min(lead, ahead)
        if names[column] != NONE and not parts[names[column]]:
            free.remove(column)
    fewest = min((sum(part == name for part in given.values()) for name in paired), default=0)
    for name in paired:  # "is my average .75?" is no third price of two purchases
        column = names.index(name)
        those = sorted((n for n, part in given.items() if part == name), key=lambda n: odds[n][-1] - odds[n][column])
        given |= dict.fromkeys(those[fewest:], NONE)
    return Cast(tuple(given[n] for n in range(len(asked.items))), float(lead))


def _best(row: Sequence[float], free: Sequence[int]) -> tuple[int, int | None]:
    """Which of the free columns has most, and which next."""
    ranked = sorted(free, key=row.__getitem__, reverse=True)
    return ranked[0], ranked[1] if len(ranked) > 1 else None


_NOWHERE: Final = np.zeros(0)
