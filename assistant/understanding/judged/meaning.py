"""The two judgements of a question with numbers: which calculations are meant, and which part each number plays in them.

First what is to be worked out, then which number plays which part in it (see `roles`), then whether the tool takes them.
Where any of it is doubtful, there is no calculation.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final, TypeAlias

import numpy as np

from assistant.judging import Judgement, Vector, runs
from assistant.session import ROWS, Call, rows
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.filling.points import in_points
from assistant.understanding.framed.calculations import fitted, in_whole_numbers
from assistant.understanding.judged.forms import FORMS
from assistant.understanding.judged.roles import NONE, Item, Marked, cast, in_parts, shape
from assistant.understanding.judged.told_parts import read_as
from assistant.understanding.text.quantities import Reading
from knowledge import Index
from knowledge.words import STOP
from tools import CATALOGUE
from tools.errors import ToolError

SURE: Final = 1.0
EVER: Final = -1.0
"""How much likelier the calculation must be than any other, and how likely by itself, in log odds."""
CLEAR: Final = 3.0
"""And where that leaves no doubt of it."""
BESIDE: Final = 0.0
APART: Final = 0.5
"""The log odds of a further calculation in the same question, and how much likelier it must be than the next."""
SEVERAL: Final = 3
"""Calculations of one question."""
PLAYED: Final = 0.6
LEAST: Final = 0.3
"""How much likelier each number's part must be than another; and where other things speak for the calculation too."""
_LINES: Final = ("macd", "cross", "rsi", "ema", "hist", "third", "simple", "wilder")
_UNITS: Final = re.compile(
    r"\s?(?:vix |call |put |vx )?(?:fl(?:y|ies)|butterfl\w+|contracts?|lots?|futures?|condors?"
    r"|spreads?)\b"
)
_PAIRED: Final = re.compile(r"\d\s?[/-]\s?$")
_HAS: Final = re.compile(r"\b(?:have|has|had|got|with|hold|own)(?: (?:only|just|about))?\s?$")
_NO_STRIKES: Final = ("contracts", "budget")
_MONEY: Final = 1000  # who has as many of a butterfly says so
_GLUED: Final = re.compile(r"\b(?:ema|sma|rsi|wilder|ma)[- ]?(\d{1,3})\b|\b(\d{1,3})[- ]?(?:ema|sma|rsi)\b")
_SPANS: Final = ("span", "period")

Ranked: TypeAlias = Mapping[str, float]
"""Each calculation and `NONE` with its log odds, the likeliest first."""


@dataclass(frozen=True)
class Meant:
    """A calculation that the words together mean.

    Attributes:
        found: the calculation.
        parts: what each number of the question plays in it.
        lead: how much likelier the part of its least sure number is than another.
        read: what each number was read as, in words.
    """

    found: Calculation
    parts: tuple[str, ...]
    lead: float
    read: str

    @property
    def told(self) -> Calculation:
        """The calculation, with what each number was read as."""
        return replace(self.found, note=" ".join(filter(None, (self.read, self.found.note))))

    def from_place(self, start: int) -> Meant:
        """The same, of a text that stands at `start` in another."""
        sources = {part: replace(q, start=q.start + start, end=q.end + start) for part, q in self.found.sources.items()}
        return replace(self, found=replace(self.found, sources=sources))


@dataclass(frozen=True, eq=False)
class Meaning:
    """The two judgements.

    Attributes:
        tools: of what a question's numbers are for.
        parts: of the part that each number plays.
    """

    tools: Judgement
    parts: Judgement

    @classmethod
    @cache
    def kept(cls) -> Meaning:
        """As fitted, from the package."""
        return cls(*(Judgement.kept("assistant.understanding.judged", name) for name in ("meant.npz", "roles.npz")))

    def ranked(self, asked: Marked, where: Vector) -> Ranked:
        """What the question may be for."""
        odds = self.tools.odds(told(asked), where)
        likely = odds.tolist()
        return {self.tools.heads[n]: likely[n] for n in np.argsort(-odds, kind="stable").tolist()}


