"""Whether a sentence compares things of a result the wrong way round: "the future is above the strike" where it is below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from assistant.guards.facts.compared import Said, verdict
from assistant.guards.facts.naming import DEGREES, Meant, meant
from assistant.guards.facts.reading import Clause, Reading, Word
from assistant.guards.facts.sides import (
    aloof,
    apart,
    aside_of,
    attribute,
    behind,
    compares,
    degree,
    in_front,
    placed_by_verb,
    refers,
    within,
)
from assistant.guards.facts.things import Facts, Thing
from assistant.guards.facts.vocabulary import Tag

_OUT_OF: Final = re.compile(
    r"\b(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|none|all|most|many|few|half) of "
    r"(?:the |all )?$|\bout of (?:the )?$",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(r"\b(?:after|before|from|of|by|without)\s$", re.IGNORECASE)
_WHICH: Final = re.compile(r"\W{0,3}which\b", re.IGNORECASE)
_BARELY: Final = re.compile(r"\b(?:not|n['’]t) (?:far|much|long|well|that|very|all that|so)\b", re.IGNORECASE)
_LEAVES: Final = re.compile(r"(?:leav|put|bring|tak|got|get)\w*", re.IGNORECASE)
_WEIGHS: Final = re.compile(r"\b(?:weigh|count|contribut|matter)\w*|\bshares?\b|\bparts?\b", re.IGNORECASE)
_PASSIVE: Final = re.compile(r"\b(?:is|was|been|isn['’]t|wasn['’]t|not|never) \w+ed$", re.IGNORECASE)
_COUNTED: Final = re.compile(
    r"over (?:(?:the|all|these|those|your) )?(?:\d{1,4}|[a-z]{3,6}) (?:contracts|units|lots|bars|days|fills|flies|trades|"
    r"values|rows)\b",
    re.IGNORECASE,
)
_MOST: Final = 8  # comparisons of one clause: more are no sentence, and each is held against the whole clause
_EVERY: Final = re.compile(r"\b(?:on|in|at|for|of) (?:both|all|each|every)\b", re.IGNORECASE)
_LOSS: Final = re.compile(
    r"\b(?:los[te]\w*|loss\w*|losing|drop\w*|fell|fall\w*|declin\w*|slid\w*|decreas\w*|dip\w*|negative)\b", re.IGNORECASE
)
_MAGNITUDE: Final = ("more", "less", "larger", "bigger", "smaller", "greater", "fewer", "exceed", "top", "beat", "outweigh")


def wrong_level(reading: Reading, facts: Facts) -> str:
    """What is wrong with the comparisons of a sentence, in plain words; "" where nothing is."""
    before: Meant | None = None
    for clause in reading.clauses:
        for word in [w for w in clause.words if w.tag("over", "degree")][:_MOST]:
            tags = [t for t in word.tags if t.kind in ("over", "degree")]
            if not tags or _supposed(clause, word) or apart(reading.text, word, tags[0].kind):
                continue
            related = before or _related(reading, clause, facts)
            for tag in tags:
                if tag.kind == "degree" and not compares(clause, word):
                    continue
                before, said = _comparison(reading.text, clause, word, tag, facts, related)
                if said is not None and (fault := verdict(said)):
                    return fault
    return ""


def _comparison(
    text: str, clause: Clause, word: Word, tag: Tag, facts: Facts, before: Meant | None
) -> tuple[Meant | None, Said | None]:
    about, way = tag.about, degree(clause, word, tag) if tag.kind == "degree" else int(tag.value)
    left = in_front(clause, word)
    placed = about in ("place", "times")
    if _COUNTED.match(text, word.start):
        return before, None  # "9.6 points over 10 contracts" are of all of them
    if placed and not placed_by_verb(text, left, word):
        return before, None
    if _AFTER.search(text, max(0, word.start - 8), word.start) and text[word.start : word.end].endswith("ing"):
        return before, None
    than = tag.kind == "degree"
    right, passive = behind(text, clause, word, than=than)
    subject = [
        w
        for w in left
        if w.numeral is None
        or not (
            aloof(text, w, word, verb=about == "verb")
            or (w.end + 6 > word.start and _OUT_OF.search(text, max(0, w.start - 28), w.start))
        )
    ]
    aside = aside_of(clause, left, right)
    compared = attribute(clause, word, left, facts) if than else []
    inner = within(clause, word) if than else []
    among = replace(facts, things=tuple(compared)) if compared else facts
    if len(left) > 1 and left[-1].tag("it") and _LEAVES.match(text, left[-2].start) is not None:
        subject = left[-1:]  # "five adds leave you short of it"
    if about == "odds" and inner and any(w.tag("it") for w in left):
        subject = inner
    inherited = False
    one = meant(subject, among, aside, compared) or meant([*subject, *inner], facts, aside)
    if one is None:
        together = any(w.tag("together") for w in left)
        if together or any(w.numeral for w in subject) or any(w.tag("head") for w in subject):
            return None, None
        one, inherited = before, True
    if one is None:
        return before, None
    one = _named_kinds(one, clause, left)
    if placed and one.number is not None and one.number.unit == "share" and any(t.kind == "odds" for t in one.things):
        return one, None  # a share of the outcomes lies there
    if about == "verb" and not right and _PASSIVE.search(text, max(0, word.start - 12), word.end):
        return one, _by_main(one, left, way, facts)
    right = _to_number(right)
    steps = _steps(one, right)
    if steps is not None:
        return one, Said(one, steps, way, about if than else "size", True, of_losses=False)
    like = one.things if compared or refers(text, right, than=than) else ()
    other = meant(right, among, aside, like) or (meant(right, facts, aside) if compared else None)
    if (other is None or other.number is not None) and one.things and refers(text, right, than=than):
        other = meant(right, facts, (), one.things) or other
    if right and all(w.tag("it") for w in right):
        other = _others(one, facts, about)  # "the MACD trails it"
    elif other is None and (not right or not than) and not any(w.tag("head") or w.numeral for w in right):
        other = _others(one, facts, about) if (than or about == "verb") and not inherited else None
    if other is None:
        return one, None
    if passive:
        way = -way
    if _BARELY.search(text, max(0, word.start - 24), word.start):
        return one, None
    if any(w.tag("deny") for w in left[-5:]):
        way = -way
    axis = {"verb": "size", "place": "size", "times": "time"}.get(about, about)
    if text[word.start : word.end].lower().startswith("cover") and any(
        w.numeral is not None and w.numeral.unit == "share" for w in right
    ):
        return one, None  # "covers 15% of the way"
    every = any(w.tag("every") for w in (*left, *right)) or _EVERY.search(clause.text) is not None
    size = text[word.start : word.end].lower()
    losses = size.startswith(_MAGNITUDE) and _LOSS.search(text, clause.start, clause.end) is not None
    return one, Said(one, other, way, axis, every, losses)


def _by_main(one: Meant, left: Sequence[Word], way: int, facts: Facts) -> Said | None:
    """What is said to have been exceeded is compared with what the result is about: "the upper break-even was exceeded"."""
    main = tuple(t for t in facts.things if t.heads & facts.main) if one.things and one.number is None else ()
    turned = -way if any(w.tag("deny") for w in left[-5:]) else way
    return Said(Meant(main), one, turned, "size", every=False, of_losses=False) if main else None


def _named_kinds(meant_by: Meant, clause: Clause, left: Sequence[Word]) -> Meant:
    """Without weights where nothing is said to weigh; of flows and their sum the sum, where that is meant."""
    summed = tuple(t for t in meant_by.things if "back" in t.heads)
    if summed and any(w.tag("together") for w in left):
        return replace(meant_by, things=summed)
    if _WEIGHS.search(clause.text):
        return meant_by
    others = tuple(t for t in meant_by.things if t.kind != "weight")
    return replace(meant_by, things=others) if others else meant_by


def _to_number(right: list[Word]) -> list[Word]:
    """An object that is a number ends with it: "less than the 6.00 possible at 30"."""
    first = next((n for n, w in enumerate(right) if w.numeral is not None or w.tag("head") or w.date), None)
    return (
        right[: first + 1]
        if first is not None and right[first].numeral is not None and not _named_by_more(right[first:])
        else right
    )


def _named_by_more(words: list[Word]) -> bool:
    return any(w.tag("head") for w in words[1:3])


def _related(reading: Reading, clause: Clause, facts: Facts) -> Meant | None:
    """What "which" stands for: the last numeral of the clause before."""
    if not _WHICH.match(clause.text):
        return None
    n = reading.clauses.index(clause)
    numbers = [w for w in reading.clauses[n - 1].words if w.numeral is not None] if n else []
    return meant(numbers[-1:], facts) if numbers else None


def _steps(one: Meant, right: Sequence[Word]) -> Meant | None:
    """Of several in their order, what each came from: "each is dearer than the one before it"."""
    if len(one.things) < 2 or not any(t.about == "time" and t.value < 0 for w in right for t in w.tags if t.kind == "mark"):
        return None
    if any("time" in t.marks for t in one.things):
        return None
    return Meant(tuple(Thing(t.name, t.heads, t.before, t.kind, family="step") for t in one.things if t.before is not None))


def _others(one: Meant, facts: Facts, about: str) -> Meant | None:
    """What a thing is compared with where nothing is named: the others of its family, or what stands beside it."""
    fit = DEGREES.get(about)
    mine_all = [t for t in one.things if (t.kind in fit if fit else t.kind not in ("date", "pace", "bar"))]
    kinds = {(t.family, t.kind) for t in mine_all}
    if len(kinds) != 1:
        return None
    mine = mine_all[0]
    beside = [t for t in facts.things if counterpart(mine, t)]
    kin = beside or [t for t in facts.things if mine.family and t.family == mine.family and t not in one.things]
    return Meant(tuple(kin)) if kin else None


def counterpart(mine: Thing, other: Thing) -> bool:
    """Whether another thing is of that kind and moment, under another name: the signal beside the MACD."""
    common = mine.marks.keys() & other.marks.keys()
    return (
        mine.kind == other.kind != ""
        and mine.kind in ("line", "breadth", "pace")
        and not mine.heads & other.heads - {"lines"}
        and all(mine.marks[d] == other.marks[d] for d in common)
    )


def _supposed(clause: Clause, word: Word) -> bool:
    return clause.ruled or any(w.tag("suppose") and w.start < word.start for w in clause.words)
