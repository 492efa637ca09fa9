"""A conversation as a readable Markdown file: questions, answers with their sources, the working, the Python, the data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.documents.record import AnswerRecord, Asked, Loaded, Record, ResultRecord
from assistant.escape import document, fenced, spoken
from assistant.wording.steps_told import told_once

TITLE = "A conversation with the ALVH assistant"

KINDS = {
    "clarification": "One thing was missing",
    "no-advice": "No advice",
    "not-covered": "Not covered",
    "error": "This did not work",
}


def markdown(record: Record) -> str:
    """The record as Markdown; the disclaimer stands at its head and at its foot."""
    parts = [f"# {TITLE}", f"> {record.disclaimer}"]
    if record.forgotten:
        parts.append(f"*The first {record.forgotten:,} questions of this conversation were no longer kept.*")
    number = record.forgotten
    for entry in record.entries:
        if isinstance(entry, Loaded):
            parts.append(loaded(entry))
            continue
        number += 1
        parts += [asked(entry, number), *_answered(entry.answer)]
    parts += ["---", _foot(record), f"*{record.disclaimer}*"]
    return "\n\n".join(parts) + "\n"


def asked(entry: Asked, number: int) -> str:
    """The question, letter for letter, under its number."""
    lines = "\n".join(f"> {line}".rstrip() for line in spoken(entry.question).splitlines())
    return f"## Question {number}\n\n{lines}"


def answered(answer: AnswerRecord) -> str:
    """The answer's words, with the kind of answer where the reader should know it first."""
    kind = KINDS.get(answer.kind)
    return (f"*{kind}.*\n\n" if kind else "") + document(_told(answer)[0])


def sources(answer: AnswerRecord) -> str:
    """The answer's sources, each with the marks that rest on it; "" where there are none."""
    marks: dict[str, str] = {}
    for citation in answer.citations:
        marks[citation.source] = marks.get(citation.source, "") + f"[{citation.mark}]"
    lines = "\n".join(f"- {spoken(mark)} {document('; '.join(source.splitlines()))}" for source, mark in marks.items())
    return f"**Sources**\n\n{lines}" if lines else ""


def working(result: ResultRecord) -> str:
    """The steps of a calculation, with the numbers put in; "" where there are none."""
    lines = "\n".join(f"{n}. {document(step)}" for n, step in enumerate(_steps(result), 1))
    return f"**Working: {spoken(result.tool.replace('_', ' '))}**\n\n{lines}" if lines else ""


def loaded(entry: Loaded) -> str:
    """What was found in a table when it was loaded."""
    table = entry.table
    if entry.again:
        return f"## Data: {spoken(table.name)} again\n\nFrom here on the questions are about this table."
    report = table.report
    told = [f"{table.rows:,} rows; content {table.fingerprint} (the first 16 hex digits of its SHA-256)"]
    told += [str(sentence) for key in ("warnings", "notes") for sentence in report.get(key, ())]
    return f"## Data: {spoken(table.name)}\n\n" + "\n".join(f"- {document(sentence)}" for sentence in told)


def _answered(answer: AnswerRecord) -> Iterator[str]:
    yield answered(answer)
    if told := sources(answer):
        yield told
    untold = _told(answer)[1]
    yield from (told for result, steps in zip(answer.results, untold, strict=True) if steps and (told := working(result)))
    if answer.code.strip():
        yield "**Python**\n\n" + fenced(answer.code, "python")
    yield from (f"*{document(note)}*" for note in answer.notes)


def _told(answer: AnswerRecord) -> tuple[str, list[Sequence[str]]]:
    return told_once(answer.text, [_steps(result) for result in answer.results])


def _steps(result: ResultRecord) -> list[str]:
    return [str(step.get("text", "")) for step in result.working]


def _foot(record: Record) -> str:
    versions = ", ".join(f"{name} {number}" for name, number in record.versions.items())
    model = "embedded model" if record.model == "embedded" else f"model {spoken(record.model)}"
    return f"Answered by the {model} on the glossary {record.glossary[:16]}, with {spoken(versions)}."
