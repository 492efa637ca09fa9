"""What a search of the glossary brought: the artifact behind the `search_glossary` tool, for wording and for citing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge import Entry, Glossary, Index, Passage

WIDE = 24
CLOSE = 0.6  # z-scores: entries this near to the best one are offered too


@dataclass(frozen=True)
class Findings:
    """The result of one search.

    Attributes:
        query: the words searched for.
        terms: the terms to rest on: those asked for, otherwise the best ranked, best first.
        named: how many of `terms` were asked for.
        passages: claims, best first; those of `terms` are all there.
        nearest: further terms, best first.
        close: those of them that score nearly as well as the leading one, where the question names none: "did you mean".
        coverage: share of the query's content words, weighted by rarity, that the glossary knows; 0–1.
        near: how near the best-ranked term is to the query by meaning alone, 0–1.
        foreign: whether the terms that the query names are but parts of other things' names ("crude oil futures").
        outside: how near it is by meaning to a subject outside the glossary, 0–1.
        grasp: share of the query's words, weighted by rarity, that this term's own entry has, 0–1.
    """

    query: str
    terms: tuple[str, ...]
    named: int
    passages: tuple[Passage, ...]
    nearest: tuple[str, ...]
    close: tuple[str, ...]
    coverage: float
    foreign: bool
    near: float
    outside: float
    grasp: float

    @property
    def text(self) -> str:
        """What a model sees: one claim a line with its id, its term and where it comes from."""
        lines = [f"[{p.claim_id}] {p.term} — {p.text}" for p in self.passages]
        return "\n".join(lines) if lines else "The glossary has nothing on this."


def search(index: Index, query: str, terms: Sequence[str] = ()) -> Findings:
    """Search `index`; `terms` are looked up by name first, the ranking fills what they leave open."""
    entries = [e for e in (index.glossary.find(t) for t in terms) if e is not None]
    ranked = index.rank(query, k=6)
    chosen = tuple(dict.fromkeys(e.term for e in entries))
    others = tuple(r.term for r in ranked if r.term not in chosen)
    passages = tuple(index.search(query, k=WIDE))
    return Findings(
        query=query,
        terms=chosen or others[:2],
        named=len(chosen),
        passages=passages,
        nearest=others[:3] if chosen else others[2:5],
        close=() if chosen else tuple(r.term for r in ranked[1:3] if r.score >= ranked[0].score - CLOSE),
        coverage=index.coverage(query),
        near=ranked[0].dense if ranked else 0.0,
        foreign=index.foreign(query),
        outside=index.outside(query),
        grasp=ranked[0].coverage if ranked else 0.0,
    )


def entry_of(glossary: Glossary, term: str) -> Entry:
    """The entry of a term that is known to exist."""
    entry = glossary.find(term)
    if entry is None:
        raise LookupError(f"no glossary entry {term!r}")
    return entry
