"""XLSX workbooks and Parquet files to a raw table.

Sizes are read from the file's own directory before anything is unpacked; nothing in a file is ever executed.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pyarrow as pa

from tools.errors import ToolError
from tools.headers import clean_name, shown
from tools.limits import LIMITS, check_shape, check_unpacked
from tools.questions import Choice, Question
from tools.raw import Raw
from tools.records import read_frame, read_rows
from tools.wording import counted

_OFFERED = 6
_NUMBER = re.compile(r"[-+$€£ ]{0,3}\d[\d.,  ]{0,30}%?")


def read_workbook(data: bytes, name: str, sheet: str | int | None) -> Raw:
    """One sheet of an XLSX workbook: the one asked for by name or number (from 1), otherwise the first with numbers."""
    _check_zip(data, name)
    try:
        with _opened(data, values=True) as book:
            titles = tuple(book.sheetnames)
            hidden = {title for title in titles if book[title].sheet_state != "visible"}
            order = sorted(titles, key=hidden.__contains__)  # what is seen comes before what is hidden
            rows, title = _first((_rows(book[title], name), title) for title in _chosen(titles, order, sheet))
        unknown = _without_value(data, title, rows) if rows else 0
    except ToolError:
        raise
    except Exception as fault:
        raise ToolError(
            "source", name, "a readable XLSX workbook", f"It is damaged ({type(fault).__name__}): save it again."
        ) from fault
    if not rows:
        raise ToolError("source", name, "a workbook with data", f"Its sheets hold no rows: {', '.join(titles)[:200]}.")
    raw = read_rows(rows, name, "XLSX", "row")
    others = [t for t in order if t not in hidden]
    return replace(
        raw,
        sheet=title,
        sheets=titles,
        questions=_which(title, others) if sheet is None and len(others) > 1 else (),
        notes=(*_sheet_notes(title, titles, hidden), *raw.notes),
        warnings=(*_formula_warning(unknown), *raw.warnings),
    )


def _first(sheets: Iterable[tuple[list[tuple[int, Sequence[Any]]], str]]) -> tuple[list[tuple[int, Sequence[Any]]], str]:
    """The first sheet with numbers below its first row: one of notes often lies before it. Without any, the first with data."""
    found: tuple[list[tuple[int, Sequence[Any]]], str] = ([], "")
    for rows, title in sheets:
        if any(_numeric(value) for _, row in rows[1:] for value in row):
            return rows, title
        found = found if found[0] else (rows, title)
    return found


def _numeric(value: object) -> bool:
    return isinstance(value, (int, float)) or (isinstance(value, str) and _NUMBER.fullmatch(value) is not None)


def _which(title: str, others: Sequence[str]) -> tuple[Question, ...]:
    asked = [title, *(t for t in others if t != title)][:_OFFERED]
    text = f"Which sheet of the workbook is meant? It has {len(others)}; {shown(title)} was read."
    return (Question(text, tuple(Choice(f"Use the sheet {clean_name(t)}", "sheet", t, t == title) for t in asked)),)


def _sheet_notes(title: str, titles: tuple[str, ...], hidden: set[str]) -> tuple[str, ...]:
    if len(titles) == 1:
        return ()
    unseen = f" ({counted(len(hidden), 'sheet')} hidden)" if hidden else ""
    return (f"The workbook has {len(titles)} sheets{unseen}; {shown(title)} was read.",)


def _formula_warning(unknown: int) -> tuple[str, ...]:
    if not unknown:
        return ()
    what = f"{counted(unknown, 'cell')} with a formula whose value was never stored, counted as missing"
    return (f"{what}: open the workbook in a spreadsheet program and save it again.",)


def _without_value(data: bytes, title: str, rows: Sequence[tuple[int, Sequence[Any]]]) -> int:
    """How many cells hold a formula without the value that a spreadsheet program stores beside it."""
    width = max(len(row) for _, row in rows)
    if all(len(row) == width and None not in row for _, row in rows):
        return 0
    blank = {n: {i for i, v in enumerate(row) if v is None} for n, row in rows}
    with _opened(data, values=False) as book:
        return sum(
            isinstance(value, str) and value.startswith("=") and i in blank.get(n, range(width))
            for n, row in enumerate(book[title].iter_rows(values_only=True), 1)
            for i, value in enumerate(row)
        )


@contextmanager
def _opened(data: bytes, *, values: bool) -> Iterator[Any]:
    """The workbook, with the stored values of its formulas or with the formulas themselves."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of styles and validations, which are not read here
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=values)
        try:
            yield book
        finally:
            book.close()


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


def _chosen(titles: tuple[str, ...], order: Sequence[str], sheet: str | int | None) -> Iterable[str]:
    if sheet is None:
        return order
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
