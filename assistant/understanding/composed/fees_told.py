"""Fees on top of what one unit costs, where the question is how many units a sum buys: "fly .80 plus 5 dollars fees".

The rest of the question is read as if the fees were not told, and the cost of one unit then has them on top.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.filling.payoff_slots import FEES, FEES_A_LEG
from assistant.understanding.filling.slots import fill
from assistant.understanding.text.quantities import Quantity, Reading, blanked
from assistant.understanding.text.role_words import CHARGED
from tools.methodology import METHOD

_HOLDS: Final = ("fee", "comm", "charge", "broker")
_OF_FOUR: Final = re.compile(r"\b(?:fl(?:y|ies)|butterfl\w+|b?fl(?:y|ies)|condors?)\b")  # four options in each
_AHEAD: Final = re.compile(rf"(?:(?:\b(?:plus|and|with|then|also|has|have|has)\b|[+&,;])\s?){{0,2}}(?:{CHARGED})?[\s:=(]*\$?$")
_BEHIND: Final = re.compile(
    r"\s?(?:(?:dollars?|bucks|total|in|of|option|the)\s){0,3}(?:(?:fees?|comm(?:ission)?s?|charges|brokerage)\b)?\s?"
    r"(?:(?:per|a|an|each|/)\s?(?:option\s)?(?:fly|butterfly|unit|spread|condor|contract|leg|option|one)\b|each\b|apiece\b)?"
    r"(?:\s(?:in )?(?:fees?|comm(?:ission)?s?))?\)?(?:\s(?:on top(?: of)?|extra|added|to add)\b)?"
)
_CHANGED: Final = re.compile(
    r"\b(?:do(?:es|ing)?|did) (?:it |that |this |they )?(?:do )?to\b|\bhow much (?:worse|further|more)\b"
    r"|\b(?:effects?|impact|affects?|difference|differ|shifts?|moves?|chang\w+)\b"
    r"|\bwith (?:and|or|vs\.?) without\b|\bbefore and after (?:the )?(?:fees?|comm\w+|costs)\b"
)
_BY_UNITS: Final = ("units_for_budget", "tranche_plan")


def with_fees(reading: Reading, read: Callable[[Reading], tuple[Calculation, ...]]) -> tuple[Calculation, ...]:
    """What `read` finds in the question without its fees, with them on what one unit costs; () where it counts no units."""
    if not any(part in reading.lower for part in _HOLDS) or reading.ladders or reading.legs:
        return ()
    told = fill(reading, (*FEES_A_LEG, FEES) if _OF_FOUR.search(reading.lower) else (FEES,))
    source, fees = told.sources.get("fees"), told.arguments.get("fees")
    if source is None or not fees or fees < 0:
        return ()
    rest = read(Reading(blanked(reading.lower, [_span(reading, source)])))
    priced = [c for c in rest if c.call.tool in _BY_UNITS and isinstance(c.call.arguments.get("unit_cost"), float)]
    if not priced or any(c.missing for c in rest):
        return ()
    return tuple(each for c in rest for each in (_charged(c, fees) if c in priced else (c,)))


def with_and_without(reading: Reading, single: Calculation) -> tuple[Calculation, ...]:
    """A butterfly without its fees and with them, where the question is what they change; () otherwise."""
    arguments = single.call.arguments
    if single.call.tool != "butterfly" or single.missing or not arguments.get("fees") or _CHANGED.search(reading.lower) is None:
        return ()
    free = Call("butterfly", {name: value for name, value in arguments.items() if name != "fees"})
    return replace(single, call=free, note=""), single


def _span(reading: Reading, source: Quantity) -> tuple[int, int]:
    """Where the fees stand, with the words that say what they are."""
    ahead = reading.lower[max(0, source.start - 48) : source.start]
    before, behind = _AHEAD.search(ahead), _BEHIND.match(reading.lower, source.end)
    start = source.start if before is None else source.start - len(ahead) + before.start()
    return start, source.end if behind is None else behind.end()


def _charged(found: Calculation, fees: float) -> tuple[Calculation, ...]:
    """The units with fees on each; of a plan of tranches, those of its first tranche and of a later one by themselves."""
    given = dict(found.call.arguments)
    if found.call.tool == "units_for_budget":
        return (replace(found, call=Call("units_for_budget", {**given, "fees": fees})),)
    cost = given.pop("unit_cost")
    firsts = (given["first"],) if "first" in given else METHOD.first.value
    shares = (*firsts, given.get("step", METHOD.step.value))
    whole = round(given["budget"] * given.get("share", 1.0), 9)
    each = (Call("units_for_budget", {"budget": whole, "unit_cost": cost, "share": s, "fees": fees}) for s in shares)
    return (replace(found, call=Call("tranche_plan", given)), *map(Calculation, each))
