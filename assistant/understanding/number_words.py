"""Whole numbers in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_SMALL: Final = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
WORDS: Final[Mapping[str, int]] = {word: number for number, word in enumerate(_SMALL, start=1)} | {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "dozen": 12,
    "couple": 2,
}
