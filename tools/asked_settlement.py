"""The settlement price that somebody asks about, in plain words: what a position is worth and makes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.payoff import exact, number
from tools.wording import level, listed, money, percent, points

if TYPE_CHECKING:
    from tools.outcome import Outcome

_INLINE = 60  # a longer line of working is not put into a sentence


def say_settlement(held: Outcome, unit: str, *, cost: float, after: str, gained: str) -> list[str]:
    """Value and profit at the settlement asked about, and the way from there to a break-even; [] where none was asked for.

    Args:
        held: the position.
        unit: what is held, as "one butterfly".
        cost: its cost in points, fees counted.
        after: the cost as a phrase, as "after the 0.85 debit".
        gained: the profit there in words, as "a loss of 0.85 points = $85".
    """
    if held.settlement is None or held.settlement_value is None or held.settlement_profit_points is None:
        return []
    worked = next((s.expression for s in held.working() if s.what == f"Value at {level(held.settlement)}"), "")
    said = f"**At a settlement of {_price(held.settlement)}** {unit} is worth "
    if worked and len(worked) <= _INLINE:
        said += f"{worked} = "
    word, _, rest = gained.partition(" of ")
    if cost and rest:
        sign = 1 if held.settlement_profit_points > 0 else -1
        first, second = sorted((sign * held.settlement_value, -sign * cost), reverse=True)
        gained = f"{word} of {points(first)} {'−' if second < 0 else '+'} {points(abs(second))} = {rest}"
    dollars = number(exact(held.settlement_value) * exact(held.multiplier))
    worth = f"{points(held.settlement_value)} points = {money(dollars)}" if held.settlement_value else "0.00 points"
    if held.contracts > 1 and held.settlement_value:
        whole = exact(held.settlement_value) * exact(held.multiplier) * held.contracts
        worth += f" ({money(number(whole))} for {held.contracts:,})"
    return [f"{said}{worth}; {after} that is {gained}{_shares(held)}.", *_way(held)]


def _way(held: Outcome) -> list[str]:
    """How far the settlement asked about is from the nearest break-even, where it makes a loss there."""
    if held.to_break_even is None or not held.settlement:
        return []
    share = abs(held.to_break_even) / held.settlement
    way = f"{points(abs(held.to_break_even))} points" + (f" ({percent(share)})" if share < 1 else "")
    return [
        f"From {_price(held.settlement)} it is {way} {'up' if held.to_break_even > 0 else 'down'} to the nearest "
        "break-even, by the value it settles at."
    ]


def _shares(held: Outcome) -> str:
    """What the profit at the settlement is of the max profit and of what was paid; "" where it is neither."""
    shares = ((held.settlement_of_max, "of the max profit"), (held.settlement_return, "of what was paid"))
    said = [f"{percent(share)} {what}" for share, what in shares if share is not None]
    return f", {listed(said)}" if said else ""


def _price(price: float) -> str:
    return level(price) if price.is_integer() or round(price, 4) != price else points(price)
