"""Deterministic functions on numbers and tables; knows nothing of chat, glossary, LangChain or Gradio."""

from tools.butterfly import Butterfly, butterfly, butterfly_break_evens
from tools.position import Leg, Position, position
from tools.quotes import ButterflyQuote, butterfly_quote

__all__ = [
    "Butterfly",
    "ButterflyQuote",
    "Leg",
    "Position",
    "butterfly",
    "butterfly_break_evens",
    "butterfly_quote",
    "position",
]
