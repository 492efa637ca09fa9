"""The share of the hedge that is on after some tranches, asked for in shares alone: "25 + 20 + 20", "how many until all in?".

Where no first share is named, both ends of the article's range are summed.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.calculation import Calculation, numbered
from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.sought import Sought
from tools.histogram_bars import histogram_bars
from tools.methodology import METHOD

_STEP: Final = r"(?:tranches?|layers?|slices?|adds?|additions?|increments?|steps?|stages?)"
_ABOUT: Final = Sought(rf"\b{_STEP}\b|\d\s?%?\s?(?:\+|plus|then)\s?\d|\b20s\b")
_SHARE_ASKED: Final = re.compile(
    r"\bcumulative|\brunning (?:total|share|sum)|\b(?:total|sum)\b|\badds? up\b|\bhow (?:much|far|many|invested|hedged)\b"
    r"|\b(?:what|which|whats|what's) ?(?:the )?(?:%|percent\w*|share|part|fraction)|\bwhere (?:am|are|do|would) (?:i|we)\b"
    r"|=\s?\?|\b(?:hit|reach|get to|past|over|exceed) \d"
)
_PERCENT_ASKED: Final = re.compile(
    r"\b(?:what|which|whats|what's|how many)(?: is| the| total| my)* ?(?:%|percent\w*|share|part|fraction)"
    r"|\bhow much\b[^.?!]{0,24}\b(?:in|on|deployed|invested|hedged|put)\b|\bwhere (?:am|are|do|would) (?:i|we)\b"
    r"|\b(?:total|deployed|cumulative)\b"
)
_UNTIL_ALL: Final = re.compile(
    r"\b(?:fully|all|completely|100\s?%|hundred percent) (?:in|on|invested|deployed|hedged|allocated)\b"
    r"|\b(?:reach|get to|hit|until|till|to|makes?|for) (?:the )?(?:full (?:hedge|position|size)|100\b|a hundred)"
)
_HOW_MANY: Final = re.compile(rf"\bhow many (?:more |later |further )?{_STEP}\b")
_OTHER: Final = re.compile(
    r"\$|\bbudget\b|\bdte\b|#|\d\s?k\b|\bdays?\b|[\d#]/[\d#]|\bcontracts?\b|\bpages?\b|\bcosts?\b|\bmacd\b|\bpeaks?\b"
    r"|\b(?:left|remain\w*|unspent)\b"
)
_NUMBERS: Final = {word: WORDS[word] for word in ("one", "two", "three", "four", "five")}
_COUNT: Final = rf"(?P<count>\d|{'|'.join(_NUMBERS)})"
_ADDS: Final = re.compile(
    rf"\b{_COUNT} (?:(?:more|later|further|equal) )?(?:20\s?%? )?(?:adds?|additions?|increments?|steps?|20s|twent\w+)\b"
)
_TRANCHES: Final = re.compile(rf"\b{_COUNT} (?:tranches|layers|slices|stages)\b")
_ORDINALS: Final = {"second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "fifth": 4, "5th": 4}
_ORDINAL: Final = re.compile(rf"\b({'|'.join(_ORDINALS)}) {_STEP}\b")
_SUM: Final = re.compile(
    r"(?<![\w.])(?P<first>\d{1,2})\s?%?(?P<adds>(?:\s?(?:\+|plus|then|and|,)\s?(?:another )?20\s?%?){1,6})(?![\w.])"
)
_ROW: Final = Sought(r"(?<![\w./,])(?P<first>2[05]|30)(?P<adds>(?:/20){3,6})(?![\w/.%])")  # no strikes fall, then stay
_FIRST: Final = re.compile(r"(?<![\w.])(2[5-9]|30)(?:\s?%)?(?![\w.%]|\s?-)")
_LADDER: Final = Sought(
    r"\b(?:ladder|cumulative\w*|running (?:totals?|shares?|percent\w*|sums?|tally)|sequence|progression|schedule|staircase"
    r"|(?:all|every|each|the) (?:of the )?(?:steps?|stages?|rungs?|tranches)|step by step|rung by rung)\b"
)
_BEGINS: Final = re.compile(
    r"\b(?:from|start\w*|begin\w*|open\w*|first|initial)(?: (?:tranche|layer|slice))?(?: (?:at|from|with|on|is|of|the|a|i|we))*"
    r" (?P<first>2[1-9]|3\d|40)(?:\.0)?\s?(?:%|percent\b)?(?![\w.]\d|,\d|[-/k])"
)
_NO_LADDER: Final = re.compile(
    r"\$|\bbudget\b|\bdte\b|#[/-]|\d\s?k\b|\bdays?\b|\bcontracts?\b|\bfl(?:y|ies)\b|\bpages?\b|\bcosts?\b|\bmacd\b"
    r"|\bvix\b|\bstrikes?\b|\bhist\w*|\bpeaks?\b|\bbars?\b|\b4/4/2\b"
)
_TO_THE_CAP: Final = 4  # adds of 20% from 25–30% to 100%


def running(reading: Reading) -> tuple[Calculation, ...]:
    """Sums of tranches in shares of the hedge; () where the question asks for none."""
    text = reading.lower
    if (row := _ROW.search(text)) is not None:
        return _sums((int(row["first"]) / 100,), len(re.findall(r"20", row["adds"])))
    if _ABOUT.search(text) is None or _OTHER.search(text) is not None:
        return ()
    if (typed := _SUM.search(text)) is not None:
        return _sums((int(typed["first"]) / 100,), len(re.findall(r"20", typed["adds"])))
    if _SHARE_ASKED.search(text) is None:
        return ()
    given = _FIRST.search(text)
    firsts = (int(given[1]) / 100,) if given else METHOD.first.value
    ours = {*firsts, METHOD.step.value, 1.0}
    if any(q.unit == "percent" and q.value not in ours for q in reading.quantities):  # shares of another size are not ours
        return ()
    if _HOW_MANY.search(text) and _UNTIL_ALL.search(text):
        return _sums(firsts, _TO_THE_CAP)
    return _sums(firsts, adds) if (adds := _adds(text)) else ()


def ladder_told(reading: Reading) -> tuple[Calculation, ...]:
    """The running shares of all tranches from a first one up to all of the hedge; () where their number or a sum is told."""
    text = reading.lower
    begun = _BEGINS.search(text) if _LADDER.search(text) and not _NO_LADDER.search(text) else None
    if begun is None or _adds(text):
        return ()
    first = int(begun["first"]) / 100
    known = {first, float(begun["first"]), METHOD.step.value, 100 * METHOD.step.value, 1.0, 100.0}
    if any(q.value not in known for q in reading.quantities):
        return ()
    adds = math.ceil(round((1 - first) / METHOD.step.value, 9))
    return tuple(replace(c, sources=numbered(reading)) for c in _sums((first,), adds))


def after_bars(reading: Reading, single: Calculation) -> tuple[Calculation, ...]:
    """Bars of a histogram with the share that is on after their higher highs, where that is asked for; else ()."""
    text = reading.lower
    if single.call.tool != "histogram_bars" or _PERCENT_ASKED.search(text) is None:
        return ()
    adds = len(histogram_bars(single.call.arguments["values"]).higher)
    told = [q.value for q in reading.quantities if q.unit == "percent"]
    firsts = (told[0],) if len(told) == 1 else METHOD.first.value
    return single, *_sums(firsts, min(adds, _TO_THE_CAP))


def _adds(text: str) -> int:
    """How many adds the words count; 0 where they count none."""
    if (m := _ADDS.search(text)) is not None:
        return _NUMBERS.get(m["count"]) or int(m["count"])
    if (m := _ORDINAL.search(text)) is not None:
        return _ORDINALS[m[1]]
    if (m := _TRANCHES.search(text)) is not None:
        return (_NUMBERS.get(m["count"]) or int(m["count"])) - 1
    return 0


def _sums(firsts: tuple[float, ...], adds: int) -> tuple[Calculation, ...]:
    return tuple(Calculation(Call("running_share", {"first": first, "adds": adds})) for first in firsts)
