"""What is known of a staged hedge from the figures that are told: its budget, and the share of it that is on.

The budget comes from a share of an account or from any part of it, the share that is on from slices, adds or dollars.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.hedge.cues_counted import to_come, tranches_told
from assistant.understanding.hedge.figures_told import Figures
from assistant.understanding.text.sought import Sought
from tools.methodology import METHOD

_STEP: Final = METHOD.step.value
_FIRST_OF: Final = Sought(
    r"\b(?:(?:first|initial|opening) (?:tranche|layer|slice|step|buy|purchase|entry)|opener) of \$?\d[\d,.]{0,9}k?"
    r"(?! \w{0,8} ?(?:budget|plan))"
)
_BUDGET_ASKED: Final = re.compile(
    r"\b(?:what|whats|what's|which|how (?:much|big|large)|implied|implies)"
    r"(?: (?:size|is|an?|the|my|of|whole|total|full|hedge)){0,4} (?:budget|plan|pot|hedge)\b"
)
_NEXT: Final = re.compile(r"\bnext (?:full |20 ?% |20 )?(?:add|one|tranche|layer|slice|step)\b")


@dataclass(frozen=True)
class Hedge:
    """The figures, with the budget and the share that is on where they can be found."""

    told: Figures
    budget: float | None
    behind: Call | None  # what finds the budget from a part of it
    on: float | None
    later: int | None  # tranches after the first, or after what is on
    more: int | None  # tranches beside those

    @property
    def step(self) -> float:
        """The share of a later tranche: the one told, or the method's."""
        return self.told.step or _STEP

    @property
    def shares(self) -> dict[str, Any]:
        """The shares of a plan that are not the method's own."""
        first = self.told.first or (self.told.slices[0] if self.told.slices else None)
        later = {"step": self.step} if self.step != _STEP else {}
        return later if first is None else {"first": first, **later}


def known(told: Figures, text: str) -> Hedge:
    """What the figures and the tranches counted in `text` (lower case) make known."""
    step = told.step or _STEP
    alone = told.budget is not None and told.unnamed in ([], [told.budget]) and not (told.first_cash or told.account)
    if alone and _FIRST_OF.search(text) and _BUDGET_ASKED.search(text):
        told.first_cash, told.budget = told.budget, None  # "what budget do i need for a first tranche of 2,000"
    later, more = tranches_told(text)
    if told.on_cash is not None and told.first is None and more is None and to_come(text):
        later, more = None, later  # "9,750 is in, room for one more"
    if told.on_cash is not None and told.first is not None and more is None and _NEXT.search(text):
        later, more = None, later  # "opener used 2,160 (27%). budget and next add?"
    if (
        told.on_cash is not None
        and told.first is not None
        and told.budget is None
        and told.first_cash is None
        and later is None
    ):
        told.first_cash, told.on_cash = told.on_cash, None  # "I put 2,700 in as the opener, that's the 30"
    on = _share_on(told, later, step)
    budget = told.budget
    if told.account is not None and told.hedge is not None:
        budget = round(told.account * told.hedge, 9)
    if budget is not None:
        if told.first_cash is not None and told.step_cash is not None:  # "bought with 3,000 and added 2,000 twice"
            put = told.first_cash + (later or 1) * told.step_cash
            on = round(put / budget, 12) if put <= budget else None
        if told.turns:
            on = round(sum(told.turns) / budget, 12)
        in_cash = told.on_cash if told.left_cash is None else budget - told.left_cash
        if on is None and in_cash is not None and 0 <= in_cash <= budget:
            on = round(in_cash / budget, 12)
        return Hedge(told, budget, None, on, later, more)
    parts = (
        (told.on_cash, on),
        (told.left_cash, None if on is None else round(1 - on, 12)),
        (told.first_cash, told.first),
        (told.step_cash, step),
    )
    behind = next((Call("whole_of_part", {"amount": cash, "share": s}) for cash, s in parts if cash and s), None)
    budget = None if behind is None else round(behind.arguments["amount"] / behind.arguments["share"], 9)
    return Hedge(told, budget, behind, on, later, more)


def _share_on(told: Figures, later: int | None, step: float) -> float | None:
    """The share of the hedge that is on, where it is told in one way or another."""
    if told.on is not None:
        return told.on
    if told.left is not None:
        return round(1 - told.left, 12)
    if len(told.slices) == 2 and later and later > 1:  # "30%, and 20% has been added twice"
        return min(1.0, round(told.slices[0] + later * told.slices[1], 12))
    if told.slices:
        return min(1.0, round(sum(told.slices), 12))
    if told.first is not None and later is not None:
        return min(1.0, round(told.first + later * step, 12))
    return None
