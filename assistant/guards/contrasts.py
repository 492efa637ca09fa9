"""Whether a sentence says the Y of a claim's "X, not Y", rules out the claim's own X, or states what the claim denies.

A statement is held apart from what it rules out: "margin accounts and not cash accounts".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from assistant.guards.openness import leaves_open, openers
from assistant.guards.roles import things
from assistant.understanding.premises.polarity import denials, unshortened
from knowledge.words import norms

# What stands behind a statement and is no part of it, though it may deny something.
_BESIDES: Final = re.compile(
    r"[;:.](?=\s|$)|,\s(?:and(?! not)|while|whereas|but(?! not)|although|which|who|where|so|as(?! opposed)|since|because)\s|"
    r"\s(?:while|whereas|but(?! not)|[–—])\s"
)
# What stands behind a statement and is ruled out by it: "…, not Y", "… rather than Y".
_OUT: Final = re.compile(
    r"(?<!\bis)(?<!\bare)(?<!\bwas)(?<!\bwere)(?<!\bbe)(?<!\bneed)(?<!\bhas)(?<!\bhave)(?<!\bdo)(?<!\bdoes)(?<!\bdid)(?<!\bcan)(?<!\bcould)(?<!\bwill)(?<!\bwould)(?<!\bmay)(?<!\bmust)(?<!\bshould)"
    r",?\s(?:and |but )?(?:not|never|instead of|rather than|as opposed to|without)\s"
    r"(?!(?:only|just|yet|more|less|stated|said|given|named|defined|known)\b)"
    r"(?P<out>(?:[^,;:.]|(?<=\d)[,.](?=\d))+"
    r"(?:,\s(?:the |an? |not |nor )?[\w-]{1,20}(?:\s[\w-]{1,20})?(?=,|\s(?:or|nor|and)\b))*"
    r"(?:\s(?:or|nor|and) [^,;:.]+)?)(?=$|,)"
)
_BUT: Final = re.compile(r"\b(?:does|do|is|are) not [^,;:.]{2,60}? but\b")
_BOUND: Final = re.compile(r"\bno (?=(?:more|less|fewer|later|earlier|sooner|longer) than\b)")  # denies nothing
_DENIAL: Final = re.compile(r"\b(?:not(?! just| only| merely)|no|never|nobody|none|neither|nor|cannot)\b", re.IGNORECASE)
_COMMA: Final = re.compile(r",\s|\s(?:because|since|as|so|while|but|that|which)\s")
_TOUCHED: Final = 0.2  # share of a sentence that a statement of the claims has


class _Out(NamedTuple):
    """What is ruled out, and the words in it by which a text leaves something open."""

    words: frozenset[str]
    open: frozenset[str]


@dataclass(frozen=True)
class _Statement:
    """What is said, what is ruled out by it, whether it is denied, by which words it leaves something open, what it denies."""

    main: frozenset[str]
    outs: tuple[_Out, ...]
    denied: bool
    open: frozenset[str]
    behind: frozenset[str]


def rules_out(sentence: str, claims: Sequence[str]) -> bool:
    """Whether the sentence holds for true what a claim rules out, or rules out what one holds for true."""
    said = _statements(sentence)
    told = [s for claim in claims for s in _statements(claim)]
    known = frozenset[str]().union(*(s.main for s in told))
    denied = frozenset[str]().union(*(o.words for s in told for o in s.outs), *(s.main for s in told if s.denied))
    for mine in said:
        if mine.denied:
            continue
        for theirs in told:
            if theirs.denied:
                continue
            if any(
                o.words <= mine.main
                and not o.words <= known
                and mine.open <= o.open
                and (len(o.words) > 1 or theirs.main & mine.main.union(*(x.words for x in mine.outs)))
                for o in theirs.outs
            ):
                return True
            if (
                not (mine.open or theirs.open)
                and mine.main & known
                and any(o.words <= theirs.main and not o.words <= mine.main and not o.words & denied for o in mine.outs)
            ):
                return True
    return False


def states_denied(sentence: str, claims: Sequence[str]) -> bool:
    """Whether the sentence states what every near statement of the claims denies or leaves open, and does not own it."""
    told = [s for text in claims for s in _statements(text)]
    if not leaves_open(sentence) and _all_deny(frozenset(things(sentence)), told, _TOUCHED):
        return True
    said = [s for s in _statements(sentence) if not (s.denied or s.open) and len(s.main) > 1]
    return any(_denies(s.main, told) for s in said)


def _denies(content: frozenset[str], told: Sequence[_Statement]) -> bool:
    """Whether a statement denies just those words, and none that does not has as many of them."""
    ruled = [s.behind for s in told if len(s.behind) > 1 and (s.behind <= content or content <= s.behind)]
    most = max((len(b & content) for b in ruled), default=0)
    return most > 1 and all(s.denied or len(s.main & content) < most for s in told)


def _all_deny(content: frozenset[str], told: Sequence[_Statement], least: float) -> bool:
    """Whether all statements that are nearest to those words deny."""
    ranked = [(len(content & s.main) / max(len(content), 1), s.denied) for s in told]
    best = max((near for near, _ in ranked), default=0.0)
    return best >= least and all(denied for near, denied in ranked if near >= best - 0.1)


def _behind(text: str) -> frozenset[str]:
    """What the last denial of a text is of, as far as its clause goes."""
    found = [m.end() for m in _DENIAL.finditer(text)]
    return frozenset(things(_COMMA.split(text[found[-1] :], maxsplit=1)[0])) if found else frozenset()


@lru_cache(maxsize=4096)
def _statements(text: str) -> tuple[_Statement, ...]:
    """Each statement of a text without what it rules out, and that."""
    found = []
    for part in _BESIDES.split(_BUT.sub(" ", _BOUND.sub(" ", unshortened(text)))):
        main = _OUT.sub(" ", part)
        outs = (_Out(frozenset(things(m["out"])), openers(m["out"])) for m in _OUT.finditer(part))
        denied = denials(norms(main)) > 0
        found.append(
            _Statement(frozenset(things(main)), tuple(o for o in outs if o.words), denied, openers(main), _behind(main))
        )
    return tuple(found)
