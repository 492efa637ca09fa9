"""The shape of the futures curve: contango (second month above the front), backwardation (below), or flat.

slope = second / front − 1. roll_yield = −slope: what a long holder gains or pays, as a share of the front price, by
selling the front month and buying the second while the curve keeps its shape.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

import numpy as np
import pandas as pd

from tools.contracts import SPECIFICATIONS
from tools.curve_flips import flips_of, flips_told
from tools.curve_shape import changes, mean_slope, shape_of, steady_way, steepest, way_of
from tools.curve_table import ALLOWED, months_of, place_of, slopes_of
from tools.errors import ToolError
from tools.expression import figure, share
from tools.methodology import Assumption
from tools.parameters import checked
from tools.result import Result
from tools.series import as_series, at, dates_of, when
from tools.wording import counted, listed, money, percent, points
from tools.working import WorkingStep, step

if TYPE_CHECKING:
    import plotly.graph_objects as go


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
        gap, gap_dollars: second less front on that date in points, and in dollars for one VIX future.
        steepest: the two neighbouring months of that date's curve that lie furthest apart in percent, where there are three
            months or more; otherwise None.
        flips: (date or point, slope before, slope then) of each change of the known dates from one state to another.
        mean_slope: average slope: over the known dates of a table, over the pairs of months of one curve of three or more;
            otherwise None.
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
    mean_slope: float | None = None
    gap: float = 0.0
    gap_dollars: float = 0.0
    steepest: tuple[str, str] | None = None
    flips: tuple[tuple[Any, float, float], ...] = ()

    def summary(self) -> str:
        """The state with its working; over many dates also how often contango held."""
        front, second = float(self.frame["front"].iloc[self.place]), float(self.frame["second"].iloc[self.place])
        many = len(self.frame) > 1
        place = f" {at(when(self.frame.index, [self.place])[0])}" if many and dates_of(self.frame.index) is not None else ""
        said = {
            "contango": f"the second month is {percent(self.slope)} above the front",
            "backwardation": f"the second month is {percent(-self.slope)} below the front",
            "flat": "the second month equals the front, which is neither contango nor backwardation",
        }[self.state]
        working = f"{points(second)}/{points(front)} − 1 = {percent(self.slope)}"
        shape = shape_of(self.curve, self.state)
        where = f" at the front{place}" if shape else place
        lines = [f"**{self.state.capitalize()}{where}{shape}**: {working}; {said}."]
        if shape:
            lines.append(f"The whole curve: {way_of(self.curve)}.")
        if self.state == "contango":
            lines.append(f"A long holder who rolls pays: the roll yield is {percent(-self.slope)} {self._a_roll()}.")
        elif self.state == "backwardation":
            lines.append(f"A long holder who rolls gains: the roll yield is {percent(-self.slope)} {self._a_roll()}.")
        if self.back is not None:
            mean = "" if many or self.mean_slope is None else f", {percent(self.mean_slope)} a month on average"
            near, far = self.curve.iloc[0], self.curve.iloc[-1]
            span = f"{points(far)}/{points(near)} − 1 = {percent(self.back)}"
            ends = f"From {self.curve.index[0]} to {self.curve.index[-1]}, the last month given"
            lines.append(f"{ends}: {span}{mean}{steady_way(self.curve)}.")
            lines.extend(self._steps())
        if many:
            if not shape:
                curve = [f"{name} {points(price)}" for name, price in self.curve.items()]
                lines.append(f"The curve{place}: {', '.join(curve)}.")
            lines.extend(self._expiries())
            lines.append(self._often())
            lines.extend(flips_told(self))
        if self.skipped:
            lines.append(f"Left out for a blank or zero price: {counted(self.skipped, 'date')}.")
        return "\n".join(f"- {line}" for line in lines)

    def _a_roll(self) -> str:
        """'of the front price a roll: 1.85 points, $1,850 a VIX future'."""
        return f"of the front price a roll: {points(abs(self.gap))} points, {money(abs(self.gap_dollars))} a VIX future"

    def _steps(self) -> list[str]:
        """The curve month by month, and where it is steepest."""
        if self.steepest is None or len(self.curve) > _NEXT + 3 * (len(self.frame) > 1):
            return []
        steep = f"the steepest part lies between {self.steepest[0]} and {self.steepest[1]}"
        return [f"Steps month by month, each against the one before: {listed(map(percent, self._months()))}; {steep}."]

    def _often(self) -> str:
        """'Contango on 40% of 5 dates; backwardation on 40%, flat on 20%.'"""
        known = len(self.frame) - self.skipped
        others = {state: int((self.frame["state"] == state).sum()) for state in ("backwardation", "flat")}
        also = ", ".join(f"{state} on {percent(days / known)}" for state, days in others.items() if days)
        mean = "" if self.mean_slope is None or known < 2 else f" The slope averages {percent(self.mean_slope)}."
        return f"Contango on {percent(self.contango_share)} of {counted(known, 'date')}{f'; {also}' if also else ''}.{mean}"

    def _months(self) -> list[float]:
        """The slope from each month of the curve to the next."""
        return changes(self.curve)

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
        months = months_of(curve)
    else:
        prices = as_series(curve, "curve")
        if len(prices) < 2 or not (prices > 0).all():
            raise ToolError(
                "curve", list(curve), "at least two prices above 0, front to back", "Give for example [18.2, 19.6]."
            )
        months = pd.DataFrame(prices.to_numpy()[None, :], columns=[f"M{i + 1}" for i in range(len(prices))])
    months = months.where(months > 0)
    frame = slopes_of(months)
    states = np.asarray(frame["state"], dtype=object)
    known = np.flatnonzero(states != "unknown")
    if len(known) == 0:
        raise ToolError("curve", f"{len(frame)} dates", ALLOWED, "No date has both a front and a second price above 0.")
    place = int(known[-1]) if date is None else place_of(frame, date)
    held = months.iloc[place].dropna()
    gap = float(f"{held.iloc[1] - held.iloc[0]:.13g}")
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
        back=float(held.iloc[-1] / held.iloc[0] - 1) if len(held) > 2 else None,
        mean_slope=mean_slope(frame["slope"].to_numpy(), held.to_numpy()),
        gap=gap,
        gap_dollars=round(gap * SPECIFICATIONS["VX"].per_point, 2),
        steepest=steepest(held),
        flips=flips_of(frame),
    )


_SETTLES = Assumption(
    "settlement",
    "monthly VIX futures",
    "convention",
    "Days to settlement are those of monthly VIX futures; on a settlement day columns M1, M2, … already begin with the next "
    "contract, columns V1, V2, … still with the settling one.",
)
