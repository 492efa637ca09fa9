"""Which of the loaded tables the words name, and which column of it."""

from __future__ import annotations

import re
from typing import Any, Final

from assistant.session import Session
from tools import Table

_QUOTED = r"['\"`]?([\w.%-]{2,40})['\"`]?"
_COLUMN = re.compile(rf"\b(?:of|on|use|using|for|take) (?:the )?{_QUOTED} column\b|\bcolumn (?:called |named )?{_QUOTED}")
_NO_COLUMN: Final = frozenset(
    ("this", "that", "which", "what", "same", "right", "last", "first", "one", "any", "is", "has", "are", "of", "in", "for")
)
_OTHER: Final = re.compile(r"\b(?:the )?(?:other|previous|first|earlier) (?:file|table|csv|sheet|data(?:set)?|series)\b")


def table_meant(text: str, session: Session) -> str | None:
    """The loaded table that the words name: by its whole name, by its name without the ending, or as "the other file"."""
    names = [*session.tables]
    low = text.lower()
    for name in sorted(names, key=len, reverse=True):
        stem = re.escape(name.lower().rpartition(".")[0] or name.lower())
        if "." in name and name.lower() in low:
            return name
        if re.search(
            rf"\b(?:use|using|to|in|on|for|with|from|about) (?:the )?{stem}(?: (?:file|table|data|sheet|csv"
            rf"|one))?(?: instead)?\W*$"
            rf"|\b(?:the|my) {stem} (?:file|table|data|sheet|csv|one)\b"
            rf"|\b(?:go|switch|change|turn|back) (?:back )?to (?:the |my )?{stem}\b",
            low,
        ):
            return name
    if len(names) > 1 and _OTHER.search(low):
        return names[-2]
    return None


def names_column(text: str, table: Table) -> str | None:
    """The column of `table` that the question names, or None."""
    hits = [c for c in table.columns if len(c) > 1 and re.search(rf"(?<!\w){re.escape(c.lower())}(?!\w)", text)]
    return max(hits, key=len, default=None)


def where_of(text: str, table: Table) -> dict[str, Any]:
    """The column meant; one that the table does not have is passed on, so that the table says what it has."""
    column = names_column(text, table)
    if column:
        return {"column": column} if table.roles.get(column) not in (None, "date") else {}
    asked = _COLUMN.search(text)
    name = (asked[1] or asked[2]) if asked else None
    return {"column": name} if name and name not in _NO_COLUMN else {}
