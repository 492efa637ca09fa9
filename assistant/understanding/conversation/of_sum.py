"""A share just told, of a sum that is named now; and what all the units that a sum just bought make."""

from __future__ import annotations

import re
from typing import Any, Final

from assistant.session import Call, Session
from assistant.understanding.conversation.changes import change
from assistant.understanding.conversation.further_step import Derived
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.text.fillers import fillers, hardly_more
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.sought import Sought
from tools.contracts import SPECIFICATIONS
from tools.methodology import METHOD
from tools.result import Result
from tools.wording import percent

_PART: Final = Sought(r"\b(?:what|which|whats) ?(?:percent|pct|%|share|part|fraction)")
_LEAST: Final = 500.0  # dollars; what is less may be a price
_FOR_A_PLAN: Final = re.compile(r"\b(?:with|budget|plan\w*|hedge|account|pot)\b")
_ONLY: Final = fillers(
    r"and|so|ok|but|then|now|of|on|in|with|for|if|out|at|what|whats|how|much|many|is|are|was|were|would|be|that|this|it|the"
    r"|my|a|an",
    r"i|have|has|do|does|did|mean|means|come|comes|to|amount|amounts|worth|hedge|budget|plan|planned|total|whole|sum|account"
    r"|all",
    r"pot|dollars?|bucks|money|cash|usd|k|say|me|give|show|please|pls|terms",
)
_WITH_ALL: Final = re.compile(
    r"\b(?:with|on|from|of|for) (?:all (?:of )?)?(?:those|them|these|that many)\b|\ball of (?:them|those|these)\b"
)
_EXTREME: Final = re.compile(
    r"\b(?:most|max\w*|best|worst|profit|make|made|lose|loss|risk|gain|break-? ?evens?|payoff|p/?l|pnl|at (?=\d))\b"
)
_UNITS_AT: Final = re.compile(
    r"\b(?:fl(?:y|ies)|butterfl\w+|contracts?|spreads?|condors?|units?|calls?)\b (?:at|for|@|costing|of|that cost) \$?"
    r"(?P<price>\d{1,5}(?:\.\d++)?|\.\d++)(?![\w%]|\.\d)"
)
_STEP_MORE: Final = re.compile(
    r"^\W*(?:(?:and|so|ok|but|then|what|if|i|we|how about|with|after|add|adding|put|on|do) ){0,7}(?:one|1|another|a) (?:more "
    r"|further |later )?"
    r"(?:step|tranche|add|layer|slice)(?: (?:more|then|on top|is added|goes on))?\W*$"
)
_SO: Final = r"^\W*(?:(?:and|so|ok|but|then|now),? ){0,2}"
_TO_FULL: Final = re.compile(
    rf"{_SO}how many (?:(?:more|further) (?:adds|tranches|steps|buys)\W*$|(?:more |further |later |full |20% )?"
    r"(?:adds?|additions?|tranches|steps|slices|layers|buys)"
    r"(?: (?:more|are|is|do|does|would|will|can|could|i|we|it|there|left|still|to go|remain(?:ing)?|needed?|take|make|have"
    r"|until|till|til|to|before|reach|get|for|that|i'?m|im|it'?s|its|am|be|being|a|the|my|fully?|complete|done|cap|100 ?%|end"
    r"|in|hedge|hedged|deployed|invested|plan|fit)){1,10}\W*$)"
)
_STILL: Final = re.compile(
    rf"{_SO}(?:how much|what|whats|what's)(?: (?:is|are|do|i|we|have|remains?|money|cash|of it|the|my|budget|hedge|plan|still"
    r"|now|left|over|free|unused|available|remaining|undeployed|unspent|open|to go|to deploy|to spend|to use|deployed|used|in"
    r"|on|invested|for later|so far|then)){1,7}\W*$"
)
_A_POINT: Final = SPECIFICATIONS["VIX option"].per_point
_IN_POINTS: Final = 10.0  # what costs less is quoted in points
_SHARED: Final = ("running_share", "budget_split", "divergence_in_words")
_NO_SIZE: Final = frozenset(("contracts", "fees"))