@dataclass(frozen=True, eq=False)
class Casting:
    """One question whose numbers are given parts, in each calculation once.

    Attributes:
        meaning: the judgements.
        asked: the question's words and numbers.
        reading: its reading.
        framed: calls that stand already, of which it need not be asked whether their tools take them.
    """

    meaning: Meaning
    asked: Marked
    reading: Reading
    framed: tuple[Call, ...] = ()
    _cast: dict[tuple[str, bool], Meant | None] = field(default_factory=dict)

    def calculations(self, ranked: Ranked) -> tuple[Meant, ...]:
        """The calculations with each number in its part, the likeliest first; () where that one is doubtful.

        A further one needs a number that none before it has.
        """
        found: list[Meant] = []
        used: set[int] = set()
        tools = _likely(ranked)
        surely = len(tools) == 1 and ahead(ranked) >= CLEAR
        for tool in tools:
            meant = self.of(tool, whole=len(tools) > 1)
            if meant is not None and meant.lead < (LEAST if surely else PLAYED):
                meant = None
            if meant is None and not found:
                break
            own = {n for n, part in enumerate(meant.parts) if part != NONE} - used if meant is not None else set()
            if meant is not None and own:
                found.append(meant)
                used |= own
        return tuple(found)

    def of(self, tool: str, *, whole: bool = False) -> Meant | None:
        """The calculation with each number in its part; None where a part is doubtful or the tool does not take them.

        Unless it has to be `whole`, a number that the tool refuses is left where the tool can do without it.
        """
        if (tool, whole) not in self._cast:
            self._cast[tool, whole] = self._made(tool, whole)
        return self._cast[tool, whole]

    def _made(self, tool: str, whole: bool) -> Meant | None:
        form = FORMS[tool]
        parts = cast(self.asked, tool, form.parts, self.meaning.parts, form.paired)
        if parts.lead < LEAST:
            return None
        needed = tuple(p if p in form.needs else NONE for p in parts.parts)
        for told in (parts.parts,) if whole else (parts.parts, needed):
            made = filled(tool, self.asked, told, self.reading)
            if made is not None and (made.call in self.framed or taken(made.call)):
                return Meant(made, told, parts.lead, read_as(self.asked, told, self.reading))
        return None


def ahead(ranked: Ranked) -> float:
    """How much likelier the first is than the second, in log odds."""
    first, second = list(ranked.values())[:2]
    return first - second


def _likely(ranked: Ranked) -> tuple[str, ...]:
    """The calculations that are meant together: none where the first is hardly likelier than what is not."""
    tools, odds = list(ranked), list(ranked.values())
    count = 0 if tools[0] == NONE else 1
    while 0 < count < SEVERAL and tools[count] != NONE and odds[count] >= BESIDE and odds[count] - odds[count + 1] >= APART:
        count += 1
    return tuple(tools[:count]) if odds[0] - odds[count] >= SURE and odds[0] >= EVER else ()


def told(asked: Marked) -> list[str]:
    """All by which the calculation is judged: runs of words, and what the numbers are like."""
    words = [(word, "=" if word[0].isalpha() and word not in STOP else word) for word in asked.words]
    return runs(words) + shape(asked)


def place(text: str, index: Index) -> Vector:
    """Where the embedding puts the question."""
    return np.asarray(index.place(text), dtype=np.float64)


def filled(
    tool: str, asked: Marked, parts: Sequence[str], reading: Reading, before: Mapping[str, list[Item]] | None = None
) -> Calculation | None:
    """The calculation whose numbers play `parts`; None where one is missing, also among those of a calculation `before`."""
    own = in_parts(asked, parts)
    by_part = {**{part: items for part, items in (before or {}).items() if part in FORMS[tool].parts}, **own}
    form = FORMS[tool]
    for span in set(form.needs) & set(_SPANS) - by_part.keys():  # "ema26" is a name, and tells the span all the same
        if len(glued := list(_GLUED.finditer(reading.lower))) == 1:
            at = 1 if glued[0][1] else 2
            by_part[span] = [Item((float(glued[0][at]),), "plain", *glued[0].span(at))]
    arguments = form.arguments(by_part, reading)
    if any(_PAIRED.search(reading.before(item.quantity)) for part in _NO_STRIKES for item in own.get(part, ())):
        return None
    if any(_counts_money(item, reading) for item in own.get("contracts", ())):
        return None
    if arguments is None or (tool.startswith(_LINES) and _counts_units(own, reading)):
        return None
    sources = {part: items[0].quantity for part, items in by_part.items() if before is None or part in own}
    if tool != "budget_split":
        arguments = fitted(tool, arguments, reading)
    arguments, note = in_points(reading, arguments, sources.get("debit"))
    return Calculation(Call(tool, arguments), (), sources, note)


def _counts_money(item: Item, reading: Reading) -> bool:
    """Whether a number is no number of contracts but money that someone has ("i have 5000")."""
    has = item.value >= _MONEY and _HAS.search(reading.before(item.quantity)) is not None
    return has and not _UNITS.match(reading.after(item.quantity))


def _counts_units(own: Mapping[str, list[Item]], reading: Reading) -> bool:
    """Whether one of the numbers counts things that are bought ("12 flies"), which no line of an indicator is made of."""
    return any(_UNITS.match(reading.after(item.quantity)) for items in own.values() for item in items)


def taken(call: Call) -> bool:
    """Whether the tool of a form computes with these: numbers that it refuses were not meant for it."""
    tool = CATALOGUE[call.tool]
    if any(p.required and p.name not in call.arguments for p in tool.parameters):
        return False
    if not call.arguments.keys() <= {p.name for p in tool.parameters}:  # a frame read a number for what the tool has not
        return False
    given = call.arguments
    if not in_whole_numbers(call):
        return False
    in_rows = {p.name: rows(p.kind, given[p.name]) for p in tool.parameters if p.kind in ROWS and p.name in given}
    try:
        tool.run(**{**given, **in_rows})
    except ToolError:
        return False
    return True
