"""The figures of a staged hedge that a question tells, each by its role: the sums, the shares, what is in, a unit's cost.

"I've spent 6,500 and that's 65%": a number's role is told by what binds it to another, by the word nearest to it, by its
unit, and by its size where no word tells it (a hedge is a few percent of an account, a first tranche a quarter or so, a
later one a fifth). Where the role of one number stays unclear, that is counted, and nothing is to be made of the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from assistant.understanding.hedge.figures_told import Figures
from assistant.understanding.hedge.hedge_links import (
    comes_to,
    is_slice,
    is_whole,
    multiplied,
    old_price,
    passed_over,
    range_told,
    risen_from,
    role_of_units,
    shares_in_turn,
    spread_told,
    timed,
)
from assistant.understanding.hedge.hedge_words import (
    SHARES,
    SUMS,
    WHOLES,
    Item,
    counts_units,
    items,
    nearest,
    of_unit,
    walk,
)
from assistant.understanding.hedge.spoken_shares import in_signs
from assistant.understanding.text.quantities import Quantity, Reading, blanked

_TAKEN_OF: Final = ("of", "off", "taken")
_LOST: Final = frozenset(("lost", "loses", "lose"))
_ADDS: Final = frozenset(("adds", "additions", "increments", "steps", "raises"))
_HAVE: Final = frozenset(("hold", "holding", "have", "own", "bought", "got", "in_"))
_BOUGHT: Final = frozenset(("bought", "filled", "owned", "held"))
_SLICE: Final = frozenset(("tranche", "layer", "slice", "opener", "opening", "l1", "l2", "add", "step"))
_WHOLE_OF: Final = frozenset(("of", "on", "with", "from", "into"))
_LEAST: Final = 50.0  # dollars
_LEAST_BARE: Final = 300.0  # dollars, where nothing says that they are
_POINTS: Final = 10.0  # what costs less is quoted in points
_UNIT_MOST: Final = 3000.0  # dollars
_UNIT_DEAR: Final = 1000.0
_SMALL: Final = 0.12  # of an account
_FIRST: Final = 0.25
_NARROW: Final = 0.34
_FIFTH: Final = 0.2  # what a later tranche is
_HALF: Final = 0.5
_ALL: Final = 100.0  # percent
_OF_HUNDRED: Final = ("first", "step", "target", "on", "left")  # told as "begin at 25", "a full 20", "until 100"
_STEP: Final = 20.0
_MORE: Final = frozenset(("full", "another", "whole", "further", "single", "more", "next"))
_IN_CASH: Final = {"on": "on_cash", "left": "left_cash", "first": "first_cash", "step": "step_cash", "slice": "step_cash"}


def figures(reading: Reading) -> Figures:
    """The figures of the question."""
    found = Figures()
    text = in_signs(reading.lower)
    ranged, risen, turns, spread = range_told(text), risen_from(text), shares_in_turn(text), spread_told(text)
    old = old_price(text)
    found.ranged = ranged is not None
    if spread is not None:
        found.hedge, found.hedge_most = spread[1:]
    spans = [span for span in (ranged, risen, turns and turns[0], spread and spread[0], old and old[0]) if span]
    reading = Reading(multiplied(blanked(text, spans, "·")))
    told = tuple(Item("on") if item.number is not None and timed(reading, item.number) else item for item in items(reading))
    places = [(n, q) for n, item in enumerate(told) if (q := item.number) is not None and not passed_over(reading, q)]
    roles = _roles(reading, told, places)
    for (_, quantity), played in zip(places, roles, strict=True):
        beside_old = old is not None and not played and quantity.unit != "percent" and quantity.value < _POINTS
        beside_old |= (
            "planned" in roles
            and "cost" not in roles
            and not played
            and 0 < quantity.value < _POINTS
            and quantity.value % 1 > 0
        )
        role = "cost" if beside_old else played  # the one price beside the old one, or beside a number of units
        found.tell(role, _in_unit(role, quantity.value))
    if old is not None and found.cost is not None:
        found.old_cost = _in_unit("cost", old[1])
    _name(found, () if turns is None else turns[1], opens=any(SHARES.get(item.word) == "first" for item in told))
    return found


def _roles(reading: Reading, told: Sequence[Item], places: Sequence[tuple[int, Quantity]]) -> list[str]:
    """The role of each number: of shares first, as a sum that one comes to is of the same kind."""
    pairs = list(pairwise(places))
    wholes = {b: a for (_, a), (_, b) in pairs if is_whole(reading, a, b)}
    equal = {q: p for (_, a), (_, b) in pairs if comes_to(reading, a, b) for q, p in ((a, b), (b, a))}
    shares = {
        q: _share(
            told,
            n,
            q.value,
            chained=any(p is q and w.unit == "percent" for w, p in wholes.items()),
            of_sum=any(p is q and w.unit != "percent" for w, p in wholes.items()),
        )
        for n, q in places
        if q.unit == "percent"
    }
    priced = any(of_unit(told, n, broken=q.value < _POINTS and q.value % 1 > 0) for n, q in places)
    bare = all(q.unit == "plain" and q.value <= _ALL for _, q in places)
    out = []
    for place, quantity in places:
        if quantity.unit == "percent":
            role = shares[quantity]
        elif quantity.value >= _LEAST and priced and is_slice(reading, quantity):
            role = "slice_cash"
        elif of_units := role_of_units(reading, quantity):
            role = of_units
        elif quantity in wholes:
            cue = nearest(told, place, SUMS)
            role = cue if cue in ("account", "budget") else "unnamed"
        else:
            part = any(p is quantity for p in wholes.values())
            role = _sum(told, place, quantity, part=part, bare=bare)
            if quantity in equal and quantity.value >= _LEAST and role not in ("budget", "account", "cost"):
                of_share = _IN_CASH.get(shares[equal[quantity]], "")
                role = of_share or role
        out.append(role)
    return out


def _in_unit(role: str, value: float) -> float:
    """The figure in dollars or as a fraction, however it was typed."""
    scale = 100.0 if role == "cost" and value < _POINTS else 0.01 if role in _OF_HUNDRED and value > 1 else 1.0
    return round(value * scale, 12)


def _share(told: Sequence[Item], place: int, value: float, *, chained: bool, of_sum: bool) -> str:
    """The role of a share; "" where it is unclear."""
    cue = nearest(told, place, SHARES)
    if not 0 < value <= 1:
        return ""
    if value == 1 or (cue == "target" and value >= _NARROW):
        return "target"
    if chained:  # "25% of 2% of 500k"
        used = any(SHARES.get(item.word) == "on" for item in told)
        return "on" if used else "first" if value >= _FIRST else "step"
    ahead = told[place - 1].word if place else ""
    if ahead in _LOST or (told[place - 2 : place - 1] and told[place - 2].word in _LOST):
        return "lost"
    of_rest = "left" in [item.word for item in told[place + 2 : place + 4]]  # "20% of what's left"
    if ahead in ("what's", "whats") and not of_rest:
        return "asked"
    if (ahead == "from" or [item.word for item in told[max(0, place - 2) : place]] == ["in_", "with"]) and value <= _HALF:
        return "first"  # "up from 25%", "went in with 28%"
    if cue in ("left", "target") and next(walk(told, place, 1), "") in _TAKEN_OF:  # "20% of the rest" is a later tranche
        cue = "step"
    if cue in ("on", "left"):
        return cue
    if value <= _SMALL and cue != "step":
        return "hedge"
    if cue == "first" and _SMALL < value <= _HALF and value != _FIFTH:  # also one that is outside the article's range
        return "first"
    if cue == "each" or (cue in ("step", "slice") and value < _FIRST):  # "3 adds after the 25%": the first one's
        return cue if cue == "slice" else "step"
    if _FIRST <= value <= _NARROW:
        return "first"
    return "slice" if value == _FIFTH else "on" if value > _NARROW else "first" if of_sum else ""


def _sum(told: Sequence[Item], place: int, quantity: Quantity, *, part: bool, bare: bool) -> str:
    """The role of a number that is no percentage; "unnamed" for a sum that no word names, "" where it is unclear.

    `bare` says that no number of the text has a sign of percent or money: shares are told without it ("at 65 now").
    """
    value = quantity.value
    if quantity.unit == "plain" and value.is_integer() and counts_units(told, place):
        return "planned"
    units = any(counts_units(told, n) for n, item in enumerate(told) if item.number is not None)
    counted = quantity.unit == "plain" and value.is_integer() and value < _LEAST_BARE and units
    if counted and (_HAVE & set(list(walk(told, place, -1))[:2]) or next(walk(told, place, 1), "") in _BOUGHT):
        return "bought"
    broken = value < _POINTS and not value.is_integer()
    if quantity.unit == "plain" and value == _STEP and place and told[place - 1].word in _MORE:
        return "step"
    broken |= quantity.unit == "money" and value < _UNIT_DEAR  # "unit 140 bucks"
    if value < _UNIT_MOST and quantity.unit != "count" and of_unit(told, place, broken=broken):
        return "cost"
    cue = nearest(told, place, SUMS)
    if quantity.unit == "plain" and (0.2 <= value <= _HALF or (value.is_integer() and 20 <= value <= _ALL)):
        of_share = "first" if place and told[place - 1].word == "from" else nearest(told, place, SHARES)
        told_so = ("first", "target", "on", "left") if bare else ("first",) if value < _LEAST else ("target",)
        return of_share if of_share in told_so else ""
    if value >= _LEAST_BARE and _ADDS & set(walk(told, place, -1)) and next(walk(told, place, 1), "") in ("each", "apiece"):
        return "step_cash"
    if value < _LEAST or quantity.unit == "count" or _no_sum(told, place, quantity, cue):
        return ""
    if part:
        return _IN_CASH.get(cue, "on_cash")
    named = [word for word in walk(told, place, -1) if word not in ("a", "an", "the", "my", "our", "about")]
    if cue not in ("account", "budget") and named and named[0] in _WHOLE_OF:  # "a 25% start on $10,000"
        return "unnamed"
    return _IN_CASH.get(cue, cue) or "unnamed"


def _no_sum(told: Sequence[Item], place: int, quantity: Quantity, cue: str) -> bool:
    """Whether a number is a year, a small count, or a sum of one among several ("85 dollars each", "costs me 1,900")."""
    bare = quantity.unit == "plain" and cue not in WHOLES
    if bare and (quantity.value < _LEAST_BARE or (quantity.value.is_integer() and 1980 <= quantity.value <= 2060)):
        return True
    each = next(walk(told, place, 1), "") in ("each", "apiece")
    before = [word for word in walk(told, place, -1) if word != "me"][:2]  # "costs 2% of 500k": the whole
    if before[1:] and before[1] in _SLICE:  # "first layer cost 1,120"
        return each
    return each or (before[:1] != ["of"] and any(word in ("cost", "costs", "costing") for word in before))


def _name(found: Figures, turns: tuple[float, ...], *, opens: bool) -> None:
    """Roles for the sums that no word names: the account of a share of one, or the budget; and for shares told in turn."""
    begun = tuple(v for v in (found.first_cash, found.on_cash) if v is not None)
    if found.budget is not None and len(begun) < 2 and len(begun) + len(found.unnamed) > 1:
        turns_told = (*begun, *found.unnamed)
        if found.unnamed and found.hedge is None and sum(turns_told) <= found.budget:
            found.turns, found.unnamed, found.first_cash, found.on_cash = turns_told, [], None, None
    for value in found.unnamed:
        if found.account is None and found.budget is not None and value > found.budget:
            found.account = value  # "a 10k plan …, how much of my 400k": more than the hedge can only be what it is for
        elif found.hedge is not None and found.account is None and found.budget is None:
            found.account = value
        else:
            found.tell("first_cash" if opens and found.budget is not None else "budget", value)
    if found.hedge is not None and found.account is None and found.budget is not None:
        found.account, found.budget = found.budget, None
    if turns and turns[0] < _FIRST:  # "25 first, then 20, 20"
        found.slices, turns = (*found.slices, *turns), ()
    if turns:
        found.unread += len(found.slices)
        found.slices = turns
    elif found.slices and (found.first is not None or (found.on is not None and found.on <= _HALF)):
        found.slices = (found.first or found.on or 0.0, *found.slices)
        found.on = None if found.first is None else found.on
    elif len(found.slices) == 1:  # a fifth alone is the later tranche
        found.step, found.slices = found.slices[0], ()
    if found.slices and found.left is not None and round(sum(found.slices) + found.left, 9) != 1:
        found.unread += 1
