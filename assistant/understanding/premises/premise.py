"""False premises: does the question assert what a claim denies, the opposite of it, or another figure?

Nothing here knows a term. Question and claim are compared clause by clause. They speak of the same thing when the clause has
most of the question's content words; then they differ where an odd number of things is turned round (opposite sides, the
order of two sides, a denial), or where both give figures of one unit and none agrees. An even number is the same thing said
the other way: "over 70 is overbought" bears out "under 30 is oversold".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, Literal

from assistant.understanding.premises.assertion import asserted
from assistant.understanding.premises.polarity import ORDINARY, Opposites, denials, sides, spelled
from assistant.understanding.premises.told_figures import Ranges, any_overlap, figures
from assistant.understanding.text.sought import Sought
from knowledge import Claim
from knowledge.lexical import stem
from knowledge.words import STOP, norms

Fault = Literal["reverse", "figure", "denied", "unstated"]

# Where a sentence turns to something else; what is denied keeps its "not".
_CLAUSE: Final = re.compile(
    r"[;:.]\s|,\s(?:and |but |while |whereas |although )?|\s(?:and|while|whereas|but|although|so that)\s"
    r"|\s(?=(?:instead of|rather than)\s)"
)
_RULED_OUT: Final = Sought(
    r"(?:,\s(?:and\s)?(?:not|never)|\b(?:instead of|rather than|and not))\s"
    r"(?:(?:on|in|around|by|from|of|at|for|to|a|an|the)\s){0,3}"
    r"(?P<out>[\w$%./–-]+(?:\s(?!and\b|or\b|but\b|not\b)[\w$%./–-]+){0,3})"
)
_SENTENCE: Final = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")
_ABOUT: Final = 0.6  # share of the question's content that a clause must have to speak of the same thing
_TOUCHED: Final = 0.4  # and the share at which it touches on it
_LEADING: Final = 0.1
_SHARED: Final = 0.3
_COMPARING: Final = ("level", "size", "worth", "order")
# What a few pages say differs from other pages, which is told as a dispute; it is no reason to call a reader wrong.
_FEW_PAGES: Final = re.compile(
    r"\b(?:one|two|three|several|some|a) (?:May \d{4} )?(?:Q&A |VixShield )?(?:product )?pages?\b", re.IGNORECASE
)
_STATING: Final = frozenset(stem(w) for w in ["say", "state", "give", "name", "define", "tell", "mention", "attach"])
_OPEN: Final = frozenset(["how", "which", "what", "whether", "why", "when", "where", "by"])
SOURCE_WORDS: Final = frozenset(
    ["article", "page", "primary", "method", "source", "vixshield", "framework", "alvh", "want", "tell", "set", "thing"]
)


@dataclass(frozen=True)
class Contradiction:
    """The claim that settles a premise against the question, and in what they differ."""

    claim: Claim
    fault: Fault


@dataclass(frozen=True)
class _Statement:
    """One clause: its content stems, the sides it names, how often it denies, and its figures by unit."""

    text: str
    opposites: Opposites

    @cached_property
    def words(self) -> list[str]:
        return norms(spelled(self.text))

    @cached_property
    def sides(self) -> dict[str, tuple[str, ...]]:
        return sides(self.words, self.opposites)

    @cached_property
    def comparisons(self) -> tuple[tuple[str, ...] | None, ...]:
        """The sides of the groups that compare ("above", "cheaper than")."""
        return tuple(self.sides.get(group) for group in _COMPARING)

    @property
    def ordered(self) -> bool:
        """Whether the order of two things says something: from one to the other, or one compared with the other."""
        return "from" in self.words or any(len(c) == 1 for c in self.comparisons if c)

    @cached_property
    def denied(self) -> int:
        return denials(self.words)

    @cached_property
    def content(self) -> frozenset[str]:
        """Stems of the content words, with the groups of the sides named; figures and denials left out."""
        plain = (
            w for w in self.words if self.opposites.side(w) is None and w not in STOP and len(w) > 1 and not w[0].isdigit()
        )
        return frozenset(stem(w) for w in plain if w not in SOURCE_WORDS) | frozenset(f"<{group}>" for group in self.sides)

    def rules_out(self, other: _Statement) -> bool:
        """Whether this says "…, not X" of an X that is all in `other`, which does not deny it."""
        if other.denied:
            return False
        for match in _RULED_OUT.finditer(self.text):
            out = _Statement(match["out"], self.opposites)
            figures_in = bool(out.figures) and all(any_overlap(f, other.figures.get(u, [])) for u, f in out.figures.items())
            plain = {s for s in out.content if s[0] != "<"}
            turned = any(other.sides.get(g) != side for g, side in out.sides.items())
            if (plain or figures_in) and plain <= other.content and not turned and (figures_in or not out.figures):
                return True
        return False

    def denies_part_of(self, other: _Statement) -> bool:
        """Whether what stands just behind the denial is spoken of in `other`."""
        start = next(n for n, w in enumerate(self.words) if denials([w]))
        rest = self.words[start + 1 : start + 7]
        if _OPEN & set(rest[:3]):  # "does not say how X is done" leaves open how, not whether
            return False
        behind = _Statement(" ".join(rest), self.opposites).content
        return bool({s for s in behind if s not in _STATING} & other.content)

    @cached_property
    def figures(self) -> dict[str, Ranges]:
        return figures(self.text)


def contradiction(
    question: str, claims: Iterable[Claim], opposites: Opposites = ORDINARY, terms: Sequence[str] = ()
) -> Contradiction | None:
    """The claim that contradicts what the question asserts; None where it asserts nothing or a claim as near bears it out.

    Of equally near claims that of the first of `terms` counts for more. Another figure contradicts only where the
    question's own stands in no claim on the subject.
    """
    premise = asserted(question)
    if not premise:
        return None
    pool = tuple(claims)
    whole = _Statement(premise, opposites)
    mixed = {group for group, named in whole.sides.items() if len(named) > 1}
    parts = (_Statement(part, opposites) for part in _asserted_parts(premise))
    # "Buy one low, sell two in the middle": a list of opposites is compared as a whole or not at all.
    statements = [p for p in parts if not mixed or p.text == premise or not mixed & p.sides.keys()]
    return next((c for said in statements if (c := _settled(said, pool, terms)) is not None), None)


def _asserted_parts(premise: str) -> list[str]:
    """The premise by its clauses, where each of them says something."""
    parts = [p for p in _CLAUSE.split(premise) if len(p.split()) > 2]
    return parts if len(parts) > 1 else [premise]


def _settled(said: _Statement, claims: Sequence[Claim], terms: Sequence[str]) -> Contradiction | None:
    """The nearest claim that differs from the statement, unless one at least as near bears it out."""
    borne_out, against = 0.0, 0.0
    found: Contradiction | None = None
    figure_known = False
    for claim in claims:
        leading = _LEADING if terms and claim.term == terms[0] else 0.0
        for clause in _clauses(claim, said.opposites):
            near = _nearness(said, clause, claim)
            figure_known |= near >= _TOUCHED and _same_figures(said, clause)
            near += leading
            if near < _ABOUT or near < max(borne_out, against):
                continue
            fault = "denied" if clause.rules_out(said) else _difference(said, clause, claim)
            if fault is None:
                borne_out = max(borne_out, near if _bears_out(said, clause) else 0.0)
            elif near > against and _told_of(said, clause) and not _FEW_PAGES.search(claim.text):
                found, against = Contradiction(claim, fault), near
    if found is None or against <= borne_out or (found.fault == "figure" and figure_known):
        return None
    return found


@lru_cache(maxsize=4096)
def _clauses(claim: Claim, opposites: Opposites) -> tuple[_Statement, ...]:
    """The sentences of the claim and, where one has several clauses, each of them."""
    parts = [p for p in _CLAUSE.split(claim.text) if len(p.split()) > 1]
    plain = [_Statement(s, opposites) for s in _SENTENCE.split(claim.text)]
    return (*plain, *(_Statement(p, opposites) for p in parts if len(parts) > 1))


def _nearness(said: _Statement, clause: _Statement, claim: Claim) -> float:
    """Share of the question's content that the clause has; a clause rests on the term of its entry."""
    told = clause.content | _term(claim.term)
    shared = said.content & told
    if len(shared) < 2 and not (shared and said.figures):
        return 0.0
    return len(shared) / len(said.content) - 0.002 * len(clause.content)


