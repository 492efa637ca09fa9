"""Whether a sentence gives one of two things what its claim gives the other: "SPY pays in cash and SPX in shares".

Both are cut into the halves that stand side by side. Where the claim tells two things apart, its words belong to one half or
the other; a sentence whose halves each take words from both, or whose one half has the subject of the first and the predicate
of the second, has swapped them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import permutations
from typing import Final, TypeAlias

from assistant.understanding.premises.polarity import ORDINARY, spelled
from assistant.understanding.premises.premise import SOURCE_WORDS
from knowledge.lexical import stem
from knowledge.words import STOP, norms

Half: TypeAlias = tuple[str, ...]

_HALVES: Final = re.compile(
    r"[;:.?!](?=\s|$)|,(?=\s)(?:\s(?:and|but|while|whereas|although|yet|or)\b)?|"
    r"\s(?:and|while|whereas|but|although|yet|versus|plus|for (?:each|every))\s",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(r"\b(\d{1,4})-([a-z])")  # "220-DTE" is a name
_SENTENCES: Final = re.compile(r"[:.?!](?=\s|$)")
_PARTS: Final = re.compile(r";(?=\s|$)|,?\s(?:and|while|whereas|but|although|yet|versus)\s", re.IGNORECASE)
_STEM: Final = 5  # letters
_MOST: Final = 12  # halves of a sentence that are compared
_LEAST: Final = 2  # words of a predicate that tell whose it is


def swaps(sentence: str, claims: Sequence[str]) -> bool:
    """Whether the sentence tells of one thing what each of the claims tells of its other."""
    said = tuple(dict.fromkeys(_halves(sentence)))[:_MOST]
    return bool(said) and all(_swapped(said, _halves(claim), _parts(claim)) for claim in claims)


def _swapped(said: Sequence[Half], told: Sequence[Half], parts: Sequence[Sequence[Half]]) -> bool:
    return any(
        _crossed(said, one, other)
        or _sided(said, one, other, told)
        or _moved(said, one, other, told)
        or (set(one) & set(other) and _taken(said, one, other))
        for one, other in permutations(told, 2)
    ) or any(_taken(said, one, other) for sentence in parts for one, other in permutations(sentence, 2))


def _crossed(said: Sequence[Half], one: Half, other: Half) -> bool:
    """Whether a half of the sentence has the subject of `one` and the predicate of `other`, and a second half the reverse."""
    firsts = [(half, *pair) for half in said for pair in _pairs(half, one, other)]
    return bool(firsts) and any(
        x not in half
        and y not in half
        and (_opposite(y, w) or (_follow(x, w, one) and _follow(z, y, other) and _follow(x, y, first) and _follow(z, w, half)))
        for half in said
        for z, w in _pairs(half, other, one)
        for first, x, y in firsts
    )


def _pairs(half: Half, one: Half, other: Half) -> list[tuple[str, str]]:
    """Words of the half of which the first is of `one` alone and the second of `other` alone."""
    mine = [w for w in half if w in one and w not in other]
    theirs = [w for w in half if w in other and w not in one]
    return [(x, y) for x in mine for y in theirs]


def _sided(said: Sequence[Half], one: Half, other: Half, told: Sequence[Half]) -> bool:
    """Whether a half of the sentence has the subject of `one` on the side on which the claim has that of `other`."""
    for a, b in _apart(one, other):
        mine, theirs = (frozenset(w for w in h if w[0] != "<" and _holding(w, told) == [h]) for h in (one, other))
        if mine and theirs and any(b in h and a not in h and mine & set(h) and not theirs & set(h) for h in said):
            return True
    return False


def _moved(said: Sequence[Half], one: Half, other: Half, told: Sequence[Half]) -> bool:
    """Whether what the claim has beside one side of a thing stands beside the other: "lose the width and gain the debit"."""
    for a, b in _apart(one, other):
        here = [h for h in said if a in h and b not in h]
        there = [h for h in said if b in h and a not in h]
        if len(one) < _LEAST or len(here) != 1 or len(there) != 1:
            continue
        astray = [w for w in _beside(a, here[0]) & _beside(b, other) if _holding(w, told) == [other] and w not in there[0]]
        if astray and not _beside(a, one) & set(here[0][here[0].index(a) :]) - set(other):
            return True
    return False


def _apart(one: Half, other: Half) -> Iterator[tuple[str, str]]:
    """Each side of a thing that only `one` names, with the opposite side that only `other` does."""
    for a in one:
        if a[0] == "<" and a not in other:
            yield from ((a, b) for b in other if b not in one and _opposite(a, b))


def _holding(word: str, halves: Sequence[Half]) -> list[Half]:
    return [half for half in halves if word in half]


def _beside(word: str, half: Half) -> set[str]:
    """The words next to that one which name no side."""
    n = half.index(word)
    return {w for w in (*half[max(0, n - 1) : n], *half[n + 1 : n + 2]) if w[0] != "<"}


def _follow(subject: str, predicate: str, half: Half) -> bool:
    return half.index(subject) < half.index(predicate)


def _taken(said: Sequence[Half], one: Half, other: Half) -> bool:
    """Whether a half of the sentence tells of the subject of `one` what `other` tells of its own."""
    every = frozenset(w for half in said for w in half)
    for half in said:
        mine = [w for w in half if w in one and w not in other]
        theirs = [w for w in half if w in other and w not in one]
        if not mine or len(theirs) < _LEAST or half.index(mine[-1]) > half.index(theirs[0]) or mine[0] != half[0]:
            continue
        if mine != list(one[: len(mine)]) or len(one) - len(mine) < _LEAST:
            continue
        subject = other[: min(map(other.index, theirs))]
        own = [w for w in subject if w not in one]
        if own and not every & set(own):
            return True
    return False


def _opposite(word: str, other: str) -> bool:
    """Whether both name a side of one thing."""
    return word[0] == other[0] == "<" and word.partition(":")[0] == other.partition(":")[0]


@lru_cache(maxsize=4096)
def _halves(text: str) -> tuple[Half, ...]:
    return tuple(h for part in _HALVES.split(text) if (h := things(part)))


@lru_cache(maxsize=4096)
def _parts(text: str) -> tuple[tuple[Half, ...], ...]:
    """Of each sentence its parts."""
    return tuple(tuple(h for part in _PARTS.split(s) if (h := things(part))) for s in _SENTENCES.split(text))


@lru_cache(maxsize=4096)
def things(text: str) -> Half:
    """The words of content in order of first appearance, cut to a stem, and the sides that words name ("<move:up>")."""
    found: dict[str, None] = {}
    for word in norms(_NUMBERED.sub(r"\1\2", spelled(text))):
        side = ORDINARY.side(word)
        if side is not None:
            found[f"<{side[0]}:{side[1]}>"] = None
        elif word not in STOP and word not in SOURCE_WORDS and len(word) > 1 and not word.replace(".", "").isdigit():
            found[stem(word)[:_STEM]] = None
    return tuple(found)
