"""The closes that an RSI needs before its first value, and how far those at hand reach."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from tools.expression import figure
from tools.iv_between import finite
from tools.methodology import METHOD
from tools.parameters import Numbers, Periods, checked
from tools.result import Result
from tools.rsi import Span
from tools.wording import counted, points
from tools.working import WorkingStep, step


@dataclass(frozen=True, kw_only=True)
class FirstRsi(Result):
    """The close, counted from 1, on which an RSI first has a value.

    Attributes:
        closes: that close; one more than the changes that its averages take.
        changes: changes that the closes at hand give; None where none are given.
        missing: closes that are still missing; 0 where they are enough, None where none are given.
        made: closes at hand that have an RSI; None where none are given.
        gains, losses: sums of the changes at hand; None where the closes themselves are not given.
    """

    tool: ClassVar[str] = "first_rsi"
    closes: int
    changes: int | None = None
    missing: int | None = None
    made: int | None = None
    gains: float | None = None
    losses: float | None = None

    def summary(self) -> str:
        """What the closes at hand reach, and how the first RSI comes about."""
        period = self.inputs["period"]
        needs = f"an RSI of {counted(period, 'period')} takes {counted(period, 'change')} and so {self.closes:,} closes"
        lines = [f"**First RSI: on close {self.closes:,}**: {needs}, as each change needs a close before it."]
        if self.missing is not None and self.changes is not None:
            have = f"{counted(self.inputs['given'], 'close')} give {counted(self.changes, 'change')}"
            have = have.replace(" give", " gives") if self.inputs["given"] == 1 else have
            lines = [
                f"**No RSI yet: {have}**; {needs}: {self.missing:,} more."
                if self.missing
                else f"**Yes, enough: {have}**; {needs}. {self._reach()}"
            ]
        if self.gains is not None and self.losses is not None:
            lines.append(
                f"So far: gains of {points(self.gains)} and losses of {points(self.losses)} in {self.changes:,} changes."
            )
        lines.append(
            f"The first RSI is made of the simple means of the {period:,} gains and losses; from then on Wilder's averages go "
            "on bar by bar, so that a longer history moves it a little."
        )
        return "\n".join(f"- {line}" for line in lines)

    def _reach(self) -> str:
        """Which of the closes at hand have one."""
        return "Only the last has one." if self.made == 1 else f"The last {self.made:,} of them have one."

    def working(self) -> tuple[WorkingStep, ...]:
        """The counts."""
        first = step("Closes for the first RSI", figure(self.inputs["period"]) + 1)
        if self.missing is None:
            return (first,)
        given = figure(self.inputs["given"])
        still = (step("Closes missing", figure(self.closes) - given),) if self.missing else ()
        return (first, step("Changes at hand", given - 1), *still)


@checked
def first_rsi(period: Span = METHOD.rsi_period.value, given: Periods | None = None, values: Numbers | None = None) -> FirstRsi:
    """Count the closes that an RSI needs before its first value, and say how far those at hand reach.

    Args:
        period: number of changes in each average.
        given: number of closes at hand.
        values: the closes at hand themselves, two or more, oldest first; then their number is known.

    Raises:
        ToolError: a period below two, or values that are no finite numbers.
    """
    data = None if values is None else finite(values, "values")
    given = given if data is None else len(data)
    closes = period + 1
    moves = [] if data is None else [b - a for a, b in pairwise(data)]
    return FirstRsi(
        inputs={
            "period": period,
            **({} if given is None else {"given": given}),
            **({} if data is None else {"values": data}),
        },
        assumptions=(METHOD.assume("rsi_period", period),),
        closes=closes,
        changes=None if given is None else given - 1,
        missing=None if given is None else max(0, closes - given),
        made=None if given is None else max(0, given - period),
        gains=None if data is None else float(f"{sum(m for m in moves if m > 0):.12g}"),
        losses=None if data is None else float(f"{-sum(m for m in moves if m < 0):.12g}"),
    )
