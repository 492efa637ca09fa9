"""The record of a conversation: what was loaded and asked, what was answered, on which data, glossary and program.

Its JSON is the saved form: fields in a fixed order, no clock, so that the same conversation gives the same bytes.
`Record.model_json_schema()` is its schema. `digest` covers everything else in it, so that a later change shows.
"""

from __future__ import annotations

import ast
import hashlib
import json
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from assistant.session import MAX_ARRIVALS, MAX_TURNS
from assistant.unanswered import MAX_QUESTION
from tools.disclaimer import SHORT
from tools.errors import ToolError

FORM: Final = "alvh-conversation/1"
LARGEST = 100 << 20
READINGS = ("sheet", "day_first", "fiscal_start")  # parameters of `load_table` that say how a file is read


class Part(BaseModel):
    """Base of the record's parts: frozen, and without room for anything undeclared."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class TableRecord(Part):
    """A table as it was found when it was loaded.

    Attributes:
        name: its name in the conversation; file: the file it came from, None where it came from memory.
        fingerprint: the first 16 hex digits of the SHA-256 of the file's content.
        kind: "series", "chain", "curve", "breadth" or "other"; rows: how many were kept.
        call: the Python that loads it; report: what was found, left out and changed.
    """

    name: str
    file: str | None
    fingerprint: str
    kind: str
    rows: int
    call: str
    report: dict[str, Any]

    @property
    def inline(self) -> bool:
        """Whether the call holds the rows themselves, because they were pasted into the question that follows."""
        return self.file is None and self.call.startswith(("load_table(b'", 'load_table(b"'))


class Loaded(Part):
    """A table was loaded, or taken up `again` after another one; `asked`: the question that follows brought it about."""

    event: Literal["table"] = "table"
    table: TableRecord
    again: bool = False
    asked: bool = False


class CitationRecord(Part):
    """A cited claim; `hash` is the first 16 hex digits of the SHA-256 of its text."""

    mark: int
    claim: str
    hash: str
    term: str
    text: str
    source: str
    url: str
    tier: str


class CallRecord(Part):
    """A tool call as the model made it."""

    tool: str
    arguments: dict[str, Any]


class StepRecord(Part):
    """A thing done on the way to the answer; how long it took is no part of the record."""

    title: str
    detail: str


class ResultRecord(BaseModel):
    """A tool's result: its own `to_dict()`, of which the documents need these fields."""

    model_config = ConfigDict(frozen=True, extra="allow")
    tool: str
    call: str
    summary: str
    disclaimer: str
    working: tuple[dict[str, Any], ...] = ()


class AnswerRecord(Part):
    """An answer with its results."""

    kind: str
    text: str
    terms: tuple[str, ...]
    citations: tuple[CitationRecord, ...]
    results: tuple[ResultRecord, ...]
    follow_ups: tuple[str, ...]
    code: str
    steps: tuple[StepRecord, ...]
    notes: tuple[str, ...]
    disclaimer: str


class Asked(Part):
    """A question was asked and answered."""

    event: Literal["question"] = "question"
    question: Annotated[str, Field(max_length=MAX_QUESTION, pattern=r"\S")]
    calls: tuple[CallRecord, ...]
    answer: AnswerRecord


class Record(Part):
    """A conversation.

    Attributes:
        format: name and number of this form.
        model: "embedded", or the name of the model that answered.
        glossary: SHA-256 of the claims and sources that the answers rest on.
        versions: what computed: Python and the packages that results depend on.
        forgotten: questions at the beginning that were no longer kept.
        entries: what happened, in order.
        disclaimer: never empty.
        digest: SHA-256 of all of the above.
    """

    format: Literal["alvh-conversation/1"] = FORM
    model: str
    glossary: str
    versions: dict[str, str]
    forgotten: Annotated[int, Field(ge=0)] = 0
    entries: tuple[Annotated[Loaded | Asked, Field(discriminator="event")], ...]
    disclaimer: Annotated[str, Field(min_length=1)] = SHORT
    digest: str = ""

    @field_validator("entries")
    @classmethod
    def _no_more_than_a_session_keeps(cls, entries: tuple[Loaded | Asked, ...]) -> tuple[Loaded | Asked, ...]:
        if sum(isinstance(entry, Asked) for entry in entries) > MAX_TURNS or len(entries) > MAX_TURNS + MAX_ARRIVALS:
            raise ValueError(f"at most {MAX_TURNS} questions and {MAX_ARRIVALS} tables are kept of a conversation")
        return entries

    @property
    def questions(self) -> tuple[Asked, ...]:
        """The questions with their answers, in order."""
        return tuple(entry for entry in self.entries if isinstance(entry, Asked))

    @property
    def tables(self) -> tuple[TableRecord, ...]:
        """The tables that were loaded, in order; one that was loaded twice, from the same file, once."""
        loaded = [e.table for e in self.entries if isinstance(e, Loaded) and not e.again]
        return tuple({(t.name, t.fingerprint): t for t in loaded}.values())

    @property
    def sealed(self) -> Record:
        """The same record with its digest."""
        return self.model_copy(update={"digest": self._digest()})

    @property
    def intact(self) -> bool:
        """Whether the digest fits: nothing was changed since the record was made."""
        return self.digest == self._digest()

    def json_text(self) -> str:
        """The record as it is saved."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"

    def _digest(self) -> str:
        content = self.model_dump(mode="json", exclude={"digest"})
        return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")).hexdigest()


def read(text: str | bytes) -> Record:
    """A saved record.

    Raises:
        ToolError: the text is no such record; the message says where.
    """
    if len(text) > LARGEST:
        raise ToolError("record", f"{len(text):,} bytes", f"at most {LARGEST:,} bytes")
    try:
        return Record.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"])) or "the file"
        mend = f"At {place}: {first['msg']}. A record is saved with `alvh ask … --save talk.json` or “Save conversation”."
        raise ToolError("record", "another file", f"a saved conversation in JSON ({FORM})", mend) from error


def reading_of(table: TableRecord) -> dict[str, Any]:
    """How the file was to be read (its sheet, the order of its dates), as `load_table` takes it."""
    try:
        call = ast.parse(table.call, mode="eval").body
        given = call.keywords if isinstance(call, ast.Call) else []
        return {k.arg: ast.literal_eval(k.value) for k in given if k.arg in READINGS}
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:  # a record that others wrote
        raise ToolError("record", table.call[:60], "a call of load_table for each table") from error
