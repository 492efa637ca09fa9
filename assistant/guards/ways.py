"""Whether the words around a numeral speak of a gain or of a loss, and which clause of a sentence they belong to."""

from __future__ import annotations

import math
import re
from typing import Final, Literal

Way = Literal["gain", "loss", ""]

_GAIN: Final = re.compile(
    r"\b(?:rak(?:es?|ed|ing) in|banks?|harvests?|richer|recoup\w*|cash(?:es)? in|pays? out|to spare|returns? (?=[$\d])|"
    r"brings? you|"
    r"(?:are|is|get|gets|were|was|being) handed|hands? (?:you|over to you)|leaves you with (?=[$\d])|bonus|windfall)\b|"
    r"profits?\b|profitable|profited|gain(?:s|ed)?\b|earn(?:s|ed|ings)?\b|makes?\b|made\b|wins?\b|winnings|pockets?\b|"
    r"collects?\b|ahead\b|payoff|payout|upside|hands you|returns? (?:a|you|of)|reward|pays (?:the (?:buyer|holder|owner|"
    r"long)|you)|"
    r"in the black|surplus|better off|best\b|works? for (?:the owner|you)|adds? .{0,20} to (?:its|the) value|"
    r"worth .{0,16} more|\bkeeps?\b|\bto the good\b|\b(?:got|gets?|gett?ing|is|are|was|were|being) paid\b|\breceiv\w+|"
    r"\btak(?:es?|ing) in\b|\btook in\b|\bbrings? in\b|\bnets\b|\bclears\b|\bpicks up\b|\bup (?=by |\$)",
    re.IGNORECASE,
)
_LOSS: Final = re.compile(
    r"\b(?:sets? (?:you|one|us) back|eats?|ate|eaten|swallow\w*|drain\w*|wipes? (?:out|off)|wiped|vanish\w*|evaporat\w*|"
    r"surrender\w*|"
    r"forgo(?:es|ne)?|poorer|hand over|setback|dents?|knocks?|chips? away|owes?|owed|in the hole|to the bad)\b|"
    r"[\d%] short\b(?! (?:call|put|str|"
    r"pos|vol|fut|leg|opt))|"
    r"loss(?:es)?\b|loses?\b|lost\b|losing\b|risk\w*|"
    r"(?<!after )(?<!after all )(?<!net of )(?<!before )(?<!before the )(?<!after the )(?<!minus )costs?\b|costing\b|"
    r"\bdown\b(?! to )|in the red|under ?water|drawdown|worst|downside|"
    r"at stake|gives? up|gives? back|decays?\b|bleeds?\b|\ba minus\b|negative(?!ly| (?:divergence|A/D))|shed(?:s)?\b|"
    r"burns?\b|forfeit\w*|declin\w+|erod\w+|"
    r"falls?\b|fell\b|drop(?:s|ped)?\b|shr[iau]nks?\b|a drag\b|out of pocket|\bless\b|\bdebit\b|(?<!got )(?<!gets )(?<!get )"
    r"(?<!is )(?<!are )(?<!was )(?<!were )(?<!being )\bpaid\b|\boutlay\b|\bpays? (?=(?:(?:an?|the|net|about|only|just|some|"
    r"another|roughly|up) ){0,3}[$\d])|"
    r"\btakes? (?:\S+ ){1,3}off\b|\bbelow\b(?= (?:its|the|their) (?:high|peak|mean|average))|\bshort(?:fall)?\b(?= of)|"
    r"\bhole\b|"
    r"\bsav(?:es?|ed|ing)\b|\blower\b(?! (?:low|high|strike|wing|break))|\bslip(?:s|ped)\b|\bunder (?:its|the|their)\b",
    re.IGNORECASE,
)
_NO_GAIN: Final = re.compile(r"cannot (?:make|gain|earn)|no more than|not (?:make|gain|earn)", re.IGNORECASE)
_CLAUSE: Final = re.compile(
    r"[;:]\s|,\s(?:and|but|while|whereas)\b|\b(?:but|while|whereas)\b|\band (?=the|its|max|min)|\s[–—]\s|[.!?]\s|\n"
)
_NEAR: Final = 200  # characters to either side of a numeral in which a word can speak of it
_REACH: Final = 25  # characters between a numeral and a word that tells which way it goes
_WITHIN: Final = 1e6  # a distance beyond all others: the word lies around the numeral


def clause(text: str, start: int, end: int) -> tuple[str, int]:
    """The clause in which `text[start:end]` stands, with a heading in front of it, and where that begins in the text."""
    least, most = max(0, start - _NEAR), end + _NEAR
    first = max((m.end() for m in _CLAUSE.finditer(text, least, start)), default=least)
    after = _CLAUSE.search(text, end, most)
    # "Max profit: $415": a heading belongs to what follows it.
    if re.fullmatch(r"[^\w$]*", text[first:start]) and text[max(0, first - 2) : first].startswith(":"):
        heading = max((m.end() for m in _CLAUSE.finditer(text, least, max(least, first - 2))), default=least)
        if not (_GAIN.search(text, heading, first) and _LOSS.search(text, heading, first)):
            first = heading
    return text[first : after.start() if after else most], first


def way(text: str, start: int, end: int) -> Way:
    """Whether the clause around a numeral speaks of a gain or of a loss; the cue that stands nearest decides."""
    words, first = clause(text, start, end)
    if _NO_GAIN.search(words):
        return "loss" if _LOSS.search(words) else ""
    best: tuple[Way, float] = ("", math.inf)
    sides: tuple[tuple[Way, re.Pattern[str]], ...] = (("gain", _GAIN), ("loss", _LOSS))
    for side, cues in sides:
        for m in cues.finditer(words):
            gap = start - first - m.end() if m.end() <= start - first else m.start() - (end - first) + 1.5
            if 0 <= gap < best[1]:
                best = (side, gap)
            elif gap < 0 and best[1] == math.inf:
                best = (side, _WITHIN)
    return best[0] if best[1] < _REACH or best[1] == _WITHIN else ""


def speaks_of(text: str, side: Way) -> bool:
    """Whether the whole sentence speaks of that side and nowhere of the other."""
    said = {"gain": _GAIN.search(text) is not None, "loss": _LOSS.search(text) is not None}
    return said.pop(side) and not any(said.values()) if side else False
