"""One forward at several rates of interest: "what does parity imply at r = 0, and what if r = 5%?"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.positions.pricing import share
from assistant.understanding.text.tokens import NUMBER

_N: Final = NUMBER
_NAMED: Final = re.compile(
    rf"\b(?:rates?|interest|r)\b(?: (?:of|is|at|was|=)){{0,2}}\s?[=:]?\s?(?P<n>{_N})\s?(?P<mark>%|percent)?"
)
_LISTED: Final = re.compile(
    rf"(?<![\w.])(?P<n>{_N})\s?(?P<mark>%|percent)(?! vol| iv)|\bzero (?:rates?|interest)|\brates? zero"
)
_LISTS: Final = re.compile(rf"\brates?(?: of| at|:)? (?P<row>{_N}\s?%?(?:\s?(?:,|and|/|or|, and|&)\s?{_N}\s?%?){{1,4}})")
_MOST: Final = 0.3  # of a rate


def each_rate(text: str, single: Calculation) -> tuple[Calculation, ...]:
    """The calculation at each rate that lower-case `text` tells; the one given where it tells a single one."""
    if "years" not in single.call.arguments or not ("%" in text or "rate" in text or "r =" in text or "r=" in text):
        return (single,)
    found: dict[float, int] = {}
    for match in _LISTS.finditer(text):
        for n in re.finditer(rf"({_N})\s?(%)?", match["row"]):
            found.setdefault(share(n[1], n[2] or ("%" if "%" in match["row"] else None)), match.start() + n.start())
    for pattern in (_NAMED, _LISTED):
        for match in pattern.finditer(text):
            found.setdefault(share(match["n"], match["mark"]) if match["n"] else 0.0, match.start())
    rates = sorted((r for r in found if r <= _MOST), key=found.__getitem__)
    if len(rates) < 2:
        return (single,)
    return tuple(replace(single, call=Call(single.call.tool, {**single.call.arguments, "rate": r})) for r in rates)
