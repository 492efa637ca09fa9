"""A change taken back: "undo", "scrap that, make it 4", "put it back as it was".

What was worked out so far is a pile: a change lies on what it changed, and taking it back takes off the topmost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from assistant.session import Call, Session
from assistant.understanding.conversation.references import computed_by
from assistant.understanding.text.wishes import wish_of

NOTHING: Final = "a change to take back: nothing has been changed so far"
_HELD: Final = ("undo", "scrap", "revert", "back", "forget", "ignore", "discard", "cancel", "as it was", "as before", "unwind")
_IT: Final = (
    r"(?: (?:that|this|it|(?:(?:the|my|that) )?(?:(?:last|latest) )?(?:change|one|edit|step|bit|part|thing|update)|the last))"
)
_UNDO: Final = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|no|oops|sorry|wait|hm+|actually|please|pls|and|now|then|so|can you|could you|let'?s"
    r"|on second thoughts?),? ?){0,4}"
    rf"(?:(?:undo|revert|scrap|discard|forget|ignore|cancel|unwind|roll back|take back){_IT}?"
    rf"|(?:take|roll|put|change|set|turn|switch){_IT}? back(?! (?:to|at)\b)|(?:go|step|move)(?: one(?: step)?)? back|back"
    r" (?:one|a)(?: step)?"
    rf"|back up(?: one)?|(?:put|make|leave|keep|have){_IT} (?:back )?(?:as|the way|how|like) it was"
    r"|(?:back to )?(?:as|how|the way|like) (?:it|that) was(?: before)?|as before)"
    r"(?: again|,? please|,? pls| then)*(?P<rest>(?:[.,;:!]| and\b| then\b| -).{1,80})?\W*$"
)
_JOIN: Final = re.compile(r"^(?:\W|\b(?:and|then|but|instead|rather)\b)*")


@dataclass(frozen=True)
class Undone:
    """The calculations as they were before the last change, () where nothing was changed; and what is said beside."""

    calls: tuple[Call, ...]
    rest: str = ""


def taken_back(text: str, session: Session) -> Undone | None:
    """What lower-case `text` goes back to; None where it takes nothing back."""
    if not any(part in text for part in _HELD) or (said := _UNDO.match(text)) is None:
        return None
    pile = _pile(session)
    rest = _JOIN.sub("", said["rest"] or "").strip(" .!?")
    return Undone(pile[-2] if len(pile) > 1 else (), rest)


def _pile(session: Session) -> list[tuple[Call, ...]]:
    """What was worked out, each on what it changed, without what was taken back or only shown again."""
    pile: list[tuple[Call, ...]] = []
    for turn in session.turns:
        calls = computed_by(turn)
        if not calls or wish_of(turn.question) is not None:
            continue
        back = _UNDO.match(turn.question.lower().replace("’", "'"))
        if back is not None and len(pile) > 1:
            pile.pop()
        if not pile or pile[-1] != calls:
            pile.append(calls)
    return pile