def of_sum(reading: Reading, results: tuple[Result, ...], asked: str) -> Derived | None:
    """What the share told last is of the one sum that the words name ("of $40,000?"); None where they name something else.

    Of what was bought in steps it is all their shares, where those were told in percent in what was `asked`.
    """
    last = results[-1]
    if _PART.search(reading.lower):  # "what % is that of 80k"
        return None
    if last.tool == "staged_cost" and "%" in asked:
        share: Any = round(float(getattr(last, "units", 0.0)) / 100, 12)
    elif last.tool in _SHARED and last.inputs.get("adds") != 0:  # of the first tranche alone the plan itself tells more
        share = getattr(last, "share", last.inputs.get("deployed") if last.tool == "budget_split" else None)
    else:
        return None
    if not isinstance(share, float) or not 0 < share <= 1 or len(reading.quantities) != 1:
        return None
    (number,) = reading.quantities
    large = number.value >= _LEAST and number.unit in ("money", "plain")
    if not large or not hardly_more(reading, number, _ONLY):
        return None
    return Derived((Call("budget_split", {"budget": number.value, "deployed": share}),))


def planned_with(reading: Reading, session: Session) -> Calculation | None:
    """The method's plan for a sum that is named alone ("with 40k"), after a result that takes none; None for other words."""
    computed = any(turn.answer.results for turn in session.turns)
    if len(reading.quantities) != 1 or reading.ladders or reading.legs or not computed:
        return None
    (number,) = reading.quantities
    a_sum = number.unit == "money" or reading.lower[: number.end].endswith("k") or _FOR_A_PLAN.search(reading.lower) is not None
    if not a_sum or number.value < _LEAST or not hardly_more(reading, number, _ONLY):
        return None
    return Calculation(Call("tranche_plan", {"budget": number.value}), sources={"budget": number})


def one_step_more(reading: Reading, results: tuple[Result, ...]) -> Derived | None:
    """What is on after one more of the method's later tranches, how many adds are left up to the cap, or what is left."""
    last, text = results[-1], reading.lower
    if _TO_FULL.match(text) is not None:
        on = last.inputs.get("deployed", getattr(last, "share", None)) if last.tool in _SHARED else last.inputs.get("first")
        step = next((r.inputs["step"] for r in results if isinstance(r.inputs.get("step"), float)), METHOD.step.value)
        note = "" if last.tool in _SHARED else "no tranche is told as bought, so it is counted from the first one on."
        calls = (Call("running_share", {"first": on, "adds": 0, "step": step}),)
        return Derived(calls, (note,) if note else ()) if isinstance(on, float) and 0 < on <= 1 else None
    deployed = last.inputs.get("deployed")
    if reading.quantities or not isinstance(deployed, float):
        return None
    budget = last.inputs["budget"]
    if _STILL.match(text) is not None:
        return Derived((Call("budget_split", {"budget": budget, "deployed": deployed}),))
    if _STEP_MORE.match(text) is None:
        return None
    step = METHOD.step.value
    share = round(min(1.0, deployed + step), 12)
    note = f"one more of the method's later tranches is {percent(step)} of the plan."
    return Derived((Call("budget_split", {"budget": budget, "deployed": share}),), (note,))


def bought_with(reading: Reading, results: tuple[Result, ...]) -> Derived | None:
    """The whole units that the part just told buys ("and in flies at .85"); None where the words price none."""
    part, priced = _part_told(results[-1]), _UNITS_AT.search(reading.lower)
    if part is None or priced is None or len(reading.quantities) != 1 or reading.ladders:
        return None
    price = float(priced["price"])
    cost = round(price * _A_POINT, 9) if price < _IN_POINTS else price
    return Derived((Call("units_for_budget", {**part, "unit_cost": cost}),), ("the part just told is the sum to be spent.",))


def _part_told(result: Any) -> dict[str, float] | None:
    """The sum to be spent where a result tells one part of one; a share stays one, so that it can be told anew."""
    if result.tool == "share_of" and result.inputs["of"] == "dollars" and len(result.inputs["shares"]) == 1:
        return {"budget": result.inputs["whole"], "share": result.inputs["shares"][0]}
    return {"budget": round(float(result.used), 2)} if result.tool == "budget_split" else None


def with_all(reading: Reading, results: tuple[Result, ...]) -> Derived | None:
    """The position of which a sum just bought whole units, in that number ("the most I could make with those")."""
    if len(results) < 2 or results[-1].tool != "units_for_budget" or results[-2].tool not in ("butterfly", "position"):
        return None
    asked = _WITH_ALL.search(reading.lower) is not None and _EXTREME.search(reading.lower) is not None
    units = int(getattr(results[-1], "units", 0))
    if not asked or units < 1 or reading.ladders or reading.legs:
        return None
    known = {name: value for name, value in results[-2].inputs.items() if name not in _NO_SIZE and value is not None}
    call = Call(results[-2].tool, {**known, "contracts": units})
    return Derived((change(reading, call) or call,))
