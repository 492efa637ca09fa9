"""Sources that a sentence names in words: somebody it quotes, a place in a book. Only what is at hand may be named."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from assistant.guards.support import STEM
from knowledge.words import content

_NAME: Final = (
    r"(?:(?:the|an?|its|their|this|that|your|our|my) )?((?:(?!(?:has|have|had|says?|is|are|was|the|that|it|in|put|writes?|"
    r"an?|this|these|all|no)\b)[\w&*“”\"'.-]{2,40})(?: (?!(?:has|have|had|says?|is|are|was|the|that|it|in|puts?|writes?)\b)"
    r"[\w&*“”\"'.-]{2,40}){0,4})"
)
_TELLS: Final = (
    r"(?:puts? it|has it|have it|writes?|wrote|says?|said|notes?|noted|explains?|explained|reports?|reported|argues?|argued|"
    r"observes?|observed|remarks?|remarked|teaches|taught|tells? us|told us|states?|stated|confirms?|confirmed)"
)
_ATTRIBUTED: Final = (
    re.compile(rf"\baccording to {_NAME}", re.IGNORECASE),
    re.compile(rf"\bas {_NAME} {_TELLS}\b", re.IGNORECASE),
    re.compile(rf"\b(?:in the words of|to quote|quoting|citing|courtesy of) {_NAME}", re.IGNORECASE),
    re.compile(rf"(?:^|[;:.]\s|[—–]\s)\W{{0,3}}(?=[A-Z])(?:The )?{_NAME} {_TELLS} that\b"),
)
_PLACE: Final = re.compile(
    r"\b(?:chapters?|sections?|pages?|pp?\.|fig\.|footnotes?|appendix|exhibit|slide|lesson|episode|(?-i:F)igure) ?(?:no\. ?)?"
    r"(?:\[?\d{1,4}(?![\d.,]*\s?%)|(?-i:[ivx]{1,4})\b)|\b(?:ibid|op\. cit|et al)\b\.?|\b(?:an?|the|its|['’]s) appendix\b",
    re.IGNORECASE,
)
# Who may be named of any turn: the parts of the conversation, and what holds the claims.
_AT_HAND: Final = frozenset(
    w[:STEM]
    for w in content(
        "article glossary method methodology rule rules tool tools calculator calculation computation result results source "
        "sources claim claims entry page pages figure figures number numbers data file table series question message words "
        "input inputs formula model assumption definition you your arithmetic summary assistant curve quote quotes list"
    )
)


def stray_source(sentence: str, known: Collection[str], told: str) -> str:
    """Who or what is named as a source and is not at hand; "" where there is none.

    Args:
        sentence: one sentence without marks.
        known: stems of the words of the evidence.
        told: the evidence's words.
    """
    words = sentence.replace("’", "'")
    if (place := _PLACE.search(words)) and place.group().lower() not in told.lower():
        return place.group().strip()
    for pattern in _ATTRIBUTED:
        for match in pattern.finditer(words):
            named = [w[:STEM] for w in content(match.group(1))]
            if named and not any(w in known or w in _AT_HAND for w in named):
                return match.group(1).strip(" .\"'“”*")
    return ""
