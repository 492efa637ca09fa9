"""How far a future stands from its index, by hand.

The index cannot be held; its distance from the future is called the basis, and closes by the future's settlement.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from tools.expression import figure
from tools.parameters import Price, checked
from tools.result import Result
from tools.wording import percent, points
from tools.working import WorkingStep, step


@dataclass(frozen=True, kw_only=True)
class SpotBasis(Result):
    """A future against its index.

    Attributes:
        basis: future less spot, in index points.
        share: the same as a fraction of spot.
    """

    tool: ClassVar[str] = "spot_basis"
    basis: float
    share: float

    def summary(self) -> str:
        """The distance in points and in percent, on which side it lies, and what it does by settlement."""
        side = "above" if self.basis > 0 else "below" if self.basis < 0 else "level with"
        state = "a premium" if self.basis > 0 else "a discount" if self.basis < 0 else "no basis"
        return (
            f"- **The future stands {points(abs(self.basis))} points ({percent(abs(self.share))}) {side} spot**, {state}: "
            f"{points(self.inputs['future'])}/{points(self.inputs['spot'])} − 1 = {percent(self.share)}.\n"
            "- By its settlement the future comes to the index; contango and backwardation are told between two futures, "
            "front and second."
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """The distance, and its share of spot."""
        spot, future = (figure(self.inputs[k]) for k in ("spot", "future"))
        return (step("Future less spot", future - spot, "points"), step("Of spot", future / spot - 1, "%"))


@checked
def spot_basis(spot: Price, future: Price) -> SpotBasis:
    """Say how far a future stands above or below its index, in points and in percent.

    Args:
        spot: level of the index.
        future: price of the future.

    Raises:
        ToolError: a price that is not above zero.
    """
    return SpotBasis(
        inputs={"spot": spot, "future": future}, basis=round(future - spot, 12), share=round(future / spot - 1.0, 12)
    )
