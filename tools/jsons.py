"""JSON to a raw table: records, rows, columns, JSON lines, or one of these under a single key."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from tools.errors import ToolError
from tools.raw import Raw
from tools.records import read_frame, read_rows


def read_json(data: bytes, name: str) -> Raw:
    """JSON as records, as rows, as columns, as JSON lines, or one of these under a single key."""
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, RecursionError) as fault:
        raise ToolError("source", name, "JSON in UTF-8", "Save it again as UTF-8, as a list of records.") from fault
    except json.JSONDecodeError as fault:
        try:
            content = [json.loads(line) for line in data.decode("utf-8-sig").splitlines() if line.strip()]
        except (json.JSONDecodeError, RecursionError):
            raise ToolError("source", name, "valid JSON", f"It breaks at line {fault.lineno}: {fault.msg}.") from fault
    while isinstance(content, dict) and not {"columns", "data"} <= content.keys():
        lists = [v for v in content.values() if isinstance(v, (list, dict)) and v]
        tabular = len(lists) == 1 and isinstance(lists[0], (dict, list)) and any(isinstance(x, (list, dict)) for x in lists[0])
        if not tabular:
            break
        content = lists[0]
    try:
        frame = _json_frame(content)
    except (ValueError, TypeError) as fault:
        raise ToolError(
            "source", name, "JSON records, rows or columns", f"The lengths or kinds do not fit together ({str(fault)[:120]})."
        ) from fault
    if isinstance(frame, Raw):
        return frame
    if frame is None or frame.shape[1] == 0 or not len(frame):
        raise ToolError("source", name, "JSON that holds a table", 'For example [{"date": "2024-01-02", "close": 13.2}, …].')
    return read_frame(frame, name, "JSON")


def _json_frame(content: Any) -> pd.DataFrame | Raw | None:
    if isinstance(content, dict):
        if {"columns", "data"} <= content.keys():
            frame = pd.DataFrame(content["data"], columns=content["columns"])
            return (
                frame.set_index(pd.Index(content["index"], name="date"))
                if isinstance(content.get("index", 0), list) and isinstance(next(iter(content["index"]), 0), str)
                else frame
            )
        if content and all(isinstance(v, dict) for v in content.values()):
            keys = list(next(iter(content.values())))
            across = len(content) <= len(keys)  # {column: {row: value}}; otherwise {row: {column: value}}
            frame = pd.DataFrame(content) if across else pd.DataFrame.from_dict(content, orient="index")
            return frame if list(map(str, frame.index)) != [str(i) for i in range(len(frame))] else frame.reset_index(drop=True)
        return pd.DataFrame({k: v for k, v in content.items() if isinstance(v, list)})
    if isinstance(content, list) and content and all(isinstance(r, dict) for r in content):
        return pd.DataFrame.from_records(content)
    if isinstance(content, list) and content and all(isinstance(r, list) for r in content):
        return read_rows([(i, r) for i, r in enumerate(content, 1)], "JSON", "JSON", "record")
    return None
