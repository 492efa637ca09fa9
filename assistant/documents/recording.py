"""From a session to its record."""

from __future__ import annotations

import ast
import hashlib
import platform
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Final

from assistant.answer import Answer, Citation
from assistant.documents.record import (
    AnswerRecord,
    Asked,
    CallRecord,
    CitationRecord,
    Loaded,
    Record,
    ResultRecord,
    StepRecord,
    TableRecord,
)
from assistant.session import Arrival, Session, Turn
from tools import Table
from tools.errors import ToolError
from tools.result import plain

_PACKAGES: Final = ("alvh-assistant", "langchain", "numpy", "pandas", "pydantic", "rapidfuzz", "wordllama")


def record(session: Session, model: str, glossary: str) -> Record:
    """What has been loaded and answered so far in `session`.

    Raises:
        ToolError: nothing has been asked or loaded yet.
    """
    turns, arrivals = list(session.turns), list(session.arrivals)  # a turn that ends meanwhile belongs to the next document
    forgotten = max(0, session.answered - len(turns))  # a turn is kept a moment before it is counted
    entries = tuple(_entries(turns, arrivals, forgotten))
    if not entries:
        raise ToolError("conversation", "an empty one", "one with at least one question or table", "Ask something first.")
    return Record(model=model, glossary=glossary, versions=versions(), forgotten=forgotten, entries=entries).sealed


def versions() -> dict[str, str]:
    """Python and the packages that results depend on."""
    return {"python": platform.python_version(), **{name: _version(name) for name in _PACKAGES}}


def _entries(turns: Sequence[Turn], arrivals: Sequence[Arrival], forgotten: int) -> Iterator[Loaded | Asked]:
    waiting = list(arrivals)
    for number, turn in enumerate(turns, start=forgotten):
        while waiting and waiting[0].answered <= number:
            yield _loaded(waiting.pop(0))
        yield _asked(turn)
    yield from map(_loaded, waiting)


def _loaded(arrival: Arrival) -> Loaded:
    table = arrival.table
    report: dict[str, Any] = plain(table.report)
    return Loaded(
        again=arrival.again,
        asked=arrival.asked,
        table=TableRecord(
            name=table.name,
            file=file_of(table),
            fingerprint=table.fingerprint,
            kind=table.kind,
            rows=table.report.rows_kept,
            call=table.call,
            report=report,
        ),
    )


def file_of(table: Table) -> str | None:
    """Name of the file that a table was loaded from; None where it came from memory."""
    call = ast.parse(table.call, mode="eval").body
    first = call.args[0] if isinstance(call, ast.Call) and call.args else None
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None


def _asked(turn: Turn) -> Asked:
    calls = tuple(CallRecord(tool=c.tool, arguments=plain(dict(c.arguments))) for c in turn.calls)
    return Asked(question=turn.question, calls=calls, answer=_answered(turn.answer))


def _answered(answer: Answer) -> AnswerRecord:
    return AnswerRecord(
        kind=answer.kind,
        text=answer.text,
        terms=answer.terms,
        citations=tuple(map(_cited, answer.citations)),
        results=tuple(ResultRecord(**result.to_dict()) for result in answer.results),
        follow_ups=answer.follow_ups,
        code=answer.code,
        steps=tuple(StepRecord(title=s.title, detail=s.detail) for s in answer.steps),
        notes=answer.notes,
        disclaimer=answer.disclaimer,
    )


def _cited(citation: Citation) -> CitationRecord:
    return CitationRecord(
        mark=citation.mark,
        claim=citation.claim_id,
        hash=hashlib.sha256(citation.text.encode()).hexdigest()[:16],
        term=citation.term,
        text=citation.text,
        source=citation.source,
        url=citation.url,
        tier=citation.tier,
    )


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
