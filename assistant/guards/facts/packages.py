"""Whether a sentence takes a leg of a conversion or of a reversal the other way: a conversion buys the underlying and the "
"put."""

from __future__ import annotations

import re
from typing import Final

from assistant.guards.facts.reading import Reading
from assistant.guards.facts.things import Facts

# A conversion buys the underlying and the put and sells the call; a reversal does the contrary.
_CONVERSION: Final = {"call": -1, "put": 1, "underlying": 1}
_LEG: Final = re.compile(
    r"\b(?:(?P<buys>buy(?:s|ing)?|bought|long|purchas\w+)|(?P<sells>sell(?:s|ing)?|sold|short(?:s|ing)?|writ\w+))\s"
    r"(?:(?:the|a|an|your|its|go|of|both|in)\s){0,2}(?:(?P<call>calls?)|(?P<put>puts?)|(?P<underlying>underlying|futures?|"
    r"forward|index))\b",
    re.IGNORECASE,
)
_JOINED: Final = re.compile(
    r"\s(?:at [\d.]{1,9} )?and the (?:(?P<call>call)|(?P<put>put)|(?P<underlying>underlying|future))\b", re.IGNORECASE
)
_EARNS: Final = re.compile(
    r"\b(?:mak\w+|earn\w*|lock\w* in|pocket\w*|captur\w+|gain\w*) (?:the |that |this |those )?[$\d]", re.IGNORECASE
)
_DENIED: Final = re.compile(r"\b(?:not|never|instead|rather|if|unlike|opposite|contrary|mirror)\b|n['’]t\b", re.IGNORECASE)


def wrong_package(reading: Reading, facts: Facts) -> str:
    """What is wrong with the legs of a conversion or reversal, in plain words; "" where nothing is."""
    text = reading.text
    if not facts.packages or _DENIED.search(text):
        return ""
    low = text.lower()
    named = ("conversion" in low) - ("reversal" in low)
    if not named and "conversion" not in low:  # the one that pays is meant
        paying = [t.heads for t in facts.things if t.family == "arbitrage" and t.value > 0]
        named = (1 if "conversion" in paying[0] else -1) if len(paying) == 1 and _EARNS.search(text) else 0
    if not named:
        return ""
    for m in _LEG.finditer(text):
        side = 1 if m["buys"] else -1
        legs = [leg for leg in _CONVERSION if m[leg]]
        more = _JOINED.match(text, m.end())
        legs += [leg for leg in _CONVERSION if more is not None and more[leg]]
        for leg in legs:
            if side != _CONVERSION[leg] * named:
                return f"a {'conversion' if named > 0 else 'reversal'} {'sells' if side > 0 else 'buys'} the {leg}"
    return ""
