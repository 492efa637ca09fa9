"""Texts as unit vectors, offline: wordllama by default, any LangChain `Embeddings` object instead.

wordllama's 256-d weights ship inside its wheel; it is loaded at first use, from there, with downloads disabled.
An index is tied to `name` and `dimension`: another model means another index.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


@runtime_checkable
class Embedding(Protocol):
    """What the index needs: a name that changes with the model, the vector length, and texts → unit rows (n, dimension)."""

    @property
    def name(self) -> str:
        """Name of the model; part of the index's identity."""
        ...

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        ...

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit rows of shape (n, dimension), float32; a text without a known word gives a row of zeros."""
        ...


class WordLlamaEmbedding:
    """The packaged model; safe to use from several threads (its tokenizer keeps state, so calls take turns)."""

    name = "wordllama-l2-supercat"
    dimension = 256

    def __init__(self) -> None:
        self._model: Any = None
        self._lock = threading.Lock()
        self._numbers = lru_cache(maxsize=16_384)(self._encoded)

    def embed(self, texts: Sequence[str]) -> Vectors:
        """See `Embedding.embed`."""
        with self._lock:
            self._load()
            if len(texts) == 1:
                return _unit(self._pooled(texts[0]))
            # An empty text would divide by zero inside the model; a lone full stop stands in and is blanked again below.
            blank = [not text.strip() for text in texts]
            rows = self._model.embed([text if text.strip() else "." for text in texts], norm=False)
        rows[blank] = 0.0
        return _unit(rows)

    def tokens(self, text: str) -> Vectors:
        """The rows of one text's tokens as the model keeps them, shape (tokens, dimension); not of unit length."""
        with self._lock:
            self._load()
            return self._rows(text)

    def _load(self) -> None:
        if self._model is None:
            import wordllama

            home = Path(wordllama.__file__).parent
            self._model = wordllama.WordLlama.load(cache_dir=home, dim=self.dimension, disable_download=True)

    def _rows(self, text: str) -> Vectors:
        return np.asarray(self._model.embedding[np.array(self._tokens(text), dtype=np.intp)])

    def _tokens(self, text: str) -> Sequence[int]:
        """The numbers of one text's tokens. No token reaches over a single space, so they are those of its words, which are
        kept: merged letter by letter, a sentence takes ten times as long. Marks such as "<s>", and the one that the model
        writes for a space, are read in the whole.
        """
        parts = text.split(" ") if text.strip() else [""]
        if not all(parts) or "<" in text or "\u2581" in text:
            return self._encoded(text if text.strip() else "")
        return [number for part in parts for number in self._numbers(part)]

    def _encoded(self, text: str) -> tuple[int, ...]:
        return tuple(self._model.tokenizer.encode(text, add_special_tokens=False).ids)

    def _pooled(self, text: str) -> Vectors:
        """The mean of one text's tokens, as the model's own `embed` makes it for many, which takes twice as long for one."""
        rows = self._rows(text)
        return np.asarray(np.add.reduce(rows, axis=0, keepdims=True) / max(len(rows), 1), dtype=np.float32)


class LangChainEmbedding:
    """Any object with LangChain's `embed_documents`, for example OpenAI or Ollama embeddings.

    Args:
        embeddings: the object.
        name: name of the model; default: the object's `model` or `model_name`, else its class.
    """

    def __init__(self, embeddings: Any, name: str = "") -> None:
        self._embeddings = embeddings
        model = name or getattr(embeddings, "model", "") or getattr(embeddings, "model_name", "")
        self.name = f"{type(embeddings).__name__}:{model}" if model else type(embeddings).__name__
        self.dimension = len(embeddings.embed_documents(["volatility"])[0])

    def embed(self, texts: Sequence[str]) -> Vectors:
        """See `Embedding.embed`."""
        return _unit(np.asarray(self._embeddings.embed_documents(list(texts)), dtype=np.float32).reshape(-1, self.dimension))


def as_embedding(given: Any = None) -> Embedding:
    """None → wordllama; an `Embedding` as it is; a LangChain object wrapped. TypeError for anything else."""
    if given is None:
        return WordLlamaEmbedding()
    if isinstance(given, Embedding):
        return given
    if hasattr(given, "embed_documents"):
        return LangChainEmbedding(given)
    raise TypeError(f"{type(given).__name__} cannot embed texts; give an object with embed_documents(list of texts)")


@cache
def packaged() -> WordLlamaEmbedding:
    """The packaged model, one for all that are set on its numbers, whichever model the index has."""
    return WordLlamaEmbedding()


def _unit(rows: Vectors) -> Vectors:
    length = np.sqrt(np.add.reduce(rows * rows, axis=1, keepdims=True))
    length[length == 0] = 1.0
    return np.asarray(rows / length, dtype=np.float32)
