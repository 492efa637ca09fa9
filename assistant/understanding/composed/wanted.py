"""How many of a structure: for a profit that is wanted, within a loss that is not to be passed, or for a sum to be spent.

What one of them makes or costs is worked out first; the number follows from it, and what all of them make where that is asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.filling.brought import From
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.filling.slots import Slot
from assistant.understanding.framed.calculations import calculation
from assistant.understanding.text.quantities import Quantity, Reading, blanked

_HOLDS: Final = ("many", "number", "contracts", "lots", "flies", "butterfl", "fly", "required")
_COUNT_ASKED: Final = re.compile(
    r"\b(?:how many(?! (?:dollars|points?|bucks|cents|days|times|legs))|(?:what|which) (?:number|size)"
    r"|number of (?:\S{5,14} )?(?:contracts|lots|flies|butterfl\w+|spreads|condors|them|units)"
    r"|as many\b[^?!]{0,40}\bas (?:possible|i can|it buys|that buys)|(?:contracts|lots|flies|butterflies) "
    r"(?:needed|required|do i need|to (?:make|earn|get)))"
)
_RESULT_ASKED: Final = re.compile(
    r"\b(?:profit|p/?l|p&l|pnl|pay ?(?:day|off|out)|result|outcome|make|made|gain|win|worth|best|max\w*|lose|loss|return"
    r"|net)\b"
)
_AMOUNT: Final[Mapping[str, Any]] = {"units": ("plain", "money"), "low": 50.0, "high": 1e9}
_OTHER: Final = r"(?:contracts?|lots?|flies|butterfl\w+|calls?|puts?|c|p|days?|dte|points?|strikes?|times|each|apiece|per|an?)"
_LOSS: Final = Slot(
    "loss",
    **_AMOUNT,
    before=r"\b(?:lose|losing|loss (?:cap|limit)(?: of| is)?|loss(?: of)?(?: at most| no more than)?|risk(?:ing)?"
    r"|risk (?:budget|limit|cap)(?: of| is)?"
    r"|stake)"
    r"(?: (?:at most|up to|more than|no more than|over|only|only up to|is|of|to|a|an|beyond|above)){0,3}",
    after=r"(?:dollars? )?(?:of |in )?(?:(?:total|max(?:imum)?) )?(?:risk|loss(?! (?:when|if|at|on|elsewhere)))\b"
    r"|(?:dollars? )?at risk\b",
    other=_OTHER,
)
_GAIN: Final = Slot(
    "gain",
    **_AMOUNT,
    before=r"\b(?:make|makes|making|earn|earns|net|nets|clear|gain|win|bring in|collect|bank|return|cover|offset|hedge"
    r"|make up(?: for)?|make good|profit|target|goal|objective|aim(?:ing)?|need|want|get)"
    r"(?: (?:for|is|of|at|me|a|an|the|my|net|gain|profit|least|total|about|back|loss|to|make|earn|around|up|exactly)){0,5}:?",
    after=r"(?:dollars? )?(?:net |of |in |total ){0,2}(?:profits?|gains?|portfolio loss|drawdown|loss (?:elsewhere|when|if"
    r"|at|on)|payoff)\b",
    other=_OTHER,
)
_SPEND: Final = Slot(
    "spend",
    **_AMOUNT,
    before=r"\b(?:with|budget(?: of| is)?|spend(?:ing)?|put(?:ting)?|invest(?:ing)?|have|got|for|account of|using|of|does"
    r"|will|can|yolo)(?: (?:a|an|my|the|only|just|up to|about|exactly|total of))?",
    after=r"(?:dollars? |bucks )?(?:to spend|buys?\b|will buy|budget|in(?:to)?\b|worth of|pays? for|gets? me|cash|limit"
    r"|premium)",
    other=_OTHER,
)
_OFFSET: Final = Slot(
    "gain",
    **_AMOUNT,
    before=r"\b(?:portfolio|book|stocks?|shares|equities|holdings?|ira)\b[^\d.?!]{0,24}",
    about=r"\b(?:good|offset|cover|make up|hedge|balance|neutrali[sz]e|compensate)\b",
    other=_OTHER,
)
_ROLES: Final = (_OFFSET, _LOSS, _GAIN, _SPEND)
_STAGED: Final = ("tranche", "layer", "slice", "%", "percent", "stage", "account", "add ")
_PINNED: Final = ("contracts", "target", "target_return")


def wanted(reading: Reading) -> tuple[Calculation, ...]:
    """One of the structure, how many of them, and all of them where their result is asked for; () where it is not asked so."""
    text = reading.lower
    if not any(word in text for word in _HOLDS) or any(word in text for word in _STAGED):
        return ()
    if not (reading.ladders or reading.legs or "spread" in text or "condor" in text):
        return ()
    counted = _COUNT_ASKED.search(text) is not None
    role, amount = _amount(reading)
    if amount is None or not (counted or (role == "spend" and _RESULT_ASKED.search(text))):
        return ()
    one = calculation(Reading(blanked(text, [(amount.start, amount.end)], "·")))
    if one is None or one.missing or one.call.tool not in ("butterfly", "position"):
        return ()
    tool, terms = one.call.tool, {k: v for k, v in one.call.arguments.items() if k not in _PINNED}
    unit = Calculation(Call(tool, terms), note=one.note)
    if role == "gain":
        paid = {"cost": From(tool, "cost")} if tool == "butterfly" and terms.get("debit", 0) > 0 else {}
        return unit, Calculation(Call("units_for_profit", {"wanted": amount.value, "each": From(tool, "each"), **paid}))
    fit = Calculation(Call("units_for_budget", {"budget": amount.value, "unit_cost": From(tool, "cost")}))
    if role == "loss" or not _RESULT_ASKED.search(text):
        return unit, fit
    return unit, fit, Calculation(Call(tool, {**terms, "contracts": From("units_for_budget", "units")}))


def _amount(reading: Reading) -> tuple[str, Quantity | None]:
    """The sum of money that decides how many, and what it is for."""
    for slot in _ROLES:
        found = next((q for q in reading.quantities if slot.takes(q) and slot.cued(reading, q)), None)
        if found is not None:
            return slot.parameter, found
    return "", None
