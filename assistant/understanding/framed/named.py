"""Tools asked for by their own names: any tool of the catalogue, its parameters called as the catalogue calls them.

No frame has to be written for this: names, meanings, units and ranges come from the catalogue. It is how a new tool is
reachable from the day it is registered, and how "with window 126" or "seed first" changes a calculation of any kind.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.filling.slots import Filling, Slot, fill
from assistant.understanding.text.alternatives import phrases
from assistant.understanding.text.quantities import Reading, Unit
from assistant.understanding.text.sought import Sought
from assistant.understanding.text.tokens import NUMBER
from tools import CATALOGUE
from tools.catalogue import Parameter, Tool
from tools.parameters import Number

_IS: Final = r"(?:\s?(?:[:=@]|is|are|of|at|to|was|were|being|equals|with a|set to))?"
_DATA: Final = ("series", "table", "curve", "events", "calendar")
_UNITS: Final[Mapping[str, tuple[Unit, ...]]] = {
    "fraction": ("percent", "plain"),
    "percent": ("percent", "plain"),
    "money": ("money", "plain"),
    "points": ("plain", "money"),
    "price": ("plain", "money"),
    "count": ("plain", "count"),
}
_ITEM: Final = rf"-?\$?{NUMBER}\s?%?"


def named_call(reading: Reading, *, table: bool) -> tuple[Call, tuple[str, ...]] | None:
    """The tool that the words name, its arguments as far as they stand there, and what is missing of the numbers.

    `table` says whether a table is loaded that can stand for a series, a chain or a curve. A tool is named where its name
    stands in the text, and at least one parameter does too (or the table stands for its only one).
    """
    for match in _names().finditer(reading.lower):
        name = re.sub(r"[ -]", "_", match[0])
        tool = CATALOGUE[name if name in CATALOGUE else name.removesuffix("s")]
        arguments = named_arguments(tool, reading)
        data = [p for p in tool.parameters if p.kind in _DATA and p.required]
        needed = [p for p in tool.parameters if p.required and p not in data]
        if (data and not table) or not (arguments or data) or (needed and not arguments):
            continue
        missing = [p for p in needed if p.name not in arguments]
        if any(p.number is None and not p.choices for p in missing):
            continue
        return Call(tool.name, arguments), tuple(_asked(p) for p in missing)
    return None


def named_arguments(tool: Tool, reading: Reading) -> dict[str, Any]:
    """The parameters of `tool` that the words give by name."""
    filling = filled(tool, reading)
    return {**_in_range(tool, filling), **_chosen(tool, reading), **_listed(tool, reading)}


def filled(tool: Tool, reading: Reading) -> Filling:
    """The scalar parameters of `tool` whose names stand beside a number."""
    return fill(reading, _slots(tool.name))


@cache
def _names() -> Sought:
    """Every name of the catalogue, the longest first, so that "butterfly value" is not read as "butterfly"."""
    return phrases(f"{name.replace('_', '[ _-]')}s?" for name in CATALOGUE)


@cache
def _slots(name: str) -> tuple[Slot, ...]:
    return tuple(_slot(p) for p in CATALOGUE[name].parameters if p.number is not None)


def _slot(parameter: Parameter) -> Slot:
    number = parameter.number
    assert number is not None
    return Slot(
        parameter.name,
        _asked(parameter),
        _UNITS.get(number.role, ("plain",)),
        before=rf"\b{_in_words(parameter.name)}{_IS}",
        required=parameter.required,
        low=number.low,
        high=number.high * (100 if number.role == "fraction" else 1),
        whole=number.whole,
    )


def _in_range(tool: Tool, filling: Filling) -> dict[str, Any]:
    """The values; a share above its range was typed as percent."""
    rules = {p.name: p.number for p in tool.parameters}
    return {name: _as_share(value, rules[name]) for name, value in filling.arguments.items()}


def _as_share(value: Any, rule: Number | None) -> Any:
    return round(value / 100, 12) if rule is not None and rule.role == "fraction" and value > rule.high else value


def _chosen(tool: Tool, reading: Reading) -> dict[str, Any]:
    """Choices named with their parameter ("seed first", "normalise: median")."""
    out: dict[str, Any] = {}
    for parameter in tool.parameters:
        if not parameter.choices:
            continue
        match = _choice(parameter.name, parameter.choices).search(reading.lower)
        if match:
            out[parameter.name] = next(c for c in parameter.choices if c.lower() in match.groups())
    return out


def _listed(tool: Tool, reading: Reading) -> dict[str, Any]:
    """Lists of numbers behind their parameter's name ("cash flows -1000, 300, 400")."""
    out: dict[str, Any] = {}
    for parameter in tool.parameters:
        if parameter.kind != "numbers":
            continue
        match = _row(parameter.name).search(reading.lower)
        if match:
            out[parameter.name] = [_item(n) for n in re.split(r"[,;]\s?", match[1])]
    return out


@cache
def _choice(name: str, choices: tuple[str, ...]) -> re.Pattern[str]:
    """How one of a parameter's choices is named."""
    options = "|".join(re.escape(c.lower()) for c in sorted(choices, key=len, reverse=True))
    words = _in_words(name)
    return re.compile(
        rf"\b{words}(?:d|s)?{_IS}\s?(?:by |the )?({options})\b|\b({options})[ -](?:value )?{words}"
        rf"|^\W*(?:and |but |what about |how about ){{0,2}}(?:(?:as|now|for) )?(?:an?|the) ({options})\W*$"
        rf"|^\W*(?:and |but |now |as |the ){{0,2}}({options}) (?:version|instead|side)\W*$"
    )


@cache
def _row(name: str) -> re.Pattern[str]:
    """A list of numbers behind a parameter's name."""
    return re.compile(rf"\b{_in_words(name)}{_IS}\s?((?:{_ITEM}[,;]\s?){{1,200}}{_ITEM})")


def _in_words(name: str) -> str:
    return name.replace("_", "[ _-]?")


def _item(text: str) -> float:
    number = float(text.strip(" $%"))
    return round(number / 100, 12) if "%" in text else number


def _asked(parameter: Parameter) -> str:
    meaning = parameter.meaning.rstrip(".")
    return f"the {parameter.name.replace('_', ' ')}" + (f" ({meaning[0].lower()}{meaning[1:]})" if meaning else "")
