"""BM25 over any tokens: words for meaning, character trigrams for misspelt names. Sparse, in numpy, deterministic.

Okapi BM25 as Robertson and Zaragoza (2009) give it, with the idf that cannot be negative: ln(1 + (N − df + ½) / (df + ½)).
A document is a bag of weighted tokens, so a title can count for more than the text under it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.words import content, norms

K1 = 1.2
B = 0.6
_CELLS = 1_000_000
"""Tokens times documents up to which every pair has its number: adding whole rows takes half as long as adding postings."""


class BM25:
    """Scores of a query against every document; postings lie in three arrays, token by token.

    Args:
        documents: token → weight (its count, boosted where the token stands in a title).
    """

    def __init__(self, documents: Sequence[Mapping[str, float]], *, k1: float = K1, b: float = B) -> None:
        vocabulary: dict[str, int] = {}
        rows: list[int] = []
        given: list[float] = []
        for document in documents:
            rows.extend([vocabulary.setdefault(token, len(vocabulary)) for token in document])
            given.extend(document.values())
        token = np.array(rows, dtype=np.int64)
        weight = np.array(given, dtype=np.float64)
        number = np.repeat(np.arange(len(documents), dtype=np.int32), [len(d) for d in documents])
        lengths = np.bincount(number, weight, len(documents))
        mean = float(lengths.mean()) if lengths.any() else 1.0
        by_token = np.argsort(token, kind="stable")
        starts = np.concatenate([[0], np.cumsum(np.bincount(token, minlength=len(vocabulary)))])
        part = weight * (k1 + 1) / (weight + k1 * (1 - b + b * lengths[number] / mean))
        self._hold(len(documents), list(vocabulary), starts, number[by_token], part[by_token])

    def _hold(
        self,
        size: int,
        vocabulary: list[str],
        starts: NDArray[np.int64],
        documents: NDArray[np.int32],
        parts: NDArray[np.float64],
    ) -> None:
        self.size = size
        self._vocabulary = {token: n for n, token in enumerate(vocabulary)}
        self._starts = starts
        self._bounds: list[int] = starts.tolist()  # a number of an array costs several times one of a list
        self._documents = documents
        self._parts = parts
        frequency = np.diff(starts)
        self._idf = np.log1p((size - frequency + 0.5) / (frequency + 0.5))
        self._weights = parts * np.repeat(self._idf, frequency)
        self._unseen = float(np.log1p((size + 0.5) / 0.5))
        self._table: NDArray[np.float64] | None = None
        if len(vocabulary) * size <= _CELLS:
            self._table = np.zeros((len(vocabulary), size))
            self._table[np.repeat(np.arange(len(vocabulary)), frequency), documents] = self._weights

    def arrays(self) -> dict[str, NDArray[Any]]:
        """All that it holds, for `numpy.savez`."""
        text = np.frombuffer("\n".join(self._vocabulary).encode(), dtype=np.uint8)
        size = np.array(self.size)
        return {"size": size, "vocabulary": text, "starts": self._starts, "documents": self._documents, "parts": self._parts}

    @classmethod
    def of_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> BM25:
        """What `arrays` gave."""
        new = cls.__new__(cls)
        vocabulary = arrays["vocabulary"].tobytes().decode()
        starts, documents, parts = (arrays[name] for name in ("starts", "documents", "parts"))
        new._hold(int(arrays["size"]), vocabulary.split("\n") if vocabulary else [], starts, documents, parts)
        return new

    def __contains__(self, token: str) -> bool:
        return token in self._vocabulary

    def idf(self, token: str) -> float:
        """How much the token tells; highest for one that no document has."""
        row = self._vocabulary.get(token)
        return self._unseen if row is None else float(self._idf[row])

    def scores(self, tokens: Iterable[str]) -> NDArray[np.float64]:
        """One score a document, 0 where it shares no token; a token said twice counts once."""
        rows, bounds = self._rows(tokens), self._bounds
        if not rows:
            return np.zeros(self.size)
        if self._table is not None:
            return np.asarray(np.add.reduce(self._table[rows]))
        spans = [slice(bounds[row], bounds[row + 1]) for row in rows]
        documents = np.concatenate([self._documents[span] for span in spans])
        weights = np.concatenate([self._weights[span] for span in spans])
        return np.bincount(documents, weights, self.size).astype(np.float64, copy=False)

    def coverage(self, tokens: Sequence[str], documents: NDArray[np.intp] | None = None) -> NDArray[np.float64]:
        """Share of the query's tokens, weighted by idf, that each of `documents` (None: all) has: 0 … 1."""
        asked = np.arange(self.size) if documents is None else documents
        out = np.zeros(len(asked))
        for row in self._rows(tokens):
            having = self._documents[self._starts[row] : self._starts[row + 1]]
            place = np.minimum(np.searchsorted(having, asked), len(having) - 1)
            out += (having[place] == asked) * self._idf[row]
        total = sum(self.idf(token) for token in dict.fromkeys(tokens))
        return out / total if total else out

    def _rows(self, tokens: Iterable[str]) -> list[int]:
        known = self._vocabulary
        return [known[token] for token in dict.fromkeys(tokens) if token in known]


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A crude common form for matching inside texts: "hedging", "hedged" and "hedge" agree; "centred" and "centered" too."""
    word = re.sub(r"([bt])red?$", r"\1er", word)
    for ending, least in (
        ("ations", 4),
        ("ation", 4),
        ("ing", 3),
        ("ed", 3),
        ("er", 5),
        ("ly", 4),
        ("e", 3),
    ):
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word[: -len(ending)]
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
                return word[:-1]
            return word.removesuffix("e").removesuffix("is") + "iz" * word.endswith("is")
    return word


def word_tokens(text: str) -> list[str]:
    """Stemmed content words of a text."""
    return [stem(word) for word in content(text)]


def trigram_tokens(text: str) -> list[str]:
    """Character trigrams of each word, its ends marked: "theta" → ^th the het eta ta$."""
    return [trigram for word in norms(text) for trigram in trigrams(word)]


@lru_cache(maxsize=65_536)
def trigrams(word: str) -> tuple[str, ...]:
    """Character trigrams of one word."""
    return tuple(f"^{word}$"[i : i + 3] for i in range(max(1, len(word))))


def weighted(*parts: tuple[float, Iterable[str]]) -> dict[str, float]:
    """A bag of tokens from several parts, each with the weight that one of its tokens has."""
    bag: dict[str, float] = {}
    for weight, tokens in parts:
        for token in tokens:
            bag[token] = bag.get(token, 0.0) + weight
    return bag
