"""A return on money and a percentage, in the words that people have for them: "in % of what I paid", "return on debit?"."""

from __future__ import annotations

import re
from typing import Final

OF_PAID: Final = "% of what was paid"
"""How a result tells what it makes as a share of what was paid."""
_MONEY: Final = (
    r"(?:what (?:i|we|was) (?:paid|put in|invested|spent)|(?:the |my |our )?(?:cost|debit|premium|outlay|stake|money|investment"
    r"|capital|price))"
)
_RETURN_ON: Final = re.compile(
    rf"\b(?:return|roi|gain|profit) on {_MONEY}|(?:%|\b(?:percent(?:age)?|pct)) (?:return )?(?:of|on) {_MONEY}\b"
)
_RETURN: Final = re.compile(r"\b(?:returns?|roi|percent)\b")
_PERCENT: Final = re.compile(r"(?<![\d.\s])\s?%|(?<=\s)%|\b(?:percentages?|pct|per cent)\b")
_OF_PART: Final = re.compile(r" (?:on|for|of|from|with) (?:that|this) (?:half|part|third|quarter|lot|bit)\b")


def plainly_asked(text: str) -> str:
    """`text` in lower case, a return on money and a percentage under one name each."""
    plain = text.lower().replace("’", "'").strip()
    return _PERCENT.sub(" percent", _RETURN_ON.sub("percent of paid", _OF_PART.sub("", plain)))


def asks_return(text: str) -> bool:
    """Whether the words ask for a gain as a percentage of what was paid."""
    return _RETURN.search(plainly_asked(text)) is not None
