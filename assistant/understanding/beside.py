"""Questions on what stands beside the signal in the user's tables: divergence of breadth, confirmations, event days."""

from __future__ import annotations

import re
from typing import Any

from assistant.session import Call, Session
from assistant.understanding.calendar_words import window_of
from assistant.understanding.quantities import Reading
from tools import Table
from tools.confirmations import inputs_named

_DIVERGE = re.compile(r"\bdiverg\w*")
_CONFIRM = re.compile(r"\bconfirm\w*|\bp/?e\b|\bp/?cf\b|\breits?\b|\breer\b|\brate differential\b")
_EVENTS = re.compile(r"\b(?:fomc|fed|cpi|ppi|events?|macro)\b")
_FED = re.compile(r"\b(?:fomc|fed)\b")
_TRIGGERS = re.compile(r"\b(?:trigger\w*|signals?|cross\w*)\b")
_BREADTH = ("ad_line", "net_advances")
_PRICE = ("close", "adjusted close", "settle", "last", "value")


def beside_signal(reading: Reading, session: Session) -> tuple[Call, ...]:
    """The call for such a question; () where it is none, or where the tables do not hold what it needs."""
    text = reading.lower
    if _DIVERGE.search(text):
        return _divergence(session)
    if _EVENTS.search(text) and _TRIGGERS.search(text):
        return _events(text, session)
    if _CONFIRM.search(text):
        held = next((t for t in reversed([*session.tables.values()]) if inputs_named(t.columns)), None)
        return () if held is None else (Call("confirmations", {"table": held.name}),)
    return ()


def _divergence(session: Session) -> tuple[Call, ...]:
    line, price = _column(session, _BREADTH), _column(session, _PRICE)
    if line is None or price is None:
        return ()
    places = {"price_table": price[0], "price_column": price[1], "ad_line_table": line[0], "ad_line_column": line[1]}
    return (Call("breadth_divergence", places),)


def _events(text: str, session: Session) -> tuple[Call, ...]:
    """Triggers of the active table against FOMC decisions, or against a loaded table of named dates."""
    active = session.active
    if active is None or active.kind == "chain":
        return ()
    window = window_of(text)
    more: dict[str, Any] = {} if window is None else {"days": window}
    calendar = next((t for t in reversed([*session.tables.values()]) if t is not active and _is_calendar(t)), None)
    if calendar is not None:
        more["events_table"] = calendar.name
    elif not _FED.search(text):
        return ()
    return (Call("event_window", {"use_triggers": True, **more}),)


def _column(session: Session, roles: tuple[str, ...]) -> tuple[str, str] | None:
    """(table, column) of the first of these roles, in the table loaded last that has one."""
    for table in reversed([*session.tables.values()]):
        for role in roles:
            name = next((n for n, r in table.roles.items() if r == role), None)
            if name is not None:
                return table.name, name
    return None


def _is_calendar(table: Table) -> bool:
    """Whether a table lists named dates: dates and text, and no prices."""
    return table.date_column is not None and "text" in table.roles.values() and table.default_column is None
