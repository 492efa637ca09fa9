"""The two sides of a comparison in a clause: the words in front of it and those behind it, and what belongs to neither."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from assistant.guards.facts.reading import Clause, Word
from assistant.guards.facts.things import Facts, Thing
from assistant.guards.facts.vocabulary import Tag

_DISTANCE: Final = re.compile(
    r"[\s*_]{0,3}(?:%|points?|pts|percent(?:age points?)?|dollars?|vol points?)?[\s*_,]{0,3}"
    r"(?:well |far |just |still |more |clear |higher |dearer |richer )?$"
)
_COUNTED: Final = re.compile(
    r"\s(?:of|out of)\b|\s(?:more |further )?(?!points|dollars|percent|(?:lies|sits|falls|stands|settles|lands|"
    r"finishes|ends|closes|"
    r"prints|stays|exceeds|beats|tops|trails|trades|was|comes|misses|clears|leaves|remains|rises|drops)\b)[a-z]{3,20}s\b",
    re.IGNORECASE,
)
_APART: Final = re.compile(r"\b(?:no|or|nor|neither)\s$", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\s(?:than|of)\b|\W{0,3}[$\d]|\W{0,2}$", re.IGNORECASE)  # "at less than 5", "at most 5"
_NAMED: Final = re.compile(r"\b(?:the|an?|its|your)\s$", re.IGNORECASE)
_NOUN: Final = re.compile(r"\b(?:an?|the|its|your|this|that|any|each|every)\s$", re.IGNORECASE)
_HAS_MOVED: Final = re.compile(
    r"(?<!if it )(?<!once it )(?:\bha(?:s|ve)|['’](?:s|ve))\s(?:already |now |just |since |also )?(?:moved|climbed|"
    r"risen|gone|come|got|"
    r"passed|run|crept|pushed|broken|jumped|fallen|dropped|slipped|sunk|slid|dipped|settled|ended|finished|landed|closed)"
    r"(?: back| up| down| well)?\s$",
    re.IGNORECASE,
)
_REACH: Final = re.compile(r"(?:reach|breach)", re.IGNORECASE)
_NOW: Final = frozenset({Tag("mark", "time", 1)})


def aloof(text: str, word: Word, compared: Word, *, verb: bool) -> bool:
    """Whether a numeral tells how far, or how many, and not what is compared."""
    if not verb and _DISTANCE.fullmatch(text, word.end, compared.start) is not None:
        return True
    counted = _COUNTED.match(text, word.end)
    return counted is not None and counted.end() <= compared.start and word.numeral is not None and not word.numeral.unit


def apart(text: str, word: Word, kind: str) -> bool:
    """Whether the word is a noun, or an idiom ("at most", "no more than")."""
    if kind == "over" and _NAMED.search(text, max(0, word.start - 5), word.start):
        return True
    if text[max(0, word.start - 3) : word.start].lower() == "at ":
        return _NUMBER.match(text, word.end) is not None
    return _APART.search(text, max(0, word.start - 8), word.start) is not None


def attribute(clause: Clause, word: Word, left: Sequence[Word], facts: Facts) -> list[Thing]:
    """What is compared where it is named at the word of degree: "a higher vol than", "earned more than"."""
    after = clause.between(word.end, clause.end)
    than = next((n for n, w in enumerate(after[:5]) if w.tag("than")), 0)
    than = next((n for n, w in enumerate(after[:than]) if w.tag("preposition")), than)  # "closer to your date than"
    heads = {t.about for w in after[:than] for t in w.tags if t.kind == "head"}
    if not heads and len(left) > 1 and left[-1].numeral is None and left[-1].end + 2 > word.start:
        heads = {t.about for t in left[-1].tags if t.kind == "head"} if any(w.tag("head") for w in left[:-1]) else set()
    return [t for t in facts.things if heads & t.heads]


def degree(clause: Clause, word: Word, tag: Tag) -> int:
    """Which way a word of degree points: "less negative" is more."""
    after = next((w.tag("sign") for w in clause.words if 0 < w.start - word.end <= 1), None)
    return -int(tag.value) if after is not None and after.value < 0 else int(tag.value)


def within(clause: Clause, word: Word) -> list[Word]:
    """What stands between the word of degree and "than"."""
    after = clause.between(word.end, clause.end)
    than = next((n for n, w in enumerate(after[:9]) if w.tag("than")), 0)
    return after[:than]


def in_front(clause: Clause, word: Word) -> list[Word]:
    """The words from the last comparison, or "and" behind one, up to this."""
    start = clause.start
    for w in clause.words:
        if w.start >= word.start:
            break
        if w.tag("and") and any(v.tag("being", "over", "degree") for v in clause.between(start, w.start)):
            start = w.end
    return clause.between(start, word.start)


def behind(text: str, clause: Clause, word: Word, *, than: bool) -> tuple[list[Word], bool]:
    """The words of the object, and whether it is really the subject ("is topped by")."""
    words = clause.between(word.end, clause.end)
    if not than and word.tag("over") and words and words[0].tag("preposition") and not words[0].tag("by"):
        return [], False  # "advancers led on the first day"
    if than:
        at = next((n for n, w in enumerate(words[:9]) if w.tag("than")), None)
        if at is None:
            return [], False
        words = words[at + 1 :]
    passive = bool(words and words[0].tag("by") and word.tag("over") is not None)
    if passive:
        if len(words) > 1 and words[1].numeral is not None and not _REACH.match(text, word.start):
            return [], False
        words = words[1:]
    out: list[Word] = []
    for w in words:
        if any(o.tag("head", "mark") or o.numeral or o.date for o in out) and (
            w.tag("being", "than", "comma")
            or (w.tag("and"))
            or (w.tag("over", "degree") and not w.tag("mark") and not _NOUN.search(text, max(0, w.start - 6), w.start))
        ):
            break
        out.append(w)
    return out, passive


def refers(text: str, right: Sequence[Word], *, than: bool) -> bool:
    """Whether the object is told by a mark alone: "the first", "the one before"."""
    for n, w in enumerate(right):
        if w.tag("one") or (w.tag("mark") and ((than and not n) or _NOUN.search(text, max(0, w.start - 6), w.start))):
            return True
    return than and any(w.numeral or w.date for w in right)


def compares(clause: Clause, word: Word) -> bool:
    """Whether a word of degree compares, and does not only name ("the lower strike")."""
    after = clause.between(word.end, clause.end)
    if any(w.tag("than") for w in after[:9]):
        odds = any(t.about == "odds" for t in word.tags if t.kind == "degree")
        return odds or not any(w.tag("degree", "over") for w in takewhile(lambda w: not w.tag("than"), after))
    left = clause.between(clause.start, word.start)
    alone = not after or after[0].tag("and", "preposition", "comma") is not None
    return bool(left) and left[-1].tag("being", "adverb") is not None and any(w.tag("being") for w in left[-4:]) and alone


def placed_by_verb(text: str, left: Sequence[Word], place: Word) -> bool:
    """Whether what stands in front of a preposition ends in a verb of being, with a distance or an adverb behind it at most;
    what has moved there is there.
    """
    if _HAS_MOVED.search(text, max(0, place.start - 40), place.start):
        return True
    for w in reversed(left):
        if w.tag("being"):
            return _NOUN.search(text, max(0, w.start - 6), w.start) is None
        if (
            w.tag("adverb", "deny", "every")
            or text[w.start : w.end].lower() in ("up", "down", "it", "you", "day", "days", "trading")
            or (w.numeral is not None and w.tag("head") is None)
        ):
            continue
        if w.tag("mark") and w.tag("head") is None:
            continue
        return False
    return False


def aside_of(clause: Clause, *taken: Sequence[Word]) -> list[Word]:
    """What tells of the whole clause: the words of neither side, adverbs of time, and the tense."""
    own = {id(w) for side in taken for w in side}
    found = [w for w in clause.words if id(w) not in own or w.tag("when")]
    if clause.present and not any(t.about == "time" for w in clause.words for t in w.tags if t.kind == "mark"):
        found.append(Word(clause.end, clause.end, _NOW))
    return found
