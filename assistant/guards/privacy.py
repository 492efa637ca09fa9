"""Hands the turn's context to our own models, and to no other."""

from __future__ import annotations

from assistant.embedded import EmbeddedModel
from assistant.guards.around import Around, Calls, Request
from assistant.guards.watched import WatchedModel


class ContextForOwn(Around):
    """Innermost guard: the context travels as a model setting that only our own classes are ever given."""

    def around(self, request: Request) -> Calls:
        """Add the setting where the model is ours."""
        if isinstance(request.model, (EmbeddedModel, WatchedModel)):
            request = request.override(model_settings={**request.model_settings, "turn": request.runtime.context})
        return (yield request)
