"""The calculations that a question leaning on earlier ones asks for: changed, compared, carried on, or shown again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from assistant.session import Call, Session
from assistant.understanding.aside import meant_instead
from assistant.understanding.calculations import Calculation, calculation
from assistant.understanding.capital_changes import capital_changed
from assistant.understanding.carried import asked_of
from assistant.understanding.changes import change, changes
from assistant.understanding.closes import bought_back, closing, unpriced
from assistant.understanding.dialogue import leans
from assistant.understanding.edits import edited, names_other
from assistant.understanding.frames_sums import PART_ASKED
from assistant.understanding.leg_changes import legs_changed
from assistant.understanding.named import named_arguments
from assistant.understanding.onward import once_more, stepped
from assistant.understanding.quantities import Reading
from assistant.understanding.references import (
    STAGED,
    UNTIL,
    alike,
    dated,
    earlier,
    event_meant,
    events_of,
    last_calls,
    planned,
    referent,
)
from assistant.understanding.scaling import scaled
from assistant.understanding.several import MOST
from assistant.understanding.steps import fed, taken_as
from assistant.understanding.table_named import table_meant
from assistant.understanding.tables import of_tables, reread
from assistant.understanding.unread import as_points, unread
from tools import CATALOGUE

_COMPARE: Final = re.compile(
    r"\b(?:compare[ds]?|comparison|versus|vs\.?|against(?! (?:\w{1,9} ){0,4}(?:mean|average|avg)\b)|next to"
    r"|side by side|beside)\b"
)
_FIGURE: Final = re.compile(
    r"\b(?:max\w*|break-? ?evens?|be'?s|profits?|loss(?:es)?|lose|make|worth|value|pay(?:s|off)?|risk|reward"
    r"|p/?l|pnl|cost|again|"
    r"show|back to|what about|how about|figures?|numbers?|result)\b"
)
# Words that carry on from the calculation before, so that what they leave unsaid stays as it was.
_CARRIES: Final = re.compile(
    r"^\W*(?:and|what about|how about|what if|now|then|make|with|same|repeat|redo|"
    r"rerun|again|change|but|or|also|start)\b|\binstead\b|\bsame\b"
)
_WHY: Final = re.compile(r"^\W*(?:and |so |but |ok ){0,2}(?:why|how come)\b(?! not\b)")
_PART: Final = re.compile(PART_ASKED)
_HOW_MANY: Final = re.compile(r"\bhow many\b")
_FOUND: Final = r"(?:cross\w*|trigger\w*|expand\w*|fired?|signal\w*|diverge\w*|happen\w*)"
_CROSSED: Final = re.compile(
    r"^\W*(?:and |so |ok |but )?(?:(?:when|where|how often|how many times|at (?:which|what) point) )?"
    rf"(?:did|has|have|is|was|were) (?:it|that|this|they|(?:the |my )?(?:macd|series|data|line))"
    rf"(?: last| first| ever| been)?(?: a)? {_FOUND}\W*$"
    r"|^\W*(?:and |so |ok |but )?(?:when|how many times|how often|how many|which (?:ones?|days?|dates?)|what (?:days?|dates?))"
    r"(?: (?:was|were|is|are))?(?: (?:it|that|they|those|there))?(?: the)?(?: (?:last|first|latest|previous|most recent))?"
    r"(?: (?:ones?|time|times|of (?:them|those)))?\W*$"
    r"|^\W*(?:and |so |ok |but )?(?:the )?(?:last|latest|first|most recent) (?:one|time)\W*$"
    r"|^\W*(?:and |so |ok |but )?(?:how many |any |only |which )?(?:of (?:them|those) |ones? )?(?:were |was |are |is it "
    r"|came )?"
    r"(?:from )?(?:a |the )?"
    r"depressed(?: levels?| ones?)?\W*$"
    r"|^\W*(?:and |so |ok |but )?(?:now )?(?:is|are|was)? ?(?:it|that|this|they)(?:'s)?(?: now| still)?(?: in)? "
    r"(?:contango|backwardat\w+)(?: now)?(?:,? right)?\W*$"
    r"|^\W*(?:and |so |ok )?(?:is (?:it|that) )?(?:in )?(?:contango|backwardat\w+)(?: now)?"
    r" or (?:not|contango|backwardat\w+)\W*$"
)
_STAGE: Final = re.compile(
    r"^\W*(?:and |so |ok |but )?(?:how (?:much|many)|what)(?:'?s| is| are| goes| go)?(?: \w{1,10}){0,3} "
    r"(?:in|into|for|at|is|are) "
    r"(?:the )?(?:first|second|third|fourth|last|next|each|every)(?: tranche| one| step| layer| slice| add)?\W*$"
)
_ROW: Final = r"(?: (?:next to each other|side by side|beside each other|together|in (?:a|one) table))"
_SET: Final = (
    r"(?:(?P<all>all(?: of (?:them|those|these)| (?:the )?(?:three|four|five|six|[3-6])(?: of (?:them|those|these))?| those"
    r"| these| cases| versions| variants| results)?|everything(?: so far)?)|them(?: both)?|both(?: of them)?|the two"
    r"|(?:those|these)(?: two| both)?)"
)
_BOTH: Final = re.compile(
    rf"^\W*(?:(?:and|ok|now|please|can you|could you),? ){{0,2}}(?:(?:show|put|compare|see|list|line up) (?:me )?{_SET}{_ROW}*"
    rf"|{_SET.replace('<all>', '<every>')}{_ROW}+)(?:,? (?:please|pls|now))?\W*$"
)
_WHICH: Final = re.compile(
    r"^\W*(?:and |so |ok )?which(?:'s)? (?:one |of (?:them|those|these|the two) |fly |position |plan |is |has |loses |pays "
    r"|makes |costs |would )[a-z ,']{0,40}\W*$"
)
_BACK_TO: Final = re.compile(
    r"^\W*(?:and |ok |now |please )?(?:go |show |switch |return |take me )?(?:me )?(?:back )?to the "
    r"(?P<which>original|first|previous|earlier)"
    r"(?: one| calculation| numbers?)?\W*$"
)
_TWO: Final = re.compile(r"\bboth\b|\beach of (?:them|the two)\b")
_EVENTFUL: Final = (
    "macd_values",
    "macd_cross",
    "macd_trigger",
    "rsi_extreme",
    "breadth_divergence",
    "term_structure",
    "event_window",
)
_REASONED: Final = re.compile(r"\b(?:why|explain|mean|should|difference)\b")


@dataclass(frozen=True)
class Leaning:
    """Calls to make; or choices where it is open which earlier calculation is meant; `event` is the trigger asked about.

    `assumed` says what was taken for what the words leave open; `missing` what is still needed, and `pending` what waits
    for it.
    """

    calls: tuple[Call, ...] = ()
    choices: tuple[str, ...] = ()
    event: tuple[int, str] | None = None
    assumed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    pending: Call | None = None


def pointed(reading: Reading, session: Session, alone: Calculation | None) -> Leaning | None:
    """What a question asks that names what it points at, or that compares; None where it does neither.

    `alone` is what its own numbers compute.
    """
    if not session.turns:
        return None
    if table_meant(reading.text, session) is None and (event := _event(reading, session)) is not None:
        return event
    last = last_calls(session)
    if last and (capital := capital_changed(reading, session, last[-1])) is not None:
        return Leaning((*last[:-1], capital))
    if closed := closing(reading, session, last):  # "the last one" is one that is still held
        return Leaning(closed)
    if (back := bought_back(reading, last)) is not None:
        return Leaning((back[0],), assumed=back[1])
    if (sale := unpriced(reading, last)) is not None:
        return Leaning(last, missing=(sale.need,), pending=sale.waiting)
    if last and (moved := legs_changed(reading, last[-1])) is not None:
        return Leaning((*last[:-1], moved.call), assumed=moved.assumed)
    if (grown := scaled(reading, last)) is not None:
        return Leaning(grown.calls, assumed=grown.assumed)
    if main := meant_instead(reading, session, last):
        return _changed(reading, main)
    if (calls := _edited(reading, last_calls(session)) or stepped(reading, last_calls(session))) is not None:
        return Leaning(calls)
    if found := _looked_back(reading, session):
        return Leaning(found)
    meant = referent(reading, session, priced=alone is not None and not alone.missing and alone.call.tool != "butterfly_value")
    base = meant or last_calls(session)
    # Shares alone are not all that a plan in dollars has to say.
    whole = alone is not None and not alone.missing and alone.call.tool != "running_share"
    if base and not whole and (other := asked_of(reading, _whole(session, base[-1]))) is not None:
        return Leaning((other,))
    if base and _COMPARE.search(reading.lower) and len(reading.ladders) < 2 and (beside := _beside(reading, base, alone)):
        return Leaning((*base, *beside))
    if not meant and base and _carries_on(reading, base, alone):
        return _changed(reading, base)
    if not meant:
        return None
    carried = fed(reading, Calculation(meant[-1]))
    if carried is not None:
        return Leaning((*meant, carried.call))
    if (changed := _changed(reading, meant)) is not None:
        return changed
    if _FIGURE.search(reading.lower) and not _REASONED.search(reading.lower):
        return Leaning(meant)
    return None


def _whole(session: Session, last: Call) -> Call:
    """The plan of tranches behind a share of it that was shown last; otherwise the last call itself."""
    return (planned(session) or last) if last.tool == "budget_split" else last


def _looked_back(reading: Reading, session: Session) -> tuple[Call, ...]:
    """The last two calculations or all side by side, or an earlier one again, where the words ask for no more than that."""
    if (back := _BACK_TO.match(reading.lower)) is not None:
        return earlier(session, back["which"])
    if _WHICH.match(reading.lower) and not _CROSSED.search(reading.lower):
        last = last_calls(session)
        return last if len(last) > 1 else (*earlier(session, "previous"), *last) if earlier(session, "previous") else ()
    if (several := _BOTH.match(reading.lower)) is None:
        return ()
    if several["all"] or several["every"]:
        return alike(session)[-MOST:]
    return (*earlier(session, "previous"), *last_calls(session)[-1:])


def _carries_on(reading: Reading, base: tuple[Call, ...], alone: Calculation | None) -> bool:
    """Whether a calculation that could stand alone is meant as a change: of the same tool, or of a parameter called by name."""
    if _CARRIES.search(reading.lower) is None:
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
    if _CROSSED.search(reading.lower) and last[-1].tool in _EVENTFUL:
        return Leaning(last)
    if _STAGE.search(reading.lower) and last[-1].tool in STAGED:
        return (_changed(reading, last) if reading.quantities else None) or Leaning(last)
    if _TWO.search(reading.lower) and len(last) == 1 and (before := earlier(session, "previous")):
        return _changed(reading, (*before, *last))
    if _PART.search(reading.lower):
        part = fed(reading, Calculation(last[-1]))
        if part is not None:
            return Leaning((*last, part.call), assumed=tuple(filter(None, (taken_as(part.call),))))
        return _changed(reading, last) if last[-1].tool == "part_of" else None
    if _WHY.match(reading.lower) or (not leans(reading) and not _HOW_MANY.search(reading.lower)):
        return None
    carried = fed(reading, Calculation(last[-1]))
    if carried is not None:
        return Leaning((*last, carried.call))
    plan = (_whole(session, last[-1]),)  # "start at 30%" changes the plan behind a share of it
    onward = _further(once_more(reading, session, last))
    return _changed(reading, last) or onward or (None if plan == last[-1:] else _changed(reading, plan))


def _further(calls: tuple[Call, ...] | None) -> Leaning | None:
    return None if calls is None else Leaning(calls)


def _edited(reading: Reading, calls: tuple[Call, ...]) -> tuple[Call, ...] | None:
    """The last calculations with the list of one of them edited; None where the words edit none."""
    done = {n: new for n, call in enumerate(calls) if (new := edited(reading, call)) is not None}
    return tuple(done.get(n, call) for n, call in enumerate(calls)) if done else None


def _changed(reading: Reading, calls: tuple[Call, ...]) -> Leaning | None:
    found = None if any(names_other(reading, call) for call in calls) else changes(reading, calls)
    if found is None:
        return None
    return Leaning(found.calls, found.choices, assumed=(*as_points(reading, found.calls), *unread(reading, found.calls)))


def _beside(reading: Reading, base: tuple[Call, ...], alone: Calculation | None) -> tuple[Call, ...]:
    """The calculation to be set beside the earlier one: complete in itself, or the earlier one with something changed."""
    both = ("butterfly", "position")  # a fly beside a spread is no spread at the fly's price
    payoffs = alone is not None and alone.call.tool in both and base[-1].tool in both and bool(reading.ladders or reading.legs)
    if alone is not None and not alone.missing and (payoffs or alone.call.tool == base[-1].tool):
        return (alone.call,)
    other = change(reading, base[-1])
    return () if other is None or other == base[-1] else (other,)


def _event(reading: Reading, session: Session) -> Leaning | None:
    """One trigger or cross of the last MACD result: shown, or a budget staged from it on."""
    meant = event_meant(reading.lower, session)
    if meant is None:
        return None
    place, words, turn = meant
    kind = "trigger" if re.search(r"\b(?:trigger|signal)", words) else "cross"
    staged = calculation(Reading(reading.lower.replace(words, " ")))
    if staged is not None and staged.call.tool == "tranche_plan" and not staged.missing:
        dates = [day for row in events_of(turn, kind)[place:] if (day := dated(row)) is not None]
        return Leaning((Call("tranche_plan", {**staged.call.arguments, "events": dates}),)) if dates else None
    near = [c for c in of_tables(reading, session) if c.tool == "event_window"]
    if near and (day := dated(events_of(turn, kind)[place])) is not None:
        kept = {k: v for k, v in near[0].arguments.items() if k != "use_triggers"}
        return Leaning((Call("event_window", {"dates": [day], **kept}),))
    if staged is not None or of_tables(reading, session) or len(reading.lower.split()) > 12:
        return None
    calls = tuple(_up_to(c, events_of(turn, kind)[place]) for c in turn.calls if c.tool == "macd_trigger")
    return Leaning(calls, event=(place, kind))


def _up_to(call: Call, row: Mapping[str, Any]) -> Call:
    """The call with no bar after the event: what the rule saw on that day."""
    return Call(call.tool, {**call.arguments, UNTIL: dated(row) or str(row["point"])})
