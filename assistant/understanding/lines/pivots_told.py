"""Turning points told by hand: the bar of a pivot and the bars beside it, and two pivots of an index and its breadth."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from assistant.understanding.filling.arithmetic import plainly
from assistant.understanding.filling.structures import Arguments
from assistant.understanding.text.number_rows import named_rows
from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.sought import Sought

_COUNT: Final = rf"(\d{{1,3}}|{'|'.join(WORDS)})"
_BAR: Final = r"(?:bars?|days?|points?|closes?|sessions?|candles?|weeks?)"
_PLACE: Final = re.compile(
    r"\b(?:bar|day|index|point|position|candle|session|week)(?: (?:number|no\.?))? ?#?(\d{1,6})\b"
    r"|\b(?:pivot|high|low|peak|top|trough|turn\w*)(?: (?:is|at|on|of|sits|was|stands|happened)){1,2} #?(\d{1,6})\b(?!\.\d|,\d)"
)
_CROSS_BAR: Final = re.compile(
    r"\b(?:cross\w*|trigger\w*|signal|fire[sd]?)\b[^.?!;\d]{0,24}\b(?:bar|day|index|point|candle) #?(\d{1,6})\b(?!\.\d)"
)
_RIGHT: Final = re.compile(
    rf"\bright(?: (?:bars?|side|hand|of|is|to)){{0,3}}[ =:]{{0,3}}{_COUNT}\b"
    rf"|\b{_COUNT}[ -](?:{_BAR}[ -])?(?:\w{{1,6}} ){{0,3}}?(?:right|after(?:wards)?|later|following)\b"
)
_LEFT: Final = re.compile(
    rf"\bleft(?: (?:bars?|side|hand|of|is|to)){{0,3}}[ =:]{{0,3}}{_COUNT}\b"
    rf"|\b{_COUNT}[ -](?:{_BAR}[ -])?(?:\w{{1,6}} ){{0,3}}?(?:left|before)\b"
)
_BOTH: Final = re.compile(
    rf"\b{_COUNT} (?:{_BAR} )?(?:on |to )?(?:each|either|both|every) sides?\b"
    rf"|\bleft ?(?:/|and|&|,) ?right(?: of| is|:|=)? {_COUNT}\b"
    rf"|(?<![\d.])(\d{{1,3}}) ?/ ?\3(?![\d.])"
)
_N: Final = r"(?:\d{1,3}(?:,\d{3})++(?!\d)|\d++)(?:\.\d++)?"
_MOVED: Final = re.compile(
    rf"(?<![\w.])-?(?P<a>-?{_N})(?: points?| issues?)?"
    rf"(?:\)?,? (?:to|then|and then|and|->|vs\.?|followed by|later|down to|up to|,) (?:at |a |an |the |only )?|, ?|/| )"
    rf"(?:(?:later|lower|higher|now|second|next|up|down|peak|high|low|#?2)(?: (?:one|at|of|is|to|was))? )?"
    rf"(?P<b>-?{_N})(?![\w%]|\.\d)"
)
_EARLIER: Final = re.compile(r"\s?(?:points? )?(?:before|earlier|prev\w*|prior|last time|at the (?:old|last|previous))\b")
INDEX: Final = re.compile(r"\b(?:index|spx|s&p(?: 500)?|spy|price[sd]?|market|stocks)\b")
_LINE: Final = re.compile(r"\ba[/-]?d\b|\badvance[- ]decline\b|\bbreadth\b|\badvances? (?:minus|less)\b|\bad line\b|\bline\b")
_LOWS: Final = re.compile(r"\b(?:lows?|lower low|troughs?|bottoms?)\b")
_PIVOTS: Final = Sought(r"\b(?:pivots?|turning points?|(?:swing )?(?:highs|lows)|peaks|tops|troughs|bottoms)\b")
_MOST: Final = 6  # pivots of one question
_HIGHS: Final = re.compile(r"\b(?:higher high|highs|peaks?|tops?|new high)\b")


def pivot(reading: Reading) -> Arguments | None:
    """The bar of a pivot and the bars to its right (and left), five where none are told."""
    text = plainly(reading).lower
    place = _PLACE.search(text)
    if place is None:
        return None
    text = text[: place.start()] + " " + text[place.end() :]
    both, right, left = _BOTH.search(text), _RIGHT.search(text), _LEFT.search(text)
    out: dict[str, int] = {"bar": int(next(g for g in place.groups() if g))}
    if both is not None:
        return {**out, "left": _count(both), "right": _count(both)}
    if right is None:
        return None
    return {**out, "right": _count(right), **({"left": _count(left)} if left is not None else {})}


def cross_bar(reading: Reading) -> Arguments | None:
    """The bar of a cross or trigger that is to be acted on, which no later bar confirms: "cross on bar 40, act when?"."""
    text = plainly(reading).lower
    found = list(_CROSS_BAR.finditer(text))
    if len(found) != 1 or len(reading.quantities) != 1:
        return None
    return {"bar": int(found[0][1]), "right": 0}


def two(reading: Reading) -> Arguments | None:
    """An index and its A/D line at two pivots: "higher high (5100 → 5160), A/D line a lower one (48,200 → 47,650)"."""
    text = plainly(reading).lower
    if (told := _by_rows(text)) is not None:
        return told
    moves = list(_MOVED.finditer(text))
    if len(moves) != 2:
        return None
    first, second = moves
    lead, middle = text[: first.start()], text[first.end() : second.start()]
    turned = _LINE.search(lead) is not None and INDEX.search(lead) is None
    if not (INDEX.search(middle) if turned else _LINE.search(middle)):
        return None
    (ia, ib), (la, lb) = ((_value(m["a"]), _value(m["b"])) for m in ((second, first) if turned else (first, second)))
    said = ib < ia if _HIGHS.search(text) and not _LOWS.search(text) else ib > ia if _LOWS.search(text) else False
    turned_back = said and all(" vs" in m[0] or "against" in m[0] for m in moves)  # "a higher high, 5,120 vs 5,080"
    if turned_back or any(_EARLIER.match(text, m.end()) for m in moves):  # "5,920 vs 5,880 before"
        ia, ib, la, lb = ib, ia, lb, la
    lows = of_lows(text) and ib < ia
    return {"index_before": ia, "index_now": ib, "line_before": la, "line_now": lb, **({"pivots": "lows"} if lows else {})}


def _by_rows(text: str) -> Arguments | None:
    """Three values or more of each: "spx 5000 5050 5100, a/d 900 850 700".

    The last two highs of the index that a lower value follows are compared, where there are two; otherwise both ends.
    """
    found = named_rows(text, {"index": INDEX, "line": _LINE})
    if found.keys() != {"index", "line"} or len(found["index"]) < 3 or len(found["index"]) != len(found["line"]):
        return None
    index, line = found["index"], found["line"]
    highs = [n for n in range(1, len(index) - 1) if index[n - 1] < index[n] > index[n + 1]]
    peaked = len(highs) > 1 and not _LOWS.search(text)
    a, b = highs[-2:] if peaked else (0, len(index) - 1)
    lows = index[b] < index[a] and len(highs) < 2
    told = {"index_before": index[a], "index_now": index[b], "line_before": line[a], "line_now": line[b]}
    beside = _BOTH.search(text) if peaked else None
    places = {"point_before": a + 1, "point_now": b + 1} if peaked else {}
    right = {"right": _count(beside)} if beside is not None else {}
    return {**told, **places, **right, **({"pivots": "lows"} if lows else {})}


def in_turn(reading: Reading) -> tuple[Arguments, ...]:
    """Each of three pivots or more with the one before: "a/d at the pivots 9410 / 9655 / 9520, spx 5005 / 5088 / 5142"."""
    if _PIVOTS.search(reading.lower) is None:
        return ()
    text = plainly(reading).lower
    found = named_rows(text, {"index": INDEX, "line": _LINE})
    if found.keys() != {"index", "line"} or not 3 <= len(found["index"]) <= _MOST or len(found["index"]) != len(found["line"]):
        return ()
    lows = {"pivots": "lows"} if of_lows(text) else {}
    pairs = pairwise(zip(found["index"], found["line"], strict=True))
    return tuple({"index_before": a, "index_now": b, "line_before": x, "line_now": y, **lows} for (a, x), (b, y) in pairs)


def _count(match: re.Match[str]) -> int:
    word = next(g for g in match.groups() if g)
    return int(word) if word.isdigit() else WORDS[word]


def _value(text: str) -> float:
    return float(text.replace(",", ""))


def index_alone(text: str) -> bool:
    """Whether lower-case `text` names an index and no line of breadth: its values are no A/D line."""
    return INDEX.search(text) is not None and _LINE.search(text) is None


def of_lows(text: str) -> bool:
    """Whether lower-case `text` speaks of lows and of no highs."""
    return _LOWS.search(text) is not None and _HIGHS.search(text) is None
