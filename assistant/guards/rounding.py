"""How near a written number must come to a known one: rounded to the places that are written, or only "about" it."""

from __future__ import annotations

import math
import re
from typing import Final

from assistant.guards.numeral import Numeral

_ABOUT: Final = re.compile(
    r"(?:about|roughly|around|nearly|almost|approximately|some|close to|circa|~|≈|"
    r"(?:just|slightly|somewhat|a (?:bit|little|touch|shade|tad|hair|good deal)) (?:over|under|above|below|(?:more|"
    r"less) than|short of))\s*$",
    re.IGNORECASE,
)
_IN_PARTS: Final = re.compile(r"\b(?:half|halves|thirds?|quarters?|fifths?|tenths?)\b", re.IGNORECASE)
_ROUGHLY: Final = 0.06  # "about half", "a bit over a thousand"
_BEFORE: Final = 20  # characters in which "about" stands


def is_about(numeral: Numeral, text: str) -> bool:
    """Whether the words before a numeral say that it is only about so much."""
    return _ABOUT.search(text, max(0, numeral.start - _BEFORE), numeral.start) is not None


def reach(numeral: Numeral, *, about: bool) -> float:
    """How far from a numeral the figures that it may be can lie."""
    far = (_reach(numeral.value, numeral.slack) if about else numeral.slack) * (1 + 1e-6) + 1e-9
    if about and (_IN_PARTS.search(numeral.written) or (numeral.unit != "share" and _one_digit(numeral.value))):
        return max(far, _ROUGHLY * numeral.value)
    return far


def equal(value: float, slack: float, known: float, about: bool = False) -> bool:
    """Equal, or `known` rounded to the places that are written; after "about" to the significant digits, two at least."""
    if value == known:
        return True
    if about:
        slack = _reach(value, slack)
    noise = 1e-12 + 1e-15 * value
    near = abs(known - value) <= slack * (1 + 1e-9) + noise  # a half may be rounded either way, by hand or by machine
    return near and abs(known - value) <= 0.5 * known  # 0.6 is no "1", nor 0.4 a "0"


def _one_digit(value: float) -> bool:
    return len(f"{value:.12g}".replace(".", "").strip("0")) <= 1


def _reach(value: float, slack: float) -> float:
    """How far "about" reaches."""
    if not value:
        return slack
    digits = f"{value:.12g}".replace(".", "").strip("0")
    return max(slack, 0.5 * 10.0 ** (math.floor(math.log10(value)) - max(len(digits) - 1, 1)))
