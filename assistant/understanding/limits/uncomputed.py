"""Questions of which nothing is computed: a greeting, a change in which nothing is found, and all that the glossary answers.

What the glossary is asked for is the question itself, or what the turns before spoke of where it has no word of its own.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from assistant.session import Call, Session
from assistant.understanding.conversation import dialogue, spoken_of
from assistant.understanding.conversation.again import Search
from assistant.understanding.conversation.references import last_calls
from assistant.understanding.conversation.words_for import parameters_in_words
from assistant.understanding.plan import Plan
from assistant.understanding.table.data_words import asks_what_came
from assistant.understanding.text.courtesy import courtesy
from assistant.understanding.text.of_itself import asks_length, topic_of
from assistant.understanding.text.wishes import wish_of
from knowledge import Index

_LED = 2  # claims with which the answer before began, and which are not told again
_CONTEXT = 160  # characters of the question before
_TURNED_BACK: Final = re.compile(
    r"\b(?:macd|signal|trigger|cross\w{0,4}|lines?|it)\b[a-z ]{0,16}\b(?:flip\w{0,4}|turn(?:s|ed|ing)?|revers(?:es?|ed|ing)"
    r"|cross(?:es|ed|ing)?|roll(?:s|ed)?|goes|went) (?:right |straight |quickly )?back\b|\buncross\w*"
)
_HELD_LONG: Final = re.compile(
    r"\b(?:how long|until when|till when)\b[a-z ']{0,12}\b(?:i|we|you|one|someone|people|they)\b[a-z ]{0,10}\b(?:hold|keep|stay"
    r"|sit)\b(?: (?:in|on(?: to)?|onto))?(?: (?:it|this|that|them|the (?:hedge|position|fl(?:y|ies)|butterfl\w+|futures?|trade"
    r"|layers?)))?"
    r"(?: (?:for|then|usually|exactly|on|once|after|please))?\W*$"
)


def _asks_way_out(question: str) -> str:
    """What a question on the time after the entry is searched for: a cross that turns back, or how long it is held; or ""."""
    text = question.lower()
    if ("back" in text or "uncross" in text) and _TURNED_BACK.search(text) is not None:
        return "crosses back down right after a layer"
    return "no time limit, exit rule" if _HELD_LONG.search(text) is not None else ""


def greeted(base: Plan, session: Session, search: Search) -> Plan | None:
    """A greeting, or "tell me more" where nothing has been told yet."""
    wish = wish_of(base.question) if not session.turns else None
    if wish in ("sure", "much") and session.active is None:
        missing = ("to know what is meant: nothing has been computed or loaded here yet",)
        return replace(base, kind="clarification", missing=missing, calls=(search(base.question, ()),))
    if base.terms or wish in ("sure", "much") or not (wish or courtesy(base.question)):
        return None
    if asks_what_came(base.question, session):
        return None
    return replace(base, kind="clarification", courtesy=True, calls=(search(base.question, ()),))


def asked_of_itself(base: Plan, search: Search) -> Plan | None:
    """A question on the assistant itself: how to load data, how many values it takes, what is sent where."""
    if asks_length(base.question):
        return replace(base, kind="calculation", calls=(Call("first_bars", {}), search(base.question, base.terms)))
    topic = topic_of(base.question)
    return (
        None if topic is None else replace(base, kind="explanation", topic=topic, terms=(), calls=(search(base.question, ()),))
    )


def unchanged(base: Plan, session: Session, search: Search) -> Plan | None:
    """A change of the last calculation in which nothing of it is found: what could change is told."""
    last = last_calls(session)
    if not last or not dialogue.wants_change(base.question) or not session.turns[-1].answer.results:
        return None
    missing = (f"to know what should change: {parameters_in_words(last[-1])}",)
    return replace(base, kind="clarification", missing=missing, calls=(search(base.question, base.terms),))


def explained(base: Plan, session: Session, search: Search, index: Index) -> Plan:
    """What the glossary says on the question, or on what was spoken of before it."""
    terms = base.terms
    if not terms and dialogue.wants_example(base.question) and (last := spoken_of.last_terms(session)):
        subject = spoken_of.last_subject(session)
        asked = subject.question if subject is not None else base.question
        return replace(base, shapes=("example",), terms=last[:1], calls=(search(asked, last[:1]),))
    if not terms and dialogue.wants_formula(base.question) and (last := spoken_of.last_terms(session)):
        return replace(base, shapes=("formula",), terms=last[:1], calls=(search(f"formula of {last[0]}", last[:1]),))
    purpose = dialogue.asks_purpose(base.question)
    strange = index.coverage(base.question) <= 0 and bool(index.unknown(base.question))  # "can i use it in an ira"
    back = dialogue.is_of_before(base.question) and not strange
    leans = base.shape == "risk" or back or purpose
    if purpose and set(terms) <= index.glossary.ambient:  # "what does the method use it for"
        terms = ()
    if not terms and (leans or dialogue.says_nothing(base.question, index)):  # "why 25%?" has no word of its own
        terms = spoken_of.terms_spoken_of(session, index.glossary)[:2]
    if not terms and (purpose or base.shape == "risk"):  # of what else?
        terms = tuple(e.term for e in (index.glossary.find("ALVH"),) if e is not None)
    asked = dialogue.with_purpose(base.question)
    if (way_out := _asks_way_out(base.question)) and (rules := index.glossary.find("Exit rules")) is not None:
        terms = (rules.term, *(term for term in terms if term != rules.term))
        return replace(base, terms=terms, calls=(search(f"{asked}, {way_out}", terms),))
    if back and not base.terms and (subject := spoken_of.last_subject(session)) and subject.answer.kind == "explanation":
        asked = f"{subject.question[:_CONTEXT]} {asked}"  # what "both" and "that" are stands there
        base = replace(base, seen=frozenset(c.claim_id for c in subject.answer.citations[:_LED]))
    if terms and (purpose or (base.shape == "risk" and not base.terms)):
        asked = f"{'purpose' if purpose else 'risks'} of {terms[0]}"
    return replace(base, terms=terms, calls=(search(asked, terms),))
