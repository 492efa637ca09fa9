"""Numbers in words, and what they come to: "thirty", "two hundred and fifty", "one two five"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
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

DIGITS: Final[Mapping[str, int]] = {"zero": 0, "oh": 0, **{w: n for n, w in enumerate(_SMALL[:9], start=1)}}
_UNITS: Final[Mapping[str, int]] = {"zero": 0, **{w: n for n, w in enumerate(_SMALL[:19], start=1)}}
_TENS: Final[Mapping[str, int]] = {
    w: 10 * n for n, w in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), start=2)
} | {"fourty": 40}
_SCALES: Final[Mapping[str, int]] = {"hundred": 100, "thousand": 1_000, "grand": 1_000, "million": 1_000_000}

SMALL: Final = "|".join(_UNITS)
CARDINAL: Final = "|".join([*_UNITS, *_TENS, *_SCALES])
TWO_DIGITS: Final = rf"(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_SMALL[:9])}))?|{'|'.join(_SMALL[9:19])}"

_WORD: Final = re.compile(r"[a-z]+|\d+(?:\.\d+)?")


def numbers_in(words: str) -> list[float]:
    """The numbers that a run of number words says one after the other ("twenty five thirty" is 25 and 30)."""
    out: list[float] = []
    whole = part = 0.0  # thousands and millions that are complete, and what is below them
    last = ""
    for word in _WORD.findall(words):
        if word in ("and", "a", "an"):
            continue
        if (scale := _SCALES.get(word)) is not None:
            part = (part or 1) * scale
            if scale > 100:
                whole, part = whole + part, 0.0
        else:
            value = float(_UNITS.get(word) or _TENS.get(word) or (word if word[0].isdigit() else 0))
            if last and last not in _SCALES and not (last in _TENS and 0 < value < 10):
                out.append(whole + part)
                whole = part = 0.0
            part += value
        last = word
    return [*out, whole + part] if last else out


def decimals_in(words: str) -> str:
    """The digits that are said behind a decimal point ("eight eight", "oh five", "eighty-five"); "" where they are none."""
    said = _WORD.findall(words)
    if all(word in DIGITS for word in said):
        return "".join(str(DIGITS[word]) for word in said)
    found = numbers_in(words)
    return f"{found[0]:g}" if len(found) == 1 and 10 <= found[0] < 100 else ""


def spelt(values: Sequence[float]) -> str:
    """The numbers in digits, one after the other."""
    return " ".join(f"{value:.15g}" for value in values)


def count_of(word: str) -> int:
    """A count in digits or in words; 1 for any other word ("another")."""
    return int(word) if word.isdigit() else WORDS.get(word, 1)
