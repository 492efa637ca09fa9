"""A user's table: loaded from any usual file, cleaned, its columns understood, and everything that was done reported."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Annotated, Any

import pandas as pd

from tools.chains import long_chain
from tools.chosen_column import column_asked, column_unasked, months_of
from tools.cleaning import clean
from tools.disclaimer import SHORT
from tools.errors import ToolError
from tools.headers import clean_name
from tools.reading import read_raw
from tools.report import Report, report_on
from tools.result import plain
from tools.roles import TableKind
from tools.sources import Origin, Source, TableSource, open_source
from tools.yearless import row_index


@dataclass(frozen=True, eq=False)
class Table:
    """One loaded table.

    Attributes:
        name: the file's own name, cleaned and without its folder.
        frame: the clean rows, sorted by date, numbered 0, 1, 2 …; the date stays an ordinary column (datetime64[us]),
            numbers are float64 (missing is NaN), everything else is text. Volatilities stay in the file's unit; `chain()`
            gives them as decimals.
        roles: column → role: date, open, high, low, close, settle, volume, iv, delta, strike, kind, expiry, bid, ask,
            "call bid", "put bid" …, net_advances, M1, M2 …, underlying, symbol, number, text …
        reasons: column → why it has that role.
        kind: "series", "chain", "curve" (futures months side by side), "breadth" or "other".
        report: what was found, left out and changed.
        call: the Python that loads it again.
        row_names: the column of days without a year ("03-04", "Mar 3", "Monday") that name the rows; None without one.
        fingerprint: the XXH3 hash of the content, 16 hex digits.
        origin: what it was read from, kept only while the report has a question; see `answered`.
    """

    name: str
    frame: pd.DataFrame = field(repr=False)
    roles: dict[str, str]
    reasons: dict[str, str] = field(repr=False)
    kind: TableKind
    report: Report = field(repr=False)
    call: str
    fingerprint: str
    origin: Origin | None = field(default=None, repr=False)
    row_names: str | None = field(default=None, repr=False)

    @property
    def disclaimer(self) -> str:
        """The educational-only disclaimer."""
        return SHORT

    @property
    def columns(self) -> tuple[str, ...]:
        """Column names in the order of the file."""
        return tuple(self.roles)

    @property
    def date_column(self) -> str | None:
        """The column of dates; None where there is none."""
        return next((n for n, r in self.roles.items() if r == "date"), None)

    @property
    def default_column(self) -> str | None:
        """The column that `series()` takes unasked; None where several are equally likely.

        An implied volatility first, else the close (the settlement where the close holds zeros, as for futures on days
        without a trade), else what stands for it, else the only column of numbers, or of a put's volatility ("put_iv").
        """
        return column_unasked(self.roles, self.report.zeros) if self._one_row_a_date() else None

    def series(self, column: str | None = None) -> pd.Series:
        """One column of numbers by its name or its role, oldest first, indexed by date (by row number without dates).

        Rows without a value in this column are left out; `attrs["missing"]` counts them and `attrs["call"]` is the Python
        that gives this series again.
        An option chain has one series of its own, taken where no column is named: the volatility of its 10-delta put.

        Raises:
            ToolError: no such column, no numbers in it, several to choose from, or several symbols below each other.
        """
        if self.kind == "chain" and column is None and not self._one_row_a_date():
            from tools.put_iv import ten_delta_put_iv

            return ten_delta_put_iv(self).series
        if not self._one_row_a_date():
            what = "an option chain, with a row a contract" if self.kind == "chain" else "several series below each other"
            mend = f"This is {what}. Load a table of one series, or keep one of them as a DataFrame and load that."
            raise ToolError("table", self.name, "a table with one row a date", mend)
        name = column_asked(self, column)
        values = pd.Series(self.frame[name].to_numpy(), index=self._index(), name=name)
        held = values.dropna()
        if held.empty:
            raise ToolError("column", name, "a column with numbers", "Every cell of it is missing.")
        held.attrs["call"] = f"{self.call}.series({name!r})"
        held.attrs["role"] = self.roles[name]
        held.attrs["missing"] = len(values) - len(held)
        return held

    def curve(self) -> pd.DataFrame:
        """The futures curve: months front to back (M1, M2, …), indexed by date; for `tools.term_structure`.

        Raises:
            ToolError: the table has fewer than two columns of futures months.
        """
        columns = months_of(self.roles)
        if len(columns) < 2:
            raise ToolError(
                "table", self.name, "a futures curve with months M1, M2, … side by side", "Load one, or give the prices."
            )
        curve = self.frame[columns].set_axis(self._index())
        curve.attrs["call"] = f"{self.call}.curve()"
        return curve

    def renamed(self, name: str) -> Table:
        """The same table under another name."""
        return replace(self, name=clean_name(name) or self.name)

    @property
    def other_readings(self) -> tuple[str, ...]:
        """What `answered` takes: the readings that the file allows as well, as sentences that can be said."""
        return tuple(c.label for question in self.report.questions for c in question.choices if not c.taken)

    def answered(self, label: str) -> Table:
        """The table read again as one of the choices in `report.questions` says; its name stays.

        Raises:
            ToolError: no question is open, or none of its choices is called so.
        """
        choices = [choice for question in self.report.questions for choice in question.choices]
        chosen = next((c for c in choices if c.label.lower() == label.strip().lower()), None)
        if chosen is None or self.origin is None:
            allowed = f"one of {', '.join(c.label for c in choices)}" if choices else "left out: nothing is open on this table"
            raise ToolError("choice", label, allowed)
        return _read(self.origin.source, {**self.origin.given, chosen.parameter: chosen.value}).renamed(self.name)

    def chain(self) -> pd.DataFrame:
        """The option chain in its one long form; columns and units as in `tools.chains.long_chain`.

        Raises:
            ToolError: the table is no option chain.
        """
        chain = long_chain(self.frame, self.roles, self.report.units)
        chain.attrs["call"] = f"{self.call}.chain()"
        return chain

    def summary(self) -> str:
        """What was recognised, in plain words, as Markdown."""
        from tools.table_summary import summary_of

        return summary_of(self)

    def to_dict(self) -> dict[str, Any]:
        """JSON-safe: what was recognised, and the last five rows."""
        last = self.frame.tail(5)
        return {
            "name": self.name,
            "kind": self.kind,
            "rows": len(self.frame),
            "columns": list(self.columns),
            "roles": dict(self.roles),
            "reasons": dict(self.reasons),
            "default_column": self.default_column,
            "report": plain(self.report),
            "last": [[plain(v) for v in row] for row in last.astype(object).to_numpy().tolist()],
            "fingerprint": self.fingerprint,
            "call": self.call,
            "summary": self.summary(),
            "disclaimer": self.disclaimer,
        }

    def _index(self) -> pd.Index:
        """What names the rows: their dates, days without a year, or their numbers."""
        date = self.date_column
        return row_index(self.frame, self.row_names) if date is None else pd.DatetimeIndex(self.frame[date], name=date)

    def _one_row_a_date(self) -> bool:
        """Whether a column of this table is one series; a chain is one only where it lists a single contract a date."""
        if self.date_column is None:
            return self.kind != "chain" or len(self.frame) == 1
        return not self.frame[self.date_column].duplicated().any()


TableInput = Annotated[Table, "table"]


def load_table(
    source: TableSource | Table,
    *,
    sheet: str | int | None = None,
    day_first: bool | None = None,
    fiscal_start: int | None = None,
) -> Table:
    """Load a table of prices, quotes, breadth or volatilities, understand its columns and report what was done.

    Args:
        source: a path, bytes, an open file or a DataFrame; CSV, TSV, columns set apart by spaces, XLSX, Parquet or
            JSON. A DataFrame is not changed.
        sheet: name or number (from 1) of the sheet of a workbook; without it the first sheet that holds data is read, and
            `report.questions` asks where there are several.
        day_first: whether dates such as 03/04/2024 begin with the day; without it the order and the weekdays of the dates
            decide, and `report.questions` asks where they do not.
        fiscal_start: the month, 1 to 12, in which the fiscal year of quarters such as FY24Q1 begins; it is named for the year
            in which it ends. Without it they are read as those of the calendar, and `report.questions` asks.

    Raises:
        ToolError: what was given is no such table, is too big, or has no usable row.
    """
    if isinstance(source, Table):
        return source
    if day_first is not None and not isinstance(day_first, bool):
        raise ToolError("day_first", day_first, "True, False or None")
    if fiscal_start is not None and (type(fiscal_start) is not int or not 1 <= fiscal_start <= 12):
        raise ToolError("fiscal_start", fiscal_start, "a month from 1 to 12, or None")
    return _read(open_source(source), {"sheet": sheet, "day_first": day_first, "fiscal_start": fiscal_start})


def _read(opened: Source, given: Mapping[str, Any]) -> Table:
    raw = read_raw(opened, given["sheet"])
    with ThreadPoolExecutor(1) as aside:
        fingerprint = aside.submit(opened.fingerprint)
        cleaned = clean(raw, opened.name, given["day_first"], given["fiscal_start"])
        report = report_on(raw, cleaned)
    said = "".join(f", {name}={value!r}" for name, value in given.items() if value is not None)
    return Table(
        name=opened.name,
        frame=cleaned.frame,
        roles=cleaned.roles,
        reasons=cleaned.reasons,
        kind=cleaned.kind,
        report=report,
        call=f"{opened.call[:-1]}{said})",
        fingerprint=fingerprint.result(),
        origin=Origin(opened.kept(), given) if report.questions else None,
        row_names=cleaned.row_names,
    )
