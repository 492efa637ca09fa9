"""One trigger or cross of the last MACD result: shown, looked at for what is near it, or a budget staged from it on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from assistant.session import Call, Session
from assistant.understanding.conversation.references import UNTIL, dated, event_meant, events_of
from assistant.understanding.framed.calculations import calculation
from assistant.understanding.table.tables import of_tables
from assistant.understanding.text.quantities import Reading


@dataclass(frozen=True)
class Asked:
    """The calls that a question on one event asks for; `event` is its place among its kind, where it is to be shown."""

    calls: tuple[Call, ...]
    event: tuple[int, str] | None = None
    assumed: tuple[str, ...] = ()


def one_event(reading: Reading, session: Session) -> Asked | None:
    """What the words ask of one trigger or cross of the last MACD result; None where they name none."""
    meant = event_meant(reading.lower, session)
    if meant is None:
        return None
    place, words, turn = meant
    kind = "trigger" if re.search(r"\b(?:trigger|signal)", words) else "cross"
    staged = calculation(Reading(reading.lower.replace(words, " ")))
    if staged is not None and staged.call.tool == "tranche_plan" and not staged.missing:
        dates = [day for row in events_of(turn, kind)[place:] if (day := dated(row)) is not None]
        return Asked((Call("tranche_plan", {**staged.call.arguments, "events": dates}),)) if dates else None
    near = [c for c in of_tables(reading, session) if c.tool == "event_window"]
    if near and (day := dated(events_of(turn, kind)[place])) is not None:
        kept = {k: v for k, v in near[0].arguments.items() if k != "use_triggers"}
        return Asked((Call("event_window", {"dates": [day], **kept}),))
    if staged is not None or of_tables(reading, session) or len(reading.lower.split()) > 12:
        return None
    calls = tuple(_up_to(c, events_of(turn, kind)[place]) for c in turn.calls if c.tool == "macd_trigger")
    _, by, field = words.partition(" by ")
    told = (f"found by the {field} on the bar of each {kind}, those of the whole series compared.",) if by else ()
    return Asked(calls, (place, kind), told)


def _up_to(call: Call, row: Mapping[str, Any]) -> Call:
    """The call with no bar after the event: what the rule saw on that day, or in that minute."""
    moment = row["date"]
    within_day = isinstance(moment, pd.Timestamp) and moment != moment.normalize()
    return Call(call.tool, {**call.arguments, UNTIL: str(moment) if within_day else dated(row) or str(row["point"])})
