"""The same trade in the other VIX future: "the mini lost how much, and the same with the big VX?"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.text.quantities import Reading
from tools.contracts import SPECIFICATIONS

_SIZE: Final = (
    r"(?:minis?|vxm|(?:big|full|regular|standard|large)[ -]?(?:size[d]? )?(?:one|ones|vx|future|futures|contract|vix)?|vx)\b"
)
_ASKED: Final = re.compile(
    rf"\b(?:(?:the )?same (?:\w{{1,9}} ){{0,3}}(?:with|for|on|in|of)|and (?:for|with|on|in|of|if it were|what about)"
    rf"|what (?:would|about|if)"
    rf"|versus|vs\.?|compared (?:with|to)|or (?:with|on)|both (?:with|on|in|for))(?: (?:the|a|an|one|two"
    rf"|\d{{1,3}})){{0,2}} {_SIZE}"
)
_LARGE, _SMALL = (SPECIFICATIONS[name].per_point for name in ("VX", "VXM"))


def in_other_size(reading: Reading, single: Calculation) -> tuple[Calculation, ...]:
    """The trade, and the same in the future of the other size, where both are asked for; () where they are not."""
    text, call = reading.lower, single.call
    if call.tool not in ("round_trip", "position") or not ("vx" in text or "mini" in text) or _ASKED.search(text) is None:
        return ()
    if any(leg["kind"] not in ("future", "VX", "VXM") for leg in call.arguments.get("legs", ())):
        return ()
    size = call.arguments.get("multiplier", _SMALL)
    if size not in (_LARGE, _SMALL):
        return ()
    other = _SMALL if size == _LARGE else _LARGE
    return single, replace(single, call=Call(call.tool, {**call.arguments, "multiplier": other}))
