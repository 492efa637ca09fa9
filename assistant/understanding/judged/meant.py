"""What the numbers of a question are for: what the frames found, or what all its words together mean (see `meaning`).

The judgement speaks where the frames found nothing or far less, or names something much likelier; it also adds what the
question asks beside what they found. What a number was taken for is told beside the result.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.filling.brought import From
from assistant.understanding.filling.calculation import Calculation, numbered
from assistant.understanding.judged.clauses import Clause, by_clauses
from assistant.understanding.judged.forms import FORMS
from assistant.understanding.judged.meaning import PLAYED, Casting, Meaning, Meant, Ranked, ahead, place, taken
from assistant.understanding.judged.roles import MOST, NONE, Item, Marked, marked
from assistant.understanding.judged.taken_numbers import (
    NUMERAL,
    counts_time,
    in_rows,
    in_several_rows,
    taken_by,
    typed,
    used,
    worked_out,
)
from assistant.understanding.text.quantities import Reading
from knowledge import Index

LIKELY: Final = 1.5
INSTEAD: Final = 3.5
IN_PART: Final = 6.0
"""Log odds of a calculation to stand instead of those of frames, how much more than theirs, and where that is doubtful."""
ONE: Final = 2.0
"""How much likelier a calculation that frames read in a question must be than the next, to be all of it."""
CAST: Final = 2.0
CHANGED: Final = 5.0
"""How much likelier each number's part must be where a frame's calculation is cast anew, and where two change places."""
_TOLD_TOO: Final = {
    "macd_cross": ("third_line",),
    "rsi_value": ("rsi_ratio",),
    "butterfly": ("butterfly_value",),
    "histogram_peaks": ("running_share",),
    "budget_split": ("share_of", "part_of"),
    "slopes_by_day": ("term_structure", "macd_cross"),
}
"""Calculations whose result holds that of others."""
_ALIKE: Final = {"tranche_plan", "units_for_budget"}
"""Calculations of the same numbers, told apart by a word or two."""
_STAGED: Final = {"tranche_plan", "budget_split", "running_share"}
"""A plan, and how much of it is in use after so many tranches."""
_FRAMED: Final = {"implied_butterfly"}
"""What frames find of these stands: they also read what is no number ("how often must it pin")."""
_GOES_ON: Final = re.compile(r"\?\s?(?:and|also|plus|then)\b[^?\d]{0,200}\d")
_SUM: Final = 300.0  # dollars; what is less may be a count or a price


def meant(found: tuple[Calculation, ...], reading: Reading, text: str, index: Index) -> tuple[Calculation, ...]:
    """What the question's numbers are for: `found` by the frames, with or without what its words together say beside it."""
    first = found[0] if found else None
    if first is not None and not first.missing and any(c.call.tool not in FORMS or c.call.tool in _FRAMED for c in found):
        return found
    if first is not None and not first.missing and _told_apart(found, reading):
        return found
    asked = marked(reading)
    if not 0 < len(asked.items) <= MOST:
        return found
    meaning = Meaning.kept()
    ranked = meaning.ranked(asked, place(text, index))
    casting = Casting(meaning, asked, reading, tuple(c.call for c in found if not c.missing))
    whole = Clause.of(casting, ranked)
    clauses = _with_cost(by_clauses(meaning, reading, index, whole), whole)
    if clauses and not _as_one(found, clauses, asked, ranked, reading):
        return clauses
    judged = casting.calculations(ranked)
    stands = () if judged and _instead(judged, found, asked, ranked, reading) else found
    if len(stands) == 1:
        stands = _cast_anew(stands[0], casting, ranked)
    further = [m for m in judged if _is_further(m.found, stands) and not counts_time(m.found, reading)]
    if not stands or len(further) < len(judged):  # one that both found speaks for the others
        stands = (*stands, *(m.told for m in further))
    return stands


def _told_apart(found: tuple[Calculation, ...], reading: Reading) -> bool:
    """Whether a reader gave each number of the question its part.

    The units of one slice may still be those of a whole plan, and a plan of one sum is told apart only where no other sum and
    no ratio stands beside it. Numbers of a further question behind a question mark are of another calculation.
    """
    if _GOES_ON.search(reading.lower) is not None:
        return False
    budget = found[0].call.arguments.get("budget")
    if len(found) == 1 and found[0].call.tool == "units_for_budget":
        return False
    if found[0].call.arguments.keys() == {"budget"}:
        others = (q for q in reading.quantities if q.unit in ("money", "plain") and q.value >= _SUM and q.value != budget)
        if reading.ladders or any(others):
            return False
    # Of the steps of an average also the numbers that only count or name a bar have been read.
    steps = all(c.call.tool == "ema_step" and set(reading.quantities) <= set(c.sources.values()) for c in found)
    return bool(reading.quantities) and (steps or found[0].sources == numbered(reading))


