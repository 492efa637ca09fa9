"""Search over the glossary's claims: a hybrid of words, character trigrams and vectors, and the names that a question uses.

Candidates by meaning come from Chroma, which holds claims, names and ways of asking; cosines and lexical scores are computed
exactly. Scores are z-scored and summed with fixed weights. A name counts for as much as it explains of the question: all of
"what is delta?", little of "how quickly does delta itself change?". No network, no clock, no randomness.
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
from knowledge.glossary import Glossary
from knowledge.items import Items
from knowledge.lexical import stem, trigram_tokens, word_tokens
from knowledge.lexicon import Lexicon
from knowledge.mentions import Mention, Mentions
from knowledge.passage import Passage, TermScore
from knowledge.spelling import Spelling, common_words
from knowledge.store import DamagedError, VectorStore
from knowledge.words import STOP, norms, words

_LOG = logging.getLogger(__name__)

NEAR = 100
"""Candidates by meaning, and by words."""
BEST = 4
"""Entries all of whose claims are candidates."""
_REMEMBERED = 128
_LEXICON = "lexicon.npz"


@dataclass(frozen=True)
class Weights:
    """What counts for how much in a ranking.

    Attributes:
        words, trigrams, dense: the three z-scored parts.
        entry: share of its entry's score that a passage is given on top of its own.
        term, passage: what an entry, a passage gains when the query consists of the entry's name alone.
        ambient: share of that for a term which every other claim names anyway.
        focus: share of the query that names must explain for their claims to stand in front.
    """

    words: float = 0.3
    trigrams: float = 0.2
    dense: float = 0.5
    entry: float = 0.5
    term: float = 4.0
    passage: float = 2.0
    ambient: float = 0.4
    focus: float = 0.3


@dataclass(frozen=True, eq=False)
class _Reading:
    """What is known of a query before ranking; arrays by entry where not said otherwise."""

    mentions: tuple[Mention, ...]
    explained: float
    tokens: list[str]
    vector: Vectors
    near: NDArray[np.intp]
    gain: NDArray[np.float64]
    scores: NDArray[np.float64]


class Index:
    """Open it once with `Index.open` and share it: queries may run in several threads."""

    def __init__(
        self, glossary: Glossary, embedding: Embedding, store: VectorStore, lexicon: Lexicon, weights: Weights | None = None
    ) -> None:
        self.glossary = glossary
        self.embedding = embedding
        self.weights = weights or Weights()
        self._store = store
        self._items = Items(glossary.entries)
        self._lexicon = lexicon
        self._terms = [e.term for e in glossary.entries]
        self._numbers = {term: n for n, term in enumerate(self._terms)}
        self._names_gain = np.array([self.weights.ambient if t in glossary.ambient else 1.0 for t in self._terms])
        self._spelling = Spelling({w for e in glossary.entries for _, name in e.names() for w in norms(name)}, lexicon.known)
        common_words()  # read now rather than inside the first question
        self._mentions = Mentions(glossary.entries, self._spelling)
        self._coverage = Coverage(lexicon.entries, lexicon.told, self._spelling)
        # Mean and spread of a query's cosines follow from these two, for any query.
        sample = np.asarray(store.vectors[:: max(1, len(store.vectors) // 4096)])
        self._centre = sample.mean(axis=0) if len(sample) else np.zeros(embedding.dimension, np.float32)
        self._covariance = (sample - self._centre).T @ (sample - self._centre) / max(1, len(sample))
        self._readings: OrderedDict[str, _Reading] = OrderedDict()
        self._lock = threading.Lock()

    @classmethod
    def open(
        cls,
        path: Path | str | None = None,
        glossary: Glossary | None = None,
        embedding: Any = None,
        weights: Weights | None = None,
    ) -> Index:
        """Open the index, building it first where it is missing or stale.

        Args:
            path: folder to keep it in; None, or one that cannot be written, builds it in memory (about a second).
            glossary: None loads the packaged one.
            embedding: an `Embedding` or a LangChain `Embeddings` object; None takes the packaged model.
            weights: other weights, for measuring what each part adds.
        """
        glossary = glossary or Glossary.load()
        model = as_embedding(embedding)
        items = Items(glossary.entries)

        def embed() -> Vectors:
            return model.embed(items.texts) if items.texts else np.zeros((0, model.dimension), np.float32)

        if path is not None:
            built: list[Lexicon] = []

            def save(folder: Path) -> None:
                built.append(Lexicon.of(glossary.entries))
                built[0].save(folder / _LEXICON)

            identity = {"content": glossary.hash, "embedding": model.name, "dimension": model.dimension}
            try:
                store = VectorStore.in_folder(Path(path), identity, items.ids, items.metadata(glossary), embed, save)
                assert store.home is not None
                return cls(glossary, model, store, built[0] if built else Lexicon.load(store.home / _LEXICON), weights)
            except (OSError, DamagedError) as error:
                # A full disk or a folder that may not be written must not keep anybody from an answer.
                _LOG.warning("The index cannot be kept in %s (%s); it is built in memory instead.", path, error)
        return cls(glossary, model, VectorStore.in_memory(items.ids, embed()), Lexicon.of(glossary.entries), weights)

    def close(self) -> None:
        """Let go of the index's files."""
        self._store.close()

    def search(self, query: str, k: int = 8) -> list[Passage]:
        """The `k` best claims, best first.

        The best claim of every term that the query is about by name stands in front, in the query's order; further claims
        follow by score. Where the query only names terms ("contango vs backwardation"), the best claim is the summary.
        """
        if k < 1:
            raise ValueError(f"k: got {k}; it must be 1 or more.")
        reading = self._read(query)
        if reading is None:
            return []
        items, weights = self._items, self.weights
        lexical = self._lexicon.claims.scores(reading.tokens)
        named = self._named(reading) if reading.explained >= weights.focus else []
        wanted = np.zeros(items.claims, dtype=bool)
        wanted[reading.near[reading.near < items.claims]] = True
        wanted[_highest(lexical, NEAR)] = True
        for entry in (*named, *_highest(reading.scores + weights.term * reading.gain, BEST)):
            wanted[items.starts[entry] : items.starts[entry + 1]] = True
        picked = np.flatnonzero(wanted)
        owners = items.owners[picked]
        mean, spread = self._background(reading.vector)
        score = (
            weights.words * _z(lexical)[picked]
            + weights.dense * (self._store.vectors[picked] @ reading.vector - mean) / spread
            + weights.entry * reading.scores[owners]
            + weights.passage * reading.gain[owners]
        ).round(6)
        order = np.lexsort((picked, -score)).tolist()
        heads = []
        for entry in named:
            first, last = np.searchsorted(owners, (entry, entry + 1))
            # Of a question that only names the entry, the summary is the best claim; it is the entry's first.
            heads.append(int(first if reading.explained >= 1 else first + np.argmax(score[first:last])))
        ranked = [*heads, *(i for i in order if i not in heads)]
        # A passage put in front counts for as much as the best behind it, so that scores fall along the list.
        falling = np.maximum.accumulate(score[ranked][::-1])[::-1]
        return [self._passage(int(picked[i]), float(falling[n])) for n, i in enumerate(ranked[:k])]

    def rank(self, query: str, k: int = 5) -> list[TermScore]:
        """The `k` best entries by score, the names that the query uses counted in; ties by the glossary's order."""
        reading = self._read(query)
        if reading is None:
            return []
        score = (reading.scores + self.weights.term * reading.gain).round(6)
        best = _highest(score, k)
        named = set(self._named(reading))
        cover = self._lexicon.entries.coverage(telling(reading.tokens), best).round(6)
        return [
            TermScore(self._terms[n], float(score[n]), n in named, round(self._nearness(n, reading.vector), 6), float(cover[i]))
            for i, n in enumerate(best.tolist())
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
        if not self._items.claims or not query.strip():
            return None
        weights = self.weights
        right = self.corrected(query)
        tokens = word_tokens(right)
        vector = self.embedding.embed([right])[0]
        near = np.array(self._store.nearest(vector, NEAR), dtype=np.intp)
        cosines = self._store.vectors[near] @ vector
        # An entry with nothing near is at most as near as the last candidate.
        dense = np.full(len(self._terms), cosines.min(), dtype=np.float64)
        np.maximum.at(dense, self._items.owners[near], cosines)
        shape = trigram_tokens(" ".join(n for n in norms(right) if n not in STOP))
        scores = (
            weights.words * _z(self._lexicon.entries.scores(tokens))
            + weights.trigrams * _z(self._lexicon.shapes.scores(shape))
            + weights.dense * _z(dense)
        )
        mentions = tuple(self._mentions(query))
        explained = self._explained(query, mentions)
        gain = np.zeros(len(self._terms))
        named = [self._numbers[m.term] for m in mentions]
        gain[named] = self._names_gain[named] * explained
        reading = _Reading(mentions, explained, tokens, vector, near, gain, scores)
        with self._lock:
            self._readings[query] = reading
            if len(self._readings) > _REMEMBERED:
                self._readings.popitem(last=False)
        return reading

    def _explained(self, query: str, mentions: tuple[Mention, ...]) -> float:
        """Share of the query's content words, weighted by rarity, that the mentions take up: 0 … 1."""
        inside = whole = 0.0
        for word in words(query):
            if word.norm not in STOP and query[word.start : word.end].lower() not in STOP:
                weight = self._lexicon.entries.idf(stem(self._spelling.correct(word.norm)))
                whole += weight
                inside += weight * any(m.start <= word.start < m.end for m in mentions)
        return inside / whole if whole else float(bool(mentions))

    def _named(self, reading: _Reading) -> list[int]:
        return list(dict.fromkeys(self._numbers[m.term] for m in reading.mentions))

    def _nearness(self, entry: int, vector: Vectors) -> float:
        """Best cosine between the vector and anything of the entry's."""
        return float((self._store.vectors[self._items.of(entry)] @ vector).max())

    def _background(self, vector: Vectors) -> tuple[float, float]:
        """Mean and standard deviation of the vector's cosines with all there is."""
        spread = max(float(vector @ self._covariance @ vector), 0.0) ** 0.5
        return float(self._centre @ vector), spread or 1.0

    def _passage(self, position: int, score: float) -> Passage:
        claim = self._items.claim(position)
        return Passage(claim.id, claim.term, claim.text, claim.sources, claim.section, score)


def _z(values: NDArray[np.float64]) -> NDArray[np.float64]:
    spread = float(values.std())
    return (values - values.mean()) / spread if spread > 1e-12 else np.zeros_like(values)


def _highest(values: NDArray[np.float64], n: int) -> NDArray[np.intp]:
    """Positions of the `n` highest values, highest first; of equal ones the first."""
    if len(values) > 4 * n:
        least = np.partition(values, len(values) - n)[len(values) - n]
        among = np.flatnonzero(values > least)
        among = np.concatenate([among, np.flatnonzero(values == least)[: n - len(among)]])
        among.sort()
    else:
        among = np.arange(len(values))
    return among[np.argsort(-values[among], kind="stable")[:n]]
