"""Which of the loaded tables the words name, and which column of it."""

from __future__ import annotations

import re
from typing import Any, Final

from assistant.session import Session
from assistant.understanding.text.sought import Sought
from tools import Table

_QUOTED = r"['\"`]?([\w.%-]{2,40})['\"`]?"
_COLUMN = re.compile(rf"\b(?:of|on|use|using|for|take) (?:the )?{_QUOTED} column\b|\bcolumn (?:called |named )?{_QUOTED}")
_NO_COLUMN: Final = frozenset(
    ("this", "that", "which", "what", "same", "right", "last", "first", "one", "any", "is", "has", "are", "of", "in", "for")
)
_OTHER: Final = re.compile(r"\b(?:the )?(?:other|previous|first|earlier) (?:file|table|csv|sheet|data(?:set)?|series)\b")
_WORD: Final = re.compile(r"[a-z]{3,}")
_FEW: Final = 7  # words
_KIND: Final = r"(?:one|file|table|csv|sheet|data(?:set)?|series)"
_SPOKEN: Final = Sought(
    r"^(?!\W*(?:what (?:is|are|does|do)\b|why|explain|define))"
    r"(?:[^?!]{0,48}\b(?:use|using|to|on|of|for|with|in|from|now|about|and|same) (?:the |my )?|\W*(?:the |my )?)"
    rf"(?P<word>[a-z]{{3,12}})(?: {_KIND})?(?: (?:instead|too|now|please|pls|then|as well))*\W*$"
    rf"|\b(?:the|my) (?P<one>[a-z]{{3,12}}) {_KIND}\b"
)
_NO_NAME: Final = frozenset(
    ("day", "daily", "data", "week", "weekly", "last", "high", "low", "close", "open", "one", "file", None)
)


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
    return _by_own_word(low, names)


def _by_own_word(text: str, names: list[str]) -> str | None:
    """The one of several tables that the words name by a word which only its name has ("now the spx", "rsi of the vix")."""
    if len(names) < 2 or len(text.split()) > _FEW:
        return None
    said = _SPOKEN.search(text)
    word = said["word"] or said["one"] if said is not None else None
    held = [name for name in names if word in _WORD.findall(name.lower().rpartition(".")[0] or name.lower())]
    return held[0] if word not in _NO_NAME and len(held) == 1 else None


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
