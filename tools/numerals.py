"""Text to numbers, a whole column at a time: thousands separators, decimal commas, percent signs, currencies, brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from tools.distinct import Distinct
from tools.headers import BLANK

_GROUPS = r"(?<=\d)[\s\u00a0\u202f'’](?=\d{3}(?!\d))|\s(?!\d)|(?<![\d.,])\s"  # "110'16", "1 2" and "1, 2" are none
_CURRENCIES = r"(?:US|CA|AU|HK|NZ|[CAS])?\$|[€£¥₹₽₩]|\b(?:USD|EUR|GBP|CHF|JPY|CAD|AUD|HKD|CNY|INR|SEK|NOK|DKK)\b"
_SAME_MONEY = {
    "$": "USD",
    "US$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "C$": "CAD",
    "CA$": "CAD",
    "A$": "AUD",
    "AU$": "AUD",
}
_MINUS = str.maketrans({**dict.fromkeys("−–﹣－▼↓", "-"), **dict.fromkeys("▲↑", "")})
_TAIL = r"(?:[eE][-+]?\d+)?"
_FORM = {
    ".": rf"[-+]?(?:\d{{1,3}}(?:,\d{{2,3}})*,\d{{3}}|\d+)(?:\.\d*)?{_TAIL}|[-+]?\.\d+{_TAIL}",
    ",": rf"[-+]?(?:\d{{1,3}}(?:\.\d{{3}})+|\d+)(?:,\d*)?{_TAIL}|[-+]?,\d+{_TAIL}",
}
_SCALE = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}


@dataclass(frozen=True)
class Numerals:
    """A text column read as numbers.

    Attributes:
        values: float64; NaN where blank or unread.
        blank: cells that hold nothing, or a usual mark for nothing such as "NA" or "-".
        unread: cells that hold something that is no number.
        percent: how many cells carried a percent sign; these are read as hundredths (18.2% is 0.182).
        decimal: the decimal sign that was taken, "." or ",".
        currencies: those that stand beside numbers, in order of the alphabet.
    """

    values: np.ndarray
    blank: np.ndarray
    unread: np.ndarray
    percent: int
    decimal: str
    currencies: tuple[str, ...] = ()


def read_numbers(text: pd.Series | Distinct, decimal: str = ".") -> Numerals:
    """Read a column of text (missing allowed) as numbers.

    `decimal` is the file's decimal sign; a column that only makes sense with the other one is read with that.
    """
    column = text if isinstance(text, Distinct) else Distinct.of(text)
    stripped = column.cells.str.strip()
    blank = (stripped.isna() | stripped.str.lower().isin(BLANK)).to_numpy(dtype=bool)
    found = _read(stripped, blank, decimal, column)
    if found.unread.any():
        other = _read(stripped, blank, "," if decimal == "." else ".", column)
        if not other.unread.any() or 4 * other.unread.sum() < found.unread.sum():
            return other
    return found


def _read(stripped: pd.Series, blank: np.ndarray, decimal: str, column: Distinct) -> Numerals:
    values = np.full(len(stripped), np.nan)
    todo = ~blank
    if decimal == ".":
        plain = pd.to_numeric(stripped.where(~blank), errors="coerce").to_numpy(dtype=float)
        good = np.isfinite(plain)
        values[good] = plain[good]
        todo &= ~good
    unread = np.zeros(len(stripped), dtype=bool)
    percent = np.zeros(len(stripped), dtype=bool)
    currencies: tuple[str, ...] = ()
    if todo.any():
        values[todo], percent[todo] = _decorated(stripped[todo], decimal)
        unread[todo] = np.isnan(values[todo])
        signs = stripped[todo][~unread[todo]].str.extract(f"({_CURRENCIES})")[0].dropna().unique()
        currencies = tuple(sorted({_SAME_MONEY.get(sign, sign) for sign in signs}))
    rows = column.rows
    return Numerals(rows(values), rows(blank), rows(unread), column.number(percent), decimal, currencies)


def _decorated(cells: pd.Series, decimal: str) -> tuple[np.ndarray, np.ndarray]:
    """Numbers with signs around them, NaN where what is left is still no number; and which carry a percent sign."""
    text = cells.str.translate(_MINUS).str.replace(_CURRENCIES, "", regex=True).str.replace(_GROUPS, "", regex=True)
    negative = text.str.fullmatch(r"\([^()]*\)%?").to_numpy(dtype=bool)
    if negative.any():
        text = text.str.replace(r"^\(([^()]*)\)(%?)$", r"\1\2", regex=True)
    text = text.str.replace(r"^([\d.,]+)-$", r"-\1", regex=True)
    hundredths = text.str.endswith("%").to_numpy(dtype=bool)
    text = text.str.rstrip("%")
    text = text.str.replace(r"(?<=\d)([mbt])[mn]$", r"\1", regex=True, case=False)  # of millions, billions, trillions
    last = text.str[-1:].str.lower()
    scale = last.map(_SCALE).fillna(1.0).to_numpy(dtype=float)
    text = text.where(scale == 1.0, text.str[:-1])
    fits = text.str.fullmatch(_FORM[decimal]).to_numpy(dtype=bool)
    thousands = "," if decimal == "." else "."
    text = text.str.replace(thousands, "", regex=False).str.replace(decimal, ".", regex=False)
    numbers = pd.to_numeric(text.where(fits), errors="coerce").to_numpy(dtype=float)
    numbers = np.where(negative, -numbers, numbers) * scale
    numbers = np.where(hundredths, numbers / 100, numbers)
    return np.where(np.isfinite(numbers), numbers, np.nan), hundredths & fits


def decimal_of(records: Sequence[Sequence[str]]) -> str:
    """The decimal sign of rows of cells: "," where cells such as "12,5" outnumber cells such as "12.5"."""
    cells = [c.strip() for r in records for c in r if c[:1].isdigit() or c[:1] in "-+"]
    comma = sum(c.count(",") == 1 and _decimals(c, ",") for c in cells)
    if not comma:
        return "."
    point = sum(c.count(".") == 1 and _decimals(c, ".") for c in cells)
    return "," if comma > point else "."


def comma_before_three(records: Sequence[Sequence[str]]) -> str | None:
    """A cell such as "10,125" where all that could tell are of this form, so that the comma may be either sign; else None."""
    cells = [c.strip() for r in records for c in r if "," in c or "." in c]
    told = [c for c in cells if c.replace(",", "").replace(".", "").lstrip("-+").isdigit() and c.count(".") != 2]
    return (
        told[0] if told and all("." not in c and c.count(",") == 1 and len(c.rpartition(",")[2]) == 3 for c in told) else None
    )


def point_before_three(records: Sequence[Sequence[str]]) -> str | None:
    """A cell such as "16.789" where all that could tell are of this form, so that the point may set thousands apart."""
    cells = [c.strip() for r in records for c in r if "," in c or "." in c]
    told = [c for c in cells if c.replace(",", "").replace(".", "").lstrip("-+").isdigit() and c.count(".") != 2]
    alike = [c for c in told if re.fullmatch(r"[-+]?[1-9]\d{0,2}\.\d{3}", c)]
    return told[0] if len(told) > 1 and len(alike) == len(told) else None


def _decimals(cell: str, sign: str) -> bool:
    whole, _, part = cell.rpartition(sign)
    part = part.rstrip("% ")
    return (
        part.isdigit()
        and (len(part) != 3 or whole.lstrip("-+") == "0")
        and whole.lstrip("-+").replace("." if sign == "," else ",", "").isdigit()
    )
