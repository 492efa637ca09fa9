"""The body of a delimited file: what stands below the header, parsed by Arrow in one pass.

Only where some rows have another number of cells than the header is it parsed again, with those rows mended (padded) or
reported.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.csv as pv

from tools.errors import ToolError
from tools.extremes import Extremes
from tools.headers import BLANK
from tools.limits import LIMITS
from tools.raw import Dropped, Lines
from tools.sources import Content
from tools.wording import counted

NULLS = sorted(
    {"", "NA", "N/A", "n/a", "#N/A", "NaN", "nan", "null", "NULL", "None", "none", "-", "--", "."} | {b for b in BLANK if b}
)
_PIECE = 1 << 18  # bytes that stay in the processor's cache


@dataclass(frozen=True)
class Layout:
    """How the cells are written: delimiter, cells a row, decimal sign."""

    delimiter: str
    width: int
    decimal: str


@dataclass(frozen=True)
class Body:
    """The rows below a header.

    Attributes:
        frame: columns labelled 0, 1, 2 …: float64, datetime64[us] or text.
        extremes: see `Raw`.
        numbers: the record number of each row, counted from 1 below the header.
        total: records read.
        dropped: rows left out.
        notes: plain sentences.
    """

    frame: pd.DataFrame
    extremes: dict[int, Extremes]
    numbers: Lines
    total: int
    dropped: tuple[Dropped, ...] = ()
    notes: tuple[str, ...] = ()


def parse_body(text: Content, part: slice, layout: Layout, name: str) -> Body:
    """The body that `part` of the text holds.

    Raises:
        ToolError: it cannot be parsed, or too many rows have another number of cells than `layout.width`.
    """
    buffer, quoted = pa.py_buffer(text).slice(part.start, part.stop - part.start), _quoted(text)
    odd: list[tuple[int, str]] = []
    frame, extremes = _arrow(buffer, layout, quoted=quoted, odd=odd, name=name, threads=True)
    if not odd:
        return Body(frame, extremes, np.arange(1, len(frame) + 1), len(frame))
    odd.clear()
    _arrow(buffer, layout, quoted=quoted, odd=odd, name=name, threads=False)  # again, now with record numbers
    total = len(frame) + len(odd)
    blank, long, mended = [], [], []
    for number, line in odd:
        record = next(csv.reader([line], delimiter=layout.delimiter), [])
        if not any(c.strip() for c in record):
            blank.append(number)
        elif any(c.strip() for c in record[layout.width :]):
            long.append(number)
        else:
            mended.append((number, (record + [""] * layout.width)[: layout.width]))
    dropped = tuple(
        Dropped(why, len(n), tuple(n[:5])) for why, n in (("blank line", blank), ("more cells than the header", long)) if n
    )
    numbers = np.setdiff1d(np.arange(1, total + 1), [n for n, _ in odd])
    if not mended:
        return Body(frame, extremes, numbers, total, dropped)
    lines = io.StringIO()
    csv.writer(lines, delimiter=layout.delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(r for _, r in mended)
    again = pa.py_buffer(lines.getvalue().encode() + text[part])  # in front: a quote left open at the end cannot swallow them
    frame, extremes = _arrow(again, layout, quoted=True, odd=[], name=name, threads=False)
    numbers = np.concatenate([[n for n, _ in mended], numbers]).astype(np.int64)
    if len(numbers) != len(frame):
        mend = "The quotes in it do not pair up: mend or remove the stray one."
        raise ToolError("source", name, "a table whose rows have as many cells as its header", mend)
    order = np.argsort(numbers, kind="stable")
    note = f"{counted(len(mended), 'row')} with fewer cells than the header: blanks added (first on record {mended[0][0]})."
    return Body(frame.iloc[order].reset_index(drop=True), extremes, numbers[order], total, dropped, (note,))


def _arrow(
    buffer: pa.Buffer, layout: Layout, *, quoted: bool, odd: list[tuple[int, str]], name: str, threads: bool
) -> tuple[pd.DataFrame, dict[int, Extremes]]:
    """The rows and the extremes of their numbers; rows of another width are collected in `odd` and skipped."""

    def keep(row: pv.InvalidRow) -> str:
        odd.append((row.number or 0, row.text))
        return "skip" if len(odd) <= LIMITS.ragged_rows else "error"

    labels = [str(i) for i in range(layout.width)]

    def parsed(types: dict[str, pa.DataType]) -> pa.Table:
        return pv.read_csv(
            pa.BufferReader(buffer),
            read_options=pv.ReadOptions(column_names=labels, use_threads=threads, block_size=1 << 19),
            parse_options=pv.ParseOptions(
                delimiter=layout.delimiter,
                newlines_in_values=quoted,
                quote_char='"' if quoted else False,
                ignore_empty_lines=False,
                invalid_row_handler=keep,
            ),
            convert_options=pv.ConvertOptions(
                null_values=NULLS,
                strings_can_be_null=True,
                decimal_point=layout.decimal,
                check_utf8=False,
                column_types=types,
            ),
        )

    try:
        table = parsed({})
        zoned = {f.name: pa.string() for f in table.schema if pa.types.is_timestamp(f.type) and f.type.tz is not None}
        if zoned:  # their own midnight, which says that they are days, stands only in the text
            odd.clear()
            table = parsed(zoned)
    except pa.ArrowInvalid as fault:
        mend = (
            "Too many rows have another number of cells than the header."
            if len(odd) > LIMITS.ragged_rows
            else f"A row cannot be parsed ({str(fault)[:120]})."
        )
        raise ToolError("source", name, "a table whose rows have as many cells as its header", mend) from fault
    extremes: dict[int, Extremes] = {}
    columns = {int(f.name): _column(table.column(f.name), int(f.name), extremes) for f in table.schema}
    return pd.DataFrame(columns, copy=False), extremes


def _quoted(text: Content) -> bool:
    """Whether a double quote stands anywhere in the text; in pieces, because a map is searched byte by byte."""
    return any(b'"' in text[at : at + _PIECE] for at in range(0, len(text), _PIECE))


def _column(values: pa.ChunkedArray, place: int, extremes: dict[int, Extremes]) -> pd.Series:
    kind = values.type
    if pa.types.is_null(kind):
        return pd.Series(np.full(len(values), np.nan))
    if pa.types.is_integer(kind) or pa.types.is_floating(kind):
        numbers, extremes[place] = joined(values, "float64")
        return pd.Series(numbers, copy=False)
    if pa.types.is_date(kind) or pa.types.is_timestamp(kind):
        return pd.Series(values.cast(pa.timestamp("us"), safe=False).to_numpy(), copy=False)
    text = values if pa.types.is_string(kind) or pa.types.is_large_string(kind) else values.cast(pa.string())
    return pd.Series(text.to_pandas())


def joined(values: pa.ChunkedArray, kind: str) -> tuple[np.ndarray, Extremes]:
    """Numbers or dates in one array, and their extremes: each piece is still at hand when it is copied and compared."""
    out = np.empty(len(values), dtype=kind)
    whole = out.view(np.int64) if out.dtype.kind == "M" else out
    at, ends = 0, []
    for piece in values.chunks:
        out[at : at + len(piece)] = piece.to_numpy(zero_copy_only=False)
        part = whole[at : at + len(piece)]
        if len(part):
            ends.append((part.min(), part.max()))
        at += len(piece)
    least, most = np.array(ends).T if ends else (np.array([np.inf]), np.array([-np.inf]))
    return out, (least.min().item(), most.max().item())  # one NaN makes both NaN
