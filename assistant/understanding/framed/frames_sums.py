"""Frames of sums of money: units that one buys, what a contract stands for, one as a share of another, a share of one."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from assistant.understanding.filling.frame import Frame
from assistant.understanding.filling.payoff_slots import CONTRACTS, COUNT_AFTER
from assistant.understanding.filling.slots import Slot
from assistant.understanding.hedge.layered import FRAME as LAYERED
from assistant.understanding.positions.flows_told import results_told

PART_ASKED: Final = (
    r"\b(?:what|which|how (?:big|large|small|high) an?|how many) (?:percent\w*|pct|share|part|fraction)\b|\bwhat\s?%"
    r"|\bas (?:an? )?(?:percent\w*|share|fraction) of\b|\bin (?:percent|%) of\b|\b(?:percent|pct) (?:is|of)\b"
    r"|\bhow (?:much|big|large) (?:is|are|would|was) (?:that|it|this|the (?:risk|loss|max(?:imum)? loss|cost|profit))\b"
    r"[^?!]{0,12}\bof\b"
    r"|\bhow much of (?:an? |my |the |our |your ){0,2}\$?\d[\d,.]{0,9} ?[km]?(?: [a-z]{1,9}){0,2}"
    r" (?:is|are|was|would) (?:that|this|it)\b"
)
"""How people ask what share one sum is of another."""

_OPTION_IN_DOLLARS: Final = (
    r"^(?=.*\b(?:premiums?|calls?|puts?|options?)\b)(?=.*(?:\bin (?:dollars?|\$|money)|\bdollars?\s?\?"
    r"|\b(?:do|would|will|must|did) (?:i|we) (?:pay|spend|owe|lay out)\b|\bcosts? (?:me|us)\b"
    r"|\bhow much (?:money|cash|is that)\b))"
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

SUMS: Final = (
    Frame(
        "running_total",
        r"^(?=.*\b(?:running|cumul\w*|totals?|sum|altogether|in all|add(?:s|ed)? up|net)\b)"
        r"(?=.*\b(?:p ?/ ?l|p&l|pnl|profits?|results?|gains?|loss(?:es)?)\b)",
        structure=results_told,
        unless=r"\badv\w*|\bdecl\w*|\bhist|\bmacd\b|\brsi\b|\btranche|\bflows?\b|\birr\b|\bstrikes?\b|\bavg\b|\baverage\b",
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
        holds=("notional", "lever", "gear", "point", "dollar value", "future", "tick", "contract ", "vx", "mini"),
        asks=r"\bnotional (?:value )?(?:of|for|on) (?:my )?(?:\d|one|a\b)",
        unless=r"\b\d++ ticks?\b|\bvols?\b|\bvolatility\b(?! (?:drops?|falls?|rises?|moves?|jumps?|gains?|climbs?))"
        r"|\brsi\b|\d\s?-?(?:days?|dte)\b|\bhow many\b(?! dollars)"
        r"|\b(?:calls?|puts?|options?)\b[^?!]{0,24}\bfutures?\b(?! options?)",
    ),
    LAYERED,
    Frame(
        "contract_value",
        _OPTION_IN_DOLLARS,
        (
            Slot(
                "price",
                "the price of the option, in points",
                before=r"\b(?:premium|price[ds]?|quoted|costs?|trad(?:es|ing)|at|for)(?: (?:of|is|at|=)){0,2}|@",
                after=r"(?:premium|points?)\b",
                required=True,
                low=0.01,
                high=1000,
            ),
            Slot(
                "contracts",
                units=("plain", "count"),
                before=r"\bx",
                after=r"(?:vix|spx) (?:calls|puts|options)\b",
                low=1,
                whole=True,
            ),
        ),
        unless=r"\bvols?\b|\bvolatility\b|\brsi\b|\d\s?-?(?:days?|dte)\b|\bsettle|\b(?:fly|flies|butterfl|spread"
        r"|condor)|\biv\b",
    ),
    Frame(
        "part_of",
        PART_ASKED,
        (
            Slot(
                "amount",
                "the sum that is a part, in dollars",
                ("money", "plain"),
                before=r"(?:percent\w*|%|share|part|fraction|much) (?:is|are|was)(?: (?:a|my|the))?"
                r"|\bof (?:a |my |the )?\$?[\d.,]{1,9}\s?[km]?(?: \w{1,9})? (?:is|are)(?: (?:an?|my|the))?",
                after=r"(?:is|as|makes|are) (?:what|how|an? (?=share|percent|part|fraction|portion))|(?:risk |loss "
                r"|cost )?(?:out )?of|in (?:percent|%)|to (?:a|my)",
                required=True,
                low=0,
            ),
            Slot(
                "whole",
                "the sum that it is a part of, in dollars",
                ("money", "plain"),
                before=r"\b(?:of|to)(?: (?:a|an|my|the|your|our|his))?",
                after=r"(?:account|portfolio|capital|budget|stake)",
                required=True,
                low=1,
            ),
        ),
        needs=2,
        unless=r"\d\s?(?:%|percent)",
    ),
    Frame(
        "budget_split",
        r"^\W*(?:what(?:'s| is) |whats |how much is )?\d++(?:\.\d++)?\s?(?:%|percent) of (?:my |a |the "
        r"|our )?\$?[\d,.]++\s?k?"
        r"(?: (?:hedge )?(?:budget|account|dollars?))?\W*$",
        (
            Slot("deployed", "the share, in percent", ("percent",), bare=True, required=True, low=0, high=1),
            Slot("budget", "the sum, in dollars", ("money", "plain"), bare=True, required=True, low=1),
        ),
        needs=2,
    ),
    Frame(
        "budget_split",
        r"\b(?:deploy\w*|undrawn|drawn|idle|utili[sz]\w*|headroom|spen[dt]|used|left|remain\w*|invested|in so far"
        r"|committed|put on|put in)\b"
        r"|%\s(?:is |already )?in\b(?! (?:the|a|my|vix|hedg))|\bto work\b|\bhow much (?:is|are|would) (?:that|it"
        r"|this)\b.{0,8}\bof\b",
        (
            Slot("deployed", "the share already deployed, in percent", ("percent",), bare=True, required=True, low=0, high=1),
            Slot(
                "budget",
                "the hedge budget, in dollars",
                ("money", "plain"),
                before=r"\b(?:budget|hedge|of)(?: of| is| =)?",
                bare=True,
                required=True,
                low=50,
            ),
        ),
        needs=2,
    ),
)
