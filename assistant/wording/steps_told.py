"""The working of results in words: whole where it is asked for, the first steps beside a plain answer; and single events."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Final

from tools.result import Result
from tools.series import spoken

_SHORT: Final = 4  # steps that stand beside an answer; the whole working is one question away
_LONG_INPUTS: Final = ("series", "table", "chain", "dates", "price")
_KINDS: Final = {
    "trigger": "a trigger (the MACD line crossed above its signal line with a growing histogram)",
    "cross_up": "a bullish cross without a growing histogram",
    "cross_down": "a downward cross, which is no trigger",
}


def worked(result: Result) -> str:
    """The result, its steps with the numbers put in, and what it rests on."""
    parts = [result.summary()]
    steps = result.working()
    if steps:
        parts.append("**Working**\n\n" + "\n".join(f"{n}. {step}" for n, step in enumerate(steps, start=1)))
    if result.assumptions:
        parts.append("**What this rests on**\n\n" + "\n".join(f"- {a.says} *({a.provenance})*" for a in result.assumptions))
    return "\n\n".join(parts)


def in_short(result: Result) -> str:
    """The first steps on one line, for a result of a few typed numbers; "" for one of a series or a table."""
    if any(name in result.inputs for name in _LONG_INPUTS):
        return ""
    return _line([str(step) for step in result.working()])


def told_once(text: str, workings: Sequence[Sequence[str]]) -> tuple[str, list[Sequence[str]]]:
    """A text beside which whole workings are shown, without their first steps on one line; and the workings it does not hold.

    `workings` are the steps of each result. Where a text was asked to show the working it holds it all, and that stays.
    """
    every = [steps for steps in workings if steps]
    lines = set(map(_line, every))
    words = "\n\n".join(p for p in text.split("\n\n") if p not in lines)
    return words, [[] if all(step in words for step in steps) else steps for steps in workings]


def _line(steps: Sequence[str]) -> str:
    return f"*Working:* {'; '.join(steps[:_SHORT])}." if steps else ""


def event_told(result: Result, place: int, kind: str) -> str:
    """One trigger or cross of a MACD result: its date, its figures and its place among the others; "" where it has none."""
    events: Any = getattr(result, "events", None)
    if events is None:
        return ""
    rows = (events[events["kind"] == "trigger"] if kind == "trigger" else events).to_dict("records")
    if place >= len(rows):
        return ""
    row = rows[place]
    level = row["normalised"]
    lines = [
        f"**{'Trigger' if kind == 'trigger' else 'Cross'} {place + 1}: {spoken(row['date'])}** – {_KINDS[row['kind']]}.",
        f"- The series stood at {row['value']:.4g}, the histogram at {row['histogram']:.4g}.",
    ]
    if not math.isnan(level):
        low = "depressed" if row["depressed"] else "not depressed"
        lines.append(f"- Its normalised level was {level:.2f}: {low}.")
    return "\n".join([lines[0], "", *lines[1:]])
