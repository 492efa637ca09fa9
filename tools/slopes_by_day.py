"""The front two futures of several days, by hand: each day's slope, and on how many of them the curve rose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from tools.curve_table import FLAT
from tools.errors import ToolError
from tools.expression import figure
from tools.parameters import Numbers, checked
from tools.result import Result
from tools.series import as_series
from tools.wording import counted, listed, percent, points
from tools.working import WorkingStep, step
from tools.yearless import Labels, checked_labels

_MOST = 250
_SHOWN = 12  # days whose slopes are told one by one
_STATES = ("contango", "backwardation", "flat")


@dataclass(frozen=True, kw_only=True)
class SlopesByDay(Result):
    """The slope of each day, counted from 1.

    Attributes:
        slopes: second over front less 1, as a fraction.
        states: "contango", "backwardation" or "flat".
        contango_days: how many days were in contango.
        contango_share: the same as a share of all days.
    """

    tool: ClassVar[str] = "slopes_by_day"
    slopes: tuple[float, ...]
    states: tuple[str, ...]
    contango_days: int
    contango_share: float

    def summary(self) -> str:
        """The share of days in contango, and which days were in which state."""
        whole = counted(len(self.slopes), "day")
        lines = [f"**{self.contango_days:,} of {whole} ({percent(self.contango_share)}) in contango.**"]
        for state in _STATES:
            days = [n for n, found in enumerate(self.states) if found == state]
            if days and len(self.slopes) <= _SHOWN:
                lines.append(f"{'Flat' if state == 'flat' else f'Slopes in {state}'}: {listed(map(self._day, days))}.")
            elif days:
                lines.append(f"{state.capitalize()} on {counted(len(days), 'day')}, the last of them {self._name(days[-1])}.")
        lines.extend(self._turns())
        if len(self.slopes) > 1:
            lines.append(f"From the first day to the last {self._course()}.")
        return "\n".join(f"- {line}" for line in lines)

    def _turns(self) -> list[str]:
        """The days on which the curve changed sides, and where the backwardation was deepest."""
        turns = [n for n in range(1, len(self.states)) if self.states[n] != self.states[n - 1]]
        if not turns or len(self.slopes) > _SHOWN:
            return []
        told = listed(f"to {self.states[n]} on {self._name(n)}" for n in turns)
        low = min(range(len(self.slopes)), key=self.slopes.__getitem__)
        deepest = (
            f" Deepest in backwardation on {self._name(low)}, {percent(self.slopes[low])}." if self.slopes[low] < 0 else ""
        )
        return [f"It went {told}.{deepest}"]

    def _name(self, n: int) -> str:
        labels = self.inputs.get("labels", ())
        return str(labels[n]) if labels else f"day {n + 1:,}"

    def _course(self) -> str:
        """How the slope went from the first day to the last: "the curve flattened and then inverted, from 6.6% to -4.1%"."""
        began, ended = self.slopes[0], self.slopes[-1]
        states = self.states[0], self.states[-1]
        went = "flattened" if abs(ended) < abs(began) else "steepened" if abs(ended) > abs(began) else "kept its slope"
        if states == ("contango", "backwardation"):
            went = f"{'flattened and then ' if self._eased() else ''}inverted"
        elif states == ("backwardation", "contango"):
            went = "went back into contango"
        return f"the curve {went}: {percent(began)} to {percent(ended)}"

    def _eased(self) -> bool:
        """Whether the contango had become smaller before it was gone."""
        rising = self.slopes[: self.states.index("backwardation")]
        return rising[-1] < rising[0]

    def _day(self, n: int) -> str:
        front, second = (points(self.inputs[name][n]) for name in ("front", "second"))
        return f"{self._name(n)} ({second}/{front} − 1 = {percent(self.slopes[n])})"

    def working(self) -> tuple[WorkingStep, ...]:
        """The last days' slopes, and the share."""
        pairs = list(enumerate(zip(self.inputs["front"], self.inputs["second"], strict=True), start=1))[-_SHOWN:]
        days = tuple(step(f"Slope of day {n:,}", figure(second) / front - 1, "%") for n, (front, second) in pairs)
        return (*days, step("Share of days in contango", figure(self.contango_days) / len(self.slopes), "%"))


@checked
def slopes_by_day(front: Numbers, second: Numbers, labels: Labels | None = None) -> SlopesByDay:
    """Say for each of several days whether the front two futures stood in contango or backwardation, and on how many.

    Args:
        front: price of the front future on each day, oldest first.
        second: price of the second future on the same days.
        labels: what the days are called, such as Monday or 03-06.

    Raises:
        ToolError: lists of different length, more than 250 days, or a price that is not above zero.
    """
    near, far = (_prices(values, name) for name, values in (("front", front), ("second", second)))
    if len(near) != len(far):
        raise ToolError("second", len(far), f"as many prices as front has ({len(near)})")
    names = checked_labels(labels, len(near))
    slopes = far / near - 1.0
    slopes[np.abs(slopes) <= FLAT] = 0.0
    states = tuple("contango" if s > 0 else "backwardation" if s < 0 else "flat" for s in slopes.tolist())
    return SlopesByDay(
        inputs={"front": near.tolist(), "second": far.tolist(), **({"labels": list(names)} if names else {})},
        slopes=tuple(slopes.tolist()),
        states=states,
        contango_days=states.count("contango"),
        contango_share=states.count("contango") / len(states),
    )


def _prices(values: Numbers, name: str) -> np.ndarray:
    data = as_series(values, name).to_numpy()
    if not 1 <= len(data) <= _MOST or not np.isfinite(data).all() or not (data > 0).all():
        raise ToolError(name, data.tolist(), f"1 to {_MOST} prices above 0, oldest first")
    return data.astype(float)
