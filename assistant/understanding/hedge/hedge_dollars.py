"""A staged hedge with a budget in dollars: its tranches, what is in and what is left, and the whole units that it buys."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.brought import From
from assistant.understanding.hedge.hedge_known import Hedge
from assistant.understanding.hedge.hedge_words import FIRST_BY_NUMBER
from tools.methodology import METHOD

_PLANNED: Final = re.compile(
    r"\b(?:each|every|tranches?|layers?|ladder|adds|increments?|amounts?|later|subsequent|first|opener|opening|initial"
    r"|limits|slices?|per step|interval|start\w*|beg[aiu]n\w*|full (?:add|20)|another 20|then 20s|fits?|room)\b"
)
_FITS: Final = re.compile(r"\b(?:fits?|room)\b")  # in a sum with no word of tranches
_UNITS: Final = re.compile(r"\b(?:per step|how many|number of|count|whole|units|flies|butterflies|spreads|contracts)\b")
_TURNS: Final = re.compile(r"\bturns?\b|\btrigger\w*|\bsignal|\bcross\w*|\badds?\b(?! (?:up|it|them|to)\b)")
_WITHIN: Final = re.compile(r"\b(?:range|inside|within|between|band)\b")
_EACH: Final = re.compile(r"\b(?:each|every|per) (?:\w{1,6} )?(?:tranche|slice|layer|step)\b")
_SLICE: Final = re.compile(
    r"\b(?:first|second|third|fourth|fifth|last|next|1st|2nd|3rd|4th|initial|opening|later|each|every|per|a|one)"
    r" (?:tranche|layer|slice|step|add)\b|\b(?:tranche|layer|slice) (?:(?:one|two|three|four|five|#?[1-5])\b|#(?![\d/]))"
    r"|\b(?:opener|tranches|layers|slices)\b"
)
_ADDED: Final = re.compile(r"\b(?:adds?|additions?|later|next|increments?)\b")
_FIRST_ASKED: Final = re.compile(rf"\b(?:{FIRST_BY_NUMBER}|(?:first|opener|opening|initial|tranches|ladder|interval|layers)\b)")
_LATER_ASKED: Final = re.compile(r"\b(?:adds?|later|increments?|next|tranches|ladder|second|each)\b")
_OF_ALL: Final = re.compile(
    r"\bof (?:the |my |our |his |her )?(?:whole |entire |total |full )?(?:account|portfolio|book|capital)\b(?!\W{0,3}[$\d])"
)
_NEXT: Final = re.compile(r"\b(?:next|another|third|fourth|coming)\b")
_OF_REST: Final = re.compile(
    r"\bo(?:ff?|n|ut of) (?:the |what'?s |whats |what is |what |my )?(?:left|rest|remaind\w*|remains?|remaining|unspent)\b"
)
_OR_WHOLE: Final = re.compile(
    r"\b(?:original|whole|full|planned|total|entire|starting) (?:\w{3,9} )?(?:budget|plan|hedge|pot|sum)\b"
)
_REST: Final = re.compile(r"\b(?:left|remain\w*|unspent|out|unused|over|idle)\b")
_RUNNING: Final = re.compile(
    r"\brunning\b|\bcumulative\b|\bafter each\b|\bstep by step\b|\b(?:each|by|per) (?:time|day|date|month|week)\b"
)
ROOM_ASKED: Final = re.compile(
    r"\bhow many (?:more |full |whole |further |of the |20\s?% ){0,3}(?:adds?|additions?|increments?|20s|steps?|tranches"
    r"|layers|slices)\b"
    r"|\bhow (?:far|long|much (?:room|headroom|space))\b|\b(?:room|headroom|capacity|space) (?:is |do i have "
    r"|have i )?(?:left|for|remain\w*)\b"
    r"|\bcan (?:i|we) (?:still )?add\b|\b(?:to|until|till|from|before) (?:the )?(?:cap|full|100)\b"
)
_OPENING: Final = re.compile(
    r"\b(?:(?:day one|first day|at once|(?:on|at) the (?:first )?(?:cross|trigger|signal|turn)|to start"
    rf"|first (?:tranche|layer|slice|buy|step|entry|purchase)|on (?:the )?first|opener|opening)\b|{FIRST_BY_NUMBER})"
)
_APART: Final = re.compile(
    r"\b(?:over|above|under|below|short|shy|too (?:much|little|big|small|heavy|light)|more than|less than|overd(?:o|id)|off"
    r"|inside|within|outside|in (?:the |its )?range)\b"
)
_LEAST_FIRST, _MOST_FIRST = METHOD.first.value
_PAIR: Final = 2
_MOST: Final = 5  # stages told one by one


def room_left(on: float, adds: int = 0) -> Call:
    """How many whole tranches still fit on top of what is on, or whether so many do."""
    return Call("running_share", {"first": on, "adds": adds})


def in_dollars(hedge: Hedge, text: str) -> list[Call]:
    """The plan, what is in and out, and whole units, of a budget in dollars."""
    told, budget = hedge.told, hedge.budget or 0.0
    if told.cost is not None:
        return units(hedge, text)
    if told.ranged and told.account is not None and told.budget is not None and hedge.on is None:
        if _WITHIN.search(text) and told.budget < told.account:  # "is 1,400 within 25-30% of 5,000"
            part = round(told.budget / told.account, 12)
            return [Call("budget_split", {"budget": told.account, "deployed": part, "meant": "first tranche"})]
        # The article does not say what its percentages are of: 25-30% of either sum.
        ends = list(METHOD.first.value)
        return [Call("share_of", {"whole": whole, "shares": ends, "of": "dollars"}) for whole in (told.budget, told.account)]
    if hedge.on is None and hedge.later and told.first is None:  # after two tranches: from either end of the range
        return []
    if told.lost is not None:
        return _lost(hedge, budget)
    if hedge.behind is not None:
        return [*_added_up(hedge), hedge.behind, *_of_whole(hedge, text)]
    return [*_plans(hedge, text), *_in_and_out(hedge, text, budget)]


def opened(text: str) -> bool:
    """Whether lower-case `text` asks how a first tranche that is in stands to the method's range."""
    return _OPENING.search(text) is not None and _APART.search(text) is not None


