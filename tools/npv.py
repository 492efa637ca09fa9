"""Net present value: what cash flows one period apart are worth today at one rate.

Source: the definition Σ flow / (1 + rate)^t, the first flow being now.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar

import numpy as np

from tools.cash_flows import read_flows
from tools.discount import present_values, rates
from tools.expression import figure
from tools.irr import rate_steps, value_chart
from tools.methodology import Assumption
from tools.parameters import Number, Numbers, checked
from tools.result import Result
from tools.wording import counted, money, percent
from tools.working import WorkingStep

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
        sign = "above 0: the flows earn more than" if self.value > 0 else "below 0: the flows earn less than"
        lines = [
            f"**Net present value at {rate} a period: {money(self.value)}** of {counted(len(flows), 'flow')}, the first now.",
            f"They sum to {money(self.total)} before discounting.",
            "The rate is yours: the primary article gives none, and does not mention net present value.",
        ]
        if self.value and min(flows) < 0 < max(flows):
            lines.insert(1, f"It is {sign} {rate}.")
        return "\n".join(f"- {line}" for line in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """The plain sum, and the worth of the flows today, term by term for a few."""
        flows = self.inputs["cash_flows"]
        return rate_steps(flows, list(map(figure, range(len(flows)))), (self.inputs["rate"],))

    def figure(self) -> go.Figure:
        """Net present value by rate, with the rates at which it is zero."""
        flows = np.asarray(self.inputs["cash_flows"], dtype=float)
        times = np.arange(len(flows), dtype=float)
        return value_chart(flows, times, rates(flows, times), "Rate a period (%)")


@checked
def net_present_value(cash_flows: Numbers, rate: Rate) -> NetPresentValue:
    """Discount cash flows one period apart to what they are worth today.

    Args:
        cash_flows: dollars, oldest first, the first one now; money paid is negative, money received positive.
        rate: the discount rate of one period, as a fraction.

    Raises:
        ToolError: fewer than two amounts, blanks, or a figure out of range.
    """
    flows = read_flows(cash_flows)
    worth = present_values(rate, flows, np.arange(len(flows), dtype=float))
    return NetPresentValue(
        inputs={"cash_flows": flows.tolist(), "rate": rate},
        assumptions=(Assumption("first_flow", "now", "convention", "The first flow is now and is not discounted."),),
        value=math.fsum(worth.tolist()),
        total=float(np.sum(flows)),
    )
