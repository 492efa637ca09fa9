"""What one turn runs with: private to the program, hidden from every model's request and from the tools' schemas."""

from __future__ import annotations

import queue
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from assistant.events import TextReady
from assistant.guards.citations import MARK
from assistant.session import Call, Session
from knowledge import Index

if TYPE_CHECKING:
    from assistant.understanding.text.message import Message


@dataclass
class TurnContext:
    """One turn.

    Attributes:
        question: the user's words.
        session: whose turn it is.
        index: the glossary and its search.
        notes: what a guard changed, or which model answered, in plain words.
        pending: the calculation that waits for a number, where the answer asks for one.
        model_calls, tool_calls: used so far.
        events: what tools and guards tell while they work; emptied by whoever shows it.
        shown: a chosen model's text that has passed the guards, with claim ids as marks.
        offered: names of the tools that a chosen model is offered, once it is asked.
        hear: takes a chosen model's text as it arrives.
        stopped: set when nobody listens any more.
        unwanted: set when the user has stopped the answer: it is told as stopped and not remembered.
        embedded_only: set once the chosen model has failed or must not answer; the embedded one finishes the turn.
    """

    question: str
    session: Session
    index: Index
    notes: list[str] = field(default_factory=list)
    pending: Call | None = None
    model_calls: int = 0
    tool_calls: int = 0
    embedded_only: bool = False
    stopped: bool = False
    unwanted: bool = False
    shown: list[str] = field(default_factory=list)
    offered: frozenset[str] | None = None
    hear: Callable[[str], None] = field(default=lambda _: None, repr=False)
    events: queue.SimpleQueue[Any] = field(default_factory=queue.SimpleQueue, repr=False)
    _space: str = field(default="", repr=False)
    _marks: list[str] = field(default_factory=list, repr=False)
    _message: Message | None = field(default=None, repr=False)
    _started: float = field(default_factory=time.monotonic, repr=False)

    @property
    def message(self) -> Message:
        """The question, read once: rows that are pasted into it are a table of the session from then on."""
        if self._message is None:
            from assistant.understanding.text.message import read

            self._message = read(self.question, self.session)
        return self._message

    def age(self) -> float:
        """Seconds since the turn began."""
        return time.monotonic() - self._started

    def told(self) -> Iterator[Any]:
        """The events that wait, without waiting for more."""
        while not self.events.empty():
            yield self.events.get_nowait()

    def show(self, text: str) -> None:
        """Tell a piece of text that has passed the guards; it stays. White space waits for the words that follow it."""
        text = self._space + text if self.shown else text.lstrip()
        words = text.rstrip()
        self._space = text[len(words) :]
        if words:
            self.shown.append(words)
            self.events.put(TextReady(MARK.sub(self._mark, words)))

    def _mark(self, match: re.Match[str]) -> str:
        """The number of a claim's mark, in order of first use."""
        if match.group(1) not in self._marks:
            self._marks.append(match.group(1))
        return f"[{self._marks.index(match.group(1)) + 1}]"

    def hand_over(self, why: str) -> None:
        """Let the embedded model finish the turn, and say why."""
        self.embedded_only = True
        self.notes.append(f"The chosen model {why}; the embedded model answered instead.")
