"""The assistant: one object, any number of sessions. Every surface is made from `ask` and `stream`."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import AsyncIterator, Generator, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.answer import Answer, Step
from assistant.events import Done, Event, StepEnded, TextReady
from assistant.session import Call, Session, Sessions, Turn
from assistant.unanswered import failed, refusal, stopped
from tools import Table, load_table

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from assistant.context import TurnContext
    from assistant.documents import Format, Record
    from knowledge import Glossary, Index

logger = logging.getLogger(__name__)

_HISTORY = 6

os.environ.setdefault("LANGSMITH_TRACING", "false")
os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")


class Assistant:
    """The educational assistant.

    Args:
        model: None for the embedded model; a name such as "openai:gpt-5-mini" or "ollama:llama3.2" for any model that
            LangChain knows; or a chat model object.
        home: a folder to keep the search index in; None keeps it in memory.
        notes: a folder of the user's own glossary entries, in the format of the shipped ones. They are private: an index
            with notes stays in memory and is never written to `home`.

    Nothing heavy is loaded until the first question (or `warm`).
    """

    def __init__(
        self,
        model: str | BaseChatModel | None = None,
        home: Path | str | None = None,
        notes: Path | str | None = None,
    ) -> None:
        self._model = model
        self._home = Path(home) if home is not None else None
        self._notes = Path(notes) if notes is not None else None
        self._sessions = Sessions()
        self._lock = threading.Lock()
        self._agent: Any = None
        self._index: Index | None = None

    @property
    def glossary(self) -> Glossary:
        """The glossary behind the answers."""
        return self.index.glossary

    @property
    def index(self) -> Index:
        """The search index; opened at first use."""
        self.warm()
        assert self._index is not None
        return self._index

    def load(self, source: Any, name: str | None = None, session: str = "default") -> Table:
        """Read a table for one session; see `tools.load_table`. Raises ToolError."""
        table = load_table(source)
        if name is not None:
            table = table.renamed(name)
        self._sessions.add(session, table)
        return table

    def tables(self, session: str = "default") -> Mapping[str, Table]:
        """The session's tables by name."""
        return self._sessions.get(session).tables

    def take_up(self, name: str, session: str = "default") -> Table:
        """Make a loaded table the one that questions are about; ToolError where there is none of that name."""
        return self._sessions.get(session).take_up(name)

    def record(self, session: str = "default") -> Record:
        """The conversation so far as data, with what it rests on; ToolError while nothing has been asked or loaded."""
        from assistant.documents.recording import record

        model = "embedded" if self._model is None else self._model if isinstance(self._model, str) else self._model.get_name()
        return record(self._sessions.get(session), model, self.glossary.hash)

    def export(self, form: Format = "markdown", session: str = "default") -> str:
        """The conversation so far as a document: "markdown", "json" (for `alvh replay`) or "notebook"; see `record`."""
        from assistant.documents import written

        return written(self.record(session), form)

    def context(self, session: str = "default") -> TurnContext:
        """What the agent's tools run with when they are called outside a turn, as other programs' models do."""
        from assistant.context import TurnContext

        return TurnContext("", self._sessions.get(session), self.index)

    def stop(self, session: str = "default") -> None:
        """End the answer that is being made in a session at its next step; it is told as stopped and not remembered.

        The next question does not wait for that: a tool that is still at work goes on unheard.
        """
        self._sessions.stop(session)

    def forget(self, session: str) -> None:
        """Drop a session with its tables and its conversation."""
        self._sessions.forget(session)

    def warm(self) -> None:
        """Load the models and the index now instead of at the first question."""
        with self._lock:
            if self._agent is not None:
                return
            from assistant.agent import build_agent
            from assistant.embedded import EmbeddedModel
            from assistant.models import chat_model, checked
            from assistant.understanding.framed.frames import ready
            from knowledge import Glossary, Index

            chosen = chat_model(self._model) if isinstance(self._model, str) else checked(self._model)
            embedded = EmbeddedModel()
            kept = self._home / "index" if self._home is not None and self._notes is None else None
            self._index = Index.open(kept, glossary=Glossary.load(extra=self._notes))
            ready()
            self._agent = build_agent(chosen or embedded, embedded)

    def ask(self, question: str, session: str = "default") -> Answer:
        """Answer one question; never raises for what a user can do wrong: the answer says it."""
        for event in self.stream(question, session):
            if isinstance(event, Done):
                return event.answer
        raise AssertionError("a stream ends with Done")

    def stream(self, question: str, session: str = "default") -> Iterator[Event]:
        """The same as `ask`, told while it happens; the last event is `Done`."""
        refused = refusal(question) or self._unready(question)
        if refused is not None:
            yield TextReady(refused.text)
            yield Done(refused)
            return
        words = question.encode("utf-8", "replace").decode("utf-8").strip()  # half a surrogate pair is no text
        with self._sessions.held(session) as conversation:
            answer = yield from self._turn(words, conversation)
            yield Done(answer)

    async def aask(self, question: str, session: str = "default") -> Answer:
        """`ask` for asynchronous callers; the work is done in a thread."""
        import anyio.to_thread

        return await anyio.to_thread.run_sync(self.ask, question, session)

    async def astream(self, question: str, session: str = "default") -> AsyncIterator[Event]:
        """`stream` for asynchronous callers; each step of the work is done in a thread."""
        import anyio.to_thread

        events = self.stream(question, session)
        while (event := await anyio.to_thread.run_sync(next, events, None)) is not None:
            yield event

    def _unready(self, question: str) -> Answer | None:
        """The answer where the models or the index cannot be opened; None where they stand ready."""
        try:
            self.warm()
        except Exception as error:  # any provider's or any disk's own error class; logged whole and told in plain words
            logger.exception("the assistant could not start")
            return failed(question, error)
        return None

    def _turn(self, question: str, session: Session) -> Generator[Event, None, Answer]:
        from assistant.assembly import assemble
        from assistant.context import TurnContext
        from assistant.progress import run

        assert self._index is not None
        session.running = turn = TurnContext(question, session, self._index)
        steps: dict[str, Step] = {}
        told_already: list[str] = []
        try:
            running = run(self._agent, turn, self._messages(question, session), live=self._model is not None)
            messages = yield from _noted(running, steps, told_already)
            # Tools of one reply run side by side: the order of the calls, not of their ends, is the answer's.
            called = [call for m in messages if m.type == "ai" for call in m.tool_calls]
            calls = tuple(Call(call["name"], call["args"]) for call in called)
            answer = assemble(turn, messages, [steps[call["id"]] for call in called if call["id"] in steps])
        except Exception as error:  # the last line of defence: the fault is logged whole and told in plain words
            logger.exception("a turn failed")
            calls, answer = (), failed(question, error, steps.values())
        if not self._sessions.end(session, Turn(question, calls, answer, turn.pending)):
            return stopped(question, steps.values())
        told = "".join(told_already)
        rest = answer.text[len(told) :] if answer.text.startswith(told) else f"\n\n{answer.text}"
        for block in rest.split("\n\n") if rest.strip() else ():
            yield TextReady(block + "\n\n")
        return answer

    def _messages(self, question: str, session: Session) -> list[dict[str, str]]:
        """The question, after the last turns where a real model needs to read them (the embedded one has the session)."""
        past = [] if self._model is None else session.turns[-_HISTORY:]
        told = [
            m for t in past for m in ({"role": "user", "content": t.question}, {"role": "assistant", "content": t.answer.text})
        ]
        return [*told, {"role": "user", "content": question}]


def _noted(
    events: Generator[Event, None, list[Any]], steps: dict[str, Step], told: list[str]
) -> Generator[Event, None, list[Any]]:
    """The same events; the steps that have ended are kept in `steps`, the text in `told`."""
    while True:
        try:
            event = next(events)
        except StopIteration as end:
            messages: list[Any] = end.value
            return messages
        if isinstance(event, StepEnded):
            steps[event.id] = Step(event.title, event.detail, event.seconds)
        elif isinstance(event, TextReady):
            told.append(event.text)
        yield event
