"""Whether a sentence turns round what its claim says: opposite sides, what the claim leaves open or rules out, operations.

Clause is held against the nearest clauses of the claims. A clause turns another round where an odd number of things stands
the other way, as "rises" for "falls"; an even number is the same thing told from the other side. Only where all clauses that
are as near stand against the sentence does it disagree: a fair paraphrase is never refused for one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.guards.contrasts import rules_out, states_denied
from assistant.guards.operations import operates
from assistant.understanding.premises.polarity import ORDINARY, denials, spelled
from knowledge.lexical import stem
from knowledge.words import STOP, norms

# Groups of opposites whose words hardly ever mean anything else; "cash" and "share" often do.
_GROUPS: Final = frozenset(
    (
        *("level", "size", "worth", "move", "sign", "order", "trade", "month", "curve", "arbitrage", "moneyness", "option"),
        *("result", "exercise", "strength", "slope", "price", "bound", "extreme", "discount", "frequency", "extent", "timing"),
        *("reach", "members", "likeness", "speed", "accord", "cost", "effect", "rounding", "peak", "depth", "direction"),
        *("volatility", "value", "choice", "aim"),
    )
)
_LOOSE: Final = frozenset(("better", "worse", "against"))  # of those groups, but often of something else
_IDIOM: Final = re.compile(
    r"\b(?:at (?:the )?(?:least|most)|or (?:more|less|fewer|higher|lower)|no (?:more|less|fewer|later|earlier|sooner|longer) "
    r"than|more or less|mostly|most "
    r"of|short (?:for|of)|over (?=(?:an?|the|several|many|\d++|ten)\b[^,.;]{0,20}\b(?:years?|days?|weeks?|months?|sessions?|"
    r"periods?)|the (?:last|past|next|previous)\b)|"
    r"trailing(?= \d))\b|\bput (?=(?:on|at|up)\b)|\bcall(?:s|ed)? (?=(?:it|them|the|for)\b)",
    re.IGNORECASE,
)
# "Pays" is a gain of a position, but a loss of who holds it.
_PAYER: Final = re.compile(
    r"\b(?P<who>(?:holder|buyer|owner|trader|investor|seller|dealer|who|you|they|long)s?) pays?\b(?! off| out)", re.IGNORECASE
)
_SENTENCES: Final = re.compile(r"[;:.](?=\s|$)|,\s(?:while|whereas|but|although)\s|\s(?:while|whereas|but|[–—])\s")
_CLAUSES: Final = re.compile(
    r"[;:.](?=\s|$)|,\s(?:and |but |while |whereas |although )?|\s(?:while|whereas|but|although|so that|instead of|rather "
    r"than|that|which)\s|\sand\s(?!\d)|(?<!\d)\sand\s(?=\d)"
)
_STRONG: Final = re.compile(
    r"(?<!not )(?<!n't )(?<!no )\b(?:the only|(?<!at )(?<!its )(?:best|worst)|"
    r"always|exact(?:ly)?|guarantee[sd]?|proven|perfect(?:ly)?|"
    r"certain(?:ly)?|correct|impossible|accurate|reliable|interchangeable|safest|flawless(?:ly)?|infallibl[ey])\b",
    re.IGNORECASE,
)
_DOUBTED: Final = re.compile(
    r"(?:\b(?:not?|never|nobody|no one|none|nothing|cannot|hardly)|n['’]t)\b[^,;:.]{0,50}", re.IGNORECASE
)  # what is denied makes no more of anything
# More or less of something, in whatever words.
_MORE: Final = (
    *(("level", "above", "below"), ("size", "high", "low"), ("move", "up", "down"), ("speed", "fast", "slow")),
    *(("bound", "unlimited", "limited"), ("strength", "strong", "weak"), ("worth", "dear", "cheap"), ("cost", "more", "less")),
)
_SOONER: Final = (("order", "before", "after"), ("timing", "early", "late"), ("month", "front", "back"))
_WAYS: Final = {
    **{(group, side): 1 for group, side, _ in (*_MORE, *_SOONER)},
    **{(group, side): -1 for group, _, side in (*_MORE, *_SOONER)},
}
_KINDS: Final = {"more": frozenset(g for g, *_ in _MORE), "sooner": frozenset(g for g, *_ in _SOONER)}
_NEAR: Final = 0.4  # share of the sentence's content that a clause must have to speak of the same thing
_AS_NEAR: Final = 0.12
_LONG: Final = 10  # words of content
_ENDS: Final = 2
_STEM: Final = 5  # letters


@dataclass(frozen=True)
class _Named:
    """A side of a group that a clause names, and the words of content to the left and the right of it."""

    group: str
    side: str
    left: str
    right: str

    def like(self, other: _Named) -> float:
        """How far both stand among the same words."""
        across = {self.left, self.right} & {other.left, other.right} - {""}
        left, right = (bool(a) and a == b for a, b in ((self.left, other.left), (self.right, other.right)))
        return 2.0 * left + right + 0.5 * (bool(across) and not left and not right)


@dataclass(frozen=True)
class _Clause:
    text: str
    sides: tuple[_Named, ...]
    content: frozenset[str]
    denied: int

    @property
    def groups(self) -> frozenset[str]:
        return frozenset(named.group for named in self.sides)

    @property
    def kinds(self) -> frozenset[str]:
        """The groups, those of more or less, and of sooner or later, as one."""
        return self.groups | {kind for kind, groups in _KINDS.items() if self.groups & groups}

    def turns(self, other: _Clause) -> int:
        """How many groups both name a side of, and not the same, or not in the same order."""
        loose = min(len(self.content), len(other.content)) >= _LONG
        shared = self.groups & other.groups
        if "move" in shared and len(self._of("level")) == len(other._of("level")) == _ENDS:
            shared -= {"level"}  # where it moves from and to says no more than which way
        turned = 0
        for kind, directed in _KINDS.items():
            mine, theirs = self._ways(kind), other._ways(kind)
            if len(mine) > 1 and mine == theirs:
                shared -= directed
            elif not shared & directed:
                turned += len(mine) == len(theirs) == 1 and mine != theirs
        return turned + sum(_turned(self._of(group), other._of(group), loose=loose) for group in shared)

    def _ways(self, kind: str) -> list[int]:
        """Which way the clause points, in whatever words: "larger" is up, as "amplifies" is."""
        return [_WAYS[named.group, named.side] for named in self.sides if named.group in _KINDS[kind]]

    def _of(self, group: str) -> list[_Named]:
        return [named for named in self.sides if named.group == group]

    def near(self, told: _Clause) -> float:
        """Share of this clause's content and groups that the other has."""
        shared = len(self.content & told.content)
        if not shared:
            return 0.0
        whole = len(self.content) + 0.5 * len(self.groups)
        return (shared + 0.5 * len(self.groups & told.groups)) / whole - 0.005 * len(told.content)


