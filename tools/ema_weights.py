"""The weights behind an exponential average turned round: the span that a weight stands for, and what is left of a start."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Annotated, ClassVar

from tools.expression import figure
from tools.macd import SETTLED, warm_up
from tools.macd_weights import Weight
from tools.methodology import METHOD
from tools.parameters import Number, Periods, checked
from tools.result import Result
from tools.wording import counted, fixed, level, listed, percent, points, significant
from tools.working import WorkingStep, step

_TELLING = 4  # decimals of a weight; fewer are of several spans, or of none on purpose ("0.15")
_FIRST = warm_up(METHOD.slow.value, METHOD.signal.value)  # bar of the method's first signal

Bars = Annotated[int, Number("count", "bars", low=0, high=100_000, whole=True)]


@dataclass(frozen=True, kw_only=True)
class WeightSpan(Result):
    """The span that a weight stands for.

    Attributes:
        span: bars of the exponential average with this weight, 2/weight − 1; seldom whole.
        nearest: the whole number of bars nearest to it, at least 1.
        nearest_alpha: the weight of so many bars, 2/(nearest + 1).
        wilder: bars of Wilder's average with this weight, 1/weight.
    """

    tool: ClassVar[str] = "weight_span"
    span: float
    nearest: int
    nearest_alpha: float
    wilder: float

    def summary(self) -> str:
        """Both spans."""
        weight = significant(self.inputs["weight"], 4)
        near, whole = "", f"2/{self.nearest + 1:,} = "
        if self._is_rounded():
            near = f" So it is that of {counted(self.nearest, 'bar')}, rounded: {whole}{significant(self.nearest_alpha, 6)}."
        elif self.span != self.nearest:
            near = f" That is not {self.nearest:,}: {counted(self.nearest, 'bar')} weigh {whole}{points(self.nearest_alpha)}."
        return (
            f"- **A weight of {weight} is that of an exponential average of {points(self.span)} bars**: 2/{weight} − 1, since "
            f"the weight of n bars is 2/(n + 1).{near}\n"
            f"- As Wilder smooths, with 1/n, the same weight belongs to {points(self.wilder)} bars{self._from_wilder()}."
        )

    def _is_rounded(self) -> bool:
        """Whether the weight is that of a whole number of bars, written with so many decimals that it can be no other."""
        told = level(self.inputs["weight"])
        places = len(told.partition(".")[2])
        return places >= _TELLING and self.span != self.nearest and fixed(self.nearest_alpha, places) == told

    def _from_wilder(self) -> str:
        """How the one span comes of the other, where Wilder's is whole."""
        bars = round(self.wilder)
        if abs(self.wilder - bars) > 1e-6 or bars < 2:
            return ""
        return f": 2 × {bars:,} − 1 = {2 * bars - 1:,}, and 2/{2 * bars:,} = 1/{bars:,} = {points(self.inputs['weight'])}"

    def working(self) -> tuple[WorkingStep, ...]:
        """The two divisions."""
        weight = figure(self.inputs["weight"])
        return (step("Exponential average", 2 / weight - 1, "bars"), step("Wilder's average", 1 / weight, "bars"))


