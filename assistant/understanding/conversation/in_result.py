"""Few words that ask for what a result says itself: "roll yield?", "is there an arb", "did staging help", "be?".

A result is asked for by the names of its fields, of its working and of what stands bold in it, or by the words that people
have for them. "What is the roll yield" asks for the figure; "what is roll yield" asks for the term, and is none of this.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Final

from assistant.session import Call, Session
from assistant.understanding.conversation import dialogue, spoken_of
from assistant.understanding.conversation.references import NOT_COMPUTED, whole
from assistant.understanding.conversation.result_words import MEANS, OR_ELSE, STATES
from assistant.understanding.text.return_words import plainly_asked
from tools import CATALOGUE
from tools.result import Result

_PAYOFFS: Final = ("butterfly", "position", "butterfly_quote", "staged_exit", "round_trip")
_NEAR: Final = 3  # turns
_REPORTS: Final = ("explain_data", "average_line")  # what a table may be asked for anew in the same words
_LONGEST: Final = 9  # words
_SENTENCE: Final = 12
_LEAD: Final = r"^\W*(?:(?:and|so|ok(?:ay)?|but|then|now|well|hm+),? ){0,2}"
_OWN: Final = r"(?:the|my|its|their|that|our|your|total|left|over|remaining)\b"
_ASKED: Final = re.compile(
    rf"{_LEAD}(?:(?:what(?:'?s| is| are| was| were)|how (?:much|big|high|large|many|far) (?:is|are|was|were)"
    rf"|where(?:'?s| is| are)|(?:show|plot|draw|chart|graph|see)(?: me)?|give me|tell me)(?= {_OWN})"
    r"|(?:what|how much|how many) (?:did|do|does|would|will|can|could|is|was|are)"
    r" (?:i|it|we|(?:all )?(?:that|this)|they|there|be)\b"
    r"|(?:what(?:'?s| is| was| would)|how (?:much|big) (?:is|was|would)) (?:that|it|this)(?: be)?\b"
    r"|which(?: ones?)?(?: of (?:them|these|those))? (?:were|was|are|is|started|came|began|had)\b"
    r"|(?:is|are|was|were) (?:there|that|it|this|they)|(?:did|does|do|has|have) (?:it|that|this|they|i|we|the|staging|layering)"
    rf"|(?:what|how)(?: about)?(?= (?:return|percent\w*|{_OWN})))?(?P<rest>[^?!.]{{2,60}})[?!.\s]*$"
)
_DEFINED: Final = re.compile(rf"{_LEAD}(?:what(?:'?s| is| are| does)(?! {_OWN})|explain|define|why|how come)\b")
_WORD_ASKED: Final = re.compile(rf"{_LEAD}what(?:'?s| is| are| does)? (?:an? |the )?([a-z]{{4,14}})(?: mean)?\W*$")
_MEANING: Final = re.compile(rf"{_LEAD}what (?:do|does|did|would) (?:that|this|it|they) mean\b")
_EVERYDAY: Final = (
    "the a an my its their our your of on in for at to is are was were be that this it they i we you there any some then again"
    " now so and or here all me us do does did would could will can have has had much many big get got please pls what how over"
    " still after so far eat up"
)
_SKIPPED: Final = frozenset(_EVERYDAY.split())
_ROUND: Final = (
    "upside downside staged staging layering price total per contract unit point points risk overall whole percent dollars rate"
)
_NET: Final = "net"  # a figure of its own in some results, and a word beside any in others
_BESIDE: Final = frozenset(_ROUND.split())
_UNITS: Final = {"dollars": "$", "percent": "%"}
_OF_WHAT: Final = re.compile(r"\d% of ([a-z ]{4,24})")
_PLACE: Final = re.compile(r"\b(?:day|bar|point|step|tranche|leg|month) \d{1,4}\b")
_EARLIER: Final = re.compile(r"\b(?:first|second|third|last|latest|previous|original|earlier|other|before|both)\b")
_NUMBER: Final = re.compile(r"\d")
_WORD: Final = re.compile(r"(?<!\d)[a-z][a-z/&'-]*")
_STATED: Final = re.compile(
    r"^\W*(?:so|then|ok(?:ay)?|is|are|was|that means|meaning)\b|\b(?:right|correct|true|yeah|yes|no|max|at most)\W*$"
)
# Words for a part of a plan: a figure beside one is what that part comes to, and changes nothing ("so 3k first?").
_PLACES: Final = frozenset(("first", "second", "third", "fourth", "last", "later", "next"))
_SO: Final = re.compile(r"\b(?:right|correct|true)\W*$")
_FIGURE: Final = re.compile(r"(?<![\w.])\$?(\d[\d,]*(?:\.\d+)?)(?P<k>k)?%?(?![\w]|\.\d)")
_SAID: Final = frozenset(
    ["bucks", "usd", "right", "correct", "true", "yeah", "yes", "no", "means", "meaning", "only", "just", "most"]
)
_MORE_VALUES: Final = re.compile(
    r"\bhow (?:many|much)\b(?: (?:more|further|additional))?.{0,24}\b(?:need\w*|missing|required|lacking|short)\b"
    r"|\bwhat(?:'?s| is) missing\b"
)
_THAT: Final = re.compile(
    rf"{_LEAD}(?:how much|what)(?:'?s| is| was| would)? (?:that|it)(?: be)?(?: in (?:total|all|dollars|money|\$|points)"
    rf"| altogether| overall| all together){{1,2}}[?!.\s]*$|{_LEAD}how (?:much (?:is|was|would) (?:that|it)(?: be)?|many(?: "
    rf"(?:is that|are (?:they|there)|then))?)[?!.\s]*$"
    rf"|{_LEAD}by how much[?!.\s]*$"
)
# "Break-evens only", "just the max loss": the figure alone is what any of these asks for.
_ONLY: Final = re.compile(r"(?:^\W*(?:just|only)\b(?=(?: the| my| its)? [a-z])|,? (?:only|alone)(?= ?(?:please|pls)?\W*$))")
_BEST_AT: Final = re.compile(
    rf"{_LEAD}(?:(?:what|where|which|at what)\b[^?\d]{{0,32}}\b(?:for|is|gives?|makes?|get|at|earn)(?: (?:the|my|its|a))?"
    r" (?:max(?:imum)?|most|best)(?: (?:profit|gain|payoff|value|money|case|outcome|result))?"
    r"|(?:what(?:'?s| is) )?(?:the |my |its )?(?:sweet spot|best case|worst case|best (?:settlement|outcome|level)))[?!.\s]*$"
)
_OF_ALL: Final = re.compile(r" (?:of|for|on|with) (?:both|each(?: of them| one)?|all(?: of them| three)?|them|the two)(?=\W*$)")
_BOLD: Final = re.compile(r"\*\*([^*]{1,120})\*\*")


def figures_asked(text: str, session: Session) -> tuple[Call, ...]:
    """The calls whose result has what lower-case `text` asks for.

    They are those of the turn before, or with "and …" or a figure's name those of a turn not long ago.
    """
    if not session.turns:
        return ()
    last = session.turns[-1]
    if "only" in text or "just" in text or "alone" in text:
        text = _ONLY.sub("", text)
    if len(last.answer.results) > 1:
        text = _OF_ALL.sub("", text)
    if "the other " in text:  # names another choice or result, not a figure of this one
        return ()
    refusal = all(r.tool == "first_bars" for r in last.answer.results)
    if (refusal and _MORE_VALUES.search(text)) or (last.answer.results and _THAT.match(text)):  # a refusal says how many
        return tuple(whole(c) for c in last.calls if c.tool not in NOT_COMPUTED)
    refused = any(c.tool not in NOT_COMPUTED for c in last.calls)
    if not last.answer.results and (refused or dialogue.goes_on(text)):
        last = spoken_of.last_computed(session) or last
    figure, asked = dialogue.figure_named(text), dialogue.asks_figures(text) or _BEST_AT.match(text) is not None
    near = [turn for turn in reversed(session.turns[-_NEAR:]) if turn.answer.results]
    for turn in near if not last.answer.results else (last, *near):
        computed = (r for r in turn.answer.results if r.tool not in _REPORTS)
        said = {r.tool for r in computed if asks_of_result(text, r) or states_of_result(text, r)}
        named = said | {c.tool for c in turn.calls if figure and figure in _fields(c.tool)}
        calls = tuple(whole(c) for c in turn.calls if (asked and c.tool in _PAYOFFS) or c.tool in named)
        if calls:
            return calls
    return ()


def worded_in(text: str, session: Session) -> tuple[Call, ...]:
    """The calls of the turn before whose result has the one word that lower-case `text` asks the meaning of."""
    last = session.turns[-1] if session.turns else None
    asked = _WORD_ASKED.match(text.replace("’", "'"))
    if last is None or asked is None:
        return ()
    named = {r.tool for r in last.answer.results if MEANS.get(asked[1], asked[1]) in _names(r)}
    return tuple(c for c in last.calls if c.tool in named)


def words_asked(text: str) -> tuple[str, ...]:
    """The words of `text` that can name a figure, in the words of results ("lose" is a loss); everyday ones left out."""
    plain = plainly_asked(text).replace("'s ", " ").replace("break even", "break-even")
    return tuple(MEANS.get(word, word) for word in _WORD.findall(plain) if word not in _SKIPPED or word in MEANS)


def asks_of_result(text: str, result: Result) -> bool:
    """Whether the few words of `text` ask for something that `result` names, or for its figure in a unit that it has."""
    plain = plainly_asked(text)
    found = _ASKED.match(plain) if len(plain.split()) <= _LONGEST and not _DEFINED.match(plain) else None
    # "make it 10 contracts" is a change, and "the first plan" another result.
    if found is None or _MEANING.match(plain) or _NUMBER.search(_PLACE.sub("", plain)) or _EARLIER.search(plain):
        return False
    words = [w for w in _WORD.findall(found["rest"]) if w not in _SKIPPED or w in MEANS]
    asked = [MEANS.get(word, word) for word in words if word not in result.tool.split("_")]
    if asked and all(word in _UNITS for word in asked):
        return all(_UNITS[word] in result.summary() for word in asked)
    names = _names(result)
    asked = [word if word in names else next((n for n in OR_ELSE.get(word, ()) if n in names), word) for word in asked]
    if "risk" in asked and _BESIDE.issuperset(asked):  # "so total risk?"
        return not names.isdisjoint(("loss", "spent"))
    telling = any(word in names for word in asked if word not in _BESIDE)  # "what's the point" names nothing
    return telling and all(word in names or word in _BESIDE or word == _NET for word in asked)


def states_of_result(text: str, result: Result) -> bool:
    """Whether the few words state a figure that `result` tells, to hear whether it is so ("so i lose 85 bucks max?")."""
    plain = text.lower().replace("’", "'").strip()
    if len(plain.split()) > _SENTENCE or _STATED.search(plain) is None:
        return False
    stated = _figures_in(plain)
    words = [MEANS.get(w, w) for w in _WORD.findall(plain) if w not in _SKIPPED or w in MEANS]
    telling = [w for w in words if w not in _BESIDE and w not in _SAID]
    if not telling or not _names(result).issuperset(telling):
        return False
    if not stated:  # "so that is a loss right?"
        return _SO.search(plain) is not None and len(plain.split()) <= _LONGEST and not set(telling) & _PLACES
    if _SO.search(plain) or _PLACES.issuperset(telling):  # also where it is not so
        return True
    return _figures_in(result.explain()) >= stated


def _figures_in(text: str) -> set[str]:
    """The figures of a text as plain digits ("3k" and "$3,000" are 3000)."""
    plain = ((m[1].replace(",", ""), m["k"]) for m in _FIGURE.finditer(text))
    return {f"{float(digits) * 1000:g}" if thousands else digits for digits, thousands in plain}


@dataclass(frozen=True, eq=False)
class _Held:
    """A result by which it is, not by what it holds: tables of it cannot be compared as wholes."""

    result: Result

    def __hash__(self) -> int:
        return id(self.result)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and self.result is other.result


def _names(result: Result) -> frozenset[str]:
    """The words for the figures that a result has, one and many."""
    return _named(_Held(result))


@lru_cache(maxsize=16)  # the same results are asked about turn after turn
def _named(held: _Held) -> frozenset[str]:
    result = held.result
    told = [
        *(f.name.replace("_", " ") for f in fields(result) if f.name not in ("inputs", "assumptions")),
        *(str(step).partition(":")[0] for step in result.working()),
        *_BOLD.findall(result.summary()),
        *_OF_WHAT.findall(result.summary()),
    ]
    words = {word for name in told for word in _WORD.findall(name.lower())} | STATES.get(result.tool, frozenset())
    return frozenset(words | {word.rstrip("s") for word in words} | {f"{word}s" for word in words})


def _fields(tool: str) -> tuple[str, ...]:
    return tuple(f.replace("_", " ") for f in CATALOGUE[tool].fields) if tool in CATALOGUE else ()
