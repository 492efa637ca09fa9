"""The body of a large plain file, by the quicker of two readers; whatever is unusual in it is left to `tools.body`.

Plain is a file of ASCII without quotes in which every row has the header's number of cells and every column holds numbers
or text throughout. Such files are the large ones, and both readers give the same table for them.
"""

from __future__ import annotations

import csv
import os
import re
import warnings
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pv

from tools.body import NULLS, Body, Layout, joined
from tools.extremes import Extremes, extremes_of
from tools.sources import File

_FEW = 2  # numbers beside a date
_BLOCK = 1 << 20  # bytes that a thread takes at a time
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?)?")


@dataclass(frozen=True)
class Plain:
    """A file that looks plain, the lines above its first row of data, and the cells of its first rows."""

    file: File
    skipped: int
    rows: list[list[str]]


def parse_plain(plain: Plain, layout: Layout) -> Body | None:
    """The body of a plain file; None where it is not plain after all, or was written to meanwhile."""
    if not plain.rows or layout.decimal != "." or any(len(row) != layout.width for row in plain.rows):
        return None
    cells = [[cell for row in plain.rows if (cell := row[i].strip()) not in NULLS] for i in range(layout.width)]
    numbers = [sum(map(_number, column)) for column in cells]
    if any(0 < count < len(column) for count, column in zip(numbers, cells, strict=True)):
        return None  # numbers among text: only the other reader keeps such cells as they are written
    dated = [i for i, column in enumerate(cells) if column and all(map(_DATE.fullmatch, column))]
    measured = [i for i, count in enumerate(numbers) if count]
    if len(dated) + len(measured) == layout.width and len(measured) <= _FEW * len(dated):
        narrow = _narrow(plain, layout, dated)
        return narrow if narrow is not None and File.at(plain.file.path) == plain.file else None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", pd.errors.DtypeWarning)  # a column of both is left to the other reader
            frame = pd.read_csv(
                plain.file.path,
                sep=layout.delimiter,
                header=None,
                names=range(layout.width),
                skiprows=plain.skipped,
                skip_blank_lines=False,
                na_values=[null for null in NULLS if null.isascii()],
                keep_default_na=False,
                quoting=csv.QUOTE_NONE,  # a quote is then a letter, which no number has
                dtype=dict.fromkeys(measured, "float64"),
                compression=None,  # whatever the file is called
            )
    except (ValueError, OverflowError):  # a longer row, or text among numbers
        return None
    if not isinstance(frame.index, pd.RangeIndex) or not len(frame):  # a first row was longer: its first cell became a label
        return None
    body = _finished(frame, dated)
    return body if _plain(body) and File.at(plain.file.path) == plain.file else None


def _narrow(plain: Plain, layout: Layout, dated: list[int]) -> Body | None:
    """Dates with few numbers beside them, by Arrow: slower with numbers than pandas, but it needs no text of the dates."""
    labels = [str(i) for i in range(layout.width)]
    types = {label: pa.timestamp("us") if i in dated else pa.float64() for i, label in enumerate(labels)}
    try:
        with pa.memory_map(str(plain.file.path)) as opened:
            table = pv.read_csv(
                opened,
                read_options=pv.ReadOptions(column_names=labels, skip_rows=plain.skipped, block_size=_BLOCK),
                parse_options=pv.ParseOptions(delimiter=layout.delimiter, quote_char=False, ignore_empty_lines=False),
                convert_options=pv.ConvertOptions(column_types=types, null_values=NULLS),
            )
    except (pa.ArrowInvalid, OSError):  # a row of another width, or a cell that is no number or no date
        return None
    if not len(table) or table.column(layout.width - 1).null_count:  # a blank line is a row without cells
        return None
    read = [joined(table.column(label), "datetime64[us]" if i in dated else "float64") for i, label in enumerate(labels)]
    frame = pd.DataFrame({i: values for i, (values, _) in enumerate(read)}, copy=False)
    extremes = {i: found for i, (_, found) in enumerate(read)}
    return Body(frame, extremes, pd.RangeIndex(1, len(frame) + 1), len(frame))


def _number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def _plain(body: Body) -> bool:
    """Whether every row is whole, and what was read as text is ASCII without quotes; numbers and dates are so anyway."""
    for i, kind in body.frame.dtypes.items():
        if isinstance(kind, pd.StringDtype):
            text = pa.array(body.frame[i])
            for piece in text.chunks if isinstance(text, pa.ChunkedArray) else [text]:
                letters = (piece.buffers()[2] or pa.py_buffer(b"")).to_pybytes()
                if not letters.isascii() or b'"' in letters or b"\x00" in letters:
                    return False
        elif kind not in ("float64", "datetime64[us]"):
            return False
    last = body.frame.iloc[:, -1]  # a row that is too short ends with missing cells
    return not np.isnan(body.extremes[len(body.frame.columns) - 1]).any() if last.dtype == "float64" else not last.isna().any()


def _finished(frame: pd.DataFrame, dated: list[int]) -> Body:
    """The frame with its dates read, and the extremes of its numbers; the columns are worked on at once."""
    numbers = [i for i in range(len(frame.columns)) if frame[i].dtype == "float64"]
    with ThreadPoolExecutor(workers := os.cpu_count() or 1) as pool:
        reading = {i: _stamps(frame[i], pool, workers) for i in dated}
        extremes = dict(zip(numbers, pool.map(lambda i: extremes_of(frame[i].to_numpy()), numbers), strict=True))
        dates = {}
        for i, (stamps, parts) in reading.items():
            ends = [found for part in parts if (found := part.result()) is not None]
            if len(ends) == len(parts):
                dates[i] = stamps
                extremes[i] = (min(first for first, _ in ends), max(last for _, last in ends))
    columns = {i: pd.Series(dates[i], copy=False) if i in dates else frame[i] for i in frame}
    return Body(pd.DataFrame(columns, copy=False), extremes, pd.RangeIndex(1, len(frame) + 1), len(frame))


def _stamps(column: pd.Series, pool: ThreadPoolExecutor, workers: int) -> tuple[np.ndarray, list[Future[Extremes | None]]]:
    """Room for dates and times as ISO 8601 writes them, and the extremes of the parts being read; None: a cell is no date."""
    text = pa.array(column)
    stamps = np.empty(len(column), dtype="datetime64[us]")

    def read(part: slice) -> Extremes | None:
        try:
            stamps[part] = pc.cast(text[part], pa.timestamp("us")).to_numpy()
        except pa.ArrowInvalid:
            return None
        return extremes_of(stamps[part].view(np.int64))

    size = -(-len(column) // workers)
    return stamps, [pool.submit(read, slice(at, at + size)) for at in range(0, len(column), size)]
