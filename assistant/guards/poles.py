"""Which way a text points: rise or fall, above or below, contango or backwardation; and whether one is turned round.

The pairs of opposites stand in one list. A text takes a side on an axis when it has words of one side alone; what is
denied is no side ("not below" may be level), but for places, where "no more than" is below.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

# Each axis: the words of its one side, then those of the other.
_PAIRS: Final[Mapping[str, tuple[str, str]]] = {
    "budget": (
        r"left(?: over)?|unspent|unused|remain(?:s|ing)?|in hand|spare|under budget",
        r"over (?:the |your )?budget|overspent|overshoots?|too much",
    ),
    "move": (
        r"ris(?:e|es|ing|en)|rose|rais(?:e|es|ed|ing)|climb(?:s|ed|ing)?|increas(?:e|es|ed|ing)|grow(?:s|ing|n)?|grew|"
        r"jump(?:s|ed)?|advanc(?:e|es|ed|ing)|upwards?|picks? up|picked up|goes up|went up|going up|moves? up|moved up|"
        r"steepen(?:s|ed|ing)?|widen(?:s|ed|ing)?|add(?:s|ed) (?=\d|\$|around|about|some|nearly)|lifts?|lifted|recovered",
        r"falls?|falling|fell|fallen|lower(?:s|ed|ing)(?! (?:low|high|strike|wing|break))|drop(?:s|ped|ping)?|"
        r"declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|shr[iau]nk(?:s|ing)?|slip(?:s|ped)?|slid(?:e|es)?|sank|sinks?|"
        r"downwards?|goes down|went down|going down|moves? down|moved down|brought (?:\w+ ){0,3}down|"
        r"brings (?:\w+ ){0,3}down|"
        r"flatten(?:s|ed|ing)?|narrow(?:s|ed|ing)?(?! wing)|eas(?:es|ed)|cuts?|takes? (?:\S+ ){0,2}off|took (?:\S+ ){0,2}off|"
        r"saving|shav(?:es?|ed)|dips?|dipped|los(?:es?|t) ground",
    ),
    "place": (
        r"above|over(?= (?:its|it|the (?:\w{1,12} )?(?:mean|average|line|front|mark|signal|median|level|threshold))\b|"
        r" \d{1,9}(?:\.\d{1,9})?(?![\d%]))|higher(?! \w)|higher(?= (?:than|in|by|at)\b)|"
        r"exceed(?:s|ed|ing)?|beyond|on top of|dearer|premium (?:to|over)|at a premium|more (?:expensive|than)|greater|"
        r"north of|up(?= by| \d| \$)|ahead of",
        r"below|under|beneath|lower(?! \w)|lower(?= (?:than|in|by|at)\b)|cheaper|"
        r"discount (?:to|over)|at a discount|less(?: expensive)? than|short of|south of|down(?= by| \d| \$)|behind|"
        r"trail(?:s|ed)?",
    ),
    "sign": (r"positive(?:ly)?|plus", r"negative(?:ly)?"),
    "curve": (r"contango|upward[- ]sloping|normal curve", r"backwardat\w+|inverted|inversion|downward[- ]sloping"),
    "cash": (
        r"credits?(?: of)?|pays (?:you|the (?:buyer|holder|owner|long|seller))|(?:are|is|get|gets) handed|receiv(?:e|es|ed|"
        r"ing)|(?:got|gets?|is|are|were|was|being) paid(?! for)|takes? in|took in|"
        r"collect(?:s|ed|ing)?|"
        r"brings? in|brought in|money in|proceeds",
        r"debits?(?: of)?|pays?(?! (?:off|out|you|the (?:buyer|holder|owner|long|seller)))|sets? (?:you|one) back|"
        r"(?<!got )(?<!get )(?<!gets )(?<!is )(?<!are )(?<!was )(?<!were )(?<!being )paid|"
        r"spends?|spent|outlays?|money out|hands? over",
    ),
    "outcome": (
        r"gain(?:s|ed|ing)?|profit(?:s|able|ed)?|earn(?:s|ed|ing)?|wins?|winning|won|(?:makes?|made|making) money|better off|"
        r"in the black|to the good|hands you|comes out ahead|came out ahead",
        r"loss(?:es)?|los(?:es?|t|ing)|in the red|out of pocket|worse off|shortfall|gives? up|forfeit\w*|short \d",
    ),
    "bias": (r"bullish|upside", r"bearish|downside"),
    "cost": (r"expensive|dear|pricey|rich", r"cheap"),
    "height": (r"high(?! (?:of|in)\b)", r"low(?! (?:of|in)\b)"),
    "peak": (r"higher (?:\w{1,20} )?(?:highs?|lows?)", r"lower (?:\w{1,20} )?(?:highs?|lows?)"),
    "time": (
        r"after(?! all)|later|since|follow(?:s|ed|ing)|subsequent\w*",
        r"before|earlier|ahead of(?= the| its)|prior|preced(?:es|ed|ing)",
    ),
    "kind": (r"calls?", r"puts?"),
    "mood": (r"calm|quiet|relaxed|tranquil\w*", r"stress\w*|turbulen\w*|panics?|fear\w*"),
    "deal": (r"buy(?:s|ing|er|ers)?|bought|long|purchas\w+", r"sell(?:s|ing|er|ers)?|sold|short(?! of)|writ(?:e|es|ing|er)"),
    "end": (
        r"front(?:[- ]month)?|near(?:est)?(?:[- ]month)?|first|nearby",
        r"back(?:[- ]month)?|later months?|last|far(?:thest)?|"
        r"deferred",
    ),
    "wing": (r"upper|top", r"lower(?= (?:wing|strike|break|low|side|bound))|bottom"),
    "size": (r"largest|biggest|highest|most|maximum|best", r"smallest|least|lowest|minimum|worst"),
    "round": (r"round(?:s|ed|ing)? up", r"round(?:s|ed|ing)? down"),
}
_SIDES: Final = tuple((axis, way, words) for axis, both in _PAIRS.items() for way, words in zip((1, -1), both, strict=True))
_WORD: Final = re.compile("|".join(f"(?P<s{n}>\\b(?:{words})\\b)" for n, (_, _, words) in enumerate(_SIDES)), re.IGNORECASE)
# What the two sides of a statement are of, not what it says of them: turned alone, it is another statement.
_CONTEXT: Final = frozenset({"kind", "deal", "end", "wing", "size", "time", "mood"})
_DENIED: Final = re.compile(
    r"(?:\b(?:not|never|cannot|neither|nor)|n't)\s(?:\w{1,20}\s){0,3}$|\b(?:no|without|zero)\s(?:\w{1,20}\s){0,1}$",
    re.IGNORECASE,
)


Poles = Mapping[str, int]


@lru_cache(maxsize=512)
def poles(text: str) -> Poles:
    """Axis → 1 or −1 for the side that the text takes; an axis on which it takes both is left out."""
    found: dict[str, int] = {}
    mixed: set[str] = set()
    for m in _WORD.finditer(text):
        axis, way, _ = _SIDES[int(str(m.lastgroup)[1:])]
        before = text[max(0, m.start() - 44) : m.start()].replace("’", "'")
        if _DENIED.search(before):
            if axis != "place":
                continue
            way = -way
        if found.setdefault(axis, way) != way:
            mixed.add(axis)
    return {axis: way for axis, way in found.items() if axis not in mixed}


def against(said: Poles, source: Poles) -> bool | None:
    """Whether what is said turns the source round: on an odd number of axes, since two turns undo each other; None where
    they have no axis in common, or none on which anything is said.
    """
    one, other = _joined(said, source)
    common = [axis for axis in one if axis in other]
    turned = [axis for axis in common if one[axis] != other[axis]]
    if all(axis in _CONTEXT for axis in common):
        return None
    return len(turned) % 2 == 1


def _joined(said: Poles, source: Poles) -> tuple[Poles, Poles]:
    """Both with a rise held against "above", where one text knows only the one and the other only the other."""
    for mine, theirs in (("move", "place"), ("place", "move")):
        if mine in said and theirs not in said and theirs in source and mine not in source:
            return {("place" if a == mine else a): w for a, w in said.items()}, {
                ("place" if a == theirs else a): w for a, w in source.items()
            }
    return said, source
