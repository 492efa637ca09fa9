"""A plan of tranches in dollars told in contracts afterwards: "how many 25/30/35 flies at .85 does the first tranche buy"."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call, Session
from assistant.understanding.composed.several import calculations
from assistant.understanding.conversation.references import last_calls, planned
from assistant.understanding.filling.brought import BROUGHT
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.framed.calculations import attempt
from assistant.understanding.framed.frames import BY_TOOL
from assistant.understanding.framed.steps import feeding
from assistant.understanding.text.quantities import Reading

_PLAN: Final = "tranche_plan"
_THING: Final = r"(?:flies|fly|butterfl\w+|contracts?|lots?|units?|spreads?|condors?|options?|calls?)"
_UNITS: Final = re.compile(
    rf"\bhow many\b|\b(?:in|into) (?:whole )?{_THING}\b|\b{_THING} (?:is|are|does|would|do) (?:that|it|this)\b"
    rf"|\b(?:per|each|every|first|second|third|last) (?:tranche|slice|add|step|one|layer)\b"
    rf"|\bwith {_THING} (?:at|for|costing)\b"
)
_THOSE: Final = re.compile(r"\b(?:those|these|them|that|it)\b")
_AT: Final = re.compile(r"(?:\b(?:at|for|costing|of)|@)\s?$")
_BUDGET: Final = re.compile(r"\bbudget\b|\baccount\b|\bplan(?:ned)?\b|\d\s?k\b")
_PRICED: Final = frozenset(tool for tool, what in BROUGHT if what == "cost")


def in_units(reading: Reading, session: Session) -> tuple[Call, ...]:
    """What is priced, and the plan made not long ago in whole units of it; () where the words ask for neither."""
    if not session.turns or _UNITS.search(reading.lower) is None or _BUDGET.search(reading.lower):
        return ()
    plan = planned(session)
    if plan is None:
        return ()
    plan = Call(_PLAN, {k: v for k, v in plan.arguments.items() if k != "unit_cost"})
    priced = [c for c in calculations(reading) if c.call.tool in _PRICED and not c.missing][:1]
    if not priced and not reading.quantities and _THOSE.search(reading.lower):
        priced = [Calculation(c) for c in last_calls(session)[-1:] if c.tool in _PRICED]
    if priced:
        return (priced[0].call, *feeding(priced, (plan,)))
    cost = None if reading.ladders or reading.legs else _cost(reading, plan)
    return () if cost is None else (Call(_PLAN, {**plan.arguments, "unit_cost": cost}),)


def _cost(reading: Reading, plan: Call) -> float | None:
    """What one unit costs in dollars: as the plan's own words would have it, or the one figure that is said."""
    said = Reading(f"tranches of a ${plan.arguments['budget']:.2f} budget, {reading.lower}")
    found = attempt(BY_TOOL[_PLAN], said)
    if found is not None and "unit_cost" in found.call.arguments:
        return float(found.call.arguments["unit_cost"])
    alone = [q for q in reading.quantities if q.unit in ("money", "plain") and _AT.search(reading.before(q))]
    return alone[0].value if len(alone) == 1 and alone[0].unit == "money" else None
