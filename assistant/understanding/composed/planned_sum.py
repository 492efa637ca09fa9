"""A sum whose tranches are asked for only in passing: "can I put all 6k on at once", "25% of my account? I have 80k".

Or one that is a share of an account and is itself shared out: "1% of 400k a year, in four equal quarters, the first layer".
"""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.brought import From
from assistant.understanding.filling.calculation import Calculation, numbered
from assistant.understanding.text.quantities import Reading
from tools.methodology import METHOD

_ALL: Final = re.compile(r"\b(?:all|whole|entire|everything|full|all of|100\s?%)\b")
_AT_ONCE: Final = re.compile(
    r"\b(?:at once|in one (?:go|shot|trade|step|lump)|one shot|lump|up ?front|straight away|right away"
    r"|immediately|from the start"
    r"|(?:at|on) (?:the )?(?:first |1st )?(?:cross\w*|signal|trigger|turn)|instead of (?:tranches|layers|steps"
    r"|slices|layering))\b"
)
_OF_ACCOUNT: Final = re.compile(
    r"(?:%|percent) (?:mean\w*|(?:is|are)(?! \$?\d)|of what|refers?|applies|apply|count\w*)\b|\b(?:mean|is|are|be|that"
    r"|it)\b[^.?!]{0,12}"
    r"(?:%|percent) of (?:my|the|your|our|a) (?:whole |entire |total |full |trading )?(?:account|portfolio|book"
    r"|capital|equity|net liq)\b"
)
_OTHER: Final = re.compile(
    r"\b(?:fl(?:y|ies)|butterfl\w*|contracts?|debit|strikes?|settle\w*|should|profit|loss|irr|wacc|rsi|price"
    r"|cost|add(?:ed)?|spent|used"
    r"|deployed|left|already)\b"
)
_HIGHER: Final = re.compile(
    r"\bhigher (?:hist\w* )?(?:high|peak)"
    r"|\bhist\w* (?:makes a )?(?:new )?(?:higher )?(?:high|peak)|\bhh\b"
)
_DIVERGES: Final = re.compile(r"\bdiverg")
_ONE_BAR: Final = re.compile(
    r"\b(?:same|one) (?:bar|day|week|session|candle|close|time)\b"
    r"|\bat once\b|\btogether\b|\bsimultan|\bboth\b"
)
_BOTH: Final = re.compile(r"\bboth (?:of the )?(?:cues|signals|conditions|triggers)\b(?=.*\b(?:one|1|same|at once|together)\b)")
_STACKED: Final = (20.0, 40.0, 0.2, 0.4, 1.0)
_TRANCHE: Final = re.compile(r"\b(?:tranches?|layers?|slices?|opener|opening|adds?|first|ladder)\b")
_HEDGE_MOST: Final = 0.12  # of an account
_LEAST: Final = 300.0


def planned_sum(reading: Reading) -> tuple[Calculation, ...]:
    """The plan of tranches of the one sum told; () where other shares than the method's are told of it."""
    text = reading.lower
    if ("diverg" in text or "both" in text) and (stacked := _one_step(reading)):
        return stacked
    at_once = _ALL.search(text) is not None and _AT_ONCE.search(text) is not None
    if not (at_once or _OF_ACCOUNT.search(text) is not None) or _OTHER.search(text) or reading.ladders or reading.legs:
        return ()
    sums = [q for q in reading.quantities if q.unit in ("money", "plain") and q.value >= _LEAST]
    shares = [q for q in reading.quantities if q not in sums]
    known = {*METHOD.first.value, METHOD.step.value, 1.0}
    if len(sums) != 1 or not (at_once or shares) or any(q.unit != "percent" or q.value not in known for q in shares):
        return ()
    return (Calculation(Call("tranche_plan", {"budget": sums[0].value}), sources=numbered(reading)),)


def _one_step(reading: Reading) -> tuple[Calculation, ...]:
    """One step and two of the sum, where both cues come on the same bar; () where they do not, or other shares are told."""
    text = reading.lower
    named = _HIGHER.search(text) and _DIVERGES.search(text)
    if not (named or _BOTH.search(text)) or not _ONE_BAR.search(text):
        return ()
    sums = [q for q in reading.quantities if q.unit in ("money", "plain") and q.value >= _LEAST]
    if len(sums) > 1 or any(q.value not in _STACKED for q in reading.quantities if q not in sums):
        return ()
    step = METHOD.step.value
    note = (
        "both cues on one bar count as one step here: the article names one or the other, and one step a bar is our assumption."
    )
    if not sums:
        each = (Call("running_share", {"first": first, "adds": 1}) for first in METHOD.first.value)
        return tuple(Calculation(call, note=note if n == 0 else "") for n, call in enumerate(each))
    shares = {"whole": sums[0].value, "shares": [step, 2 * step], "of": "dollars"}
    return (Calculation(Call("share_of", shares), sources=numbered(reading), note=note),)


def shared_from(reading: Reading, single: Calculation) -> tuple[Calculation, ...]:
    """The hedge's share of an account, its equal parts and the tranches of one; () where the sum is shared out as it is."""
    given = single.call.arguments
    if single.call.tool != "layer_split" or single.missing or given.get("of") != "dollars" or len(set(given["parts"])) > 1:
        return ()
    shares = [q.value for q in reading.quantities if q.unit == "percent" and 0 < q.value <= _HEDGE_MOST]
    if len(shares) != 1 or not isinstance(given.get("planned"), int | float):
        return ()
    hedge = Call("budget_split", {"budget": given["planned"], "deployed": shares[0]})
    calls = [hedge, Call("layer_split", {**given, "planned": From("budget_split", "used")})]
    if _TRANCHE.search(reading.lower):
        calls.append(Call("tranche_plan", {"budget": round(given["planned"] * shares[0] / len(given["parts"]), 9)}))
    return tuple(Calculation(call, sources=numbered(reading)) for call in calls)
