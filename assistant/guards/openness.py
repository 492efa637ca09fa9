"""Whether a text owns that something is denied, left open or bounded."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from assistant.understanding.premises.polarity import denials, unshortened
from knowledge.words import norms

_OWNS: Final = re.compile(
    r"\b(?:no|not|never|none|nor|neither|nothing|nobody|nowhere|cannot|without|un(?!limited)\w{4,20}|warn\w{0,3}|independent|incomplete|"
    r"indeterminate|open|silent|assum\w{1,8}|lack(?:s|ing)?|missing|absent|free|leaves?|left|instead|rather|differ\w{0,8}|"
    r"disagree\w{0,6}|contradict\w{0,6}|conceivable|possible|only|just|merely|avoid\w{0,5}|refus\w{1,5}|declin\w{1,5}|"
    r"forbid\w{0,6}|exclud\w{1,5}|rul(?:es?|ed) out|other than|except|beyond|far from|short of|fail\w{0,6}|"
    r"out of (?:it|this|that)|wrong|irrelevant|set aside|depend\w{0,6}|vari\w{1,5}|either|opposed)\b|n['’]t\b",
    re.IGNORECASE,
)


def openers(text: str) -> frozenset[str]:
    """The words by which the text does so."""
    return frozenset(m.group().lower() for m in _OWNS.finditer(unshortened(text)))


@lru_cache(maxsize=4096)
def leaves_open(text: str) -> bool:
    """Whether the text owns that something is denied or not stated."""
    plain = unshortened(text)
    return _OWNS.search(plain) is not None or denials(norms(plain)) > 0
