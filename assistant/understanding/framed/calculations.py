"""Which tool a question's numbers are for, and what is missing to call it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from assistant.session import Call
from assistant.understanding.filling.calculation import Calculation, numbered
from assistant.understanding.filling.frame import Frame
from assistant.understanding.filling.points import in_points
from assistant.understanding.filling.slots import fill
from assistant.understanding.framed.frames import BY_TOOL, FRAMES, NUMBERLESS
from assistant.understanding.lines.listed_values import as_typed
from assistant.understanding.positions.flows_told import flows_told
from assistant.understanding.text.quantities import Quantity, Reading, blanked
from assistant.understanding.text.which_future import future_named, names_option, point_of
from tools import CATALOGUE
from tools.contracts import SPECIFICATIONS
from tools.macd import warm_up
from tools.methodology import METHOD
from tools.wording import money

_POINTS = 10.0  # an option that costs less than ten "dollars" is quoted in points
_INDEX = 100.0  # no VIX future has settled as high; dollars for one are more
_MOVE = re.compile(r"\bpoints? (?:move|rise|fall|drop|gain|jump|swing|change)s?\b")
_A_POINT = {name: money(SPECIFICATIONS[name].per_point) for name in ("VX", "VXM")}
_A_POINT_STATED = re.compile(
    r"\$(\d[\d,]*+)(?: (?:contract )?multiplier| (?:a|per) (?:index )?point)|\bmultiplier (?:of|is|was|=) ?\$?(\d[\d,]*+)"
)
_LEGS = 4  # option contracts in one butterfly
_TURNED = "the strikes are taken from the lowest up; the order in which they are written changes nothing."
_SPENT = re.compile(r"\b(?:spen[dt]|used|deployed|invested|in so far|left|remain\w*|unspent|cost so far)\b")
_QUOTED_IN_POINTS = (
    r"\b(?:debit|butterfl\w*|b?fly|flies|bflies|calls?|puts?|options?|spreads?|condors?|contracts?|cts?|lots?)\b"
)
_KEPT_BACK = re.compile(
    r"\b(?:keep|keeping|kept|hold|holding|held|leave|leaving|set|put)\b[^%.;?]{0,16}?(?<![\d.])(\d{1,2}(?:\.\d+)?)\s?(?:%|percent)"
    r"[^.;?]{0,24}?\b(?:back|aside|in reserve|in cash|unspent|untouched|spare|dry)\b"
)


@lru_cache(maxsize=64)
def calculation(reading: Reading) -> Calculation | None:
    """The calculation that the question asks for, or None where its numbers fit no tool."""
    unfinished = None
    for frame in FRAMES if reading.numbered else NUMBERLESS:
        found = attempt(frame, reading)
        if found is not None and not found.missing:
            return found
        unfinished = unfinished or found
    return unfinished


def attempt(frame: Frame, reading: Reading, linked: Mapping[str, Any] | None = None) -> Calculation | None:
    """The frame's calculation, where the words and the numbers are there; `linked` parameters come from another result."""
    if not frame.cued(reading):
        return None
    given: Mapping[str, Any] | None = frame.structure(reading) if frame.structure else {}
    if given is None:
        return _lacking(frame, reading)
    known = linked or {}
    of_whole = reading.beside_legs if "legs" in given else reading
    filling = fill(of_whole, [s for s in frame.slots if s.parameter not in known], given)
    arguments, note = in_points(
        reading, {**fitted(frame.tool, filling.arguments, reading), **given}, filling.sources.get("debit")
    )
    sources = dict(filling.sources)
    if "upper" in given and "debit" in sources and "debit" not in arguments and "settlement" in arguments:
        # "At 28, what does the 25/30/35 at 0.85 make": the number at the first "at" is the settlement, another the price.
        at = sources.pop("debit")
        again = fill(Reading(blanked(of_whole.lower, [(at.start, at.end)], "·")), frame.slots, given)
        if abs(again.arguments.get("debit", given["upper"])) < given["upper"] - given["lower"]:
            arguments, filling, sources = {**again.arguments, **arguments}, again, dict(again.sources)
        sources["settlement"] = at
    missing = tuple(slot.ask for slot in filling.missing if slot.parameter not in arguments)
    found = Calculation(Call(frame.tool, arguments), missing, sources, note)
    if legs := _fees_of_legs(arguments, sources):
        found = replace(found, note=" ".join(filter(None, (found.note, legs))))
    if "upper" in given and reading.ladders and reading.ladders[0].turned:
        found = replace(found, note=" ".join(filter(None, (found.note, _TURNED))))
    if "series" in arguments and (typed := as_typed(reading)):
        found = replace(found, note=" ".join(filter(None, (found.note, typed))))
    if frame.tool == "butterfly" and "settlement" in arguments and "debit" not in arguments:
        return replace(found, call=Call("butterfly_value", arguments), missing=())
    check = _CHECKS.get(frame.tool)
    if check is not None:
        return check(frame, reading, found)
    asked = re.search(frame.asks, reading.lower) is not None
    enough = frame.structure is not None or len(filling.arguments) + len(known) >= frame.needs
    return found if asked or (enough and not missing) else None


