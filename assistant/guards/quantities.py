"""What the numbers of a result are, by the names of their fields: their unit, and what a positive and a negative one mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from assistant.guards.poles import Poles
from assistant.guards.units import Unit
from assistant.guards.ways import Way
from tools.result import Result

# Words of field and parameter names that tell the unit; the first that fits decides.
_FIELDS: Final[tuple[tuple[Unit, re.Pattern[str]], ...]] = (
    ("", re.compile(r"^rsi")),
    (
        "points",
        re.compile(r"points|(?<!unit_)(?:debit|premium|credit)|break_even|strike|lower|body|upper|settlement_value|zone"),
    ),
    (
        "share",
        re.compile(r"share|fraction|cumulative|running|deployed|slope|roll_yield|^vols?$|^rates?$|weights|after_tax|roots"),
    ),
    ("times", re.compile(r"reward_to_risk|ratio|normalised|depressed_below")),
    ("count", re.compile(r"contracts|^units$|^planned$|^rows$|^bars$")),
    ("business days", re.compile(r"business_days")),
    ("calendar days", re.compile(r"days|dte")),
    ("years", re.compile(r"years")),
    (
        "money",
        re.compile(r"profit|loss|cash|spent|left|budget|notional|stake|dollars|unit_cost|multiplier|tick_value|per_point"),
    ),
    (
        "points",
        re.compile(
            r"delta|gamma|vega|theta|macd|signal|histogram|price|forward|front|second|average|best_at|^M\d|curve|natural|"
            r"mid|slippage|tick"
        ),
    ),
)
# Fields of which a positive value is a gain, those of which it is paid, and those of which it is a rise or lies above.
_GAINS: Final = re.compile(
    r"profit|^conversion$|^reversal$|^roll_yield$|^roots$|^(?:x?irr):(?:value|total)$|^gain$|_gain$|half$|"
    r"^round_trip:(?:points|share)$"
)
_PAID: Final = re.compile(r"^(?:\w{1,12}_)?debit$|^premium$|^change_cost$|^wing_adjustment:change$")
_FLOWS: Final = "cash_flows"
_RISES: Final = re.compile(r"^slope$|^back$|^change$|^price_gain$|^histogram$|^theta$|^net$")
_OWN_UNITS: Final[dict[str, Unit]] = {
    "irr:total": "money",
    "xirr:total": "money",
    "butterfly_value:total": "money",
    "budget_split:used": "money",
    "irr:value": "share",
    "xirr:value": "share",
    "wacc:value": "share",
    "term_structure:back": "share",
    "staged_cost:change": "share",
    "rsi_value:rsi": "",
    "rsi_value:strength": "times",
    "rsi_extreme:latest": "",
    "smoothing_constant:value": "share",
    "ema_step:alpha": "share",
    "smoothing_constant:alpha": "share",
    "smoothing_constant:wilder": "share",
    "rsi_extreme:rsi": "",
    "rsi_extreme:above": "",
    "units_for_budget:exact": "count",
    "tranche_units:first_range": "count",
    "tranche_units:step_exact": "count",
    "finish_chance:between": "share",
    "finish_chance:above": "share",
    "finish_chance:below": "share",
    "backtest:gain": "share",
    "backtest:price_gain": "share",
}
# Lengths and places that are counted in bars, where they are whole.
_BARS: Final = re.compile(
    r"^(?:fast|slow|span|period|window|wilder_as_span|(?:last|highest|lowest)_on|bars_above|first_bars:\w+|"
    r"(?:macd_trigger|macd):signal|breadth_divergence:(?:left|right|point|known_point|before_point)|rsi_extreme:point)$"
)
_ROWS: Final[dict[str, tuple[Unit, ...]]] = {"fills": ("points", "count"), "exits": ("points", "count")}
_WHOLE: Final = re.compile(r"^(?:notional|total|profit|max_profit|max_loss|settlement_profit)$")
_MOVES: Final = (("previous", "value"), ("first_price", "average"), ("histogram_before", "histogram"))
_SIGNED: Final = re.compile(r"^(?:delta|gamma|vega|theta|macd|signal|slope|roll_yield|correlation)")
_BY: Final = {
    "per_point": "point",
    "tick_value": "tick",
    "delta": "point",
    "gamma": "point",
    "theta": "day",
    "vega": "vol point",
    "roll_yield": "roll",
    "wacc:value": "year",
    "irr:value": "period",
    "irr:roots": "period",
    "xirr:value": "year",
    "xirr:roots": "year",
}
_WORKING_UNITS: Final[dict[str, Unit]] = {
    "$": "money",
    "%": "share",
    "points": "points",
    "contracts": "count",
    "units": "count",
}


def unit_of(tool: str, name: str) -> Unit | None:
    """The unit of a field of that name; None where the name does not tell."""
    own = _OWN_UNITS.get(f"{tool}:{name}")
    return own if own is not None else next((unit for unit, words in _FIELDS if words.search(name)), None)


def unit_of_value(tool: str, name: str, value: float) -> Unit | None:
    """The unit of that number in a field of that name: a length is counted in bars where it is whole."""
    if value % 1 == 0 and (_BARS.search(name) or _BARS.search(f"{tool}:{name}")):
        return "bars"
    return unit_of(tool, name)


def units_of_row(name: str) -> tuple[Unit, ...]:
    """What the numbers of one row of such a list are; () where its rows are no such."""
    return _ROWS.get(name, ())


def unit_of_step(unit: object) -> Unit | None:
    """The unit of a step of a working."""
    return _WORKING_UNITS.get(str(unit))


def counted_by_of(tool: str, name: str, *, several: bool = False) -> str:
    """What a field of that name is counted by; `several`: the result is of more than one contract."""
    if name.endswith("_each"):
        return "each"
    if several and _WHOLE.search(name):
        return "all"
    return _BY.get(name) or _BY.get(f"{tool}:{name}", "")


def way_of(tool: str, name: str, value: float) -> Way:
    """Whether a number of that name is somebody's gain or loss."""
    if "zone" in name:
        return ""
    if "loss" in name:
        return "loss" if value < 0 or "average" in name else "gain"
    if _PAID.search(name) or _PAID.search(f"{tool}:{name}"):
        return "loss" if value > 0 else "gain"
    if name == _FLOWS:
        return "loss" if value < 0 else ""
    if value > 0 and (_GAINS.search(name) or _GAINS.search(f"{tool}:{name}")):
        return "gain"
    return "loss" if value < 0 and "profit" in name else ""


