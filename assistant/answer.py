"""The one answer type: what every surface shows, errors included. It cannot be built without the disclaimer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from tools.disclaimer import SHORT
from tools.result import Result, in_notebook, plain

Kind = Literal["explanation", "calculation", "clarification", "no-advice", "not-covered", "error"]


@dataclass(frozen=True)
class Citation:
    """One cited claim: the mark in the text, the claim, and its sources in APA style.

    Attributes:
        mark: the number that stands in the text as ``[mark]``.
        claim_id: stable id of the claim.
        term: glossary term it belongs to.
        text: the claim, as the glossary has it.
        source: APA reference(s), one a line.
        url: address of the first source, or "".
        tier: "primary", "glossary", "product", "qa" or "reference" of the first source.
    """

    mark: int
    claim_id: str
    term: str
    text: str
    source: str
    url: str = ""
    tier: str = ""


@dataclass(frozen=True)
class Step:
    """One thing done on the way to the answer, for the collapsible steps: a search or a tool call."""

    title: str
    detail: str
    seconds: float = 0.0


@dataclass(frozen=True)
class Answer:
    """One answer.

    Attributes:
        kind: what sort of answer it is.
        text: Markdown with ``[1]``-style citation marks; no disclaimer, no source list (`str()` adds both).
        question: the user's words.
        terms: glossary terms used, most used first.
        citations: cited claims in order of their marks.
        results: tool results behind the figures.
        follow_ups: questions worth asking next, ready to be sent as they are.
        code: Python lines that reproduce every figure; "" where there is none.
        steps: what was done to get here.
        notes: what a guard changed, or which model answered, in plain words.
        disclaimer: never empty.
    """

    kind: Kind
    text: str
    question: str = ""
    terms: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    results: tuple[Result, ...] = ()
    follow_ups: tuple[str, ...] = ()
    code: str = ""
    steps: tuple[Step, ...] = ()
    notes: tuple[str, ...] = ()
    disclaimer: str = SHORT

    def __post_init__(self) -> None:
        if not self.disclaimer.strip():
            raise ValueError("An answer carries the disclaimer; it cannot be built without one.")
        if not self.text.strip():
            raise ValueError("An answer has text; an empty one is a fault to be mended, not shown.")

    def __str__(self) -> str:
        return self._said(())

    def _repr_markdown_(self) -> str:
        """What a notebook shows; a dollar sign is one there, and begins no formula."""
        return in_notebook(str(self))

    def with_working(self) -> str:
        """The same as `str()`, with the steps of each calculation after the text, the numbers put in."""
        lists = [(r.tool, "\n".join(f"{n}. {line}" for n, line in enumerate(r.working(), 1))) for r in self.results]
        return self._said(f"**Working: {tool.replace('_', ' ')}**\n\n{lines}" for tool, lines in lists if lines)

    def _said(self, after_text: Iterable[str]) -> str:
        parts = [self.text, *after_text]
        if self.citations:
            parts.append("**Sources**\n\n" + "\n".join(f"{marks} {source}" for source, marks in self.sources.items()))
        parts.extend(self.notes)
        parts.append(f"*{self.disclaimer}*")
        return "\n\n".join(parts)

    @property
    def sources(self) -> dict[str, str]:
        """APA reference → the marks that rest on it, e.g. "[1][3]"; in order of first use."""
        marks: dict[str, str] = {}
        for citation in self.citations:
            marks[citation.source] = marks.get(citation.source, "") + f"[{citation.mark}]"
        return marks

    def to_dict(self) -> dict[str, Any]:
        """JSON-safe, for `--json` and HTTP."""
        return {
            "kind": self.kind,
            "question": self.question,
            "text": self.text,
            "terms": list(self.terms),
            "citations": plain(self.citations),
            "results": [r.to_dict() for r in self.results],
            "follow_ups": list(self.follow_ups),
            "code": self.code,
            "steps": plain(self.steps),
            "notes": list(self.notes),
            "disclaimer": self.disclaimer,
        }
