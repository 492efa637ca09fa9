"""Which parts of a line set apart by spaces make one date together: "Jan 2 2024", "2024-01-02 09:30", "Q1 2024".

A way to divide the lines has a span (first part, one past the last) for each column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}[.,]{0,2} )?"
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?: ?[ap]m)?(?: ?(?:z|utc|[-+]\d{2}:?\d{2}))?"
_DIGITS = r"(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}|\d{8}|\d{1,2}-?[a-z]{3}-?\d{2,4})"
_NAMED = rf"(?:{_MONTH} \d{{1,2}},? \d{{2,4}}|\d{{1,2}} {_MONTH},? \d{{2,4}}|\d{{4}} {_MONTH} \d{{1,2}}|{_MONTH} \d{{4}})"
_QUARTER = r"(?:q[1-4] \d{4}|\d{4} q[1-4])"
_DATE: Final = re.compile(
    rf"{_WEEKDAY}(?:{_NAMED}(?:,? {_CLOCK})?|{_DIGITS},? {_CLOCK})|{_WEEKDAY[:-1]}{_DIGITS}|{_QUARTER}", re.IGNORECASE
)
_LONGEST: Final = 7  # parts of "Tue, Jan 2, 2024, 09:30 AM UTC"

Span = tuple[int, int]


def ways_to_join(rows: Sequence[Sequence[str]]) -> list[tuple[Span, ...]]:
    """The ways in which the parts of rows, all of one length, may be columns, the likeliest first; at last each alone."""
    apart = tuple((i, i + 1) for i in range(len(rows[0])))
    ways = list(dict.fromkeys((_dates(rows, 0), apart)))
    if numbered(rows):  # "1 Jan 2024", "2 Feb 2024", "3 Mar 2024": rows that are numbered, where what follows differs
        below = _dates(rows, 1)
        if len({" ".join(row[slice(*below[1])]) for row in rows}) == len(rows):
            ways.insert(0, below)
    return ways


def numbered(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first parts are 1, 2, 3 …, as printed frames number their rows."""
    return all(row[0].rstrip(".").isdecimal() and int(row[0].rstrip(".")) == i for i, row in enumerate(rows, 1))


def _dates(rows: Sequence[Sequence[str]], start: int) -> tuple[Span, ...]:
    """Which parts, from `start` on, make one date together in every row; the others stand alone."""
    out: list[Span] = [(i, i + 1) for i in range(start)]
    at = start
    while at < len(rows[0]):
        ends = range(min(at + _LONGEST, len(rows[0])), at + 1, -1)
        end = next((e for e in ends if all(_DATE.fullmatch(" ".join(r[at:e])) for r in rows)), at + 1)
        out.append((at, end))
        at = end
    return tuple(out)
