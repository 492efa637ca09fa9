"""The bars that a MACD needs in plain words, and what those at hand reach; every figure is a field of the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.macd import SETTLED
from tools.wording import counted, fixed

if TYPE_CHECKING:
    from tools.macd_values import FirstBars

_MONTHS, _WEEKS = 12, 52  # of a year


def summary(result: FirstBars) -> str:
    """Bullets: what the bars at hand reach, the first MACD, the first signal, and when the start no longer shows."""
    lines = [
        *([_reach(result, result.inputs["given"])] if result.enough_for else []),
        *([_in_days(result, result.days)] if result.days else []),
        _first(result),
        f"The fast average begins at bar {result.fast:,}; a cross can first be told at bar {result.cross:,}: it "
        f"needs a histogram at or below 0 one bar earlier, and bar {result.signal - 1:,} has none (NaN).",
        f"Early values still carry the start of the averages; take {result.settled:,} bars or more "
        f"({SETTLED} × {result.signal:,}, a rule of thumb of ours). These counts are for averages seeded with a simple "
        "mean (SMA); seeded with the first value, all three have numbers from bar 1, which are still settling.",
    ]
    return "\n".join(f"- {line}" for line in lines)


def _reach(result: FirstBars, bars: int) -> str:
    """What the bars at hand are enough for, and what they miss."""
    have = counted(bars, "bar")
    if result.enough_for == "none":
        return (
            f"**No, {have} are too few**: the MACD line needs {result.macd:,}, "
            f"its signal and the histogram {result.signal:,}, {result.signal - bars:,} more."
        )
    if result.enough_for == "macd":
        return (
            f"**{have} are enough for the MACD line (from bar {result.macd:,}) but not for its signal and histogram**, "
            f"which need {result.signal:,}, {result.signal - bars:,} more. {_lines(result, bars)}"
        )
    cross = "and to tell a cross" if result.enough_for == "cross" else f"but not to tell a cross, which needs {result.cross:,}"
    early = "" if bars >= result.settled else f"; under {result.settled:,} the start of the averages still shows"
    lines = f"{counted(bars - result.macd + 1, 'MACD value')} (from point {result.macd:,})"
    made = (
        f" They make {lines} and {counted(result.bars or 0, 'histogram bar')}, with as many values of the signal "
        f"(from point {result.signal:,}): {bars:,} − {result.signal - 1:,}."
    )
    return f"**Yes, {have} are enough for the MACD line, its signal and the histogram** {cross}{early}.{made}"


def _lines(result: FirstBars, bars: int) -> str:
    """How many MACDs there are without a signal, and the last of them."""
    last = (
        ""
        if result.last_macd is None
        else f", on the last bar {fixed(result.last_macd, 4)} with averages that start from a mean{_values(result, bars)}"
    )
    return f"That is {counted(bars - result.macd + 1, 'MACD value')}{last}; no cross can be told."


def _values(result: FirstBars, bars: int) -> str:
    """The line bar by bar, where it has more than one value."""
    count = len(result.line)
    if count < 2:
        return ""
    return f" (bars {bars - count + 1:,} to {bars:,}: {', '.join(fixed(value, 4) for value in result.line)})"


def _in_days(result: FirstBars, days: tuple[int, int, int]) -> str:
    """The spans in trading days, and why those of a daily MACD are not the same."""
    fast, slow, signal = (f"{n:,}" for n in days)
    each = result.inputs["bar_days"]
    spans = "/".join(f"{result.inputs[name]:,}" for name in ("fast", "slow", "signal"))
    return (
        f"**At {counted(each, 'trading day')} a bar, {spans} covers {fast}, {slow} and {signal} days.** It is not "
        f"identical to a daily {fast}/{slow}/{signal}, which uses every close; a bar of {each} days has only its last one."
    )


def _first(result: FirstBars) -> str:
    """The first bars of the line and of its signal, on charts and in a sheet."""
    slow, signal = result.inputs["slow"], result.inputs["signal"]
    return (
        f"**First MACD value: bar {result.macd:,}. First signal and histogram: bar {result.signal:,}** "
        f"({slow:,} + {signal:,} − 1 = {result.signal:,}): {result.signal:,} trading days on a daily chart, "
        f"{result.signal:,} weeks ({fixed(result.signal * _MONTHS / _WEEKS, 1)} months) on a weekly one, "
        f"row {result.signal + 1:,} of a sheet with one row of headings, index {result.signal - 1:,} where the count "
        f"begins at 0 (the MACD's is {result.macd - 1:,})."
    )
