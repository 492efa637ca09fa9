"""Deterministic functions on numbers and tables; knows nothing of chat, glossary, LangChain or Gradio."""

from tools.butterfly import Butterfly, butterfly, butterfly_break_evens
from tools.catalogue import CATALOGUE
from tools.disclaimer import SHORT as DISCLAIMER
from tools.errors import ToolError
from tools.methodology import METHOD
from tools.position import Leg, Position, position
from tools.quotes import ButterflyQuote, butterfly_quote

__all__ = [
    "CATALOGUE",
    "DISCLAIMER",
    "METHOD",
    "Butterfly",
    "ButterflyQuote",
    "Leg",
    "Position",
    "ToolError",
    "butterfly",
    "butterfly_break_evens",
    "butterfly_quote",
    "position",
]
