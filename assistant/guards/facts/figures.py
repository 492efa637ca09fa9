"""Whether a sentence gives a figure of one thing of a result to another of its kind: the chance above for the chance below."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from assistant.guards.facts.reading import Clause, Reading, Word
from assistant.guards.facts.things import Facts, Thing, narrowed
from assistant.guards.numerals import numerals

_KINDS: Final = ("odds", "days", "bar", "count", "budget", "dealt")
_SEVERAL: Final = 2
_MOVES: Final = re.compile(
    r"\b(?:from|to|above|below|over|under|after|before|since|until|than|more|less|higher|lower|dearer|cheaper|all|each|every|"
    r"both|sum|together|total|average|would|if|between|later|next)\b",
    re.IGNORECASE,
)
_IN_PART: Final = ("", "inflow")  # numbered among themselves only: the middle flow is the first that comes in
_FEW: Final = 9  # places up to here tell which of several things is meant
_LINKED: Final = re.compile(r"\b(?:and|with|while|whereas|but|versus|against|than)\b|,(?!\d)|[;:(]", re.IGNORECASE)
_BUSINESS: Final = re.compile(r"\b(?:business|trading|working) days?\b", re.IGNORECASE)
_OTHER: Final = re.compile(
    r"\b(?:business|trading|working|than|versus|against|compared|not|never|no|from(?=.{0,40} to)|if|between|within|by|"
    r"before|after|until|since)\b|"
    r"n['’]t\b",
    re.IGNORECASE,
)


def wrong_owner(reading: Reading, facts: Facts) -> str:
    """What is wrong with whose figures a sentence gives, in plain words; "" where nothing is."""
    if _OTHER.search(reading.text) and _BUSINESS.search(reading.text):
        return ""
    for clause in reading.clauses:
        for part in _parts(clause):
            fault = _in_part(part, facts)
            if fault:
                return fault
    return ""


def _parts(clause: Clause) -> list[Clause]:
    """The clause cut at every "and" and comma."""
    edges = [0, *(m.start() for m in _LINKED.finditer(clause.text)), len(clause.text)]
    out = []
    for begin, end in pairwise(edges):
        start, stop = clause.start + begin, clause.start + end
        out.append(Clause(start, stop, tuple(clause.between(start, stop)), clause.text[begin:end]))
    return out


def _in_part(part: Clause, facts: Facts) -> str:
    numbers = [w if w.numeral is not None else _place(w, part) for w in part.words if w.numeral is not None or _ranked(w)]
    if not numbers or _OTHER.search(part.text):
        return ""
    heads = _heads(part, facts)
    for kind in _KINDS:
        kin = [t for t in facts.things if t.kind == kind]
        named = [t for t in kin if t.heads & heads] or [t for t in kin if heads & {"chance"}]
        named = narrowed(named, numbers) if named else named
        given = [w for w in numbers if w.numeral is not None and any(t.is_figure(w.numeral) for t in kin)]
        if len(given) != 1 or not named or len(named) == len(kin):
            named = _marked(part, kin, given) if kind in ("days",) else []
        if len(given) != 1 or len(named) != 1 or given[0].numeral is None:
            continue
        if any(t.kind not in _KINDS and t.is_figure(given[0].numeral) for t in facts.things):
            continue  # it may be another figure
        if not named[0].is_figure(given[0].numeral):
            return f"{given[0].numeral.written} is not {named[0].name}"
    return _in_family(part, numbers, facts)


def _in_family(part: Clause, numbers: list[Word], facts: Facts) -> str:
    """What is wrong with a figure of one of several in their order: the third fill's price for the second's."""
    ranks = [w for w in part.words if w.numeral is None and any(t.about == "rank" for t in w.tags if t.kind == "mark")]
    numeral = numbers[0].numeral
    if len(numbers) != 1 or len(ranks) != 1 or numeral is None or _MOVES.search(part.text):
        return ""
    heads = {t.about for w in part.words for t in w.tags if t.kind == "head"}
    for name in dict.fromkeys(t.family for t in facts.things if t.family not in _IN_PART and t.place):
        kin = [t for t in facts.things if t.family == name and t.heads & heads]
        named = narrowed(kin, ranks)
        if len(named) != 1 or len(kin) < _SEVERAL or named[0].is_figure(numeral):
            continue
        others = [t for t in facts.things if t not in kin and t.kind != "breadth"]
        if any(t.is_figure(numeral) for t in kin) and not any(t.is_figure(numeral) for t in others):
            return f"{numeral.written} is not {named[0].name}"
    return ""


def _ranked(word: Word) -> bool:
    """Whether it is the number of a bar or a day that is a figure, too: "bar 35"."""
    return any(t.kind == "mark" and t.about == "rank" and t.value > _FEW for t in word.tags)


def _place(word: Word, part: Clause) -> Word:
    return next((replace(word, numeral=n) for n in numerals(part.text) if part.start + n.start == word.start), word)


def _marked(part: Clause, kin: list[Thing], given: list[Word]) -> list[Thing]:
    return narrowed(kin, [w for w in part.words if w.numeral is None]) if given else []


def _heads(part: Clause, facts: Facts) -> frozenset[str]:
    """Heads of the first word that calls one of the things whose owner is asked."""
    for n, word in enumerate(part.words):
        after = part.words[n + 1].numeral if n + 1 < len(part.words) else None
        if any(t.kind == "over" and t.about == "place" for t in word.tags) and (
            after is None or not any(t.named_by(after) for t in facts.things)
        ):
            continue  # "under one percent"
        heads = frozenset(t.about for t in word.tags if t.kind == "head")
        if any(heads & t.heads and t.kind in _KINDS and "chance" not in t.heads for t in facts.things):
            return heads
    return frozenset()
