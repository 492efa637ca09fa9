"""One figure of a source, and how figures are read: from the fields of a result, from the steps of its working, from words."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from assistant.guards.dates import dates, without_dates
from assistant.guards.numerals import numerals
from assistant.guards.poles import Poles, poles
from assistant.guards.quantities import (
    above_one,
    counted_by_of,
    poles_of,
    unit_of_step,
    unit_of_value,
    units_of_row,
    way_of,
)
from assistant.guards.rates import counted_by
from assistant.guards.units import Unit
from assistant.guards.ways import Way, clause, way
from knowledge.words import content

_FOLLOWS: Final = re.compile(
    r"[\s*_]{0,3}(?:points?\s|%\s)?(?:(?P<above>above|over|higher than|dearer than)|below|under|underneath|beneath|"
    r"lower than|cheaper than)"
    r"(?:\s(?:the|its|it|a)\b(?!(?:\s\w{1,12}){0,2}\s(?:days|weeks|months|years|bars|sessions|values|rows))|\s\$?\d|\s?(?:[.,;)]|$))",
    re.IGNORECASE,
)
_OF_ALL: Final = re.compile(r"\bfor all\b|\ball contracts\b")
_OF_ONE: Final = re.compile(r"\bone (?:unit|butterfly|contract)\b")
_RUN_ON: Final = ("last", "value", "inputs", "index")  # keys that say less than the name above them


@dataclass(frozen=True)
class Figure:
    """One number of a source.

    Attributes:
        value: its size.
        unit: what it counts; None where that is not said, "" where it counts nothing.
        negative: whether it is below zero.
        way: whether it is a gain or a loss.
        words: the words that it stands among.
        exact: whether it is a field, whose sign is known, and no numeral of a text.
        by: what it is counted by.
        poles: the sides that its clause takes.
        said: whether the user said it.
    """

    value: float
    unit: Unit | None
    negative: bool = False
    way: Way = ""
    words: frozenset[str] = frozenset()
    exact: bool = False
    by: str = ""
    poles: Poles = field(default_factory=dict)
    said: bool = False


@dataclass(frozen=True)
class Field:
    """Where a field stands: in which tool's result, how names of the user's are taken out, whether the user gave it,
    and whether the result is of more than one contract.
    """

    tool: str
    unnamed: Callable[[str], str]
    said: bool = False
    several: bool = False


def in_text(text: str, *, said: bool) -> Iterator[Figure]:
    """The figures of a text, each with what its line and its clause say of it."""
    for line in re.split(r"\n|(?<=[.;!?])\s", text):
        bare = without_dates(line, dates(line))
        words = frozenset(content(line))
        for n in numerals(bare):
            signed = n.unit in ("money", "share", "points")
            yield Figure(
                n.value,
                n.unit or None,
                n.negative,
                way(bare, n.start, n.end) if signed else "",
                words,
                by=counted_by(bare, n.start, n.end),
                poles={} if said else poles_at(bare, n.start, n.end),
                said=said,
            )
            if n.also is not None:
                yield Figure(n.also, "", words=words, said=said)


def poles_at(text: str, start: int, end: int) -> Poles:
    """The sides that the clause of a numeral takes; a place that follows it at once is its own: "0.08 above the signal"."""
    around = poles(clause(text, start, end)[0])
    m = _FOLLOWS.match(text, end)
    if m is None:
        return around
    return {axis: way for axis, way in around.items() if axis != "move"} | {"place": 1 if m["above"] else -1}


def in_fields(value: Any, name: str, of: Field) -> Iterator[Figure]:
    """The figures of a field of that name, and of what it holds."""
    if isinstance(value, bool) or value is None:
        return
    if isinstance(value, (int, float)):
        if math.isfinite(value):
            words = frozenset(content(name.replace("_", " ")))
            if level := above_one(name, value):
                yield Figure(level[0], "share", exact=True, poles={"place": level[1]}, words=words)
            yield Figure(
                abs(float(value)),
                unit_of_value(of.tool, name, value),
                value < 0,
                way_of(of.tool, name, value),
                words,
                exact=True,
                by=counted_by_of(of.tool, name, several=of.several),
                poles=poles_of(name, value),
                said=of.said,
            )
    elif isinstance(value, str):
        value = of.unnamed(value)
        yield from (Figure(n.value, n.unit or None, n.negative) for n in numerals(without_dates(value, dates(value))))
    elif isinstance(value, Mapping):
        if "expression" in value and "what" in value:
            yield from _in_step(value, of)
            return
        if value.get("side") in ("long", "short") and isinstance(value.get("premium"), (int, float)):
            paid: Way = "loss" if value["side"] == "long" else "gain"
            yield Figure(abs(value["premium"]), "points", way=paid, words=frozenset({"premium"}), exact=True, said=of.said)
            value = {k: v for k, v in value.items() if k != "premium"}
        for key, inner in value.items():
            given = replace(of, said=True) if key == "inputs" else of
            yield from in_fields(inner, name if key in _RUN_ON and name else str(key), given)
    elif isinstance(value, (list, tuple)):
        units = units_of_row(name)
        for inner in value:
            if units and isinstance(inner, (list, tuple)) and all(isinstance(v, (int, float)) for v in inner):
                yield from (Figure(abs(v), u, exact=True, said=of.said) for v, u in zip(inner, units, strict=False))
            else:
                yield from in_fields(inner, name, of)


def _in_step(step: Mapping[str, Any], of: Field) -> Iterator[Figure]:
    """A step of a working: what its figure is called, with its sign and unit; and the numbers put in."""
    named, result = of.unnamed(str(step["what"])), step.get("value")
    if isinstance(result, (int, float)) and math.isfinite(result):
        told = f"{named} {step.get('text', '')}"
        by = "" if not of.several else "all" if _OF_ALL.search(told) else "each" if _OF_ONE.search(told) else ""
        words = frozenset(content(named))
        yield Figure(abs(result), unit_of_step(step.get("unit")), result < 0, words=words, exact=True, by=by)
    yield from in_fields(str(step.get("text", "")), "", of)
