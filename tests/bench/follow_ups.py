"""Follow-ups that authors marked: the question before, what it asks for, and what the next one is to it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from assistant.session import Call, Session
from assistant.understanding.conversation.following import Follows
from assistant.understanding.filling.points import in_points
from assistant.understanding.framed.calculations import fitted
from assistant.understanding.judged.forms import FORMS
from assistant.understanding.judged.meaning import Vector, place
from assistant.understanding.judged.roles import NONE, Item, Marked, in_parts, marked, signs
from assistant.understanding.judged.told_parts import parts_of
from assistant.understanding.question import Question
from assistant.understanding.text.quantities import Reading
from knowledge import Index
from tests.bench.fitting import Example
from tests.bench.marked import FOLDER, MARK, aligned

AUTHORS: Final = ("first", "second", "third", "fifth", "sixth", "seventh")
JUDGE: Final = "fourth"


@dataclass(frozen=True)
class Follow:
    """One marked follow-up.

    Attributes:
        author: who wrote it.
        kind: what it is to the calculation before.
        before: the question before it, as typed; `tool`: what that asks for; `known`: the numbers in its parts.
        text: the follow-up as typed, with its reading and items; `given`: its numbers in the parts of `asks`.
        asks: what the follow-up asks for.
        takes: the parts of `asks` whose numbers are those of the calculation before.
        place: where it lies.
    """

    author: str
    kind: Follows
    before: str
    tool: str
    known: Mapping[str, list[Item]]
    first: Reading
    text: str
    reading: Reading
    marked: Marked
    given: Mapping[str, list[Item]]
    asks: str
    takes: tuple[str, ...]
    place: Vector

    @property
    def wanted(self) -> Call | None:
        """The calculation that the marks make; None where they make none."""
        if self.kind == "none" or not set(self.takes) <= set(self.known):
            return None
        if self.kind == "new":
            return _made(self.asks, {**{part: self.known[part] for part in self.takes}, **self.given}, self.reading)
        anew = _made(self.asks, {**self.known, **self.given}, self.first if "debit" not in self.given else self.reading)
        return None if anew is None else Call(self.asks, fitted(self.asks, anew.arguments, self.reading))

    def examples(self) -> list[Example]:
        """The parts of its numbers, for the judgement of parts."""
        made = _made(self.tool, self.known, self.first) if self.kind == "change" else None
        known = None if made is None else parts_of(made)
        if self.kind == "none" or (self.kind == "change" and known is None):
            return []
        part_of = {item: part for part, items in self.given.items() for item in items}
        return [
            Example(self.author, part_of.get(item, NONE), False, signs(self.marked, n, self.asks, known), np.zeros(0))
            for n, item in enumerate(self.marked.items)
        ]


def _made(tool: str, told: Mapping[str, list[Item]], reading: Reading) -> Call | None:
    arguments = FORMS[tool].arguments(told, reading)
    if arguments is None:
        return None
    debit = told["debit"][0] if "debit" in told else None
    source = None if debit is None or debit.unit == "list" else debit.quantity
    return Call(tool, in_points(reading, fitted(tool, arguments, reading), source)[0])


def follow_ups(author: str, index: Index) -> Iterator[Follow]:
    """The follow-ups of one author that are read as they are marked."""
    for line in (FOLDER / f"follow-{author}-author.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        before, text = (MARK.sub(r"\1", row[name]) for name in ("before", "question"))
        first, reading = (Question(index, Session("bench"), words).reading for words in (before, text))
        known, given = _played(first, row["before"]), _played(reading, row["question"])
        if known is None or given is None or row["before_tool"] not in FORMS or row["tool"] not in (*FORMS, NONE):
            continue
        where, takes = place(text, index), tuple(row.get("takes", ()))
        asked = marked(reading)
        told = (before, row["before_tool"], known, first, text, reading, asked, given, row["tool"], takes, where)
        yield Follow(author, row["kind"], *told)


def _played(reading: Reading, typed: str) -> dict[str, list[Item]] | None:
    words = marked(reading)
    parts = aligned(words, [(m[1], m[2]) for m in MARK.finditer(typed)])
    return None if parts is None else in_parts(words, parts)