def poles_of(name: str, value: float) -> Poles:
    """The side that a number of that name takes."""
    if not value:
        return {}
    side = 1 if value > 0 else -1
    if name in ("left", "unspent", "remaining"):
        return {"budget": side}
    if _RISES.search(name):
        return {"place": side, "sign": side}
    return {"sign": side} if _SIGNED.search(name) else {}


def moves(result: Result) -> Iterator[tuple[float, int]]:
    """Figures of a result that came from an earlier one of it, each with 1 where it rose and −1 where it fell."""
    own = {n: getattr(result, n) for pair in _MOVES for n in pair if hasattr(result, n)}
    fields = {**result.inputs, **own}
    for before, after in _MOVES:
        one, two = fields.get(before), fields.get(after)
        if isinstance(one, (int, float)) and isinstance(two, (int, float)) and one != two:
            yield abs(float(two)), 1 if two > one else -1


def widths(result: Result) -> Iterator[float]:
    """Distances between neighbouring strikes of a result: how wide its wings are."""
    given = result.inputs
    legs = [leg for leg in getattr(result, "legs", ()) if getattr(leg, "kind", "") in ("call", "put")]
    strikes = {float(leg.strike) for leg in legs} or {float(given[n]) for n in ("lower", "body", "upper") if n in given}
    yield from {round(b - a, 9) for a, b in pairwise(sorted(strikes))}


def distances(result: Result) -> Iterator[float]:
    """How far a future lies from the strike of an option."""
    given = result.inputs
    ends = [given.get("forward"), given.get("strike")]
    if all(isinstance(end, (int, float)) for end in ends):
        yield round(abs(float(given["forward"]) - float(given["strike"])), 9)


def above_one(name: str, value: float) -> tuple[float, int] | None:
    """A level told as a multiple of its mean, as the share by which it lies above (1) or below it (−1)."""
    return (abs(value - 1.0), 1 if value > 1.0 else -1) if "normalised" in name and value != 1.0 else None
