"""A raw table to a clean one: typed columns with roles, unusable rows left out and counted, sorted by date, one row a date.

Nothing is left out or changed without a line in the report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from tools.bare_dates import dated_by_content, dated_by_years
from tools.column_remarks import doubts, remark
from tools.columns import Column, type_column
from tools.date_parts import joined_parts
from tools.day_first import BothReadings
from tools.errors import ToolError
from tools.extremes import Extremes
from tools.fiscal import with_fiscal_years
from tools.headers import cell_type, clean_name, shown, unique_names
from tools.names import claim, sided
from tools.pairs import Pairs, pair_up
from tools.panel import Panel, symbols_of
from tools.questions import Question
from tools.raw import Dropped, Lines, Raw
from tools.roles import TableKind, assign, table_kind
from tools.rows import by_date, one_a_date, usable_rows
from tools.second_header import without_headers
from tools.spacing import Steps
from tools.stated_date import stated_date
from tools.times import with_times
from tools.wording import counted
from tools.yearless import in_order, naming

_GROUPS = 2  # groups of columns, at least
_SIDES = {"call", "calls", "put", "puts"}  # these say what the columns are; see `tools.roles`


@dataclass(frozen=True)
class Clean:
    """A clean table before its report is written.

    Attributes:
        frame: rows in order of date; numbers float64, dates datetime64[us], text as str.
        row_names: the column of days without a year, each once, that name the rows; None where there is none.
        roles, reasons: by column name, in the order of the columns.
        kind: what sort of table it is.
        dropped: rows left out, the reader's first.
        out_of_order: rows that stood before an earlier date in the file.
        symbols, panel: the column of symbols and the rows by symbol, where several stand below each other.
        steps: from each date to the next, where they are known.
        extremes: by column of numbers the least and the greatest, where every row has a finite one and they are known.
        questions: what only the user can say of fiscal years.
        asked: a date that can be read day-first or month-first, where nothing in the file decides.
        notes, warnings: plain sentences.
    """

    frame: pd.DataFrame
    row_names: str | None
    roles: dict[str, str]
    reasons: dict[str, str]
    kind: TableKind
    dropped: tuple[Dropped, ...]
    out_of_order: int
    symbols: str | None
    panel: Panel | None
    steps: Steps | None
    extremes: dict[str, Extremes]
    questions: tuple[Question, ...]
    asked: BothReadings | None
    notes: tuple[str, ...]
    warnings: tuple[str, ...]


def clean(raw: Raw, name: str, day_first: bool | None = None, fiscal_start: int | None = None) -> Clean:
    """The clean table of `raw`.

    Args:
        raw: what the reader found.
        name: what the file is called.
        day_first: what the user says of dates that can be read both ways.
        fiscal_start: the month in which the user says that the fiscal year begins.

    Raises:
        ToolError: no column of numbers or dates, or no usable row.
    """
    notes, warnings = list(raw.notes), list(raw.warnings)
    columns, heads = _typed(raw, notes, day_first)
    dropped = list(raw.dropped)
    columns, lines = without_headers(raw, columns, dropped)
    above = dict(zip((c.name for c in columns), heads, strict=True))
    columns = joined_parts(columns)
    if not any(c.type == "date" for c in columns):
        columns = dated_by_years(columns)
    placed = with_fiscal_years(columns, fiscal_start)
    columns = placed.columns
    for column in columns:
        remark(column, lines, raw.place, notes, warnings)
    pairs = pair_up(columns, raw.above)
    if pairs is not None:
        columns, lines = _unpaired(pairs, notes, warnings)
    roles, reasons = assign(columns, [above.get(c.name, "") for c in columns])
    if pairs is not None:
        reasons.update(pairs.reasons)
    kind = table_kind(roles)
    if not any(c.type in ("number", "date") for c in columns):
        raise ToolError("source", name, "a table with a column of numbers", _nothing(columns))
    columns, roles, reasons = with_times(columns, roles, reasons, notes)
    if kind == "chain" and "date" not in roles.values() and (date := stated_date(raw.preamble, columns, day_first)) is not None:
        remark(date, lines, raw.place, notes, warnings)
        columns = [date, *columns]
        roles, reasons = {date.name: "date", **roles}, {date.name: "the file states it above the table", **reasons}
    named = naming(columns, roles) if kind != "chain" else None
    warnings.extend(said for column in columns if column.type == "text" and column is not named for said in doubts(column))
    symbols = symbols_of(columns, roles)
    if symbols is not None and roles[symbols.name] != "symbol":
        roles, reasons = {**roles, symbols.name: "symbol"}, {**reasons, symbols.name: "its texts tell rows of one date apart"}
    rows = len(lines)
    keep = usable_rows(columns, roles, kind, lines, dropped)
    if not keep.any():
        raise ToolError("source", name, "a table with at least one usable row", _why(dropped, raw))
    frame = pd.DataFrame({c.name: c.cells for c in columns}, copy=False)
    if not keep.all():
        frame, lines = frame.loc[keep], lines[keep]
    listed = symbols if kind != "chain" else None
    codes = listed.text.places if listed is not None else None
    panel = None if codes is None else Panel.of(codes if keep.all() else codes[keep])
    dated = by_date(frame, lines, roles, panel, notes, warnings)
    frame = one_a_date(dated, columns, roles, kind, dropped)
    panel = dated.panel if codes is None or len(frame) == len(dated.frame) else Panel.of(codes[frame.index])
    if named is not None and panel is None:
        frame = in_order(frame, dated.lines, named.name, dropped, notes, warnings)
    elif "date" not in roles.values() and kind != "chain":
        warnings.append("No column of dates was found: the rows are kept in the order of the file.")
    return Clean(
        frame=frame.reset_index(drop=True),
        row_names=named.name if named is not None and frame[named.name].is_unique else None,
        roles=roles,
        reasons=reasons,
        kind=kind,
        dropped=tuple(dropped),
        out_of_order=dated.against,
        symbols=listed.name if panel is not None and listed is not None else None,
        panel=panel,
        steps=dated.steps if len(frame) == len(dated.frame) else None,
        extremes={c.name: c.extremes for c in columns if c.type == "number" and c.extremes is not None}
        if len(frame) == rows
        else {},
        questions=placed.questions,
        asked=next((c.dates.asked for c in columns if c.dates is not None and c.dates.asked is not None), None),
        notes=tuple(dict.fromkeys(notes)),
        warnings=tuple(dict.fromkeys(warnings)),
    )


def _typed(raw: Raw, notes: list[str], day_first: bool | None) -> tuple[list[Column], list[str]]:
    """The columns that are used, and what stands over the header of each."""
    bases = [clean_name(n) for n in raw.names]
    used = [i for i in range(len(bases)) if bases[i] or not raw.frame[i].isna().all()]
    if len(used) < len(bases):
        notes.append(f"{counted(len(bases) - len(used), 'column')} without name and content were left aside.")
    bases = [bases[i] for i in used]
    over = _over([clean_name(raw.above[i]) if i < len(raw.above) else "" for i in used])
    bases = [base or label for base, label in zip(bases, over, strict=True)]
    repeated = {base for base in bases if bases.count(base) > 1}
    if any(claim(base) == "date" for base in repeated):  # tables side by side, which `tools.pairs` names
        repeated = set()
    names = unique_names([f"{label} {b}" if b in repeated and label else b for b, label in zip(bases, over, strict=True)])
    if any(label and base in repeated for base, label in zip(bases, over, strict=True)):
        notes.append("Repeated column names were told apart by the row above the header.")
    elif len({b for b in bases if b}) < sum(bool(b) for b in bases):
        notes.append("Repeated column names were numbered.")
    columns = [
        type_column(
            raw.frame[i],
            n,
            b,
            claim(b) if sided(b) is None else None,
            raw.decimal,
            day_first=day_first,
            extremes=raw.extremes.get(i),
        )
        for i, n, b in zip(used, names, bases, strict=True)
    ]
    if not any(c.type == "date" for c in columns):
        columns = dated_by_content(columns, notes)
    return columns, [raw.above[i] if i < len(raw.above) else "" for i in used]


def _over(above: Sequence[str]) -> list[str]:
    """What stands over each column in a row of groups ("SPX" over its four prices); "" where the row is none of groups."""
    filled = [label for label in above if label]
    if len(filled) < _GROUPS or len(set(filled)) < len(filled) or {label.lower() for label in filled} & _SIDES:
        return [""] * len(above)
    if not all(cell_type(label) == "text" for label in filled):
        return [""] * len(above)
    label, out = "", []
    for cell in above:
        label = cell or label
        out.append(label)
    return out


def _unpaired(pairs: Pairs, notes: list[str], warnings: list[str]) -> tuple[list[Column], Lines]:
    notes.extend(pairs.notes)
    warnings.extend(pairs.warnings)
    return list(pairs.columns), pairs.lines


def _nothing(columns: Sequence[Column]) -> str:
    if sum(cell_type(str(c.text.column.iloc[0])) == "value" for c in columns) > max(2, len(columns) / 2):
        return "Its first row holds numbers or dates side by side: turn it round, so that dates go down the rows."
    return f"All columns hold text ({', '.join(shown(c.name) for c in columns[:5])}): check delimiter and header."


def _why(dropped: Sequence[Dropped], raw: Raw) -> str:
    reasons = "; ".join(f"{counted(d.count, 'row')}: {d.reason}" for d in dropped)
    return f"Of {counted(raw.rows_read, 'row')} none is left: {reasons or 'they are blank'}."
