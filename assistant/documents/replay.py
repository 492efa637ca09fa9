"""A saved conversation run again: identical, or every difference in words, with what may have caused it.

The questions are asked again, in order, on the same tables, of the assistant at hand; a record never chooses the model.
"""

from __future__ import annotations

import difflib
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from assistant.documents.record import Asked, Loaded, Record, TableRecord, reading_of
from tools import load_table
from tools.disclaimer import SHORT

if TYPE_CHECKING:
    from assistant.core import Assistant

_SHOWN = 3  # differences told of one part of an answer
_PARTS = {
    "kind": "kind of answer",
    "text": "words",
    "terms": "terms",
    "citations": "citations",
    "results": "figures",
    "follow_ups": "follow-up questions",
    "code": "Python",
    "steps": "steps",
    "notes": "notes",
    "disclaimer": "disclaimer",
}


@dataclass(frozen=True)
class Difference:
    """One thing that is not as it was: at which answer (0: before any), and what, in words."""

    answer: int
    says: str


@dataclass(frozen=True)
class Replay:
    """What running a conversation again has shown.

    Attributes:
        answers: how many questions were asked again.
        differences: in order; () where everything is identical.
        causes: what is not as it was around the conversation, and so may explain them: data, glossary, versions, model.
        disclaimer: never empty.
    """

    answers: int
    differences: tuple[Difference, ...]
    causes: tuple[str, ...]
    disclaimer: str = SHORT

    @property
    def identical(self) -> bool:
        """Whether every answer came out the same, letter for letter and figure for figure."""
        return not self.differences

    def __str__(self) -> str:
        asked = f"{self.answers} answer{'' if self.answers == 1 else 's'}"
        parts = [f"Identical: {asked}, every word and every figure."]
        if self.differences:
            changed = len({d.answer for d in self.differences if d.answer})
            parts = [f"{changed} of {asked} came out otherwise:" if changed else "The answers are the same, but:"]
            parts[0] += "".join(f"\n- {d.says}" for d in self.differences)
        if self.causes:
            head = "What may have caused it:" if self.differences else "Not as it was, without changing an answer:"
            parts.append(head + "".join(f"\n- {cause}" for cause in self.causes))
        return "\n\n".join([*parts, self.disclaimer])

    def to_dict(self) -> dict[str, Any]:
        """JSON-safe."""
        told = [{"answer": d.answer, "says": d.says} for d in self.differences]
        return {
            "identical": self.identical,
            "answers": self.answers,
            "differences": told,
            "causes": list(self.causes),
            "disclaimer": self.disclaimer,
        }


def replay(assistant: Assistant, saved: Record, data: Sequence[Path | str] = (".",)) -> Replay:
    """Ask everything again and compare.

    Args:
        assistant: who answers, with the model and the glossary of its own.
        saved: the record.
        data: where the conversation's files are: folders, or the files themselves.

    Raises:
        FileNotFoundError: a file of the conversation is in none of these places; the message names all that are missing.
        ToolError: a file can no longer be read as a table.
    """
    files = _found(saved.tables, [Path(place) for place in data])
    session = f"replay-{secrets.token_hex(8)}"
    try:
        for entry in saved.entries:
            if isinstance(entry, Asked):
                assistant.ask(entry.question, session)
            elif entry.asked:  # the question that follows does it again
                continue
            elif entry.again:
                assistant.take_up(entry.table.name, session)
            else:
                file = files[entry.table.name, entry.table.fingerprint]
                assistant.load(load_table(file, **reading_of(entry.table)), entry.table.name, session)
        again = assistant.record(session)
    finally:
        assistant.forget(session)
    return Replay(len(saved.questions), tuple(_differences(saved, again)), tuple(_causes(saved, again)))


def _found(tables: Sequence[TableRecord], places: Sequence[Path]) -> Mapping[tuple[str, str], Path]:
    """The file of each table: by its name in a folder, or among the files named; the only one for the only table."""
    given = [place for place in places if place.is_file()]
    folders = [place for place in places if place.is_dir()]
    files: dict[tuple[str, str], Path] = {}
    missing: list[TableRecord] = []
    for table in tables:
        if table.inline:  # the question brings it again
            continue
        name = PurePath(table.file or table.name).name  # a record names no folder
        near = [file for file in given if file.name == name] + [f / name for f in folders if (f / name).is_file()]
        if not near and len(given) == 1 and len(tables) == 1:
            near = given
        if near:
            files[table.name, table.fingerprint] = near[0]
        else:
            missing.append(table)
    if missing:
        named = ", ".join(f"{t.file or t.name} (content {t.fingerprint})" for t in missing)
        raise FileNotFoundError(f"Missing: {named}. Put it beside the record, or name the file or its folder with --data.")
    return files


