"""Which things of a result a stretch of a sentence speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.guards.facts.reading import Word
from assistant.guards.facts.things import Facts, Thing, narrowed
from assistant.guards.numeral import Numeral

_TIMES: Final = ("bars", "times", "years", "weeks", "months", "hours", "minutes", "days", "calendar days", "business days")
_KINDS: Final = {"money": "number of money", "share": "number of share", "points": "number of points"}
BARE: Final = "a number"
DEGREES: Final = {
    "odds": ("odds",),
    "time": ("date", "bar"),
    "pace": ("pace",),
    "length": ("pace", "days", "count", "width", "bar", ""),
    "worth": ("points", "dealt", "money", "level", "share", ""),
}


@dataclass(frozen=True)
class Meant:
    """What a stretch may mean: any of the things, or a number that stands for itself.

    Attributes:
        things: candidates; empty where a number stands alone.
        number: the numeral that gave the value, if one did.
    """

    things: tuple[Thing, ...] = ()
    number: Numeral | None = None

    def candidates(self) -> tuple[Thing, ...]:
        """The things, or the number as one."""
        if self.things or self.number is None:
            return self.things
        kind = _KINDS.get(self.number.unit, BARE)
        return (Thing(self.number.written, frozenset(), self.number.signed, kind),)


def meant(words: Sequence[Word], facts: Facts, around: Sequence[Word] = (), like: Sequence[Thing] = ()) -> Meant | None:
    """What the words mean; None where they call nothing, or where it cannot be told.

    Args:
        words: of the stretch.
        facts: of the result.
        around: other words of the clause, whose marks tell things apart where those of the stretch do not.
        like: things of the other side, whose name is meant where this side has marks alone ("the first one").
    """
    pool, governed = _called(words, facts, like)
    numbers = [w.numeral for n, w in enumerate(words) if w.numeral is not None and not _by(words, n)]
    if not pool and like:
        kin = _kin(like, facts)
        other = [n for n in numbers if n.unit not in _TIMES and not any(t.named_by(n) or t.is_figure(n) for t in kin)]
        if (len(kin) > 1 and not other and any(w.tag("mark") for w in words)) or any(
            t.named_by(n) for t in kin for n in numbers
        ):
            return _narrowed(kin, words, around)
    pool = pool or governed
    if not pool and any(w.date for w in words):
        pool = [t for t in facts.things if t.day is not None]
        return _narrowed(pool, words, ())
    alone = [n for n in numbers if n.unit not in _TIMES]
    if not pool and alone:
        named = [
            t for t in facts.things if t.named_by(alone[-1]) and (t.kind == "date" or t.heads & facts.main or t.family == "leg")
        ]
        return Meant((*facts.valued(alone[-1]), *(_narrowed(named, words, around) or Meant()).things), alone[-1])
    if not pool and any(w.tag("it") for w in words):
        pool = [t for t in facts.things if t.heads & facts.main]
        kept = _narrowed(pool, words, around)
        return Meant(tuple(_latest(list(kept.things)))) if kept else None
    marked = any(t.kind == "mark" and t.about in ("month", "rank") for w in words for t in w.tags)
    if not pool and marked and not any(w.tag("head") and not w.tag("mark") for w in words):
        pool = [t for t in facts.things if t.heads & facts.main]
    if not pool:
        return None
    if numbers and not any(t.named_by(n) or t.is_figure(n) for t in pool for n in numbers):
        return None
    return _narrowed(pool, words, around)


def _called(words: Sequence[Word], facts: Facts, like: Sequence[Thing]) -> tuple[list[Thing], list[Thing]]:
    """The things of the first noun that calls any, and those of the first noun behind a preposition."""
    pool: list[Thing] = []
    later: list[Thing] = []
    governed = referred = False
    for n, word in enumerate(words):
        if (
            word.tag("being")
            and word.end - word.start == 1
            and n + 1 < len(words)
            and words[n + 1].tag("head")
            and not governed
        ):
            after = frozenset(t.about for t in words[n + 1].tags if t.kind == "head")
            pool = [] if any(after & t.heads for t in facts.things) else pool
        if word.tag("comma", "being"):
            governed = False
        heads = frozenset(t.about for t in word.tags if t.kind == "head")
        these = [t for t in facts.things if heads & t.heads] if heads else []
        if not these and word.tag("one") and like:
            these, referred = _kin(like, facts), True
            pool = pool or these
            continue
        if these:
            if governed:
                pool = these if referred else pool  # "the one in reserve"
                later, governed, referred = later or these, False, False
                continue
            both = [t for t in pool if t in these]
            if referred and any(w.numeral is not None and any(t.named_by(w.numeral) for t in pool) for w in words):
                continue  # "the one you paid for the 22"
            pool = both or (these if referred else pool or these)
            referred = False
        elif word.tag("preposition"):
            if pool and not referred:
                break
            governed = True
    return pool, later


def _kin(like: Sequence[Thing], facts: Facts) -> list[Thing]:
    heads, kinds = frozenset(h for t in like for h in t.heads), {t.kind for t in like}
    return [t for t in facts.things if t.heads & heads and t.kind in kinds]


def _latest(things: list[Thing]) -> list[Thing]:
    things = [t for t in things if "body" not in t.heads] or things
    late = [t for t in things if t.marks.get("time") == 1 or t.marks.get("rank") == -1]
    return late or things


def _narrowed(pool: list[Thing], words: Sequence[Word], around: Iterable[Word]) -> Meant | None:
    own = {t.about for w in words for t in w.tags if t.kind == "mark"}
    left = narrowed(pool, words)
    helping = [w for w in around if w.numeral is None and not {t.about for t in w.tags if t.kind == "mark"} & own]
    if helping:
        left = narrowed(left, helping) or left
    for word in words:
        tag = word.tag("degree", "most")
        if tag is not None and len(left) > 1:
            left = _extreme(left, tag.about, int(tag.value))
    return Meant(tuple(left)) if left else None


def _extreme(things: list[Thing], about: str, way: int) -> list[Thing]:
    """Of several, the one of that degree: "the larger inflow"; with all that is told of it."""
    kinds = DEGREES.get(about)
    fit = [t for t in things if t.family and (t.kind in kinds if kinds else t.kind not in ("date", "pace", "bar"))]
    if len({t.family for t in fit}) != 1:
        return things
    best = max(fit, key=lambda t: t.value * way)
    return [t for t in things if t is best or (best.place and t.place == best.place)]


def _by(words: Sequence[Word], n: int) -> bool:
    """Whether the numeral stands behind "by": how far, and not what."""
    return n > 0 and words[n - 1].tag("by") is not None
