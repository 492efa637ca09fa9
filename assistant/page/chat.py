"""The one generator from a question to what the chat shows."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from assistant.answer import Answer
from assistant.events import Done, StepEnded, StepStarted, TextReady
from assistant.page import render
from assistant.page.conversation import Conversation
from assistant.page.pace import paced
from assistant.page.session import Message, Session

logger = logging.getLogger(__name__)

LIMIT = 1000
"""Longest question, in characters."""


def refusal(question: str) -> str:
    """Why a question cannot be taken, in words for the one who asked; "" when it can."""
    if not question.strip():
        return "Please type a question first."
    if len(question) > LIMIT:
        over = len(question) - LIMIT
        return (
            f"That question has {len(question):,} characters; the limit is {LIMIT:,}. "
            f"Please shorten it by {over:,} {'character' if over == 1 else 'characters'} and send it again. "
            "Numbers in bulk belong in a file: use “Add data”."
        )
    return ""


def converse(conversation: Conversation, session: Session) -> Iterator[list[Message]]:
    """Answers the session's waiting question, yielding the whole transcript each time; few yields, the last is final."""
    question, session.waiting = session.waiting, None
    if question is None:
        yield session.transcript
        return
    session.begin()
    name = session.name
    try:
        session.settle([render.question(question)])
        yield session.transcript
        reason = refusal(question)
        if reason:
            session.settle([render.notice(reason, kind="error")])
        else:
            yield from _answering(conversation, session, name, question)
        yield session.transcript
    finally:
        session.end()


def _answering(conversation: Conversation, session: Session, name: str, question: str) -> Iterator[list[Message]]:
    ended: list[Message] = []
    running: dict[str, str] = {}
    text = ""
    answer: Answer | None = None
    try:
        for event in paced(conversation.stream(question, name), session.stopping):
            match event:
                case StepStarted():
                    running[event.id] = event.title
                case StepEnded():
                    running.pop(event.id, None)
                    ended.append(render.step(event.title, event.detail, event.seconds))
                case TextReady():
                    text += event.text
                case Done():
                    answer = event.answer
                case None:
                    arrived = [render.partial(text)] if text else []
                    yield [*session.transcript, *ended, *(render.step(title) for title in running.values()), *arrived]
        if answer is None and session.stopping.is_set():
            messages = [*ended, render.stopped(text)]
        else:
            messages = render.answer_messages(answer or render.failure("the answer ended early"), session.answer_id())
    except Exception:
        logger.exception("An answer failed")
        messages = render.answer_messages(render.failure(), session.answer_id())
    if session.name == name:  # otherwise a new chat has begun meanwhile, which this answer is no part of
        session.settle(messages)