def _differences(saved: Record, again: Record) -> Iterator[Difference]:
    number = saved.forgotten
    for before, after in zip(saved.entries, again.entries, strict=False):  # where they part, answers before have changed
        if isinstance(before, Loaded) and isinstance(after, Loaded):
            if before.table.fingerprint != after.table.fingerprint:
                says = f"Data {before.table.name}: the content was {before.table.fingerprint}, now {after.table.fingerprint}."
                yield Difference(0, says)
        elif isinstance(before, Asked) and isinstance(after, Asked):
            number += 1
            yield from (Difference(number, f"Answer {number}: {says}") for says in _changes(before, after))


def _changes(before: Asked, after: Asked) -> Iterator[str]:
    then, now = before.answer.model_dump(mode="json"), after.answer.model_dump(mode="json")
    for part, word in _PARTS.items():
        if then[part] == now[part]:
            continue
        told = _in_lines(then[part], now[part]) if isinstance(then[part], str) else list(_in_values(then[part], now[part]))
        yield from (f"{word}: {says}" for says in told[:_SHOWN])
        if len(told) > _SHOWN:
            yield f"{word}: and {len(told) - _SHOWN:,} further differences"
    then, now = before.model_dump(mode="json", include={"calls"}), after.model_dump(mode="json", include={"calls"})
    yield from (f"tool calls: {says}" for says in list(_in_values(then["calls"], now["calls"]))[:_SHOWN])


def _in_lines(then: str, now: str) -> list[str]:
    """The lines that differ, side by side."""
    old, new = then.splitlines(), now.splitlines()
    changed = []
    for kind, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            changed.append(_was_and_is(" / ".join(old[i:j]), " / ".join(new[k:m])))
    return changed


def _in_values(then: Any, now: Any, path: str = "") -> Iterator[str]:
    """The leaves that differ, each with its place."""
    if isinstance(then, dict) and isinstance(now, dict):
        for key in [*then, *(k for k in now if k not in then)]:
            yield from _in_values(then.get(key), now.get(key), f"{path}.{key}" if path else str(key))
    elif isinstance(then, list) and isinstance(now, list):
        for n in range(max(len(then), len(now))):
            yield from _in_values(then[n] if n < len(then) else None, now[n] if n < len(now) else None, f"{path}[{n}]")
    elif then != now or type(then) is not type(now):
        yield f"{path} {_was_and_is(_shown(then), _shown(now))}"


def _was_and_is(then: str, now: str) -> str:
    return f"was {_cut(then) or 'nothing'}, is {_cut(now) or 'nothing'}"


def _shown(value: Any) -> str:
    return "" if value is None else str(value)


def _cut(text: str) -> str:
    return text if len(text) <= 160 else text[:159] + "…"


def _causes(saved: Record, again: Record) -> Iterator[str]:
    if not saved.intact:
        yield "The record was changed after it was saved: its digest does not fit its content."
    if saved.forgotten:
        yield f"The record begins after {saved.forgotten:,} questions that were no longer kept; a later one may lean on them."
    if saved.model != again.model:
        yield f"The answers were made by {saved.model}, and now by {again.model}."
    elif saved.model != "embedded":
        yield f"The model {saved.model} need not give the same answer twice."
    if saved.glossary != again.glossary:
        yield f"The glossary is another one: {saved.glossary[:16]} then, {again.glossary[:16]} now."
    for before, after in zip(saved.tables, again.tables, strict=False):
        if before.fingerprint != after.fingerprint:
            yield f"The data of {before.name} are others: content {before.fingerprint} then, {after.fingerprint} now."
    for name in [*saved.versions, *(n for n in again.versions if n not in saved.versions)]:
        then, now = saved.versions.get(name, "not named"), again.versions.get(name, "not named")
        if then != now:
            yield f"{name}: {then} then, {now} now."
