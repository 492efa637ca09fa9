"""Search over the glossary's claims: exact names first, then a hybrid of words, character trigrams and vectors.

Dense candidates come from Chroma; their cosines, and the lexical scores, are computed exactly, so results do not depend on how
an approximate index was built. Scores are z-scored and summed with fixed weights. No network, no clock, no randomness.
"""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.coverage import Coverage, telling
from knowledge.embedding import Embedding, Vectors, as_embedding
from knowledge.entries import Claim
from knowledge.glossary import Glossary
from knowledge.lexical import BM25, trigram_tokens, weighted, word_tokens
from knowledge.mentions import Mention, Mentions
from knowledge.passage import Passage, TermScore
from knowledge.spelling import Spelling, common_words
from knowledge.store import DamagedError, VectorStore
from knowledge.words import STOP, norms, words

_LOG = logging.getLogger(__name__)

WORDS, TRIGRAMS, DENSE = 0.3, 0.2, 0.5
"""Weights of the three z-scored parts."""
ENTRY = 0.5
"""Share of its entry's score that a passage is given on top of its own."""
NAMED, NAMED_AMBIENT = 2.0, 0.8
"""What a passage gains when the query names its term; less for a term that every other claim names anyway."""
CANDIDATES = 200
_REMEMBERED = 128


@dataclass(frozen=True, eq=False)
class _Reading:
    """What is known of a query before ranking."""

    mentions: tuple[Mention, ...]
    bare: bool
    tokens: list[str]
    vector: Vectors
    near: NDArray[np.intp]
    entry_scores: NDArray[np.float64]
    entry_dense: NDArray[np.float64]


