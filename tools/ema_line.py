"""The exponential average of a series, value by value, and what another start would have made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import pandas as pd

from tools.averages import Seed, ema, smoothed
from tools.expression import figure, function
from tools.methodology import METHOD
from tools.parameters import Periods, SeriesInput, checked
from tools.result import Result
from tools.series import as_series, at, dates_of, leading_blanks, when
from tools.wording import counted, significant
from tools.working import WorkingStep, step

if TYPE_CHECKING:
    import plotly.graph_objects as go

_SHOWN = 12  # averages told one by one
_DRAWN = 250  # bars: about a year of days


@dataclass(frozen=True, kw_only=True)
class EmaLine(Result):
    """An exponential average over a series.

    Attributes:
        average: one value a bar, in the unit of the series; NaN until `span` values have been seen.
        latest: the last of them.
        other: the last one with the other start: from the first value instead of the mean, or the other way.
    """

    tool: ClassVar[str] = "ema_line"
    average: pd.Series
    latest: float
    other: float

    def summary(self) -> str:
        """The last average, the ones before it where they are few, and the start."""
        span, seed = self.inputs["span"], self.inputs["seed"]
        known = self.average.dropna()
        last = at(when(self.average.index, [len(self.average) - 1])[0])
        start = {"sma": f"the mean of the first {counted(span, 'value')}", "first": "the first value"}
        lines = [
            f"**EMA({span:,}) = {significant(self.latest, 6)}**, {last}, started from {start[seed]}.",
            f"Started from {start['first' if seed == 'sma' else 'sma']} it would be {significant(self.other, 6)}.",
        ]
        if 1 < len(known) <= _SHOWN:
            row = ", ".join(significant(value, 6) for value in known)
            first = int(np.argmax(self.average.notna().to_numpy())) + 1
            lines.insert(1, f"Value by value from point {first:,} on: {row}.")
        return "\n".join(f"- {line}" for line in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """alpha, the start, and the last steps."""
        span, seed = self.inputs["span"], self.inputs["seed"]
        given = self.inputs["series"].to_numpy()
        skipped = leading_blanks(given)
        data = given[skipped:]
        run = smoothed(data, span, 2.0 / (span + 1.0), seed)
        alpha = step("alpha", 2 / (figure(span) + 1))
        first = span - 1 if seed == "sma" else 0
        steps = [alpha]
        if seed == "sma" and span <= _SHOWN:
            steps.append(step(f"Start at point {skipped + span:,}", function("mean", *data[:span].tolist())))
        for place in range(max(first + 1, len(data) - _SHOWN), len(data)):
            line = figure(run[place - 1]) + figure(alpha.value or 0.0) * (figure(data[place]) - run[place - 1])
            steps.append(step(f"EMA at point {skipped + place + 1:,}", line))
        return tuple(steps)

    def figure(self) -> go.Figure:
        """The series with its average."""
        import plotly.graph_objects as go

        drawn = self.inputs["series"].tail(_DRAWN)
        dates = dates_of(drawn.index)
        x: Any = np.arange(len(self.average) - len(drawn) + 1, len(self.average) + 1) if dates is None else dates
        name = str(drawn.name or "value")
        figure = go.Figure(go.Scatter(x=x, y=drawn, mode="lines", line={"color": "#7d8a85", "width": 1}, name=name))
        average = self.average.tail(_DRAWN)
        figure.add_scatter(x=x, y=average, mode="lines", line={"color": "#1f4e79"}, name=f"EMA({self.inputs['span']:,})")
        figure.update_layout(
            template="plotly_white",
            title={"text": f"EMA({self.inputs['span']:,}) of {drawn.name or 'the series'}, last {counted(len(drawn), 'bar')}"},
            xaxis={"title": {"text": "Point" if dates is None else "Date"}},
            yaxis={"title": {"text": "Value"}},
        )
        return figure


@checked
def ema_line(series: SeriesInput, span: Periods, seed: Seed = "sma") -> EmaLine:
    """Take the exponential moving average of a series, and say what another start would have made of it.

    Args:
        series: values, oldest first.
        span: number of bars of the average; the newest value weighs 2/(span + 1).
        seed: "sma" starts from the mean of the first `span` values, "first" from the first value.

    Raises:
        ToolError: fewer than `span` values, or values that are no numbers.
    """
    values = as_series(series, "series", span)
    average = ema(values, span, seed)
    other = ema(values, span, "first" if seed == "sma" else "sma")
    return EmaLine(
        inputs={"series": values, "span": span, "seed": seed},
        assumptions=(METHOD.assume("seed", seed),),
        average=average,
        latest=float(average.iloc[-1]),
        other=float(other.iloc[-1]),
    )
