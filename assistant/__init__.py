"""The conversation: the embedded model, the agent, the guards, the answer, and the surfaces."""

from assistant.answer import Answer, Citation
from assistant.core import Assistant

__all__ = ["Answer", "Assistant", "Citation"]
