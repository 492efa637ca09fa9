"""Fit the judgements of which calculation is meant and of each number's part in it, or measure them; see `fitting`.

python -m tests.bench forms             fit on all authors, and write the weights
python -m tests.bench forms --held-out  fit without one author at a time; what the judgements make of his questions
python -m tests.bench forms --measured  what the frames, and the program, make of an author whom nothing was fitted to
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from assistant.session import Session
from assistant.understanding import forms, meant, roles
from assistant.understanding.calculations import Calculation
from assistant.understanding.quantities import Reading
from assistant.understanding.question import Question
from assistant.understanding.several import calculations
from knowledge import Index
from tests.bench.fitting import Example, Fitted, Lesson

FOLDER: Final = Path(__file__).parent
_MARK: Final = re.compile(r"\{([^{}:]+):(\w+)\}")
_HERE: Final = Path(meant.__file__).parent


@dataclass(frozen=True)
class Asked:
    """One marked question: who asked it, what for, its words and items, the part of each item, and where it lies."""

    author: str
    tool: str
    text: str
    marked: roles.Marked
    parts: tuple[str, ...]
    reading: Reading
    place: meant.Vector


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
)
JUDGE: Final = "sixth"
LEAST: Final = 0.35
"""Smaller weights are not kept: there are very many, and together they change next to nothing."""
OWN: Final = ("questions.jsonl", "questions-second-author.jsonl", "premises.jsonl")  # about the glossary: nothing is worked out


def rows(author: str) -> Iterator[dict[str, str]]:
    """The questions of one author as they were marked; of "own" also those about the glossary."""
    names = (f"forms-{author}-author.jsonl", *(OWN if author == "own" else ()))
    for name in names:
        for line in (FOLDER / name).read_text("utf-8").splitlines():
            yield {"tool": roles.NONE, **json.loads(line)}


def asked(author: str, index: Index) -> Iterator[Asked]:
    """The questions of one author that the program reads as they are marked: each marked number as one of its own."""
    for row in rows(author):
        text = _MARK.sub(r"\1", row["question"])
        reading = Question(index, Session("bench"), text).reading
        words = roles.marked(reading)
        parts = _aligned(words, [(m[1], m[2]) for m in _MARK.finditer(row["question"])])
        if author != JUDGE and row["tool"] == roles.NONE and any(not c.missing for c in calculations(reading)):
            continue  # a tool has been added for it since
        if parts is not None and words.items and row["tool"] in forms.HEADS and set(parts) <= set(forms.PARTS):
            yield Asked(author, row["tool"], text, words, parts, reading, meant.place(text, index))


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
    examples = [Example(a.author, a.tool, False, meant.told(a.marked), a.place) for a in told]
    return Fitted(examples, {head: _lesson(head) for head in forms.HEADS})


def _roles(told: list[Asked]) -> Fitted:
    return Fitted([e for a in told for e in _items(a)], {part: _lesson(part) for part in forms.PARTS})


def _items(one: Asked) -> list[Example]:
    if one.tool == roles.NONE:
        return []
    return [Example(one.author, p, False, roles.signs(one.marked, n, one.tool), np.zeros(0)) for n, p in enumerate(one.parts)]


def _lesson(head: str) -> Lesson:
    return lambda _: True, lambda example: example.label == head


def made_of(one: Asked, meaning: meant.Meaning) -> meant.Meant | None:
    """What the two judgements alone make of a question, if the tool takes it."""
    found = meaning.calculation(one.marked, one.place, one.reading)
    return found if found is not None and meant.taken(found.found.call) else None


def _held_out(told: list[Asked]) -> Iterator[str]:
    """For each author: of his calculations, how many are made, and made as marked; of the others, how many are made."""
    columns = ("author", "calculations", "made", "as marked", "tool right", "no calculation", "made all the same")
    yield f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}"
    for author in dict.fromkeys(a.author for a in told):
        tools, parts = (fit([a for a in told if a.author != author]) for fit in (_tools, _roles))
        meaning = meant.Meaning(tools.judgement(LEAST), parts.judgement(LEAST))
        his = [a for a in told if a.author == author]
        sought = [a for a in his if a.tool != roles.NONE]
        right = sum(meaning.judge(a.marked, a.place)[0] == a.tool for a in sought)
        made = [(a, found) for a in sought if (found := made_of(a, meaning)) is not None]
        good = sum(_as_marked(a, found.found) for a, found in made)
        others = [a for a in his if a.tool == roles.NONE]
        wrongly = sum(made_of(a, meaning) is not None for a in others)
        yield f"| {author} | {len(sought)} | {len(made)} | {good} | {right} | {len(others)} | {wrongly} |"


def _measured(index: Index) -> Iterator[str]:
    """Of the author never fitted to: calculations made as he marked them, made otherwise, and not made."""
    yield "| | as marked | otherwise | not made | made where none was asked for |\n|---|---|---|---|---|"
    his = [(one, Question(index, Session("bench"), one.text)) for one in asked(JUDGE, index)]
    for name, of in (("frames alone", lambda q: q.framed), ("with the judgement", lambda q: q.calculations)):
        made = [(one, [c for c in of(question) if not c.missing]) for one, question in his]
        sought = [(one, found) for one, found in made if one.tool != roles.NONE]
        right = sum(any(_as_marked(one, c) for c in found) for one, found in sought)
        none = sum(not found for _, found in sought)
        wrongly = sum(bool(found) for one, found in made if one.tool == roles.NONE)
        yield f"| {name} | {right} | {len(sought) - right - none} | {none} | {wrongly} of {len(made) - len(sought)} |"


def _as_marked(one: Asked, found: Calculation) -> bool:
    sought = meant.filled(one.tool, one.marked, one.parts, one.reading)
    return sought is not None and sought.call == found.call


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
