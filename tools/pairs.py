"""Tables set side by side: several date columns, each followed by the values that belong to it, joined on the date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from tools.columns import Column
from tools.distinct import Distinct
from tools.headers import clean_name, shown, unique_names
from tools.names import claim
from tools.wording import counted


@dataclass(frozen=True)
class Pairs:
    """The joined table: one date column, then every value column; a value is missing on dates that its own table lacks.

    Attributes:
        columns: the date column first.
        lines: the line on which each date last stood.
        reasons: why each value column belongs to the joined date.
        notes, warnings: plain sentences.
    """

    columns: tuple[Column, ...]
    lines: np.ndarray
    reasons: dict[str, str]
    notes: tuple[str, ...]
    warnings: tuple[str, ...]


def pair_up(columns: Sequence[Column], above: Sequence[str]) -> Pairs | None:
    """Join tables that stand side by side; None where there is at most one date column of one name.

    `above` is the row over the header: where it names the pairs ("SPX,,VIX,,"), the value columns take those names.
    """
    starts = [i for i, c in enumerate(columns) if c.type == "date" and claim(c.base) == "date"]
    if len(starts) < 2 or starts[0] != 0 or len({columns[i].base.lower() for i in starts}) != 1:
        return None
    groups = [range(s + 1, e) for s, e in zip(starts, [*starts[1:], len(columns)], strict=True)]
    if any(not len(g) for g in groups):
        return None
    bases = {i: _named(columns, above, s, g, i) for s, g in zip(starts, groups, strict=True) for i in g}
    names = dict(zip(bases, unique_names(list(bases.values())), strict=True))
    notes = [
        f"{len(starts)} tables stand side by side; each value was paired with the date column to its left, "
        "then all were joined on the date."
    ]
    warnings: list[str] = []
    reasons: dict[str, str] = {}
    frames = []
    for start, group in zip(starts, groups, strict=True):
        dates = columns[start]
        frame = pd.DataFrame({names[i]: np.asarray(columns[i].cells) for i in group}, index=pd.DatetimeIndex(dates.values))
        valued = frame.notna().any(axis=1).to_numpy() & frame.index.notna()
        lost = int((frame.notna().any(axis=1).to_numpy() & frame.index.isna()).sum())
        frame = frame[valued]
        again = int(frame.index.duplicated(keep="last").sum())
        frame = frame[~frame.index.duplicated(keep="last")]
        frames.append(frame)
        for i in group:
            reasons[names[i]] = f"it stands right of the date column {dates.name!r} and was paired with it"
        label = ", ".join(shown(names[i]) for i in group)
        if len(frame):
            notes.append(f"{label}: {len(frame):,} dates from {frame.index.min():%Y-%m-%d} to {frame.index.max():%Y-%m-%d}.")
        if lost:
            warnings.append(f"{label}: {counted(lost, 'value')} without a date left out.")
        if again:
            warnings.append(f"{label}: {counted(again, 'date')} stood twice; the last value was kept.")
    joined = pd.concat(frames, axis=1, join="outer", sort=True).sort_index()
    if any(len(f) != len(joined) for f in frames):
        warnings.append("The tables do not hold the same dates: a value is missing where its own table has no such date.")
    first = columns[starts[0]]
    out = [replace(first, values=joined.index.to_numpy(dtype="datetime64[us]"), unread=None)]
    for i, name in names.items():
        column = columns[i]
        values = (
            Distinct.of(joined[name].reset_index(drop=True))
            if column.type == "text"
            else joined[name].to_numpy(dtype=float)
            if column.type != "date"
            else joined[name].to_numpy()
        )
        out.append(replace(column, name=name, base=bases[i], values=values, unread=None, extremes=None))
    reasons = {n: r for n, r in reasons.items() if n in joined.columns}
    return Pairs(tuple(out), np.arange(1, len(joined) + 1), reasons, tuple(notes), tuple(warnings))


def _named(columns: Sequence[Column], above: Sequence[str], start: int, group: range, i: int) -> str:
    """The name of a value column: the pair's own name from the row above where there is one, otherwise its header."""
    stated = [clean_name(above[j]) for j in (start, *group) if j < len(above) and clean_name(above[j])]
    base = columns[i].base
    if not stated:
        return base
    return stated[0] if len(group) == 1 else f"{stated[0]} {base}".strip()