class Index:
    """Open it once with `Index.open` and share it: queries may run in several threads."""

    def __init__(self, glossary: Glossary, embedding: Embedding, store: VectorStore, claims: list[Claim]) -> None:
        self.glossary = glossary
        self.embedding = embedding
        self._store = store
        self._claims = claims
        entries = glossary.entries
        number = {e.term: n for n, e in enumerate(entries)}
        self._owner = np.array([number[c.term] for c in claims], dtype=np.intp)
        self._numbers = number
        self._gain = np.array([NAMED_AMBIENT if e.term in glossary.ambient else NAMED for e in entries])
        names = [" ".join(n for _, n in e.names()) for e in entries]
        titles = [e.term for e in entries]
        name_rows = embedding.embed([*titles, *(f"{t}, {', '.join(e.aliases)}" for t, e in zip(titles, entries, strict=True))])
        self._names = name_rows.reshape(2, len(entries), embedding.dimension)
        texts = [[t for c in e.claims for t in word_tokens(c.text)] for e in entries]
        self._entry_words = BM25(
            [
                weighted((3.0, word_tokens(t)), (2.0, word_tokens(n)), (1.0, x))
                for t, n, x in zip(titles, names, texts, strict=True)
            ]
        )
        self._trigrams = BM25(
            [weighted((2.0, trigram_tokens(n)), (1.0, trigram_tokens(e.summary))) for n, e in zip(names, entries, strict=True)]
        )
        self._words = BM25([weighted((1.0, word_tokens(_document(c)))) for c in claims])
        known = {w for c in claims for w in norms(c.text)}
        self._spelling = Spelling({w for n in names for w in norms(n)}, known)
        common_words()  # read now rather than inside the first question
        self._mentions = Mentions(entries, self._spelling)
        self._coverage = Coverage(self._entry_words, self._spelling)
        step = max(1, len(claims) // 4096)
        self._sample = np.ascontiguousarray(store.vectors[::step])
        self._readings: OrderedDict[str, _Reading] = OrderedDict()
        self._lock = threading.Lock()

    @classmethod
    def open(cls, path: Path | str | None = None, glossary: Glossary | None = None, embedding: Any = None) -> Index:
        """Open the index, building it first where it is missing or stale.

        Args:
            path: folder to keep it in; None, or one that cannot be written, builds it in memory (one or two seconds).
            glossary: None loads the packaged one.
            embedding: an `Embedding` or a LangChain `Embeddings` object; None takes the packaged model.
        """
        glossary = glossary or Glossary.load()
        model = as_embedding(embedding)
        claims = [c for e in glossary.entries for c in e.claims]
        ids = [c.id for c in claims]
        tiers = {k: s.tier for k, s in glossary.sources.items()}
        metadata = [
            {"document": _document(c), "term": c.term, "section": c.section, "tier": tiers.get(c.sources[0], "")}
            for c in claims
        ]

        def embed() -> Vectors:
            return model.embed([_document(c) for c in claims]) if claims else np.zeros((0, model.dimension), np.float32)

        if path is None:
            store = VectorStore.in_memory(ids, embed(), metadata)
        else:
            identity = {"content": glossary.hash, "embedding": model.name, "dimension": model.dimension}
            try:
                store = VectorStore.in_folder(Path(path), identity, ids, metadata, embed)
            except (OSError, DamagedError) as error:
                # A full disk or a folder that may not be written must not keep anybody from an answer.
                _LOG.warning("The index cannot be kept in %s (%s); it is built in memory instead.", path, error)
                store = VectorStore.in_memory(ids, embed(), metadata)
        return cls(glossary, model, store, claims)

    def close(self) -> None:
        """Let go of the index's files."""
        self._store.close()

    def search(self, query: str, k: int = 8) -> list[Passage]:
        """The `k` best claims, best first.

        The best claim of every term that the query names stands in front, in the query's order; further claims follow by score.
        Where the query only names terms ("contango vs backwardation"), the best claim is the summary.
        """
        if k < 1:
            raise ValueError(f"k: got {k}; it must be 1 or more.")
        reading = self._read(query)
        if reading is None:
            return []
        lexical = self._words.scores(reading.tokens)
        named = list(dict.fromkeys(self._numbers[m.term] for m in reading.mentions))
        picked = np.unique(
            np.concatenate([reading.near, _top(lexical, CANDIDATES), np.flatnonzero(np.isin(self._owner, named))])
        )
        background = self._sample @ reading.vector
        cosines = (self._store.vectors[picked] @ reading.vector - background.mean()) / (background.std() or 1.0)
        owners = self._owner[picked]
        score = WORDS * _z(lexical)[picked] + DENSE * cosines + ENTRY * reading.entry_scores[owners]
        score = np.round(score + self._gain[owners] * np.isin(owners, named), 6)
        order = [int(i) for i in np.lexsort((picked, -score))]
        if reading.bare:
            # The entry's claims stand together, its summary first.
            heads = [int(np.searchsorted(owners, n)) for n in named]
        else:
            heads = [next(i for i in order if owners[i] == n) for n in named]
        ranked = [*heads, *(i for i in order if i not in heads)]
        # A passage put in front counts for as much as the best behind it, so that scores fall along the list.
        falling = np.maximum.accumulate(score[ranked][::-1])[::-1]
        return [self._passage(int(picked[i]), float(falling[n])) for n, i in enumerate(ranked[:k])]

    def rank(self, query: str, k: int = 5) -> list[TermScore]:
        """The `k` best entries: those that the query names, then by score; ties by the glossary's order."""
        reading = self._read(query)
        if reading is None:
            return []
        named = {m.term for m in reading.mentions}
        cover = self._entry_words.coverage(telling(reading.tokens))
        score = np.round(reading.entry_scores, 6)
        terms = [e.term for e in self.glossary.entries]
        order = sorted(range(len(terms)), key=lambda n: (terms[n] not in named, -score[n], n))[:k]
        return [
            TermScore(
                terms[n], float(score[n]), terms[n] in named, float(round(reading.entry_dense[n], 6)), float(round(cover[n], 6))
            )
            for n in order
        ]

    def mentions(self, query: str) -> list[Mention]:
        """Terms that the text names, in its order."""
        return self._mentions(query)

    def coverage(self, query: str) -> float:
        """See `Coverage.share`."""
        return self._coverage.share(query)

    def unknown(self, query: str) -> list[str]:
        """See `Coverage.unknown`."""
        return self._coverage.unknown(query)

    def corrected(self, query: str) -> str:
        """See `Spelling.corrected`."""
        return self._spelling.corrected(query)

    def _read(self, query: str) -> _Reading | None:
        with self._lock:
            if query in self._readings:
                self._readings.move_to_end(query)
                return self._readings[query]
        if not self._claims or not query.strip():
            return None
        right = self.corrected(query)
        tokens = word_tokens(right)
        vector = self.embedding.embed([right])[0]
        near = np.array(self._store.nearest(vector, CANDIDATES), dtype=np.intp)
        dense = (self._names @ vector).max(axis=0).astype(np.float64)
        np.maximum.at(dense, self._owner[near], self._store.vectors[near] @ vector)
        scores = (
            WORDS * _z(self._entry_words.scores(tokens))
            + TRIGRAMS * _z(self._trigrams.scores(trigram_tokens(" ".join(_named(right)))))
            + DENSE * _z(dense)
        )
        mentions = tuple(self._mentions(query))
        told = [w for w in words(query) if w.norm not in STOP and query[w.start : w.end].lower() not in STOP]
        bare = all(any(m.start <= w.start < m.end for m in mentions) for w in told)
        reading = _Reading(mentions, bare, tokens, vector, near, scores, dense)
        with self._lock:
            self._readings[query] = reading
            if len(self._readings) > _REMEMBERED:
                self._readings.popitem(last=False)
        return reading

    def _passage(self, position: int, score: float) -> Passage:
        claim = self._claims[position]
        return Passage(claim.id, claim.term, claim.text, claim.sources, claim.section, score)


def _document(claim: Claim) -> str:
    return f"{claim.term}: {claim.text}"


def _named(text: str) -> list[str]:
    """Content words; the others would only add trigrams of "what" and "the"."""
    return [n for n in norms(text) if n not in STOP]


def _z(values: NDArray[np.float64]) -> NDArray[np.float64]:
    spread = float(values.std())
    return (values - values.mean()) / spread if spread > 1e-12 else np.zeros_like(values)


def _top(values: NDArray[np.float64], n: int) -> NDArray[np.intp]:
    """Positions of the `n` highest values above zero; of equal ones the first."""
    positions = np.flatnonzero(values > 0)
    return positions[np.argsort(-values[positions], kind="stable")[:n]]
