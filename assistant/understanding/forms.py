"""The calculations that a question's numbers may be for, and the parts that numbers play in each.

A part is a parameter of the tool, or stands for several of them (the strikes of a butterfly, the price of a fill).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from assistant.understanding.calculations import product_named
from assistant.understanding.quantities import Reading
from assistant.understanding.roles import NONE, Item
from assistant.understanding.which_future import point_of
from tools import CATALOGUE

Told = Mapping[str, list[Item]]
Arguments = dict[str, Any]

_SHARES: Final = frozenset({"first", "step", "cap", "share", "target_return", "rate", "vol"})
"""Parameters that are fractions: a plain number above one was typed as percent."""
_CREDIT: Final = re.compile(r"\bcredit\b")
_DAYS_A_YEAR: Final = 365
_YEARS: Final = 3.0
"""No time to expiry of part of a day is as short: "0.25 left" is of a year."""


@dataclass(frozen=True)
class Form:
    """One calculation.

    Attributes:
        tool: its name in the catalogue.
        parts: parts → whether several numbers may play it.
        needs: parts without which there is no calculation.
        least: how many of all parts there must be.
        made: the tool's arguments of the numbers in their parts; None where they do not fit.
    """

    tool: str
    parts: Mapping[str, bool]
    needs: tuple[str, ...] = ()
    least: int = 1
    made: Callable[[Told, Reading], Arguments | None] = field(default=lambda told, reading: None)

    def arguments(self, told: Told, reading: Reading) -> Arguments | None:
        """The tool's arguments; None where something is missing or does not fit."""
        if (
            any(part not in told for part in self.needs)
            or sum(len(item.values) for items in told.values() for item in items) < self.least
        ):
            return None
        return self.made(told, reading)


def _value(parameter: str, item: Item) -> Any:
    value = item.value
    if parameter in _SHARES:
        return round(value / 100, 12) if item.unit != "percent" and abs(value) > 1 else value
    return round(value * 100, 12) if item.unit == "percent" else value


def _scalars(tool: str, told: Told) -> Arguments | None:
    """Each part as the parameter of its name."""
    known = {p.name: p for p in CATALOGUE[tool].parameters}
    out: Arguments = {}
    for part, items in told.items():
        if part not in known:
            continue
        if known[part].kind in ("numbers", "curve"):
            out[part] = [_value(part, item) if len(item.values) == 1 else v for item in items for v in item.values]
            continue
        value = _value(part, items[0])
        if known[part].kind == "integer":
            if value != int(value):
                return None
            value = int(value)
        out[part] = value
    return out


def _strikes(told: Told) -> Arguments | None:
    strikes = sorted(v for item in told.get("strikes", []) for v in item.values)
    return dict(zip(("lower", "body", "upper"), strikes, strict=True)) if len(set(strikes)) == len(strikes) == 3 else None


def _plain(tool: str) -> Callable[[Told, Reading], Arguments | None]:
    return lambda told, reading: _scalars(tool, told)


def _structure(tool: str) -> Callable[[Told, Reading], Arguments | None]:
    def made(told: Told, reading: Reading) -> Arguments | None:
        strikes, others = _strikes(told), _scalars(tool, told)
        if strikes is None or others is None:
            return None
        if "debit" in told and _CREDIT.search(reading.lower[max(told["debit"][0].start - 16, 0) : told["debit"][0].end + 10]):
            others["debit"] = -abs(others["debit"])
        return {**strikes, **others}

    return made


def _traded(tool: str) -> Callable[[Told, Reading], Arguments | None]:
    def made(told: Told, reading: Reading) -> Arguments | None:
        out, a_point = _scalars(tool, told), point_of(reading.lower)
        return out if out is None or a_point is None else {**out, "multiplier": a_point}

    return made


def _contract(told: Told, reading: Reading) -> Arguments | None:
    out = _scalars("contract_value", told)
    return None if out is None else {**out, "product": product_named(reading)}


def _in_steps(told: Told) -> list[Arguments] | None:
    """Prices with the units at each, in order."""
    prices, units = told["price"], told["units"]
    if len(prices) != len(units):
        return None
    return [{"price": p.value, "units": _value("units", u)} for p, u in zip(prices, units, strict=True)]


def _fills(told: Told, reading: Reading) -> Arguments | None:
    fills = _in_steps(told)
    return None if fills is None else {"fills": fills}


def _exits(told: Told, reading: Reading) -> Arguments | None:
    out, exits = _traded("staged_exit")(told, reading), _in_steps(told)
    return None if out is None or exits is None else {**out, "exits": exits}


def _quoted(told: Told, reading: Reading) -> Arguments | None:
    """Each side as it was quoted: one price, or bid and ask."""
    sides = {name: [v for item in told[name] for v in item.values] for name in ("call", "put", "forward")}
    return {"strike": told["strike"][0].value, **sides}


def _layers(told: Told, reading: Reading) -> Arguments | None:
    out = _scalars("layer_split", told)
    return None if out is None else {**out, "of": "dollars" if told["planned"][0].unit == "money" else "contracts"}


def _deployed(told: Told, reading: Reading) -> Arguments | None:
    budget, used = told["budget"][0], told["deployed"][0]
    share = used.value if used.unit == "percent" else used.value / budget.value if budget.value else 0.0
    return {"budget": budget.value, "deployed": round(share, 12)}


def _fractions(items: list[Item]) -> list[float]:
    """Rates of any kind: with percent signs, or above one, they were typed as percent."""
    percent = any(item.unit == "percent" for item in items)
    values = [v for item in items for v in item.values]
    return values if percent or max(map(abs, values)) <= 1 else [round(v / 100, 12) for v in values]


