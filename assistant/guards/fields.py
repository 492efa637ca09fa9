"""The single figures of a result, and the last rows of its frame, out of the result as a dictionary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def scalars(told: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    """The single figures of a result as a dictionary: its inputs, its fields, and the last row of its frame."""
    rows = last_rows(told)
    row = rows[-1] if rows else {}
    every = {**told.get("inputs", {}), **told, **row}  # "signal" is the line of the last row, not its period
    for name, value in every.items():
        if isinstance(value, (int, float)) and not isinstance(value, bool) and name != "index":
            yield str(name), value


def last_rows(told: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The rows that a result as a dictionary gives of its frame; none where it has no frame."""
    rows = told.get("frame")
    return [row for row in (rows.get("last") or [] if isinstance(rows, dict) else []) if isinstance(row, dict)]
