"""Whether the terms that a question names are but parts of other things' names: "crude oil futures", "a credit card".

A word that the glossary has nowhere, standing right before or behind a term, makes another thing of it: another market's
futures, one company's P/E. So a short question whose every term stands beside such a word is on something else. A slip of
the pen is no strange word.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.mentions import Mention
from knowledge.spelling import common_words
from knowledge.words import STOP, Word, words

_LONGEST: Final = 6  # content words of a question in which one word can turn its subject
_SHORT: Final = 4  # letters of an everyday word below which any other is near it
_LONG: Final = 8  # letters from which on two slips are one word's
# What may stand beside any noun without making another thing of it.
_NO_NOUN: Final = ("ed", "ing", "ly")
_ANY_NOUN: Final = """
sometimes often always usually never still till until arent dont wont cant again ever instead together sooner later first second
next last prev previous best worst new old whole
"""
_BESIDE: Final = frozenset(_ANY_NOUN.split())


def all_foreign(text: str, mentions: Sequence[Mention], unknown: Collection[str], names: Collection[str]) -> bool:
    """Whether all `mentions` in `text` stand beside an `unknown` word that is no misspelling of a word of the `names`.

    A term that follows such a one directly goes with it: "natural gas options expiry".
    """
    read = words(text)
    if not mentions or sum(w.norm not in STOP for w in read) > _LONGEST:
        return False
    beside = [w for w in read if text[w.start : w.end] in unknown and any(_touch(text, w, m) for m in mentions)]
    turning: list[Word | Mention] = [w for w in beside if _is_strange(text[w.start : w.end].lower(), names)]
    for mention in mentions:
        if not any(_touch(text, other, mention) for other in turning):
            return False
        turning.append(mention)
    return True


def _touch(text: str, one: Word | Mention, other: Mention) -> bool:
    """Whether nothing stands between the two, and the word behind a term is no verb or adverb ("how is delta related to …")."""
    if isinstance(one, Word) and one.start > other.start and one.norm.endswith(_NO_NOUN):
        return False
    first, second = sorted(((one.start, one.end), (other.start, other.end)))
    return first[1] <= second[0] and not text[first[1] : second[0]].strip(" '’s")


def _is_strange(word: str, names: Collection[str]) -> bool:
    """Whether the word is neither one that may stand anywhere nor a slip of one of the names or of an everyday word."""
    if word in _BESIDE:
        return False
    everyday = (w for w in STOP if len(w) >= _SHORT and w[0] == word[0])
    if word not in common_words() and any(OSA.distance(word, w) <= 1 for w in everyday):  # "tell me abut wacc"
        return False
    slips = 1 if len(word) < _LONG else 2
    near = [n for n in names if len(n) > 2 and abs(len(n) - len(word)) <= slips]
    return process.extractOne(word, near, scorer=OSA.distance, score_cutoff=slips) is None
