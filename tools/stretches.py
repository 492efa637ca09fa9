"""The MACD of a series told in words: stretches that stand at a level or move by the same step every bar.

An exponential average of span n follows an equal step from (n − 1)/2 steps behind, so the MACD of an endless one comes to
step × (slow − fast)/2, its signal to the same, and the histogram to 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

import numpy as np

from tools import stretches_words
from tools.average_working import macd_steps
from tools.averages import Seed, smoothed
from tools.errors import ToolError
from tools.expression import figure
from tools.macd import lines, require_order, warm_up
from tools.methodology import METHOD
from tools.parameters import Number, Numbers, Periods, checked
from tools.result import Result
from tools.series import as_series
from tools.smoothing import bracketed
from tools.wording import level, points
from tools.working import WorkingStep, step

_MOST = 100_000  # bars

Slope = Annotated[float, Number("level", "in the unit of the series, a bar", low=-1e6, high=1e6)]


@dataclass(frozen=True, kw_only=True)
class MacdOfStretches(Result):
    """The MACD of a described series on its last bar.

    Attributes:
        count: bars in all.
        last: the series on its last bar.
        macd: the MACD line.
        macd_before: the MACD line one bar before; NaN where there was none yet.
        signal_line: its signal.
        histogram: macd less signal.
        fast_now, slow_now: the two averages whose difference the MACD is.
        histogram_before: the histogram one bar before; NaN where there was none yet.
        crossed: "up", "down" or "none" on the last bar.
        limit: what the MACD comes to if the last stretch goes on for ever; its signal too.
    """

    tool: ClassVar[str] = "macd_of_stretches"
    count: int
    last: float
    macd: float
    macd_before: float
    signal_line: float
    histogram: float
    fast_now: float
    slow_now: float
    histogram_before: float
    crossed: Literal["up", "down", "none"]
    limit: float

    def summary(self) -> str:
        """How the series was read, its MACD on the last bar, and where that goes."""
        return stretches_words.summary(self)

    def working(self) -> tuple[WorkingStep, ...]:
        """The averages, the line, the signal and the histogram of the last bar."""
        given = self.inputs
        data = _built(given["levels"], given["lengths"], given["slopes"])
        return tuple(macd_steps(data, given["fast"], given["slow"], given["signal"], given["seed"]))


@checked
def macd_of_stretches(
    levels: Numbers,
    lengths: Numbers,
    slopes: Numbers | None = None,
    fast: Periods = METHOD.fast.value,
    slow: Periods = METHOD.slow.value,
    signal: Periods = METHOD.signal.value,
    seed: Seed = "sma",
) -> MacdOfStretches:
    """Take the MACD of a series told in words: stretches at a level, or moving by an equal step, one after the other.

    Args:
        levels: value on which each stretch begins.
        lengths: number of bars of each stretch.
        slopes: step a bar of each stretch; 0 where it stands, which is the default.
        fast: span of the fast average in bars; shorter than `slow`.
        slow: span of the slow average in bars.
        signal: span of the signal line in bars.
        seed: "sma" starts each average from the mean of its first values, "first" from the first value.

    Raises:
        ToolError: lists of different length, bars that are no whole numbers, or fewer than slow + signal − 1 bars in all.
    """
    require_order(fast, slow)
    starts, counts = _finite(levels, "levels"), _finite(lengths, "lengths")
    steps = [0.0] * len(starts) if slopes is None else _finite(slopes, "slopes")
    for name, found in (("lengths", counts), ("slopes", steps)):
        if len(found) != len(starts):
            raise ToolError(name, found, f"{len(starts)} numbers, one for each stretch")
    if not all(n.is_integer() and n >= 1 for n in counts) or sum(counts) > _MOST:
        raise ToolError("lengths", counts, f"whole numbers of bars, 1 or more, up to {_MOST:,} in all")
    if sum(counts) < warm_up(slow, signal):
        raise ToolError("lengths", counts, f"at least {warm_up(slow, signal)} bars in all (slow + signal − 1)")
    data = _built(starts, counts, steps)
    made = lines(data, fast, slow, signal, seed)
    macd, average, histogram = (round(float(v), 12) for v in made[:, -1])
    line_before, before = (round(float(made[n, -2]), 12) for n in (0, 2))
    return MacdOfStretches(
        inputs={
            "levels": starts,
            "lengths": [int(n) for n in counts],
            "slopes": steps,
            "fast": fast,
            "slow": slow,
            "signal": signal,
            "seed": seed,
        },
        assumptions=(METHOD.assume("seed", seed), METHOD.assume("signal", signal)),
        count=len(data),
        last=float(data[-1]),
        macd=macd,
        macd_before=line_before,
        signal_line=average,
        histogram=histogram,
        fast_now=round(float(smoothed(data, fast, 2.0 / (fast + 1.0), seed)[-1]), 12),
        slow_now=round(float(smoothed(data, slow, 2.0 / (slow + 1.0), seed)[-1]), 12),
        histogram_before=before,
        crossed="up" if histogram > 0 >= before else "down" if histogram < 0 <= before else "none",
        limit=_limit(steps[-1], fast, slow),
    )


@dataclass(frozen=True, kw_only=True)
class MacdOfSlope(Result):
    """What the MACD of an endless straight line comes to.

    Attributes:
        macd: step × (slow − fast)/2, in the unit of the series; the signal is the same.
        histogram: 0.
        fast_behind: how far the fast average lies behind the series, (fast − 1)/2 steps.
        slow_behind: the same of the slow average.
    """

    tool: ClassVar[str] = "macd_of_slope"
    macd: float
    histogram: float
    fast_behind: float
    slow_behind: float

    def summary(self) -> str:
        """The constant, the histogram, and why."""
        fast, slow, slope = (self.inputs[k] for k in ("fast", "slow", "slope"))
        return (
            f"- **MACD settles at {points(self.macd)}**: {level(slope)} × ({slow:,} − {fast:,})/2 = {level((slow - fast) / 2)} "
            f"× {bracketed(slope)}. "
            "**The signal settles there too, so the histogram goes to 0.**\n"
            "- An average (EMA) of n bars lags a straight line by (n − 1)/2 bars: the fast one by "
            f"({fast:,} − 1)/2 = {level((fast - 1) / 2)} bars, which is {points(self.fast_behind)}, the slow one by "
            f"({slow:,} − 1)/2 = {level((slow - 1) / 2)} bars, {points(self.slow_behind)}. A straight line makes no cross."
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """Both lags and their difference."""
        fast, slow, slope = (figure(self.inputs[k]) for k in ("fast", "slow", "slope"))
        return (
            step("Fast average behind by", slope * (fast - 1) / 2),
            step("Slow average behind by", slope * (slow - 1) / 2),
            step("MACD", slope * (slow - fast) / 2),
        )


@checked
def macd_of_slope(slope: Slope, fast: Periods = METHOD.fast.value, slow: Periods = METHOD.slow.value) -> MacdOfSlope:
    """Say what the MACD comes to for a series that moves by the same step every bar, for ever.

    Args:
        slope: the step of each bar; negative where it falls.
        fast: span of the fast average in bars; shorter than `slow`.
        slow: span of the slow average in bars.

    Raises:
        ToolError: a step that is no finite number, or fast not below slow.
    """
    require_order(fast, slow)
    return MacdOfSlope(
        inputs={"slope": slope, "fast": fast, "slow": slow},
        macd=_limit(slope, fast, slow),
        histogram=0.0,
        fast_behind=round(slope * (fast - 1) / 2, 12),
        slow_behind=round(slope * (slow - 1) / 2, 12),
    )


def _limit(slope: float, fast: int, slow: int) -> float:
    return round(slope * (slow - fast) / 2, 12)


def _built(levels: list[float], lengths: list[int] | list[float], slopes: list[float]) -> np.ndarray:
    """The series itself; steps are multiplied, not added up, so that rounding does not grow."""
    parts = [at + slope * np.arange(int(n)) for at, n, slope in zip(levels, lengths, slopes, strict=True)]
    return np.round(np.concatenate(parts), 12)


def _finite(values: Numbers, name: str) -> list[float]:
    data = as_series(values, name).to_numpy()
    if not np.isfinite(data).all():
        raise ToolError(name, data.tolist(), "finite numbers")
    return [float(v) for v in data]
