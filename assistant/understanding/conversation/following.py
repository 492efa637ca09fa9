"""What a question that follows a calculation is to it, judged by all its words: a change of it, one of its own, or neither.

The frames of `leaning` name ways in which people change one number; there are a thousand others. This judgement (see
`judging`) is fitted to follow-ups of several authors. Which of the calculation's numbers is meant, `roles` says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal, TypeAlias, get_args

import numpy as np

from assistant.judging import Judgement, Vector
from assistant.session import Call, Session
from assistant.understanding.conversation.references import last_calls
from assistant.understanding.conversation.told_anew import no_budget
from assistant.understanding.filling.points import LEAST, in_points
from assistant.understanding.framed.calculations import fitted
from assistant.understanding.framed.steps import linked
from assistant.understanding.judged.forms import FORMS
from assistant.understanding.judged.meaning import Meaning, place, taken, told
from assistant.understanding.judged.roles import MOST, Item, Marked, cast, in_parts, marked
from assistant.understanding.judged.told_parts import parts_of, read_as
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.role_words import HELD, RISKED, SETTLES
from knowledge import Index
from tools.contracts import SPECIFICATIONS
from tools.methodology import METHOD

Follows: TypeAlias = Literal["change", "new", "none"]
HEADS: Final = get_args(Follows)
SURE: Final = 1.0
ALONE: Final = 2.0
"""How much likelier it must be than the other two, in log odds; and for a question of its own."""
PLAYED: Final = 1.5
"""How much likelier each number's part must be than another."""
BARS: Final = frozenset({"days", "span", "period", "after", "tenor", "given", "fast", "slow", "signal", "tranches", "adds"})
COUNTED: Final = re.compile(r"[\s-]?(?:days?|dte|weeks?|months?|minutes?|min|hours?|bars?|ticks?|years?|yrs?|signals?)\b")
"""Parts that count bars or time, and what follows a number that no other part can be."""
_SETTLES: Final = re.compile(rf"(?:{SETTLES})\s?$")
"""What stands before a level, which is no number of contracts."""
_LATER: Final = re.compile(r"\b(?:add\w*|later|each|every|steps?|next|second|third|further|more|then|tranches)\b")
"""Without these a share as large as the method's first tranche is that of no later one."""
_MEANING: Final = re.compile(r"\b(?:does|do|did|what|would|could)\b[^.?!]{0,60}\bmean\b")
"""What asks for a meaning changes nothing ("does 4/4/2 mean 4 contracts near")."""


@cache
def _kept() -> Judgement:
    return Judgement.kept("assistant.understanding.conversation", "following.npz")


def signs(asked: Marked, before: str) -> list[str]:
    """All by which a follow-up is judged: its words, what its numbers are like, and what was worked out before it."""
    words = told(asked)
    return [*words, f"t:{before}", f"t:{before} {len(asked.items)}", f"n:{min(len(asked.words), 12)}"]


def judge(asked: Marked, before: str, where: Vector, judged: Judgement | None = None) -> tuple[Follows, float]:
    """What the question is to a calculation with the tool `before`, and how much likelier that is, in log odds."""
    judgement = judged or _kept()
    odds = judgement.odds(signs(asked, before), where)
    first, second = np.argsort(-odds, kind="stable")[:2]
    return HEADS[first], float(odds[first] - odds[second])


def likeliest(reading: Reading, session: Session, text: str, index: Index) -> tuple[Follows, float] | None:
    """What the question is to what was worked out last, and how much likelier that is; None where nothing was."""
    before = next((call.tool for call in last_calls(session) if call.tool in FORMS), None)
    asked = marked(reading) if before is not None else None
    if before is None or asked is None or not 0 < len(asked.items) <= MOST or _MEANING.search(reading.lower):
        return None
    return judge(asked, before, place(text, index))


@dataclass(frozen=True)
class Changed:
    """The last calculations with the question's numbers in them.

    Attributes:
        calls: all of them, also those in which nothing is changed.
        note: what each number was read as.
        lead: how much likelier the part of its least sure number is than another.
    """

    calls: tuple[Call, ...]
    note: str
    lead: float