def _instead(
    judged: tuple[Meant, ...], found: tuple[Calculation, ...], asked: Marked, ranked: Ranked, reading: Reading
) -> bool:
    """Whether what the words together mean stands instead of what the frames found, whose numbers it should have all."""
    first = judged[0].found.call.tool
    tools = {c.call.tool for c in found}
    if all(c.missing for c in found):  # what is asked for instead should be much likelier than what could be asked about
        rivals = [ranked[tool] for tool in tools if tool in ranked and tool != first]
        return not rivals or ranked[first] - max(rivals) >= INSTEAD
    if _linked(found) or first in tools or (first in _STAGED and _summed_up(found, asked, reading)):
        return False
    if any(first in _TOLD_TOO.get(tool, ()) for tool in tools) or (first == "macd_cross" and "histogram_bars" in tools):
        return False
    if not all(taken(c.call) for c in found):
        return True
    if any(map(in_several_rows, found)) and used(tuple(m.found for m in judged), reading) <= used(found, reading):
        return False
    if not used(found, reading) <= used(tuple(m.found for m in judged), reading):
        return False
    if len(found) > 1 and tools == {"whole_of_part"}:  # from either end of the first tranche's range, which is no number here
        return False
    ahead = ranked[first] - max(ranked[tool] for tool in tools)
    if len(found) > 1 and {first, *tools} <= _ALIKE:  # a part of the budget at a time
        return False
    summed = any(worked_out(given, asked, reading) for c in found for given in c.call.arguments.values())
    vague = len(found) > 1 and judged[0].lead < CAST
    all_used = len(used(found, reading)) == len(NUMERAL.findall(reading.text.replace(",", "")))
    vague = vague or (all_used and len(judged) > len(found))
    doubtful = summed or vague or {first, *tools} <= _ALIKE or _idle(judged, asked)
    return ranked[first] >= LIKELY and ahead >= (IN_PART if doubtful else INSTEAD)


def _as_one(
    found: tuple[Calculation, ...], clauses: tuple[Calculation, ...], asked: Marked, ranked: Ranked, reading: Reading
) -> bool:
    """Whether frames know of what links the clauses: sums of their shares, or that they are one calculation in parts."""
    known, tools = {c.call.tool for c in found}, {c.call.tool for c in clauses}
    told_too = bool(tools - known) and all(any(tool in _TOLD_TOO.get(k, ()) for k in known) for tool in tools - known)
    if told_too and len(found) <= len(clauses) and used(clauses, reading) <= used(found, reading):
        return True  # what one of them brings tells the rest
    if _summed_up(found, asked, reading) and tools & {*_STAGED, "share_of"}:
        return True
    if known == {"butterfly"} and "implied_butterfly" in tools:  # a whole one says what that would find, and more
        return used(clauses, reading) <= used(found, reading)
    if any(map(in_rows, found)):
        return used(clauses, reading) <= used(found, reading)  # a list that frames read whole is not cut
    likely = next(iter(ranked)) in known and ahead(ranked) >= ONE
    in_parts = len(found) < len(clauses) and (tools == known or likely)
    derived = any(worked_out(given, asked, reading) for c in found for given in c.call.arguments.values())
    if derived and len(found) > len(clauses):
        return True
    all_of_it = len(found) > len(clauses) or (len(found) == len(clauses) and (tools <= known or derived))
    return (in_parts or all_of_it or _linked(found)) and used(clauses, reading) <= used(found, reading)


def _with_cost(clauses: tuple[Meant, ...], whole: Clause | None) -> tuple[Calculation, ...]:
    """The clauses' calculations; where the `whole` is one of them with what a unit costs, which another clause tells, so."""
    priced = None if whole is None else whole.meant.found.call
    lacking = next((m for m in clauses if priced is not None and _lacks_cost(m.found.call, priced)), None)
    if whole is None or lacking is None:
        return tuple(m.told for m in clauses)
    return (*(m.told for m in clauses if m is not lacking), whole.meant.told)


