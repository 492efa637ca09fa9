"""Rows of a loaded table that the user leaves out: "drop the first 250", "ignore the last 20 rows", "use all rows again".

They stay out for as long as the table is spoken of, and each answer says so. The table itself stays whole: what is left out is
the stretch of time that the tools are given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from assistant.session import Call, Session
from assistant.understanding.conversation.kept_rule import with_kept_rule
from assistant.understanding.conversation.references import last_calls
from assistant.understanding.text.number_words import WORDS
from tools import CATALOGUE, Table

_ROW: Final = r"(?:rows?|bars?|days?|values?|points?|observations?|entr(?:y|ies)|lines?|data points?|readings?)"
_LEAD: Final = r"(?:(?:and|ok|now|please|pls|then|can you|could you|but|what if (?:i|we|you)|let'?s|if (?:i|we|you)),? ){0,3}"
_DROP: Final = r"(?:drop|skip|ignore|remove|delete|exclude|omit|cut(?: off)?|(?:leave|take|throw) (?:out|off|away)|without)"
_COUNT: Final = rf"\d{{1,6}}|{'|'.join(WORDS)}"
_OF: Final = r"of (?:it|them|my data|the data|the file)"
_DROPPED: Final = re.compile(
    rf"^\W{{0,3}}{_LEAD}{_DROP} (?:the )?(?P<end>first|oldest|earliest|last|latest|newest)(?: (?P<count>{_COUNT}))?"
    rf"(?: {_OF})?(?: {_ROW})?(?: (?:too|also|as well|please|pls|now|instead|{_OF}))*\W*$"
)
_WHOLE: Final = r"(?:all|every|the (?:whole|full|entire|complete))"
_ALL: Final = re.compile(
    rf"\b(?:use|take|with|on|back to|keep|restore|include) {_WHOLE} (?:the |of the )?"
    rf"(?:{_ROW}|data|file|table|series|history|set)\b"
)
_POINTS: Final = re.compile(r"\b(?:of|in|for|on|from) (?:that|it|them|this|those)\W*$|\bits\b")
_FIRST: Final = ("first", "oldest", "earliest")


def dropping(text: str, session: Session) -> tuple[Call, ...]:
    """The last calls on the active table, without the rows that lower-case `text` leaves out or with all of them again."""
    table = session.active
    if table is None or not _speaks(text) or _bounds(table, (*_said(session), text)) is None:
        return ()
    read = tuple(c for c in last_calls(session) if _takes_rows(c))
    return _on(read or (Call("series_summary", {}),), table, (*_said(session), text))


def as_before(calls: Iterable[Call], session: Session, text: str) -> tuple[tuple[Call, ...], tuple[str, ...]]:
    """Calls on a table with the rule's parameters and the rows chosen before, and what is assumed by that."""
    if not (given := tuple(calls)):
        return (), ()
    ruled, of_rule = with_kept_rule(_of_that(given, session, text), session, text)
    kept, of_rows = _without_dropped(ruled, session, text)
    return kept, (*of_rule, *of_rows)


def _of_that(calls: tuple[Call, ...], session: Session, text: str) -> tuple[Call, ...]:
    """The calls on the column that the one before read, where the words point back at it ("max of that")."""
    last = next((c for c in last_calls(session)[-1:] if _takes_rows(c)), None)
    if last is None or _POINTS.search(text) is None:
        return calls
    same = {k: v for k, v in last.arguments.items() if k in ("table", "column")}
    stretch = {k: v for k, v in last.arguments.items() if k in ("since", "upto", "latest")}
    return tuple(
        Call(c.tool, {**same, **(stretch if c.tool == last.tool else {}), **c.arguments}) if _takes_rows(c) else c
        for c in calls
    )


def _without_dropped(calls: Iterable[Call], session: Session, text: str) -> tuple[tuple[Call, ...], tuple[str, ...]]:
    """The calls without the rows left out before, and what is assumed by that; `text` is the question in lower case."""
    given, table, now = tuple(calls), session.active, _speaks(text)
    said = (*_said(session), *([text] if now else []))
    taking = [c for c in given if _takes_rows(c) and (now or not c.arguments.keys() & {"since", "upto"})]
    if table is None or not said or not taking or not _bounds(table, said):
        return given, ()
    sides = [f"the {side} {count:,}" for side, count in zip(("first", "last"), _counts(said), strict=True) if count]
    note = f"without {' and '.join(sides)} rows, as you said; say “use all rows” to have them back."
    return _on(given, table, said), (note,)


def _said(session: Session) -> tuple[str, ...]:
    """What was said of rows since the active table came."""
    arrived = next((a.answered for a in reversed(session.arrivals)), 0)
    since = max(0, arrived - (session.answered - len(session.turns)))
    return tuple(t.question.lower() for t in session.turns[since:] if _speaks(t.question.lower()))


def _speaks(text: str) -> bool:
    return _DROPPED.match(text) is not None or _ALL.search(text) is not None


def _counts(said: Sequence[str]) -> tuple[int, int]:
    """How many rows are left out at the start and at the end, by all that was said in order."""
    first = last = 0
    for text in said:
        match = _DROPPED.match(text)
        if match is None:
            first = last = 0
            continue
        count = WORDS.get(match["count"]) or int(match["count"]) if match["count"] else 1
        first, last = (first + count, last) if match["end"] in _FIRST else (first, last + count)
    return first, last


def _bounds(table: Table, said: Sequence[str]) -> dict[str, str] | None:
    """The first and the last day that are kept; None where the table has no dates or nothing would be left."""
    first, last = _counts(said)
    rows = len(table.frame)
    if table.date_column is None or first + last >= rows:
        return None
    dates = table.frame[table.date_column]
    day = {"since": first, "upto": rows - 1 - last}
    return {k: dates.iloc[n].date().isoformat() for k, n in day.items() if (first if k == "since" else last)}


def _on(calls: Iterable[Call], table: Table, said: Sequence[str]) -> tuple[Call, ...]:
    bounds = _bounds(table, said) or {}
    whole = (Call(c.tool, {k: v for k, v in c.arguments.items() if k not in ("since", "upto")}) for c in calls)
    return tuple(Call(c.tool, {**c.arguments, **bounds}) if _takes_rows(c) else c for c in whole)


def _takes_rows(call: Call) -> bool:
    """Whether the call reads a series of the table."""
    kinds = {p.name: p.kind for p in CATALOGUE[call.tool].parameters} if call.tool in CATALOGUE else {}
    typed = any(isinstance(call.arguments.get(name), list) for name, kind in kinds.items() if kind == "series")
    return not typed and bool({"series", "events"} & set(kinds.values())) and call.tool != "breadth_divergence"
