"""Few words after a calculation that name nothing of it and no term: what is meant is asked, with what could be.

A vague follow-up ("half that", "the other one", "both in total") has no words to search the glossary with; any entry found for
it would be one by chance.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from assistant.session import Call, Session, Turn
from assistant.understanding.conversation import dialogue, spoken_of
from assistant.understanding.conversation.again import Search
from assistant.understanding.conversation.references import STAGED, last_calls
from assistant.understanding.conversation.words_for import parameters_in_words
from assistant.understanding.plan import Plan
from knowledge import Glossary
from tools import CATALOGUE
from tools.outcome import Outcome

_LONGEST: Final = 6  # words
_LONG: Final = 12
_NEAR: Final = 3  # turns
_OF_SUMS: Final = ("calculation", "clarification")
# Who asks what something is, or why, asks the sources.
_EXPLAINS: Final = re.compile(
    r"^\W*(?:(?:and|so|but|ok|well|then),? ){0,2}(?:why|how come|how (?:long|do|does|is|are|can|would)\b|explain|define"
    r"|describe|who|what(?:'?s|s| is| are| does| do| time| hour)\b|does|do|is|are|can|could|should|would)\b"
)
_DIGIT: Final = re.compile(r"\d")
_MORE: Final = 3  # choices
_WORKING: Final = "Show the working"


def unclear(base: Plan, session: Session, search: Search, glossary: Glossary) -> Plan | None:
    """A question back; None where the words ask the sources, or nothing was worked out in the turn before.

    A number beside a name of what was worked out ("that butterfly but 1.05 each way") is a change too, not a term to look up.
    """
    last, computed = last_calls(session), spoken_of.last_computed(session)
    if (
        computed is None
        or not last
        or (base.terms and not _changes_it(base, last[-1], glossary))
        or computed not in session.turns[-_NEAR:]
        or session.turns[-1].answer.kind not in _OF_SUMS
    ):
        return None
    if len(base.question.split()) > (_LONG if base.terms else _LONGEST):
        return None
    text = base.question.lower().replace("’", "'")
    if _EXPLAINS.match(text) or dialogue.wants_example(text) or dialogue.wants_formula(text) or dialogue.asks_purpose(text):
        return None
    changed = parameters_in_words(last[-1]) if last[-1].arguments else ""
    return replace(base, kind="clarification", unclear=changed, choices=_choices(last[-1], computed), calls=(search(text, ()),))


def _changes_it(base: Plan, last: Call, glossary: Glossary) -> bool:
    """Whether a number stands beside words for what was worked out last, and for nothing else."""
    named = [glossary.find(term) for term in base.terms]
    return _DIGIT.search(base.question) is not None and all(e is not None and last.tool in e.tools for e in named)


def _choices(last: Call, turn: Turn) -> tuple[str, ...]:
    """Questions on the result that can be sent as they stand."""
    result = turn.answer.results[-1]
    asked: tuple[str, ...] = ()
    if isinstance(result, Outcome):
        asked = ("What is the max loss?", "Where does it break even?", "Double the contracts")
    elif last.tool in STAGED:
        asked = ("How much is in the second tranche?", "And if I start at 30%?") if "budget" in last.arguments else ()
    elif last.tool == "macd_trigger":
        asked = ("When did it last cross?", "How many triggers?")
    elif "contracts" in {p.name for p in CATALOGUE[last.tool].parameters}:
        asked = ("Double the contracts",)
    return (*asked[:_MORE], _WORKING)
