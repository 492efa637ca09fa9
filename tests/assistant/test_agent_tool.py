"""A tool's call runs where it stands; several calls of one turn are all made."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from langchain.agents import create_agent
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, ToolCall, ToolMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.tools import tool

from assistant.agent_tool import in_place

SEEN: list[int] = []


@tool
def double(number: float) -> float:
    """Twice the number."""
    SEEN.append(threading.get_ident())
    if number < 0:
        raise ValueError("below zero")
    return 2 * number


class Asking(BaseChatModel):
    """Asks for the double of each of its numbers, then says what came."""

    numbers: tuple[float, ...]

    @property
    def _llm_type(self) -> str:
        return "asking"

    def bind_tools(self, tools: Any, **kwargs: Any) -> Any:
        return self.bind()

    def _generate(self, messages: list[BaseMessage], stop: Any = None, run_manager: Any = None, **_: Any) -> ChatResult:
        told = [str(m.text) for m in messages if isinstance(m, ToolMessage)]
        calls = [ToolCall(name="double", args={"number": n}, id=f"call_{i}") for i, n in enumerate(self.numbers)]
        message = AIMessage(content=" ".join(told)) if told else AIMessage(content="", tool_calls=calls)
        return ChatResult(generations=[ChatGeneration(message=message)])


def _said(*numbers: float) -> str:
    SEEN.clear()
    agent: Any = in_place(create_agent(Asking(numbers=numbers), [double]))
    return str(agent.invoke({"messages": [{"role": "user", "content": "go"}]})["messages"][-1].text)


def test_a_call_runs_in_the_thread_that_came_to_it() -> None:
    assert _said(21) == "42.0"
    assert set(SEEN) == {threading.get_ident()}


def test_several_calls_are_all_made_and_in_order() -> None:
    assert _said(1, 2, 3) == "2.0 4.0 6.0"
    assert len(SEEN) == 3


def test_a_fault_in_a_tool_goes_up() -> None:
    with pytest.raises(ValueError, match="below zero"):
        _said(-1)


def test_the_framework_still_asks_for_an_executor_by_that_name() -> None:
    """Where it no longer does, calls go back to threads of their own, and this says so."""
    agent: Any = create_agent(Asking(numbers=()), [double])
    assert "get_executor_for_config" in type(agent.nodes["tools"].bound)._func.__code__.co_names
