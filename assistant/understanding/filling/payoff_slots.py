"""Slots of positions with a payoff: how people write the contracts, the debit, the settlement, fees and the multiplier.

The order counts: a number goes to the first slot whose words stand beside it, and "at" says least.
"""

from __future__ import annotations

from typing import Final

from assistant.understanding.filling.slots import Slot
from assistant.understanding.filling.targets import IN_POINTS, TARGETS
from assistant.understanding.text import role_words

COUNT_AFTER = (
    r"(?:(?:vix|spx|index|call|put|otm|long|short|such|broken[- ]wing|cheap) ){0,3}(?:x\b(?! ?\$)|sets?\b(?! of )"
    r"|contracts?(?! (?:a|an|per|each|in (?:a|each|one)) )|lots?|butterfl\w+|flies\b|spreads?\b|condors?\b"
    r"|cars?\b|of (?:each|'?em|them|the|these|those|my)\b)"
)

_IN_ONE: Final = r"(?:contracts?|legs?|options?) (?:an?|per|each|in (?:an?|each|one)) (?:b?fly|butterfly|spread|unit)"
"""After the number of contracts that make one butterfly, which is not the number held."""

CONTRACTS: Final = Slot(
    "contracts",
    "the number of contracts",
    ("plain", "count"),
    before=r"\bx|contracts|\bn\s?(?==)|\bmake it|times|\b(?:on|for|of) all(?: of)?(?: the)?|\b(?:p/?l|pnl|p&l|profit"
    r"|loss|payoff|result|total) (?:for|on)|\b(?:quantity|qty|count|size)(?: (?:of|is))?",
    after=COUNT_AFTER
    + r"|(?:of )?(?:the )?(?:vix )?(?:b?fly |butterfly )?(?:of )?(?:the )?\d++(?:\.\d++)?[/-]\d++(?:\.\d++)?[/-]\d",
    other=r"(?:of (?:the |an? )?|x )?\d++(?:\.\d++)? ?-?(?:c|p|calls?|puts?)"
    r"|(?:c|p|calls?|puts?)(?! ?(?:fl|butterf|spread|condor|credit|debit|vertical|ratio|x\b))"
    rf"|{_IN_ONE}",
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
    other=_IN_ONE,
    low=1,
    high=999,  # "I have 5000" is money
    whole=True,
)
_NO_PRICE: Final = r"days?|d|weeks?|wks?|months?|dte|years?|contracts?|lots?"
NO_LEVEL: Final = (
    rf"c|p|calls?|puts?|strikes?|{_NO_PRICE}"
    r"|(?:points?|pts?) (?:inside|outside|above|below|off|away|from|past|beyond|shy|short|over|under|higher|lower)"
)
"""After a number that is no level of an index: the strike of an option, a time, a number of contracts, a distance."""

