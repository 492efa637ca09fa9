"""What is to be said of one column: how its cells were read, and what in them makes one ask."""

from __future__ import annotations

from collections.abc import Iterator

from tools.columns import Column
from tools.headers import cell_type, shown
from tools.names import claim
from tools.raw import Lines
from tools.wording import counted

_EXAMPLES = 5
_DISTINCT = 200  # different cells looked at


def remark(column: Column, lines: Lines, place: str, notes: list[str], warnings: list[str]) -> None:
    """Add how a column was read to `notes`, and what may be amiss in it to `warnings`.

    Args:
        column: the column, typed.
        lines: where each of its rows stands in the file.
        place: what such a place is called, as "lines".
        notes: what was done, in plain sentences.
        warnings: what one should look at.
    """
    label = shown(column.name)
    if column.type == "number" and column.unread is not None:
        where = _places(lines[column.unread], place)
        warnings.append(
            f"Column {label}: no number in {counted(int(column.unread.sum()), 'cell')}, counted as missing ({where})."
        )
    if column.percent:
        filled = len(lines) - (0 if column.missing is None else int(column.missing.sum()))
        notes.append(f"Column {label}: percent signs were read as hundredths (25% is 0.25).")
        if column.percent < filled:
            warnings.append(
                f"Column {label}: only {column.percent:,} of {filled:,} numbers carry a percent sign; check the others."
            )
    if len(column.currencies) > 1:
        warnings.append(f"Column {label} holds amounts in {' and '.join(column.currencies)}: they were not converted.")
    if column.sizes:
        notes.append(f"Column {label}: the sizes behind the prices (10 in 13.2 x 10) were left aside.")
    if column.decimal == "," and column.type == "number":
        notes.append("Commas were read as decimal signs.")
    if column.dates is not None:
        notes.extend(column.dates.notes)
        warnings.extend(column.dates.warnings)


def doubts(column: Column) -> Iterator[str]:
    """What the cells of a column of text make one ask."""
    label, said, cells = shown(column.name), claim(column.base), column.text.cells.dropna()
    if said not in (None, "kind", "symbol", "time", "row number"):
        yield f"Column {label} is named like {said}, but most of its cells cannot be read as such."
    elif said is None:
        sorts = {cell: cell_type(cell) for cell in cells.iloc[:_DISTINCT]}
        other = next((cell for cell, sort in sorts.items() if sort == "text"), None)
        if other is not None and 2 * list(sorts.values()).count("value") >= len(sorts):
            yield f"Column {label} holds numbers or dates for the most part, but also {shown(other)}: it was left as text."
    if bool(cells.str.contains("\n", regex=False).any()):
        yield f"Column {label}: a cell runs over several lines; an unclosed quote may have swallowed rows."


def _places(lines: Lines, place: str) -> str:
    more = " …" if len(lines) > _EXAMPLES else ""
    return f"{place} " + ", ".join(str(int(n)) for n in lines[:_EXAMPLES]) + more
