"""A profit that is wanted, and the price that makes it asked for: "what VIX gives me $200", "where do I make 50%?"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from assistant.understanding.filling.slots import Slot, fill
from assistant.understanding.text.quantities import Reading

_PRICE_ASKED: Final = (
    r"\b(?:what|which|whats|what's)\b(?: \w{1,12}){0,3} (?:vix|vro|settlements?|settle\w*|levels?|prices?|prints?|close|values?"
    r"|numbers?|expir\w+)\b|\bwhere\b|\bhow (?:far|high|low|much (?:higher|lower))\b"
    r"|\b(?:vix|settlement|price|level)s? (?:level )?(?:for|to make|to get|needed|that|where|at which)\b|\bneeds? to\b"
)
"""How people ask at which price something comes about."""

_MADE: Final = (
    r"\b(?:make|makes|making|made|earns?|earning|gives?|giving|gets?|getting|nets?|brings?|pays?|profit|gain|returns?|clears?"
    r"|up)(?: (?:me|us|you|out|of|about|at least|an?|needed|wanted)){0,2}"
)
_WON: Final = r"(?:dollars? )?(?:of )?(?:net )?(?:profit|gain)\b"
_ANY: Final = r"[a-z,:;]|^"
_LEAST: Final = 5.0  # dollars; "where do I make 3.15" is in points

TARGETS: Final = (
    Slot(
        "target_return",
        units=("percent",),
        before=rf"{_MADE}|\b(?:for|an?)",
        after=r"(?:returns?|profit|gain|roi\b|on (?:my|the|what|it)|up\b)",
        about=_PRICE_ASKED,
        low=0.01,
    ),
    Slot(
        "target",
        units=("plain", "money"),
        before=r"\b(?:lose|loses|losing|lost|loss of|down)(?: (?:me|us|about|only))?",
        about=_PRICE_ASKED,
        low=_LEAST,
        negate=True,
    ),
    Slot("target", units=("plain", "money"), before=_MADE, after=_WON, about=_PRICE_ASKED, low=_LEAST),
    Slot("target", units=("plain", "money"), before=_ANY, about=_PRICE_ASKED, signed=True, low=_LEAST),
    Slot("target", units=("plain", "money"), before=_ANY, about=_PRICE_ASKED, signed=True, high=-_LEAST),
)
IN_POINTS: Final = (  # of one unit; what it comes to in dollars depends on how many there are
    Slot(
        "target_points",
        before=r"\b(?:lose|loses|losing|lost|loss of|down)(?: (?:me|us|about|only|exactly))?",
        after=r"(?:points?|pts?)\b",
        about=_PRICE_ASKED,
        both=True,
        negate=True,
    ),
    Slot("target_points", before=rf"{_MADE}(?: exactly)?", after=r"(?:points?|pts?)\b", about=_PRICE_ASKED, both=True),
)
_FEW: Final = 5  # words of a change
_TO_MAKE: Final = re.compile(r"\b(?:make|making|earn|profit|gain|get|clear|win)(?: of)?\s?\$?$")


def asks_target(reading: Reading) -> bool:
    """Whether the question asks for the price that makes a profit named in it."""
    return bool(reading.quantities) and bool(fill(reading, TARGETS).arguments)


def target_changed(reading: Reading, known: Mapping[str, Any]) -> dict[str, Any]:
    """The target of a payoff, named anew or ("and for $300?") as the one amount of few words; empty where there is none."""
    if named := fill(reading, TARGETS).arguments:
        return named
    if not known.keys() & {"target", "target_return"} or len(reading.quantities) != 1 or len(reading.lower.split()) > _FEW:
        return {}
    (wanted,) = reading.quantities
    if wanted.unit == "percent":
        return {"target_return": wanted.value}
    sum_named = wanted.unit == "money" or (wanted.unit == "plain" and _TO_MAKE.search(reading.before(wanted)) is not None)
    return {"target": wanted.value} if sum_named and wanted.value >= _LEAST else {}
