"""A call said as a question that the planner reads back as the same call: what stands on the button of a choice."""

from __future__ import annotations

from typing import Any, Final

from assistant.session import Call

_NAMES: Final = ("labels", "names")  # what rows are called


def in_words(call: Call) -> str:
    """The question, e.g. "25/30/35 butterfly, debit 1.1, 10 contracts"."""
    rest = dict(call.arguments)
    head = call.tool.replace("_", " ")
    if {"lower", "body", "upper"} <= rest.keys():
        head = "/".join(f"{rest.pop(k):g}" for k in ("lower", "body", "upper")) + " butterfly"
    parts = [head, *(_said(name, value) for name, value in rest.items())]
    return ", ".join(parts)


def parameters_in_words(call: Call) -> str:
    """What the call was made of, by name: "previous, value or span of the ema step"."""
    names = [name.replace("_", " ") for name in call.arguments if name not in _NAMES]
    *first, last = names or ["a number"]
    return f"{', '.join(first)}{' or ' if first else ''}{last} of the {call.tool.replace('_', ' ')}"


def _said(name: str, value: Any) -> str:
    if name == "contracts":
        return f"{value} contracts"
    shown = f"{value:g}" if isinstance(value, float) else str(value)
    return f"{name.replace('_', ' ')} {shown}"
