"""How many planted faults the guards catch, and how many clean sentences they stop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from assistant.guards.citations import MARK
from assistant.guards.evidence import Evidence
from assistant.guards.screening import Screened, screen
from assistant.guards.support import Rarity
from knowledge import Claim, Glossary, Index

from .corpus import FAULTS, Sentence


@dataclass(frozen=True)
class _With(Evidence):
    """Evidence in which a page is quoted that the glossary does not have."""

    quoted: tuple[Claim, ...] = ()

    def claim(self, claim_id: str) -> Claim | None:
        return next((c for c in self.quoted if c.id == claim_id), None) or super().claim(claim_id)


@dataclass(frozen=True)
class Row:
    """One class: how many sentences, and how many of them were judged rightly."""

    name: str
    sentences: int
    right: int

    @property
    def share(self) -> float:
        return self.right / self.sentences


def measure(index: Index, told: Iterable[Sentence]) -> list[Row]:
    """One row a class of fault, "clean" last."""
    count: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for sentence, passed in judged(index, told):
        name = sentence.fault or "clean"
        count[name] += 1
        right[name] += passed != bool(sentence.fault)
    return [Row(name, count[name], right[name]) for name in (*FAULTS, "clean")]


def judged(index: Index, told: Iterable[Sentence]) -> Iterator[tuple[Sentence, bool]]:
    """Every sentence with whether the guards let it pass as it is."""
    for sentence, evidence in with_evidence(index, told):
        yield sentence, _passes(sentence, screen(sentence.text, evidence))


def with_evidence(index: Index, told: Iterable[Sentence]) -> Iterator[tuple[Sentence, Evidence]]:
    """Every sentence with what it is judged by."""
    glossary: Glossary = index.glossary
    base = _With(glossary, Rarity(glossary), index=index)
    computed: dict[tuple[str, int], Evidence] = {}
    for sentence in told:
        if sentence.results:
            turn = (sentence.question, id(sentence.results[0]))
            evidence = computed.setdefault(turn, replace(base, question=sentence.question, results=sentence.results))
        else:
            found = tuple(c.id for c in sentence.claims)
            evidence = replace(base, question=sentence.question, found=found, quoted=sentence.claims)
        yield sentence, evidence


def _passes(sentence: Sentence, screened: Screened) -> bool:
    """As it is: with the fault that was planted, or, of a clean one, without a word changed."""
    if screened.faults or not screened.text.strip():
        return False
    if sentence.fault == "uncited fact":
        return not MARK.search(screened.text)
    if sentence.kind in ("unknown id", "a posed mark"):
        return sentence.marker in screened.text
    if sentence.kind == "known id, other subject":
        return MARK.findall(sentence.text) == MARK.findall(screened.text)
    if sentence.kind == "stranger" and sentence.fault == "invented citation":
        return not screened.removed and MARK.findall(sentence.text) == MARK.findall(screened.text)
    return not screened.removed
