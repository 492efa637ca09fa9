"""The tool's arguments made of the numbers that play its parts: percent as fractions, days as years, strikes in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from assistant.understanding.filling.points import LEAST
from assistant.understanding.framed.calculations import product_named
from assistant.understanding.hedge.layered import measure
from assistant.understanding.judged.roles import Item
from assistant.understanding.positions.flows_told import flows_told
from assistant.understanding.positions.pricing import time_and_rate
from assistant.understanding.positions.purchases import bought
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.which_future import point_of
from tools import CATALOGUE
from tools.contracts import SPECIFICATIONS

Told: TypeAlias = Mapping[str, list[Item]]
"""Part → the numbers that play it, in order."""
Arguments: TypeAlias = dict[str, Any]
Maker: TypeAlias = Callable[[Told, Reading], Arguments | None]
"""The arguments of the numbers in their parts; None where they do not fit."""

SHARES: Final = frozenset({"first", "step", "cap", "share", "target_return", "rate", "vol", "weight"})
"""Parameters that are fractions: a plain number above one was typed as percent."""
_COUNTED: Final = re.compile(r"\b(?:vega|delta|gamma|theta|points?|pts?|contracts?|cts?|lots?|condors?|spreads?|flies)\b")
_HIGHEST_VOL: Final = 3.0
"""A plain volatility up to this is a fraction: options on the VIX are often above 1."""
DAYS_A_YEAR: Final = 365
_DEAREST: Final = 300.0  # points
_PAIR: Final = 2
_CHEAPEST: Final = 8.0  # points; no VIX future has cost less
_RANGED: Final = re.compile(r"\s?(?:-|to)\s?\d{1,2}(?:\.\d)?\s?(?:%|percent\b|pct\b)")
_LARGE: Final = 500.0  # more of a hedge is a sum of money where nothing is counted
_YEARS: Final = 3.0
"""No time to expiry of part of a day is as short: "0.25 left" is of a year."""


def _value(parameter: str, item: Item) -> Any:
    value = item.value
    if parameter in SHARES:
        whole = _HIGHEST_VOL if parameter == "vol" else 1.0
        return round(value / 100, 12) if item.unit != "percent" and abs(value) > whole else value
    return round(value * 100, 12) if item.unit == "percent" else value


def scalars(tool: str, told: Told) -> Arguments | None:
    """Each part as the parameter of its name."""
    known = {p.name: p for p in CATALOGUE[tool].parameters}
    out: Arguments = {}
    for part, items in told.items():
        if part not in known:
            continue
        if known[part].kind in ("numbers", "curve", "series"):
            out[part] = [_value(part, item) if len(item.values) == 1 else v for item in items for v in item.values]
            continue
        value = _value(part, items[0])
        if known[part].kind == "integer":
            if value != int(value) or len(items[0].values) > 1:  # "8/17/9" is no one number of bars
                return None
            value = int(value)
        out[part] = value
    return out


def plain(tool: str) -> Maker:
    """The parts as the parameters of their names."""
    return lambda told, reading: scalars(tool, told)


def traded(tool: str, paid: str = "entry") -> Maker:
    """The same, with the dollars a point of the future that is named; None where a price may be of a future or an option."""

    def made(told: Told, reading: Reading) -> Arguments | None:
        out, a_point = scalars(tool, told), point_of(reading.lower)
        if out is None or (a_point is None and out[paid] >= LEAST):
            return None
        return out if a_point is None else {**out, "multiplier": a_point}

    return made


def curve(told: Told, reading: Reading) -> Arguments | None:
    """Futures prices front to back; None where some of the numbers count the months ("17 22 25, months 1 2 3")."""
    out = scalars("term_structure", told)
    counted = out is not None and "month" in reading.lower and min(out["curve"]) < _CHEAPEST
    return None if counted else out


def basis(told: Told, reading: Reading) -> Arguments | None:
    """The index and its future, of several that are told the first, which is the front one."""
    out = scalars("spot_basis", told)
    prices = [q.value for q in reading.quantities if q.unit == "plain" and _CHEAPEST <= q.value <= _DEAREST]
    front = next((price for price in prices if out is not None and price != out["spot"]), None)
    return {**out, "future": front} if out is not None and len(prices) > _PAIR and front is not None else out


def contract(tool: str) -> Maker:
    """The same, of the contract that the words name; a sum that no VIX future has cost in points is none's price."""

    def made(told: Told, reading: Reading) -> Arguments | None:
        out, product = scalars(tool, told), product_named(reading)
        dear = out is not None and product in ("VX", "VXM") and out.get("price", 0) >= _DEAREST
        return None if out is None or dear else {**out, "product": product}

    return made


def _in_steps(told: Told) -> list[Arguments] | None:
    """Prices with the units at each, in order."""
    prices, units = told["price"], told["units"]
    if len(prices) != len(units):
        return None
    return [{"price": p.value, "units": _value("units", u)} for p, u in zip(prices, units, strict=True)]


