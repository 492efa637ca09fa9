"""Several sums put in one after the other, of a whole: "900, 720 and 720 out of 3,600, percent of each and in all"."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.calculation import Calculation, numbered
from assistant.understanding.text.quantities import Quantity, Reading
from assistant.understanding.text.sought import Sought
from tools.methodology import METHOD

_WHOLE_BEFORE: Final = re.compile(
    r"\b(?:out of|of|from|on|in|with|budget|pot|plan|hedge|account|total)(?: (?:an?|the|my|our|is|was|of|="
    r"|total|planned|hedge|budget"
    r"|plan)){0,5} ?\$?$"
)
_WHOLE_AFTER: Final = re.compile(
    r" ?(?:hedge |planned |total |dollar )?(?:budget|pot|plan|hedge|allocation|total|account|sleeve|kitty)\b"
)
_ASKED: Final = Sought(
    r"%|\b(?:percent\w*|pct|share|part|fraction|left|remain\w*|used|deployed|unspent|unused|how much|how far"
    r"|in so far|spent|check|add up|match(?:es)?)\b"
)
_EACH: Final = re.compile(r"\b(?:each|every|apiece|respectively|per|both|all three|check|match(?:es)?)\b")
_PUT_IN: Final = re.compile(
    r"\b(?:tranches?|layers?|slices?|budget|hedge|pot|plan|put|spent|spend|deployed|used|in|added|adds?|bought"
    r"|fills?|went|paid)\b"
)
_OTHER: Final = re.compile(
    r"\b(?:equity|debt|wacc|irr|npv|bonds?|loans?|receiv\w+|got back|back|years?|months?|returns?|profit|loss"
    r"|credit|units?|fl(?:y|ies)"
    r"|butterfl\w*|contracts?|lots?|strikes?|settle\w*|price[ds]?|averag\w*|avg|spx|index|advanc\w+|declin\w+"
    r"|margin|at|@|first|each add"
    r"|monday|tuesday|wednesday|thursday|friday|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\b"
)
_ROW: Final = re.compile(r"(?<=\d) ?/ ?(?=\$?\d)")
_WHICH_PLAN: Final = re.compile(
    r"\b(?:what|which|how (?:big|large)|whose)\b[^.?!]{0,24}\b(?:plan|budget|hedge|ladder|pot)\b|\blooks? like\b"
)
_FIRST_OF_LATER: Final = tuple(
    round(share / METHOD.step.value, 9) for share in METHOD.first.value
)  # 1.25 and 1.5 of a later tranche
_LEAST: Final = 50.0
_SUMS: Final = 3  # sums
_MOST: Final = 6


def sums_in(reading: Reading) -> tuple[Calculation, ...]:
    """Each sum as a share of the whole where that is asked, and all of them together; () where one sum has no clear role."""
    text = reading.lower
    if "/" in text and any(not ladder.rises and min(ladder.strikes) >= _LEAST for ladder in reading.ladders):
        reading = Reading(_ROW.sub(", ", text))  # strikes would rise: "1000 / 800 / 800 on a 4k plan"
        text = reading.lower
    if (behind := _behind(reading)) is not None:
        return behind
    if _ASKED.search(text) is None or _PUT_IN.search(text) is None or _OTHER.search(text) or reading.legs or reading.series:
        return ()
    sums = list(reading.quantities)
    if not 3 <= len(sums) <= _MOST or any(q.unit not in ("money", "plain") or q.value < _LEAST for q in sums):
        return ()
    whole = max(sums, key=lambda q: q.value)
    parts = [q for q in sums if q is not whole]
    total = round(sum(q.value for q in parts), 9)
    if total > whole.value or not _is_whole(reading, whole):
        return ()
    each = [Call("part_of", {"amount": value, "whole": whole.value}) for value in dict.fromkeys(q.value for q in parts)]
    together = Call("budget_split", {"budget": whole.value, "deployed": round(total / whole.value, 12)})
    calls = [*(each if _EACH.search(text) else ()), together]
    return tuple(Calculation(call, sources=numbered(reading)) for call in calls)


def _behind(reading: Reading) -> tuple[Calculation, ...] | None:
    """The plan behind sums that stand to each other as its tranches do ("900, 600, 600: what plan is that"); None otherwise."""
    if len(reading.quantities) < _SUMS:
        return None
    sums = [q.value for q in reading.quantities if q.unit in ("money", "plain") and q.value >= _LEAST]
    if _WHICH_PLAN.search(reading.lower) is None or _PUT_IN.search(reading.lower) is None or _OTHER.search(reading.lower):
        return None
    if not _SUMS <= len(sums) == len(reading.quantities) <= _MOST or len(set(sums[1:])) != 1:
        return None
    least, most = _FIRST_OF_LATER
    later = sums[1]
    whole = round(later / METHOD.step.value, 9)
    if not least <= round(sums[0] / later, 9) <= most or sum(sums) > whole:
        return None
    calls = (
        Call("whole_of_part", {"amount": later, "share": METHOD.step.value}),
        Call("part_of", {"amount": sums[0], "whole": whole}),
        Call("budget_split", {"budget": whole, "deployed": round(sum(sums) / whole, 12)}),
    )
    return tuple(Calculation(call, sources=numbered(reading)) for call in calls)


def _is_whole(reading: Reading, told: Quantity) -> bool:
    return _WHOLE_BEFORE.search(reading.before(told)) is not None or _WHOLE_AFTER.match(reading.after(told)) is not None
