"""Tranches of one budget, each bought at a price of its own: "30% start with flies at .85, the first add at 1.25, units each?".

Or one tranche at several prices: "how many per 20% add at .80 and at 1.30".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.calculation import Calculation, numbered
from assistant.understanding.filling.points import LEAST
from assistant.understanding.hedge.hedge_words import FIRST_BY_NUMBER
from assistant.understanding.text.quantities import Quantity, Reading
from assistant.understanding.text.sought import Sought
from tools.contracts import SPECIFICATIONS
from tools.methodology import METHOD

_UNIT: Final = Sought(r"\b(?:fl(?:y|ies)|butterfl\w+|b?flies|bfly|contracts?|units?|spreads?)\b")
_ASKED: Final = re.compile(r"\b(?:how many|number of|units?|contracts|flies|count|each)\b")
_AT_EACH: Final = re.compile(r"\b(?:at|for|with) (?:each|both|either|the two|all) (?:of the )?(?:two )?(?:prices?|costs?)\b")
_LATER: Final = re.compile(
    r"\b(?:(?:first|second|third|fourth|1st|2nd|3rd|next|later|every|each|an?|the|20\s?%) (?:20\s?% )?(?:adds?|additions?"
    r"|steps?|increments?)|(?:second|third|fourth|2nd|3rd|4th|next|later) (?:tranche|layer|slice|one)|(?:tranche|layer|slice) "
    r"(?:two|three|four|[2-5])|(?:the )?(?:second|third|fourth|2nd|3rd|4th|next|later)|add|adds)\b"
)
_FIRST: Final = re.compile(
    rf"\b(?:{FIRST_BY_NUMBER}|(?:first|1st|opener|opening|initial|start(?:s|ed|ing|er)?|beg[aiu]n\w*)\b)"
)
_NUMBERED: Final = re.compile(r"\b(?:tranche|layer|slice|step|add) (?:no\.? ?|#)?$")
_ORDINAL: Final = re.compile(r"(?:st|nd|rd|th)\b")
_PARTED: Final = re.compile(r"[,;.?!](?!\d)|\b(?:and|then|but)\b")
_OTHER: Final = re.compile(
    r"\b(?:averag\w*|avg|blended|settle\w*|break-?evens?|profit|strikes?|sold|sell|credit|wacc|irr|delta|budget so|mean)\b"
)
_LEAST: Final = 300.0  # dollars of a budget
_MOST: Final = 4


def priced_in_turn(reading: Reading) -> tuple[Calculation, ...]:
    """The whole units of each tranche at its price; () where not one budget and several prices with their tranches are told."""
    text = reading.lower
    if _UNIT.search(text) is None or _ASKED.search(text) is None or _OTHER.search(text) or reading.ladders or reading.legs:
        return ()
    prices = [
        q for q in reading.quantities if q.unit in ("plain", "money") and 0 < q.value < LEAST and not q.value.is_integer()
    ]
    sums = [q for q in reading.quantities if q.unit in ("plain", "money") and q.value >= _LEAST]
    shares = [q for q in reading.quantities if q.unit == "percent"]
    # "opener 25 on 6k at .90, then the 20 at 1.10": shares of the method without their sign
    shares += [replace(q, value=q.value / 100, unit="percent") for q in reading.quantities if _is_bare_share(reading, q)]
    places = {q.start for q in (*prices, *sums, *shares)}
    rest = [q for q in reading.quantities if q.start not in places]
    if not 2 <= len(prices) <= _MOST or len(sums) != 1 or not all(_is_place(reading, q) for q in rest):
        return ()
    if any(not 0 < q.value < 1 for q in shares):
        return ()
    told = _of_one(text, prices, shares) if _AT_EACH.search(text) else _in_turn(text, prices, shares)
    a_point = SPECIFICATIONS["VIX option"].per_point
    calls = [
        Call("units_for_budget", {"budget": sums[0].value, "unit_cost": round(price * a_point, 9), "share": share})
        for price, each in told
        for share in each
    ]
    return tuple(Calculation(call, sources=numbered(reading)) for call in calls)


def _is_bare_share(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number is a tranche's share without its sign."""
    low, high = (100 * share for share in METHOD.first.value)
    sized = quantity.value == 100 * METHOD.step.value or low <= quantity.value <= high
    return quantity.unit == "plain" and sized and _UNIT.match(reading.after(quantity).strip()) is None


def _is_place(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number only says which tranche is meant ("layer 2", "the 2nd")."""
    return _NUMBERED.search(reading.before(quantity)) is not None or _ORDINAL.match(reading.after(quantity)) is not None


def _of_one(text: str, prices: list[Quantity], shares: list[Quantity]) -> list[tuple[float, tuple[float, ...]]]:
    """Each price with the one tranche that is asked about."""
    if len(shares) > 1:
        return []
    of = (shares[0].value,) if shares else (METHOD.step.value,) if _LATER.search(text) else METHOD.first.value
    return [(price.value, of) for price in prices]


def _in_turn(text: str, prices: list[Quantity], shares: list[Quantity]) -> list[tuple[float, tuple[float, ...]]]:
    """Each price with the shares of the tranche that its part of the sentence names; [] where one names none."""
    ends = [m.start() for m in _PARTED.finditer(text)] + [len(text)]
    told: list[tuple[float, tuple[float, ...]]] = []
    start = 0
    for price in prices:
        end = next(at for at in ends if at >= price.end)
        part, own = text[start:end], [q.value for q in shares if start <= q.start < end]
        later, first = _LATER.search(part), _FIRST.search(part)
        if len(own) > 1 or not (own or later or first):
            return []
        told.append((price.value, tuple(own) or ((METHOD.step.value,) if later else METHOD.first.value)))
        start = end
    return told
