"""One warmed assistant for the whole room; every test asks in a session of its own."""

import itertools
from collections.abc import Callable, Iterator

import pytest

from assistant import Answer, Assistant
from knowledge import Glossary, Index

Ask = Callable[..., Answer]


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
