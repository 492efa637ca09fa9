"""Fit the judgements of which calculation is meant and of each number's part in it, or measure them; see `fitting`.

python -m tests.bench forms             fit on all authors, and write the weights
python -m tests.bench forms --held-out  fit without one author at a time; what the judgements make of his questions
python -m tests.bench forms --measured  what the frames, and the program, make of an author whom nothing was fitted to
python -m tests.bench forms --offered   how often a chosen model is offered what their questions ask for
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from assistant import Assistant
from assistant.context import TurnContext
from assistant.guards.offered import MOST, offered
from assistant.session import Call, Session
from assistant.understanding.judged import forms, meaning, roles
from assistant.understanding.judged.clauses import Clause, by_clauses
from assistant.understanding.judged.meaning import Casting, Meaning
from assistant.understanding.question import Question
from knowledge import Index
from tests.bench.fitting import Example, Fitted, Lesson
from tests.bench.follow_ups import AUTHORS, JUDGE, Follow, follow_ups
from tests.bench.marked import FITTED_TO, JUDGES, MARK, Asked, asked, form_of, rows
from tools import CATALOGUE

_HERE: Final = Path(meaning.__file__).parent


LEAST: Final = 0.35
"""Smaller weights are not kept: there are very many, and together they change next to nothing."""


def _tools(told: list[Asked]) -> Fitted:
    examples = [
        Example(a.author, " ".join(map(form_of, a.tools)) or roles.NONE, False, meaning.told(a.marked), a.place) for a in told
    ]
    return Fitted(examples, {head: _lesson(head) for head in forms.HEADS})


def _roles(told: list[Asked], further: Sequence[Follow]) -> Fitted:
    examples = [e for a in told for e in _items(a)] + [e for f in further for e in f.examples()]
    return Fitted(examples, {part: _lesson(part) for part in forms.PARTS})


def _items(one: Asked) -> list[Example]:
    examples = []
    for tool in dict.fromkeys(map(form_of, one.tools)):
        alike = [parts for other, parts in one.tools.items() if form_of(other) == tool]
        for n, told in enumerate(zip(*alike, strict=True)):
            part = next((p for p in told if p != roles.NONE), roles.NONE)
            examples.append(Example(one.author, part, False, roles.signs(one.marked, n, tool), np.zeros(0)))
    return examples


def _lesson(head: str) -> Lesson:
    return lambda _: True, lambda example: head in example.label.split()


def sought(one: Asked) -> list[Call]:
    """The calculations that the marks make."""
    made = (meaning.filled(form_of(tool), one.marked, parts, one.reading) for tool, parts in one.tools.items())
    return [found.call for found in made if found is not None]


def made_of(one: Asked, fitted: Meaning, index: Index) -> list[Call]:
    """What the two judgements alone make of a question."""
    ranked, casting = fitted.ranked(one.marked, one.place), Casting(fitted, one.marked, one.reading)
    found = by_clauses(fitted, one.reading, index, Clause.of(casting, ranked)) or casting.calculations(ranked)
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


def _held_out(told: list[Asked], further: Sequence[Follow], index: Index) -> Iterator[str]:
    """What the judgements make of each author's questions when they are fitted without him."""
    yield _head()
    for author in dict.fromkeys(a.author for a in told):
        others = [a for a in told if a.author != author]
        tools, parts = _tools(others), _roles(others, further)
        fitted = Meaning(tools.judgement(LEAST), parts.judgement(LEAST))
        his = [a for a in told if a.author == author]
        yield f"| {author} | {_counted(his, [made_of(a, fitted, index) for a in his])}"


def _measured(index: Index) -> Iterator[str]:
    """What the frames, and the program, make of authors whom nothing was fitted to."""
    yield _head()
    for author in JUDGES:
        his = [(one, Question(index, Session("bench"), one.text)) for one in asked(author, index)]
        for name, of in (("frames alone", lambda q: q.framed), ("with the judgements", lambda q: q.calculations)):
            made = [[c.call for c in of(question) if not c.missing] for _, question in his]
            yield f"| {author}, {name} | {_counted([one for one, _ in his], made)}"


def _offered(index: Index) -> Iterator[str]:
    """How often all that a question asks for is among the tools that a chosen model is offered."""
    sought = [(a, row["question"], {form_of(t) for t in row["tools"]}) for a in JUDGES for row in rows(a) if row["tools"]]
    had = [tools <= offered(TurnContext(MARK.sub(r"\1", text), Session(a), index)) for a, text, tools in sought]
    yield f"{sum(had)} of {len(had)} questions; {MOST} tools of {len(CATALOGUE) + 3}"
    assistant = Assistant()
    had = []
    for n, one in enumerate(f for f in follow_ups(JUDGE, index) if f.kind != "none"):
        assistant.ask(one.before, str(n))
        had.append(one.asks in offered(TurnContext(one.text, assistant._sessions.get(str(n)), index)))
    yield f"{sum(had)} of {len(had)} follow-ups"


def main(arguments: list[str]) -> None:
    index = Index.open(None)
    for option, measured in (("--measured", _measured), ("--offered", _offered)):
        if option in arguments:
            for line in measured(index):
                print(line, flush=True)
            return
    told = [one for author in (*FITTED_TO, "own") for one in asked(author, index)]
    further = [one for author in AUTHORS for one in follow_ups(author, index)]
    if "--held-out" in arguments:
        for line in _held_out(told, further, index):
            print(line, flush=True)
        return
    runs = _tools(told).save(_HERE / "meant.npz", LEAST), _roles(told, further).save(_HERE / "roles.npz", LEAST)
    print(f"{len(told)} questions, {len(further)} follow-ups; {runs[0]} and {runs[1]} runs written")
