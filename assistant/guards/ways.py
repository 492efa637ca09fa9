"""Whether the words around a numeral speak of a gain or of a loss, and which clause of a sentence they belong to."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal

from assistant.guards.units import ONES, TENS
from assistant.understanding.premises.opposites import Lexicon, words_of

Way = Literal["gain", "loss", ""]

# What makes a figure somebody's gain or loss wherever it stands: groups of opposites and the side that does.
_GROUPS: Final[tuple[tuple[Way, str, str], ...]] = (
    ("gain", "result", "gain"),
    ("gain", "cash", "in"),
    ("loss", "result", "loss"),
    ("loss", "cash", "out"),
    ("loss", "move", "down"),
)
# Words of those groups that do so in some company only, or mostly mean something else.
_IN_COMPANY: Final = frozenset(
    (
        *(
            "pay",
            "pays",
            "paid",
            "paying",
            "cost",
            "costs",
            "costing",
            "net",
            "contract",
            "contracts",
            "narrow",
            "narrows",
            "credit",
        ),
        *("firm", "mute", "bank", "halve", "income", "winner", "loser", "burn", "ease", "decay", "cut", "cuts", "trim"),
    )
)
_NUMBER: Final = rf"(?:{'|'.join([*ONES[4:], *TENS])})\b"
_GAIN: Final = re.compile(
    r"\b(?:richer(?! than)|pays? out|to spare|returns? (?=[$\d])|returned (?=[$\d])|brings? you|banks\b|% return\b|return of\b|"
    r"(?:are|is|get|gets|were|was|being) handed|hands? (?:you|over to you)|leaves you with (?=[$\d])|bonus|windfall|"
    r"more than (?:you|it|they) (?:started|began|paid|put|spent|laid|gave|invested|cost)|appreciat\w+|locks? in|locked in|"
    r"walk(?:s|ed)? away with|adds? (?=[$\d])|above water)\b|"
    r"\bmakes?\b(?! (?:contango|backwardation|sense|the|an?|it|this|that|up (?!to)))(?!.{1,24}\b(?:together|"
    r"altogether|combined|"
    r"in all|in total)\b)|made\b|winnings|(?<=\d )back\b|"
    r"ahead\b|payoff|payout|upside|returns? (?:a|you|of)|reward|pays (?:the (?:buyer|holder|owner|long)|you)|"
    r"surplus|better off|(?<!at )best\b|\bat best (?=\W{0,3}[$\d])|works? for (?:the owner|you)|"
    r"adds? .{0,20} to (?:its|the) value|"
    r"worth .{0,16} more|\bkeeps?\b|\bto the good\b|(?<!what )\b(?:got|gets?|gett?ing|is|are|was|were|being) paid\b|"
    r"\bclears\b|\bpicks up\b|"
    r"(?<!come )(?<!comes )(?<!came )(?<!pay )(?<!pays )(?<!paid )(?<!end )(?<!ends )(?<!ended )\bup (?=by |\$)",
    re.IGNORECASE,
)
_LOSS: Final = re.compile(
    r"\b(?:sets? (?:you|one|us) back|eats?|ate|eaten|swallow\w*|drain\w*|wip(?:es?|ed|ing) (?:out|off)|wiped|vanish\w*|"
    r"(?:stake|money|debit|premium|cost|it) went\b(?! (?:up|to|from|on))|(?:is|are|was|were|all) gone|"
    r"evaporat\w*|forgo(?:es|ne)?|poorer(?! than)|setback|dents?|knocks?|chips? away|owes?|owed|subtracts?|"
    r"(?:be|is|are|was|were|d|re) out(?= [$\d])|less than (?:you|it|they) (?:started|began|paid|put|spent|laid|gave|invested|"
    r"cost))\b|"
    r"(?<=\d )out\b(?! of)|tak(?:es?|ing) (?=[$\d]\S{0,12} (?:of (?:\S{1,12} ){1,3})?(?:off|from|away|out)\b)|"
    r"(?:(?<=[\d%])|(?<=dollars)|(?<=points)|(?<=percent)) short\b(?! (?:call|put|str|pos|vol|fut|leg|opt))|risk\w*|"
    r"(?<!after )(?<!after all )(?<!net of )(?<!before )(?<!before the )(?<!after the )(?<!minus )costs?\b|costing\b|"
    r"(?<!broken )\bdown\b(?! to )|worst|downside|at stake|decays?\b|\ba minus\b|"
    r"negative(?!ly| (?:divergence|A/D))|shed(?:s)?\b|burns?\b|a drag\b|out of pocket|\bless\b(?! (?:likely|often))|"
    r"(?<!got )(?<!gets )(?<!get )(?<!is )(?<!are )(?<!was )(?<!were )(?<!being )\bpaid\b|\bwhat (?:was|is|were) paid\b|"
    r"(?<!call )(?<!put )(?<!option )(?<!butterfly )(?<!fly )(?<!spread )(?<!position )"
    rf"\bpays? (?=(?:(?:an?|the|net|about|only|just|some|another|roughly|up|nearly|almost|around) ){{0,3}}(?:[$\d]|{_NUMBER}))|"
    r"\byou (?:pay|paid)\b(?! off)|\bpays for (?:it|that|this)\b|"
    r"\bput(?:s|ting)? in (?=[$\d])|\btakes? (?:\S+ ){1,3}off\b|\bbelow\b(?= (?:its|the|"
    r"their) (?:high|peak|mean|average))|\bshort\b(?= of)|"
    r"\bhole\b|\bsav(?:es?|ed|ing)\b|\blower\b(?! (?:low|high|strike|wing|break))|\bunder\b(?= (?:its|the|"
    r"their) (?:high|peak|mean|average))",
    re.IGNORECASE,
)
_PLAIN: Final = Lexicon(
    {word: way for way, group, side in _GROUPS for word in words_of(group, side) if word not in _IN_COMPANY}
)
# A cost that is only named to say that it is, or is not yet, taken off.
_TAKEN_OFF: Final = re.compile(
    r"\b(?:net of|after|less|minus|before|without|no|from an?) (?:the |your |its |any |"
    r"all |what (?:(?:you|it|they|was) )?)?(?:[\d.,$]{1,12} )?(?:points? )?"
    r"(?:(?:debit|costs?|premium|fees?|outlay|stake) )?$",
    re.IGNORECASE,
)
_ANOTHERS: Final = re.compile(r"\d[^\d]{7,}$|(?<=\d)$")
_BRACKET: Final = re.compile(r"\d\S{0,3}(?:\s[a-z]{2,12}){0,3}\s\(\W{0,2}$", re.IGNORECASE)
# "Paying $900 and receiving $1,000": what stands behind a figure may speak of the next.
_OF_THE_NEXT: Final = re.compile(r"\s(?:(?:an?|the|of|about|around|roughly|only|just|another|case) ){0,2}\$?\d", re.IGNORECASE)
# "The 0.70 debit": a word that has its own figure.
_BEHIND: Final = re.compile(r"\d (?:out|back|short)$", re.IGNORECASE)  # "$20,000 out": a word of the figure before it
_HIS: Final = re.compile(
    r"\d(?: points?| dollars?)? (?:(?:debit|outlay|cost|stake|loss|gain|profit)|"
    r"(?:that |which )?(?:it|you|they|we|was|were)(?: had| have| has|['’]ve)? \w+)$",
    re.IGNORECASE,
)
_OBJECT: Final = re.compile(r"\s(?:you|us|him|her|them|one)\b", re.IGNORECASE)  # "0.50 cost you $90" is no cost of 0.50
_TO: Final = re.compile(r" (?:back |down )?to (?:about |around |just |only )?", re.IGNORECASE)  # where a move ends
_DENIED: Final = re.compile(r"(?:\b(?:neither|no|not|never|cannot|nor|nowhere)|n['’]t)\s(?:\w{1,12}\s){0,2}$", re.IGNORECASE)
_AT_BEST: Final = re.compile(r"(?: points?)? at best\b", re.IGNORECASE)  # the least loss, or the greatest gain
_SET_AGAINST: Final = re.compile(
    r"\b(?:against|versus|vs\.?|compared with|(?<!be )(?:worth|valued at|marked at|priced at|quoted at)) (?:a |the |just |"
    r"only |about )?\W{0,2}$",
    re.IGNORECASE,
)
_MORE: Final = re.compile(r"[\s*_]{0,3}(?:points? |dollars? )?(?:more|less)\b", re.IGNORECASE)
_NO_GAIN: Final = re.compile(r"cannot (?:make|gain|earn)|no more than|not (?:make|gain|earn)", re.IGNORECASE)
_CLAUSE: Final = re.compile(
    r"[;:]\s|,\s(?:and|but|while|whereas|so|with)\b|\b(?:but|while|whereas)\b|\band (?=the|its|max|min)|\s[–—]\s|[.!?]\s|\n"
)
_HEADED: Final = re.compile(r"[^\w$]*+(?:plus |minus |about |roughly )?[^\w$]*+")
_NEAR: Final = 200  # characters to either side of a numeral in which a word can speak of it
_REACH: Final = 25  # characters between a numeral and a word that tells which way it goes
_IN_BRACKETS: Final = 60
_WITHIN: Final = 1e6  # a distance beyond all others: the word lies around the numeral


def clause(text: str, start: int, end: int) -> tuple[str, int]:
    """The clause in which `text[start:end]` stands, with a heading in front of it, and where that begins in the text."""
    least, most = max(0, start - _NEAR), end + _NEAR
    first = max((m.end() for m in _CLAUSE.finditer(text, least, start)), default=least)
    after = _CLAUSE.search(text, end, most)
    # "Max profit: $415": a heading belongs to what follows it.
    if _HEADED.fullmatch(text, first, start) and text.startswith(":", max(0, first - 2)):
        heading = max((m.end() for m in _CLAUSE.finditer(text, least, max(least, first - 2))), default=least)
        if len({side for _, _, side in _cues(text[heading:first])}) < 2:
            first = heading
    return text[first : after.start() if after else most], first


def way(text: str, start: int, end: int) -> Way:
    """Whether the clause around a numeral speaks of a gain or of a loss; the cue that stands nearest decides."""
    words, first = clause(text, start, end)
    if _SET_AGAINST.search(text, max(0, start - 30), start) and not _MORE.match(text, end):
        return ""  # "3,400 against 600": the other side of what is said; or what something is worth, whatever it brought
    if _TAKEN_OFF.search(text, max(0, start - 36), start) or _AT_BEST.match(text, end):
        return ""
    bracketed = _BRACKET.search(text, max(0, start - 24), start) is not None
    cues = [c for c in _cues(words) if not (bracketed and c[0] > start - first)]  # it repeats what stands before the bracket
    reach = _IN_BRACKETS if bracketed else _REACH
    if _NO_GAIN.search(words):
        return "loss" if any(side == "loss" for _, _, side in cues) else ""
    best: tuple[Way, float] = ("", math.inf)
    for begins, ends, side in cues:
        if ends <= start - first and _ANOTHERS.search(words, ends, start - first):
            continue  # "costing $3,915 and leaving $85": what the word speaks of is the figure before
        if begins >= end - first and _is_anothers(words, end - first, begins, ends):
            continue
        if ends <= start - first and (
            _BEHIND.search(words, max(0, begins - 2), ends)
            or (_HIS.search(words, max(0, begins - 20), ends) and not _OBJECT.match(words, ends))
            or _TO.fullmatch(words, ends, start - first)
        ):
            continue
        gap = start - first - ends if ends <= start - first else begins - (end - first) + 1.5
        if 0 <= gap < best[1]:
            best = (side, gap)
        elif gap < 0 and best[1] == math.inf:
            best = (side, _WITHIN)
    return best[0] if best[1] < reach or best[1] == _WITHIN else ""


def _is_anothers(words: str, end: int, begins: int, ends: int) -> bool:
    """Whether a cue behind a figure, which ends at `end`, speaks of another one: "88% of the $630 you paid"."""
    if re.search(r"\d", words[end:begins]):
        return True
    return _OF_THE_NEXT.match(words, ends) is not None


def speaks_of(text: str, side: Way) -> bool:
    """Whether the whole sentence speaks of that side and nowhere of the other."""
    return {said for _, _, said in _cues(text)} == {side}


@lru_cache(maxsize=512)
def _cues(text: str) -> tuple[tuple[int, int, Way], ...]:
    """Looked for once, though a clause may have several numerals."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[tuple[int, int, Way]]:
    """Every word of a gain or a loss: where it begins and ends, and which it tells."""
    sides: tuple[tuple[Way, re.Pattern[str]], ...] = (("gain", _GAIN), ("loss", _LOSS))
    for side, cues in sides:
        for m in cues.finditer(text):
            if not _idle(text, m.start(), side):
                yield m.start(), m.end(), side
    for begins, ends, said in _PLAIN.find(text):
        if not _idle(text, begins, said):
            yield begins, ends, said


def _idle(text: str, begins: int, side: Way) -> bool:
    """Whether a gain is denied, or a cost only named as taken off."""
    if side == "gain":
        return _DENIED.search(text, max(0, begins - 30), begins) is not None
    return _TAKEN_OFF.search(text, max(0, begins - 36), begins) is not None
