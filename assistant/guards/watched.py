"""A chosen chat model, read while it writes: each piece of text goes to the turn's listener as it arrives.

It ends what would not end by itself: a reply without an end, a reply that takes too long, a reply nobody waits for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import uuid4

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, ToolCall
from langchain_core.messages.ai import add_ai_message_chunks
from langchain_core.messages.utils import message_chunk_to_message
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable
from langchain_core.tools import BaseTool
from pydantic import Field

from assistant.context import TurnContext
from assistant.guards.limits import LIMITS


class EndlessReplyError(RuntimeError):
    """A reply longer than any answer, or slower than the time of a turn."""


class WatchedModel(BaseChatModel):
    """Wraps `model`. It takes the turn as the setting `turn`, which never reaches the model itself."""

    model: BaseChatModel
    tags: list[str] | None = Field(default_factory=lambda: ["nostream"])

    @property
    def _llm_type(self) -> str:
        return self.model._llm_type

    def bind_tools(
        self,
        tools: Sequence[dict[str, Any] | type | Callable[..., Any] | BaseTool],
        *,
        tool_choice: str | None = None,
        **kwargs: Any,
    ) -> Runnable[LanguageModelInput, AIMessage]:
        """Bind the tools to the model itself, and the turn to this."""
        turn = kwargs.pop("turn", None)
        return self.bind(turn=turn, bound=self.model.bind_tools(tools, tool_choice=tool_choice, **kwargs))

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        *,
        turn: TurnContext | None = None,
        bound: Runnable[LanguageModelInput, Any] | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        pieces: list[Any] = []  # put together at the end: arguments of a call are parsed again at every addition
        length = 0
        for chunk in (bound or self.model).stream(messages, stop=stop, **kwargs):
            pieces.append(chunk)
            text = str(chunk.text)
            length += len(text) + sum(len(call.get("args") or "") for call in getattr(chunk, "tool_call_chunks", ()))
            if turn is not None:
                if text:
                    turn.hear(text)
                if turn.stopped:
                    raise EndlessReplyError("nobody waits for the reply any more")
                if turn.age() > LIMITS.seconds:
                    raise EndlessReplyError("the reply took too long")
            if length > LIMITS.characters:
                raise EndlessReplyError("the reply had no end")
        return ChatResult(generations=[ChatGeneration(message=_numbered(_whole(pieces)))])


def _whole(pieces: Sequence[Any]) -> AIMessage:
    """The reply that the pieces make up."""
    if not pieces:
        return AIMessage("")
    if not isinstance(pieces[0], AIMessageChunk):
        only: AIMessage = pieces[0]
        return only
    made = message_chunk_to_message(add_ai_message_chunks(*pieces))
    assert isinstance(made, AIMessage)
    return made


def _numbered(reply: AIMessage) -> AIMessage:
    """The same, every call of it with an id of its own: servers leave them out, or give one twice."""
    ids = [call["id"] for call in reply.tool_calls]
    if all(ids) and len(set(ids)) == len(ids):
        return reply
    stem = uuid4().hex[:8]
    calls = [ToolCall(**{**call, "id": f"call_{stem}_{n}"}) for n, call in enumerate(reply.tool_calls)]
    return reply.model_copy(update={"tool_calls": calls})
