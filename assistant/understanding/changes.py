"""A calculation made before with something changed in it: one number, the strikes, a choice, or a number it waited for."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.arithmetic import spans_named, step_changed
from assistant.understanding.backtests import backtest_terms
from assistant.understanding.bars import further_bars
from assistant.understanding.calculations import Calculation, fitted, product_named
from assistant.understanding.calendar_words import settlements
from assistant.understanding.early_flies import edges
from assistant.understanding.exits import exit_added
from assistant.understanding.frame import Frame
from assistant.understanding.frames import FRAMES_OF
from assistant.understanding.named import named_arguments
from assistant.understanding.number_words import WORDS
from assistant.understanding.payoff_slots import CONTRACTS
from assistant.understanding.points import LEAST, in_points
from assistant.understanding.pricing import sides_changed, strike_changed, terms_changed, vol_changed
from assistant.understanding.quantities import Reading
from assistant.understanding.slots import fill
from assistant.understanding.steps import From, linked
from assistant.understanding.structures import month_changed, resized, turned
from assistant.understanding.trades import exit_changed
from assistant.understanding.words_for import in_words
from tools import CATALOGUE
from tools.contracts import SPECIFICATIONS

_PRODUCT: Final = re.compile(r"\b(?:vxm|vx|mini|minis|vix|spx|futures?|options?|calls?|puts?)\b")
_SIDE_OF_RSI: Final = re.compile(r"\b(gain|loss)(?:es|s)?(?: is| was| of| at|:|=)? \$?(\d++(?:\.\d++)?|\.\d++)")
_PAID: Final = re.compile(r"\b(?:pay|paid|invest|cost\w*|put in)(?: (?:was|is|of|only|just|me))? \$?(\d[\d,]*+(?:\.\d++)?)")
_LEVEL_OF: Final = re.compile(r"\b(?:level|normali[sz]ed)(?: (?:level|is|was|at|of)){0,2} (\d++(?:\.\d++)?|\.\d++)")
_AGAINST: Final = re.compile(
    r"(?<![\w.])(\d++(?:\.\d++)?|\.\d++) (?:against|vs\.?|versus|over|compared (?:to|with)|relative to|with) "
    r"(?:(?:a|an|the|its|my) )?(?:\w{2,9} ){0,3}(?:mean|average|avg)(?: (?:of|is|at|was))? "
    r"(\d++(?:\.\d++)?|\.\d++)(?![\w%]|\.\d)"
)
_MORE: Final = re.compile(
    rf"\W{{0,3}}(?:(?:and|add|with|plus|take|buy|now|if i (?:add|buy|take)) ){{0,2}}(\d{{1,5}}|{'|'.join(WORDS)}) more"
    r"(?: (?:contracts?|of (?:them|these|those)|lots?|flies|fly|butterflies|units?|spreads?|condors?))?\W{0,4}$"
)
_STEPS: Final = ("ema_step", "wilder_step")
_EVERY: Final = re.compile(r"\b(?:each|both|all|every|either)\b")
_EACH: Final = re.compile(r"\s?(?:of )?each\W*$")
_FOR: Final = re.compile(r"\b(?:for|with)\s?$")
_FEW: Final = 4  # words
_SHORT: Final = 8  # words
_ALONE: Final = re.compile(  # besides the number: "use 60 day window" names something else
    r"(?:[^\w]|\b(?:and|what|about|how|if|at|for|the|it|its|was|were|is|be|been|had|make|with|instead|now|ok|then|only|just|say|try|a|of"
    r"|to|use|change|set|put|but|also|or|so|please|pls|i|we|you|dollars?|bucks|usd|points?|pts|percent|instead|go|goes|one|same|rather"
    r"|budget|account|plan|hedge|planned|price[ds]?|worth|value|cost|paid|strike|settle[sd]?|vix|today|yesterday|day|days|period|periods"
    r"|span|k)\b|[\d.,]++k?)*"
)
_AT: Final = re.compile(r"\b(?:at|if)\s?$")
_PRICED_AT: Final = re.compile(r"\b(?:at|if|for|worth|costs?|price[ds]?|trad(?:es|ing)(?: at)?|it(?:'?s| is| was))\s?\$?$")
_NET: Final = re.compile(
    r"\b(?:credit|debit|premium|received|collected|got|paid|for|been|price|it was|it were|instead of|only|at)(?: (?:of"
    r"|is|was|were|only|just))?"
    r"\s?\$?$"
)
_CHEAP: Final = 0.5
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
_READ_AS: Final = {"running_share": "tranche_plan"}  # the tool whose frame has the other's parameters
_SAME_TOOL: Final = {"butterfly_value": "butterfly"}


@dataclass(frozen=True)
class Change:
    """The calls with the change put in; or, where it is not clear which of them is meant, one question for each."""

    calls: tuple[Call, ...]
    choices: tuple[str, ...] = ()


def change(reading: Reading, last: Call) -> Call | None:
    """The call with the numbers that `reading` gives put in ("and at 1.10?", "make it 10 contracts"), or None."""
    tool = _SAME_TOOL.get(last.tool, last.tool)
    found: dict[str, Any] = dict(_in_part(reading, last))
    takes = {p.name for p in CATALOGUE[tool].parameters}
    if not found and "contracts" in takes and (more := _MORE.match(reading.lower)):
        found = {"contracts": last.arguments.get("contracts", 1) + (WORDS.get(more[1]) or int(more[1]))}
    for frame in FRAMES_OF.get(_READ_AS.get(tool, tool), ()):
        if found:
            break
        found = {k: v for k, v in _read(frame, reading, last).items() if k in takes}
    found = {**named_arguments(CATALOGUE[tool], reading), **found}
    # A price for a side that has a bid and an ask is no value of it.
    found = {k: v for k, v in found.items() if isinstance(v, list) == isinstance(last.arguments.get(k, v), list)}
    if not found:
        return None
    arguments = {**last.arguments, **found}
    return Call(tool if "debit" in arguments else last.tool, arguments)


def changes(reading: Reading, calls: Sequence[Call]) -> Change | None:
    """The calls of one turn with the change put into those that it concerns; the others take what the changed ones bring.

    Where several calls are alike and differ in just what is changed, it is not clear which is meant: then one question each.
    """
    changed = {n: new for n, call in enumerate(calls) if (new := change(reading, call)) is not None}
    if not changed:
        return None
    first = min(changed, key=lambda n: (-_taken(calls[n], changed[n]), n))
    alike = [n for n in changed if calls[n].tool == calls[first].tool]
    keys = {k for n in alike for k, v in changed[n].arguments.items() if calls[n].arguments.get(k) != v}
    every = _EVERY.search(reading.lower) is not None
    if not every and any(len({repr(calls[n].arguments.get(k)) for n in alike}) > 1 for k in keys):
        return Change((), tuple(in_words(changed[n]) for n in alike))
    out = [changed[n] if n in alike else call for n, call in enumerate(calls)]
    if len(out) > 1 and out[-1].tool == out[-2].tool and out[-1].tool in _STEPS:  # the second step starts where the first ends
        previous = From(out[-1].tool, "average")
        out[-1] = Call(out[-1].tool, {**out[-1].arguments, "previous": previous})
    return Change(tuple(linked(out, since=first)))


def completed(reading: Reading, pending: Call) -> Calculation | None:
    """A calculation that waited for numbers, with those that `reading` gives; None where it gives none of them."""
    call = change(reading, pending)
    frames = FRAMES_OF.get(pending.tool, ())
    if call is None or not frames:
        return None
    frame = frames[-1]
    call = _dollars_to_points(call)
    missing = [slot.ask for slot in frame.slots if slot.required and slot.parameter not in call.arguments]
    if frame.lacking and not call.arguments.keys() - {slot.parameter for slot in frame.slots}:
        missing.insert(0, frame.lacking)
    return Calculation(call, tuple(missing))


def _in_part(reading: Reading, last: Call) -> Mapping[str, Any]:
    """Part of a pattern whose rest is known: another bar of a cross, another month of a curve, the other side of a position."""
    if last.tool == "position":
        return turned(reading, last.arguments) or _for_so_many(reading) or _net(reading, last.arguments)
    if last.tool in ("round_trip", "staged_exit") and "multiplier" in last.arguments and (size := resized(reading)):
        return size
    if last.tool == "staged_exit":
        return exit_added(reading, last.arguments)
    if last.tool == "round_trip":
        return exit_changed(reading) or fill(reading, (CONTRACTS,)).arguments
    if last.tool == "parity":
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
        return {} if reading.ladders else keyed or (many if dear else {})
    if last.tool == "macd_trigger":
        return spans_named(reading)
    if last.tool == "vix_expiries":
        return settlements(reading) or settlements(Reading(f"{reading.text.rstrip(' ?.!')} {last.arguments['date'][:4]}")) or {}
    if last.tool == "finish_chance":
        return edges(reading)
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
        return {"price": reading.quantities[0].value}
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
        return {**further_bars(reading), **({} if found is None else {"normalised": found})}
    if last.tool == "contract_value" and not reading.quantities and _PRODUCT.search(reading.lower):
        return {"product": product_named(reading)}
    if last.tool in ("ema_step", "wilder_step"):
        stepped = step_changed(reading)
        name = "span" if last.tool == "ema_step" else "period"
        return {name if k == "span" else k: v for k, v in stepped.items()}
    if last.tool == "term_structure" and "curve" in last.arguments:
        return month_changed(reading, last.arguments["curve"]) or {}
    return {}


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


def _lone_number(reading: Reading) -> float | None:
    """The one plain number of a question that is hardly more than that."""
    alone = len(reading.quantities) == 1 and len(reading.lower.split()) <= _FEW and reading.quantities[0].unit == "plain"
    return reading.quantities[0].value if alone else None


def _dollars_to_points(call: Call) -> Call:
    """A debit named before the strikes ("a max loss of 85") and larger than the butterfly can be worth: dollars."""
    known = call.arguments
    if not {"lower", "upper", "debit"} <= known.keys() or known["debit"] < max(LEAST, known["upper"] - known["lower"]):
        return call
    return Call(call.tool, {**known, "debit": round(known["debit"] / SPECIFICATIONS["VIX option"].per_point, 12)})


def _taken(old: Call, new: Call) -> int:
    return sum(old.arguments.get(k) != v for k, v in new.arguments.items())


def _read(frame: Frame, reading: Reading, last: Call) -> dict[str, Any]:
    """What the frame reads in the words, given what is known."""
    found = dict(frame.structure(reading) or {}) if frame.structure else {}
    filling = fill(reading, frame.slots, given=[*last.arguments, *found])
    found.update(fitted(frame.tool, filling.arguments or _lone(frame, reading, last), reading))
    if "product" in found and not _PRODUCT.search(reading.lower):  # what is not said again stays as it was
        del found["product"]
    if not found:
        return {}
    out, _ = in_points(reading, found, filling.sources.get("debit"), last.arguments)
    source = filling.sources.get("unit_cost")
    if (
        source is not None
        and source.unit == "plain"
        and out.get("unit_cost", LEAST) < LEAST <= last.arguments.get("unit_cost", LEAST)
    ):
        out["unit_cost"] = round(out["unit_cost"] * SPECIFICATIONS["VIX option"].per_point, 12)  # points, as what it changes
    return out


def _for_so_many(reading: Reading) -> dict[str, Any]:
    """A number of units where the words are hardly more than it ("and for 10?")."""
    if len(reading.quantities) != 1 or len(reading.lower.split()) > _FEW:
        return {}
    (number,) = reading.quantities
    counts = number.unit in ("plain", "count") and number.value.is_integer() and number.value >= 1
    said = _FOR.search(reading.before(number)) or _EACH.match(reading.after(number))
    return {"contracts": int(number.value)} if counts and said else {}


def _lone(frame: Frame, reading: Reading, last: Call) -> dict[str, Any]:
    """The one number of a question that is hardly more than that ("and 40?"), for the one slot that needs a number; where
    none does, for the one that was given a number before.
    """
    # A number alone is no credit: that has to be said.
    fitting = [slot for slot in frame.slots if not slot.negate and all(slot.takes(q) for q in reading.quantities)]
    if reading.quantities and _AT.search(reading.before(reading.quantities[0])):  # "at 4275?" is a price, no number of things
        fitting = [slot for slot in fitting if slot.parameter != "contracts"]
        at = [slot for slot in fitting if slot.parameter in ("settlement", "forward")]
        if at and len(reading.quantities) == 1 and len(reading.lower.split()) <= _FEW:
            return {at[0].parameter: at[0].value(reading.quantities[0])}
    needed = [slot for slot in fitting if slot.required]
    given = {slot.parameter: slot for slot in fitting if slot.parameter in last.arguments}
    slots = needed or list(given.values())
    if len(reading.quantities) != 1 or len(slots) != 1 or len(reading.lower.split()) > _FEW:
        return {}
    if _ALONE.fullmatch(reading.before(reading.quantities[0]) + reading.after(reading.quantities[0])) is None:
        return {}
    return {slots[0].parameter: slots[0].value(reading.quantities[0])}
