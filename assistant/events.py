"""What a surface sees while an answer is made: steps as they start and end, text that passed the guards, the answer."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answer import Answer


@dataclass(frozen=True)
class StepStarted:
    """A search or a tool call began; `id` pairs it with its end."""

    id: str
    title: str


@dataclass(frozen=True)
class StepEnded:
    """It ended; `detail` is Markdown in plain words (the result, or what went wrong)."""

    id: str
    title: str
    detail: str
    seconds: float


@dataclass(frozen=True)
class TextReady:
    """A further piece of the answer's Markdown; it has passed the guards and is never taken back."""

    text: str


@dataclass(frozen=True)
class Done:
    """The whole answer; always the last event, also after an error."""

    answer: Answer


Event = StepStarted | StepEnded | TextReady | Done
