"""Citation guard: a mark stands only for a claim that exists; links to sources are ours, never the model's."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Any, Final

from langchain.agents.middleware import AgentMiddleware, ModelRequest, ModelResponse

from assistant.context import TurnContext
from assistant.embedded import EmbeddedModel
from assistant.guards.reply import final_text, with_text
from knowledge import Glossary

MARK: Final = re.compile(r"\[([a-z0-9][a-z0-9-]*:[0-9a-f]{6})\]")
_LINK: Final = re.compile(
    r"!?\[([^\[\]]{0,300})\]\((?:[^()\s]|\([^()\s]{0,300}\)){0,600}\)"
    r"|^[ \t]{0,3}\[[^\[\]\n]{1,300}\]:[ \t]*\S+"
    r"|\b(?:https?://|ftp://|www\.|mailto:|javascript:|data:(?=\w+/))\S+",
    re.IGNORECASE | re.MULTILINE,
)
# A number in brackets would read as one of our marks, which are set only after the guards.
_POSED: Final = re.compile(r"(?<![\w`])\[\d{1,3}(?:,\s?\d{1,3}){0,9}\](?!\()")


class CitationGuard(AgentMiddleware[Any, TurnContext]):
    """Removes marks of claims that do not exist and links that are not ours, and says so."""

    def wrap_model_call(
        self, request: ModelRequest[TurnContext], handler: Callable[[ModelRequest[TurnContext]], ModelResponse[Any]]
    ) -> ModelResponse[Any]:
        """Check the final reply."""
        return _checked(request, handler(request))

    async def awrap_model_call(
        self, request: ModelRequest[TurnContext], handler: Callable[[ModelRequest[TurnContext]], Awaitable[ModelResponse[Any]]]
    ) -> ModelResponse[Any]:
        """The same, asynchronously."""
        return _checked(request, await handler(request))


def without_unknown(text: str, glossary: Glossary, *, posed: bool = True) -> tuple[str, int]:
    """A model's `text` without marks of unknown claims, posed marks and links; and how many of them there were."""
    removed = 0

    def mark(match: re.Match[str]) -> str:
        nonlocal removed
        try:
            glossary.claim(match.group(1))
        except KeyError:
            removed += 1
            return ""
        return match.group()

    def link(match: re.Match[str]) -> str:
        nonlocal removed
        removed += 1
        return match.group(1) or ""

    clean = _LINK.sub(link, MARK.sub(mark, text))
    if not posed:
        return clean, removed
    clean, more = _POSED.subn("", clean)
    return clean, removed + more


def _checked(request: ModelRequest[TurnContext], response: ModelResponse[Any]) -> ModelResponse[Any]:
    text = final_text(response)
    if text is None:
        return response
    turn = request.runtime.context
    own = turn.embedded_only or isinstance(request.model, EmbeddedModel)  # its brackets are a tool's words ("[18]")
    clean, removed = without_unknown(text, turn.index.glossary, posed=not own)
    if not removed:
        return response
    turn.notes.append(
        f"{removed} citation{'s' if removed > 1 else ''} of no known source {'were' if removed > 1 else 'was'} removed."
    )
    return with_text(response, clean)
