"""How near dates lie to macro events: FOMC decisions, CPI and PPI releases, or any dates of the user's.

Distances are calendar days. How many dates would lie as near by chance is given beside, since a few days around eight
meetings a year already cover a good part of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

import numpy as np
import pandas as pd

from tools.calendar_days import Calendar, CalendarInput, as_given, nearest, read_calendar
from tools.cues import CueInput
from tools.days import iso, read_days
from tools.errors import ToolError
from tools.expression import figure
from tools.methodology import Assumption
from tools.parameters import Number, checked
from tools.result import Result
from tools.trigger import MacdTrigger
from tools.wording import counted, listed, percent
from tools.working import WorkingStep, step
from tools.yearless import Labels

if TYPE_CHECKING:
    import plotly.graph_objects as go

Span = Annotated[int, Number("count", "calendar days", low=0, high=60, whole=True)]
_LISTED = 8
_MANY = 4  # fewer events are no calendar that could end too early, and say nothing about chance
_OPEN = (
    "The primary article watches FOMC, CPI and PPI beside the signal; it gives no number of days, "
    "and no rule for a signal on the day itself."
)


@dataclass(frozen=True, kw_only=True)
class EventWindow(Result):
    """Dates and the events nearest to them.

    Attributes:
        frame: one row a date [date, event, event_date, distance, next_date, inside, covered]; `distance` in calendar days,
            positive when the event is still to come; `next_date` is the first event on or after the date; `covered` is
            whether the calendar reaches that date (a handful of events is no calendar, and reaches every date).
        inside: how many dates have an event within the window.
        each: (date, event, its date, calendar days to it) of every event of a handful, for each date; () of a calendar.
        days_near: days of the calendar's stretch that lie within the window, and all its days; (0, 0) for a handful of events.
        by_chance: their ratio; None for a handful of events.
        first, last: first and last day of the calendar.
        source: where the calendar comes from.
    """

    tool: ClassVar[str] = "event_window"
    frame: pd.DataFrame
    inside: int
    each: tuple[tuple[str, str, str, int], ...]
    days_near: tuple[int, int]
    by_chance: float | None
    first: str
    last: str
    source: str

    def summary(self) -> str:
        """How many dates lie near an event, which, what chance alone would do, and what the article leaves open."""
        days, count = self.inputs["days"], len(self.frame)
        span = "on the same day as" if days == 0 else f"within {days} calendar day{'' if days == 1 else 's'} of"
        said = [_said(row) for row in self.frame.tail(_LISTED).to_dict("records")]
        if count == 1:
            lines = [f"**{said[0]}**", f"That is {'' if self.inside else 'not '}{span} an event."]
        else:
            lines = [f"**{self.inside:,} of {count:,} dates lie {span} an event.**", *said]
        if len(self.each) > count and len(self.each) <= _LISTED:
            told = (f"{name} on {day} {_apart(gap)} {date}" for date, name, day, gap in self.each)
            lines.append(f"Every event, in calendar days: {listed(told)}.")
        if count > len(said):
            lines.append(f"Only the last {len(said)} are listed here.")
        if self.by_chance is not None:
            chance = percent(self.by_chance)
            lines.append(f"By chance alone {chance} of days lie as near: compare before reading anything into it.")
            missed = int((~self.frame["covered"]).sum())
            outside = f"; dates outside it: {missed:,}" if missed else ""
            lines.append(f"The calendar ({self.source}) reaches from {self.first} to {self.last}{outside}.")
        lines.append(_OPEN)
        return "\n".join(f"- {line}" for line in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """The count inside the window, chance beside it, and the distance of the last dates."""
        steps = [step("Dates near an event", figure(self.inside) / len(self.frame), "%")]
        if self.by_chance is not None:
            near, days = self.days_near
            steps.append(step("Days of the calendar's stretch that lie as near", figure(near) / days, "%"))
        rows = self.frame[self.frame["covered"]].tail(_LISTED)
        for date, event, gap in zip(rows["date"], rows["event_date"], rows["distance"], strict=True):
            steps.append(step(f"From {iso(date)} to {iso(event)}", figure(gap), "calendar days"))
        return tuple(steps)

    def figure(self) -> go.Figure:
        """Distance of each date to its nearest event, with the window shaded."""
        import plotly.graph_objects as go

        days = self.inputs["days"]
        shown = self.frame[self.frame["covered"]]
        figure = go.Figure(
            go.Scatter(
                x=shown["date"],
                y=shown["distance"],
                mode="markers",
                text=shown["event"],
                marker={"color": np.where(shown["inside"], "#c62828", "#1f4e79"), "size": 9},
            )
        )
        figure.add_hrect(y0=-days - 0.3, y1=days + 0.3, fillcolor="#f2c14e", opacity=0.25, line_width=0)
        figure.update_layout(
            template="plotly_white",
            title={"text": "Days to the nearest event"},
            xaxis={"title": {"text": "Date"}},
            yaxis={"title": {"text": "Calendar days (above 0: still to come)"}},
        )
        return figure


@checked
def event_window(
    dates: CueInput, events: CalendarInput | None = None, days: Span = 3, names: Labels | None = None
) -> EventWindow:
    """Measure how near dates, or a series' triggers, lie to FOMC decisions or to events of your own.

    Args:
        dates: the dates to look at, or a `macd_trigger` result whose triggers are taken.
        events: dates of your own (CPI, PPI, …) or a table of them with their names; FOMC decisions when left out.
        days: how many calendar days before or after an event still count as near.
        names: what the events of a list are, such as CPI and PPI, one name for each.

    Raises:
        ToolError: dates or events that are none, or a trigger result of an undated series.
    """
    asked, calendar = _asked(dates), read_calendar(events, called=names)
    near = nearest(calendar, asked)
    long = len(calendar.days) >= _MANY
    covered = np.full(len(asked), True) if not long else (asked >= calendar.days[0]) & (asked <= calendar.days[-1])
    inside = near["distance"].abs() <= days
    days_near = _days_near(calendar, days) if long else (0, 0)
    near.insert(0, "date", asked)
    near["inside"] = inside
    near["covered"] = covered | inside.to_numpy()
    return EventWindow(
        inputs={"dates": dates if isinstance(dates, (MacdTrigger, pd.DataFrame)) else [iso(day) for day in asked]}
        | ({} if events is None else {"events": as_given(events)})
        | {"days": days}
        | ({} if names is None else {"names": list(names)}),
        assumptions=(
            Assumption("days", days, "assumption", "The article gives no number of days; this window is a choice."),
            Assumption("calendar", calendar.source, "convention", f"Events from: {calendar.source}."),
        ),
        frame=near,
        inside=int(inside.sum()),
        each=() if long or isinstance(dates, (MacdTrigger, pd.DataFrame)) else _each(asked, calendar),
        days_near=days_near,
        by_chance=days_near[0] / days_near[1] if long else None,
        first=iso(calendar.days[0]),
        last=iso(calendar.days[-1]),
        source=calendar.source,
    )


def _each(asked: pd.DatetimeIndex, calendar: Calendar) -> tuple[tuple[str, str, str, int], ...]:
    """Every event of a handful from each date."""
    return tuple(
        (iso(date), name, iso(day), (day.normalize() - date.normalize()).days)
        for date in asked
        for name, day in zip(calendar.names, calendar.days, strict=True)
    )


def _apart(gap: int) -> str:
    """'2 days before', '5 days after' or 'on', said of an event."""
    return "on" if gap == 0 else f"{counted(abs(gap), 'day')} {'after' if gap > 0 else 'before'}"


def _asked(dates: Any) -> pd.DatetimeIndex:
    if isinstance(dates, MacdTrigger):
        triggers = dates.events[dates.events["kind"] == "trigger"]["date"]
        if triggers.empty:
            raise ToolError("dates", "a series without a trigger", "dates, or a series with triggers", "Give the dates.")
        if not isinstance(triggers.iloc[0], pd.Timestamp):
            raise ToolError("dates", "points of an undated series", "dates", "Load the series with its dates.")
        return read_days(list(triggers), "dates")
    if isinstance(dates, pd.DataFrame):
        column = next((c for c in ("known_on", "date") if c in dates.columns), None)
        if column is None:
            raise ToolError("dates", list(map(str, dates.columns)), "a table with a `date` column", "Rename the column.")
        return read_days(list(dates[column]), "dates")
    return read_days(dates, "dates")


def _days_near(calendar: Calendar, days: int) -> tuple[int, int]:
    """How many of the days from the first to the last event have an event within the window, and how many days there are."""
    stretch = pd.date_range(calendar.days[0], calendar.days[-1])
    return int((nearest(calendar, stretch)["distance"].abs() <= days).sum()), len(stretch)


def _said(row: dict[Any, Any]) -> str:
    gap = int(row["distance"])
    if not row["covered"]:
        return f"{iso(row['date'])}: outside the calendar."
    when = "the same day" if gap == 0 else f"{abs(gap):,} day{'' if abs(gap) == 1 else 's'} {'later' if gap > 0 else 'earlier'}"
    coming = row["next_date"]
    later = "" if gap >= 0 or pd.isna(coming) else f"; the next is on {iso(coming)}"
    return f"{iso(row['date'])}: {row['event']} on {iso(row['event_date'])}, {when}{' (near)' if row['inside'] else ''}{later}."
