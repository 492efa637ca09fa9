"""The calculations that a question leaning on earlier ones asks for: changed, compared, carried on, or shown again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from assistant.session import Call, Session
from assistant.understanding.composed.wanted import wanted
from assistant.understanding.conversation.aside import meant_instead
from assistant.understanding.conversation.capital_changes import capital_changed
from assistant.understanding.conversation.carried import asked_of
from assistant.understanding.conversation.chances import chance_asked
from assistant.understanding.conversation.changes import change, changes
from assistant.understanding.conversation.closes import bought_back, closing, unpriced
from assistant.understanding.conversation.comparison import held_instead, set_beside
from assistant.understanding.conversation.dialogue import leans
from assistant.understanding.conversation.each_number import ASKED_ANEW, each_number
from assistant.understanding.conversation.edits import edited, names_other
from assistant.understanding.conversation.looking_back import asks_which, looked_back
from assistant.understanding.conversation.one_event import one_event
from assistant.understanding.conversation.onward import nearer, once_more, stepped
from assistant.understanding.conversation.other_choice import other_choice
from assistant.understanding.conversation.other_strikes import other_legs, rolled_to
from assistant.understanding.conversation.pairs import as_one, held_together, picked
from assistant.understanding.conversation.references import earlier, last_calls, planned, referent, without_pointer
from assistant.understanding.conversation.scaling import for_so_many, scaled
from assistant.understanding.conversation.taken_back import NOTHING, taken_back
from assistant.understanding.conversation.told_already import asks_found, asks_numbered, asks_stage
from assistant.understanding.conversation.turned_round import turned_round
from assistant.understanding.conversation.unread import as_points, unread
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.filling.targets import asks_target
from assistant.understanding.framed.frames_sums import PART_ASKED
from assistant.understanding.framed.named import named_arguments
from assistant.understanding.framed.steps import fed, taken_as
from assistant.understanding.lines.bars import further_bars
from assistant.understanding.table.rereading import reread
from assistant.understanding.table.table_named import table_meant
from assistant.understanding.text.quantities import Reading
from tools import CATALOGUE

_FIGURE: Final = re.compile(
    r"\b(?:max\w*|break-? ?evens?|be'?s|profits?|loss(?:es)?|lose|make|worth|value|pay(?:s|off)?|risk|reward"
    r"|p/?l|pnl|cost|again|"
    r"show|only|just|back to|what about|how about|figures?|numbers?|result)\b"
)
# Words that carry on from the calculation before, so that what they leave unsaid stays as it was.
_CARRIES: Final = re.compile(
    r"^\W*(?:and|what about|how about|what if|now|then|make|with|same|repeat|redo|"
    r"rerun|again|change|but|or|also|start)\b|\binstead\b|\bsame\b"
)
_WHY: Final = re.compile(r"^\W*(?:and |so |but |ok ){0,2}(?:why|how come)\b(?! not\b)")
_PART: Final = re.compile(PART_ASKED)
_OF_PLAN: Final = ("running_share", "budget_split")
_HOW_MANY: Final = re.compile(r"\bhow many\b")
_TWO: Final = re.compile(r"\bboth\b|\beach of (?:them|the two)\b|\bcompare (?:them|the two)\b")
_EACH: Final = re.compile(r"\b(?:of|for|on|in|with) (?:each|both)\b|\b(?:each|both|either)\W*$")
_REASONED: Final = re.compile(r"\b(?:why|explain|mean|should|difference)\b")


@dataclass(frozen=True)
class Leaning:
    """Calls to make; or choices where it is open which earlier calculation is meant; `event` is the trigger asked about.

    `assumed` says what was taken for what the words leave open; `missing` what is still needed, and `pending` what waits
    for it; `brief` that only a figure of them is asked for; `put_in` that frames put numbers into the last.
    """

    calls: tuple[Call, ...] = ()
    choices: tuple[str, ...] = ()
    event: tuple[int, str] | None = None
    assumed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    pending: Call | None = None
    brief: bool = False
    put_in: bool = False


def pointed(reading: Reading, session: Session, alone: Calculation | None) -> Leaning | None:
    """What a question asks that names what it points at, or that compares; None where it does neither.

    `alone` is what its own numbers compute.
    """
    if not session.turns:
        return None
    if table_meant(reading.text, session) is None and (asked := one_event(reading, session)) is not None:
        return Leaning(asked.calls, event=asked.event, assumed=asked.assumed)
    if (earlier_ones := _gone_back(reading, session)) is not None:
        return earlier_ones
    last = last_calls(session)
    if last and last[-1].tool == "macd_cross" and "macd_before" in further_bars(reading, last[-1].arguments):
        bar = change(reading, last[-1])  # one that is told as earlier, or as the next
        return None if bar is None else Leaning((*last[:-1], bar))
    if len(last) == 1 and last[0].tool in ASKED_ANEW and (tried := _each(reading, session, last[0])) is not None:
        return tried
    if last and (capital := capital_changed(reading, session, last[-1])) is not None:
        return Leaning((*last[:-1], capital))
    if last and (held := held_instead(reading, session, last)) is not None:
        return Leaning(held.calls, missing=held.missing, pending=held.pending)
    if closed := closing(reading, session, last):  # "the last one" is one that is still held
        return Leaning(closed)
    if (back := bought_back(reading, last)) is not None:
        return Leaning((back[0],), assumed=back[1])
    if (chance := chance_asked(reading, session)) is not None:
        pending = chance.call if chance.missing else None
        return Leaning(() if pending else (chance.call,), assumed=chance.assumed, missing=chance.missing, pending=pending)
    if last and (rolled := rolled_to(reading, last[-1])) is not None:
        return Leaning((rolled[0],), assumed=rolled[1])
    if (sale := unpriced(reading, last)) is not None:
        return Leaning(last, missing=(sale.need,), pending=sale.waiting)
    if last and (moved := other_legs(reading, last[-1])) is not None:
        return Leaning((*last[:-1], moved.call), assumed=moved.assumed)
    if last and (over := turned_round(reading, last[-1])) is not None:
        return Leaning((*last[:-1], over.call), assumed=over.assumed)
    if (grown := scaled(reading, last) or for_so_many(reading, last)) is not None:
        return Leaning(grown.calls, grown.choices, assumed=grown.assumed)
    if main := meant_instead(reading, session, last):
        return _changed(reading, main)
    if (calls := _edited(reading, last_calls(session)) or stepped(reading, last_calls(session))) is not None:
        return Leaning(calls)
    if found := looked_back(reading, session):
        return Leaning(found, brief=asks_which(reading.lower))
    meant = referent(reading, session, priced=alone is not None and not alone.missing and alone.call.tool != "butterfly_value")
    base = meant or last_calls(session)
    # Shares alone are not all that a plan in dollars has to say.
    whole = alone is not None and not alone.missing and alone.call.tool != "running_share"
    if base and not whole and (other := asked_of(reading, _whole(session, base[-1]))) is not None:
        return Leaning((other,))
    if base and (beside := set_beside(reading, base, alone)):
        return Leaning((*base, *beside))
    if not meant and base and _carries_on(reading, base, alone):
        return _changed(reading, base)
    if not meant:
        return None
    carried = fed(reading, Calculation(meant[-1]))
    if carried is not None:
        return Leaning((*meant, carried.call))
    if (changed := _changed(reading, meant) or _changed(without_pointer(reading), meant)) is not None:
        return changed
    if _FIGURE.search(reading.lower) and not _REASONED.search(reading.lower):
        return Leaning(meant)
    return None


def _gone_back(reading: Reading, session: Session) -> Leaning | None:
    """A change taken back, one of several picked, the other of two choices, or all held at once; None where none is asked."""
    if (undone := taken_back(reading.lower, session)) is not None:
        if not undone.calls:
            return Leaning(missing=(NOTHING,))
        further = looked_back(Reading(undone.rest), session) if undone.rest else ()  # "scrap that, go back to the first"
        return Leaning(further) if further else _with(undone.rest, undone.calls)
    if (one := picked(reading.lower, session)) is not None:
        return _with(one[1], (one[0],))
    last = last_calls(session)
    if last and (other := other_choice(reading.lower, session, last[-1])) is not None:
        return Leaning((*last[:-1], other))
    if (held := held_together(reading.lower, session)) is None:
        return None
    each = _with(held[1], held[0])
    whole = as_one(each.calls)
    return Leaning((*each.calls, whole), assumed=each.assumed) if whole is not None else None


def _each(reading: Reading, session: Session, last: Call) -> Leaning | None:
    """The last calculation once for each of several numbers that take the same place in it; None where they do not."""
    found = [pointed(one, session, None) or leaning(one, session) for one in each_number(reading)]
    calls = [f.calls[0] for f in found if f is not None and len(f.calls) == 1 and f.calls[0].tool == last.tool]
    if not calls or len(calls) < len(found):
        return None
    changed = {k for c in calls for k in c.arguments if c.arguments[k] != last.arguments.get(k)}
    return Leaning(tuple(calls)) if len(changed) == 1 and len({repr(c) for c in calls}) == len(calls) else None


def _with(said: str, calls: tuple[Call, ...]) -> Leaning:
    """The calculations with what is said beside them changed in each; as they are where it changes nothing, which is told."""
    beside = Reading(said)
    changed = tuple(change(beside, call) or call for call in calls) if said else calls
    told = (f"“{said}” found no place in this calculation and changed nothing; say what it stands for.",)
    passed_over = changed == calls and bool(beside.quantities)
    return Leaning(changed, assumed=told if passed_over else unread(beside, changed))


def _whole(session: Session, last: Call) -> Call:
    """The plan of tranches behind a share of it that was shown last; otherwise the last call itself."""
    return (planned(session) or last) if last.tool == "budget_split" else last


def _carries_on(reading: Reading, base: tuple[Call, ...], alone: Calculation | None) -> bool:
    """Whether a calculation that could stand alone is meant as a change: of the same tool, or of a parameter called by name."""
    if _CARRIES.search(reading.lower) is None or wanted(reading):
        return False
    same = alone is not None and any(c.tool == alone.call.tool for c in base)
    return same or any(named_arguments(CATALOGUE[c.tool], reading) for c in base if c.tool in CATALOGUE)


def leaning(reading: Reading, session: Session) -> Leaning | None:
    """What a short question changes in the last calculations; None where it changes nothing."""
    last = last_calls(session)
    if not last:
        return None
    if (again := reread(reading, session, last)) is not None:
        return Leaning(again)
    if asks_found(reading.lower, last[-1]):
        return Leaning(last, brief=True)
    if asks_numbered(reading.lower) and last[-1].tool in _OF_PLAN and (behind := planned(session)) is not None:
        last = (behind,)  # "and in the third", after the share that is on
    if asks_stage(reading.lower, last[-1]):
        other = reading.quantities and not asks_numbered(reading.lower)
        return (_changed(reading, last) if other else None) or Leaning(last, brief=True)
    if _TWO.search(reading.lower) and len(last) == 1 and (before := earlier(session, "previous")):
        return _changed(reading, (*before, *last))
    if _PART.search(reading.lower):
        part = fed(reading, Calculation(last[-1]))
        if part is not None:
            return Leaning((*last, part.call), assumed=tuple(filter(None, (taken_as(part.call),))))
        return _changed(reading, last) if last[-1].tool == "part_of" else None
    of_each = len(last) > 1 and _EACH.search(reading.lower) is not None
    said = of_each or leans(reading) or _HOW_MANY.search(reading.lower) or asks_target(reading)
    if _WHY.match(reading.lower) or not said:
        return None
    carried = fed(reading, Calculation(last[-1]))
    if carried is not None:
        return Leaning((*last, carried.call))
    plan = (_whole(session, last[-1]),)  # "start at 30%" changes the plan behind a share of it
    again = once_more(reading, session, last)
    onward, changed = _further(again, alone=len(session.turns) == 1), _changed(reading, last)
    if changed is not None and changed.calls and again is not None and nearer(reading, last, again, changed.calls):
        return onward
    return changed or onward or (None if plan == last[-1:] else _changed(reading, plan))


def _further(calls: tuple[Call, ...] | None, *, alone: bool) -> Leaning | None:
    """The same once more: what a change before this one was of, it is of too; where there was none it is a guess."""
    return None if calls is None else Leaning(calls, put_in=alone)


def _edited(reading: Reading, calls: tuple[Call, ...]) -> tuple[Call, ...] | None:
    """The last calculations with the list of one of them edited; None where the words edit none."""
    done = {n: new for n, call in enumerate(calls) if (new := edited(reading, call)) is not None}
    return tuple(done.get(n, call) for n, call in enumerate(calls)) if done else None


def _changed(reading: Reading, calls: tuple[Call, ...]) -> Leaning | None:
    found = None if any(names_other(reading, call) for call in calls) else changes(reading, calls)
    if found is None:
        return None
    assumed = (*as_points(reading, found.calls), *unread(reading, found.calls))
    return Leaning(found.calls, found.choices, assumed=assumed, put_in=True)
