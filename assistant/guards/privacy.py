"""Hands the turn's context to our own models, and to no other."""

from __future__ import annotations

from assistant.embedded import EmbeddedModel
from assistant.guards.around import Around, Calls, Request
from assistant.guards.watched import WatchedModel


class ContextForOwn(Around):
    """Innermost guard: the context travels as a model setting that only our own classes are ever given."""

    def around(self, request: Request) -> Calls:
        """Add the setting where the model is ours."""
        settings = {**request.model_settings, "turn": request.runtime.context}
        if isinstance(request.model, EmbeddedModel):  # it plans from the catalogue itself: no tool has to be checked and bound
            request = request.override(model_settings=settings, tools=[])
        elif isinstance(request.model, WatchedModel):
            request = request.override(model_settings=settings)
        return (yield request)
