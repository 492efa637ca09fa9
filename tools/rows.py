"""Which rows of a table can be used, in which order: unusable ones are counted, dates sorted, repeated dates reduced to one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from tools.columns import Column
from tools.panel import Panel
from tools.raw import Dropped, Lines
from tools.roles import TableKind, no_option
from tools.series import spoken
from tools.spacing import Steps
from tools.wording import counted, level, listed, times

_EXAMPLES = 5
_TOTAL = r"(?:(?:grand|sub|account|transactions?|overall)[ -]?)?totals?:?|sum:?|averages?:?|mean:?|summe|gesamt"
_ROWS_WITH_TOTALS = 3  # and more: of fewer, one may be called so
_ODD, _SHIFT = np.uint64(0x9E3779B97F4A7C15), np.uint64(32)  # of Fibonacci hashing: multiplying by it spreads the bits


def usable_rows(
    columns: Sequence[Column], roles: dict[str, str], kind: TableKind, lines: Lines, dropped: list[Dropped]
) -> np.ndarray:
    """The rows that can be used; the others are added to `dropped` with the first reason that holds for them."""
    keep = np.ones(len(lines), dtype=bool)

    def leave_out(rows: np.ndarray | None, reason: str) -> None:
        nonlocal keep
        bad = rows & keep if rows is not None else np.zeros(0, dtype=bool)
        if bad.any():
            dropped.append(Dropped(reason, int(bad.sum()), tuple(int(n) for n in lines[bad][:_EXAMPLES])))
            keep = keep & ~bad

    if all(c.missing is not None for c in columns):
        leave_out(_everywhere(c.missing if c.unread is None else c.missing & ~c.unread for c in columns), "blank")
    for column in columns:
        if roles[column.name] == "date":
            leave_out(column.unread, "date that cannot be read")
            leave_out(column.missing, "no date")
    if "date" not in roles.values():
        leave_out(_totals(columns), "a total below the data")
    measured = [c for c in columns if c.type == "number" and roles[c.name] != "row number"]
    if measured and kind == "chain":
        for column in columns:
            if roles[column.name] == "strike":
                leave_out(column.missing, "no strike")
            elif roles[column.name] == "kind":
                leave_out(no_option(column), "neither call nor put")
    if measured and all(c.missing is not None for c in measured):
        leave_out(_everywhere(c.missing for c in measured), "no value")
    return keep


def _totals(columns: Sequence[Column]) -> np.ndarray | None:
    """The last rows that are named as totals or means of those above; None where there are none."""
    named = next((c for c in columns if c.type == "text"), None)
    if named is None or len(named.values) < _ROWS_WITH_TOTALS:
        return None
    total = named.text.rows(named.text.cells.str.strip().str.fullmatch(_TOTAL, case=False).fillna(False).to_numpy(dtype=bool))
    other = np.flatnonzero(~total)
    return np.arange(len(total)) > other[-1] if len(other) and other[-1] < len(total) - 1 else None


def _everywhere(masks: Iterable[Any]) -> np.ndarray:
    """The rows that every mask marks."""
    return np.asarray(np.logical_and.reduce(list(masks)))


@dataclass(frozen=True)
class Dated:
    """Rows in order of date.

    Attributes:
        frame, lines: the rows, labelled as they were, and their places in the file.
        against: how many rows stood after a later date.
        steps: from each date to the next; None without dates.
        panel: the rows by symbol, where there are several.
    """

    frame: pd.DataFrame
    lines: Lines
    against: int = 0
    steps: Steps | None = None
    panel: Panel | None = None


def by_date(
    frame: pd.DataFrame, lines: Lines, roles: dict[str, str], panel: Panel | None, notes: list[str], warnings: list[str]
) -> Dated:
    """The rows in order of date; rows of one date stay in the order of the file. `panel` is that of the rows given."""
    date = next((n for n, r in roles.items() if r == "date"), None)
    if date is None:
        return Dated(frame, lines, panel=panel)
    dates = frame[date].to_numpy()
    steps = Steps.of(dates)
    if steps.least >= 0:
        return Dated(frame, lines, 0, steps, panel)
    early = np.flatnonzero(steps.sizes < 0) + 1
    newest_first = steps.most == 0
    if panel is not None and not newest_first:
        early, newest_first = panel.backwards(dates)
    against = 0 if newest_first else len(early)
    if not len(early):
        notes.append("The rows stood in order of date within each symbol; they were sorted by date.")
    elif newest_first:
        notes.append("The rows stood newest first and were turned round.")
    else:
        first = int(lines[early].min())
        warnings.append(f"{counted(against, 'row')} stood after a later date (first at {first}); the rows were sorted by date.")
    order = np.argsort(dates.view(np.int64), kind="stable")
    return Dated(
        frame.iloc[order],
        lines[order],
        against,
        Steps.of(dates[order]),
        Panel.of(panel.codes[order]) if panel is not None else None,
    )


def one_a_date(
    dated: Dated, columns: Sequence[Column], roles: dict[str, str], kind: TableKind, dropped: list[Dropped]
) -> pd.DataFrame:
    """Keep the last of several rows for one date (one contract of a chain, one symbol of a list).

    The labels of the rows are their places in `columns`.
    """
    frame, lines = dated.frame, dated.lines
    if dated.steps is not None and dated.steps.least > 0:
        return frame
    chain = kind == "chain"
    parts = ("date", "time", "symbol", "expiry", "kind", "strike") if chain else ("date", "time", "symbol")
    key = sorted((c for c in columns if roles[c.name] in parts), key=lambda c: parts.index(roles[c.name]))
    if ("strike" if chain else "date") not in [roles[c.name] for c in key]:
        return frame
    rows = frame.index.to_numpy() if not frame.index.equals(pd.RangeIndex(len(columns[0].values))) else slice(None)
    arrays = [frame[c.name].to_numpy() if c.type != "text" else c.text.places[rows] for c in key]
    if rising(arrays, strictly=True) or _all_differ(arrays):
        return frame
    again = frame.duplicated(subset=[c.name for c in key], keep="last").to_numpy()
    if again.any():
        what = "repeated contract (the last one was kept)" if chain else "repeated date (the last one was kept)"
        places = tuple(sorted(int(n) for n in lines[again]))[:_EXAMPLES]
        stood = _stood(frame, again, key[0].name) if len(key) == 1 else ()
        dropped.append(Dropped(what, int(again.sum()), places, stood))
        return frame.loc[~again]
    return frame


def _stood(frame: pd.DataFrame, again: np.ndarray, date: str) -> tuple[str, ...]:
    """The first few dates that stand more than once, with their values where each row has a single one."""
    values = [name for name in frame.columns if name != date and frame[name].dtype.kind == "f"]
    if len(values) != 1:
        return ()
    out = []
    for day in frame.loc[again, date].drop_duplicates().head(_EXAMPLES):
        told = frame.loc[frame[date] == day, values[0]].dropna().tolist()
        out.append(f"{spoken(day)} appears {times(len(told))}, with {listed(level(v) for v in told)}")
    return tuple(out)


def rising(columns: Sequence[np.ndarray], *, strictly: bool = False) -> bool:
    """Whether the rows are sorted by these columns, the first leading; with `strictly` no two rows may be alike."""
    tied = np.ones(max(len(columns[0]) - 1, 0), dtype=bool)
    for column in columns:
        ahead = column[1:] > column[:-1]
        alike = column[1:] == column[:-1]
        if bool((tied & ~ahead & ~alike).any()):  # also where a missing value cannot be compared
            return False
        tied &= alike
    return not (strictly and bool(tied.any()))


def _all_differ(key: Sequence[np.ndarray]) -> bool:
    """Whether the rows are known to differ: each is mixed to one number, which alike rows share. False says nothing."""
    mixed = np.zeros(len(key[0]), dtype=np.uint64)
    for column in key:
        values = column
        if column.dtype.kind == "f":
            values = column + 0.0  # one zero, not two
            if np.isnan(values.min(initial=0.0)):
                return False
        mixed = (mixed ^ (mixed >> _SHIFT) ^ values.view(np.uint64)) * _ODD
    mixed.sort()
    return not (mixed[1:] == mixed[:-1]).any()
