"""Dates as people spell them, brought to the plain forms that `tools.dates` reads: "Tue, Jan 2nd, 2024 at 4:00 p.m. EST".

Weekdays are taken out and kept, because they tell day-first from month-first; zones are taken out and named; fractions of a
second and the hour 24 are taken out and added again. Months may be English, German, French, Spanish or Italian.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar jänner janvier janv enero ene gennaio gen",
            "feb february februar février févr fév febrero febbraio",
            "mar march märz mär mars marzo",
            "apr april avril avr abril abr aprile",
            "may mai mayo maggio mag",
            "jun june juni juin junio giugno giu",
            "jul july juli juillet juil julio luglio lug",
            "aug august août aoû agosto ago",
            "sep sept september septembre septiembre settembre set",
            "oct october oktober okt octobre octubre ottobre ott",
            "nov november novembre noviembre",
            "dec december dezember dez décembre déc diciembre dic dicembre",
        ),
        1,
    )
    for name in names.split()
}
_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ENDINGS = "(?:day|s|sday|nesday|rs|r|rsday|urday)?"
_WEEKDAY = re.compile(rf"\(?\b(mon|tue|wed|thu|fri|sat|sun){_ENDINGS}\b[.,]?\)?,?", re.IGNORECASE)
_ZONE = re.compile(
    r"(?<=[\dM]) ?(?P<zone>UTC|GMT|Z|E[SD]?T|C[SD]?T|M[SD]T|P[SD]?T|CES?T|BST|JST|(?<=:\d\d)[-+]\d{2}:?\d{2}"
    r"|(?<= )[-+]\d{2}:?\d{2})\b(?= \d{4}$|$)"
)
_WORD = re.compile(r"[^\W\d_]+\.?")
_FRACTION = re.compile(r"(?<=:\d\d)[.,](\d{1,9})(?!\d)")
_LAST_HOUR = re.compile(r"\b24:00(?::00)?$")
_DAY: Final = 86_400_000_000  # microseconds
_LONGEST: Final = 60  # letters of a date


@dataclass(frozen=True)
class Spelled:
    """Cells in plain forms.

    Attributes:
        text: the cells; what is no date stays something that no form reads.
        weekdays: 0 for Monday to 6 where a cell names one, otherwise −1.
        added: what the plain form leaves out, as timedelta64[us].
        notes: what was left off, in plain sentences.
    """

    text: pd.Series
    weekdays: np.ndarray
    added: np.ndarray
    notes: tuple[str, ...]


def spelled(cells: pd.Series, sample: pd.Series) -> Spelled:
    """The cells in plain forms; only what changes a cell of the `sample` is looked for in all of them."""
    steps = [step for step, used in enumerate(_used(sample)) if used]
    found = [_plain(cell, steps) if isinstance(cell, str) else _Cell() for cell in cells]
    zones = sorted({cell.zone for cell in found if cell.zone})
    notes = []
    if zones:
        notes.append(f"Time zones were left off the dates: {', '.join(zones[:4])}.")
    if any(cell.last_hour for cell in found):
        notes.append("24:00 was read as midnight at the end of its day.")
    return Spelled(
        pd.Series([cell.text for cell in found], index=cells.index, dtype="str"),
        np.array([cell.weekday for cell in found], dtype=np.int8),
        np.array([cell.added for cell in found], dtype="timedelta64[us]"),
        tuple(notes),
    )


def month_number(word: str) -> int | None:
    """1 to 12 for the name of a month, whole or shortened; None for another word."""
    return MONTHS.get(word.strip().rstrip(".").lower())


@dataclass
class _Cell:
    text: str | None = None
    weekday: int = -1
    added: int = 0
    zone: str = ""
    last_hour: bool = False


def _used(sample: pd.Series) -> np.ndarray:
    """Which of the steps change any cell of the sample."""
    used = np.zeros(len(_STEPS), dtype=bool)
    for text in sample.dropna().str.slice(0, _LONGEST):
        cell = _Cell(text)
        for i, step in enumerate(_STEPS):
            before = cell.text
            step(cell)
            used[i] |= cell.text != before
    return used


def _plain(text: str, steps: Sequence[int]) -> _Cell:
    cell = _Cell(text)
    if len(text) <= _LONGEST and not text.isalpha():
        for i in steps:
            _STEPS[i](cell)
    return cell


def _rewriting(pattern: str, new: str) -> Callable[[_Cell], None]:
    """The step that replaces what the pattern finds."""
    compiled = re.compile(pattern, re.IGNORECASE)

    def rewrite(cell: _Cell) -> None:
        cell.text = compiled.sub(new, cell.text or "")

    return rewrite


def _even_spaces(cell: _Cell) -> None:
    cell.text = " ".join((cell.text or "").split()).strip(" ,")


def _take_weekday(cell: _Cell) -> None:
    if day := _WEEKDAY.search(cell.text or ""):
        cell.text, cell.weekday = _without(day), _DAYS.index(day[1].lower())


def _take_fraction(cell: _Cell) -> None:
    if part := _FRACTION.search(cell.text or ""):
        cell.text, cell.added = _without(part), int(part[1].ljust(6, "0")[:6])


def _take_zone(cell: _Cell) -> None:
    if zone := _ZONE.search(cell.text or ""):
        cell.text, cell.zone = _without(zone), zone["zone"].strip()


def _take_last_hour(cell: _Cell) -> None:
    if hour := _LAST_HOUR.search(cell.text or ""):
        cell.text, cell.last_hour = f"{_without(hour)}00:00", True
        cell.added += _DAY


def _without(found: re.Match[str]) -> str:
    return found.string[: found.start()] + found.string[found.end() :]


def _name_months(cell: _Cell) -> None:
    cell.text = _WORD.sub(lambda word: _english(word[0]), cell.text or "")


def _english(word: str) -> str:
    number = month_number(word)
    return word if number is None else _SHORT[number - 1]


_STEPS: Final = (
    _even_spaces,
    _rewriting(r"^(?:as of|date:|on) ", ""),
    _rewriting(r" as of [^a-z]*$", ""),  # "01/03/2024 as of 01/02/2024": the day of the booking stands first
    _rewriting(r"^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]", r"\1-\2-\3"),
    _rewriting(r"(?<=\d)(?:st|nd|rd|th)\b", ""),
    _rewriting(r"(?<=\d) (?:of|de) (?=[a-z])| de (?=\d)", " "),
    _rewriting(r",? at (?=\d)", " "),
    _rewriting(r"^(\d{1,2})\. (?=[^\W\d])", r"\1 "),
    _rewriting(r"(?<=\d) ?([ap])\.?m\b\.?", r" \1M"),
    _rewriting(r"^(\d{8})[ T;_](\d\d)(\d\d)(\d\d)$", r"\1 \2:\3:\4"),
    _rewriting(r"^(\d{8})[ T;_](\d\d)(\d\d)$", r"\1 \2:\3"),
    _rewriting(r"^(\d{1,2}[a-z]{3}\d{2,4}):(?=\d)", r"\1 "),
    _rewriting(r"(?<=[ -])'(?=\d\d\b)", ""),
    _take_weekday,
    _take_fraction,
    _take_zone,
    _even_spaces,
    _rewriting(r"[,;] ?(?=\d{1,2}:\d)", " "),
    _rewriting(r"^([^\W\d]+ \d{1,2}) (\d{1,2}:\d\d(?::\d\d)?) (\d{4})$", r"\1 \3 \2"),
    _take_last_hour,
    _name_months,
)
