"""Fractions of a text as values: "a quarter", "half of the", "one in ten", "2/13", "68 out of 100", "twice".

Linear in the length of the text: every repetition is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from assistant.guards.numeral import LARGE, PART, Numeral, spoken
from assistant.guards.units import ONES, unit_after, unit_of_part

_FRACTIONS: Final = "|".join(sorted(PART, key=len, reverse=True))
_ARTICLE_PART: Final = re.compile(
    rf"\b(?:(?:an?|one) (?P<part>{_FRACTIONS})\b(?= (?:of|the|that|its|what|higher|lower|more|less|above|below|up|down|over|"
    rf"under|dearer|cheaper|as)\b|"
    r"\s*(?:[,.;:!?)]|$))|"
    # "The first half of that" is a part by name.
    rf"(?<!first )(?<!second )(?<!other )(?<!upper )(?<!lower )(?<!latter )(?<!front )(?<!back )(?P<bare>half) "
    rf"(?=(?:of )?(?:the|a|an|its|all|your|this|that)\b)(?!an? (?:hundred|thousand|million|billion|dozen)\b)"
    r"|(?P<twice>twice|thrice)\b(?!\s?(?:[.,;:!?)]|$|(?:in|on|by|before|after|since|during|over|and|or|at|per|within) )))",
    re.IGNORECASE,
)
_RATIO: Final = re.compile(r"(?<![\w./])(?:(\d{1,2})/(\d{1,2})(?= (?:of|the)\b)|([12])/(\d{1,3})(?![\w/]|[.,]\d))")
_COUNTS: Final = "|".join([*ONES[1:], "twenty", "hundred"])
# "one in ten", "a one-in-five chance"; not "one in two steps", nor "two out of three", which counts both.
_ODDS: Final = re.compile(
    rf"(?<![\w.,$-])(?P<some>{_COUNTS})(?:(?:[ -](?!bars|days|dates|values|rows)[a-z]{{3,12}})?[ -](?:in|in every)|"
    r" (?:cases|times|chances|settlements|outcomes|endings) (?:out of|of every))[ -]"
    rf"(?P<all>{_COUNTS})\b(?![-.,]?\d|%| percent|[ -](?:days?|weeks?|months?|years?|hours?|minutes?|sessions?|"
    r"steps?|stages?|parts?|halves|ways?|lots|layers?|tranches|pieces|points?|batches|contracts|hundred|thousand|million)\b)",
    re.IGNORECASE,
)
_PART_OF_MANY: Final = re.compile(
    r"\b(?P<part>half|a quarter|three quarters)(?: of)?(?: an?)? (?P<large>hundred|thousand|million|billion|dozen)\b",
    re.IGNORECASE,
)
# "Two over thirteen": a weight; not "two divided by twelve plus one".
_OVER: Final = re.compile(
    rf"(?<![\w.,$-])(?P<some>1|2|one|two) (?:over|divided by) (?P<all>\d{{1,3}}|{_COUNTS})\b(?![-.,]?\d| ?(?:plus\b|\+|and\b))",
    re.IGNORECASE,
)
_OF_A_HUNDRED: Final = re.compile(
    rf"(?<![\w.,$/-])(?P<some>\d{{1,3}}|{_COUNTS})(?: [a-z]{{3,14}})? (?:in|out of) (?:an? |every |each )?"
    r"(?P<all>100|1,?000|hundred|thousand)\b(?![.,]?\d)",
    re.IGNORECASE,
)
_ONE_COIN: Final = re.compile(r"\b(?:a|one) (?P<coin>dollar|cent)(?= (?:an?|per|each|for (?:each|every)) )", re.IGNORECASE)
_EXACTLY: Final = 0.0005  # a quotient that is written out is no round way to say it


def fractions(text: str) -> Iterator[Numeral]:
    """Each fraction of the text, in no order."""
    for m in _ARTICLE_PART.finditer(text):
        if m["twice"]:
            yield Numeral(m.group(), 2.0 if m["twice"].lower() == "twice" else 3.0, 0.05, "times", False, m.start(), m.end())
        else:
            value = 0.5 if m["bare"] else 1 / PART[m["part"].lower()]
            unit, end, hundredths = unit_of_part(text, m.end())
            scale = hundredths or 1.0
            yield Numeral(m.group().strip(), value / scale, 0.005 / scale, unit or "share", False, m.start(), end)
    for m in _PART_OF_MANY.finditer(text):
        size = {"half": 0.5, "a quarter": 0.25}.get(m["part"].lower(), 0.75) * LARGE[m["large"].lower()]
        unit, end, _ = unit_after(text, m.end())
        yield Numeral(m.group(), size, 0.0, unit, False, m.start(), end)
    for m in _RATIO.finditer(text):
        some, every = float(m[1] or m[3]), float(m[2] or m[4])
        if every:
            unit, end, _ = unit_of_part(text, m.end())
            yield Numeral(m.group(), some / every, 0.005 if m[1] else _EXACTLY, unit or "share", False, m.start(), end)
    for m in _OVER.finditer(text):
        some, every = (float(w) if w.isdecimal() else spoken(w) for w in (m["some"], m["all"]))
        if some < every:
            yield Numeral(m.group(), some / every, _EXACTLY, "share", False, m.start(), m.end())
    for m in _ODDS.finditer(text):
        some, every = spoken(m["some"]), spoken(m["all"])
        if 0 < some < every:
            yield Numeral(m.group(), some / every, 0.5 / every**2, "share", False, m.start(), m.end())  # a round way to say it
    for m in _OF_A_HUNDRED.finditer(text):
        every = LARGE.get(m["all"].lower()) or float(m["all"].replace(",", ""))
        some = float(m["some"]) if m["some"].isdecimal() else spoken(m["some"])
        yield Numeral(m.group(), some / every, 0.5 / every, "share", False, m.start(), m.end())
    for m in _ONE_COIN.finditer(text):
        yield Numeral(m.group(), 1.0 if m["coin"].lower() == "dollar" else 0.01, 0.0, "money", False, m.start(), m.end())
