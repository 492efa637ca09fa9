"""A few words after a term was explained that ask one thing more of it: a figure, how long, who says so, its counterpart.

They have no word of their own to look up, so only the term's own claims can answer them; which claims do is said by what
must stand in them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from assistant.session import Session, Turn
from assistant.understanding.conversation.again import Search
from assistant.understanding.plan import Plan
from assistant.understanding.text.shape import Shape
from assistant.understanding.text.wishes import figure_of
from knowledge import Glossary

_LEAD: Final = r"^\W*(?:(?:and|so|ok(?:ay)?|but|then|well|hm+|now),? ){0,2}"
_IT: Final = r"(?:it|that|this|they|those|these)"
_END: Final = rf"(?: (?:exactly|then|please|pls|though|actually|really|roughly|usually|here|for {_IT}|in {_IT}|of {_IT}))*\W*$"
_OWN: Final = r"(?:number|figure|idea|term|word|rule|name|level|claim|line|threshold|concept|definition)"
_ARTICLE: Final = r"(?:(?:the|a|any|your) )?(?:(?:primary|original) )?(?:articles?|sources?|books?|pages?|glossary)"
_ANY_FIGURE: Final = r"\d"
_TIME: Final = r"\b(?:long|time|periods?|days?|weeks?|months?|years?|hours?|minutes?|bars?|daily|weekly|monthly)\b"
_SOURCE: Final = r"\b(?:article|pages?|vixshield|clark|sources?|glossary|convention|assum\w+|this assistant|wilder|cboe)\b"
_ASKS: Final[tuple[tuple[re.Pattern[str], Shape, str], ...]] = (
    (
        re.compile(
            rf"{_LEAD}(?:(?:any|the|what|what'?s|what is|what are|give me|with|which|is there|are there|some|an?|actual|exact"
            r"|real|concrete|typical|usual|its|more) ){0,4}(?:numbers?|figures?|values?|thresholds?|percentages?|amounts?)"
            rf"(?: (?:is|are) {_IT})?{_END}"
        ),
        "how-much",
        _ANY_FIGURE,
    ),
    (
        re.compile(
            rf"{_LEAD}how (?:much|many|big|large|high|low|far)(?: (?:is|are|was) {_IT})?{_END}"
            rf"|{_LEAD}(?:could|can|must|may|does|is|would) {_IT} (?:also |always |only |ever )?(?:have to )?(?:be )?"
            rf"[\d.]+%?{_END}"
        ),
        "how-much",
        _ANY_FIGURE,
    ),
    (
        re.compile(
            rf"{_LEAD}(?:for |over )?(?:how long|what (?:period|time ?(?:frame|span)?))(?: (?:is|does|do|should|would|must)"
            rf" {_IT}(?: (?:be|take|last|go on|run))?)?{_END}|{_LEAD}(?:since|until|till) when{_END}"
        ),
        "when",
        _TIME,
    ),
    (
        re.compile(
            rf"{_LEAD}(?:who|whose)(?:'?s| is| are)? (?:{_OWN} (?:is|was) {_IT}|(?:invented|made up|made|wrote|named|coined"
            rf"|created|came up with|thought of|says?|said|claims?|defines?|defined|uses?)"
            rf" (?:{_IT}|so|the (?:term|word|name)))(?: up)?{_END}"
            rf"|{_LEAD}(?:is|was) {_IT} (?:stated |said |written |really |actually |all )?(?:in|from|by|of) {_ARTICLE}{_END}"
            rf"|{_LEAD}(?:does|do|did) (?:{_ARTICLE}|clark|vixshield|he|they) (?:really |actually )?"
            rf"(?:say|state|mention|claim|write|use) (?:{_IT}|so|the (?:term|word|name)){_END}"
            rf"|{_LEAD}according to (?:whom?|what){_END}"
        ),
        "source",
        _SOURCE,
    ),
)
# A question without a subject: "which settings", "on what series", "how far out in time". What it is of stands before it.
_NO_SUBJECT: Final = re.compile(
    rf"{_LEAD}(?:(?:on|in|at|for|with|over|of|from|by|under) )?(?:which|what)"
    r"(?: (?!(?:about|is|are|was|were|does|do|did|if|can|should|would|will|happens?|else)\b)[a-z-]+){1,2}"
    rf"{_END}|{_LEAD}(?:why|where|when|which)(?: (?:those|these|that|this|them|only|ever|always|exactly|ones?)){{1,2}}{_END}"
    rf"|{_LEAD}what (?:does|do|did) {_ARTICLE} (?:say|state|want|use|do)(?: (?:about|on|of|with) {_IT})?{_END}"
    rf"|{_LEAD}how (?:often|far|big|wide|deep|early|late|soon|close|strict|common|rare|reliable|precise|exact|certain)"
    rf"(?: (?:apart|out|away|in|of|the|time|money|ahead|before|after|back|enough|into|{_IT})){{0,4}}{_END}"
)
_OTHER: Final = re.compile(
    rf"{_LEAD}(?:what (?:about|is) |what'?s |how about |explain )?the (?:other|opposite|reverse)(?: one)?{_END}"
)
_RELATES: Final = re.compile(
    rf"{_LEAD}(?:how (?:does|do|is|are) {_IT} (?:relate|connect|compare|differ|link|fit|work|linked|related|connected"
    rf"|different)|what (?:does|do|has) {_IT} (?:have |got )?to do"
    rf"|is {_IT} (?:linked|related|connected|the same)|what'?s the (?:link|relation))\b"
)
_LONGEST: Final = 9  # words
_CHOICES: Final = 4
_NEAR: Final = 3  # turns


def one_thing_more(base: Plan, session: Session, search: Search, glossary: Glossary) -> Plan | None:
    """What the term explained last has on the one thing asked; None where something else is asked, or nothing was explained."""
    turn = _explained(session)
    if turn is None or len(base.question.split()) > _LONGEST:
        return None
    text, term = base.question.lower().replace("’", "'"), turn.answer.terms[0]
    if base.terms:
        return _beside(base, search, term) if _RELATES.match(text) and base.terms != (term,) else None
    if _OTHER.match(text):
        return _set_against(base, search, term, glossary)
    asked = next(((shape, holds) for pattern, shape, holds in _ASKS if pattern.match(text)), None)
    if (figure := figure_of(text)) is not None:
        asked = (
            "why" if "why" in text or "how come" in text else "source",
            rf"(?<![\d.]){re.escape(f'{figure:g}')}(?![\d]|\.\d)",
        )
    if asked is None and _NO_SUBJECT.match(text):
        return replace(base, terms=(term,), calls=(search(f"{term} {text}", (term,)),))
    if asked is None:
        return None
    shapes: tuple[Shape, ...] = ("source", "what") if asked[0] == "source" else (asked[0],)
    return replace(base, shapes=shapes, terms=(term,), holds=asked[1], calls=(search(f"{term} {text}", (term,)),))


def _explained(session: Session) -> Turn | None:
    """The turn that explained a term last, where no more than a question back or a refusal has come since."""
    for turn in reversed(session.turns[-_NEAR:]):
        if turn.answer.kind == "explanation":
            return turn if turn.answer.terms else None
        if turn.answer.results:
            return None
    return None


def _beside(base: Plan, search: Search, term: str) -> Plan:
    """What the term explained last has to do with the one named."""
    terms = (term, base.terms[0])
    return replace(base, shapes=("difference",), terms=terms, calls=(search(f"{term} {base.question}", terms),))


def _set_against(base: Plan, search: Search, term: str, glossary: Glossary) -> Plan | None:
    """The counterpart of the term explained last; where it has none, a question back with what is related to it."""
    if other := _counterpart(term, glossary):
        return replace(base, shapes=("what",), terms=(other,), calls=(search(f"what is {other}", (other,)),))
    entry = glossary.find(term)
    choices = tuple(f"What is {related}?" for related in entry.related[:_CHOICES]) if entry else ()
    return replace(base, kind="clarification", choices=choices, calls=(search(term, (term,)),)) if choices else None


def _counterpart(term: str, glossary: Glossary) -> str:
    """The related term that the term's own claims set against it ("contango versus backwardation"); "" for none."""
    entry = glossary.find(term)
    if entry is None:
        return ""
    own = {term.lower(), *(alias.lower() for alias in entry.aliases)}
    told = [claim.text.lower() for claim in entry.claims]
    for other in entry.related:
        name = other.lower()
        against = (f"versus {name}", f"{name} versus", f"opposite of {name}", f"reverse of {name}", f"{name} is the reverse")
        if any(phrase in text for phrase in against for text in told if any(n in text for n in own)):
            return other
    return ""
