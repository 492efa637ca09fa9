"""The method's trigger: the MACD line crosses above its signal line while the histogram expands positively.

The trigger (cross and expansion) and the level (depressed or not) are reported apart, then together as `confirmed`.
A bar is judged with the data up to that bar; the earliest bar on which one can act on it is the next one.
Source of the rule: the primary article; of what it leaves open: `methodology.METHOD`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

import numpy as np
import pandas as pd

from tools import trigger_words
from tools.average_working import macd_steps
from tools.averages import Seed
from tools.crossings import Crossings, crossings
from tools.days import read_days
from tools.errors import ToolError
from tools.levels import Scale, level_steps, normalised
from tools.lost_points import Mended, macd_mended
from tools.macd import require_length, require_order
from tools.methodology import METHOD
from tools.other_seed import OtherSeed, other_seed
from tools.parameters import Number, Periods, SeriesInput, checked
from tools.peaks import higher_highs
from tools.result import Result
from tools.series import as_series, at, leading_blanks, named, when
from tools.working import WorkingStep, step

if TYPE_CHECKING:
    import plotly.graph_objects as go

_WAY = {"trigger": "up, expanding", "cross_up": "up", "cross_down": "down"}
_POINTS = 2.0  # volatilities from here up are in percent
SHORT = 200  # up to here the early values depend on the seed enough to show both

Window = Annotated[int, Number("periods", "bars", low=2, high=100_000, whole=True)]
Threshold = Annotated[float, Number("level", "on the normalised scale", low=0, open_low=True)]


@dataclass(frozen=True, kw_only=True)
class MacdTrigger(Result):
    """Crosses, expansion, level and triggers of one series.

    Attributes:
        frame: per bar [value, normalised, macd, signal, histogram, cross_up, expanding, depressed, trigger, cross_down,
            confirmed]; trigger = cross_up and expanding, confirmed = trigger and depressed. Warm-up NaN or False.
        events: [date, point, kind, value, normalised, histogram, depressed], oldest first; kind is "trigger", "cross_up"
            (a bullish cross without expansion) or "cross_down". `date` is a time stamp, or the point for undated series.
        latest: the last bar as a mapping: date, point, the columns of `frame`, and side: whether the MACD line is
            "above", "below" or, up to rounding, "equal" to its signal line.
        bars: how many numbers were read.
        told: how many of them have a histogram.
        decimals: whether all values lie above 0 and below 2, as volatilities do where 0.19 stands for 19%.
        over_mean: the mean of all values and the last over it, where they are too few for a level by the mean; else None.
        mended: the last bar with single values put right that stand ten or a hundred times off their neighbours; else None.
        other_seed: the result under the other seed, for at most 200 values; otherwise None.
    """

    tool: ClassVar[str] = "macd_trigger"
    frame: pd.DataFrame
    events: pd.DataFrame
    latest: Mapping[str, Any]
    bars: int
    told: int
    decimals: bool
    over_mean: tuple[float, float] | None = None
    mended: Mended | None = None
    other_seed: OtherSeed | None = None

    def summary(self) -> str:
        """Triggers, crosses, last values, level, and how far the seed shows, in plain words."""
        return trigger_words.summary(self)

    def working(self) -> tuple[WorkingStep, ...]:
        """The last bar's averages, line, signal and histogram, its level, and the latest cross."""
        values, given = self.inputs["series"], self.inputs
        data = values.to_numpy()[leading_blanks(values.to_numpy()) :]
        steps = macd_steps(data, given["fast"], given["slow"], given["signal"], given["seed"])
        steps += level_steps(values, given["normalise"], given["window"])
        for row in self.events.tail(1).to_dict("records"):
            histogram = self.frame["histogram"].to_numpy()[row["point"] - 2 : row["point"]].tolist()
            steps.append(step(f"Histogram on the bar before the cross {at(row['date'])}", histogram[0]))
            steps.append(
                step(f"Histogram on the bar of the cross {at(row['date'])}", histogram[1], "", f"a cross {_WAY[row['kind']]}")
            )
        return tuple(steps)

    def figure(self) -> go.Figure:
        """Two panels: the series with its triggers, and MACD, signal and histogram below."""
        from tools.trigger_chart import trigger_chart

        return trigger_chart(self)

    def cues(self, start: Any = None) -> pd.DataFrame:
        """What adds tranches: one trigger, then the higher highs of the histogram after it, on the dates they are known.

        Args:
            start: date (or point, for undated series) of the trigger to begin with; the latest one when left out.

        Returns:
            DataFrame [date, kind, value], kind "trigger" or "higher_high", value the histogram; empty without a trigger.

        Raises:
            ToolError: no trigger stands at `start`.
        """
        triggers = self.events[self.events["kind"] == "trigger"]
        if start is not None:
            wanted = pd.Timestamp(start) if triggers["date"].dtype.kind == "M" else start
            triggers = triggers[triggers["date"] == wanted]
            if triggers.empty:
                raise ToolError("start", start, "the date (or point) of a trigger", "`events` lists them.")
        if triggers.empty:
            return pd.DataFrame({"date": [], "kind": [], "value": []})
        begin, bars = triggers.iloc[-1], self.frame["histogram"]
        highs = higher_highs(bars, int(begin["point"]) - 1)
        date, known = ("point", "known_point") if named(self.frame.index) else ("date", "known_on")  # names have no order
        return pd.DataFrame(
            {
                "date": [begin[date], *highs[known]],
                "kind": ["trigger", *["higher_high"] * len(highs)],
                "value": [float(begin["histogram"]), *highs["value"]],
            }
        )


