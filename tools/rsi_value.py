"""The RSI of one bar from its average gain and average loss, by hand."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

from tools.expression import figure
from tools.methodology import METHOD
from tools.parameters import checked
from tools.result import Result
from tools.smoothing import Average
from tools.wording import fixed, level, points
from tools.working import WorkingStep, said, step


@dataclass(frozen=True, kw_only=True)
class RsiValue(Result):
    """The RSI of one bar.

    Attributes:
        strength: average gain / average loss (RS); inf without a loss, NaN where the series has not moved.
        rsi: 0 to 100; NaN where the series has not moved, since then it is undefined.
        extreme: whether the RSI stands above the line of the method (70).
    """

    tool: ClassVar[str] = "rsi_value"
    strength: float
    rsi: float
    extreme: bool

    def summary(self) -> str:
        """The RSI with its working, and where it stands against the method's line."""
        gain, loss = self.inputs["average_gain"], self.inputs["average_loss"]
        line = METHOD.rsi_above.value
        if math.isnan(self.rsi):
            return (
                f"- **The RSI is undefined**: average gain {level(gain)}, average loss {level(loss)}: nothing moved.\n"
                "- A flat series has no ratio of gains to losses; programs that show 0, 50 or 100 there make it up."
            )
        if math.isinf(self.strength):
            working = f"the average loss is {level(loss)}, so the RSI is at its limit"
        else:
            strength, more = points(self.strength), points(1 + self.strength)
            working = f"RS = {level(gain)} / {level(loss)} = {strength}; 100 − 100/(1 + {strength}) = 100 − 100/{more}"
        place = "above" if self.extreme else "not above"
        flat = (
            "\n- A series that just stays flat is another case: 0/0, for which the RSI is undefined, not 50."
            if math.isinf(self.strength)
            else ""
        )
        return (
            f"- **RSI = {fixed(self.rsi, 2)}**: {working}.\n"
            f"- It is {place} {line:g}, the RSI of VIX futures at which the method reviews the wings.{flat}"
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """The ratio and the RSI; in words where there is no loss or nothing moved."""
        gain, loss = (figure(self.inputs[k]) for k in ("average_gain", "average_loss"))
        if math.isnan(self.rsi):
            return (said("RSI", "undefined, since gains and losses are both 0"),)
        if math.isinf(self.strength):
            return (step("RSI", 100 * gain / (gain + loss), note="without a loss there is no RS, and the RSI is 100"),)
        return (step("RS", gain / loss), step("RSI", 100 - 100 / (1 + gain / loss)))


@checked
def rsi_value(average_gain: Average, average_loss: Average) -> RsiValue:
    """Take the RSI of one bar from its average gain and average loss.

    Args:
        average_gain: Wilder's average of the gains, at least 0.
        average_loss: Wilder's average of the losses as a positive number, at least 0.

    Raises:
        ToolError: a negative number.
    """
    total = average_gain + average_loss
    rsi = 100.0 * (average_gain / total) if total else math.nan
    quotient = average_gain / average_loss if average_loss else math.inf
    return RsiValue(
        inputs={"average_gain": average_gain, "average_loss": average_loss},
        assumptions=(METHOD.assume("rsi_above"),),
        strength=quotient if total else math.nan,
        rsi=rsi,
        extreme=rsi > METHOD.rsi_above.value,
    )
