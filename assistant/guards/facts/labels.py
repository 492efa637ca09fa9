"""Whether a sentence gives a thing of a result the figure of another: "the debit was 0.54", where 0.54 is what it is worth.

Only where name and figure stand side by side, so that nothing else can be meant: "the debit was 0.54", "a debit of 0.54",
"the 0.54 debit", "0.54 is the debit".
"""

from __future__ import annotations

import re
from typing import Final

from assistant.guards.facts.reading import Clause, Reading, Word
from assistant.guards.facts.things import Facts, Thing, narrowed
from assistant.guards.numeral import Numeral

_LINK: Final = re.compile(
    r"[\s*_]{0,3}(?::|=|(?P<of>of)|(?:now |still |only |just |exactly )?(?:(?:is|was|lies|sits|lay|sat)(?: at)?|comes? to|"
    r"came to|stands? at|stood at|equals|"
    r"reads|comes out at|came out at|comes in at|works out (?:at|to))(?: (?:now|still|only|just|exactly|about|some|roughly))?)"
    r"[\s*_]{1,3}",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(r"(?:[\s-](?:points?|dollars?))?\s", re.IGNORECASE)
_IS_KEPT: Final = re.compile(r",?[\s*_]{1,3}(?:is|are|was|were|remains?|stays?) (?:already |still |now |all )?", re.IGNORECASE)
_IS_THE: Final = re.compile(
    r"(?: points?| dollars?|%)?[\s*_]{1,3}(?:is|was) (?:the|your|its) (?:(?:old|new|current|net|plain) )?", re.IGNORECASE
)
_THE: Final = re.compile(r"\b(?:the|your|its|an?|that) (?:\w+ ){0,2}$", re.IGNORECASE)
_FIRST: Final = re.compile(  # no part of a longer name, as in "the ratio of gains to losses"
    r"(?:^|[;:,.(–—*|]|\b(?:and|but|so|that|because|since|while|whereas)\b)[\s*_]{0,3}(?:(?:the|your|its|an?|my|that|this)\s)?"
    r"(?:(?!(?:of|to|in|at|on|for|with)\s)\w+\s)?$",
    re.IGNORECASE,
)
_RUNS_ON: Final = re.compile(
    r"[\s*_]{0,3}(?:of|per|an?|each|every|above|below|over|under|more|less|higher|lower|times|from|after|before|to|off|"
    r"away|and(?= [\d$−-])|up|down|points? (?:up|down)|"
    r"or)\b|\s?[-–−×x*/+÷]\s?\(?[-−]?[\d$]|\s?%? of\b",
    re.IGNORECASE,
)
_STRUCTURE: Final = re.compile(r"(?:fly|butterfly|structure|position|spread|condor)", re.IGNORECASE)
_EXTREME: Final = re.compile(r"\b(?:max\w*|most|best|worst)\b", re.IGNORECASE)
_OF: Final = re.compile(r" of (?!(?:the|your|its|that|it)\b)", re.IGNORECASE)
_DENIED: Final = re.compile(
    r"\b(?:not|never|no|neither|nor|if|would|were|counts? as|say|than|another|instead)\b|n['’]t\b", re.IGNORECASE
)
_KINDS: Final = {
    "money": ("money", "budget"),
    "points": ("points", "dealt", "level"),
    "share": ("share", "odds", "weight", "part"),
    "": ("points", "dealt", "level", "line", "histogram", "ratio", "rsi", "price", "signed"),
}
"""Kinds of things that a numeral of a unit may be."""


def wrong_label(reading: Reading, facts: Facts) -> str:
    """What is wrong with the figures that a sentence gives to named things, in plain words; "" where nothing is."""
    for clause in reading.clauses:
        if clause.has("suppose") or _DENIED.search(clause.text):
            continue
        for n, word in enumerate(clause.words):
            if word.numeral is None or _RUNS_ON.match(reading.text, word.end):
                continue
            for named in _names(reading.text, clause, n, word):
                fault = _turned(word.numeral, named, facts) or _fault(word.numeral, _called(reading.text, named, facts), facts)
                if fault:
                    return fault
    return ""


def _names(text: str, clause: Clause, n: int, word: Word) -> list[list[Word]]:
    """The names of the numeral, each as its words: in front of it, with a verb of being between, or right behind it."""
    found = []
    for k in range(max(0, n - 3), n):
        before = clause.words[k]
        m = _LINK.fullmatch(text, before.end, word.start) if before.tag("head") else None
        if m is None or (m["of"] and _of_level(before)) or _STRUCTURE.fullmatch(text, before.start, before.end):
            continue
        whole = _whole(clause, k)
        if m["of"] or _FIRST.search(text[clause.start : whole[0].start]):
            found.append(whole)
    for k in range(n + 1, min(n + 4, len(clause.words))):
        after = clause.words[k]
        if after.tag("head") is None or _OF.match(text, after.end):
            continue
        links = [_IS_THE, _IS_KEPT] if any(t.about in ("spent", "left") for t in after.tags) else [_IS_THE]
        if _THE.search(text, max(0, word.start - 14), word.start):
            links.append(_BEHIND)
        if any(link.fullmatch(text, word.end, after.start) for link in links):
            found.append(_whole(clause, k))
    return found


def _of_level(word: Word) -> bool:
    """Whether it may be any level, which a figure only names: "a settlement of 27"."""
    return any(t.kind == "head" and t.about in ("settlement", "forward", "strike") for t in word.tags)


def _whole(clause: Clause, k: int) -> list[Word]:
    """The word with those that stand directly before it: "the average exit"."""
    first = k
    while (
        first and clause.words[first - 1].end + 1 == clause.words[first].start and clause.words[first - 1].tag("head", "mark")
    ):
        first -= 1
    return list(clause.words[first : k + 1])


def _called(text: str, named: list[Word], facts: Facts) -> list[Thing]:
    heads = frozenset(t.about for w in named for t in w.tags if t.kind == "head")
    if not _EXTREME.search(text, named[0].start, named[-1].end):
        heads -= {"gain", "loss"}  # any gain, and not the greatest
    heads -= {"mini", "full"}  # what is counted, and not what it is worth
    return narrowed([t for t in facts.things if t.heads & heads and t.family != "inflow"], [w for w in named if w.tag("mark")])


def _turned(numeral: Numeral, named: list[Word], facts: Facts) -> str:
    """Whether what was paid is called received, or the other way."""
    heads = {t.about for w in named for t in w.tags if t.kind == "head"}
    for said, other in (("debit", "credit"), ("credit", "debit")):
        if said in heads and not facts.called(said) and any(t.is_figure(numeral) for t in facts.called(other)):
            return f"{numeral.written} is the {other}"
    return ""


def _fault(numeral: Numeral, named: list[Thing], facts: Facts) -> str:
    kinds = _KINDS.get(numeral.unit, ())
    fit = [t for t in named if t.kind in kinds]
    if not fit or any(t.is_figure(numeral) or t.named_by(numeral) for t in named):
        return ""
    others = [t for t in facts.things if t.kind in kinds and t not in named and t.ends is None and t.is_figure(numeral)]
    if not others and len(fit) == 1 and not fit[0].family and fit[0].kind not in ("money", "budget"):
        return f"{numeral.written} is not {fit[0].name}"
    return f"{numeral.written} is {others[0].name} and not {fit[0].name}" if others else ""
