"""Which rows of a table can be used, in which order: unusable ones are counted, dates sorted, repeated dates reduced to one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from tools.columns import Column
from tools.raw import Dropped
from tools.roles import TableKind, kind_of_option

_EXAMPLES = 5


def usable_rows(
    columns: Sequence[Column], roles: dict[str, str], kind: TableKind, lines: np.ndarray, dropped: list[Dropped]
) -> np.ndarray:
    """The rows that can be used; the others are added to `dropped` with the first reason that holds for them."""
    keep = np.ones(len(lines), dtype=bool)

    def leave_out(bad: np.ndarray, reason: str) -> None:
        nonlocal keep
        bad = bad & keep
        if bad.any():
            dropped.append(Dropped(reason, int(bad.sum()), tuple(int(n) for n in lines[bad][:_EXAMPLES])))
            keep = keep & ~bad

    if any(c.missing.any() for c in columns):
        blank = np.ones(len(lines), dtype=bool)
        for column in columns:
            blank &= column.missing if column.unread is None else column.missing & ~column.unread
        leave_out(blank, "blank")
    for column in columns:
        if roles[column.name] == "date":
            if column.unread is not None:
                leave_out(column.unread, "date that cannot be read")
            if column.missing.any():
                leave_out(column.missing, "no date")
    measured = [c for c in columns if c.type == "number" and roles[c.name] != "row number"]
    if measured and kind == "chain":
        for column in columns:
            if roles[column.name] == "strike":
                leave_out(column.missing, "no strike")
            elif roles[column.name] == "kind":
                leave_out(kind_of_option(column).isna().to_numpy(), "neither call nor put")
    if measured and not any(not c.missing.any() for c in measured):
        leave_out(np.logical_and.reduce([c.missing for c in measured]), "no value")
    return keep


def by_date(
    frame: pd.DataFrame, lines: np.ndarray, roles: dict[str, str], notes: list[str], warnings: list[str]
) -> tuple[pd.DataFrame, np.ndarray, int]:
    """Frame and lines in order of date, and how many rows stood after a later date."""
    date = next((n for n, r in roles.items() if r == "date"), None)
    if date is None:
        return frame, lines, 0
    dates = frame[date].to_numpy()
    early = dates[1:] < dates[:-1]
    steps = int(early.sum())
    if not steps:
        return frame, lines, 0
    if not (dates[1:] > dates[:-1]).any():
        notes.append("The rows stood newest first and were turned round.")
        steps = 0
    else:
        first = int(lines[1:][early][0])
        warnings.append(f"{steps:,} row(s) stood after a later date (first at {first}); the rows were sorted by date.")
    order = np.argsort(dates, kind="stable")
    return frame.iloc[order], lines[order], steps


def one_a_date(
    frame: pd.DataFrame, lines: np.ndarray, roles: dict[str, str], kind: TableKind, dropped: list[Dropped]
) -> pd.DataFrame:
    """Keep the last of several rows for one date (one contract of a chain, one symbol of a list)."""
    key = [
        n
        for n, r in roles.items()
        if r in ("date", "time", "symbol", *(("expiry", "kind", "strike") if kind == "chain" else ()))
    ]
    if kind == "chain" and "strike" not in [roles[n] for n in key]:
        return frame
    if kind != "chain" and "date" not in [roles[n] for n in key]:
        return frame
    dates = [n for n in key if roles[n] == "date"]
    if dates and kind != "chain" and not (frame[dates[0]].to_numpy()[1:] == frame[dates[0]].to_numpy()[:-1]).any():
        return frame
    again = frame.duplicated(subset=key, keep="last").to_numpy()
    if again.any():
        what = "repeated contract (the last one was kept)" if kind == "chain" else "repeated date (the last one was kept)"
        dropped.append(Dropped(what, int(again.sum()), tuple(sorted(int(n) for n in lines[again]))[:_EXAMPLES]))
        return frame.loc[~again]
    return frame