def changed(reading: Reading, session: Session) -> Changed | None:
    """The calculations of the last turn, changed; None where the numbers' parts are doubtful in all of them."""
    last, asked = last_calls(session), marked(reading)
    found = [(n, anew) for n, call in enumerate(last) if (anew := _put_in(call, asked, reading)) is not None]
    if not found:
        return None
    at, (call, lead, note) = max(found, key=lambda each: each[1][1])
    before = last[at].arguments
    changes = {name: (before.get(name), value) for name, value in call.arguments.items() if before.get(name) != value}
    if "budget" in changes and no_budget(call.arguments["budget"], last[at], reading):
        return None
    twins = [c.arguments for n, c in enumerate(last) if n != at and c.tool == call.tool]
    if any(given.get(name) != old for given in twins for name, (old, _) in changes.items()):
        return None  # of which of them it is told is not clear
    out = [call if n == at else _likewise(other, call.tool, changes) for n, other in enumerate(last)]
    return Changed(tuple(linked(out, since=at)), note, lead)


def _likewise(other: Call, tool: str, changes: Mapping[str, tuple[Any, Any]]) -> Call:
    """A calculation beside the one that is changed: what had the same value there changes with it."""
    given = other.arguments
    known = given if other.tool != tool else {**dict.fromkeys(changes), **given}
    same = {name: new for name, (old, new) in changes.items() if name in known and known[name] == old}
    return Call(other.tool, {**given, **same}) if same else other


def _put_in(last: Call, asked: Marked, reading: Reading) -> tuple[Call, float, str] | None:
    """The call with the numbers of the question in their parts, how sure those are, and what each was read as."""
    form = FORMS.get(last.tool)
    known = None if form is None else parts_of(last)
    if form is None or known is None:
        return None
    parts = cast(asked, last.tool, form.parts, Meaning.kept().parts, form.paired, known)
    given, first = in_parts(asked, parts.parts), METHOD.first.value
    strange = any(COUNTED.match(reading.lower, item.end) for part in given.keys() - BARS for item in given[part])
    strange |= any(HELD.search(reading.lower[: item.start]) for item in given.get("settlement", ()))
    strange |= any(_SETTLES.search(reading.lower[: item.start]) for item in given.get("contracts", ()))
    shares = [value for item in given.get("step", ()) for value in item.values]
    strange |= _LATER.search(reading.lower) is None and any(first[0] <= share <= first[1] for share in shares)
    strange |= "contracts" in given and RISKED.search(reading.lower) is not None  # a sum of money
    if parts.lead < PLAYED or not given or strange:
        return None
    if any(form.parts[part] and not _as_many(known.get(part, ()), items) for part, items in given.items()):
        return None
    before, after = form.arguments(known, reading), form.arguments({**known, **given}, reading)
    if before is None or after is None:
        return None
    arguments = _with(last, fitted(last.tool, before, reading), fitted(last.tool, after, reading))
    arguments, note = in_points(reading, arguments, given["debit"][0].quantity if "debit" in given else None)
    if "unit_cost" in given:
        arguments, note = _as_quoted(arguments, last.arguments)
    call = Call(last.tool, arguments)
    if dict(call.arguments) == dict(last.arguments) or not taken(call):
        return None
    return call, parts.lead, " ".join(filter(None, (read_as(asked, parts.parts, reading), note)))


def _with(last: Call, before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments with what differs between the two: how a form writes a number that stays is no change."""
    return {**last.arguments, **{name: value for name, value in after.items() if before.get(name) != value}}


def _as_quoted(arguments: dict[str, Any], before: Mapping[str, Any]) -> tuple[dict[str, Any], str]:
    """What one costs, told in points where dollars stand ("and if it comes down to 0.70?", of $88)."""
    cost, stood = arguments["unit_cost"], before.get("unit_cost")
    if not isinstance(stood, int | float) or not 0 < cost < LEAST <= stood:
        return arguments, ""
    dollars = round(cost * SPECIFICATIONS["VIX option"].per_point, 12)
    return {**arguments, "unit_cost": dollars}, f"{cost:g} was read as points, which is ${dollars:g} each."


def _as_many(known: Sequence[Item], items: Sequence[Item]) -> bool:
    """Whether the numbers of a list are told anew, all of them: of one alone it is not said which it is."""
    return sum(len(item.values) for item in items) == sum(len(item.values) for item in known)
