"""Where the next bar's MACD must come to for it to cross its signal line, by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from tools.expression import figure
from tools.methodology import METHOD
from tools.parameters import Periods, checked
from tools.result import Result
from tools.smoothing import Figure
from tools.wording import level, points
from tools.working import WorkingStep, step


@dataclass(frozen=True, kw_only=True)
class CrossNeeds(Result):
    """The next cross of two lines.

    Attributes:
        side: "up" where the MACD does not stand above its signal now, otherwise "down".
        line: MACD at which the next bar's lines would just meet: the signal of now.
        alpha: share of the gap by which the signal follows, 2/(span + 1).
    """

    tool: ClassVar[str] = "cross_needs"
    side: Literal["up", "down"]
    line: float
    alpha: float

    def summary(self) -> str:
        """The level to be passed, why it is the signal of now, and that meeting it is no cross."""
        past = "above" if self.side == "up" else "below"
        return (
            f"- **The next bar crosses {self.side} with a MACD {past} {level(self.line)}**, the signal line of now.\n"
            f"- The signal follows by only {points(self.alpha)} of the gap, so a MACD {past} the old signal is {past} the "
            f"new one "
            f"too. Exactly {level(self.line)} would make the lines equal, which is no cross."
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """The histogram of now, and how far the line has to go."""
        macd, signal = (figure(self.inputs[k]) for k in ("macd", "signal"))
        return (
            step("Histogram now", macd - signal),
            step("For the lines to meet, the MACD moves by", signal - macd),
            step("The signal follows by", 2 / (figure(self.inputs["span"]) + 1)),
        )


@checked
def cross_needs(macd: Figure, signal: Figure, span: Periods = METHOD.signal.value) -> CrossNeeds:
    """Say which MACD the next bar needs for a cross of its signal line, from both lines of now.

    Args:
        macd: the MACD of the latest bar.
        signal: its signal line.
        span: span of the signal line in bars.

    Raises:
        ToolError: a number out of range.
    """
    return CrossNeeds(
        inputs={"macd": macd, "signal": signal, "span": span},
        assumptions=(METHOD.assume("cross"),),
        side="up" if macd <= signal else "down",
        line=signal,
        alpha=2.0 / (span + 1.0),
    )
