"""What a search gives back: a claim with its score, or an entry with its score."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Passage(NamedTuple):  # two dozen are made for every question: a frozen dataclass takes three times as long
    """One claim found. `score` compares passages of one search only; higher is better."""

    claim_id: str
    term: str
    text: str
    sources: tuple[str, ...]
    section: str
    score: float


@dataclass(frozen=True)
class TermScore:
    """One entry found.

    Attributes:
        term: the entry's term.
        score: hybrid z-score; compares entries of one query only.
        mentioned: the query names it.
        dense: best cosine between the query and the entry's name, names or claims; comparable between queries.
        coverage: share of the query's content words, weighted by rarity, that the entry has (0 … 1).
    """

    term: str
    score: float
    mentioned: bool
    dense: float
    coverage: float