@lru_cache(maxsize=1024)
def _term(term: str) -> frozenset[str]:
    return frozenset(stem(w) for w in norms(term) if len(w) > 1)


def _told_of(said: _Statement, clause: _Statement) -> bool:
    """Whether the clause is about little else than the statement: what it adds does not outweigh what they share."""
    return len(said.content & clause.content) >= _SHARED * len(clause.content)


def _difference(said: _Statement, clause: _Statement, claim: Claim) -> Fault | None:
    if clause.denied and _CLAUSE.search(clause.text):
        return None  # a whole sentence with a denial in it: its clauses tell what is denied
    turned = _turns(said, clause)
    denied = (said.denied + clause.denied) % 2
    if denied and not (clause.denies_part_of(said) if clause.denied else said.denies_part_of(clause)):
        return None
    if len(said.content) < 2 and not said.figures:
        return None  # one word says too little to be turned round
    if turned and len(said.sides) > len(said.sides.keys() & clause.sides.keys()):
        return None  # of several things said the clause turns round one and is silent on another
    if turned + denied == 1:
        return "unstated" if claim.section == "open" else "denied" if denied else "reverse"
    if turned or denied or clause.denied:
        return None
    shared = said.figures.keys() & clause.figures.keys()
    agree = any(any_overlap(said.figures[u], clause.figures[u]) for u in shared)
    return "figure" if shared and not agree else None


def _bears_out(said: _Statement, clause: _Statement) -> bool:
    """Whether the clause says the same: it has the question's sides, and its figures where it gives any."""
    if _turns(said, clause) or said.denied != clause.denied:
        return False
    if said.figures and not _same_figures(said, clause):
        return False
    return all(clause.sides.get(g) == side for g, side in said.sides.items())


def _same_figures(said: _Statement, clause: _Statement) -> bool:
    """Whether a figure of the question stands in the clause, in the same unit where it names one."""
    told = [f for of_unit in clause.figures.values() for f in of_unit]
    return any(any_overlap(f, clause.figures.get(u, []) if u else told) for u, f in said.figures.items())


def _turns(said: _Statement, clause: _Statement) -> int:
    """How many groups both name a side of, and not the same."""
    return sum(_turned(g, said, clause) for g in said.sides.keys() & clause.sides.keys())


def _turned(group: str, said: _Statement, clause: _Statement) -> bool:
    """Whether one side stands against another, or two sides in the other order where the order says something."""
    asked, told = said.sides[group], clause.sides[group]
    if len(asked) == len(told) == 1:
        return asked != told
    ordered = said.ordered and clause.ordered and said.comparisons == clause.comparisons
    return len(asked) == len(told) and ordered and asked != told
