"""Part of a pattern whose rest is known: another bar of a cross, another month of a curve, the other side of a position."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.arithmetic import spans_named, step_changed
from assistant.understanding.backtests import backtest_terms
from assistant.understanding.bars import further_bars
from assistant.understanding.calculations import product_named
from assistant.understanding.calendar_words import settlements
from assistant.understanding.early_flies import edges
from assistant.understanding.exits import exit_added
from assistant.understanding.layered import TOOL as LAYER_SPLIT
from assistant.understanding.layered import reshared
from assistant.understanding.leg_structures import resized, turned
from assistant.understanding.marks_since import marked_again
from assistant.understanding.payoff_slots import CONTRACTS
from assistant.understanding.pricing import option_terms, sides_changed, strike_changed, terms_changed, vol_changed
from assistant.understanding.quantities import Reading
from assistant.understanding.role_words import RISKED
from assistant.understanding.slots import fill
from assistant.understanding.structures import month_changed
from assistant.understanding.targets import target_changed
from assistant.understanding.trades import exit_changed
from assistant.understanding.vols_told import other_delta

PRODUCT: Final = re.compile(r"\b(?:vxm|vx|mini|minis|vix|spx|futures?|options?|calls?|puts?)\b")
_SIDE_OF_RSI: Final = re.compile(
    r"\b(gain|loss)(?:es|s)?(?: is| was| were| of| at|:|=|(?: (?:falls?|drops?|rises?|goes|went"
    r"|go|gets?|becomes?|changes?|shrinks?|grows?|comes?)(?: (?:down|up|back))?(?: to)?))? \$?(\d++(?:\.\d++)?|\.\d++)"
)
_PAID: Final = re.compile(r"\b(?:pay|paid|invest|cost\w*|put in)(?: (?:was|is|of|only|just|me))? \$?(\d[\d,]*+(?:\.\d++)?)")
_LEVEL_OF: Final = re.compile(r"\b(?:level|normali[sz]ed)(?: (?:level|is|was|at|of)){0,2} (\d++(?:\.\d++)?|\.\d++)")
_AGAINST: Final = re.compile(
    r"(?<![\w.])(\d++(?:\.\d++)?|\.\d++) (?:against|vs\.?|versus|over|compared (?:to|with)|relative to|with) "
    r"(?:(?:a|an|the|its|my) )?(?:\w{2,9} ){0,3}(?:mean|average|avg)(?: (?:of|is|at|was))? "
    r"(\d++(?:\.\d++)?|\.\d++)(?![\w%]|\.\d)"
)
_EACH_ADD: Final = re.compile(
    r"\bthen (\d{1,2})\s?(?:%|percent)? (?:each|every time|at a time|per (?:add|step|tranche)|for (?:the rest|each|the others))"
)
_FIRST_ONE: Final = re.compile(  # "make the first one 30"
    r"\b(?:make|set|put|take|start|open)\b[^?\d]{0,14}\bfirst(?: (?:one|tranche|slice|layer|step|buy|add|piece))?"
    r"(?: (?:at|to|of|be|is|with|as)){0,2} (\d{1,2}(?:\.\d+)?)\s?(?:%|percent)?(?: instead)?\W*$"
)
_EACH: Final = re.compile(r"\s?(?:of )?each\W*$")
_FOR: Final = re.compile(r"\b(?:for|with)\s?$")
_PRICED_AT: Final = re.compile(r"\b(?:at|if|for|worth|costs?|price[ds]?|trad(?:es|ing)(?: at)?|it(?:'?s| is| was))\s?\$?$")
_NET: Final = re.compile(
    r"\b(?:and|what about|how about|credit|debit|premium|received|collected|got|gets?|paid|pay|for|been|price|it was|it were"
    r"|instead of|only"
    r"|at)(?: (?:of"
    r"|is|was|were|only|just))?"
    r"\s?\$?$"
)
_CHEAP: Final = 0.5
_OTHER_KIND: Final = {"call": "put", "put": "call"}
_AT: Final = re.compile(r"\b(?:at|when|if) $")
_KEYED: Final = re.compile(r"\b(k[123]|lower|body|middle|upper)(?: strike)?\s?(?:=|:|at|is|to)\s?(\d++(?:\.\d++)?)")
_KEYS: Final = {
    "k1": "lower",
    "lower": "lower",
    "k2": "body",
    "body": "body",
    "middle": "body",
    "k3": "upper",
    "upper": "upper",
}
_WINDOWS: Final = {"event_window": "days", "around_events": "window"}
_WINDOW: Final = re.compile(r"(?<![\w.])(\d{1,2})[ -]?(?:days?|bars?)\b|\bwindow (?:of )?(\d{1,2})\b")
_FEW: Final = 4  # words
_SHORT: Final = 8  # words
_LONG: Final = 10  # words


def in_part(reading: Reading, last: Call) -> Mapping[str, Any]:
    """Part of a pattern whose rest is known: another bar of a cross, another month of a curve, the other side of a position."""
    if last.tool in ("butterfly", "position", "exit_for_target") and (aim := target_changed(reading, last.arguments)):
        return aim
    if last.tool == "position":
        known = last.arguments
        return turned(reading, known) or _for_so_many(reading) or _net(reading, known) or _level(reading, known)
    if last.tool in ("round_trip", "staged_exit") and "multiplier" in last.arguments and (size := resized(reading)):
        return size
    if last.tool == "staged_exit":
        return exit_added(reading, last.arguments)
    if last.tool == "at_marks":
        return resized(reading) or marked_again(reading, last.arguments) or fill(reading, (CONTRACTS,)).arguments
    if last.tool == "round_trip":
        return exit_changed(reading) or fill(reading, (CONTRACTS,)).arguments
    if last.tool in ("parity", "pair_forward"):
        return sides_changed(reading, last.arguments)
    if last.tool == "butterfly_value_today":
        vols = ("vol_lower", "vol_body", "vol_upper")
        return terms_changed(reading, vols) or vol_changed(reading, vols)
    if last.tool == "butterfly":
        keyed = {_KEYS[m[1]]: float(m[2]) for m in _KEYED.finditer(reading.lower)}
        many = _for_so_many(reading) if {"lower", "body", "debit"} <= last.arguments.keys() else {}
        # No butterfly costs its wing: "for 10" are ten of them.
        each = bool(reading.quantities) and _EACH.match(reading.after(reading.quantities[0])) is not None
        dear = bool(many) and (each or many["contracts"] >= last.arguments["body"] - last.arguments["lower"])
        return {} if reading.ladders else keyed or (many if dear else {}) or _beyond_wings(reading, last.arguments)
    if last.tool in ("tranche_plan", "tranche_units", "running_share") and (later := _EACH_ADD.search(reading.lower)):
        return {"step": round(float(later[1]) / 100, 12)}  # "25% first, then 20 each"
    if last.tool == "tranche_plan" and (made := _FIRST_ONE.search(reading.lower)):
        return {"first": round(float(made[1]) / 100, 12)}
    if last.tool == "units_for_budget" and (risked := RISKED.search(reading.lower)):
        return {"budget": float(risked[1].replace(",", "")) * (1000 if risked[2] else 1)}
    if last.tool == "macd_trigger":
        return spans_named(reading)
    if last.tool == LAYER_SPLIT:
        return reshared(reading)
    if last.tool == "vix_expiries":
        return settlements(reading) or settlements(Reading(f"{reading.text.rstrip(' ?.!')} {last.arguments['date'][:4]}")) or {}
    if last.tool == "finish_chance":
        terms, _ = option_terms(reading.lower)
        return edges(reading) or {k: terms[k] for k in ("forward", "years", "vol") if k in terms}
    if last.tool == "rsi_value":
        return {f"average_{m[1]}": float(m[2]) for m in _SIDE_OF_RSI.finditer(reading.lower)}
    if last.tool == "irr" and (paid := _PAID.search(reading.lower)) and last.arguments["cash_flows"][0] < 0:
        return {"cash_flows": [-float(paid[1].replace(",", "")), *last.arguments["cash_flows"][1:]]}
    if last.tool == "black76" and (several := terms_changed(reading, ("vol",))):
        return several
    if last.tool in ("black76", "implied_volatility") and (struck := strike_changed(reading)):
        return struck
    if last.tool == "black76" and (vol := vol_changed(reading, ("vol",))):
        return vol
    if (
        last.tool == "implied_volatility"
        and len(reading.quantities) == 1
        and _PRICED_AT.search(reading.before(reading.quantities[0]))
    ):
        other = _OTHER_KIND[last.arguments.get("kind", "call")]
        return {"price": reading.quantities[0].value, **({"kind": other} if other in reading.lower else {})}
    if last.tool == "backtest":
        return backtest_terms(reading)
    if last.tool in _WINDOWS:
        days = _WINDOW.search(reading.lower)
        return {_WINDOWS[last.tool]: int(days[1] or days[2])} if days else {}
    if last.tool == "butterfly_quote":
        return fill(reading, (CONTRACTS,)).arguments or _for_so_many(reading)
    if last.tool == "macd_cross":
        level, against = _LEVEL_OF.search(reading.lower), _AGAINST.search(reading.lower)
        if against is not None:  # the method's own yardstick
            return {"normalised": round(float(against[1]) / float(against[2]), 6)} if float(against[2]) > 0 else {}
        again = _lone_number(reading) if "normalised" in last.arguments else None  # "level 0.74", then "and 0.9?"
        found = float(level[1]) if level else again
        return {**further_bars(reading, last.arguments), **({} if found is None else {"normalised": found})}
    if last.tool == "iv_at_delta":
        return other_delta(reading)
    if last.tool == "contract_value" and not reading.quantities and PRODUCT.search(reading.lower):
        return {"product": product_named(reading)}
    if last.tool in ("ema_step", "wilder_step"):
        stepped = step_changed(reading)
        name = "span" if last.tool == "ema_step" else "period"
        return {name if k == "span" else k: v for k, v in stepped.items()}
    if last.tool == "term_structure" and "curve" in last.arguments:
        return month_changed(reading, last.arguments["curve"]) or _other_curve(reading)
    return {}


def _other_curve(reading: Reading) -> dict[str, Any]:
    """Three prices or more instead of those before ("if it flips to 19 17.5 16.8"); empty where there are fewer, or others."""
    found = [q.value for q in reading.quantities if q.unit in ("plain", "money")] or list(reading.ladder)
    whole = len(found) > 2 and all(3 <= price <= 200 for price in found) and len(reading.lower.split()) <= _LONG
    return {"curve": found} if whole else {}


def _net(reading: Reading, known: Mapping[str, Any]) -> dict[str, Any]:
    """Another price of all legs together ("what if it had been 1.40"), which stays a credit or a debit as it was."""
    if "net" not in known or len(reading.quantities) != 1 or len(reading.lower.split()) > _SHORT:
        return {}
    (price,) = reading.quantities
    small = 0 < price.value < _CHEAP * min(leg["strike"] for leg in known["legs"])
    said = _NET.search(reading.before(price)) or re.match(r" ?(?:points? )?(?:credit|debit)", reading.after(price))
    broken = not price.value.is_integer() or "credit" in reading.lower or "debit" in reading.lower
    if price.unit not in ("plain", "money") or not (small and said and broken):
        return {}
    return {"net": math.copysign(price.value, known["net"])}


def _level(reading: Reading, known: Mapping[str, Any]) -> dict[str, Any]:
    """Where it settles, by "at" and a number of the size of the strikes ("which pays more at 26?")."""
    if len(reading.quantities) != 1 or len(reading.lower.split()) > _SHORT or reading.legs:
        return {}
    (number,) = reading.quantities
    priced = number.value < _CHEAP * min(leg["strike"] for leg in known["legs"])
    return {} if priced or number.unit != "plain" or not _AT.search(reading.before(number)) else {"settlement": number.value}


def _beyond_wings(reading: Reading, known: Mapping[str, Any]) -> dict[str, Any]:
    """Where it settles, by "at" and a number that no butterfly of these strikes can cost ("and at 10.75?")."""
    alone = len(reading.quantities) == 1 and len(reading.lower.split()) <= _FEW and "debit" in known
    if not alone or not {"lower", "body", "upper"} <= known.keys():
        return {}
    (number,) = reading.quantities
    widest = max(known["body"] - known["lower"], known["upper"] - known["body"])
    level = number.unit == "plain" and number.value > widest and _AT.search(reading.before(number)) is not None
    return {"settlement": number.value} if level else {}


def _lone_number(reading: Reading) -> float | None:
    """The one plain number of a question that is hardly more than that."""
    alone = len(reading.quantities) == 1 and len(reading.lower.split()) <= _FEW and reading.quantities[0].unit == "plain"
    return reading.quantities[0].value if alone else None


def _for_so_many(reading: Reading) -> dict[str, Any]:
    """A number of units where the words are hardly more than it ("and for 10?")."""
    if len(reading.quantities) != 1 or len(reading.lower.split()) > _FEW:
        return {}
    (number,) = reading.quantities
    counts = number.unit in ("plain", "count") and number.value.is_integer() and number.value >= 1
    said = _FOR.search(reading.before(number)) or _EACH.match(reading.after(number))
    return {"contracts": int(number.value)} if counts and said else {}
