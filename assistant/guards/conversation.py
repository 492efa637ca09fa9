"""Clause by clause, whether a sentence speaks of the conversation: who its subject is, and what that subject does.

The speaker reads, counts, leaves out; the reader asks, gives, means; a page is silent or differs; an answer covers, follows,
assumes; a choice is the reader's. Whoever trades, earns, moves or lasts does so in the world, and a speaker who "made money"
reports a fact like anybody else. A sentence is conversation where every clause of it is, which "I'll show that it never
loses" is not.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from assistant.guards import speakers, writings
from assistant.guards.phrases import ANSWER, DOUBLE, FRONT, LEAD, TAIL, TALKS
from assistant.guards.small_talk import foreign

_RELATIVE: Final = re.compile(
    r"(?:(?:not )?(?:one|something|anything) (?:that )?(?:i|we|you)|i|we|you|your|my|no|none|nobody|the (?:sources?|pages?|"
    r"articles?|glossary|guide|question|tool|calculator|answer)|"
    r"(?:a|any|every|each|some|most|other|these|both|one|two|several) (?:\w{1,20} )?(?:sources?|pages?|articles?|claims?|"
    r"entr(?:y|ies))|"
    r"(?:is|are|was|were)(?: not|n't)? (?:not )?(?:missing|below|above|here|given|stated|covered|said|shown|known|open|left|"
    r"asked|meant|needed|listed|used|cited|relevant|unclear)|"
    r"(?:do(?:es)?(?: not|n't) )?(?:matters?|follows?|helps?|remains?|appl(?:y|ies)|counts?|comes? (?:next|first|up|close)|"
    r"fits?|belongs?|says?|speaks?|mentions?|touch(?:es)?|answers?|explains?|covers?|concerns?|deals?|differs?)"
    r")\b",
    re.IGNORECASE,
)
_SPLIT: Final = re.compile(
    r"[;:]\s|\s[–—-]\s|,\s(?:and|but|so|or|yet|nor|while|whereas|as|since|because|though|although|which|who|where|except)\s"
    r"(?!(?:so on|then\b[^,;:]{0,90}$|not\b|far as))"
    r"|\s(?:because|whereas|although|though|so that|given that|which)\s"
    r"|\s(?:and|but|so)\s(?=(?:it|they|he|she|the|a|an|this|these|those|that|i|you|we|there|no|none|most|all|each|every|"
    r"its|their|i'll|i'd|that's|it's)\b(?! (?:other|same|rest)\b))|[.!?]\s(?=\S)",
    re.IGNORECASE,
)
# "that" in front of a clause; elsewhere it points at something.
_THAT: Final = re.compile(
    r"(?<!whether)(?<!\bif)(?<!\bhow)\sthat\s(?=(?:the|an?|it|they|he|she|there|this|these|those|all|most|every|each|no|"
    r"none|some|many|such|one|its|their|any|"
    r"both|nobody|everyone|i|you|we|your|my|our|follows?|helps?)\b|[a-z][\w-]{2,20}s\b|[\w-]{2,20} (?:is|are|was|were|has|"
    r"have|had|will|"
    r"can|may|never|always|must|should|would|do|does|did|[a-z]{2,20}(?:s|ed))\b)",
    re.IGNORECASE,
)
_TALK: Final = re.compile(rf"{LEAD}{FRONT}{LEAD}(?:{'|'.join((*speakers.FORMS, *writings.FORMS))})\s*[.!…)]*", re.IGNORECASE)
_ELLIPSIS: Final = re.compile(
    rf"(?:not |then |also |instead |only |just )*(?:can|can't|cannot|could|couldn't|will|won't|do|don't|did|didn't|would|"
    rf"may|let|so)?\b ?(?:not )?(?:{TALKS}|{DOUBLE})\b{TAIL}\W*",
    re.IGNORECASE,
)
_FINITE: Final = re.compile(
    r"\b(?:is|are|was|were|will|can|could|may|might|must|should|would|has|have|had|does|do|did|isn't|aren't|won't|don't|"
    r"doesn't|can't|never|always|\w{1,20}n't)\b|'(?:s|ll|d|ve|re)\b",
    re.IGNORECASE,
)
_SPLICE: Final = re.compile(r",\s(?=(?:i|we|it|that|this|you|they)(?:'\w{1,20})? )", re.IGNORECASE)
_PRONOUN: Final = re.compile(r"(?:it|they|he|she|this|that|these|those|there|i|you|we)\b", re.IGNORECASE)
_FEW: Final = 7  # words: a piece of so few without a verb goes on with what stands before it


# Who or what a sentence of conversation is about.
_ANCHOR: Final = re.compile(
    rf"{LEAD}{FRONT}{LEAD}(?:i|we|you|let me|let's|my|your|neither|nobody|no one|none of (?:us|them|these)|"
    rf"(?:the|these|those|this|that|all|each|any|such|both|some|no|two|three|several|most|many|an?|one|every|neither|other|"
    rf"as an?)(?: of)?"
    rf"(?: the| these| my| your)? (?:[\w-]{{1,20}} ){{0,2}}?(?:{ANSWER}|sources?|pages?|articles?|glossary|entry|entries|"
    rf"claims?|"
    rf"guides?|"
    r"documentation|material|tools?|assistant|program|decision|choice|names?|meaning)|(?:an?|your) (?:\w{1,20} )?(?:advis[eo]r|"
    r"professional|"
    r"accountant|expert))\b",
    re.IGNORECASE,
)
# Words of an outcome, of how often, or of acting in a market: with them a sentence tells of the world.
_WORLDLY: Final = re.compile(
    r"\b(?:always|never|usually|often|typically|generally|rarely|seldom|mostly|tends?|profit\w*|los(?:s|ses|e|es|ing|t)|win\w*|"
    r"won|earn\w*|money|pa(?:y|ys|id|ying)|beat\w*|outperform\w*|ris(?:e|es|ing)|rose|f[ae]ll\w*|crash\w*|spik\w{1,20}|"
    r"rall\w{1,20}|"
    r"costs?|cheap\w*|expensive|safe\w*|risk\w*|work(?:s|ed)|succe\w{1,20}|fail\w*|best|worst|higher|lower|b[uo](?:y|"
    r"ught)\w*|s[eo]ld?l?s?|"
    r"hold(?:s|ing)?|held|hedge[sd]?|trade[sd]?|invest\w*|clos(?:e|es|ed) (?:out|at)|proven|popular|famous|double[sd]?|"
    r"triple[sd]?|"
    r"most (?:of the time|people|traders)|every(?:one|body)?|reliab\w{1,20}|profession\w{1,20} (?:use|trade|prefer)\w*)\b",
    re.IGNORECASE,
)
# "the pages that I searched": what the subject of a clause is to speaker or reader.
_TO_US: Final = re.compile(
    r"(?<=\w) (?:that |which )?(?:i|we|you)(?:'ve| have)? (?:searched|found|know of|read|looked (?:at|through)|cited|"
    r"gave(?: me)?|typed|mentioned|"
    r"asked (?:for|about)|sent|loaded|pasted|have)(?= (?:do|does|have|has|had|says?|is|are|was|were|can|cannot|don't|"
    r"doesn't|didn't|gives?|states?|"
    r"leaves?|disagrees?|differs?|contains?|names?|covers?)\b)",
    re.IGNORECASE,
)
# What a source says is a fact; that it says nothing, or not the same, is none.
_SOURCES: Final = re.compile(
    r"\b(?:sources?|pages?|articles?|glossary|entry|entries|claims?|guides?|documentation|material)$", re.IGNORECASE
)
_WITHOUT: Final = re.compile(
    r"\b(?:no|not|never|none|nothing|neither|nor|nowhere|without|silent|open|differ|disagree|contradict|conflict|lacks?|end|"
    r"ends|"
    r"stop|stops|beyond)\b|n't\b",
    re.IGNORECASE,
)
_INDIRECT: Final = re.compile(r"(?<=\w )(?:what|how|why|which|where|when|whether|who)\b[^;:]{0,120}$", re.IGNORECASE)
_ASKED: Final = re.compile(
    r"(?<=\w )(?P<asks>(?:how (?:likely|much|many|far|long|often|large|big|well)|what|why|which|where|when|whether|how)\b)"
    r"[^;:]{1,120}$",
    re.IGNORECASE,
)
# "It is a well-worn idea from …": what points at what was said may bring in a thing of the world.
_POINTS: Final = re.compile(r"(?:it|this|that|these|those)(?:'s| is| are| was)\b", re.IGNORECASE)
_QUOTED: Final = re.compile(r"[\"“][^\"“”]{1,40}[\"”]")
# A name that is none of the field's is somebody's, or a book's.
_NAME: Final = re.compile(
    r"(?<=[a-z,;] )(?!VixShield|Clark|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|"
    r"Thursday|Friday|Excel|Markdown|Python|Jupyter|Greek|English|Put|Call)[A-Z][a-z]{2,20}(?=[\s.,;:!?]|$)(?! VIX)"
)
_MOST: Final = 2  # words that are not of conversation: what it is about
_SHARE: Final = 0.34


def converses(sentence: str, field: Collection[str] = ()) -> bool:
    """Whether every clause speaks of the conversation, of texts, of the reader's own data, or of what is not known."""
    if any(n.lower() not in field for n in _NAME.findall(sentence)):
        return False
    first, *later = (p.strip(" ,") for p in _SPLIT.split(_TO_US.sub("", sentence)))
    return _speaks(first, field) and all(_speaks(p, field) or _goes_on(p) for p in later if p)


