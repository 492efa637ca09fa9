"""A greeting is answered as one, and a question never taken for one."""

import pytest

from assistant import Assistant
from assistant.understanding.text.courtesy import courtesy


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "Hi there!",
        "thanks",
        "Thank you very much.",
        "ok, thanks",
        "help",
        "what can you do?",
        "what can I ask?",
        "  hey  ",
    ],
)
def test_courtesies(warmed: Assistant, session: str, text: str) -> None:
    assert courtesy(text)
    answer = warmed.ask(text, session=session)
    assert answer.kind == "clarification"
    assert answer.notes == ()
    assert answer.follow_ups
    assert all(warmed.ask(q, session=session).kind in ("explanation", "calculation") for q in answer.follow_ups)


@pytest.mark.parametrize(
    "text", ["hello, what is contango", "help me with a butterfly", "what can you do with a debit of 1", "", "high", "tax"]
)
def test_questions_are_no_courtesies(text: str) -> None:
    assert not courtesy(text)


def test_a_courtesy_leaves_the_conversation_where_it_was(warmed: Assistant, session: str) -> None:
    warmed.ask("25/30/35 fly at 0.85", session=session)
    warmed.ask("thanks!", session=session)
    assert "debit=1.1" in warmed.ask("and at 1.10?", session=session).code
