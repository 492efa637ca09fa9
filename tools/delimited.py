"""Delimited text (CSV, TSV, semicolons, bars) to a raw table: encoding, delimiter, decimal sign and header are found.

The body is parsed by Arrow in one pass. Only where some rows have another number of cells than the header is it parsed
again, with those rows mended (padded) or reported.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.csv as pv

from tools.encodings import decoded
from tools.errors import ToolError
from tools.headers import BLANK, Header, find_header
from tools.limits import LIMITS, check_shape
from tools.raw import Dropped, Raw
from tools.sources import Content
from tools.wording import counted

_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_SAMPLE_BYTES, _SAMPLE_ROWS = 131_072, 300
_NULLS = sorted(
    {"", "NA", "N/A", "n/a", "#N/A", "NaN", "nan", "null", "NULL", "None", "none", "-", "--", "."} | {b for b in BLANK if b}
)


@dataclass(frozen=True)
class _Dialect:
    delimiter: str
    width: int
    records: list[list[str]]
    line_ends: list[int]  # the line on which each record ends


def read_delimited(data: Content, name: str) -> Raw:
    """Delimited text as a raw table.

    Raises:
        ToolError: binary junk, a header without data, too many rows, columns or broken rows.
    """
    text, encoding = decoded(data, name)
    if text.find(b"\n") < 0 <= text.find(b"\r"):
        text = text[:].replace(b"\r", b"\n")
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
    decimal = _decimal(dialect)
    frame, numbers, total, dropped, notes = _parsed(text, slice(body, end), dialect, decimal, name)
    check_shape(len(frame), dialect.width, name)
    if header.row is None:
        notes.append("No header was found: the columns were numbered.")
    elif header.row:
        notes.append(f"The header stands on line {skipped}; the lines above it were left aside.")
    wide = "" if header.row is None else dialect.records[header.row][dialect.width :]
    extra = sum(1 for cell in wide if cell.strip())
    warnings = (f"{counted(extra, 'header cell')} without data below.",) if extra else ()
    names = _aligned(header, dialect)
    return Raw(
        frame=frame,
        names=names,
        above=header.above,
        format="TSV" if dialect.delimiter == "\t" else "CSV",
        lines=np.add(numbers, skipped, out=numbers),
        rows_read=total,
        dropped=tuple(Dropped(d.reason, d.count, tuple(n + skipped for n in d.lines)) for d in dropped),
        encoding=encoding,
        delimiter=_DELIMITERS[dialect.delimiter] if dialect.width > 1 else None,
        decimal=decimal,
        header_line=skipped or None,
        notes=tuple(notes),
        warnings=warnings,
    )


def _aligned(header: Header, dialect: _Dialect) -> tuple[str, ...]:
    """Header names; a header one cell short of the body (row names written without a title) moves one to the right."""
    if header.row is not None and len(dialect.records[header.row]) == dialect.width - 1 and dialect.width > 2:
        row_names = [r[0] for r in dialect.records[header.row + 1 :] if len(r) == dialect.width]
        if row_names and all(r.strip() for r in row_names) and len(set(row_names)) == len(row_names):
            return ("", *header.names[:-1])
    return header.names


def _dialect(text: Content, name: str) -> _Dialect:
    """The delimiter that gives most records the same number of cells, judged on the first records."""
    cut = len(text) > _SAMPLE_BYTES
    sample = text[:_SAMPLE_BYTES].decode("utf-8", "replace")
    best: _Dialect | None = None
    score = -1.0
    for delimiter in _DELIMITERS:
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


def _decimal(dialect: _Dialect) -> str:
    """ "," where cells such as "12,5" outnumber cells such as "12.5"."""
    cells = [c.strip() for r in dialect.records for c in r if c[:1].isdigit() or c[:1] in "-+"]
    comma = sum(c.count(",") == 1 and _decimals(c, ",") for c in cells)
    point = sum(c.count(".") == 1 and _decimals(c, ".") for c in cells)
    return "," if comma > point else "."


def _decimals(cell: str, sign: str) -> bool:
    whole, _, part = cell.rpartition(sign)
    part = part.rstrip("% ")
    return (
        part.isdigit()
        and (len(part) != 3 or whole.lstrip("-+") == "0")
        and whole.lstrip("-+").replace("." if sign == "," else ",", "").isdigit()
    )


def _below(text: Content, lines: int) -> int:
    """The offset at which the line after the first `lines` lines starts."""
    at = 0
    for _ in range(lines):
        end = text.find(b"\n", at)
        if end < 0:
            return len(text)
        at = end + 1
    return at


def _parsed(
    text: Content, body: slice, dialect: _Dialect, decimal: str, name: str
) -> tuple[pd.DataFrame, np.ndarray, int, list[Dropped], list[str]]:
    """(frame, record number of each row, records read, left-out rows, notes); records are counted from 1 below the header."""
    buffer, quoted = pa.py_buffer(text).slice(body.start, body.stop - body.start), text.find(b'"') >= 0
    odd: list[tuple[int, str]] = []
    frame = _arrow(buffer, dialect, decimal=decimal, quoted=quoted, odd=odd, name=name, threads=True)
    if not odd:
        return frame, np.arange(1, len(frame) + 1), len(frame), [], []
    odd.clear()
    _arrow(buffer, dialect, decimal=decimal, quoted=quoted, odd=odd, name=name, threads=False)  # again, now with record numbers
    total = len(frame) + len(odd)
    blank, long, mended = [], [], []
    for number, line in odd:
        record = next(csv.reader([line], delimiter=dialect.delimiter), [])
        if not any(c.strip() for c in record):
            blank.append(number)
        elif any(c.strip() for c in record[dialect.width :]):
            long.append(number)
        else:
            mended.append((number, (record + [""] * dialect.width)[: dialect.width]))
    dropped = [
        Dropped(why, len(n), tuple(n[:5])) for why, n in (("blank line", blank), ("more cells than the header", long)) if n
    ]
    numbers = np.setdiff1d(np.arange(1, total + 1), [n for n, _ in odd])
    if not mended:
        return frame, numbers, total, dropped, []
    lines = io.StringIO()
    csv.writer(lines, delimiter=dialect.delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(r for _, r in mended)
    again = pa.py_buffer(lines.getvalue().encode() + text[body])  # in front: a quote left open at the end cannot swallow them
    frame = _arrow(again, dialect, decimal=decimal, quoted=True, odd=[], name=name, threads=False)
    numbers = np.concatenate([[n for n, _ in mended], numbers]).astype(np.int64)
    if len(numbers) != len(frame):
        mend = "The quotes in it do not pair up: mend or remove the stray one."
        raise ToolError("source", name, "a table whose rows have as many cells as its header", mend)
    order = np.argsort(numbers, kind="stable")
    note = f"{counted(len(mended), 'row')} with fewer cells than the header: blanks added (first on record {mended[0][0]})."
    return frame.iloc[order].reset_index(drop=True), numbers[order], total, dropped, [note]


def _arrow(
    buffer: pa.Buffer, dialect: _Dialect, *, decimal: str, quoted: bool, odd: list[tuple[int, str]], name: str, threads: bool
) -> pd.DataFrame:
    """The body parsed by Arrow; rows of another width are collected in `odd` and skipped."""

    def keep(row: pv.InvalidRow) -> str:
        odd.append((row.number or 0, row.text))
        return "skip" if len(odd) <= LIMITS.ragged_rows else "error"

    labels = [str(i) for i in range(dialect.width)]
    try:
        table = pv.read_csv(
            pa.BufferReader(buffer),
            read_options=pv.ReadOptions(column_names=labels, use_threads=threads, block_size=1 << 19),
            parse_options=pv.ParseOptions(
                delimiter=dialect.delimiter,
                newlines_in_values=quoted,
                ignore_empty_lines=False,
                invalid_row_handler=keep,
            ),
            convert_options=pv.ConvertOptions(
                null_values=_NULLS, strings_can_be_null=True, decimal_point=decimal, check_utf8=False
            ),
        )
    except pa.ArrowInvalid as fault:
        mend = (
            "Too many rows have another number of cells than the header."
            if len(odd) > LIMITS.ragged_rows
            else f"A row cannot be parsed ({str(fault)[:120]})."
        )
        raise ToolError("source", name, "a table whose rows have as many cells as its header", mend) from fault
    columns = {int(f.name): _column(table.column(f.name)) for f in table.schema}
    return pd.DataFrame(columns, copy=False)


def _column(values: pa.ChunkedArray) -> pd.Series:
    kind = values.type
    if pa.types.is_null(kind):
        return pd.Series(np.full(len(values), np.nan))
    if pa.types.is_integer(kind) or pa.types.is_floating(kind):
        return pd.Series(values.cast(pa.float64(), safe=False).to_numpy(), copy=False)
    if pa.types.is_date(kind) or (pa.types.is_timestamp(kind) and kind.tz is None):
        return pd.Series(values.cast(pa.timestamp("us"), safe=False).to_numpy(), copy=False)
    if pa.types.is_timestamp(kind):
        return pd.Series(values.to_pandas())
    text = values if pa.types.is_string(kind) or pa.types.is_large_string(kind) else values.cast(pa.string())
    return pd.Series(text.to_pandas())