FIXING: Final = Slot(  # where a close is told too, the fixing is what the options settle to
    "settlement", before=role_words.FIXED, other=NO_LEVEL, low=0
)
SETTLEMENT: Final = Slot(
    "settlement",
    "the settlement value",
    before=role_words.SETTLES,
    after=r"(?:settlement|at (?:expiry|expiration|settlement)|on the (?:last|final) day|settle\b(?!\W{0,3}(?:at\W)?\.?\d))",
    other=NO_LEVEL,
    low=0,
)
LEVEL: Final = Slot(
    "settlement",
    before=r"(?<!max )(?<!maximum )\b(?:p/?l|pnl|p&l|profit|loss|gain|make|lose|worth|value|payoff"
    r"|have|left(?: with)?|stand|pays?)"
    r"(?: (?:on|of) (?:it|this|that))?(?: if| when)?(?: vix)?(?: is)? at",
    other=NO_LEVEL,
    low=5,
)
_AT: Final = Slot(
    "settlement",
    before=r"\b(?:at|when|if|say)|(?:^|[,;:.(]\s?|\b(?:at|with|and|or) )(?:the )?(?:vix|index|spot)",
    other=NO_LEVEL,
    low=5,
)
FEES_A_SIDE: Final = Slot(  # paid once on the way in and once on the way out
    "fees",
    "",
    ("plain", "money"),
    before=role_words.CHARGED,
    after=r"(?:dollars? )?(?:per|a|each|/) ?(?:side|way)\b",
    both=True,
    scale=2.0,
)
_FEES_IN_POINTS: Final = Slot("fees", before=role_words.CHARGED, after=r"(?:points?|pts?)\b", both=True, high=5, scale=100.0)
FEES: Final = Slot("fees", "the fees", ("plain", "money"), before=role_words.CHARGED, after=role_words.IN_FEES)
FEES_A_LEG: Final = (  # four option contracts change hands in one butterfly
    Slot(
        "fees",
        units=("plain", "money"),
        before=r"\b(?:4|four) (?:commissions?|fees?|charges?|comms?|tickets?) (?:of|at|@|x)",
        high=50,
        scale=4.0,
    ),
    Slot(
        "fees",
        "",
        ("plain", "money"),
        before=role_words.CHARGED,
        after=r"(?:per|a|an|each|/) ?(?:option )?(?:contract|leg|option)\b",
        both=True,
        scale=4.0,
    ),
    Slot(
        "fees",
        units=("plain", "money"),
        after=r"(?:in )?(?:fees?|comm(?:ission)?s?) (?:per|a|each|/) ?(?:option )?(?:leg|contract|option)\b",
        scale=4.0,
    ),
    Slot(
        "fees",
        units=("plain", "money"),
        after=r"(?:(?:a|per|each|/) ?)?(?:option )?contracts? (?:in )?(?:fees?|comm(?:ission)?s?)\b(?: (?:per|a|each) leg)?",
        scale=4.0,
    ),
    Slot(
        "fees",
        units=("plain", "money"),
        before=r"\b(?:legs?|plus|and)(?: at)?|,|@",
        after=r"(?:per|a|an|each|/) ?(?:option )?(?:contract|option)\b",
        about=r"\b(?:fees?|commissions?|legs)\b",
        both=True,
        high=10,
        scale=4.0,
    ),
    Slot(
        "fees",
        units=("plain", "money"),
        after=r"(?:per|a|each|/) ?leg\b|(?:per|a|an|each|/) ?(?:option )?(?:contract|option) in (?:fees|comm)",
        scale=4.0,
    ),
    Slot(
        "fees",
        units=("plain", "money"),
        before=r"\beach (?:leg|contract|option) (?:costs?|is|at|charged|carries)(?: me)?|\b(?:4|four) ?(?:x|times|legs?"
        r"|option"
        r" contracts|contracts|options)(?: (?:at|of|x))?(?: @)?",
        scale=4.0,
    ),
)
BUTTERFLY_SLOTS: Final = (
    *IN_POINTS,
    *TARGETS,
    FIXING,
    SETTLEMENT,
    LEVEL,
    Slot(
        "debit",
        before=role_words.RECEIVED,
        after=r"(?:points? )?(?:net )?(?:credit|cr\b)",
        negate=True,
        units=("plain", "money"),
    ),
    *FEES_A_LEG,
    _FEES_IN_POINTS,
    CONTRACTS,
    HAD,
    Slot(
        "debit",
        "the debit paid, in points",
        ("plain", "money"),
        before=role_words.PAID,
        after=r"(?:points? )?(?:net )?(?:debit|db\b|mid\b|mark\b)",
        other=_NO_PRICE,
        required=True,
        high=1000,
    ),
    FEES,
    Slot(
        "debit",
        units=("plain", "money"),
        after=r"(?:points? )?(?:(?:too|so) (?:much|expensive|rich|high|dear|steep|pricey)|expensive|overpriced|overpaying)\b",
        high=1000,
    ),
    Slot(
        "multiplier",
        "the multiplier",
        ("plain", "money"),
        before=r"\bmultiplier(?: of| is)?",
        after=r"(?:a|per|/) ?point|multiplier",
    ),
    Slot("debit", units=("plain", "money"), before=role_words.QUOTED, other=_NO_PRICE, bare=True, high=1000),
    _AT,
)
