"""What the sum of the result before is of another one that is named now: "how much of my 250k account is that"."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.conversation.further_step import Derived
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.sought import Sought
from tools.result import Result
from tools.wording import money

_LEAST: Final = 100.0  # dollars; a smaller number is a share, or a price
_THAT: Final = r"(?: (?:is|was|are|were|would|does|will|do))?(?: all)? (?:that|this|it|they|those|these)(?: be| come to| make)?"
_PART: Final = (
    r"(?:(?:what|which|whats) (?:percent(?:age)?|%|pct|share|part|portion|fraction|slice)"
    r"|how (?:much|many percent|(?:big|large|small|high) (?:a |an )?(?:part|share|chunk|piece|slice|portion|percentage)))"
)
_WHOLE: Final = (
    r"(?:an? |my |the |our |your |his |her |total ){0,2}\$?\d[\d,.]*\s?k?(?: ?(?:dollars?|usd))?"
    r"(?: (?:account|portfolio|capital|savings|stake|pot|book|ira|fund|total|net worth|holdings?|position|stocks?)){0,2}"
)
_ASKED: Final = Sought(
    rf"^\W*(?:(?:and|so|ok|but|then|now) ){{0,2}}(?:{_PART}{_THAT} of {_WHOLE}|{_PART} of {_WHOLE}{_THAT}"
    rf"|(?:that|this|it|and)? ?(?:is |as |in )?(?:an? )?(?:percent(?:age)?|%|pct|share|part|fraction) of {_WHOLE})\W*$"
)


def _most_lost(result: Any) -> tuple[float, str]:
    return -result.max_loss, "that the position can lose at most"


_SUMS: Final[Mapping[str, Callable[[Any], tuple[float, str]]]] = {
    **dict.fromkeys(("butterfly", "position"), _most_lost),
    "tranche_plan": lambda result: (result.inputs["budget"], "of the plan's budget"),
    "budget_split": lambda result: (result.used, "of the budget that is used"),
    "units_for_budget": lambda result: (result.spent, "that is spent"),
    "staged_cost": lambda result: (result.total_cash, "that was paid in all"),
    "contract_value": lambda result: (result.notional, "of notional value"),
    "round_trip": lambda result: (abs(result.profit), "of profit" if result.profit >= 0 else "of loss"),
}


def share_of_sum(reading: Reading, results: Sequence[Result]) -> Derived | None:
    """The share that the sum of the last result is of the one that the words name; None where they name none."""
    if len(reading.quantities) != 1 or _ASKED.search(reading.lower) is None:
        return None
    (whole,) = reading.quantities
    told = next((_SUMS[r.tool](r) for r in reversed(results) if r.tool in _SUMS), None)
    if told is None or whole.unit == "percent" or whole.value < _LEAST or not math.isfinite(told[0]) or told[0] < 0:
        return None
    amount = round(float(told[0]), 9)
    return Derived((Call("part_of", {"amount": amount, "whole": whole.value}),), (f"“that” is the {money(amount)} {told[1]}.",))
