"""One browser tab's conversation: its secret name for the assistant, and what its chat shows.

The record lives in the server's memory only. The browser never sends the transcript back, so it cannot be forged, and
the name that owns the tab's tables is never shown to any browser.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Any

Message = dict[str, Any]  # one message of the chat: role, content, and optionally metadata and options
_CHARTS_KEPT = 8  # older charts leave the transcript: each of them is sent again with every new question


@dataclass
class Session:
    """One tab.

    Attributes:
        name: the assistant's name for the tab's conversation and tables; random, never sent to the browser.
        transcript: the messages shown, oldest first.
        waiting: a question that was taken but not yet answered.
        busy: an answer is being made.
        answers: how many answers were shown, for ids that do not repeat within the tab.
    """

    name: str = field(default_factory=lambda: secrets.token_hex(16))
    transcript: list[Message] = field(default_factory=list)
    waiting: str | None = None
    busy: bool = False
    answers: int = 0

    def __deepcopy__(self, memo: dict[int, Any]) -> Session:
        """The page framework copies the first value of a tab; the record must stay one and the same."""
        return self

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
            message["content"] = [part for part in message["content"] if not _is_chart(part)]

    def restart(self) -> str:
        """Empties the conversation under a new name; returns the old one, to be forgotten by the assistant."""
        old, self.name = self.name, secrets.token_hex(16)
        self.transcript, self.waiting = [], None
        return old


def _is_chart(part: object) -> bool:
    return getattr(part, "component", "") == "plot"
