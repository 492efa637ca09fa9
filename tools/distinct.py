"""The distinct cells of a column of text: what has to be read is read once each, however often it stands in the file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd


@dataclass(frozen=True)
class Distinct:
    """A column of text by its distinct cells.

    Attributes:
        column: the column itself, a cell a row.
        cells: the distinct cells in the order in which they first stand; a missing one is one of them.
        places: for each row the place of its cell among them.
    """

    column: pd.Series
    cells: pd.Series
    places: np.ndarray

    @classmethod
    def of(cls, column: pd.Series) -> Distinct:
        """The distinct cells of `column`, as text."""
        text = column.astype("str")
        places, cells = pd.factorize(text, use_na_sentinel=False)
        return cls(text, pd.Series(cells, dtype="str"), places)

    def only(self, keep: np.ndarray) -> Distinct:
        """The rows for which `keep` is true."""
        return Distinct.of(self.column.loc[keep].reset_index(drop=True))

    def __len__(self) -> int:
        """Number of rows."""
        return len(self.places)

    @cached_property
    def counts(self) -> np.ndarray:
        """In how many rows each distinct cell stands."""
        return np.bincount(self.places, minlength=len(self.cells))

    def rows(self, found: np.ndarray) -> np.ndarray:
        """What was found for the distinct cells, for every row."""
        return np.asarray(found[self.places])

    def number(self, found: np.ndarray) -> int:
        """In how many rows stands a cell for which `found` is true."""
        return int(self.counts[found].sum())
