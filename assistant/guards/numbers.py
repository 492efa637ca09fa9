"""Numerals of one text that stand in none of some others: what `alvh eval` counts, and the embedded model is held to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from assistant.guards.citations import MARK
from assistant.guards.dates import dates, without_dates
from assistant.guards.numeral import Numeral
from assistant.guards.numerals import numerals as read
from assistant.guards.rounding import equal

_TOKEN: Final = re.compile(r"(\d[\d.,]*)(\s?%)?")
_NAMES: Final = re.compile(r"\bS&P 500\b|\bBlack-76\b|\[\d{1,4}\]")


def numerals(text: str) -> list[Numeral]:
    """The numerals of `text` without its marks, dates and names."""
    bare = _NAMES.sub(" ", MARK.sub(" ", text))
    return read(without_dates(bare, dates(bare)))


def unsupported(text: str, sources: Iterable[str]) -> list[str]:
    """Numerals of `text` that stand in none of `sources`, by value: rounded, as percent or as fraction, in any unit."""
    sources = list(sources)
    open_ones = list(_plainly(MARK.sub("", text)))
    for source in sources:  # the likeliest first: most answers need no look at the long ones
        if not open_ones:
            break
        told = {v for v, _, _ in _plainly(source)}
        open_ones = [n for n in open_ones if n[0] not in told and not _rounded(*n, told)]
    if not open_ones:
        return []  # every one stands there in digits; nothing has to be read as words or units
    known = [n for source in sources for n in numerals(source)]
    values = [n.value for n in known] + [n.also for n in known if n.also is not None]
    plain = [v for n in known if n.unit != "share" for v in (n.value,)]
    return [
        n.written
        for n in numerals(text)
        if not any(equal(n.value, n.slack, v) for v in values) and not (n.also is not None and n.also in plain)
    ]


def _plainly(text: str) -> Iterator[tuple[float, int, bool]]:
    """Each number in digits with its decimal places and whether it is a percentage; what is no plain number ("1.2.3") equals
    nothing.
    """
    for token, percent in set(_TOKEN.findall(text)):
        digits = token.rstrip(".,")
        try:
            yield float(digits.replace(",", "")), len(digits.partition(".")[2]), bool(percent)
        except ValueError:
            yield float("nan"), 0, False


def _rounded(value: float, places: int, percent: bool, told: set[float]) -> bool:
    """Whether one of `told` is this value, rounded; a percentage may stand there as a fraction."""
    slack = 0.5 * 10.0**-places
    return any(abs(v - value) <= slack or (percent and abs(v * 100 - value) <= slack) for v in told)
