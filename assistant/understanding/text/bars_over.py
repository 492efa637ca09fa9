"""The bars that a stretch of time holds: "2 years of weeks" are about 104, "18 months of daily closes" about 378."""

from __future__ import annotations

import re
from typing import Final

from assistant.understanding.text.number_words import WORDS

_A_YEAR: Final = {"weekly": 52, "daily": 252}
"""Bars of a year; a year of trading has about 252 days."""
_PARTS: Final = {"y": 1, "q": 4, "m": 12}
_ONE: Final = {"a": 1.0, "an": 1.0, "half a": 0.5, "half an": 0.5}
_COUNT: Final = rf"\d{{1,2}}(?:\.\d)?|{'|'.join(WORDS)}|half an?|an?"
_OVER: Final = re.compile(
    rf"(?<![\w.])(?P<count>{_COUNT}) (?P<unit>years?|yrs?|quarters?|months?)'?"
    r"(?: worth)?(?: of)?(?: the| my)? (?P<bar>(?:weeks?|weekly|daily|dailies|days?|bars?|data|values?|closes?|history)\b)"
)


def bars_over(text: str) -> int | None:
    """The bars of the stretch that lower-case `text` tells; None where it tells none. Daily ones, where it does not say."""
    found = _OVER.search(text)
    if found is None:
        return None
    told = found["count"]
    count = _ONE.get(told) or float(WORDS.get(told) or told)
    weekly = found["bar"].startswith("week") or (not found["bar"].startswith("da") and "weekly" in text)
    return round(count * _A_YEAR["weekly" if weekly else "daily"] / _PARTS[found["unit"][0]])
