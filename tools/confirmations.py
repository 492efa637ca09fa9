"""The inputs that the primary article checks its signal against: valuation, REITs, the exchange rate, rate differentials.

For each one found in a table: where it stands, which way it went, and how high that is in its own history. Nothing is
called confirming or not, since the article states no threshold, no direction and no count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

import numpy as np
import pandas as pd

from tools.errors import ToolError
from tools.expression import figure
from tools.headers import shown
from tools.methodology import Assumption
from tools.names import words_of
from tools.parameters import Number, checked
from tools.result import Result
from tools.series import dates_of, spoken, when
from tools.table import Table, load_table
from tools.wording import listed, percent, points
from tools.working import WorkingStep, step

if TYPE_CHECKING:
    import plotly.graph_objects as go

Back = Annotated[int, Number("periods", "rows", low=1, high=100_000, whole=True)]
_REIT = "REIT relative strength"
# Names of columns as words; the first pattern that fits gives the input.
_INPUTS: dict[str, str] = {
    "P/E": r"\bp ?e\b|price (?:to )?earnings|\bcape\b",
    "P/CF": r"\bp ?cf\b|price (?:to )?cash ?flow",
    _REIT: r"\breits?\b|\bvnq\b|real estate",
    "REER": r"\breer\b|real effective|exchange rate",
    "Rate differential": r"rate diff\w*|differential|rate spread|rate gap",
}
_MARKET = r"\bspx\b|\bspy\b|s p 500|sp ?500|\bbenchmark\b|\bmarket\b|\bindex\b"
_RATIO = r"relative|\brs\b|ratio|strength"
_NAMES = "P/E, P/CF, REIT (with SPX beside it), REER or rate differential"
OPEN = (
    "The primary article names these inputs as confirmation; it states no threshold, no direction and no count for them, "
    "so nothing here is a yes or a no."
)


@dataclass(frozen=True, kw_only=True)
class Confirmations(Result):
    """Confirming inputs found in a table.

    Attributes:
        frame: one row an input [input, column, date, value, change, direction, percentile, back, rows]; `percentile` is the
            share of the column's own values at or below the latest (0 to 1), `change` is over `back` rows, in the
            column's unit.
        missing: inputs that the table does not hold.
    """

    tool: ClassVar[str] = "confirmations"
    frame: pd.DataFrame
    missing: tuple[str, ...]

    def summary(self) -> str:
        """Each input's value, direction and percentile, what is missing, and that no threshold is stated."""
        lines = []
        for row in self.frame.to_dict("records"):
            moved = f"{row['direction']} by {points(abs(row['change']))}" if row["change"] else "unchanged"
            lines.append(
                f"**{row['input']}** ({shown(row['column'])}, {spoken(row['date'])}): {points(row['value'])}, {moved} over "
                f"{row['back']:,} row{'' if row['back'] == 1 else 's'}, at or above {percent(row['percentile'])} of its "
                f"{row['rows']:,} values."
            )
        if self.missing:
            lines.append(f"Not in the table: {listed(self.missing)}.")
        if _REIT in self.missing:
            lines.append("A REIT column is read as relative strength, so it needs a column of the market (SPX) beside it.")
        lines.append(OPEN)
        return "\n".join(f"- {line}" for line in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """Change and percentile of each input."""
        steps = []
        for row in self.frame.to_dict("records"):
            now, held = figure(row["value"]), row["rows"]
            steps.append(step(f"{row['input']}, change", now - (row["value"] - row["change"])))
            at_or_below = figure(round(row["percentile"] * held))
            steps.append(step(f"{row['input']}, values at or below the latest", at_or_below / held, "%"))
        return tuple(steps)

    def figure(self) -> go.Figure:
        """Percentile of each input in its own history."""
        import plotly.graph_objects as go

        sign = {"up": "↑", "down": "↓", "flat": "→"}
        names = [f"{row['input']} {sign[row['direction']]}" for row in self.frame.to_dict("records")]
        figure = go.Figure(go.Bar(x=100 * self.frame["percentile"], y=names, orientation="h", marker={"color": "#1f4e79"}))
        figure.update_layout(
            template="plotly_white",
            title={"text": "Confirming inputs: place in their own history"},
            xaxis={"title": {"text": "Percentile (%)"}, "range": [0, 100]},
            yaxis={"title": {"text": "Input, and which way it went"}},
        )
        return figure


@checked
def confirmations(table: Annotated[Table | pd.DataFrame, "table"], back: Back = 20) -> Confirmations:
    """Show where the article's confirming inputs stand: P/E, P/CF, REITs, exchange rate, rate differential.

    Args:
        table: a table with at least one of these columns, oldest row first; REIT prices are divided by an SPX column.
        back: over how many rows the direction is taken; all rows where a column has fewer.

    Raises:
        ToolError: no such column, or none with two values.
    """
    source = table if isinstance(table, Table) else load_table(table)
    found = _columns(source)
    rows = [row for name, (column, values) in found.items() if (row := _row(name, column, values, back)) is not None]
    if not rows:
        raise ToolError("table", ", ".join(source.columns[:12]), f"a table with a column for {_NAMES}", "Name the columns so.")
    held = [row["input"] for row in rows]
    says = "Direction is the sign of the change; the percentile is taken over the whole table."
    return Confirmations(
        inputs={"table": table, "back": back},
        assumptions=(Assumption("back", back, "assumption", f"The article names no look-back; here {back} rows. {says}"),),
        frame=pd.DataFrame(rows),
        missing=tuple(name for name in _INPUTS if name not in held),
    )


def inputs_named(columns: Sequence[str]) -> tuple[str, ...]:
    """The inputs that these column names stand for, in the article's order."""
    named = [" ".join(words_of(column)) for column in columns]
    return tuple(name for name, pattern in _INPUTS.items() if any(re.search(pattern, words) for words in named))


def _columns(table: Table) -> dict[str, tuple[str, pd.Series]]:
    """Input → (column, its values); a REIT price becomes its ratio to the market where the table has one."""
    named = {column: " ".join(words_of(column)) for column in _numeric(table)}
    out: dict[str, tuple[str, pd.Series]] = {}
    for name, pattern in _INPUTS.items():
        column = next((c for c, words in named.items() if re.search(pattern, words)), None)
        if column is None:
            continue
        values = _series(table, column)
        if name == _REIT and not re.search(f"{_RATIO}|{_MARKET}", named[column]):
            market = next((c for c, words in named.items() if c != column and re.search(_MARKET, words)), None)
            if market is None:
                continue
            values, column = values / _series(table, market).where(lambda v: v > 0), f"{column} / {market}"
        out[name] = (column, values)
    return out


def _numeric(table: Table) -> list[str]:
    return [c for c in table.columns if pd.api.types.is_numeric_dtype(table.frame[c].dtype)]


def _series(table: Table, column: str) -> pd.Series:
    values = table.frame[column].astype("float64")
    date = table.date_column
    return values if date is None else pd.Series(values.to_numpy(), index=pd.DatetimeIndex(table.frame[date]))


def _row(name: str, column: str, values: pd.Series, back: int) -> dict[str, Any] | None:
    places = np.flatnonzero(np.isfinite(values.to_numpy()))
    if len(places) < 2:
        return None
    held = values.to_numpy()[places]
    span = min(back, len(held) - 1)
    change = float(held[-1] - held[-1 - span])
    index = values.index if dates_of(values.index) is not None else pd.RangeIndex(len(values))
    return {
        "input": name,
        "column": column,
        "date": when(index, [int(places[-1])])[0],
        "value": float(held[-1]),
        "change": round(change, 12),
        "direction": "up" if change > 0 else "down" if change < 0 else "flat",
        "percentile": float((held <= held[-1]).mean()),
        "back": span,
        "rows": len(held),
    }
