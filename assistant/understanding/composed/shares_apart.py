"""Two shares of one sum set against each other: "difference between starting at 25 and at 30 on 22k"."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.calculation import Calculation, numbered
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.sought import Sought
from tools.methodology import METHOD

_APART: Final = Sought(
    r"\b(?:diff\w*|gap|apart|how much (?:more|less|extra)|extra|spread between|by how much"
    r"|between .{1,40}\band\b.{1,24}\bin dollars)\b"
)
_TOPIC: Final = re.compile(
    r"\b(?:start\w*|begin\w*|open\w*|first|tranche|layer|slice|hedg\w*|budget|pot|plan|account|initial|deploy\w*)\b"
)
_OTHER: Final = re.compile(
    r"\b(?:fl(?:y|ies)|butterfl\w*|contracts?|units?|debit|strikes?|settle\w*|spot|futures?|vxm?|rsi|ema|macd"
    r"|irr|wacc|interest|rates?"
    r"|vols?|iv|points?|days?|adds?|profit|loss)\b"
)
_RISEN: Final = Sought(  # "how much to top up from 45% to 85% on 16,000"
    r"\b(?:how much|what|cost\w*|dollars|cash|money|need\w*|top\w* up|bring|go|get|rais\w+)\b[^.?!]{0,40}"
    r"\bfrom \d{1,2}(?:\.\d)?\s?(?:%|percent) (?:up )?to \d{1,3}(?:\.\d)?\s?(?:%|percent)"
    r"|\bfrom \d{2}\s?%? (?:up )?to \d{2,3}\s?%? (?:on|of|in)(?: (?:an?|my|the))? \$?\d[\d,.]{0,9}k?\b"
)
_LEAST: Final = 300.0
_PERCENT: Final = 100
_HALF: Final = 0.5
_BEGUN: Final = re.compile(r"\b(?:start|begin|open|first|initial)\w*")


def shares_apart(reading: Reading) -> tuple[Calculation, ...]:
    """Both shares in dollars and what lies between them; () where not two shares and one sum are told."""
    text = reading.lower
    risen = _RISEN.search(text) is not None
    if not (risen or (_APART.search(text) and _TOPIC.search(text))) or _OTHER.search(text):
        return ()
    sums = [q for q in reading.quantities if q.unit in ("money", "plain") and q.value >= _LEAST]
    shares = [q for q in reading.quantities if q not in sums]
    if len(sums) != 1 or len(shares) != 2 or any(q.unit not in ("percent", "plain") for q in shares):
        return ()
    values = [q.value if q.unit == "percent" else q.value / _PERCENT for q in shares]
    if not all(0 < v <= 1 for v in values) or values[0] == values[1] or any(q.unit == "plain" and q.value < 1 for q in shares):
        return ()
    shared = Call("share_of", {"whole": sums[0].value, "shares": [round(v, 12) for v in values], "of": "dollars"})
    later = Call("share_of", {"whole": sums[0].value, "shares": [METHOD.step.value]})
    begun = _BEGUN.search(text) is not None and all(METHOD.step.value < v <= _HALF for v in values)
    note = "the later tranches are the same from either start: the last line is one of them."
    found = Calculation(shared, sources=numbered(reading), note=note if begun else "")
    return (found, Calculation(later)) if begun else (found,)
