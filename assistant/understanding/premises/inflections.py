"""The forms of an English verb: "rise rises rising rose risen", the irregular ones by a list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

_IRREGULAR: Final[Mapping[str, str]] = {
    line.split()[0]: line
    for line in (
        "rise rises rose risen rising",
        "grow grows grew grown growing",
        "leap leaps leaped leapt leaping",
        "swell swells swelled swollen swelling",
        "shrink shrinks shrank shrunk shrinking",
        "fall falls fell fallen falling",
        "slide slides slid sliding",
        "sink sinks sank sunk sinking",
        "cut cuts cutting",
        "buy buys bought buying",
        "sell sells sold selling",
        "write writes wrote written writing",
        "win wins won winning",
        "lose loses lost losing",
        "bleed bleeds bled bleeding",
        "burn burns burned burnt burning",
        "spend spends spent spending",
        "shoot shoots shot shooting",
        "dive dives dived dove diving",
        "nosedive nosedives nosedived nosediving",
        "undercut undercuts undercutting",
        "overtake overtakes overtook overtaken overtaking",
        "overshoot overshoots overshot overshooting",
        "undershoot undershoots undershot undershooting",
        "go goes went gone going",
        "come comes came coming",
        "make makes made making",
        "take takes took taken taking",
        "bring brings brought bringing",
        "break breaks broke broken breaking",
        "give gives gave given giving",
        "lay lays laid laying",
        "creep creeps crept creeping",
        "wind winds wound winding",
        "hurt hurts hurting",
        "shed sheds shedding",
        "beat beats beaten beating",
        "set sets setting",
        "eat eats ate eaten eating",
        "put puts putting",
        "drive drives drove driven driving",
        "get gets got gotten getting",
        "stand stands stood standing",
        "hand hands handed handing",
        "pay pays paid paying",
        "keep keeps kept keeping",
        "owe owes owed owing",
        "forgo forgoes forwent forgone forgoing",
        "benefit benefits benefited benefiting",
        "forfeit forfeits forfeited forfeiting",
        "panic panics panicked panicking",
        "omit omits omitted omitting",
    )
}
_DOUBLING: Final = re.compile(r"[^aeiou]{0,4}(?:qu)?[aeiou][bdgklmnprtz]")  # one short syllable: "drop", "trim", "net"


@cache
def inflected(verb: str) -> tuple[str, ...]:
    """All forms of a verb, or of a phrase that begins with one."""
    first, joint, rest = verb.partition("_")
    if first in _IRREGULAR:
        forms = _IRREGULAR[first].split()
    elif first.endswith("e"):
        forms = [first, f"{first}s", f"{first}d", f"{first[:-1]}ing"]
    elif first.endswith("y") and first[-2] not in "aeiou":
        forms = [first, f"{first[:-1]}ies", f"{first[:-1]}ied", f"{first}ing"]
    else:
        stem = first + first[-1] if _DOUBLING.fullmatch(first) else first
        plural = f"{first}es" if first.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{first}s"
        forms = [first, plural, f"{stem}ed", f"{stem}ing"]
    return tuple(f"{form}{joint}{rest}" for form in forms)
