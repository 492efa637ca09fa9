"""Corrections of one's own words: "sry i meant debit 1.15", "first was -12k sorry", "no wait, 15/20/25 paid 1.10".

The apology is taken off; what is left changes the calculation before, where it is no whole question of its own.
"""

from __future__ import annotations

import re
from typing import Final

_APOLOGY: Final = (
    r"(?:sorry|sry|soz|oops|whoops|my (?:bad|mistake|fault)|pardon|typo|mistake|correction"
    r"|(?:nope|no|wait|actually)(?=[,.!;:]| ?\d| (?:wait|sorry|sry|i mean)))"
)
_MEANT: Final = (
    r"(?:i (?:meant|mean)(?: to (?:say|write|type|put))?|(?:it|that) (?:should (?:be|have been|read|say)|was meant to be))"
)
_LEAD: Final = re.compile(
    rf"^\W{{0,3}}(?:(?:ah|oh|uh|um|hm+|ok|and|but),? ){{0,2}}"
    rf"(?:(?:{_APOLOGY}\W{{1,3}}){{1,3}}(?P<meant>{_MEANT} )?|(?P<said>{_MEANT} ))",
    re.IGNORECASE,
)
_END: Final = re.compile(r"\W{1,3}(?:sorry|sry|soz|oops|my (?:bad|mistake|fault)|typo)\W{0,4}$", re.IGNORECASE)
_LONGEST: Final = 40  # characters of an apology at the end
_NUMBER: Final = re.compile(r"\d")


def corrected(text: str) -> str:
    """`text` without its apology, as a change ("make it …") where it says what was meant; unchanged where no figure follows."""
    lead = _LEAD.match(text)
    rest = text if lead is None else text[lead.end() :]
    if not _NUMBER.search(rest):
        return text
    end = _END.search(rest, max(0, len(rest) - _LONGEST))
    rest = rest if end is None else rest[: end.start()]
    return f"make it {rest}" if lead is not None and (lead["meant"] or lead["said"]) else rest
