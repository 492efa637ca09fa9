"""Fit the judgements of which calculation is meant and of each number's part in it, or measure them; see `fitting`.

python -m tests.bench forms             fit on all authors, and write the weights
python -m tests.bench forms --held-out  fit without one author at a time; what the judgements make of his questions
python -m tests.bench forms --measured  what the frames, and the program, make of an author whom nothing was fitted to
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from assistant.session import Call, Session
from assistant.understanding import forms, meaning, roles
from assistant.understanding.meaning import Meaning, Vector
from assistant.understanding.quantities import Reading
from assistant.understanding.question import Question
from assistant.understanding.several import calculations
from knowledge import Index
from tests.bench.fitting import Example, Fitted, Lesson
from tools import CATALOGUE

FOLDER: Final = Path(__file__).parent
_MARK: Final = re.compile(r"\{([^{}:]+):([\w.#, ]+)\}")
_HERE: Final = Path(meaning.__file__).parent


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
)
JUDGES: Final = ("sixth", "eighteenth")
LEAST: Final = 0.35
"""Smaller weights are not kept: there are very many, and together they change next to nothing."""
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
        text = _MARK.sub(r"\1", row["question"])
        reading = Question(index, Session("bench"), text).reading
        words = roles.marked(reading)
        if author not in JUDGES and not row["tools"] and any(not c.missing for c in calculations(reading)):
            continue  # a tool has been added for it since
        marks = [(m[1], m[2]) for m in _MARK.finditer(row["question"])]
        tools = {tool: _aligned(words, [(typed, _part(told, tool)) for typed, told in marks]) for tool in row["tools"]}
        known = {tool: parts for tool, parts in tools.items() if parts is not None and _form(tool) in forms.FORMS}
        if words.items and len(known) == len(tools) and all(set(parts) <= set(forms.PARTS) for parts in known.values()):
            yield Asked(author, known, text, words, reading, meaning.place(text, index))


def _part(told: str, tool: str) -> str:
    """The part that a mark gives a number in a calculation: "debit" where there is one, else one of "butterfly.debit, …"."""
    parts = dict(mark.strip().rpartition(".")[::2] for mark in told.split(","))
    return parts.get(tool, parts.get("", roles.NONE))


def _form(tool: str) -> str:
    """What a calculation is one of: of "butterfly#2" the butterfly."""
    return tool.partition("#")[0]


def _aligned(words: roles.Marked, marks: list[tuple[str, str]]) -> tuple[str, ...] | None:
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


def _tools(told: list[Asked]) -> Fitted:
    examples = [
        Example(a.author, " ".join(map(_form, a.tools)) or roles.NONE, False, meaning.told(a.marked), a.place) for a in told
    ]
    return Fitted(examples, {head: _lesson(head) for head in forms.HEADS})


def _roles(told: list[Asked]) -> Fitted:
    return Fitted([e for a in told for e in _items(a)], {part: _lesson(part) for part in forms.PARTS})


def _items(one: Asked) -> list[Example]:
    examples = []
    for tool in dict.fromkeys(map(_form, one.tools)):
        alike = [parts for other, parts in one.tools.items() if _form(other) == tool]
        for n, told in enumerate(zip(*alike, strict=True)):
            part = next((p for p in told if p != roles.NONE), roles.NONE)
            examples.append(Example(one.author, part, False, roles.signs(one.marked, n, tool), np.zeros(0)))
    return examples


def _lesson(head: str) -> Lesson:
    return lambda _: True, lambda example: head in example.label.split()


def sought(one: Asked) -> list[Call]:
    """The calculations that the marks make."""
    made = (meaning.filled(_form(tool), one.marked, parts, one.reading) for tool, parts in one.tools.items())
    return [found.call for found in made if found is not None]


def made_of(one: Asked, fitted: Meaning) -> list[Call]:
    """What the two judgements alone make of a question."""
    found = fitted.calculations(one.marked, fitted.ranked(one.marked, one.place), one.reading)
    return [each.found.call for each in found]


def _counted(told: Sequence[Asked], made: Sequence[Sequence[Call]]) -> str:
    """Of the questions: calculations marked, made as marked, made otherwise; questions for none, and made in them."""
    wanted = [sought(one) for one in told]
    marked = sum(len(calls) for calls in wanted)
    right = sum(_whole(call) in map(_whole, calls) for calls, found in zip(wanted, made, strict=True) for call in found)
    asking = [(one, found) for one, found in zip(told, made, strict=True) if one.tools]
    otherwise = sum(len(found) for _, found in asking) - right
    none = sum(not found for _, found in asking)
    idle = [found for one, found in zip(told, made, strict=True) if not one.tools]
    return f"{len(asking)} | {marked} | {right} | {otherwise} | {none} | {sum(map(bool, idle))} of {len(idle)} |"


def _whole(call: Call) -> dict[str, Any]:
    """The call with what its tool takes where nothing is told."""
    defaults = {p.name: p.default for p in CATALOGUE[call.tool].parameters if not p.required}
    return {"tool": call.tool, **defaults, **call.arguments}


_COLUMNS: Final = (
    "",
    "questions",
    "calculations",
    "made as marked",
    "otherwise",
    "nothing made",
    "made where none was asked for",
)


def _head() -> str:
    return f"| {' | '.join(_COLUMNS)} |\n|{'---|' * len(_COLUMNS)}"


def _held_out(told: list[Asked]) -> Iterator[str]:
    """What the judgements make of each author's questions when they are fitted without him."""
    yield _head()
    for author in dict.fromkeys(a.author for a in told):
        tools, parts = (fit([a for a in told if a.author != author]) for fit in (_tools, _roles))
        fitted = Meaning(tools.judgement(LEAST), parts.judgement(LEAST))
        his = [a for a in told if a.author == author]
        yield f"| {author} | {_counted(his, [made_of(a, fitted) for a in his])}"


def _measured(index: Index) -> Iterator[str]:
    """What the frames, and the program, make of authors whom nothing was fitted to."""
    yield _head()
    for author in JUDGES:
        his = [(one, Question(index, Session("bench"), one.text)) for one in asked(author, index)]
        for name, of in (("frames alone", lambda q: q.framed), ("with the judgements", lambda q: q.calculations)):
            made = [[c.call for c in of(question) if not c.missing] for _, question in his]
            yield f"| {author}, {name} | {_counted([one for one, _ in his], made)}"


def main(arguments: list[str]) -> None:
    index = Index.open(None)
    if "--measured" in arguments:
        for line in _measured(index):
            print(line, flush=True)
        return
    told = [one for author in (*FITTED_TO, "own") for one in asked(author, index)]
    if "--held-out" in arguments:
        for line in _held_out(told):
            print(line, flush=True)
        return
    runs = _tools(told).save(_HERE / "meant.npz", LEAST), _roles(told).save(_HERE / "roles.npz", LEAST)
    print(f"{len(told)} questions; {runs[0]} and {runs[1]} runs written")
