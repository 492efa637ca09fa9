"""A query as the search reads it: words mended, names found, vector taken, every entry scored."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.cosines import Cosines
from knowledge.coverage import Coverage
from knowledge.embedding import Embedding, Vectors
from knowledge.entries import Entry
from knowledge.items import Items
from knowledge.lexical import stem, trigram_tokens, word_tokens
from knowledge.lexicon import Lexicon
from knowledge.mentions import Mention, Mentions
from knowledge.spelling import Spelling, common_words
from knowledge.store import VectorStore
from knowledge.words import STOP, norms, words, written_out

NEAR = 100
"""Candidates by meaning, and by words."""
_REMEMBERED = 128


@dataclass(frozen=True)
class Weights:
    """What counts for how much in a ranking.

    Attributes:
        words, trigrams, dense: the three z-scored parts.
        entry: share of its entry's score that a passage is given on top of its own.
        named: what an entry, and a passage of it, gains when the query consists of the entry's name alone.
        ambient: share of that for a term which every other claim names anyway.
        focus: share of the query that its names must explain to stand in front of everything else.
    """

    words: float = 0.3
    trigrams: float = 0.2
    dense: float = 0.5
    entry: float = 0.5
    named: float = 2.0
    ambient: float = 0.4
    focus: float = 0.4


@dataclass(frozen=True, eq=False)
class Reading:
    """What is known of a query before ranking.

    Attributes:
        tokens: stems of its content words, mended.
        vector: its unit vector.
        cosines: those of the vector with the items.
        near: items nearest by meaning, nearest first.
        named: numbers of the entries that it names, in its order.
        explained: share of its content words, weighted by rarity, that the names take up: 0 … 1.
        gain: by entry, what being named gives it.
        scores: by entry, words, trigrams and vectors together; names do not count.
    """

    tokens: list[str]
    vector: Vectors
    cosines: Cosines
    near: NDArray[np.intp]
    named: list[int]
    explained: float
    gain: NDArray[np.float64]
    scores: NDArray[np.float64]


class Reader:
    """Reads queries against one glossary; remembers the last ones, since a question is searched and ranked in turn."""

    def __init__(
        self,
        entries: tuple[Entry, ...],
        items: Items,
        lexicon: Lexicon,
        store: VectorStore,
        embedding: Embedding,
        weights: Weights,
    ) -> None:
        self._items = items
        self._lexicon = lexicon
        self._store = store
        self._embedding = embedding
        self._weights = weights
        self._numbers = {e.term: n for n, e in enumerate(entries)}
        self._telling = np.array([weights.ambient if e.term in lexicon.ambient else 1.0 for e in entries])
        names = [name for e in entries for _, name in e.names()]
        self.names = frozenset(name[w.start : w.end].lower() for name in names for w in words(name))
        named = {w for name in names for w in norms(name)}
        self.spelling = Spelling(named, lexicon.known, lambda word: lexicon.entries.idf(stem(word)))
        common_words()  # read now rather than inside the first question
        self.mentions = Mentions(entries, self.spelling)
        self.coverage = Coverage(lexicon.entries, lexicon.told, self.spelling)
        self._remembered: OrderedDict[str, Reading] = OrderedDict()
        self._lock = threading.Lock()

    def __call__(self, query: str) -> Reading | None:
        """The reading; None where there is nothing to read or nothing to find."""
        with self._lock:
            if query in self._remembered:
                self._remembered.move_to_end(query)
                return self._remembered[query]
        if not self._items.claims or not query.strip():
            return None
        reading = self._read(query)
        with self._lock:
            self._remembered[query] = reading
            if len(self._remembered) > _REMEMBERED:
                self._remembered.popitem(last=False)
        return reading

    def written(self, query: str) -> str:
        """The query with its words mended and its short forms written out."""
        return written_out(self.spelling.corrected(query))

    def _read(self, query: str) -> Reading:
        weights, lexicon = self._weights, self._lexicon
        right = self.written(query)
        tokens = word_tokens(right)
        vector = self._embedding.embed([right])[0]
        cosines = self._store.cosines(vector)
        near = np.array(self._store.nearest(vector, NEAR, cosines), dtype=np.intp)
        nearest = cosines[near]
        # An entry with nothing near is at most as near as the last candidate.
        dense = np.full(len(self._numbers), nearest.min(), dtype=np.float64)
        np.maximum.at(dense, self._items.owners[near], nearest)
        shape = trigram_tokens(" ".join(n for n in norms(right) if n not in STOP))
        scores = (
            weights.words * standard(lexicon.entries.scores(tokens))
            + weights.trigrams * standard(lexicon.shapes.scores(shape))
            + weights.dense * standard(dense)
        )
        mentions = self.mentions(query)
        named = list(dict.fromkeys(self._numbers[m.term] for m in mentions))
        explained = self._explained(query, mentions)
        gain = np.zeros(len(self._numbers))
        gain[named] = weights.named * self._telling[named] * explained
        return Reading(tokens, vector, cosines, near, named, explained, gain, scores)

    def _explained(self, query: str, mentions: list[Mention]) -> float:
        inside = whole = 0.0
        for word in words(query):
            if word.norm not in STOP and query[word.start : word.end].lower() not in STOP:
                weight = self._lexicon.entries.idf(self.spelling.stem_of(word.norm))
                whole += weight
                inside += weight * any(m.start <= word.start < m.end for m in mentions)
        return inside / whole if whole else float(bool(mentions))


def standard(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """z-scores; zeros where all values are alike."""
    apart = values - np.add.reduce(values) / len(values)
    spread = float(np.add.reduce(apart * apart) / len(values)) ** 0.5  # `std` takes three times as long for so few
    return apart / spread if spread > 1e-12 else np.zeros_like(values)
