"""What a turn's sentences may rest on: tool results, the claims that were found, the user's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

from assistant.findings import Findings
from assistant.guards.contradictions import Contradictions
from assistant.guards.figures import Figures
from assistant.guards.support import Rarity, stems
from knowledge import Claim, Glossary, Index
from tools import Table
from tools.result import Result


@dataclass(frozen=True)
class Evidence:
    """Sources of one turn.

    Attributes:
        glossary: where a claim's id is looked up.
        question: the user's words, in this turn and before.
        results: what the tools computed.
        told: what the tools said besides: a table's description, a refusal.
        found: ids of the claims that searches of this turn brought, best first.
        names: what files, sheets and columns of the user's are called: data, which supports nothing.
        rarity: how much each word tells in this glossary.
        index: where a claim for an uncited sentence may be sought beyond those; None: only among those.
    """

    glossary: Glossary
    rarity: Rarity
    question: str = ""
    results: tuple[Result, ...] = ()
    told: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    index: Index | None = None
    names: tuple[str, ...] = ()

    @classmethod
    def of(
        cls, index: Index, rarity: Rarity, question: str, artifacts: Iterable[object], tables: Iterable[Table] = ()
    ) -> Evidence:
        """From the artifacts of this turn's tool calls, and the tables that they may have read."""
        brought = list(artifacts)
        found = dict.fromkeys(p.claim_id for a in brought if isinstance(a, Findings) for p in a.passages)
        told = [
            a.summary() if isinstance(a, Table) else str(a.error)
            for a in brought
            if isinstance(a, Table) or hasattr(a, "error")
        ]
        return cls(
            glossary=index.glossary,
            rarity=rarity,
            question=question,
            results=tuple(a for a in brought if isinstance(a, Result)),
            told=tuple(told),
            found=tuple(found),
            index=index,
            names=_names(tables),
        )

    def claim(self, claim_id: str) -> Claim | None:
        """The claim of that id; None where there is none."""
        try:
            return self.glossary.claim(claim_id)
        except KeyError:
            return None

    def candidates(self, sentence: str) -> Sequence[Claim]:
        """Claims that the sentence may rest on: those found in this turn, then those nearest to its words."""
        more = [p.claim_id for p in self.index.search(sentence, k=8)] if self.index is not None else []
        known = (self.claim(c) for c in dict.fromkeys([*self.found, *more]))
        return [c for c in known if c is not None]

    def unnamed(self, text: str) -> str:
        """`text` without the names of the user's files, sheets and columns."""
        for name in self.names:
            text = text.replace(name, " ")
        return text

    @cached_property
    def computed(self) -> Figures:
        """Figures of the tools and of the user."""
        return Figures.of_text(self.question, said=True) + self.results_only

    @cached_property
    def results_only(self) -> Figures:
        """Figures of the tools alone."""
        figures = Figures.of_text(self.unnamed("\n".join(self.told)))
        for result, told in zip(self.results, self._fields, strict=True):
            figures = figures + Figures.of_result(result, self.unnamed, told)
        return figures

    @cached_property
    def _fields(self) -> tuple[Mapping[str, Any], ...]:
        return tuple(result.to_dict() for result in self.results)

    @cached_property
    def contradictions(self) -> Contradictions:
        """What the results rule out."""
        return Contradictions(zip(self.results, self._fields, strict=True))

    @cached_property
    def words(self) -> frozenset[str]:
        """Stems of the words of the tools about what they computed, and of the user."""
        return frozenset(stems(self.told_in_words))

    @cached_property
    def told_in_words(self) -> str:
        """What the tools said of what they computed, and the user, in lower case."""
        said = [*self.told, *(r.summary() for r in self.results), *(a.says for r in self.results for a in r.assumptions)]
        named = [name.replace("_", " ") for r in self.results for name in (*r.inputs, *(f.name for f in fields(r)))]
        named += [step.what for r in self.results for step in r.working()]
        return "\n".join([self.unnamed("\n".join([*said, *named])), self.question]).lower()

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The tools' own sentences, which may stand in for a wrong one."""
        return tuple(
            line for r in self.results for line in r.summary().split("\n") if self.unnamed(line).strip() == line.strip() != ""
        )


def _names(tables: Iterable[Table]) -> tuple[str, ...]:
    """Longest first, so that none hides in another; a name of one or two characters tells no one anything."""
    called = {str(n) for t in tables for n in (t.name, t.name.rpartition(".")[0], *t.frame.columns)}
    return tuple(sorted((n for n in called if len(n) > 2 and any(c.isalpha() for c in n)), key=lambda n: (-len(n), n)))
