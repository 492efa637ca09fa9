"""Black's 1976 formula on arrays: value, greeks and its inverse.

In the formula's own units an out-of-the-money option is a function of two numbers: x = |ln(forward / strike)| and the
total deviation sd = vol × √years; its value is a share of √(forward × strike). Written with scaled complementary error
functions the wings keep their digits, and what cancels costs no more than a rounding of sd itself. The inverse follows
Jäckel (2017), "Let's be rational", Wilmott 85: Householder steps of fourth order on the logarithm of the value below the
point of inflection, and of what is missing to its largest value above it; here the start comes from the normal model's
inverse, which is one-dimensional and tabulated once.
Source of the formula: Black (1976), Journal of Financial Economics 3, 167–179.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

import numpy as np

from tools.normal import ROOT_TWO, ROOT_TWO_PI, cumulative, density, erfcx

_BLOCK = 8192  # numbers worked on at once: small enough to stay in the processor's cache
_STEPS = 3  # two reach rounding up to sd 3, three everywhere; the last step's size is the proof
_TABLE = 16  # entries of the table of starts per unit
_TINY = 1e-150
_LARGEST_SD = 100.0


@dataclass(frozen=True)
class Greeks:
    """Value and sensitivities of European options on a future, in points, per unit of forward, volatility and year."""

    price: np.ndarray
    delta: np.ndarray
    gamma: np.ndarray
    vega: np.ndarray
    theta: np.ndarray


def value(forward: np.ndarray, strike: np.ndarray, sd: np.ndarray, is_call: np.ndarray | bool) -> np.ndarray:
    """Undiscounted value in points; `sd` is vol × √years and may be 0, where the value is what exercise brings."""
    gain = np.where(is_call, forward - strike, strike - forward)
    x = np.abs(np.log(forward / strike))
    time_value = np.sqrt(forward * strike) * _otm(x, np.maximum(sd, _TINY))
    return np.asarray(np.maximum(gain, 0.0) + np.where(sd > 0, time_value, 0.0))


def greeks(
    forward: np.ndarray, strike: np.ndarray, years: np.ndarray, vol: np.ndarray, rate: np.ndarray, is_call: np.ndarray | bool
) -> Greeks:
    """Value and greeks for years > 0 and vol > 0; theta is the change as time passes at an unchanged forward."""
    discount = np.exp(-rate * years)
    root = np.sqrt(years)
    sd = vol * root
    d1 = np.log(forward / strike) / sd + 0.5 * sd
    price = discount * value(forward, strike, sd, is_call)
    slope = discount * density(d1)
    delta = np.where(is_call, cumulative(d1), -cumulative(-d1)) * discount
    vega = forward * slope * root
    return Greeks(price, delta, slope / (forward * sd), vega, rate * price - vega * vol / (2.0 * years))


def inverse(x: np.ndarray, share: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The sd at which an out-of-the-money option is worth `share` of √(forward × strike), and where the search settled.

    Args:
        x: |ln(forward / strike)|, one-dimensional.
        share: value above 0 and below exp(−x/2), same length.

    Returns:
        (sd, settled): sd is only meant where settled is True.
    """
    sd, settled = np.empty_like(share), np.empty(share.shape, dtype=bool)
    for start in range(0, len(share), _BLOCK):
        part = slice(start, start + _BLOCK)
        with np.errstate(all="ignore"):  # what is outside the domain comes out as not settled
            sd[part], settled[part] = _inverse(x[part], share[part])
    return sd, settled


def _otm(x: np.ndarray, sd: np.ndarray) -> np.ndarray:
    """Value of an out-of-the-money option over √(forward × strike)."""
    h, t = x / sd, 0.5 * sd
    near, far = erfcx(np.abs(h - t) / ROOT_TWO), erfcx((h + t) / ROOT_TWO)
    scale = 0.5 * np.exp(-0.5 * (h * h + t * t))
    return np.asarray(np.where(h > t, scale * (near - far), np.exp(-0.5 * x) - scale * (near + far)))


def _inverse(x: np.ndarray, share: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    most = np.exp(-0.5 * x)
    root = np.sqrt(x)
    bend = erfcx(root)
    upper = share >= 0.5 * most * (1.0 - bend)
    side = np.where(upper, 1.0, -1.0)
    target = np.where(upper, most - share, share)
    tail = target / (most * (1.0 + bend)) * np.exp(-0.25 * x) * erfcx(0.5 * root)
    turn = np.maximum(ROOT_TWO * root, _TINY)
    low, high = np.where(upper, turn, _TINY), np.where(upper, _LARGEST_SD, turn)
    sd = np.clip(np.where(upper, -2.0 * _quantile(np.minimum(tail, 0.5)), _normal_model(x, share)), low, high)
    change = np.zeros_like(sd)
    for _ in range(_STEPS):
        h, t = x / sd, 0.5 * sd
        scale = np.exp(-0.5 * (h * h + t * t))
        found = 0.5 * scale * (erfcx(np.abs(h - t) / ROOT_TWO) + side * erfcx((h + t) / ROOT_TWO))
        slope = scale / (found * ROOT_TWO_PI) * -side
        newton = np.log(target / found) / slope
        bow = h * h / sd - 0.5 * t
        second = bow - slope
        third = second * (second - slope) - 3.0 * (h / sd) ** 2 - 0.25
        change = newton * (1.0 + 0.5 * newton * second) / (1.0 + newton * (second + newton * third / 6.0))
        moved = np.clip(sd + change, low, high)
        change, sd = moved - sd, moved
    # after a last step this small the next one would be lost in rounding
    settled = (np.abs(change) <= 1e-9 * sd + 1e-15) & (sd > _TINY) & (sd < _LARGEST_SD)
    return sd, settled


def _quantile(p: np.ndarray) -> np.ndarray:
    """A start for the normal quantile, p ≤ 0.5: Abramowitz and Stegun 26.2.23, good to 4.5e-4."""
    t = np.sqrt(-2.0 * np.log(p))
    over, under = 2.515517 + t * (0.802853 + t * 0.010328), 1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308))
    return np.asarray(over / under - t)


def _normal_model(x: np.ndarray, share: np.ndarray) -> np.ndarray:
    """A start for sd: what the normal model (Bachelier) would need for the same value."""
    heights = _normal_table()
    place = np.minimum(np.log1p(x / share) * _TABLE, len(heights) - 2.0)
    below = np.nan_to_num(place).astype(np.intp)
    low = heights[below]
    return np.asarray(share * np.exp(low + (place - below) * (heights[below + 1] - low)))


@cache
def _normal_table() -> np.ndarray:
    """In the normal model value ÷ sd = φ(h) − h·N(−h) with h = x ÷ sd: ln(sd ÷ value) at equal steps of ln(1 + x ÷ value)."""
    h = np.concatenate([[0.0], np.geomspace(1e-8, 37.0, 6000)])
    worth = density(h) * (1.0 - h * math.sqrt(math.pi / 2.0) * erfcx(h / ROOT_TWO))
    places = np.log1p(h / worth)
    return np.asarray(np.interp(np.arange(int(places[-1] * _TABLE)) / _TABLE, places, -np.log(worth)))
