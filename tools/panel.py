"""Several symbols below each other in one table: what is judged from row to row is judged within each symbol."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from tools.columns import Column
from tools.headers import shown
from tools.spacing import Steps
from tools.wording import counted

_LISTED = 3
_ALONE = 0.99  # the share of rows that differ by date and symbol, where a column without a known name holds symbols


@dataclass(frozen=True, eq=False)
class Panel:
    """The rows of a table by symbol.

    Attributes:
        order: the places of the rows, symbol by symbol; those of one symbol stay in the order of the table.
        joined: whether each of them, but the last, is followed by another of the same symbol.
        codes: the symbol of each row of the table, as a number.
    """

    order: np.ndarray
    joined: np.ndarray
    codes: np.ndarray

    @classmethod
    def of(cls, codes: np.ndarray) -> Panel | None:
        """The panel of rows whose symbols are these numbers; None where there is one symbol only."""
        if not len(codes) or codes.min() == codes.max():
            return None
        if codes.max() < 1 << 15:
            codes = codes.astype(np.int16, copy=False)  # small numbers are sorted by counting
        joined = codes[1:] == codes[:-1]
        if (joined | (codes[1:] > codes[:-1])).all():
            return cls(np.arange(len(codes)), joined, codes)
        order = np.argsort(codes, kind="stable")
        ranked = codes[order]
        return cls(order, ranked[1:] == ranked[:-1], codes)

    def backwards(self, dates: np.ndarray) -> tuple[np.ndarray, bool]:
        """The rows that stand after a later one of their symbol, and whether all do that differ from it in date."""
        steps = Steps.of(dates[self.order]).sizes
        back = self.joined & (steps < 0)
        return self.order[1:][back], not bool((self.joined & (steps > 0)).any())

    def timeline(self, dates: np.ndarray, new: np.ndarray) -> Timeline:
        """The rows on the distinct dates of the table; `new` says which rows of the table, sorted, begin another date."""
        places = np.cumsum(new, dtype=np.int32) - 1
        return Timeline(self, places[self.order], dates[new])


@dataclass(frozen=True, eq=False)
class Timeline:
    """Where the rows of a panel stand on its distinct dates.

    Attributes:
        panel: the rows by symbol.
        places: for each of them, in that order, the place of its date among the distinct ones.
        dates: the distinct dates, ascending.
    """

    panel: Panel
    places: np.ndarray
    dates: np.ndarray

    @property
    def steps(self) -> Steps:
        """The steps from date to date within each symbol."""
        stamps = self.dates.astype("datetime64[us]").view(np.int64)[self.places]
        sizes = np.diff(stamps)[self.panel.joined]
        return Steps(sizes, int(sizes.min()), int(sizes.max())) if len(sizes) else Steps(sizes, 1, 0)

    @property
    def spanned(self) -> np.ndarray:
        """The distinct dates on and after which some symbol has rows."""
        bounds = np.append(np.append(True, ~self.panel.joined), True)  # where symbols begin; one more for the end
        firsts, lasts = self.places[bounds[:-1]], self.places[bounds[1:]]
        begun, ended = (np.bincount(places, minlength=len(self.dates)) for places in (firsts, lasts))
        spanned: np.ndarray = self.dates[np.cumsum(begun - ended) > 0]
        return spanned

    def absences(self, names: pd.Series) -> tuple[str, ...]:
        """The sentence on symbols without a row on dates on which others have one, between their own first and last.

        `names` are the symbols of the rows of the table.
        """
        jumps = np.diff(self.places)
        at = np.flatnonzero((jumps > 1) & self.panel.joined)
        if not len(at):
            return ()
        rows = self.panel.order[at]
        which, first, owner = np.unique(self.panel.codes[rows], return_index=True, return_inverse=True)
        lacking = np.bincount(owner, weights=jumps[at] - 1).astype(int)
        told = [
            f"{shown(names.iloc[rows[first[i]]])} {counted(int(lacking[i]), 'date')} "
            f"(first {self.dates[self.places[at[first[i]]] + 1].astype('datetime64[D]')})"
            for i in np.argsort(-lacking, kind="stable")[:_LISTED]
        ]
        more = f" and {len(which) - _LISTED:,} more" if len(which) > _LISTED else ""
        return (f"Dates on which others have a row, but not these symbols: {', '.join(told)}{more}.",)


def symbols_of(columns: Sequence[Column], roles: dict[str, str]) -> Column | None:
    """The column of symbols: the one with that role, or the text that tells the rows of one date apart."""
    named = next((c for c in columns if roles[c.name] == "symbol" and c.type == "text"), None)
    date = next((c for c in columns if roles[c.name] == "date"), None)
    texts = [c for c in columns if roles[c.name] == "text"]
    if named is not None or date is None or not texts or "strike" in roles.values():
        return named
    steps = Steps.of(date.values)
    if steps.least > 0 or (len(steps.sizes) and steps.sizes.max() < 0):
        return None
    places, dates = pd.factorize(date.values)
    if 2 * len(dates) > len(places):
        return None
    for column in texts:
        cells = column.text
        if column.missing is None and 1 < len(cells.cells) <= len(places) / 2:
            pairs = places * len(cells.cells) + cells.places
            if len(pd.unique(pairs)) >= _ALONE * len(pairs):
                return column
    return None
