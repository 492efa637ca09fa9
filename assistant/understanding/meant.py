"""Which calculation the numbers of a question are for, judged by all its words, where the frames found none or far less.

First what is to be worked out, then which number plays which part in it (see `roles`), then whether the tool takes them.
What a number was taken for is told beside the result. Where any of it is doubtful, nothing is computed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

import numpy as np

from assistant.judging import Judgement, Vector, runs
from assistant.session import ROWS, Call, rows
from assistant.understanding.calculations import Calculation, fitted
from assistant.understanding.forms import FORMS
from assistant.understanding.points import in_points
from assistant.understanding.quantities import Quantity, Reading
from assistant.understanding.roles import MOST, NONE, Item, Marked, cast, marked, shape
from knowledge import Index
from knowledge.words import STOP
from tools import CATALOGUE
from tools.errors import ToolError

SURE: Final = 2.5
INSTEAD: Final = 3.5
"""How much likelier the calculation must be than any other, in log odds; and where the frames found another."""
_TOLD_TOO: Final = {"macd_cross": ("third_line",), "rsi_value": ("rsi_ratio",), "butterfly": ("butterfly_value",)}
"""Calculations whose result holds that of others."""
_SHORT: Final = re.compile(r"\b(?:macd|ema|rsi|ivs)\b")
PLAYED: Final = 1.0
CAST: Final = 2.0
"""How much likelier each number's part must be than another; and where the frames found anything."""


@dataclass(frozen=True)
class Meant:
    """A calculation that the words together mean.

    Attributes:
        found: the calculation.
        lead: how much likelier it is than any other, in log odds.
        cast: how much likelier the part of its least sure number is than another.
    """

    found: Calculation
    lead: float
    cast: float


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
    def kept(cls) -> Meaning:
        """As fitted, from the package."""
        return cls(*(Judgement.kept("assistant.understanding", name) for name in ("meant.npz", "roles.npz")))

    def judge(self, asked: Marked, where: Vector) -> tuple[str, float]:
        """The likeliest calculation, or `NONE`, and how much likelier it is than any other, in log odds."""
        odds = self.tools.odds(told(asked), where)
        first, second = np.argsort(-odds, kind="stable")[:2]
        return self.tools.heads[first], float(odds[first] - odds[second])

    def calculation(self, asked: Marked, where: Vector, reading: Reading) -> Meant | None:
        """The calculation with each number in its part; None where it or the part of a number is doubtful.

        Whether the tool takes them is another question: `taken`.
        """
        tool, lead = self.judge(asked, where)
        if tool == NONE or lead < SURE:
            return None
        parts = cast(asked, tool, FORMS[tool].parts, self.parts)
        found = filled(tool, asked, parts.parts, reading) if parts.lead >= PLAYED else None
        return None if found is None else Meant(found, lead, parts.lead)


def meant(found: tuple[Calculation, ...], reading: Reading, text: str, index: Index) -> tuple[Calculation, ...]:
    """What the question's numbers are for: `found` by the frames, unless its words together say something else."""
    first = found[0] if found else None
    if len(found) > 1 or (first is not None and not first.missing and first.call.tool not in FORMS):
        return found
    asked = marked(reading)
    if not 0 < len(asked.items) <= MOST:
        return found
    judged = _meaning().calculation(asked, place(text, index), reading)
    if judged is None or not _speaks(judged, first) or not taken(judged.found.call):
        return found
    note = " ".join(filter(None, (_taken_for(judged.found, reading), judged.found.note)))
    return (replace(judged.found, note=note),)


def _taken_for(judged: Calculation, reading: Reading) -> str:
    """What each number was read as, for the reader to see."""
    told = sorted(judged.sources.items(), key=lambda part: part[1].start)
    return f"{', '.join(f'{reading.lower[q.start : q.end].strip()} the {_named(part)}' for part, q in told)}."


def _named(part: str) -> str:
    words = part.replace("_", " ")
    return _SHORT.sub(lambda m: m[0].upper(), words)


def _speaks(judged: Meant, found: Calculation | None) -> bool:
    """Whether what the words together mean stands instead of what a frame found."""
    if found is None or found.missing:
        return True
    tool, other = found.call.tool, judged.found.call.tool
    if judged.cast < CAST:
        return not taken(found.call)
    if tool == other:  # the frames know signs and units; what they missed are numbers
        return found.call.arguments.items() < judged.found.call.arguments.items()
    return judged.lead >= INSTEAD and other not in _TOLD_TOO.get(tool, ())


def told(asked: Marked) -> list[str]:
    """All by which the calculation is judged: runs of words, and what the numbers are like."""
    words = [(word, "=" if word[0].isalpha() and word not in STOP else word) for word in asked.words]
    return runs(words) + shape(asked)


def place(text: str, index: Index) -> Vector:
    """Where the embedding puts the question."""
    return np.asarray(index.place(text), dtype=np.float64)


def filled(tool: str, asked: Marked, parts: Sequence[str], reading: Reading) -> Calculation | None:
    """The calculation whose numbers play `parts`; None where one is missing."""
    by_part: dict[str, list[Item]] = {}
    for part, item in zip(parts, asked.items, strict=True):
        if part != NONE:
            by_part.setdefault(part, []).append(item)
    arguments = FORMS[tool].arguments(by_part, reading)
    if arguments is None:
        return None
    sources = {part: _quantity(items[0]) for part, items in by_part.items()}
    if tool != "budget_split":
        arguments = fitted(tool, arguments, reading)
    arguments, note = in_points(reading, arguments, sources.get("debit"))
    return Calculation(Call(tool, arguments), (), sources, note)


def taken(call: Call) -> bool:
    """Whether the tool of a form computes with these: numbers that it refuses were not meant for it."""
    tool = CATALOGUE[call.tool]
    if any(p.required and p.name not in call.arguments for p in tool.parameters):
        return False
    given = call.arguments
    in_rows = {p.name: rows(p.kind, given[p.name]) for p in tool.parameters if p.kind in ROWS and p.name in given}
    try:
        tool.run(**{**given, **in_rows})
    except ToolError:
        return False
    return True


def _quantity(item: Item) -> Quantity:
    return Quantity(item.value, "plain" if item.unit == "list" else item.unit, item.start, item.end)


@cache
def _meaning() -> Meaning:
    return Meaning.kept()
