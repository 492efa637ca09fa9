"""What a question points back at: "that butterfly", "the first one", "my condor from before", "the second trigger"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from assistant.session import Call, Session, Turn
from assistant.understanding.text.quantities import Reading
from tools.result import Result

UNTIL: Final = "until"  # the argument that ends a series at one event
NOT_COMPUTED: Final = ("search_glossary", "describe_table")
_ORDINALS: Final = {
    w: n for n, w in enumerate(("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"))
}
_WHICH: Final = rf"(?P<which>{'|'.join(_ORDINALS)}|last|latest|other|previous|earlier|original|\d{{1,3}}(?:st|nd|rd|th))"
_THINGS: Final = {
    **dict.fromkeys(("butterfly", "fly", "bfly", "flies", "butterflies"), "butterfly"),
    **dict.fromkeys(("condor", "spread", "straddle", "strangle", "collar", "position", "future", "futures"), ""),
    **dict.fromkeys(("plan", "budget", "ladder", "staging"), "tranche plan"),
    "tranches": "tranche",
    **dict.fromkeys(("curve",), "term structure"),
    **dict.fromkeys(("cross", "macd"), "macd"),
    **dict.fromkeys(("option",), "black76"),
    **dict.fromkeys(("calculation", "result", "one", "trade", "example"), "*"),
}
_THING: Final = rf"(?P<thing>{'|'.join(sorted(_THINGS, key=len, reverse=True))})"
_POINTED: Final = re.compile(
    rf"\b(?:that|this|those|same|my|the|your)\s(?:vix\s|iron\s|call\s|put\s)?(?:{_WHICH}\s)?(?:vix\s|iron\s|call\s|put\s)?{_THING}\b"
)
_AGAIN: Final = re.compile(
    r"\bthat\b|\bsame\b|\bbefore\b|\bearlier\b|\bagain\b|\bprevious\b|\boriginal\b|\bother one\b"
    r"|\bthe \w{4,8} one\b|\babove\b|\bback to\b"
)
_NEAR: Final = 3  # turns
_FEW_LETTERS: Final = 64
STAGED: Final = ("tranche_plan", "tranche_units", "running_share", "staged_cost")
_TRIGGER: Final = re.compile(
    rf"\b(?:the\s)?(?P<which>{'|'.join(_ORDINALS)}|last|latest|previous|\d{{1,3}}(?:st|nd|rd|th))\s"
    r"(?P<kind>triggers?|cross(?:es|ing|over)?|signals?)(?:\sdate)?\b"
)

_MOST: Final = {
    **dict.fromkeys(("first", "earliest", "oldest"), "first"),
    **dict.fromkeys(("last", "latest", "newest", "recent"), "last"),
    **dict.fromkeys(("highest", "strongest", "largest", "biggest", "greatest", "steepest"), "most"),
    **dict.fromkeys(("lowest", "weakest", "smallest"), "least"),
}
_OF_EVENTS: Final = {  # the field of an event by the words for it
    **dict.fromkeys(("histogram", "hist", "histo"), "histogram"),
    **dict.fromkeys(("level", "normalised", "normalized"), "normalised"),
    **dict.fromkeys(("value", "iv", "reading"), "value"),
}
_FILLERS: Final = (
    "and so ok but then now the a of them those these was is were had has have with came did do does it its happen happened at"
    " on by in most me tell show day date bar what whats when where whens please pls"
)
_BESIDE_MOST: Final = frozenset(_FILLERS.split())
_NAMED_ONE: Final = ("which", "one", "ones", "trigger", "triggers", "cross", "crosses", "signal", "signals")


@dataclass(frozen=True)
class Past:
    """One calculation of the conversation: its call and the words for its result."""

    call: Call
    name: str


def last_calls(session: Session) -> tuple[Call, ...]:
    """The calculations of the last turn that computed something, whatever was asked since."""
    return next((calls for turn in reversed(session.turns) if (calls := computed_by(turn))), ())


def computed_by(turn: Turn) -> tuple[Call, ...]:
    """The calculations of one turn, each on all bars."""
    return tuple(whole(c) for c in turn.calls if c.tool not in NOT_COMPUTED)


def referent(reading: Reading, session: Session, *, priced: bool) -> tuple[Call, ...]:
    """The earlier calculation that the words point at; () where they point at none, or are `priced` in full themselves."""
    named = None if priced else _struck(reading, session)
    if named is not None:
        return (named,)
    pointed = _POINTED.search(reading.lower)
    if pointed is None or reading.ladders or not (pointed["which"] or _AGAIN.search(reading.lower)):
        return ()
    last = last_calls(session)
    if pointed["thing"] == "one" and pointed["which"] in _ORDINALS and last and last[-1].tool in STAGED:
        return ()  # the first tranche, not the first calculation
    every = list(_past(session))
    kind = _THINGS[pointed["thing"]]
    if kind == "*":
        group = last_calls(session)
        alike = [p for p in every if group and p.call.tool == group[-1].tool]
        if len(group) > 1 and pointed["which"] in _ORDINALS:
            alike = [Past(c, "") for c in group]
    else:
        word = kind or pointed["thing"]
        alike = [p for p in every if word in p.name] or [p for p in every if word.partition(" ")[0] in p.name]
    if pointed["which"] is None and (lately := _latest(session, [p.call for p in alike])) is not None:
        return (lately,)
    return _picked(alike, pointed["which"])


def _latest(session: Session, calls: Sequence[Call]) -> Call | None:
    """Of these the one that was worked out or shown again last, where one turn brought no other of them."""
    found = ([c for c in computed_by(turn) if c in calls] for turn in reversed(session.turns))
    lately = next((held for held in found if held), [])
    return lately[0] if len(lately) == 1 else None


def without_pointer(reading: Reading) -> Reading:
    """The words beside what they point at ("that butterfly but 1.00" is " but 1.00")."""
    return Reading(_POINTED.sub(" ", reading.lower))


def earlier(session: Session, which: str) -> tuple[Call, ...]:
    """The "original", "first" or "previous" calculation of the kind of the last one."""
    return _picked(_alike(session), which)


def planned(session: Session) -> Call | None:
    """The plan of tranches made in one of the last turns; None where there is none."""
    turns = reversed(session.turns[-_NEAR:])
    return next((call for turn in turns for call in turn.calls if call.tool == "tranche_plan"), None)


def alike(session: Session) -> tuple[Call, ...]:
    """Every calculation of the kind of the last one, oldest first."""
    return tuple(p.call for p in _alike(session))


def _alike(session: Session) -> list[Past]:
    group = last_calls(session)
    return [p for p in _past(session) if group and p.call.tool == group[-1].tool]


def event_meant(text: str, session: Session) -> tuple[int, str, Turn] | None:
    """Which trigger or cross of the last MACD result the words name: its place, the span's text, and the turn."""
    match = _TRIGGER.search(text)
    turn = next((t for t in reversed(session.turns) if _found_events(t)), None)
    if turn is None:
        return None
    if match is None or set(text.split()) & _OF_EVENTS.keys():
        return _outstanding(text, session, turn)
    events = events_of(turn, match["kind"])
    place = _place(match["which"], len(events))
    return None if place is None else (place, match.group(), turn)