def fills(told: Told, reading: Reading) -> Arguments | None:
    """Purchases, each at its price; sums of money buy as many whole contracts as the price lets them."""
    lots = _in_steps(told)
    if lots is None or min(lot["price"] for lot in lots) <= 0:
        return None
    if any(item.unit == "money" for item in told["units"]):
        for lot in lots:
            each = lot["price"] * (SPECIFICATIONS["VIX option"].per_point if lot["price"] < LEAST else 1)
            lot["units"] = float(int(round(lot["units"] / each, 9)))
    return bought(reading, [(lot["price"], lot["units"]) for lot in lots])


def exits(told: Told, reading: Reading) -> Arguments | None:
    """Sales, each at its price."""
    out, exits = traded("staged_exit")(told, reading), _in_steps(told)
    return None if out is None or exits is None else {**out, "exits": exits}


def quoted(told: Told, reading: Reading) -> Arguments | None:
    """Each side as it was quoted: one price, or bid and ask."""
    sides = {name: [v for item in told[name] for v in item.values] for name in ("call", "put", "forward") if name in told}
    return {"strike": told["strike"][0].value, **sides, **time_and_rate(reading.lower)}


def layers(told: Told, reading: Reading) -> Arguments | None:
    """Dollars or contracts, whichever was typed."""
    out = scalars("layer_split", told)
    if out is None or told["planned"][0].unit == "money":
        return None if out is None else {**out, "of": "dollars"}
    return {**out, "of": measure(reading) if out["planned"] >= _LARGE else "contracts"}


def whole_of(told: Told, reading: Reading) -> Arguments | None:
    """A part and its share; the lower end of a range of shares ("25-30%") is no part."""
    ranged = any(_RANGED.match(reading.lower, item.end) for item in told["amount"])
    return None if ranged else scalars("whole_of_part", told)


def deployed(told: Told, reading: Reading) -> Arguments | None:
    """The part in use as a share of the whole, as it was told or as so many dollars of it."""
    budget, used = told["budget"][0], told["deployed"][0]
    share = used.value if used.unit == "percent" else used.value / budget.value if budget.value else 0.0
    return {"budget": budget.value, "deployed": round(share, 12)} if share <= 1 else None


def fractions(items: list[Item]) -> list[float]:
    """Rates of any kind: with percent signs, or above one, they were typed as percent."""
    typed = [(v, item.unit == "percent") for item in items for v in item.values]
    whole = max(abs(v) for v, _ in typed) > 1  # "18-28%" has one sign for both
    return [round(v / 100, 12) if whole and not percent else v for v, percent in typed]


def rates(tool: str, *named: str) -> Maker:
    """The same, with these parameters as fractions."""

    def made(told: Told, reading: Reading) -> Arguments | None:
        out = scalars(tool, told)
        if out is None:
            return None
        for name in named:
            if name in told:
                values = fractions(told[name])
                out[name] = values if isinstance(out[name], list) else abs(values[0])
        return out

    return made


def shares(told: Told, reading: Reading) -> Arguments | None:
    """Shares as fractions, of dollars unless something else is counted ("0.4 of 600 vega")."""
    whole = told["whole"][0]
    of = "units" if whole.unit == "count" or (whole.unit != "money" and _COUNTED.search(reading.lower)) else "dollars"
    ratio = any(reading.lower.startswith(("x", "×"), item.end) for item in told["shares"])
    shares = [item.value for item in told["shares"]] if ratio else fractions(told["shares"])
    return {"whole": whole.value, "shares": shares, "of": of}


def wacc(told: Told, reading: Reading) -> Arguments | None:
    """A tax belongs to the source of money that was named last before it."""
    values, taxes = told["values"], told.get("taxes", [])
    out: Arguments = {"values": [v for item in values for v in item.values], "costs": fractions(told["costs"])}
    if taxes and len(values) == len(out["values"]):
        rates = [0.0] * len(values)
        places = [item.start for item in taxes for _ in item.values]
        for place, rate in zip(places, fractions(taxes), strict=True):
            rates[max(sum(value.start < place for value in values) - 1, 0)] = rate
        out["taxes"] = rates
    return out


def timed(tool: str) -> Maker:
    """The same, with days as years."""

    def made(told: Told, reading: Reading) -> Arguments | None:
        out = scalars(tool, told)
        days = told["days"][0].value
        return (
            None
            if out is None
            else {**out, "years": days if days < _YEARS and days != int(days) else round(days / DAYS_A_YEAR, 12)}
        )

    return made


def option(tool: str) -> Maker:
    """The same, of a call or a put."""

    def made(told: Told, reading: Reading) -> Arguments | None:
        out = timed(tool)(told, reading)
        kind = "put" if "put" in reading.lower and "call" not in reading.lower else "call"
        return None if out is None else {**out, "kind": kind}

    return made


def flows(tool: str) -> Maker:
    """Of cash flows: which were paid, and when, stands in words that the frames read; without a sign nothing is known."""

    def made(told: Told, reading: Reading) -> Arguments | None:
        out = scalars(tool, told)
        if out is not None and (by_words := flows_told(reading)) is not None:
            out = {**out, **by_words}
        return out if out is not None and min(out["cash_flows"]) < 0 < max(out["cash_flows"]) else None

    return made
