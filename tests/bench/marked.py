"""Questions in which authors marked every number with the part that it plays, as the program reads them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from assistant.session import Session
from assistant.understanding.composed.several import calculations
from assistant.understanding.judged import forms, roles
from assistant.understanding.judged.meaning import Vector, place
from assistant.understanding.question import Question
from assistant.understanding.text.quantities import Reading
from knowledge import Index

FOLDER: Final = Path(__file__).parent
MARK: Final = re.compile(r"\{([^{}:]+):([\w.#, ]+)\}")


@dataclass(frozen=True)
class Asked:
    """One marked question: who asked it, its words and items, and where it lies.

    Attributes:
        tools: what it asks for → the part of each item in it; "butterfly#2" is a second one of its kind.
    """

    author: str
    tools: Mapping[str, tuple[str, ...]]
    text: str
    marked: roles.Marked
    reading: Reading
    place: Vector


FITTED_TO: Final = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "nineteenth",
    "twentieth",
    "twentyfirst",
    "twentysecond",
    "twentythird",
    "twentyfourth",
    "twentyfifth",
    "twentysixth",
    "twentyseventh",
)
JUDGES: Final = ("sixth", "eighteenth")
OWN: Final = ("questions.jsonl", "questions-second-author.jsonl", "premises.jsonl")  # about the glossary: nothing is worked out


def rows(author: str) -> Iterator[dict[str, Any]]:
    """The questions of one author as they were marked; of "own" also those about the glossary."""
    names = (f"forms-{author}-author.jsonl", *(OWN if author == "own" else ()))
    for name in names:
        for line in (FOLDER / name).read_text("utf-8").splitlines():
            row = json.loads(line)
            yield {"tools": [tool] if (tool := row.get("tool", roles.NONE)) != roles.NONE else [], **row}


def asked(author: str, index: Index) -> Iterator[Asked]:
    """The questions of one author that the program reads as they are marked: each marked number as one of its own."""
    for row in rows(author):
        text = MARK.sub(r"\1", row["question"])
        reading = Question(index, Session("bench"), text).reading
        words = roles.marked(reading)
        if author not in JUDGES and not row["tools"] and any(not c.missing for c in calculations(reading)):
            continue  # a tool has been added for it since
        marks = [(m[1], m[2]) for m in MARK.finditer(row["question"])]
        tools = {tool: aligned(words, [(typed, _part(told, tool)) for typed, told in marks]) for tool in row["tools"]}
        known = {tool: parts for tool, parts in tools.items() if parts is not None and form_of(tool) in forms.FORMS}
        if words.items and len(known) == len(tools) and all(set(parts) <= set(forms.PARTS) for parts in known.values()):
            yield Asked(author, known, text, words, reading, place(text, index))


def _part(told: str, tool: str) -> str:
    """The part that a mark gives a number in a calculation: "debit" where there is one, else one of "butterfly.debit, …"."""
    parts = dict(mark.strip().rpartition(".")[::2] for mark in told.split(","))
    return parts.get(tool, parts.get("", roles.NONE))


def form_of(tool: str) -> str:
    """What a calculation is one of: of "butterfly#2" the butterfly."""
    return tool.partition("#")[0]


def aligned(words: roles.Marked, marks: list[tuple[str, str]]) -> tuple[str, ...] | None:
    """The part of each item: marks and items run in the same order; None where a mark is read as no item."""
    parts = [roles.NONE] * len(words.items)
    at = 0
    for typed, part in marks:
        values = {abs(v) for item in roles.marked(Reading(typed)).items for v in item.values}
        listed = len(values) > 1
        values |= {abs(v) / 100 for v in values}
        if not values:
            return None
        while at < len(parts) and not {abs(v) for v in words.items[at].values} & values:
            at += 1
        if at == len(parts):
            return None
        while at < len(parts) and {abs(v) for v in words.items[at].values} & values:  # a list may be read one by one
            parts[at] = part
            at += 1
            if not listed:
                break
    return tuple(parts)
