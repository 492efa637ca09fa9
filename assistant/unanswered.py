"""Answers that no turn gives: to what is no question, to a fault of ours, and to a turn that was stopped."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from assistant.answer import Answer, Step
from tools.errors import ToolError

MAX_QUESTION: Final = 20_000
STOPPED: Final = "This answer was stopped before it was finished; nothing of it is kept."


def refusal(question: object) -> Answer | None:
    """The answer to what cannot be asked: no text, nothing in it, or too much; None for a question."""
    if not isinstance(question, str):
        return failed("", ToolError("question", question, "text"))
    if not question.strip():
        return Answer(
            kind="clarification",
            text="Type a question about the ALVH method, a calculation, or your loaded data.",
            question=question,
        )
    if len(question) > MAX_QUESTION:
        text = f"The question has {len(question):,} characters; at most {MAX_QUESTION:,} are read. Load long data as a file."
        return Answer(kind="clarification", text=text, question=question[:200])
    return None


def failed(question: str, error: Exception, steps: Iterable[Step] = ()) -> Answer:
    """The answer for a fault of ours: what happened in plain words, and what to do."""
    from knowledge import GlossaryError

    told = isinstance(error, (ToolError, GlossaryError))
    reason = str(error) if told else f"An internal fault stopped this answer ({type(error).__name__})."
    text = f"{reason}\n\nNothing you loaded is lost. Ask again, or put the question in other words."
    return Answer(kind="error", text=text, question=question, steps=tuple(steps))


def stopped(question: str, steps: Iterable[Step]) -> Answer:
    """The answer for a turn that was stopped, with the steps that had ended."""
    return Answer(kind="error", text=STOPPED, question=question, steps=tuple(steps))
