"""One warmed assistant for the whole room; every test asks in a session of its own."""

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from assistant import Answer, Assistant
from knowledge import Glossary, Index
from tests.assistant.scripted import Scripted
from tools.disclaimer import SHORT

Ask = Callable[..., Answer]
Play = Callable[..., tuple[Answer, Scripted]]


@pytest.fixture(scope="session")
def warmed() -> Assistant:
    assistant = Assistant()
    assistant.warm()
    return assistant


@pytest.fixture(scope="session")
def glossary(warmed: Assistant) -> Glossary:
    return warmed.glossary


@pytest.fixture(scope="session")
def index(warmed: Assistant) -> Index:
    return warmed.index


@pytest.fixture
def play(warmed: Assistant, monkeypatch: pytest.MonkeyPatch) -> Play:
    """Ask an assistant whose model plays the lines; its index is the one already open."""

    def run(question: str, *lines: Any) -> tuple[Answer, Scripted]:
        model = Scripted(lines=list(lines))
        monkeypatch.setattr("knowledge.Index.open", lambda *_, **__: warmed.index)
        answer = Assistant(model=model).ask(question)
        assert SHORT in str(answer)
        return answer, model

    return run


_numbers = itertools.count()


@pytest.fixture
def session() -> str:
    """A name that no other test uses."""
    return f"test-{next(_numbers)}"


@pytest.fixture
def ask(warmed: Assistant, session: str) -> Iterator[Ask]:
    """Ask the questions of one conversation, one after the other; gives the last answer."""

    def say(*questions: str) -> Answer:
        return [warmed.ask(question, session=session) for question in questions][-1]

    yield say
    warmed.forget(session)
