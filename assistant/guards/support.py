"""Whether a sentence says what a source says: the share of its words, weighted by rarity, that stand in the source."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from assistant.guards.closeness import Closeness
from knowledge import Glossary
from knowledge.embedding import Embedding
from knowledge.words import content

_NOT: Final = re.compile(r"\b(?:no|not|never|none|nor|neither|without|cannot|nothing|nobody|nowhere)\b|n't\b", re.IGNORECASE)
_MARKS: Final = re.compile(r"\[[^\[\]]{1,120}\]")
# Names of the field that no glossary entry bears: indices, models, settlement days, periods behind an indicator's name.
_PRODUCTS: Final = (
    *(r"S&P[ -]?500", r"Nasdaq[ -]?100", r"Russell[ -]?2000", r"Dow 30", r"Black[ -]?(?:19)?76", r"T\+\d"),
    *(r"Q[1-4]", r"9/11", r"24/7", r"401\(?k\)?", r"1:[-−]?2:1", r"1[-–]2[-–]1", r"\+1/[-−]2/\+1"),
)
_DELTA: Final = re.compile(r"\b\d{1,2}-delta\b")
STEM: Final = 5  # letters by which "settles", "settled" and "settlement" are one word
_COMMON: Final = 12.0  # claims: a word outside the glossary counts like one of so few


class Rarity:
    """How much each word tells: rare in the glossary's claims, it tells much. And which names hold a number.

    Args:
        glossary: whose claims are counted.
        embedding: the index's; see `Closeness`.

    Attributes:
        names: finds names such as "10-delta put", "VIX9D" or "S&P 500", whose figures are no quantities.
    """

    def __init__(self, glossary: Glossary, embedding: Embedding | None = None) -> None:
        self._glossary, self._embedding = glossary, embedding
        found = [set(stems(c.text)) for e in glossary.entries for c in e.claims]
        named = {n for e in glossary.entries for _, n in e.names() if re.search(r"\d", n) and re.search(r"[A-Za-z]{2}", n)}
        deltas = {m for e in glossary.entries for c in e.claims for m in _DELTA.findall(c.text)}
        known = [*_PRODUCTS, *sorted(deltas), *(re.escape(n) for n in sorted(named, key=len, reverse=True))]
        self.names: re.Pattern[str] = re.compile(rf"(?<![\w.$])(?:{'|'.join(known)})(?![\w%])", re.IGNORECASE)
        counts = Counter(word for words in found for word in words)
        self._all = len(found) + 1
        self._weight = {word: math.log(self._all / n) for word, n in counts.items()}
        self._unseen = math.log(self._all / _COMMON)

    @cached_property
    def closeness(self) -> Closeness:
        """How near sentences are to claims of this glossary."""
        return Closeness(self._glossary, self._embedding)

    def share(self, sentence: Iterable[str], source: Iterable[str]) -> float:
        """Share of the sentence's words that stand in the source; 1 for a sentence without words of its own."""
        words, known = set(sentence), set(source)
        weights = {w: max(self._weight.get(w, self._unseen), 0.2) for w in words}
        total = sum(weights.values())
        return sum(v for w, v in weights.items() if w in known) / total if total else 1.0


def stems(text: str) -> list[str]:
    """Content words of a text in a form that compares; numerals are left to the number guard."""
    return [w[:STEM] for w in content(_MARKS.sub(" ", text)) if not w[:1].isdigit()]


def denies(text: str) -> bool:
    """Whether the words deny an odd number of times."""
    return len(_NOT.findall(text.replace("’", "'"))) % 2 == 1
