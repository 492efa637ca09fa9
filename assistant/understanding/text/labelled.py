"""Numbers by the labels beside them: "ema12 of my put iv = 19.42", "0.62 average gain and 0.25 average loss".

A writer puts labels before the numbers or after them, and keeps to it; whichever of the two gives more labels a number is
the reading, and of equals the one with the fewer words between. Words may stand between, but no other number and no label.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from assistant.understanding.text.quantities import Quantity, Reading

_WIDEST: Final = 44  # letters between a label and its number
_APART: Final = re.compile(r"[.;?!](?!\d)|,\s\w{1,12}\s\w{1,12}\s\w")
_JOINED: Final = re.compile(r"[,;:/=|]|\b(?:vs|versus|and|or|against|with)\b")
_COUNTED: Final = re.compile(
    r"[\s-]{0,2}(?:periods?|days?|bars?|weeks?|sessions?|dte|lots?|contracts?|times)\b(?!\s?(?:of|=|is)?\s?-?\d)"
)
_SPAN: Final = re.compile(r"\b(?:periods?|span|length|over|n)(?: of| is| ?=)? ?$")


@dataclass(frozen=True)
class Labelled:
    """Values by label, and the numbers that no label took."""

    values: Mapping[str, float]
    rest: tuple[Quantity, ...] = field(default=())


def labelled(reading: Reading, labels: Mapping[str, re.Pattern[str]]) -> Labelled:
    """The numbers of `reading` by the labels beside them; a label that stands several times has its first number.

    `reading` is of the text as typed. Numbers inside a label ("ema12"), counts of bars and percentages are no values; a
    percentage of volatility is one in points.
    """
    text = reading.lower
    names = sorted((m.start(), m.end(), name) for name, pattern in labels.items() for m in pattern.finditer(text))
    names = [n for place, n in enumerate(names) if not any(other[0] <= n[0] < other[1] for other in names[:place])]
    numbers = [
        q
        for q in reading.quantities
        if q.unit != "count"
        and not any(start <= q.start < end for start, end, _ in names)
        and not (q.value.is_integer() and _COUNTED.match(text, q.end))
        and not _SPAN.search(text, 0, q.start)
    ]
    ahead, behind = _paired(text, names, numbers, after=True), _paired(text, names, numbers, after=False)
    best = max((ahead, behind), key=lambda found: (len(found), -sum(gap for _, gap in found.values())))
    taken = {quantity for quantity, _ in best.values()}
    values = {name: _value(quantity) for name, (quantity, _) in best.items()}
    return Labelled(values, tuple(q for q in numbers if q not in taken))


def _paired(
    text: str, names: list[tuple[int, int, str]], numbers: list[Quantity], *, after: bool
) -> dict[str, tuple[Quantity, int]]:
    """Each label with the next number after it (or before it), where nothing else stands between."""
    out: dict[str, tuple[Quantity, int]] = {}
    for start, end, name in names:
        if after:
            quantity = next((q for q in numbers if q.start >= end), None)
            edges = (end, quantity.start) if quantity else (0, 0)
        else:
            quantity = next((q for q in reversed(numbers) if q.end <= start), None)
            edges = (quantity.end, start) if quantity else (0, 0)
        if quantity is None or name in out or edges[1] - edges[0] > _WIDEST:
            continue
        if not after and _JOINED.search(text[slice(*edges)]):  # "iv 18.7, mean 24": the first is no mean
            continue
        if _APART.search(text[slice(*edges)]) or any(edges[0] <= other[0] < edges[1] for other in names):
            continue
        out[name] = (quantity, edges[1] - edges[0])
    return out


def _value(quantity: Quantity) -> float:
    """A percentage as typed: volatilities are in points here."""
    return round(quantity.value * 100, 12) if quantity.unit == "percent" else quantity.value
