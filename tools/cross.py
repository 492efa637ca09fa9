"""Did the MACD cross its signal line between two bars? Answered from the numbers of those bars alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from tools.errors import ToolError
from tools.expression import figure
from tools.methodology import METHOD
from tools.parameters import Level, Number, checked
from tools.result import Result
from tools.wording import level as written
from tools.wording import significant
from tools.working import WorkingStep, said, step

# Of the lines. A MACD is the small difference of two averages, so that their rounding is much more of it than of them.
_NOISE = 1e-10

Normalised = Annotated[float, Number("level", "on the normalised scale", low=0)]


@dataclass(frozen=True, kw_only=True)
class MacdCross(Result):
    """Where the MACD stands against its signal line, and whether it crossed.

    Attributes:
        histogram: MACD minus signal now.
        histogram_before: the same one bar earlier; None when that bar was not given.
        crossed: "up", "down", "none", or "unknown" without the bar before.
        expanding: histogram above zero and higher than before; None when unknown.
        trigger: crossed up while expanding; None when unknown.
        depressed: level below 0.8; None when no level was given.
        below_zero: whether both lines stand below zero, which the method's rule does not look at.
        noise: by how much two lines differ that are taken for equal; 0 where they do not.
    """

    tool: ClassVar[str] = "macd_cross"
    histogram: float
    histogram_before: float | None
    crossed: Literal["up", "down", "none", "unknown"]
    expanding: bool | None
    trigger: bool | None
    depressed: bool | None
    below_zero: bool
    noise: float

    def summary(self) -> str:
        """The cross, the histogram, the level and the zero line in plain words."""
        bullets = [self._verdict()]
        if self.expanding is not None:
            before = self.histogram_before or 0.0
            bullets.append(f"The histogram went from {_signed(before)} to {_signed(self.histogram)}: {self._state(before)}.")
        if self.below_zero:
            bullets.append("Both values are still below zero; the primary article's rule is about the signal line, not zero.")
        if self.depressed is not None:
            level, line = self.inputs["normalised"], METHOD.depressed_below.value
            under, counts = ("under", "it counts") if self.depressed else ("not under", "it does not count")
            bullets.append(f"Level: {written(level)} is {under} {written(line)}, so {counts} as depressed.")
        return "\n".join(f"- {text}" for text in bullets)

    def working(self) -> tuple[WorkingStep, ...]:
        """The histogram on both bars and what the rule asks of them."""
        now, signal = self.inputs["macd_now"], self.inputs["signal_now"]
        noise = f"0; the lines differ by {significant(self.noise, 1)}, which is rounding noise"
        steps = [said("Histogram now", noise) if self.noise else step("Histogram now", figure(now) - signal)]
        if self.histogram_before is not None:
            steps.append(step("Histogram before", figure(self.inputs["macd_before"]) - self.inputs["signal_before"]))
            steps.append(step("Change of the histogram", figure(self.histogram) - self.histogram_before))
            is_up, not_up = "above 0 now and not above 0 before: a cross up", "not a change from 0 or below to above 0"
            steps.append(said("Rule", is_up if self.crossed == "up" else not_up))
        return tuple(steps)

    def _state(self, before: float) -> str:
        """Where the histogram stands, whether it rises, and so whether it expands positively."""
        now = self.histogram
        side = "above zero" if now > 0 else "below zero" if now < 0 else "at zero"
        move = "rising" if now > before else "falling" if now < before else "unchanged"
        if self.expanding:
            return f"{side} and {move}, so it expands positively"
        return f"{side} {'and' if (now > 0) == (now > before) else 'but'} {move}, so it does not expand positively"

    def _verdict(self) -> str:
        now = self.histogram
        if self.crossed == "unknown" and self.noise:
            return (
                f"**No cross: the two lines are equal.** They differ by {significant(self.noise, 1)}, which is rounding noise "
                "of floating-point numbers and no move; equality is no cross, wherever the MACD stood before."
            )
        if self.crossed == "unknown":
            side = "above" if now > 0 else "below" if now < 0 else "level with"
            fresh = "whether it is a fresh cross needs yesterday's values of both lines"
            if now <= 0:
                fresh = f"no cross up on this bar, wherever it stood before{'; equality is no cross' if not now else ''}"
            return f"**MACD {side} signal** (histogram {_signed(now)}); {fresh}."
        before = self.histogram_before or 0.0
        move = f"from {_gap(before)} to {_gap(now)}"
        if self.crossed == "up":
            return f"**Yes, a bullish cross**: {move}."
        if self.crossed == "down":
            return f"**It crossed down**: {move}. That is not the primary article's bullish trigger, which is an upward cross."
        noise = f" (they differ by {significant(self.noise, 1)}, which is rounding noise)" if self.noise else ""
        return f"**No cross**: {move}{'' if now else f'; the line only equals its signal{noise}, and equality is no cross'}."


@checked
def macd_cross(
    macd_now: Level,
    signal_now: Level,
    macd_before: Level | None = None,
    signal_before: Level | None = None,
    normalised: Normalised | None = None,
) -> MacdCross:
    """Say whether the MACD crossed its signal line between the bar before and now.

    Args:
        macd_now: MACD line on the latest bar.
        signal_now: signal line on the latest bar.
        macd_before: MACD line one bar earlier.
        signal_before: signal line one bar earlier.
        normalised: the series' level on the normalised scale, to say whether it is depressed (below 0.8).

    Raises:
        ToolError: a value that is no number, or only one of the two values of the bar before.
    """
    if (macd_before is None) != (signal_before is None):
        missing = "macd_before" if macd_before is None else "signal_before"
        raise ToolError(missing, None, "given together with the other value of that bar", "Give both or neither.")
    now = histogram_of(macd_now, signal_now)
    before = None if macd_before is None or signal_before is None else histogram_of(macd_before, signal_before)
    crossed: Literal["up", "down", "none", "unknown"] = "unknown"
    expanding = None
    if before is not None:
        crossed = "up" if now > 0 >= before else "down" if now < 0 <= before else "none"
        expanding = now > 0 and now > before
    given = {"macd_before": macd_before, "signal_before": signal_before, "normalised": normalised}
    return MacdCross(
        inputs={"macd_now": macd_now, "signal_now": signal_now, **{k: v for k, v in given.items() if v is not None}},
        assumptions=(
            METHOD.assume("trigger"),
            METHOD.assume("cross"),
            *((METHOD.assume("depressed_below"),) if normalised is not None else ()),
        ),
        histogram=now,
        histogram_before=before,
        crossed=crossed,
        expanding=expanding,
        trigger=None if before is None else crossed == "up" and bool(expanding),
        depressed=None if normalised is None else normalised < METHOD.depressed_below.value,
        below_zero=macd_now < 0 and signal_now < 0,
        noise=0.0 if now else abs(macd_now - signal_now),
    )


def histogram_of(macd: float, signal: float) -> float:
    """The difference, with rounding noise taken as zero and decimals tidied (0.031 − 0.027 is 0.004)."""
    gap = macd - signal
    size = max(abs(macd), abs(signal))
    return 0.0 if abs(gap) <= _NOISE * size else float(f"{gap:.12g}")


def _signed(value: float) -> str:
    return significant(value, 6, "+") if value else "0"


def _gap(value: float) -> str:
    return f"{significant(abs(value), 6)} {'above' if value > 0 else 'below'} the signal" if value else "level with the signal"
