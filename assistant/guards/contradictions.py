"""Whether a sentence contradicts what the results of a turn say of gains, comparisons and states, whatever its figures are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from assistant.guards import order, outcomes, states
from assistant.guards.facts.judged import Judged
from assistant.guards.facts.payoffs import Paying
from assistant.guards.facts.places import wrong_place
from tools.result import Result


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
            faults = [next((f for check in of_one if (f := check(text))), "") for of_one in of_results]
            if all(faults):
                return faults[0]
        return ""


def _of(result: Result, told: Mapping[str, Any]) -> list[states.Check]:
    found = [*states.checks(result, told), *order.checks(result, told)]
    judged = Judged(result.tool, told)
    found.append(judged.wrong)
    payoff = outcomes.payoff_of(result)
    if payoff is not None:
        found.append(lambda text: outcomes.wrong_outcome(judged.located(text), payoff))
    worth = outcomes.worth_of(result)
    if worth is not None:
        paying = Paying(told, worth)
        found.append(lambda text: wrong_place(judged.located(text), worth) or paying.wrong(judged.located(text)))
    return found