def _plans(hedge: Hedge, text: str) -> list[Call]:
    """The plan of tranches where they are spoken of: one, or one at each end of a range of budgets."""
    told = hedge.told
    if told.hedge is not None:
        ends = (told.hedge,) if told.hedge_most is None else (told.hedge, told.hedge_most)
        if not (_PLANNED.search(text) or told.first or told.step or "hedg" in text):
            return [Call("budget_split", {"budget": told.account, "deployed": end}) for end in ends]
        return [Call("tranche_plan", {"budget": told.account, "share": end, **hedge.shares}) for end in ends]
    if told.first_cash is not None and _WITHIN.search(text):
        return [Call("tranche_plan", {"budget": hedge.budget, **hedge.shares})]
    if hedge.on is None and _TURNS.search(text):
        return [Call("tranche_plan", {"budget": hedge.budget, **hedge.shares})]
    wide = (told.first or 0) > METHOD.first.value[1]
    if _PLANNED.search(text) or told.ranged or _OF_REST.search(text) or wide:
        return [Call("tranche_plan", {"budget": hedge.budget, **hedge.shares})]
    return []


def _added_up(hedge: Hedge) -> list[Call]:
    """The tranches that make the share which is in, where that is what finds the budget."""
    told = hedge.told
    first, later = told.slices[:1] or (told.first,), set(told.slices[1:]) or {hedge.step}
    adds = len(told.slices) - 1 if told.slices else hedge.later
    if told.on_cash is None or told.on is not None or not first[0] or not adds or len(later) != 1:
        return []
    return [Call("running_share", {"first": first[0], "adds": adds, "step": later.pop()})]


