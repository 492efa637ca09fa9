"""Frames of breadth typed by hand: two pivots of an index and its A/D line, and the net advances behind the line."""

from __future__ import annotations

from typing import Final

from assistant.understanding.filling.frame import Frame
from assistant.understanding.lines import breadth_told, pivots_told

STRIKES: Final = r"\bstrikes?\b|"
TRADE: Final = rf"\bfl(?:y|ies)\b|\bbutterfl|{STRIKES}\bdebit\b|\btranche|\$"

BREADTH: Final = (
    Frame(
        "two_pivots",
        r"^(?=.*(?:\ba/?d\b|\badvance[- ]decline|\bbreadth\b))(?=.*\b(?:index|spx|s&p|spy|price|market)\b)",
        structure=pivots_told.two,
        unless=TRADE,
    ),
    Frame(
        "net_left",
        r"\ba/?d\b|\badvance[- ]decline\b|\bbreadth\b",
        structure=breadth_told.left,
        unless=r"\b(?:index|spx|s&p|spy|price|market|rsi|macd)\b|" + TRADE,
    ),
    Frame(
        "advance_decline",
        breadth_told.CUE,
        structure=breadth_told.nets,
        unless=r"\bdebit|\bcredit|\bpresent value|\birr\b|\bcosts?\b|" + TRADE.removesuffix(r"|\$"),
    ),
)
