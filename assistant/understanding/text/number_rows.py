"""Short rows of numbers typed by hand, and the words that name each ("line: -.9, -.7, -.5; signal: -.8, -.75, -.68").

All read the text made plain. A number of bars, days or periods is no value of a row.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

_ONE: Final = r"(?:[-+]?\s?\$?(?:\d{1,3}(?:,\d{3})++(?!\d)|\d++)(?:\.\d++)?|[-+]?\.\d++)%?"
_PARTED: Final = r"(?:\s?(?:,|;|/|\||->)\s?(?:(?:and|then)\s)?|\s(?:and|then|to)\s|\s)"
_UNIT: Final = r"\s?-?(?:days?|bars?|dte|d|weeks?|periods?|readings?|values?|sessions?|points?|closes?|delta|ema|sma)\b"
_ROW: Final = re.compile(rf"(?<![\w.,-])(?:{_ONE}(?!{_UNIT}){_PARTED}){{1,400}}{_ONE}(?![\w]|\.\d)(?!{_UNIT})")
_VALUE: Final = re.compile(_ONE)
_SHORT_ONE: Final = r"[-+−]?(?:\d{1,4}(?:\.\d++)?|\.\d++)"
_COUPLES: Final = re.compile(
    rf"(?<![\w.,/-])(?<![;/|,] ){_SHORT_ONE}\s?(?P<by>[,/:])\s?{_SHORT_ONE}"
    rf"(?:\s?(?P<apart>[,;/|\n])\s?{_SHORT_ONE}\s?(?P=by)\s?{_SHORT_ONE})"
    rf"(?:\s?(?P=apart)\s?{_SHORT_ONE}\s?(?P=by)\s?{_SHORT_ONE}){{0,60}}+(?![\w%]|\.\d|\s?[,;/|]\s?[-+]?\.?\d)"
)
_WORDED: Final = re.compile(r"\b(plus|minus|negative)\s(?=[\d.])")  # "plus 640, minus 215"
_END: Final = re.compile(r"[.?!](?!\d)")


@dataclass(frozen=True)
class Row:
    """Two numbers or more in a row, and the words before it, back to the row before."""

    values: tuple[float, ...]
    before: str
    start: int
    end: int


def rows(text: str) -> tuple[Row, ...]:
    """Every row of `text`, in order; a percentage counts as typed."""
    out, edge = [], 0
    for match in _ROW.finditer(text):
        values = tuple(_number(v) for v in _VALUE.findall(match[0]))
        out.append(Row(values, text[edge : match.start()], match.start(), match.end()))
        edge = match.end()
    return tuple(out)


def couples(text: str) -> tuple[tuple[float, float], ...]:
    """Numbers two by two, each two joined by one sign and set apart by another ("-.22,-.18 / -.19,-.18"); () where none are."""
    found = _COUPLES.search(text)
    if found is None or found["by"] == found["apart"]:
        return ()
    values = [_number(v) for v in re.findall(_SHORT_ONE, found[0])]
    return tuple(zip(values[::2], values[1::2], strict=True))


def signs_written(text: str) -> str:
    """`text` with signs that are said as words in front of a number written: "plus 640, minus 215"."""
    return _WORDED.sub(lambda m: "+" if m[1] == "plus" else "-", text)


def named_rows(text: str, names: Mapping[str, re.Pattern[str]]) -> dict[str, tuple[float, ...]]:
    """The rows by the name that stands before each; empty where one name has two rows or a row two names."""
    out: dict[str, tuple[float, ...]] = {}
    for row in rows(text):
        told = [name for name, pattern in names.items() if pattern.search(row.before)]
        if len(told) > 1:
            last = max(told, key=lambda name: max(m.end() for m in names[name].finditer(row.before)))
            told = [last] if last not in out and all(name in out or name == last for name in told) else []
        if len(told) != 1:
            continue
        if told[0] in out:
            return {}
        out[told[0]] = row.values
    return out


def longest(found: Sequence[Row]) -> Row | None:
    """The row of the most numbers, the first of several; None where there is none."""
    return max(found, key=lambda row: len(row.values), default=None)


def _number(text: str) -> float:
    return float(re.sub(r"[\s$,%+]", "", text).replace("−", "-"))
