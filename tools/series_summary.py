"""A series at a glance: its last, highest, lowest and middle values, and how often it stood above a level."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

import numpy as np
import pandas as pd

from tools.expression import figure
from tools.parameters import Number, SeriesInput, checked
from tools.result import Result
from tools.series import as_series, at, dates_of, leading_blanks, when
from tools.wording import percent, significant
from tools.working import WorkingStep, step

if TYPE_CHECKING:
    import plotly.graph_objects as go

Line = Annotated[float, Number("level", "the series' own unit", low=-1e12, high=1e12)]


@dataclass(frozen=True, kw_only=True)
class SeriesSummary(Result):
    """A series at a glance. Blanks before its first value do not count.

    Attributes:
        count: how many values.
        last, highest, lowest: these values; of several equally high or low the latest.
        last_on, highest_on, lowest_on: their dates, or their points for an undated series.
        mean, median: of all values.
        rank: share of the values that are below the last one, 0 to 1.
        bars_above: how many values are above `above`; None where no level is asked about.
        last_above: the date or point of the latest of them; None where there is none.
        rise, fall: the largest steps up and down from one value to the next; None of a single value, or where there is none.
        rise_on, fall_on: the dates or points on which they were made.
        rise_share, fall_share: the largest steps as shares of the value before; None also where a value is not above zero.
        rise_share_on, fall_share_on: their dates or points.
        run_above, run_below: values of the longest unbroken run above `above`, and of the longest below it.
        run_above_on, run_below_on: the first and the last date or point of each; None where there is none.
    """

    tool: ClassVar[str] = "series_summary"
    count: int
    last: float
    highest: float
    lowest: float
    last_on: Any
    highest_on: Any
    lowest_on: Any
    mean: float
    median: float
    rank: float
    bars_above: int | None = None
    last_above: Any = None
    rise: float | None = None
    rise_on: Any = None
    fall: float | None = None
    fall_on: Any = None
    rise_share: float | None = None
    rise_share_on: Any = None
    fall_share: float | None = None
    fall_share_on: Any = None
    run_above: int | None = None
    run_above_on: tuple[Any, Any] | None = None
    run_below: int | None = None
    run_below_on: tuple[Any, Any] | None = None

    def summary(self) -> str:
        """Each of them with its date, and the level asked about."""
        name = self.inputs["series"].name or "the series"
        if self.count == 1 and self.bars_above is None:
            return f"- **{str(name)[:1].upper()}{str(name)[1:]}: {significant(self.last, 6)}**, {at(self.last_on)}."
        lines = [
            f"**Last value of {name}: {significant(self.last, 6)}**, {at(self.last_on)}; "
            f"{percent(self.rank)} of {self.count:,} values are lower.",
            f"Highest: {significant(self.highest, 6)}, {at(self.highest_on)}{self._often(self.highest)}. "
            f"Lowest: {significant(self.lowest, 6)}, {at(self.lowest_on)}{self._often(self.lowest)}.",
            f"Mean {significant(self.mean, 6)}, median {significant(self.median, 6)}.",
        ]
        steps = [
            f"{word} {significant(abs(size), 6)}, {at(on)}"
            for word, size, on in (("rise", self.rise, self.rise_on), ("fall", self.fall, self.fall_on))
            if size is not None
        ]
        if steps:
            lines.append(f"Largest step from one value to the next: {'; '.join(steps)}.")
        shares = [
            f"{word} {percent(abs(size))}, {at(on)}"
            for word, size, on in (
                ("rise", self.rise_share, self.rise_share_on),
                ("fall", self.fall_share, self.fall_share_on),
            )
            if size is not None
        ]
        if shares:
            lines.append(f"In percent of the value before: {'; '.join(shares)}.")
        if self.bars_above is not None:
            share = percent(self.bars_above / self.count)
            latest = f", last {at(self.last_above)}" if self.bars_above else ""
            runs = [line for line in (self._run("above"), self._run("below")) if line]
            lines.insert(0, f"Longest run in a row: {'; '.join(runs)}.")
            lines.insert(
                0, f"**Above {self.inputs['above']:g}: {self.bars_above:,} of {self.count:,} values ({share})**{latest}."
            )
        return "\n".join(f"- {line}" for line in lines)

    def _run(self, side: str) -> str:
        """The longest run on one side of the level, in words; "" where there is none."""
        bars, ends = (self.run_above, self.run_above_on) if side == "above" else (self.run_below, self.run_below_on)
        if not bars or ends is None:
            return ""
        first, last = (at(end).removeprefix("on ").removeprefix("at ") for end in ends)
        return f"{bars:,} {side} {self.inputs['above']:g}, " + (f"from {first} to {last}" if bars > 1 else at(ends[0]))

    def _often(self, value: float) -> str:
        """How often an extreme was reached, where that was more than once."""
        times = int((self._values == value).sum())
        return f" ({times:,} times, this the last)" if times > 1 else ""

    def working(self) -> tuple[WorkingStep, ...]:
        """The shares and the mean, with the numbers put in."""
        data = self._values
        steps = [
            step("Mean", figure(float(data.sum())) / self.count),
            step("Share of lower values", figure(int((data < self.last).sum())) / self.count, "%"),
        ]
        if self.bars_above is not None:
            steps.append(step(f"Share above {self.inputs['above']:g}", figure(self.bars_above) / self.count, "%"))
        return tuple(steps)

    def figure(self) -> go.Figure:
        """The series with its highest, lowest and last value, and the level asked about."""
        import plotly.graph_objects as go

        series: pd.Series = self.inputs["series"]
        dates = dates_of(series.index)
        x: Any = np.arange(1, len(series) + 1) if dates is None else dates
        figure = go.Figure(go.Scatter(x=x, y=series, mode="lines", line={"color": "#1f4e79"}, name=str(series.name or "value")))
        marks = [(self.highest_on, self.highest), (self.lowest_on, self.lowest), (self.last_on, self.last)]
        figure.add_scatter(x=[m[0] for m in marks], y=[m[1] for m in marks], mode="markers", marker={"color": "#c62828"})
        if "above" in self.inputs:
            figure.add_hline(y=self.inputs["above"], line={"color": "#7d8a85", "dash": "dash"})
        figure.update_layout(
            template="plotly_white",
            title={"text": f"{series.name or 'The series'}: last, highest and lowest"},
            showlegend=False,
            xaxis={"title": {"text": "Point" if dates is None else "Date"}},
            yaxis={"title": {"text": "Value"}},
        )
        return figure

    @property
    def _values(self) -> np.ndarray:
        data: np.ndarray = self.inputs["series"].to_numpy()
        return data[leading_blanks(data) :]


@checked
def series_summary(series: SeriesInput, above: Line | None = None) -> SeriesSummary:
    """Give a series' last, highest, lowest and middle values, and how often it stood above a level.

    Args:
        series: values, oldest first.
        above: a level to count the values above.

    Raises:
        ToolError: no values, or values that are no numbers.
    """
    values = as_series(series, "series", 1)
    data = values.to_numpy()
    skipped = leading_blanks(data)
    held = data[skipped:]
    # Of several equally high or low the latest: the first of the values turned round.
    high, low, end = (len(held) - 1 - int(n) for n in (np.argmax(held[::-1]), np.argmin(held[::-1]), 0))
    high_on, low_on, end_on = when(values.index, [skipped + n for n in (high, low, end)])
    over = np.flatnonzero(held > above) if above is not None else np.array([], dtype=int)
    steps = np.diff(held)
    rose, fell = (_extreme(steps, values.index, skipped + 1, sign) for sign in (1, -1))
    shares = steps / held[:-1] if (held > 0).all() else steps[:0]
    rose_share, fell_share = (_extreme(shares, values.index, skipped + 1, sign) for sign in (1, -1))
    above_run, below_run = (
        (None, None) if above is None else _longest(side, values.index, skipped) for side in _sides(held, above)
    )
    return SeriesSummary(
        inputs={"series": values} | ({} if above is None else {"above": above}),
        count=len(held),
        last=float(held[end]),
        highest=float(held[high]),
        lowest=float(held[low]),
        last_on=end_on,
        highest_on=high_on,
        lowest_on=low_on,
        mean=float(f"{held.mean():.15g}"),
        median=float(np.median(held)),
        rank=float((held < held[-1]).mean()),
        bars_above=None if above is None else len(over),
        last_above=when(values.index, [skipped + int(over[-1])])[0] if len(over) else None,
        rise=rose[0],
        rise_on=rose[1],
        fall=fell[0],
        fall_on=fell[1],
        rise_share=rose_share[0],
        rise_share_on=rose_share[1],
        fall_share=fell_share[0],
        fall_share_on=fell_share[1],
        run_above=above_run[0],
        run_above_on=above_run[1],
        run_below=below_run[0],
        run_below_on=below_run[1],
    )


def _extreme(steps: np.ndarray, index: pd.Index, first: int, sign: int) -> tuple[float | None, Any]:
    """The largest step of one sign and where it ends; of several the latest."""
    if not len(steps) or not (sign * steps).max() > 0:
        return None, None
    place = len(steps) - 1 - int(np.argmax((sign * steps)[::-1]))
    return float(f"{steps[place]:.12g}"), when(index, [first + place])[0]


def _sides(held: np.ndarray, above: float | None) -> tuple[np.ndarray, np.ndarray]:
    level = np.inf if above is None else above
    return held > level, held < level


def _longest(inside: np.ndarray, index: pd.Index, skipped: int) -> tuple[int, tuple[Any, Any] | None]:
    """How many values the longest unbroken run has, with its first and last; of several equally long the latest."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], inside, [False]]).astype(np.int8)))
    if not len(edges):
        return 0, None
    starts, ends = edges[::2], edges[1::2]
    lengths = ends - starts
    place = len(lengths) - 1 - int(np.argmax(lengths[::-1]))
    first, last = when(index, [skipped + int(starts[place]), skipped + int(ends[place]) - 1])
    return int(lengths[place]), (first, last)
