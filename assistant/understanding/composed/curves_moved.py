"""A futures curve before and after a move: "front went from 13.9 to 16.4 while 2nd stayed 16.1, before vs after slope".

Each of the two is one curve of the tool.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.calculation import Calculation, numbered
from assistant.understanding.positions.two_futures import ABOUT, BACK, FRONT, LOWEST, PRICE, front_to_back
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.sought import Sought
from assistant.understanding.text.tokens import MONTHS

_MOVE: Final = (
    rf"[^\d;?!]{{0,40}}?(?:from )?(?P<a>{PRICE})[^\d;.?!,]{{0,24}}?(?:to|->|then|up|down|and now|now)\s"
    rf"(?:\w{{1,4}} )?(?P<b>{PRICE})"
)
_LATER: Final = ("second", "2nd", "m2", "vx2", "back", "next", "deferred")
_STILL: Final = rf"[^\d;?!]{{0,40}}?(?P<c>{PRICE})"
_THEN: Final = re.compile(r"\b(?:before|yesterday|yday|last week|earlier|previously|was|were|on monday)\b")
_NOW: Final = re.compile(r"\b(?:after(?:wards)?|today|now|this week|is now|currently|on friday)\b")


_OF_MONTH: Final = re.compile(
    rf"\b(?P<month>{'|'.join(MONTHS)})[a-z]{{0,6}}\.?:? (?:vix |vx |vxm )?(?:futures? |contract )?"
    rf"(?:is |at |@ |= )?(?P<price>{PRICE})"
)
_SPREAD: Final = Sought(r"\b(?:spreads?|calendar|apart|difference|diff|gap)\b")
_FUTURES: Final = re.compile(r"\b(?:vxm?|vix futures?|minis?)\b")
_TRADED: Final = re.compile(r"\b(?:calls?|puts?|strikes?|credit|debit|sold|bought|options?|long|short)\b")
_HALF_YEAR: Final = 6


def curves(reading: Reading) -> tuple[Calculation, ...]:
    """The curve before and the curve after, or of two months the spread; () where the question tells of neither."""
    text = reading.lower
    if spread := _of_months(reading):
        return spread
    if not any(word in text for word in _LATER) or ABOUT.search(text) is None:
        return ()
    found = _moved(text) or _in_two_clauses(text)
    if found is None or any(price < LOWEST for curve in found for price in curve):
        return ()
    return tuple(
        Calculation(Call("term_structure", {"curve": curve}), note=note) for curve, note in zip(found, _NOTES, strict=True)
    )


def _of_months(reading: Reading) -> tuple[Calculation, ...]:
    """The spread between two futures that are named by their months, the nearer one first."""
    text = reading.lower
    if _SPREAD.search(text) is None or _FUTURES.search(text) is None or _TRADED.search(text):
        return ()
    found = [(MONTHS.index(m["month"]), float(m["price"])) for m in _OF_MONTH.finditer(text)]
    if len(found) != 2 or len(reading.quantities) != 2 or any(price < LOWEST for _, price in found):
        return ()
    (one, front), (other, back) = found
    curve = [front, back] if (other - one) % 12 <= _HALF_YEAR else [back, front]
    return (Calculation(Call("term_structure", {"curve": curve}), sources=numbered(reading)),)


_NOTES: Final = ("the first curve is the one before the move.", "the second is the one after it.")


def _moved(text: str) -> tuple[list[float], list[float]] | None:
    """One month that moves and one that moves or stays."""
    moves = {name: re.search(month + _MOVE, text) for name, month in (("front", FRONT), ("back", BACK))}
    sides = {}
    for name, month in (("front", FRONT), ("back", BACK)):
        move, still = moves[name], re.search(month + _STILL, text)
        other = moves["back" if name == "front" else "front"]
        if move is not None and not (other is not None and other.start() > move.start() and other.start("a") < move.start("b")):
            sides[name] = (float(move["a"]), float(move["b"]))
        elif still is not None and other is not None:
            sides[name] = (float(still["c"]), float(still["c"]))
    if len(sides) != 2 or all(a == b for a, b in sides.values()):
        return None
    return [sides["front"][0], sides["back"][0]], [sides["front"][1], sides["back"][1]]


def _in_two_clauses(text: str) -> tuple[list[float], list[float]] | None:
    """Two prices before and two after: "before: front 13.5 second 15.0. after: front 19.2 second 18.4"."""
    then, now = _THEN.search(text), _NOW.search(text)
    if then is None or now is None:
        return None
    edge = max(then.start(), now.start())
    halves = [front_to_back(part) for part in (text[:edge], text[edge:])]
    if any(half is None for half in halves):
        return None
    first, second = (half for half in halves if half is not None)
    return (first, second) if then.start() < now.start() else (second, first)
