"""Hands the turn's context to our own models, and to no other."""

from __future__ import annotations

from langchain.agents.middleware import ModelResponse

from assistant.embedded import EmbeddedModel
from assistant.guards.around import Around, Calls, Request
from assistant.guards.watched import WatchedModel


class ContextForOwn(Around):
    """Innermost guard: the context travels as a model setting that only our own classes are ever given."""

    def around(self, request: Request) -> Calls:
        """Add the setting where the model is ours; the embedded one answers here.

        It makes no request that could be sent, retried or bound to tools, so the framework's call around it would only
        cost time: as much as the planning does.
        """
        turn = request.runtime.context
        if isinstance(request.model, EmbeddedModel):
            return ModelResponse(result=[request.model.say(request.messages, turn)])
        if isinstance(request.model, WatchedModel):
            request = request.override(model_settings={**request.model_settings, "turn": turn})
        return (yield request)