def _speaks(clause: str, field: Collection[str]) -> bool:
    # What is asked or left open states nothing, whatever stands in it.
    main, *rest = _THAT.split(_ASKED.sub(r"\g<asks>", clause), maxsplit=1)
    main = main.strip(" ,")
    if _TALK.fullmatch(main) is None and not _in_its_words(main, field):
        spliced = _SPLICE.split(clause, maxsplit=1)
        return len(spliced) == 2 and all(_speaks(s, field) for s in spliced)
    if _POINTS.match(main) and len(foreign(main)) >= _MOST and not _WITHOUT.search(main):
        return False
    return all(_RELATIVE.match(r) or _speaks(r, field) for r in rest)


def _in_its_words(clause: str, field: Collection[str]) -> bool:
    """Whether a clause about speaker, reader or texts has hardly a word that is not of conversation."""
    bare = _INDIRECT.sub("", _QUOTED.sub(" it ", clause))
    anchor = _ANCHOR.match(bare)
    if anchor is None or foreign(anchor.group()) or _WORLDLY.search(bare):
        return False
    if _SOURCES.search(anchor.group()) and not _WITHOUT.search(bare):
        return False
    others = foreign(bare[anchor.end() :])
    return len(others) <= _MOST and len(others) <= _SHARE * len(bare.split())


def _goes_on(piece: str) -> bool:
    """Whether a later piece has no clause of its own, or leaves out its subject."""
    if _PRONOUN.match(piece):
        return False
    if _RELATIVE.match(piece) or _ELLIPSIS.fullmatch(piece):
        return not _THAT.search(piece)
    return len(piece.split()) <= _FEW and not _FINITE.search(piece)
