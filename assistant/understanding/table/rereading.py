"""The last calculations on a table made again: on weekly bars, another column, another stretch of time, another day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from assistant.session import Call, Session
from assistant.understanding.conversation.dialogue import leans
from assistant.understanding.table.asked_of_data import years_compared
from assistant.understanding.table.table_named import names_column, table_meant
from assistant.understanding.table.tables import BARS, about_table, told
from assistant.understanding.text.periods import on_day, period_of, recent
from assistant.understanding.text.quantities import Reading
from tools import CATALOGUE, Table

_DATED: Final = "term_structure"  # looks at one day of many
_AS_PRICE: Final = re.compile(
    r"\bas (?:the |a )?prices?\b|\bprices? (?:is|=|of|from|column|at)\b|\b(?:buy|deal|trade|fill)\w* at\b"
)


def reread(reading: Reading, session: Session, last: tuple[Call, ...]) -> tuple[Call, ...] | None:
    """The last calls on tables made again on weekly or daily bars, on another column, or on the table now active."""
    read = [c for c in last if _reads_table(c)]
    table, text = session.active, reading.lower
    if len(text.split()) > 12:
        return None
    typed = [c for c in last if isinstance(c.arguments.get("series"), list)]
    if typed and (bars := BARS.search(text)) is not None and leans(reading):
        # Without dates there are no weeks, and the tool says so.
        weeks = {"bars": "weekly" if bars[1].startswith("week") else None}
        return tuple(Call(c.tool, {**c.arguments, **weeks}) if c in typed else c for c in last)
    if not read or table is None:
        return None
    if years := years_compared(text, session):  # one year of each, not each of one year
        return years
    more: dict[str, Any] = {}
    if bars := BARS.search(text):
        more["bars"] = "weekly" if bars[1].startswith("week") else None
    if (column := names_column(text, table)) and _AS_PRICE.search(text):  # "with spx as the price" is no other signal
        return tuple(Call(c.tool, {**c.arguments, "price": column}) if c.tool == "backtest" else c for c in last)
    if column:
        more["column"] = column
    day = on_day(text) if any(c.tool == _DATED for c in read) else {}
    if day:
        return tuple(Call(c.tool, {**c.arguments, **day}) if c in read and c.tool == _DATED else c for c in last)
    averaged = any(c.tool == "average_line" for c in read)  # "50-day" is its span, and no stretch of time
    more |= period_of(text) or ({} if averaged else recent(text, table.report))
    if not more and table_meant(text, session) is None:
        return None
    asked = {c.tool: c.arguments for c in about_table(reading, session)}
    if asked and not asked.keys() & {c.tool for c in read}:
        return None  # "trigger on HIGH" after the table was explained asks for something else
    # A glance that is asked for in full is at no level of the one before.
    fresh = [Call(c.tool, {k: v for k, v in c.arguments.items() if k != "above" or c.tool not in asked}) for c in last]
    changed = {
        id(c): _reread(new, table, {**asked.get(c.tool, {}), **more}) for c, new in zip(last, fresh, strict=True) if c in read
    }
    return tuple(changed.get(id(c), c) for c in last)


def _reads_table(call: Call) -> bool:
    """Whether the call takes its data from a loaded table, and not from numbers typed in."""
    kinds = {p.name: p.kind for p in CATALOGUE[call.tool].parameters} if call.tool in CATALOGUE else {}
    data = {name for name, kind in kinds.items() if kind in ("series", "table", "curve")}
    by_triggers = bool(call.arguments.get("use_triggers"))
    return by_triggers or (bool(data) and not data & {k for k, v in call.arguments.items() if isinstance(v, list)})


def _reread(call: Call, table: Table, more: Mapping[str, Any]) -> Call:
    """The call without a column that the table does not have, and with what is asked of it now."""
    kinds = {p.kind for p in CATALOGUE[call.tool].parameters}
    kept = {
        k: v for k, v in call.arguments.items() if k not in ("table",) and (k not in ("column", "series") or v in table.columns)
    }
    if kinds & {"series", "events", "curve"}:
        if more.keys() & {"since", "upto", "latest"}:  # another stretch of time takes the place of the one before
            kept = {k: v for k, v in kept.items() if k not in ("since", "upto", "latest", "events_from")}
        return Call(call.tool, {**kept, **told(call, more, table)})
    return Call(call.tool, {**kept, **({"series": more["column"]} if "column" in more else {})})
