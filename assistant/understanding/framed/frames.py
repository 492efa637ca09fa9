"""Frames: for each tool, what a question for it looks like and which number fills which parameter.

One frame a tool; the filling itself is shared (`slots.fill`). A frame fires when its structure is found or its cue and
enough of its slots are. Follow-ups ("and at 1.10?") refill the slots of the frame that was used last.
"""

from __future__ import annotations

from typing import Final

from assistant.understanding.filling import macd_spans, structures
from assistant.understanding.filling.frame import Frame
from assistant.understanding.filling.payoff_slots import (
    BUTTERFLY_SLOTS,
    CONTRACTS,
    FEES,
    LEVEL,
    NO_LEVEL,
    SETTLEMENT,
)
from assistant.understanding.filling.slots import Slot
from assistant.understanding.filling.targets import TARGETS
from assistant.understanding.framed.frames_arithmetic import ARITHMETIC
from assistant.understanding.framed.frames_by_hand import BY_HAND
from assistant.understanding.framed.frames_options import OPTIONS
from assistant.understanding.framed.frames_readings import READINGS, RESCALED
from assistant.understanding.framed.frames_sums import SUMS
from assistant.understanding.framed.frames_tranches import TRANCHES
from assistant.understanding.framed.packages import PACKAGES
from assistant.understanding.lines.bars import bars
from assistant.understanding.lines.listed_values import rsi_listed, rsi_readings
from assistant.understanding.positions.exits import FRAME as STAGED_EXIT
from assistant.understanding.positions.future_trades import FUTURE_TRADES
from assistant.understanding.positions.implied_flies import FRAME as IMPLIED_FLY
from assistant.understanding.positions.leg_structures import legs
from assistant.understanding.positions.marked import FRAME as MARKED
from assistant.understanding.positions.purchases import fills
from assistant.understanding.positions.spreads import named_spread
from assistant.understanding.positions.trades import EXIT_FOR_TARGET
from assistant.understanding.positions.trades import FRAME as ROUND_TRIP

_FLY = r"\b(?:butterfl\w*|b?fly|flies|bflies|wings?)\b"


_TRADED: Final = (
    r"\b(?:bought|sold|own|hold|held|settle\w*|settling|vro|soq|prints?|printed|expir\w*|finish\w*|lands?|pins?)\b|"
)
"""Words that say that three strikes are a trade, and no other three numbers."""

_SOLD_ROW: Final = r"\b(?:sold|short(?:ed)?|sell(?:ing)?|wrote) (?:[\w.]{1,8} ){0,3}\d++(?:\.\d++)?[/-]\d++(?:\.\d++)?[/-]\d"
"""Three strikes that are sold, whatever they are called."""

_ASK_PROFIT: Final = (
    r"\b(?:break-? ?evens?|be'?s?|max\w*|p/?l|pnl|profit|loss|payoff|range|risk|reward|"
    r"width|worth|lose|make|zone|cost\w*|debit|price[ds]?|(?:money|debit|\.?\d++|it|that|stake) back|whole)\b"
)

_STOP: Final = Slot(  # a price at which one gets out; of options it would be a premium
    "settlement",
    before=r"\b(?:stop(?:ped)?(?: out)?|sl|target(?:ing|s)?|tp|take profit|out|exit(?:ing|ed)?|get out|got out|sell"
    r"|sold)(?: (?:is|at|of|it|them|all)){0,2}",
    other=NO_LEVEL,
    low=5,
)
_EXIT: Final = Slot("settlement", before=r"\bfrom \$?[\d.]{1,9} to", other=NO_LEVEL, low=0)

