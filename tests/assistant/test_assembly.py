"""From finished messages to the answer: marks in order of use, sources that belong to them."""

import pytest
from langchain_core.messages import AIMessage

from assistant.assembly import assemble, number_marks
from assistant.context import TurnContext
from assistant.session import Session
from knowledge import Glossary, Index


def ids(glossary: Glossary, count: int) -> list[str]:
    return [entry.claims[0].id for entry in glossary.entries[:count]]


def test_marks_are_numbered_in_order_of_first_use(glossary: Glossary) -> None:
    a, b = ids(glossary, 2)
    text, citations = number_marks(f"One [{b}]. Two [{a}]. Again [{b}].", glossary)
    assert text == "One [1]. Two [2]. Again [1]."
    assert [(c.mark, c.claim_id) for c in citations] == [(1, b), (2, a)]


def test_a_citation_carries_the_claim_and_its_source(glossary: Glossary) -> None:
    (claim_id,) = ids(glossary, 1)
    _, (citation,) = number_marks(f"[{claim_id}]", glossary)
    claim = glossary.claim(claim_id)
    assert (citation.term, citation.text) == (claim.term, claim.text)
    assert citation.source == "\n".join(glossary.source(s).apa for s in claim.sources)
    assert citation.tier in ("primary", "glossary", "product", "qa", "reference")


def test_text_without_marks_has_no_citations(glossary: Glossary) -> None:
    assert number_marks("plain [1] text", glossary) == ("plain [1] text", ())


def test_a_plain_reply_without_source_or_result_is_not_covered(index: Index) -> None:
    turn = TurnContext("q", Session("s"), index)
    turn.notes.append("a note")
    answer = assemble(turn, [AIMessage("I do not know.")], [])
    assert answer.kind == "not-covered"
    assert answer.notes == ("a note",)
    assert answer.question == "q"


def test_a_cited_reply_is_an_explanation(index: Index) -> None:
    (claim_id,) = ids(index.glossary, 1)
    answer = assemble(TurnContext("q", Session("s"), index), [AIMessage(f"So [{claim_id}].")], [])
    assert answer.kind == "explanation"
    assert answer.terms == (index.glossary.claim(claim_id).term,)


def test_an_empty_reply_is_a_fault_not_an_answer(index: Index) -> None:
    with pytest.raises(ValueError, match="text"):
        assemble(TurnContext("q", Session("s"), index), [AIMessage("")], [])
