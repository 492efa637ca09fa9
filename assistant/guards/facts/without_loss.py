"""Whether a sentence denies a loss that a position can make, or calls a strike a break-even that is none.

"There is no risk", "nothing is lost above 35", "it breaks even at 25": no figure in them is wrong by itself, so they are held
against the payoff.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from assistant.guards.facts.places import Payoff
from assistant.guards.numerals import numerals
from assistant.guards.outcomes import regions

_NO_LOSS: Final = re.compile(
    r"\b(?:there is|there's|has|have|with|carries|at) (?:absolutely )?no (?:risk|loss|possible loss|chance of (?:a )?loss)\b"
    r"|\b(?:risk|loss) is (?:nil|zero|nothing|none)\b|\b(?:loses?|risks?) nothing\b|\bnothing (?:is|can be|gets) lost\b"
    r"|\b(?:can(?:not|['’]t)|can never|never) loses?\b(?! (?:more|less|over|all|any))|\brisk[- ]free\b",
    re.IGNORECASE,
)
# Words that speak of a part of the levels, of another time, or of a loss beyond the one that is told.
_IN_PART: Final = re.compile(
    r"\b(?:beyond|more|further|other|else|additional|unless|until|if|when|while|where|would|could|early|margin|assignment|"
    r"today|yet|now|up to|naked|unlimited|inside|within|in the|left|only|rate|rates|interest)\b",
    re.IGNORECASE,
)
_SUPPOSED: Final = re.compile(r"\b(?:not|no|never|neither|nor|if|would|were|until|instead)\b|n['’]t\b", re.IGNORECASE)
_LEVEL: Final = r"\d{1,6}(?:\.\d{1,4})?"
_EVEN: Final = re.compile(
    r"\b(?:break(?:s|ing)?[- ]even (?:only |exactly |just )?(?:at|on)|"
    r"break-?evens?(?: points?)? (?:is|are|lies?|sits?|at|of)(?: at)?)[\s*_]{1,3}"
    rf"(?P<levels>{_LEVEL}(?:[\s*_]{{0,3}}(?:,|and|or|/)[\s*_]{{1,3}}{_LEVEL})?)"
    r"(?!\d|\.\d|%|[\s*_]{0,3}(?:points?|plus|minus|above|below|over|under|apart|wide|from|[-+−–×*/=]))",
    re.IGNORECASE,
)
_PARTS: Final = (0.02, 0.5, 0.98)
_NEAR: Final = 1e-9


def no_loss(text: str, payoff: Payoff, strikes: Sequence[float]) -> str:
    """What is wrong with the denial of a loss, of all levels or of those that the sentence names; "" where nothing is."""
    if _NO_LOSS.search(text) is None:
        return ""
    named = list(regions(text))
    if any(all(payoff(low + part * (high - low)) < -_NEAR for part in _PARTS) for _, low, high in named):
        return "it loses there"
    if named or _IN_PART.search(text) or numerals(text):
        return ""
    return "it can lose" if min(map(payoff, (0.0, *strikes, 2 * strikes[-1]))) < -_NEAR else ""


def wrong_even(text: str, payoff: Payoff, strikes: Sequence[float]) -> str:
    """What is wrong where a strike is called a break-even; other levels are for the guard of figures."""
    if _SUPPOSED.search(text):
        return ""
    for found in _EVEN.finditer(text):
        for level in map(float, re.findall(_LEVEL, found["levels"])):
            if level in strikes and abs(payoff(level)) > _NEAR:
                return f"it does not break even at {level:g}"
    return ""
