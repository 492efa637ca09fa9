"""What a table may at most be: sizes beyond which a file is refused before it can fill the memory.

Every check raises ToolError with the size seen, the size allowed and how to mend it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tools.errors import ToolError


@dataclass(frozen=True)
class Limits:
    """The limits of one load.

    Attributes:
        file_bytes: size of the file as it lies on disk.
        unpacked_bytes: size of its parts once decompressed (XLSX, Parquet).
        rows: records below the header.
        columns: columns of the table.
        cell_characters: length of one text cell.
        ragged_rows: rows whose number of cells differs from the header's.
    """

    file_bytes: int = 200_000_000
    unpacked_bytes: int = 2_000_000_000
    rows: int = 20_000_000
    columns: int = 2_000
    cell_characters: int = 32_767
    ragged_rows: int = 100_000


LIMITS: Final = Limits()


def check_bytes(size: int, name: str, limits: Limits = LIMITS) -> None:
    """Refuse an empty file and one above `file_bytes`."""
    if size == 0:
        raise ToolError("source", name, "a file with content", "The file is empty: export it again, or choose another one.")
    if size > limits.file_bytes:
        raise ToolError(
            "source",
            name,
            f"at most {limits.file_bytes / 1e6:,.0f} MB (this one has {size / 1e6:,.1f} MB)",
            "Keep only the columns and dates that are needed, or load a part of it as a DataFrame.",
        )


def check_unpacked(size: int, name: str, limits: Limits = LIMITS) -> None:
    """Refuse a file that unpacks to more than `unpacked_bytes`."""
    if size > limits.unpacked_bytes:
        raise ToolError(
            "source",
            name,
            f"at most {limits.unpacked_bytes / 1e6:,.0f} MB once unpacked (this one says {size / 1e6:,.0f} MB)",
            "Keep only the sheets, columns and dates that are needed and save it again.",
        )


def check_shape(rows: int, columns: int, name: str, limits: Limits = LIMITS) -> None:
    """Refuse more rows or columns than a table may have."""
    if columns > limits.columns:
        raise ToolError(
            "source",
            name,
            f"a table of at most {limits.columns:,} columns (this one has {columns:,})",
            "Keep only the columns that are needed; dates go down the rows, not across.",
        )
    if rows > limits.rows:
        raise ToolError(
            "source",
            name,
            f"a table of at most {limits.rows:,} rows (this one has {rows:,})",
            "Load a shorter span of dates, or daily instead of intraday bars.",
        )


def check_cell(length: int, column: str, limits: Limits = LIMITS) -> None:
    """Refuse a text cell longer than `cell_characters`."""
    if length > limits.cell_characters:
        raise ToolError(
            "source",
            column,
            f"a column whose cells have at most {limits.cell_characters:,} characters (one has {length:,})",
            "A quote that is opened and never closed is the usual cause; mend or remove that cell.",
        )
