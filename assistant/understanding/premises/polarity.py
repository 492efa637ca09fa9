"""Opposites: words that name one side of a thing, and words that deny.

A side is a (group, side) pair such as ("level", "above"). Groups hold ordinary and market language only; what the glossary
itself contrasts ("Steward vs. Promoter") comes from its titles. Nothing here knows what is true.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from assistant.understanding.premises.opposites import GROUPS, words_of
from assistant.understanding.text.alternatives import phrases
from knowledge.words import norm

Side = tuple[str, str]

# What the question's clauses do not compare: who pays, how the market feels, and where it is thought to go.
_LEFT_OUT: Final = frozenset({"cash", "mood", "outlook", "wing"})
_DENIES: Final = frozenset(
    ("no", "not", "never", "none", "nor", "neither", "nothing", "cannot", "nobody", "avoid", "without", "disregard", "ignore")
)
_INSTEAD: Final = re.compile(r"\b(?:instead of|rather than|as opposed to)\b")
_SHORT: Final = re.compile(r"\b(do|does|is|are|ca|wo|did|was|would|should|could|has|have)n['’]?t\b")
_NO_LIMIT: Final = re.compile(
    r"\b(?:not|never) (?:limited|capped|bounded)\b|\b(?:do|does|did) not (?:limit|cap|bound)\b|"
    r"\bwithout (?:an? )?(?:upper )?(?:limit|cap|end)\b",
    re.IGNORECASE,
)
# A bound told by what is not passed.
_CAPPED: Final = re.compile(
    r"\b(?:can ?not|can't|never|does not|do not|will not|won't) (?:be more than|exceed|go (?:beyond|past|above|over)|pass)\b|"
    r"\bstops? at\b|\bthe most (?:that )?(?:you|it|one|they|he|an? \w{1,12}) can (?=\w{2,12} is\b)"
)
_WAY: Final = re.compile(r"\b(slop\w+|goes|go|going|mov\w+|turn\w*|trend\w*|cross\w*) (up|down)\b|\b(up|down)-(slop\w+)")
_LOWERS: Final = re.compile(
    r"\blower(?:s|ed)\b|(?<!\bthe )lower(?= (?:the|its|a|an|their|both)\b)"
)  # the verb; "lower" compares
# A verb, not the option: "put on the whole hedge", "they put it".
_TO_PUT: Final = re.compile(r"\b(?:to|i|you|we|they|is|are|be|was) (?:just )?puts?\b|\bputs? (?:on|in|the|it|all|my|your)\b")
# What stands in whatever the patterns hold of: most texts have none of it.
_INSTEADS: Final = ("instead", "rather", "opposed")
_SHORTS: Final = ("nt", "n't", "n’t")
_LIMITS: Final = ("limit", "cap", "bound", "end")
_CAPS: Final = ("not", "never", "n't", "stop", "the most")


def _joined(phrase: str) -> str:
    return phrase.replace("_", "").replace(" ", "").replace("-", "")


_NAMED: Final = tuple(
    (word, (group, side))
    for group in GROUPS
    if group not in _LEFT_OUT
    for side in GROUPS[group]
    for word in words_of(group, side)
)
_SIDES: Final[Mapping[str, Side]] = {norm(_joined(word)): side for word, side in reversed(_NAMED)}
_PHRASES: Final = phrases(word.replace("_", "[ -]") for word, _ in _NAMED if "_" in word)


class Opposites:
    """The sides that words name.

    Args:
        titles: titles of entries; "X vs. Y" makes X and Y the two sides of a group of their own.
    """

    def __init__(self, titles: Iterable[str] = ()) -> None:
        found = (re.search(r"\b(\w+) v(?:s|ersus)\.? (\w+)", title.lower()) for title in titles)
        own = {norm(name): (match[0], norm(name)) for match in found if match for name in match.groups()}
        self._sides = {**own, **_SIDES}

    def side(self, word: str) -> Side | None:
        """The side that a comparable word names, or None."""
        return self._sides.get(word)


ORDINARY: Final = Opposites()
"""The opposites of the language alone."""


def spelled(text: str) -> str:
    """Lower case, every denial a word of its own, phrases that name a side joined, the verb "put" left out."""
    text = _capped(text.lower())
    if "up" in text or "down" in text:
        text = _WAY.sub(lambda m: f"{m[1] or m[4]} {m[2] or m[3]}ward", text)
    text = unshortened(text)
    if any(sign in text for sign in _INSTEADS):
        text = _INSTEAD.sub(" not ", text)
    if "lower" in text:
        text = _LOWERS.sub("lowering", text)
    if "put" in text:
        text = _TO_PUT.sub(" ", text)
    return _PHRASES.sub(lambda m: _joined(m.group()), text)


def unshortened(text: str) -> str:
    """Every denial a word of its own: "is not" for "isn't"; what is not limited is unlimited."""
    if any(sign in text for sign in _SHORTS):
        text = _SHORT.sub(r"\1 not", text)
    return _NO_LIMIT.sub("unlimited", text) if any(sign in text.lower() for sign in _LIMITS) else text


def _capped(text: str) -> str:
    return _CAPPED.sub(" limited ", text) if any(sign in text for sign in _CAPS) else text


def denials(words: Iterable[str]) -> int:
    """How many of the words deny."""
    return sum(word in _DENIES for word in words)


def sides(words: Iterable[str], opposites: Opposites) -> dict[str, tuple[str, ...]]:
    """Group → the sides of it that the words name, in order of first appearance."""
    out: dict[str, tuple[str, ...]] = {}
    for group, side in named(words, opposites):
        if side not in out.get(group, ()):
            out[group] = (*out.get(group, ()), side)
    return out


def named(words: Iterable[str], opposites: Opposites) -> Iterator[Side]:
    """Every side that the words name, in order."""
    for word in words:
        side = opposites.side(word)
        if side is not None:
            yield side
