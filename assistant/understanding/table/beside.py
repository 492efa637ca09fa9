"""Questions on what stands beside the signal in the user's tables: divergence of breadth, confirmations, event days.

The FOMC decisions come with the program. The days of CPI and PPI releases do not: they are asked for where no loaded table
lists them.
"""

from __future__ import annotations

import re
from typing import Any

from assistant.session import Call, Session
from assistant.understanding.filling.calendar_words import window_of
from assistant.understanding.table.data_words import in_hand
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.sought import Sought
from tools import METHOD, Table
from tools.confirmations import inputs_named

_DIVERGE = re.compile(
    r"\bdiverg\w*|\b(?:show|plot|draw|see|chart) (?:me )?(?:the |my )?(?:breadth|a/?d line|advance[- ]decline line)\b"
)
_DIVERGING = re.compile(
    r"^\W*(?:(?:and|so|ok|now|then) ){0,2}(?:is|are|was|were|any|does|do|did|show|find|check|where|when|run|test|see)\b"
    r"[^?!]{0,32}\bdiverg"
)
_CONFIRM = re.compile(r"\bconfirm\w*|\bp/?e\b|\bp/?cf\b|\breits?\b|\breer\b|\brate differential\b")
_EVENTS = Sought(r"\b(?:fomc|fed|cpi|ppi|nfp|payrolls?|events?|macro)\b")
_FED = re.compile(r"\b(?:fomc|fed)\b")
_RELEASES = re.compile(r"\b(cpi|ppi|nfp|payrolls?)\b")
_NEAR = re.compile(r"\b(?:around|near|before|after|into|over|during|through|across|on|surrounding)\b|\bevent[- ]windows?\b")
_MOVES = re.compile(
    r"\bevent[- ](?:windows?|stud(?:y|ies))\b|\b(?:what|how(?: often| much)?) (?:did|does|do|has|have)\b"
    r"|\b(?:show|plot|chart|measure|compute)\b"
    r"|\b(?:moves?|moved|behaved?|reacted?|changed?|rose|fell|jump(?:ed)?|drop(?:ped)?)\b"
)
_PAST = re.compile(r"\bevent[- ](?:windows?|stud(?:y|ies))\b|\b(?:what|how(?: often| much)?) did\b")
_EVENT_WINDOW = re.compile(r"\bevent[- ]windows?\b")
_APART = re.compile(
    r"\b(?:far|long|close|much time|many (?:days|weeks|bars)|spaced|spread) (?:apart|out|between)\b|\b(?:time|days"
    r"|weeks|bars|gaps?"
    r"|distance|spacing|stretch(?:es)?|interval|intervals|wait) (?:there (?:is|was|are|were) )?(?:in )?(?:between"
    r"|from|of the)\b|\bapart\b|\bspacing\b"
)
_TRIGGERS = re.compile(r"\b(?:trigger\w*|signals?|cross\w*)\b")
_LINES = {"ad_line": ("ad_line", "net_advances"), "advances": ("advances",), "declines": ("declines",)}
_PARTS = ("table", "column")
_NUMBERS = ("number",)  # a price by a name of its own, "spx"
_INDEX = re.compile(r"spx|spy|s&p|sp_?500|index|price|close|last|ndx|dow")
_PRICE = ("close", "adjusted close", "settle", "last", "value")


def beside_signal(reading: Reading, session: Session) -> tuple[Call, ...]:
    """The call for such a question; () where it is none, or where the tables do not hold what it needs."""
    text = reading.lower
    if _DIVERGE.search(text):
        return _divergence(session)
    if asks_spacing(text):
        return (Call("event_spacing", {"use_triggers": True}),)
    if _EVENTS.search(text) and _TRIGGERS.search(text):
        return _events(text, session)
    if _CONFIRM.search(text):
        held = next((t for t in reversed([*session.tables.values()]) if inputs_named(t.columns)), None)
        return () if held is None else (Call("confirmations", {"table": held.name}),)
    return ()


def asks_spacing(text: str) -> bool:
    """Whether lower-case `text` asks how far apart the triggers lie."""
    return _APART.search(text) is not None and _TRIGGERS.search(text) is not None


