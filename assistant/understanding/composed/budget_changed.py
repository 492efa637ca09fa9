"""A budget that was raised or cut after part of it was in: what that part is of the new one."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.brought import From
from assistant.understanding.filling.calculation import Calculation, numbered
from assistant.understanding.text.quantities import Quantity, Reading
from assistant.understanding.text.sought import Sought

_CHANGED: Final = re.compile(
    r"\b(?:rais\w+|increas\w+|upp(?:ed|ing)|up|bump\w*|lower\w*|cut|cuts|cutting|reduc\w+|chang\w+|doubl\w+"
    r"|halv\w+|gr[eo]w\w*|shr[aiu]nk\w*"
    r"|went|goes|going|moved?|moves|revis\w+|topped up|scal\w+|trimm\w+|boost\w*|expand\w*|drop\w*|became"
    r"|becomes|now|resiz\w+|slash\w*)\b|→|->"
)
_WHOLE: Final = Sought(
    r"\b(?:budget|pot|plan(?:ned)?|hedge (?:money|pot|fund|sleeve)|kitty|allocation|whole hedge|sleeve|allotment|total)\b"
)
_TO: Final = re.compile(
    r"(?:\b(?:to|now(?: it'?s)?(?: only)?|is|it'?s|up to|down to|now (?:is|it'?s|at)|becomes?|became|instead of)|→|->|-"
    r"|>)(?: (?:a|an|the"
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
_IN_AFTER: Final = re.compile(
    r" (?:dollars? )?(?:(?:is|are|was|were|have been|already|now) ){0,3}(?:in|spent|used|deployed|invested|put in"
    r"|gone)\b(?! (?:total|all|the|sum|full)\b)"
)
_IN_BEFORE: Final = re.compile(
    r"\b(?:put in|put|spent|used|deployed|invested|paid|in for|bought)(?: (?:already|about|another|so far|the first))? \$?$"
)
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
    """A part told in dollars beside both budgets ("10k cut to 7k, 4,500 in"): its share of each, what is left, a next add."""
    told_in = [q for q in sums if _IN_AFTER.match(reading.after(q)) or _IN_BEFORE.search(reading.before(q))]
    part = told_in[0] if len(told_in) == 1 else sums[0] if _PUT_IN.search(reading.lower[: sums[1].start]) else None
    if part is None:
        return ()
    old, new = (q for q in sums if q is not part)
    if _TURNED.search(reading.before(new)) is not None:
        old, new = new, old
    elif _TO.search(reading.before(new)) is None:
        return ()
    if not part.value < min(old.value, new.value) or old.value == new.value:
        return ()
    of_old = Call("part_of", {"amount": part.value, "whole": old.value})
    share = round(part.value / new.value, 12)
    of_new = Call("budget_split", {"budget": new.value, "deployed": share, "meant": "before an add"})
    note = "the article does not say how a changed budget is re-based: the later figures are shares of the new one."
    return Calculation(of_old, sources=numbered(reading), note=note), Calculation(of_new)
