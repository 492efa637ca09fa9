"""The lines of a paper ledger: one simulated fill or mark each, checked, and as the cells of a CSV file."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

import pandas as pd

from tools.errors import ToolError
from tools.parameters import Number

Kind = Literal["buy", "sell", "mark"]
SIMULATED: Final = "simulated"

PRICE = Number("price", "points", low=-1e9, high=1e9)
_UNITS = Number("number", "units", low=0, high=1e9, open_low=True)
_HELD = Number("number", "units", low=-1e12, high=1e12)
_MULTIPLIER = Number("money", "dollars a point", low=0, high=1e9, open_low=True)
_COST = Number("money", "dollars for the whole fill", low=0, high=1e12)
_NAME = re.compile(r"[A-Za-z0-9][^\x00-\x1f\x7f]{0,79}")  # a spreadsheet runs what begins with = + - or @
_NOTE = re.compile(r"(?:[^=+\-@\x00-\x1f\x7f][^\x00-\x1f\x7f]{0,199})?")
COLUMNS: Final = ("status", "kind", "date", "instrument", "units", "price", "multiplier", "cost", "note")


@dataclass(frozen=True)
class Record:
    """One line of the ledger.

    Attributes:
        status: always "simulated".
        kind: "buy", "sell" or "mark".
        date: day of the record.
        instrument: its name, e.g. "VX Feb 2027".
        units: contracts bought or sold; of a mark, the contracts held (negative when short).
        price: points.
        multiplier: dollars a point.
        cost: dollars of fees for the whole fill; 0 of a mark.
        note: the user's own words.
    """

    kind: Kind
    date: dt.date
    instrument: str
    units: float
    price: float
    multiplier: float = 100.0
    cost: float = 0.0
    note: str = ""
    status: str = SIMULATED

    @property
    def cash(self) -> float:
        """Dollars that the record adds to the account: negative for a purchase, 0 for a mark."""
        if self.kind == "mark":
            return 0.0
        return (-1 if self.kind == "buy" else 1) * self.units * self.price * self.multiplier - self.cost

    @property
    def cells(self) -> tuple[str, ...]:
        """The record as the cells of its line, in the order of `COLUMNS`."""
        numbers = (repr(float(v)) for v in (self.units, self.price, self.multiplier, self.cost))
        return (self.status, self.kind, self.date.isoformat(), self.instrument, *numbers, self.note)

    def checked(self) -> Record:
        """The record with its numbers as floats.

        Raises:
            ToolError: a value out of its range, or text that a spreadsheet would run.
        """
        if not isinstance(self.instrument, str) or not _NAME.fullmatch(self.instrument):
            raise ToolError("instrument", self.instrument, "a name of one line that begins with a letter or a digit")
        if not isinstance(self.note, str) or not _NOTE.fullmatch(self.note):
            raise ToolError("note", self.note, "text of one line that begins with none of = + - @")
        return replace(
            self,
            units=float((_HELD if self.kind == "mark" else _UNITS).check("units", self.units)),
            price=float(PRICE.check("price", self.price)),
            multiplier=float(_MULTIPLIER.check("multiplier", self.multiplier)),
            cost=float(_COST.check("cost", self.cost)),
        )


def read_record(cells: Sequence[str], file: str, line: int) -> Record:
    """The record that a line of a file holds.

    Raises:
        ToolError: the line is not marked as simulated, or is no record; it names the line.
    """
    if len(cells) != len(COLUMNS) or cells[0] != SIMULATED or cells[1] not in ("buy", "sell", "mark"):
        raise ToolError("path", file, f"a paper ledger of simulated records (line {line} is none)")
    units, price, multiplier, cost = (number_in(cell, file, line) for cell in cells[4:8])
    kind: Any = cells[1]
    return Record(kind, day_of(cells[2]), cells[3], units, price, multiplier, cost, cells[8])


def day_of(value: Any) -> dt.date:
    """A day from a date, a time stamp or text; ToolError for what is none."""
    try:
        stamp = pd.Timestamp(value) if isinstance(value, (str, dt.date)) else None
    except ValueError:
        stamp = None
    if not isinstance(stamp, pd.Timestamp):  # a blank gives no time stamp either
        raise ToolError("date", value, "a day", "Write dates as 2027-02-05.")
    return stamp.date()


def number_in(cell: str, file: str, line: int) -> float:
    """The number in a cell; ToolError that names the line for what is none."""
    try:
        return float(cell)
    except ValueError:
        raise ToolError("path", file, f"a paper ledger with numbers (line {line} has {cell[:20]!r})") from None
