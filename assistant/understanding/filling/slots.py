"""Slots: which number of a question fills which parameter of a tool, by unit and by the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from assistant.understanding.text.quantities import Quantity, Reading, Unit

_ABOUT: Final = r"(?:(?:exactly|right|just|about|around|roughly|precisely|approx\w*|say|only|like)[\s:=(]*(?:at\s)?)?"
"""A word that may stand between a slot's words and its number ("settles right at 30")."""

_PAIRED: Final = re.compile(r"\d\s?[/-]\s?$")


@dataclass(frozen=True)
class Slot:
    """One parameter and how people write it.

    Attributes:
        parameter: the tool's parameter.
        ask: what to ask for when it is missing, in words ("the debit paid, in points").
        units: units accepted.
        before: words that stand just before the number (a regular expression, matched at its left edge).
        after: words that stand just after it.
        other: words just after it that make the number something else ("25c" is a strike, "60 days" a time).
        bare: whether a number without any cue may fill it when nothing else does.
        required: whether the tool cannot run without it.
        low, high: plausible range; a number outside it does not fill the slot.
        whole: whether only whole numbers fit.
        broken: whether only numbers that are not whole fit ("0.85 flies" is a price, "8 flies" a number of them).
        both: whether the words before and the words after must both stand there.
        negate: whether the number stands for its negative (a credit).
        signed: whether its number must stand there with a sign ("where must it land for +200").
        about: words that must stand somewhere in the question for the slot to be meant at all.
        offset: what is added to it ("after two tranches" is one add).
        scale: what the number is multiplied by (1/365 where days are given for years).
    """

    parameter: str
    ask: str = ""
    units: tuple[Unit, ...] = ("plain",)
    before: str = ""
    after: str = ""
    other: str = ""
    bare: bool = False
    required: bool = False
    low: float = float("-inf")
    high: float = float("inf")
    whole: bool = False
    negate: bool = False
    signed: bool = False
    both: bool = False
    broken: bool = False
    scale: float = 1.0
    offset: float = 0.0
    about: str = ""

    def takes(self, quantity: Quantity) -> bool:
        """Whether the number's unit and size fit."""
        fits = quantity.unit in self.units and self.low <= quantity.value <= self.high
        return fits and (not (self.whole or self.broken) or self.whole == quantity.value.is_integer())

    def cued(self, reading: Reading, quantity: Quantity) -> bool:
        """Whether the words around the number name this slot; a number word ("ten flies") counts units by itself."""
        if self.ruled_out(reading, quantity) or (self.signed and reading.lower[quantity.start] not in "+-"):
            return False
        if quantity.unit == "count" and self.parameter == "contracts":
            return True
        told = bool(self.before and self._before.search(reading.before(quantity)))
        if not (told and not self.both):
            told = (told or not self.both) and bool(self.after and self._after.match(reading.after(quantity)))
        return told and (not self.about or self._about.search(reading.lower) is not None)

    def ruled_out(self, reading: Reading, quantity: Quantity) -> bool:
        """Whether the words just after the number make it something else, or it is the second of a pair: no "20/25" counts."""
        if self.parameter == "contracts" and _PAIRED.search(reading.before(quantity)) is not None:
            return True
        return bool(self.other) and self._other.match(reading.after(quantity)) is not None

    def ready(self) -> None:
        """Compile its patterns; see `Frame.ready`."""
        _ = self._before, self._after, self._other, self._about

    # More patterns than `re` remembers: compiled once here, not again and again there.
    @cached_property
    def _before(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{self.before})[\s:=(]*{_ABOUT}$")

    @cached_property
    def _after(self) -> re.Pattern[str]:
        return re.compile(rf"[\s\-)]*(?:{self.after})")

    @cached_property
    def _other(self) -> re.Pattern[str]:
        return re.compile(rf"\s?-?(?:{self.other})\b")

    @cached_property
    def _about(self) -> re.Pattern[str]:
        return re.compile(self.about)

    def value(self, quantity: Quantity) -> Any:
        """The argument for the tool."""
        value = (-quantity.value if self.negate else quantity.value) * self.scale + self.offset
        return int(value) if self.whole else value


@dataclass
class Filling:
    """Arguments found so far, the numbers they came from (all, and by parameter), and the slots still empty."""

    arguments: dict[str, Any] = field(default_factory=dict)
    used: set[Quantity] = field(default_factory=set)
    sources: dict[str, Quantity] = field(default_factory=dict)
    missing: list[Slot] = field(default_factory=list)


def fill(reading: Reading, slots: Sequence[Slot], given: Iterable[str] = ()) -> Filling:
    """Fill `slots` from the numbers of `reading`: cued numbers first, in slot order, then bare ones.

    `given` names parameters that are known already (from a strike ladder, say) and so are not missing.
    """
    filling = Filling()
    for slot in slots:
        _take(filling, slot, (q for q in reading.quantities if slot.takes(q) and slot.cued(reading, q)))
    for slot in slots:
        if slot.bare:
            others = [s for s in slots if s is not slot]
            free = (
                q
                for q in reading.quantities
                if slot.takes(q)
                and not slot.ruled_out(reading, q)
                and not any(s.takes(q) and s.cued(reading, q) for s in others)
            )
            _take(filling, slot, free)
    known = set(given)
    filling.missing = [s for s in slots if s.required and s.parameter not in filling.arguments and s.parameter not in known]
    return filling


def _take(filling: Filling, slot: Slot, candidates: Iterable[Quantity]) -> None:
    if slot.parameter in filling.arguments:
        return
    for quantity in candidates:
        if quantity not in filling.used:
            filling.arguments[slot.parameter] = slot.value(quantity)
            filling.used.add(quantity)
            filling.sources[slot.parameter] = quantity
            return
