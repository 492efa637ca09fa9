"""The embedded model answers where the chosen one may not (advice, predictions) or does not (failure, empty reply)."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from langchain.agents.middleware import AgentMiddleware, ModelRequest, ModelResponse
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage

from assistant.context import TurnContext
from assistant.understanding.scope import decline

logger = logging.getLogger(__name__)


class EmbeddedFallback(AgentMiddleware[Any, TurnContext]):
    """One failure ends the chosen model's part in the turn: it is not asked again until the next question."""

    def __init__(self, embedded: BaseChatModel) -> None:
        super().__init__()
        self._embedded = embedded

    def wrap_model_call(
        self, request: ModelRequest[TurnContext], handler: Callable[[ModelRequest[TurnContext]], ModelResponse[Any]]
    ) -> ModelResponse[Any]:
        """Ask the chosen model unless the turn is the embedded one's."""
        if not self._own(request):
            try:
                response = handler(request)
                if _usable(response):
                    return response
                self._give_up(request, "gave an empty reply")
            except Exception as error:  # any provider's own error class; it is told to the user below and logged
                self._give_up(request, _reason(error))
        return handler(request.override(model=self._embedded))

    async def awrap_model_call(
        self, request: ModelRequest[TurnContext], handler: Callable[[ModelRequest[TurnContext]], Awaitable[ModelResponse[Any]]]
    ) -> ModelResponse[Any]:
        """The same, asynchronously."""
        if not self._own(request):
            try:
                response = await handler(request)
                if _usable(response):
                    return response
                self._give_up(request, "gave an empty reply")
            except Exception as error:  # any provider's own error class; it is told to the user below and logged
                self._give_up(request, _reason(error))
        return await handler(request.override(model=self._embedded))

    def _own(self, request: ModelRequest[TurnContext]) -> bool:
        turn = request.runtime.context
        if request.model is self._embedded or turn.embedded_only:
            return True
        if decline(turn.question, in_domain=bool(turn.index.mentions(turn.question))) is not None:
            turn.embedded_only = True
        return turn.embedded_only

    def _give_up(self, request: ModelRequest[TurnContext], why: str) -> None:
        turn = request.runtime.context
        turn.embedded_only = True
        turn.notes.append(f"The chosen model {why}; the embedded model answered instead.")
        logger.warning("model %s: %s", type(request.model).__name__, why)


def _usable(response: ModelResponse[Any]) -> bool:
    reply = response.result[-1] if response.result else None
    return isinstance(reply, AIMessage) and bool(reply.tool_calls or str(reply.text).strip())


def _reason(error: Exception) -> str:
    return f"could not be reached or failed ({type(error).__name__})"
