"""A header again below the first: rows that repeat it, as files put together have them, or a second table that begins."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from tools.columns import Column
from tools.headers import clean_name
from tools.names import claim
from tools.raw import Dropped, Lines, Raw

_EXAMPLES = 5
_SUSPECTS = 10_000  # rows looked at for another header
_SECOND = "a second table begins below the first; give it in a file of its own"


def without_headers(raw: Raw, columns: list[Column], dropped: list[Dropped]) -> tuple[list[Column], Lines]:
    """The columns without rows that repeat the header and without all from where another one stands, and their lines.

    What is left out is added to `dropped`.
    """
    unread = [column.unread for column in columns if column.unread is not None]
    if not unread:
        return columns, raw.lines
    suspects = np.logical_or.reduce(unread)
    at = np.flatnonzero(suspects)
    heads = [clean_name(n) for n in raw.names]
    rows = {i: [clean_name(v) if not pd.isna(v) else "" for v in raw.frame.iloc[i]] for i in at[:_SUSPECTS]}
    repeated = [i for i, cells in rows.items() if cells == heads]
    dated = [i for i, column in enumerate(columns) if column.type == "date"]
    keep = np.ones(len(raw.frame), dtype=bool)
    named = (i for i, cells in rows.items() if i not in repeated and any(claim(cells[k]) == "date" for k in dated))
    other = next((i for i in named if not suspects[:i].all()), None)  # not the types or units below a header
    if other is not None:
        dropped.append(Dropped(_SECOND, len(keep) - int(other), tuple(int(n) for n in raw.lines[other : other + _EXAMPLES])))
        keep[other:] = False
        repeated = [i for i in repeated if i < other]
    if repeated:
        dropped.append(Dropped("the header again", len(repeated), tuple(int(raw.lines[i]) for i in repeated[:_EXAMPLES])))
        keep[repeated] = False
    if keep.all():
        return columns, raw.lines
    return [_only(c, keep) for c in columns], raw.lines[keep]


def _only(column: Column, keep: np.ndarray) -> Column:
    values = column.values.only(keep) if column.type == "text" else column.values[keep]
    unread = column.unread[keep] if column.unread is not None else None
    unread = unread if unread is not None and unread.any() else None
    return replace(column, values=values, unread=unread, extremes=None)
