"""Whether a sentence turns a figure round: a loss told as a gain, a negative as a positive, a rise as a fall."""

from __future__ import annotations

import re
from typing import Final

from assistant.guards.drivers import effect
from assistant.guards.figure import Figure, poles_at
from assistant.guards.fitting import LEVELS
from assistant.guards.numeral import Numeral
from assistant.guards.poles import Poles, against
from assistant.guards.ways import Way, clause, speaks_of, way
from knowledge.words import content

_COUNTED: Final = re.compile(r"\s[a-z]{3,20}s\b", re.IGNORECASE)
_NOT_SAID: Final = re.compile(r"\b(?:not|n't|never) (?:mean|say|imply|tell)", re.IGNORECASE)
_DRIVEN: Final = frozenset({"delta", "vega"})
_DECAYS: Final = frozenset({"theta"})
_BEYOND_DOUBT: Final = {
    "loss": re.compile(
        r"\b(?:in the (?:red|hole)|deficit|under ?water|over budget|overdrawn|out of pocket|"
        r"shortfall)\b",
        re.IGNORECASE,
    ),
    "gain": re.compile(r"\b(?:in the black|windfall|richer|pocketed|better off|to the good)\b", re.IGNORECASE),
}
_DAILY: Final = re.compile(r"\b(?:calendar |trading )?(?:days?|daily|overnight)\b", re.IGNORECASE)
_TRAVELS: Final = re.compile(r"\bfrom\b.{1,30}\bto\b|\d\s?(?:→|->)\s?", re.IGNORECASE)
_BESIDE: Final = re.compile(
    r"[\s*_]{0,2},?\s(?:(?!\d)\w{1,12}\s){0,3}?(?:above|over|below|under|beneath|higher than|lower than)\s(?:the |its |"
    r"an? )?[\d$]",
    re.IGNORECASE,
)
_SETTLED: Final = re.compile(
    r"\b(?:settl\w{1,6}|finish\w{0,3}|land\w{0,3}|print\w{0,3}|vro|vix|index|futures?|strikes?|expir\w{1,6})\s"
    r"(?:is |was |right |exactly )?(?:at|on|of)[\s*_]{1,3}$",
    re.IGNORECASE,
)
_STRUCK: Final = re.compile(r"[\s-](?:calls?|puts?|strikes?|legs?|wings?|body|fly|butterfly)\b", re.IGNORECASE)
_WIDE: Final = re.compile(r"[\s-](?:wide|apart)\b|\s(?:or more|or less|each) apart\b", re.IGNORECASE)  # a distance has no sign
_COMPOUND: Final = re.compile(r"-[a-z]{3,12}\b", re.IGNORECASE)  # "its 40-bar mean"
_AT: Final = re.compile(
    r"\b(?:at or )?(?:below|under|beneath|above|over|beyond|past|between|up to|higher than|"
    r"lower than|more than|less than|north of|south of|short of)[\s*_]{1,3}(?:the )?$",
    re.IGNORECASE,
)
_MINUS: Final = re.compile(r"\W{0,3}(?:[-−]\d|minus\b)", re.IGNORECASE)


