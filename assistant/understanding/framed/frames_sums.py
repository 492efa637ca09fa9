"""Frames of sums of money: one as a share of another, and a share of one."""

from __future__ import annotations

from typing import Final

from assistant.understanding.filling.frame import Frame
from assistant.understanding.filling.slots import Slot
from assistant.understanding.hedge.layered import FRAME as LAYERED

PART_ASKED: Final = (
    r"\b(?:what|which|how (?:big|large|small|high) an?|how many) (?:percent\w*|pct|share|part|fraction)\b|\bwhat\s?%"
    r"|\bas (?:an? )?(?:percent\w*|share|fraction) of\b|\bin (?:percent|%) of\b|\b(?:percent|pct) (?:is|of)\b"
    r"|\bhow (?:much|big|large) (?:is|are|would|was) (?:that|it|this|the (?:risk|loss|max(?:imum)? loss|cost|profit))\b"
    r"[^?!]{0,12}\bof\b"
)
"""How people ask what share one sum is of another."""

_OPTION_IN_DOLLARS: Final = (
    r"^(?=.*\b(?:premiums?|calls?|puts?|options?)\b)(?=.*(?:\bin (?:dollars?|\$|money)|\bdollars?\s?\?"
    r"|\b(?:do|would|will|must|did) (?:i|we) (?:pay|spend|owe|lay out)\b|\bcosts? (?:me|us)\b"
    r"|\bhow much (?:money|cash|is that)\b))"
)

SUMS: Final = (
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
                r"|\bof (?:a |my |the )?\$?[\d.,]{1,9}\s?[km]?(?: \w{1,9})? (?:is|are)",
                after=r"(?:is|as|makes|are) (?:what|how|a)|(?:risk |loss |cost )?(?:out )?of|in (?:percent|%)|to (?:a|my)",
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
