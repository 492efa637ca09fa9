"""The bars of a MACD histogram in plain words; every figure in them is a field of the result."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from tools.wording import listed, percent, significant
from tools.yearless import row

if TYPE_CHECKING:
    from tools.histogram_bars import HistogramBars

_PAIR = 2  # bars in a row that are named one by one
_NAMED = 10  # bars with names that are told one by one


def summary(result: HistogramBars, *, named: bool = True) -> str:
    """Bullets: the latest bar against the one before, the crosses, the higher highs, and the tranches they call for.

    Bars that have names are told one by one only where `named`.
    """
    values = result.inputs["values"]
    if len(values) == 1:
        return _single(values[0])
    lines = (
        _move(values, result.expanding),
        *(_named(result) if named else ()),
        *_nearer(values),
        *_earlier(result),
        _crosses(result),
        *_highs(result),
        *_staged(result),
    )
    return "\n".join(f"- {line}" for line in lines)


def _single(value: float) -> str:
    """What a first bar, with none before it, can and cannot say."""
    if value <= 0:
        return (
            f"- **No cross up**: the bar, {_told(value, '+')}, is {'below' if value else 'at'} zero, and a cross up takes one "
            "above 0, whatever the bar before it was.\n"
            "- Nor does it expand positively. Whether it crossed down depends on the bar before, and no earlier value is given."
        )
    return (
        f"- **No cross**: the first bar, {_told(value)}, is above zero, but there is no earlier value that it could have "
        "crossed from. A cross takes a bar at or below 0 one bar ago and one above it now; a blank (NaN) is neither.\n"
        "- Nor can one bar expand: that compares it with the bar before."
    )


def _move(values: list[float], expanding: bool) -> str:
    """Whether the latest bar expands, and how it stands to the one before."""
    now, before = values[-1], values[-2]
    course = f"from {_told(before)} to {_told(now)} (by {_told(abs(float(f'{now - before:.13g}')))})"
    if expanding:
        return f"**It expands positively**: above zero and up {course}."
    told = "**It does not expand positively**:"
    if now == before:
        return f"{told} the latest bar is unchanged at {_told(now)}."
    if now <= 0:
        side = "below its signal" if now < 0 else "on its signal"
        move = f"{'rises' if now > before else 'falls'} {course}"
        still = f"{'still ' if before <= 0 and now else ''}{'negative' if now else 'at zero'}, the MACD {side}"
        return f"{told} the latest bar {move}, but is {still}." if now > before else f"{told} the latest bar {move}: {still}."
    return f"{told} the latest bar is still positive but shrank {course}: contracting."


def _nearer(values: list[float]) -> list[str]:
    """How far bars that stay below zero have come up to it, which is no expansion."""
    if len(values) <= _PAIR or not values[0] < values[-1] < 0 or max(values) >= 0:
        return []
    way = _told(float(f"{values[-1] - values[0]:.13g}"))
    return [
        f"Over these bars it shrinks toward zero by {way}, from {_told(values[0])} to {_told(values[-1])}; the trigger wants a "
        "cross, with the histogram positive."
    ]


def _earlier(result: HistogramBars) -> list[str]:
    """The bars that expanded, where the latest does not or is not the first that does."""
    bars = result.expands_on
    if bars in ((), (len(result.inputs["values"]),)):
        return []
    after = "" if result.expanding else ", not since then"
    named = _runs_of(bars, result.inputs.get("labels", ()))
    return [f"It was expanding, positive and above the bar before, on {'bar' if len(bars) == 1 else 'bars'} {named}{after}."]


def _named(result: HistogramBars) -> list[str]:
    """Each of a few bars under its name: "4/7 -0.031, 4/8 -0.012"."""
    labels, values = result.inputs.get("labels", ()), result.inputs["values"]
    if len(labels) != len(values) or not 0 < len(labels) <= _NAMED:
        return []
    told = (f"{label} {_told(value, '+')}" for label, value in zip(labels, values, strict=True))
    return [f"Bar by bar: {', '.join(told)}."]


def _runs_of(bars: Sequence[int], labels: Sequence[str]) -> str:
    """Bars in a row named by their ends: (3, 4, 5, 8) is "3 to 5 and 8", with the names that they have."""
    runs: list[list[int]] = []
    for bar in bars:
        if runs and bar == runs[-1][-1] + 1:
            runs[-1].append(bar)
        else:
            runs.append([bar])
    called = {bar: row(labels, bar, "").strip() for bar in bars}
    parts = [[called[bar] for bar in run] if len(run) <= _PAIR else [f"{called[run[0]]} to {called[run[-1]]}"] for run in runs]
    return listed(part for told in parts for part in told)


def _crosses(result: HistogramBars) -> str:
    """Where the histogram changed its sign, the side that came first told first."""
    sides = (
        ("up through zero, the MACD rising above its signal (a bullish cross),", result.cross_up),
        ("down through zero, the MACD falling below its signal (a down cross),", result.cross_down),
    )
    values = result.inputs["values"]
    found = sorted((bars[0], what, bars) for what, bars in sides if bars)
    if not found:
        return (
            "It does not change its sign in these bars, so no cross of the signal line is in them: a cross up takes a bar "
            "above 0 after one that is not."
        )
    said = (f"{what} on {listed(f'{_bar(result, n)}, {_course(values[n - 2 : n])}' for n in bars)}" for _, what, bars in found)
    up, down = len(result.cross_up), len(result.cross_down)
    many = f" {up + down} crosses, {up} up and {down} down." if up + down > 1 else ""
    level = " The depressed level (below 0.8 normalised) cannot be judged from these bars." if up else ""
    return f"It goes {'; '.join(said)}.{many}{_levels(result)}{level}"


def _levels(result: HistogramBars) -> str:
    """The bars on which the two lines are equal, beside a cross on another."""
    if not result.level_on:
        return ""
    return f" On {listed(_bar(result, n) for n in result.level_on)} the two are equal, which is no cross."


def _highs(result: HistogramBars) -> list[str]:
    """The confirmed peaks, and which of them are higher highs."""
    peaks = ", ".join(f"{_told(value)} ({_bar(result, bar, inside=True)})" for bar, value in result.peaks)
    if not result.peaks:
        return ["No confirmed peak above zero: a peak is known only once a lower bar follows it."]
    if not result.higher:
        return [
            f"Confirmed peaks: {peaks}. No later peak stands above the one before it, so no higher high. The other "
            "cue of a later tranche is a negative divergence of the A/D line from SPX."
        ]
    highs = ", ".join(
        f"{_told(value)} on {_bar(result, bar)}, known on {_bar(result, known)}" for bar, value, known in result.higher
    )
    return [
        f"Confirmed peaks: {peaks}.",
        f"**Higher high: {highs}.** After the first tranche each allows a further 20%.",
    ]


def _staged(result: HistogramBars) -> list[str]:
    """The tranches that the bars call for, where a first share is given."""
    if "first" not in result.inputs:
        return []
    if not result.ladder:
        return ["**No tranche**: no bar crosses up through zero, so none is opened."]
    (bar, first), *later = result.ladder
    told = [
        f"{percent(first)} on {_bar(result, bar)}, the cross",
        *(f"{percent(on)} from {_bar(result, n)} on" for n, on in later),
    ]
    bought = {n for n, _ in later}
    adding = {peak for peak, _, known in result.higher if known in bought}
    idle = [f"{_told(v)} ({_bar(result, n, inside=True)})" for n, v in result.peaks[1:] if n > bar and n not in adding]
    nothing = f" {'Peak' if len(idle) == 1 else 'Peaks'} {listed(idle)}: no higher high, which adds nothing." if idle else ""
    last = f"{percent(result.ladder[-1][1])} in after bar {len(result.inputs['values']):,}"
    return [f"**Tranches: {listed(told)}; {last}.**{nothing} Each is known at the close of its bar and bought on the next."]


def _bar(result: HistogramBars, number: int, *, inside: bool = False) -> str:
    """'bar 3', or 'bar 3 (03-06)' where the bars have names; with `inside` a bracket the name alone."""
    labels = result.inputs.get("labels", ())
    return labels[number - 1] if inside and labels else row(labels, number)


def _course(pair: Sequence[float]) -> str:
    """'from -0.05 to +0.04'."""
    return f"from {_told(pair[0], '+')} to {_told(pair[1], '+')}"


def _told(value: float, sign: Literal["", "+"] = "") -> str:
    return significant(value, 6, sign) if value else "0"