def around_events(reading: Reading, session: Session) -> tuple[Call, ...]:
    """The calls for what the active table's series did around events; () where that is not asked or cannot be read."""
    if not _asks_around(reading.lower) or session.active is None or session.active.kind == "chain":
        return ()
    near = _calendar(reading.lower, session)
    if near is None:
        return ()
    moves = Call("around_events", {"window" if k == "days" else k: v for k, v in near.items()})
    # The name of the other tool asks for it too; a window of no days is one of the day itself, which has no move.
    measured = _EVENT_WINDOW.search(reading.lower) is not None and _has_triggers(session.active)
    return (moves, Call("event_window", {"use_triggers": True, **near})) if measured else (moves,)


def events_wanted(reading: Reading, session: Session) -> str:
    """What to ask for where moves around events are asked about and no series, or nobody's days of them, are there; or ""."""
    text = reading.lower
    if session.active is not None and _DIVERGING.match(text) and in_hand(session) and not _divergence(session):
        return "both the index's prices and its breadth: load the table that is not here yet, by the same dates"
    if session.active is None:
        return "a series with its dates: load a file" if _asks_around(text) and _PAST.search(text) else ""
    named = _RELEASES.search(text)
    if not _asks_around(text) or named is None or _FED.search(text) or _calendar(text, session) is not None:
        return ""
    name = named[1].upper() if len(named[1]) == 3 else "payroll"
    return (
        f"the days of the {name} releases: load a table with a column of dates and one that names the event "
        "(only the FOMC decisions come with the program)"
    )


def _asks_around(text: str) -> bool:
    return all(pattern.search(text) for pattern in (_EVENTS, _NEAR, _MOVES)) and not _TRIGGERS.search(text)


def _has_triggers(table: Table) -> bool:
    return table.date_column is not None and len(table.frame) >= METHOD.slow.value + METHOD.signal.value - 1


def _divergence(session: Session) -> tuple[Call, ...]:
    price = _column(session, _PRICE) or _column(session, _NUMBERS)
    line = {name: found for name, roles in _LINES.items() if (found := _column(session, roles)) is not None}
    held = ("ad_line",) if "ad_line" in line else ("advances", "declines")
    if price is None or not all(name in line for name in held):
        return ()
    series = {"price": price, **{name: line[name] for name in held}}
    places = {f"{name}_{part}": found for name, pair in series.items() for part, found in zip(_PARTS, pair, strict=True)}
    return (Call("breadth_divergence", places),)


def _events(text: str, session: Session) -> tuple[Call, ...]:
    """Triggers of the active table against FOMC decisions, or against a loaded table of named dates."""
    active = session.active
    if active is None or active.kind == "chain":
        return ()
    near = _calendar(text, session)
    return () if near is None else (Call("event_window", {"use_triggers": True, **near}),)


def _calendar(text: str, session: Session) -> dict[str, Any] | None:
    """The window named, and a loaded table of named dates where there is one; None where neither it nor the FOMC is meant."""
    window = window_of(text)
    more: dict[str, Any] = {} if window is None else {"days": window}
    tables = reversed([*session.tables.values()])
    calendar = next((t for t in tables if t is not session.active and _is_calendar(t)), None)
    if calendar is not None:
        return more | {"events_table": calendar.name}
    return more if _FED.search(text) and not _RELEASES.search(text) else None


def _column(session: Session, roles: tuple[str, ...]) -> tuple[str, str] | None:
    """(table, column) of the first of these roles, in the table loaded last that has one."""
    for table in reversed([*session.tables.values()]):
        for role in roles:
            fitting = (n for n, r in table.roles.items() if r == role and not _of_breadth(table, n, r))
            name = next(fitting, None)
            if name is not None:
                return table.name, name
    return None


def _of_breadth(table: Table, name: str, role: str) -> bool:
    """Whether a number beside advances and declines is a statistic of theirs, as it is unless it has an index's name."""
    return role in _NUMBERS and table.kind == "breadth" and _INDEX.search(name.lower()) is None


def _is_calendar(table: Table) -> bool:
    """Whether a table lists named dates: dates and text, and no prices."""
    return table.date_column is not None and "text" in table.roles.values() and table.default_column is None
