"""Measures that a turn does not speak of: a moving average in "contracts", a line of breadth in "points of SPX".

A number whose unit no source tells may be said in any that the turn has, and in no other.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.guards.numeral import Numeral

_NAMES: Final = (
    ("minutes", r"minutes?|mins?|intraday"),
    ("hours", r"hours?|hourly"),
    ("days", r"days?|daily|sessions?"),
    ("weeks", r"weeks?|weekly"),
    ("months", r"months?|monthly|\d{4}-\d{2}"),
    ("years", r"years?|yearly|annual\w*|annum|yrs?"),
    ("count", r"contracts?|lots?|butterfl(?:y|ies)|fl(?:y|ies)|spreads?|units?|condors?|cars|futures?|options?|calls?|puts?"),
    ("money", r"dollars?|cents?|bucks|usd|cash|budget|profits?|cost|costs|multiplier|premiums?"),
    ("vol", r"vols?|volatilit(?:y|ies)|iv|vega|vol_\w+|vols_\w+"),
    ("delta", r"deltas?"),
    ("spx", r"spx|s&p"),
    ("vix", r"vix|vx|vxm"),
)
_NAMED: Final = re.compile(
    "|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in _NAMES) + r"|(?P<coin>[$€£¢])", re.IGNORECASE
)
_BEHIND: Final = re.compile(
    r"\s?-?(?:(?P<delta>deltas?\b(?! (?:calls?|puts?|options?|hedg|neutral)))|"
    r"(?:points?\s)?(?:of|on|in) (?:the )?(?:(?P<spx>spx|s&p)|(?P<vix>vix))\b)",
    re.IGNORECASE,
)
_WITHIN: Final = re.compile(r"\b(?:(?P<vol>vol(?:atility)?)|(?P<spx>spx)|(?P<vix>vix)) (?:points?|pts?)\b", re.IGNORECASE)
_NUMBERED: Final = re.compile(
    r"\b(?:(?P<minutes>minute)|(?P<hours>hour)|(?P<weeks>week)|(?P<months>month)|(?P<years>year))\s(?:no\.? |number )?$",
    re.IGNORECASE,
)
_OWN: Final = ("minutes", "hours", "days", "weeks", "months", "years", "count", "money")


def measures(text: str) -> frozenset[str]:
    """The measures that a text speaks of."""
    found = {str(m.lastgroup) for m in _NAMED.finditer(text)}
    return frozenset(found - {"coin"} | ({"money"} if "coin" in found else set()))


def measured(numeral: Numeral, text: str) -> str:
    """The measure in which the text gives the numeral, where that is a special one; otherwise ""."""
    found = (
        _WITHIN.search(text, numeral.start, numeral.end + 8)
        or _BEHIND.match(text, numeral.end)
        or _NUMBERED.search(text, max(0, numeral.start - 16), numeral.start)  # "in week 26"
    )
    return str(found.lastgroup) if found else ""


def unheard(numeral: Numeral, text: str, known: frozenset[str], *, told: bool) -> bool:
    """Whether the numeral is given in a measure that is not among those `known`; `told`: its source has its unit."""
    special = measured(numeral, text)
    if special and special not in known:
        return True
    return not told and numeral.unit in _OWN and numeral.unit not in known
