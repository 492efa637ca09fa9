"""What a share or a ratio of an amount comes to: percent of a credit or an account, 0.4 of the vega to be hedged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Final, Literal

from tools.errors import ToolError
from tools.expression import dollars, figure
from tools.parameters import Number, Numbers, checked
from tools.payoff import exact
from tools.result import Result
from tools.series import as_series
from tools.wording import money, percent, significant
from tools.working import WorkingStep, step

Amount = Annotated[float, Number("number", "dollars, or whatever is counted; may be negative", low=-1e12, high=1e12)]
_MOST: Final = 12
_LARGEST: Final = 100.0


@dataclass(frozen=True, kw_only=True)
class ShareOf(Result):
    """The shares of one amount.

    Attributes:
        amounts: each share of the whole, in its unit.
        rests: what is left of the whole after each, by itself.
    """

    tool: ClassVar[str] = "share_of"
    amounts: tuple[float, ...]
    rests: tuple[float, ...]

    def summary(self) -> str:
        """Each multiplication, and what it leaves."""
        lines = []
        for share, amount, rest in zip(self.inputs["shares"], self.amounts, self.rests, strict=True):
            of = f"{percent(share, 4)} of" if self.inputs["of"] == "dollars" else f"{share:g} ×"
            left = f", {self._told(rest)} left" if 0 < share < 1 else ""
            lines.append(f"- **{of} {self._told(self.inputs['whole'])} = {self._told(amount)}**{left}.")
        if len(self.amounts) == 2 and self.inputs["of"] == "dollars" and self.amounts[0] != self.amounts[1]:
            (low, high), (less, more) = sorted(self.inputs["shares"]), sorted(self.amounts)
            apart = percent(float(exact(high) - exact(low)), 4)
            lines.append(f"- The two are {apart} = {money(float(exact(more) - exact(less)))} apart.")
        return "\n".join(lines)

    def _told(self, amount: float) -> str:
        return money(amount) if self.inputs["of"] == "dollars" else significant(amount, 8)

    def working(self) -> tuple[WorkingStep, ...]:
        """The multiplications."""
        of_dollars = self.inputs["of"] == "dollars"
        whole = dollars(self.inputs["whole"]) if of_dollars else figure(self.inputs["whole"])
        return tuple(
            step(f"{percent(share, 4)}", figure(share) * whole, "$" if of_dollars else "") for share in self.inputs["shares"]
        )


@checked
def share_of(whole: Amount, shares: Numbers, of: Literal["dollars", "units"] = "dollars") -> ShareOf:
    """Work out what one or more shares of an amount come to, such as 18% and 28% of a credit.

    Args:
        whole: the amount.
        shares: the shares as fractions or ratios, 0.25 for 25%; at most 12, none beyond 100.
        of: "dollars", or "units" of anything else that is counted (vega, contracts, points).

    Raises:
        ToolError: no share or too many, a share below zero or beyond 100, or numbers that are none.
    """
    values = [float(v) for v in as_series(shares, "shares")]
    if not 0 < len(values) <= _MOST or any(not 0 <= v <= _LARGEST for v in values):
        raise ToolError(
            "shares", values[:_MOST], f"1 to {_MOST} fractions from 0 to {_LARGEST:g}, 0.25 for 25%", "Give each share once."
        )
    of_whole = [exact(v) * exact(whole) for v in values]
    return ShareOf(
        inputs={"whole": whole, "shares": tuple(values), "of": of},
        amounts=tuple(float(a) for a in of_whole),
        rests=tuple(float(exact(whole) - a) for a in of_whole),
    )