def _lacks_cost(call: Call, priced: Call) -> bool:
    cost = priced.arguments.get("unit_cost")
    lacks = cost is not None and "unit_cost" not in call.arguments
    return lacks and call.tool == priced.tool and {**call.arguments, "unit_cost": cost} == dict(priced.arguments)


def _summed_up(found: tuple[Calculation, ...], asked: Marked, reading: Reading) -> bool:
    """Whether frames added up the tranches of a plan that are in."""
    known = {c.call.tool for c in found}
    return known <= _STAGED and any(worked_out(c.call.arguments.get("deployed"), asked, reading) for c in found)


def _idle(judged: Sequence[Meant], asked: Marked) -> list[Item]:
    """The numbers that play no part in any of the calculations."""
    return [item for n, item in enumerate(asked.items) if all(m.parts[n] == NONE for m in judged)]


def _linked(found: tuple[Calculation, ...]) -> bool:
    """Whether one of them takes a number from another."""
    return any(isinstance(given, From) for c in found for given in c.call.arguments.values())


def _cast_anew(found: Calculation, casting: Casting, ranked: Ranked) -> tuple[Calculation, ...]:
    """A frame's calculation with each number in the part that the words around it give it, none of its numbers left out."""
    tool, given = found.call.tool, found.call.arguments
    meant = None if found.missing else casting.of(tool)
    if meant is None or meant.lead < PLAYED or meant.found.call == found.call:
        return (found,)
    if tool == "contract_value" and found.note:  # its price is told in ticks, or for a part of a contract
        return (found,)
    others = {v for k, v in meant.found.call.arguments.items() if k != "target" and isinstance(v, int | float)}
    if given.get("target") in others:  # a sum that is wanted is no price to settle at, and no number of contracts
        return (found,)
    asked, reading = casting.asked, casting.reading
    as_read = {name: _kept(given.get(name), value, asked, reading) for name, value in meant.found.call.arguments.items()}
    left = {name: value for name, value in given.items() if name not in as_read}
    if any(worked_out(value, asked, reading) for value in left.values()):
        return (found,)
    idle = [v for item in _idle((meant,), asked) for v in item.values]
    told_twice = list(as_read.values())  # "3 bars either side": one number for two of the tool's
    as_read |= {n: value for n, value in left.items() if value in idle or isinstance(value, str) or value in told_twice}
    factors = {round(value / v, 9) for value in given.values() if worked_out(value, asked, reading) for v in typed(asked)}
    as_read = {
        name: value for name, value in as_read.items() if name in given or not _is_one(value, factors)
    }  # four fees of 0.65
    anew = replace(meant.found, call=Call(tool, as_read))
    swapped = used((anew,), reading) == used((found,), reading)
    likeliest = tool == next(iter(ranked))
    surely = meant.lead >= (CHANGED if swapped else CAST)
    more = given.items() < as_read.items() and ranked[tool] >= ranked[NONE]
    lost = not used((found,), reading) <= used((anew,), reading)
    if as_read == given or lost or not (more or (likeliest and surely)):
        return (found,)
    return (replace(meant, found=anew).told,)


def _is_one(value: Any, of: set[float]) -> bool:
    return isinstance(value, int | float) and value in of


def _kept(old: Any, new: Any, asked: Marked, reading: Reading) -> Any:
    """`new`, unless a frame knows better: a sign, the order of a curve, all of a list, fees of each leg."""
    if isinstance(old, list | tuple) and isinstance(new, list | tuple):
        return old if len(new) < len(old) or sorted(map(str, old)) == sorted(map(str, new)) else new
    if not (isinstance(old, int | float) and isinstance(new, int | float)):
        return new
    return old if new == -old or (isinstance(old, float) and worked_out(old, asked, reading)) else new


def _is_further(judged: Calculation, found: tuple[Calculation, ...]) -> bool:
    """Whether a calculation is none of those found, and rests on a number that none of them has."""
    tools = {c.call.tool for c in found}
    if judged.call.tool in tools or any(judged.call.tool in _TOLD_TOO.get(tool, ()) for tool in tools):
        return False
    used = taken_by(found)
    return any(not {abs(q.value), abs(q.value) / 100} & used for q in judged.sources.values())
