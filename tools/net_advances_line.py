"""The advance–decline line of a loaded table, summed from net advances or from both counts: where it ends, and its extremes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import pandas as pd

from tools.breadth import ad_line, told_in_steps
from tools.expression import figure
from tools.parameters import Level, SeriesInput, checked
from tools.result import Result
from tools.series import at, dates_of, leading_blanks, when
from tools.wording import counted, significant
from tools.working import WorkingStep, step

if TYPE_CHECKING:
    import plotly.graph_objects as go


@dataclass(frozen=True, kw_only=True)
class NetAdvancesLine(Result):
    """A running advance–decline line.

    Attributes:
        line: the line per bar, in issues.
        latest: its last value.
        change: its last value less where it started.
        highest, lowest: its extremes, the latest of several.
        highest_on, lowest_on, last_on: their dates, or points for an undated series.
        rising: bars on which more issues rose than fell.
    """

    tool: ClassVar[str] = "net_advances_line"
    line: pd.Series
    latest: float
    change: float
    highest: float
    lowest: float
    highest_on: Any
    lowest_on: Any
    last_on: Any
    rising: int

    def summary(self) -> str:
        """Where the line ends, its extremes, and what its level does not mean."""
        held = self.line.dropna()
        bars, start = len(held), self.inputs["start"]
        steps = told_in_steps(start, held.diff().fillna(held.iloc[0] - start), held)
        return "\n".join(
            f"- {line}"
            for line in (
                f"**The A/D line ends at {significant(self.latest, 9)}**, {at(self.last_on)}, from "
                f"{significant(start, 9)} "
                f"over {counted(bars, 'bar')}{f': {steps}' if steps else ''}.",
                f"Highest: {significant(self.highest, 9)}, {at(self.highest_on)}. Lowest: {significant(self.lowest, 9)}, "
                f"{at(self.lowest_on)}. More issues rose than fell on {self.rising:,} of them.",
                "Its level depends on where it starts, so only its direction and its turning points say anything; a divergence "
                "takes the price of the index beside it.",
            )
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """The sum, and the change."""
        start = self.inputs["start"]
        return (
            step("Line at the end", figure(start) + self.change),
            step("Below its highest", figure(self.highest) - self.latest),
        )

    def figure(self) -> go.Figure:
        """The line."""
        import plotly.graph_objects as go

        dates = dates_of(self.line.index)
        x: Any = np.arange(1, len(self.line) + 1) if dates is None else dates
        chart = go.Figure(go.Scatter(x=x, y=self.line, mode="lines", line={"color": "#1f4e79"}))
        chart.update_layout(
            template="plotly_white",
            title={"text": "Advance–decline line"},
            xaxis={"title": {"text": "Point" if dates is None else "Date"}},
            yaxis={"title": {"text": "Issues"}},
        )
        return chart


@checked
def net_advances_line(
    net: SeriesInput | None = None,
    advances: SeriesInput | None = None,
    declines: SeriesInput | None = None,
    start: Level = 0.0,
) -> NetAdvancesLine:
    """Sum a loaded series of net advances, or of advances and declines, to the advance–decline line.

    Args:
        net: advances minus declines per bar; or else give both counts.
        advances: advancing issues per bar.
        declines: declining issues per bar.
        start: level of the line before the first bar.

    Raises:
        ToolError: neither `net` nor both counts, negative counts, or counts of different length or dates.
    """
    counts = {} if net is not None else {"advances": advances, "declines": declines}
    line = ad_line(net, **counts) + start
    data = line.to_numpy()
    skipped = leading_blanks(data)
    held = data[skipped:]
    high, low, end = (len(held) - 1 - int(n) for n in (np.argmax(held[::-1]), np.argmin(held[::-1]), 0))
    high_on, low_on, end_on = when(line.index, [skipped + n for n in (high, low, end)])
    moves = np.diff(held, prepend=start)
    given = {"net": net} if net is not None else counts
    return NetAdvancesLine(
        inputs={**given, "start": start},
        line=line,
        latest=float(held[-1]),
        change=float(held[-1] - start),
        highest=float(held[high]),
        lowest=float(held[low]),
        highest_on=high_on,
        lowest_on=low_on,
        last_on=end_on,
        rising=int((moves > 0).sum()),
    )
