"""Which tool a question's numbers are for, and what is missing to call it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assistant.session import Call
from assistant.understanding.frame import Frame
from assistant.understanding.frames import BY_TOOL, FRAMES
from assistant.understanding.quantities import Reading
from assistant.understanding.slots import fill
from tools.contracts import SPECIFICATIONS

_POINTS = 10.0  # an option that costs less than ten "dollars" is quoted in points
_QUOTED_IN_POINTS = r"\b(?:butterfl\w*|b?fly|flies|bflies|calls?|puts?|options?|spreads?|condors?)\b"
_PRICED = re.compile(r"\b(?:debit|credit|pa(?:id|y\w*)|cost\w*|premium|price\w*|bought|for)\b")
_CALLED = re.compile(r"[\s\-)]?(?:points? )?(?:net )?(?:debit|credit)")


@dataclass(frozen=True)
class Calculation:
    """A call that can be made, or the slots that are missing for it (then `missing` says what to ask for)."""

    call: Call
    missing: tuple[str, ...] = ()


def calculation(reading: Reading) -> Calculation | None:
    """The calculation that the question asks for, or None where its numbers fit no tool."""
    unfinished = None
    for frame in FRAMES:
        found = _try(frame, reading)
        if found is not None and not found.missing:
            return found
        unfinished = unfinished or found
    return unfinished


def change(reading: Reading, last: Call) -> Call | None:
    """The last call with the numbers that `reading` gives put in ("and at 1.10?", "make it 10 contracts"), or None."""
    frame = BY_TOOL.get("butterfly" if last.tool == "butterfly_value" else last.tool)
    if frame is None:
        return None
    found = dict(frame.structure(reading) or {}) if frame.structure else {}
    filling = fill(reading, frame.slots, given=[*last.arguments, *found])
    found.update(_fitted(frame.tool, filling.arguments or _lone(frame, reading), reading))
    if not found:
        return None
    found = _levelled(reading, {**last.arguments, **found}, found)
    arguments = {**last.arguments, **found}
    return Call(frame.tool if "debit" in arguments else last.tool, arguments)


def completed(reading: Reading, pending: Call) -> Calculation | None:
    """A calculation that waited for numbers, with those that `reading` gives; None where it gives none of them."""
    call = change(reading, pending)
    frame = BY_TOOL.get(pending.tool)
    if call is None or frame is None:
        return None
    missing = [slot.ask for slot in frame.slots if slot.required and slot.parameter not in call.arguments]
    if frame.lacking and not _structured(frame, call):
        missing.insert(0, frame.lacking)
    return Calculation(call, tuple(missing))


def _lone(frame: Frame, reading: Reading) -> dict[str, Any]:
    """The one number of a question that is hardly more than that ("and 40?"), for the one slot that needs a number."""
    slots = [slot for slot in frame.slots if slot.required and all(slot.takes(q) for q in reading.quantities)]
    if len(reading.quantities) != 1 or len(slots) != 1 or len(reading.lower.split()) > 4:
        return {}
    return {slots[0].parameter: slots[0].value(reading.quantities[0])}


def _levelled(reading: Reading, arguments: Mapping[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    """`found`, its debit read as the settlement where it is one: as wide as the wings, and not said to be a price ("at 31")."""
    debit = found.get("debit")
    if debit is None or "settlement" in found or debit < arguments["upper"] - arguments["lower"]:
        return found
    quantity = next(q for q in reading.quantities if q.value == debit)
    if quantity.unit == "money" or _PRICED.search(reading.before(quantity)) or _CALLED.match(reading.after(quantity)):
        return found
    return {**{k: v for k, v in found.items() if k != "debit"}, "settlement": debit}


def _structured(frame: Frame, call: Call) -> bool:
    """Whether the call has arguments that only the frame's structure gives."""
    return bool(call.arguments.keys() - {slot.parameter for slot in frame.slots})