def _fees_of_legs(arguments: Mapping[str, Any], sources: Mapping[str, Quantity]) -> str:
    """The fees of one butterfly out of those of one option, where they were told so."""
    source, fees = sources.get("fees"), arguments.get("fees")
    if source is None or not fees or fees != _LEGS * source.value:
        return ""
    return "the fee is that of one option contract, and one butterfly has four of them."


def _lacking(frame: Frame, reading: Reading) -> Calculation | None:
    """A calculation on a thing of the user's whose structure (strikes, say) is not in the question: ask for it."""
    if not frame.lacking or re.search(frame.asks, reading.lower) is None or reading.ladder or reading.legs:
        return None
    own = re.search(rf"\b(?:my|our)\b[^.?!]{{0,24}}(?:{frame.thing})", reading.lower)
    filling = fill(reading, frame.slots)
    if own is None and not ({"contracts", "debit"} <= filling.arguments.keys() and re.search(frame.thing, reading.lower)):
        return None
    missing = (frame.lacking, *(slot.ask for slot in filling.missing))
    return Calculation(Call(frame.tool, filling.arguments), missing)


def fitted(tool: str, arguments: Mapping[str, Any], reading: Reading) -> dict[str, Any]:
    """Slot values in the tool's own terms: shares above 1 were typed as percent, products by name."""
    out = dict(arguments)
    for name in ("first", "step", "share", "deployed", "rate"):
        if isinstance(out.get(name), int | float) and out[name] > 1:
            out[name] = round(out[name] / 100, 12)
    if (back := _KEPT_BACK.search(reading.lower)) is not None and out.get("share") == round(float(back[1]) / 100, 12):
        out["share"] = round(1 - out["share"], 12)
    if 0 < out.get("unit_cost", 0) < _POINTS and re.search(_QUOTED_IN_POINTS, reading.lower):
        out["unit_cost"] = round(out["unit_cost"] * SPECIFICATIONS["VIX option"].per_point, 12)
    if "target_points" in out:
        each = SPECIFICATIONS["VIX option"].per_point * out.get("contracts", 1)
        out.setdefault("target", round(out.pop("target_points") * each, 9))
    a_point = point_of(reading.lower) if tool == "units_for_budget" else None
    if a_point is not None and 0 < out.get("unit_cost", 0) < _INDEX:  # a future's price is in points
        out["unit_cost"] = round(out["unit_cost"] * a_point, 12)
    if tool == "budget_split" and "deployed" in out:
        out["deployed"] = _summed(reading, out["deployed"])
    if tool == "contract_value":
        out["product"] = product_named(reading)
    return out


def in_whole_numbers(call: Call) -> bool:
    """Whether what the tool counts is counted in whole numbers."""
    counts = {p.name for p in CATALOGUE[call.tool].parameters if p.kind == "integer"} if call.tool in CATALOGUE else set()
    given = (call.arguments.get(name) for name in counts)
    return all(value == int(value) for value in given if isinstance(value, float))


def _summed(reading: Reading, deployed: float) -> float:
    """Shares put in one after the other ("25% then 20%") count together."""
    shares = [q.value for q in reading.quantities if q.unit == "percent"]
    joined = re.search(r"%[^%]{0,16}(?:\bthen\b|\band\b|\bplus\b|\+|,)[^%]{0,16}\d\s?%", reading.lower)
    return round(sum(shares), 12) if joined and sum(shares) <= 1 else deployed


def product_named(reading: Reading) -> str:
    """The contract that the words name; the VIX future where they name none."""
    text = reading.lower
    if future_named(text) == "VXM":
        return "VXM"
    if names_option(text):
        return "SPX option" if "spx" in text else "VIX option"
    return "VX"


def _irr(frame: Frame, reading: Reading, found: Calculation) -> Calculation | None:
    """Flows told by verbs, signs and times: what is no flow of the question's numbers is a time or a count of them."""
    return found if flows_told(reading) is None else replace(found, sources=numbered(reading))


def _butterfly_value(frame: Frame, reading: Reading, found: Calculation) -> Calculation | None:
    """Value at a settlement where no debit is given: only then is this the tool."""
    if "settlement" not in found.call.arguments or "debit" in fill(reading, BY_TOOL["butterfly"].slots).arguments:
        return None
    return replace(found, missing=())


