"""What a sentence only likens its statement to: "…, like a net hung where the fish would swim", "It is like a choir: …".

A likeness states nothing of the field; its words deny, rank and turn things that no claim speaks of. It is cut off before a
sentence is held against its claims; its figures are checked all the same.
"""

from __future__ import annotations

import re
from typing import Final

_LIKE: Final = (
    r"(?:(?:and |which is |so it is |so )?(?:very |pretty )?(?:much|a bit|a little|a lot|rather|just|quite|almost|somewhat|"
    r"more) )?"
    r"(?:like (?:an?|the|one|two|someone|somebody|in|when|what|\w{3,12}ing)|as (?:if|though)|(?:just |much |rather )as "
    r"(?:an?|one|you|someone)|the way (?:an?|one|you)) "
)
_TAIL: Final = re.compile(
    rf",\s{_LIKE}[^;.!?:,]*(?:,(?!\s(?:so|and|but|which|while|because|although)\b)[^;.!?:,]*)*", re.IGNORECASE
)
_LEAD: Final = re.compile(
    r"^\W{0,4}(?:it['’]?s|it is|think of (?:it|this|that) as|think of|imagine|picture|that['’]?s|that is) "
    r"(?:(?:a bit|a little|rather|much|just) )?(?:like )?[^:;.]{3,120}[:;]\s",
    re.IGNORECASE,
)
_LIKENS: Final = re.compile(r"\b(?:like|think of|imagine|picture)\b", re.IGNORECASE)
_LEAST: Final = 3  # words that are left


def unlikened(sentence: str) -> str:
    """The sentence without a likeness at its beginning or end; the same where it has none, or would have nothing left."""
    if "ike" not in sentence and "as " not in sentence and "the way" not in sentence and ":" not in sentence:
        return sentence
    lead = _LEAD.match(sentence)
    rest = sentence[lead.end() :] if lead is not None and _LIKENS.search(lead.group()) else sentence
    rest = _TAIL.sub("", rest)
    return rest if len(rest.split()) > _LEAST else sentence