def _outstanding(text: str, session: Session, turn: Turn) -> tuple[int, str, Turn] | None:
    """The trigger or cross that stands out by what its row holds ("which one had the highest histogram")."""
    words = re.findall(r"[a-z]+", text.replace("'", "")) if len(text) <= _FEW_LETTERS else []
    most = [_MOST[w] for w in words if w in _MOST]
    named = [w for w in words if w in _NAMED_ONE]
    fields = [_OF_EVENTS[w] for w in words if w in _OF_EVENTS]
    rest = set(words) - _BESIDE_MOST - _MOST.keys() - _OF_EVENTS.keys() - set(_NAMED_ONE)
    lately = next((t.answer.results[-1].tool for t in reversed(session.turns) if t.answer.results), "")
    if len(most) != 1 or not named or rest or len(fields) > 1 or lately != "macd_trigger" or re.search(r"\d", text):
        return None
    kind = "cross" if any(w.startswith("cross") for w in named) else "trigger"
    field = fields[0] if fields else "histogram"
    rows = [row[field] for row in events_of(turn, kind)]
    if most[0] in ("first", "last"):
        return (0 if most[0] == "first" else len(rows) - 1, kind, turn) if rows else None
    if not rows or any(map(math.isnan, rows)):  # a level that could not be judged
        return None
    return rows.index(max(rows) if most[0] == "most" else min(rows)), f"{kind} by {field}", turn


