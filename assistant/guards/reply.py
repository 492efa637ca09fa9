"""What guards share: the final reply of a model call, and what this turn's sources say."""

from __future__ import annotations

from typing import Any

from langchain.agents.middleware import ModelRequest, ModelResponse
from langchain_core.messages import AIMessage, HumanMessage, ToolMessage

from assistant.context import TurnContext


def final_text(response: ModelResponse[Any]) -> str | None:
    """The text of a reply that ends the turn; None for a reply that calls tools."""
    reply = response.result[-1] if response.result else None
    return str(reply.text) if isinstance(reply, AIMessage) and not reply.tool_calls else None


def with_text(response: ModelResponse[Any], text: str) -> ModelResponse[Any]:
    """The same reply with other words; the rejected ones never enter the state."""
    reply = response.result[-1]
    return ModelResponse(result=[*response.result[:-1], reply.model_copy(update={"content": text})])


def tool_words(request: ModelRequest[TurnContext]) -> list[str]:
    """What the tools of this turn said."""
    start = max((i for i, m in enumerate(request.messages) if isinstance(m, HumanMessage)), default=0)
    return [str(m.text) for m in request.messages[start:] if isinstance(m, ToolMessage)]


def user_words(request: ModelRequest[TurnContext]) -> list[str]:
    """What the user said, in this turn and before."""
    return [str(m.text) for m in request.messages if isinstance(m, HumanMessage)]
