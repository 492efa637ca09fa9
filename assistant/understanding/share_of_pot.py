"""What a future makes or loses as a share of the money that is set aside for it ("drops 3 points, how much of the pot")."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call
from assistant.understanding.calculations import Calculation, numbered
from assistant.understanding.quantities import Reading
from assistant.understanding.steps import From

_POT: Final = r"(?:pot|account|acct|budget|capital|stake|kitty|fund|portfolio|book|cash|money|hedge|set aside|purse|sleeve)"
_ASKED: Final = re.compile(
    rf"\b(?:how much|what|which|how many|share|percent(?:age)?|part|fraction|portion)\b[^.?!]{{0,40}}\b{_POT}\b"
    rf"|\b(?:share|percent(?:age)?|part|fraction|portion)\b|%|\b{_POT}\b[^.?!]{{0,24}}\b(?:gone|lost|left|eaten|burn\w*)\b"
)
_LEAST: Final = 300.0  # dollars; no future is quoted as high


def share_of_pot(reading: Reading, single: Calculation) -> tuple[Calculation, ...]:
    """The trade and its result as a share of the one sum that is named beside it; () where that is not asked."""
    given = single.call.arguments
    if single.call.tool != "position" or single.missing or given.get("settlement") is None or "legs" not in given:
        return ()
    if any(leg["kind"] not in ("future", "VX", "VXM") for leg in given["legs"]) or _ASKED.search(reading.lower) is None:
        return ()
    sums = [q for q in reading.quantities if q.unit in ("money", "plain") and q.value >= _LEAST]
    if len(sums) != 1:
        return ()
    part = Call("part_of", {"amount": From("position", "risk"), "whole": sums[0].value})
    return Calculation(single.call, sources=numbered(reading), note=single.note), Calculation(part)
