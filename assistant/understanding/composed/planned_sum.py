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
from assistant.understanding.text.sought import Sought
from tools.methodology import METHOD
from tools.wording import percent

_ALL: Final = Sought(r"\b(?:all|whole|entire|everything|full|all of|100\s?%)\b")
_AT_ONCE: Final = re.compile(
    r"\b(?:at once|in one (?:go|shot|trade|step|lump)|one shot|lump|up ?front|straight away|right away"
    r"|immediately|from the start"
    r"|(?:at|on) (?:the )?(?:first |1st )?(?:cross\w*|signal|trigger|turn)|instead of (?:tranches|layers|steps"
    r"|slices|layering))\b"
)
_OF_ACCOUNT: Final = Sought(
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
_STACKED: Final = (0.01, 0.2, 0.4, 1.0)  # "one bar" is a number too
_UNITS_PLANNED: Final = re.compile(
    r"(?<![\w.$])(?P<a>\d{1,4}) (?:(?:vix |call )?(?:contracts|fl(?:y|ies)|butterflies|units|futures|minis|spreads) )?"
    r"(?:are |were )?(?:planned|intended|(?:in|for) (?:all|total)|is the (?:whole )?plan)\b"
    r"|\b(?:plan(?:ned|ning)?|out of)(?: is| was| for| of|:)? (?:(?:a )?total (?:of )?)?(?P<b>\d{1,4})(?![\w%$]|[.,]\d)"
)
_PERIODS: Final = {"quarter": 4, "month": 12}
_PER_PERIOD: Final = Sought(r"\b(?:an?|per|every|each|by the) (?P<a>quarter|month)\b|\b(?P<b>quarter|month)ly\b")
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
    others = [
        round(q.value / 100 if q.value > 1 and q.unit == "plain" else q.value, 9) for q in reading.quantities if q not in sums
    ]
    firsts = tuple(first for first in METHOD.first.value if first in others) or METHOD.first.value
    step = METHOD.step.value
    reached = {round(first + n * step, 9) for first in firsts for n in range(3)}  # "do i go 25 to 65"
    if len(sums) > 1 or any(share not in {*reached, *_STACKED} for share in others):
        return ()
    note = (
        "both cues on one bar count as one step here: the article names one or the other, and one step a bar is our assumption."
    )
    if not sums:
        each = (Call("running_share", {"first": first, "adds": 1}) for first in firsts)
        read = numbered(reading)
        return tuple(Calculation(call, sources=read, note=note if n == 0 else "") for n, call in enumerate(each))
    shares = {"whole": sums[0].value, "shares": [step, 2 * step], "of": "dollars"}
    return (Calculation(Call("share_of", shares), sources=numbered(reading), note=note),)


def of_planned(reading: Reading, single: Calculation) -> tuple[Calculation, ...]:
    """Purchases beside the number of units planned: their average, and what share of the plan they are; () otherwise."""
    found = _UNITS_PLANNED.search(reading.lower) if single.call.tool == "staged_cost" and not single.missing else None
    if found is None:
        return ()
    units = [fill["units"] for fill in single.call.arguments["fills"]]
    planned, bought = int(found["a"] or found["b"]), sum(units)
    if not all(float(n).is_integer() for n in units) or not 0 < bought <= planned:
        return ()
    read = numbered(reading)
    share = Call("tranche_units", {"planned": planned, "bought": int(bought)})
    return Calculation(single.call, sources=read, note=single.note), Calculation(share, sources=read)


def by_the_year(reading: Reading, found: tuple[Calculation, ...]) -> tuple[Calculation, ...]:
    """What a share that is spent every quarter or month is by the year, beside the one plan found of it; () otherwise."""
    if len(found) != 1:
        return ()
    (single,) = found
    told, given = _PER_PERIOD.search(reading.lower), single.call.arguments
    share, budget = given.get("share"), given.get("budget")
    if told is None or single.call.tool != "tranche_plan" or single.missing or share is None or budget is None:
        return ()
    period = told["a"] or told["b"]
    yearly = round(share * _PERIODS[period], 12)
    note = f"{percent(share, 4)} a {period} is {percent(yearly, 4)} a year."
    whole = Call("share_of", {"whole": budget, "shares": [yearly], "of": "dollars"})
    return (Calculation(whole, sources=numbered(reading), note=note),) if yearly <= 1 else ()


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
