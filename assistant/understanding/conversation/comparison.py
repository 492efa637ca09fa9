"""A calculation set beside the one before it: complete in its own words, or the earlier one with something changed."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call
from assistant.understanding.conversation.changes import change
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.text.quantities import Reading

_COMPARE: Final = re.compile(
    r"\b(?:compare[ds]?|comparison|versus|vs\.?|against(?! (?:\w{1,9} ){0,4}(?:mean|average|avg)\b)|next to"
    r"|side by side|beside"
    r"|(?:better|worse|cheaper|dearer|safer|richer) (?:\w{1,9} )?than(?= (?:(?:an?|the|my) )?\d{2}\b))\b"
)

_THEM: Final = re.compile(r"\b(?:them|both|the two|these two|those two)\b")


def set_beside(reading: Reading, base: tuple[Call, ...], alone: Calculation | None) -> tuple[Call, ...]:
    """The calculation that the words compare with the earlier one `base`; () where they compare nothing.

    `alone` is what their own numbers compute.
    """
    if _COMPARE.search(reading.lower) is None or len(reading.ladders) > 1 or (alone is None and _THEM.search(reading.lower)):
        return ()
    both = ("butterfly", "position")  # a fly beside a spread is no spread at the fly's price
    payoffs = alone is not None and alone.call.tool in both and base[-1].tool in both and bool(reading.ladders or reading.legs)
    if alone is not None and not alone.missing and (payoffs or alone.call.tool == base[-1].tool):
        return (alone.call,)
    other = change(reading, base[-1])
    return () if other is None or other == base[-1] else (other,)
