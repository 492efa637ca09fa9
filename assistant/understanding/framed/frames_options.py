"""Frames of options before expiry: Black-76, implied volatility, put–call parity, butterflies before expiry."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from assistant.understanding.filling.frame import Frame
from assistant.understanding.filling.slots import Slot
from assistant.understanding.positions import early_flies, pricing
from assistant.understanding.positions.moves_told import FRAME as EXPECTED_MOVE

_FUTURE: Final = Slot(
    "forward",
    "the price of the future of the same expiry",
    ("plain", "money"),
    before=r"\b(?:futures?|futs?|forward|vx)(?: (?:price|is|at|of|=))*",
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
    "vol",
    "",
    ("percent",),
    before=r"\b(?:vol\w*|iv)(?: (?:is|at|of|to|goes|rises|falls|drops|jumps|spikes|was))*",
    after=r"(?:implied )?(?:vol\w*|iv)\b",
    low=0.001,
)
_VOL_ASKED: Final = replace(_VOL, required=True, ask="the volatility, in percent")
_IV: Final = r"\b(?:implied vol\w*|iv|implied|(?:what|which) vol\w*)\b"

_EARLY: Final = r"\b(?:worth|value|price[ds]?|greeks?|delta|gamma|vega|theta|today|now|early|left)\b"
_DAYS: Final = Slot("days", "the days to expiry", required=True)
_CHANCE: Final = r"\b(?:chances?|probabilit\w+|odds|likel\w+)\b"

OPTIONS: Final = (
    EXPECTED_MOVE,
    Frame(
        "time_shift",
        r"\btime[- ]?shift|\bheat ?map|\bover time\b|\bas (?:time|days) pass|\bdays pass|\bover (?:the next )?\d{1,3} days\b",
        (_FUTURE, _DAYS),
        structure=early_flies.shifted,
        asks=r".",
    ),
    Frame(
        "butterfly_value_today",
        rf"{_EARLY}|^(?=.*\bvol|.*\biv\b)(?=.*\d\s?-?(?:days?|dte)\b)(?=.*\b(?:futures?|forward|fut|vx)\b)",
        (_FUTURE, _TIME, Slot("vol_body", "the volatility, in percent: one for all strikes, or one for each", required=True)),
        structure=early_flies.today,
        asks=_EARLY,
    ),
    Frame("wing_adjustment", r"\brsi\b", structure=early_flies.adjusted),
    Frame(
        "finish_chance",
        _CHANCE,
        (_FUTURE, _TIME, _VOL_ASKED),
        structure=early_flies.stretch,
        asks=_CHANCE,
    ),
    Frame(
        "implied_volatility",
        _IV,
        (_FUTURE, _TIME),
        structure=pricing.quoted,
        asks=_IV,
        unless=r"\b(?:10|ten)-?\s?delta\b|#|\b(?:iv|implied vol\w*)(?: is| of| at)? ?[=:]? ?\d[\d.]*\s?%",
    ),
    Frame(
        "black76",
        r"\bblack|\bprice|\bworth\b|\bvalue\b|\bdelta\b|\bgreeks?\b|\bgamma\b|\bvega\b|\btheta\b"
        r"|^(?=.*\d ?(?:-?strike )?(?:vix |spx )?(?:calls?|puts?|[cp])\b)(?=.*\b(?:vols?|iv|volatility)\b)"
        r"(?=.*\d ?(?:days?|dte|weeks?|months?)\b)",
        (_FUTURE, _TIME, _VOL),
        structure=pricing.priced,
        holds=("black", "price", "pricing", "worth", "value", "delta", "greek", "gamma", "vega", "theta", "vol", "iv"),
        asks=r"\b(?:black|price|worth|value|delta|greeks?|gamma|vega|theta)\b",
    ),
    Frame(
        "black76",
        pricing.UNSTRUCK,
        (
            Slot("strike", "the strike", required=True),
            replace(_FUTURE, before=r""),
            replace(_TIME, after=""),
            Slot("vol", "the volatility of that strike, in percent", required=True),
        ),
        structure=pricing.unstruck,
        asks=r".",
        numberless=True,
    ),
    Frame(
        "pair_forward",
        r"\b(?:forwards?|futures?)\b",
        structure=pricing.pair,
        unless=r"\bparity\b(?! (?:impl|say|give|forward))|\bconversion\b|\breversal\b|\barb\w*\b|\bvols?\b|\bvolatility\b",
    ),
    Frame(
        "parity",
        r"\bparity\b|\bconversion\b|\breversal\b|\barb\w*\b"
        r"|^(?=.*\bcalls? \d[\d.]*\s?[/x-]\s?\d)(?=.*\bputs? \d[\d.]*\s?[/x-]\s?\d)(?=.*\b(?:futures?|forward)\b)",
        (Slot("forward", "the price of the future (or forward) of the same expiry", required=True),),
        structure=pricing.sides,
        asks=r"\bparity\b|\bconversion\b|\breversal\b|\barb\w*\b",
    ),
)
