"""Whole numbers in words."""

from __future__ import annotations

import re
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

_TENS: Final = {
    w: n for n, w in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), start=2)
}
_COMPOUND: Final = re.compile(rf"\b({'|'.join(_TENS)})[ -]({'|'.join(_SMALL[:9])})\b")


def in_digits(text: str) -> str:
    """Lower-case `text` with "thirty two" written 32, and "eighty cents" or "fifty percent" with its tens in digits."""
    text = _COMPOUND.sub(lambda m: str(10 * _TENS[m[1]] + _SMALL.index(m[2]) + 1), text)
    return _COUNTED.sub(lambda m: str(10 * _TENS[m[0]]), text)


_COUNTED: Final = re.compile(rf"\b({'|'.join(_TENS)})(?=\s(?:cents?|percent|dollars?|bucks?|points?|days?)\b)")
