"""The units that stand behind numerals: what follows "25", "a quarter of a" or "two hundred"."""

from __future__ import annotations

import re
from typing import Final, Literal

Unit = Literal[
    "",
    "money",
    "share",
    "points",
    "count",
    "bars",
    "minutes",
    "hours",
    "days",
    "calendar days",
    "business days",
    "weeks",
    "months",
    "years",
    "times",
]

ONES: Final = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
TENS: Final = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_COUNTS: Final = "|".join([*ONES, *TENS, "a hundred", "a thousand"])  # "three times eight" is arithmetic, no multiple
_UNIT_WORDS: Final[tuple[tuple[Unit, str], ...]] = (
    (
        "share",
        r"%|(?:st|nd|rd|th) percentiles?\b|vols?\b(?! points?)|per\s?cents?\b|pct\b|percent\w*|percentage[ -]points?|pp\b",
    ),
    ("share", r"basis points?\b|bps?\b"),
    ("points", r"cents? of a (?:full |whole )?point\b|cents?(?= ticks?\b)"),
    ("money", r"dollars?\b|bucks\b|usd\b|us\$|cents?\b|¢|euros?\b|€"),
    # "Two turning points" are counted, and "0.80 a unit" counts no units.
    (
        "points",
        r"(?:(?!(?:an?|each|every|at|in|on|by|per|to|the|from|and|or|is|was|lies|came|turning|pivot|data|talking|break-even|starting|other|more|such|"
        r"confirmed|different) )[a-z]{1,12} )?points?\b|pts?\b|handles?\b",
    ),
    (
        "count",
        r"(?:(?!an?\b|per\b|each\b|every\b)[a-z]{1,12} )?(?:contracts?|lots?|butterflies|flies|spreads|units?|cars|condors)\b",
    ),
    ("bars", r"(?:(?:daily|weekly|more|further) )?(?:bars?|candles?)\b"),
    ("calendar days", r"calendar days?\b|dte\b"),
    ("business days", r"(?:trading|business) days?\b|sessions?\b"),
    ("days", r"days?\b"),
    ("minutes", r"minutes?\b|mins?\b"),
    ("hours", r"hours?\b|hrs?\b"),
    ("weeks", r"weeks?\b"),
    ("months", r"months?\b"),
    ("years", r"years?\b|yrs?\b"),
    ("times", rf"(?:times\b|x\b|×)(?!\s?(?:[\d$(]|(?-i:[A-Z]{{2}})|(?:{_COUNTS})\b))|-?fold\b"),
)
_UNIT: Final = "|".join(f"(?P<u{n}>{words})" for n, (_, words) in enumerate(_UNIT_WORDS))
_AFTER: Final = re.compile(rf"[ \t\-*_+]{{0,3}}(?:(?:is|are) the number of )?(?:{_UNIT})", re.IGNORECASE)
_HUNDREDTH: Final = re.compile(r"cents?|¢|basis|bps?", re.IGNORECASE)
_OF_A: Final = re.compile(r"s?(?: of)? ?(?:an?|one)\b", re.IGNORECASE)


def unit_after(text: str, end: int) -> tuple[Unit, int, float]:
    """The unit that follows, where it ends, and how many of it make one (100 for percent and cents)."""
    m = _AFTER.match(text, end)
    if m is None:
        return "", end, 0.0
    number = next(n for n in range(len(_UNIT_WORDS)) if m[f"u{n}"])
    unit = _UNIT_WORDS[number][0]
    if unit == "share":
        return unit, m.end(), 10_000.0 if _HUNDREDTH.match(m[f"u{number}"]) else 100.0
    return unit, m.end(), 100.0 if unit in ("money", "points") and _HUNDREDTH.match(m[f"u{number}"]) else 0.0


def unit_of_part(text: str, end: int) -> tuple[Unit, int, float]:
    """The unit of "a quarter of a point", "half a percent"; the end of the fraction where it is one of something else."""
    m = _OF_A.match(text, end)
    unit, after, hundredths = unit_after(text, m.end() if m else end)
    return (unit, after, hundredths) if unit else ("", end, 0.0)
