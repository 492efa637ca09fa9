"""Whether a sentence lets a thing of a result move the other way: "the average slips to 17.84" where it rose to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from assistant.guards.facts.naming import meant
from assistant.guards.facts.reading import Clause, Reading, Word
from assistant.guards.facts.things import Facts, Thing, narrowed
from assistant.guards.facts.vocabulary import Tag
from assistant.guards.numeral import Numeral

_MADE: Final = re.compile(
    r"\b(?:ma(?:de|kes?|king)|sets?|set|put in|printed|prints|hit|show(?:s|ed)|formed|forms) (?:an? |the )$", re.IGNORECASE
)
_GETS: Final = re.compile(r"\b(?:gets?|getting|grows?|becomes?) $", re.IGNORECASE)
_PEAK: Final = re.compile(r"\s(?:highs?|lows?|peaks?|troughs?|ones?|bottoms?|tops?)\b", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\bbetween\b(?=.{0,80}\band\b)", re.IGNORECASE)
_OBJECT: Final = re.compile(r"\s(?:the|its|your|our|his|their|this|that|an?)\s", re.IGNORECASE)


_AT_A_BAR: Final = re.compile(r"\b(?:points?|bars?) \d", re.IGNORECASE)  # of an event there, and not of the last bars


def wrong_move(reading: Reading, facts: Facts) -> str:
    """What is wrong with the moves of a sentence, in plain words; "" where nothing is."""
    if fault := _between(reading, facts):
        return fault
    for clause in reading.clauses:
        if fault := _turned_about(clause, facts):
            return fault
        if clause.has("suppose") or (facts.crossed_at and _AT_A_BAR.search(clause.text)):
            continue
        for n, word in enumerate(clause.words):
            tag = word.tag("move") or _peak(word)
            if (
                tag is None
                or any(facts.called(h.about) for h in word.tags if h.kind == "head")
                or not _moves(reading.text, clause, n)
            ):
                continue
            moved = _moved(reading.text, clause, n, facts)
            if any(w.tag("deny") for w in clause.words[max(0, n - 5) : n]) or (n and clause.words[n - 1].tag("than")):
                continue
            if {t.change for t in moved} - ({0} if tag.kind == "degree" else set()) == {-int(tag.value)}:
                return f"{moved[0].name} {'fell' if tag.value > 0 else 'rose'}"
    return ""


def _peak(word: Word) -> Tag | None:
    """A word of degree, which tells of a move in "a higher low"."""
    tag = word.tag("degree")
    return tag if tag is not None and tag.about == "size" else None


def _turned_about(clause: Clause, facts: Facts) -> str:
    """Whether "from A to B" takes two figures of one family in the other order."""
    words = clause.words
    for n, w in enumerate(words[:-1]):
        if w.tag("from") is None:
            continue
        ends = [v for v in words[n + 1 : n + 7] if v.numeral is not None][:2]
        if len(ends) < 2 or not any(v.tag("to") for v in clause.between(ends[0].end, ends[1].start)):
            continue
        there, back = (_runs(ends[a].numeral, ends[b].numeral, facts) for a, b in ((0, 1), (1, 0)))
        if back and not there:
            return "it went the other way"
    return ""


def _between(reading: Reading, facts: Facts) -> str:
    """Whether something is said to rise between two figures of which the later is the lower, or the other way."""
    m = _BETWEEN.search(reading.text)
    if m is None or any(c.has("suppose", "deny") for c in reading.clauses):
        return ""
    words = [w for c in reading.clauses for w in c.words]
    found = [w.numeral for w in words if w.numeral is not None and w.start > m.end()]
    ends = [n for n in found if any(t.is_figure(n) for t in facts.things)]
    ways = {int(t.value) for w in words if w.end <= m.start() and (t := w.tag("move"))}
    if len(ends) != 2 or len(ways) != 1 or not _runs(ends[0], ends[1], facts):
        return ""
    wrong = (ends[1].value - ends[0].value) * ways.pop() < 0
    return f"{ends[0].written} to {ends[1].written} is the other way" if wrong else ""


def _runs(one: Numeral | None, two: Numeral | None, facts: Facts) -> bool:
    """Whether a family of things has the one figure before the other."""
    if one is None or two is None:
        return False
    seen: set[str] = set()
    for thing in facts.things:
        if not thing.family:
            continue
        if thing.family in seen and thing.before is not None and thing.is_figure(two):
            return True
        if thing.is_figure(one):
            seen.add(thing.family)
    return False


def _moves(text: str, clause: Clause, n: int) -> bool:
    """Whether the word tells that something moved: not "two days up", "rising prices"."""
    word, written = clause.words[n], text[clause.words[n].start : clause.words[n].end].lower()
    before, after = (clause.words[n - 1] if n else None), (clause.words[n + 1] if n + 1 < len(clause.words) else None)
    if written in ("off", "away"):
        return _carried(clause, n) is not None
    if written.startswith("add"):
        return after is not None and (after.numeral is not None or after.tag("to") is not None)
    if written in ("up", "down"):
        led = before is not None and before.tag("being") is not None and not text[before.start :].lower().startswith("end")
        return led or _carried(clause, n) is not None or (after is not None and after.tag("from", "to", "by") is not None)
    if written.endswith("ing"):
        with_it = clause.words[0].tag("preposition") is not None and before is not None and before.tag("head") is not None
        return before is not None and (before.tag("being") is not None or with_it)
    if word.tag("degree"):
        if written in ("lower", "higher") and _carried(clause, n) is not None and (after is None or after.tag("than") is None):
            return True
        if before is not None and _GETS.search(text, max(0, word.start - 10), word.start):
            return True
        return _PEAK.match(text, word.end) is not None and _MADE.search(text, max(0, word.start - 14), word.start) is not None
    return True


def _begin(clause: Clause, word: Word) -> int:
    """Where the part of the clause begins that has this verb: behind a comma or "and" that follows another verb."""
    begin = clause.start
    for w in clause.words:
        if w.start >= word.start:
            break
        if w.tag("and", "comma") and any(v.tag("being", "move", "over") for v in clause.between(begin, w.start)):
            begin = w.end
    return begin


def _carried(clause: Clause, n: int) -> list[Word] | None:
    """What a verb takes along: "pulled the average down"."""
    for back in range(n - 1, max(-1, n - 6), -1):
        if clause.words[back].tag("carry"):
            return list(clause.words[back + 1 : n])
    return None


def _moved(text: str, clause: Clause, n: int, facts: Facts) -> list[Thing]:
    """What moves: the object of the verb where it has one, else its subject; narrowed by where it is said to end."""
    word = clause.words[n]
    left = _without_starts(clause.between(_begin(clause, word), word.start))
    right = clause.between(word.end, clause.end)
    ends, aside = _ends(right), _without_starts([w for w in clause.words if w is not word and w.numeral is None])
    carried = _carried(clause, n)
    phrase = carried if carried is not None else _phrase(right)
    amount = (carried or right)[:1]
    if amount and amount[0].numeral is not None and not ends:  # "took 6 off": what it is taken off is meant
        main = [t for t in facts.things if t.heads & facts.main and t.change]
        target = meant(right[1:], facts, left) if carried is None else None
        if target is not None and target.number is None and any(t.change for t in target.things):
            return [t for t in target.things if t.change]
        return [t for t in narrowed(main, left) if t.change] or main
    for words in (phrase, left):
        found = meant(words, facts, aside)
        if found is not None and found.things and (found.number is None or words is left):
            things = _ending([t for t in found.things if t.change], ends)
            if things:
                return things
        if words is phrase and found is None and not ends and _OBJECT.match(text, word.end):
            return []  # what it moves is none of the result's
    if ends:
        numeral = ends[0].numeral
        assert numeral is not None
        return [t for t in facts.things if t.change and t.is_figure(numeral) and _kind_fits(numeral.unit, t.kind)]
    if any(w.tag("mark") for w in left) and not any(w.tag("head") for w in left):
        main = [t for t in facts.things if t.heads & facts.main and t.change]
        return narrowed(main, left) if any(t.marks for t in main) else []
    return []


def _without_starts(words: Sequence[Word]) -> list[Word]:
    """Without the numeral behind "from"."""
    return [w for n, w in enumerate(words) if not (w.numeral is not None and n and words[n - 1].tag("from"))]


def _kind_fits(unit: str, kind: str) -> bool:
    return (unit == "share") == (kind == "share")


def _phrase(right: Sequence[Word]) -> list[Word]:
    """The object that stands directly behind the verb."""
    out: list[Word] = []
    for w in right[:5]:
        if w.tag("preposition", "being", "and", "than", "over", "degree", "comma"):
            break
        out.append(w)
    return [] if any(w.numeral for w in out[:1]) else out


def _ends(right: Sequence[Word]) -> list[Word]:
    """The numeral behind "to"."""
    return [nxt for w, nxt in pairwise(right) if w.tag("to") and nxt.numeral is not None][:1]


def _ending(things: list[Thing], ends: Sequence[Word]) -> list[Thing]:
    for w in ends:
        if w.numeral is not None:
            return [t for t in things if t.is_figure(w.numeral)]
    return things
