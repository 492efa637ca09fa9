"""How many planted faults the guards catch, and how many clean sentences they stop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.guards.citations import MARK
from assistant.guards.evidence import Evidence
from assistant.guards.screening import Screened, screen
from assistant.guards.support import Rarity
from knowledge import Claim, Glossary, Index

from .corpus import FAULTS, Half, Sentence, sentences


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


def measure(index: Index, half: Half) -> list[Row]:
    """One row a class of fault, "clean" last; and the judgements behind it in `judged`."""
    count: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for sentence, passed in judged(index, half):
        name = sentence.fault or "clean"
        count[name] += 1
        right[name] += passed != bool(sentence.fault)
    return [Row(name, count[name], right[name]) for name in (*FAULTS, "clean")]


def judged(index: Index, half: Half) -> Iterator[tuple[Sentence, bool]]:
    """Every sentence with whether the guards let it pass as it is."""
    glossary: Glossary = index.glossary
    base = _With(glossary, Rarity(glossary), index=index)
    computed: dict[str, Evidence] = {}
    for sentence in sentences(glossary, half):
        if sentence.results:
            evidence = computed.setdefault(
                sentence.question, replace(base, question=sentence.question, results=sentence.results)
            )
        else:
            quoted = tuple(c for c in sentence.claims if c.id.startswith("quoted:"))
            evidence = replace(base, found=tuple(c.id for c in sentence.claims), quoted=quoted)
        yield sentence, _passes(sentence, screen(sentence.text, evidence))


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
    return not screened.removed
