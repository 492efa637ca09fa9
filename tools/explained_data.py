"""A user's own data explained: what was loaded, what is odd in it, what the rule sees, how sure, and what it does not mean.

The reading follows the kind of table: a series goes through the method's trigger, an option chain first to its 10-delta
put, a futures curve through its slope, breadth through its cumulative line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

import numpy as np
import pandas as pd

from tools import data_certainty
from tools.breadth import ad_line
from tools.curve import term_structure
from tools.errors import ToolError
from tools.macd import warm_up
from tools.methodology import METHOD
from tools.parameters import checked
from tools.parity_forward import parity_forward
from tools.put_iv import ten_delta_put_iv
from tools.result import Result
from tools.series import at
from tools.table import Table, load_table
from tools.table_summary import recognised
from tools.trigger import macd_trigger
from tools.wording import counted
from tools.working import WorkingStep, step

if TYPE_CHECKING:
    import plotly.graph_objects as go

Part = Literal["all", "loaded", "odd", "rule", "sure"]
_HEADS: dict[str, str] = {
    "loaded": "What was loaded",
    "odd": "What is odd in it",
    "rule": "What the rule sees in it",
    "sure": "How sure that is",
    "limits": "What it does not mean",
}
_PARTS: dict[str, tuple[str, ...]] = {
    "all": tuple(_HEADS),
    "loaded": ("loaded",),
    "odd": ("odd",),
    "rule": ("rule", "limits"),
    "sure": ("sure", "limits"),
}


@dataclass(frozen=True, kw_only=True)
class DataExplained(Result):
    """A table explained, each part a list of plain sentences.

    Attributes:
        kind: kind of the table.
        rows_read, rows_kept: records in the file, and those that could be used.
        loaded, odd, rule, sure, limits: what it is, what is odd in it, what the rule sees, how sure that is, what it is not.
        seen: the result of the tool that read it; None where no tool can.
    """

    tool: ClassVar[str] = "explain_data"
    kind: str
    rows_read: int
    rows_kept: int
    loaded: tuple[str, ...]
    odd: tuple[str, ...]
    rule: tuple[str, ...]
    sure: tuple[str, ...]
    limits: tuple[str, ...]
    seen: Result | None = None

    def summary(self) -> str:
        """The parts asked for, each under its heading."""
        parts = [(name, getattr(self, name)) for name in _PARTS[self.inputs.get("part", "all")]]
        return "\n\n".join(f"**{_HEADS[name]}**\n\n" + "\n".join(f"- {s}" for s in said) for name, said in parts if said)

    def working(self) -> tuple[WorkingStep, ...]:
        """The working of the tool that read it; without one, the rows."""
        if self.seen is not None:
            return self.seen.working()
        return (step("Rows left out", self.rows_read - self.rows_kept, "rows"),)

    def figure(self) -> go.Figure | None:
        """The picture of the tool that read it."""
        return self.seen.figure() if self.seen is not None else None


@checked
def explain_data(table: Annotated[Table | pd.DataFrame, "table"], part: Part = "all") -> DataExplained:
    """Explain a loaded table: what it is, what is odd in it, what the rule sees in it, and how sure that is.

    Args:
        table: a table loaded with load_table, or a DataFrame.
        part: the part to show: all, what was loaded, what is odd, what the rule sees, or how sure it is.

    Raises:
        ToolError: no table.
    """
    held = _loaded(table)
    seen, rule, sure = _READINGS[held.kind](held)
    return DataExplained(
        inputs={"table": held} | ({} if part == "all" else {"part": part}),
        assumptions=seen.assumptions if seen is not None else (),
        kind=held.kind,
        rows_read=held.report.rows_read,
        rows_kept=held.report.rows_kept,
        loaded=(*recognised(held), *held.report.notes),
        odd=_odd(held),
        rule=rule,
        sure=sure,
        limits=data_certainty.limits(held, seen),
        seen=seen,
    )


def _loaded(table: Table | pd.DataFrame) -> Table:
    if not isinstance(table, (Table, pd.DataFrame)):
        mend = "Give load_table('my.csv')."
        if isinstance(table, (list, tuple, np.ndarray, pd.Series)):
            mend = (
                "For values of your own give pd.DataFrame({'date': dates, 'close': values}); without dates macd_trigger and "
                "series_summary read them as they are."
            )
        raise ToolError("table", table, "a table loaded with load_table, or a DataFrame", mend)
    try:
        return load_table(table)
    except ToolError as error:
        raise ToolError("table", "a DataFrame", "one that load_table reads", str(error)) from error


_Reading = tuple[Result | None, tuple[str, ...], tuple[str, ...]]


def _odd(table: Table) -> tuple[str, ...]:
    """The warnings of the load; where there are none, what was looked for."""
    report = table.report
    if report.warnings:
        return (*report.warnings, *_short(table))
    whole = f", no trading day of the {report.calendar} is missing" if report.calendar else ""
    return (f"Nothing: no row was left out{whole}, and no price is zero or ten times the one before.",)


def _short(table: Table) -> tuple[str, ...]:
    """That a single series is too short for the rule, where it is."""
    wanted = warm_up(METHOD.slow.value, METHOD.signal.value)
    kept = table.report.rows_kept
    if table.kind != "series" or table.default_column is None or kept >= wanted:
        return ()
    spans = "/".join(str(rule.value) for rule in (METHOD.fast, METHOD.slow, METHOD.signal))
    of = f" of {table.report.rows_read:,} read" if table.report.rows_read > kept else ""
    return (
        f"{counted(kept, 'usable row')}{of}: too few for a MACD {spans}, whose first signal takes {wanted} values and whose "
        f"first possible cross {wanted + 1}.",
    )


def _series(table: Table) -> _Reading:
    if table.default_column is None:
        if table.date_column is not None and table.frame[table.date_column].duplicated().any():
            return None, ("Several rows share a date: keep one of the series and load that.",), ()
        return None, ("Say which column to read, for example “did the first column cross?”: several are alike.",), ()
    return _triggered(table.series(), table)


def _triggered(series: pd.Series, table: Table, before: tuple[str, ...] = ()) -> _Reading:
    """The trigger on a series; `before` is said first."""
    try:
        found = macd_trigger(series)
    except ToolError as error:
        return None, (*before, f"The rule cannot be applied: {error}"), ()
    lines = [line.removeprefix("- ") for line in found.summary().splitlines()]
    return found, (*before, *lines[:4]), data_certainty.of_trigger(found, table)


def _chain(table: Table) -> _Reading:
    if table.date_column is None:
        try:
            forward = parity_forward(table)
        except ToolError as error:
            return None, ("It is one moment's quotes, and the rule needs a history.", str(error)), ()
        first = forward.summary().splitlines()[0].removeprefix("- ")
        return forward, ("It is one moment's quotes without a date, and the rule needs a history of them.", first), ()
    try:
        puts = ten_delta_put_iv(table)
    except ToolError as error:
        return None, (f"The 10-delta put cannot be found: {error}",), ()
    lines = [line.removeprefix("- ") for line in puts.summary().splitlines()]
    found, rule, sure = _triggered(puts.series, table, tuple(lines[:1]))
    return found or puts, rule, (*lines[2:6], *sure)


def _curve(table: Table) -> _Reading:
    try:
        found = term_structure(table.curve())
    except ToolError as error:
        return None, (str(error),), ()
    lines = [line.removeprefix("- ") for line in found.summary().splitlines()]
    return found, tuple(lines), (f"The state is known on {counted(len(found.frame) - found.skipped, 'date')}.",)


def _breadth(table: Table) -> _Reading:
    try:
        line = ad_line(table.series("net_advances"))
    except ToolError as error:
        return None, (str(error),), ()
    low = line.idxmin()
    first = f"The A/D line, from 0, ends at {line.iloc[-1]:,.0f}; its low is {line.min():,.0f} {at(low)}."
    return None, (first, "The rule reads it beside SPX, for a divergence: load SPX as well and ask for it."), ()


def _other(table: Table) -> _Reading:
    return None, ("No column of prices or volatilities was recognised, so no rule reads it.",), ()


_READINGS = {"series": _series, "chain": _chain, "curve": _curve, "breadth": _breadth, "other": _other}
