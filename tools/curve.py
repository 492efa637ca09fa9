"""The shape of the futures curve: contango (second month above the front), backwardation (below), or flat.

slope = second / front − 1. roll_yield = −slope: what a long holder gains or pays, as a share of the front price, by
selling the front month and buying the second while the curve keeps its shape.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

import numpy as np
import pandas as pd

from tools.days import read_days
from tools.errors import ToolError
from tools.expression import figure, share
from tools.methodology import Assumption
from tools.parameters import checked
from tools.result import Result
from tools.series import as_series, at, dates_of, spoken, when
from tools.vix_expiries import next_settlement
from tools.wording import counted, listed, percent, points
from tools.working import WorkingStep, step

if TYPE_CHECKING:
    import plotly.graph_objects as go

_FLAT = 1e-12
_ALLOWED = "prices from the front month to the back, or a table with a column for each month (M1, M2, …)"
_MONTH = re.compile(r"(m|month|v|vx|ux|f|fut|future|settle)[ _]?(\d{1,2})", re.IGNORECASE)

Curve = Annotated[Sequence[float] | pd.DataFrame, "curve"]
_NEXT = 6  # pairs of months of a typed curve whose slopes are worked out


@dataclass(frozen=True, kw_only=True)
class TermStructure(Result):
    """The slope between the two nearest months, on one date or on many.

    Attributes:
        frame: per date [front, second, slope, state, roll_yield, front_days, second_days]; slope and roll_yield are fractions.
            A date without both prices has NaN and the state "unknown". The days are calendar days to the settlement of both
            contracts as VIX futures, NaN without dates and before October 2005.
        months: per date the price of every month, front to back; NaN where it is blank or zero.
        contango_share: share of the known dates in contango.
        skipped: dates left out because the front or the second price is blank or zero.
        place: row of the date described: the one asked for, otherwise the last known one (0-based).
        state: state on that date.
        slope: slope on that date.
        back: last known price of that date's curve over the front − 1, for three or more months; otherwise None.
    """

    tool: ClassVar[str] = "term_structure"
    frame: pd.DataFrame
    months: pd.DataFrame
    contango_share: float
    skipped: int
    place: int
    state: str
    slope: float
    back: float | None = None

    def summary(self) -> str:
        """The state with its working; over many dates also how often contango held."""
        front, second = float(self.frame["front"].iloc[self.place]), float(self.frame["second"].iloc[self.place])
        many = len(self.frame) > 1
        place = f" {at(when(self.frame.index, [self.place])[0])}" if many and dates_of(self.frame.index) is not None else ""
        said = {
            "contango": f"the second month is {percent(self.slope)} above the front",
            "backwardation": f"the second month is {percent(-self.slope)} below the front",
            "flat": "the second month equals the front",
        }[self.state]
        working = f"{points(second)}/{points(front)} − 1 = {percent(self.slope)}"
        shape = self._shape()
        where = f" at the front{place}" if shape else place
        lines = [f"**{self.state.capitalize()}{where}{shape}**: {working}; {said}."]
        if shape:
            lines.append(f"The whole curve: {self._way()}.")
        if self.state == "contango":
            lines.append(f"A long holder who rolls pays: the roll yield is {percent(-self.slope)} of the front price a roll.")
        elif self.state == "backwardation":
            lines.append(f"A long holder who rolls gains: the roll yield is {percent(-self.slope)} of the front price a roll.")
        if self.back is not None:
            lines.append(f"From the front to the last month given the curve changes by {percent(self.back)}.")
        if many:
            if not shape:
                curve = [f"{name} {points(price)}" for name, price in self.curve.items()]
                lines.append(f"The curve{place}: {', '.join(curve)}.")
            lines.extend(self._expiries())
            lines.append(self._often())
        if self.skipped:
            lines.append(f"Left out for a blank or zero price: {counted(self.skipped, 'date')}.")
        return "\n".join(f"- {line}" for line in lines)

    def _often(self) -> str:
        """'Contango on 40% of 5 dates; backwardation on 40%, flat on 20%.'"""
        known = len(self.frame) - self.skipped
        others = {state: int((self.frame["state"] == state).sum()) for state in ("backwardation", "flat")}
        also = ", ".join(f"{state} on {percent(days / known)}" for state, days in others.items() if days)
        return f"Contango on {percent(self.contango_share)} of {counted(known, 'date')}{f'; {also}' if also else ''}."

    def _runs(self) -> list[tuple[str, str, float]]:
        """The curve from the front on as stretches of one direction: (what it does, month and price where that ends)."""
        runs: list[tuple[str, str, float]] = []
        prices = self.curve
        for before, (name, price) in zip(prices.iloc[:-1], prices.iloc[1:].items(), strict=True):
            change = price / before - 1
            does = "stays level" if abs(change) <= _FLAT else "rises" if change > 0 else "falls"
            if runs and runs[-1][0] == does:
                runs.pop()
            runs.append((does, str(name), float(price)))
        return runs

    def _shape(self) -> str:
        """How the curve goes on where the two nearest months do not tell it; "" where they do."""
        ways = [does for does, _, _ in self._runs() if does != "stays level"]
        ways = [does for i, does in enumerate(ways) if not i or does != ways[i - 1]]
        if len(ways) < 2:
            return f", the curve {ways[0]} further back" if ways and self.state == "flat" else ""
        if len(ways) > 2:
            return ", a mixed curve"
        return ", a humped curve" if ways[0] == "rises" else ", a curve with a dip"

    def _way(self) -> str:
        """'from M1 19.50 it rises to M2 19.60 and falls to M4 18.80'."""
        told = [
            f"{does}{' up' if does == 'stays level' else ''} to {name} {points(price)}" for does, name, price in self._runs()
        ]
        return f"from {self.curve.index[0]} {points(self.curve.iloc[0])} it {listed(told)}"

    def _expiries(self) -> list[str]:
        """When the two contracts settle, where the table has dates that the calendar knows."""
        front, second = (self.frame[name].iloc[self.place] for name in ("front_days", "second_days"))
        if np.isnan(front) or np.isnan(second):
            return []
        return [f"Days to settlement, as VIX futures: {front:g} for the front, {second:g} for the second month."]

    def working(self) -> tuple[WorkingStep, ...]:
        """Slope and roll yield of the date described, in points too, the whole curve, and the share of days."""
        front, second = (figure(self.frame[name].iloc[self.place]) for name in ("front", "second"))
        steps = [step("Slope", second / front - 1, "%"), step("Roll yield a roll", 1 - second / front, "%")]
        steps.append(step("Second month less the front", second - front, "points"))
        days = (self.frame[name].iloc[self.place] for name in ("second_days", "front_days"))
        if (gap := figure(next(days)) - next(days)).value > 0:
            steps.append(step("Days between the two settlements", gap, "days"))
            steps.append(step("Slope a calendar day", share(self.slope) / gap, "%"))
        if len(self.frame) == 1 and 2 < len(self.curve) <= _NEXT:
            pairs = pairwise(self.curve.items())
            steps += [step(f"{a} to {b}", figure(far) / near - 1, "%") for (a, near), (b, far) in list(pairs)[1:]]
        if self.back is not None:
            last, first = figure(self.curve.iloc[-1]), figure(self.curve.iloc[0])
            steps += [step("Front to the last month", last / first - 1, "%"), step("In points", last - first, "points")]
        if len(self.frame) > 1:
            rising = int((self.frame["state"] == "contango").sum())
            steps.append(step("Share of days in contango", figure(rising) / (len(self.frame) - self.skipped), "%"))
        return tuple(steps)

    @property
    def curve(self) -> pd.Series:
        """The known prices of the date described, front to back."""
        return self.months.iloc[self.place].dropna()

    def figure(self) -> go.Figure:
        """The curve of the date described, and over many dates the slope with the share of days in contango."""
        from tools.curve_chart import curve_chart

        return curve_chart(self)


@checked
def term_structure(curve: Curve, date: str | None = None) -> TermStructure:
    """Say whether a futures curve is in contango or backwardation, and by how much.

    Args:
        curve: prices of one date from the front month to the back, or a dated table with columns M1, M2, ….
        date: the date to describe (YYYY-MM-DD) where the table has several; the last one when left out.

    Raises:
        ToolError: fewer than two months, negative prices, text, or no date with both nearest prices.
    """
    if isinstance(curve, pd.DataFrame):
        months = _months(curve)
    else:
        prices = as_series(curve, "curve")
        if len(prices) < 2 or not (prices > 0).all():
            raise ToolError(
                "curve", list(curve), "at least two prices above 0, front to back", "Give for example [18.2, 19.6]."
            )
        months = pd.DataFrame(prices.to_numpy()[None, :], columns=[f"M{i + 1}" for i in range(len(prices))])
    months = months.where(months > 0)
    frame = _slopes(months)
    states = np.asarray(frame["state"], dtype=object)
    known = np.flatnonzero(states != "unknown")
    if len(known) == 0:
        raise ToolError("curve", f"{len(frame)} dates", _ALLOWED, "No date has both a front and a second price above 0.")
    place = int(known[-1]) if date is None else _place(frame, date)
    row = months.to_numpy()[place]
    held = row[~np.isnan(row)]
    return TermStructure(
        inputs={"curve": curve if isinstance(curve, pd.DataFrame) else list(curve)} | ({} if date is None else {"date": date}),
        assumptions=() if np.isnan(frame["front_days"].to_numpy()).all() else (_SETTLES,),
        frame=frame,
        months=months,
        contango_share=float((states[known] == "contango").mean()),
        skipped=len(frame) - len(known),
        place=place,
        state=str(states[place]),
        slope=float(frame["slope"].to_numpy()[place]),
        back=float(held[-1] / held[0] - 1) if len(held) > 2 else None,
    )


_SETTLES = Assumption(
    "settlement",
    "monthly VIX futures",
    "convention",
    "Days to settlement are those of monthly VIX futures; on a settlement day columns M1, M2, … already begin with the next "
    "contract, columns V1, V2, … still with the settling one.",
)


def _place(frame: pd.DataFrame, date: str) -> int:
    """The row of this date, which must have both prices."""
    days = dates_of(frame.index)
    if days is None:
        raise ToolError("date", date, "left out, since the table has no dates", "Load the table with its dates.")
    wanted = read_days([date], "date")[0]
    found = np.flatnonzero(days.normalize() == wanted)
    if len(found) == 0 or frame["state"].iloc[found[0]] == "unknown":
        held = days[frame["state"] != "unknown"]
        near = held[int(np.argmin(np.abs(held - wanted)))]
        allowed = f"a date with a front and a second price, from {spoken(held[0])} to {spoken(held[-1])}"
        raise ToolError("date", date, allowed, f"The nearest is {spoken(near)}.")
    return int(found[0])


def _slopes(months: pd.DataFrame) -> pd.DataFrame:
    front, second = months.to_numpy().T[:2]
    known = ~(np.isnan(front) | np.isnan(second))
    slope = np.divide(second, front, out=np.full(len(front), np.nan), where=known) - 1.0
    flat = np.abs(slope) <= _FLAT
    state = np.select([~known, flat, slope > 0], ["unknown", "flat", "contango"], "backwardation").astype(object)
    slope = np.where(flat, 0.0, slope)
    front_days, second_days = _days(months.index, str(months.columns[0]), known)
    columns = {
        "front": np.where(known, front, np.nan),
        "second": np.where(known, second, np.nan),
        "slope": slope,
        "state": state,
        "roll_yield": 0.0 - slope,
        "front_days": front_days,
        "second_days": second_days,
    }
    return pd.DataFrame(columns, index=months.index)


def _days(index: pd.Index, name: str, known: np.ndarray) -> list[np.ndarray]:
    """Days to both settlements; a column named V1 holds the settling contract on its last day, M1 the one after it."""
    dates = dates_of(index)
    if dates is None:
        return [np.full(len(index), np.nan)] * 2
    days = dates.tz_localize(None).to_numpy().astype("datetime64[D]")
    expiring = name.lower().startswith("v") and name[1:].isdigit()
    ends = [next_settlement(days, ahead=ahead, on_the_day=expiring) for ahead in (0, 1)]
    return [np.where(np.isnat(end) | ~known, np.nan, (end - days).astype("int64")) for end in ends]


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
