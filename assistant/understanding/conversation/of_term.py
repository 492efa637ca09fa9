"""Numbers alone, after a term was explained: they are for what computes it ("contango", then "with 16 and 17.5")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assistant.understanding.composed.several import calculations
from assistant.understanding.conversation import dialogue
from assistant.understanding.text.quantities import Reading

if TYPE_CHECKING:
    from assistant.understanding.filling.calculation import Calculation
    from assistant.understanding.question import Question

_FEW: Final = 2  # numbers, of which a calculation can be made
_LONGEST: Final = 10  # words
# What is told of these names terms of its own ("iv .25 delta -0.08").
_QUOTES: Final = ("iv_at_delta", "iv_at_tenor")


def for_term(asked: Question) -> Calculation | None:
    """The calculation of the term explained last, with the question's numbers; None where they are for something else."""
    told = asked.session.turns[-1].answer if asked.session.turns else None
    if told is None or told.results or not told.terms:
        return None
    reading = asked.reading
    short = len(reading.quantities) >= _FEW and len(reading.lower.split()) <= _LONGEST
    if not dialogue.numbers_alone(reading) and (asked.named or not short):
        return None
    entry = asked.index.glossary.find(told.terms[0])
    found = calculations(Reading(f"{told.terms[0]}: {asked.text}"))
    if entry is None or not found or found[0].missing or found[0].call.tool not in entry.tools:
        return None
    return None if asked.named and found[0].call.tool not in _QUOTES else found[0]
