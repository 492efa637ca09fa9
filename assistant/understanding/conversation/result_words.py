"""What people call the figures of a result ("pnl" is a profit), and what it may turn out to be ("overbought?", "rising?").

Which of its states a result is in, it says in words of its own ("above 70", "the line ends at"). Here stand both sides of each,
since it is asked for either; nothing here says which one it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_RSI: Final = "overbought oversold overextended stretched extreme extremes"
_BREADTH: Final = (
    "rising falling climbing dropping improving worsening weakening strengthening deteriorating rise fall rose fell broad"
    " positive negative"
)
_CURVE: Final = "contango backwardation backwardated inverted inversion upward downward rising falling steep flat slope"
_LEVEL: Final = "depressed elevated low high"
_CROSS: Final = "bullish bearish trigger triggered crossed cross crossover fired fire signal confirmed"

STATES: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(("rsi_value", "rsi_extreme", "rsi_line", "rsi_ratio"), frozenset(_RSI.split())),
    "advance_decline": frozenset(_BREADTH.split()),
    "term_structure": frozenset(_CURVE.split()),
    **dict.fromkeys(("normalised_level", "depressed_readings"), frozenset(_LEVEL.split())),
    "macd_cross": frozenset(_CROSS.split()),
    **dict.fromkeys(("macd_values", "macd_step", "macd_lines"), frozenset(("bullish", "bearish"))),
}
"""By tool."""

TOLD_AS: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(_RSI.split(), ("above", "below", "between")),
    **dict.fromkeys(_BREADTH.split(), ("line",)),
    **dict.fromkeys(("bullish", "bearish"), ("histogram", "cross")),
    **dict.fromkeys(("inverted", "inversion", "upward", "downward", "steep", "flat"), ("contango", "backwardation")),
}
"""What such a word comes to in the words of the results."""

_PROFITS: Final = ("pnl", "p/l", "p&l", "roi", "return", "pay", "pays", "made", "make", "makes", "earn", "earned", "earns")
MEANS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("be", "bes", "b/e", "breakeven", "breakevens"), "break-evens"),
    **dict.fromkeys(("arb", "arbitrage", "mispricing"), "edge"),
    **dict.fromkeys(("avg", "mean", "blended"), "average"),
    **dict.fromkeys((*_PROFITS, "gain", "gained"), "profit"),
    **dict.fromkeys(("cheaper", "cheapest", "costs", "pricier", "expensive", "dearer"), "cost"),
    **dict.fromkeys(("lose", "lost", "loses", "losing"), "loss"),
    **dict.fromkeys(("leftover", "remaining", "remains", "rest", "remainder", "unspent", "free"), "left"),
    **dict.fromkeys(("help", "helped", "lower"), "lowered"),
    **dict.fromkeys(("peak", "top", "maximum", "worst", "best"), "max"),
    **dict.fromkeys(("day", "bar"), "point"),
    "hist": "histogram",
    **dict.fromkeys(("save", "saves", "saving", "savings"), "saved"),
    **dict.fromkeys(("win", "wins", "winners", "winning"), "won"),
}
UNITS: Final = ("flies", "butterflies", "contracts", "lots")
"""What people call the units of a result."""
OR_ELSE: Final[Mapping[str, tuple[str, ...]]] = {  # what people call a figure that a result has under another name
    **dict.fromkeys(UNITS, ("units",)),
    "cost": ("spent",),
}
