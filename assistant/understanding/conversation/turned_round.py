"""The last calculation with its sides changed over: the same strikes as puts, a curve or a cross the other way round."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.conversation.closes import net_paid
from assistant.understanding.filling.structures import leg
from assistant.understanding.text.quantities import Reading

_LEAD: Final = (
    r"^\W*(?:(?:no|sorry|oops|ok(?:ay)?|and|but|what|how|about|if|i|we|it|was|were|meant|mean|with|as|same|the|make|in|actually|of"
    r"|for|course|they|are|is|those|these|that|this|all|would|be|do|using|use|now|then|so|thing|on),? ){0,8}"
)
_AS_KIND: Final = re.compile(rf"{_LEAD}(?P<kind>call|put)s(?:,? (?:instead|not (?:calls|puts)|please|then|now|though))*\W*$")
_ROUND: Final = re.compile(
    rf"{_LEAD}(?:other way (?:a?round)?|vice versa|reverse[ds]?|opposite|flip(?:ped)?|swap(?:ped)?|switch(?:ed)?|turned round)"
    r"(?:(?: it| them| that| this| both| the two| a?round| over|,? please| then| instead)){0,3}\W*$"
)
_TRADED: Final = re.compile(
    rf"{_LEAD}(?:had |i'?d |have )?(?P<way>bought|buy|gone long|long|sold|sell|gone short|short(?:ed)?|wrote|written)"
    r"(?: (?:it|them|that|this|those|these|the \w{3,9}))?(?: (?:instead|rather|then|though))*\W*$"
)
_BOUGHT: Final = ("bought", "buy", "gone long", "long")
_OTHER: Final = {"long": "short", "short": "long"}
_PAIRS: Final = {
    "macd_cross": (("macd_now", "signal_now"), ("macd_before", "signal_before")),
    "advance_decline": (("advances", "declines"),),
    "round_trip": (("entry", "leave"),),
}


@dataclass(frozen=True)
class Turned:
    """The call changed over, and what was taken for what the words leave open."""

    call: Call
    assumed: tuple[str, ...] = ()


def turned_round(reading: Reading, last: Call) -> Turned | None:
    """The last calculation changed over as the words say; None where they say no such thing, or it has no other side."""
    text = reading.lower
    if ("put" in text or "call" in text) and (said := _AS_KIND.match(text)):
        return _of_kind(said["kind"], last)
    if (traded := _TRADED.match(text)) is not None and last.tool in ("butterfly", "position"):
        paid = 1.0 if last.tool == "butterfly" else net_paid(last.arguments)
        other = paid < 0 if traded["way"] in _BOUGHT else paid > 0
        return _sold(last) if other else None
    if _ROUND.match(text) is None:
        return None
    known = dict(last.arguments)
    if last.tool == "term_structure" and isinstance(known.get("curve"), list):
        return Turned(Call(last.tool, {**known, "curve": known["curve"][::-1]}), ("the same prices in the other order.",))
    if last.tool in _PAIRS:
        names = [(a, b) for a, b in _PAIRS[last.tool] if a in known and b in known]
        swapped = {name: known[other] for a, b in names for name, other in ((a, b), (b, a))}
        told = " and ".join(f"{a} and {b}".replace("_", " ") for a, b in names)
        return Turned(Call(last.tool, {**known, **swapped}), (f"{told} changed over.",)) if swapped else None
    return _sold(last)


def _of_kind(kind: str, last: Call) -> Turned | None:
    """The same strikes and prices in options of the other kind; None where there are both kinds, or none."""
    known = dict(last.arguments)
    if last.tool == "butterfly" and kind == "put" and "debit" in known:
        legs = _wings(known, "long", "short", "put")
        note = f"puts of the same strikes at the same {known['debit']:g}; at settlement they pay what the calls pay."
        return Turned(Call("position", {**_kept(known), "legs": legs, "net": known["debit"]}), (note,))
    legs = known.get("legs") or []
    if last.tool != "position" or not legs or {g["kind"] for g in legs} != {"put" if kind == "call" else "call"}:
        return None
    note = f"the same strikes and prices as {kind}s; {kind}s have prices of their own: give them to change that."
    return Turned(Call(last.tool, {**known, "legs": [{**g, "kind": kind} for g in legs]}), (note,))


def _sold(last: Call) -> Turned | None:
    """The position with its bought legs sold and its sold ones bought."""
    known = dict(last.arguments)
    if last.tool == "butterfly" and "debit" in known:
        legs = _wings(known, "short", "long", "call")
        return Turned(Call("position", {**_kept(known), "legs": legs, "net": -known["debit"]}), ("the butterfly sold.",))
    if last.tool != "position":
        return None
    legs = [{**g, "side": _OTHER[g["side"]]} for g in known["legs"]]
    net = {"net": -known["net"]} if "net" in known else {}
    return Turned(Call(last.tool, {**known, "legs": legs, **net}), ("what was bought is sold, and what was sold is bought.",))


def _wings(known: dict[str, Any], wing: str, body: str, kind: str) -> list[dict[str, Any]]:
    sides = ((wing, "lower", 1), (body, "body", 2), (wing, "upper", 1))
    return [leg(side, kind, known[strike], quantity=quantity) for side, strike, quantity in sides]


def _kept(known: dict[str, Any]) -> dict[str, Any]:
    return {k: known[k] for k in ("contracts", "multiplier", "fees", "settlement") if k in known}
