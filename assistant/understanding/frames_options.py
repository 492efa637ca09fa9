"""Frames of options before expiry: Black-76, implied volatility and put–call parity."""

from __future__ import annotations

from typing import Final

from assistant.understanding import pricing
from assistant.understanding.frame import Frame
from assistant.understanding.slots import Slot

_FUTURE: Final = Slot(
    "forward",
    "the price of the future of the same expiry",
    ("plain", "money"),
    before=r"\b(?:futures?|forward|vx)(?: (?:price|is|at|of|=))*",
    required=True,
    low=0.01,
)
_TIME: Final = Slot(
    "years",
    "the time to expiry, in days",
    ("plain", "count"),
    after=r"(?:calendar )?(?:days?|dte)\b",
    required=True,
    low=0,
    scale=1 / 365,
)
_VOL: Final = Slot(
    "vol", "", ("percent",), before=r"\b(?:vol\w*|iv)(?: (?:is|at|of))*", after=r"(?:implied )?(?:vol\w*|iv)\b", low=0.001
)
_IV: Final = r"\b(?:implied vol\w*|iv|implied)\b"

OPTIONS: Final = (
    Frame("implied_volatility", _IV, (_FUTURE, _TIME), structure=pricing.quoted, asks=_IV, unless=r"\b10-?\s?delta\b|#"),
    Frame(
        "black76",
        r"\bblack|\bprice|\bworth\b|\bvalue\b|\bdelta\b|\bgreeks?\b|\bgamma\b|\bvega\b|\btheta\b",
        (_FUTURE, _TIME, _VOL),
        structure=pricing.priced,
        asks=r"\b(?:black|price|worth|value|delta|greeks?|gamma|vega|theta)\b",
    ),
    Frame(
        "parity",
        r"\bparity\b|\bconversion\b|\breversal\b|\barb\w*\b",
        (Slot("forward", "the price of the future (or forward) of the same expiry", required=True),),
        structure=pricing.sides,
        asks=r"\bparity\b|\bconversion\b|\breversal\b|\barb\w*\b",
    ),
)
