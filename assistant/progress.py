"""One run of the graph told as events: steps as they start and end, text as the guards let it pass, the messages at last."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

from langchain_core.messages import AIMessage, BaseMessage, ToolMessage
from langchain_core.runnables import RunnableConfig

from assistant.context import TurnContext
from assistant.events import Event, StepEnded, StepStarted
from assistant.outcomes import title_of

# Tools compute in Python alone: at once they would only wait for one another, which takes half as long again.
_ONE_BY_ONE: Final = RunnableConfig(max_concurrency=1)


def run(agent: Any, turn: TurnContext, asked: Sequence[Any], *, live: bool) -> Generator[Event, None, list[BaseMessage]]:
    """Run the graph; give its events as they come, and at the end the messages that followed those `asked`.

    Args:
        agent: the compiled graph.
        turn: what it runs with; guards and tools put their events into `turn.events`.
        asked: the messages it starts from.
        live: whether events are wanted while the graph is still at work on a step. That takes a thread, whose switches cost
            several times what the embedded model's whole turn does; its steps are too short to be watched.
    """
    states = agent.stream({"messages": list(asked)}, _ONE_BY_ONE, context=turn, stream_mode="values")
    messages: list[BaseMessage] = []
    waiting: dict[str, str] = {}
    for item in _watched(states, turn) if live else _in_turns(states, turn):
        if not isinstance(item, list):
            if isinstance(item, StepEnded):
                waiting.pop(item.id, None)
            yield item
            continue
        fresh, messages = item[len(asked) + len(messages) :], item[len(asked) :]
        for message in fresh:
            if isinstance(message, AIMessage):
                for call in message.tool_calls:
                    title = title_of(call["name"])
                    waiting[call["id"] or ""] = title
                    yield StepStarted(call["id"] or "", title)
            elif isinstance(message, ToolMessage) and message.tool_call_id in waiting:  # refused before the tool began
                yield StepEnded(message.tool_call_id, waiting.pop(message.tool_call_id), str(message.text), 0.0)
    return messages


def _in_turns(states: Iterator[dict[str, Any]], turn: TurnContext) -> Iterator[Event | list[BaseMessage]]:
    for state in states:
        yield from turn.told()
        yield state["messages"]


def _watched(states: Iterator[dict[str, Any]], turn: TurnContext) -> Iterator[Event | list[BaseMessage]]:
    """The graph in a thread of its own; what it tells is handed on at once."""
    end = object()

    def work() -> None:
        try:
            for state in states:
                turn.events.put(state["messages"])
        finally:
            turn.events.put(end)

    with ThreadPoolExecutor(1, thread_name_prefix="turn") as thread:
        done = thread.submit(work)
        try:
            while (item := turn.events.get()) is not end:
                yield item
        finally:
            turn.stopped = True  # the asker has gone, or there is nothing left to stop
    done.result()
