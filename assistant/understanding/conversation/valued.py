""" "Price it", said of what was worked out or spoken of: an option, a butterfly before expiry, or an option only talked of.

What a model needs and the conversation does not hold is asked for; nothing is taken for granted.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call, Session
from assistant.understanding.conversation.references import last_calls
from assistant.understanding.conversation.spoken_of import last_terms
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.framed.frames import FRAMES_OF
from assistant.understanding.text.quantities import Reading
from knowledge import Glossary

_IT: Final = r"(?:it|that|this|them|one|the (?:option|call|put|fly|butterfly))"
_PRICE_IT: Final = re.compile(
    r"^\W*(?:(?:and|so|ok(?:ay)?|now|then|please|pls|can you|could you|let'?s|well),? ){0,3}"
    rf"(?:(?:price|value) {_IT}|(?:what(?:'?s| is| would)|how much (?:is|would)) {_IT} (?:be )?worth"
    rf"|what would {_IT} (?:cost|be worth))"
    r"(?: (?:for me|please|pls|then|now|today|right now|before expiry|with (?:black|a model)))*\W*$"
)
_MODELLED: Final = ("black76", "butterfly_value_today")
_FLY: Final = ("lower", "body", "upper", "debit")


def valued(reading: Reading, session: Session, glossary: Glossary) -> Calculation | None:
    """The price that the words ask for, with what is missing to work it out; None where they ask for none."""
    if _PRICE_IT.match(reading.lower) is None:
        return None
    last = last_calls(session)[-1:]
    if last and last[0].tool in _MODELLED:
        return Calculation(last[0])
    if last and last[0].tool in ("butterfly", "butterfly_value"):
        return _lacking(Call("butterfly_value_today", {k: v for k, v in last[0].arguments.items() if k in _FLY}))
    if last:
        return None
    spoken = [glossary.find(term) for term in last_terms(session)]
    return _lacking(Call("black76", {})) if any(entry is not None and "black76" in entry.tools for entry in spoken) else None


def _lacking(call: Call) -> Calculation:
    """The call with all that its tool needs and that it does not have."""
    slots = FRAMES_OF[call.tool][-1].slots
    return Calculation(call, tuple(s.ask for s in slots if s.required and s.parameter not in call.arguments))
