"""When a turning point is known: only after the bars to its right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from tools.expression import figure
from tools.parameters import Number, checked
from tools.result import Result
from tools.wording import counted
from tools.working import WorkingStep, step

Bar = Annotated[int, Number("count", "counted from 1 or from 0, as you do", low=0, high=1_000_000, whole=True)]
Later = Annotated[int, Number("periods", "bars; 0 of a cross, which its own bar settles", low=0, high=500, whole=True)]
Side = Annotated[int, Number("periods", "bars", low=1, high=500, whole=True)]


@dataclass(frozen=True, kw_only=True)
class PivotKnown(Result):
    """The bar on which a pivot is known.

    Attributes:
        known_on: the pivot's bar plus the bars to its right.
        act_on: the first bar on which a test may act on it, one later.
        window: bars that are looked at in all, the pivot among them.
    """

    tool: ClassVar[str] = "pivot_known"
    known_on: int
    act_on: int
    window: int

    def summary(self) -> str:
        """The bar, why, and when a test may act."""
        bar, left, right = (self.inputs[k] for k in ("bar", "left", "right"))
        if not right:
            return (
                f"- **Known on bar {bar:,}, at its close**, since a cross needs no later bar. **Acted on from bar "
                f"{self.act_on:,}**, the next one; a test that acts on bar {bar:,} itself looks ahead."
            )
        return (
            f"- **Known on bar {self.known_on:,}**: {bar:,} + {right:,}, once {counted(right, 'bar')} to its right have not "
            "gone beyond it.\n"
            f"- The {counted(left, 'bar')} to its left are there already and delay nothing. Decided at that close, it can be "
            f"acted on from bar {self.act_on:,}; a test that dates it at bar {bar:,} looks ahead."
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """The two additions."""
        known = step("Known on bar", figure(self.inputs["bar"]) + self.inputs["right"])
        return (known, step("Acted on from bar", figure(self.known_on) + 1))


@checked
def pivot_known(bar: Bar, left: Side = 5, right: Later = 5) -> PivotKnown:
    """Say on which bar a pivot is known, and from which bar a test may act on it.

    Args:
        bar: the bar on which the pivot stands.
        left: bars to its left that it must exceed.
        right: bars to its right that must not exceed it; 0 for a cross or a trigger, known at the close of its own bar.

    Raises:
        ToolError: a number of bars that is not whole, or out of range.
    """
    return PivotKnown(
        inputs={"bar": bar, "left": left, "right": right},
        known_on=bar + right,
        act_on=bar + right + 1,
        window=left + 1 + right,
    )
