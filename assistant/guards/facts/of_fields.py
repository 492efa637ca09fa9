"""The things of any result, read off the names and kinds of its fields, so that no tool is without.

A field is called by the words of its name: "signal_now" is the signal, now. One of before and one of now are a pair, a row of
numbers is a family, a truth value is a state, and a gain tells how the whole ended. Names of other words are in `_CALLED`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from assistant.guards.facts.names import HEADS
from assistant.guards.facts.things import Facts, Thing, family, one, pair, sign, steady
from assistant.guards.quantities import unit_of_value
from assistant.guards.units import Unit

Told = Mapping[str, Any]

_TIMES: Final = {"now": 1, "after": 1, "latest": 1, "before": -1, "previous": -1}
_NOT_THINGS: Final = ("assumptions", "call", "disclaimer", "inputs", "summary", "tool", "working", "band", "between")
# Heads of fields whose names are no words of the vocabulary, or say too little.
_CALLED: Final[Mapping[str, str]] = {
    "iv": "vol",
    "ivs": "vol",
    "usual": "mean",
    "rest": "left",
    "leave": "exit",
    "known_on": "known",
    "bar": "pivot",
    "gain": "gain tested",
    "price_gain": "price",
    "max_drawdown": "fall",
    "amount": "contributes",
    "found": "value",
    "mean_seeded": "average",
    "index": "price",
    "unit_cost": "unit_cost",
    "shortest": "lowest",
    "longest": "highest",
    "": "value",
}
_TOLD_BY_BAR: Final = ("values",)  # "each after it was taller than the last": where they lie is told, not what they are
_STATES: Final = {"extreme": ("extreme", "review"), "higher": ("higher high",)}
_WAYS: Final = (("cross_up", 1), ("cross_down", -1))
_CURVE: Final = ("front", "second")
_LIMITS: Final = {"rsi": 70.0, "normalised": 0.8}  # where the method draws a line
_SIGNED: Final = frozenset(("change", "slope", "net", "total", "gain", "profit", "by_year"))
_LINES: Final = frozenset(("macd", "signal", "line"))
_KINDS: Final[Mapping[str, str]] = {
    "money": "money",
    "share": "share",
    "count": "count",
    "bars": "bar",
    "days": "days",
    "calendar days": "days",
    "business days": "days",
}
_OUTCOMES: Final = ("settlement_profit", "profit", "gain")


@dataclass(frozen=True)
class _Field:
    """A field: its name without what tells when, when that is (1 now, −1 before, 0 not told), its numbers and their unit."""

    stem: str
    time: int
    values: tuple[float, ...]
    single: bool
    unit: Unit | None

    @property
    def heads(self) -> str:
        return _heads(self.stem)


def of_fields(tool: str, told: Told) -> Facts:
    """What the fields of a result and its inputs tell, `told` as a dictionary."""
    given = list(_fields(tool, told["inputs"]))
    found = list(_fields(tool, {k: v for k, v in told.items() if k not in _NOT_THINGS}))
    things: list[Thing] = []
    forces: dict[str, int] = {}
    curve = [f.values[0] for n in _CURVE for f in given if f.stem == n and f.single]
    things += family("month", "month", curve, kind="level") if len(curve) == len(_CURVE) else []
    for field in (*given, *found):
        if not field.heads:
            continue
        kind = _kind(tool, field, own=field in found)
        if not field.single and field.stem in _TOLD_BY_BAR:
            continue
        if not field.single:
            things += family(_named(field.stem), field.heads, field.values, kind=kind)
            forces |= {"months": steady(list(field.values))} if field.stem == "curve" else {}
            continue
        earlier = _earlier(field, given, found)
        if earlier is not None:
            things += pair(f"the {_named(field.stem)}", field.heads, earlier.values[0], field.values[0], kind)
        elif not _taken(field, given, found):
            things.append(one(f"the {_named(field.stem)}", field.heads, field.values[0], kind))
    things += [one("the line", "threshold", _LIMITS[s], "level") for s in {f.stem for f in found} & _LIMITS.keys()]
    crossed = {way for name, way in _WAYS if told.get(name) or told.get("crossed") == name.removeprefix("cross_")}
    at = {n: way for name, way in _WAYS for n in _points(told.get(name))}
    outcome = next((sign(told[n]) for n in _OUTCOMES if n in told), 0)
    return Facts(
        tuple(things),
        outcome=outcome,
        forces=forces,
        states=dict(_states(told)),
        main=frozenset(found[0].heads.split()) if found else frozenset(),
        crossed=frozenset(crossed) if told.keys() & {"crossed", *dict(_WAYS)} else None,
        crossed_at=at,
    )


def _fields(tool: str, told: Told) -> Iterator[_Field]:
    about = tool.partition("_")[0]
    for name, value in told.items():
        words = name.split("_")
        time = next((_TIMES[w] for w in words if w in _TIMES), 0)
        stem = "_".join(w for w in words if w not in _TIMES) or about  # "before" and "after" are of what the tool is about
        if _is_number(value):
            yield _Field(stem, time, (float(value),), True, unit_of_value(tool, stem, value))
        elif isinstance(value, (list, tuple)) and len(value) > 1 and all(map(_is_number, value)):
            yield _Field(stem, time, tuple(map(float, value)), False, unit_of_value(tool, stem, value[0]))


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def _earlier(field: _Field, given: list[_Field], found: list[_Field]) -> _Field | None:
    """The same figure before, where this one is of now: "histogram_before" of "histogram", a "signal" given of "signal_now"."""
    if field.time < 0 or field not in found:
        told_now = field.time >= 0 and any(f.stem == field.stem and f.time < 0 for f in given)
        return next((f for f in given if f.stem == field.stem and f.time < 0), None) if told_now else None
    rivals = [f for f in found if f.stem == field.stem and f.time < 0 and f.single]
    if field.time > 0:
        words = set(field.stem.split("_"))
        rivals += [f for f in given if f.single and f.time <= 0 and words & set(f.stem.split("_")) and f.unit != "bars"]
    return rivals[0] if rivals and (len(rivals) == 1 or rivals[0].stem == field.stem) else None


def _taken(field: _Field, given: list[_Field], found: list[_Field]) -> bool:
    """Whether the figure is told as what another one was before."""
    others = (f for f in (*given, *found) if f is not field and f.single)
    return any(_earlier(f, given, found) is field for f in others)


def _heads(stem: str) -> str:
    """Keys of the heads that call a field of that name; "" where none does."""
    if stem in _CALLED:
        return _CALLED[stem]
    for words in ([stem], [stem.rstrip("s")], stem.split("_")):
        keys = [w for w in words if w in HEADS]
        if keys:
            return " ".join(dict.fromkeys(keys))
    return ""


def _kind(tool: str, field: _Field, *, own: bool) -> str:
    words = set(field.stem.split("_"))
    if words & _SIGNED or (own and field.unit is None and field.stem == "value"):
        return "signed"
    if "histogram" in words or (tool.startswith("histogram") and not words & _TIMES.keys()):
        return "histogram"
    if words & _LINES:
        return "line"
    return _KINDS.get(field.unit or "", "level")


def _named(stem: str) -> str:
    return stem.replace("_", " ")


def _states(told: Told) -> Iterator[tuple[str, bool]]:
    for name, called in _STATES.items():
        if isinstance(told.get(name), (bool, list)):
            yield from ((state, bool(told[name])) for state in called)


def _points(value: object) -> Iterator[int]:
    if isinstance(value, list):
        yield from (n for n in value if isinstance(n, int) and not isinstance(n, bool))
