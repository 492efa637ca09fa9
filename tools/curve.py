"""The shape of the futures curve: contango (second month above the front), backwardation (below), or flat.

slope = second / front − 1. roll_yield = −slope: what a long holder gains or pays, as a share of the front price, by
selling the front month and buying the second while the curve keeps its shape.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

import numpy as np
import pandas as pd

from tools.errors import ToolError
from tools.parameters import checked
from tools.result import Result
from tools.series import as_series, at, dates_of, when
from tools.wording import percent, points

if TYPE_CHECKING:
    import plotly.graph_objects as go

_FLAT = 1e-12
_ALLOWED = "prices from the front month to the back, or a table with a column for each month (M1, M2, …)"
_MONTH = re.compile(r"(m|month|v|vx|ux|f|fut|future|settle)[ _]?(\d{1,2})", re.IGNORECASE)

Curve = Annotated[Sequence[float] | pd.DataFrame, "curve"]


@dataclass(frozen=True, kw_only=True)
class TermStructure(Result):
    """The slope between the two nearest months, on one date or on many.

    Attributes:
        frame: per date [front, second, slope, state, roll_yield]; slope and roll_yield are fractions. A date without
            both prices has NaN and the state "unknown".
        contango_share: share of the known dates in contango.
        skipped: dates left out because the front or the second price is blank or zero.
        state: state of the last known date.
        slope: slope of the last known date.
        back: last price of the curve over the front − 1, for a single curve of three or more months; otherwise None.
    """

    tool: ClassVar[str] = "term_structure"
    frame: pd.DataFrame
    contango_share: float
    skipped: int
    state: str
    slope: float
    back: float | None = None

    def summary(self) -> str:
        """The state with its working; over many dates also how often contango held."""
        known = self.frame[self.frame["state"] != "unknown"]
        last = known.iloc[-1]
        front, second = float(last["front"]), float(last["second"])
        many = len(self.frame) > 1
        place = f" {at(when(known.index, [-1])[0])}" if many and dates_of(known.index) is not None else ""
        said = {
            "contango": f"the second month is {percent(self.slope)} above the front",
            "backwardation": f"the second month is {percent(-self.slope)} below the front",
            "flat": "the second month equals the front",
        }[self.state]
        working = f"{points(second)}/{points(front)} − 1 = {percent(self.slope)}"
        lines = [f"**{self.state.capitalize()}{place}**: {working}; {said}."]
        if self.state == "contango":
            lines.append(f"A long holder who rolls pays: the roll yield is {percent(-self.slope)} of the front price a roll.")
        elif self.state == "backwardation":
            lines.append(f"A long holder who rolls gains: the roll yield is {percent(-self.slope)} of the front price a roll.")
        if self.back is not None:
            lines.append(f"From the front to the last month given the curve changes by {percent(self.back)}.")
        if many:
            lines.append(f"Contango on {percent(self.contango_share)} of {len(known):,} dates.")
        if self.skipped:
            lines.append(f"Left out for a blank or zero price: {self.skipped:,} dates.")
        return "\n".join(f"- {line}" for line in lines)

    def figure(self) -> go.Figure:
        """The curve of one date, or the slope over the dates."""
        import plotly.graph_objects as go

        if len(self.frame) == 1:
            given = self.inputs["curve"]
            prices = list(_months(given).iloc[0]) if isinstance(given, pd.DataFrame) else list(given)
            months = [f"M{i}" for i in range(1, len(prices) + 1)]
            figure = go.Figure(go.Scatter(x=months, y=prices, mode="lines+markers", line={"color": "#1f4e79", "width": 2}))
            title, x, y = f"Futures curve: {self.state}", "Month, front to back", "Price (index points)"
        else:
            dates = dates_of(self.frame.index)
            places: Any = np.arange(1, len(self.frame) + 1) if dates is None else dates
            figure = go.Figure(go.Scatter(x=places, y=100 * self.frame["slope"], line={"color": "#1f4e79", "width": 1}))
            figure.add_hline(y=0, line={"color": "#757575", "width": 1})
            title, x = "Slope of the futures curve", "Point" if dates is None else "Date"
            y = "Second month over front − 1 (%)"
        figure.update_layout(
            template="plotly_white", title={"text": title}, xaxis={"title": {"text": x}}, yaxis={"title": {"text": y}}
        )
        return figure


@checked
def term_structure(curve: Curve) -> TermStructure:
    """Say whether a futures curve is in contango or backwardation, and by how much.

    Args:
        curve: prices of one date from the front month to the back, or a dated table with columns M1, M2, ….

    Raises:
        ToolError: fewer than two months, negative prices, text, or no date with both nearest prices.
    """
    if isinstance(curve, pd.DataFrame):
        months = _months(curve)
        pair, back = months.iloc[:, :2], None
    else:
        prices = as_series(curve, "curve", 2)
        if len(prices) < 2 or not (prices > 0).all():
            raise ToolError(
                "curve", list(curve), "at least two prices above 0, front to back", "Give for example [18.2, 19.6]."
            )
        pair = pd.DataFrame([prices.iloc[:2].tolist()])
        back = float(prices.iloc[-1] / prices.iloc[0] - 1) if len(prices) > 2 else None
    frame = _slopes(pair)
    known = frame[frame["state"] != "unknown"]
    if known.empty:
        raise ToolError("curve", f"{len(frame)} dates", _ALLOWED, "No date has both a front and a second price above 0.")
    return TermStructure(
        inputs={"curve": curve if isinstance(curve, pd.DataFrame) else list(curve)},
        frame=frame,
        contango_share=float((known["state"] == "contango").mean()),
        skipped=len(frame) - len(known),
        state=str(known["state"].iloc[-1]),
        slope=float(known["slope"].iloc[-1]),
        back=back,
    )


def _slopes(pair: pd.DataFrame) -> pd.DataFrame:
    front, second = (pair.iloc[:, i].to_numpy() for i in (0, 1))
    known = (front > 0) & (second > 0)
    slope = np.divide(second, front, out=np.full(len(front), np.nan), where=known) - 1.0
    flat = np.abs(slope) <= _FLAT
    state = np.select([~known, flat, slope > 0], ["unknown", "flat", "contango"], "backwardation").astype(object)
    slope = np.where(flat, 0.0, slope)
    columns = {"front": np.where(known, front, np.nan), "second": np.where(known, second, np.nan)}
    return pd.DataFrame({**columns, "slope": slope, "state": state, "roll_yield": 0.0 - slope}, index=pair.index)


def _months(table: pd.DataFrame) -> pd.DataFrame:
    """The month columns in order, as floats; dates become the index where a column holds them."""
    out = table
    if dates_of(table.index) is None:
        dated = [c for c in table.columns if pd.api.types.is_datetime64_any_dtype(table[c])]
        out = table.set_index(dated[0]) if dated else table
    named: dict[str, dict[int, Any]] = {}
    for column in out.columns:
        if match := _MONTH.fullmatch(str(column).strip()):
            named.setdefault(match.group(1).lower(), {})[int(match.group(2))] = column
    found = next((columns for columns in named.values() if {1, 2} <= columns.keys()), None)
    if found is None:
        names = list(map(str, table.columns))
        raise ToolError("curve", names, _ALLOWED, "Name the month columns M1, M2, and so on.")
    months = out[[found[number] for number in sorted(found)]]
    text = [str(c) for c in months.columns if not pd.api.types.is_numeric_dtype(months[c]) or months[c].dtype == bool]
    if text:
        raise ToolError("curve", f"column {text[0]}", "numbers in every month column", "Load the file with load_table first.")
    months = months.astype("float64")
    if (months < 0).any(axis=None) or np.isinf(months.to_numpy()).any():
        raise ToolError("curve", "a negative or infinite price", "prices of at least 0", "Correct or remove those rows.")
    dates = dates_of(months.index)
    if dates is not None and not (dates.is_monotonic_increasing and dates.is_unique):
        raise ToolError("curve", "dates out of order or repeated", "dated oldest first, each once", "Sort it by date.")
    return months
