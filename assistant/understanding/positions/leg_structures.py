"""Positions told leg by leg: options and futures with a price each, and the same turned round or of another size."""

from __future__ import annotations

import re
from typing import Any

from assistant.understanding.filling.structures import Arguments, leg
from assistant.understanding.text.leg_clauses import clauses, in_units
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.sought import Sought
from assistant.understanding.text.which_future import future_named
from tools.contracts import SPECIFICATIONS

_RESULT = Sought(
    r"\b(?:p/?l|p&l|pnl|profit|loss|lose|gain|makes?|payoff|break-?\s?even|exit\w*|settle\w*|goes to|if it|if vix|stop\w*"
    r"|target\w*)\b"
)
_MOVE = Sought(
    r"\b(?:vix|vx|vx1|it|futures?) (?:go(?:es)?|moves?|rises?|falls?|went|drops?|jumps?|spikes?|rose|fell)(?: up| down)? "
    r"from \$?(?P<at>\d++(?:\.\d++)?) to \$?(?P<to>\d++(?:\.\d++)?)"
)
_TURNED = re.compile(
    r"^\W*(?:and |but |what |how |about |if |i |we |it |was |were |is |i'm |went |go |had |the |sell (?:it |that )?(?=short)"
    r"|going ){0,6}"
    r"(short|long|sold|bought|sell|buy)(?: it| that| instead| too| rather)*\W*$"
)
_LONG_OR_SHORT = {"short": "short", "sold": "short", "sell": "short", "long": "long", "bought": "long", "buy": "long"}
_SIZED = re.compile(
    r"^\W*(?:and |but |with |in |as |for |make it |a |the |what if |what about |if |it |they |was |were |is |are ){0,6}"
    r"(minis?|vxm|full(?: size)?|vx)(?: instead| futures?)*\W*$"
)
_FEW_WORDS = 8
_PAIR = re.compile(r"\b(?:straddle|strangle)s?\b")


def legs(reading: Reading) -> Arguments | None:
    """Options priced one by one; or VIX futures, where a result is asked for; in a mix each by its product."""
    options, futures = reading.legs, reading.futures
    if len(options) == 1 and _PAIR.search(reading.lower):  # "short straddle 20 call 1.8 put 1.9" is sold in both
        return None
    moved, held = _MOVE.search(reading.lower), future_named(reading.lower)
    if not options and not futures and moved and held and _RESULT.search(reading.lower):
        size = SPECIFICATIONS[held].per_point
        return {"legs": [leg("long", "future", float(moved["at"]))], "multiplier": size, "settlement": float(moved["to"])}
    if not options and not futures and _RESULT.search(reading.lower):  # "the 25 call costs 1.35": it is bought
        options = tuple(g for g, _ in clauses(reading.lower, unsaid="long") if g.premium is not None)
        options = options if len(options) == 1 else ()
    alone = len(reading.lower.split()) <= _FEW_WORDS and len(reading.quantities) > 1  # how many, and at what price
    found = (*options, *futures) if options or alone or _RESULT.search(reading.lower) else ()
    if not found or any(g.premium is None for g in found):
        return None
    sizes = {SPECIFICATIONS[g.product].per_point for g in futures}
    if len(options) > 1 and not futures:
        units, times = in_units(options)
        rows = [leg(g.side, g.kind, g.strike, g.premium or 0.0, g.quantity) for g in units]
        return {"legs": rows, **({"contracts": times} if times > 1 else {})}
    if options or len(sizes) > 1:
        return {"legs": [leg(g.side, g.product or g.kind, g.strike, g.premium or 0.0, g.quantity) for g in found]}
    return {
        "legs": [leg(g.side, g.kind, g.strike, g.premium or 0.0, g.quantity) for g in found],
        **({"multiplier": sizes.pop()} if sizes else {}),
    }


def turned(reading: Reading, known: Arguments) -> Arguments:
    """A position turned round ("and short"), or of futures of another size ("minis instead"); empty where neither is said."""
    legs = known.get("legs") or []
    side, size = _TURNED.match(reading.lower), _SIZED.match(reading.lower)
    if side is not None and legs and legs[0]["side"] != _LONG_OR_SHORT[side[1]]:
        other = {"long": "short", "short": "long"}
        flipped: dict[str, Any] = {"legs": [{**g, "side": other[g["side"]]} for g in legs]}
        return flipped | ({"net": -known["net"]} if "net" in known else {})
    return resized(reading) if size is not None and legs and all(g["kind"] == "future" for g in legs) else {}


def resized(reading: Reading) -> Arguments:
    """The dollars a point of the other VIX future, where the words are hardly more than its name ("mini instead")."""
    size = _SIZED.match(reading.lower)
    return {} if size is None else {"multiplier": SPECIFICATIONS[future_named(size[1]) or "VX"].per_point}
