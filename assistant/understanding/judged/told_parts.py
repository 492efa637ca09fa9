"""The parts that the numbers of a calculation play, in words; and those of a finished one, turned back from its arguments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.judged.form_arguments import DAYS_A_YEAR, SHARES
from assistant.understanding.judged.forms import FORMS
from assistant.understanding.judged.roles import NONE, Item, Marked
from assistant.understanding.text.quantities import Reading

_SHORT: Final = re.compile(r"\b(?:macd|ema|rsi|ivs)\b")
_NAMES: Final = {
    "first": "first tranche",
    "step": "each later tranche",
    "adds": "number of later tranches",
    "entry": "entry price",
    "leave": "exit price",
    "old": "old price",
    "new": "new price",
    "usual": "usual level",
    "low": "lowest",
    "high": "highest",
    "wanted": "level wanted",
    "deployed": "part in use",
    "planned": "whole that is planned",
    "given": "rows there are",
    "other": "IV beside it",
    "per": "account that the rule is for",
    "more": "units still to buy",
    "aim": "average aimed at",
    "net": "net figure",
    "at": "reading asked about",
    "bar": "bar of the pivot",
    "left": "bars to its left",
    "right": "bars to its right",
    "vols": "volatility",
}
"""Parts whose names alone would not say what they are."""
_STRIKES: Final = ("lower", "body", "upper")
_FRACTIONS: Final = SHARES | {"deployed", "shares", "costs", "taxes", "chances"}
_ROWS: Final = {"fills": ("price", "units"), "exits": ("price", "units")}


def read_as(asked: Marked, parts: Sequence[str], reading: Reading) -> str:
    """What each number was read as, for the reader to see; "" where none plays a part."""
    played = [(item, part) for item, part in zip(asked.items, parts, strict=True) if part != NONE]
    told = ", ".join(f"{reading.lower[i.start : i.end].strip()} the {named(part)}" for i, part in played)
    return f"{told}." if told else ""


def named(part: str) -> str:
    """What a part is called."""
    return _SHORT.sub(lambda m: m[0].upper(), _NAMES.get(part, part.replace("_", " ")))


def parts_of(call: Call) -> dict[str, list[Item]] | None:
    """Each part of the call's form with its numbers; None where an argument is none, but the result of another call."""
    parts = FORMS[call.tool].parts
    given = dict(call.arguments)
    out: dict[str, list[Item]] = {}
    if "strikes" in parts and all(name in given for name in _STRIKES):
        out["strikes"] = [Item(tuple(float(given.pop(name)) for name in _STRIKES), "list", 0, 0)]
    if "days" in parts and isinstance(given.get("years"), int | float):
        out["days"] = [_item("days", round(given.pop("years") * DAYS_A_YEAR, 6))]
    for name, columns in _ROWS.items():
        rows = [list(row.values()) if isinstance(row, dict) else list(row) for row in given.pop(name, ())]
        for column, values in zip(columns, zip(*rows, strict=True), strict=False):
            out[column] = [_item(column, float(value)) for value in values]
    for name, value in given.items():
        if name not in parts or value is None:
            continue
        if isinstance(value, list | tuple):
            out[name] = [Item(tuple(float(v) for v in value), _unit(name), 0, 0)]
        elif isinstance(value, int | float):
            out[name] = [_item(name, value, call)]
        else:
            return None
    return out


def _item(part: str, value: Any, call: Call | None = None) -> Item:
    money = part == "planned" and call is not None and call.arguments.get("of") == "dollars"
    return Item((float(value),), "money" if money else _unit(part), 0, 0)


def _unit(part: str) -> Any:
    """A fraction stands for the percentage that was typed."""
    return "percent" if part in _FRACTIONS else "plain"
