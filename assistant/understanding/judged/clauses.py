"""A question that asks for several things, clause by clause: each clause is judged as a question of its own.

People put two questions into one message, of which all words together say neither. It is cut where the least sure of its
clauses is surest; what is as likely one calculation is not cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from assistant.understanding.judged.meaning import Casting, Meaning, Meant, Ranked, ahead, place
from assistant.understanding.judged.roles import MOST, NONE, marked
from assistant.understanding.text.quantities import Reading
from knowledge import Index

SURE: Final = 1.0
"""How sure the least sure clause must be."""
LEAST: Final = 0.3
"""How much likelier the calculation of a clause must be than any other, in log odds."""
ENOUGH: Final = 4.0
"""Log odds beyond which nothing gets surer."""
_IDLE: Final = 2.0
_MORE: Final = 1.0
_WEAK: Final = 1.5
_AGAIN: Final = 1.0
"""What takes from it: a number without a part, each cut, a cut at a comma, the same calculation in two clauses."""
_CUTS: Final = 8
_END: Final = re.compile(r"(?<=[.?!])\s+(?=\S)|;\s*|\n\s*|(?=\((?:[a-d]|i{1,3}|\d)\))|(?<=[^\d\s.])\.\.+\s*", re.IGNORECASE)
_LINK: Final = re.compile(r"(?<=\s)(?=(?:and|also|then|plus|n|&)\s)", re.IGNORECASE)
_PAUSE: Final = re.compile(r",\s+|(?<=\s)(?=(?:\+|versus|vs)\s)|(?<=\s)[–—-]\s+|:\s+|→\s+", re.IGNORECASE)
_NUMBER_ENDS: Final = (".", "%", "k")
_NUMBER_BEHIND: Final = re.compile(r"(?:(?:and|then|plus|&)\s)?[-+$.]{0,2}\d", re.IGNORECASE)
_DIGIT: Final = re.compile(r"\d|\bzero\b", re.IGNORECASE)


@dataclass(frozen=True)
class Clause:
    """What one clause asks for, and how sure that is."""

    meant: Meant
    sure: float

    @classmethod
    def of(cls, casting: Casting, ranked: Ranked) -> Clause | None:
        """The likeliest calculation of a clause; None where that is none, or its numbers do not fit."""
        tool, lead = next(iter(ranked)), ahead(ranked)
        if tool == NONE or lead < LEAST:
            return None
        meant = casting.of(tool)
        if meant is None:
            return None
        idle = sum(part == NONE for part in meant.parts)
        return cls(meant, min(lead, ENOUGH) + min(meant.lead, ENOUGH) - _IDLE * idle)


def by_clauses(meaning: Meaning, reading: Reading, index: Index, whole: Clause | None) -> tuple[Meant, ...]:
    """The calculations of two or three clauses; () where the question, as a `whole`, is as likely one or none is sure."""
    least = SURE if whole is None else max(SURE, whole.sure)
    if least >= 2 * ENOUGH - _MORE or len(_DIGIT.findall(reading.text)) < 2:
        return ()
    cut = _Cut(meaning, reading, index, _cuts(reading.text))
    best = least
    found: tuple[Meant, ...] = ()
    for clauses, cost in cut.ways():
        sure = min(c.sure for c in clauses) - cost
        if sure > best or (sure == best and not found):
            best, found = sure, tuple(c.meant for c in clauses)
    return found


def _cuts(text: str) -> dict[int, float]:
    """Where the text may be cut → what that costs; between two numbers of a row only where a sentence ends."""
    found: dict[int, float] = {}
    for cut, cost in ((_END, 0.0), (_LINK, 0.0), (_PAUSE, _WEAK)):
        for m in cut.finditer(text):
            last = text[: m.start()].rstrip()[-1:].lower()
            if cut is _END or not ((last.isdecimal() or last in _NUMBER_ENDS) and _NUMBER_BEHIND.match(text, m.end())):
                found.setdefault(m.end(), cost)
    found = {at: cost for at, cost in found.items() if 0 < at < len(text)}
    if len(found) > _CUTS:
        found = {at: cost for at, cost in found.items() if not cost}
    return dict(sorted(found.items())[:_CUTS])


@dataclass(frozen=True, eq=False)
class _Cut:
    """A question with the places where it may be cut; each clause is judged once."""

    meaning: Meaning
    reading: Reading
    index: Index
    cuts: dict[int, float]
    _judged: dict[tuple[int, int], Clause | None] = field(default_factory=dict)

    def ways(self) -> Iterator[tuple[tuple[Clause, ...], float]]:
        """Every way to cut it into two or three clauses that each ask for something, and what it costs."""
        end, cuts = len(self.reading.text), list(self.cuts)
        for n, first in enumerate(cuts):
            if (front := self._clause(0, first)) is None:
                continue
            if (back := self._clause(first, end)) is not None:
                yield _told((front, back), self.cuts[first])
            for second in cuts[n + 1 :]:
                middle = self._clause(first, second)
                if middle is not None and (back := self._clause(second, end)) is not None:
                    yield _told((front, middle, back), self.cuts[first] + self.cuts[second])

    def _clause(self, start: int, end: int) -> Clause | None:
        if (start, end) not in self._judged:
            self._judged[start, end] = self._read(start, end)
        return self._judged[start, end]

    def _read(self, start: int, end: int) -> Clause | None:
        text = self.reading.text[start:end].rstrip(" ,;")
        if not _DIGIT.search(text):
            return None
        names = tuple((a - start, b - start) for a, b in self.reading.names if start <= a and b <= start + len(text))
        reading = Reading(text, names)
        asked = marked(reading)
        if not 0 < len(asked.items) <= MOST:
            return None
        judged = Clause.of(Casting(self.meaning, asked, reading), self.meaning.ranked(asked, place(text, self.index)))
        return None if judged is None else replace(judged, meant=judged.meant.from_place(start))


def _told(clauses: tuple[Clause, ...], cost: float) -> tuple[tuple[Clause, ...], float]:
    """The clauses with what their number, and a calculation that stands twice, cost besides."""
    tools = [c.meant.found.call.tool for c in clauses]
    return clauses, cost + _MORE * (len(clauses) - 1) + _AGAIN * (len(tools) - len(set(tools)))
