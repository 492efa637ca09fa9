"""What the page needs of an assistant, and one that is still on its way."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from assistant.answer import Answer
from assistant.events import Event, StepEnded, StepStarted

if TYPE_CHECKING:
    from assistant.documents import Format
    from tools.table import Table

logger = logging.getLogger(__name__)

_GETTING_READY = "Getting the glossary ready"


class Conversation(Protocol):
    """The part of `assistant.Assistant` that the page uses."""

    def load(self, source: Path, name: str | None = None, session: str = "default") -> Table:
        """Reads a user's table into a session; raises `tools.errors.ToolError` for one that cannot be read."""

    def tables(self, session: str = "default") -> Mapping[str, Table]:
        """The session's tables by name."""

    def ask(self, question: str, session: str = "default") -> Answer:
        """One answer."""

    def stream(self, question: str, session: str = "default") -> Iterator[Event]:
        """The same as events."""

    def take_up(self, name: str, session: str = "default") -> Table:
        """Makes a loaded table the one that questions are about."""

    def export(self, form: Format = "markdown", session: str = "default") -> str:
        """The session's conversation as a document; raises `tools.errors.ToolError` for an empty one."""

    def stop(self, session: str = "default") -> None:
        """Ends the answer that is being made in the session at its next step."""

    def forget(self, session: str) -> None:
        """Drops the session's tables and conversation."""

    def warm(self) -> None:
        """Loads what the first question would otherwise wait for."""


class Arriving:
    """A conversation whose assistant is made in a thread: the page is served first, early questions wait for it.

    A maker that raises is told to every asker as the error it was; it is not tried again.
    """

    def __init__(self, make: Callable[[], Conversation]) -> None:
        self._make = make
        self._made: Conversation | None = None
        self._fault: Exception | None = None
        self._ready = threading.Event()

    def start(self) -> None:
        """Begins in the background."""
        threading.Thread(target=self._run, name="assistant-arrives", daemon=True).start()

    def wait(self, timeout: float | None = None) -> bool:
        """Whether the assistant is there (or has failed) within `timeout` seconds."""
        return self._ready.wait(timeout)

    def load(self, source: Path, name: str | None = None, session: str = "default") -> Table:
        """See `Conversation.load`; waits for the assistant."""
        return self._there().load(source, name, session)

    def tables(self, session: str = "default") -> Mapping[str, Table]:
        """See `Conversation.tables`; waits for the assistant."""
        return self._there().tables(session)

    def ask(self, question: str, session: str = "default") -> Answer:
        """See `Conversation.ask`; waits for the assistant."""
        return self._there().ask(question, session)

    def stream(self, question: str, session: str = "default") -> Iterator[Event]:
        """See `Conversation.stream`; the waiting itself is shown as a step."""
        if not self._ready.is_set():
            begun = time.perf_counter()
            yield StepStarted(id="getting-ready", title=_GETTING_READY)
            self._ready.wait()
            waited = time.perf_counter() - begun
            yield StepEnded(id="getting-ready", title=_GETTING_READY, detail="Done; this happens once.", seconds=waited)
        yield from self._there().stream(question, session)

    def take_up(self, name: str, session: str = "default") -> Table:
        """See `Conversation.take_up`; waits for the assistant."""
        return self._there().take_up(name, session)

    def export(self, form: Format = "markdown", session: str = "default") -> str:
        """See `Conversation.export`; waits for the assistant."""
        return self._there().export(form, session)

    def stop(self, session: str = "default") -> None:
        """See `Conversation.stop`; with no assistant yet there is nothing to stop."""
        if self._made is not None:
            self._made.stop(session)

    def forget(self, session: str) -> None:
        """See `Conversation.forget`; with no assistant yet there is nothing to forget."""
        if self._made is not None:
            self._made.forget(session)

    def warm(self) -> None:
        """Nothing to do: arriving is the warming."""

    def _run(self) -> None:
        try:
            made = self._make()
            made.warm()
            self._made = made
        except Exception as fault:
            logger.exception("The assistant could not be started")
            self._fault = fault
        finally:
            self._ready.set()

    def _there(self) -> Conversation:
        self._ready.wait()
        if self._made is None:
            raise RuntimeError(f"The assistant could not be started: {self._fault}") from self._fault
        return self._made
