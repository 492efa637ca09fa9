"""A staged hedge in anyone's words, by the roles of its numbers: the sum, the first share, the later ones, a unit's cost.

"After the opener at 25% and two increments, how much of $14,000 is in?": which number is what is told by its unit and size, and
by whether a word for a beginning or for going on stands beside it, not by the name that is given to a tranche.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.quantities import Quantity, Reading
from tools.methodology import METHOD

_FIRST: Final = (
    r"(?:first|1st|open(?:er|ers|ing|s|ed)?|initial(?:ly)?|start(?:s|ed|ing|er)?|beg(?:in|ins|an|inning)|ant(?:e|ed)|t1|l1"
    r"|(?:tranche|layer|slice|step) (?:one|1))"
)
_GOES_ON: Final = (
    r"(?:adds?|added|adding|additions?|additional|increments?|increases?|steps?|later|further|more|raises?|raised"
    r"|phases?|tranches"
    r"|slices|layers|signals?|cues?|helpings?|climbs?|tops?|topped|buys|next|second|each|subsequent|l2|t2|parts)"
)
_TOPIC: Final = re.compile(
    rf"\b(?:{_FIRST}|{_GOES_ON}|tranche|slice|layer|hedg\w*|budget|deployed|ladder|cap)\b|\d\s?%?,? (?:then|and then"
    rf"|\+|plus) "
)
_OTHER: Final = re.compile(
    r"\b(?:equal(?:ly|-sized)?|evenly|irr|wacc|npv|rsi|macd line|ema|strikes?|dte|delta|averag\w*|avg|blended|vwap|wins?"
    r"|break-?even|settle\w*"
    r"|debt|equity"
    r"|rate of return|4/4/2|backtest\w*|expir\w+|premium|credit|condors?|pages?|article'?s? says?)\b|#"
)
_FIRST_NEAR: Final = re.compile(rf"\b{_FIRST}\b[^\d%?.!]{{0,28}}$")
_FIRST_AFTER: Final = re.compile(rf"[^\d%?.!,;]{{0,18}}\b{_FIRST}\b")
_FIRST_BEHIND: Final = re.compile(r" (?:first|to start|at first|initially|opener|up ?front)\b(?! (?:day|week|month|of)\b)")
_COUNT: Final = rf"(?P<n>\d{{1,2}}|{'|'.join([*list(WORDS)[:12], 'no'])})"
_LATER_NOUN: Final = (
    r"(?:adds?|additions?|increments?|steps?|raises?|phases?|signals?|cues?|helpings?|climbs?|20s|twenties"
    r"|more(?= (?:would|make|times|of|after)|\W*$))"
)
_WHOLE_NOUN: Final = r"(?:tranches|slices|layers|stages|parts|buys)"
_ADDS: Final = re.compile(
    rf"(?<![\w.$%])(?:the )?{_COUNT} (?:(?:more|further|later|equal|full|whole|add|20\s?%"
    rf"|of the)\s){{0,3}}(?:{_LATER_NOUN}\b)(?! (?:a|per|each|every) (?:month|week|quarter|day|year))"
)
_TRANCHES: Final = re.compile(
    rf"(?<![\w.$%])(?:the )?{_COUNT} (?P<later>(?:more|further"
    rf"|later) )?(?:\w{{3,9}} )?{_WHOLE_NOUN}\b"
)
_TWICE: Final = re.compile(
    r"\b(?:add|added|rais(?:e|ed)|topped up|stepped up|bought|increas(?:e|ed)) (?:it )?(?P<often>once|twice|(?:two"
    r"|three|four) times)\b"
)
_OFTEN: Final = {"once": 1, "twice": 2, "two times": 2, "three times": 3, "four times": 4}
_LIST: Final = re.compile(
    r"(?<![\w.$])(?P<first>\d{1,2}(?:\.\d)?)\s?%?(?P<adds>(?:[^\d$?!]{1,40}?(?<![\w.$])20(?:\s?%)?(?![\w.]|,\d)){1,6})"
)
_TO_THE_CAP: Final = re.compile(
    r"\b(?:until|till|til|before|reach(?:es|ed)?|hits?|to get to|up to|get to|makes?|is reached|for)\b[^?.!]{0,24}?"
    r"(?:\b100\b|\bthe cap\b|\bfull\b|\bfully\b|\ball in\b)|\b(?:adds?|steps?|20s|additions|increments) (?:\w{1,5} ){0,2}"
    r"(?:fits?|possible|left|room|do)\b|\bfrom (?P<a>\d{2})\s?%? (?:up )?to (?P<b>\d{2,3})\s?(?:%"
    r"|percent)|\bwhen (?:am|are|is|will|do|does) (?:i|we|it|that|the hedge) (?:be |get )?"
    r"(?:full|done|all in|maxed|complete|finished)\b"
)
_LAST: Final = re.compile(r"\b(?:last|final) (?:slice|tranche|rung|add|layer|step|piece|part|increment|one)\b")
_HOW_MANY: Final = re.compile(r"\bhow (?:many|long|often)\b|\bnumber of\b|\bcount\b|\bwhen (?:am|are|is|will|do|does)\b")
_CUE_ALONE: Final = re.compile(
    r"[,.;] [^,.;\d%]{0,40}\b(?:higher highs?|new highs?|histogram (?:highs?|peaks?)|diverge[sd]?|divergence)\b"
)
_UNIT: Final = r"(?:fl(?:y|ies|ys)|butterfl\w+|units?|contracts?|calls?|spreads?|piece|apiece|each|pop|plates?)"
_COST_BEFORE: Final = re.compile(
    rf"\b(?:{_UNIT}|cost(?:s|ing)?|price[ds]?)(?: (?:cost(?:s|ing)?|at|is|are|for|me|of"
    rf"|=)){{0,3}}\s?\$?$"
)
_COST_AFTER: Final = re.compile(rf"(?: dollars?| bucks?)?,?\s?(?:a|an|per|each|apiece|for (?:one|each))?\s?(?:{_UNIT})\b")
_UNITS_ASKED: Final = re.compile(rf"\b(?:how many|number of|whole)\b[^?.!]{{0,28}}\b{_UNIT}\b|\bhow many\b|\bunits aboard\b")
_ASKED: Final = re.compile(r"\b(?:how|when (?:am|are|is|will)|count|what|whats|what's|which|where|total|sum|makes?)\b|=\s?\?|_")
PREMISE: Final = re.compile(r"^\W{0,3}(?:so |but |and )?(?:is|are|does|do|did|was|were|isn'?t|aren'?t|right)\b")
_PLANNED: Final = re.compile(
    r"(?<![\w.$])(?P<n>\d{1,5}) (?:vix )?(?:flies|butterflies|contracts|calls|futures|minis"
    r"|units|lots|spreads)\b"
)
_STEP_TOLD: Final = re.compile(
    rf"\b{_GOES_ON}\b[^\d%?.!]{{0,24}}(?<![\w.])(?P<a>\d{{1,2}})\s?(?:%|percent)|(?<![\w.])(?P<b>\d{{1,2}})\s?(?:%"
    rf"|percent) (?:adds?"
    r"|increments?|steps?|additions?)\b"
)
_EACH_ADD: Final = re.compile(r"\b(?:per|each|every|later|one|an?) (?:20\s?% )?(?:add|addition|increment|step)\b")
_LEAST: Final = 300.0  # dollars; less is no hedge
_POINTS: Final = 10.0
_HALF: Final = 0.5


@dataclass(frozen=True)
class Roles:
    """What the numbers of a question are: dollars in all, shares, how many later tranches, dollars of one unit."""

    total: float | None = None
    share: float | None = None
    first: float | None = None
    adds: int | None = None
    unit_cost: float | None = None

    def plan(self) -> dict[str, Any]:
        """The arguments of a plan of tranches."""
        found = {"budget": self.total, "share": self.share, "first": self.first, "unit_cost": self.unit_cost}
        return {k: v for k, v in found.items() if v is not None}


def staged(reading: Reading) -> tuple[Calculation, ...]:
    """What is in after so many tranches, or what one slice buys; () where the question tells neither."""
    roles = _roles(reading)
    if roles is None:
        return ()
    text = reading.lower
    first = METHOD.first.value[0] if roles.first is None else roles.first
    if roles.total is None:
        return _of_shares(reading, roles)
    hedge = round(roles.total * (roles.share or 1.0), 9)
    calls = [Call("tranche_plan", roles.plan())]
    one_slice = roles.first is not None or _EACH_ADD.search(text) is not None
    if roles.unit_cost is not None and one_slice and _UNITS_ASKED.search(text):
        slices = {"budget": hedge, "unit_cost": roles.unit_cost, "share": first}
        if _EACH_ADD.search(text):
            slices["share"] = METHOD.step.value
        calls.append(Call("units_for_budget", slices))
    elif roles.adds is not None:
        if roles.first is None and _ASKED.search(text) is None:  # a plan of so many tranches, told as such elsewhere
            return ()
        if roles.first is None:
            calls = [Call("running_share", {"adds": roles.adds})]
        firsts = METHOD.first.value if roles.first is None else (first,)
        shares = dict.fromkeys(min(1.0, round(begun + roles.adds * METHOD.step.value, 12)) for begun in firsts)
        calls += [Call("budget_split", {"budget": hedge, "deployed": share}) for share in shares]
    else:
        return ()
    return tuple(map(Calculation, calls))


def _of_shares(reading: Reading, roles: Roles) -> tuple[Calculation, ...]:
    """The running share without a sum: after so many adds, or up to the cap."""
    firsts = METHOD.first.value if roles.first is None else (roles.first,)
    reached = _TO_THE_CAP.search(reading.lower)
    adds = roles.adds
    if reached is not None and _HOW_MANY.search(reading.lower):
        if reached["a"]:
            start, end = int(reached["a"]) / 100, min(int(reached["b"]) / 100, 1.0)
            firsts, adds = (start,), round((end - start) / METHOD.step.value + 0.49)
        elif adds is None:
            adds = 4
    elif adds is None and roles.first is not None and _LAST.search(reading.lower):
        reached = _LAST.search(reading.lower)
        adds = math.ceil(round((1 - roles.first) / METHOD.step.value, 9))
    asked = _ASKED.search(reading.lower) is not None and PREMISE.match(reading.lower) is None
    if adds is None or not asked or (roles.first is None and reached is None):
        return ()
    if (planned := _PLANNED.search(reading.lower)) is not None:
        given = {"planned": int(planned["n"]), "first": firsts[0], "tranches": adds + 1}
        return (Calculation(Call("tranche_units", given)),)
    return tuple(Calculation(Call("running_share", {"first": first, "adds": adds})) for first in firsts)


def _roles(reading: Reading) -> Roles | None:
    """The roles; None where the question is no staged hedge."""
    text = reading.lower
    if not reading.numbered or _TOPIC.search(text) is None or _OTHER.search(text):
        return None
    told = _STEP_TOLD.search(text)
    if told is not None and int(told["a"] or told["b"]) not in (20, 25, 30):  # steps of another size are another plan
        return None
    if reading.ladders or reading.legs or reading.series or reading.futures:
        return None
    cost = next((q for q in reading.quantities if _is_cost(reading, q)), None)
    sums = [q for q in reading.quantities if q is not cost and _is_sum(reading, q)]
    if len(sums) > 1 or (sums and any(q.unit == "percent" and _HALF < q.value < 1 for q in reading.quantities)):
        return None  # what is in is told: no plan of adds
    first, share = _shares(reading, bool(sums))
    adds = adds_told(text)
    if adds is None and (listed := _LIST.search(text)) is not None:
        begin = float(listed["first"]) / 100
        if 0.2 <= begin <= 0.5:
            first, adds = first or round(begin, 12), len(re.findall(r"(?<![\w.$])20(?![\w.]|,\d)", listed["adds"]))
            adds += len(_CUE_ALONE.findall(text, listed.end()))  # "20 on a new high, a week later breadth diverges"
    unit_cost = None if cost is None else cost.value * (100 if cost.value < _POINTS else 1)
    return Roles(sums[0].value if sums else None, share, first, adds, unit_cost if sums else None)


def _is_cost(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number is what one unit costs."""
    few = quantity.unit == "plain" and quantity.value.is_integer() and quantity.value < _POINTS
    if quantity.unit not in ("plain", "money") or few:
        return False
    near = _COST_BEFORE.search(reading.before(quantity)) or _COST_AFTER.match(reading.after(quantity))
    return near is not None and quantity.value < _LEAST * 10


