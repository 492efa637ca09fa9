"""A calculation set beside the one before it: complete in its own words, or the earlier one with something changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from assistant.session import Call, Session
from assistant.understanding.conversation.changes import change
from assistant.understanding.conversation.closes import net_paid
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.text.quantities import Reading

_COMPARE: Final = re.compile(
    r"\b(?:compare[ds]?|comparison|versus|vs\.?|against(?! (?:\w{1,9} ){0,4}(?:mean|average|avg)\b)|next to"
    r"|side by side|beside"
    r"|(?:better|worse|cheaper|dearer|safer|richer) (?:\w{1,9} )?than(?= (?:(?:an?|the|my) )?\d{2}\b))\b"
)

_THEM: Final = re.compile(r"\b(?:them|both|the two|these two|those two)\b")
_CLOSED: Final = ("round_trip", "staged_exit")
_STRIKES: Final = ("lower", "body", "upper")
_NEAR: Final = 4  # turns
_LONGEST: Final = 14  # words
_HELD: Final = re.compile(
    r"\b(?:hold(?:ing)?|held|keep(?:ing)?|kept|wait(?:ing|ed)?|let(?:ting)? (?:it|them) (?:run|go|expire|ride))\b"
)
_SETTLES: Final = re.compile(r"\b(?:settle[sd]?|settlement|expir\w+|vro|soq|prints?|finish\w*|pins?|the end)\b")
_LEVEL: Final = re.compile(
    r"\b(?:to|until|till|through|at|settl\w*|vix|expir\w*|end(?:s|ed)?|vro)(?: (?:at|to|the|a|vix|it|is|was|settlement|expiry"
    r"|of|in|and|prints?|level|with)){0,4} \$?$"
)
_TIME: Final = re.compile(r"\s?-?(?:days?|d|weeks?|months?|years?|more|dte|of|contracts?|flies|%)\b")
_SETTLEMENT: Final = "the level of the VIX at which it would settle"


@dataclass(frozen=True)
class Held:
    """What a closed butterfly would have made at its settlement, beside what it made; or what is needed to work it out."""

    calls: tuple[Call, ...] = ()
    missing: tuple[str, ...] = ()
    pending: Call | None = None


def held_instead(reading: Reading, session: Session, last: Sequence[Call]) -> Held | None:
    """The butterfly that was closed early, held to where the words settle it; None where they hold none."""
    closed = next((c for c in reversed(last) if c.tool in _CLOSED), None)
    if closed is None or len(reading.lower.split()) > _LONGEST or reading.legs:
        return None
    supposed = closed.tool == "round_trip" and _SETTLES.search(reading.lower) is not None  # of what is sold in part the rest is
    if _HELD.search(reading.lower) is None and not supposed:
        return None
    flies = (c.arguments for turn in session.turns for c in turn.calls if c.tool == "butterfly")
    ladders = [[fly[k] for k in _STRIKES] for fly in flies if fly.get("debit") == closed.arguments["entry"]]
    if not ladders:  # bought and sold in one question
        told = (one.strikes for turn in session.turns[-_NEAR:] for one in Reading(turn.question).ladders)
        ladders = [list(strikes) for strikes in told if len(strikes) == len(_STRIKES)]
    levels = [
        q.value
        for q in reading.quantities
        if q.unit == "plain" and _LEVEL.search(reading.before(q)) and not _TIME.match(reading.after(q))
    ]
    sold = (
        c
        for turn in reversed(session.turns)
        for c in turn.calls
        if c.tool == "position" and abs(net_paid(c.arguments)) in _prices(closed)
    )
    if not ladders and levels and (position := next(sold, None)) is not None:
        return Held((closed, Call(position.tool, {**position.arguments, "settlement": levels[0]})))
    if not ladders or len(levels) != len(reading.quantities) or len(levels) > 1:
        return None
    held = {k: closed.arguments[k] for k in ("contracts", "multiplier") if closed.arguments.get(k) is not None}
    fly = Call("butterfly", {**dict(zip(_STRIKES, ladders[-1], strict=True)), "debit": closed.arguments["entry"], **held})
    if levels:
        return Held((closed, Call(fly.tool, {**fly.arguments, "settlement": levels[0]})))
    return (
        Held(missing=(_SETTLEMENT,), pending=fly) if _SETTLES.search(reading.lower) or _COMPARE.search(reading.lower) else None
    )


def _prices(closed: Call) -> tuple[Any, ...]:
    """Both prices of a trade that is over: what was sold first and bought back has its own behind."""
    return closed.arguments["entry"], closed.arguments.get("leave")


def set_beside(reading: Reading, base: tuple[Call, ...], alone: Calculation | None) -> tuple[Call, ...]:
    """The calculation that the words compare with the earlier one `base`; () where they compare nothing.

    `alone` is what their own numbers compute.
    """
    if _COMPARE.search(reading.lower) is None or len(reading.ladders) > 1 or (alone is None and _THEM.search(reading.lower)):
        return ()
    both = ("butterfly", "position")  # a fly beside a spread is no spread at the fly's price
    payoffs = alone is not None and alone.call.tool in both and base[-1].tool in both and bool(reading.ladders or reading.legs)
    if alone is not None and not alone.missing and (payoffs or alone.call.tool == base[-1].tool):
        return (alone.call,)
    other = change(reading, base[-1])
    return () if other is None or other == base[-1] else (other,)
