"""What is wrong with a sentence by the things of a result: every way in which it can turn one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, Final

from assistant.guards.facts.crossings import wrong_crossing
from assistant.guards.facts.figures import wrong_owner
from assistant.guards.facts.forces import wrong_force
from assistant.guards.facts.halves import wrong_half
from assistant.guards.facts.identity import wrong_identity
from assistant.guards.facts.known import facts_of
from assistant.guards.facts.labels import wrong_label
from assistant.guards.facts.legs import wrong_leg
from assistant.guards.facts.levels import wrong_level
from assistant.guards.facts.likelihood import wrong_likelihood
from assistant.guards.facts.moves import wrong_move
from assistant.guards.facts.nearness import wrong_nearness
from assistant.guards.facts.packages import wrong_package
from assistant.guards.facts.passing import wrong_passing
from assistant.guards.facts.places import located
from assistant.guards.facts.ranks import wrong_rank
from assistant.guards.facts.reading import Reading, read
from assistant.guards.facts.shares import wrong_share
from assistant.guards.facts.signs import wrong_sign
from assistant.guards.facts.states import wrong_state
from assistant.guards.facts.tallies import wrong_tally
from assistant.guards.facts.things import Facts
from assistant.guards.facts.within import wrong_within

_CHECKS: Final[tuple[Callable[[Reading, Facts], str], ...]] = (
    wrong_level,
    wrong_move,
    wrong_rank,
    wrong_sign,
    wrong_state,
    wrong_crossing,
    wrong_leg,
    wrong_force,
    wrong_owner,
    wrong_label,
    wrong_share,
    wrong_half,
    wrong_package,
    wrong_identity,
    wrong_nearness,
    wrong_likelihood,
    wrong_tally,
    wrong_within,
    wrong_passing,
)


class Judged:
    """One result, whose things are read off it once a sentence is held against them.

    Args:
        tool: whose result it is.
        told: the result as a dictionary.
    """

    def __init__(self, tool: str, told: Mapping[str, Any]) -> None:
        self._tool, self._told = tool, told

    def wrong(self, text: str) -> str:
        """What is wrong with the sentence, in plain words; "" where nothing is."""
        reading = read(text)
        return next((fault for check in _CHECKS if (fault := check(reading, self._facts))), "")

    def located(self, text: str) -> str:
        """The sentence with named strikes and break-evens as their levels."""
        return located(text, self._facts)

    @cached_property
    def _facts(self) -> Facts:
        return facts_of(self._tool, self._told)
