"""What a loaded option chain is asked for."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call
from assistant.understanding.positions.pricing import gamma_terms
from assistant.understanding.table.spans_changed import put_terms
from assistant.understanding.text.quantities import Reading
from tools import METHOD

TRIGGER: Final = re.compile(r"\b(?:trigger\w*|cross\w*|macd|signal\w*|histogram|fire[ds]?|firing|depressed|alvh)\b")
_PUT_IV: Final = re.compile(r"(?:#+|\b\d{1,2}|\bten)[- ]?(?:delta|d)\b|\bputs? (?:iv|vol\w*)\b|\bimplied\b")
_GAMMA: Final = re.compile(r"\b(?:dealers?'?|gamma) (?:gamma|flip\w*|exposure|profile|walls?)\b|\bgex\b")
_PARITY: Final = re.compile(r"\b(?:parity|forwards?|synthetic)\b")


def on_chain(text: str, reading: Reading) -> tuple[Call, ...]:
    """What a chain is asked for: its 10-delta put's volatility, the trigger on that, its parity forward, or dealer gamma."""
    if _GAMMA.search(text):
        return (Call("dealer_gamma", gamma_terms(reading)),)
    usual = {"delta": METHOD.delta.value}
    terms = {k: v for k, v in put_terms(text).items() if usual.get(k) != v}
    if TRIGGER.search(text):
        return Call("ten_delta_put_iv", terms), Call("macd_trigger", {})
    if _PARITY.search(text):
        return (Call("parity_forward", {}),)
    return (Call("ten_delta_put_iv", terms),) if _PUT_IV.search(text) else ()