def disagrees(sentence: str, claims: Sequence[str]) -> bool:
    """Whether the sentence says what the claims, on the same thing, say otherwise; marks taken out of it before."""
    said = sentence.strip()
    return (
        opposed(said, claims)
        or states_denied(said, claims)
        or rules_out(said, claims)
        or operates(said, claims)
        or bool(_strong(_DOUBTED.sub(" ", said)) - _strong(" ".join(claims)))
    )


def _turned(some: list[_Named], others: list[_Named], *, loose: bool) -> bool:
    one, two = [n.side for n in some], [n.side for n in others]
    if len(one) != len(two):
        return not set(one) & set(two)
    if (
        some[0].group != "order" and sorted(one) == sorted(two) and one != two
    ):  # told in another order, which tells nothing where each has its own words
        alike = _best(some, others, same=True)
        return alike < _best(some, others, same=False) or not alike
    # In two long texts a side may be that of other things.
    return one != two and not (loose and len(one) == 1 and not some[0].like(others[0]))


def _best(some: list[_Named], others: list[_Named], *, same: bool) -> float:
    return sum(max((n.like(o) for o in others if (n.side == o.side) == same), default=0.0) for n in some)


def opposed(said: str, claims: Sequence[str]) -> bool:
    """Whether a clause of the sentence stands the other way than all clauses that are nearest to it."""
    told = [c for text in claims for c in _parts(text)]
    for sentence in _split(_SENTENCES, said):
        for text in dict.fromkeys([sentence, *_split(_CLAUSES, sentence)]):
            clause = _clause(text)
            if clause.sides and (text == sentence or len(clause.content) > 1) and _against_all(clause, told):
                return True
    return False


