"""Parts of a sum told in dollars, and what one option pays at settlement, where no frame has found a calculation.

"Spent 3,600 of the 8k", "10 VIX 24 calls, VRO 26.12".
"""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.filling.payoff_slots import SETTLEMENT
from assistant.understanding.filling.slots import Slot, fill
from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.quantities import Reading, blanked
from assistant.understanding.text.sought import Sought

_LEAST: Final = 50.0  # dollars; less is no part of a hedge
_IN: Final = (
    r"\b(?:spent|spend|used(?: up)?|put(?: in)?|deployed|invested|committed|paid|in for|already in)(?: (?:only|just|about))?"
)
_OUT_OF: Final = (
    r"(?:in )?(?:out )?of (?:the |a |an |my |our )?(?:\w{1,8} )?\$?\d|\$?[\d,.]{1,9}k? (?:to work|in already|spent|used)"
)
_WHOLE: Final = (
    r"\b(?:of|out of)(?: (?:the|a|an|my|our))?(?: (?:total|budget|whole|planned))?"
    r"|\b(?:budget|total|hedge|plan)(?: (?:is|of|was|=|money)){0,2}"
)
_TOTAL: Final = r"(?:in )?(?:total|budget|in all|hedge (?:money|budget)|planned|for the hedge)"
_PART: Final = Slot("part", units=("money", "plain"), before=_IN, after=_OUT_OF, low=_LEAST)
_SUM: Final = Slot("whole", units=("money", "plain"), before=_WHOLE, after=_TOTAL, low=_LEAST)
_PARTLY: Final = Sought(r"\b(?:spen[dt]|used|put|deployed|invested|committed|paid|already in|in for)\b")
_ASKED: Final = re.compile(r"%|\b(?:percent\w*|share|fraction|left|remain\w*|how much|range|band|within|inside|fit)\b")
_OTHER: Final = re.compile(r"\b(?:fl(?:y|ies)|butterfl\w+|calls?|puts|futures?|contracts?|units?|irr|a year|per year|each)\b|#")
_COUNT: Final = rf"\d{{1,5}}|{'|'.join(WORDS)}"
_OPTION: Final = re.compile(
    rf"(?:\b(?P<side>long|short|bought|sold|own|holding) )?(?:(?<![\w.])(?P<count>{_COUNT}) ?x? )?(?:vix |spx )?"
    r"(?<![\w.])(?P<strike>\d{1,5}(?:\.\d{1,2})?) ?(?:strike )?(?P<kind>call|put)s?\b"
)
_SETTLED: Final = re.compile(r"\b(?:settl\w+|vro|soq|expir\w+|print\w*)\b")
_PREMIUM: Final = re.compile(
    r"\b(?:bought|paid|cost|premium|debit|sold|received|credit)(?: (?:it|them|of|at|for|was|is)){0,2} "
    r"\$?(?P<premium>\d{0,3}\.\d{1,3}|\d{1,3})(?![\d%])"
)


def parts(reading: Reading) -> tuple[Calculation, ...]:
    """What one option pays at the settlement told; () where none is."""
    return _paid_out(reading) if _SETTLED.search(reading.lower) else ()


def spent(reading: Reading) -> tuple[Calculation, ...]:
    """A part told in dollars as a share of the whole, with what is left; () where it is not told so."""
    text = reading.lower
    if _PARTLY.search(text) is None or _ASKED.search(text) is None or _OTHER.search(text):
        return ()
    filling = fill(reading, (_PART, _SUM))
    part, whole = filling.arguments.get("part"), filling.arguments.get("whole")
    if part is None or whole is None or not part <= whole:
        return ()
    return (Calculation(Call("budget_split", {"budget": whole, "deployed": round(part / whole, 12)})),)


def _paid_out(reading: Reading) -> tuple[Calculation, ...]:
    """One option at its settlement: what it pays, or what it made where its premium is told."""
    text = reading.lower
    options = list(_OPTION.finditer(text))
    if len(options) != 1 or reading.ladders:
        return ()
    option = options[0]
    rest = Reading(blanked(text, [option.span()]))
    settlement = fill(rest, (SETTLEMENT,)).arguments.get("settlement")
    if settlement is None:
        return ()
    paid = _PREMIUM.search(rest.lower)
    counted = option["count"] or "1"
    short = option["side"] in ("short", "sold") or (paid is not None and paid[0].startswith(("sold", "received", "credit")))
    leg = {
        "side": "short" if short else "long",
        "kind": option["kind"],
        "strike": float(option["strike"]),
        "premium": float(paid["premium"]) if paid else 0.0,
        "quantity": int(counted) if counted.isdigit() else int(WORDS[counted]),
    }
    note = "" if paid else "no premium is counted, so this is the cash that changes hands at settlement."
    return (Calculation(Call("position", {"legs": [leg], "settlement": settlement}), note=note),)
