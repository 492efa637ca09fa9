"""Legs with one price for all together: any that are told one by one, and a butterfly of puts from its three strikes."""

from __future__ import annotations

import re
from typing import Final

from assistant.understanding.filling.frame import Frame
from assistant.understanding.filling.structures import Arguments, leg, strikes
from assistant.understanding.positions.condors import is_credit, is_sold
from assistant.understanding.positions.spreads import priced
from assistant.understanding.text.leg_clauses import in_units
from assistant.understanding.text.quantities import Reading, blanked

# A verb, not the option: "put on 20/25/35", "i put it on".
_PUTS: Final = re.compile(r"\bputs\b(?! (?:on|it|them)\b)|\bput\b(?! (?:on|it|them|that|this|up|down|money|together)\b)|\dp\b")
_CALLS: Final = re.compile(r"\bcalls?\b|\dc\b")
_LEG: Final = re.compile(r"(?<!\d)\d++(?:\.\d++)?\s?-?(?:calls?|puts?|c|p)\b")


def put_butterfly(reading: Reading) -> Arguments | None:
    """A 1:-2:1 butterfly of puts, bought or sold, from three strikes in either order and one price."""
    if _PUTS.search(reading.lower) is None or _CALLS.search(reading.lower) is not None or len(reading.ladders) != 1:
        return None
    rungs = sorted(reading.ladder)
    if len(rungs) != 3 or len(set(rungs)) != 3:
        return None
    sold = is_sold(reading.lower)
    sides = ("short", "long", "short") if sold else ("long", "short", "long")
    legs = [leg(side, "put", strike, quantity=count) for side, strike, count in zip(sides, rungs, (1, 2, 1), strict=True)]
    return priced(reading.without_ladders, legs, credit=sold or is_credit(reading.lower))


def together(reading: Reading) -> Arguments | None:
    """Two legs or more with no prices of their own and one for all; None for the call butterfly, which is a tool of its own."""
    legs = reading.legs
    if len(legs) < 2 or any(found.premium is not None for found in legs) or strikes(reading) is not None:
        return None
    held, times = in_units(legs)
    rows = [leg(found.side, found.kind, found.strike, quantity=found.quantity) for found in held]
    spans = [m.span() for m in _LEG.finditer(reading.lower)]
    found_price = priced(blanked(reading.lower, spans), rows, credit=is_credit(reading.lower))
    return None if found_price is None else {**({"contracts": times} if times > 1 else {}), **found_price}


PACKAGES: Final = (
    Frame("position", r"\bputs?\b|\dp\b", structure=put_butterfly, unless=r"\biron\b|\bspreads?\b|\bcondors?\b"),
    Frame("position", r"\d\s?-?(?:calls?|puts?|c|p)\b", structure=together),
)
