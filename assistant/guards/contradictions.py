"""Whether a sentence contradicts what the results of a turn say of gains, comparisons and states, whatever its figures are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from assistant.guards import netting, order, outcomes, states
from assistant.guards.facts.judged import Judged
from assistant.guards.facts.payoffs import Paying
from assistant.guards.facts.places import wrong_place
from assistant.guards.facts.wings import Wings
from tools.result import Result
from tools.wings import WingAdjustment


class Contradictions:
    """What the results of one turn rule out.

    Args:
        results: of the turn, each also as a dictionary; where several are of one tool, a sentence is wrong only if it is
            wrong of each.
    """

    def __init__(self, results: Iterable[tuple[Result, Mapping[str, Any]]]) -> None:
        self._checks: dict[str, list[list[states.Check]]] = {}
        for result, told in results:
            self._checks.setdefault(result.tool, []).append(_of(result, told))

    def fault(self, text: str) -> str:
        """What is wrong with the sentence, in plain words; "" where nothing is."""
        for of_results in self._checks.values():
            faults = [_first(of_one, text) for of_one in of_results]
            if all(faults):
                return faults[0]
        return ""


def _of(result: Result, told: Mapping[str, Any]) -> list[states.Check]:
    found = [*states.checks(result, told), *order.checks(result, told), *netting.checks(result.tool, told)]
    judged = Judged(result.tool, told)
    found.append(judged.wrong)
    if isinstance(result, WingAdjustment):
        found.append(Wings(result).wrong)
    placed: list[states.Check] = []  # of a sentence with named strikes and break-evens as their levels
    payoff = outcomes.payoff_of(result)
    if payoff is not None:
        placed.append(lambda text: outcomes.wrong_outcome(text, payoff))
    worth = outcomes.worth_of(result)
    if worth is not None:
        placed += [lambda text: wrong_place(text, worth), Paying(told, worth).wrong]
    if placed:
        found.append(lambda text: _first(placed, judged.located(text)))
    return found


def _first(checks: Iterable[states.Check], text: str) -> str:
    """What the first of the checks that finds a fault says; "" where none does."""
    return next((fault for check in checks if (fault := check(text))), "")
