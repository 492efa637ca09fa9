"""Which tool a question's numbers are for, and what is missing to call it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from assistant.session import Call
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.filling.frame import Frame
from assistant.understanding.filling.points import in_points
from assistant.understanding.filling.slots import fill
from assistant.understanding.framed.checks import CHECKS
from assistant.understanding.framed.frames import FRAMES, NUMBERLESS
from assistant.understanding.lines.listed_values import as_typed
from assistant.understanding.text.quantities import Quantity, Reading, blanked
from assistant.understanding.text.sought import Sought
from assistant.understanding.text.which_future import future_named, names_option, point_of
from tools import CATALOGUE
from tools.contracts import SPECIFICATIONS

_POINTS = 10.0  # an option that costs less than ten "dollars" is quoted in points
_INDEX = 100.0  # no VIX future has settled as high; dollars for one are more
_LEGS = 4  # option contracts in one butterfly
_TURNED = "the strikes are taken from the lowest up; the order in which they are written changes nothing."
_QUOTED_IN_POINTS = (
    r"\b(?:debit|butterfl\w*|b?fly|flies|bflies|calls?|puts?|options?|spreads?|condors?|contracts?|cts?|lots?)\b"
)
_TWO_STRIKES = re.compile(r"(?<![\d/.$-])\d++(?:\.\d++)?[/-]\d++(?:\.\d++)?(?![/\d%-]|\.\d)")
_KEPT_BACK = Sought(
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
    check = CHECKS.get(frame.tool)
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
    known = filling.arguments.keys()
    told = "debit" in known and ("contracts" in known or _TWO_STRIKES.search(reading.lower) is not None)
    if own is None and not (told and re.search(frame.thing, reading.lower)):
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
