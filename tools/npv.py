"""Net present value: what cash flows, one period apart or on dates, are worth at one rate.

Source: the definition Σ flow / (1 + rate)^t, the first flow being now; of dated flows t is days/365 from the first date, as
spreadsheets' XNPV counts it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar

import numpy as np

from tools.cash_flows import read_flows
from tools.days import DayList, iso, read_days
from tools.discount import present_values, rates
from tools.errors import ToolError
from tools.expression import figure
from tools.irr import rate_steps, value_chart
from tools.methodology import Assumption
from tools.parameters import Number, Numbers, checked
from tools.result import Result
from tools.wording import counted, money, percent
from tools.working import WorkingStep
from tools.xirr import DAYS_OF_YEAR, YEAR

if TYPE_CHECKING:
    import plotly.graph_objects as go

Rate = Annotated[float, Number("fraction", "a period; 0.08 is 8%", low=-0.99, high=10)]


@dataclass(frozen=True, kw_only=True)
class NetPresentValue(Result):
    """Cash flows at one rate.

    Attributes:
        value: their worth today, in dollars; negative where less comes back than was paid.
        total: sum of the flows, undiscounted, in dollars.
    """

    tool: ClassVar[str] = "net_present_value"
    value: float
    total: float

    def summary(self) -> str:
        """The value, the plain sum, what its sign says, and where the rate comes from."""
        flows, rate = self.inputs["cash_flows"], percent(self.inputs["rate"], 2)
        dated = "dates" in self.inputs
        period, start = (
            ("a year", f"on {min(self.inputs['dates'])}, the first date") if dated else ("a period", "the first now")
        )
        sign = "above 0: the flows earn more than" if self.value > 0 else "below 0: the flows earn less than"
        lines = [
            f"**Net present value at {rate} {period}: {money(self.value)}** of {counted(len(flows), 'flow')}, {start}.",
            f"They sum to {money(self.total)} before discounting.",
            "The rate is yours: the primary article gives none, and does not mention net present value.",
        ]
        if self.value and min(flows) < 0 < max(flows):
            lines.insert(1, f"It is {sign} {rate}.")
        return "\n".join(f"- {line}" for line in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """The plain sum, and the worth of the flows today, term by term for a few."""
        flows = self.inputs["cash_flows"]
        if "dates" not in self.inputs:
            return rate_steps(flows, list(map(figure, range(len(flows)))), (self.inputs["rate"],))
        since = _since(self.inputs["dates"])
        return rate_steps(flows, [figure(d) / YEAR if d else figure(0) for d in since.tolist()], (self.inputs["rate"],))

    def figure(self) -> go.Figure:
        """Net present value by rate, with the rates at which it is zero."""
        flows = np.asarray(self.inputs["cash_flows"], dtype=float)
        if "dates" in self.inputs:
            times, period = _since(self.inputs["dates"]) / YEAR, "year"
        else:
            times, period = np.arange(len(flows), dtype=float), "period"
        return value_chart(flows, times, rates(flows, times), f"Rate a {period} (%)")


@checked
def net_present_value(cash_flows: Numbers, rate: Rate, dates: DayList | None = None) -> NetPresentValue:
    """Discount cash flows, one period apart or dated, to what they are worth at the first of them.

    Args:
        cash_flows: dollars, oldest first, the first one now; money paid is negative, money received positive.
        rate: the discount rate of one period, or of a year where there are dates, as a fraction.
        dates: the day of each flow, in any order; without them the flows are one period apart.

    Raises:
        ToolError: fewer than two amounts, blanks, a figure out of range, or not as many dates as amounts.
    """
    flows = read_flows(cash_flows)
    days = None if dates is None else read_days(dates, "dates")
    if days is not None and len(days) != len(flows):
        form = f"as many as cash flows ({len(flows):,})"
        raise ToolError("dates", counted(len(days), "date"), form, "Give each flow its date.")
    dated = None if days is None else [iso(day) for day in days]
    worth = present_values(rate, flows, np.arange(len(flows), dtype=float) if dated is None else _since(dated) / YEAR)
    first = Assumption("first_flow", "now", "convention", "The first flow is now and is not discounted.")
    return NetPresentValue(
        inputs={"cash_flows": flows.tolist(), "rate": rate, **({} if dated is None else {"dates": dated})},
        assumptions=(first,) if dated is None else (first, DAYS_OF_YEAR),
        value=math.fsum(worth.tolist()),
        total=float(np.sum(flows)),
    )


def _since(dates: Sequence[str]) -> np.ndarray:
    """Days from the first date."""
    days = read_days(dates, "dates")
    return (days - days.min()).days.to_numpy()
