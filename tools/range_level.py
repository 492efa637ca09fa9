"""A value by its place between the lowest and the highest of a stretch: the min–max scale, one way to normalise a level."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from tools.errors import ToolError
from tools.expression import figure
from tools.methodology import METHOD
from tools.parameters import checked
from tools.result import Result
from tools.smoothing import Figure
from tools.wording import level, percent, points
from tools.working import WorkingStep, step


@dataclass(frozen=True, kw_only=True)
class RangeLevel(Result):
    """A value between two ends.

    Attributes:
        depressed: whether the place is below the line of the method (0.8).
        place: share of the way from the low to the high; below 0 or above 1 outside them.
    """

    tool: ClassVar[str] = "range_level"
    place: float
    depressed: bool

    def summary(self) -> str:
        """The place, and that the method's line belongs to no scale for certain."""
        value, low, high = (level(self.inputs[k]) for k in ("value", "low", "high"))
        outside = "" if 0 <= self.place <= 1 else "; it lies outside the range given"
        line = METHOD.depressed_below.value
        side = f"{'below' if self.depressed else 'not below'} {level(line)}"
        counts = "counts" if self.depressed else "does not count"
        return (
            f"- **Min–max level: ({value} − {low})/({high} − {low}) = {points(self.place)}**, {percent(self.place)} of "
            f"the way up "
            f"the range{outside}; that is {side}, so it {counts} as depressed on this scale.\n"
            "- The article does not define its normalised scale. On this one a low reading is near 0; its 0.8 would be "
            "near the "
            "top, so the line fits a scale over an average better."
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """The one division."""
        value, low, high = (figure(self.inputs[k]) for k in ("value", "low", "high"))
        return (step("Place in the range", (value - low) / (high - low)),)


@checked
def range_level(value: Figure, low: Figure, high: Figure) -> RangeLevel:
    """Place a value between the lowest and the highest of a stretch (min–max), 0 at the low and 1 at the high.

    Args:
        value: the value now.
        low: lowest value of the stretch.
        high: highest value of the stretch; above `low`.

    Raises:
        ToolError: a number out of range, or a high that is not above the low.
    """
    if not low < high:
        raise ToolError("high", high, f"above the low of {level(low)}", "Name the lowest and then the highest value.")
    place = round((value - low) / (high - low), 12)
    return RangeLevel(
        inputs={"value": value, "low": low, "high": high},
        assumptions=(METHOD.assume("depressed_below"),),
        place=place,
        depressed=place < METHOD.depressed_below.value,
    )
