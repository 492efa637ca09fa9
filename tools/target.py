"""The profit that somebody wants from a position at settlement, and the settlement prices that make it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from tools.errors import ToolError
from tools.wording import between, listed, money, percent, points

if TYPE_CHECKING:
    from tools.outcome import Outcome


def target_in_dollars(target: float | None, share: float | None, paid: float) -> float | None:
    """The target in dollars for the whole position: as given, or as a share of the dollars `paid`; None where there is none.

    Raises:
        ToolError: both are given, or a share of a position that cost nothing.
    """
    if share is None:
        return target
    if target is not None:
        raise ToolError("target_return", share, "left out where a target in dollars is given", "Give one or the other.")
    if paid <= 0:
        raise ToolError("target_return", share, "a share of a position that was paid for", "Give the target in dollars.")
    wanted = round(share * paid, 9)
    if not math.isfinite(wanted):
        raise ToolError("target_return", share, "a share whose dollars are within floating point")
    return wanted


def say_target(held: Outcome) -> list[str]:
    """The settlement prices that make the target, or why none does; [] where none was asked for."""
    if held.target is None:
        return []
    word = "profit" if held.target > 0 else "loss"
    wanted = f"a {word} of {money(abs(held.target))}" if held.target else "neither profit nor loss"
    if held.target and held.contracts > 1:
        wanted += f" for all {held.contracts:,}"
    if (share := held.inputs.get("target_return")) is not None:
        wanted += f", {percent(share)} of what was paid"
    if held.target > held.max_profit:
        return [f"**No settlement makes {wanted}:** the best result is {money(held.max_profit)}, {held.best_where}."]
    if held.target == held.max_profit:
        return [f"**Settled {held.best_where} it makes {wanted}**, its best result."]
    if not held.target_at:
        return [f"**No settlement makes {wanted}:** each makes more."]
    prices = listed((points(price) for price in held.target_at), "or")
    more = listed(between(*zone) for zone in held.zones_above(held.target))
    return [f"**Settled at {prices} it makes {wanted}**; {more} it does better."]
