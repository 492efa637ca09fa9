"""Whether a comparison that was read holds of what its two sides may mean.

Compared is what is of a kind; where things of one moment or place can be meant, those alone. It is wrong where none of the
pairs that can be compared bears it out, or where each of them is said to and one does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from assistant.guards.facts.naming import BARE, DEGREES, Meant
from assistant.guards.facts.things import Thing

# What a numeral of a unit can be compared with.
_UNITS: Final = {
    "number of money": ("money", "budget", ""),
    "number of points": ("points", "dealt", "level", "line", "histogram", "price", ""),
    "number of share": ("share", "odds", "part", "weight", ""),
}
_UNSAID: Final = frozenset(
    {"money", "budget", "count", "share", "odds", "date", "pace", "bar", "days", "signed", "weight", "part"}
)


@dataclass(frozen=True)
class Said:
    """A comparison: its two sides, which is said to be more, and of what."""

    one: Meant
    other: Meant
    way: int
    about: str
    every: bool
    of_losses: bool


def verdict(said: Said) -> str:
    """What is wrong with a comparison, in plain words; "" where nothing is."""
    seen, right = "", False
    steps = {t.name: t.value for t in said.other.things if t.family == "step"}
    if steps:
        return _against_steps(said, steps)
    for one, other in _pairs(said):
        a, b = one.value, other.value if other.ends is None else other.ends[said.way > 0]
        if (one.name == other.name and a == b) or not _of_a_kind(one.kind, other.kind, said.about):
            continue
        if said.of_losses and a < 0 and b < 0:
            a, b = -a, -b
        equal = a == b
        if (equal and not (said.one.number is None and said.other.number is None)) or (not equal and (a > b) == (said.way > 0)):
            right = True
        else:
            seen = seen or f"{one.name} is not {'above' if said.way > 0 else 'below'} {other.name}"
    return seen if not right or said.every else ""


def _against_steps(said: Said, before: Mapping[str, float]) -> str:
    """Whether in every family that may be meant one is not what it is said to be to the one before."""
    families = {t.family for t in said.one.things if t.name in before and _of_a_kind(t.kind, t.kind, said.about)}
    wrong = {t.family: t.name for t in said.one.things if t.name in before and (t.value - before[t.name]) * said.way < 0}
    if not families or not families <= wrong.keys():
        return ""
    return f"{wrong[families.pop()]} is not {'above' if said.way > 0 else 'below'} the one before"


def _pairs(said: Said) -> list[tuple[Thing, Thing]]:
    """What may be meant by both sides; where things of one moment or place can be, those alone."""
    every = [(a, b) for a in said.one.candidates() for b in said.other.candidates()]
    near = [(a, b) for a, b in every if "place" in a.marks and a.marks["place"] == b.marks.get("place")]
    every = near or every
    agreeing = [(a, b) for a, b in every if a.name != b.name and not a.heads & b.heads - {"lines"} and _agree(a, b)]
    return agreeing or every


def _agree(one: Thing, other: Thing) -> bool:
    common = {"row"} if "row" in one.marks and "row" in other.marks else one.marks.keys() & other.marks.keys()
    return bool(common) and all(one.marks[d] == other.marks[d] for d in common)


def _of_a_kind(one: str, other: str, axis: str) -> bool:
    """Whether two kinds can be compared on that axis; a numeral is of the kinds of its unit."""
    if BARE in (one, other):  # a number that is none of the result's says too little of money or a count
        return not _UNSAID & {one, other} and axis not in ("odds", "time", "pace")
    for unit, kind in ((one, other), (other, one)):
        if unit in _UNITS:
            return kind == unit or (kind in _UNITS[unit] and axis not in ("time", "pace"))
    fit = DEGREES.get(axis)
    if {one, other} == {"budget", "money"}:
        return fit is None
    if fit is None:
        return (one == other or "" in (one, other)) and not {"date", "pace", "bar"} & {one, other}
    return one in fit and other in fit and not (axis == "worth" and {one, other} == {"level", "points"})
