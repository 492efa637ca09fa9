"""The skew between volatilities of one expiry, by hand: the put's less the call's, and less the one at the money."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from tools.expression import figure, share
from tools.parameters import Number, checked
from tools.result import Result
from tools.wording import percent, points
from tools.working import WorkingStep, step

Vol = Annotated[float, Number("level", "decimal volatility, 0.264 for 26.4%", low=0, high=10, open_low=True)]


@dataclass(frozen=True, kw_only=True)
class SkewBetween(Result):
    """Differences of volatilities, as decimals: 0.115 is 11.5 points of volatility.

    Attributes:
        gap: the put's less the other one.
        over_atm: the put's less that at the money; None without it.
        ratio: the put's over the other one.
    """

    tool: ClassVar[str] = "skew_between"
    gap: float
    over_atm: float | None
    ratio: float

    def summary(self) -> str:
        """Each difference, and that desks differ in which they mean."""
        put, other, atm = (self.inputs[k] for k in ("put", "other", "atm"))
        lines = [
            f"**Skew {points(self.gap * 100)} volatility points**: {percent(put)} − {percent(other)}, a ratio of "
            f"{points(self.ratio)}."
        ]
        if self.over_atm is not None:
            lines.append(
                f"**Over the one at the money: {points(self.over_atm * 100)} points**: {percent(put)} − {percent(atm)}."
            )
        lines.append("Which of these differences is called the skew varies by desk, and so does the delta it is taken at.")
        return "\n".join(f"- {line}" for line in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """The differences."""
        put, other, atm = (self.inputs[k] for k in ("put", "other", "atm"))
        steps = [step("Put less the other", share(put) - share(other), "%")]
        if atm is not None:
            steps.append(step("Put less at the money", share(put) - share(atm), "%"))
        return (*steps, step("Ratio", figure(put) / other))


@checked
def skew_between(put: Vol, other: Vol, atm: Vol | None = None) -> SkewBetween:
    """Take the skew of one expiry: the put's volatility less the call's, and less the one at the money.

    Args:
        put: volatility of the out-of-the-money put.
        other: volatility of the call of the same delta, of a put nearer the money, or the one at the money.
        atm: volatility at the money, where `other` is another one.

    Raises:
        ToolError: a volatility that is not above zero.
    """
    return SkewBetween(
        inputs={"put": put, "other": other, "atm": atm},
        gap=round(put - other, 12),
        over_atm=None if atm is None else round(put - atm, 12),
        ratio=round(put / other, 12),
    )
