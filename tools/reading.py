"""A source to a raw table: the format is known by its first bytes, then the reader of that format takes over."""

from __future__ import annotations

from tools.delimited import read_delimited
from tools.errors import ToolError
from tools.jsons import read_json
from tools.raw import Raw
from tools.records import read_frame
from tools.sources import Source, format_of
from tools.workbooks import read_parquet, read_workbook


def read_raw(source: Source, sheet: str | int | None) -> Raw:
    """The raw table of `source`; `sheet` is allowed only where there are sheets."""
    form = "frame" if source.frame is not None else format_of(source.data, source.name)
    if sheet is not None and form != "xlsx":
        raise ToolError("sheet", sheet, "left out: only XLSX workbooks have sheets")
    if source.frame is not None:
        return read_frame(source.frame, source.name)
    if form == "xlsx":
        return read_workbook(source.data[:], source.name, sheet)
    if form == "parquet":
        return read_parquet(source.data[:], source.name)
    if form == "json":
        return read_json(source.data[:], source.name)
    return read_delimited(source)