def _rates(tool: str, *fractions: str) -> Callable[[Told, Reading], Arguments | None]:
    def made(told: Told, reading: Reading) -> Arguments | None:
        out = _scalars(tool, told)
        if out is None:
            return None
        for name in fractions:
            if name in told:
                values = _fractions(told[name])
                out[name] = values if isinstance(out[name], list) else abs(values[0])
        return out

    return made


def _wacc(told: Told, reading: Reading) -> Arguments | None:
    """A tax belongs to the source of money that was named last before it."""
    values, taxes = told["values"], told.get("taxes", [])
    out: Arguments = {"values": [item.value for item in values], "costs": _fractions(told["costs"])}
    if taxes:
        rates = [0.0] * len(values)
        for item, rate in zip(taxes, _fractions(taxes), strict=True):
            rates[max(sum(value.start < item.start for value in values) - 1, 0)] = rate
        out["taxes"] = rates
    return out


def _timed(tool: str) -> Callable[[Told, Reading], Arguments | None]:
    def made(told: Told, reading: Reading) -> Arguments | None:
        out = _scalars(tool, told)
        days = told["days"][0].value
        return None if out is None else {**out, "years": days if days < _YEARS and days != int(days) else days / _DAYS_A_YEAR}

    return made


def _option(tool: str) -> Callable[[Told, Reading], Arguments | None]:
    def made(told: Told, reading: Reading) -> Arguments | None:
        out = _timed(tool)(told, reading)
        kind = "put" if "put" in reading.lower and "call" not in reading.lower else "call"
        return None if out is None else {**out, "kind": kind}

    return made


def _form(
    tool: str,
    needs: str = "",
    further: str = "",
    made: Callable[[Told, Reading], Arguments | None] | None = None,
    least: int = 1,
) -> Form:
    """A form from the names of its parts, those that may stand several times with a "+"."""
    parts = {name.rstrip("+"): name.endswith("+") for name in (*needs.split(), *further.split())}
    return Form(tool, parts, tuple(n.rstrip("+") for n in needs.split()), least, made or _plain(tool))


_SPANS: Final = "fast slow"
FORMS: Final[Mapping[str, Form]] = {
    form.tool: form
    for form in (
        _form("butterfly", "strikes+ debit", "contracts settlement fees target target_return", _structure("butterfly")),
        _form("butterfly_value", "strikes+ settlement", "contracts", _structure("butterfly_value")),
        _form("contract_value", "price", "contracts", _contract),
        _form("round_trip", "entry leave", "contracts fees", _traded("round_trip")),
        _form("exit_for_target", "entry", "target target_return contracts", _traded("exit_for_target"), least=2),
        _form("units_for_budget", "budget unit_cost", "share"),
        _form("tranche_plan", "budget", "first step cap unit_cost share"),
        _form("tranche_units", "planned", "first step tranches"),
        _form("running_share", "", "first step adds"),
        _form("layer_split", "planned", "parts+", _layers),
        _form("budget_split", "budget deployed", "", _deployed),
        _form("part_of", "amount whole"),
        _form("whole_of_part", "amount share"),
        _form("staged_cost", "price+ units+", "", _fills, least=4),
        _form("staged_exit", "entry price+ units+", "contracts", _exits, least=3),
        _form("net_present_value", "cash_flows+ rate", least=3),
        _form("irr", "cash_flows+", least=2),
        _form("wacc", "values+ costs+", "taxes+", _wacc, least=4),
        _form("macd_values", "fast_ema slow_ema", "signal"),
        _form("third_line", "", "macd signal histogram", least=2),
        _form("macd_cross", "macd_now signal_now", "macd_before signal_before"),
        _form("histogram_bars", "values+", least=2),
        _form("macd_lines", "macd+ signal+", least=4),
        _form("histogram_peaks", "peaks+", least=2),
        _form("macd_step", "fast_ema slow_ema signal value", f"{_SPANS} span"),
        _form("ema_step", "previous value span"),
        _form("ema_of_values", "values+ span", least=3),
        _form("ema_input", "previous wanted span"),
        _form("wilder_step", "previous value", "period"),
        _form("smoothing_constant", "span"),
        _form("first_bars", "", f"{_SPANS} signal given"),
        _form("rsi_value", "average_gain average_loss"),
        _form("rsi_step", "average_gain average_loss change", "period"),
        _form("rsi_ratio", "rsi", "average_loss"),
        _form("normalised_level", "value usual"),
        _form("value_at_level", "usual", "normalised"),
        _form("macd_of_slope", "slope", _SPANS),
        _form("advance_decline", "advances+ declines+", "start", least=2),
        _form("two_pivots", "index_before index_now line_before line_now"),
        _form("term_structure", "curve+", least=2),
        _form("yearly_slope", "front second days"),
        _form("black76", "forward strike days vol", "rate", _option("black76")),
        _form("implied_volatility", "price forward strike days", "rate", _option("implied_volatility")),
        _form("parity", "strike call put forward", "", _quoted),
        _form("finish_chance", "low high forward days vol", "", _timed("finish_chance")),
        _form("iv_at_delta", "deltas+ ivs+", "delta", _rates("iv_at_delta", "deltas", "ivs", "delta"), least=4),
        _form("iv_at_tenor", "days+ ivs+", "tenor", _rates("iv_at_tenor", "ivs"), least=4),
    )
}
"""Each calculation under its tool's name."""
HEADS: Final = (*FORMS, NONE)
"""What a question with numbers may be for; `NONE`: for nothing that is computed."""
PARTS: Final = (*dict.fromkeys(part for form in FORMS.values() for part in form.parts), NONE)
"""Every part that a number may play."""
