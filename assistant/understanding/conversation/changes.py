"""A calculation made before with something changed in it: one number, the strikes, a choice, or a number it waited for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.conversation.in_part import in_part
from assistant.understanding.conversation.told_anew import PRODUCT, in_its_unit, no_budget
from assistant.understanding.conversation.words_for import in_words
from assistant.understanding.filling.brought import From
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.filling.frame import Frame
from assistant.understanding.filling.points import LEAST, in_points
from assistant.understanding.filling.slots import fill
from assistant.understanding.framed.calculations import fitted
from assistant.understanding.framed.frames import FRAMES_OF
from assistant.understanding.framed.named import named_arguments
from assistant.understanding.framed.steps import linked
from assistant.understanding.text.fillers import fillers, hardly_more
from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.quantities import Quantity, Reading
from assistant.understanding.text.role_words import HELD, RISKED
from tools import CATALOGUE
from tools.contracts import SPECIFICATIONS

_MORE: Final = re.compile(
    rf"\W{{0,3}}(?:(?:and|add|with|plus|take|buy|now|if i (?:add|buy|take)) ){{0,2}}(\d{{1,5}}|{'|'.join(WORDS)}) more"
    r"(?: (?:contracts?|of (?:them|these|those)|lots?|flies|fly|butterflies|units?|spreads?|condors?))?\W{0,4}$"
)
_NO_FEES: Final = re.compile(
    r"\b(?:no|without|zero|ignor\w+|forget|drop|before|excluding|ex) (?:the |any )?(?:fees?|comm(?:ission)?s?)\b"
)

_STEPS: Final = ("ema_step", "wilder_step")
_EVERY: Final = re.compile(r"\b(?:each|both|all|every|either)\b")
_FEW, _SHORT = 4, 8  # words
_ALONE: Final = fillers(  # besides the number: "use 60 day window" names something else
    r"and|what|about|how|if|at|for|the|it|its|was|were|is|be|been|had|make|with|instead|now|ok|then|only|just|say|try|a|of|to|use",
    r"change|set|put|but|also|or|so|please|pls|i|we|you|dollars?|bucks|usd|points?|pts|percent|instead|go|goes|one|same|rather",
    r"budget|account|plan|hedge|planned|price[ds]?|worth|value|cost|paid|strike|settle[sd]?|vix|today|yesterday|day|days|period",
    r"periods|span|k",
    figures=r"[\d.,]++k?",
)
_AT: Final = re.compile(r"\b(?:at|if)\s?$")
_OF: Final = re.compile(  # a share, of another sum
    r"^(?:.{0,24}(?:percent\w*|pct|%|share|part)|\W*(?:(?:and|so|what|if|is|that|it|about) ){0,3})\s?of (?:an? |my |the )?\$?\d"
)
_READ_AS: Final = {"running_share": "tranche_plan"}  # the tool whose frame has the other's parameters
# Of these the one asked for last takes the place of the others.
_ASKED: Final = ("settlement", "target", "target_return")
_IN_COMMON: Final = ("settlement", "contracts")
_SAME_TOOL: Final = {"butterfly_value": "butterfly"}


@dataclass(frozen=True)
class Change:
    """The calls with the change put in; or, where it is not clear which of them is meant, one question for each."""

    calls: tuple[Call, ...]
    choices: tuple[str, ...] = ()


def change(reading: Reading, last: Call) -> Call | None:
    """The call with the numbers that `reading` gives put in ("and at 1.10?", "make it 10 contracts"), or None."""
    tool = _SAME_TOOL.get(last.tool, last.tool)
    if tool not in CATALOGUE:  # a table read again has no numbers to change
        return None
    found: dict[str, Any] = dict(in_part(reading, last))
    takes = _taken_by(tool)
    if not found and "contracts" in takes and (more := _MORE.match(reading.lower)):
        found = {"contracts": last.arguments.get("contracts", 1) + (WORDS.get(more[1]) or int(more[1]))}
    if not found and "fees" in takes and _NO_FEES.search(reading.lower):
        found = {"fees": 0.0}
    for frame in FRAMES_OF.get(_READ_AS.get(tool, tool), ()):
        if found:
            break
        found = {k: v for k, v in _read(frame, reading, last).items() if k in takes}
    named = named_arguments(CATALOGUE[tool], reading)
    # A number told by its parameter's name is no other's too, but for a target, which may be a level or a sum.
    if named and "target" not in named and len(reading.quantities) == 1:
        found = {k: v for k, v in found.items() if k in named or v not in named.values()}
    found = {**named, **found}
    # A price for a side that has a bid and an ask is no value of it.
    found = {k: v for k, v in found.items() if isinstance(v, list) == isinstance(last.arguments.get(k, v), list)}
    if "budget" in found and no_budget(found["budget"], last, reading):
        del found["budget"]
    if tool == "butterfly":
        found = _not_dearer_than_its_wing(found, last, reading)
    if tool != last.tool and "debit" not in found:  # a value at a settlement has no profit to be aimed at
        tool = last.tool
        found = {k: v for k, v in found.items() if k in _taken_by(tool)}
    if not found:
        return None
    given_up: tuple[str, ...] = _ASKED if found.keys() & set(_ASKED) else ()
    if last.arguments.get("since") == last.arguments.get("upto"):  # one day was looked up, and what is asked now is of more
        given_up = (*given_up, "since", "upto")
    arguments = {k: v for k, v in last.arguments.items() if k not in given_up} | found
    return Call(tool, arguments)


def _not_dearer_than_its_wing(found: dict[str, Any], last: Call, reading: Reading) -> dict[str, Any]:
    """No butterfly costs its wing: a whole number that was bought is then how many ("what if I had bought 20")."""
    known = {**last.arguments, **found}
    price = found.get("debit")
    if not isinstance(price, int | float) or not {"lower", "body", "upper"} <= known.keys():
        return found
    if price < max(known["body"] - known["lower"], known["upper"] - known["body"]):
        return found
    counted = next((q for q in reading.quantities if q.value == price and q.unit != "money"), None)
    if "contracts" in found or counted is None or price != int(price) or not HELD.search(reading.before(counted)):
        return found
    return {k: v for k, v in found.items() if k != "debit"} | {"contracts": int(price)}


def _taken_by(tool: str) -> set[str]:
    return {p.name for p in CATALOGUE[tool].parameters}


def changes(reading: Reading, calls: Sequence[Call]) -> Change | None:
    """The calls of one turn with the change put into those that it concerns; the others take what the changed ones bring.

    Where several calls are alike and differ in just what is changed, it is not clear which is meant: then one question each.
    """
    tool = "units_for_budget" if RISKED.search(reading.lower) else "part_of" if _OF.match(reading.lower) else ""
    told = {n for n, call in enumerate(calls) if call.tool == tool} or set(range(len(calls)))
    changed = {n: new for n, call in enumerate(calls) if n in told and (new := change(reading, call)) is not None}
    if not changed:
        return None
    first = min(changed, key=lambda n: (-_taken(calls[n], changed[n]), n))
    alike = [n for n in changed if calls[n].tool == calls[first].tool or _shared(calls[n], changed[n], changed[first])]
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
    needed = {p.name for p in CATALOGUE[call.tool].parameters if p.required} - {s.parameter for s in frame.slots}
    if not (frame.lacking or missing) and not needed <= call.arguments.keys():  # what was known is told anew, not what is asked
        return None
    if frame.lacking and not call.arguments.keys() - {slot.parameter for slot in frame.slots}:
        missing.insert(0, frame.lacking)
    return Calculation(call, tuple(missing))


def _dollars_to_points(call: Call) -> Call:
    """A debit named before the strikes ("a max loss of 85") and larger than the butterfly can be worth: dollars."""
    known = call.arguments
    if not {"lower", "upper", "debit"} <= known.keys() or known["debit"] < max(LEAST, known["upper"] - known["lower"]):
        return call
    return Call(call.tool, {**known, "debit": round(known["debit"] / SPECIFICATIONS["VIX option"].per_point, 12)})


def _shared(old: Call, new: Call, first: Call) -> bool:
    """Whether a change is one that positions of any kind have in common: where they settle, or how many are held."""
    new_values = {k: v for k, v in new.arguments.items() if old.arguments.get(k) != v}
    return new_values.keys() <= set(_IN_COMMON) and all(first.arguments.get(k) == v for k, v in new_values.items())


def _taken(old: Call, new: Call) -> int:
    return sum(old.arguments.get(k) != v for k, v in new.arguments.items())


def _read(frame: Frame, reading: Reading, last: Call) -> dict[str, Any]:
    """What the frame reads in the words, given what is known; of words alone only where they are its own."""
    if not frame.slots and not reading.numbered and not frame.cued(reading):
        return {}
    found = dict(frame.structure(reading) or {}) if frame.structure else {}
    filling = fill(reading, frame.slots, given=[*last.arguments, *found])
    found.update(fitted(frame.tool, filling.arguments or _lone(frame, reading, last), reading))
    if "product" in found and not PRODUCT.search(reading.lower):  # what is not said again stays as it was
        del found["product"]
    found = {k: v for k, v in found.items() if k not in filling.sources or _meant(frame, reading, filling.sources[k], k)}
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


def _meant(frame: Frame, reading: Reading, number: Quantity, parameter: str) -> bool:
    """Whether a number of a change is the parameter's by the words beside it, or has no other words ("per fly 1.05" has)."""
    if number.unit == "money" or any(s.parameter == parameter and s.cued(reading, number) for s in frame.slots):
        return True
    return hardly_more(reading, number, _ALONE)


