"""A value on the normalised scale: over what is usual for it, held against the article's line of 0.8."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from tools.expression import figure
from tools.methodology import METHOD
from tools.parameters import Number, checked
from tools.payoff import exact
from tools.result import Result
from tools.wording import level, points, significant
from tools.working import WorkingStep, step

_DIGITS = 10  # of a value or a mean that count

Reading = Annotated[float, Number("level", "in the unit of the series", low=0, high=1e12, open_low=True)]


@dataclass(frozen=True, kw_only=True)
class NormalisedLevel(Result):
    """A value against what is usual for it.

    Attributes:
        normalised: the value over the usual value; 1 means as usual.
        depressed: whether that is below 0.8.
        line: the value at which the scale stands at 0.8.
    """

    tool: ClassVar[str] = "normalised_level"
    normalised: float
    depressed: bool
    line: float

    def summary(self) -> str:
        """The ratio, and whether it counts as depressed."""
        line = METHOD.depressed_below.value
        side, counts = ("below", "it counts") if self.depressed else ("not below", "it does not count")
        value, usual = (significant(self.inputs[name], _DIGITS) for name in ("value", "usual"))
        ratio = f"{value}/{usual} = {points(self.normalised)}"
        return (
            f"- **Normalised level: {ratio}**; that is {side} {level(line)}, so {counts} as depressed.\n"
            f"- The line lies at {level(line)} × {usual} = {points(self.line)}. The article, which says "
            "that such levels are often under 0.8, does not define its scale; dividing by an average (ours is the trailing "
            f"{METHOD.window.value}-bar mean) is our assumption."
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
    ratio = exact(value) / exact(usual)
    return NormalisedLevel(
        inputs={"value": value, "usual": usual},
        assumptions=(METHOD.assume("normalise"), METHOD.assume("depressed_below")),
        normalised=float(ratio),
        depressed=ratio < exact(METHOD.depressed_below.value),
        line=round(METHOD.depressed_below.value * usual, 12),
    )


@dataclass(frozen=True, kw_only=True)
class ValueAtLevel(Result):
    """The value that stands at a level of the normalised scale.

    Attributes:
        value: the level times what is usual, in the unit of the series.
    """

    tool: ClassVar[str] = "value_at_level"
    value: float

    def summary(self) -> str:
        """The value, and on which side of it the scale is depressed."""
        usual, normalised = level(self.inputs["usual"]), level(self.inputs["normalised"])
        return (
            f"- **A value of {points(self.value)} stands at {normalised} on the normalised scale**: {normalised} × {usual}.\n"
            f"- Below it the scale is lower{self._depressed()}. It holds for a value over its average (the trailing mean), our "
            "assumption; a min–max or percentile scale gives a different level, and the article does not define its scale."
        )

    def _depressed(self) -> str:
        """What lies below it, where it is the method's line."""
        return ", and counts as depressed" if self.inputs["normalised"] == METHOD.depressed_below.value else ""

    def working(self) -> tuple[WorkingStep, ...]:
        """The one product."""
        return (step("Value", figure(self.inputs["normalised"]) * self.inputs["usual"]),)


@checked
def value_at_level(usual: Reading, normalised: Reading = METHOD.depressed_below.value) -> ValueAtLevel:
    """Say which value stands at a level of the normalised scale, such as the line of 0.8.

    Args:
        usual: what values are measured by, a trailing mean or median, in the unit of the series.
        normalised: the level on the scale; 1 is as usual.

    Raises:
        ToolError: a number that is not above zero.
    """
    return ValueAtLevel(
        inputs={"usual": usual, "normalised": normalised},
        assumptions=(METHOD.assume("normalise"), METHOD.assume("depressed_below", normalised)),
        value=round(usual * normalised, 12),
    )