def _is_sum(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number is a sum of money that a hedge could have."""
    counted = re.match(rf"\s?{_UNIT}\b", reading.after(quantity)) is not None
    return quantity.unit in ("money", "plain") and quantity.value >= _LEAST and not counted


def _shares(reading: Reading, summed: bool) -> tuple[float | None, float | None]:
    """The share of the first tranche, and the share of an account that the hedge is."""
    first = share = None
    for quantity in reading.quantities:
        value = quantity.value
        if quantity.unit == "plain" and 0.2 <= value <= 0.5:
            near = _FIRST_NEAR.search(reading.before(quantity))
        elif quantity.unit == "percent" and 0 < value < 1:
            near = _FIRST_NEAR.search(reading.before(quantity)) or _FIRST_AFTER.match(reading.after(quantity))
        elif quantity.unit == "plain" and value.is_integer() and 25 <= value <= 50:
            near = _FIRST_NEAR.search(reading.before(quantity), max(0, len(reading.before(quantity)) - 16)) or (
                _FIRST_BEHIND.match(reading.after(quantity))
            )
            value = value / 100
        else:
            continue
        if first is None and 0.2 <= value <= 0.5 and (near or (quantity.unit == "percent" and 0.25 <= value <= 0.3)):
            first = round(value, 12)
        elif share is None and summed and quantity.unit == "percent" and value <= 0.1:
            share = round(value, 12)
    return first, share


def adds_told(text: str) -> int | None:
    """How many later tranches are said to be in; None where no number is."""
    if (told := _ADDS.search(text)) is not None:
        return 0 if told["n"] == "no" else WORDS.get(told["n"]) or int(told["n"])
    if (told := _TRANCHES.search(text)) is not None and told["n"] != "no":
        count = WORDS.get(told["n"]) or int(told["n"])
        return count if told["later"] else count - 1
    often = _TWICE.search(text)
    return None if often is None else _OFTEN[often["often"]]
