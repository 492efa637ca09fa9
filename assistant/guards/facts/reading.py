"""A sentence as words that tell something of a result: what each may mean, its numerals and dates, and its clauses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from assistant.guards.dates import Date, dates, without_dates
from assistant.guards.facts.vocabulary import VOCABULARY, Tag
from assistant.guards.numeral import Numeral
from assistant.guards.numerals import numerals
from assistant.understanding.text.number_words import WORDS

_BREAK: Final = re.compile(
    r"(?<!\bi\.e)(?<!\be\.g)(?<!\bvs)[;:.!?](?=\s|$)|\n|\s[–—|]\s?|\s-\s|[()]|,\s(?:and|but|while|whereas|so|which|with|because|as|yet|hence|although|"
    r"though|since|"
    r"not|the|it|that|where)\b|\b(?:while|whereas|but|because|although|though|since|when|so|yet)\b",
    re.IGNORECASE,
)
_RANKED: Final = re.compile(
    r"\b(?:day|bar|batch|fill|step|tranche|add|month|leg|exit|row|trade|source|point|part|no\.|number|m)\s?#?"
    r"(?P<n>\d{1,2}|one|two|three|four|five|six)\b(?![.,]\d|\s?%)",
    re.IGNORECASE,
)
_ORDINAL: Final = re.compile(r"\b(?P<n>[1-9])(?:st|nd|rd|th)\b")
_PAST: Final = re.compile(
    r"\b(?:was|were|had|did|stood|lay|sat|ran|began|fell|rose|been|before|came|went|got|(?!finished|ended|closed|settled|"
    r"landed|printed|crossed|needed|used)\w{3,12}ed)\b",
    re.IGNORECASE,
)
_CONDITION: Final = re.compile(r",?\s?(?:only )?(?:when|if|whenever|unless|as long as)\b", re.IGNORECASE)
_ONLY: Final = re.compile(r"\bonly$|\bonly (?:if|when)\b|\bwhenever\b", re.IGNORECASE)
_ASKS: Final = re.compile(r"\s(?:i|we|you|the|it|this|that)\b", re.IGNORECASE)  # "May I", and not "May settles"
_COMMA: Final = re.compile(r",(?!\d)")
_COMMA_TAG: Final = frozenset({Tag("comma", "")})


@dataclass(frozen=True)
class Word:
    """A word or phrase of the vocabulary, a numeral or a date.

    Attributes:
        start, end: where it stands.
        tags: what it may mean; none of a numeral or date.
        numeral, date: what it is, where it is one.
    """

    start: int
    end: int
    tags: frozenset[Tag] = frozenset()
    numeral: Numeral | None = None
    date: Date | None = None

    def tag(self, *kinds: str) -> Tag | None:
        """Its meaning of one of those kinds, or None."""
        if not self.tags:
            return None
        known = _by_kind(self.tags)
        for kind in kinds:
            if kind in known:
                return known[kind]
        return None


@cache
def _by_kind(tags: frozenset[Tag]) -> dict[str, Tag]:
    """The meanings of a word by their class; of several of one class any."""
    return {tag.kind: tag for tag in sorted(tags, reverse=True)}


@dataclass(frozen=True)
class Clause:
    """A stretch of a sentence between two turns of it.

    Attributes:
        start, end: where it stands.
        words: its words of the vocabulary, in order.
        text: as it is written, dates blanked out.
        ruled: whether it holds under a condition alone.
    """

    start: int
    end: int
    words: tuple[Word, ...]
    text: str = ""
    ruled: bool = False

    def between(self, start: int, end: int) -> list[Word]:
        """Its words that lie wholly between two places."""
        return [w for w in self.words if start <= w.start and w.end <= end]

    @property
    def present(self) -> bool:
        """Whether it tells of now."""
        return not _PAST.search(self.text)

    def has(self, *kinds: str) -> bool:
        """Whether a word of it has a meaning of one of those kinds."""
        if self.ruled and "suppose" in kinds:
            return True
        return any(w.tag(*kinds) for w in self.words)


@dataclass(frozen=True)
class Reading:
    """A sentence read."""

    text: str
    clauses: tuple[Clause, ...]


@lru_cache(maxsize=512)
def read(text: str) -> Reading:
    """The clauses of a sentence, each with its words in order."""
    found = dates(text)
    bare = without_dates(text, found)
    words = [Word(d.start, d.end, date=d) for d in found]
    words += [Word(n.start, n.end, numeral=n) for n in numerals(bare)]
    for m in (*_RANKED.finditer(bare), *_ORDINAL.finditer(bare)):
        rank = WORDS.get(m["n"].lower()) or int(m["n"])
        words.append(Word(m.start("n"), m.end("n"), frozenset({Tag("mark", "rank", rank)})))
    words += [Word(start, end, _cased(text, start, end, tags)) for start, end, tags in VOCABULARY.find(bare)]
    words += [Word(m.start(), m.end(), _COMMA_TAG) for m in _COMMA.finditer(bare)]
    words.sort(key=lambda w: (w.start, -w.end, not w.tags))
    kept: list[Word] = []
    for word in words:
        if not kept or word.start >= kept[-1].end:
            kept.append(word)
    edges = [0, *(m.start() for m in _BREAK.finditer(bare)), len(text)]
    if len(edges) > 2 and text[edges[1]] == "," and _tells_when([w for w in kept if w.start < edges[1]]):
        del edges[1]  # "One bar ago, the MACD was below": the day is that of the clause behind
    clauses = []
    for begin, end in pairwise(edges):
        inside = tuple(w for w in kept if begin <= w.start < end)
        if inside:
            ruled = _CONDITION.match(bare, end) is not None or _ONLY.search(bare, begin, end) is not None
            clauses.append(Clause(begin, end, inside, bare[begin:end], ruled=ruled))
    return Reading(text, tuple(clauses))


def _tells_when(words: list[Word]) -> bool:
    """Whether words tell a time and nothing else."""
    return any(w.tag("when") for w in words) and not any(w.tag("being", "move", "degree", "most", "head") for w in words)


def _cased(text: str, start: int, end: int, tags: frozenset[Tag]) -> frozenset[Tag]:
    """Without what only the other spelling means: "May" is a month, "may" is none."""
    if text[start:end].lower() != "may":
        return tags
    month = text[start].isupper() and (start > 0 or _ASKS.match(text, end) is None)
    return frozenset(t for t in tags if (t.about == "month") == month)
