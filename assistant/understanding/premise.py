"""False premises: does the question assert the opposite of a claim, or another figure than the claim's?

Nothing here knows a term. A claim contradicts the question when both speak of the same thing (they share most content
words) and differ in one telling way: a word against its opposite, a pair of opposites in the other order, or figures of
the same form that do not overlap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from knowledge import Claim
from knowledge.words import STOP

# Opposites of ordinary and of market language; each side is a regular expression for one word family.
_OPPOSITES: Final = tuple(
    (re.compile(rf"\b(?:{one})\b", re.IGNORECASE), re.compile(rf"\b(?:{other})\b", re.IGNORECASE))
    for one, other in (
        (r"above|over|higher than", r"below|under|lower than"),
        (r"positive(?:ly)?", r"negative(?:ly)?"),
        (r"before", r"after"),
        (r"ris(?:es?|ing)|up", r"fall(?:s|ing)?|down"),
        (r"buy(?:s|ing)?|bought|long", r"sell(?:s|ing)?|sold|short"),
        (r"front|near(?:er|est)?", r"back|far(?:ther|thest)?"),
        (r"stewards?", r"promoters?"),
        (r"contango", r"backwardation"),
        (r"conversions?", r"reversals?"),
        (r"at[ -]the[ -]money|atm", r"out[ -]of[ -]the[ -]money|otm"),
        (r"calls?", r"puts?"),
        (r"amplif\w+", r"damp\w+"),
        (r"always", r"never"),
        (r"all at once|in one go|at once", r"tranches?|steps|slices|stages"),
        (r"gains?|profits?", r"loss(?:es)?|loses?"),
        (r"cheap(?:er)?", r"dear(?:er)?|expensive"),
        (r"first", r"later|second"),
        (r"european", r"american"),
        (r"cash", r"shares|physical(?:ly)?"),
    )
)
_ASSERTS: Final = re.compile(
    r"\b(?:right|correct|true|yes|ya|yeah|yep|isn'?t it|aren'?t they|doesn'?t it|don'?t they)\s*\?\s*$|,\s*no\s*\?\s*$"
    r"|^\W*(?:so|since|because|given that|as|if|i (?:heard|read|thought|believe)|they say)\b"
    r"|^\W*the (?:article|page|method) (?:says|uses|wants)\b|\bso (?:why|what|when|how|which)\b"
    r"|^(?!(?:what|how|why|when|which|who|where)\b)[\w/]+(?:[- ][\w/]+){0,8} (?:is|are|means|gets?|uses|"
    r"goes) (?![^?]*\bor\b)[^?]*\?\s*$",
    re.IGNORECASE,
)
_FIGURE: Final = re.compile(
    r"(?P<low>\d+(?:,\d{3})*(?:\.\d+)?)(?:\s?[-–]\s?(?P<high>\d+(?:,\d{3})*(?:\.\d+)?))?\s?(?P<unit>%|percent\b)?"
)
# "…, not around 15–20": what a claim denies.
_DENIED: Final = re.compile(r"\b(?:not|never|no longer|instead of|rather than)\b[^,;.]*", re.IGNORECASE)
_WORD: Final = re.compile(r"[a-z]{3,}")
_STOP: Final = STOP | {"right", "correct", "true", "yes", "says", "said", "page", "article", "method", "primary", "since"}
_SHARED: Final = 0.5


def contradiction(question: str, claims: Iterable[Claim]) -> Claim | None:
    """The claim that contradicts what the question asserts; None where it asserts nothing, or a better claim bears it out.

    `claims` come best first; the first that speaks of the same thing and settles it decides.
    """
    if _ASSERTS.search(question) is None:
        return None
    for claim in claims:
        if claim.section == "open" or not _same_subject(question, claim.text):
            continue
        if _bears_out(question, claim.text):
            return None
        if _differs(question, claim.text):
            return claim
    return None


def _same_subject(question: str, claim: str) -> bool:
    asked, told = _content(question), _content(claim)
    return bool(asked) and len(asked & told) >= max(2, _SHARED * len(asked))


def _bears_out(question: str, claim: str) -> bool:
    """Whether the claim says the same: the same figure, or the same side of every pair of opposites that both name."""
    if {a[1:] for a in _figures(question)} & {t[1:] for t in _figures(_DENIED.sub(" ", claim))}:
        return True
    sides = [(_sides(question, one, other), _sides(claim, one, other)) for one, other in _OPPOSITES]
    both = [(asked, told) for asked, told in sides if asked and told]
    return bool(both) and all(asked == told for asked, told in both) and not _figures(question)


def _content(text: str) -> frozenset[str]:
    """Rough stems of the content words, opposites left out: they are what may differ."""
    for one, other in _OPPOSITES:
        text = other.sub(" ", one.sub(" ", text))
    return frozenset(w[:5] for w in _WORD.findall(text.lower()) if w not in _STOP)


def _differs(question: str, claim: str) -> bool:
    denied = {d[1:] for part in _DENIED.findall(claim) for d in _figures(part)}
    if denied & {a[1:] for a in _figures(question)}:
        return True
    return any(_opposed(question, claim, one, other) for one, other in _OPPOSITES) or _other_figures(question, claim)


def _opposed(question: str, claim: str, one: re.Pattern[str], other: re.Pattern[str]) -> bool:
    asked, told = _sides(question, one, other), _sides(claim, one, other)
    if len(asked) == len(told) == 2:
        return asked != told
    return len(asked) == len(told) == 1 and asked != told


def _sides(text: str, one: re.Pattern[str], other: re.Pattern[str]) -> tuple[str, ...]:
    """Which of the two stand in `text`, in order of first appearance."""
    found = [(m.start(), name) for name, pattern in (("one", one), ("other", other)) if (m := pattern.search(text))]
    return tuple(name for _, name in sorted(found))


def _other_figures(question: str, claim: str) -> bool:
    """Whether both give figures of one form (range or single, percent or plain) and none of the question's is in the claim."""
    asked, told = _figures(question), _figures(claim)
    forms = {form for form, _, _ in asked} & {form for form, _, _ in told}
    return any(
        all(not _overlap(a, t) for a in asked if a[0] == form for t in told if t[0] == form) for form in forms
    ) and not any(a[1:] == t[1:] for a in asked for t in told)


def _figures(text: str) -> list[tuple[tuple[bool, bool], float, float]]:
    found = []
    for match in _FIGURE.finditer(re.sub(r"(?<!\d)\d++(?:/\d++)+|\b\d++-delta\b|\bS&P 500\b|\b[A-Za-z]\w*\d\w*", " ", text)):
        low = float(match["low"].replace(",", ""))
        high = float(match["high"].replace(",", "")) if match["high"] else low
        found.append(((match["high"] is not None, match["unit"] is not None), low, high))
    return found


def _overlap(a: tuple[tuple[bool, bool], float, float], b: tuple[tuple[bool, bool], float, float]) -> bool:
    return a[1] <= b[2] and b[1] <= a[2]
