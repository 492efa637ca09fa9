"""What a position of options and futures makes or loses at settlement: the result shared by `butterfly` and `position`."""

from __future__ import annotations

import math
from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, overload

import numpy as np
import pandas as pd

from tools.asked_settlement import say_settlement
from tools.errors import ToolError
from tools.payoff import Payoff, Zone, exact, number
from tools.profit_zone import say_break_evens
from tools.result import Result
from tools.target import say_target
from tools.wording import fixed, gain, level, listed, points, stretch

if TYPE_CHECKING:
    import plotly.graph_objects as go


@dataclass(frozen=True, kw_only=True)
class Outcome(Result):
    """The figures at settlement. A unit is one butterfly, or the position as its legs give it.

    Attributes:
        break_evens: settlement prices that bound the profit, in index points, ascending; () where there is none.
        max_profit: best result in dollars for the whole position, inf where unbounded; negative where even that is a loss.
        max_loss: worst result in signed dollars for the whole position (a loss is negative), -inf where unbounded;
            positive where it cannot lose.
        max_profit_points: the same best result in index points per unit, fees counted.
        max_loss_points: the same worst result in signed index points per unit, fees counted.
        reward_to_risk: max profit over max loss; None where either is unbounded or there is no profit or no loss.
        best_at: the settlement price of the best result; None where it is a stretch of prices or unbounded.
        cost_of_zone_point: dollars paid in all for each point of the zone; None where nothing is paid or the zone has no end.
        profit_zone_width: width of all stretches with a profit, in index points; 0 where there is none, inf where open.
        profit_zone_share: that width as a share of the way between the outer strikes; None where it reaches beyond them.
        tail: value in points per unit at and above the highest strike, before its cost; ±inf where it is not level there.
        contracts: how many units.
        multiplier: dollars a point.
        fees: dollars per unit, all legs.
        settlement: the settlement price asked about, or None.
        settlement_value: value in points per unit at that price, before its cost.
        settlement_profit_points: profit in points per unit at that price, fees counted.
        settlement_profit: profit in dollars for the whole position at that price.
        settlement_of_max: that profit as a share of the max profit; None where it is a loss or there is no bounded profit.
        settlement_return: that profit as a share of what was paid, fees counted; None where it is a loss or nothing was paid.
        to_break_even: points from that price to the nearest break-even, negative downwards; None where it makes no loss there.
        target: the profit in dollars for the whole position whose settlement prices are asked for, or None.
        target_at: the settlement prices at which it is made, in index points, ascending; () where none makes it.
    """

    break_evens: tuple[float, ...]
    max_profit: float
    max_loss: float
    max_profit_points: float
    max_loss_points: float
    reward_to_risk: float | None
    best_at: float | None
    profit_zone_width: float
    profit_zone_share: float | None
    cost_of_zone_point: float | None
    tail: float
    contracts: int = 1
    multiplier: float = 100.0
    fees: float = 0.0
    settlement: float | None = None
    settlement_value: float | None = None
    settlement_profit_points: float | None = None
    settlement_profit: float | None = None
    settlement_of_max: float | None = None
    settlement_return: float | None = None
    to_break_even: float | None = None
    target: float | None = None
    target_at: tuple[float, ...] = ()

    @property
    @abstractmethod
    def name(self) -> str:
        """What the position is called, e.g. '25/30/35 butterfly'."""

    @property
    @abstractmethod
    def strikes(self) -> tuple[float, ...]:
        """The strikes, ascending."""

    @property
    def worst_where(self) -> str:
        """The settlement prices of the worst result in words, e.g. 'at or above 40'; "" where it is unbounded."""
        return _places(self._profit.lowest[1])

    @property
    def best_where(self) -> str:
        """The settlement prices of the best result in words; "" where it is unbounded."""
        return _places(self._profit.highest[1])

    def zones_above(self, profit: float) -> tuple[Zone, ...]:
        """The stretches of settlement price with more than so many dollars of profit, ascending."""
        return self._profit.less(exact(profit) / self._dollars).zones

    @overload
    def value_at(self, price: float) -> float: ...
    @overload
    def value_at(self, price: np.ndarray | pd.Series) -> np.ndarray: ...
    def value_at(self, price: float | np.ndarray | pd.Series) -> float | np.ndarray:
        """Value at settlement in points per unit, before its cost. ToolError for a price below 0 or not finite."""
        return _at(self._value, price)

    @overload
    def profit_at(self, price: float) -> float: ...
    @overload
    def profit_at(self, price: np.ndarray | pd.Series) -> np.ndarray: ...
    def profit_at(self, price: float | np.ndarray | pd.Series) -> float | np.ndarray:
        """Profit at settlement in dollars for the whole position, cost and fees counted. Errors as `value_at`."""
        return _at(self._profit.times(self._dollars), price)

    def payoff(self, grid: Sequence[float] | np.ndarray | pd.Series | None = None) -> pd.DataFrame:
        """Columns price, value (points per unit) and profit (dollars, whole position), one row a price.

        Without a grid the rows are the corners: 0, the strikes and the break-evens.
        """
        prices = _prices("grid", sorted({0.0, *self.strikes, *self.break_evens}) if grid is None else grid)
        if prices.ndim != 1:
            raise ToolError("grid", grid, "a list of prices")
        return pd.DataFrame({"price": prices, "value": self.value_at(prices), "profit": self.profit_at(prices)})

    def figure(self) -> go.Figure:
        """The payoff at settlement in dollars with strikes, break-evens, best point and the settlement asked about."""
        from tools.diagram import payoff_diagram

        return payoff_diagram(self)

    # What a subclass says about itself -------------------------------------------------------------------------------
    @property
    @abstractmethod
    def _value(self) -> Payoff:
        """Value in points per unit, before its cost."""

    @property
    @abstractmethod
    def _cost(self) -> Fraction:
        """Cost in points per unit, fees counted."""

    @property
    @abstractmethod
    def _dollars(self) -> Fraction:
        """Dollars in one point of the whole position."""

    @abstractmethod
    def _as_money(self, value: float) -> str:
        """Signless points per unit as dollars in words, e.g. '$415 per butterfly ($2,490 for 6)'."""

    @abstractmethod
    def _after(self) -> str:
        """The cost as a phrase, e.g. 'after the 0.85 debit'."""

    # The sentences both results share --------------------------------------------------------------------------------
    @cached_property
    def _profit(self) -> Payoff:
        return self._value.less(self._cost)

    def _gain(self, value: float) -> str:
        return gain(value) + (f" = {self._as_money(abs(value))}" if value else "")

    def _say_break_evens(self) -> str:
        return say_break_evens(self, self._profit)

    def _say_best(self) -> str:
        best, where = self._profit.highest
        if best == math.inf:
            each = self._as_money(number(self._profit.slope))
            return f"**Max profit:** unlimited; above {level(self.strikes[-1])} each point adds {each}."
        value = number(best)
        if value <= 0:
            return f"**Best outcome:** {self._gain(value)}, {_places(where)}."
        return f"**Max profit:** {points(value)} points = {self._as_money(value)}, {_places(where)}{self._made_of(best)}."

    def _say_worst(self) -> str:
        worst = self._profit.lowest[0]
        if worst == -math.inf:
            each = self._as_money(number(-self._profit.slope))
            return f"**Max loss:** unlimited; above {level(self.strikes[-1])} each point costs {each}."
        value = number(worst)
        if value >= 0:
            said = f"**Worst outcome:** {self._gain(value)}, {self.worst_where}: it cannot lose at settlement."
            return said + (" A price that leaves no risk is most often a stale or wrong quote." if value else "")
        said = f"**Max loss:** {points(-value)} points = {self._as_money(-value)}, {self.worst_where}{self._made_of(-worst)}."
        if self.reward_to_risk is not None:
            ratio, over = fixed(self.reward_to_risk, 2), f"{points(self.max_profit_points)}/{points(-value)}"
            said += f" Max profit is {over} = {ratio} times max loss, a reward-to-risk ratio of {ratio} to 1."
        return said

    def _made_of(self, result: Fraction | float) -> str:
        """The width between strikes and the cost that a best or worst result is made of; "" where it is one of them alone."""
        made = exact(number(result))
        cost = abs(self._cost)
        for width, sign in ((made + cost, "−"), (made - cost, "+")):
            if cost and width > 0 and width in {abs(worth) for worth in self._value.values}:
                return f" ({level(number(width))} {sign} {points(number(cost))} points)"
        return ""

    def _say_asked(self, unit: str) -> list[str]:
        """What there is to say of the settlement and of the target asked about; [] where neither was."""
        gained = self._gain(self.settlement_profit_points or 0.0)
        at = say_settlement(self, unit, cost=number(self._cost), after=self._after(), gained=gained)
        return [*at, *say_target(self)]


def _at(payoff: Payoff, price: object) -> float | np.ndarray:
    prices = _prices("price", price)
    return number(payoff.at(exact(float(prices)))) if prices.ndim == 0 else payoff.over(prices)


def _prices(name: str, given: object) -> np.ndarray:
    allowed = "finite prices of 0 or more (index points)"
    try:
        raw = np.asarray(given)
        prices = raw.astype(float) if raw.dtype.kind in "iufO" else np.array(np.nan)
    except (TypeError, ValueError) as error:
        raise ToolError(name, given, allowed, "Give a number or a list of numbers.") from error
    if not bool(np.all(np.isfinite(prices) & (prices >= 0))):
        raise ToolError(name, given, allowed)
    return prices


def _places(where: tuple[Zone, ...]) -> str:
    return listed(stretch(low, high) for low, high in where)
