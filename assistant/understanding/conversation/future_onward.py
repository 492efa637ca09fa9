"""A future whose worth was told, at another price: what it makes or loses."""

from __future__ import annotations

import re
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.conversation.further_step import Derived
from assistant.understanding.text.quantities import Reading
from tools.contracts import SPECIFICATIONS

_MOVED: Final = re.compile(
    r"^\W*(?:(?:and|so|ok|but|then|now|what|whats|happens|if|when|suppose|say) ){0,4}(?:it|(?P<index>vix)|vx1?|price|the future"
    r"|that|they)? ?"
    r"(?:mark(?:ed|s)?|trad(?:es|ing)|now|goes|went|go|rises|rose|falls|fell|drops|dropped|jumps|moves|climbs|spikes|settles"
    r"|closes|ends|finishes|expires|gets|is)"
    r"(?:(?: (?:up|down|back|out|now|is)){0,2} (?:to|at)|(?<=\bmark)(?: (?:is|now))?|(?<=\bnow)) \$?(?P<at>\d++(?:\.\d++)?)\W*$"
)
_BY: Final = re.compile(
    r"^\W*(?:(?:and|so|ok|but|then|now|what|happens|if|when|suppose|say|by how much|it|vx1?|price|the future|that|they"
    r"|vix),? ){0,5}"
    r"(?:(?P<up>goes up|go up|went up|rises?|rose|gains?|gained|jumps?|jumped|climbs?|climbed|up|spikes?|moves? up)"
    r"|(?P<down>goes down|go down|went down|falls?|fell|loses?|lost|drops?|dropped|slides?|down|sinks?"
    r"|moves? down)) (?:by )?(?:another )?"
    r"(?P<by>\d++(?:\.\d++)?) ?(?:points?|pts?)\b"
)
_FAR: Final = 5.0  # times what it was left at; what is more is the price of something else


def moved(reading: Reading, results: tuple[Any, ...]) -> Derived | None:
    """What a future whose worth was told makes or loses at another price, held long."""
    result, moved = results[-1], _MOVED.search(reading.lower)
    if result.tool == "round_trip":
        return _left_at(reading, result, moved)
    a_point = result.inputs["product"] in SPECIFICATIONS and "option" not in result.inputs["product"]
    by = _BY.search(reading.lower) if moved is None else None
    if (moved is None and by is None) or len(reading.quantities) != 1 or not a_point:
        return None
    entry = float(result.inputs["price"])
    leave = float(moved["at"]) if moved is not None else entry + _points(by) if by is not None else entry
    if leave <= 0:
        return None
    terms = {"entry": entry, "leave": round(leave, 9), "contracts": result.inputs["contracts"]}
    size = SPECIFICATIONS[result.inputs["product"]].per_point
    note = f"the future was bought at {result.inputs['price']:g}; sold at it, a gain is a loss."
    return Derived((Call("round_trip", {**terms, "multiplier": size}),), (note,))


def _points(said: re.Match[str]) -> float:
    """The points by which it moves, below zero where it falls."""
    return float(said["by"]) * (1 if said["up"] else -1)


def _left_at(reading: Reading, result: Any, moved: re.Match[str] | None) -> Derived | None:
    """The same trade, left at the price to which it moves; None where the index moves, which is not what was traded."""
    if moved is None or moved["index"] or len(reading.quantities) != 1:
        return None
    at = float(moved["at"])
    if not result.inputs["leave"] / _FAR < at < result.inputs["leave"] * _FAR:
        return None
    terms = {name: value for name, value in result.inputs.items() if name != "fees" or value}  # none were told
    return Derived((Call("round_trip", {**terms, "leave": at}),), ("the same trade, left at that price.",))
