"""Other readings of a numeral: in the percent of its neighbours or of its list, in a unit that was said before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from assistant.guards.numeral import PART, Numeral
from assistant.guards.units import ONES, TENS

_IN_POINTS: Final = re.compile(r"\b(?:in|as) (?:basis points|bps)\b", re.IGNORECASE)
_IN_PERCENT: Final = re.compile(r"\b(?:in|as (?:an? )?) ?(?:percent(?:ages?)?|per cent|percentage terms)\b", re.IGNORECASE)
_OF_THE_TOTAL: Final = re.compile(r"(?:\s?points?)? (?:of the (?:total|whole|sum)\b|out of [\d.]{1,6}\s?%)", re.IGNORECASE)
_LEAST: Final = 0.1  # percent
_IN_DAYS: Final[dict[str, float]] = {"weeks": 7.0, "months": 30.0}
_WITH_SIGN: Final = re.compile(r"\d|%|percent|per cent|pct", re.IGNORECASE)
_NTH: Final = {f"a {word}": float(n) for word, n in PART.items() if n > 10}
_ROUGHLY: Final = re.compile(r"\b(?:about|roughly|around|nearly|some) $", re.IGNORECASE)
_PRICE: Final = re.compile(  # "sold at one ninety", "two forty-five"
    rf"(?P<one>{'|'.join(ONES[1:])})[ -]"
    rf"(?:(?P<teen>{'|'.join(ONES[10:])})|(?P<ten>{'|'.join(TENS)})(?:[ -](?P<unit>{'|'.join(ONES[1:10])}))?)",
    re.IGNORECASE,
)
# What may follow a member of a list; a noun would tell what it counts.
_LISTED: Final = re.compile(r"\s?(?:[,;.:!?)–—→]|->|$|(?:and|or|to|then|against|versus|vs|at|after|with|on)\b)", re.IGNORECASE)


def read_otherwise(numeral: Numeral, text: str, found: list[Numeral]) -> Iterator[Numeral]:
    """Other readings of a bare numeral: in the percent of its neighbours, or in basis points that were said before it."""
    if numeral.also is not None:  # "hold 10 → +35%": the percent sign is its neighbour's alone
        yield replace(numeral, value=numeral.also, slack=0.5, unit="", also=None)
    if numeral.unit in _IN_DAYS:
        days = _IN_DAYS[numeral.unit]
        yield replace(numeral, value=numeral.value * days, slack=0.0, unit="calendar days")
    if numeral.unit == "share" and not _WITH_SIGN.search(numeral.written + text[numeral.end - 8 : numeral.end]):
        yield replace(numeral, unit="")  # "its delta is a third"
    if numeral.unit == "share" and (n := _NTH.get(numeral.written.lower())) and _ROUGHLY.search(text, 0, numeral.start):
        yield replace(numeral, value=n, slack=0.5, unit="")  # "about a sixteenth", where it is divided by 15.87
    if m := _PRICE.fullmatch(numeral.written):
        yield replace(numeral, value=ONES.index(m["one"].lower()) + _cents(m) / 100, slack=0.005)
    if numeral.unit == "points" and _OF_THE_TOTAL.match(text, numeral.end):
        yield _hundredth(numeral)
    if numeral.unit:
        return
    if any(n.unit == "share" for n in found) or _IN_PERCENT.search(text, 0, numeral.start):
        yield _hundredth(numeral)
    if _IN_POINTS.search(text, 0, numeral.start):
        yield replace(numeral, value=numeral.value / 10_000, slack=numeral.slack / 10_000, unit="share")


def listed(found: Sequence[Numeral], text: str, is_share: Callable[[Numeral], bool]) -> list[Numeral]:
    """Several shares without a sign, which a list tells apart from a number of anything: "25, then 45, then 65"."""
    bare = [n for n in found if n.unit == "" and n.value >= _LEAST and _LISTED.match(text, n.end)]
    shares = [n for n in bare if is_share(_hundredth(n))]
    return shares if len({n.value for n in shares}) > 1 else []


def _cents(m: re.Match[str]) -> int:
    if m["teen"]:
        return ONES.index(m["teen"].lower())
    return 10 * (TENS.index(m["ten"].lower()) + 2) + (ONES.index(m["unit"].lower()) if m["unit"] else 0)


def _hundredth(numeral: Numeral) -> Numeral:
    return replace(numeral, value=numeral.value / 100, slack=numeral.slack / 100, unit="share")
