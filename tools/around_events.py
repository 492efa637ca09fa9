"""What a dated series did around macro events: its value some bars before each, on its day, and as many bars after.

The bar of an event is the first one on its day or after it. How often the series rose over a stretch of the same length
anywhere is given beside, since a series that mostly rises also rises around most events.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar

import numpy as np
import pandas as pd

from tools.calendar_days import CalendarInput, as_given, read_calendar
from tools.days import iso
from tools.errors import ToolError
from tools.expression import figure
from tools.methodology import Assumption
from tools.parameters import Number, SeriesInput, checked
from tools.result import Result
from tools.series import as_series, dates_of, spoken
from tools.wording import counted, percent, significant
from tools.working import WorkingStep, step

if TYPE_CHECKING:
    import plotly.graph_objects as go

Bars = Annotated[int, Number("count", "bars", low=1, high=60, whole=True)]
_LISTED = 8
_OPEN = (
    "The primary article watches FOMC, CPI and PPI beside the signal and states no size of move around them; what a series "
    "did around past events predicts nothing."
)


@dataclass(frozen=True, kw_only=True)
class AroundEvents(Result):
    """A series around events.

    Attributes:
        frame: one row an event inside the series [event, event_date, bar, before, on, after, change]; `bar` is the date of
            the bar taken for the event, `change` = after − before, in the series' own unit.
        rose: events around which the series rose.
        median: the median change.
        usual: share of all stretches of the same length over which the series rose, 0 to 1.
        left_out: events outside the series, or too near to an end of it.
        source: where the calendar comes from.
    """

    tool: ClassVar[str] = "around_events"
    frame: pd.DataFrame
    rose: int
    median: float
    usual: float
    left_out: int
    source: str

    def summary(self) -> str:
        """How often the series rose around an event, how often anywhere, and the last events one by one."""
        name, window, count = self.inputs["series"].name or "the series", self.inputs["window"], len(self.frame)
        lines = [
            f"**Around {counted(count, 'event')} {name} rose {self.rose:,} time{'' if self.rose == 1 else 's'}, "
            f"from {counted(window, 'bar')} before to {counted(window, 'bar')} after;** "
            f"the median change is {significant(self.median, 4, '+')}.",
            f"Over stretches of the same length anywhere it rose in {percent(self.usual)} of cases, "
            f"around the events in {percent(self.rose / count)}: compare before reading anything into it.",
        ]
        for row in self.frame.tail(_LISTED).to_dict("records"):
            lines.append(
                f"{row['event']} on {iso(row['event_date'])}: {significant(row['before'], 6)} before, "
                f"{significant(row['on'], 6)} on the day, {significant(row['after'], 6)} after "
                f"({significant(row['change'], 4, '+')})."
            )
        if count > _LISTED:
            lines.append(f"Only the last {_LISTED} are listed here.")
        lines += [f"Events from: {self.source}.", _OPEN]
        return "\n".join(f"- {line}" for line in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """The share of rises, and the change around each of the last events."""
        rows = self.frame.tail(_LISTED)
        changes = zip(rows["event_date"], rows["before"], rows["after"], strict=True)
        return (
            step("Events around which it rose", figure(self.rose) / len(self.frame), "%"),
            *(step(f"Change around {iso(day)}", figure(after) - before) for day, before, after in changes),
        )

    def figure(self) -> go.Figure:
        """The change around each event."""
        import plotly.graph_objects as go

        window = self.inputs["window"]
        figure = go.Figure(go.Bar(x=self.frame["event_date"], y=self.frame["change"], text=self.frame["event"]))
        figure.update_traces(marker={"color": np.where(self.frame["change"] > 0, "#c2752c", "#1b7567")}, textposition="none")
        figure.update_layout(
            template="plotly_white",
            title={"text": f"Change from {window} before to {window} after each event"},
            xaxis={"title": {"text": "Event"}},
            yaxis={"title": {"text": "Change in the series' own unit"}},
        )
        return figure


@checked
def around_events(series: SeriesInput, events: CalendarInput | None = None, window: Bars = 3) -> AroundEvents:
    """Show what a series did around FOMC decisions or events of your own: before, on the day, and after.

    Args:
        series: values with their dates, oldest first.
        events: dates of your own (CPI, PPI, …) or a table of them with their names; FOMC decisions when left out.
        window: how many bars before and after an event are compared.

    Raises:
        ToolError: a series without dates, or no event with so many bars on either side.
    """
    values, calendar = as_series(series, "series", 2 * window + 1), read_calendar(events)
    dates = dates_of(values.index)
    if dates is None:
        raise ToolError("series", "a series without dates", "a series with its dates", "Load it with a column of dates.")
    data, days = values.to_numpy(), dates.tz_localize(None).normalize()
    places = np.searchsorted(days.values, calendar.days.values)
    inside = (calendar.days >= days[0]) & (places - window >= 0) & (places + window < len(data))
    inside[inside] &= ~np.isnan(data[places[inside] - window])
    if not inside.any():
        seen = f"a series from {spoken(dates[0])} to {spoken(dates[-1])}"
        raise ToolError("events", seen, f"events with {counted(window, 'bar')} of the series on either side")
    at = places[inside]
    frame = pd.DataFrame(
        {
            "event": np.array(calendar.names, dtype=object)[inside],
            "event_date": calendar.days[inside],
            "bar": dates[at],
            "before": data[at - window],
            "on": data[at],
            "after": data[at + window],
        }
    )
    frame["change"] = frame["after"] - frame["before"]
    anywhere = data[2 * window :] - data[: -2 * window]
    return AroundEvents(
        inputs={"series": values} | ({} if events is None else {"events": as_given(events)}) | {"window": window},
        assumptions=(
            Assumption("window", window, "assumption", "The article gives no number of bars; this window is a choice."),
            Assumption("calendar", calendar.source, "convention", f"Events from: {calendar.source}."),
        ),
        frame=frame,
        rose=int((frame["change"] > 0).sum()),
        median=float(frame["change"].median()),
        usual=float(np.mean(anywhere[~np.isnan(anywhere)] > 0)),
        left_out=int((~inside).sum()),
        source=calendar.source,
    )
