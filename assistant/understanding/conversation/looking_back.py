"""Calculations shown once more: the last two or all of a kind side by side, or an earlier one again."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call, Session
from assistant.understanding.composed.each_ladder import MOST
from assistant.understanding.conversation.references import alike, computed_by, earlier, last_calls
from assistant.understanding.conversation.told_already import asks_when
from assistant.understanding.text.quantities import Reading

_NEAR: Final = 4  # turns
_ENDED: Final = ("butterfly", "position", "round_trip", "staged_exit")
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
_OF_THEM: Final = r"of (?:them|those|these|the (?:two|three|four|five)|all(?: of (?:them|these|those))?) "
_WHICH: Final = re.compile(
    rf"^\W*(?:and |so |ok )?(?:which(?:'s)? (?:one |{_OF_THEM}|fly |position |plan |version |case |is |has |had |loses |pays "
    rf"|makes |costs |would |was |gives? ){{1,2}}[a-z ,']{{0,40}}|who wins|what'?s the (?:cheaper|cheapest|highest|lowest)"
    rf"(?: one| {_OF_THEM.rstrip()})?)\W*$"
)
_MOST_OF: Final = re.compile(
    r"\b(?!interest|test|rest|invest)[a-z]{3,9}est\b|\b(?:most|least|worst|these|those|all|three|four|five)\b"
)
_BACK_TO: Final = re.compile(
    r"^\W*(?:and |ok |now |please )?(?:go |show |switch |return |take me )?(?:me )?(?:back )?to the "
    r"(?P<which>original|first|previous|earlier)"
    r"(?: one| calculation| numbers?)?\W*$"
)


def looked_back(reading: Reading, session: Session) -> tuple[Call, ...]:
    """The last two calculations or all side by side, or an earlier one again, where the words ask for no more than that."""
    if (back := _BACK_TO.match(reading.lower)) is not None:
        return earlier(session, back["which"])
    if asks_which(reading.lower):
        last = last_calls(session)
        if _MOST_OF.search(reading.lower) and len(every := alike(session)) > len(last):
            return every[-MOST:]
        before = earlier(session, "previous") or _other_outcome(session, last)
        return last if len(last) > 1 else (*before, *last) if before else ()
    if (several := _BOTH.match(reading.lower)) is None:
        return ()
    if several["all"] or several["every"]:
        return alike(session)[-MOST:]
    return (*earlier(session, "previous"), *last_calls(session)[-1:])


def _other_outcome(session: Session, last: tuple[Call, ...]) -> tuple[Call, ...]:
    """What another way of ending the same trade made, in the turns just before; () where the last one is no such way."""
    if not last or last[-1].tool not in _ENDED:
        return ()
    near = (computed_by(turn) for turn in reversed(session.turns[-_NEAR:-1]))
    other = next((calls[-1] for calls in near if calls and calls[-1].tool in _ENDED and calls[-1].tool != last[-1].tool), None)
    return () if other is None else (other,)


def asks_which(text: str) -> bool:
    """Whether lower-case `text` asks which of those worked out has more of something ("which one loses more")."""
    return _WHICH.match(text) is not None and not asks_when(text)
