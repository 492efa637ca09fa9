"""The embedded model answers where the chosen one may not (advice, predictions) or does not (failure, empty reply)."""

from __future__ import annotations

import logging

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage

from assistant.context import TurnContext
from assistant.guards.around import Around, Calls, Request, Response
from assistant.guards.notes import UnusableError
from assistant.guards.offered import offer
from assistant.understanding.limits.asking import SURE, judge
from assistant.understanding.limits.scope import decline

logger = logging.getLogger(__name__)


class EmbeddedFallback(Around):
    """One failure ends the chosen model's part in the turn: it is not asked again until the next question."""

    def __init__(self, embedded: BaseChatModel) -> None:
        super().__init__()
        self._embedded = embedded

    def around(self, request: Request) -> Calls:
        """Ask the chosen model unless the turn is the embedded one's."""
        turn: TurnContext = request.runtime.context
        if not self._own(request):
            wanted = offer(request)  # a fault in it is ours, not the model's
            try:
                response = yield wanted
            except UnusableError as unusable:
                turn.hand_over(str(unusable))
            except Exception as error:  # any provider's own error class; it is told to the user below and logged
                turn.hand_over(f"could not be reached or failed ({type(error).__name__})")
            else:
                if _usable(response):
                    return response
                turn.hand_over("gave an empty reply")
            logger.warning("model %s: %s", type(request.model).__name__, turn.notes[-1])
        return (yield request if request.model is self._embedded else request.override(model=self._embedded))

    def _own(self, request: Request) -> bool:
        turn = request.runtime.context
        if request.model is self._embedded or turn.embedded_only:
            return True
        ruled = decline(turn.question, in_domain=bool(turn.index.mentions(turn.question)))
        turn.embedded_only = ruled is not None or _judged(turn)
        return turn.embedded_only


def _judged(turn: TurnContext) -> bool:
    """Whether all its words together ask for advice or a prediction, where no rule has said so."""
    why, lead = judge(turn.question, turn.index)
    return why in ("advice", "prediction") and lead > SURE


def _usable(response: Response) -> bool:
    reply = response.result[-1] if response.result else None
    return isinstance(reply, AIMessage) and bool(reply.tool_calls or str(reply.text).strip())
