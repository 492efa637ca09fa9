"""Volatility between two expiries by hand, linear in total variance."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Annotated, ClassVar

from tools.errors import ToolError
from tools.expression import figure, function, share
from tools.iv_between import finite, vols_of
from tools.parameters import Number, Numbers, checked
from tools.result import Result
from tools.wording import level, percent, points, significant
from tools.working import WorkingStep, step

Tenor = Annotated[float, Number("count", "calendar days", low=1, high=1_500)]


@dataclass(frozen=True, kw_only=True)
class IvAtTenor(Result):
    """The volatility of one tenor.

    Attributes:
        iv: volatility at the tenor, as a decimal.
        weight: share of the later expiry.
        straight: what a straight line between the volatilities themselves would give.
        variances: total variance (σ² × days) of both expiries and, between them, at the tenor.
    """

    tool: ClassVar[str] = "iv_at_tenor"
    iv: float
    weight: float
    straight: float
    variances: tuple[float, float, float]

    def summary(self) -> str:
        """The volatility, and that variance is what is interpolated."""
        days, tenor = self.inputs["days"], self.inputs["tenor"]
        apart, near, far = (level(d) for d in (days[1] - days[0], days[1] - tenor, tenor - days[0]))
        return (
            f"- **Volatility at {level(tenor)} days = {points(self.iv)} ({percent(self.iv, 2)})**, by total variance "
            f"(σ² × days) between {level(days[0])} and {level(days[1])} days, which weigh {near}/{apart} and "
            f"{far}/{apart} ({percent(self.weight, 1)}).\n"
            f"{self._variances()}"
            f"- A straight line between the two volatilities would give {points(self.straight)} ({percent(self.straight, 2)}); "
            "variance, not volatility, adds up over time."
        )

    def _variances(self) -> str:
        """The three total variances, and the root that the last gives."""
        days, vols, tenor = self.inputs["days"], self.inputs["ivs"], self.inputs["tenor"]
        low, high = (
            f"{level(vol)}² × {level(day)} = {significant(variance, 5)}"
            for vol, day, variance in zip(vols, days, self.variances, strict=False)
        )
        between = significant(self.variances[2], 5)
        return (
            f"- Total variance: {low} and {high}; at {level(tenor)} days {between}, and "
            f"√({between}/{level(tenor)}) = {points(self.iv)}.\n"
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """The weight, and the root of the mean variance."""
        (near, far), (a, b), tenor = self.inputs["days"], self.inputs["ivs"], self.inputs["tenor"]
        weight = step("Share of the later expiry", (figure(tenor) - near) / (figure(far) - near))
        w = figure(self.weight)
        spread = ((1 - w) * share(a) ** 2 * near + w * share(b) ** 2 * far) / tenor
        return (weight, step(f"Volatility at {level(tenor)} days", function("√", spread), "%"))


@checked
def iv_at_tenor(days: Numbers, ivs: Numbers, tenor: Tenor = 30) -> IvAtTenor:
    """Interpolate the volatility of a constant tenor between two expiries, linearly in total variance.

    Args:
        days: calendar days to the two expiries.
        ivs: their volatilities as decimals, in the same order.
        tenor: calendar days wanted; between the two.

    Raises:
        ToolError: not two expiries, numbers out of range, or a tenor that does not lie between them.
    """
    given = finite(days, "days")
    vols = vols_of(ivs, len(given))
    if len(given) != 2 or not 0 < min(given) < max(given):
        raise ToolError("days", given, "two different numbers of days above 0")
    (near, a), (far, b) = sorted(zip(given, vols, strict=True))
    if not near <= tenor <= far:
        raise ToolError("tenor", tenor, f"between the two expiries ({level(near)} and {level(far)} days)")
    weight = (tenor - near) / (far - near)
    low, high = a**2 * near, b**2 * far
    total = (1 - weight) * low + weight * high
    return IvAtTenor(
        inputs={"days": [near, far], "ivs": [a, b], "tenor": tenor},
        iv=round(math.sqrt(total / tenor), 12),
        weight=round(weight, 12),
        straight=round(a + weight * (b - a), 12),
        variances=(round(low, 12), round(high, 12), round(total, 12)),
    )
