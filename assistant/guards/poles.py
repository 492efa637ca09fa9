"""Which way a text points: rise or fall, above or below, contango or backwardation; and whether one is turned round.

The words come from the one list of opposites; those whose side depends on what stands around them have a pattern here. A text
takes a side on an axis when it has words of one side alone; what is denied is no side ("not below" may be level), but for
places, where "no more than" is below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from assistant.understanding.premises.opposites import Lexicon, words_of

# Each axis: the group of opposites whose words take its sides, whatever stands around them.
_GROUPS: Final[Mapping[str, tuple[str, str, str]]] = {
    "move": ("move", "up", "down"),
    "place": ("level", "above", "below"),
    "sign": ("sign", "positive", "negative"),
    "curve": ("curve", "contango", "backwardation"),
    "cash": ("cash", "in", "out"),
    "outcome": ("result", "gain", "loss"),
    "bias": ("outlook", "bull", "bear"),
    "mood": ("mood", "calm", "stress"),
    "kind": ("option", "call", "put"),
    "wing": ("wing", "top", "bottom"),
}
# Words of those groups that take a side in some company only, or mostly mean something else.
_IN_COMPANY: Final = frozenset(
    (
        *(
            "over",
            "top",
            "more_than",
            "larger_than",
            "beat",
            "cost",
            "costs",
            "costing",
            "pay",
            "pays",
            "paid",
            "paying",
            "net",
        ),
        *("contract", "contracts", "narrow", "double", "triple", "quadruple", "firm", "firms", "mute", "bank", "banks"),
        *("bullish", "bearish", "short_of", "follow", "trail", "trails", "trailed", "winner", "loser", "lift", "lower"),
        *(
            "income",
            "normal",
            "plus",
            "ahead_of_the_game",
            "mount",
            "mounts",
            "advance",
            "level",
            "sag",
            "dive",
            "cash",
            "halve",
        ),
    )
)
# Each axis: patterns of its one side, then of the other.
_PAIRS: Final[Mapping[str, tuple[str, str]]] = {
    "budget": (
        r"left(?: over)?|unspent|unused|remain(?:s|ing)?|in hand|spare|under budget",
        r"short(?= by \$?\d)|(?<=\d )short\b(?! (?:call|put|str|pos|vol|fut|leg|opt|fl))|over (?:the |your )?budget|"
        r"overspent|overshoots?|too much",
    ),
    "move": (
        r"advance|lifts?|mounts?|add(?:s|ed) (?=\d|\$|around|about|some|nearly)",
        r"lower(?:s|ed|ing)(?! (?:low|high|strike|wing|break))|narrow(?! wing)|brought (?:\w+ ){0,3}down|"
        r"brings (?:\w+ ){0,3}down|takes? (?:\S+ ){0,2}off|took (?:\S+ ){0,2}off|saving",
    ),
    "place": (
        r"over(?= (?:its|it|the (?:\w{1,12} )?(?:mean|average|line|front|mark|signal|median|level|threshold))\b|"
        r" \d{1,9}(?:\.\d{1,9})?(?![\d%]))|higher(?! \w)|higher(?= (?:in|by|at)\b)|"
        r"dearer|premium (?:to|over)|at a premium|more (?:expensive|than)|greater|up(?= by| \d| \$)|ahead of",
        r"lower(?! \w)|lower(?= (?:in|by|at)\b)|cheaper|discount (?:to|over)|at a discount|less(?: expensive)? than|"
        r"short of|down(?= by| \d| \$)|behind|trail(?:s|ed)?",
    ),
    "curve": (r"normal curve", r"backwardat\w+|downward[- ]sloping"),
    "cash": (
        r"credits?(?: of)?|pays (?:you|the (?:buyer|holder|owner|long|seller))|(?:are|is|get|gets) handed|"
        r"(?<!what )(?:got|gets?|is|are|were|was|being) paid(?! for)|money in",
        r"debits?(?: of)?|(?<!call )(?<!put )(?<!option )(?<!butterfly )(?<!fly )(?<!spread )(?<!position )"
        r"pays?(?! (?:off|out|you|the (?:buyer|holder|owner|long|seller)))|sets? (?:you|one) back|"
        r"(?<!got )(?<!get )(?<!gets )(?<!is )(?<!are )(?<!was )(?<!were )(?<!being )paid|money out",
    ),
    "outcome": (
        r"hands you|to the good|(?<!together )(?:makes?|made)(?= \$| \d)",
        r"out of pocket|gives? up|forfeit\w*|short \d",
    ),
    "cost": (r"expensive|dear|pricey|rich", r"cheap"),
    "height": (r"high(?! (?:of|in)\b)", r"low(?! (?:of|in)\b)"),
    "peak": (r"higher (?:\w{1,20} )?(?:highs?|lows?)", r"lower (?:\w{1,20} )?(?:highs?|lows?)"),
    "time": (
        r"after(?! all)|later|since|follow(?:s|ed|ing)|subsequent\w*",
        r"before|earlier|ahead of(?= the| its)|prior|preced(?:es|ed|ing)",
    ),
    "kind": (r"calls", r"puts"),
    "deal": (r"buy(?:s|ing|er|ers)?|bought|long|purchas\w+", r"sell(?:s|ing|er|ers)?|sold|short(?! of)|writ(?:e|es|ing|er)"),
    "end": (
        r"front(?:[- ]month)?|near(?:est)?(?:[- ]month)?|first|nearby",
        r"back(?:[- ]month)?|later months?|last|far(?:thest)?|"
        r"deferred",
    ),
    "wing": (r"top", r"lower(?= (?:wing|strike|break|low|side|bound))"),
    "size": (r"largest|biggest|highest|most|maximum|best", r"smallest|least|lowest|minimum|worst"),
    "bias": (r"upside", r"downside"),
    "round": (r"round(?:s|ed|ing)? up", r"round(?:s|ed|ing)? down"),
}
_SIDES: Final = tuple((axis, way, words) for axis, both in _PAIRS.items() for way, words in zip((1, -1), both, strict=True))
_IN_CONTEXT: Final = re.compile(
    "|".join(f"(?P<s{n}>\\b(?:{words})\\b)" for n, (_, _, words) in enumerate(_SIDES)), re.IGNORECASE
)
_PLAIN: Final = Lexicon(
    {
        word: (axis, way)
        for axis, (group, *sides) in _GROUPS.items()
        for way, side in zip((1, -1), sides, strict=True)
        for word in words_of(group, side)
        if word not in _IN_COMPANY
    }
)
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
    for start, axis, named in _named(text):
        way = named
        before = text[max(0, start - 44) : start].replace("’", "'")
        if _DENIED.search(before):
            if axis != "place":
                continue
            way = -way
        if found.setdefault(axis, way) != way:
            mixed.add(axis)
    return {axis: way for axis, way in found.items() if axis not in mixed}


def _named(text: str) -> Iterator[tuple[int, str, int]]:
    """Where a word or phrase takes a side, on which axis, and which one."""
    for m in _IN_CONTEXT.finditer(text):
        axis, way, _ = _SIDES[int(str(m.lastgroup)[1:])]
        yield m.start(), axis, way
    for start, _, (axis, way) in _PLAIN.find(text):
        yield start, axis, way


def against(said: Poles, source: Poles) -> bool | None:
    """Whether what is said turns the source round: on an odd number of axes, since two turns undo each other; None where
    they have no axis in common, or none on which anything is said.
    """
    one, other = _joined(said, source)
    common = [axis for axis in one if axis in other]
    if said.get("move", 0) * said.get("place", 0) < 0 and len({"move", "place"} & source.keys()) == 1:
        return None  # "fell by 29%, which is more than": which of the two the source speaks of is open
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
