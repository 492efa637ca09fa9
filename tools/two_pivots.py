"""Two turning points told by hand: does the advance-decline line diverge from the index between them?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from tools.expression import figure
from tools.parameters import Count, Level, checked
from tools.result import Result
from tools.wording import counted, fixed, significant
from tools.working import WorkingStep, step

Pivots = Literal["highs", "lows"]
Kind = Literal["negative", "positive", "none"]

MEANT = {
    "negative": "**A negative (bearish) divergence**: the index makes a higher high and the A/D line a lower one.",
    "positive": "**A positive (bullish) divergence**: the index makes a lower low and the A/D line a higher one.",
    "none": "**No divergence**: the index and the A/D line do not turn away from each other{agree}.",
}


@dataclass(frozen=True, kw_only=True)
class TwoPivots(Result):
    """An index and its advance-decline line at two highs or two lows.

    Attributes:
        kind: "negative" (higher high of the index, lower of the line), "positive" (lower low, higher of the line) or "none".
        index_change: the index at the later pivot less that at the earlier, in points.
        line_change: the same of the line, in issues.
        known: point at which the later pivot is known, where its point and the bars to its right are told; otherwise None.
    """

    tool: ClassVar[str] = "two_pivots"
    kind: Kind
    index_change: float
    line_change: float
    known: int | None = None

    def summary(self) -> str:
        """The kind, both changes, and what the article makes of it."""
        lines = [
            MEANT[self.kind].format(agree=self._agree()),
            *self._points(),
            f"The index {_moved(self.index_change, 'points')} ({self._ends('index')}), "
            f"the A/D line {_moved(self.line_change, 'issues')} ({self._ends('line')}).",
        ]
        if self.kind == "negative":
            lines.append("In the primary article that is a cue for a further 20% once the first tranche is on.")
        lines.append(
            f"A pivot is known only once the bars to its right are there, so the later one is dated then{self._known()}."
        )
        return "\n".join(f"- {line}" for line in lines)

    def _ends(self, name: str) -> str:
        """'6,010 to 6,065'."""
        return " to ".join(_told(self.inputs[f"{name}_{when}"]) for when in ("before", "now"))

    def _points(self) -> list[str]:
        """The pivots themselves, where their points are known."""
        given, pivot = self.inputs, self.inputs["pivots"].removesuffix("s")
        if "point_before" not in given or "point_now" not in given:
            return []
        names = ("before", "now")
        index, line = (
            " and ".join(f"{significant(given[f'{name}_{when}'], 8)} at point {given[f'point_{when}']:,}" for when in names)
            for name in ("index", "line")
        )
        return [
            f"Index {given['pivots']}: {index}, {_way(self.index_change)} {pivot}. "
            f"A/D line at the same points: {line}, {_way(self.line_change)} {pivot}."
        ]

    def _known(self) -> str:
        """': at point 10, 2 bars after it', where its point and the bars to its right are told."""
        if self.known is None:
            return ""
        return f": at point {self.known:,}, {counted(self.inputs['right'], 'bar')} after it"

    def _agree(self) -> str:
        """How they agree at these pivots."""
        pivots, signs = self.inputs["pivots"], {_sign(self.index_change), _sign(self.line_change)}
        if len(signs) > 1 or signs == {0}:
            return f" at these {pivots}"
        return (
            f" at these {pivots}: both made a {'higher' if signs == {1} else 'lower'} {pivots.removesuffix('s')}, so they agree"
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """The two differences."""
        given = self.inputs
        return (
            step("Index", figure(given["index_now"]) - given["index_before"]),
            step("A/D line", figure(given["line_now"]) - given["line_before"]),
        )


@checked
def two_pivots(
    index_before: Level,
    index_now: Level,
    line_before: Level,
    line_now: Level,
    pivots: Pivots = "highs",
    *,
    point_before: Count | None = None,
    point_now: Count | None = None,
    right: Count | None = None,
) -> TwoPivots:
    """Say whether an advance-decline line diverges from its index between two highs, or two lows.

    Args:
        index_before: the index at the earlier pivot.
        index_now: the index at the later one.
        line_before: the advance-decline line at the earlier pivot.
        line_now: the line at the later one.
        pivots: "highs" or "lows".
        point_before: place of the earlier pivot in its row, counted from 1.
        point_now: place of the later one.
        right: bars to its right that a pivot needs to be known.

    Raises:
        ToolError: a value that is no finite number.
    """
    places = {"point_before": point_before, "point_now": point_now, "right": right}
    price, line = _less(index_now, index_before), _less(line_now, line_before)
    return TwoPivots(
        inputs={
            "index_before": index_before,
            "index_now": index_now,
            "line_before": line_before,
            "line_now": line_now,
            "pivots": pivots,
            **{name: value for name, value in places.items() if value is not None},
        },
        kind=kind_of(price, line, pivots),
        index_change=price,
        line_change=line,
        known=None if point_now is None or right is None else point_now + right,
    )


def kind_of(index: float, line: float, pivots: Pivots) -> Kind:
    """What a change of the index and one of the line, from one high (or low) to the next, are together."""
    if pivots == "highs" and index > 0 > line:
        return "negative"
    return "positive" if pivots == "lows" and index < 0 < line else "none"


def _less(now: float, before: float) -> float:
    return float(f"{now - before:.13g}")


def _way(change: float) -> str:
    return "a higher" if change > 0 else "a lower" if change < 0 else "the same"


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def _told(value: float) -> str:
    return fixed(value, 0) if float(value).is_integer() else significant(value, 8)


def _moved(change: float, unit: str) -> str:
    """'rose by 55 points', 'fell by 450 issues', 'did not move'."""
    return f"{'rose' if change > 0 else 'fell'} by {_told(abs(change))} {unit}" if change else "did not move"
