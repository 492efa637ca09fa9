"""BM25 over any tokens: words for meaning, character trigrams for misspelt names. Sparse, in numpy, deterministic.

Okapi BM25 as Robertson and Zaragoza (2009) give it, with the idf that cannot be negative: ln(1 + (N − df + ½) / (df + ½)).
A document is a bag of weighted tokens, so a title can count for more than the text under it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from knowledge.words import content, norms

K1 = 1.2
B = 0.6


class BM25:
    """Scores of a query against every document.

    Args:
        documents: token → weight (its count, boosted where the token stands in a title).
    """

    def __init__(self, documents: Sequence[Mapping[str, float]], *, k1: float = K1, b: float = B) -> None:
        self.size = len(documents)
        postings: dict[str, tuple[list[int], list[float]]] = {}
        lengths = np.array([sum(d.values()) for d in documents], dtype=np.float64)
        mean = float(lengths.mean()) if self.size and lengths.sum() else 1.0
        for number, document in enumerate(documents):
            floor = k1 * (1 - b + b * lengths[number] / mean)
            for token, weight in document.items():
                ids, parts = postings.setdefault(token, ([], []))
                ids.append(number)
                parts.append(weight * (k1 + 1) / (weight + floor))
        self._postings = {
            token: (np.array(ids, dtype=np.int32), np.array(parts) * self._idf(len(ids)))
            for token, (ids, parts) in postings.items()
        }

    def __contains__(self, token: str) -> bool:
        return token in self._postings

    def _idf(self, frequency: int) -> float:
        return float(np.log1p((self.size - frequency + 0.5) / (frequency + 0.5)))

    def idf(self, token: str) -> float:
        """How much the token tells; highest for one that no document has."""
        return self._idf(len(self._postings[token][0]) if token in self._postings else 0)

    def scores(self, tokens: Iterable[str]) -> NDArray[np.float64]:
        """One score a document, 0 where it shares no token; a token said twice counts once."""
        out = np.zeros(self.size)
        for token in dict.fromkeys(tokens):
            if token in self._postings:
                ids, weights = self._postings[token]
                out[ids] += weights
        return out

    def coverage(self, tokens: Iterable[str]) -> NDArray[np.float64]:
        """Share of the query's tokens, weighted by idf, that each document has: 0 … 1."""
        out, total = np.zeros(self.size), 0.0
        for token in dict.fromkeys(tokens):
            weight = self.idf(token)
            total += weight
            if token in self._postings:
                out[self._postings[token][0]] += weight
        return out / total if total else out


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
    return [f"^{w}$"[i : i + 3] for w in norms(text) for i in range(max(1, len(w)))]


def weighted(*parts: tuple[float, Iterable[str]]) -> dict[str, float]:
    """A bag of tokens from several parts, each with the weight that one of its tokens has."""
    bag: Counter[str] = Counter()
    for weight, tokens in parts:
        for token in tokens:
            bag[token] += weight  # type: ignore[assignment]
    return dict(bag)
