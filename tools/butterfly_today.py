"""What a call butterfly is worth before expiry: each leg by Black-76 at its own volatility, off the future of its expiry.

Value, greeks and, where the debit is known, the profit if it were closed at these model values; also the chance that the
future settles between the break-evens, for a lognormal future with the body's volatility.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

import numpy as np

from tools.black import value
from tools.black76 import Black76, black76, model_assumptions
from tools.black_working import price_steps
from tools.butterfly import Butterfly, butterfly
from tools.expression import dollars, figure, function
from tools.finish import chance_steps, settles_between
from tools.methodology import Assumption
from tools.parameters import Cost, Count, Multiplier, Number, Points, Price, Strike, checked
from tools.payoff import exact, number
from tools.result import Result
from tools.wording import fixed, gain, level, money, percent, points, significant
from tools.working import WorkingStep, step

Vol = Annotated[float, Number("fraction", "as a decimal: 0.208 is 20.8%", low=0, high=10, open_low=True)]
YearsToGo = Annotated[float, Number("number", "years to expiry", low=0, high=100, open_low=True)]
Rate = Annotated[float, Number("fraction", "a year, continuously compounded; 0.05 is 5%", low=-0.5, high=1)]

RATIO = (1, -2, 1)


@dataclass(frozen=True, kw_only=True)
class ButterflyToday(Result):
    """A butterfly before expiry, in index points for one butterfly unless a field says dollars.

    Attributes:
        value: model value of one butterfly.
        dollars: model value in dollars for all contracts.
        delta: change of the value per point of the future.
        gamma: change of delta per point of the future.
        vega: change of the value when all three volatilities rise by one point (0.01).
        theta: change of the value per calendar day at an unchanged future.
        legs: the three options priced alone, lower, body, upper.
        at_expiry: what it would be worth if the future settled where it is now.
        profit: dollars for all contracts if closed at the model value, fees counted; None without a debit.
        break_evens: at settlement; () without a debit or where there is none.
        chance: probability of a profit at settlement, lognormal with the body's volatility; None without a debit.
    """

    tool: ClassVar[str] = "butterfly_value_today"
    value: float
    dollars: float
    delta: float
    gamma: float
    vega: float
    theta: float
    legs: tuple[Black76, Black76, Black76]
    at_expiry: float
    profit: float | None
    break_evens: tuple[float, ...]
    chance: float | None

    def summary(self) -> str:
        """The value, the greeks, what settlement at this level would bring, and profit and chance where the debit is known."""
        given = self.inputs
        strikes = "/".join(level(given[name]) for name in ("lower", "body", "upper"))
        count = given.get("contracts", 1)
        worth = money(self.dollars)
        if count > 1:
            worth = f"{money(self.value * given.get('multiplier', 100.0))} a butterfly ({worth} for {count:,})"
        vols = ", ".join(percent(given[f"vol_{leg}"], 2) for leg in ("lower", "body", "upper"))
        low, middle, high = (points(float(leg.price)) for leg in self.legs)
        lines = [
            f"Priced leg by leg at {vols}: {low} − 2 × {middle} + {high}.",
            f"Settled at this level it would be worth {points(self.at_expiry)} points.",
            f"Delta {fixed(self.delta, 4)}, gamma {significant(self.gamma, 4)}, vega {significant(self.vega, 4)} points per "
            f"volatility point, theta {significant(self.theta, 4)} points per calendar day.",
        ]
        if self.profit is not None and self.chance is not None:
            debit, fees = given["debit"], given.get("fees")
            after = f"after {money(fees)} of fees a butterfly" if fees else "with no fees counted"
            lines.append(
                f"Against the {'debit' if debit >= 0 else 'credit'} of {points(abs(debit))} points that is "
                f"{gain(self.value - debit)} a butterfly before fees: {_signed(self.profit)}"
                f"{f' for all {count:,}' if count > 1 else ''} {after}."
            )
            lines.append(
                f"Chance of a profit at settlement: {percent(self.chance)}, for a lognormal future with the body's volatility."
            )
        return (
            f"**With the future at {level(given['forward'])} and {significant(given['years'], 4)} years left a {strikes} "
            f"butterfly is worth {points(self.value)} points = {worth}** by Black-76.\n\n"
            + "\n".join(f"- {line}" for line in lines)
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """Each leg's price, the net, and profit and chance where the debit is known."""
        given = self.inputs
        forward, years, rate = given["forward"], given["years"], given.get("rate", 0.0)
        steps: list[WorkingStep] = []
        prices = []
        for leg in ("lower", "body", "upper"):
            steps += price_steps(forward, given[leg], years, given[f"vol_{leg}"], rate, "call", f"{level(given[leg])} call, ")
            prices.append(figure(steps[-1].value or 0.0))
        low, body, high = prices
        count, multiplier, fees = (given.get(k, usual) for k, usual in (("contracts", 1), ("multiplier", 100.0), ("fees", 0.0)))
        worth = figure(self.value)
        cash = worth * dollars(multiplier)
        steps += [step("Value", low - 2 * body + high, "points"), step("In dollars", cash * count if count > 1 else cash, "$")]
        if self.profit is not None:
            each = (worth - given["debit"]) * dollars(multiplier)
            each = each - dollars(fees) if fees else each
            steps.append(step("Profit if closed at it", each * count if count > 1 else each, "$"))
            zone = butterfly(given["lower"], given["body"], given["upper"], given["debit"], fees=fees, multiplier=multiplier)
            if zone.profit_zone is not None:
                sd = step("One deviation of the logarithm", figure(given["vol_body"]) * function("√", years))
                steps += [sd, *chance_steps(*zone.profit_zone, forward, sd.value or 0.0)]
        return tuple(steps)


