"""XLSX workbooks and Parquet files to a raw table.

Sizes are read from the file's own directory before anything is unpacked; nothing in a file is ever executed.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import pyarrow as pa

from tools.errors import ToolError
from tools.limits import LIMITS, check_shape, check_unpacked
from tools.raw import Raw
from tools.records import read_frame, read_rows


def read_workbook(data: bytes, name: str, sheet: str | int | None) -> Raw:
    """One sheet of an XLSX workbook: the one asked for by name or number (from 1), otherwise the first with data."""
    _check_zip(data, name)
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles and validations, which are not read here
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            try:
                titles = tuple(book.sheetnames)
                chosen = _chosen(titles, sheet, name)
                for title in chosen:
                    rows = _rows(book[title], name)
                    if rows:
                        break
            finally:
                book.close()
    except ToolError:
        raise
    except Exception as fault:
        raise ToolError(
            "source", name, "a readable XLSX workbook", f"It is damaged ({type(fault).__name__}): save it again."
        ) from fault
    if not rows:
        raise ToolError("source", name, "a workbook with data", f"Its sheets hold no rows: {', '.join(titles)[:200]}.")
    notes = (
        (f"The workbook has {len(titles)} sheets; sheet {title!r} was read. Choose another with sheet=.",)
        if len(titles) > 1
        else ()
    )
    raw = read_rows(rows, name, "XLSX", "row")
    return replace(raw, sheet=title, sheets=titles, notes=(*notes, *raw.notes))


def read_parquet(data: bytes, name: str) -> Raw:
    """A Parquet file; a stored index comes first."""
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(pa.BufferReader(data))
        meta = file.metadata
        check_shape(meta.num_rows, meta.num_columns, name)
        check_unpacked(sum(meta.row_group(i).total_byte_size for i in range(meta.num_row_groups)), name)
        frame = file.read().to_pandas()
    except ToolError:
        raise
    except (pa.ArrowException, OSError, ValueError) as fault:
        raise ToolError(
            "source", name, "a readable Parquet file", f"It is damaged ({str(fault)[:120]}): save it again."
        ) from fault
    return read_frame(frame, name, "Parquet")


def _rows(sheet: Any, name: str) -> list[tuple[int, Sequence[Any]]]:
    """The sheet's rows that hold something, with their numbers; stops at the limits, whatever the sheet says of its size."""
    out: list[tuple[int, Sequence[Any]]] = []
    if not hasattr(sheet, "iter_rows"):
        return out  # a chart sheet
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        if number > LIMITS.rows or len(row) > 16_384:
            check_shape(number, len(row), name)
        if any(v is not None and v != "" for v in row):
            out.append((number, row))
    return out


def _chosen(titles: tuple[str, ...], sheet: str | int | None, name: str) -> Iterable[str]:
    if sheet is None:
        return titles
    if isinstance(sheet, int) and not isinstance(sheet, bool) and 1 <= sheet <= len(titles):
        return (titles[sheet - 1],)
    match = [t for t in titles if isinstance(sheet, str) and t.strip().lower() == sheet.strip().lower()]
    if not match:
        raise ToolError("sheet", sheet, f"one of {', '.join(map(repr, titles[:20]))}, or a number from 1 to {len(titles)}")
    return (match[0],)


def _check_zip(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            check_unpacked(sum(p.file_size for p in parts), name)
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with archive.open(part) as stream:
                        if b"<!doctype" in stream.read(2048).lower():
                            raise ToolError(
                                "source", name, "a plain XLSX workbook", "Its XML declares entities, which can hide a bomb."
                            )
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError) as fault:
        raise ToolError(
            "source", name, "a readable XLSX workbook", "It is damaged or locked: save it again without a password."
        ) from fault