def events_of(turn: Turn, kind: str = "trigger") -> list[dict[str, Any]]:
    """The triggers, or all upward and downward crosses, of the turn's MACD result, oldest first."""
    result: Any = next(r for r in turn.answer.results if r.tool == "macd_trigger")
    frame = result.events
    wanted = frame[frame["kind"] == "trigger"] if kind.startswith(("trigger", "signal")) else frame
    rows: list[dict[str, Any]] = wanted.to_dict("records")
    return rows


def dated(row: Mapping[str, Any]) -> str | None:
    """The date of an event as 2024-08-05; None for a series without dates."""
    moment = row["date"]
    return moment.date().isoformat() if isinstance(moment, pd.Timestamp) else None


def _found_events(turn: Turn) -> bool:
    """Whether the turn ran the trigger over all of a series, not up to one event."""
    whole = any(c.tool == "macd_trigger" and UNTIL not in c.arguments for c in turn.calls)
    return whole and any(r.tool == "macd_trigger" for r in turn.answer.results)


def whole(call: Call) -> Call:
    """The call on all bars: "the second trigger" looks at the bars up to it, and what comes next does not.

    Typed numbers have no weeks: a call that asked for them was refused, and what comes next goes on without.
    """
    typed = isinstance(call.arguments.get("series"), list)
    return Call(call.tool, {k: v for k, v in call.arguments.items() if k != UNTIL and not (typed and k == "bars")})


def _past(session: Session) -> Iterator[Past]:
    """Every calculation, oldest first, each once."""
    seen: list[Call] = []
    for turn in session.turns:
        results: list[Result] = list(turn.answer.results)
        for call in turn.calls:
            result = next((r for r in results if r.tool == call.tool), None)
            if result is None:
                continue
            results.remove(result)
            if whole(call) not in seen:
                seen.append(whole(call))
                yield Past(whole(call), f"{call.tool.replace('_', ' ')} {getattr(result, 'name', '')}".lower())


def _struck(reading: Reading, session: Session) -> Call | None:
    """The last butterfly with just the strikes that the question names, where it says no price of its own."""
    if len(reading.ladders) != 1 or len(reading.ladder) != 3:
        return None
    strikes = dict(zip(("lower", "body", "upper"), reading.ladder, strict=True))
    past = [p.call for p in _past(session) if p.call.tool == "butterfly"]
    return next((c for c in reversed(past) if all(c.arguments[k] == v for k, v in strikes.items())), None)


def _picked(past: Sequence[Past], which: str | None) -> tuple[Call, ...]:
    place = len(past) - 1 if which is None and past else _place(which or "last", len(past))
    return () if place is None else (past[place].call,)


def _place(which: str, count: int) -> int | None:
    """The index of "second", "3rd", "last", "previous" among `count`."""
    if which in ("last", "latest"):
        place = count - 1
    elif which in ("other", "previous", "earlier"):
        place = count - 2
    elif which == "original":
        place = 0
    else:
        place = _ORDINALS[which] if which in _ORDINALS else int(which[:-2]) - 1
    return place if 0 <= place < count else None
