"""Fit the judgement of what questions ask for (`assistant/understanding/limits/asking.npz`), or measure it; see `fitting`.

python -m tests.bench asking             fit on all authors that may be tuned on, and write the weights
python -m tests.bench asking --held-out  fit without one author at a time; what is told of his questions
python -m tests.bench asking --measured  what the program makes of the questions of the author that it was never fitted to
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np

from assistant.understanding.limits import asking
from knowledge import Index
from tests.assistant import subjects
from tests.bench.fitting import Example, Fitted, Lesson

FOLDER: Final = Path(__file__).parent
FITTED_TO: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "ninth", "own")
JUDGE: Final = "eighth"
_FILE: Final = Path(asking.__file__).with_suffix(".npz")
_OTHERS: Final = ("outside", "within")
_OWN: Final = ("questions.jsonl", "questions-second-author.jsonl", "premises.jsonl")  # about the glossary: all are within


def asked(author: str) -> list[tuple[str, str]]:
    """The questions of one author with their labels."""
    lines = (FOLDER / f"asked-{author}-author.jsonl").read_text("utf-8").splitlines()
    return [(row["question"], row["label"]) for row in map(json.loads, lines)]


def examples(index: Index) -> list[Example]:
    """All questions that may be tuned on."""
    told = [(a, q, label) for a in FITTED_TO for q, label in asked(a)]
    told += [("own", question, "within") for question in subjects.INSIDE]
    for name in _OWN:
        told += [("own", json.loads(line)["question"], "within") for line in (FOLDER / name).read_text("utf-8").splitlines()]
    return [Example.of(a, label, asking.read(question, index), asking.place(question, index)) for a, question, label in told]


def lesson(head: str) -> Lesson:
    """Every question says whether it is one of the head's."""
    return lambda _: True, lambda example: example.label == head


LESSONS: Final = {head: lesson(head) for head in asking.HEADS}


def _held_out(told: list[Example]) -> Iterator[str]:
    yield f"| author | {' | '.join(asking.HEADS)} |\n|---{'|---' * len(asking.HEADS)}|"
    for author in FITTED_TO:
        fitted = Fitted([e for e in told if e.author != author], LESSONS)
        his = [e for e in told if e.author == author]
        odds = np.array([fitted.odds(head, his) for head in asking.HEADS])
        declined, others = odds[: -len(_OTHERS)], odds[-len(_OTHERS) :]
        lead = declined.max(axis=0) - others.max(axis=0)
        found = np.where(lead > asking.SURE, declined.argmax(axis=0), len(declined) + others.argmax(axis=0))
        labels = np.array([asking.HEADS.index(e.label) for e in his])
        shares = [f"{100 * np.mean(found[labels == n] == n):.1f}%" for n in range(len(asking.HEADS))]
        yield f"| {author} | {' | '.join(shares)} |"


def _measured() -> Iterator[str]:
    """By label, which kinds of answers the program gives."""
    from assistant import Assistant

    assistant = Assistant()
    kinds: dict[str, Counter[str]] = {head: Counter() for head in asking.HEADS}
    for n, (question, label) in enumerate(asked(JUDGE)):
        kinds[label][assistant.ask(question, session=f"q{n}").kind] += 1
    for label, found in kinds.items():
        yield f"{label}: {', '.join(f'{kind} {count}' for kind, count in found.most_common())}"


def main(arguments: list[str]) -> None:
    if "--measured" in arguments:
        for line in _measured():
            print(line)
        return
    told = examples(Index.open(None))
    if "--held-out" in arguments:
        for line in _held_out(told):
            print(line, flush=True)
        return
    runs = Fitted(told, LESSONS).save(_FILE)
    print(f"{len(told)} questions, {runs} runs written to {_FILE.name}")
