"""The words of a glossary, ready for searching: what entries and claims say, how names look, which words are right as written.

Building it means reading every text; kept beside the vectors, it is read back in a moment.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from knowledge.glossary import Glossary
from knowledge.lexical import BM25, trigram_tokens, trigrams, weighted, word_tokens
from knowledge.words import content, norms

TITLE, NAMES, ASKED = 3.0, 2.0, 2.0
"""What a word in a term, in any of its names, in a way of asking counts for, against 1 in a claim."""

_SETS = ("known", "told", "ambient")


@dataclass(frozen=True, eq=False)
class Lexicon:
    """What is looked up by words.

    Attributes:
        entries: one document an entry: its names, the ways of asking for it, its claims.
        shapes: one document an entry: character trigrams of the same, the summary for the claims.
        claims: one document a claim, in the order of the entries.
        known: words, comparable form, that stand in the texts.
        told: stems that stand in names and claims; a way of asking alone does not make a word the glossary's own.
        ambient: see `Glossary.ambient`.
    """

    entries: BM25
    shapes: BM25
    claims: BM25
    known: frozenset[str]
    told: frozenset[str]
    ambient: frozenset[str]

    @classmethod
    def of(cls, glossary: Glossary) -> Lexicon:
        """Read every text of the glossary."""
        whole: list[Mapping[str, float]] = []
        shapes: list[Mapping[str, float]] = []
        claims: list[Mapping[str, float]] = []
        known: set[str] = set()
        told: set[str] = set()
        for entry in glossary.entries:
            names = " ".join(name for _, name in entry.names())
            asked = " ".join(entry.asked)
            title, named = word_tokens(entry.term), word_tokens(names)
            texts = [word_tokens(c.text) for c in entry.claims]
            whole.append(weighted((TITLE, title), (NAMES, named), (ASKED, word_tokens(asked)), *((1.0, t) for t in texts)))
            claims += [weighted((1.0, title), (1.0, t)) for t in texts]
            wanted = [t for word in content(asked) for t in trigrams(word)]
            shapes.append(weighted((2.0, trigram_tokens(names)), (1.0, wanted), (1.0, trigram_tokens(entry.summary))))
            known.update(norms(asked), *(norms(c.text) for c in entry.claims))
            told.update(named, *texts)
        return cls(BM25(whole), BM25(shapes), BM25(claims), frozenset(known), frozenset(told), glossary.ambient)

    def save(self, path: Path) -> None:
        """Write it to one `.npz` file."""
        arrays: dict[str, Any] = {name: _packed(getattr(self, name)) for name in _SETS}
        for name, part in (("entries", self.entries), ("shapes", self.shapes), ("claims", self.claims)):
            arrays |= {f"{name}.{key}": value for key, value in part.arrays().items()}
        np.savez(path, **arrays)

    @classmethod
    def load(cls, path: Path) -> Lexicon:
        """Read what `save` wrote."""
        with np.load(path) as stored:
            entries, shapes, claims = (
                BM25.of_arrays({key.partition(".")[2]: stored[key] for key in stored.files if key.startswith(f"{name}.")})
                for name in ("entries", "shapes", "claims")
            )
            return cls(entries, shapes, claims, *(_unpacked(stored[name]) for name in _SETS))


def _packed(words: frozenset[str]) -> Any:
    return np.frombuffer("\n".join(sorted(words)).encode(), dtype=np.uint8)


def _unpacked(text: Any) -> frozenset[str]:
    return frozenset(text.tobytes().decode().split("\n")) - {""}
