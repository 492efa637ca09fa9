"""Slots of positions with a payoff: how people write the contracts, the debit, the settlement, fees and the multiplier.

The order counts: a number goes to the first slot whose words stand beside it, and "at" says least.
"""

from __future__ import annotations

from typing import Final

from assistant.understanding.slots import Slot
from assistant.understanding.targets import TARGETS

COUNT_AFTER = (
    r"(?:vix |call |otm ){0,3}(?:x\b|contracts?|lots?|butterfl\w+|flies\b|spreads?\b|condors?\b"
    r"|cars?\b|of (?:them|the|these|those|my)\b)"
)

CONTRACTS: Final = Slot(
    "contracts",
    "the number of contracts",
    ("plain", "count"),
    before=r"\bx|contracts|\bn\s?(?==)|\bmake it|times|\b(?:on|for|of) all(?: of)?(?: the)?|\b(?:p/?l|pnl|p&l|profit"
    r"|loss|payoff|result|total) (?:for|on)",
    after=COUNT_AFTER
    + r"|(?:of )?(?:the )?(?:vix )?(?:b?fly |butterfly )?(?:of )?(?:the )?\d++(?:\.\d++)?[/-]\d++(?:\.\d++)?[/-]\d",
    other=r"(?:of (?:the |an? )?|x )?\d++(?:\.\d++)? ?-?(?:c|p|calls?|puts?)",
    low=1,
    high=1e6,
    whole=True,
)
HAD: Final = Slot(  # "paid .95 and had 6"
    "contracts",
    units=("plain", "count"),
    before=r"\b(?:had|have|own|owned|hold|held|holding|with)(?: only| just)?",
    after=r"(?=\W*$|\s?,|\s(?:and|but|at|for|paid)\b)",
    both=True,
    low=1,
    high=1e6,
    whole=True,
)
_NO_PRICE: Final = r"days?|d|weeks?|wks?|months?|dte|years?|contracts?|lots?"
NO_LEVEL: Final = rf"c|p|calls?|puts?|strikes?|{_NO_PRICE}"
"""After a number that is no level of an index: the strike of an option, a time, a number of contracts."""

SETTLEMENT: Final = Slot(
    "settlement",
    "the settlement value",
    before=r"\b(?:settle[sd]?(?: at)?|settlement(?: (?:value|price|level))?(?: at| of| came in| is"
    r"| was)?(?: at)?|settling at|vro(?: is| prints?"
    r"| printed| at| of| was| came(?: in| out)?(?: at)?| (?:had |has )?been)?"
    r"|prints?|printed|\bprint (?:is|was|of|at)|expir(?:es?|ing|ed)(?: at| with (?:the )?vix(?: at)?)?|pin(?:s|ned)?(?: at)?|"
    r"finish(?:es|ed|ing)?(?: at)?|exit(?:s|ed)? at|end(?:s|ing|ed)?(?: up)?(?: at)?|closes?(?: at)?|(?:goes|went|going|"
    r"moves?|moved|rises?|spikes?|jumps?|falls?|drops?|shoots?) (?:up |down )?to|"
    r"lands? (?:at|on)|(?:comes?|came) (?:in|out)(?: at)?|(?:if )?(?:the )?vix (?:is|=|hits|at)(?: at)?"
    r"|if (?:the )?vix|soq(?: is| of| at)?|\bat (?:expiry|expiration|settlement)(?: (?:of|at|with)(?: vix)?(?: at)?)?)",
    after=r"(?:settlement|at (?:expiry|expiration|settlement)|settle\b(?!\W{0,3}(?:at\W)?\.?\d))",
    other=NO_LEVEL,
    low=0,
)
LEVEL: Final = Slot(
    "settlement",
    before=r"(?<!max )(?<!maximum )\b(?:p/?l|pnl|p&l|profit|loss|gain|make|lose|worth|value|payoff)"
    r"(?: (?:on|of) (?:it|this|that))?(?: if| when)?(?: vix)?(?: is)? at",
    other=NO_LEVEL,
    low=5,
)
_AT: Final = Slot("settlement", before=r"\b(?:at|when|if|say)", other=NO_LEVEL, low=5)
_PAID: Final = (
    r"\b(?:for(?: an?)?|d(?==)|paid|pay|paying|cost(?:s|ing)?(?: me| us)?|debit(?: of| is| was| at)?|price(?:d)?(?: at| of)?|"
    r"premium(?: of)?|bought(?: it)? (?:at|for))"
)
_CHARGED: Final = r"\b(?:fees?|comm(?:ission)?s?)(?: of| are| is)?"
_QUOTED: Final = (
    r"\b(?:trad(?:es|ing)(?: at)?|marked(?: at)?|quoted(?: at)?|goes for|at(?: an?)?|of|and at|what about|instead of)|@"
)
FEES_A_SIDE: Final = Slot(  # paid once on the way in and once on the way out
    "fees",
    "",
    ("plain", "money"),
    before=_CHARGED,
    after=r"(?:dollars? )?(?:per|a|each|/) ?(?:side|way)\b",
    both=True,
    scale=2.0,
)
FEES: Final = Slot("fees", "the fees", ("plain", "money"), before=_CHARGED, after=r"(?:in |of )?(?:fees?|comm(?:ission)?s?\b)")
BUTTERFLY_SLOTS: Final = (
    *TARGETS,
    SETTLEMENT,
    LEVEL,
    Slot(
        "debit",
        before=r"\bcredit(?: of)?|received|collected",
        after=r"(?:points? )?(?:net )?credit",
        negate=True,
        units=("plain", "money"),
    ),
    CONTRACTS,
    HAD,
    Slot(
        "debit",
        "the debit paid, in points",
        ("plain", "money"),
        before=_PAID,
        after=r"(?:points? )?(?:net )?(?:debit|db\b|mid\b|mark\b)",
        other=_NO_PRICE,
        required=True,
        high=1000,
    ),
    Slot(  # four option contracts change hands in one butterfly
        "fees",
        "",
        ("plain", "money"),
        before=_CHARGED,
        after=r"(?:per|a|an|each|/) ?(?:contract|leg|option)\b",
        both=True,
        scale=4.0,
    ),
    Slot("fees", units=("plain", "money"), after=r"(?:per|a|each|/) ?leg\b", scale=4.0),
    FEES,
    Slot(
        "multiplier",
        "the multiplier",
        ("plain", "money"),
        before=r"\bmultiplier(?: of| is)?",
        after=r"(?:a|per|/) ?point|multiplier",
    ),
    Slot("debit", units=("plain", "money"), before=_QUOTED, other=_NO_PRICE, bare=True, high=1000),
    _AT,
)
