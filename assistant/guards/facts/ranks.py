"""Whether a sentence calls the wrong one of several things the greatest or the least: "the 22 call is the cheapest leg"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from assistant.guards.facts.levels import counterpart
from assistant.guards.facts.naming import DEGREES, Meant, meant
from assistant.guards.facts.reading import Clause, Reading, Word
from assistant.guards.facts.sides import degree
from assistant.guards.facts.things import Facts, Thing

_HAS: Final = re.compile(r"\b(?:has|had|carries|carried|gets) the $", re.IGNORECASE)


def wrong_rank(reading: Reading, facts: Facts) -> str:
    """What is wrong with the ranks that a sentence gives, in plain words; "" where nothing is."""
    for clause in reading.clauses:
        if clause.has("suppose"):
            continue
        for n, word in enumerate(clause.words):
            tag = word.tag("most", "degree")
            if tag is None or (tag.kind == "degree" and not _of_the_two(reading.text, clause, word)):
                continue
            if reading.text[word.start : word.end].lower() in ("first", "last") and not (
                n and clause.words[n - 1].tag("being", "adverb", "move")
            ):
                continue
            if any(w.tag("deny") for w in clause.words[max(0, n - 4) : n]):
                continue
            if fault := _paired(clause, word, facts):
                return fault
            fault = _judged(reading.text, clause, word, tag.about, degree(clause, word, tag), facts, two=tag.kind == "degree")
            if fault:
                return fault
    return ""


def _of_the_two(text: str, clause: Clause, word: Word) -> bool:
    """Whether it is "the higher of the two", "the higher line": compared, and with "the" before it."""
    before = text[max(0, word.start - 4) : word.start].lower()
    left = clause.between(clause.start, word.start)
    return (
        before == "the "
        and bool(left)
        and (left[-1].tag("being") is not None or _HAS.search(text, max(0, word.start - 13), word.start) is not None)
        and not any(w.tag("than") for w in clause.between(word.end, clause.end))
    )


def _judged(text: str, clause: Clause, word: Word, about: str, way: int, facts: Facts, *, two: bool) -> str:
    left = clause.between(clause.start, word.start)
    by_verb = bool(left) and not any(w.tag("being") for w in left[-3:])
    if by_verb and (left[-1].tag("head") is None or left[-1].end + 5 < word.start):
        return ""
    verb = frozenset(t.about for t in left[-1].tags if t.kind == "head") if by_verb else frozenset()
    among = replace(facts, things=tuple(t for t in facts.things if t.heads & verb)) if by_verb else facts
    found = meant([w for w in left if w.tag("being") is None], among)
    if not left:
        right = clause.between(word.end, clause.end)
        being = next((n for n, w in enumerate(right) if w.tag("being")), None)
        if being is None or (being + 1 < len(right) and right[being + 1].tag("preposition")):
            return ""
        kin = meant(right[:being], facts)
        found = meant(right[being + 1 :], facts, (), kin.things if kin else ())
    if found is not None and found.number is not None:  # "the 4500 was the cheaper one"
        found = Meant(tuple(t for t in found.things if t.family == "leg" and t.named_by(found.number)))
    if found is None or not found.things:
        return ""
    fault = ""
    for thing in _sized(found.things, about):
        rivals = [t for t in facts.things if counterpart(thing, t)] if two else []
        rivals = rivals or [t for t in facts.things if t.family == thing.family and t is not thing and thing.family]
        if not rivals or not _of_kind(thing, about):
            continue
        if all((thing.value - r.value) * way >= 0 for r in rivals):
            return ""
        fault = fault or f"{thing.name} is not the {'highest' if way > 0 else 'lowest'}"
    return fault


def _sized(things: Sequence[Thing], about: str) -> list[Thing]:
    """Of what is told of one and the same, what a word of size is said of: how many rather than at what price."""
    counts = [t for t in things if t.kind in ("count", "weight") and t.family]
    return counts if about == "size" and counts else list(things)


def _of_kind(thing: Thing, about: str) -> bool:
    fit = DEGREES.get(about)
    return thing.kind in fit if fit else thing.kind not in ("date", "pace")


def _paired(clause: Clause, word: Word, facts: Facts) -> str:
    """Whether what is the most of one kind is said to be that of another: "the largest fill was the priciest"."""
    words = [w for w in clause.words if w.tag("most") or (w.tag("degree") and w is word)]
    if len(words) < 2 or words[0] is not word:
        return ""
    first, second = (_greatest(clause, w, facts) for w in words[:2])
    places = [{t.place for t in found} for found in (first, second)]
    if all(places) and first[0].family != second[0].family and not places[0] & places[1]:
        return f"{first[0].name} is not {second[0].name}"
    return ""


def _greatest(clause: Clause, word: Word, facts: Facts) -> list[Thing]:
    """The thing that a word of rank singles out, by the noun behind it or by what it is said of."""
    tag = word.tag("most", "degree")
    after = clause.between(word.end, clause.end)[:1]
    if tag is None:
        return []
    heads = {t.about for w in after for t in w.tags if t.kind == "head"}
    fit = DEGREES.get(tag.about)
    sized = ("count", "weight", "money") if not fit and not heads & {"price", "cost"} else ("points", "share")
    pool = [t for t in facts.things if t.family and t.place and t.kind in (fit or sized)]
    if len({t.family for t in pool}) != 1:
        return []
    best = max(pool, key=lambda t: t.value * tag.value)
    return [t for t in pool if t.value == best.value]