def _tranche_plan(frame: Frame, reading: Reading, found: Calculation) -> Calculation | None:
    """A budget makes a plan in dollars; a first share with a number of adds, or adds that are spent, one in shares alone."""
    arguments = found.call.arguments
    shares = {k: arguments[k] for k in ("first", "adds", "step") if k in arguments}
    spent = "adds" in arguments and _SPENT.search(reading.lower) is not None
    if "budget" in arguments and not spent:
        return replace(found, call=Call(frame.tool, {k: v for k, v in arguments.items() if k != "adds"}), missing=())
    if spent or {"first", "adds"} <= arguments.keys():
        return replace(found, call=Call("running_share", shares), missing=(), sources=_only(found.sources, shares))
    if re.search(frame.asks, reading.lower):
        return replace(found, missing=("the planned hedge budget, in dollars",))
    return None


def _macd_trigger(frame: Frame, reading: Reading, found: Calculation) -> Calculation | None:
    """A pasted series too short for a signal line: what its bars are enough for."""
    series = found.call.arguments.get("series", ())
    spans = {k: v for k, v in found.call.arguments.items() if k in ("fast", "slow", "signal")}
    slow, signal = spans.get("slow", METHOD.slow.value), spans.get("signal", METHOD.signal.value)
    if not 0 < len(series) < warm_up(slow, signal):
        return found
    given = {"given": len(series), **({"values": list(series)} if len(series) >= slow else {})}
    return replace(found, call=Call("first_bars", {**spans, **given}), missing=())


def _rsi_extreme(frame: Frame, reading: Reading, found: Calculation) -> Calculation | None:
    """Fewer closes than an RSI takes: what they are enough for."""
    series, period = found.call.arguments.get("series", ()), found.call.arguments.get("period", METHOD.rsi_period.value)
    if not 1 < len(series) <= period:
        return found
    return replace(found, call=Call("first_rsi", {"period": period, "values": list(series)}), missing=())


def _iv_at_delta(frame: Frame, reading: Reading, found: Calculation) -> Calculation | None:
    """Quotes that do not bracket the delta: what they reach, since beyond them no volatility is told."""
    given = found.call.arguments
    sizes, wanted = [abs(d) for d in given.get("deltas", ())], given.get("delta", METHOD.delta.value)
    if not sizes or min(sizes) <= wanted <= max(sizes):
        return found
    return replace(found, call=Call("delta_bracket", {"deltas": given["deltas"], "delta": wanted}), missing=())


def _only(sources: Mapping[str, Quantity], names: Mapping[str, Any]) -> Mapping[str, Quantity]:
    return {name: quantity for name, quantity in sources.items() if name in names}


def _contract_value(frame: Frame, reading: Reading, found: Calculation) -> Calculation | None:
    """The dollars of a move are those of so many points; where no contract is named, which one is meant is said."""
    asked = re.search(frame.asks, reading.lower) is not None
    if found.missing and not asked:
        return None
    if (said := _point_stated(reading.lower)) is not None and found.call.arguments.get("price") == said:
        # The sum for a point is no price: what one point comes to is told.
        found = replace(found, call=Call(frame.tool, {**found.call.arguments, "price": 1.0}))
    if stated := _stated_otherwise(reading.lower, found.call.arguments["product"]):
        return replace(found, note=stated)
    if _MOVE.search(reading.lower) is None:
        return found
    note = "a move of so many points is worth that many times the dollars a point."
    if future_named(reading.lower) is None and found.call.arguments["product"] == "VX":
        note += f" The VIX future is meant, {_A_POINT['VX']} a point; of a mini or an option it is {_A_POINT['VXM']}."
    return replace(found, note=note)


def _point_stated(text: str) -> float | None:
    """The dollars that the words state for one point; None where they state none."""
    stated = _A_POINT_STATED.search(text) if "multiplier" in text or "point" in text else None
    return None if stated is None else float((stated[1] or stated[2]).replace(",", ""))


def _stated_otherwise(text: str, product: str) -> str:
    """What a point of the contract is worth, where the words state another sum for it; "" where they state none."""
    said, per_point = _point_stated(text), SPECIFICATIONS[product].per_point
    if said is None or said == per_point:
        return ""
    others = [f"the {s.name}" for s in SPECIFICATIONS.values() if s.per_point == said]
    whose = f" {money(said)} is that of {', '.join(others)}." if others else ""
    return f"one point of the {SPECIFICATIONS[product].name} is {money(per_point)}, not {money(said)}.{whose}"


_CHECKS = {
    "butterfly_value": _butterfly_value,
    "contract_value": _contract_value,
    "iv_at_delta": _iv_at_delta,
    "irr": _irr,
    "macd_trigger": _macd_trigger,
    "rsi_extreme": _rsi_extreme,
    "tranche_plan": _tranche_plan,
}