def _try(frame: Frame, reading: Reading) -> Calculation | None:
    if not frame.cued(reading):
        return None
    given: Mapping[str, Any] | None = frame.structure(reading) if frame.structure else {}
    if given is None:
        return _lacking(frame, reading)
    filling = fill(reading, frame.slots, given)
    arguments = {**given, **_fitted(frame.tool, filling.arguments, reading)}
    if "lower" in arguments and "debit" in arguments:
        arguments = _levelled(reading, arguments, arguments)
        if "debit" not in arguments:
            return Calculation(Call("butterfly_value", arguments))
    asked = re.search(frame.asks, reading.lower) is not None
    check = _CHECKS.get(frame.tool)
    if check is not None:
        return check(frame, reading, arguments)
    missing = tuple(slot.ask for slot in filling.missing)
    enough = frame.structure is not None or len(filling.arguments) >= frame.needs
    if missing and not asked:
        return None
    if not enough and not asked:
        return None
    return Calculation(Call(frame.tool, arguments), missing)


def _lacking(frame: Frame, reading: Reading) -> Calculation | None:
    """A calculation on a thing of the user's whose structure (strikes, say) is not in the question: ask for it."""
    if not frame.lacking or re.search(frame.asks, reading.lower) is None or reading.ladder or reading.legs:
        return None
    own = re.search(rf"\b(?:my|our)\b[^.?!]{{0,24}}(?:{frame.thing})", reading.lower)
    filling = fill(reading, frame.slots)
    if own is None:
        return None
    missing = (frame.lacking, *(slot.ask for slot in filling.missing))
    return Calculation(Call(frame.tool, filling.arguments), missing)


def _fitted(tool: str, arguments: Mapping[str, Any], reading: Reading) -> dict[str, Any]:
    """Slot values in the tool's own terms: shares above 1 were typed as percent, products by name."""
    out = dict(arguments)
    for name in ("first", "step", "share", "deployed"):
        if name in out and out[name] > 1:
            out[name] = round(out[name] / 100, 12)
    if 0 < out.get("unit_cost", 0) < _POINTS and re.search(_QUOTED_IN_POINTS, reading.lower):
        out["unit_cost"] = round(out["unit_cost"] * SPECIFICATIONS["VIX option"].per_point, 12)
    if tool == "budget_split" and "deployed" in out:
        out["deployed"] = _summed(reading, out["deployed"])
    if tool == "contract_value":
        out["product"] = _product(reading)
    return out


def _summed(reading: Reading, deployed: float) -> float:
    """Shares put in one after the other ("25% then 20%") count together."""
    shares = [q.value for q in reading.quantities if q.unit == "percent"]
    joined = re.search(r"%[^%]{0,16}(?:\bthen\b|\band\b|\bplus\b|\+|,)[^%]{0,16}\d\s?%", reading.lower)
    return round(sum(shares), 12) if joined and sum(shares) <= 1 else deployed


def _product(reading: Reading) -> str:
    text = reading.lower
    if re.search(r"\bvxm\b|\bmini\b", text):
        return "VXM"
    if re.search(r"\boptions?\b|\bcalls?\b|\bputs?\b", text):
        return "SPX option" if "spx" in text else "VIX option"
    return "VX"


def _butterfly_value(frame: Frame, reading: Reading, arguments: dict[str, Any]) -> Calculation | None:
    """Value at a settlement where no debit is given: only then is this the tool."""
    if "settlement" not in arguments or "debit" in fill(reading, BY_TOOL["butterfly"].slots).arguments:
        return None
    return Calculation(Call(frame.tool, arguments))


def _tranche_plan(frame: Frame, reading: Reading, arguments: dict[str, Any]) -> Calculation | None:
    """A budget makes a plan in dollars; a first share with a number of adds makes one in shares alone."""
    if "budget" in arguments:
        return Calculation(Call(frame.tool, {k: v for k, v in arguments.items() if k != "adds"}))
    if {"first", "adds"} <= arguments.keys():
        return Calculation(Call("running_share", {k: arguments[k] for k in ("first", "adds", "step") if k in arguments}))
    if re.search(frame.asks, reading.lower):
        return Calculation(Call(frame.tool, arguments), ("the planned hedge budget, in dollars",))
    return None


_CHECKS = {"butterfly_value": _butterfly_value, "tranche_plan": _tranche_plan}