def _against_all(clause: _Clause, told: Sequence[_Clause]) -> bool:
    ranked = [(clause.near(t), t) for t in told]
    best = max((near for near, _ in ranked), default=0.0)
    if best < _NEAR:
        return False
    close = [t for near, t in ranked if near >= best - _AS_NEAR]
    # Of a clause and the sentence around it, the clause tells which side is meant, if it names one.
    inner = [t for t in close if not any(o.text != t.text and o.text in t.text and _names(o, clause, t) for o in close)]
    inner = [t for t in inner if not any(o.text != t.text and t.text in o.text and not _names(t, clause, o) for o in inner)]
    return all(clause.turns(t) % 2 == 1 and (clause.denied + t.denied) % 2 == 0 for t in inner)


def _names(inner: _Clause, clause: _Clause, outer: _Clause) -> bool:
    """Whether the inner clause names what the outer one and the sentence's clause name a side of."""
    return bool(inner.kinds & clause.kinds) or not outer.groups & clause.groups


def _strong(text: str) -> set[str]:
    """Words of certainty or rank, which make more of a claim than it says."""
    return {m.group().lower()[:5] for m in _STRONG.finditer(text.replace("’", "'"))}


def _split(pattern: re.Pattern[str], text: str) -> list[str]:
    return [part.strip() for part in pattern.split(text) if len(part.split()) > 1]


@lru_cache(maxsize=4096)
def _parts(claim: str) -> tuple[_Clause, ...]:
    """The claim, its sentences and their clauses; a whole with a denial in it tells less than its clauses."""
    texts = dict.fromkeys([claim, *_split(_SENTENCES, claim), *_split(_CLAUSES, claim)])
    clauses = (_clause(text) for text in texts)
    return tuple(c for c in clauses if not (c.denied and _CLAUSES.search(c.text)))


@lru_cache(maxsize=4096)
def _clause(text: str) -> _Clause:
    words = norms(spelled(_PAYER.sub(r"\g<who>", _IDIOM.sub(" ", text))))
    sides = tuple(_sides(words))
    plain = (w for w in words if w not in STOP and len(w) > 1 and not denials([w]))
    told = frozenset(stem(w)[:_STEM] for w in plain if (s := ORDINARY.side(w)) is None or s[0] not in _GROUPS)
    return _Clause(text, sides, told, denials(words))


def _sides(words: Sequence[str]) -> Iterator[_Named]:
    """Every side that the words name, with the words beside it."""
    told = ((w, ORDINARY.side(w)) for w in words)
    plain = [(w, side) for w, side in told if side is not None or (w not in STOP and len(w) > 1)]
    for n, (word, side) in enumerate(plain):
        if side is not None and side[0] in _GROUPS and word not in _LOOSE:
            beside = [plain[m] if 0 <= m < len(plain) else ("", None) for m in (n - 1, n + 1)]
            left, right = ("" if s is not None and s[0] == side[0] else w[:_STEM] for w, s in beside)
            yield _Named(side[0], side[1], left, right)
