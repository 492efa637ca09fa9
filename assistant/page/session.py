"""One browser tab's conversation: its secret name for the assistant, and what its chat shows.

The record lives in the server's memory only. The browser never sends the transcript back, so it cannot be forged, and
the name that owns the tab's tables is never shown to any browser.
"""

from __future__ import annotations

import math
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

Message = dict[str, Any]  # one message of the chat: role, content, and optionally metadata and options
_CHARTS_KEPT = 12  # older charts leave the transcript: each of them is sent again with every new question
_LET_GO = '<p class="note">This chart is no longer shown, to keep a long conversation quick. Ask again to see it.</p>'
_LOOK = 0.05  # seconds between two looks whether an answer is made
_APART = 0.3  # seconds


class Session:
    """One tab.

    Attributes:
        name: the assistant's name for the tab's conversation and tables; random, never sent to the browser.
        transcript: the messages shown, oldest first.
        waiting: a question that was taken but not yet answered.
        answers: how many answers were shown, for ids that do not repeat within the tab.
        entered: whether the page said that it arrived; one that did not was open before this program was started.
        reads: whether a file is being read.
        stopping: set while the answer that is being made is to end where it is.
    """

    def __init__(self) -> None:
        self.name = secrets.token_hex(16)
        self.transcript: list[Message] = []
        self.waiting: str | None = None
        self.answers = 0
        self.entered = False
        self.stopping = threading.Event()
        self._idle = threading.Event()
        self._idle.set()
        self._ended = -math.inf
        self._files = threading.Lock()
        self.reads = False

    def __deepcopy__(self, memo: dict[int, Any]) -> Session:
        """A fresh record: the page framework makes each tab's first value by copying the one given at the start."""
        return Session()

    def begin(self) -> None:
        """An answer is being made from here on."""
        self.stopping.clear()
        self._idle.clear()

    def end(self) -> None:
        """The answer is made, or was given up."""
        self._ended = time.monotonic()
        self._idle.set()

    def free(self, timeout: float = 2.0) -> bool:
        """Whether a further question can be taken, waiting `timeout` seconds for an answer that is just ending.

        The page framework closes a tab's stream after each answer, and loses an event that joins in that moment; hence the
        short distance that is kept from the last answer's end.
        """
        if not self._idle.wait(timeout):
            return False
        time.sleep(min(_APART, max(0.0, self._ended + _APART - time.monotonic())))
        return True

    @contextmanager
    def loading(self, patience: float) -> Iterator[None]:
        """A file is being read in here: it waits for an answer that is being made, and further questions wait for it."""
        late = time.monotonic() + patience
        with self._files:
            while (self.waiting is not None or not self._idle.is_set()) and time.monotonic() < late:
                time.sleep(_LOOK)
            self.reads = True
            self._idle.clear()
            try:
                yield
            finally:
                self.reads = False
                self._idle.set()

    def answer_id(self) -> str:
        """A fresh id for the parts of one answer."""
        self.answers += 1
        return f"answer-{self.answers}"

    def settle(self, messages: list[Message]) -> None:
        """Adds finished messages; earlier ones lose their follow-up buttons, the oldest charts are let go."""
        for message in self.transcript:
            message.pop("options", None)
        self.transcript.extend(messages)
        charts = [m for m in self.transcript if isinstance(m["content"], list) and any(map(_is_chart, m["content"]))]
        for message in charts[:-_CHARTS_KEPT]:
            message["content"] = [_LET_GO if _is_chart(part) else part for part in message["content"]]

    def restart(self) -> str:
        """Empties the conversation under a new name; returns the old one, to be forgotten by the assistant."""
        old, self.name = self.name, secrets.token_hex(16)
        self.transcript, self.waiting = [], None
        return old

    def take_over(self, before: Session) -> None:
        """Carries on what another record held, its name and tables included; that one is left as a fresh one would be."""
        self.name, before.name = before.name, self.name
        self.transcript, before.transcript = before.transcript, []
        self.answers, before.waiting = before.answers, None
        before.stopping.set()

    def unfinished(self) -> bool:
        """Whether the last thing shown is the reader's, with nothing below it."""
        return bool(self.transcript) and self.transcript[-1]["role"] == "user"


def _is_chart(part: object) -> bool:
    return getattr(part, "component", "") == "plot"
