"""Hands the turn's context to the embedded model, and to no other."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from langchain.agents.middleware import AgentMiddleware, ModelRequest, ModelResponse

from assistant.context import TurnContext
from assistant.embedded import EmbeddedModel


class ContextForEmbedded(AgentMiddleware[Any, TurnContext]):
    """Innermost guard: the context travels as a model setting that only our own model is ever given."""

    def wrap_model_call(
        self, request: ModelRequest[TurnContext], handler: Callable[[ModelRequest[TurnContext]], ModelResponse[Any]]
    ) -> ModelResponse[Any]:
        """Add the setting for the embedded model."""
        return handler(_with_context(request))

    async def awrap_model_call(
        self, request: ModelRequest[TurnContext], handler: Callable[[ModelRequest[TurnContext]], Awaitable[ModelResponse[Any]]]
    ) -> ModelResponse[Any]:
        """The same, asynchronously."""
        return await handler(_with_context(request))


def _with_context(request: ModelRequest[TurnContext]) -> ModelRequest[TurnContext]:
    if not isinstance(request.model, EmbeddedModel):
        return request
    return request.override(model_settings={**request.model_settings, "turn": request.runtime.context})
