"""What becomes of a MACD where every value of its series is multiplied by one number or moved by one.

Averages are linear: a factor passes through to the line, its signal and the histogram; a constant is in both averages and
falls out of their difference. The normalised level is a ratio: a factor falls out of it, a constant does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from tools.errors import ToolError
from tools.expression import figure
from tools.methodology import METHOD
from tools.parameters import Number, checked
from tools.result import Result
from tools.smoothing import Figure, bracketed
from tools.wording import level, points
from tools.working import WorkingStep, said, step

Factor = Annotated[float, Number("ratio", "times every value", low=0, high=1e9, open_low=True)]
Shift = Annotated[float, Number("level", "in the unit of the series, after the factor", low=-1e9, high=1e9)]


@dataclass(frozen=True, kw_only=True)
class RescaledSeries(Result):
    """A MACD after its series was rescaled.

    Attributes:
        macd_factor: by what MACD, signal and histogram are multiplied.
        crosses_move: whether a cross falls on another bar; never, with a factor above zero.
        level_moves: whether the normalised level changes, and with it whether it is below 0.8.
        value_after: what the MACD, signal or histogram that was told comes to; None where none was.
    """

    tool: ClassVar[str] = "rescaled_series"
    macd_factor: float
    crosses_move: bool
    level_moves: bool
    value_after: float | None = None

    def summary(self) -> str:
        """The lines, the crosses, and the level."""
        factor, shift, line = self.inputs["factor"], self.inputs["shift"], level(METHOD.depressed_below.value)
        if factor == 1:
            way = "Adding a constant to" if shift > 0 else "Subtracting a constant from"
            lines = (
                f"**No cross moves: they fall on the same bars. {way} every value ({level(abs(shift))}) leaves MACD, signal "
                "and histogram unchanged**"
            )
        else:
            lines = (
                "**No cross moves: they fall on the same bars. MACD, signal and histogram all scale by the same factor, "
                f"{level(factor)}{f'; the constant of {level(shift)} falls out' if shift else ''}**"
            )
        why = "both averages take it over, and a cross asks only which line is higher"
        scale = f"the normalised level, a value over its average, and with it the test of {line}"
        moved = (
            f"But {scale}, would change: a constant does not fall out of a ratio."
            if self.level_moves
            else f"{scale[0].upper()}{scale[1:]}, does not change either: a factor falls out of a ratio."
        )
        return f"{self._told()}- {lines}: {why}.\n- {moved}"

    def _told(self) -> str:
        """The one figure of a MACD that was told, after the change."""
        value, factor = self.inputs.get("value"), self.inputs["factor"]
        if value is None or self.value_after is None:
            return ""
        if factor == 1:
            return f"- **It stays {level(value)}**.\n"
        back = round(1 / factor, 9)
        way = (
            f"{bracketed(value)}/{level(back)}" if factor < 1 and back.is_integer() else f"{bracketed(value)} × {level(factor)}"
        )
        return f"- **It comes to {points(self.value_after)}**: {way}.\n"

    def working(self) -> tuple[WorkingStep, ...]:
        """A point of MACD before and after, and the reason for the level."""
        factor, shift = self.inputs["factor"], self.inputs["shift"]
        fast, slow = (figure(1.0) * factor + shift, figure(0.0) * factor + shift)
        return (
            step("MACD of averages 1 apart", fast - slow, note="where it was 1"),
            *self._value_step(),
            said("Level", "changes" if self.level_moves else "stays"),
        )

    def _value_step(self) -> tuple[WorkingStep, ...]:
        value = self.inputs.get("value")
        return () if value is None else (step("The figure told", figure(value) * self.inputs["factor"]),)


@checked
def rescaled_series(factor: Factor = 1.0, shift: Shift = 0.0, value: Figure | None = None) -> RescaledSeries:
    """Say what becomes of MACD, its crosses and the level where every value is multiplied by a number or moved by one.

    Args:
        factor: what every value is multiplied by; 100 from decimals to percent.
        shift: what is added to every value after that; negative where it is taken off.
        value: a MACD, a signal or a histogram of the series before the change, to be told after it.

    Raises:
        ToolError: a factor that is not above zero, or neither a factor nor a constant.
    """
    if factor == 1 and not shift:
        raise ToolError("factor", factor, "other than 1, or a shift other than 0", "Say how the values are changed.")
    return RescaledSeries(
        inputs={"factor": factor, "shift": shift, **({} if value is None else {"value": value})},
        macd_factor=factor,
        crosses_move=False,
        level_moves=bool(shift),
        value_after=None if value is None else round(value * factor, 12),
    )
