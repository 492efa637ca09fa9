"""A file that a user adds: read by the assistant, shown as what was recognised, or as what is wrong and how to mend it."""

from __future__ import annotations

import logging
import math
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from assistant.escape import literal
from assistant.page import render
from assistant.page.conversation import Conversation
from assistant.page.session import Message, Session
from tools.errors import ToolError

if TYPE_CHECKING:
    from tools.table import Table

logger = logging.getLogger(__name__)

LARGEST_MB = 50
TYPES = (".csv", ".tsv", ".txt", ".xlsx", ".parquet", ".json", ".jsonl")
_ROWS = 5
_REFUSED = 20
_PATIENCE = 60.0  # seconds that a file waits for the answer that is being made
_COLUMNS = 7
_WIDEST = 24


def add(conversation: Conversation, session: Session, paths: list[str]) -> list[Message]:
    """Loads each file into the session; the transcript gains one message a file. The uploaded copy is then removed.

    Files and answers take turns: a question asked while a file is read is about that file.
    """
    with session.loading(_PATIENCE):
        return _add(conversation, session, paths)


def _add(conversation: Conversation, session: Session, paths: list[str]) -> list[Message]:
    for path in map(Path, paths):
        session.settle([_added(path.name)])
        try:
            table = conversation.load(path, path.name, session.name)
            message = render.notice(preview(table), kind="data", follow_ups=first_questions(table))
            message["content"].insert(1, excerpt(table.frame))
        except ToolError as error:
            message = render.notice(f"**This file could not be read.** {_wrong(error)}", kind="error")
        except Exception:
            logger.exception("A file could not be loaded")
            message = render.notice(_UNREADABLE, kind="error")
        finally:
            path.unlink(missing_ok=True)
        session.settle([message])
    return session.transcript


def refused(session: Session, told: Mapping[str, object]) -> list[Message]:
    """Says why files were not taken, of which the page told the names and the megabytes: their size, or else their kind."""
    files = told.get("files")
    for file in files[:_REFUSED] if isinstance(files, list) else []:
        if isinstance(file, dict):
            session.settle(_refusal(file))
    return session.transcript


def _refusal(told: Mapping[str, object]) -> list[Message]:
    name, size = str(told.get("name", ""))[:200], told.get("megabytes")
    megabytes = size if isinstance(size, (int, float)) else 0.0
    called = literal(name) or "This file"
    if megabytes > LARGEST_MB:
        reason = (
            f"**{called} is too large.** It has {megabytes:,.0f} MB; the limit is {LARGEST_MB} MB. "
            "Keep the columns and dates you need, or save it as Parquet (which is far smaller), and add it again."
        )
    else:
        reason = (
            f"**{called} is not a table.** Files whose names end in {', '.join(TYPES[:-1])} or {TYPES[-1]} are read. "
            "Open it in the program that made it, save or export its table as CSV or XLSX, and add that."
        )
    return [_added(name or "that was not taken"), render.notice(reason, kind="error")]


def preview(table: Table) -> str:
    """What was recognised, then what is odd in it, as Markdown."""
    warnings = [f"- {sentence}" for sentence in table.report.warnings]
    lines = table.summary().splitlines()
    parts = [f"**{literal(table.name)}** is loaded.", "\n".join(line for line in lines if line not in warnings)]
    if odd := [line for line in lines if line in warnings]:
        parts.append("**Worth a look before you rely on it:**\n\n" + "\n".join(odd))
    return "\n\n".join(parts)


def excerpt(frame: pd.DataFrame) -> str:
    """The last rows as a Markdown table, every cell letter for letter."""
    shown = frame.iloc[-_ROWS:, :_COLUMNS]
    head = [_cell(name) for name in shown.columns]
    lines = [head, ["---"] * len(head), *([_cell(value) for value in row] for row in shown.itertuples(index=False))]
    table = "\n".join("| " + " | ".join(line) + " |" for line in lines)
    more = frame.shape[1] - shown.shape[1]
    note = f"The last {len(shown)} of {len(frame):,} rows" + (
        f", the first {_COLUMNS} of {frame.shape[1]} columns" if more > 0 else ""
    )
    return f"{note}\n\n{table}"


def first_questions(table: Table) -> tuple[str, ...]:
    """What the table leaves open, then questions that a table of this kind makes answerable."""
    return (*table.other_readings, *_FIRST.get(table.kind, ()))


def chips(conversation: Conversation, session: Session) -> str:
    """The session's tables as HTML, in the order of their names; pressing one makes it the one that questions are about."""
    held = list(conversation.tables(session.name))
    if not held:
        return ""
    rows = "".join(_chip(name, place, active=name == held[-1]) for place, name in enumerate(sorted(held)))
    return f'<ul class="tables" aria-label="Loaded files">{rows}</ul>'


def choose(conversation: Conversation, session: Session, place: object) -> None:
    """Makes the table at a place of `chips` the one that questions are about; what is no such place changes nothing."""
    held = sorted(conversation.tables(session.name))
    if isinstance(place, int) and 0 <= place < len(held):
        conversation.take_up(held[place], session.name)


def _chip(name: str, place: int, *, active: bool) -> str:
    about = "Questions are about this file" if active else "Ask about this file instead"
    return (
        f'<li><button type="button" data-table="{place}" aria-pressed="{str(active).lower()}" title="{about}">'
        f"{literal(name)}</button></li>"
    )


def _added(name: str) -> Message:
    return {"role": "user", "content": f"Added the file {literal(name)}"}


def _wrong(error: ToolError) -> str:
    """What is wrong with a file and how to mend it; the file's name stands above it already."""
    if error.parameter != "source":
        return str(error)
    return f"It must be {error.allowed}. {error.mend}".strip()


def _cell(value: object) -> str:
    if value is None or value is pd.NaT or (isinstance(value, float) and math.isnan(value)):
        return "–"
    if isinstance(value, pd.Timestamp):
        text = value.date().isoformat() if value == value.normalize() else value.isoformat(sep=" ")
    elif isinstance(value, float):
        plain = 1e5 <= abs(value) < 1e15  # six figures would tell such a value in powers of ten
        text = f"{value:,.0f}" if value.is_integer() and abs(value) < 1e15 else f"{value:,.2f}" if plain else f"{value:.6g}"
    else:
        text = str(value)
    text = " ".join(text.split())
    return literal(text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…") or " "


_UNREADABLE = (
    "**This file could not be read.** It should be a table: one header row, one row a date or a quote, "
    "saved as CSV, TSV, XLSX, Parquet or JSON. Open it in a spreadsheet program, save it as CSV, and add it again."
)

_FIRST = {
    "series": (
        "When did it last trigger?",
        "Is the MACD above its signal line now?",
        "Plan the tranches for $20,000 from these triggers",
    ),
    "chain": ("Price the 25/30/35 call butterfly from these quotes",),
}
