"""Campaigns carried out on a price: every purchase and sale with its costs, and the account bar by bar.

The account is cash plus units held × price × multiplier, all paid in full: nothing is borrowed and no margin is modelled.
Half the spread and the cost of a contract are paid on every purchase and on every sale.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tools.campaigns import Campaign, Step

_ROUNDING = 1e-9  # of a unit: a slice that pays for 10 units but for the last bit buys 10


@dataclass(frozen=True)
class Terms:
    """On what terms one unit is dealt in.

    Attributes:
        multiplier: dollars a point.
        cost: dollars a unit, for each purchase and each sale.
        spread: points between bid and ask around the price.
        whole: whether units are whole.
    """

    multiplier: float
    cost: float
    spread: float
    whole: bool

    def paid(self, price: float) -> float:
        """Dollars that one unit costs to buy."""
        return (price + self.spread / 2) * self.multiplier + self.cost

    def got(self, price: float) -> float:
        """Dollars that one unit brings when it is sold."""
        return (price - self.spread / 2) * self.multiplier - self.cost

    def units(self, cash: float, price: float) -> float:
        """How many units a sum of cash buys."""
        each = self.paid(price)
        if cash <= 0 or each <= 0:
            return 0.0
        return float(math.floor(cash / each + _ROUNDING)) if self.whole else cash / each


@dataclass(frozen=True)
class Fill:
    """One purchase (units above 0) or sale (below 0); `cash` is what it adds to the account, `held` the units after it.

    `tranche` counts from 1 and is 0 for a sale; a purchase of 0 units is a slice too small for one unit.
    """

    campaign: int
    tranche: int
    step: Step
    units: float
    price: float
    cash: float
    held: float


@dataclass(frozen=True)
class Account:
    """Fills, and per bar of the price: units held, cash and equity in dollars, after the fills of that bar."""

    fills: tuple[Fill, ...]
    units: np.ndarray
    cash: np.ndarray
    equity: np.ndarray


def carried_out(
    campaigns: Sequence[Campaign], price: np.ndarray, shares: Sequence[float], budget: float, terms: Terms
) -> Account:
    """The account of `campaigns` on `price`.

    Args:
        campaigns: oldest first, none overlapping another.
        price: one price a bar, in points.
        shares: running share of the budget after each tranche; the budget of a campaign is the account as it begins.
        budget: dollars to begin with.
        terms: multiplier, costs and spread.
    """
    fills: list[Fill] = []
    cash = budget
    for number, campaign in enumerate(campaigns, 1):
        base, held = cash, 0.0
        for tranche, (step, share) in enumerate(zip((campaign.entry, *campaign.adds), shares, strict=False), 1):
            # What is spent over the running share carries over what a slice could not spend to the next.
            units = terms.units(base * share - (base - cash), float(price[step.bar]))
            paid = units * terms.paid(float(price[step.bar]))
            cash, held = cash - paid, held + units
            fills.append(Fill(number, tranche, step, units, float(price[step.bar]), -paid, held))
        if campaign.leave is not None and held:
            got = held * terms.got(float(price[campaign.leave.bar]))
            cash += got
            fills.append(Fill(number, 0, campaign.leave, -held, float(price[campaign.leave.bar]), got, 0.0))
    holding, balance = _levels(fills, budget, len(price))
    return Account(tuple(fills), holding, balance, balance + holding * price * terms.multiplier)


def _levels(fills: Sequence[Fill], budget: float, bars: int) -> tuple[np.ndarray, np.ndarray]:
    """Units and cash per bar; each level stands until the next fill."""
    held, cash = [0.0], [budget]
    for fill in fills:
        held.append(fill.held)
        cash.append(cash[-1] + fill.cash)
    at = np.searchsorted([fill.step.bar for fill in fills], np.arange(bars), side="right") if fills else np.zeros(bars, int)
    return np.array(held)[at], np.array(cash)[at]
