"""Payoff at expiry as an exact piecewise-linear function of the settlement price, in closed form and never on a grid.

Units are index points per unit. The price runs from 0 (neither VIX nor a share can go below it) to infinity. Every decimal
that comes in is taken as the decimal it was written as and computed with as a fraction, so 25 + 0.85 is 25.85 and a stretch
that is worth exactly nothing is recognised as such, without a tolerance.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Literal

import numpy as np

from tools.errors import ToolError

Kind = Literal["call", "put", "future"]
Zone = tuple[float, float]


@dataclass(frozen=True)
class Payoff:
    """A continuous piecewise-linear function on prices from 0 up.

    Attributes:
        kinks: prices at which the slope changes, ascending; the first is 0.
        values: the value at each kink.
        slope: the slope at and above the last kink.
    """

    kinks: tuple[Fraction, ...]
    values: tuple[Fraction, ...]
    slope: Fraction

    @classmethod
    def of(cls, holdings: Iterable[tuple[int, Kind, float]]) -> Payoff:
        """The payoff of (signed quantity, kind, strike) holdings; a future's strike is its entry price."""
        held = [(quantity, kind, exact(strike)) for quantity, kind, strike in holdings]
        bends: dict[Fraction, int] = {}
        slope = Fraction(0)
        start = Fraction(0)
        for quantity, kind, strike in held:
            if kind != "call":
                slope += quantity if kind == "future" else -quantity
                start += -quantity * strike if kind == "future" else quantity * strike
            if kind != "future":
                bends[strike] = bends.get(strike, 0) + quantity
        kinks, values = [Fraction(0)], [start]
        for strike in sorted(k for k, bend in bends.items() if bend):
            values.append(values[-1] + slope * (strike - kinks[-1]))
            kinks.append(strike)
            slope += bends[strike]
        return cls(tuple(kinks), tuple(values), slope)

    def less(self, cost: Fraction) -> Payoff:
        """The same payoff after paying `cost` (negative: after receiving a credit)."""
        return Payoff(self.kinks, tuple(v - cost for v in self.values), self.slope)

    def times(self, factor: Fraction) -> Payoff:
        """The same payoff `factor` times over."""
        return Payoff(self.kinks, tuple(v * factor for v in self.values), self.slope * factor)

    def at(self, price: Fraction) -> Fraction:
        """The value at one price."""
        i = bisect_right(self.kinks, price) - 1
        return self.values[i] + self._slopes[i] * (price - self.kinks[i])

    def over(self, prices: np.ndarray) -> np.ndarray:
        """The values at many prices, in floating point."""
        kinks, values = np.array(self.kinks, dtype=float), np.array(self.values, dtype=float)
        beyond = np.maximum(prices - kinks[-1], 0.0)
        return np.asarray(np.interp(prices, kinks, values) + float(self.slope) * beyond)

    @property
    def zones(self) -> tuple[Zone, ...]:
        """The stretches of price where the value is above zero, ascending; open at ends where it is zero."""
        found: list[list[Fraction | float]] = []
        for i, (left, value, slope) in enumerate(zip(self.kinks, self.values, self._slopes, strict=True)):
            right: Fraction | float = self.kinks[i + 1] if i + 1 < len(self.kinks) else math.inf
            root = left - value / slope if slope else None
            crosses = root is not None and left < root < right
            if value > 0:
                low, high = left, root if crosses and root is not None else right
            elif slope > 0 and (value == 0 or crosses):
                low, high = root if root is not None else left, right
            else:
                continue
            if found and found[-1][1] == low and value > 0:
                found[-1][1] = high
            else:
                found.append([low, high])
        return tuple((number(low), number(high)) for low, high in found)

    @property
    def break_evens(self) -> tuple[float, ...]:
        """The prices that bound the zones above zero, ascending, () where there is none.

        Where a whole stretch is worth exactly zero, only its end towards a profit counts; a payoff that reaches zero and
        never rises above it has none.
        """
        ends = {end for zone in self.zones for end in zone if math.isfinite(end)}
        return tuple(sorted(end for end in ends if end or self.values[0] == 0))

    def reaching(self, value: Fraction) -> tuple[float, ...]:
        """The prices that bound the stretches above `value`, ascending, or the ends of those where it is the highest value."""
        if value == self.highest[0]:
            return tuple(sorted({end for zone in self.highest[1] for end in zone if math.isfinite(end)}))
        return self.less(value).break_evens

    @property
    def highest(self) -> tuple[Fraction | float, tuple[Zone, ...]]:
        """The largest value and where it is reached; (inf, ()) where it rises without limit."""
        if self.slope > 0:
            return math.inf, ()
        return max(self.values), self.where(max(self.values))

    @property
    def lowest(self) -> tuple[Fraction | float, tuple[Zone, ...]]:
        """The smallest value and where it is reached; (-inf, ()) where it falls without limit."""
        if self.slope < 0:
            return -math.inf, ()
        return min(self.values), self.where(min(self.values))

    @property
    def tail(self) -> float:
        """The value at and above the last kink; ±inf where it is not level there."""
        return number(self.values[-1]) if self.slope == 0 else math.copysign(math.inf, self.slope)

    def where(self, value: Fraction) -> tuple[Zone, ...]:
        """The kinks at `value`, as (price, price), joined with the level stretches between them, as (low, high)."""
        found: list[list[float]] = []
        level_before = False
        for kink, here, slope in zip(self.kinks, self.values, self._slopes, strict=True):
            if here == value:
                if level_before:
                    found[-1][1] = number(kink)
                else:
                    found.append([number(kink), number(kink)])
            level_before = here == value and slope == 0
        if level_before:
            found[-1][1] = math.inf
        return tuple((low, high) for low, high in found)

    @cached_property
    def _slopes(self) -> tuple[Fraction, ...]:
        rises = zip(self.kinks, self.values, self.kinks[1:], self.values[1:], strict=False)
        return (*((y1 - y0) / (x1 - x0) for x0, y0, x1, y1 in rises), self.slope)


def exact(value: float) -> Fraction:
    """`value` as the decimal it is written as: 0.85 is 85/100, not its binary neighbour."""
    return Fraction(repr(float(value)))


def number(value: Fraction | float) -> float:
    """The nearest float; ToolError where the amounts are beyond floating point."""
    try:
        return float(value)
    except OverflowError as error:
        raise ToolError("amounts", "a figure beyond 1e308", "within the range of floating-point numbers") from error
