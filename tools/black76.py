"""A European option on a future priced by Black-76, with its greeks in the units in which people quote them.

For VIX options the future is the VIX future of the same expiry, never the spot index. Vega is per volatility point (0.01),
theta per calendar day. Source: Black (1976), "The pricing of commodity contracts", Journal of Financial Economics 3.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

import numpy as np

from tools.black import greeks
from tools.black_working import greek_steps, price_steps
from tools.errors import ToolError
from tools.methodology import Assumption
from tools.parameters import Forwards, Many, Rates, Strikes, Vols, YearsLeft, checked
from tools.result import Result
from tools.wording import fixed, level, percent, points, significant
from tools.working import WorkingStep

DAYS_A_YEAR = 365.0

Kind = Literal["call", "put"]


@dataclass(frozen=True, kw_only=True)
class Black76(Result):
    """Value and greeks in index points; numbers for numbers given, arrays where any argument was an array.

    Attributes:
        price: value of one option.
        delta: change of the value per point of the future.
        gamma: change of delta per point of the future.
        vega: change of the value per volatility point (0.01).
        theta: change of the value per calendar day, the future unchanged.
    """

    tool: ClassVar[str] = "black76"
    price: Many
    delta: Many
    gamma: Many
    vega: Many
    theta: Many

    def summary(self) -> str:
        """The value, and how it changes with the future, the volatility and a day."""
        given = self.inputs
        if isinstance(self.price, np.ndarray):
            low, high = float(self.price.min()), float(self.price.max())
            return f"**{self.price.size:,} {given['kind']}s priced by Black-76**: from {points(low)} to {points(high)} points."
        head = (
            f"**The {level(given['strike'])} {given['kind']} is worth {points(self.price)} points** by Black-76: future at "
            f"{level(given['forward'])}, {significant(given['years'], 4)} years left, volatility {percent(given['vol'], 2)}."
        )
        delta, gamma, vega, theta = map(float, (self.delta, self.gamma, self.vega, self.theta))
        lines = (
            f"Delta {fixed(delta, 4)}: it changes by that many points when the future moves by one.",
            f"Gamma {significant(gamma, 4)}: the change of delta for one point of the future.",
            f"Vega {significant(vega, 4)} points per volatility point.",
            f"Theta {significant(theta, 4)} points per calendar day at an unchanged future.",
        )
        return f"{head}\n\n" + "\n".join(f"- {line}" for line in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """Price and greeks of the option, of many options those of the first."""
        kind = str(self.inputs["kind"])
        given = together({k: v for k, v in self.inputs.items() if k != "kind"})
        forward, strike, years, vol, rate = (float(part.flat[0]) for part in given)
        priced = price_steps(forward, strike, years, vol, rate, kind)
        return (*priced, *greek_steps(forward, strike, years, vol, rate, kind))


@checked
def black76(
    forward: Forwards,
    strike: Strikes,
    years: YearsLeft,
    vol: Vols,
    rate: Rates = 0.0,
    kind: Kind = "call",
) -> Black76:
    """Value and greeks of a European option on a future by Black-76.

    Args:
        forward: price of the future of the option's own expiry, never the spot index.
        strike: strike price.
        years: years to expiry; days divided by 365.
        vol: the strike's own volatility as a decimal.
        rate: yearly interest rate, continuously compounded.
        kind: call or put.

    Numbers or arrays that broadcast against each other.

    Raises:
        ToolError: a figure outside its range, or arrays that do not fit together.
    """
    given = {"forward": forward, "strike": strike, "years": years, "vol": vol, "rate": rate}
    f, k, t, v, r = together(given)
    with np.errstate(over="ignore", under="ignore"):
        found = greeks(f, k, t, v, r, kind == "call")
    scalar = not any(isinstance(value, np.ndarray) for value in given.values())

    def shaped(value: np.ndarray) -> Many:
        return float(value) if scalar else value

    inputs: dict[str, Any] = {**given, "kind": kind}
    return Black76(
        inputs=inputs,
        assumptions=model_assumptions(),
        price=shaped(found.price),
        delta=shaped(found.delta),
        gamma=shaped(found.gamma),
        vega=shaped(found.vega / 100.0),
        theta=shaped(found.theta / DAYS_A_YEAR),
    )


def together(given: dict[str, Many]) -> list[np.ndarray]:
    """The arguments broadcast to one shape; ToolError where their shapes do not fit."""
    try:
        return [np.asarray(a) for a in np.broadcast_arrays(*(np.asarray(v, dtype=float) for v in given.values()))]
    except ValueError as error:
        shapes = ", ".join(f"{name} {np.shape(value)}" for name, value in given.items() if np.ndim(value))
        raise ToolError(next(iter(given)), shapes, "arrays of one shape, or numbers", "Give arrays of equal length.") from error


def model_assumptions() -> tuple[Assumption, ...]:
    """What a price by Black-76 rests on."""
    return (
        Assumption("model", "Black-76", "convention", "Black-76: European exercise and a lognormal future."),
        Assumption("days_a_year", DAYS_A_YEAR, "convention", "A year has 365 calendar days; theta is per calendar day."),
    )
