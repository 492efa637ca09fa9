"""Whether a sentence turns what a position is worth from place to place: "worth more at 28 than at its peak of 27".

Names of places ("the top strike") are read as their levels, so that what is said of a region can be held against the payoff.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Final

from assistant.guards.facts.things import Facts
from assistant.guards.numerals import numerals

Payoff = Callable[[float], float]

_NAMED: Final = re.compile(
    r"\b(?:the|your|its|that)\s(?:(?P<upper>(?:top|upper|highest|outer)(?: most)?|upper outer)|(?P<lower>bottom|lower|lowest)|"
    r"(?P<body>body|middle|centre|center|short|peak))\s(?P<what>strikes?|break-?evens?(?: point)?)\b(?! (?:of |at )?\d)",
    re.IGNORECASE,
)
_PLACE: Final = re.compile(
    r"\b(?:(?P<at>at|on)|(?P<above>above|over|past|beyond|north of)|(?P<below>below|under|beneath|south of))"
    r"[\s*_]{1,3}(?:a (?:settlement|print|finish|level) of )?$",
    re.IGNORECASE,
)
_DEGREE: Final = re.compile(
    r"\b(?:(?P<worse>worse|more painful|more costly)|(?P<milder>milder|better|less painful)|(?P<more>more|higher|larger|"
    r"bigger|greater|exceeds?|"
    r"tops|beats|outweighs)|(?P<less>less|lower|smaller|trails|lags))\b",
    re.IGNORECASE,
)
_LOSS: Final = re.compile(r"\b(?:los[est]\w*|loss\w*|hurt\w*|damage\w*|harm\w*|down|poorer|out of pocket)\b", re.IGNORECASE)
_DENIED: Final = re.compile(r"\b(?:not|no|never|neither|nor)\b|n['’]t\b", re.IGNORECASE)
_LASTING: Final = re.compile(
    r"\b(?:(?P<loss>loss(?:es)?|damage|drawdown) )?(?:keeps? (?:on )?|goes on |go on |continues? (?:to )?|carr(?:y|ies) on )"
    r"(?:\w+ing )?(?:(?P<up>gain|ris|grow|earn|pay|climb|add|increas|mak)|(?P<down>los|fall|drop|shrink|bleed|declin|sink))\w*",
    re.IGNORECASE,
)
_FROM: Final = re.compile(
    r"\b(?:(?P<above>above|over|past|beyond|north of)|(?P<below>below|under|beneath|south of))[\s*_]{1,3}$|"
    r"\b(?:at|from)[\s*_]{1,3}$",
    re.IGNORECASE,
)
_ON: Final = re.compile(
    r"[\s*_]{0,3}(?:(?P<above>(?:or|and) (?:higher|above|more|beyond|up\w*|over)|upwards?)|(?P<below>(?:or|and) (?:lower|"
    r"below|less|down\w*|under)|"
    r"downwards?))\b",
    re.IGNORECASE,
)
_FAR: Final = {1: (1.02, 1.1, 1.3, 1.7), -1: (0.98, 0.85, 0.6, 0.3)}


def located(text: str, facts: Facts) -> str:
    """The sentence with named strikes and break-evens as their levels."""
    return text if "strike" not in text and "break" not in text else _NAMED.sub(lambda m: _level(m, facts), text)


def _level(m: re.Match[str], facts: Facts) -> str:
    head = "strike" if m["what"].lower().startswith("strike") else "break_even"
    wing = 1 if m["upper"] else -1 if m["lower"] else 0
    found = {t.value for t in facts.things if head in t.heads and t.marks.get("wing") == wing}
    return f"{found.pop():g}" if len(found) == 1 else m.group()


def wrong_place(text: str, payoff: Payoff) -> str:
    """What is wrong with the places that a sentence compares or goes on from, in plain words; "" where nothing is."""
    return _compared(text, payoff) or _lasting(text, payoff)


def _compared(text: str, payoff: Payoff) -> str:
    if "than" not in text and "exceed" not in text:
        return ""
    degrees = list(_DEGREE.finditer(text))
    if len(degrees) != 1 or _DENIED.search(text):
        return ""
    places: list[tuple[int, str, float]] = []
    for n in numerals(text):
        m = _PLACE.search(text, max(0, n.start - 34), n.start)
        if m is not None and n.unit in ("", "points"):
            factor = 1.0 if m["at"] else 1.6 if m["above"] else 0.4
            places.append((n.start, n.written, payoff(n.value * factor)))
    if len(places) != 2 or not places[0][0] < degrees[0].start() < places[1][0]:
        return ""
    kind = str(degrees[0].lastgroup)
    way = {"worse": -1, "milder": 1, "more": 1, "less": -1}[kind]
    if kind in ("more", "less") and _LOSS.search(text):
        way = -way
    gap = places[0][2] - places[1][2]
    return f"it is the other way at {places[0][1]} and {places[1][1]}" if gap * way < 0 and abs(gap) > 1e-9 else ""


def _lasting(text: str, payoff: Payoff) -> str:
    m = _LASTING.search(text)
    if m is None or _DENIED.search(text, 0, m.end()):
        return ""
    said = (1 if m["up"] else -1) * (-1 if m["loss"] else 1)
    for n in numerals(text):
        before, after = _FROM.search(text, max(0, n.start - 14), n.start), _ON.match(text, n.end)
        if before is None or n.unit not in ("", "points"):
            continue
        side = 1 if before["above"] else -1 if before["below"] else 0
        if not side and after is not None:
            side = 1 if after["above"] else -1
        if side:
            levels = [payoff(n.value * f) for f in _FAR[side]]
            made = {(b > a + 1e-9) - (a > b + 1e-9) for a, b in pairwise(levels)}
            return f"it does not go on beyond {n.written}" if said not in made else ""
    return ""
