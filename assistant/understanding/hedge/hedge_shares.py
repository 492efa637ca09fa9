"""A staged hedge in shares or contracts: what is on after what comes next, how many tranches make a share, or what opener."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call
from assistant.understanding.hedge.hedge_dollars import ROOM_ASKED, room_left, units
from assistant.understanding.hedge.hedge_known import Hedge
from assistant.understanding.hedge.staged_words import PREMISE
from tools.methodology import METHOD

_HOW_MANY: Final = re.compile(
    r"\b(?:how many|which|what|number of|count)\b[^.?!]{0,24}\b(?:adds?|additions?|steps?|signals?|increments?|tranches|phases"
    r"|slices|raises)\b|\bwhen (?:do|will|am|would|is) (?:i|we|it)\b"
)
_OPENER: Final = re.compile(r"\b(?:what|which)\b[^.?!]{0,12}\b(?:opener|opening|first|start\w*|initial)\b")
_BEGUN: Final = re.compile(r"\b(?:first|opener|opening|start|initial)\b")
_MORE: Final = re.compile(r"\b(?:more|further|another|next|then|after)\b")
_LATER_ASKED: Final = re.compile(
    r"\b(?:adds?|additions?|increments?|steps?|20s|(?:next|later|following|other|remaining|second|further|subsequent"
    r"|coming) (?:ones?|tranches?|layers?|slices?|steps?|adds?)"
    r"|others|rest)\b"
)
_WHOLE_ASKED: Final = re.compile(
    r"\b(?:what|whats|what's|which|how (?:much|big|large)|impl(?:y|ies|ied)|size of)\b[^.?!]{0,40}"
    r"\b(?:budget|plan|whole|total|hedge|pot)\b"
    r"|\b(?:budget|plan|total|whole|pot)\b[^.?!]{0,24}\b(?:impl(?:y|ies|ied)|behind|mean[st]?)\b"
)
_FEW: Final = 1e-9


def in_shares(hedge: Hedge, text: str) -> list[Call]:
    """The share that is on, now or after what comes next, or how many tranches or what first one make a share."""
    told, step = hedge.told, hedge.step
    if told.cost is not None:
        return units(hedge, text)
    alone = not (told.step_cash or told.on_cash or told.left_cash or told.hedge or told.slices or told.on)
    if told.first_cash and alone and told.first is None and _LATER_ASKED.search(text):
        wholes = [(told.first_cash, first) for first in METHOD.first.value]  # "if tranche 1 was 1,800, what are the others"
        found = [Call("whole_of_part", {"amount": cash, "share": first}) for cash, first in wholes]
        adds = [Call("share_of", {"whole": round(cash / first, 6), "shares": [step]}) for cash, first in wholes]
        return [call for pair in zip(found, adds, strict=True) for call in pair]
    if told.first_cash and alone and told.first is None and hedge.later is None and _WHOLE_ASKED.search(text):
        return [Call("whole_of_part", {"amount": told.first_cash, "share": first}) for first in METHOD.first.value]
    if told.first_cash or told.step_cash or told.on_cash or told.left_cash or told.hedge:
        return []
    if PREMISE.match(text):  # "is the later add 30% and the first one 20%" asks whether it is so
        return []
    if told.slices:
        return _summed(told.slices, hedge.more or 0)
    later = hedge.later
    opener = _OPENER.search(text) is not None or (_BEGUN.search(text) is not None and _MORE.search(text) is None)
    aim = told.target or (hedge.on if told.first is not None or opener else None)
    if aim is not None and told.first is None and later and opener:
        first = round(aim - later * step, 12)
        return [Call("running_share", {"first": first, "adds": later, "step": step})] if first > 0 else []
    start = told.first if told.first is not None else hedge.on
    if aim is not None and start is not None and aim > start and _HOW_MANY.search(text):
        return [Call("running_share", {"first": start, "adds": -int(-(aim - start) / step + _FEW - 1), "step": step})]
    if told.on is not None and told.first is None and not later and ROOM_ASKED.search(text):
        return [room_left(told.on, 1 if told.step is not None or hedge.more else 0)]
    if told.first is None and hedge.on is not None and later:
        return [Call("running_share", {"first": hedge.on, "adds": later + (hedge.more or 0), "step": step})]
    if told.first is not None and later and told.on is None and told.target is None:
        return [Call("running_share", {"first": told.first, "adds": later + (hedge.more or 0), "step": step})]
    return []


def _summed(slices: tuple[float, ...], more: int) -> list[Call]:
    """Shares put in one after the other, where the later ones are alike."""
    first, later = slices[0], set(slices[1:])
    if len(later) != 1:
        return []
    (step,) = later
    return [Call("running_share", {"first": first, "adds": len(slices) - 1 + more, "step": step})]
