"""One position settled again and again: "settlements 23.4 27.1 31.8 against one 25/30/35 @ .85 each month, running p/l"."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.brought import From
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.text.quantities import Reading

_IN_TURN: Final = re.compile(
    r"\brunning\b|\bcumul\w+|\b(?:each|every|per) (?:month|week|expiry|cycle|time)\b"
    r"|\b(?:month|week) (?:by|after|on) (?:month|week)\b|\b(?:in|as a) (?:total|all)\b|\badd(?:s|ed)? up\b|\baltogether\b"
    r"|\b(?:total|net|overall) (?:p/?&?l|pnl|result|profit|loss)\b"
)


def added_in_turn(reading: Reading, told: tuple[Calculation, ...]) -> tuple[Calculation, ...]:
    """What one position makes at several settlements, one after the other, added up where the words ask for that."""
    if len(told) < 2 or _IN_TURN.search(reading.lower) is None:
        return ()
    tools = {c.call.tool for c in told}
    settled = {c.call.arguments.get("settlement") for c in told}
    alike = [{name: value for name, value in c.call.arguments.items() if name != "settlement"} for c in told]
    if len(tools) > 1 or not tools <= {"butterfly", "position"} or None in settled or any(one != alike[0] for one in alike):
        return ()
    amounts = [From(told[0].call.tool, "settled", back=back) for back in reversed(range(len(told)))]
    return (Calculation(Call("running_total", {"amounts": amounts})),)
