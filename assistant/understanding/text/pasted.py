"""Rows of a table pasted into a message: Markdown, bars, tabs, semicolons, commas or spaces, with a header or with dates.

The rows are parted from the words around them and written again as one plain table, which `load_table` reads like a file.
What they hold is data: no word of a cell is read as part of the question.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant.understanding.text.sought import Sought
from assistant.understanding.text.tokens import NUMBER
from assistant.understanding.text.yearless_days import DAY, row_of_line

_DATE: Final = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}"
_VALUE: Final = r"[-+−]?\$?(?:\d[\d,]*+(?:\.\d*+)?|\.\d++)\s?%?"
_IS_DATE: Final = re.compile(rf"(?:{_DATE})(?:[T ]\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?")
_LED: Final = re.compile(rf"(?P<lead>[^\d]{{0,200}}?)[\s|]{{0,4}}(?P<row>(?:{_DATE})[\s,;|].*)")  # "macd of 2024-01-02 18.1"
_IS_VALUE: Final = re.compile(_VALUE)
_IS_NAME: Final = re.compile(r"[A-Za-z#%$][\w .%/()#$&+-]{0,30}")
_RULE: Final = re.compile(r"[|:+\s]{0,8}[-=]{2}[\s|:+=-]{0,200}")
_FENCE: Final = re.compile(r"\s{0,8}(?:`{3}\w{0,12}|~{3})\s{0,8}")
_FLOWS: Final = re.compile(
    r"\bx?irr\b|\binternal rate\b|\b(?:cash ?)?flows?\b|\binvest\w*\b|\b(?:annual\w*|yearly|a year) (?:rate|return)\b",
    re.IGNORECASE,
)
# White space in front of a mark is looked at from its start alone.
_MARKS: Final = (r"(?:(?<!\s)\s++)?\|\s*", r"(?:(?<![^\S\t])[^\S\t]++)?\t\s*", r"(?:(?<!\s)\s++)?;\s*")
_PARTS: Final = tuple(re.compile(p) for p in (*_MARKS, r",\s*", r"\s{2,}", r"\s+"))
_BARE: Final = re.compile(
    r"\W*(?:ok\W{1,4})?(?:(?:hi|hello|hey|please|see|look|at|here(?:'s)?|this|these|that|is|are|my|the|some|a|an|what(?:'s|s)?|data|table|csv"
    r"|quotes?|prices?|numbers?|values?|rows?|chain|series|column|file|following|below|pasted?|sheet|from|it|i|have|got)\W{1,4})*",
    re.IGNORECASE,
)
_PROSE: Final = re.compile(
    r"\b(?:of|the|my|is|are|for|with|from|what|these|this|at|an|to|how|did|does|do|and|please|i|it|me)\b", re.IGNORECASE
)
_LONGEST: Final = 32  # characters of a cell
_WORDS: Final = 4  # of a column's name
_UNNAMED: Final = 3  # rows of dates and values that need no header
_ONE_LINE: Final = 10  # dated values in a row that are a series, although they stand on one line
_WHOLE_DATE: Final = r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{4}"  # "20/25/30" after a comma is three strikes
_ROW_EDGE: Final = Sought(
    rf"\s[/;|]\s(?={_DATE})|;\s?(?={_DATE})|,\s?(?={_WHOLE_DATE})|(?<=\d)\s(?=(?:{_WHOLE_DATE})[,:;]\s?[-+]?\.?\d)"
)
_SHORT_VALUE: Final = rf"[-+]?{NUMBER}%?"
_COLUMN: Final = re.compile(
    rf"\b(?P<name>[A-Za-z]\w{{0,15}}) col(?:umn)?\b[^\d?!]{{0,24}}?"
    rf"(?P<values>{_SHORT_VALUE}(?:(?:,\s?|;\s?|\s){_SHORT_VALUE}){{2,400}}+)(?!\w|\.\d)",
    re.IGNORECASE,
)
_PROBLEM: Final = re.compile(
    r"\b(?:problems?|wrong|odd|off|issues?|errors?|check|mixed|units?|typos?|consistent|strange|weird|clean|broken|ok|okay)\b",
    re.IGNORECASE,
)
_DATE_COLON: Final = re.compile(rf"(?<![\w./-])((?:{_DATE})):\s?")
_WORDS_AFTER: Final = re.compile(
    rf"((?:{_DATE})[\s,;|]{{1,4}}{_VALUE})[.,;]?\s+(?:[-–—]\s)?([A-Za-z].*)"
)  # "2026-01-07 19.0 any problems?"
_INLINE: Final = re.compile(rf"(?<![\w.-])({_DATE})(?:\s{{0,4}}[,;|:]\s{{0,4}}|\s{{1,4}})([-+]?\d*+\.?\d++)(?![\w,]|\.\d)")
_DAY_INLINE: Final = re.compile(
    rf"(?<![\w./-])({DAY})(?:\s{{0,4}}[,;|:]\s{{0,4}}|\s{{1,4}})([-+]?\d*+\.?\d++)(?![\w/]|,\d|\.\d)", re.IGNORECASE
)


@dataclass(frozen=True)
class Paste:
    """A pasted table.

    Attributes:
        header: names of its columns, made up where it has dates and no header.
        rows: its cells as typed.
        rest: the words around it.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    rest: str

    @property
    def bare(self) -> bool:
        """Whether the words around the table ask nothing ("here is my data:")."""
        return _BARE.fullmatch(f"{self.rest} ") is not None

    @property
    def data(self) -> bytes:
        """The table as text that `load_table` reads."""
        out = io.StringIO()
        csv.writer(out, delimiter="\t", lineterminator="\n").writerows([self.header, *self.rows])
        return out.getvalue().encode()


