"""A future whose worth was told, at another price: what it makes or loses."""

from __future__ import annotations

import re
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.conversation.further_step import Derived
from assistant.understanding.text.quantities import Reading
from tools.contracts import SPECIFICATIONS

_MOVED: Final = re.compile(
    r"^\W*(?:(?:and|so|ok|but|then|now|what|whats|happens|if|when|suppose|say) ){0,4}(?:it|vix|vx1?|price|the future|that"
    r"|they)? ?"
    r"(?:goes|went|go|rises|rose|falls|fell|drops|dropped|jumps|moves|climbs|spikes|settles|closes|gets|is)"
    r"(?: (?:up|down|back|out)){0,2} (?:to|at) \$?(\d++(?:\.\d++)?)\W*$"
)


def moved(reading: Reading, results: tuple[Any, ...]) -> Derived | None:
    """What a future whose worth was told makes or loses at another price, held long."""
    result, moved = results[-1], _MOVED.search(reading.lower)
    a_point = result.inputs["product"] in SPECIFICATIONS and "option" not in result.inputs["product"]
    if moved is None or len(reading.quantities) != 1 or not a_point:
        return None
    terms = {"entry": result.inputs["price"], "leave": float(moved[1]), "contracts": result.inputs["contracts"]}
    size = SPECIFICATIONS[result.inputs["product"]].per_point
    note = f"the future was bought at {result.inputs['price']:g}; sold at it, a gain is a loss."
    return Derived((Call("round_trip", {**terms, "multiplier": size}),), (note,))
