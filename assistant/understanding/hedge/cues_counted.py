"""Later tranches as they are told: counted, one by one as the cues came, or still to come.

"Two adds", "one higher high and two divergences since the trigger", "one more would make it".
"""

from __future__ import annotations

import re
from typing import Final

from assistant.understanding.hedge.staged_words import adds_told
from assistant.understanding.text.number_words import WORDS

_COUNT: Final = rf"(?:(?<!week )(?<!day )(?<!month )\d{{1,2}}|{'|'.join(list(WORDS)[:10])})"
_CUE: Final = re.compile(
    rf"\b(?:(?P<no>no|without|never|not)(?: an?| any)? )?(?:(?P<n>{_COUNT}) )?(?:(?:new|later|further|more|negative|bearish"
    r"|confirmed|a/d|ad|breadth|histogram|hist|line) ){0,3}"
    r"(?:(?:higher|new|histogram) (?:hist\w* )?(?:high|peak)(?P<many>s)?|divergence(?P<more>s)?|diverge[sd]?|cue(?P<cues>s)?)\b"
    r"(?P<days>(?:(?: on|:|,| and|,? then| in| again)? ?\b(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
    r"[a-z]{0,6}|week|day|wk) ?\d{0,2}(?!\d| ?[k%])(?:st|nd|rd|th)?\b){0,6})"
)
_DAY: Final = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|week|day|wk)")
_TRIGGERED: Final = re.compile(
    r"\b(?:trigger\w*|cross\w*|turn(?:s|ed)?|fire[sd]?|start\w*|opener|open(?:ed|ing)|first|initial|begin\w*|began"
    r"|[lt]1)\b|\b(?:layer|tranche|slice|step) (?:(?:one|1)\b|#(?!\d))"
)
_AT_ONCE: Final = re.compile(r"\bsame (?:day|time|bar|week)\b|\bat once\b|\bboth\b|\bsimultaneous|\btogether\b|\bor\b")
_TO_COME: Final = re.compile(
    rf"\b(?:(?P<n>{_COUNT}) (?:more|further|additional|extra)|(?:the )?next (?P<next>{_COUNT})|another|a(?= full)"
    r"|the next|next)"
    r"(?: (?:full|whole|single|equal))?(?: (?:\d{1,2}\s?%|20(?: percent)?(?![\d.,]\d|k)))?"
    r"(?: (?:(?:new|negative|bearish|a/d|breadth|histogram|hist) ){0,2}(?:(?:higher )?(?:highs?|peaks?)|divergences?)\b"
    r"| (?:adds?|additions?|tranches?|slices?|layers?|steps?|signals?|cues?|increments?|buys?|rounds?|raises?|ones?)\b"
    r"|(?= (?:would|will|fits?|make|makes|takes?|comes?|and|after|is|are|get|gets|puts?|bring\w*|at)\b)|(?=\W*$))"
    r"|\b(?:add again|once more)\b"
)


def tranches_told(text: str) -> tuple[int | None, int | None]:
    """How many later tranches are in, and how many are thought of beside those; None where the words say nothing of it."""
    found = _TO_COME.search(text)
    if found is None:
        return _in(text), None
    more = _number(found["n"] or found["next"])
    told = _in(f"{text[: found.start()]} {text[found.end() :]}")
    return (more, None) if told is None else (told, more)


def to_come(text: str) -> bool:
    """Whether a tranche is spoken of that is still to come."""
    return _TO_COME.search(text) is not None


def _in(text: str) -> int | None:
    counted = adds_told(text)
    if counted is not None:
        return counted
    if not any(part in text for part in ("high", "diverg", "cue", "peak")) or _TRIGGERED.search(text) is None:
        return None
    if _AT_ONCE.search(text) is not None:
        return None
    counts = [_cues(m) for m in _CUE.finditer(text) if m["no"] is None]
    return sum(counts) or None if all(counts) else None  # "higher highs" alone may be any number of them


def _cues(match: re.Match[str]) -> int:
    """How many cues one mention of them is: as many as it counts, or as it has days."""
    days = len(_DAY.findall(match["days"]))
    several = match["many"] or match["more"] or match["cues"]
    return _number(match["n"]) if match["n"] else days if several else max(1, days)


def _number(word: str | None) -> int:
    return 1 if word is None else WORDS.get(word) or int(word)
