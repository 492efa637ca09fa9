"""The arguments of forms about butterflies and spreads: strikes in order, credits, sums told in points."""

from __future__ import annotations

import re
from typing import Final

from assistant.understanding.judged.form_arguments import Arguments, Maker, Told, fractions, scalars, timed
from assistant.understanding.text.quantities import Reading
from tools.contracts import SPECIFICATIONS

_NEAREST: Final = 0.3
"""No settlement is as low beside the strikes: a smaller number is a price of the butterfly."""
_FARTHEST: Final = 5.0
"""Nor as high: a larger one is money, or an index."""
_CREDIT: Final = re.compile(r"\bcredit\b")
_RECEIVED: Final = re.compile(r"\b(?:credits?|sold|sell(?:ing)?|short|collect\w*|receiv\w*|took in|take in|premium in)\b")
_POINTS: Final = re.compile(r"\s?(?:points?|pts?)\b")


def _strikes(told: Told) -> Arguments | None:
    typed = [v for item in told.get("strikes", []) for v in item.values]
    strikes = sorted(typed)
    if len(told.get("strikes", [])) == 1 and typed not in (strikes, strikes[::-1]):
        return None  # "25/30/28" names no butterfly
    return dict(zip(("lower", "body", "upper"), strikes, strict=True)) if len(set(strikes)) == len(strikes) == 3 else None


def _can_be(strikes: Arguments, others: Arguments) -> bool:
    """Whether a settlement is no price of the butterfly and no sum of money, and a profit wanted is one that it can make."""
    lower, body, upper = strikes.values()
    most = max(body - lower, upper - body) * SPECIFICATIONS["VIX option"].per_point * others.get("contracts", 1)
    settles, wanted = others.get("settlement", lower), others.get("target", 0.0)
    return bool(_NEAREST * lower <= settles <= _FARTHEST * upper and wanted <= max(most, 0.0))


def structure(tool: str) -> Maker:
    """The same, with strikes in the order of size, and a credit as a negative debit."""

    def made(told: Told, reading: Reading) -> Arguments | None:
        strikes, others = _strikes(told), scalars(tool, told)
        if strikes is None or others is None or not _can_be(strikes, others):
            return None
        if "debit" in told and _CREDIT.search(reading.lower[max(told["debit"][0].start - 16, 0) : told["debit"][0].end + 10]):
            others["debit"] = -abs(others["debit"])
        return {**strikes, **others}

    return made


def implied(told: Told, reading: Reading) -> Arguments | None:
    """What is told of a butterfly: strikes in the order of size, and sums in dollars where points are named."""
    out = scalars("implied_butterfly", told)
    strikes = _strikes(told) if "strikes" in told else {}
    if out is None or strikes is None:
        return None
    for name in ("max_profit", "max_loss", "profit"):
        if name in out and _POINTS.match(reading.lower, told[name][0].end):
            out[name] *= SPECIFICATIONS["VIX option"].per_point * out.get("contracts", 1)
    return {**out, **strikes}


def spread(told: Told, reading: Reading) -> Arguments | None:
    """A price that is received stands below zero."""
    out = scalars("spread_by_width", told)
    if out is None:
        return None
    received = _RECEIVED.search(reading.lower) is not None
    return {**out, "net": -abs(out["net"]) if received else abs(out["net"])}


def valued_today(told: Told, reading: Reading) -> Arguments | None:
    """Three strikes, each at its own volatility or all at one."""
    out, strikes = timed("butterfly_value_today")(told, reading), _strikes(told)
    vols = fractions(told["vols"])
    if out is None or strikes is None or len(vols) not in (1, 3):
        return None
    each = vols if len(vols) == 3 else vols * 3
    return {**out, **strikes, **dict(zip(("vol_lower", "vol_body", "vol_upper"), each, strict=True))}
