"""The MACD of a described series in plain words; every figure in them is a field of the result."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from tools.macd import warm_up
from tools.smoothing import bracketed, weight
from tools.wording import counted, level, points, significant

if TYPE_CHECKING:
    from tools.stretches import MacdOfStretches


def summary(result: MacdOfStretches) -> str:
    """Bullets: the MACD on the last bar, whether it crossed there, how the series was read, and where that goes."""
    given = result.inputs
    lines = [
        f"**On the last bar: MACD {points(result.macd)}, signal {points(result.signal_line)}, "
        f"histogram {points(result.histogram)}**; EMA({given['fast']:,}) {points(result.fast_now)}, EMA({given['slow']:,}) "
        f"{points(result.slow_now)}.",
        _cross(result),
        f"The series: {_series(result)}; {counted(result.count, 'bar')} in all.{_any_length(result)}{_one_step(result)}",
        f"Were the last stretch to go on, the MACD would come to {points(result.limit)}, its signal too, and the "
        "histogram to 0.",
    ]
    return "\n".join(f"- {line}" for line in lines if line)


def _series(result: MacdOfStretches) -> str:
    """'200 bars at 18, then 5 bars from 18 moving by 0.5 a bar'."""
    given = result.inputs
    return ", then ".join(
        f"{counted(int(n), 'bar')} {'at' if not slope else 'from'} {level(at)}"
        + (f" moving by {level(slope)} a bar" if slope else "")
        for at, n, slope in zip(given["levels"], given["lengths"], given["slopes"], strict=True)
    )


def _cross(result: MacdOfStretches) -> str:
    """Whether the lines crossed on the last bar; "" where the histogram is 0 or there is none before to tell it by."""
    if result.crossed == "none" and result.macd == result.signal_line == 0:
        return "No cross: both lines lie on zero, and equality is no cross."
    if result.crossed == "none":
        return _no_cross(result)
    way = "A bullish cross" if result.crossed == "up" else "It crosses down"
    return f"{way} on the last bar: the histogram goes from {_signed(result.histogram_before)} to {_signed(result.histogram)}."


def _no_cross(result: MacdOfStretches) -> str:
    """Both lines on the bar before, and how the histogram moved without changing its side."""
    now, before = result.histogram, result.histogram_before
    if math.isnan(before) or not now:
        return ""
    side = "above" if now > 0 else "below"
    move = "shrinks" if abs(now) < abs(before) else "grows" if abs(now) > abs(before) else "stays"
    return (
        f"No cross on the last bar: the histogram stays {side} zero and {move}, from {_signed(before)} to "
        f"{_signed(now)}; the MACD one bar before was {points(result.macd_before)}."
    )


def _any_length(result: MacdOfStretches) -> str:
    """That a flat beginning gives the same however long it is, once the averages have begun."""
    given = result.inputs
    warm = warm_up(given["slow"], given["signal"])
    if len(given["levels"]) < 2 or given["slopes"][0] or given["lengths"][0] < warm:
        return ""
    return f" From {warm:,} bars on, the length of the first stretch changes nothing."


def _one_step(result: MacdOfStretches) -> str:
    """How the lines come of the weights alone, one bar after a series at rest."""
    given = result.inputs
    at_rest = len(given["levels"]) == 2 and not any(given["slopes"]) and given["lengths"][-1] == 1
    if not at_rest or given["lengths"][0] < warm_up(given["slow"], given["signal"]):
        return ""
    move = bracketed(round(given["levels"][1] - given["levels"][0], 12))
    quick, lazy, third = (weight(given[name]) for name in ("fast", "slow", "signal"))
    return (
        f" One step from rest moves the MACD by {move} × ({quick} − {lazy}) = {points(result.macd)} and its signal by "
        f"{third} of that, {points(result.signal_line)}."
    )


def _signed(value: float) -> str:
    return significant(value, 4, "+") if value else "0"