@dataclass(frozen=True, kw_only=True)
class StartLeft(Result):
    """What is left of an average's start.

    Attributes:
        left: share of the average that is still its start, (1 − alpha)^bars.
        alpha: weight of each new value, 2/(span + 1).
        half_life: bars in which the start loses half its share.
        halved: (bars, share left) at the whole number of bars nearest to that.
        under: (share, bars) for a tenth and a hundredth: the first bar on which less than that is left.
        after_seed: the same share where `after` counts from the first value and the start is the mean of the first `span`
            values, (1 − alpha)^(after − span); None where there are not more bars than that.
        elsewhere: (bars, share left) at the method's first signal and where we take an average as settled.
    """

    tool: ClassVar[str] = "start_left"
    left: float
    alpha: float
    half_life: float
    halved: tuple[int, float]
    under: tuple[tuple[float, int], ...]
    after_seed: float | None
    elsewhere: tuple[tuple[int, float], ...]

    def summary(self) -> str:
        """The share, its working, and how fast it fades."""
        span, bars = self.inputs["span"], self.inputs["after"]
        kept = f"({span - 1:,}/{span + 1:,})"
        return (
            f"- **{percent(self.left)} of the start is left** after {counted(bars, 'bar')}: {kept}^{bars:,} = "
            f"{significant(self.left, 3)}.\n"
            f"{self._counted(kept)}"
            f"{self._faded(kept)}"
            f"- Each new value takes {points(self.alpha)} of the way, so the start halves every "
            f"{level(round(self.half_life, 1))} "
            f"bars{self._elsewhere()}. What is off by more than this share of the difference between two starts has another "
            "cause, such as the data, the close used or rounding."
        )

    def _counted(self, kept: str) -> str:
        """The share where the bars are counted from the first value."""
        if self.after_seed is None:
            return ""
        span, bars = self.inputs["span"], self.inputs["after"]
        return (
            f"- If the {bars:,} bars count from the first value, a start from the mean of {span:,} has had "
            f"{bars - span:,} more: {kept}^{bars - span:,}, {percent(self.after_seed)}.\n"
        )

    def _faded(self, kept: str) -> str:
        """What each bar keeps, and when half, a tenth and a hundredth are left."""
        if self.alpha == 1:
            return ""
        bars, left = self.halved
        under = listed(f"below {percent(share)} first after {bars:,}" for share, bars in self.under)
        return (
            f"- Each bar keeps {kept[1:-1]} = {points(1 - self.alpha)} of the start's weight: about half after "
            f"{counted(bars, 'bar')} ({significant(left, 4)} left), {under}.\n"
        )

    def _elsewhere(self) -> str:
        told = [f"{percent(left)} after {bars:,}" for bars, left in self.elsewhere if bars != self.inputs["after"]]
        return f": {listed(told)}" if told else ""

    def working(self) -> tuple[WorkingStep, ...]:
        """The weight and the power."""
        span = figure(self.inputs["span"])
        return (
            step("alpha", 2 / (span + 1)),
            step("Left of the start", (1 - figure(self.alpha)) ** self.inputs["after"], "%"),
        )


@checked
def weight_span(weight: Weight) -> WeightSpan:
    """Say which span of an exponential average a weight stands for, and of Wilder's average.

    Args:
        weight: weight of the newest value (alpha), above 0 and at most 1.

    Raises:
        ToolError: a weight outside that range.
    """
    span = round(2.0 / weight - 1.0, 9)
    nearest = max(1, math.floor(span + 0.5))
    return WeightSpan(
        inputs={"weight": weight},
        span=span,
        nearest=nearest,
        nearest_alpha=2.0 / (nearest + 1.0),
        wilder=round(1.0 / weight, 9),
    )


@checked
def start_left(span: Periods, after: Bars) -> StartLeft:
    """Say how much of an exponential average is still its start (seed) after so many bars.

    Args:
        span: number of bars of the average.
        after: number of bars since the start.

    Raises:
        ToolError: numbers that are not whole, or out of range.
    """
    alpha = 2.0 / (span + 1.0)
    kept = 1.0 - alpha
    half_life = math.log(0.5) / math.log(kept) if kept > 0 else 0.0
    near = max(1, round(half_life))
    return StartLeft(
        inputs={"span": span, "after": after},
        left=kept**after,
        alpha=alpha,
        half_life=half_life,
        halved=(near, kept**near),
        under=tuple((share, _first_below(share, kept)) for share in (0.1, 0.01)),
        after_seed=kept ** (after - span) if after > span else None,
        elsewhere=tuple((bars, kept**bars) for bars in (_FIRST, SETTLED * _FIRST)),
    )


def _first_below(share: float, kept: float) -> int:
    """The first bar on which less than a share of the start is left, where each bar keeps so much."""
    if not kept:
        return 1
    bars = math.floor(math.log(share) / math.log(kept))
    return next(n for n in range(max(1, bars), bars + 3) if kept**n < share)
