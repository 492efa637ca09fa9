"""Claims chosen for an answer brought to its length: none said twice, so many sentences, sides of a dispute by their tier."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from knowledge import Claim, Glossary

FEWEST: Final = 2
_END: Final = re.compile(r"[.!?](?:\s|$)")


def by_tier(claims: Sequence[Claim], glossary: Glossary) -> list[Claim]:
    """The same claims in the same places, but sides of one dispute in the order of their sources' tiers."""
    out = list(claims)
    for about in dict.fromkeys(c.about for c in claims if c.about):
        places = [n for n, c in enumerate(claims) if c.about == about]
        sides = sorted((claims[n] for n in places), key=glossary.rank)
        for place, side in zip(places, sides, strict=True):
            out[place] = side
    return out


def without_repeats(claims: Iterable[Claim], most: int) -> list[Claim]:
    """The first `most`, without a claim most of whose words an earlier one already has."""
    kept: list[Claim] = []
    for claim in claims:
        if len(kept) == most:
            break
        words = _word_set(claim.text)
        if all(len(words & (w := _word_set(k.text))) < 0.7 * min(len(words), len(w)) for k in kept):
            kept.append(claim)
    return kept


@lru_cache(maxsize=4096)
def _word_set(text: str) -> frozenset[str]:
    return frozenset(text.lower().split())


def within(claims: Sequence[Claim], most: int) -> list[Claim]:
    """The first claims that make about so many sentences; two at least."""
    kept: list[Claim] = []
    said = 0
    for claim in claims:
        said += sentences(claim)
        if len(kept) >= FEWEST and said > most:
            break
        kept.append(claim)
    return kept


def sentences(claim: Claim) -> int:
    """How many sentences a claim has."""
    return len(_END.findall(claim.text)) or 1
