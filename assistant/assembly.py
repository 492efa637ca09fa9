"""From the messages of a finished turn to the `Answer`: marks, citations, results, code and kind."""

from __future__ import annotations

from collections.abc import Sequence

from langchain_core.messages import AIMessage, BaseMessage, ToolMessage

from assistant.answer import Answer, Citation, Kind, Step
from assistant.context import TurnContext
from assistant.embedded import plan_in
from assistant.findings import Findings
from assistant.guards.citations import MARK
from assistant.wording.draft import Draft
from assistant.wording.replies import code_lines, terms_of_tools
from knowledge import Glossary
from tools.result import Result


def assemble(turn: TurnContext, messages: Sequence[BaseMessage], steps: Sequence[Step]) -> Answer:
    """The answer of a turn whose messages are `messages`."""
    glossary = turn.index.glossary
    final = messages[-1]
    own = isinstance(final, AIMessage) and "draft" in final.additional_kwargs
    text = "".join(turn.shown).strip() or str(final.text).strip()
    if own and turn.shown:  # the chosen model fell silent half-way: what was shown stays, the embedded one goes on
        text = f"{text}\n\n{str(final.text).strip()}"
    planned = plan_in(messages)
    told = planned[1] if planned is not None else [m for m in messages if isinstance(m, ToolMessage)]
    artifacts = [m.artifact for m in told]
    results = tuple(a for a in artifacts if isinstance(a, Result))
    draft = final.additional_kwargs.get("draft") if isinstance(final, AIMessage) else None
    text, citations = number_marks(text, glossary)
    if isinstance(draft, Draft):
        kind, terms, follow_ups = draft.kind, draft.terms, draft.follow_ups
    else:
        kind = _kind(results, citations)
        terms = terms_of_tools([r.tool for r in results], [c.term for c in citations], glossary) or _searched(artifacts)
        follow_ups = ("Tell me more",)
    shown = results if kind in ("calculation", "no-advice") else ()
    return Answer(
        kind=kind,
        text=text,
        question=turn.question,
        terms=terms,
        citations=citations,
        results=shown,
        follow_ups=follow_ups,
        code="\n".join(code_lines(shown)),
        steps=tuple(steps),
        notes=tuple(turn.notes),
    )


def number_marks(text: str, glossary: Glossary) -> tuple[str, tuple[Citation, ...]]:
    """`text` with claim ids turned into ``[1]``, ``[2]``, … in order of first use, and the citations they stand for."""
    order = list(dict.fromkeys(MARK.findall(text)))
    numbered = MARK.sub(lambda m: f"[{order.index(m.group(1)) + 1}]", text)
    return numbered, tuple(_citation(n, claim_id, glossary) for n, claim_id in enumerate(order, start=1))


def _citation(mark: int, claim_id: str, glossary: Glossary) -> Citation:
    claim = glossary.claim(claim_id)
    sources = [glossary.source(key) for key in claim.sources]
    return Citation(
        mark=mark,
        claim_id=claim_id,
        term=claim.term,
        text=claim.text,
        source="\n".join(s.apa for s in sources),
        url=sources[0].url,
        tier=sources[0].tier,
    )


def _kind(results: Sequence[Result], citations: Sequence[Citation]) -> Kind:
    """A real model does not say what kind its answer is: results make it a calculation, citations an explanation."""
    return "calculation" if results else "explanation" if citations else "not-covered"


def _searched(artifacts: Sequence[object]) -> tuple[str, ...]:
    return next((a.terms for a in artifacts if isinstance(a, Findings)), ())
