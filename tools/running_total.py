"""Results one after the other and what they come to in all: each, the sum after each, the best and the worst of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from tools.errors import ToolError
from tools.expression import dollars, total
from tools.parameters import Numbers, checked
from tools.result import Result
from tools.series import as_series
from tools.wording import counted, money
from tools.working import WorkingStep, step

_MOST = 1000
_SHOWN = 12  # results that are told one by one


@dataclass(frozen=True, kw_only=True)
class RunningTotal(Result):
    """Dollars made or lost, added up as they came.

    Attributes:
        running: the sum after each result.
        net: the sum after the last.
        highest, lowest: largest and smallest of these sums.
        won, lost: results above and below zero.
    """

    tool: ClassVar[str] = "running_total"
    running: tuple[float, ...]
    net: float
    highest: float
    lowest: float
    won: int
    lost: int

    def summary(self) -> str:
        """The net result, each result, and the sum after each."""
        given = self.inputs["amounts"]
        word = "profit" if self.net > 0 else "loss" if self.net < 0 else "result"
        last = f"the last {_SHOWN} of them " if len(given) > _SHOWN else ""
        lines = [
            f"**Running total: {last}{', '.join(map(money, self.running[-_SHOWN:]))}**; a {word} of {money(abs(self.net))} in "
            f"all.",
            f"One by one: {last}{', '.join(map(money, given[-_SHOWN:]))}; {self.won:,} won, {self.lost:,} lost.",
            f"Highest {money(self.highest)}, lowest {money(self.lowest)} after {counted(len(given), 'result')}.",
        ]
        return "\n".join(f"- {line}" for line in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """The sum."""
        return (step("Net", total([dollars(amount) for amount in self.inputs["amounts"]]), "$"),)


@checked
def running_total(amounts: Numbers) -> RunningTotal:
    """Add up dollars made or lost one after the other, with the sum after each.

    Args:
        amounts: dollars of each result in order, losses negative.

    Raises:
        ToolError: no amount, or one that is no finite number.
    """
    given = [float(v) for v in as_series(amounts, "amounts").tolist()]
    if not 1 <= len(given) <= _MOST or not all(abs(v) <= 1e12 for v in given):
        raise ToolError("amounts", given, f"1 to {_MOST:,} finite sums of dollars")
    sums = tuple(round(value, 9) for value in accumulate(given))
    return RunningTotal(
        inputs={"amounts": given},
        running=sums,
        net=sums[-1],
        highest=max(sums),
        lowest=min(sums),
        won=sum(v > 0 for v in given),
        lost=sum(v < 0 for v in given),
    )
