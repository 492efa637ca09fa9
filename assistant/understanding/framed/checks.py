"""What becomes of a frame's calculation once its numbers are known: another tool of the same matter, a note, or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final, TypeAlias

from assistant.session import Call
from assistant.understanding.filling.calculation import Calculation, numbered
from assistant.understanding.filling.frame import Frame
from assistant.understanding.filling.slots import fill
from assistant.understanding.filling.too_few import counted
from assistant.understanding.framed.frames import BY_TOOL
from assistant.understanding.positions.flows_told import flows_told
from assistant.understanding.text.quantities import Quantity, Reading
from assistant.understanding.text.which_future import future_named
from tools.contracts import SPECIFICATIONS
from tools.methodology import METHOD
from tools.wording import money

Check: TypeAlias = Callable[[Frame, Reading, Calculation], Calculation | None]

_MOVE = re.compile(r"\bpoints? (?:move|rise|fall|drop|gain|jump|swing|change)s?\b")
_A_POINT_STATED = re.compile(
    r"\$(\d[\d,]*+)(?: (?:contract )?multiplier| (?:a|per) (?:index )?point)|\bmultiplier (?:of|is|was|=) ?\$?(\d[\d,]*+)"
)
_RATIO = "the ratio of the layers, such as 4/4/2: no source weighs them by their days to expiry"
_SPENT = re.compile(r"\b(?:spen[dt]|used|deployed|invested|in so far|left|remain\w*|unspent|cost so far)\b")
_A_POINT = {name: money(SPECIFICATIONS[name].per_point) for name in ("VX", "VXM")}


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


def _layer_split(frame: Frame, reading: Reading, found: Calculation) -> Calculation | None:
    """A hedge shared out over layers that only their days name: those weigh nothing, so the ratio is asked for."""
    if "parts" in found.call.arguments:
        return found if not found.missing or re.search(frame.asks, reading.lower) else None
    return replace(found, missing=(_RATIO,)) if "planned" in found.call.arguments else None


def _too_few(frame: Frame, reading: Reading, found: Calculation) -> Calculation | None:
    """A pasted series too short for an RSI or a signal line: what its values are enough for."""
    call = counted(found.call, found.call.arguments.get("series", ()))
    return found if call is found.call else replace(found, call=call, missing=())


def _iv_at_delta(frame: Frame, reading: Reading, found: Calculation) -> Calculation | None:
    """Quotes that do not bracket the delta: what they reach, since beyond them no volatility is told."""
    given = found.call.arguments
    sizes, wanted = [abs(d) for d in given.get("deltas", ())], given.get("delta", METHOD.delta.value)
    if not sizes or min(sizes) <= wanted <= max(sizes):
        return found
    strikes = {"strikes": given["strikes"]} if given.get("strikes") else {}
    return replace(found, call=Call("delta_bracket", {"deltas": given["deltas"], "delta": wanted, **strikes}), missing=())


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


CHECKS: Final[Mapping[str, Check]] = {
    "butterfly_value": _butterfly_value,
    "contract_value": _contract_value,
    "iv_at_delta": _iv_at_delta,
    "irr": _irr,
    "layer_split": _layer_split,
    **dict.fromkeys(("macd_trigger", "rsi_extreme"), _too_few),
    "tranche_plan": _tranche_plan,
}
"""By the frame's tool."""
