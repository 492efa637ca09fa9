"""Lines drawn from a loaded table, and short tables whose rows are quotes of one date or bars of both MACD lines.

The lines are a moving average of its series, and the advance–decline line of its breadth.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from assistant.session import Call, Session
from assistant.understanding.filling.arithmetic import plainly
from assistant.understanding.lines.averages import EXPONENTIAL
from assistant.understanding.table.data_words import in_hand, within_reach
from assistant.understanding.table.table_named import where_of
from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.tokens import ISO_DATE
from tools import Table

if TYPE_CHECKING:
    import pandas as pd

_N: Final = rf"\d{{1,3}}|{'|'.join(w for w in WORDS if w not in ('one', 'couple'))}"
_KIND: Final = r"(?:(?:simple|plain|exponential|moving|trailing|rolling|running) ){0,3}"
_AVERAGE: Final = re.compile(
    rf"(?<![\w.])(?P<n>{_N})[ -]?(?:days?|bars?|weeks?|sessions?|periods?|d|w)?[ -]{_KIND}(?:averages?|avg|sma|ma|ema|mean)\b"
    rf"|\b(?:(?:sma|ema|ma|moving average)[ -]?\(?(?:of )?(?:the )?(?:last |past )?|average )(?P<m>\d{{1,3}})\b(?!\.\d|%)"
)
_OWN: Final = re.compile(
    r"\b(?:my|its?|this|these|that|data|table|series|file|csv|column|sheet|last|latest|now|current\w*|today|closes?|values?)\b"
)
_GENERAL: Final = re.compile(
    r"\b(?:what (?:is|are) (?:an?|the difference|moving)|why|article|method|primary|page|source|should|entry|cost|gain"
    r"|loss|versus|better"
    r"|seed\w*|alpha|weight|cross\w*|trigger\w*|macd|signal)\b"
)
_LINE: Final = re.compile(
    r"\b(?:a/?d|ad|breadth|advance[-– ]decline)[ -]?(?:line|curve|total|sum)\b|\bcumul\w+\b[^.?!]{0,24}\b(?:nets?"
    r"|advanc\w+|breadth)"
    r"|\b(?:sum|add|total|run)\w*(?: up)?\b[^.?!]{0,24}\bnet advanc\w+|\bnet advances\b[^.?!]{0,24}\b(?:total|sum"
    r"|cumul\w+|line)"
)
_DEFINED: Final = re.compile(
    r"\bwhat (?:is|are|does|do) (?:an?|the) (?:a/?d|ad|advance)[^?!]{0,16}(?:line)?(?: mean)?\W*$|\bwhy\b|\bdiverg|\barticle\b"
    r"|\bconfirm|\bspx\b|\bs&p\b|\bindex\b|\d\s?[/-]\s?\d"
)
_START: Final = re.compile(
    r"\b(?:start\w*|begin\w*|from|base)(?: (?:at|of|from|with|is|value|level)){0,2} (?P<n>\d[\d,]*)(?![\d/.-])"
)
_FEW: Final = 8  # words
_SHORT: Final = 200  # rows that are taken as typed
_PERCENT: Final = 3.0  # no volatility as a decimal is as high
_DELTA: Final = re.compile(r"(?<![\w.])(?:(?P<n>\d{1,2}(?:\.\d)?|0?\.\d{1,3})|ten)[ -]?(?:delta|d)\b")
_TOLD: Final = re.compile(
    r"\bcross\w*|\bhist\w*|\btrigger\w*|\bexpand\w*|\bsignal\b|\bfire[sd]?\b|\bwhen\b|\bbullish\b|\bpositive\b"
    r"|\bturn(?:s|ed)?\b|\b(?:which|what) (?:row|bar|day|date)s?\b"
)
_LINES: Final = {
    "macd": re.compile(r"macd(?: line)?"),
    "signal": re.compile(r"sig(?:nal)?(?: line)?"),
    "histogram": re.compile(r"(?:macd )?hist(?:o|ogram)?(?: bars?)?"),
}


def lines_of(reading: Reading, session: Session) -> tuple[Call, ...]:
    """The call that draws such a line from the active table; () where the question asks for none."""
    table = session.active
    if table is None or table.kind == "chain" or not within_reach(session):
        return ()
    text = plainly(reading).lower  # "50-day average" is a term's name
    return _average(text, table, session) or _breadth(text, table) or _of_rows(text, table)


def _of_rows(text: str, table: Table) -> tuple[Call, ...]:
    """The volatility at a delta from rows of deltas, and the crosses of a MACD's lines or histogram, in a short table."""
    if not 1 < len(table.frame) <= _SHORT:
        return ()
    return _at_delta(text, table) or (_bars(table) if _TOLD.search(text) else ())


