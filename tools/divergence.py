"""Divergence between price and breadth: turning points of the price at which the advance-decline line disagrees.

A pivot is a bar higher (or lower) than the `left` bars before it and not exceeded by the `right` bars after it, so it is
known only `right` bars later; every event carries that date. Two neighbouring pivots of one kind are compared, price with
price and line with line at the same bars:

    bearish         price higher high, line lower high      (regular: hints at a reversal; the article's negative divergence)
    bullish         price lower low,   line higher low      (regular)
    hidden bearish  price lower high,  line higher high     (hidden: hints at a continuation)
    hidden bullish  price higher low,  line lower low       (hidden)

Source: the field's usual definitions; the primary article names only the negative divergence and does not define it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

import numpy as np
import pandas as pd
from numpy.lib.stride_tricks import sliding_window_view

from tools.breadth import ad_line as running_sum
from tools.errors import ToolError
from tools.expression import figure, total
from tools.methodology import Assumption
from tools.parameters import Number, SeriesInput, checked
from tools.result import Result
from tools.series import as_series, at, dates_of, leading_blanks, spoken, when
from tools.wording import level
from tools.working import WorkingStep, step

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from tools.trigger import MacdTrigger

Side = Annotated[int, Number("periods", "bars", low=1, high=500, whole=True)]
_SHOWN = 5
_KINDS = ("bearish", "bullish", "hidden bearish", "hidden bullish")
_SUMMED = {
    "counts": "Advances less declines, summed from bar to bar, are the A/D line.",
    "net advances": "The column held net advances; their running sum is the A/D line.",
}
_OPEN = (
    "The primary article adds a tranche when the A/D line diverges negatively from SPX; it does not say how that is measured."
)


@dataclass(frozen=True, kw_only=True)
class Divergence(Result):
    """Divergences between a price and its advance-decline line.

    Attributes:
        events: one row a divergence [date, known_on, kind, point, known_point, price, price_before, line, line_before],
            by the date on which it is known. `date` is the later pivot; dates are points (from 1) for undated series.
        counts: how many of each kind.
        bars: bars on which both series have a value.
        frame: [price, line] on those bars.
    """

    tool: ClassVar[str] = "breadth_divergence"
    events: pd.DataFrame
    counts: dict[str, int]
    bars: int
    frame: pd.DataFrame

    def summary(self) -> str:
        """How many there are, the last ones with both comparisons, and what the article leaves open."""
        right = self.inputs["right"]
        first, last = (spoken(moment) for moment in when(self.frame.index, [0, len(self.frame) - 1]))
        found = ", ".join(f"{kind} {count:,}" for kind, count in self.counts.items())
        many = f"{len(self.events):,} divergence{'' if len(self.events) == 1 else 's'}"
        lines = [f"**{many} in {self.bars:,} bars** ({first} to {last}): {found}."]
        shown = self.events.tail(_SHOWN)
        for row in shown.itertuples():
            kind = str(row.kind)
            lines.append(
                f"{kind.capitalize()}: pivot {at(row.date)}, known {at(row.known_on)}; "
                f"price {level(_short(row.price_before))} → {level(_short(row.price))}, "
                f"line {level(_short(row.line_before))} → {level(_short(row.line))}."
            )
        if len(self.events) > len(shown):
            lines.append(f"Only the last {len(shown)} are listed here.")
        lines.append(f"A pivot is known only {right:,} bars after it; acting on the pivot's own date would be looking ahead.")
        lines.append(_OPEN)
        return "\n".join(f"- {line}" for line in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """How many bars a pivot takes, how many divergences there are, and both comparisons of the last one."""
        steps = [
            step("Bars that a pivot takes", figure(self.inputs["left"]) + 1 + self.inputs["right"], "bars"),
            step("Divergences", total(self.counts.values()), "", f"{', '.join(self.counts)}"),
        ]
        for row in self.events.tail(1).to_dict("records"):
            name = f"{row['kind']} {at(row['date'])}"
            steps.append(step(f"Price, {name}", total([row["price"], -row["price_before"]])))
            steps.append(step(f"Line, {name}", total([row["line"], -row["line_before"]])))
        return tuple(steps)

    def cues(self, trigger: MacdTrigger) -> pd.DataFrame:
        """The trigger's cues with the bearish divergences known after it, as `events` of `tranche_plan`.

        Returns:
            DataFrame [date, kind], kind "trigger", "higher_high" or "divergence", in order of time.
        """
        bearish = self.events[self.events["kind"] == "bearish"]
        own = pd.DataFrame({"date": bearish["known_on"].to_numpy(), "kind": ["divergence"] * len(bearish)})
        rows = [part for part in (trigger.cues()[["date", "kind"]], own) if len(part)]
        if not rows:
            return own
        return pd.concat(rows, ignore_index=True).sort_values("date", kind="stable", ignore_index=True)

    def figure(self) -> go.Figure:
        """Price above, line below, each divergence drawn on both between its two pivots."""
        from tools.divergence_chart import divergence_chart

        return divergence_chart(self)


@checked
def breadth_divergence(
    price: SeriesInput,
    ad_line: SeriesInput | None = None,
    left: Side = 5,
    right: Side = 5,
    *,
    advances: SeriesInput | None = None,
    declines: SeriesInput | None = None,
) -> Divergence:
    """Find where the advance-decline line diverges from the price, dated on the bar on which it is known.

    Args:
        price: price of the index, oldest first; SPX in the method.
        ad_line: the advance-decline line on the same bars; a loaded column of net advances is summed to one.
        left: bars before a pivot that it must exceed.
        right: bars after a pivot that must not exceed it; the pivot is known on the last of them.
        advances: advancing issues per bar, with `declines` instead of the line.
        declines: declining issues per bar.

    Raises:
        ToolError: neither the line nor both counts, series of different length without dates, no dates in common, or too few
            bars for one pivot.
    """
    prices = as_series(price, "price")
    counted = advances is not None or declines is not None
    if (ad_line is None) != counted:
        raise ToolError("ad_line", None if ad_line is None else "both forms", "the line, or advances and declines together")
    line = running_sum(advances=advances, declines=declines) if ad_line is None else as_series(ad_line, "ad_line")
    summed = "counts" if counted else "net advances" if line.attrs.get("role") == "net_advances" else ""
    if summed == "net advances":
        line = running_sum(line)
    frame = _aligned(prices, line)
    need = left + right + 1
    if len(frame) < need:
        raise ToolError(
            "price", f"{len(frame)} bars", f"at least {need} bars long (left + 1 + right)", "Give more, or fewer bars a side."
        )
    events = _events(frame, left, right)
    return Divergence(
        inputs=_given(prices, ad_line, left, right, advances, declines),
        assumptions=_assumptions(left, right, summed, len(prices) + len(line) - 2 * len(frame)),
        events=events,
        counts={kind: int((events["kind"] == kind).sum()) for kind in _KINDS},
        bars=len(frame),
        frame=frame,
    )


def _given(price: pd.Series, ad_line: Any, left: int, right: int, advances: Any, declines: Any) -> dict[str, Any]:
    """The inputs as they were given, so that the call gives the same again."""
    line = {} if ad_line is None else {"ad_line": as_series(ad_line, "ad_line")}
    counts = {k: as_series(v, k) for k, v in (("advances", advances), ("declines", declines)) if v is not None}
    return {"price": price, **line, "left": left, "right": right, **counts}


def _aligned(price: pd.Series, line: pd.Series) -> pd.DataFrame:
    """Both series on the bars that they share, without the leading blanks."""
    if dates_of(price.index) is None or dates_of(line.index) is None:
        if len(price) != len(line):
            raise ToolError("ad_line", f"{len(line)} bars", f"as long as price ({len(price)} bars)", "Or give both with dates.")
        first = max(leading_blanks(price.to_numpy()), leading_blanks(line.to_numpy()))
        both = pd.DataFrame({"price": price.to_numpy(), "line": line.to_numpy()}, index=price.index)
        return both.iloc[first:]
    both = pd.DataFrame({"price": price, "line": line}).dropna()
    if both.empty:
        raise ToolError("ad_line", "other dates", "on dates that price has too", "Load both over the same stretch of time.")
    return both


def _events(frame: pd.DataFrame, left: int, right: int) -> pd.DataFrame:
    price, line = frame["price"].to_numpy(), frame["line"].to_numpy()
    rows: list[tuple[int, int, str]] = []
    for sign, regular in ((1, "bearish"), (-1, "bullish")):
        pivots = _pivots(sign * price, left, right)
        for old, new in pairwise(pivots):
            up, along = sign * (price[new] - price[old]), sign * (line[new] - line[old])
            if up > 0 > along:
                rows.append((new, old, regular))
            elif up < 0 < along:
                rows.append((new, old, f"hidden {regular}"))
    rows.sort()
    now, before = [row[0] for row in rows], [row[1] for row in rows]
    known = [i + right for i in now]
    return pd.DataFrame(
        {
            "date": when(frame.index, now),
            "known_on": when(frame.index, known),
            "kind": [row[2] for row in rows],
            "point": np.array(now, dtype="int64") + 1,
            "known_point": np.array(known, dtype="int64") + 1,
            "before_point": np.array(before, dtype="int64") + 1,
            "price": price[now],
            "price_before": price[before],
            "line": line[now],
            "line_before": line[before],
        }
    )


def _pivots(data: np.ndarray, left: int, right: int) -> list[int]:
    """Positions above all `left` bars before and not below any of the `right` bars after; a flat top counts once, first bar."""
    windows = sliding_window_view(data, left + right + 1)
    middle = windows[:, left]
    high = (middle > windows[:, :left].max(axis=1)) & (middle >= windows[:, left + 1 :].max(axis=1))
    return [int(i) + left for i in np.flatnonzero(high)]


def _assumptions(left: int, right: int, summed: str, dropped: int) -> tuple[Assumption, ...]:
    says = f"A pivot exceeds the {left} bars before it and is not exceeded by the {right} bars after it."
    out = [
        Assumption("pivot", (left, right), "assumption", says),
        Assumption(
            "compared",
            "neighbouring pivots of the price",
            "assumption",
            "The A/D line is read on the bars of the price's pivots.",
        ),
    ]
    if summed:
        out.append(Assumption("summed", True, "convention", _SUMMED[summed]))
    if dropped:
        out.append(Assumption("shared_bars", dropped, "convention", "Only dates that both series have are used."))
    return tuple(out)


def _short(value: Any) -> float:
    return round(float(value), 4)
