"""The yearly internal rate of return of cash flows on any dates.

Years are days/365 from the first date, as spreadsheets' XIRR counts them. All rates are given, as in `irr`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from tools.cash_flows import CLAIM, read_flows
from tools.days import DayList, iso, read_days
from tools.discount import rates
from tools.errors import ToolError
from tools.expression import figure
from tools.irr import RatesOfReturn, rate_fields, rate_steps, spoken_rates, value_chart
from tools.methodology import Assumption
from tools.parameters import Numbers, checked
from tools.wording import counted, money
from tools.working import WorkingStep

if TYPE_CHECKING:
    import plotly.graph_objects as go

YEAR = 365.0
_LARGEST = 1e12  # a yearly rate beyond it only says that the dates lie too close together
DAYS_OF_YEAR = Assumption("year", YEAR, "convention", "A year is 365 days, as in the XIRR of spreadsheets.")


@dataclass(frozen=True, kw_only=True)
class Xirr(RatesOfReturn):
    """The yearly internal rates of return of dated flows.

    Attributes:
        days: calendar days from the first to the last flow.
    """

    tool: ClassVar[str] = "xirr"
    days: int

    def summary(self) -> str:
        """The rate or rates, the stretch of time, and what the article claims."""
        flows = len(self.inputs["cash_flows"])
        lines = [
            *spoken_rates("XIRR", "a year", self.roots, self.changes, flowing=any(self.inputs["cash_flows"])),
            f"The {flows:,} flows over {counted(self.days, 'day')} sum to {money(self.total)} before discounting"
            f"{self._sides()}.",
            CLAIM,
        ]
        if self.days < YEAR:
            lines.insert(-1, "The flows span less than a year, so a yearly rate stretches a short result.")
        return "\n".join(f"- {line}" for line in lines)

    def _sides(self) -> str:
        """': a net gain of $150 on $1,500 paid in', where money went both ways."""
        paid = -sum(flow for flow in self.inputs["cash_flows"] if flow < 0)
        if not 0 < paid < paid + max(self.inputs["cash_flows"]):
            return ""
        return f": a net {'gain' if self.total >= 0 else 'loss'} of {money(abs(self.total))} on {money(paid)} paid in"

    def working(self) -> tuple[WorkingStep, ...]:
        """The plain sum, and the flows at each rate, which come to nothing; exponents are days ÷ 365."""
        days = read_days(self.inputs["dates"], "dates")
        since = [(day - days.min()).days for day in days]
        return rate_steps(self.inputs["cash_flows"], [figure(d) / YEAR if d else figure(0) for d in since], self.roots)

    def figure(self) -> go.Figure:
        """Net present value by yearly rate, with the rates at which it is zero."""
        flows = np.asarray(self.inputs["cash_flows"], dtype=float)
        days = read_days(self.inputs["dates"], "dates")
        return value_chart(flows, (days - days.min()).days.to_numpy() / YEAR, self.roots, "Rate a year (%)")


@checked
def xirr(dates: DayList, cash_flows: Numbers) -> Xirr:
    """Find the yearly internal rate of return of cash flows on any dates.

    Args:
        dates: the day of each flow, in any order.
        cash_flows: dollars on those days; money paid is negative, money received positive.

    Raises:
        ToolError: lists of different length, dates that are all the same, or a rate too large to mean anything.
    """
    flows, days = read_flows(cash_flows), read_days(dates, "dates")
    if len(days) != len(flows):
        raise ToolError(
            "dates", counted(len(days), "date"), f"as many as cash flows ({len(flows):,})", "Give each flow its date."
        )
    since = (days - days.min()).days.to_numpy()
    if not since.any():
        raise ToolError("dates", iso(days[0]), "dates on more than one day", "Flows of one day have no yearly rate.")
    roots = rates(flows, since / YEAR)
    if roots and roots[-1] > _LARGEST:
        raise ToolError(
            "dates", f"{int(since.max())} days", "far enough apart for a yearly rate below 1e12", "Use irr, by period, instead."
        )
    order = np.argsort(since, kind="stable")
    return Xirr(
        inputs={"dates": [iso(day) for day in days], "cash_flows": flows.tolist()},
        assumptions=(DAYS_OF_YEAR,),
        **rate_fields(roots, flows[order]),
        days=int(since.max()),
    )
