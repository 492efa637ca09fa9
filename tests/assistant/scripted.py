"""Tiny chat models that play a written part, and keep what they were sent."""

from collections.abc import Callable, Sequence
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from pydantic import Field

Line = str | AIMessage | Exception | Callable[[list[BaseMessage]], "str | AIMessage"]


class Scripted(BaseChatModel):
    """Says its lines one after the other; the last one again and again. An exception among them is raised."""

    lines: list[Any]
    requests: list[list[BaseMessage]] = Field(default_factory=list)
    settings: list[dict[str, Any]] = Field(default_factory=list)
    schemas: list[Any] = Field(default_factory=list)

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def bind_tools(self, tools: Sequence[Any], *, tool_choice: Any = None, **kwargs: Any) -> Any:
        """Keep the tools that are offered."""
        self.schemas.append(list(tools))
        return self.bind(**kwargs)

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        line = self.lines[min(len(self.requests), len(self.lines) - 1)]
        self.requests.append(list(messages))
        self.settings.append(kwargs)
        if isinstance(line, Exception):
            raise line
        said = line(messages) if callable(line) else line
        message = said if isinstance(said, AIMessage) else AIMessage(said)
        return ChatResult(generations=[ChatGeneration(message=message.model_copy())])


def calling(name: str, /, **arguments: Any) -> AIMessage:
    """A reply that calls one tool."""
    return AIMessage("", tool_calls=[{"name": name, "args": arguments, "id": f"call-{name}"}])
