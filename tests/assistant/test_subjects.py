"""Is a question on another subject told from one on the method? Rates over many, since no rule gets each of them right."""

import pytest

from assistant import Assistant
from assistant.findings import search
from knowledge import Index
from tests.assistant import subjects

ANSWERED = ("explanation", "calculation")


def share_answered(assistant: Assistant, questions: list[str]) -> float:
    kinds = [assistant.ask(question, session=f"subject-{question}").kind for question in questions]
    return sum(kind in ANSWERED for kind in kinds) / len(kinds)


@pytest.mark.parametrize(
    ("questions", "at_most"),
    [(subjects.OUTSIDE, 0.15), (subjects.OUTSIDE_HELD, 0.1)],
    ids=["looked-at", "held"],
)
def test_other_subjects_are_not_answered(warmed: Assistant, questions: list[str], at_most: float) -> None:
    assert share_answered(warmed, questions) <= at_most


@pytest.mark.parametrize(
    ("questions", "at_least"), [(subjects.INSIDE, 0.95), (subjects.INSIDE_HELD, 0.9)], ids=["looked-at", "held"]
)
def test_the_method_in_other_words_is(warmed: Assistant, questions: list[str], at_least: float) -> None:
    assert share_answered(warmed, questions) >= at_least


@pytest.mark.parametrize(
    "question",
    [
        "AAPL pe ratio",
        "learn to trade crude oil futures",
        "best credit card",
        "how does staking ethereum work",
        "silver futures margin requirements",
        "soybean futures expiry",
    ],
)
def test_a_term_beside_a_strange_word_is_part_of_another_name(index: Index, question: str) -> None:
    assert index.mentions(question)
    assert index.foreign(question)


@pytest.mark.parametrize(
    "question",
    [
        "lookahead bais",
        "irn condor",
        "why is irr sometimes ambiguous",
        "how is delta related to probability",
        "is contango in oil futures the same thing",
        "what is contango",
        "how does the weather change",
        "",
    ],
)
def test_a_slip_a_term_apart_or_no_term_at_all_is_not(index: Index, question: str) -> None:
    assert not index.foreign(question)


@pytest.mark.parametrize(
    ("question", "elsewhere"),
    [
        ("how do I pay my rent on time", True),
        ("how do i close my bank account", True),
        ("why do vix futures lose money over time", False),
    ],
)
def test_nearness_to_other_subjects(index: Index, question: str, elsewhere: bool) -> None:
    found = search(index, question)
    assert (found.outside > found.near) == elsewhere


def test_what_something_of_a_term_is(warmed: Assistant, session: str) -> None:
    assert warmed.ask("what's the cost of rolling", session=session).kind == "explanation"
    assert warmed.ask("what is the Sharpe ratio of the S&P?", session=session).kind == "not-covered"


@pytest.mark.parametrize("question", ["what is cash settlement", "cash settled or physical delivery?", "is it settled in cash"])
def test_how_positions_end_has_an_entry_of_its_own(warmed: Assistant, session: str, question: str) -> None:
    answer = warmed.ask(question, session=session)
    assert answer.terms[0] == "Cash settlement"
    assert any("delivers nothing" in c.text for c in answer.citations)
