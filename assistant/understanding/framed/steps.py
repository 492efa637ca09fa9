"""Calculations that feed each other: what one brings, another takes ("how many of these flies fit the first tranche?").

`LINKS` says which tool's result can stand for which parameter of another. A question that gives the numbers of both is
answered by both, the second with what the first brought; nothing is copied by hand, and no chain is written out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.brought import From
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.framed.calculations import attempt
from assistant.understanding.framed.frames import BY_TOOL
from assistant.understanding.text.quantities import Reading, blanked

_COSTS: Final = (("butterfly", "cost"), ("butterfly_quote", "cost"), ("position", "cost"))
# (what takes, its parameter) ← (what brings, what of it)
LINKS: Final[Mapping[tuple[str, str], tuple[tuple[str, str], ...]]] = {
    ("tranche_plan", "unit_cost"): _COSTS,
    ("units_for_budget", "unit_cost"): (*_COSTS, ("spread_by_width", "risk")),
    ("units_for_budget", "budget"): (("budget_split", "used"),),
    ("budget_split", "deployed"): (("running_share", "share"),),
    ("part_of", "amount"): (
        ("butterfly", "risk"),
        ("position", "risk"),
        ("round_trip", "made"),
        ("staged_exit", "made"),
        ("units_for_budget", "spent"),
        ("contract_value", "dollars"),
        ("budget_split", "used"),
        ("tranche_plan", "budget"),
        ("staged_cost", "total"),
    ),
    ("black76", "vol"): (("implied_volatility", "vol"),),
}


def fed(reading: Reading, first: Calculation) -> Calculation | None:
    """A second calculation of the question that takes what `first` brings, read from the numbers that `first` leaves."""
    used = [(q.start, q.end) for q in first.sources.values()] + [span for ladder in reading.ladders for span in ladder.spans]
    rest = Reading(blanked(reading.lower, used))
    for (tool, parameter), sources in LINKS.items():
        brings = next((what for source, what in sources if source == first.call.tool), None)
        if brings is None:
            continue
        found = attempt(BY_TOOL[tool], rest, {parameter: From(first.call.tool, brings)})
        if found is not None and not found.missing and found.call.tool == tool:
            return replace(found, call=Call(tool, {parameter: From(first.call.tool, brings), **found.call.arguments}))
    return None


_BROUGHT_AS: Final = {
    "risk": "the most that the position can lose, or its result where a price is named",
    "made": "what the trade made or lost",
    "spent": "what the whole units cost",
    "dollars": "the notional",
    "used": "the part that is used",
    "budget": "the planned budget",
    "total": "what was paid in all",
}


def taken_as(call: Call) -> str:
    """What a value that another result brings was taken for, where the words leave that open; ""."""
    value = call.arguments.get("amount") if call.tool == "part_of" else None
    return f"“that” is taken as {_BROUGHT_AS[value.what]}." if isinstance(value, From) else ""


def feeding(first: Sequence[Calculation], calls: Sequence[Call]) -> list[Call]:
    """`calls` with every parameter that a link names taken from what `first` brings, where they do not have it."""
    out = list(calls)
    for found in first:
        for (tool, parameter), sources in LINKS.items():
            brings = next((what for name, what in sources if name == found.call.tool), None)
            if brings is not None:
                source = {parameter: From(found.call.tool, brings)}
                out = [Call(c.tool, {**source, **c.arguments}) if c.tool == tool else c for c in out]
    return out


def linked(calls: Sequence[Call], since: int) -> list[Call]:
    """The calls with every value that call number `since` once brought taken from it anew."""
    source = calls[since].tool
    out = list(calls)
    for place, call in enumerate(calls):
        for (tool, parameter), sources in LINKS.items():
            brings = next((what for name, what in sources if name == source), None)
            if place != since and call.tool == tool and brings and parameter in call.arguments:
                out[place] = Call(tool, {**call.arguments, parameter: From(source, brings)})
    return out