def _of_whole(hedge: Hedge, text: str) -> list[Call]:
    """What else is asked of the budget found behind a part: its other tranches, or what is in of it."""
    told = hedge.told
    other = _LATER_ASKED if told.first_cash is not None else _FIRST_ASKED
    plan = [Call("tranche_plan", {"budget": hedge.budget, **hedge.shares})] if other.search(text) else []
    of_part = told.on_cash is not None or told.left_cash is not None
    if not plan and told.first_cash is not None and told.first is not None and _LEAST_FIRST <= told.first <= _MOST_FIRST:
        plan = [Call("share_of", {"whole": hedge.budget, "shares": [hedge.step]})]  # what comes next of it
    if told.asked is not None:
        return [*plan, Call("budget_split", {"budget": hedge.budget, "deployed": told.asked})]
    on = [Call("budget_split", {"budget": hedge.budget, "deployed": hedge.on})] if hedge.on and not of_part else []
    return [*plan, *on]


def _in_and_out(hedge: Hedge, text: str, budget: float) -> list[Call]:
    """What is in and what is left, now or after what comes next; a part told in dollars as a share of the whole."""
    told = hedge.told
    part = told.on_cash or told.first_cash or (round(budget * hedge.on, 9) if hedge.on else None)
    if _OF_REST.search(text) and told.on is None and not (told.on_cash or told.first_cash or told.step):
        begun = told.first if len(told.slices) != _PAIR else told.slices[0]  # the later one is of what that leaves
        part = part if begun is None else round(budget * begun, 9)
    if told.on_cash is not None and told.on_cash > budget:
        return [Call("part_of", {"amount": told.on_cash, "whole": budget})]
    if round(sum(told.slices), 9) > 1:  # "i overspent: 30+20+20+20+20 of 7k"
        put = {"first": told.slices[0], "adds": len(told.slices) - 1, "step": told.slices[-1]}
        over = Call("share_of", {"whole": budget, "shares": [round(sum(told.slices) - 1, 12)]})
        return [Call("running_share", put), Call("budget_split", {"budget": budget, "deployed": 1.0}), over]
    if told.asked is not None:
        return [Call("budget_split", {"budget": budget, "deployed": told.asked})]
    if told.hedge is not None and _OF_ALL.search(text) and (share := hedge.on or told.first):
        return [Call("part_of", {"amount": round(budget * share, 9), "whole": told.account})]
    if part and part < budget and _OF_REST.search(text):
        of_rest = Call("budget_split", {"budget": round(budget - part, 9), "deployed": hedge.step})
        either = _OR_WHOLE.search(text) is not None
        return [*([Call("share_of", {"whole": budget, "shares": [hedge.step]})] if either else []), of_rest]
    if hedge.on is not None and (more := _to_come(hedge)):
        after = Call("running_share", {"first": hedge.on, "adds": more, "step": hedge.step})
        then = Call("budget_split", {"budget": budget, "deployed": From("running_share", "share")})
        before = {"meant": "before an add"} if more == 1 and hedge.step == METHOD.step.value else {}
        return [Call("budget_split", {"budget": budget, "deployed": hedge.on, **before}), after, then]
    if told.first_cash is not None and told.first_cash > budget:
        return []
    if part and not told.turns and opened(text):
        return [Call("budget_split", {"budget": budget, "deployed": round(part / budget, 12), "meant": "first tranche"})]
    if told.turns and hedge.on is not None:
        parts = [Call("part_of", {"amount": put, "whole": budget}) for put in dict.fromkeys(told.turns)]
        return [*parts, Call("budget_split", {"budget": budget, "deployed": hedge.on})]
    if told.first_cash is not None and told.step_cash is None and not _REST.search(text):
        return [Call("part_of", {"amount": told.first_cash, "whole": budget})]
    if hedge.on is not None:
        room = [room_left(hedge.on)] if ROOM_ASKED.search(text) and told.on is not None else []
        stages = [Call("budget_split", {"budget": budget, "deployed": share}) for share in _stages(hedge, text)]
        adds = {"first": told.first, "adds": hedge.later, "step": hedge.step}
        summed = told.first is not None and (hedge.later or 0) > 1 and len(stages) == 1 and told.on is None
        return [*([Call("running_share", adds)] if summed else []), *stages, *room]
    if told.first_cash is not None:
        return [Call("budget_split", {"budget": budget, "deployed": round(told.first_cash / budget, 12)})]
    if told.step is not None and told.first is None and not told.slices:  # "how big is a 20% step of 8,750"
        return [Call("share_of", {"whole": budget, "shares": [told.step]})]
    return []


