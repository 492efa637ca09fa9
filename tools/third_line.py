"""MACD, signal and histogram of one bar: any two of them give the third; and why a platform may show another histogram."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from tools.errors import ToolError
from tools.expression import figure
from tools.parameters import checked
from tools.result import Result
from tools.smoothing import Figure
from tools.wording import points
from tools.working import WorkingStep, step

_TWO = 2
_DOUBLED: Final = 2
_ROUNDED: Final = 0.05  # a platform shows few decimals
_PLACE: Final = {"positive": "above", "negative": "below", "zero": "on"}


@dataclass(frozen=True, kw_only=True)
class ThirdLine(Result):
    """The three figures of one bar; histogram = MACD − signal.

    Attributes:
        found: the name of the one that was worked out: "macd", "signal" or "histogram".
        value: what it comes to, in the unit of the series.
        side: sign of the histogram: on which side of its signal the MACD stands.
        times: how many times the histogram the one shown by a platform is; None where none was given, or the histogram is 0.
    """

    tool: ClassVar[str] = "third_line"
    found: str
    value: float
    side: Literal["positive", "negative", "zero"]
    times: float | None = None

    def summary(self) -> str:
        """The one worked out, from the other two."""
        name = "MACD" if self.found == "macd" else self.found.capitalize()
        return (
            f"- **{name} = {points(self.value)}**, since the histogram is the MACD less its signal.\n"
            f"- The histogram is {self.side}: the MACD stands {_PLACE[self.side]} its signal{self._both()}.{self._shown()}"
        )

    def _shown(self) -> str:
        """What the histogram that a platform shows is to the difference of the lines."""
        shown = self.inputs.get("shown")
        if shown is None or shown == self.value:
            return ""
        if self.times is not None and abs(self.times - _DOUBLED) <= _ROUNDED:
            return (
                f"\n- **The {points(shown)} shown is twice that**: {_DOUBLED} × {points(self.value)}. Some platforms, those "
                "with DIF and DEA among them, plot the doubled difference. Doubling changes no sign, so the crosses are "
                "the same."
            )
        return f"\n- The {points(shown)} shown is not that difference, by {points(round(shown - self.value, 12))}."

    def _both(self) -> str:
        """Whether both lines stand on one side of zero, where that is not the side of the histogram."""
        lines = [self.inputs.get(name, self.value) for name in ("macd", "signal")]
        if self.side == "positive" and max(lines) < 0:
            return " although both are below zero, which the rule does not look at"
        if self.side == "negative" and min(lines) > 0:
            return " although both are above zero, which the rule does not look at"
        return ""

    def working(self) -> tuple[WorkingStep, ...]:
        """The sum or the difference."""
        given = self.inputs
        if self.found == "macd":
            return (step("MACD", figure(given["signal"]) + given["histogram"]),)
        if self.found == "signal":
            return (step("Signal", figure(given["macd"]) - given["histogram"]),)
        steps = [step("Histogram", figure(given["macd"]) - given["signal"])]
        if self.times is not None:
            steps.append(step("Shown, in histograms", figure(given["shown"]) / self.value))
        return tuple(steps)


@checked
def third_line(
    macd: Figure | None = None, signal: Figure | None = None, histogram: Figure | None = None, shown: Figure | None = None
) -> ThirdLine:
    """Take whichever of MACD, signal and histogram is missing from the other two.

    Args:
        macd: the MACD line.
        signal: the signal line of the same bar.
        histogram: the histogram of the same bar.
        shown: what a platform shows as the histogram of that bar, to hold against MACD less signal.

    Raises:
        ToolError: not just two of the three, what is shown without both lines, or a number out of range.
    """
    given = {k: v for k, v in (("macd", macd), ("signal", signal), ("histogram", histogram)) if v is not None}
    if len(given) != _TWO:
        name = "histogram" if histogram is not None or len(given) < _TWO else "signal"
        raise ToolError(name, len(given), "two of macd, signal and histogram", "Give the two that are known.")
    if shown is not None and histogram is not None:
        raise ToolError("shown", shown, "given with macd and signal, and no histogram", "Leave the histogram out.")
    if macd is not None and signal is not None:
        found, value = "histogram", macd - signal
    elif macd is not None and histogram is not None:
        found, value = "signal", macd - histogram
    else:
        found, value = "macd", (signal or 0.0) + (histogram or 0.0)
    value = round(value, 12)
    gap = value if found == "histogram" else given["histogram"]
    side: Literal["positive", "negative", "zero"] = "positive" if gap > 0 else "negative" if gap < 0 else "zero"
    return ThirdLine(
        inputs={**given, **({} if shown is None else {"shown": shown})},
        found=found,
        value=value,
        side=side,
        times=None if shown is None or not value else round(shown / value, 9),
    )
