"""Search over the glossary's claims: a hybrid of words, character trigrams and vectors, and the names that a question uses.

Candidates by meaning come from the store in Chroma of claims, names and ways of asking; cosines and lexical scores are computed
exactly. Scores are z-scored and summed with fixed weights. A name counts for as much as it explains of the question: all of
"what is delta?", little of "how quickly does delta itself change?". No network, no clock, no randomness.
"""

from __future__ import annotations

import logging
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from knowledge.coverage import telling
from knowledge.embedding import Embedding, Vectors, WordLlamaEmbedding, as_embedding, packaged
from knowledge.foreign import all_foreign
from knowledge.glossary import Glossary
from knowledge.highest import among, highest
from knowledge.items import Items
from knowledge.lexicon import Lexicon
from knowledge.mentions import Mention
from knowledge.outside import SUBJECTS
from knowledge.passage import Passage, TermScore
from knowledge.reading import NEAR, Reader, Reading, Weights, standard
from knowledge.store import DamagedError, VectorStore

_LOG = logging.getLogger(__name__)

BEST = 4
"""Entries all of whose claims are candidates."""
_LEXICON = "lexicon.npz"
_SAMPLE = 1024


class Index:
    """Open it once with `Index.open` and share it: queries may run in several threads."""

    def __init__(
        self,
        glossary: Glossary,
        items: Items,
        embedding: Embedding,
        store: VectorStore,
        lexicon: Lexicon,
        weights: Weights | None = None,
    ) -> None:
        self.glossary = glossary
        self.embedding = embedding
        self._weights = weights or Weights()
        self._store = store
        self._lexicon = lexicon
        self._items = items
        self._read = Reader(glossary.entries, items, lexicon, store, embedding, self._weights)
        self._sample = slice(None, None, max(1, len(store.vectors) // _SAMPLE))

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
                built.append(Lexicon.of(glossary))
                built[0].save(folder / _LEXICON)

            identity = {"content": glossary.hash, "embedding": model.name, "dimension": model.dimension}
            try:
                store = VectorStore.in_folder(Path(path), identity, items.ids, lambda: items.metadata(glossary), embed, save)
                return cls(glossary, items, model, store, built[0] if built else Lexicon.load(store.home / _LEXICON), weights)
            except (OSError, DamagedError) as error:
                # A full disk or a folder that may not be written must not keep anybody from an answer.
                _LOG.warning("The index cannot be kept in %s (%s); it is built in memory instead.", path, error)
        return cls(glossary, items, model, VectorStore.in_memory(items.ids, embed()), Lexicon.of(glossary), weights)

    @property
    def kept(self) -> bool:
        """Whether it lies in a folder, and not in memory alone."""
        return self._store.home != Path()

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
        items, weights = self._items, self._weights
        lexical = self._lexicon.claims.scores(reading.tokens)
        named = self._in_front(reading)
        wanted = np.zeros(items.claims, dtype=bool)
        wanted[reading.near[reading.near < items.claims]] = True
        wanted[among(lexical, NEAR)] = True
        for entry in (*named, *highest(reading.scores + reading.gain, BEST)):
            wanted[items.starts[entry] : items.starts[entry + 1]] = True
        picked = np.flatnonzero(wanted)
        owners = items.owners[picked]
        mean, spread = self._background(reading)
        score = (
            weights.words * standard(lexical)[picked]
            + weights.dense * (reading.cosines[picked] - mean) / spread
            + weights.entry * reading.scores[owners]
            + reading.gain[owners]
        ).round(6)
        heads = []
        for entry in named:
            first, last = np.searchsorted(owners, (entry, entry + 1))
            # Of a question that only names the entry, the summary is the best claim; it is the entry's first.
            heads.append(int(first if reading.explained >= 1 else first + np.argmax(score[first:last])))
        least = max(k, len(heads) + 1)  # the best behind those in front, though it is not asked for
        order = (-score).argsort(kind="stable")[: least + len(heads)].tolist()
        ranked = [*heads, *(i for i in order if i not in heads)][:least]
        # A passage put in front counts for as much as the best behind it, so that scores fall along the list.
        falling = np.maximum.accumulate(score[ranked][::-1])[::-1]
        return [self._passage(int(picked[i]), float(falling[n])) for n, i in enumerate(ranked[:k])]

    def rank(self, query: str, k: int = 5) -> list[TermScore]:
        """The `k` best entries: those that the query is about by name, then by score; ties by the glossary's order."""
        reading = self._read(query)
        if reading is None:
            return []
        score = (reading.scores + reading.gain).round(6)
        named = sorted(self._in_front(reading), key=lambda n: (-score[n], n))
        best = list(dict.fromkeys([*named, *highest(score, k + len(named)).tolist()]))[:k]
        cover = self._lexicon.entries.coverage(telling(reading.tokens), np.array(best)).round(6)
        entries = self.glossary.entries
        return [
            TermScore(
                term=entries[n].term,
                score=float(score[n]),
                mentioned=n in reading.named,
                dense=round(float(np.maximum.reduce(reading.cosines[self._items.of(n)])), 6),
                coverage=float(covered),
            )
            for n, covered in zip(best, cover, strict=True)
        ]

    def mentions(self, query: str) -> list[Mention]:
        """Terms that the text names, in its order."""
        return self._read.mentions(query)

    def about(self, query: str) -> tuple[str, ...]:
        """Terms that the query is about by name, in its order: not those that it mentions in passing.

        Where its names explain little of it, a name counts if nothing else ranks before it.
        """
        reading = self._read(query)
        if reading is None:
            return ()
        best = highest((reading.scores + reading.gain).round(6), len(reading.named)).tolist()
        leading = [n for i, n in enumerate(best) if set(best[: i + 1]) <= set(reading.named)]
        front = self._in_front(reading)
        return tuple(self.glossary.entries[n].term for n in reading.named if n in front or n in leading)

    def coverage(self, query: str) -> float:
        """See `Coverage.share`."""
        return self._read.coverage.share(query)

    def outside(self, query: str) -> float:
        """How near the query is by meaning to the nearest of the subjects outside the glossary, 0–1."""
        reading = self._read(query)
        return 0.0 if reading is None else round(max(0.0, float((self._subjects @ reading.vector).max())), 6)

    def place(self, query: str) -> Vectors:
        """Where the packaged embedding puts the query as the search reads it, shape (256,), of unit length.

        With the packaged model, which is the rule, nothing is embedded twice.
        """
        reading = self._read(query) if isinstance(self.embedding, WordLlamaEmbedding) else None
        return packaged().embed([self._read.written(query)])[0] if reading is None else reading.vector

    def foreign(self, query: str) -> bool:
        """Whether every term that the query names is but part of another thing's name; see `knowledge.foreign`."""
        return all_foreign(query, self.mentions(query), self.unknown(query), self._read.names)

    def unknown(self, query: str) -> list[str]:
        """See `Coverage.unknown`."""
        return self._read.coverage.unknown(query)

    def knows(self, word: str) -> bool:
        """See `Coverage.knows`."""
        return self._read.coverage.knows(word)

    def corrected(self, query: str) -> str:
        """See `Spelling.corrected`."""
        return self._read.spelling.corrected(query)

    @cached_property
    def _subjects(self) -> Vectors:
        return self.embedding.embed(SUBJECTS)

    def _in_front(self, reading: Reading) -> list[int]:
        """Entries that the query is about by name: none where the names explain too little of it."""
        return reading.named if reading.explained >= self._weights.focus else []

    def _background(self, reading: Reading) -> tuple[float, float]:
        """Mean and standard deviation of the query's cosines, by a sample of all there is."""
        sample = reading.cosines[self._sample]
        mean = float(np.add.reduce(sample)) / len(sample)
        spread = max(float(sample @ sample) / len(sample) - mean * mean, 0.0) ** 0.5
        return mean, spread or 1.0

    def _passage(self, position: int, score: float) -> Passage:
        claim = self._items.claim(position)
        return Passage(claim.id, claim.term, claim.text, claim.sources, claim.section, score)
