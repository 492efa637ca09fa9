"""Market breadth: the advance–decline line, the running sum of advancing minus declining issues.

This is breadth, not Chaikin's accumulation/distribution line, which weighs volume and is often called "A/D" as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import pandas as pd

from tools.errors import ToolError
from tools.expression import figure as expression
from tools.expression import total
from tools.parameters import Level, Numbers, SeriesInput, checked
from tools.result import Result
from tools.series import as_series, at, dates_of, leading_blanks, when
from tools.wording import significant
from tools.working import WorkingStep, step

if TYPE_CHECKING:
    import plotly.graph_objects as go

_RATIOS = 5  # bars whose ratios are told
_SHOWN = 12


@checked
def ad_line(
    net: SeriesInput | None = None, *, advances: SeriesInput | None = None, declines: SeriesInput | None = None
) -> pd.Series:
    """The advance–decline line: the cumulative sum of advances minus declines, from zero.

    Args:
        net: advances minus declines per bar; or else give both counts.
        advances: advancing issues per bar.
        declines: declining issues per bar.

    Returns:
        A Series named "ad_line" of the same length and index, in issues; leading blanks stay blank.

    Raises:
        ToolError: neither `net` nor both counts, negative counts, or counts of different length or dates.
    """
    if (net is None) == (advances is None and declines is None):
        raise ToolError("net", "both forms" if net is not None else None, "either net, or advances and declines together")
    values = as_series(net, "net") if net is not None else _net(advances, declines)
    out = values.cumsum().rename("ad_line")
    out.attrs = dict(values.attrs)
    return out


@dataclass(frozen=True, kw_only=True)
class AdvanceDecline(Result):
    """The advance–decline line of a stretch of bars.

    Attributes:
        line: running value per bar, in issues.
        net: advances minus declines per bar.
        latest: the line on the last bar.
        total: its last value less where it started, the sum of all nets.
        highest, lowest: its extremes, on the bars `highest_on` and `lowest_on`; the first of several.
        falling, unchanged: bars on which more issues fell than rose, and on which as many.
        ratio: advances over declines on the last bar; None where none rose or none fell.
    """

    tool: ClassVar[str] = "advance_decline"
    line: pd.Series
    net: pd.Series
    latest: float
    total: float
    highest: float
    highest_on: Any
    lowest: float
    lowest_on: Any
    falling: int
    unchanged: int
    ratio: float | None

    def summary(self) -> str:
        """Every step for a short list, otherwise the last value and where it began."""
        start = self.inputs["start"]
        if len(self.net) <= _SHOWN:
            working = told_in_steps(start, self.net, self.line)
            ends = "is now" if len(self.net) == 1 else "ends at"
            return f"- **The A/D line {ends} {_issues(self.latest)}**: {working}.\n- {self._adds()}{self._course()}"
        last = at(when(self.line.index, [len(self.line) - 1])[0])
        return (
            f"- **The A/D line is {_issues(self.latest)} {last}**, from a start of {_issues(start)} over "
            f"{len(self.line):,} bars.\n"
            f"- Each step adds advances minus declines.{self._course()}"
        )

    def _course(self) -> str:
        """The sum of the nets of several bars, on how many it fell, and the peak and low of the line."""
        bars = len(self.net)
        if bars < 2:
            return ""
        level = f", {self.unchanged:,} unchanged" if self.unchanged else ""
        nets = f" ({', '.join(_signed(n).replace(' ', '') for n in self.net)})" if bars <= _SHOWN else ""
        return (
            f"\n- Total net of {bars:,} bars: {_signed(self.total).replace(' ', '')}{nets}; {self.falling:,} negative{level}.\n"
            f"- Peak of the line: {_issues(self.highest)} {at(self.highest_on)}; lowest: {_issues(self.lowest)} "
            f"{at(self.lowest_on)}."
        )

    def _adds(self) -> str:
        """What each step adds, the first of them with its counts."""
        up, down = (float(as_series(self.inputs[name], name).iloc[0]) for name in ("advances", "declines"))
        if not (up and down):
            return "Each step adds a net: advances minus declines."
        first = f"{_issues(up)} − {_issues(down)} = {_signed(up - down).replace(' ', '')}"
        said = f"Each step adds the net, advances minus declines, the first {first}; unchanged issues do not count."
        return f"{said}{self._say_ratios()}"

    def _say_ratios(self) -> str:
        """Advances over declines of a few bars; "" where one of them has none of either."""
        rows = list(zip(*(as_series(self.inputs[name], name).tolist() for name in ("advances", "declines")), strict=True))
        if len(rows) > _RATIOS or not all(up and down for up, down in rows):
            return ""
        told = "; ".join(f"{_issues(up)}/{_issues(down)} = {significant(up / down, 4)}" for up, down in rows)
        (up, down), one = rows[-1], len(rows) == 1
        side = (
            "more issues rose than fell" if up > down else "more issues fell than rose" if up < down else "as many rose as fell"
        )
        return f"\n- Ratio of advances to declines: {told}{f'; {side}' if one else ''}."

    def working(self) -> tuple[WorkingStep, ...]:
        """One addition a bar, of many bars the last ones."""
        count = min(len(self.net), _SHOWN)
        before = [float(self.inputs["start"]), *self.line.tolist()][-count - 1 : -1]
        moments = when(self.line.index, range(len(self.line) - count, len(self.line)))
        rows = zip(moments, before, self.net.tolist()[-count:], strict=True)
        lines = (step(f"Line {at(moment)}", total([line, net])) for moment, line, net in rows)
        up, down = (float(as_series(self.inputs[name], name).iloc[-1]) for name in ("advances", "declines"))
        ratio = [] if self.ratio is None else [step(f"Ratio {at(moments[-1])}", expression(up) / down)]
        return (*lines, *ratio)

    def figure(self) -> go.Figure:
        """The line over its bars."""
        import plotly.graph_objects as go

        dates = dates_of(self.line.index)
        x: Any = np.arange(1, len(self.line) + 1) if dates is None else dates
        figure = go.Figure(go.Scatter(x=x, y=self.line, name="A/D line", line={"color": "#1f4e79", "width": 2}))
        figure.update_layout(
            template="plotly_white",
            title={"text": "Advance-decline line"},
            xaxis={"title": {"text": "Point" if dates is None else "Date"}},
            yaxis={"title": {"text": "Cumulative advances minus declines (issues)"}},
        )
        return figure


@checked
def advance_decline(advances: Numbers, declines: Numbers, start: Level = 0.0) -> AdvanceDecline:
    """Run the advance–decline line over bars of advancing and declining issues.

    Args:
        advances: advancing issues per bar, oldest first.
        declines: declining issues per bar, oldest first.
        start: value of the line before the first bar.

    Raises:
        ToolError: negative counts, or lists of different length.
    """
    net = _net(advances, declines)
    line = (start + net.cumsum()).rename("ad_line")
    high, low = int(np.argmax(line.to_numpy())), int(np.argmin(line.to_numpy()))
    high_on, low_on = when(line.index, [high, low])
    up, down = (float(as_series(given, name).iloc[-1]) for name, given in (("advances", advances), ("declines", declines)))
    return AdvanceDecline(
        inputs={"advances": advances, "declines": declines, "start": start},
        line=line,
        net=net,
        latest=float(line.iloc[-1]),
        total=float(net.sum()),
        highest=float(line.iloc[high]),
        highest_on=high_on,
        lowest=float(line.iloc[low]),
        lowest_on=low_on,
        falling=int((net < 0).sum()),
        unchanged=int((net == 0).sum()),
        ratio=up / down if up and down else None,
    )


def _net(advances: Any, declines: Any) -> pd.Series:
    sides = []
    for name, given in (("advances", advances), ("declines", declines)):
        if given is None:
            raise ToolError(name, None, "given together with the other count", "Give advances and declines, or net alone.")
        values = as_series(given, name)
        if leading_blanks(values.to_numpy()):
            raise ToolError(name, float("nan"), "a count on every bar", "Remove the bars that have no count.")
        if (values < 0).any():
            raise ToolError(name, float(values[values < 0].iloc[0]), "counts of at least 0", "Pass a signed series as `net`.")
        sides.append(values)
    up, down = sides
    if len(up) != len(down):
        raise ToolError("declines", len(down), f"as long as advances ({len(up)} bars)", "Give both counts for every bar.")
    if not up.index.equals(down.index):
        raise ToolError("declines", "other dates", "on the same dates as advances", "Align the two by date first.")
    return (up - down).rename("net")


def told_in_steps(start: float, net: pd.Series, line: pd.Series) -> str:
    """Each addition of a short line with what it gives: "0 + 350 = 350; - 120 = 230"; "" for a long one."""
    if len(line) > _SHOWN:
        return ""
    first, pairs = f"{_issues(start)} ", zip(net, line, strict=True)
    return "; ".join(f"{'' if i else first}{_signed(n)} = {_issues(value)}" for i, (n, value) in enumerate(pairs))


def _signed(value: float) -> str:
    return f"{'-' if value < 0 else '+'} {_issues(abs(value))}"


def _issues(value: float) -> str:
    return significant(value, 12)
