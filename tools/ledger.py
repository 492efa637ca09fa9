"""A paper ledger: simulated purchases and sales, marked at prices that the user gives, kept in a file a spreadsheet opens.

Nothing here places an order. Every record says that it is simulated. A sale beyond what is held opens a short position.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

import pandas as pd

from tools.disclaimer import SHORT
from tools.errors import ToolError
from tools.ledger_records import COLUMNS, PRICE, SIMULATED, Record, day_of, number_in, read_record
from tools.parameters import Number

_CASH = Number("money", "dollars", low=-1e15, high=1e15)
_BEGINNING: Final = "cash"
_CLOSED: Final = 1e-9  # units: what sums of fractions leave of nothing


@dataclass(frozen=True)
class Holding:
    """What is held of one instrument; `units` below 0 are short, `cash` is what its fills added to the account."""

    instrument: str
    units: float
    multiplier: float
    cash: float


@dataclass(frozen=True)
class Marked:
    """The simulated account at one set of prices; money in dollars.

    Attributes:
        date: day of the prices.
        cash: cash after every fill.
        value: units × price × dollars a point, over what is held.
        equity: cash + value.
        profit: equity − the cash at the beginning.
        by_instrument: profit of each instrument, costs included, in order of name.
        status: always "simulated".
    """

    date: dt.date
    cash: float
    value: float
    equity: float
    profit: float
    by_instrument: Mapping[str, float]
    status: str = SIMULATED

    @property
    def disclaimer(self) -> str:
        """The educational-only disclaimer."""
        return SHORT


class PaperLedger:
    """Simulated fills in order of date.

    Args:
        cash: dollars at the beginning.
    """

    def __init__(self, cash: float = 0.0) -> None:
        self.start = float(_CASH.check("cash", cash))
        self._records: list[Record] = []

    @property
    def records(self) -> tuple[Record, ...]:
        """Every fill and mark, in the order of entry."""
        return tuple(self._records)

    @property
    def disclaimer(self) -> str:
        """The educational-only disclaimer."""
        return SHORT

    @property
    def cash(self) -> float:
        """Dollars after every fill."""
        return self.start + math.fsum(r.cash for r in self._records)

    def record(
        self,
        date: Any,
        instrument: str,
        side: Literal["buy", "sell"],
        units: float,
        price: float,
        *,
        multiplier: float = 100.0,
        cost: float = 0.0,
        note: str = "",
    ) -> Record:
        """Write down one simulated purchase or sale.

        Args:
            date: its day; not before the last record's.
            instrument: its name.
            side: "buy" or "sell".
            units: contracts, above 0.
            price: points.
            multiplier: dollars a point; the same for every fill of one instrument.
            cost: dollars of fees for the whole fill.
            note: the user's own words.

        Raises:
            ToolError: a value out of its range, a date before the last one, another multiplier than before.
        """
        if side not in ("buy", "sell"):
            raise ToolError("side", side, "'buy' or 'sell'")
        return self._add(Record(side, day_of(date), instrument, units, price, multiplier, cost, note))

    def holdings(self) -> tuple[Holding, ...]:
        """What is held, in order of name; an instrument that is closed is left out."""
        return tuple(h for h in self._all() if abs(h.units) > _CLOSED)

    def mark(self, date: Any, prices: Mapping[str, float]) -> Marked:
        """Value what is held at the prices of a day, and write those prices down.

        Args:
            date: day of the prices; not before the last record's.
            prices: points for each instrument held.

        Raises:
            ToolError: an instrument that is held has no price, or a price that is no number.
        """
        if not isinstance(prices, Mapping):
            raise ToolError("prices", prices, "a mapping of instrument to price", 'For example {"VX Feb 2027": 19.35}.')
        day = day_of(date)
        held = self.holdings()
        given: dict[str, float] = {}
        for holding in held:
            price = prices.get(holding.instrument)
            if price is None or (isinstance(price, float) and math.isnan(price)):
                mend = "A position without a price has no value: give its price of that day, or close it first."
                raise ToolError("prices", holding.instrument, "a price for every open position", mend)
            given[holding.instrument] = float(PRICE.check(f"prices: {holding.instrument}", price))
        self._in_order(day)
        for holding in held:
            price = given[holding.instrument]
            self._add(Record("mark", day, holding.instrument, holding.units, price, holding.multiplier))
        values = {h.instrument: h.units * given[h.instrument] * h.multiplier for h in held}
        value = math.fsum(values.values())
        return Marked(
            date=day,
            cash=self.cash,
            value=value,
            equity=self.cash + value,
            profit=self.cash + value - self.start,
            by_instrument={h.instrument: h.cash + values.get(h.instrument, 0.0) for h in self._all()},
        )

    def frame(self) -> pd.DataFrame:
        """The records as a table [status, kind, date, instrument, units, price, multiplier, cost, note]."""
        return pd.DataFrame([[getattr(r, name) for name in COLUMNS] for r in self._records], columns=pd.Index(COLUMNS))

    def to_csv(self) -> str:
        """The ledger as CSV text: a line of cash at the beginning, then one line a record."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerow((SIMULATED, _BEGINNING, "", "", "", repr(self.start), "", "", SHORT))
        for r in self._records:
            writer.writerow(r.cells)
        return out.getvalue()

    def save(self, path: str | Path) -> Path:
        """Write the ledger to a CSV file; an existing one is replaced only when the new one is whole."""
        target = Path(path)
        draft = target.with_name(f"{target.name}.part")
        draft.write_text(self.to_csv(), encoding="utf-8-sig", newline="")  # the mark tells spreadsheets the encoding
        draft.replace(target)
        return target

    @classmethod
    def load(cls, path: str | Path) -> PaperLedger:
        """The ledger that `save` wrote.

        Raises:
            ToolError: the file is no such ledger, or holds a line that is not marked as simulated; it names the line.
        """
        source = Path(path)
        rows = list(csv.reader(io.StringIO(source.read_text(encoding="utf-8-sig"), newline="")))
        if not rows or tuple(rows[0]) != COLUMNS or len(rows) < 2 or len(rows[1]) != len(COLUMNS) or rows[1][1] != _BEGINNING:
            raise ToolError("path", source.name, f"a paper ledger with the columns {', '.join(COLUMNS)}")
        ledger = cls(number_in(rows[1][5], source.name, 2))
        for line, row in enumerate(rows[2:], 3):
            ledger._add(read_record(row, source.name, line))
        return ledger

    def _all(self) -> Iterable[Holding]:
        fills: dict[str, list[Record]] = {}
        for r in self._records:
            if r.kind != "mark":
                fills.setdefault(r.instrument, []).append(r)
        for name in sorted(fills):
            units = math.fsum(r.units if r.kind == "buy" else -r.units for r in fills[name])
            yield Holding(name, units, fills[name][0].multiplier, math.fsum(r.cash for r in fills[name]))

    def _add(self, record: Record) -> Record:
        kept = record.checked()
        before = next((r for r in self._records if r.instrument == kept.instrument), kept)
        if before.multiplier != kept.multiplier:
            raise ToolError("multiplier", record.multiplier, f"{before.multiplier:g}, as for this instrument before")
        self._in_order(kept.date)
        self._records.append(kept)
        return kept

    def _in_order(self, day: dt.date) -> None:
        if self._records and day < self._records[-1].date:
            raise ToolError("date", day.isoformat(), f"on or after the last record ({self._records[-1].date})")
