"""The chance that a model gives a position just worked out to end between its break-evens; what it needs is asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from assistant.session import Call, Session
from assistant.understanding.positions.pricing import option_terms
from assistant.understanding.text.quantities import Reading
from tools.outcome import Outcome

_TOOL: Final = "finish_chance"
_CHANCE: Final = re.compile(
    r"^\W*(?:(?:and|so|ok|but|then),? ){0,2}(?:what(?:'?s| is| are)? |how (?:likely|probable) )?"
    r"(?:the |my |is |its |any ){0,2}(?:chances?|probabilit\w+|odds|likel\w+|pop\b|that|it)\b"
)
_WORDS: Final = ("chance", "probab", "odds", "likel")
_LONGEST: Final = 14  # words
_NEEDED: Final = {
    "forward": "the price of the future of the same expiry",
    "years": "the time to expiry, in days",
    "vol": "the volatility, in percent",
}


@dataclass(frozen=True)
class Chance:
    """The call, and what is still missing for it, in words."""

    call: Call
    missing: tuple[str, ...]
    assumed: tuple[str, ...]


def chance_asked(reading: Reading, session: Session) -> Chance | None:
    """The chance that the words ask for of the payoff before; None where they ask none, or it has not two break-evens."""
    if not any(word in reading.lower for word in _WORDS) or len(reading.lower.split()) > _LONGEST or reading.ladders:
        return None
    before = next((t.answer.results for t in reversed(session.turns) if t.answer.results), ())
    payoff: Any = next((r for r in before if isinstance(r, Outcome)), None)
    if payoff is None or _CHANCE.match(reading.lower) is None or len(payoff.break_evens) != len(("lower", "upper")):
        return None
    low, high = payoff.break_evens
    found, _ = option_terms(reading.lower)
    known = {k: found[k] for k in _NEEDED if k in found}
    missing = tuple(ask for name, ask in _NEEDED.items() if name not in known)
    note = f"the chance of a settlement between the break-evens {low:g} and {high:g}, by a model and no forecast."
    return Chance(Call(_TOOL, {"low": low, "high": high, **known}), missing, (note,))
