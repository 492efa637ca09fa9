"""How much of a question the glossary knows, for saying "not covered" rather than answering beside the point."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from knowledge.lexical import BM25
from knowledge.spelling import Spelling
from knowledge.words import STOP, words


class Coverage:
    """Compares questions with the entries' words.

    Args:
        entries: the entries' stemmed words, one document an entry; says how rare a word is.
        told: the stems that count as known.
        spelling: mends misspelt words before they are compared.
    """

    def __init__(self, entries: BM25, told: frozenset[str], spelling: Spelling) -> None:
        self._entries = entries
        self._told = told
        self._spelling = spelling
        self._content = lru_cache(maxsize=64)(self._read)  # both its share and its unknown words are asked for

    def share(self, question: str) -> float:
        """Share of the question's content words, weighted by rarity, that the glossary has: 0 (none, or no such word) … 1."""
        weights = [(self._weight(s), s in self._told) for _, s in self._content(question)]
        total = sum(w for w, _ in weights)
        return sum(w for w, known in weights if known) / total if total else 0.0

    def knows(self, word: str) -> bool:
        """Whether the glossary has the word, given in its comparable form, a slip of the pen mended."""
        return self._spelling.stem_of(word) in self._told

    def unknown(self, question: str) -> list[str]:
        """The question's content words that the glossary has nowhere, as written, in order."""
        return [raw for raw, s in self._content(question) if s not in self._told]

    def _read(self, question: str) -> tuple[tuple[str, str], ...]:
        found = [(question[w.start : w.end], w.norm) for w in words(question)]
        pairs = [(raw, self._spelling.stem_of(n)) for raw, n in found if n not in STOP and raw.lower() not in STOP]
        return tuple((raw, s) for raw, s in pairs if telling([s]))

    def _weight(self, token: str) -> float:
        """1 for a word that every entry has … 2 for one that none has: one strange word does not outweigh three known ones."""
        return 1.0 + self._entries.idf(token) / self._entries.idf("")


def telling(tokens: Iterable[str]) -> list[str]:
    """Tokens that can be known or unknown: figures of the user's own say nothing about what the glossary covers."""
    return [t for t in tokens if not t[0].isdigit() and len(t) > 1]
