"""The working of a price by Black-76: d1 and d2, the price, and the greeks from them."""

from __future__ import annotations

from tools.expression import Expression, figure, function
from tools.working import WorkingStep, step

_DAYS = 365


def price_steps(
    forward: float, strike: float, years: float, vol: float, rate: float, kind: str, name: str = ""
) -> list[WorkingStep]:
    """d1, d2 and the price of one option; `name` goes before each where there are several."""
    root = function("√", years)
    first = (function("ln", figure(forward) / strike) + figure(vol) ** 2 * years / 2) / (figure(vol) * root)
    d1 = step(f"{name}d1", first)
    d2 = step(f"{name}d2", figure(d1.value or 0.0) - figure(vol) * root)
    up, down = figure(d1.value or 0.0), figure(d2.value or 0.0)
    if kind == "call":
        worth = forward * function("N", up) - strike * function("N", down)
    else:
        worth = strike * function("N", 0 - down) - forward * function("N", 0 - up)
    return [d1, d2, step(f"{name}price" if name else "Price", discounted(worth, rate, years), "points")]


def greek_steps(forward: float, strike: float, years: float, vol: float, rate: float, kind: str) -> list[WorkingStep]:
    """Delta, gamma, vega per volatility point and theta per calendar day, each with its unit."""
    d1, d2, _ = price_steps(forward, strike, years, vol, rate, kind)
    up, down, root = figure(d1.value or 0.0), figure(d2.value or 0.0), function("√", years)
    slope = discounted(function("N", up) if kind == "call" else function("N", up) - 1, rate, years)
    bell = discounted(function("φ", up), rate, years)
    decay: Expression = 0 - forward * bell * vol / (2 * root)
    if rate:
        sign = 1 if kind == "call" else -1
        held = forward * function("N", sign * up) - strike * function("N", sign * down)
        decay = decay + sign * rate * discounted(held, rate, years)
    return [
        step("Delta", slope, "", "points for one point of the future"),
        step("Gamma", bell / (forward * figure(vol) * root), "", "change of delta for one point of the future"),
        step("Vega", forward * bell * root / 100, "", "points for one volatility point"),
        step("Theta", decay / _DAYS, "", "points a calendar day"),
    ]


def discounted(line: Expression, rate: float, years: float) -> Expression:
    """`line` in today's money; as it is without a rate."""
    return function("exp", -rate * figure(years)) * line if rate else line