@checked
def macd_trigger(
    series: SeriesInput,
    *,
    fast: Periods = METHOD.fast.value,
    slow: Periods = METHOD.slow.value,
    signal: Periods = METHOD.signal.value,
    seed: Seed = "sma",
    normalise: Scale = "mean",
    window: Window = METHOD.window.value,
    depressed_below: Threshold = METHOD.depressed_below.value,
    events_from: str | None = None,
) -> MacdTrigger:
    """Find when the MACD of a series crossed its signal line, whether it expanded, and from how low a level.

    A cross is a histogram above zero now and at or below zero one bar ago; differences within rounding count as zero,
    and the first bar with a signal cannot be a cross. On a cross up the histogram has risen, so it expands as well,
    unless the rise is mere rounding.

    Args:
        series: values, oldest first; in the method the implied volatility of the 10-delta SPX put, daily or weekly.
        fast: span of the fast average in bars; shorter than `slow`.
        slow: span of the slow average in bars.
        signal: span of the signal line in bars.
        seed: how each average starts: "sma" from the mean of its first values, "first" from the first value.
        normalise: what a value is held against to call it depressed, over the trailing window.
        window: length of that window in bars; until it is full there is no level.
        depressed_below: level under which a value counts as depressed.
        events_from: the first day whose crosses and triggers are told, as 2024-08-05; the values before it still make the
            averages and the level.

    Raises:
        ToolError: fewer than slow + signal − 1 values, fast not below slow, values that are no numbers, or a day to begin
            with for values without dates.
    """
    require_order(fast, slow)
    values = as_series(series)
    first = leading_blanks(values.to_numpy())
    bars = len(values) - first
    require_length(bars, slow, signal)
    spans = (fast, slow, signal)
    found = crossings(values.to_numpy(), first, spans, seed)
    level = normalised(values, normalise, window)
    depressed = (level < depressed_below).to_numpy()
    trigger = found.cross_up & found.expanding
    frame = pd.DataFrame(
        {
            "value": values.to_numpy(),
            "normalised": level.to_numpy(),
            "macd": found.macd,
            "signal": found.signal,
            "histogram": found.histogram,
            "cross_up": found.cross_up,
            "expanding": found.expanding,
            "depressed": depressed,
            "trigger": trigger,
            "cross_down": found.cross_down,
            "confirmed": trigger & depressed,
        },
        index=values.index,
    )
    if frame.index.name in frame.columns:
        frame.index.name = "date"
    given = {"fast": fast, "slow": slow, "signal": signal, "seed": seed, "normalise": normalise, "window": window}
    mean = float(values.mean()) if normalise == "mean" and bars < window else 0.0
    return MacdTrigger(
        inputs={"series": values, **given, "depressed_below": depressed_below, "events_from": events_from},
        assumptions=(
            METHOD.assume("trigger"),
            METHOD.assume("cross"),
            *(METHOD.assume(name, value) for name, value in given.items()),
            METHOD.assume("depressed_below", depressed_below),
        ),
        frame=frame,
        events=_since(_events(frame), events_from),
        latest=_latest(frame, found),
        bars=bars,
        told=int(np.isfinite(found.histogram).sum()),
        decimals=bool(values.min() > 0 and values.max() < _POINTS),
        mended=macd_mended(values, first, spans, seed),
        over_mean=(mean, float(values.iloc[-1]) / mean) if mean > 0 else None,
        other_seed=other_seed(values, first, spans, seed, found) if bars <= SHORT else None,
    )


def _events(frame: pd.DataFrame) -> pd.DataFrame:
    up, down, fired = (frame[name].to_numpy() for name in ("cross_up", "cross_down", "trigger"))
    at = np.flatnonzero(up | down)
    rows = frame.iloc[at]
    return pd.DataFrame(
        {
            "date": when(frame.index, at),
            "point": at + 1,
            "kind": np.where(fired[at], "trigger", np.where(up[at], "cross_up", "cross_down")).astype(object),
            **{name: rows[name].to_numpy() for name in ("value", "normalised", "histogram", "depressed")},
        }
    )


def _since(events: pd.DataFrame, day: str | None) -> pd.DataFrame:
    """The events from a day on; all of them where none is given."""
    if day is None:
        return events
    since = read_days([day], "events_from")[0]
    if events.empty:  # nothing is of a day before
        return events
    if not isinstance(events["date"].iloc[0], pd.Timestamp):
        raise ToolError("events_from", day, "left out for values without dates", "Give the values with their dates.")
    return events[events["date"] >= since].reset_index(drop=True)


def _latest(frame: pd.DataFrame, found: Crossings) -> dict[str, Any]:
    last = frame.iloc[-1]
    side = "above" if found.above[-1] else "below" if found.below[-1] else "equal"
    numbers = {k: float(last[k]) for k in ("value", "normalised", "macd", "signal", "histogram")}
    flags = {k: bool(last[k]) for k in ("cross_up", "expanding", "depressed", "trigger", "cross_down", "confirmed")}
    return {"date": when(frame.index, [len(frame) - 1])[0], "point": len(frame), **numbers, "side": side, **flags}