def _lost(hedge: Hedge, budget: float) -> list[Call]:
    """What is in, the share of it that is lost, and what that is of the whole budget."""
    if not hedge.on or hedge.told.lost is None:
        return []
    used = round(budget * hedge.on, 9)
    lost = round(used * hedge.told.lost, 9)
    wholes = [whole for whole in (budget, hedge.told.account) if whole is not None and (whole != budget or lost != used)]
    return [
        Call("budget_split", {"budget": budget, "deployed": hedge.on}),
        *([Call("share_of", {"whole": used, "shares": [hedge.told.lost]})] if lost != used else []),
        *(Call("part_of", {"amount": lost, "whole": whole}) for whole in wholes),
    ]


def _stages(hedge: Hedge, text: str) -> list[float]:
    """The shares that were on one after the other where that is asked for, else the last alone."""
    on, told = hedge.on or 0.0, hedge.told
    begun = told.first or (told.slices[0] if told.slices else None)
    if begun is None or _RUNNING.search(text) is None or told.on is not None:
        return [on]
    sizes = told.slices or (begun, *[hedge.step] * round((on - begun) / hedge.step))
    sums = [round(sum(sizes[: n + 1]), 12) for n in range(len(sizes))]
    return sums if len(sums) <= _MOST and sums[-1] == on else [on]


def _to_come(hedge: Hedge) -> int:
    """How many tranches come on top of what is on; 0 where none are spoken of."""
    if hedge.on is None or hedge.on >= 1:
        return 0
    return hedge.more or (hedge.later if hedge.told.on is not None and hedge.told.first is None else 0) or 0


def units(hedge: Hedge, text: str) -> list[Call]:
    """Whole units of a budget, of one slice of it where one is spoken of, or of a slice told in dollars."""
    told = hedge.told
    one_slice = _SLICE.search(text) is not None and not told.slices
    if _UNITS.search(text) is None and _EACH.search(text) is None and not one_slice:
        return []
    cash = told.first_cash or told.step_cash or told.on_cash or told.slice_cash
    old = {} if told.old_cost is None else {"old_cost": told.old_cost}
    if hedge.budget is None or (hedge.behind is None and cash):
        return [Call("units_for_budget", {"budget": cash, "unit_cost": told.cost, **old})] if cash else []
    if not old and ((_EACH.search(text) and not told.slices) or (one_slice and told.step is None and told.first is None)):
        whole = {"budget": hedge.budget} if told.hedge is None else {"budget": told.account, "share": told.hedge}
        return [Call("tranche_plan", {**whole, "unit_cost": told.cost, **hedge.shares})]
    share = hedge.step if told.first is None and (told.step or _ADDED.search(text)) else told.first or hedge.on
    both = (told.first, hedge.step) if told.first and _ADDED.search(text) else ()
    following = (hedge.step,) if told.slices and _NEXT.search(text) else ()  # "after 25 and 20, how many for the next one"
    shares = dict.fromkeys(following or told.slices) or both or ((share,) if share else ())
    if not shares and _PLANNED.search(_FITS.sub("", text)):
        return [Call("tranche_plan", {"budget": hedge.budget, "unit_cost": told.cost})]
    each = {"budget": hedge.budget, "unit_cost": told.cost, **old}
    return [Call("units_for_budget", {**each, "share": size}) for size in shares or ((1.0,) if old else ())]
