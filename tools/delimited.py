"""Delimited text (CSV, TSV, semicolons, bars) to a raw table: encoding, delimiter, decimal sign and header are found.

What stands below the header is parsed by `tools.body`; columns set apart by spaces are read by `tools.spaced`.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass

from tools.body import Body, Layout, parse_body
from tools.encodings import decoded
from tools.errors import ToolError
from tools.headers import Header, find_header
from tools.limits import check_shape
from tools.names import claim
from tools.numerals import comma_before_three, decimal_of, point_before_three
from tools.plain_body import Plain, parse_plain
from tools.raw import Dropped, Raw
from tools.sources import Content, Source
from tools.spaced import read_spaced
from tools.wording import counted

_SPLIT_DATE = re.compile(r"(?:[A-Za-z]{3,9}\.? \d{1,2}|\d{1,2} [A-Za-z]{3,9}\.?), \d{4}")
_DATE, _THREE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{8}$"), re.compile(r"\d{3}(?:\.\d*)?")
_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_FORMULA, _FORMULAS = (
    b'="',
    re.compile(rb'(?<![^,;\t|\r\n])"?="{1,2}([^"\r\n]*)"{1,3}'),
)  # cells that spreadsheets must not read as numbers
_SAMPLE_BYTES, _SAMPLE_ROWS = 131_072, 300


@dataclass(frozen=True)
class _Dialect:
    delimiter: str
    width: int
    records: list[list[str]]
    line_ends: list[int]  # the line on which each record ends


def read_delimited(source: Source) -> Raw:
    """Delimited text as a raw table.

    Raises:
        ToolError: binary junk, a header without data, too many rows, columns or broken rows.
    """
    name = source.name
    head = source.data[:_SAMPLE_BYTES]
    if source.file is not None and head.isascii() and b"\n" in head and b"\x00" not in head and not _lone(head):
        found = _shape(source.data, name)
        if found.doubtful and (raw := read_spaced(source.data, name, "ascii", found.layout.delimiter)) is not None:
            return raw
        first = found.dialect.records[0 if found.header.row is None else found.header.row + 1 :]
        if (body := parse_plain(Plain(source.file, found.skipped, first), found.layout)) is not None:
            return _raw(name, "ascii", found, body)
    text, encoding = decoded(source.data, name)
    if _FORMULA in text[:_SAMPLE_BYTES]:
        text = _FORMULAS.sub(rb'"\1"', text)
    if _lone(text[:_SAMPLE_BYTES]):
        text = text[:].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    found = _shape(text, name)
    if found.doubtful and (raw := read_spaced(text, name, encoding, found.layout.delimiter)) is not None:
        return raw
    return _raw(name, encoding, found, parse_body(text, found.part, found.layout, name))


@dataclass(frozen=True)
class _Shape:
    """How a text is laid out: its dialect, its header, the lines above the data and where in the text the data stand."""

    dialect: _Dialect
    header: Header
    skipped: int
    part: slice
    layout: Layout

    @property
    def doubtful(self) -> bool:
        """Whether the delimiter divides nothing, not the names above the rows, or not every row into as many cells."""
        row, width, records = self.header.row, self.dialect.width, self.dialect.records
        named = 0 if row is None else sum(bool(c.strip()) for c in records[row])
        return width == 1 or named < width or 10 * sum(len(r) == width for r in records) < 9 * len(records)


def _shape(text: Content, name: str) -> _Shape:
    tail = text[-_SAMPLE_BYTES:]
    end = len(text) - len(tail) + len(tail.rstrip(b"\r\n \x1a"))  # an offset: slicing would copy the file
    if end == len(text) - len(tail):
        raise ToolError("source", name, "a file with content", "The file holds only blank lines.")
    dialect = _dialect(text, name)
    header = find_header(dialect.records, dialect.width)
    skipped = 0 if header.row is None else dialect.line_ends[header.row]
    body = _below(text, skipped)
    if body >= end:
        raise ToolError("source", name, "a table with rows of data", "Only a header was found, without a row below it.")
    check_shape(0, dialect.width, name)
    _refuse_split_cells(dialect, header, name)
    decimal = "," if dialect.delimiter == ";" and comma_before_three(dialect.records) else decimal_of(dialect.records)
    return _Shape(dialect, header, skipped, slice(body, end), Layout(dialect.delimiter, dialect.width, decimal))


def _raw(name: str, encoding: str, found: _Shape, parsed: Body) -> Raw:
    dialect, header, skipped = found.dialect, found.header, found.skipped
    notes = list(parsed.notes)
    check_shape(len(parsed.frame), dialect.width, name)
    if header.row is None:
        notes.append("No header was found: the columns were numbered.")
    elif header.row:
        notes.append(f"The header stands on line {skipped}; the lines above it were left aside.")
    wide = "" if header.row is None else dialect.records[header.row][dialect.width :]
    extra = sum(1 for cell in wide if cell.strip())
    warnings = [f"{counted(extra, 'header cell')} without data below."] if extra else []
    if dialect.delimiter == ";" and (example := comma_before_three(dialect.records)):
        warnings.append(
            f"Numbers such as {example} were read with a decimal comma, as files with semicolons usually have it; if it sets "
            "thousands apart, write them without it."
        )
    elif dialect.delimiter == ";" and (example := point_before_three(dialect.records)):
        warnings.append(
            f"Numbers such as {example} were read with a decimal point; if it sets thousands apart, as in files with "
            "semicolons it may, write them without it."
        )
    names = _aligned(header, dialect)
    return Raw(
        frame=parsed.frame,
        names=names,
        above=header.above,
        preamble=tuple(cell for record in dialect.records[: header.row or 0] for cell in record if cell.strip()),
        format="TSV" if dialect.delimiter == "\t" else "CSV",
        lines=parsed.numbers + skipped,
        rows_read=parsed.total,
        dropped=tuple(Dropped(d.reason, d.count, tuple(n + skipped for n in d.lines), d.stood) for d in parsed.dropped),
        encoding=encoding,
        delimiter=_DELIMITERS[dialect.delimiter] if dialect.width > 1 else None,
        decimal=found.layout.decimal,
        header_line=skipped or None,
        notes=tuple(notes),
        warnings=tuple(warnings),
        extremes=parsed.extremes,
    )


def _aligned(header: Header, dialect: _Dialect) -> tuple[str, ...]:
    """Header names; a header one cell short of the body (row names written without a title) moves one to the right."""
    if header.row is not None and len(dialect.records[header.row]) == dialect.width - 1 and dialect.width > 2:
        row_names = [r[0] for r in dialect.records[header.row + 1 :] if len(r) == dialect.width]
        dated = claim(header.names[0]) == "date" and all(_DATE.match(r.strip()) for r in row_names)
        if row_names and all(r.strip() for r in row_names) and len(set(row_names)) == len(row_names) and not dated:
            return ("", *header.names[:-1])
    return header.names


def _dialect(text: Content, name: str) -> _Dialect:
    """The delimiter that gives most records the same number of cells, judged on the first records."""
    cut = len(text) > _SAMPLE_BYTES
    sample = text[:_SAMPLE_BYTES].decode("utf-8", "replace")
    best: _Dialect | None = None
    score = -1.0
    for delimiter in [d for d in _DELIMITERS if d == "," or d in sample]:
        reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
        records, ends = [], []
        try:
            for record in reader:
                records.append(record)
                ends.append(reader.line_num)
                if len(records) > _SAMPLE_ROWS:
                    break
        except csv.Error as fault:
            raise ToolError(
                "source", name, "a table of text", f"A row cannot be parsed ({fault}); a stray quote is the usual cause."
            ) from fault
        if cut and len(records) > 1:
            records, ends = records[:-1], ends[:-1]
        body = [len(r) for r in records[len(records) // 2 :] if any(c.strip() for c in r)] or [1]
        lower, all_of = Counter(body), Counter(len(r) for r in records)
        width = max(lower, key=lambda w: (lower[w], all_of[w], -w))
        count, whole = lower[width], all_of[width] / len(records)
        this = 0.0 if width == 1 else count / len(body) + whole + (0.01 if delimiter != "," else 0.0)
        if this > score:
            best, score = _Dialect(delimiter, width, records, ends), this
    assert best is not None
    return best


def _refuse_split_cells(dialect: _Dialect, header: Header, name: str) -> None:
    """Refuse rows in which commas without quotes divide dates ("Jan 2, 2024") or thousands ("1,234")."""
    place = header.row or 0  # rows that are divided so have no names above them that would fit
    if dialect.delimiter != "," or len(dialect.records[place]) >= dialect.width:
        return
    rows = [[c.strip() for c in r] for r in dialect.records[place + 1 :] if len(r) == dialect.width]
    dates = any(all(_SPLIT_DATE.fullmatch(f"{r[i]}, {r[i + 1]}") for r in rows) for i in range(dialect.width - 1))
    number = claim(header.names[0]) == "date" and all(_DATE.match(r[0]) and _THREE.fullmatch(r[-1]) for r in rows)
    if rows and (dates or number):
        mend = (
            f"A comma within a {'date' if dates else 'number'} is the usual cause: put such cells in quotes or use semicolons."
        )
        allowed = f"a table whose rows have as many cells as names (here {dialect.width} under {len(dialect.records[place])})"
        raise ToolError("source", name, allowed, mend)


def _lone(head: bytes) -> bool:
    """Whether some line ends with a carriage return alone, as on old systems or where files were put together."""
    return head[:-1].count(b"\r") > head.count(b"\r\n")


def _below(text: Content, lines: int) -> int:
    """The offset at which the line after the first `lines` lines starts."""
    at = 0
    for _ in range(lines):
        end = text.find(b"\n", at)
        if end < 0:
            return len(text)
        at = end + 1
    return at
