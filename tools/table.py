"""A user's table: loaded from any usual file, cleaned, its columns understood, and everything that was done reported."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Annotated, Any

import pandas as pd

from tools.chains import long_chain
from tools.cleaning import clean
from tools.disclaimer import SHORT
from tools.errors import ToolError
from tools.headers import clean_name, shown
from tools.reading import read_raw
from tools.report import Report, report_on
from tools.result import plain
from tools.roles import TableKind
from tools.sources import TableSource, open_source

_LISTED = 12
_MONTH = re.compile(r"M\d+")
_PREFERRED = ("iv", "close", "settle", "net_advances", "adjusted close", "last", "value")
_UNMEASURED = {"text", "symbol", "kind", "time", "empty", "row number", "date", "other date", "expiry"}
_SAID = {
    "series": "a table",
    "chain": "an option chain",
    "curve": "a futures curve",
    "breadth": "a breadth table",
    "other": "a table",
}


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
        fingerprint: the XXH3 hash of the content, 16 hex digits.
    """

    name: str
    frame: pd.DataFrame = field(repr=False)
    roles: dict[str, str]
    reasons: dict[str, str] = field(repr=False)
    kind: TableKind
    report: Report = field(repr=False)
    call: str
    fingerprint: str

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
        without a trade), else what stands for it, else the only column of numbers.
        """
        by_role = {role: name for name, role in reversed(list(self.roles.items()))}
        if not self._one_row_a_date():
            return None
        if "settle" in by_role and self.report.zeros.get(by_role.get("close", ""), 0):
            return by_role["settle"]
        for role in _PREFERRED:
            if role in by_role:
                return by_role[role]
        numbers = self._numbers()
        return numbers[0] if len(numbers) == 1 else None

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
        name = self._column(column)
        values = self.frame[name]
        date = self.date_column
        if date is not None:
            dates = pd.DatetimeIndex(self.frame[date], name=date)
            values = pd.Series(values.to_numpy(), index=dates, name=name)
        else:
            values = pd.Series(values.to_numpy(), index=pd.RangeIndex(len(values), name="row"), name=name)
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
        months = sorted((r for r in self.roles.values() if _MONTH.fullmatch(r)), key=lambda role: int(role[1:]))
        columns = [next(n for n, r in self.roles.items() if r == month) for month in dict.fromkeys(months)]
        if len(columns) < 2:
            raise ToolError(
                "table", self.name, "a futures curve with months M1, M2, … side by side", "Load one, or give the prices."
            )
        date = self.date_column
        curve = self.frame.set_index(date)[columns] if date is not None else self.frame[columns].copy()
        curve.attrs["call"] = f"{self.call}.curve()"
        return curve

    def renamed(self, name: str) -> Table:
        """The same table under another name."""
        return replace(self, name=clean_name(name) or self.name)

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
        report = self.report
        rows = f"{report.rows_kept:,} row" + ("" if report.rows_kept == 1 else "s")
        spaced = {"none": "", "irregular": "irregularly spaced "}.get(report.frequency, f"{report.frequency} ")
        head = f"- {shown(self.name)}: {_SAID[self.kind]} of {rows}"
        if report.first_date is not None and report.first_date == report.last_date:
            head += f", on {_day(report.first_date)}"
        elif report.first_date is not None:
            head += f", {spaced}from {_day(report.first_date)} to {_day(report.last_date)}"
        listed = [f"{shown(n)} ({r})" for n, r in list(self.roles.items())[:_LISTED]]
        more = f" and {len(self.roles) - _LISTED:,} more" if len(self.roles) > _LISTED else ""
        parts = [head + ".", f"- Columns: {', '.join(listed)}{more}."]
        if self.default_column is not None:
            parts.append(f"- Taken unless you name another: {shown(self.default_column)}.")
        if report.units:
            parts.append("- Units: " + ", ".join(f"{shown(n)} {u}" for n, u in list(report.units.items())[:4]) + ".")
        parts += [f"- {sentence}" for sentence in (*report.warnings, *report.notes)[:8]]
        return "\n".join(parts)

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

    def _one_row_a_date(self) -> bool:
        """Whether a column of this table is one series; a chain is one only where it lists a single contract a date."""
        date = self.date_column
        if date is None:
            return self.kind != "chain" or len(self.frame) == 1
        return not self.frame[date].duplicated().any()

    def _numbers(self) -> list[str]:
        return [n for n, r in self.roles.items() if r not in _UNMEASURED]

    def _column(self, asked: str | None) -> str:
        """The column meant by a name (case does not matter) or a role."""
        choices = ", ".join(self._numbers()[:20]) or "none: this table has no column of numbers"
        if asked is None:
            if self.default_column is None:
                raise ToolError("column", None, f"one of {choices}", "Say which column to take.")
            return self.default_column
        wanted = clean_name(asked).lower()
        for name in self.columns:
            if asked == name:
                break
        else:
            found = [n for n in self.columns if n.lower() == wanted] or [
                n for n, r in self.roles.items() if r.lower() == wanted
            ]
            if not found:
                raise ToolError("column", asked, f"one of {choices}")
            name = found[0]
        if self.roles[name] in _UNMEASURED - {"empty", "row number"} or not pd.api.types.is_numeric_dtype(
            self.frame[name].dtype
        ):
            raise ToolError("column", asked, f"a column of numbers: one of {choices}")
        return name


TableInput = Annotated[Table, "table"]


def load_table(source: TableSource | Table, *, sheet: str | int | None = None) -> Table:
    """Load a table of prices, quotes, breadth or volatilities, understand its columns and report what was done.

    Args:
        source: a path, bytes, an open file or a DataFrame; CSV, TSV, XLSX, Parquet or JSON. A DataFrame is not changed.
        sheet: name or number (from 1) of the sheet of a workbook; without it the first sheet that holds data is read.

    Raises:
        ToolError: what was given is no such table, is too big, or has no usable row.
    """
    if isinstance(source, Table):
        return source
    opened = open_source(source)
    raw = read_raw(opened, sheet)
    cleaned = clean(raw, opened.name)
    report = report_on(raw, cleaned)
    call = opened.call if sheet is None else f"{opened.call[:-1]}, sheet={sheet!r})"
    return Table(
        name=opened.name,
        frame=cleaned.frame,
        roles=cleaned.roles,
        reasons=cleaned.reasons,
        kind=cleaned.kind,
        report=report,
        call=call,
        fingerprint=opened.fingerprint(),
    )


def _day(stamp: pd.Timestamp | None) -> str:
    return "" if stamp is None else f"{stamp:%Y-%m-%d}" if stamp == stamp.normalize() else f"{stamp:%Y-%m-%d %H:%M}"
