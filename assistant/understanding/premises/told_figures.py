"""Figures of a statement by unit, for telling whether two statements give the same one.

A figure is a range (a single one begins and ends at itself); ladders such as 12/26 or 30/110/220 are one figure as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, TypeAlias

from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.sought import Sought
from knowledge.lexical import stem
from knowledge.words import norm

Ranges: TypeAlias = list[tuple[float, float]]

_FIGURE: Final = re.compile(
    r"(?P<money>\$)?(?<![\w.])(?P<low>\d++(?:,\d{3})*+(?:\.\d++)?)(?:\s?(?:[-–]|to)\s?\$?(?P<high>\d++(?:,\d{3})*+(?:\.\d++)?))?"
    r"[\s-]?(?P<unit>%|percent\b|(?:a|an|per|for each|each)\s(?:\w+\s)?(?P<each>point|contract)\b|[a-z]+\b)?",
    re.IGNORECASE,
)
_LADDER: Final = Sought(
    r"(?<![\w./])\d++(?:\.\d++)?(?:/\d++(?:\.\d++)?)++(?![\w/])|(?<![\w.,]\s)(?<!\w)\d++(?:, \d++)++,? and \d++\b"
)
_WORDS: Final[Mapping[str, str]] = {
    **{word: str(number) for word, number in list(WORDS.items())[1:12]},  # two to twelve; "one" seldom counts anything
    "half": "0.5 fraction",
    "third": "0.33 fraction",
    "quarter": "0.25 fraction",
    "tenth": "0.1 fraction",
}
_IN_WORDS: Final = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_UNITS: Final = frozenset(
    {"fraction", "%", "percent", "delta", "dte", "day", "point", "month", "period", "year", "strike", "week", "contract"}
)


def figures(text: str) -> dict[str, Ranges]:
    """Unit → the figures of `text` in it, as ranges; ladders such as 12/26 under the unit "/" as a whole."""
    found: dict[str, Ranges] = {}
    text = _IN_WORDS.sub(lambda m: _WORDS[m.group().lower()], text)
    ladders = [m.group() for m in _LADDER.finditer(text)]
    for match in _FIGURE.finditer(_LADDER.sub(" ", text)):
        low = float(match["low"].replace(",", ""))
        high = float(match["high"].replace(",", "")) if match["high"] else low
        found.setdefault(_unit(match), []).append((low, high))
    for ladder in ladders:
        found.setdefault("/", []).append((_as_one(ladder), _as_one(ladder)))
    return found


def _unit(match: re.Match[str]) -> str:
    if match["money"]:
        return f"$/{match['each'] or ''}"
    unit = stem(norm(match["unit"])) if match["unit"] and match["unit"][0].isalpha() else match["unit"] or ""
    return "%" if unit == "percent" else unit if unit in _UNITS else ""


def _as_one(ladder: str) -> float:
    """One number for a ladder: the same figures in the same order give the same."""
    total = 0.0
    for n in re.findall(r"\d+(?:\.\d+)?", ladder):
        total = total * 1000.0 + float(n)
    return total


def any_overlap(some: Ranges, others: Ranges) -> bool:
    """Whether a figure of one list lies within one of the other."""
    return any(a[0] <= b[1] and b[0] <= a[1] for a in some for b in others)
