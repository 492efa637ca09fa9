"""What was recognised in a table, in plain words: the first thing that a user reads of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from tools.headers import shown

if TYPE_CHECKING:
    from tools.table import Table

_LISTED, _SENTENCES = 12, 8
_SAID = {
    "series": "a table",
    "chain": "an option chain",
    "curve": "a futures curve",
    "breadth": "a breadth table",
    "other": "a table",
}


def summary_of(table: Table) -> str:
    """Kind, rows, dates, columns with roles, units, questions, and what was done or is odd, as a Markdown list."""
    said = (*recognised(table), *(*table.report.warnings, *table.report.notes)[:_SENTENCES])
    return "\n".join(f"- {sentence}" for sentence in said)


def recognised(table: Table) -> tuple[str, ...]:
    """Kind, rows, dates, columns with roles, units and questions, a sentence each."""
    report = table.report
    rows = f"{report.rows_kept:,} row" + ("" if report.rows_kept == 1 else "s")
    spaced = {"none": "", "irregular": "irregularly spaced "}.get(report.frequency, f"{report.frequency} ")
    head = f"{shown(table.name)}: {_SAID[table.kind]} of {rows}"
    if report.first_date is not None and report.first_date == report.last_date:
        head += f", on {_day(report.first_date)}"
    elif report.first_date is not None:
        head += f", {spaced}from {_day(report.first_date)} to {_day(report.last_date)}"
    listed = [f"{shown(n)} ({r})" for n, r in list(table.roles.items())[:_LISTED]]
    more = f" and {len(table.roles) - _LISTED:,} more" if len(table.roles) > _LISTED else ""
    parts = [head + ".", f"Columns: {', '.join(listed)}{more}."]
    if table.default_column is not None:
        parts.append(f"Taken unless you name another: {shown(table.default_column)}.")
    if report.units:
        parts.append("Units: " + ", ".join(f"{shown(n)} {u}" for n, u in list(report.units.items())[:4]) + ".")
    for question in report.questions:
        ways = " or ".join(f"“{c.label}”" for c in question.choices if not c.taken)
        parts.append(f"**{question.text}** If that is wrong, say {ways}.")
    return tuple(parts)


def _day(stamp: pd.Timestamp | None) -> str:
    return "" if stamp is None else f"{stamp:%Y-%m-%d}" if stamp == stamp.normalize() else f"{stamp:%Y-%m-%d %H:%M}"
