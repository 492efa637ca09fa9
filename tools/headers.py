"""Where the header of a table stands and what its columns are called.

Names and cells of a user's file are data. A name is cleaned of control characters and capped here, once,
so that nothing longer or stranger than a short label travels on into answers, errors or code.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from tools.names import claim
from tools.periods import FISCAL, QUARTER

NAME_LENGTH = 60
_SEARCHED = 60  # the header stands among the first rows; further down a text row is a bad row
_BRACKETS = {("[", "]"), ("(", ")"), ("<", ">"), ("{", "}"), ('"', '"'), ("'", "'"), ("|", "|")}
_ACTIVE = re.compile(r"[`*\\<>\[\]|~$!#{}]")
_NUMBER = re.compile(r"[-+−(]?\s*[$€£¥₹]?\s*[-+]?(\d[\d.,'\s]*|[.,]\d+)([eE][-+]?\d+)?\s*[%KMBkmb]?\)?")
_DATE = re.compile(
    r"(\w{3,9}\.?,?\s+)?(\d{1,4}[-/. ](\d{1,2}|[A-Za-z]{3,9})[-/. ]\d{2,4}|[A-Za-z]{3,9}\.? \d{1,2},? \d{4})([T ].{4,})?"
    r"|\d{1,2}:\d{2}(:\d{2})?|" + QUARTER + "|" + FISCAL,
    re.IGNORECASE,
)
BLANK = frozenset(
    {
        "",
        "-",
        "--",
        "---",
        "–",
        "—",
        ".",
        "..",
        "...",
        "na",
        "n/a",
        "n.a.",
        "n.a",
        "#n/a",
        "#na",
        "nan",
        "null",
        "(null)",
        "nil",
    }
    | {"none", "nat", "nm", "n/m", "n.m.", "<na>", "#n/a n/a", "#n/a field not applicable", "#n/a requesting data..."}
    | {"#value!", "#div/0!", "#ref!", "#num!", "#name?", "#null!", "#error!", "#getting_data"}
)


@dataclass(frozen=True)
class Header:
    """The header of a table.

    Attributes:
        row: index of the header among the rows looked at; None where there is none.
        names: the raw header cells ("" where absent), one a column.
        above: the raw cells of the row just above the header, padded likewise; all "" where there is none.
    """

    row: int | None
    names: tuple[str, ...]
    above: tuple[str, ...]


def clean_name(raw: object) -> str:
    """`raw` without control characters, padding, enclosing brackets and a leading "#", at most 60 characters; may be ""."""
    text = "" if raw is None or (isinstance(raw, float) and math.isnan(raw)) else str(raw)[:1000]
    text = "".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in text)
    text = " ".join(text.split()).lstrip("#").strip()
    while len(text) > 1 and (text[0], text[-1]) in _BRACKETS:
        text = text[1:-1].strip()
    return text if len(text) <= NAME_LENGTH else text[: NAME_LENGTH - 1] + "…"


def unique_names(bases: Sequence[str]) -> tuple[str, ...]:
    """Names that differ: a blank one becomes "column 3", a repeated one "Close.2", "Close.3" …"""
    seen: dict[str, int] = {}
    taken = set(bases)
    out = []
    for position, base in enumerate(bases, 1):
        name = base or f"column {position}"
        seen[name] = seen.get(name, 0) + 1
        if seen[name] > 1:
            stem, count = name, seen[name]
            while f"{stem}.{count}" in taken:
                count += 1
            name = f"{stem}.{count}"
            seen[stem] = count
        taken.add(name)
        out.append(name)
    return tuple(out)


def shown(name: object) -> str:
    """A name as it may stand in Markdown: a code span without characters that Markdown acts on."""
    return f"`{_ACTIVE.sub('', clean_name(name)) or 'unnamed'}`"


def cell_type(cell: str) -> str:
    """ "blank", "value" (a number, a date or a time) or "text"."""
    text = cell.strip()
    if text.lower() in BLANK:
        return "blank"
    return "value" if _NUMBER.fullmatch(text) or _DATE.fullmatch(text) else "text"


def find_header(rows: Sequence[Sequence[str]], width: int) -> Header:
    """The header among the first rows of a table that is `width` cells wide.

    The columns' types are read from the lower half of the rows, below any preamble. The header is the row above the
    first data row that puts text over the most columns of numbers and dates; of equals, the one with more known names.
    """
    sorts = {cell: cell_type(cell) for cell in set(chain.from_iterable(rows))}
    types = [[sorts[cell] for cell in row[:width]] + ["blank"] * (width - len(row)) for row in rows]
    body = types[len(types) // 2 :]
    valued = [
        i for i in range(width) if sum(r[i] == "value" for r in body) > sum(r[i] == "text" for r in body)
    ]  # columns of numbers or dates
    first = next(
        (
            k
            for k, r in enumerate(types)
            if any(r[i] == "value" for i in valued)
            and not any(r[i] == "text" for i in valued)
            and 2 * sum(t != "blank" for t in r) >= min(width, len(valued))
        ),
        len(types),
    )
    best, most = None, (0, 0)
    for k in range(min(first, _SEARCHED)):
        texts = sum(types[k][i] == "text" for i in valued)
        known = sum(claim(cell) is not None for cell in rows[k][:width])
        filled = sum(t != "blank" for t in types[k])
        if texts and (texts, known) > most and 2 * filled >= min(width, len(valued)):
            best, most = k, (texts, known)
    if best is None and first == len(types):
        best = 0 if rows else None  # nothing but text: a header without data
    names = _padded(rows[best], width) if best is not None else ("",) * width
    above = _padded(rows[best - 1], width) if best else ("",) * width
    return Header(best, names, above)


def _padded(row: Sequence[str], width: int) -> tuple[str, ...]:
    return tuple((list(row) + [""] * width)[:width])
