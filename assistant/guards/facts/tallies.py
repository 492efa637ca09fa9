"""Whether a sentence counts the things of a result rightly: "four triggers" of three, "all four fills", "it rose twice".

More than there are is wrong however it is said; fewer only where the sentence tells of all of them, or of all that are so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from assistant.guards.dates import dates, without_dates
from assistant.guards.facts.reading import Reading
from assistant.guards.facts.things import Facts, Tally
from assistant.understanding.text.number_words import WORDS

_NOUNS: Final[Mapping[str, str]] = {
    "trigger": r"triggers?",
    "cross": r"cross(?:es|ings?|overs?)?",
    "rise": r"rises|crossings",
    "divergence": r"divergences?",
    "fill": r"fills?|purchases|buys|entries",
    "exit": r"exits?|sales",
    "unit": r"contracts?|units?|lots?|options?|calls?|puts?|futures|flies|butterflies|spreads",
    "tranche": r"tranches?|slices?|steps|stages|layers|instal?lments",
    "expiry": r"expir(?:y|ies|ations?)|settlement days|settlements|dates",
    "date": r"dates",
    "day": r"days|sessions",
    "trade": r"trades?|campaigns",
    "combination": r"combinations?|variants|settings|runs",
    "leg": r"legs|options",
    "month": r"months|maturities",
    "flow": r"(?:cash )?flows",
    "inflow": r"inflows|paybacks|repayments|payouts",
    "source": r"sources",
    "alternative": r"alternatives|neighbou?rs",
}
_NOUN: Final = {name: re.compile(words, re.IGNORECASE) for name, words in _NOUNS.items()}
_SO: Final[Mapping[str, str]] = {
    "depressed": r"depressed",
    "up": r"up|upwards?|positive|higher|bullish|advancing",
    "down": r"down|downwards?|negative|lower|falling",
    "bearish": r"bearish",
    "bullish": r"bullish",
    "held": (
        r"still (?:held|open|on|there|running|yours|in your hands|with you|in the position)|remain\w*|"
        r"left(?: over)?|unsold"
    ),
    "moved": r"moved|shifted|displaced|brought forward|pulled forward",
    "tuesday": r"tuesdays?",
    "wednesday": r"wednesdays?",
    "near": r"near|close|nearby|within",
    "won": r"winners?|winning|wins|won|profitable|made money|(?:with|at) a profit|in profit|in the black",
    "lost": r"losers?|losing|losses|lost|(?:with|at) a loss|in the red",
    "sold": r"sold|short",
    "bought": r"bought|long",
    "call": r"calls?",
    "put": r"puts?",
}
_IS_SO: Final = {so: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for so, words in _SO.items()}
_VERBS: Final[Mapping[str, str]] = {
    "trigger": r"triggered|fired",
    "cross": r"crossed(?! (?:up|down|above|below|over|under|back))",
    "rise": (
        r"(?:rose|risen|went|gone|climbed|crossed|moved|pushed|broke|broken|poked) (?:back )?(?:above|over|"
        r"past|through|beyond)"
    ),
}
_MANY: Final = r"\d{1,3}|" + "|".join(sorted((w for w in WORDS if " " not in w and "-" not in w), key=len, reverse=True))
_PLAIN: Final = re.compile(
    r"(?: (?:bullish|bearish|macd|whole|separate|distinct|monthly|vix|cash|breadth|vx)){0,2}", re.IGNORECASE
)
_OTHERS: Final = r"more|other|further|extra|additional|new|next|last|first|later|earlier|previous|such|different|time|times"
_SMALL: Final = "is|are|was|were|and|the|for|with|from|per|but|than|that|which|you|your|each|are|has|have|had|out|into|not"
_ANY: Final = "|".join(_NOUNS.values())
_DONE: Final = "|".join(f"(?P<{name}>{words})" for name, words in _VERBS.items())
_COUNT: Final = re.compile(
    rf"(?<![\w.,$%/:×÷+=(-])(?P<all>all )?(?P<n>{_MANY}|both)(?: (?:out )?of(?: (?:the|your|these|those|its|our|"
    rf"them))?(?: (?P<m>{_MANY}))?)?"
    rf"(?:(?P<adj>(?: (?!(?:{_OTHERS}|{_SMALL})\b)[a-z]{{3,12}}){{0,2}}?) (?P<noun>{_ANY}))?\b(?![-%.]?\d|%)",
    re.IGNORECASE,
)
_TIMES: Final = rf"(?:(?P<t>once|twice|thrice|(?:{_MANY})(?= times\b|(?: \w+)? occasions\b)))"
_OFTEN: Final = re.compile(rf"\b(?:{_DONE})\b[^.;:,!?()]{{0,28}}? (?:on |exactly |just |only ){{0,2}}{_TIMES}\b", re.IGNORECASE)
_ONCE: Final = {"once": 1, "twice": 2, "thrice": 3}
# What makes a number the number of all: how it is brought up, or that nothing follows which narrows it.
_BROUGHT: Final = re.compile(
    r"(?:\b(?:there (?:is|are|was|were|have been)|found|counts?|counted|made|gives|gave|shows?|showed|produced|"
    r"has|have|had|in all|"
    r"total of|it took|took)(?: you| us| me)?(?: a total of| exactly| only| just)? |^\W{0,4})$",
    re.IGNORECASE,
)
_WHOLE: Final = re.compile(
    r"\s?(?:[.!?:;]|,(?! (?:of|that|which|each|one|two|three|both|the|from|with|above|below)\b)|$|in (?:all|total|"
    r"this|the (?:data|series|plan|run))\b|"
    r"altogether\b|(?:(?:was|were|has been|have been|are|is) )?(?:found|counted|in all)\b|turned up\b|showed up\b|came up\b)",
    re.IGNORECASE,
)
_BE: Final = re.compile(
    r"\s(?:(?:is|are|was|were|has|have|had|lie|lies|lay|fall|falls|fell|sit|came|come|stand|go|went|ended|"
    r"finished|closed|remain\w*)\b|"
    r"(?=(?:winn|los|up|down)\w*\b))",
    re.IGNORECASE,
)
_COMMA: Final = re.compile(r",?\s(?=within\b|near\b|close\b)", re.IGNORECASE)
_END: Final = re.compile(r"[.;:!?](?=\s|$)|,\s|\b(?:and|but|while|whereas|though|because|since)\b")
_OPEN: Final = re.compile(
    r"\b(?:not|no|never|neither|nor|none|if|would|could|can|might|may|should|needs?|at least|at most|more than|"
    r"less than|fewer|up to|"
    r"every|each|than|about|over|under|within the|some)\b|n['’]t\b|\?\W{0,3}$",
    re.IGNORECASE,
)
_NARROWED: Final = re.compile(
    r"\b(?:last|first|next|every|after|before|within|in|by|these|those|for|another|other|step|of|and|or|to|than|"
    r"the)\s(?:the )?$",
    re.IGNORECASE,
)


def wrong_tally(reading: Reading, facts: Facts) -> str:
    """What is wrong with the counts of a sentence, in plain words; "" where nothing is."""
    if not facts.tallies:
        return ""
    text = without_dates(reading.text, dates(reading.text))
    for m in _OFTEN.finditer(text):
        tally = next((t for t in facts.tallies if t.verb and m[t.verb]), None)
        number = _ONCE.get(m["t"].lower()) or _number(m["t"])
        if tally is not None and number != tally.total and not _OPEN.search(text[: m.end()]):
            return f"{m['t']} is not how often that was so"
    return next((fault for m in _COUNT.finditer(text) if (fault := _wrong(m, text, facts.tallies))), "")


def _wrong(m: re.Match[str], text: str, tallies: tuple[Tally, ...]) -> str:
    number = 2 if m["n"].lower() == "both" else _number(m["n"])
    of_all = m["all"] is not None or m["n"].lower() == "both"
    stop = _END.search(text, m.end())
    behind = text[m.end() : stop.start() if stop else len(text)]
    begin = max((e.end() for e in _END.finditer(text, 0, m.start())), default=0)
    if _OPEN.search(text, begin, m.end()) or _OPEN.search(behind):
        return ""
    tally = _counted(m, tallies, text)
    if tally is None:
        return ""
    told = m.group().strip()
    if m["m"] and _number(m["m"]) != tally.total and not m["adj"]:
        return f"{told} counts other things than there are"
    narrowed = _NARROWED.search(text, begin, m.start()) is not None
    right = _so_many(m, tally, text, behind) if m["m"] or of_all or (number > 1 and not narrowed) else None
    if right is not None:
        return f"{told} is not how many were so" if number != right else ""
    if narrowed or (not m["noun"] and not of_all):
        return ""
    plain = _PLAIN.fullmatch(m["adj"] or "") is not None
    if number > tally.total and (plain or _so(m["adj"] or "", tally)):
        return f"{told} is more than there are"
    whole = _BROUGHT.search(text, begin, m.start()) and _WHOLE.match(text, m.end())
    if m["noun"] and plain and not m["m"] and (whole or m["all"]) and number != tally.total:
        return f"{told} is not how many there are"
    return ""


def _counted(m: re.Match[str], tallies: tuple[Tally, ...], text: str) -> Tally | None:
    """What is counted: what the noun says, or, without one, what alone can be so as the sentence says."""
    if m["noun"]:
        return next((t for t in tallies if _NOUN[t.noun].fullmatch(m["noun"])), None)
    pronoun = (
        m["all"] or m["m"] or re.match(r"\s(?:of (?:them|these|those|the)\b|(?:is|are|was|were|remain)\b)", text[m.end() :])
    )
    fit = [t for t in tallies if t.so and _so(text[m.end() :], t)]
    return fit[0] if (pronoun or " of them" in m.group().lower()) and len(fit) == 1 else None


def _so_many(m: re.Match[str], tally: Tally, text: str, behind: str) -> int | None:
    """How many of the things are as the sentence says of them; None where it says nothing of the kind."""
    if m["noun"] and m["adj"] and (so := _so(m["adj"], tally)):
        whole = _BROUGHT.search(text, 0, m.start()) and _WHOLE.match(text, m.end())
        return tally.so[so] if whole or m["all"] or _number_or_two(m["n"]) > tally.so[so] else None
    after = text[m.end() :] if _COMMA.match(text, m.end()) else behind
    if m["m"] or m["all"] or _BE.match(behind) or " of them" in m.group().lower():
        so = _so(after, tally)
        return tally.so[so] if so else None
    return None


def _so(text: str, tally: Tally) -> str:
    """The one way in which the words say that the things are; "" where they say none, or several."""
    found = [so for so in tally.so if _IS_SO[so].search(text)]
    return found[0] if len(found) == 1 else ""


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else int(WORDS[word.lower()])


def _number_or_two(word: str) -> int:
    return 2 if word.lower() == "both" else _number(word)
