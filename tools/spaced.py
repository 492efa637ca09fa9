"""Text whose columns are set apart by spaces: fixed-width exports, printed data frames of R, Stata and pandas, old data sites.

A table it is where most lines split into equally many parts, numbers or dates among them, under a line of names. Parts
that make one date together ("Jan 2 2024", "2024-01-02 09:30") are joined where the names ask for it. A line of another
number of parts has blank cells: its parts go to the columns under which they stand, or the line is left out and reported.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd

from tools.body import NULLS
from tools.errors import ToolError
from tools.headers import cell_type
from tools.limits import check_shape
from tools.names import claim
from tools.numerals import decimal_of
from tools.raw import Dropped, Raw
from tools.sources import Content
from tools.spaced_dates import Span, numbered, ways_to_join

_SAMPLE_BYTES, _SAMPLE_LINES, _EXAMPLES = 131_072, 300, 5
_FEW = 3  # lines that may divide otherwise in any table, such as a footer
_SEARCHED = 60  # lines among which the names stand
_PART = re.compile(r'"[^"]*"|[^\s|]+')
_WIDE_GAP = re.compile(r"\s{2,}")
_THOUSANDS = re.compile(r"[-+]?\d{1,3}(?: \d{3})+(?:[.,]\d+)?")
_RULED = frozenset("-=+|_: \t")


@dataclass(frozen=True)
class _Line:
    """A line by its parts and where each begins and ends in it."""

    number: int
    text: str
    spans: tuple[Span, ...]

    @classmethod
    def of(cls, number: int, text: str) -> _Line:
        text = text.expandtabs(8)
        return cls(number, text, tuple(m.span() for m in _PART.finditer(text)))

    @property
    def parts(self) -> list[str]:
        return [self.text[a:b].strip('"') for a, b in self.spans]


@dataclass(frozen=True)
class _Columns:
    """How lines are divided: their number of parts, which of these belong together, and the names above them."""

    parts: int
    joined: tuple[Span, ...]
    names: tuple[str, ...]
    names_line: int

    def cells(self, parts: Sequence[str]) -> list[str]:
        """The cells of a line of the usual number of parts."""
        return [" ".join(parts[a:b]) for a, b in self.joined]


def read_spaced(text: Content, name: str, encoding: str, delimiter: str) -> Raw | None:
    """The table in a text (UTF-8) whose columns are set apart by spaces; None where it is no such table.

    Names that the `delimiter` divides are not divided by spaces.

    Raises:
        ToolError: a table, but one whose lines do not divide as its names do.
    """
    first = text[:_SAMPLE_BYTES].decode("utf-8", "replace").splitlines()
    first = first[:-1] if len(text) > _SAMPLE_BYTES else first
    sample = [_Line.of(i, t) for i, t in enumerate(first[:_SAMPLE_LINES], 1) if t.strip() and not _ruled(t)]
    body = _body(sample)
    if len(body) < 2 or (columns := _columns(sample, body, name, delimiter)) is None:
        return None
    lines = text[:].decode("utf-8", "replace").splitlines()
    check_shape(len(lines), len(columns.joined), name)
    return _raw(lines, columns, _extents(body, columns), name, encoding)


def _body(sample: Sequence[_Line]) -> list[_Line]:
    """The lines of the sample that have the usual number of parts, from the first on that holds a number or a date."""
    whole = Counter(len(line.spans) for line in sample)
    lower = Counter(len(line.spans) for line in sample[len(sample) // 2 :])
    parts = max(lower, key=lambda n: (lower[n], whole[n]), default=0)
    even = [line for line in sample if len(line.spans) == parts]
    types = [[cell_type(part) for part in line.parts] for line in even]
    half = types[len(types) // 2 :]
    valued = [i for i in range(parts) if sum(row[i] == "value" for row in half) >= 0.8 * len(half)]
    if parts < 2 or not valued:
        return []
    first = next((k for k, row in enumerate(types) if all(row[i] != "text" for i in valued)), len(even))
    found = even[first:]
    if not found or 2 * len(found) < sum(line.number >= found[0].number for line in sample):
        return []
    # Few numbers among words are a table only where the words stand in columns too, with room between them.
    return found if 2 * len(valued) >= parts or (_aligned(found) and any("  " in line.text.strip() for line in sample)) else []


def _aligned(body: Sequence[_Line]) -> bool:
    """Whether each part begins, or ends, at one place in every line."""
    places = np.array([line.spans for line in body])
    return bool((places == places[0]).all(axis=0).any(axis=1).all())


def _columns(sample: Sequence[_Line], body: Sequence[_Line], name: str, delimiter: str) -> _Columns | None:
    above = [line for line in sample[:_SEARCHED] if line.number < body[0].number]
    divided = bool(above) and sum(bool(cell.strip()) for cell in above[-1].text.split(delimiter)) > 1
    if not above or divided or any(cell_type(part) == "value" for part in above[-1].parts):
        return None
    if all(_THOUSANDS.fullmatch(line.text.strip()) for line in body):
        return None  # one column of numbers such as "1 234.5"
    rows, found = [line.parts for line in body], _names(above)
    parts = len(rows[0])
    ways = ways_to_join(rows)
    for way in ways:
        for names in found:
            if len(names) == len(way) > 1:
                return _Columns(parts, way, names, above[-1].number)
        for names in found:
            if len(names) == len(way) - 1 and _row_names(above[-1], body, names, way):
                return _Columns(parts, way, ("", *names), above[-1].number)
    if len(above[-1].spans) < 2:
        return None
    raise ToolError(
        "source",
        name,
        "a table whose lines divide as the names above them do",
        f"Set apart by spaces, the names on line {above[-1].number} are {len(above[-1].spans)} words and the lines below "
        f"have {parts} parts, so it is not certain which belong together. Export it with commas or tabs.",
    )


def _ruled(text: str) -> bool:
    """Whether a line only draws a rule or the corner of a box."""
    return set(text) <= _RULED and sum(map(text.count, "-=+_")) > 2


def _names(above: Sequence[_Line]) -> list[tuple[str, ...]]:
    """The names that the line above the data may hold: set apart by wide gaps, by any, or partly on the line before."""
    line = above[-1]
    wide = tuple(part.strip().strip('"') for part in _WIDE_GAP.split(line.text.replace("|", "  ").strip()))
    found = [wide, tuple(line.parts)] if len(wide) < len(line.spans) else [tuple(line.parts)]
    if len(above) > 1 and line.spans[-1][1] < above[-2].spans[0][0]:  # the name of an index, under the others
        found.append((*line.parts, *above[-2].parts))
    return found


def _row_names(names_line: _Line, body: Sequence[_Line], names: Sequence[str], way: Sequence[Span]) -> bool:
    """Whether the first column may be names of rows without a title: nothing stands over it, or it is counted."""
    first = [line.parts[slice(*way[0])] for line in body]
    if len({tuple(cells) for cells in first}) < len(first):
        return False
    ends = max(line.spans[way[0][1] - 1][1] for line in body)
    over = names_line.spans[0][0] < ends and not names_line.text.lstrip().startswith('"')
    dated = all(cell_type(" ".join(cells)) == "value" and not cells[0].rstrip(".").isdigit() for cells in first)
    counted = len(range(*way[0])) == 1 and numbered([line.parts for line in body])
    return (counted or not over) and not (dated and "date" in map(claim, names))


def _extents(body: Sequence[_Line], columns: _Columns) -> list[Span]:
    """From where to where each column stands; [] where two overlap, so that a place does not say the column."""
    found = [(min(x.spans[a][0] for x in body), max(x.spans[b - 1][1] for x in body)) for a, b in columns.joined]
    return found if all(left[1] <= right[0] for left, right in pairwise(found)) else []


def _placed(line: _Line, extents: Sequence[Span]) -> list[str] | None:
    """The cells of a line with blanks, each part by the one column that it stands under; None where that is not certain."""
    cells: list[list[str]] = [[] for _ in extents]
    for (start, end), part in zip(line.spans, line.parts, strict=True):
        under = [i for i, (a, b) in enumerate(extents) if start < b and a < end]
        if len(under) != 1:
            return None
        cells[under[0]].append(part)
    return [" ".join(parts) for parts in cells] if extents else None


def _raw(lines: Sequence[str], columns: _Columns, extents: Sequence[Span], name: str, encoding: str) -> Raw:
    rows: list[list[str]] = []
    numbers: list[int] = []
    left_out: dict[str, list[int]] = {}
    last = max(i for i, text in enumerate(lines, 1) if text.strip())
    for number, text in enumerate(lines[columns.names_line : last], columns.names_line + 1):
        line = _Line.of(number, text)
        cells = columns.cells(line.parts) if len(line.spans) == columns.parts else _placed(line, extents)
        if cells is None or _ruled(text) or not line.spans:
            why = "blank line" if not line.spans else "line of dashes" if _ruled(text) else _UNEVEN
            left_out.setdefault(why, []).append(number)
            continue
        rows.append(cells)
        numbers.append(number)
    uneven = len(left_out.get(_UNEVEN, ()))
    if uneven > max(_FEW, (len(rows) + uneven) // 5):
        mend = f"Set apart by spaces, {uneven:,} of {len(rows) + uneven:,} lines do not: export it with commas or tabs."
        raise ToolError("source", name, f"a table whose lines divide into the {len(columns.names)} columns of its names", mend)
    nulls = frozenset(NULLS)
    frame = pd.DataFrame(
        {i: pd.Series([None if c in nulls else c for c in col], dtype="str") for i, col in enumerate(zip(*rows, strict=True))}
    )
    notes = ["The columns were set apart by their spaces."]
    if columns.names_line > 1:
        notes.append(f"The header stands on line {columns.names_line}; the lines above it were left aside.")
    return Raw(
        frame=frame,
        names=columns.names,
        above=("",) * len(columns.names),
        format="TXT",
        lines=np.array(numbers),
        rows_read=last - columns.names_line,
        dropped=tuple(Dropped(why, len(n), tuple(n[:_EXAMPLES])) for why, n in left_out.items()),
        encoding=encoding,
        delimiter="spaces",
        decimal=decimal_of(rows[:_SAMPLE_LINES]),
        header_line=columns.names_line,
        notes=tuple(notes),
    )


_UNEVEN = "it does not divide into the columns of the header"
