"""What the turns before spoke of: their subject, what they computed, the terms they rest on and what they showed."""

from __future__ import annotations

import re

from assistant.session import Call, Session, Turn
from assistant.understanding.text.courtesy import courtesy
from assistant.understanding.text.of_itself import topic_of
from assistant.understanding.text.wishes import wish_of
from knowledge import Glossary


def last_subject(session: Session) -> Turn | None:
    """The last turn that asked something of its own, not merely to be shown more of the one before."""
    return next((t for t in reversed(session.turns) if not _leads_nowhere(t.question)), None)


def _leads_nowhere(question: str) -> bool:
    """Whether the question is for more of the answer before it, a courtesy, or on the assistant itself."""
    return wish_of(question) is not None or courtesy(question) or topic_of(question) is not None


def last_computed(session: Session) -> Turn | None:
    """The last turn that computed something."""
    return next((turn for turn in reversed(session.turns) if turn.answer.results and wish_of(turn.question) is None), None)


def shown(session: Session, since: Turn) -> frozenset[str]:
    """Ids of the claims that the turns from `since` on have cited."""
    turns = session.turns[session.turns.index(since) :]
    return frozenset(c.claim_id for turn in turns for c in turn.answer.citations)


def pending(session: Session) -> Call | None:
    """The calculation that the turn before asked a missing number for."""
    return session.turns[-1].pending if session.turns else None


def last_terms(session: Session) -> tuple[str, ...]:
    """The terms of the last answer that rested on any."""
    told = (t.answer.terms for t in reversed(session.turns) if t.answer.terms and t.answer.kind != "not-covered")
    return next(told, ())


def terms_spoken_of(session: Session, glossary: Glossary) -> tuple[str, ...]:
    """The terms of the last answer; where it only worked something out, those of its tools, nearest by name first."""
    turn = next((t for t in reversed(session.turns) if t.answer.terms or t.answer.results), None)
    if turn is None or turn.answer.terms:
        return last_terms(session)
    tools = [r.tool for r in turn.answer.results]
    words = {word for tool in tools for word in tool.split("_")}
    near = [e for e in glossary.entries if set(e.tools) & set(tools)]
    return tuple(e.term for e in sorted(near, key=lambda e: (not words & set(e.term.lower().split()), len(e.tools))))


def said(turn: Turn) -> str:
    """The turn's answer with the ids of its claims for marks, so that a part of it can be cited again."""
    ids = {str(c.mark): c.claim_id for c in turn.answer.citations}
    return re.sub(r"\[(\d{1,3})\]", lambda m: f"[{ids[m[1]]}]" if m[1] in ids else m[0], turn.answer.text)