FRAMES: Final = (
    RESCALED,
    *BY_HAND,
    *READINGS,
    IMPLIED_FLY,
    *ARITHMETIC,
    *OPTIONS,
    STAGED_EXIT,
    *FUTURE_TRADES,
    EXIT_FOR_TARGET,
    ROUND_TRIP,
    MARKED,
    Frame("position", r".", (*TARGETS, SETTLEMENT, LEVEL, _EXIT, _STOP, CONTRACTS, FEES), structure=legs),
    Frame(
        "position",
        r"\b(?:condors?|spreads?|verticals?|bull (?:put|call)s?|bear (?:put|call)s?|straddles?|strangles?"
        r"|iron (?:fl(?:y|ies)|butterfl\w+))\b",
        TARGETS,
        structure=named_spread,
    ),
    *PACKAGES,
    Frame("position", _FLY + r"|\bcredit\b|" + _SOLD_ROW, (*TARGETS, SETTLEMENT, LEVEL, CONTRACTS), structure=structures.sold),
    Frame(
        "butterfly_value",
        _TRADED + _FLY + r"|strikes|\b(?:worth|value)\b",
        (SETTLEMENT, LEVEL, CONTRACTS),
        structure=structures.strikes,
    ),
    Frame(
        "butterfly",
        _FLY
        + r"|debit|credit|\btrad(?:es|ing)\b|\btoo (?:much|rich|high|steep|dear)\b|expensive|overpriced|"
        + _TRADED
        + r"\bstrikes?\b|\bpa(?:ys?|id|ying)\b|\d[/-]\d++(?:\.\d++)?,? \$?\.?\d|(?:\b(?:for|at)|@)\s*\$?[\d.]|"
        + _ASK_PROFIT,
        BUTTERFLY_SLOTS,
        structure=structures.strikes,
        asks=_ASK_PROFIT
        + r"|\b(?:i|we)(?:'ve| have| just| had)? (?:bought|own|hold|got|sold|put on)\b|^\W*(?:bought|bot|got)\b",
        unless=r"\b(?:dte|tiers?|layers?|4/4/2|days(?! (?:left|to go|to expiry)))\b",
        lacking="the three strikes, lowest first",
        numberless=True,
        thing=_FLY,
    ),
    Frame("rsi_line", r"\brsi\b", structure=rsi_readings),
    Frame("rsi_extreme", r"\brsi(?:\b|\d)", (), structure=rsi_listed),
    Frame("macd_trigger", r".", (), structure=macd_spans.pasted_spans),
    Frame(
        "macd_trigger",
        r"\bcross\w*|\bmacd\b|\btrigger\w*|\biv\b.{0,16}\b(?:last|past) \d (?:days|weeks|closes|bars)\b",
        (),
        structure=structures.short_series,
    ),
    Frame(
        "macd_cross",
        r"\bmacd\b|\bsig(?:nal)?\b|\bhist|\bcross\w*|\btrigger\w*|\bfire[sd]?\b|(?<![\w.,)])[-−]0?\.\d",
        (),
        structure=bars,
    ),
    Frame(
        "term_structure",
        r"\b(?:contango|backwardat\w+|slopes?|front|vx1|m1|vx2|m2|curve|strip|roll yield|term structure"
        r"|(?:first|1st|near(?:est|by)?) "
        r"(?:month |vix ){0,2}futures?|roll(?:ing|ed|s)? (?:\w{1,8} ){0,3}from(?= \$?\d))\b|\bvxm?/?[fghjkmnquvxz]\d"
        r"|\bmonths? 1,? 2\b|\b1,? 2,? (?:\d,? ){0,6}months?\b",
        (),
        structure=structures.curve,
        unless=r"\bcredit|\bdelta\b|\bcalls?\b(?! (?:it|this|that|them)\b)|\bmacd\b|\bbutterfl|\bfl(?:y|ies)\b",
    ),
    Frame(
        "advance_decline",
        r"\ba/?d ?(?:line)?\b|\badv\b|\badvanc\w+|\bbreadth\b"
        r"|\bdeclin\w+|\d (?:\w{4,8} )?up\b[ ,;&/]{1,3}(?:and )?\d[\d,]*+ (?:\w{4,8} )?down\b",
        (),
        structure=structures.breadth,
    ),
    Frame(
        "staged_cost",
        r"\b(?:lower\w*|averag\w*|blended|cost|layer\w*|stag\w+|avg|wacc|vwap|sumproduct|fills?|tranches?|mean|all at once"
        r"|sav(?:ed|es|ing)|total(?! of))\b"
        r"|%\s?(?:more )?(?:at|@) [^%]{1,24}%\s?(?:more )?(?:at|@)",
        (),
        structure=fills,
    ),
    Frame(
        "staged_cost",
        r"^\W*(?:i |we )?(?:bought|buy|bot|got|filled|fills?)\b",
        (),
        structure=fills,
        unless=r"\d\s?[/-]\s?\d|\b(?:calls?|puts?|sold|sell|sld|short|strikes?|vix|vx|minis?)\b|\d[cp]\b",
    ),
    *SUMS,
    *TRANCHES,
)
NUMBERLESS: Final = tuple(frame for frame in FRAMES if frame.numberless)
BY_TOOL: Final = {frame.tool: frame for frame in FRAMES}
FRAMES_OF: Final = {tool: tuple(f for f in FRAMES if f.tool == tool) for tool in BY_TOOL}


def ready() -> None:
    """Compile the patterns of all frames now rather than inside the first questions that need them."""
    for frame in FRAMES:
        frame.ready()
