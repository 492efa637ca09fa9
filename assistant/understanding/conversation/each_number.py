"""Several numbers that each take the same place in the last calculation: "and at 28, 29 and 30?" is asked three times."""

from __future__ import annotations

import re
from typing import Final

from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.quantities import Reading

_NUMBER: Final = r"\$?(?:\d{1,3}(?:,\d{3})++(?:\.\d++)?|\d++(?:\.\d++)?|\.\d++)(?:k\b|%)?"
_LISTED: Final = re.compile(
    rf"^(?P<lead>\W*(?:[a-z']{{1,12}} ){{0,5}})"
    rf"(?P<numbers>{_NUMBER}(?:(?:,| ?/|,? (?:and|or|vs\.?|then))(?: (?:at|for|to|with))? {_NUMBER}){{1,5}})"
    r"(?P<tail>(?: [a-z]{1,10}){0,3})\W*$"
)
_ONE: Final = re.compile(_NUMBER)
_OTHER_UNIT: Final = re.compile(r" (?:days?|dte|weeks?|months?|contracts?|lots?|flies|percent)\b")
_NAMED: Final = re.compile(r"\b(?:vols?|iv|volatility|debit|credit|price|paid|futures?|forward|strike|settl\w*|rate)\b")
ASKED_ANEW: Final = (
    *("butterfly", "position", "butterfly_value", "butterfly_value_today", "black76", "implied_volatility", "tranche_plan"),
    *("units_for_budget", "net_present_value", "contract_value", "round_trip"),
)
"""The tools of which one number may be tried at several values at once; of others a pair of numbers is one thing."""


def each_number(reading: Reading) -> tuple[Reading, ...]:
    """The question once for each of its numbers, where they stand in a list and it says hardly more; () otherwise."""
    text = reading.lower
    if len(reading.quantities) < 2 or reading.ladders or reading.legs or not (" and " in text or " or " in text or "," in text):
        return ()
    found = _LISTED.match(text)
    if found is None or any(word in WORDS for word in found["lead"].split()):
        return ()
    if _OTHER_UNIT.match(found["tail"]) and _NAMED.search(found["lead"]):  # "vol to 85 and 20 days left" are two things
        return ()
    numbers = _ONE.findall(found["numbers"])
    return tuple(Reading(f"{found['lead']}{number}{found['tail']}") for number in numbers) if len(set(numbers)) > 1 else ()
