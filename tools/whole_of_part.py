"""The whole that a sum of money is a known share of: `part_of` and `budget_split` the other way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from tools.expression import dollars
from tools.expression import share as part
from tools.parameters import Budget, Fraction, checked
from tools.payoff import exact
from tools.result import Result
from tools.wording import money, percent, significant
from tools.working import WorkingStep, step


@dataclass(frozen=True, kw_only=True)
class WholeOfPart(Result):
    """A whole found from one part of it.

    Attributes:
        whole: dollars of the whole.
        rest: dollars outside the part.
    """

    tool: ClassVar[str] = "whole_of_part"
    whole: float
    rest: float

    def summary(self) -> str:
        """The whole with its working, and what lies outside the part."""
        amount, share, whole = money(self.inputs["amount"]), self.inputs["share"], money(self.whole)
        worked = f"{amount} / {significant(share, 12)} = {whole}"
        return f"- **{amount} is {percent(share, 4)} of {whole}**: {worked}.\n- Outside it lie {money(self.rest)}."

    def working(self) -> tuple[WorkingStep, ...]:
        """The division, and the rest."""
        whole = step("Whole", dollars(self.inputs["amount"]) / part(self.inputs["share"]), "$")
        return (whole, step("Outside the part", dollars(whole.value or 0.0) - dollars(self.inputs["amount"]), "$"))


@checked
def whole_of_part(amount: Budget, share: Fraction) -> WholeOfPart:
    """Say what whole a sum of money is a known share of, such as the budget behind a first tranche.

    Args:
        amount: the sum that is the part, in dollars.
        share: the share that it is, 0.45 for 45%.

    Raises:
        ToolError: an amount that is not above zero, or a share outside 0 to 1.
    """
    whole = exact(amount) / exact(share)
    return WholeOfPart(inputs={"amount": amount, "share": share}, whole=float(whole), rest=float(whole - exact(amount)))
