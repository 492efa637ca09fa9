"""A sum whose tranches are asked for only in passing: "can I put all 6k on at once", "25% of my account? I have 80k"."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call
from assistant.understanding.calculations import Calculation, numbered
from assistant.understanding.quantities import Reading
from tools.methodology import METHOD

_ALL: Final = re.compile(r"\b(?:all|whole|entire|everything|full|all of|100\s?%)\b")
_AT_ONCE: Final = re.compile(
    r"\b(?:at once|in one (?:go|shot|trade|step|lump)|one shot|lump|up ?front|straight away|right away"
    r"|immediately|from the start"
    r"|(?:at|on) (?:the )?(?:first |1st )?(?:cross\w*|signal|trigger|turn)|instead of (?:tranches|layers|steps"
    r"|slices|layering))\b"
)
_OF_ACCOUNT: Final = re.compile(
    r"(?:%|percent) (?:mean\w*|is|are|of what|refers?|applies|apply|count\w*)\b|\b(?:mean|is|are|be|that|it)\b[^.?!]{0,12}"
    r"(?:%|percent) of (?:my|the|your|our|a) (?:whole |entire |total |full |trading )?(?:account|portfolio|book"
    r"|capital|equity|net liq)\b"
)
_OTHER: Final = re.compile(
    r"\b(?:fl(?:y|ies)|butterfl\w*|contracts?|debit|strikes?|settle\w*|should|profit|loss|irr|wacc|rsi|price"
    r"|cost|add(?:ed)?|spent|used"
    r"|deployed|left|already)\b"
)
_LEAST: Final = 300.0


def planned_sum(reading: Reading) -> tuple[Calculation, ...]:
    """The plan of tranches of the one sum told; () where other shares than the method's are told of it."""
    text = reading.lower
    at_once = _ALL.search(text) is not None and _AT_ONCE.search(text) is not None
    if not (at_once or _OF_ACCOUNT.search(text) is not None) or _OTHER.search(text) or reading.ladders or reading.legs:
        return ()
    sums = [q for q in reading.quantities if q.unit in ("money", "plain") and q.value >= _LEAST]
    shares = [q for q in reading.quantities if q not in sums]
    known = {*METHOD.first.value, METHOD.step.value, 1.0}
    if len(sums) != 1 or not (at_once or shares) or any(q.unit != "percent" or q.value not in known for q in shares):
        return ()
    return (Calculation(Call("tranche_plan", {"budget": sums[0].value}), sources=numbered(reading)),)
