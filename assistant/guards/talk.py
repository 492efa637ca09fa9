"""Sentences that by their form alone state no fact: rules, headings, questions; and those that refuse, or tell a silence."""

from __future__ import annotations

import re
from typing import Final

_HEADING: Final = re.compile(r"#{1,6}\s\S.{0,78}|\*\*[^*\n]{1,78}\*\*:?|[^.!?]{1,100}:")
_RULE: Final = re.compile(r"[\s|:=*_+-]*|```\w{0,20}")
_SILENT: Final = re.compile(
    r"\b(?:do(?:es)? not|don't|doesn't|did not|silent|has no|have no|gives? no|states? no|say nothing|says nothing|says no|"
    r"no claims?|nothing|not stated|not covered|leaves?|disagree|differ|contradict|no (?:source|page|article|entry))\b",
    re.IGNORECASE,
)
_REFUSAL: Final = re.compile(
    r"(?:i'?m |i am )?(?:very |so |really )?(?:sorry|afraid)\b(?=.{0,60}\b(?:can't|cannot|can not|won't|unable|not able|"
    r"decline|not allowed)\b)|as an ai\b|(?:unfortunately,? )?(?:i|we)(?: can(?:no|')t|"
    r" cannot| can not| won't|"
    r" will not|'m not able to| am not able to| am unable to|'m unable to| must decline|"
    r" have to decline)\b(?: \w{1,20}){0,2}?"
    r" (?:help|assist|provide|answer|comply|discuss|engage|fulfil|fulfill|continue|support|respond|participate|"
    r"do that|give)\b"
    # What only names a thing that is not known declines nothing.
    r"(?! (?:you |me |us |an? |any |the |one |exact |precise |single |specific |definite ){0,4}(?:numbers?|figures?|"
    r"dates?|levels?|"
    r"thresholds?|values?|percentages?|counts?|lengths?|sources?|examples?|formulas?|rules?|sizes?|reasons?)\b)",
    re.IGNORECASE,
)
_WORDS: Final = re.compile(r"[A-Za-z]{2,}")


def silent(sentence: str) -> bool:
    """Whether a sentence of talk says that sources are silent or differ, for which a claim may stand too."""
    return _SILENT.search(sentence.replace("’", "'")) is not None


def refuses(text: str) -> bool:
    """Whether the words begin by refusing to answer."""
    return _REFUSAL.match(text.strip().replace("’", "'")) is not None


def formal(sentence: str) -> bool:
    """Whether the sentence is a line, a heading, a question, or a name of two words."""
    words = re.sub(r"^(?:[-*+>]|\d{1,3}[.)])\s+", "", sentence.strip().replace("’", "'"))
    if _RULE.fullmatch(words) or _HEADING.fullmatch(words) or words.rstrip("*_) ").endswith("?"):
        return True
    bare = re.sub(r"[*_`]", "", words).strip()
    return len(_WORDS.findall(bare)) <= 2 and not bare.endswith(".")
