"""Strikes told by their part in a butterfly: "lower 25, body 30, upper 35", "wings 25 and 35", "body 22, wings 4 and 8"."""

from __future__ import annotations

import re
from typing import Final

from assistant.understanding.text.ladder import Ladder
from assistant.understanding.text.sought import Sought

_IS: Final = (
    r"(?:\s?[=:]\s?|\s)(?:(?:strike|strikes|wing|wings|call|calls|leg|long|short|is|are|at|of|on|the|around)\s(?:=\s)?){0,3}"
)
_N: Final = r"(?<![\d.])\$?(\d*+\.\d++|\d++)(?![\w%]|[.]\d)"
_LOWER: Final = re.compile(rf"\b(?:lower|low|lowest|bottom|left)\b{_IS}{_N}")
_BODY: Final = re.compile(
    rf"\b(?:body|middle|mid|cent(?:re|er)(?:e?d|ed)?|short(?: strikes?| calls?)?|peak|around)\b{_IS}{_N}"
    r"(?! ?(?:points? |pts? )?(?:wide|wings?|width)\b)"
)
_UPPER: Final = re.compile(rf"\b(?:upper|high|highest|top|right)\b{_IS}{_N}")
PARTS: Final = (_LOWER, _BODY, _UPPER)
"""A number that is told of the lower strike, the body and the upper strike."""
_TWO: Final = rf"{_N}(?:\s?(?:and|&|,|/|-|to)\s?)(?:above\s|upper\s)?{_N}"
_WINGS: Final = re.compile(rf"\b(?:wings?|longs?|outer strikes?|from|between)\b{_IS}{_TWO}")
_WIDE: Final = re.compile(
    rf"\b(?:wings?|widths?)\b{_IS}{_TWO}(?:\s(?:points?\s)?wide)?|{_TWO}(?:\s|-)(?:points?\s)?(?:wide|wings?)\b"
)
_SIDE_WIDTHS: Final = (
    re.compile(rf"\b(?:lower|left|bottom|near)\swing{_IS}{_N}|{_N}\s(?:points?\s)?(?:below|down|wide (?:below|on the left))\b"),
    re.compile(rf"\b(?:upper|right|top|far)\swing{_IS}{_N}|{_N}\s(?:points?\s)?(?:above|up|wide (?:above|on the right))\b"),
)
_ABOUT: Final = Sought(r"\b(?:wings?|widths?|lower|left|bottom|below|from|between|longs?|outer)\b")


def named_strikes(text: str) -> list[Ladder]:
    """The one butterfly that lower-case `text` tells so, in a list; [] where it tells none."""
    if _ABOUT.search(text) is None:
        return []
    body = _BODY.search(text)
    if body is None:
        return []
    middle = float(body[1])
    for found in (_each(text), _outer(text, middle), _widths(text, middle)):
        if found is not None and found[0] < middle < found[1] and found[0] > 0:
            spans = (found[2], body.span(1), found[3])
            return [Ladder((found[0], middle, found[1]), tuple(sorted(set(spans))))]
    return []


_Outer = tuple[float, float, tuple[int, int], tuple[int, int]]


def _each(text: str) -> _Outer | None:
    lower, upper = _LOWER.search(text), _UPPER.search(text)
    return None if lower is None or upper is None else (float(lower[1]), float(upper[1]), lower.span(1), upper.span(1))


def _outer(text: str, body: float) -> _Outer | None:
    """ "wings at 25 and 35", "from 25 to 35"."""
    for match in _WINGS.finditer(text):
        if float(match[1]) < body < float(match[2]):
            return float(match[1]), float(match[2]), match.span(1), match.span(2)
    return None


def _widths(text: str, body: float) -> _Outer | None:
    """ "wings 4 and 8 wide", "lower wing 5, upper wing 8", "5 below and 8 above"."""
    both = _WIDE.search(text)
    if both is not None:
        first, second = (1, 2) if both[1] else (3, 4)
        return body - float(both[first]), body + float(both[second]), both.span(first), both.span(second)
    sides = [pattern.search(text) for pattern in _SIDE_WIDTHS]
    if any(side is None for side in sides):
        return None
    places = [1 if side[1] else 2 for side in sides]  # type: ignore[index]
    (down, up), (left, right) = sides, places
    return body - float(down[left]), body + float(up[right]), down.span(left), up.span(right)  # type: ignore[index, union-attr]
