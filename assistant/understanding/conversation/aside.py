"""A side question between a calculation and its change: "25% = ?" after a plan, and then "30 first" is meant of the plan.

What the words name by a cue of its own ("first", "at", "contracts") goes to the calculation that has such a number. A share
worked out on the side has few of them, and takes a number without a cue only where the one before it has no place for it.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call, Session
from assistant.understanding.conversation.changes import change
from assistant.understanding.conversation.references import NOT_COMPUTED
from assistant.understanding.framed.frames import FRAMES_OF
from assistant.understanding.text.quantities import Reading

_ASIDES: Final = ("budget_split", "part_of", "smoothing_constant")
_SHARE: Final = re.compile(r"\bof\b|%|\bpercent|\bshare\b|\bpart\b")
_FOLLOWS: Final = ("round_trip",)  # also what a settled position makes in percent
_LONGEST: Final = 12  # words
_NEAR: Final = 5  # turns


def meant_instead(reading: Reading, session: Session, last: tuple[Call, ...]) -> tuple[Call, ...]:
    """The calculation before the side question `last` that the words change; () where they are on `last`, or on neither."""
    if (
        not last
        or not reading.quantities
        or reading.ladders
        or reading.legs
        or len(reading.lower.split()) > _LONGEST
        or not _aside(reading, last[-1])
    ):
        return ()
    for turn in reversed(session.turns[-_NEAR:]):
        calls = tuple(c for c in turn.calls if c.tool not in NOT_COMPUTED)
        if calls and calls[-1].tool not in (*_ASIDES, last[-1].tool) and turn.answer.results:
            return calls if _cued(reading, calls[-1]) else ()
    return ()


def _aside(reading: Reading, last: Call) -> bool:
    """Whether what was worked out last leaves the numbers to what was before it."""
    if last.tool == "part_of":  # a share is asked for by its words; "drops to 15" is no whole to take a part of
        return _SHARE.search(reading.lower) is None
    if last.tool in _ASIDES:
        return not _cued(reading, last)
    return last.tool in _FOLLOWS and change(reading, last) is None


def _cued(reading: Reading, call: Call) -> bool:
    """Whether the words beside one of the numbers name a parameter of the call's tool."""
    if call.tool == "term_structure":
        return change(reading, call) is not None
    slots = [slot for frame in FRAMES_OF.get(call.tool, ()) for slot in frame.slots]
    return any(slot.takes(q) and slot.cued(reading, q) for slot in slots for q in reading.quantities)