@checked
def butterfly_value_today(
    lower: Strike,
    body: Strike,
    upper: Strike,
    forward: Price,
    years: YearsToGo,
    vol_lower: Vol,
    vol_body: Vol,
    vol_upper: Vol,
    *,
    debit: Points | None = None,
    rate: Rate = 0.0,
    contracts: Count = 1,
    multiplier: Multiplier = 100.0,
    fees: Cost = 0.0,
) -> ButterflyToday:
    """Value and greeks of a call butterfly before expiry, each leg by Black-76 at its own volatility.

    Args:
        lower: lower strike, bought once.
        body: middle strike, sold twice.
        upper: upper strike, bought once.
        forward: price of the future of the same expiry, never the spot index.
        years: years to expiry; days divided by 365.
        vol_lower: volatility of the lower strike as a decimal.
        vol_body: volatility of the body's strike as a decimal.
        vol_upper: volatility of the upper strike as a decimal.
        debit: what one butterfly cost in index points, negative for a credit; for the profit and the chance of one.
        rate: yearly interest rate, continuously compounded.
        contracts: number of butterflies.
        multiplier: dollars a point ($100 for VIX and SPX options).
        fees: fees in dollars per butterfly, all legs.

    Raises:
        ToolError: strikes not in ascending order, or a figure outside its range.
    """
    fly = butterfly(lower, body, upper, 0.0 if debit is None else debit, contracts=contracts, multiplier=multiplier, fees=fees)
    low, middle, high = (
        black76(forward, k, years, v, rate) for k, v in ((lower, vol_lower), (body, vol_body), (upper, vol_upper))
    )
    legs = (low, middle, high)
    net = {name: _net([getattr(leg, name) for leg in legs]) for name in ("price", "delta", "gamma", "vega", "theta")}
    closed = None if debit is None else (net["price"] - debit) * multiplier * contracts - fees * contracts
    given: dict[str, Any] = {"lower": lower, "body": body, "upper": upper, "forward": forward, "years": years}
    given |= {"vol_lower": vol_lower, "vol_body": vol_body, "vol_upper": vol_upper}
    options = {"debit": debit, "rate": rate, "contracts": contracts, "multiplier": multiplier, "fees": fees}
    usual = {"debit": None, "rate": 0.0, "contracts": 1, "multiplier": 100.0, "fees": 0.0}
    return ButterflyToday(
        inputs=given | {k: v for k, v in options.items() if v != usual[k]},
        assumptions=(*model_assumptions(), _SMILE, *(() if debit is None else (_LOGNORMAL,))),
        value=net["price"],
        dollars=net["price"] * multiplier * contracts,
        delta=net["delta"],
        gamma=net["gamma"],
        vega=net["vega"],
        theta=net["theta"],
        legs=legs,
        at_expiry=number(exact(float(fly.value_at(forward)))),
        profit=closed,
        break_evens=() if debit is None else fly.break_evens,
        chance=None if debit is None else profit_chance(fly, forward, years, vol_body),
    )


def fly_values(
    strikes: tuple[float, float, float],
    forward: np.ndarray,
    years: np.ndarray,
    vols: tuple[float, float, float],
    rate: float = 0.0,
) -> np.ndarray:
    """Model values in points over arrays of futures levels and times that broadcast; at years 0 the payoff."""
    total = np.zeros(np.broadcast_shapes(forward.shape, years.shape))
    for weight, strike, vol in zip(RATIO, strikes, vols, strict=True):
        f, t = np.broadcast_arrays(forward, years)
        total = total + weight * np.exp(-rate * t) * value(f, np.full(f.shape, strike), vol * np.sqrt(t), True)
    return total


def profit_chance(fly: Butterfly, forward: float, years: float, vol: float) -> float:
    """Probability that a lognormal future settles inside the butterfly's profit zone; 0 where there is none."""
    return 0.0 if fly.profit_zone is None else settles_between(*fly.profit_zone, forward, years, vol)


_SMILE = Assumption("smile", "a volatility for each strike", "convention", "Each leg is priced at its own volatility.")
_LOGNORMAL = Assumption(
    "chance",
    "lognormal",
    "assumption",
    "The chance takes the future as lognormal around its present price with the body's volatility; real VIX futures have "
    "fatter upper tails.",
)


def _net(legs: list[Any]) -> float:
    return float(sum(weight * leg for weight, leg in zip(RATIO, legs, strict=True)))


def _signed(dollars: float) -> str:
    return f"{'a profit' if dollars > 0 else 'a loss'} of {money(abs(dollars))}" if dollars else "neither profit nor loss"