def _at_delta(text: str, table: Table) -> tuple[Call, ...]:
    """The volatility at the delta that the words name, where the rows are quotes of one moment."""
    columns = {role: column for column, role in table.roles.items()}
    wanted = _DELTA.search(text)
    if table.date_column is not None or wanted is None or not {"delta", "iv"} <= columns.keys():
        return ()
    held = [name for name in ("delta", "iv", "strike") if name in columns]
    rows = table.frame[[columns[name] for name in held]].dropna().set_axis(held, axis=1)
    scale = 100.0 if (rows["iv"] > _PERCENT).any() else 1.0
    size = float(wanted["n"]) if wanted["n"] else 10.0
    quotes = {"deltas": rows["delta"].tolist(), "ivs": [round(v / scale, 12) for v in rows["iv"]]}
    wish = round(size / 100 if size > 1 else size, 12)
    strikes = {"strikes": rows["strike"].tolist()} if "strike" in held else {}
    if not rows["delta"].abs().min() <= wish <= rows["delta"].abs().max():  # beyond the quotes no volatility is told
        return (Call("delta_bracket", {"deltas": quotes["deltas"], "delta": wish, **strikes}),)
    return (Call("iv_at_delta", {**quotes, "delta": wish, **strikes}),)


def _bars(table: Table) -> tuple[Call, ...]:
    """Both lines of a MACD, or its histogram, row by row, under the names or the days of the rows."""
    named = {name: c for c in table.columns for name, said in _LINES.items() if said.fullmatch(str(c).strip().lower())}
    for tool, told in (("macd_lines", {"macd": "macd", "signal": "signal"}), ("histogram_bars", {"values": "histogram"})):
        if all(name in named for name in told.values()):
            rows = table.frame[[named[name] for name in told.values()]].dropna()
            values = {argument: rows[named[name]].tolist() for argument, name in told.items()}
            return (Call(tool, {**values, **_days(table, rows.index)}),)
    return ()


def _days(table: Table, rows: pd.Index) -> dict[str, list[str]]:
    """The names of these rows: their days, where the table has some."""
    label = table.row_names or table.date_column
    if label is None:
        return {}
    held = table.frame.loc[rows, label]
    return {"labels": held.tolist() if table.row_names else [f"{day:%Y-%m-%d}" for day in held]}


def _average(text: str, table: Table, session: Session) -> tuple[Call, ...]:
    if not ("average" in text or "avg" in text or "ma" in text or "mean" in text):
        return ()
    found = _AVERAGE.search(text)
    if found is None or _GENERAL.search(text):
        return ()
    if _OWN.search(text) is None and not (in_hand(session) and len(text.split()) <= _FEW):
        return ()
    said = found["n"] or found["m"]
    span = int(said) if said.isdigit() else WORDS[said]
    kind = "exponential" if EXPONENTIAL.search(found[0]) else "simple"
    return (Call("average_line", {"span": span, "kind": kind, **where_of(text, table)}),) if span > 1 else ()


def _breadth(text: str, table: Table) -> tuple[Call, ...]:
    if not ("a/d" in text or "ad " in text or "breadth" in text or "advanc" in text):
        return ()
    if _LINE.search(text) is None or _DEFINED.search(ISO_DATE.sub(" ", text)):
        return ()
    columns = {role: name for name, role in table.roles.items() if role in ("net_advances", "advances", "declines")}
    start = _START.search(text)
    more: dict[str, Any] = {"start": float(start["n"].replace(",", ""))} if start else {}
    if "net_advances" in columns:
        return (Call("net_advances_line", {"net_column": columns["net_advances"], **more}),)
    if {"advances", "declines"} <= columns.keys():
        places = {f"{side}_column": columns[side] for side in ("advances", "declines")}
        return (Call("net_advances_line", {**places, **more}),)
    return ()
