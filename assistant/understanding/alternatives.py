"""Many patterns as one that is quick to say no.

The engine tries each alternative at each character, and passes over one at once only where it begins with a plain letter. So
alternatives that begin at a word's edge share that edge, and the text is lower case rather than the pattern without case.
"""

from __future__ import annotations

import re

_EDGE = r"\b"


def any_of(*patterns: str) -> re.Pattern[str]:
    """What one of `patterns` holds of a lower-case text.

    Args:
        patterns: those that begin with a word's edge may have further alternatives only if these begin with one too.
    """
    edged = [p.removeprefix(_EDGE) for p in patterns if p.startswith(_EDGE) and "|^" not in p]
    others = [p for p in patterns if not p.startswith(_EDGE) or "|^" in p]
    shared = [rf"{_EDGE}(?:{'|'.join(edged)})"] if edged else []
    return re.compile("|".join((*shared, *(f"(?:{p})" for p in others))))
