"""A moving average of a series at its last bar, simple or exponential, and where the last value stands against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal

import numpy as np
import pandas as pd

from tools.averages import ema
from tools.expression import figure
from tools.methodology import METHOD
from tools.parameters import Periods, SeriesInput, checked
from tools.result import Result
from tools.series import as_series, at, dates_of, leading_blanks, when
from tools.wording import counted, percent, significant
from tools.working import WorkingStep, step

if TYPE_CHECKING:
    import plotly.graph_objects as go

Kind = Literal["simple", "exponential"]


@dataclass(frozen=True, kw_only=True)
class AverageLine(Result):
    """A series against its moving average.

    Attributes:
        frame: [value, average] per bar; the average is NaN until `span` values have been seen.
        last: last value.
        average: the average on that bar.
        gap: the last value over the average − 1, as a fraction; NaN where the average is 0.
        above: whether the last value stands above the average.
        bars_on_side: bars since the value came to the side on which it stands now, the last one counted.
        last_on: date or point of the last value.
    """

    tool: ClassVar[str] = "average_line"
    frame: pd.DataFrame
    last: float
    average: float
    gap: float
    above: bool
    bars_on_side: int
    last_on: Any

    def summary(self) -> str:
        """The average, where the last value stands, and what the method says of such averages."""
        name = self.inputs["series"].name or "the series"
        span, kind = self.inputs["span"], self.inputs["kind"]
        side = "above" if self.above else "below" if self.last < self.average else "on"
        gap = "" if np.isnan(self.gap) or side == "on" else f", {percent(abs(self.gap))}"
        lines = [
            f"**The {span:,}-bar {kind} average of {name} is {significant(self.average, 6)}**, {at(self.last_on)}.",
            f"The last value, {significant(self.last, 6)}, stands {side} it{gap}, for {counted(self.bars_on_side, 'bar')} now.",
            "It says where the series stands against its own past. In the primary article only the MACD's exponential averages "
            "count, and a cross of such an average is no trigger.",
        ]
        return "\n".join(f"- {line}" for line in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """The sum of the last values or the last step, and the distance."""
        values, averages = (self.frame[name].to_numpy() for name in ("value", "average"))
        span = self.inputs["span"]
        if self.inputs["kind"] == "simple":
            steps = [step("Average", figure(float(values[-span:].sum())) / span)]
        elif len(averages) > 1 and not np.isnan(averages[-2]):
            before = figure(float(averages[-2]))
            steps = [step("Average", before + 2 / (figure(span) + 1) * (figure(self.last) - before))]
        else:
            steps = [step("Average, the mean that it starts from", figure(float(values[-span:].sum())) / span)]
        if not np.isnan(self.gap):
            steps.append(step("Last value over it", figure(self.last) / self.average - 1, "%"))
        return tuple(steps)

    def figure(self) -> go.Figure:
        """The series and its average."""
        import plotly.graph_objects as go

        dates = dates_of(self.frame.index)
        x: Any = np.arange(1, len(self.frame) + 1) if dates is None else dates
        name = str(self.inputs["series"].name or "value")
        chart = go.Figure(go.Scatter(x=x, y=self.frame["value"], mode="lines", name=name, line={"color": "#1f4e79"}))
        chart.add_scatter(x=x, y=self.frame["average"], mode="lines", name="average", line={"color": "#b8860b"})
        chart.update_layout(
            template="plotly_white",
            title={"text": f"{name} and its {self.inputs['span']:,}-bar average"},
            xaxis={"title": {"text": "Point" if dates is None else "Date"}},
            yaxis={"title": {"text": "Value"}},
        )
        return chart


@checked
def average_line(series: SeriesInput, span: Periods = METHOD.fast.value, kind: Kind = "simple") -> AverageLine:
    """Take the moving average of a series at its last bar, and say where the last value stands against it.

    Args:
        series: values, oldest first; leading blanks are allowed.
        span: number of bars of the average.
        kind: "simple" weighs the last `span` values alike; "exponential" starts from such a mean and weighs the newest most.

    Raises:
        ToolError: fewer than `span` values, or values that are no numbers.
    """
    values = as_series(series, "series", span)
    data = values.to_numpy()
    if kind == "exponential":
        averages = ema(values, span).to_numpy()
    else:
        averages = np.full(len(data), np.nan)
        first = leading_blanks(data)
        averages[first + span - 1 :] = np.convolve(data[first:], np.full(span, 1.0 / span), mode="valid")
    above = data > averages
    side = above == above[-1]
    turned = np.flatnonzero(~side | np.isnan(averages))
    return AverageLine(
        inputs={"series": values, "span": span, "kind": kind},
        frame=pd.DataFrame({"value": data, "average": averages}, index=values.index),
        last=float(data[-1]),
        average=float(averages[-1]),
        gap=float(data[-1] / averages[-1] - 1) if averages[-1] else float("nan"),
        above=bool(above[-1]),
        bars_on_side=len(data) - 1 - int(turned[-1]) if len(turned) else len(data),
        last_on=when(values.index, [len(data) - 1])[0],
    )
