"""Limits of one turn: model calls, tool calls, time, length. Past them the embedded model finishes the answer.

Counting happens inside the model call, so that a turn needs no further graph steps for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from langchain_core.messages import AIMessage

from assistant.context import TurnContext
from assistant.embedded import EmbeddedModel
from assistant.guards.around import Around, Calls, Request, Response


@dataclass(frozen=True)
class Limits:
    """What a chosen model may use in one turn; `characters` is for one reply."""

    model_calls: int = 6
    tool_calls: int = 12
    seconds: float = 120.0
    characters: int = 24_000


LIMITS: Final = Limits()


class LimitGuard(Around):
    """Hands the turn to the embedded model once a limit is reached; the embedded one itself needs two calls."""

    def around(self, request: Request) -> Calls:
        """Check before and after the call."""
        turn = request.runtime.context
        turn.model_calls += 1
        if not _own(request) and turn.model_calls > LIMITS.model_calls:
            turn.hand_over(f"took too long, with no answer after {LIMITS.model_calls} replies")
        elif not _own(request) and turn.age() > LIMITS.seconds:
            turn.hand_over("took too long")
        response = yield request
        return (yield request) if _over(request, response) else response


def _over(request: Request, response: Response) -> bool:
    """Whether the reply asks for more tool calls than are left; then it is dropped and the embedded model asked."""
    turn = request.runtime.context
    if _own(request):
        return False
    reply = response.result[-1] if response.result else None
    turn.tool_calls += len(reply.tool_calls) if isinstance(reply, AIMessage) else 0
    if turn.tool_calls > LIMITS.tool_calls:
        turn.hand_over("asked for too many calculations")
        return True
    return False


def _own(request: Request) -> bool:
    turn: TurnContext = request.runtime.context
    return turn.embedded_only or isinstance(request.model, EmbeddedModel)
