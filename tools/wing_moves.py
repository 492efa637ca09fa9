"""The neighbours of a butterfly on the listed strikes, and the trades that lead from it to each of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from tools.butterfly import Butterfly, butterfly
from tools.errors import ToolError
from tools.leg_quotes import LegQuote
from tools.payoff import exact, number

Trade = tuple[int, float, float]
Quote = Callable[[float, int], LegQuote]

# Steps along the listed strikes of (lower, body, upper).
MOVES: Final[Mapping[str, tuple[int, int, int]]] = {
    "narrower wings": (1, 0, -1),
    "wider wings": (-1, 0, 1),
    "narrower upper wing": (0, 0, -1),
    "wider upper wing": (0, 0, 1),
    "narrower lower wing": (1, 0, 0),
    "wider lower wing": (-1, 0, 0),
    "shifted up": (1, 1, 1),
    "shifted down": (-1, -1, -1),
}


@dataclass(frozen=True)
class Neighbour:
    """A butterfly that another can be turned into.

    Attributes:
        name: the move that leads there.
        fly: the butterfly, its debit what has then been paid in all.
        change: what moving there costs in index points; below 0 it brings in.
        trades: the (count, strike, price) of what moving there buys (above 0) and sells.
    """

    name: str
    fly: Butterfly
    change: Fraction = Fraction(0)
    trades: tuple[Trade, ...] = ()

    def row(self) -> dict[str, Any]:
        """The neighbour as a row of a table; NaN where there is no break-even."""
        fly, ends = self.fly, self.fly.break_evens
        return {
            "alternative": self.name,
            "lower": fly.lower,
            "body": fly.body,
            "upper": fly.upper,
            "change": number(self.change),
            "total": fly.debit,
            "break_even_low": next((e for e in ends if e <= fly.body), float("nan")),
            "break_even_high": next((e for e in ends if e > fly.body), float("nan")),
            "max_profit": fly.max_profit_each,
            "max_loss": fly.max_loss_each,
            "tail": fly.tail,
        }


def neighbours(fly: Butterfly, listed: Sequence[float], quote: Quote) -> tuple[list[Neighbour], list[str]]:
    """Every neighbour that can be traded, and why the others are left out.

    Args:
        fly: the butterfly as it is; its strikes are listed.
        listed: the listed strikes, rising.
        quote: gives the quotes of a strike for a quantity; ToolError where the side it trades at is missing.
    """
    found: list[Neighbour] = []
    left_out: list[str] = []
    unlisted: list[str] = []
    for name, steps in MOVES.items():
        places = [listed.index(k) + step for k, step in zip(fly.strikes, steps, strict=True)]
        if min(places) < 0 or max(places) >= len(listed) or not places[0] < places[1] < places[2]:
            unlisted.append(name)
            continue
        target = tuple(listed[place] for place in places)
        try:
            trades = _trades(fly.strikes, target, quote)
        except ToolError as error:
            left_out.append(f"{name}, as the chain has {error.given}")
            continue
        change = sum((count * exact(price) for count, _, price in trades), Fraction(0))
        found.append(Neighbour(name, _moved(fly, target, change), change, trades))
    if unlisted:
        left_out.append(f"for want of a listed strike: {', '.join(unlisted)}")
    return found, left_out


def _trades(present: Sequence[float], target: Sequence[float], quote: Quote) -> tuple[Trade, ...]:
    """The trades from one butterfly to the other, each at the side at which it trades at once."""
    counts: dict[float, int] = {}
    for strikes, sign in ((present, -1), (target, 1)):
        for strike, weight in zip(strikes, (1, -2, 1), strict=True):
            counts[strike] = counts.get(strike, 0) + sign * weight
    out: list[Trade] = []
    for strike, count in sorted(counts.items()):
        if count:
            leg = quote(strike, count)
            price = leg.ask if count > 0 else leg.bid
            assert price is not None, "a leg without the price it trades at is refused when it is read"
            out.append((count, strike, price))
    return tuple(out)


def _moved(fly: Butterfly, target: Sequence[float], change: Fraction) -> Butterfly:
    total = number(exact(fly.debit) + change)
    lower, body, upper = target
    return butterfly(lower, body, upper, total, multiplier=fly.multiplier, fees=fly.fees)
