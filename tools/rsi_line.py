"""An RSI that is known, held against the line of the method."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from tools.errors import ToolError
from tools.expression import figure
from tools.methodology import METHOD
from tools.parameters import Number, Numbers, checked
from tools.result import Result
from tools.series import as_series
from tools.wording import counted, level, listed
from tools.working import WorkingStep, step

Rsi = Annotated[float, Number("level", "0 to 100", low=0, high=100)]

_SHOWN = 12  # readings that are told one by one
_HIGHEST = 100


@dataclass(frozen=True, kw_only=True)
class RsiLine(Result):
    """An RSI against the line.

    Attributes:
        extreme: whether it stands above the line of the method (70).
        over: the RSI less that line.
        above: places, counted from 1, of the readings above the line, the last of which is the RSI; () where none are given.
    """

    tool: ClassVar[str] = "rsi_line"
    extreme: bool
    over: float
    above: tuple[int, ...] = ()

    def summary(self) -> str:
        """On which side it stands, what the method does there, and which of several readings are above."""
        return self._now() + self._several()

    def _several(self) -> str:
        """The readings above the line, and those that are just on it."""
        readings, line = self.inputs.get("readings", ()), METHOD.rsi_above.value
        if not readings:
            return ""
        over = listed(f"{level(readings[place - 1])} (reading {place:,})" for place in self.above[-_SHOWN:])
        on = [f"{place:,}" for place, value in enumerate(readings, start=1) if value == line][-_SHOWN:]
        level_with = f" {level(line)} itself, on reading {listed(on)}, is not above it." if on else ""
        told = f": {over}" if self.above else ""
        return f"\n- Above {level(line)}: {len(self.above):,} of {counted(len(readings), 'reading')}{told}.{level_with}"

    def _now(self) -> str:
        """On which side the RSI stands."""
        line, value = level(METHOD.rsi_above.value), level(self.inputs["value"])
        if self.extreme:
            return (
                f"- **RSI {value} is above {line}**, by {level(self.over)}: on VIX futures that is the method's cue to review "
                "the butterfly's wings. The primary article does not say how to adjust them."
            )
        return (
            f"- **RSI {value} is not above {line}**, so the method's cue to review a butterfly's wings, read on VIX futures, "
            "is not there."
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """The difference."""
        return (step("RSI less the line", figure(self.inputs["value"]) - METHOD.rsi_above.value),)


@checked
def rsi_line(value: Rsi, readings: Numbers | None = None) -> RsiLine:
    """Hold an RSI that is known against the method's line of 70, above which the wings are reviewed.

    Args:
        value: the RSI, of VIX futures in the method.
        readings: several readings of it, oldest first, `value` the last of them.

    Raises:
        ToolError: a number outside 0 to 100, or readings that do not end in `value`.
    """
    held = [] if readings is None else as_series(readings, "readings").tolist()
    if readings is not None and (not held or not all(0 <= each <= _HIGHEST for each in held) or held[-1] != value):
        raise ToolError("readings", held, f"numbers from 0 to 100, the last of them {level(value)}")
    line = METHOD.rsi_above.value
    return RsiLine(
        inputs={"value": value, **({"readings": held} if held else {})},
        assumptions=(METHOD.assume("rsi_above"),),
        extreme=value > line,
        over=round(value - line, 12),
        above=tuple(place for place, each in enumerate(held, start=1) if each > line),
    )
