"""Wilder's Relative Strength Index, and the stretches in which it is extreme.

RSI = 100 − 100 / (1 + average gain / average loss). Both averages start from the simple mean of the first `period`
changes and go on by Wilder's recursion (the newest change weighs 1/period). A series that has not moved has no RSI:
it is undefined (NaN), neither 0, 50 nor 100. Source: Wilder (1978), New Concepts in Technical Trading Systems.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

import numpy as np
import pandas as pd

from tools.average_working import last_averages, rsi_steps
from tools.averages import smoothed
from tools.compiled import kernel
from tools.methodology import METHOD
from tools.parameters import Number, SeriesInput, checked
from tools.result import Result
from tools.scans import head_after, row_weights, rsi_rows
from tools.series import as_series, at, leading_blanks, spoken, when
from tools.wording import fixed, listed, points
from tools.working import WorkingStep

if TYPE_CHECKING:
    import plotly.graph_objects as go

_DRAWN = 250  # bars: about a year of days
_LAST = 8  # readings told one by one
_STILL = 1e-14  # an average move this small against the level is rounding, not movement

Span = Annotated[int, Number("periods", "bars", low=2, high=100_000, whole=True)]
Line = Annotated[float, Number("level", "RSI points", low=0, high=100, open_low=True)]


@checked
def rsi(series: SeriesInput, period: Span = METHOD.rsi_period.value) -> pd.Series:
    """Wilder's RSI of a series, 0 to 100; NaN for the first `period` bars and where the series has not moved.

    Args:
        series: prices, oldest first; in the method, VIX futures.
        period: number of changes in each average.

    Returns:
        A Series named "rsi" of the same length and index.

    Raises:
        ToolError: fewer than period + 1 values, or values that are no numbers.
    """
    values = as_series(series, "series", period + 1, copy=False)
    data = values.to_numpy()
    first = leading_blanks(data)
    alpha, end = 1.0 / period, min(len(data), first + 1 + head_after(period - 1))
    change = np.diff(data[first:end])
    gain = smoothed(np.maximum(change, 0.0), period, alpha, "sma")
    loss = smoothed(np.maximum(-change, 0.0), period, alpha, "sma")
    total = gain + loss
    moved = total > _STILL * np.abs(data[first + 1 : end])
    out = np.empty(len(data))
    out[: first + 1] = np.nan
    # the share is taken first: a quotient of equals is exactly 1, so that no rounding lifts the RSI above 100
    out[first + 1 : end] = 100.0 * np.divide(gain, total, out=np.full(len(change), np.nan), where=moved)
    if end < len(data):
        run = kernel("rsi", len(data)) or rsi_rows
        run(np.ascontiguousarray(data), end, gain[-1], loss[-1], alpha, _STILL, row_weights(alpha), out)
    result = pd.Series(out, index=values.index, name="rsi", copy=False)
    result.attrs = dict(values.attrs)
    return result


@dataclass(frozen=True, kw_only=True)
class RsiExtreme(Result):
    """The RSI of a series and its stretches above a line.

    Attributes:
        rsi: RSI per bar, 0 to 100; NaN in the warm-up and where undefined.
        events: [date, point, kind, rsi], oldest first; kind "above" on the first bar above the line, "back" on the first
            bar at or below it again. `date` is a time stamp, or the point for undated series.
        latest: RSI of the last bar; NaN where undefined.
        extreme: whether the last bar stands above the line.
        bars_above: how many bars stand above it.
        first: the first RSI of the series, on point `period` + 1 of its numbers; NaN where undefined.
        average_gain, average_loss: Wilder's averages behind the last RSI; None of more than 250 bars.
        last: the last readings, eight at most, oldest first; () where one of them is undefined, or of more than 250 bars.
    """

    tool: ClassVar[str] = "rsi_extreme"
    rsi: pd.Series
    events: pd.DataFrame
    latest: float
    extreme: bool
    bars_above: int
    first: float
    average_gain: float | None
    average_loss: float | None
    last: tuple[float, ...] = ()

    def summary(self) -> str:
        """The last RSI, whether it is extreme, and when it last became so."""
        period, above = self.inputs["period"], self.inputs["above"]
        last = spoken(when(self.rsi.index, [len(self.rsi) - 1])[0])
        if np.isnan(self.latest):
            lines = [
                f"**RSI({period}) is undefined** at the last bar ({last}): the series has not moved, so there is no ratio."
            ]
        else:
            word = "above" if self.extreme else "not above"
            lines = [
                f"**RSI({period}) is {fixed(self.latest, 2)}** at the last bar ({last}), {word} {above:g}{self._averages()}."
            ]
        entered = self.events[self.events["kind"] == "above"]
        if len(entered):
            times = "once," if len(entered) == 1 else f"{len(entered):,} times, last"
            lines.append(
                f"It rose above {above:g} {times} {at(entered['date'].iloc[-1])}; "
                f"{self.bars_above:,} of {len(self.rsi):,} bars stand above."
            )
        else:
            lines.append(f"It rose above {above:g} nowhere in the {len(self.rsi):,} bars.")
        lines.extend(self._latest())
        lines.append(
            f"In the method an RSI of VIX futures above {METHOD.rsi_above.value:g} calls for a review of the wings; "
            "the primary article does not say how to adjust them."
        )
        return "\n".join(f"- {line}" for line in lines)

    def _latest(self) -> list[str]:
        """The readings on the last bars, and which of them stand above the line."""
        count, line = len(self.last), self.inputs["above"]
        if count < 2:
            return []
        names = list(map(spoken, when(self.rsi.index, range(len(self.rsi) - count, len(self.rsi)))))
        over = [name for name, value in zip(names, self.last, strict=True) if value > line]
        where = f"{'all' if len(over) == count else listed(over)} above" if over else "none above"
        values = ", ".join(fixed(value, 1) for value in self.last)
        return [f"The last {count:,} readings, {names[0]} to {names[-1]}: {values}; {where} {line:g}."]

    def _averages(self) -> str:
        """Both averages behind the last RSI and, of a series that goes on from there, the first RSI."""
        if self.average_gain is None or self.average_loss is None:
            return ""
        said = f"; average gain {fixed(self.average_gain, 4)}, average loss {fixed(self.average_loss, 4)}"
        if self.average_loss > 0:
            said += f" (RS {fixed(self.average_gain / self.average_loss, 4)})"
        begin, period = leading_blanks(self.rsi.to_numpy()), self.inputs["period"]
        if begin == len(self.rsi) - 1:
            gains, losses = (points(each * period) for each in (self.average_gain, self.average_loss))
            return f"{said}: gains of {gains} and losses of {losses} in {period:,} changes"
        if np.isnan(self.first):
            return said
        return f"{said}. The first RSI, {at(when(self.rsi.index, [begin])[0])}, is {fixed(self.first, 2)}"

    def working(self) -> tuple[WorkingStep, ...]:
        """The last bar: its change, both averages, the RSI."""
        data = self.inputs["series"].to_numpy()
        return tuple(rsi_steps(data[leading_blanks(data) :], self.inputs["period"]))

    def figure(self) -> go.Figure:
        """The RSI with the line that calls it extreme."""
        import plotly.graph_objects as go

        from tools.series import dates_of

        drawn = self.rsi.tail(_DRAWN)
        dates = dates_of(drawn.index)
        x: Any = np.arange(len(self.rsi) - len(drawn) + 1, len(self.rsi) + 1) if dates is None else dates
        above, period = self.inputs["above"], self.inputs["period"]
        figure = go.Figure(go.Scatter(x=x, y=drawn, name=f"RSI({period})", line={"color": "#1f4e79", "width": 1.5}))
        figure.add_hline(y=above, line={"color": "#c62828", "dash": "dash"}, annotation_text=f"extreme above {above:g}")
        figure.update_layout(
            template="plotly_white",
            title={"text": f"RSI({period}) of {self.inputs['series'].name or 'the series'}, last {len(drawn):,} bars"},
            xaxis={"title": {"text": "Point" if dates is None else "Date"}},
            yaxis={"title": {"text": "RSI (0 to 100)"}, "range": [0, 100]},
        )
        return figure


@checked
def rsi_extreme(
    series: SeriesInput, period: Span = METHOD.rsi_period.value, above: Line = METHOD.rsi_above.value
) -> RsiExtreme:
    """Find when the RSI of a series rose above a line, 70 in the method.

    Args:
        series: prices, oldest first; in the method, VIX futures.
        period: number of changes in each average.
        above: RSI above which a reading counts as extreme.

    Raises:
        ToolError: fewer than period + 1 values, or values that are no numbers.
    """
    values = as_series(series, "series", period + 1)
    index = rsi(values, period)
    over = (index > above).to_numpy()
    before = np.concatenate(([False], over[:-1]))
    turns = np.flatnonzero(over != before)
    data = values.to_numpy()
    data = data[leading_blanks(data) :]
    gain, loss = last_averages(data, period) if len(data) <= _DRAWN else (None, None)
    return RsiExtreme(
        inputs={"series": values, "period": period, "above": above},
        assumptions=(METHOD.assume("rsi_above", above), METHOD.assume("rsi_period", period)),
        rsi=index,
        events=pd.DataFrame(
            {
                "date": when(values.index, turns),
                "point": turns + 1,
                "kind": np.where(over[turns], "above", "back").astype(object),
                "rsi": index.to_numpy()[turns],
            }
        ),
        latest=float(index.iloc[-1]),
        extreme=bool(over[-1]),
        bars_above=int(over.sum()),
        first=float(index.iloc[len(values) - len(data) + period]),
        average_gain=gain,
        average_loss=loss,
        last=_last_readings(index) if len(data) <= _DRAWN else (),
    )


def _last_readings(index: pd.Series) -> tuple[float, ...]:
    """The readings on the last bars that have one; () where one of them is undefined."""
    data = index.to_numpy()
    data = data[leading_blanks(data) :][-_LAST:]
    return () if np.isnan(data).any() else tuple(data.tolist())