def pasted(text: str) -> Paste | None:
    """The first table among the lines of `text`; None where there is none."""
    lines = text.split("\n")
    if len(lines) > 2:
        for start in range(len(lines) - 2):
            found = _with_header(lines, start) or _with_dates(lines, start) or _with_days(lines, start)
            if found is not None:
                return found
    return _on_one_line(text) or _parted_rows(text) or _checked_column(text)


def _with_header(lines: Sequence[str], start: int) -> Paste | None:
    """The table whose header is line number `start`, or stands there behind a colon ("my quotes: strike bid ask")."""
    line = lines[start].strip()
    lead, colon, tail = line.rpartition(":")
    for before, names in ((line[:0], line), *([(lead + colon, tail.strip())] if colon and tail.strip() else [])):
        for parts in _PARTS:
            header = _cells(names, parts)
            if len(header) < 2 or not all(map(_named, header)) or _PROSE.search(names):
                continue
            rows, end = _rows(lines, start + 1, parts, len(header))
            if len(rows) > 1:
                return Paste(header, rows, _around(lines, start, end, before))
    return None


def _with_dates(lines: Sequence[str], start: int) -> Paste | None:
    """Three rows or more of a date and values from line `start` on; dated amounts of money are no series."""
    first = _LED.match(lines[start].strip())
    if first is None or _FLOWS.search("\n".join([*lines[:start], first["lead"]])):
        return None
    lines = [*lines[:start], first["lead"], first["row"], *lines[start + 1 :]]
    start += 1
    for parts in _PARTS:
        width = len(_cells(lines[start], parts))
        if width < 2:
            continue
        rows, end = _rows(lines, start, parts, width)
        if len(rows) >= _UNNAMED and all(_IS_DATE.fullmatch(row[0]) for row in rows):
            names = ("value",) if width == 2 else tuple(f"value {n}" for n in range(1, width))
            rest = _around(lines, start, end)
            return None if _FLOWS.search(rest) else Paste(("date", *names), rows, rest)
    return None


def _with_days(lines: Sequence[str], start: int) -> Paste | None:
    """Three rows or more of a day without a year and values from line `start` on ("04 apr iv 19.2")."""
    first = row_of_line(lines[start].strip())
    if first is None:
        return None
    rows, end = [], start
    while end < len(lines) and (row := row_of_line(lines[end].strip())) is not None and row[1] == first[1]:
        rows.append((row[0], *row[2]))
        end += 1
    width = max(map(len, rows))
    rest = _around(lines, start, end)
    if len(rows) < _UNNAMED or any(len(row) not in (2, width) for row in rows) or _FLOWS.search(rest):
        return None
    names = (first[1] or "value",) if width == 2 else tuple(f"value {n}" for n in range(1, width))
    return Paste(("date", *names), tuple((*row, *[""] * (width - len(row))) for row in rows), rest)


