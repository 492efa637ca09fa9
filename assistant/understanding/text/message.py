"""What a message holds besides its question: rows pasted into it, which become a table, and the manner of the answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from assistant.session import Session
from assistant.understanding.text.correction import corrected
from assistant.understanding.text.manner import Manner, parted
from assistant.understanding.text.pasted import Paste, pasted
from assistant.understanding.text.pasted_words import said
from tools import METHOD, Table, load_table
from tools.errors import ToolError

NAME: Final = "pasted table"
_ASKS_WHAT: Final = "What is this?"
_ASKS_RULE: Final = "Did it trigger?"
_SIDES: Final = ("bid", "ask")


@dataclass(frozen=True)
class Message:
    """A message, read.

    Attributes:
        question: the words that are left to be planned.
        manner: how the answer is to be told.
        assumed: what was assumed in reading the rows.
    """

    question: str
    manner: Manner | None = None
    assumed: tuple[str, ...] = ()


def read(text: str, session: Session) -> Message:
    """The message; a table that is pasted into it is loaded into `session`, as if it had come as a file."""
    paste = pasted(text)
    if paste is None:
        return Message(*parted(corrected(text)))
    words = said(paste)
    if words is not None:
        return Message(*parted(words))
    whole, assumed = _with_kinds(paste)
    try:
        table = load_table(whole.data)
        session.reread(_named(table, whole, session))
    except ToolError:  # no table after all: the words are read as they are
        return Message(*parted(text))
    question, manner = parted(_asked_of(table) if paste.bare else paste.rest)
    return Message(question, manner, assumed)


def spoken_in(text: str) -> str:
    """The message with the rows of one calculation in it as words."""
    paste = pasted(text)
    return text if paste is None else said(paste) or paste.rest


def _with_kinds(paste: Paste) -> tuple[Paste, tuple[str, ...]]:
    """Quotes by strike with the kind of option that they are of: calls, unless the words speak of puts."""
    names = [name.lower() for name in paste.header]
    if "strike" not in names or not all(side in names for side in _SIDES) or any(n in names for n in ("type", "kind", "right")):
        return paste, ()
    words = paste.rest.lower()
    kind = "put" if "put" in words and "call" not in words else "call"
    whole = replace(paste, header=(*paste.header, "type"), rows=tuple((*row, kind) for row in paste.rows))
    return whole, () if kind in words else (f"the quotes are those of {kind}s.",)


def _asked_of(table: Table) -> str:
    """What rows without words ask: what the rule sees, where they are a series long enough for it; otherwise what they are."""
    least = METHOD.slow.value + METHOD.signal.value - 1
    return _ASKS_RULE if table.kind == "series" and table.report.rows_kept >= least else _ASKS_WHAT


def _named(table: Table, paste: Paste, session: Session) -> Table:
    """The table under a name of its own, with a call that holds its rows; the same rows again keep their name."""
    call = f"load_table({paste.data!r})"
    same = next((name for name, held in session.tables.items() if held.call == call), None)
    count = sum(name.startswith(NAME) for name in session.tables)
    name = same or (NAME if not count else f"{NAME} {count + 1}")
    origin = table.origin and replace(table.origin, source=replace(table.origin.source, call=call))
    return replace(table.renamed(name), call=call, origin=origin)
