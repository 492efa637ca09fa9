"""The embedded model: a LangChain chat model of ours. No key, no network, no weights; the same words every time.

First call of a turn: it plans (rules and retrieval) and asks for tools. Second call: it words the answer from what the
tools brought. It reads the turn's context from the `turn` setting, which a guard puts there and no other model gets.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, ToolCall, ToolMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable
from langchain_core.tools import BaseTool
from pydantic import Field

from assistant.context import TurnContext
from assistant.session import Call
from assistant.understanding.filling.brought import resolved, waits
from assistant.understanding.plan import Plan
from assistant.understanding.planner import Planner
from assistant.understanding.table.table_named import table_meant
from assistant.wording.reply import reply
from tools.result import Result


class EmbeddedModel(BaseChatModel):
    """Deterministic chat model; tagged "nostream" because its text is shown only once the guards have passed it."""

    tags: list[str] | None = Field(default_factory=lambda: ["nostream"])

    @property
    def _llm_type(self) -> str:
        return "alvh-embedded"

    def bind_tools(
        self,
        tools: Sequence[dict[str, Any] | type | Callable[..., Any] | BaseTool],
        *,
        tool_choice: str | None = None,
        **kwargs: Any,
    ) -> Runnable[LanguageModelInput, AIMessage]:
        """Bind nothing but the settings: the planner knows the catalogue, so no schema has to be read back."""
        return self.bind(**kwargs)

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=self.say(messages, kwargs["turn"]))])

    def say(self, messages: Sequence[BaseMessage], turn: TurnContext) -> AIMessage:
        """The next message of the turn: first the plan with its calls, then the words."""
        start = max(i for i, m in enumerate(messages) if isinstance(m, HumanMessage))
        planned = plan_in(messages[start + 1 :])
        return self._plan(turn) if planned is None else self._go_on(*planned, turn)

    def _plan(self, turn: TurnContext) -> AIMessage:
        message = turn.message
        named = table_meant(message.question, turn.session)
        if named is not None:
            turn.session.use(named)
        plan = Planner(turn.index, turn.session, message.question).plan()
        plan = replace(plan, manner=message.manner, assumed=(*message.assumed, *plan.assumed))
        turn.pending = plan.pending
        ready = [(n, c) for n, c in enumerate(plan.calls) if not waits(c)]
        return AIMessage(content="", tool_calls=_asked(ready), additional_kwargs={"plan": plan})

    def _go_on(self, plan: Plan, told: Sequence[ToolMessage], turn: TurnContext) -> AIMessage:
        """The calls that waited for what others brought, as soon as it is there; once they are made, the words."""
        made = {m.tool_call_id for m in told}
        waiting = [(n, c) for n, c in enumerate(plan.calls) if waits(c) and _id(n) not in made]
        results = [m.artifact for m in told if isinstance(m.artifact, Result)] if waiting else []
        ready = [(n, call) for n, c in waiting if (call := resolved(c, results)) is not None]
        if ready:
            return AIMessage(content="", tool_calls=_asked(ready))
        return self._word(plan, told, turn)

    def _word(self, plan: Plan, told: Sequence[ToolMessage], turn: TurnContext) -> AIMessage:
        broken = next((m for m in told if m.artifact is None), None)
        if broken is not None:  # the planner asked for something the tool's schema does not allow: a fault of ours
            raise RuntimeError(str(broken.text))
        outcomes = [(m.name or "", m.artifact) for m in told]
        draft = reply(plan, outcomes, turn.index.glossary)
        return AIMessage(content=draft.text, additional_kwargs={"draft": draft})


def _asked(calls: Sequence[tuple[int, Call]]) -> list[ToolCall]:
    """The calls, each known again by its place in the plan."""
    return [ToolCall(name=c.tool, args=dict(c.arguments), id=_id(n)) for n, c in calls]


def _id(place: int) -> str:
    return f"call_{place}"


def plan_in(messages: Sequence[BaseMessage]) -> tuple[Plan, list[ToolMessage]] | None:
    """The embedded model's plan among `messages`, and what its own calls brought; what another model asked for is not its."""
    for place, message in enumerate(messages):
        if isinstance(message, AIMessage) and "plan" in message.additional_kwargs:
            return message.additional_kwargs["plan"], [m for m in messages[place:] if isinstance(m, ToolMessage)]
    return None
