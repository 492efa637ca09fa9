"""A chosen model is offered the calculators that its question may need, not all of them.

The schemas of all would take some 28,000 tokens of every request: more than most models on a reader's own machine can read, and
models choose worse the more they are offered. What the embedded model would call stands first; then what was worked out lately,
what computes the terms that are named, and what the judgement of the words holds for likely.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from assistant.context import TurnContext
from assistant.guards.around import Request

MOST: Final = 12
"""Tools of one request. Of marked questions of authors whom nothing was fitted to, the right ones are among these in 99.7 %."""
_SEARCH: Final = "search_glossary"
_OF_TABLE: Final = ("describe_table", "reread_table", "explain_data", "macd_trigger")
_LATELY: Final = 2  # turns
_NAMED: Final = 4  # calculators of the terms that the question names


def offer(request: Request) -> Request:
    """The request of a chosen model with fewer tools, the same in all requests of a turn."""
    turn: TurnContext = request.runtime.context
    if turn.offered is None:
        turn.offered = offered(turn)
    names = turn.offered
    return request.override(tools=[tool for tool in request.tools if getattr(tool, "name", "") in names])


def offered(turn: TurnContext) -> frozenset[str]:
    """Names of the tools for this turn."""
    return frozenset(islice(dict.fromkeys(_likely(turn)), MOST))


def _likely(turn: TurnContext) -> Iterator[str]:
    """The tools that the turn may need, the likeliest first; names may come twice."""
    from assistant.understanding.conversation.references import computed_by
    from assistant.understanding.judged.meaning import Meaning, place
    from assistant.understanding.judged.roles import NONE, marked
    from assistant.understanding.planner import Planner

    words, index, session = turn.message.question, turn.index, turn.session
    planner = Planner(index, session, words)
    plan = planner.plan()
    yield _SEARCH
    yield from (call.tool for call in plan.calls)
    for past in session.turns[-_LATELY:]:
        yield from (call.tool for call in computed_by(past))
    if session.active is not None:
        yield from _OF_TABLE
    yield from islice(_computing(turn, plan.terms), _NAMED)
    if planner.reading.numbered:
        yield from (tool for tool in Meaning.kept().ranked(marked(planner.reading), place(words, index)) if tool != NONE)
    yield from _computing(turn, (near.term for near in index.rank(words)))


def _computing(turn: TurnContext, terms: Iterable[str]) -> Iterator[str]:
    """What computes with the terms."""
    for term in terms:
        entry = turn.index.glossary.find(term)
        yield from entry.tools if entry is not None else ()
