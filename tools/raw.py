"""A table as a reader hands it on: columns by position, nothing cleaned yet, every row with its place in the file."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from tools.extremes import Extremes
from tools.questions import Question

Lines = np.ndarray | pd.Index  # a range, where no row is left out, takes neither room nor time


@dataclass(frozen=True)
class Dropped:
    """Rows that were left out: why, how many, the first few places in the file, and what stood there where that is telling."""

    reason: str
    count: int
    lines: tuple[int, ...] = ()
    stood: tuple[str, ...] = ()


@dataclass(frozen=True)
class Raw:
    """What a reader found.

    Attributes:
        frame: columns labelled 0, 1, 2 …; numbers, dates or text as the format gave them.
        questions: what only the user can say of the file.
        extremes: by column of numbers, or of dates in microseconds since 1970, the least and the greatest, where the reader
            has them; NaN where a number is blank, the least that an integer can be where a date is.
        names: raw header cells, one a column ("" where absent).
        above: raw cells of the row above the header.
        preamble: the cells that hold something in all rows above the header, where there are any.
        format: "CSV", "TSV", "TXT" (set apart by spaces), "XLSX", "Parquet", "JSON" or "DataFrame".
        lines: the place of each row in the file (line, sheet row or record), counted from 1.
        place: what that place is called: "line", "row" or "record".
        rows_read: records below the header, the left-out ones included.
        dropped: rows that the reader itself had to leave out.
        encoding, delimiter, decimal, header_line, sheet, sheets: what was found, where the format has it.
        notes: what was done, in plain sentences.
        warnings: what the user should look at, in plain sentences.
    """

    frame: pd.DataFrame
    names: tuple[str, ...]
    above: tuple[str, ...]
    format: str
    lines: Lines
    place: str = "line"
    rows_read: int = 0
    dropped: tuple[Dropped, ...] = ()
    encoding: str | None = None
    delimiter: str | None = None
    decimal: str = "."
    header_line: int | None = None
    sheet: str | None = None
    sheets: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())
    warnings: tuple[str, ...] = field(default=())
    questions: tuple[Question, ...] = ()
    extremes: dict[int, Extremes] = field(default_factory=dict)
    preamble: tuple[str, ...] = ()
