"""Number patterns with a shape of their own: strikes, legs, pasted series, pairs of bars, curves, fills, breadth days.

Each function reads one pattern out of a question and returns the tool's arguments, or None where it is not there.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Mapping
from typing import Any

from assistant.understanding.quantities import Quantity, Reading
from tools.contracts import SPECIFICATIONS

Arguments = Mapping[str, Any]

_LABEL = re.compile(r"\b(macd|sig|norm|depressed)")
_NOW = re.compile(r"\b(?:today|now|current|this (?:bar|week))\b")
_BEFORE = re.compile(r"\b(?:yesterday|yday|before|previous|prior|prev|last (?:bar|week|day)|day before)\b")
_FILL = re.compile(
    r"(?<![\w.])(?P<units>\d++(?:\.\d++)?)\s?(?P<unit>%|contracts?|units?|lots?|flies|fly|butterfl\w+)?\s?(?:of it\s?)?"
    r"(?:at|@|for)\s?\$?(?P<price>\d++(?:\.\d++)?|\.\d++)"
)
_RESULT = re.compile(
    r"\b(?:p/?l|p&l|pnl|profit|loss|lose|gain|make|payoff|break-?\s?even|exit\w*|settle\w*|goes to|if it|if vix)\b"
)
_DAY = re.compile(r"(?<![\w.])(\d{1,3}(?:,\d{3})+|\d{2,5})\s?(?:adv\w*|up)?\s?[-/]\s?(\d{1,3}(?:,\d{3})+|\d{2,5})(?![\w.]*\d)")
_ISSUES = r"(\d{1,3}(?:,\d{3})++|\d{1,5})(?!\d)"
_WORDED_DAY = (
    re.compile(
        rf"\badv\w*\W{{1,3}}(?:of |were |was |are )?{_ISSUES}[^\d]{{1,24}}?\bdec\w*\W{{1,3}}(?:of |were |was |are )?{_ISSUES}"
    ),
    re.compile(rf"(?<![\w.]){_ISSUES} (?:\w+ )?(?:adv\w*|up)\W[^\d]{{0,24}}?{_ISSUES} (?:\w+ )?(?:dec\w*|down\b)"),
)
_BACK = re.compile(r"\b(?:second|back|next|vx2|m2|2nd|f2|uxz?2|later|far)\b[^\d]{0,24}$")


def strikes(reading: Reading) -> Arguments | None:
    """Three strikes of a butterfly, from "25/30/35" or from legs 1:−2:1 without prices of their own."""
    ladder = reading.ladder
    legs = sorted(reading.legs, key=lambda leg: leg.strike)
    shape = [(leg.side, leg.quantity) for leg in legs]
    if not ladder and shape == [("long", 1), ("short", 2), ("long", 1)] and {leg.kind for leg in legs} == {"call"}:
        ladder = tuple(leg.strike for leg in legs)
    if len(ladder) != 3 or len(set(ladder)) == 1:
        return None
    return dict(zip(("lower", "body", "upper"), ladder, strict=True))


def legs(reading: Reading) -> Arguments | None:
    """Options priced one by one; or VIX futures, where a result is asked for. A mix has no one value of a point: None."""
    options, futures = reading.legs, reading.futures
    found = options or (futures if _RESULT.search(reading.lower) else ())
    if not found or (options and futures) or any(leg.premium is None for leg in found):
        return None
    sizes = {SPECIFICATIONS[leg.product].per_point for leg in found if leg.product}
    if len(sizes) > 1:
        return None
    point = {"multiplier": sizes.pop()} if sizes else {}
    return {
        "legs": [
            {"side": g.side, "kind": g.kind, "strike": g.strike, "premium": g.premium, "quantity": g.quantity} for g in found
        ],
        **point,
    }


def pasted(reading: Reading) -> Arguments | None:
    """A pasted column of numbers."""
    return {"series": list(reading.series)} if reading.series else None


def bars(reading: Reading) -> Arguments | None:
    """MACD and signal of one bar or two ("yesterday macd −0.12 sig −0.08, today …"), and a normalised level."""
    out: dict[str, float] = {}
    last = ""
    times = sorted(
        [(m.end(), True) for m in _BEFORE.finditer(reading.lower)] + [(m.end(), False) for m in _NOW.finditer(reading.lower)]
    )
    for quantity in reading.quantities:
        told = bisect(times, (quantity.start, True))
        key = _bar_key(reading, quantity, last, then=told > 0 and times[told - 1][1])
        if key is None:
            continue
        label, when = key
        last = label
        out.setdefault(label if label == "normalised" else f"{label}_{when}", quantity.value)
    return out if {"macd_now", "signal_now"} <= out.keys() else None


def _bar_key(reading: Reading, quantity: Quantity, last: str, *, then: bool) -> tuple[str, str] | None:
    """Which line a number belongs to and of which bar; `then` is whether "yesterday" or the like was said last."""
    before = reading.lower[max(0, quantity.start - 40) : quantity.start]
    near = re.split(r"\d", before)[-1]
    labels = _LABEL.findall(near)
    label = labels[-1] if labels else ""
    after = re.match(r"\s*(sig|macd|norm)", reading.after(quantity))
    if not label and after:
        label = after.group(1)
    if not label and re.search(r"\bto\s*$", near):
        label = last
    if not label:
        return None
    name = {"m": "macd", "s": "signal", "n": "normalised", "d": "normalised"}[label[0]]
    earlier = then or re.search(r"\bfrom\s*$", near) is not None
    return name, "before" if earlier and not re.search(r"\bto\s*$", near) else "now"


def curve(reading: Reading) -> Arguments | None:
    """Two or more futures prices, front to back."""
    prices = [q for q in reading.quantities if q.unit in ("plain", "money") and 3 <= q.value <= 200]
    if len(prices) < 2:
        return None
    values = [q.value for q in prices]
    if _BACK.search(reading.before(prices[0])) and len(values) == 2:
        values.reverse()
    return {"curve": values}


def fills(reading: Reading) -> Arguments | None:
    """Two or more purchases "30% at 1.00, 20% at 1.40"."""
    found = [(float(m["price"]), float(m["units"])) for m in _FILL.finditer(reading.lower)]
    return {"fills": [{"price": p, "units": u} for p, u in found]} if len(found) >= 2 else None


def breadth(reading: Reading) -> Arguments | None:
    """Days of advances and declines "1800-1200, 1500-1450" or "1800 advances and 1200 declines", with a starting level."""
    pairs = next((found for form in (_DAY, *_WORDED_DAY) if (found := form.findall(reading.lower))), [])
    days = [(float(a.replace(",", "")), float(b.replace(",", ""))) for a, b in pairs]
    if not days:
        return None
    out: dict[str, Any] = {"advances": [a for a, _ in days], "declines": [b for _, b in days]}
    start = re.search(
        r"\b(?:start\w*|begin\w*|from|base|at)\s*(?:at|of|from|with|value|level)?\s*(\d[\d,]*)(?!\s?[-/]\s?\d)(?![\d,])",
        reading.lower,
    )
    if start:
        out["start"] = float(start.group(1).replace(",", ""))
    return out
