"""The running share of the hedge after a first tranche and some adds, where no budget is named."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction as Exact
from typing import Annotated, ClassVar

from tools.expression import function, share
from tools.methodology import METHOD
from tools.parameters import Fraction, Number, Step, checked
from tools.payoff import exact
from tools.result import Result
from tools.wording import counted, percent
from tools.working import WorkingStep, step

_SPELT = 8  # adds that are written out one by one

Adds = Annotated[int, Number("count", low=0, high=100, whole=True)]


@dataclass(frozen=True, kw_only=True)
class RunningShare(Result):
    """How much of the planned hedge is on.

    Attributes:
        running: share after the first tranche and after each add, ending at 1 where the cap is reached.
        share: share after the last add.
        uncapped: what the sum would be without the cap.
        over: what the sum would be beyond the cap.
        left: share up to the cap.
        full_adds_left: whole adds that still fit.
    """

    tool: ClassVar[str] = "running_share"
    running: tuple[float, ...]
    share: float
    uncapped: float
    over: float
    left: float
    full_adds_left: int

    def summary(self) -> str:
        """The sum, the steps on the way, and the cap where it cuts."""
        first, step, adds = (self.inputs[k] for k in ("first", "step", "adds"))
        adds_up = [percent(step, 4)] * adds if adds <= _SPELT else [f"{adds} × {percent(step, 4)}"]
        terms = " + ".join([percent(first, 4), *adds_up])
        if self.uncapped > 1:
            lines = [
                f"**{percent(self.share)} of the planned hedge**: {terms} = {percent(self.uncapped, 4)}, and the plan ends at "
                f"{percent(self.share)}.",
                *self._last_slice(),
                f"The sum is {percent(self.over, 4)} over. The article states no cap, so that is our assumption.",
            ]
        elif adds:
            lines = [f"**{terms} = {percent(self.uncapped, 4)} of the planned hedge**.", *self._to_come()]
        else:
            lines = [f"**{percent(first, 4)} of the planned hedge**: the first tranche alone.", *self._to_come()]
        if adds > 1 and first < 1:
            lines.append(f"Step by step: {self._steps()}.")
        return "\n".join(f"- {line}" for line in lines)

    def _last_slice(self) -> list[str]:
        """How many adds it takes to the cap, and how large the last one is."""
        needed = sum(part < 1 for part in self.running)
        last = Exact(1) - exact(self.running[needed - 1]) if needed else Exact(0)
        if not needed:
            return []
        whole = "a whole one" if last == exact(self.inputs["step"]) else "a partial slice"
        full = (
            ""
            if whole == "a whole one" or needed < 2
            else f" {counted(needed - 1, 'full add')} make {percent(self.running[needed - 1], 4)}."
        )
        return [f"It takes {counted(needed, 'add')} to the cap; the final one is {percent(float(last), 4)}, {whole}.{full}"]

    def _to_come(self) -> list[str]:
        """What is left up to the cap, in whole adds and a last slice."""
        if not self.left:
            return []
        size, rest = exact(self.inputs["step"]), exact(self.left)
        last = float(rest - self.full_adds_left * size)
        said = [f"{counted(self.full_adds_left, 'full add')} to {percent(1 - last, 4)}"] if self.full_adds_left else []
        said += (
            [f"{'then ' if said else ''}a last slice of {percent(last, 4)}, where a full add would pass 100%"] if last else []
        )
        return [f"Left up to 100%: {percent(self.left, 4)}, {', '.join(said)}."]

    def _steps(self) -> str:
        """The running share after each tranche up to the cap; of many the first and the last."""
        told = [percent(part, 4) for part in self.running[: 1 + sum(part < 1 for part in self.running)]]
        return " → ".join(told if len(told) <= _SPELT + 1 else [*told[:_SPELT], "…", told[-1]])

    def working(self) -> tuple[WorkingStep, ...]:
        """The sum, and the cap where it cuts."""
        first, later, adds = share(self.inputs["first"]), share(self.inputs["step"]), self.inputs["adds"]
        steps = [step("Running share", first + adds * later if adds else first, "%")]
        if self.uncapped > 1:
            steps.append(step("Over the cap", share(self.uncapped) - share(1.0), "%"))
            steps.append(step("Capped", function("min", share(self.uncapped), share(1.0)), "%"))
        return tuple(steps)


@checked
def running_share(first: Fraction = METHOD.first.value[0], adds: Adds = 1, step: Step = METHOD.step.value) -> RunningShare:
    """Sum a first tranche and later adds to the share of the planned hedge that is on.

    Args:
        first: share of the first tranche; the article says 0.25 to 0.30.
        adds: number of later tranches.
        step: share of each later tranche.

    Raises:
        ToolError: a share outside its range, or a number of adds that is not whole.
    """
    sums = [exact(first) + n * exact(step) for n in range(adds + 1)]
    capped = [float(min(total, Exact(1))) for total in sums]
    left = max(1 - sums[-1], Exact(0))
    return RunningShare(
        inputs={"first": first, "adds": adds, "step": step},
        assumptions=(METHOD.assume("step", step), METHOD.assume("base"), METHOD.assume("cap")),
        running=tuple(capped),
        share=capped[-1],
        uncapped=float(sums[-1]),
        over=float(max(sums[-1] - 1, Exact(0))),
        left=float(left),
        full_adds_left=int(left / exact(step)),
    )
