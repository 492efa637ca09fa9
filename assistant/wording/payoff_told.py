"""Why a payoff rises, falls or lies flat: piece by piece between its strikes, with the legs that make each piece do so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from math import inf
from typing import Any, Final

from assistant.understanding.text.quantities import Reading
from tools.butterfly import Butterfly
from tools.legs import Leg
from tools.outcome import Outcome
from tools.wording import level, listed, points, stretch

_BELOW: Final = re.compile(r"\b(?:below|under|beneath|before|lower|left)\b")


def payoff_told(outcome: Outcome, question: str) -> str:
    """Every piece of the payoff of one unit, the one that the question speaks of first."""
    legs = _legs(outcome)
    edges = [0.0, *sorted({leg.strike for leg in legs if leg.pays != "future"}), inf]
    told = [(low, high, _piece(outcome, legs, low, high)) for low, high in pairwise(edges) if low < high]
    asked = _asked(question, [(low, high) for low, high, _ in told])
    lines = [f"**{text}**" if (low, high) == asked else text for low, high, text in told]
    cost = _cost(outcome)
    parts = [
        f"**Why the {outcome.name} pays as it does at settlement**, for one unit:",
        "\n".join(f"- {line}" for line in lines),
    ]
    if cost:
        taken = "is taken off" if cost > 0 else "is added"
        word = "paid" if cost > 0 else "received"
        fees = " with fees" if outcome.fees else ""
        parts.append(
            f"What was {word}, {points(abs(cost))} points{fees}, {taken} at every price: it moves the line, not its bends."
        )
    return "\n\n".join(parts)


def _legs(outcome: Outcome) -> Sequence[Leg]:
    if isinstance(outcome, Butterfly):
        rows = (("long", outcome.lower, 1), ("short", outcome.body, 2), ("long", outcome.upper, 1))
        return [Leg(side, "call", strike, 0.0, quantity) for side, strike, quantity in rows]  # type: ignore[arg-type]
    found: Any = outcome
    return tuple(found.legs)


def _piece(outcome: Outcome, legs: Sequence[Leg], low: float, high: float) -> str:
    """One stretch between two strikes: which legs move there, by how much together, and where that ends at an extreme."""
    where = stretch(low, high)
    where = where[0].upper() + where[1:]
    live = [leg for leg in legs if _moves(leg, low, high)]
    slope = sum(_weight(leg, outcome.multiplier) for leg in live)
    parts = listed(f"the {_named(leg)} {_word(leg, outcome.multiplier)}" for leg in live)
    if not live:
        return f"{where} none of its options is worth anything, so the result stays the same{_extreme(outcome, low, ', at')}."
    if slope == 0:
        return f"{where} the legs cancel, so the result stays the same{_extreme(outcome, low, ', at')}: for each point {parts}."
    end = _extreme(outcome, high, ", to") if high < inf else ", without end"
    return f"{where} the result {'rises' if slope > 0 else 'falls'} by {abs(slope):g} for each point{end}: {parts}."


def _extreme(outcome: Outcome, price: float, word: str) -> str:
    """The result at `price` where it is the best or the worst."""
    made = round(outcome.value_at(price) - _cost(outcome), 9)
    if made == round(outcome.max_profit_points, 9):
        return f"{word} the best result of {points(made)} points"
    return f"{word} the worst result of {points(made)} points" if made == round(outcome.max_loss_points, 9) else ""


def _cost(outcome: Outcome) -> float:
    """Points paid for one unit with fees; negative where more was received."""
    return round(outcome.value_at(0.0) - outcome.profit_at(0.0) / (outcome.multiplier * outcome.contracts), 9)


def _moves(leg: Leg, low: float, high: float) -> bool:
    """Whether the leg's value changes between two neighbouring strikes: a call above its strike, a put below it."""
    return leg.pays == "future" or (leg.strike <= low if leg.pays == "call" else leg.strike >= high)


def _weight(leg: Leg, multiplier: float) -> int:
    """Points that the leg gains for each point of the underlying."""
    return -leg.weight(multiplier) if leg.pays == "put" else leg.weight(multiplier)


def _named(leg: Leg) -> str:
    many = f"{leg.quantity:,} " if leg.quantity > 1 else ""
    held = "bought" if leg.side == "long" else "sold"
    thing = "future" if leg.pays == "future" else f"{level(leg.strike)} {leg.pays}"
    return f"{many}{held} {thing}{'s' if leg.quantity > 1 else ''}"


def _word(leg: Leg, multiplier: float) -> str:
    weight = _weight(leg, multiplier)
    return f"{'gain' if weight > 0 else 'lose'}{'s' if leg.quantity == 1 else ''} {abs(weight):g}"


def _asked(question: str, stretches: Sequence[tuple[float, float]]) -> tuple[float, float] | None:
    """The stretch that begins, or with "below" ends, at the level that the question names, or that holds it."""
    reading = Reading(question)
    levels = [q.value for q in reading.quantities if q.unit == "plain"]
    if not levels:
        return None
    below = _BELOW.search(reading.lower) is not None
    inside = ((low, high) for low, high in stretches if (low < levels[0] <= high if below else low <= levels[0] < high))
    return next(inside, None)
