"""A sum of money split by weights, such as the 4/4/2 or the 40/35/25 of layers on several pages."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction as Exact
from typing import ClassVar

from tools.errors import ToolError
from tools.expression import dollars, figure, share, total
from tools.parameters import Budget, Numbers, checked
from tools.result import Result
from tools.wording import level, listed, money, percent
from tools.working import WorkingStep, step

_MOST = 12


@dataclass(frozen=True, kw_only=True)
class WeightedSplit(Result):
    """A sum in parts.

    Attributes:
        shares: each weight over the sum of the weights.
        parts: dollars of each part, in the order of the weights.
    """

    tool: ClassVar[str] = "weighted_split"
    shares: tuple[float, ...]
    parts: tuple[float, ...]

    def summary(self) -> str:
        """Each part with its share."""
        told = listed(f"{percent(part, 2)} = {money(dollars_)}" for part, dollars_ in zip(self.shares, self.parts, strict=True))
        weights = "/".join(level(w) for w in self.inputs["weights"])
        return (
            f"- **{money(self.inputs['budget'])} split {weights}: {told}**.\n"
            "- The weights are read as parts of this money; pages that use them for contracts or for vega mean something else."
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """The sum of the weights, then each part."""
        weights, budget = self.inputs["weights"], dollars(self.inputs["budget"])
        steps = [step("Sum of the weights", total(figure(w) for w in weights))]
        for n, (weight, part) in enumerate(zip(weights, self.shares, strict=True), start=1):
            steps.append(step(f"Share {n}", figure(weight) / sum(weights), "%"))
            steps.append(step(f"Part {n}", share(part) * budget, "$"))
        return tuple(steps)


@checked
def weighted_split(budget: Budget, weights: Numbers) -> WeightedSplit:
    """Split a sum of money by weights, such as 40/35/25 or 4/4/2.

    Args:
        budget: the sum, in dollars.
        weights: two weights or more; only their ratio counts, so 4/4/2 is 40%, 40% and 20%.

    Raises:
        ToolError: fewer than two weights, or one that is not above zero.
    """
    given = [float(w) for w in weights]
    if not 2 <= len(given) <= _MOST or not all(0 < w < 1e9 for w in given):
        raise ToolError("weights", weights, f"2 to {_MOST} numbers above 0")
    exact = [Exact(repr(w)) for w in given]
    shares = [w / sum(exact) for w in exact]
    return WeightedSplit(
        inputs={"budget": budget, "weights": given},
        shares=tuple(float(s) for s in shares),
        parts=tuple(round(float(s * Exact(repr(budget))), 9) for s in shares),
    )