def _lone(frame: Frame, reading: Reading, last: Call) -> dict[str, Any]:
    """The one number of a question that is hardly more than that ("and 40?"), for the one slot that needs a number; where
    none does, for the one that was given a number before.
    """
    # A number alone is no credit: that has to be said.
    fitting = [
        slot
        for slot in frame.slots
        if not slot.negate and all(slot.takes(q) and not slot.ruled_out(reading, q) for q in reading.quantities)
    ]
    if reading.quantities and _AT.search(reading.before(reading.quantities[0])):  # "at 4275?" is a price, no number of things
        fitting = [slot for slot in fitting if slot.parameter != "contracts"]
        at = [slot for slot in fitting if slot.parameter in ("settlement", "forward")]
        longest = _SHORT if at and at[0].parameter == "forward" else _FEW
        if at and len(reading.quantities) == 1 and len(reading.lower.split()) <= longest:
            return {at[0].parameter: at[0].value(reading.quantities[0])}
    needed = [slot for slot in fitting if slot.required]
    given = {slot.parameter: slot for slot in fitting if slot.parameter in last.arguments}
    slots = needed or list(given.values())
    if len(reading.quantities) != 1 or len(slots) != 1 or len(reading.lower.split()) > _FEW:
        return {}
    if not hardly_more(reading, reading.quantities[0], _ALONE):
        return {}
    name = slots[0].parameter
    return {name: in_its_unit(name, last.arguments.get(name), slots[0].value(reading.quantities[0]))}
