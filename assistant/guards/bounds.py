"""Round figures between which a true one lies: "under a quarter", "tops $26,000", "more than 75, less than 80".

Such a numeral stands in no source and need not: it is right where a computed figure lies on the side that is said, and near.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.guards.numeral import Numeral

_NEARLY: Final = r"just|only just|barely|slightly|somewhat|marginally|a (?:bit|little|touch|shade|tad|hair)"
_IS: Final = (
    r"(?:is|are|was|were|be|been|sits?|sat|stands?|stood|stays?|stayed|lies?|lands?|comes? (?:in|to|out)|came (?:in|to|out)|"
    r"remains?|ends?|ended|at|of|by|to|for|well|far|still|that's|it's|makes?|made|earns?|loses?|lost|costs?|and|or|[,:–—(-])"
)
_BOUND: Final = re.compile(
    r"(?:^|(?<=\s))(?:(?P<almost>almost|nearly|not quite|close to)|"
    rf"(?P<near>{_NEARLY}) (?:(?P<up1>over|above|more than|past)|under|below|less than|beneath|short of|shy of)|"
    rf"(?:{_IS} |^)(?:(?P<wide>well|far|comfortably|clearly|easily) |still |now |already )?"
    r"(?:(?P<up2>over|above|past|beyond|north of)|under|below|beneath|south of)|"
    r"(?P<up3>more than|greater than|higher than|at least|upwards of|tops|topped|topping|exceeds?|exceeded|exceeding|"
    r"better than|in excess of|no less than)|less than|fewer than|lower than|short of|shy of|at most|no more than)"
    r" (?:the |even )?$",
    re.IGNORECASE,
)
_BEFORE: Final = 40  # characters
_NEAR, _FAR = 0.03, 0.1
_PARTS: Final = 3.5  # how much farther a fraction in words may lie off: there are few of them
_PLACES: Final = 2  # significant digits of a round figure


def bounded(numeral: Numeral, text: str) -> tuple[float, float] | None:
    """Between which values a figure must lie of which the numeral is said to be a bound; None where it is no round bound."""
    m = _BOUND.search(text, max(0, numeral.start - _BEFORE), numeral.start)
    if m is None or not numeral.value:
        return None
    in_words = numeral.unit == "share" and not any(c.isdigit() for c in numeral.written)
    if not in_words and len(f"{numeral.value:.12g}".replace(".", "").strip("0")) > _PLACES:
        return None
    if in_words and m["wide"]:
        return (numeral.value, 1.0) if m["up2"] else (0.0, numeral.value)
    reach = (_NEAR if m["near"] or m["almost"] else _FAR) * (
        _PARTS if in_words or "quarter" in numeral.written.lower() else 1.0
    )
    above = m["up1"] or m["up2"] or m["up3"]
    return (numeral.value, numeral.value * (1 + reach)) if above else (numeral.value * (1 - reach), numeral.value)
