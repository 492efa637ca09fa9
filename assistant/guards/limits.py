"""Limits of one turn: model calls, tool calls, and time. Past them the embedded model finishes the answer.

Counting happens inside the model call, so that a turn needs no further graph steps for it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from langchain.agents.middleware import AgentMiddleware, ModelRequest, ModelResponse
from langchain_core.messages import AIMessage

from assistant.context import TurnContext
from assistant.embedded import EmbeddedModel


@dataclass(frozen=True)
class Limits:
    """What a chosen model may use in one turn."""

    model_calls: int = 6
    tool_calls: int = 12
    seconds: float = 120.0


class LimitGuard(AgentMiddleware[Any, TurnContext]):
    """Hands the turn to the embedded model once a limit is reached; the embedded one itself needs two calls."""

    def __init__(self, limits: Limits | None = None) -> None:
        super().__init__()
        self._limits = limits or Limits()

    def wrap_model_call(
        self, request: ModelRequest[TurnContext], handler: Callable[[ModelRequest[TurnContext]], ModelResponse[Any]]
    ) -> ModelResponse[Any]:
        """Check before and after the call."""
        self._before(request)
        response = handler(request)
        return handler(request) if self._over(request, response) else response

    async def awrap_model_call(
        self, request: ModelRequest[TurnContext], handler: Callable[[ModelRequest[TurnContext]], Awaitable[ModelResponse[Any]]]
    ) -> ModelResponse[Any]:
        """The same, asynchronously."""
        self._before(request)
        response = await handler(request)
        return await handler(request) if self._over(request, response) else response

    def _before(self, request: ModelRequest[TurnContext]) -> None:
        turn = request.runtime.context
        turn.model_calls += 1
        if not _own(request) and (turn.model_calls > self._limits.model_calls or turn.age() > self._limits.seconds):
            _hand_over(turn, "took too long")

    def _over(self, request: ModelRequest[TurnContext], response: ModelResponse[Any]) -> bool:
        """Whether the reply asks for more tool calls than are left; then it is dropped and the embedded model asked."""
        turn = request.runtime.context
        if _own(request):
            return False
        reply = response.result[-1] if response.result else None
        turn.tool_calls += len(reply.tool_calls) if isinstance(reply, AIMessage) else 0
        if turn.tool_calls > self._limits.tool_calls:
            _hand_over(turn, "asked for too many calculations")
            return True
        return False


def _own(request: ModelRequest[TurnContext]) -> bool:
    return request.runtime.context.embedded_only or isinstance(request.model, EmbeddedModel)


def _hand_over(turn: TurnContext, why: str) -> None:
    turn.embedded_only = True
    turn.notes.append(f"The chosen model {why}; the embedded model answered instead.")
