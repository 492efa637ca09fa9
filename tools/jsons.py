"""JSON to a raw table: records, rows, columns, numbers by date, JSON lines, or one of these under a single key.

The JSON of price charts is read by `tools.chart_json`.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pandas as pd

from tools.chart_json import is_chart, read_chart
from tools.errors import ToolError
from tools.headers import cell_type, shown
from tools.raw import Raw
from tools.records import read_frame, read_rows

_MILLISECONDS = 10**10  # from 26 April 1970 on
_SHOWN = 5
_EXAMPLE = 'For example [{"date": "2024-01-02", "close": 13.2}, …].'


def read_json(data: bytes, name: str) -> Raw:
    """JSON as records (nested ones are laid flat), as rows, as columns, as numbers by date, or as JSON lines.

    Raises:
        ToolError: no JSON, or no table in it.
    """
    try:
        content = json.loads(data)
    except UnicodeDecodeError as fault:
        raise ToolError("source", name, "JSON in UTF-8", "Save it again as UTF-8, as a list of records.") from fault
    except RecursionError as fault:
        raise ToolError(
            "source", name, "JSON that is nested less deeply", f"Save it as a list of records. {_EXAMPLE}"
        ) from fault
    except ValueError as fault:
        if not isinstance(fault, json.JSONDecodeError):  # Python reads no whole number of more than 4,300 digits
            told = f"{str(fault).partition(';')[0]}."
            raise ToolError("source", name, "JSON with numbers of a usual length", told) from fault
        try:
            content = [json.loads(line) for line in data.decode("utf-8-sig").splitlines() if line.strip()]
        except (ValueError, RecursionError):
            raise ToolError("source", name, "valid JSON", f"It breaks at line {fault.lineno}: {fault.msg}.") from fault
    if is_chart(content):
        return read_chart(content, name)
    try:
        frame = _json_frame(_inside(content))
    except (ValueError, TypeError, AttributeError) as fault:
        raise ToolError(
            "source", name, "JSON records, rows or columns", f"The lengths or kinds do not fit together ({str(fault)[:120]})."
        ) from fault
    if isinstance(frame, Raw):
        return frame
    if frame is None or frame.shape[1] == 0 or not len(frame):
        raise ToolError("source", name, "JSON that holds a table", _EXAMPLE)
    nested = [c for c in frame.columns if frame[c].map(lambda cell: isinstance(cell, (list, dict))).any()]
    if len(nested) == frame.shape[1]:
        mend = f"Its cells are lists or objects: give the part of it that is a list of records. {_EXAMPLE}"
        raise ToolError("source", name, "JSON that holds a table", mend)
    if not nested:
        return read_frame(frame, name, "JSON")
    raw = read_frame(frame.drop(columns=nested), name, "JSON")
    left = f"What holds lists or objects in its cells was left aside: {', '.join(shown(c) for c in nested[:_SHOWN])}."
    return replace(raw, notes=(left, *raw.notes))


def _inside(content: Any) -> Any:
    """What stands under the only key that leads on to lists or objects, however deep."""
    while isinstance(content, dict) and not {"columns", "data"} <= content.keys():
        held = [v for v in content.values() if isinstance(v, (list, dict)) and v]
        if len(held) > 1 and "schema" in content and isinstance(content.get("data"), list):
            held = [content["data"]]  # as pandas writes a table with its schema
        elif len(held) > 1:  # a table beside what is said of it: of several only one holds rows
            rows = [v for v in held if isinstance(v, dict) and all(isinstance(row, dict) for row in v.values())]
            lists = [v for v in held if isinstance(v, list) and all(isinstance(row, (dict, list)) for row in v)]
            told = [v for v in held if isinstance(v, dict) and not any(isinstance(x, (list, dict)) for x in v.values())]
            if len(rows) + len(lists) == 1 and len(told) == len(held) - 1:
                held = [*rows, *lists]
        parts = held[0].values() if held and isinstance(held[0], dict) else held[0] if held else ()
        if len(held) != 1 or not any(isinstance(x, (list, dict)) for x in parts):
            break
        content = held[0]
    return content


def _json_frame(content: Any) -> pd.DataFrame | Raw | None:
    if isinstance(content, dict):
        if {"columns", "data"} <= content.keys():
            frame = pd.DataFrame(content["data"], columns=content["columns"])
            return (
                frame.set_index(pd.Index(content["index"], name="date"))
                if isinstance(content.get("index", 0), list) and _dates(content["index"])
                else frame
            )
        if content and all(isinstance(v, dict) for v in content.values()):
            keys = list(next(iter(content.values())))
            across = len(content) <= len(keys)  # {column: {row: value}}; otherwise {row: {column: value}}
            dated, inner = ([cell_type(str(k)) == "value" for k in names] for names in (content, keys))
            if all(dated) != all(inner):  # dates go down the rows, however few they are
                across = all(inner)
            frame = pd.DataFrame(content) if across else pd.DataFrame.from_dict(content, orient="index")
            if _dates(labels := [int(k) if str(k).isdigit() else k for k in frame.index]):
                return frame.set_index(pd.Index(labels, name="date"))
            return frame if list(map(str, frame.index)) != [str(i) for i in range(len(frame))] else frame.reset_index(drop=True)
        if len(content) > 1 and all(_plain(v) for v in content.values()):
            return pd.DataFrame({"date": [int(k) if k.isdigit() else k for k in content], "value": list(content.values())})
        lists = {k: v for k, v in content.items() if isinstance(v, list)}
        objects = [
            k for k, v in content.items() if isinstance(v, dict) and any(isinstance(x, (list, dict)) for x in v.values())
        ]
        if lists and objects:
            names = ", ".join(shown(k) for k in [*lists, *objects][:_SHOWN])
            raise ValueError(f"it holds lists beside objects: {names}; give the one that is the table")
        return pd.DataFrame(lists)
    if isinstance(content, list) and content and all(isinstance(r, dict) for r in content):
        return _flat(content)
    if isinstance(content, list) and content and all(isinstance(r, list) for r in content):
        return read_rows([(i, r) for i, r in enumerate(content, 1)], "JSON", "JSON", "record")
    if isinstance(content, list) and content and all(_plain(v) for v in content):
        return pd.DataFrame({"value": content})
    return None


def _dates(labels: list[Any]) -> bool:
    """Whether the labels of rows are texts, or milliseconds since 1970 as pandas writes dates."""
    return bool(labels) and (
        all(isinstance(x, str) for x in labels) or all(isinstance(x, int) and x > _MILLISECONDS for x in labels)
    )


def _plain(value: Any) -> bool:
    """Whether a value is a number or nothing."""
    return value is None or (isinstance(value, (int, float)) and not isinstance(value, bool))


def _flat(records: list[dict[str, Any]]) -> pd.DataFrame:
    """Records as rows; what is nested becomes columns, named by the innermost key where that name is free."""
    if not any(isinstance(v, dict) for r in records for v in r.values()):
        return pd.DataFrame.from_records(records)
    frame = pd.json_normalize(records, sep=".")
    short = [str(c).rpartition(".")[2] for c in frame.columns]
    return frame.set_axis([s if short.count(s) == 1 else c for s, c in zip(short, frame.columns, strict=True)], axis=1)
