"""What a turn's sources give in figures, and whether a numeral of a reply is one of them: value, unit, rate and sign.

A figure of a result knows its unit by the field's name or by the tool's own words, and whose gain or loss it is. Where a
source says neither, neither is asked for.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, Final

from assistant.guards.bounds import bounded
from assistant.guards.counts import Counts
from assistant.guards.dates import Date, dates, without_dates
from assistant.guards.equations import Equation, equations
from assistant.guards.figure import Field, Figure, in_fields, in_text
from assistant.guards.fitting import DAYS, LEVELS, fitting
from assistant.guards.measures import measures, unheard
from assistant.guards.numeral import Numeral
from assistant.guards.numerals import numerals
from assistant.guards.offers import offered
from assistant.guards.quantities import distances, moves, widths
from assistant.guards.rates import counted_by, other_rate
from assistant.guards.readings import listed, read_otherwise
from assistant.guards.rounding import equal, is_about, reach
from assistant.guards.signs import turned
from tools.result import Result

_SIGNED: Final = ("money", "share", "points", "")
_VOLATILITY: Final = re.compile(r"\bvol(?:atility|s)?\b", re.IGNORECASE)
_AVERAGE: Final = re.compile(r"\b(?:average|mean|blended)\b", re.IGNORECASE)  # of all, and told of one
_DAY: Final = re.compile(r"\b(?:on|until|till|by|from|to|after|before|is) the ((\d{1,2})(?:st|nd|rd|th))\b(?! [a-z])")
_ORDINAL: Final = re.compile(r"(?<![\d.,])((\d{1,6})(?:st|nd|rd|th))\b(?! percentile)")
_EARLY: Final = 3
_CONSTANTS: Final = (1.0, 2.0, 100.0)  # what a formula may hold besides its figures


class Figures:
    """All figures and dates of some sources."""

    def __init__(
        self,
        figures: Iterable[Figure] = (),
        days: Iterable[Date] = (),
        asked: str = "",
        counts: Counts | None = None,
        spoken: str = "",
    ) -> None:
        self._figures = sorted(figures, key=lambda f: f.value)
        self._values = [f.value for f in self._figures]
        self._dates = list(days)
        self._asked = asked
        self._counts = counts or Counts()
        self._spoken = spoken

    @classmethod
    def of_text(cls, text: str, *, said: bool = False) -> Figures:
        """Figures of words: a claim, a tool's summary, or a question, which the user `said`."""
        return cls(in_text(text, said=said), dates(text), text if said else "", spoken=text)

    @classmethod
    def of_result(
        cls, result: Result, unnamed: Callable[[str], str] = str, as_dict: Mapping[str, Any] | None = None
    ) -> Figures:
        """Figures of a tool's result: its fields, its inputs and its own words, as `unnamed` leaves them."""
        told = {k: v for k, v in (as_dict or result.to_dict()).items() if k not in ("tool", "call", "disclaimer", "summary")}
        words = unnamed("\n".join([result.summary(), *(a.says for a in result.assumptions)]))
        own = [*in_fields(told, "", Field(result.tool, unnamed, several=_several(result))), *in_text(words, said=False)]
        own += [Figure(size, None, exact=True, poles={"move": side}) for size, side in moves(result)]
        own += [Figure(wide, "points", words=frozenset(("wing",)), exact=True) for wide in widths(result)]
        own += [Figure(gap, "points", words=frozenset(("distance",)), exact=True) for gap in distances(result)]
        named = " ".join(name.replace("_", " ") for name in (*told, *result.inputs))
        return cls(own, dates(f"{unnamed(str(told))} {words}"), counts=Counts.of(told), spoken=f"{result.tool} {named} {words}")

    def __add__(self, other: Figures) -> Figures:
        asked = f"{self._asked} {other._asked}".strip()
        counts = self._counts + other._counts
        return Figures(
            [*self._figures, *other._figures], [*self._dates, *other._dates], asked, counts, f"{self._spoken} {other._spoken}"
        )

    def __bool__(self) -> bool:
        return bool(self._figures)

    @cached_property
    def _measures(self) -> frozenset[str]:
        """In what the sources count, by their words and by their figures."""
        return measures(self._spoken) | {f.unit for f in self._figures if f.unit}

    def faults(self, text: str) -> list[str]:
        """What is wrong with the numerals of `text`, each in plain words; [] where each has a source."""
        days = dates(text)
        stray = [text[d.start : d.end] for n, d in enumerate(days) if not self._dated(d, days, n)]
        found = [f"the date {d} stands in no source" for d in dict.fromkeys(stray)]
        undated = without_dates(text, days)
        read = numerals(undated)
        made = equations(undated, read, self._exactly)
        shares = listed(read, undated, self._is_share)
        found += [f"{e.result.written} is not what the arithmetic gives" for e in made if e.strict and e.result and not e.holds]
        for numeral in read:
            fault = self._fault(numeral, undated, made)
            for other in read_otherwise(numeral, undated, read) if fault else ():
                if not self._fault(other, undated, made):
                    fault = ""
            if fault and not (
                numeral in shares
                or self._a_part(numeral, read, undated)
                or self._counts.bear_out(numeral, undated)
                or offered(numeral, undated)
            ):
                found.append(fault)
        return found + self._ordinals(undated)

    def reckoned(self, numeral: Numeral) -> bool:
        """Whether a tool computed that value, whatever it counts."""
        return any(f.exact and not f.said for f in self._near(numeral))

    def given(self, numeral: Numeral) -> bool:
        """Whether the user gave that value."""
        return any(f.said for f in self._near(numeral))

    def _dated(self, date: Date, days: list[Date], n: int) -> bool:
        """Whether a source has the date, or the other reading of the same figures."""
        twins = [d for d in days if d.start == date.start]
        return any(twin.within(known) for twin in twins for known in self._dates)

    def _ordinals(self, text: str) -> list[str]:
        """Ordinals that are no day of a known date, and beyond the first few no known number either."""
        known = {d.day for d in self._dates}
        found = [f"the {m[1]} is the day of no known date" for m in _DAY.finditer(text) if known and int(m[2]) not in known]
        late = [m for m in _ORDINAL.finditer(text) if int(m[2]) > _EARLY and int(m[2]) not in known]
        late = [m for m in late if not self._exactly(float(m[2]))]
        return found or [f"the {m[1]} stands in no source" for m in late if self._figures]

    def _exactly(self, value: float) -> bool:
        n = bisect_left(self._values, value * (1 - 1e-9))
        return n < len(self._values) and self._values[n] <= value * (1 + 1e-9)

    def _is_share(self, numeral: Numeral) -> bool:
        return any(f.exact and f.unit == "share" for f in self._near(numeral))

    def _a_part(self, numeral: Numeral, read: list[Numeral], text: str) -> bool:
        """Whether a fraction in words is that of two known figures: "a tenth: $100 where the others have $1,000"."""
        if numeral.unit != "share" or any(c.isdigit() for c in numeral.written):
            return False
        others = [n.value for n in read if n is not numeral and n.value and self._same(n, text)]
        return any(abs(a / b - numeral.value) <= 1e-9 for a in others for b in others)

    def _fault(self, numeral: Numeral, text: str, made: list[Equation]) -> str:
        written_out = next((e for e in made if numeral is e.result or numeral in e.operands), None)
        same = self._same(numeral, text)
        if not same:
            if written_out is not None and self._derived(numeral, written_out, text):
                return ""
            return f"{numeral.written} stands in no source"
        if numeral.unit == "count" and not is_about(numeral, text):
            same = [f for f in same if f.value % 1 == 0 or numeral.value % 1]
            if not same:
                return f"{numeral.written} is no whole number in its source"
        fit = fitting(numeral, text, same, self._asked)
        if not fit:
            return f"{numeral.written} is not counted in that unit by its source"
        told = any(f.unit == numeral.unit or (numeral.unit in DAYS and f.unit in (*DAYS, "count")) for f in fit)
        if self._figures and unheard(numeral, text, self._measures, told=told):
            return f"{numeral.written} is not counted in that measure by any source"
        rate = counted_by(text, numeral.start, numeral.end)
        if rate == "all" and _AVERAGE.search(text):
            rate = ""
        if rate == "point" and _VOLATILITY.search(text) and any(f.by == "vol point" for f in fit):
            rate = "vol point"
        counted = {f.by for f in fit if f.by and not (f.said and f.by == "all")}  # "paid 0.45 for 6": of one, or of all
        if other_rate(rate, counted, self._asked, self._measures):
            return f"{numeral.written} is counted by something else in its source"
        computed = written_out is not None and written_out.holds
        if numeral.unit in _SIGNED and not computed and turned(numeral, text, fit):
            return f"{numeral.written} has the other sign in its source"
        return ""

    def _same(self, numeral: Numeral, text: str) -> list[Figure]:
        same = self._near(numeral, about=is_about(numeral, text))
        if numeral.also is not None and not same:
            same = [f for f in self._figures if f.value == numeral.also]
        return same or self._beside(numeral, text)

    def _beside(self, numeral: Numeral, text: str) -> list[Figure]:
        """The computed figures of which the numeral is said to be a round bound; a level at which something holds is none."""
        between = bounded(numeral, text)
        if between is None:
            return []
        low, high = between
        some = self._figures[bisect_left(self._values, low) : bisect_right(self._values, high)]
        return [
            f for f in some if f.exact and (not f.said or f.unit == "share") and f.unit is not None and not f.words & LEVELS
        ]

    def _near(self, numeral: Numeral, *, about: bool = False) -> list[Figure]:
        """The figures that the numeral may be, found among the sorted ones."""
        far = reach(numeral, about=about)
        some = self._figures[bisect_left(self._values, numeral.value - far) : bisect_right(self._values, numeral.value + far)]
        slack = max(numeral.slack, far) if about else numeral.slack
        return [f for f in some if equal(numeral.value, slack, f.value, about)]

    def _derived(self, numeral: Numeral, written: Equation, text: str) -> bool:
        """Whether the numeral is a constant of a formula whose result has a source, as right arithmetic on it."""
        constant = numeral.value in _CONSTANTS or (numeral.unit == "share" and numeral.value == 1.0)
        if written.result is None or not constant:  # "2/13, or 0.1538", "two over thirteen": the others settle it
            others = [o for o in written.operands if o is not numeral]
            settled = all(o.value in _CONSTANTS or self._same(o, text) for o in others)
            return settled and written.divides and self._exactly(written.low) and written.low == written.high
        known = written.result is not None and bool(self._same(written.result, text))
        return constant and numeral is not written.result and known and written.holds


def _several(result: Result) -> bool:
    """Whether a result is of more than one contract."""
    contracts = result.inputs.get("contracts")
    return isinstance(contracts, (int, float)) and contracts > 1
