"""Frames: for each tool, what a question for it looks like and which number fills which parameter.

One frame a tool; the filling itself is shared (`slots.fill`). A frame fires when its structure is found or its cue and
enough of its slots are. Follow-ups ("and at 1.10?") refill the slots of the frame that was used last.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from assistant.understanding.filling import arithmetic, structures
from assistant.understanding.filling.frame import Frame
from assistant.understanding.filling.payoff_slots import (
    BUTTERFLY_SLOTS,
    CONTRACTS,
    COUNT_AFTER,
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
from assistant.understanding.lines.listed_values import rsi_listed
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

_PRODUCT: Final = r"(?:(?:mini|vix|vx|vxm|spx|index|call|put)[ -]){0,3}(?:futures?|options?|calls?|puts?|minis?|vx|vxm|vix)\b"
_HELD: Final = replace(CONTRACTS, after=rf"{COUNT_AFTER}|{_PRODUCT}")

_OF_TRANCHES: Final = (
    r"^(?=.*\b(?:budget|planned|plan|total|whole|in all|hedg\w+|book|account|portfolio)\b)"
    r"(?=.*\b(?:(?:first|initial|each|every|next|second|per) (?:tranche|layer|slice)"
    r"|(?:tranche|layer|slice)s? (?:one|two|#?[1-9])\b))"
    r"|\bhow many (?:more )?(?:tranches|layers|slices|adds|steps)\b"
)
"""What one tranche of a budget buys, not what all of it buys; or the tranches themselves counted."""

_LEAST: Final = 8.0  # no VIX future has settled as low: "notional of 1" is of one contract

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
    Frame("rsi_extreme", r"\brsi(?:\b|\d)", (), structure=rsi_listed),
    Frame("macd_trigger", r".", (), structure=arithmetic.pasted_spans),
    Frame("macd_trigger", r"\bcross\w*|\bmacd\b|\btrigger\w*", (), structure=structures.short_series),
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
        r"(?:month |vix ){0,2}futures?|roll(?:ing|ed|s)? (?:\w{1,8} ){0,3}from(?= \$?\d))\b|\bvxm?/?[fghjkmnquvxz]\d",
        (),
        structure=structures.curve,
        unless=r"\bcredit|\bdelta\b|\bcalls?\b(?! (?:it|this|that|them)\b)|\bmacd\b|\bbutterfl|\bfl(?:y|ies)\b",
    ),
    Frame(
        "advance_decline",
        r"\ba/?d ?(?:line)?\b|\badv\b|\badvanc\w+|\bbreadth\b"
        r"|\bdeclin\w+",
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
    Frame(
        "units_for_budget",
        r"\bhow many\b|\bcontracts? (?:can|fit|does)|\bfit\b|\bcontracts?\s?\?"
        r"|\brisk(?:ing)? (?:only |just |up to |at most |about |max(?:imum)? )?(?:\d[\d.]{0,5}\s?(?:%|percent) of"
        r"|\$?\d[\d,.]*+k?\b)"
        r"|\bsiz(?:e|ing) (?:it|this|that|me|up)\b|\d\s?(?:%|percent) (?:max(?:imum)? )?risk\b|\bmax(?:imum)? risk\b",
        (
            Slot(
                "unit_cost",
                "the cost or the maximum loss of one unit, in dollars",
                ("plain", "money"),
                before=r"\b(?:max(?:imum)? loss|cost(?:s|ing)?(?: me)?|margin|risk|each|at|price|loses?)(?: of| is| =)?",
                after=r"(?:each|apiece|per (?!trade|position|year|day|month)|a (?:fly|butterfly|contract|spread|condor))",
                required=True,
                low=0.01,
            ),
            Slot(
                "unit_cost",
                "",
                ("plain", "money"),
                after=r"(?:vix )?(?:flies|fly|butterfl\w+|spreads?|condors?)\b",
                broken=True,
            ),
            Slot("unit_cost", units=("money",), after=r"(?:vix )?(?:flies|fly|butterfl\w+|spreads?|condors?)\b", high=5000),
            Slot(
                "unit_cost",
                units=("plain", "money"),
                before=r"\b(?:fly|butterfly|bfly|spread|condor)(?: (?:at|for|is))?",
                broken=True,
            ),
            Slot("share", "", ("percent",), after=r"(?:slice|tranche|layer|opener|piece|chunk)\b", low=0, high=1),
            Slot(
                "share",
                "",
                ("percent",),
                before=r"\b(?:risk\w*|cap(?:ped)?|limit|max\w*)"
                r"(?: (?:cap|limit|rule|budget|loss|of|is|at|up to|max\w*|only|per trade|a trade)){0,3}",
                after=r"(?:max\w* )?(?:of|rule|risk|cap|limit|max\w*|per (?:trade|position)|a trade|account)",
                low=0,
                high=1,
            ),
            Slot(
                "budget",
                "the budget, in dollars",
                ("money", "plain"),
                before=r"\b(?:budget|account|of|with|have|spend)(?: of| is| =)?",
                bare=True,
                required=True,
                low=50,
            ),
        ),
        needs=2,
        unless=_OF_TRANCHES,
    ),
    Frame(
        "contract_value",
        r"\bnotional\b|\b(?:lever(?:ed|age|aged)|geared|gearing)\b(?=[^.!]{0,60}$)|\b(?:drops?|falls?|rises?|gains?|moves?|jumps?|climbs?"
        r"|loses?) (?:by )?\d{1,3}(?:\.\d{1,2})? (?:vol )?points?\b"
        r"(?=[^?!]{0,64}\b(?:futures?|vxm?|minis?)\b)|\bdollar value\b|\bhow much (?:is|are"
        r"|does) (?:\w{1,6} ){0,2}(?:vix |mini )?futures?\b"
        r"|\bpoints? (?:move|rise|fall|drop|gain|jump|swing|change)s?\b(?=[^?!]{0,24}\b(?:contracts?|cars|lots|futures?"
        r"|vxm?|minis?)\b)"
        r"|\bticks?\b(?!er)|\bcontract (?:size|value)\b|\bpoints? (?:on|of|for|in) (?:\d{1,4} |an? |one )?(?:minis?"
        r"|vxm?|futures?)\b"
        r"|\bpoints? (?:on|of|for|in) (?:\d{1,4} |an? |one )?(?:mini )?(?:vix|vx) futures?\b"
        r"|^(?=.*(?:\b(?:dollars?|worth|value|money|exposure|cash|per contract|each)\b|\$))(?=.*\b(?:futures?|vx|vxm"
        r"|mini vix|\d{1,4} minis)\b)",
        (
            Slot(
                "price",
                "the price of the future, in points",
                ("plain", "money"),
                before=r"\b(?:at|price(?: is| of)?|trading at)|@",
                after=r"(?:index )?points?(?: (?:move|rise|fall|drop|gain|jump|swing|change))?\b",
                required=True,
                low=0.01,
                high=20000,
            ),
            Slot("price", units=("plain", "money"), bare=True, low=_LEAST, high=20000),
            _HELD,
            Slot("contracts", units=("plain", "count"), before=r"\bnotional (?:of|for|on)", low=1, high=_LEAST, whole=True),
        ),
        asks=r"\bnotional (?:value )?(?:of|for|on) (?:my )?(?:\d|one|a\b)",
        unless=r"\b\d++ ticks?\b|\bvols?\b|\bvolatility\b(?! (?:drops?|falls?|rises?|moves?|jumps?|gains?|climbs?))"
        r"|\brsi\b|\d\s?-?(?:days?|dte)\b|\bhow many\b(?! dollars)"
        r"|\b(?:calls?|puts?|options?)\b[^?!]{0,24}\bfutures?\b(?! options?)",
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
