"""The volatility at which Black-76 gives back an option's price: exact to 1e-12, or the reason why there is none.

A price decides a volatility only between two bounds: above what exercise would bring (discounted), and below the discounted
future for a call, the discounted strike for a put. Outside, and where the time value is lost in the price's own rounding,
there is no volatility, and the reason is given instead of a number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from tools.black import inverse, value
from tools.black76 import Kind, model_assumptions, together
from tools.black_working import price_steps
from tools.errors import ToolError
from tools.parameters import Forwards, Many, Premiums, Rates, Strikes, YearsLeft, checked
from tools.result import Result
from tools.wording import level, percent, points, significant
from tools.working import WorkingStep, said

_ROUNDING = 8 * np.finfo(float).eps
_REASONS = (
    "",
    "not a finite number",
    "the forward and the strike must be above 0",
    "expired: no time is left",
    "below its intrinsic value, so no volatility gives it",
    "at its intrinsic value: no time value is left to read a volatility from",
    "at or above the most that the option can be worth, so no volatility gives it",
    "beyond what the formula can resolve",
)
_SHOWN = 5


@dataclass(frozen=True, kw_only=True)
class ImpliedVolatility(Result):
    """Implied volatilities, and why there is none where there is none.

    Attributes:
        vol: decimal volatility; an array for arrays, NaN exactly where `failures` has a reason.
        failures: (position from 1, reason) of each option without one; () for a single option.
        repriced: Black-76 value at that volatility in index points, NaN where there is none.
    """

    tool: ClassVar[str] = "implied_volatility"
    vol: Many
    failures: tuple[tuple[int, str], ...] = ()
    repriced: Many

    def summary(self) -> str:
        """The volatility and the check that it gives the price back; for many, their range and the reasons."""
        given = self.inputs
        if not isinstance(self.vol, np.ndarray):
            return (
                f"**Implied volatility {percent(self.vol, 2)}** ({significant(self.vol, 6)} as a decimal) for the "
                f"{level(given['strike'])} {given['kind']} at {points(given['price'])} points, the future at "
                f"{level(given['forward'])} and {significant(given['years'], 4)} years left.\n\n"
                f"- Check: at that volatility Black-76 gives {points(float(self.repriced))} points."
            )
        found = self.vol[np.isfinite(self.vol)]
        lines = [
            f"**{found.size:,} of {self.vol.size:,} prices {'has' if found.size == 1 else 'have'} an implied volatility.**"
        ]
        if found.size:
            low, high = (percent(float(end), 2) for end in (found.min(), found.max()))
            lines.append(f"From {low} to {high}." if low != high else f"It is {low}.")
        lines += [f"Number {place}: its price is {why}." for place, why in self.failures[:_SHOWN]]
        if len(self.failures) > _SHOWN:
            lines.append(f"And {len(self.failures) - _SHOWN:,} more without one.")
        return "\n".join(f"- {line}" for line in lines)

    def working(self) -> tuple[WorkingStep, ...]:
        """The price that the volatility gives back, of many the first that has one."""
        vols = np.ravel(np.asarray(self.vol))
        found = np.flatnonzero(np.isfinite(vols))
        if not len(found):
            return (said("Volatility", "none of the prices has one"),)
        kind = str(self.inputs["kind"])
        given = together({k: v for k, v in self.inputs.items() if k != "kind"})
        _, forward, strike, years, rate = (float(np.asarray(part).flat[found[0]]) for part in given)
        return tuple(price_steps(forward, strike, years, float(vols[found[0]]), rate, kind))


@checked
def implied_volatility(
    price: Premiums,
    forward: Forwards,
    strike: Strikes,
    years: YearsLeft,
    rate: Rates = 0.0,
    kind: Kind = "call",
) -> ImpliedVolatility:
    """Volatility at which Black-76 gives an option's price, or the reason why no volatility does.

    Args:
        price: price of the option in index points.
        forward: price of the future of the option's own expiry, never the spot index.
        strike: strike price.
        years: years to expiry; days divided by 365.
        rate: yearly interest rate, continuously compounded.
        kind: call or put.

    Numbers or arrays that broadcast against each other. A single price without a volatility is refused; among many it gets
    NaN and its reason in `failures`.

    Raises:
        ToolError: a figure outside its range, or a single price that no volatility gives.
    """
    given = {"price": price, "forward": forward, "strike": strike, "years": years, "rate": rate}
    p, f, k, t, r = together(given)
    vols, why = solve(p, f, k, t, r, kind == "call")
    many = any(isinstance(value, np.ndarray) for value in given.values())
    if not many and why.any():
        raise _refusal(float(p), float(f), float(k), float(np.exp(-r * t)), kind, _REASONS[int(why)])
    repriced = np.exp(-r * t) * value(f, k, np.nan_to_num(vols) * np.sqrt(t), kind == "call")
    return ImpliedVolatility(
        inputs={**given, "kind": kind},
        assumptions=model_assumptions(),
        vol=vols if many else float(vols),
        failures=tuple((int(i) + 1, _REASONS[int(why.flat[i])]) for i in np.flatnonzero(why)),
        repriced=np.where(why == 0, repriced, np.nan) if many else float(repriced),
    )


@checked
def implied_vol(
    price: Premiums,
    forward: Forwards,
    strike: Strikes,
    years: YearsLeft,
    rate: Rates = 0.0,
    kind: Kind = "call",
) -> Many:
    """The implied volatility alone, as a decimal: a number for numbers, an array for arrays.

    Parameters as for `implied_volatility`.

    Raises:
        ToolError: any price without an implied volatility; `implied_volatility` gives the reason for each instead.
    """
    given = {"price": price, "forward": forward, "strike": strike, "years": years, "rate": rate}
    if not any(isinstance(value, np.ndarray) for value in given.values()):
        return implied_volatility(price, forward, strike, years, rate, kind).vol
    p, f, k, t, r = together(given)
    vols, why = solve(p, f, k, t, r, kind == "call")
    if why.any():
        failed = np.flatnonzero(why)
        place, many = int(failed[0]), f", one of {len(failed):,}" if len(failed) > 1 else ""
        mend = f"Number {place + 1}{many}: its price is {_REASONS[int(why.flat[place])]}. "
        mend += "implied_volatility(…) gives a reason for each."
        raise ToolError("price", float(p.flat[place]), "a price between its intrinsic value and its upper bound", mend)
    return vols


def solve(
    price: np.ndarray,
    forward: np.ndarray,
    strike: np.ndarray,
    years: np.ndarray,
    rate: np.ndarray,
    is_call: np.ndarray | bool,
) -> tuple[np.ndarray, np.ndarray]:
    """(decimal volatilities, codes) of arrays of one shape: code 0 where there is one; otherwise NaN and `reason(code)`."""
    shape = price.shape
    p, f, k, t, r = (np.ravel(a) for a in (price, forward, strike, years, rate))
    call = np.ravel(np.broadcast_to(np.asarray(is_call), shape))
    why = np.zeros(p.shape, dtype=np.int8)
    with np.errstate(all="ignore"):
        raw = p * np.exp(r * t)
        gain = np.maximum(np.where(call, f - k, k - f), 0.0)
        time_value = raw - gain
        noise = _ROUNDING * np.maximum(raw, gain)
        room = np.where(call, f, k) - raw
        x = np.abs(np.log(f / k))
        share = time_value / np.sqrt(f * k)
        sound = np.isfinite(p) & np.isfinite(f) & np.isfinite(k) & np.isfinite(t) & np.isfinite(r)
        for code, wrong in (
            (1, ~sound),
            (2, (f <= 0) | (k <= 0)),
            (3, t <= 0),
            (4, time_value < -noise),
            (5, time_value <= noise),
            (6, room <= _ROUNDING * raw),
        ):
            why[(why == 0) & wrong] = code
    vols = np.full(p.shape, np.nan)
    good = why == 0
    if good.all():
        sd, settled = inverse(x, share)
        vols = sd / np.sqrt(t)
    else:
        sd, settled = inverse(x[good], share[good])
        vols[good] = sd / np.sqrt(t[good])
    if not settled.all():
        lost = np.flatnonzero(good)[~settled]
        vols[lost], why[lost] = np.nan, 7
    return vols.reshape(shape), why.reshape(shape)


def reason(code: int) -> str:
    """Why there is no volatility, in words that follow 'the price is'."""
    return _REASONS[code]


def _refusal(price: float, forward: float, strike: float, discount: float, kind: Kind, why: str) -> ToolError:
    floor = discount * max(forward - strike if kind == "call" else strike - forward, 0.0)
    ceiling = discount * (forward if kind == "call" else strike)
    allowed = f"above its intrinsic value of {points(floor)} and below {points(ceiling)} points"
    return ToolError("price", price, allowed, f"This price is {why}.")
