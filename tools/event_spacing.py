"""How far apart dates lie, such as the triggers of a series: from each to the next, in calendar days and in bars."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

import numpy as np
import pandas as pd

from tools.days import read_days
from tools.errors import ToolError
from tools.expression import figure
from tools.parameters import checked
from tools.result import Result
from tools.series import spoken
from tools.trigger import MacdTrigger
from tools.wording import counted, significant
from tools.working import WorkingStep, step

SpacedInput = Annotated[MacdTrigger | Sequence[dt.date | str], "events"]
_LISTED = 8


@dataclass(frozen=True, kw_only=True)
class EventSpacing(Result):
    """Dates and the stretches between them.

    Attributes:
        frame: one row a stretch [from, to, days, bars], oldest first; `days` is NaN for an undated series, `bars` NaN for
            dates without one. `from` and `to` are time stamps, or points for an undated series.
        unit: what the three figures below count: "calendar days", or "bars" for an undated series.
        shortest, longest, average: of all stretches.
    """

    tool: ClassVar[str] = "event_spacing"
    frame: pd.DataFrame
    unit: str
    shortest: float
    longest: float
    average: float

    def summary(self) -> str:
        """The average, shortest and longest stretch, the last of them one by one, and how many bars lie between."""
        count, unit = len(self.frame), self.unit
        thing = "triggers" if isinstance(self.inputs["dates"], MacdTrigger) else "dates"
        lines = [
            f"**{count + 1:,} {thing} lie {significant(self.average, 4)} {unit} apart on average**; "
            f"the shortest stretch is {significant(self.shortest, 4)}, the longest {significant(self.longest, 4)}."
        ]
        for row in self.frame.tail(_LISTED).to_dict("records"):
            bars = "" if unit == "bars" or np.isnan(row["bars"]) else f", {counted(int(row['bars']), 'bar')}"
            apart = row["bars"] if unit == "bars" else row["days"]
            word = unit[:-1] if apart == 1 else unit
            lines.append(f"{spoken(row['from'])} to {spoken(row['to'])}: {significant(apart, 4)} {word}{bars}.")
        if count > _LISTED:
            lines.append(f"Only the last {_LISTED} stretches are listed here.")
        lines.append("How far apart they lay says nothing of when the next comes.")
        return "\n".join(f"- {line}" for line in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """The average, and the longest against it."""
        sizes = self.frame["bars" if self.unit == "bars" else "days"]
        mean = step("Average", figure(float(sizes.sum())) / len(sizes), self.unit)
        return (mean, step("Longest over average", figure(self.longest) / self.average)) if self.average else (mean,)


@checked
def event_spacing(dates: SpacedInput) -> EventSpacing:
    """Measure how far apart dates, or a series' triggers, lie: each stretch, the shortest, the longest and the average.

    Args:
        dates: the dates, or a `macd_trigger` result whose triggers are taken.

    Raises:
        ToolError: fewer than two dates or triggers, or dates that are none.
    """
    moments, points = _moments(dates)
    if len(moments) < 2:
        held = counted(len(moments), "trigger" if isinstance(dates, MacdTrigger) else "date")
        raise ToolError("dates", held, "two of them at least", "One alone has no stretch to the next.")
    dated = isinstance(moments[0], pd.Timestamp)
    gaps = np.diff(pd.DatetimeIndex(moments)) / np.timedelta64(1, "D") if dated else np.full(len(moments) - 1, np.nan)
    bars = np.diff(points).astype(float) if points is not None else np.full(len(moments) - 1, np.nan)
    sizes = gaps if dated else bars
    return EventSpacing(
        inputs={"dates": dates if isinstance(dates, MacdTrigger) else [spoken(day) for day in moments]},
        frame=pd.DataFrame({"from": moments[:-1], "to": moments[1:], "days": gaps, "bars": bars}),
        unit="calendar days" if dated else "bars",
        shortest=float(sizes.min()),
        longest=float(sizes.max()),
        average=float(sizes.mean()),
    )


def _moments(dates: Any) -> tuple[list[Any], np.ndarray | None]:
    """The dates in order, or the triggers' dates or points, and the triggers' points."""
    if not isinstance(dates, MacdTrigger):
        return sorted(read_days(dates, "dates")), None
    triggers = dates.events[dates.events["kind"] == "trigger"]
    return list(triggers["date"]), triggers["point"].to_numpy()
