"""Many patterns as one that is quick to say no.

The engine tries each alternative at each character, and passes over one at once only where it begins with a plain letter. So
alternatives that begin at a word's edge share that edge, and the text is lower case rather than the pattern without case.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from assistant.understanding.text.sought import Sought

_EDGE = r"\b"


def any_of(*patterns: str) -> Sought:
    """What one of `patterns` holds of a lower-case text.

    Args:
        patterns: those that begin with a word's edge may have further alternatives only if these begin with one too.
    """
    edged = [p.removeprefix(_EDGE) for p in patterns if p.startswith(_EDGE) and "|^" not in p]
    others = [p for p in patterns if not p.startswith(_EDGE) or "|^" in p]
    shared = [rf"{_EDGE}(?:{'|'.join(edged)})"] if edged else []
    return Sought("|".join((*shared, *(f"(?:{p})" for p in others))))


def phrases(patterns: Iterable[str]) -> Sought:
    """A word or phrase of many, whole and the longest first, in a lower-case text.

    Args:
        patterns: each begins with a plain letter; those with the same one are tried only where it stands.
    """
    ordered = sorted(sorted(set(patterns), key=len, reverse=True), key=lambda p: p[0])
    by_letter = (f"{letter}(?:{'|'.join(p[1:] for p in same)})" for letter, same in groupby(ordered, key=lambda p: p[0]))
    return Sought(rf"{_EDGE}(?:{'|'.join(by_letter)}){_EDGE}")