def _on_one_line(text: str) -> Paste | None:
    """Ten dated values or more, however they are set apart ("2024-01-02 17.5, 2024-01-03 18.1, …")."""
    found = list(_INLINE.finditer(text)) if len(text) > 12 * _ONE_LINE else []
    found = found or ([*_DAY_INLINE.finditer(text)] if len(text) > 8 * _ONE_LINE else [])
    if len(found) < _ONE_LINE or _FLOWS.search(text):
        return None
    rest = f"{text[: found[0].start()].strip(' ,;:')} {text[found[-1].end() :].strip(' ,;')}".strip()
    return Paste(("date", "value"), tuple((m[1], m[2]) for m in found), rest)


def _parted_rows(text: str) -> Paste | None:
    """Three rows or more that are parted by a sign on one line ("2026-03-02 18.4 / 2026-03-03 (blank) / …")."""
    edges = [m.start() for m in _ROW_EDGE.finditer(text)] if any(sign in text for sign in "/;|,") else []
    if len(edges) < _UNNAMED - 1:
        return None
    lines = [part.strip(" /;|,") for part in (text[a:b] for a, b in zip([0, *edges], [*edges, len(text)], strict=True))]
    lines = [_DATE_COLON.sub(r"\1 ", part).strip() for part in lines]
    lines = [f"{part} (blank)" if _IS_DATE.fullmatch(part) else part for part in lines]
    trailing = _WORDS_AFTER.match(lines[-1])
    last, comma, rest = (trailing[1], ",", trailing[2]) if trailing is not None else lines[-1].partition(", ")
    return _with_dates([*lines[:-1], last, *([rest] if comma else [])], 0)


def _checked_column(text: str) -> Paste | None:
    """Three values or more of a column that is named and to be checked ("iv col reads 0.182, 0.185, 18.9 - problem?")."""
    found = _COLUMN.search(text) if "col" in text.lower() else None
    if found is None:
        return None
    rest = f"{text[: found.start('values')]}{text[found.end() :]}"
    values = re.findall(_SHORT_VALUE, found["values"])
    return Paste((found["name"],), tuple((v,) for v in values), rest) if _PROBLEM.search(rest) else None


def _rows(lines: Sequence[str], start: int, parts: re.Pattern[str], width: int) -> tuple[tuple[tuple[str, ...], ...], int]:
    """The rows of `width` cells from line `start` on, and the number of the line after them."""
    rows: list[tuple[str, ...]] = []
    for number in range(start, len(lines)):
        line = lines[number].strip()
        if _RULE.fullmatch(line):
            continue
        cells = _cells(line, parts)
        if len(cells) != width or not _holds_data(cells) or (line.endswith("?") and rows):  # "10 delta iv?" asks
            return tuple(rows), number
        rows.append(cells)
    return tuple(rows), len(lines)


def _cells(line: str, parts: re.Pattern[str]) -> tuple[str, ...]:
    """The cells of a line; the bars at its ends are no cells of their own."""
    return tuple(parts.split(line.strip().strip("|").strip()))


def _named(cell: str) -> bool:
    return _IS_NAME.fullmatch(cell) is not None and len(cell.split()) <= _WORDS


def _holds_data(cells: Sequence[str]) -> bool:
    """Whether a line is a row: short cells, one of them a number."""
    values = sum(_IS_VALUE.fullmatch(cell) is not None or _IS_DATE.fullmatch(cell) is not None for cell in cells)
    return values > 0 and 2 * values >= len(cells) - 1 and all(len(cell) <= _LONGEST for cell in cells)


def _around(lines: Sequence[str], start: int, end: int, before: str = "") -> str:
    """The words before and after the table on one line, without the fence that it stood in."""
    kept = [line for line in (*lines[:start], before, *lines[end:]) if not _FENCE.fullmatch(line)]
    return " ".join(" ".join(kept).split()).rstrip(":")
