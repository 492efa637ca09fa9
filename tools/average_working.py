"""The working of the last bar of a MACD or an RSI: one step of each average, then what is made of them."""

from __future__ import annotations

import math

import numpy as np

from tools.averages import Seed, smoothed
from tools.expression import Expression, figure, function
from tools.working import WorkingStep, said, step


def macd_steps(data: np.ndarray, fast: int, slow: int, signal: int, seed: Seed) -> list[WorkingStep]:
    """Averages, line, signal and histogram of the last bar of an array without blanks."""
    alphas = {span: 2.0 / (span + 1.0) for span in (fast, slow, signal)}
    quick, lazy = (smoothed(data, span, alphas[span], seed) for span in (fast, slow))
    line = quick - lazy
    begin = slow - 1 if seed == "sma" else 0
    average = smoothed(line[begin:], signal, alphas[signal], seed)
    steps = [step(f"alpha of {span}", 2 / (figure(span) + 1)) for span in dict.fromkeys((fast, slow, signal))]
    for name, span, values, over in (("Fast average", fast, quick, data), ("Slow average", slow, lazy, data)):
        steps.append(_average(f"{name} ({span})", span, alphas[span], values, over))
    steps.append(step("MACD", figure(quick[-1]) - lazy[-1]))
    steps.append(_average(f"Signal ({signal})", signal, alphas[signal], average, line[begin:]))
    return [*steps, step("Histogram", figure(line[-1]) - average[-1])]


def last_averages(data: np.ndarray, period: int) -> tuple[float, float]:
    """Wilder's average gain and average loss on the last bar of an array without blanks."""
    change = np.diff(data)
    gain, loss = (float(smoothed(np.maximum(side * change, 0.0), period, 1.0 / period, "sma")[-1]) for side in (1.0, -1.0))
    return round(gain, 12), round(loss, 12)


def rsi_steps(data: np.ndarray, period: int) -> list[WorkingStep]:
    """The last change, both averages and the RSI, of an array without blanks."""
    change = np.diff(data)
    gain, loss = np.maximum(change, 0.0), np.maximum(-change, 0.0)
    steps = [step("Last change", figure(data[-1]) - data[-2])]
    ends = []
    for name, moves in (("Average gain", gain), ("Average loss", loss)):
        run = smoothed(moves, period, 1.0 / period, "sma")
        ends.append(figure(run[-1]))
        line: Expression
        if len(run) == period:
            line = function("mean", *moves.tolist())
        else:
            line = ((figure(period) - 1) * run[-2] + moves[-1]) / period
        steps.append(step(name, line))
    up, down = ends
    if not up.number + down.number:
        return [*steps, said("RSI", "undefined, since nothing has moved")]
    if down.number:
        steps.append(step("RS", up / down))
    return [*steps, step("RSI", 100 * up / (up + down))]


def _average(name: str, span: int, alpha: float, values: np.ndarray, over: np.ndarray) -> WorkingStep:
    """One step of an average, or its start where the last value is the first."""
    if len(values) < 2 or math.isnan(values[-2]):
        return step(name, function("mean", *over[-span:].tolist()), note="the mean of its first values")
    return step(name, figure(values[-2]) + figure(alpha) * (figure(over[-1]) - values[-2]))
