"""The last calculations on a table made again: on weekly bars, another column, another stretch of time, another day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from assistant.session import Call, Session
from assistant.understanding.conversation.dialogue import leans
from assistant.understanding.table.asked_of_data import years_compared
from assistant.understanding.table.spans_changed import respanned
from assistant.understanding.table.table_named import names_column, table_meant
from assistant.understanding.table.tables import BARS, RUNNING, about_table, told
from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.periods import day_alone, on_day, period_alone, period_of, recent
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.sought import Sought
from tools import CATALOGUE, Table

_LIKE_A_YEAR: Final = 500
_DATED: Final = "term_structure"  # looks at one day of many
_DAYS_ON: Final = Sought(
    r"^\W*(?:(?:and|so|ok|now|then|what|about|how|on|the|was|it|a|show|me)[ ,]+){0,6}"
    rf"(?:(?P<n>\d{{1,3}}|{'|'.join(WORDS)}) )?(?:(?P<lead>next|following|previous|prior) )?"
    r"(?:trading )?(?P<unit>days?|bars?|sessions?|closes?|weeks?)"
    r"(?: (?P<way>before|earlier|prior|ago|previously|after|later|following|afterwards))?(?: (?:that|it|then))*\W*$"
)
_BACK: Final = ("before", "earlier", "prior", "ago", "previously", "previous")
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
    if (other := respanned(text, last)) is not None:
        return other
    if not read or table is None:
        return None
    if (beside := _other_day(text, last, table)) is not None:
        return beside
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
    levels = any(c.arguments.get("above", 0) >= _LIKE_A_YEAR for c in read)  # after "above 1900", "and 2000?" is one
    alone = {} if levels else period_alone(text)
    day_only = day_alone(text) if read[-1].tool in RUNNING else {}
    more |= period_of(text) or alone or day_only or ({} if averaged else recent(text, table.report))
    if not more and table_meant(text, session) is None:
        return None
    asked = {c.tool: c.arguments for c in about_table(reading, session)}
    if column:  # "the high column" is to be read, not to be described
        asked.pop("describe_table", None)
    if asked and not day_only and not asked.keys() & {c.tool for c in read}:
        return None  # "trigger on HIGH" after the table was explained asks for something else
    # A glance that is asked for in full is at no level of the one before.
    fresh = [Call(c.tool, {k: v for k, v in c.arguments.items() if k != "above" or c.tool not in asked}) for c in last]
    changed = {
        id(c): _reread(new, table, {**asked.get(c.tool, {}), **more}) for c, new in zip(last, fresh, strict=True) if c in read
    }
    return tuple(changed.get(id(c), c) for c in last)


def _other_day(text: str, last: tuple[Call, ...], table: Table) -> tuple[Call, ...] | None:
    """The one day looked at last moved by so many bars of the table ("and the day before", "2 days later")."""
    moved = _DAYS_ON.search(text)
    way = (moved["way"] or moved["lead"]) if moved is not None else None
    if moved is None or way is None or table.date_column is None:
        return None
    count = WORDS.get(moved["n"]) or int(moved["n"]) if moved["n"] else 1
    dates = table.frame[table.date_column]
    out = []
    for call in last:
        known = call.arguments
        day = known.get("date") or (known.get("since") if known.get("since") == known.get("upto") else None)
        if day is None:
            return None
        later = way not in _BACK
        if moved["unit"].startswith("week"):  # so many times seven days, or the next bar beyond where that is none
            aim = f"{pd.Timestamp(day) + (count if later else -count) * pd.Timedelta(weeks=1):%Y-%m-%d}"
            place = int((dates < aim).sum()) if later else int((dates <= aim).sum()) - 1
        else:
            place = int((dates <= day).sum()) + count - 1 if later else int((dates < day).sum()) - count
        if not 0 <= place < len(dates):
            return None
        other = f"{dates.iloc[place]:%Y-%m-%d}"
        out.append(Call(call.tool, {**known, **{k: other for k in ("date", "since", "upto") if k in known}}))
    return tuple(out)


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
            kept = {k: v for k, v in kept.items() if k not in ("since", "upto", "latest", "events_from", "date")}
        return Call(call.tool, {**kept, **told(call, more, table)})
    return Call(call.tool, {**kept, **({"series": more["column"]} if "column" in more else {})})
