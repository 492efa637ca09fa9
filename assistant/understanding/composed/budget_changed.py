"""A budget that was raised or cut after part of it was in: what that part is of the new one."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.brought import From
from assistant.understanding.filling.calculation import Calculation, numbered
from assistant.understanding.text.quantities import Quantity, Reading
from tools.methodology import METHOD

_CHANGED: Final = re.compile(
    r"\b(?:rais\w+|increas\w+|upp(?:ed|ing)|up|bump\w*|lower\w*|cut|cuts|cutting|reduc\w+|chang\w+|doubl\w+"
    r"|halv\w+|gr[eo]w\w*|shr[aiu]nk\w*"
    r"|went|goes|going|moved?|moves|revis\w+|topped up|scal\w+|trimm\w+|boost\w*|expand\w*|drop\w*|became"
    r"|becomes|now|resiz\w+|slash\w*)\b|→|->"
)
_WHOLE: Final = re.compile(
    r"\b(?:budget|pot|plan|hedge (?:money|pot|fund|sleeve)|kitty|allocation|whole hedge|sleeve|allotment|total)\b"
)
_TO: Final = re.compile(
    r"(?:\b(?:to|now|is|up to|down to|now (?:is|it'?s|at)|becomes?|became|instead of)|→|->|-|>)(?: (?:a|an|the"
    r"|only|just))? ?\$?$"
)
_TURNED: Final = re.compile(r"\binstead of(?: an?| the)? ?\$?$|\b(?:was|from)(?: an?| the)? ?\$?$")
_OTHER: Final = re.compile(
    r"\b(?:flies|fly|butterfl\w*|contracts?|prices?|settle\w*|strikes?|account|irr|wacc|equity|debt|vx|vxm"
    r"|minis?|spx|index|risk\w*|profit"
    r"|loss|return|between|or|vs)\b"
)
_NUMBERED: Final = re.compile(r"\b(?:tranche|layer|slice|step) (?:no\.? ?|#)?$")
_PUT_IN: Final = re.compile(r"\b(?:put|spent|used|deployed|in|bought|paid|invested|started)\b")
_LEAST: Final = 300.0


def budget_changed(reading: Reading) -> tuple[Calculation, ...]:
    """The dollars of the share, and what they are of the new budget; () where not two budgets and one share are told."""
    text = reading.lower
    if _WHOLE.search(text) is None or _CHANGED.search(text) is None or _OTHER.search(text):
        return ()
    shares = [q for q in reading.quantities if q.unit == "percent"]
    sums = [q for q in reading.quantities if q.unit in ("money", "plain") and q.value >= _LEAST]
    if not shares and len(sums) == 3 and all(q in sums or _NUMBERED.search(reading.before(q)) for q in reading.quantities):
        return _in_cash(reading, sums)
    if len(shares) != 1 or len(sums) != 2 or len(reading.quantities) != 3 or not 0 < shares[0].value <= 1:
        return ()
    old, new = sums
    if _TURNED.search(reading.before(new)) is not None:  # "8k now, it was 5k"
        old, new = new, old
    elif _TO.search(reading.before(new)) is None:
        return ()
    used = Call("budget_split", {"budget": old.value, "deployed": shares[0].value})
    part = Call("part_of", {"amount": From("budget_split", "used"), "whole": new.value})
    note = "the share is of the budget before the change."
    return Calculation(used, sources=numbered(reading), note=note), Calculation(part)


def _in_cash(reading: Reading, sums: list[Quantity]) -> tuple[Calculation, ...]:
    """A part told in dollars ahead of both budgets ("2.5k in of 10k, cut to 7k"): its share of the new one, and a next add."""
    part, old, new = (q.value for q in sums)
    told_in = _PUT_IN.search(reading.lower[: sums[1].start]) is not None
    if not told_in or not part < min(old, new) or old == new or _TO.search(reading.before(sums[2])) is None:
        return ()
    of_new = Call("part_of", {"amount": part, "whole": new})
    add = Call("share_of", {"whole": new, "shares": [METHOD.step.value]})
    note = "the article does not say how a changed budget is re-based: both figures are shares of the new one."
    return Calculation(of_new, sources=numbered(reading), note=note), Calculation(add)
