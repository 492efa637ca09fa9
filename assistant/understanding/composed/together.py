"""Two structures or more taken as one: what they make together, or by how many dollars they differ.

The whole is one position of all the legs, so that its break-evens and its best and worst result are those of the whole and not
sums of what cannot come about at one settlement.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.filling.brought import From
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.filling.payoff_slots import LEVEL, SETTLEMENT
from assistant.understanding.filling.slots import fill
from assistant.understanding.filling.structures import leg
from assistant.understanding.framed.calculations import calculation
from assistant.understanding.text.leg import Leg
from assistant.understanding.text.leg_clauses import clauses
from assistant.understanding.text.legs import future_spans, option_spans
from assistant.understanding.text.quantities import Reading, blanked

_FLY: Final = re.compile(r"\b(?:b?fly|flies|butterfl\w+|spreads?)\b")
_POSITIONS: Final = ("butterfly", "position")
_SUM: Final = re.compile(
    r"\b(?:together|combined?|combination|in total|total|sum|add(?:ed)? up|altogether|in (?:the )?aggregate|aggregate"
    r"|in all|overall"
    r"|(?:whole|entire|both in one|my) book|net (?:\w{1,9} )?(?:of|on|for|from) (?:both|all|the two)"
    r"|both (?:of them )?(?:together|combined)|jointly"
    r"|as one)\b"
)
_HELD: Final = re.compile(
    r"^\W*(?:(?:i|we) )?(?:(?:have|hold|own|got|am|'?m|long|holding|with) )*(?:two|both|three|2"
    r"|3) (?:vix )?(?:flies|flys|butterflies|spreads"
    r"|positions)\b|\b(?:hold|own|holding|owning) (?:both|an?|the|\d)"
)
_EITHER: Final = re.compile(r"\b(?:or|vs|versus|which|compar\w*|better|cheaper|instead|against|differ\w*|more|less)\b")
_GAP: Final = re.compile(
    r"\b(?:by how (?:much|many)|how (?:much|many dollars) (?:more|less|better|worse|cheaper|dearer|larger|bigger|smaller"
    r"|higher|lower)|difference|differ|gap|how far apart"
    r"|ahead by"
    r"|(?:larger|bigger|better|more|cheaper|smaller) by|(?:how many dollars|how much)\b[^?!]{0,60}\bover\b|edge)\b"
)
_VERSUS: Final = re.compile(r"\b(?:vs|versus|or|against|compared (?:to|with)|instead of|rather than)\b\.?")
_LOSS: Final = re.compile(
    r"\b(?:max\w*|most|worst|largest) (?:loss|risk|lose)|\brisks?\b|\blose\b|\bcosts?\b|\bcheaper\b|\boutlay\b"
)
_BEST: Final = re.compile(r"\b(?:max\w*|peak|best|top|most)\b(?! (?:loss|risk|lose))")


def taken_together(reading: Reading, found: Sequence[Calculation]) -> tuple[Calculation, ...]:
    """The calculations, with what they come to together, or apart, where the question asks for it."""
    out = tuple(found)
    if len(out) < 2 or any(c.missing or c.call.tool not in _POSITIONS for c in out):
        return out
    settled = all("settlement" in c.call.arguments for c in out)
    held = settled and _HELD.search(reading.lower) is not None and _EITHER.search(reading.lower) is None
    if held or _SUM.search(reading.lower) is not None:
        whole = _whole([c.call for c in out])
        return out if whole is None else (*out, Calculation(whole, note="the last position is all of them together."))
    if len(out) == 2 and _GAP.search(reading.lower) is not None:
        return (*out, Calculation(_apart(reading.lower, [c.call for c in out])))
    return out


def beside_fly(reading: Reading) -> tuple[Calculation, ...]:
    """A butterfly and a future or an option beside it, each by itself; () where there are not both."""
    if len(reading.ladders) != 1 or len(reading.ladder) != 3 or not reading.ladders[0].rises:
        return ()
    text = reading.lower
    spans = [*future_spans(text), *option_spans(reading.without_ladders)]
    held: list[Leg] = [*reading.futures, *reading.legs]
    if not held and ("call" in text or "put" in text):
        told = clauses(_FLY.sub(lambda m: "·" * len(m[0]), reading.without_ladders), unsaid="long")
        held, spans = [g for g, _ in told], [span for _, span in told]
    if not held or not spans or any(g.premium is None for g in held):
        return ()
    fly = calculation(Reading(blanked(text, spans)))
    if fly is None or fly.missing or fly.call.tool not in _POSITIONS or fly.call.arguments.keys() & {"target", "legs"}:
        return ()
    settled = fill(reading, (SETTLEMENT, LEVEL)).arguments
    if not settled and "settlement" in fly.call.arguments:  # told once, it is that of both
        settled = {"settlement": fly.call.arguments["settlement"]}
    rows = [leg(g.side, g.product or g.kind, g.strike, g.premium or 0.0, g.quantity) for g in held]
    beside = Calculation(Call("position", {"legs": rows, **settled}))
    at = {**settled, **fly.call.arguments}
    both = (beside, Calculation(Call(fly.call.tool, at), note=fly.note))
    return both if min(spans)[0] < reading.ladders[0].start else both[::-1]


def either(reading: Reading) -> tuple[Calculation, ...]:
    """A butterfly and a spread set against each other, settled alike ("25/30/35 fly (.85) vs 25/30 call spread (2.10)")."""
    text = reading.lower
    if "spread" not in text or len(reading.ladders) > 2 or not any(len(ladder.strikes) == 3 for ladder in reading.ladders):
        return ()
    parts = _VERSUS.split(text)
    read = [calculation(Reading(part)) for part in parts] if len(parts) == 2 else []
    found = [c for c in read if c is not None and not c.missing and c.call.tool in _POSITIONS]
    if len(found) < 2 or found[0].call.arguments.keys() == found[1].call.arguments.keys():
        return ()
    settled = {c.call.arguments["settlement"] for c in found if "settlement" in c.call.arguments}
    at = {"settlement": settled.pop()} if len(settled) == 1 else {}
    return tuple(replace(c, call=Call(c.call.tool, {**c.call.arguments, **at})) for c in found)


def _whole(calls: Sequence[Call]) -> Call | None:
    """One position of all legs, each as often as it is held; None where they are not of one settlement, or one has a target."""
    told = [c.arguments for c in calls]
    settled = {a.get("settlement") for a in told}
    if len(settled) > 1 or any(
        a.keys() & {"target", "target_return"} or a.get("multiplier", 100) not in (100, 1000) for a in told
    ):
        return None
    rows: list[dict[str, Any]] = []
    net = fees = 0.0
    for arguments in told:
        count = arguments.get("contracts", 1)
        net += count * arguments.get("debit", arguments.get("net", 0.0))
        fees += count * arguments.get("fees", 0.0)
        for row in arguments.get("legs") or _legs(arguments):
            signed = 1 if row["side"] == "long" else -1
            net += count * signed * row["premium"] * row["quantity"]
            kind = "VX" if row["kind"] == "future" and arguments.get("multiplier") == 1000 else row["kind"]
            rows.append({**row, "kind": kind, "premium": 0.0, "quantity": count * row["quantity"]})
    at = {"settlement": told[0]["settlement"]} if None not in settled else {}
    return Call("position", {"legs": rows, "net": round(net, 9), **at, **({"fees": round(fees, 9)} if fees else {})})


def _legs(fly: Any) -> list[dict[str, Any]]:
    strikes = (fly["lower"], fly["body"], fly["upper"])
    sides = zip(("long", "short", "long"), strikes, (1, 2, 1), strict=True)
    return [leg(side, "call", strike, quantity=quantity) for side, strike, quantity in sides]


def _apart(text: str, calls: Sequence[Call]) -> Call:
    """What the words set against each other: largest losses, best results, or what each makes at the settlement."""
    what = "risk" if _LOSS.search(text) else "settled"
    if what == "settled" and (_BEST.search(text) or any("settlement" not in c.arguments for c in calls)):
        what = "most"
    same = calls[0].tool == calls[1].tool
    return Call(
        "dollar_difference",
        {"first": From(calls[0].tool, what, back=1 if same else 0), "second": From(calls[1].tool, what)},
    )
