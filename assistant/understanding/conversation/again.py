"""Questions for the answer before once more: in another manner, its working or code, or further claims on its subject."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from assistant.session import Call, Session
from assistant.understanding.conversation import dialogue, spoken_of
from assistant.understanding.plan import Plan
from assistant.understanding.table.data_words import explained, fresh
from assistant.understanding.text.manner import MANNERS
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.shape import Shape
from assistant.understanding.text.wishes import Wish, figure_of, wish_of
from knowledge import Glossary
from tools.outcome import Outcome

_NEAR: Final = 3  # turns
_PAYOFFS: Final = {"butterfly", "position"}
SEARCH: Final = "search_glossary"
Search = Callable[[str, tuple[str, ...]], Call]


def retold(base: Plan, session: Session, search: Search) -> Plan | None:
    """The answer before in another manner: shorter, in plainer words; another language is declined with what there is."""
    wish = wish_of(base.question)
    if wish in ("short", "explain") and fresh(session):  # "summary please" of the file that has just come
        return replace(base, kind="calculation", calls=(Call("explain_data", {}), search(base.question, base.terms)))
    if wish not in MANNERS:
        return None
    subject = spoken_of.last_subject(session)
    if subject is None:
        none = replace(base, terms=(), calls=(search(base.question, ()),))
        return replace(none, wish=wish) if wish == "language" else replace(none, courtesy=True)
    computed = subject.answer.kind == "calculation"
    calls = tuple(c for c in subject.calls if c.tool != SEARCH) if computed else ()
    calls = calls or (search(subject.question, subject.answer.terms[:2]),)
    told = replace(base, kind=subject.answer.kind, wish=wish, terms=subject.answer.terms, calls=calls)
    return replace(told, said=spoken_of.said(subject))


def shaped(base: Plan, session: Session, search: Search, glossary: Glossary) -> Plan | None:
    """Why the payoff worked out last is as it is, or what is at risk in it.

    None where there is no such payoff, or the question names a term that no payoff computes.
    """
    at_risk = base.shape == "risk" and not base.terms
    if not (at_risk or dialogue.asks_shape(base.question)):
        return None
    near = next((t for t in reversed(session.turns[-_NEAR:]) if any(isinstance(r, Outcome) for r in t.answer.results)), None)
    named = [glossary.find(term) for term in base.terms]
    if near is None or not all(entry is not None and _PAYOFFS & set(entry.tools) for entry in named):
        return None
    calls = tuple(c for c in near.calls if c.tool in _PAYOFFS)
    if at_risk:  # the most that can be lost, and what the sources warn of
        terms = near.answer.terms[:2]
        return replace(base, kind="calculation", terms=terms, calls=(*calls, search(base.question, terms)))
    return replace(base, kind="calculation", wish="shape", calls=(*calls, search(base.question, base.terms)))


def taken_for_granted(base: Plan, reading: Reading, session: Session, search: Search) -> Plan | None:
    """Who says a figure that the last calculation takes for granted ("why 25%?"); None where it takes no such figure."""
    figure = figure_of(reading.lower) if session.turns else None
    if figure is None:
        return None
    for turn in reversed(session.turns[-_NEAR:]):
        calls = tuple(c for c in turn.calls if c.tool != SEARCH)
        if any(figure in a.figures for r in turn.answer.results for a in r.assumptions):
            return replace(base, kind="calculation", wish="assumed", calls=calls, terms=turn.answer.terms[:2])
    return None


def shown_again(base: Plan, reading: Reading, session: Session, search: Search) -> Plan | None:
    """More of the answer before: its code or working again, or further claims on the same subject."""
    wish = wish_of(base.question)
    subject, computed = spoken_of.last_subject(session), spoken_of.last_computed(session)
    if dialogue.wants_chart(base.question) and computed is not None:
        calls = tuple(c for c in computed.calls if c.tool != SEARCH)  # the chart stands beside the result
        return replace(base, kind="calculation", calls=(*calls, search(computed.question, base.terms)))
    if wish is None or subject is None or (wish == "sure" and explained(reading.lower, session)):
        return None
    # Shown once more it is what was spoken of last, whatever came between.
    on_it = computed is subject or bool(session.turns[-1].answer.results)
    if wish == "assumed" and computed is None:
        return None
    if computed is not None and (wish in ("code", "working", "assumed") or (on_it and wish != "more")):
        calls = tuple(c for c in computed.calls if c.tool != SEARCH)
        shown: Wish = wish if wish in ("code", "sure", "much", "assumed", "source") else "working"
        return replace(base, kind="calculation", wish=shown, calls=calls, terms=computed.answer.terms[:2])
    if wish in ("why", "explain") and (refused := tuple(c for c in subject.calls if c.tool != SEARCH)):
        # What it said when it could not be computed.
        return replace(base, kind="calculation", calls=(*refused, search(base.question, base.terms)))
    terms = subject.answer.terms[:2]
    pointed: dict[str, tuple[Shape, ...]] = {"why": ("why",), "source": ("source",), "much": ("how-much",)}
    shapes = pointed.get(wish, ("what", "how"))
    seen = spoken_of.shown(session, subject) if wish in ("more", "explain", "sure", "source") else frozenset()
    if wish == "why" and terms:  # of what was explained, and of nothing that only sounds like the words
        asked = f"{terms[0]} {subject.question}"
        return replace(base, wish=wish, shapes=shapes, terms=terms, holds=".", calls=(search(asked, terms),))
    return replace(base, wish=wish, shapes=shapes, terms=terms, seen=seen, calls=(search(subject.question, terms),))
