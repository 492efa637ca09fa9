"""Whether a sentence agrees with itself: "rose from 18 to 17", "50, over the 70 line", "26 minus 12" for 12 minus 26.

Such a sentence is wrong whatever its sources say, or because it takes the figures of its source in another order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from assistant.guards.numeral import Numeral
from assistant.guards.numerals import numerals
from assistant.guards.poles import poles

_FROM: Final = re.compile(r"\bfrom\s(?:an?\s|the\s)?(?:\w{1,20}\s){0,2}$", re.IGNORECASE)
_TO: Final = re.compile(
    r"\W{0,3}(?:points?|%|percent)?\s?(?:\([^()]{0,30}\)\s)?(?:to|into|down to|up to|→|"
    r"->)\s(?:\w{1,12}\s){0,2}",
    re.IGNORECASE,
)
_THEN: Final = re.compile(r"\s?(?:,\s?)?(?:then|and then|→|->)\s", re.IGNORECASE)
_UP: Final = re.compile(
    r"(?:,\s(?:which\s)?|\)?\s(?=is|was|st|sits|lies|c|finishes|ends))(?:is|was|stands?|stood|sits?|lies?|comes in|came in|"
    r"finishes|ends)?"
    r"\s?(?:well |just |now |still )?(?P<way>above|over|higher than|"
    r"below|under|lower than|beneath)\s(?:the|its|a)?\s?(?:[\w-]{1,16}\s){0,4}?(?:of |at )?$",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(r"\b(?:point|bar|day|row|month|trade)\s$", re.IGNORECASE)
_COUNTED: Final = re.compile(r"\s(?:[a-z]{2,12} )?[a-z]{3,20}s\b")  # "over 4 trades"
_LANDS: Final = re.compile(
    r"\bf[ae]ll(?:s|ing|en)? (?:between|within|inside|into|outside|in (?:an?|the|that|this|your|"
    r"its) (?:\w{1,12} ){0,2}(?:range|"
    r"zone|band|interval|window))\b",
    re.IGNORECASE,
)  # where something ends, and no fall
_ABOVE: Final = ("above", "over", "higher than")
_IS: Final = re.compile(
    r"[\s*_]{0,3}(?:is|are|was|makes?|comes to) (?:about |roughly |just |only |exactly )?[*_]{0,2}", re.IGNORECASE
)
_OF: Final = re.compile(r"[\s*_]{1,3}of (?:the |your |a |an |its )?(?:whole )?[*_]{0,2}", re.IGNORECASE)
_NAME: Final = re.compile(r"\b(?P<number>\d{1,4})-(?P<word>[a-z]{3,12})\b", re.IGNORECASE)
_OPERATOR: Final = re.compile(r"\b(?:minus|less|divided by)\b|[−÷]|\s[-/]\s")


def at_odds(text: str) -> str:
    """What is wrong within the sentence, in plain words; "" where nothing is."""
    found = numerals(text)
    for one, two in pairwise(found):
        fault = _moved(text, one, two) or _placed(text, one, two)
        fault = fault or _parted(text, one, two, found)
        if fault:
            return fault
    return ""


def _moved(text: str, one: Numeral, two: Numeral) -> str:
    between = text[one.end : two.start]
    travels = _FROM.search(text, max(0, one.start - 50), one.start) and _TO.fullmatch(between)
    if not travels and not _THEN.fullmatch(between):
        return ""
    clause = text[max(0, text.rfind(";", 0, one.start) + 1, one.start - 90) : one.start]
    clause = _LANDS.sub(" ", clause)
    sides = poles(clause if travels else clause + " ")
    side = sides.get("move", 0) or sides.get("peak", 0)
    change = two.signed - one.signed
    if one.negative and two.negative:
        return ""  # a smaller loss is a rise and a fall
    if not change or not side or change * side > 0 or (one.unit != two.unit and "" not in (one.unit, two.unit)):
        return ""
    return f"{one.written} to {two.written} is no {'rise' if side > 0 else 'fall'}"


def _parted(text: str, one: Numeral, two: Numeral, found: Sequence[Numeral]) -> str:
    """Whether a sum is said to be a share of another that it is not: "$52,000 is 15% of $7,800"."""
    whole = next((n for n in found if n.start >= two.end), None)
    if whole is None or two.unit != "share" or not one.unit == whole.unit == "money" or not whole.value:
        return ""
    if not _IS.fullmatch(text, one.end, two.start) or not _OF.fullmatch(text, two.end, whole.start):
        return ""
    slack = (two.slack + 0.01 * two.value) * 1.01 + 1e-9
    share = one.value / whole.value
    return "" if abs(share - two.value) <= slack else f"{one.written} is not {two.written} of {whole.written}"


def _placed(text: str, one: Numeral, two: Numeral) -> str:
    between = text[one.end : two.start]
    m = _UP.fullmatch(between) if len(between) < 90 else None
    if (
        m is None
        or (one.unit != two.unit and "" not in (one.unit, two.unit))
        or (one.unit != two.unit and "share" in (one.unit, two.unit))
        or {one.unit, two.unit} & {"days", "weeks", "months", "years"}
        or _LABEL.search(text, max(0, one.start - 12), one.start)
        or (m["way"].lower() == "over" and _COUNTED.match(text, two.end))
    ):
        return ""
    gap = one.signed - two.signed
    if not gap or (gap > 0) == (m["way"].lower() in _ABOVE):
        return ""
    return f"{one.written} is not {m['way'].lower()} {two.written}"


def turned_round(text: str, source: str) -> bool:
    """Whether the sentence takes the two figures of a difference or quotient of its source in the other order."""
    said, known = _operands(text), _operands(source)
    return any((b, a) in known and (a, b) not in known for a, b in said)


def renamed(text: str, source: str) -> bool:
    """Whether the sentence has a name of its source with other numbers in it: a "12-period average" for a "9-period" one."""
    said, known = _named(text), _named(source)
    return any(not numbers <= known.get(shape, numbers) for shape, numbers in said.items())


def _named(text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for m in _NAME.finditer(text):
        found.setdefault(m["word"].lower().rstrip("s"), set()).add(m["number"])
    return found


def _operands(text: str) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for m in _OPERATOR.finditer(text):
        left = re.findall(r"\d[\d.,]{0,12}", text[max(0, m.start() - 40) : m.start()])
        right = re.search(r"\d[\d.,]{0,12}", text[m.end() : m.end() + 30])
        if left and right:
            found.add((left[-1].rstrip(".,"), right.group().rstrip(".,")))
    return found
