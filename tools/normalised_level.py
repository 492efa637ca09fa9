"""A value on the normalised scale: over what is usual for it, held against the article's line of 0.8."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction as Exact
from typing import Annotated, ClassVar

from tools.expression import figure
from tools.methodology import METHOD
from tools.parameters import Number, checked
from tools.result import Result
from tools.wording import level, points
from tools.working import WorkingStep, step

Reading = Annotated[float, Number("level", "in the unit of the series", low=0, high=1e12, open_low=True)]


@dataclass(frozen=True, kw_only=True)
class NormalisedLevel(Result):
    """A value against what is usual for it.

    Attributes:
        normalised: the value over the usual value; 1 means as usual.
        depressed: whether that is below 0.8.
    """

    tool: ClassVar[str] = "normalised_level"
    normalised: float
    depressed: bool

    def summary(self) -> str:
        """The ratio, and whether it counts as depressed."""
        line = METHOD.depressed_below.value
        side, counts = ("under", "it counts") if self.depressed else ("not under", "it does not count")
        ratio = f"{level(self.inputs['value'])}/{level(self.inputs['usual'])} = {points(self.normalised)}"
        return (
            f"- **Normalised level: {ratio}**; that is {side} {level(line)}, so {counts} as depressed.\n"
            "- The article names 0.8 as the line that such levels are often under and does not define its scale; "
            "dividing by an average is our assumption."
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """The one division."""
        return (step("Normalised level", figure(self.inputs["value"]) / self.inputs["usual"]),)


@checked
def normalised_level(value: Reading, usual: Reading) -> NormalisedLevel:
    """Put a value on the normalised scale, over its own average, and say whether it is depressed (below 0.8).

    Args:
        value: the value now, such as the implied volatility of the 10-delta put.
        usual: what it is measured by, its trailing mean or median, in the same unit.

    Raises:
        ToolError: a number that is not above zero.
    """
    exact = Exact(repr(value)) / Exact(repr(usual))
    return NormalisedLevel(
        inputs={"value": value, "usual": usual},
        assumptions=(METHOD.assume("normalise"), METHOD.assume("depressed_below")),
        normalised=float(exact),
        depressed=exact < Exact(repr(METHOD.depressed_below.value)),
    )