def turned(numeral: Numeral, text: str, fit: list[Figure]) -> bool:
    """Whether the sentence turns the figure round: a loss as a gain, a negative as a positive, a rise as a fall."""
    explicit = numeral.negative or numeral.positive
    if not explicit and numeral.unit == "" and numeral.value % 1 == 0 and _COUNTED.match(text, numeral.end):
        return False  # "3 trades": counted, neither won nor lost
    if not explicit and numeral.unit != "money" and _WIDE.match(text, numeral.end):
        return False
    if not explicit and numeral.unit == "" and _COMPOUND.match(text, numeral.end):
        return False
    if _is_level(numeral, text) or (not explicit and _names_level(numeral, fit)):
        return False
    around, first = clause(text, numeral.start, numeral.end)
    words = frozenset(content(around)) - frozenset(content(numeral.written))  # its own stands in every line that has it
    said = poles_at(text, numeral.start, numeral.end)
    side: Way = "" if explicit or _NOT_SAID.search(around) else way(text, numeral.start, numeral.end)
    if _AT.search(text, max(0, numeral.start - 24), numeral.start):  # something lies on that side of it, and not it
        said = {axis: way for axis, way in said.items() if axis not in ("place", "move")}
    if any(f.exact and f.unit == numeral.unit != "" for f in fit):
        fit = [f for f in fit if f.unit is not None or not f.exact]  # what counts nothing has only the same size
    travels = False
    if ("move" in said and _TRAVELS.search(around)) or (
        numeral.unit == "" and _is_end(numeral, around, first)
    ):  # where it comes from and goes to is no gain or loss
        travels = True
        side = "" if side == "loss" and numeral.unit != "money" else side
    pool = [f for f in fit if f.exact] or fit if explicit else fit
    most = max(len(f.words & words) for f in pool)
    around_it = [f for f in pool if len(f.words & words) == most]
    if side and any(f.exact and f.way for f in pool):  # a field tells whose gain it is, the words around a figure may not
        pool = [f for f in pool if f.exact or not f.way or f.unit != "share"]
    if "place" in said and _BESIDE.match(text, numeral.end):
        said = {axis: way for axis, way in said.items() if axis != "place"}  # both are seen, and compared elsewhere
    if side and _beyond_doubt(numeral, side, text) and not any(_bears_out(side, f) for f in fit):
        return True
    most = max(len(f.words & words) for f in pool)
    nearest = [f for f in pool if len(f.words & words) == most]
    # "A loss above 35.55" and "a profit below 35.55" are one: such figures are judged by the sides of both.
    votes = [_vote(numeral, side, f) for f in nearest if not (side and _by_place(f, said))]
    if numeral.unit != "money" and -1 not in votes and any(against(said, f.poles) is False for f in nearest):
        return False
    if side and not any(votes):  # a field that the sentence names tells more than others of its value
        votes = [_vote(numeral, side, f) for f in pool if f.exact and f.words & words and not _by_place(f, said)]
    if not any(votes):
        votes = [_vote(numeral, side, f) for f in pool if not (side and _by_place(f, said))]
    if side and any(f.exact and f.way == side for f in pool):
        return False  # its own field says so, whatever else the clause speaks of
    if side == "gain" and any(f.poles.get("outcome") == 1 and not f.negative for f in fit) and not any(f.exact for f in fit):
        return False
    if driven := [f for f in fit if f.exact and f.words & (_DECAYS if _DAILY.search(around) else _DRIVEN)]:
        moved = effect(around)
        if moved:
            return all((moved < 0) != f.negative for f in driven)
    turns = [f for f in fit if f.poles and (f.exact or f in around_it) and ("move" in f.poles or not travels)]
    turns = [f for f in turns if f.exact or not side or f.way != side]  # the nearest word tells more than the clause
    verdicts = [against(said, f.poles) for f in turns]
    if False in verdicts and True not in verdicts and not side and not explicit:
        return False
    if explicit and 1 in votes:
        return False
    if -1 in votes and 1 not in votes and not _excused(numeral, side, text):
        return True
    return True in verdicts and False not in verdicts


def _is_end(numeral: Numeral, around: str, first: int) -> bool:
    """Whether the numeral is where something comes from or goes to: "from 20 to 26"."""
    reach = range(numeral.start - first - 8, numeral.end - first + 1)
    return any(m.start() in reach or m.end() in reach for m in _TRAVELS.finditer(around))


def _beyond_doubt(numeral: Numeral, side: Way, text: str) -> bool:
    """Whether words that only ever speak of a gain, or of a loss, stand at the numeral."""
    return _BEYOND_DOUBT[side].search(text[max(0, numeral.start - 30) : numeral.end + 25]) is not None


def _bears_out(side: Way, figure: Figure) -> bool:
    return figure.way == side or (figure.negative if side == "loss" else figure.way != "loss" and not figure.negative)


def _is_level(numeral: Numeral, text: str) -> bool:
    """Whether a numeral names where something holds: "under 35 you keep it"."""
    if numeral.unit not in ("", "points") or numeral.negative or numeral.positive:
        return False
    before = max(0, numeral.start - 24)
    return any(p.search(text, before, numeral.start) for p in (_AT, _SETTLED)) or _STRUCK.match(text, numeral.end) is not None


def _names_level(numeral: Numeral, fit: list[Figure]) -> bool:
    """Whether all that the sources compute of its value is a level: a strike, a break-even."""
    own = [f for f in fit if f.exact]
    return numeral.unit in ("", "points") and bool(own) and all(f.words & LEVELS and not f.way for f in own)


def _by_place(figure: Figure, said: Poles) -> bool:
    return "place" in said and "place" in figure.poles


def _excused(numeral: Numeral, side: Way, text: str) -> bool:
    """Whether a figure below zero may go without its minus, since the sentence has said so before."""
    return (
        not side
        and not numeral.positive
        and not numeral.negative
        and (speaks_of(text, "loss") or _MINUS.match(text) is not None)
    )


def _vote(numeral: Numeral, side: Way, figure: Figure) -> int:
    """1 where the figure bears out the sign that is said of it, −1 where it denies it, 0 where it does not tell."""
    below = figure.negative and not (figure.exact and figure.way == "gain")
    if numeral.negative:
        return 1 if figure.negative or figure.way == "loss" else -1
    if numeral.positive:
        return -1 if figure.negative or (figure.way == "loss" and not figure.exact) else 1
    if side == "gain":
        return -1 if figure.way == "loss" or below else 1 if figure.way == "gain" else 0
    if side == "loss":
        return 1 if figure.way == "loss" or below else -1 if figure.way == "gain" else 0
    return -1 if figure.negative and figure.way != "loss" else 1
