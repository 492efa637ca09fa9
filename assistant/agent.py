"""The one agent: a list of tools and a list of guards. The model is the embedded one or any that LangChain knows."""

from __future__ import annotations

from typing import Any

from langchain.agents import create_agent
from langchain_core.language_models import BaseChatModel

from assistant.agent_tool import in_place
from assistant.context import TurnContext
from assistant.guards.around import InTurn
from assistant.guards.fallback import EmbeddedFallback
from assistant.guards.gate import SentenceGate
from assistant.guards.limits import LimitGuard
from assistant.guards.privacy import ContextForOwn
from assistant.guards.watched import WatchedModel
from assistant.prompt import SYSTEM_PROMPT
from assistant.toolbox import build_tools


def build_agent(model: BaseChatModel, embedded: BaseChatModel) -> Any:
    """The compiled graph. Guards see every reply before it enters the state; the outermost stands first."""
    return in_place(
        create_agent(
            model=model if model is embedded else WatchedModel(model=model),
            tools=build_tools(),
            system_prompt=SYSTEM_PROMPT,
            middleware=[InTurn(LimitGuard(), EmbeddedFallback(embedded), SentenceGate(), ContextForOwn())],
            context_schema=TurnContext,
        )
    )
