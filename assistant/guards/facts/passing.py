"""Whether a sentence turns what a butterfly is worth as days pass: "a jump to 31 pays better late than early", "at an unchanged
future it gains from 20 days to 10", "with 40 days left it is worth more than its debit".

A result gives what it is worth at a place of the future with so many days left; a sentence names the place and the days, and
says which is more, which way it goes, or whether it stands above what was paid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

from assistant.guards.facts.reading import Reading
from assistant.guards.facts.things import Facts
from assistant.guards.numerals import numerals

Values = Mapping[float, float]  # days left → what it is worth

_HERE: Final = re.compile(
    r"\b(?:unchanged|flat|stuck|stays?|stayed|same level|where it (?:is|stands)|no move|stands? still|does(?: not|n['’]t) move|"
    r"right here|sits? still|the mark)\b",
    re.IGNORECASE,
)
_THERE: Final = re.compile(
    r"\b(?:body|(?:at|to) (?:its|the) peak|jumps?|spikes?|pops?|(?:a|the|same|early|quick) move|centre|center|middle strike)\b",
    re.IGNORECASE,
)
_LATE: Final = re.compile(
    r"\b(?:(?P<end>(?:at |on |by |until |into )?(?:the )?(?:expiry|expiration|settlement|last day|very end)|(?:to |"
    r"were )settled?(?: right here)?\b|settling(?: right here)?|"
    r"if it settled|late\b|at the end)|(?P<now>early(?: on)?|sooner|now|today(?:['’]s)?|right away|straight away|at once|soon|"
    r"at the start|the mark))\b",
    re.IGNORECASE,
)
_DEGREE: Final = re.compile(
    r"\b(?:(?P<more>more|better|higher|richer|dearer|above)|(?P<less>less|worse|lower|poorer|cheaper|below))\b", re.IGNORECASE
)
_THAN: Final = re.compile(r"\bthan\b", re.IGNORECASE)
_TREND: Final = re.compile(
    r"\b(?:(?P<up>gain(?:s|ed|ing)?|r[io]se[sn]?|rising|climb(?:s|ed|ing)?|grow(?:s|ing)?|grew|increas\w+|appreciat\w+)|"
    r"(?P<down>los(?:es?|t|ing)|fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|decay(?:s|ed|ing)?|shrinks?|shr[au]nk|declin\w+|"
    r"decreas\w+|bleeds?|slid\w*|slips?|erod\w+))\b",
    re.IGNORECASE,
)
_WORTH: Final = re.compile(r"\b(?:value|worth|fly|butterfly|mark|it)\b", re.IGNORECASE)
_PASSES: Final = re.compile(
    r"\b(?:as (?:the )?(?:time|days?|weeks?|expiry|expiration)|all the way|from (?:the first|one) |day by day|day "
    r"after day|steadily|"
    r"over time|(?:between|from) (?:day )?\w+|go(?:ing|es) from|towards? (?:expiry|expiration)|into expiry|(?:expiry|"
    r"expiration) "
    r"(?:nears|approaches|comes))\b",
    re.IGNORECASE,
)
_PAID: Final = re.compile(
    r"\b(?:(?P<over>above|more than|over|beyond|past|exceeds?|higher than)|(?P<under>below|beneath|less than|under|"
    r"short of|lower than))\s"
    r"(?:the |your |its )?(?:\w+ )?(?:debit|cost|outlay|price (?:you )?paid|what (?:you|it|was) (?:paid|cost)|"
    r"purchase price)\b",
    re.IGNORECASE,
)
_STANDS: Final = re.compile(
    r"\b(?:(?P<gain>in profit|ahead|in the black)|(?P<loss>under water|underwater|at a loss|behind|in the red))\b",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(r"\b(?:not|no|never|nor|neither|whether|hardly|half|times)\b|n['’]t\b", re.IGNORECASE)
_DAY: Final = re.compile(r"\b(?:day )(?P<n>\d{1,3})\b", re.IGNORECASE)
_COMPARED: Final = re.compile(r"\b(?:volatil\w+|vol|delta|theta|vega|gamma|chance|odds|strikes?|legs?)\b", re.IGNORECASE)
_UNTIL: Final = re.compile(r"\bdays? (?:left )?(?:before|until|to|from|till|ahead of) (?:the )?$", re.IGNORECASE)
_EVER: Final = re.compile(r"\b(?:keeps?|steadily|all the way|every|always|day (?:by|after) day|only)\b", re.IGNORECASE)
_OPEN: Final = re.compile(
    r"\b(?:chances?|odds|probab\w+|likel\w+|needs?|must|(?:has|have) to|until|once|unless|could|either)\b", re.IGNORECASE
)
_NOW: Final = 1.0  # of a result that tells no more than now and the end
_NEAR: Final = 1e-9


def wrong_passing(reading: Reading, facts: Facts) -> str:
    """What is wrong with how a sentence lets days change a value, in plain words; "" where nothing is."""
    grid = _grid(facts)
    text = reading.text
    if not grid or _DENIED.search(text) or _COMPARED.search(text):
        return ""
    known = {d for values in grid.values() for d in values}
    times, strange = _times(text, known)
    places = _places(text, grid, facts)
    if strange or not places:
        return ""
    said = [grid[p] for p in places]
    for check in (_compared, _trending, _against_paid):
        faults = [check(text, times, values, facts) for values in said]
        if all(faults):
            return faults[0]
    return ""


def _grid(facts: Facts) -> dict[float, Values]:
    """Place of the future → its values by the days that are left."""
    found: dict[float, dict[float, float]] = {}
    for thing in facts.things:
        if "place" in thing.marks and "worth" in thing.heads:
            found.setdefault(thing.marks["place"], {})[thing.figures[0]] = thing.value
    now, end = ([t.value for t in facts.called("worth") if m in t.marks] for m in ("time", "end"))
    at = [t.value for t in facts.called("forward")]
    if not found and now and end and at:
        found[at[0]] = {_NOW: now[0], 0.0: end[0]}
    return {place: values for place, values in found.items() if len(values) > 1}


def _times(text: str, known: set[float]) -> tuple[list[tuple[int, float]], bool]:
    """Where the sentence names how many days are left, in order, and whether it names a number that is not at hand."""
    found = [(m.start(), 0.0 if m["end"] else max(known)) for m in _LATE.finditer(text)]
    said = [(n.start, n.value) for n in numerals(text) if n.unit == "days"]
    said += [(m.start(), float(m["n"])) for m in _DAY.finditer(text)]
    bare = [(n.start, n.value) for n in numerals(text) if not n.unit and n.value in known and said]
    numbers = dict([*bare, *said])
    if numbers:  # "at expiry" in "days before expiry" is no time of its own
        found = [(at, t) for at, t in found if _UNTIL.search(text, max(0, at - 24), at) is None]
    return sorted({**dict(found), **numbers}.items()), any(v not in known for v in numbers.values())


def _places(text: str, grid: Mapping[float, Values], facts: Facts) -> list[float]:
    """Where the future is said to stand; every place where that is not told."""
    levels = [n for n in numerals(text) if n.unit in ("", "points")]
    if any(n.value not in grid and not any(t.is_figure(n) or t.named_by(n) for t in facts.things) for n in levels):
        return []
    named = [n.value for n in levels if n.value in grid]
    if named:
        return [named[0]] if len(set(named)) == 1 else []
    here, there = _HERE.search(text) is not None, _THERE.search(text) is not None
    forward = next((t.value for t in facts.things if "forward" in t.heads), None)
    if here != there:
        return [p for p in grid if (p == forward) == here]
    return [] if here else list(grid)


def _compared(text: str, times: list[tuple[int, float]], values: Values, facts: Facts) -> str:
    """Whether it is said to be more with so many days left than with others, and is not."""
    degrees, than = list(_DEGREE.finditer(text)), _THAN.search(text)
    if len(degrees) != 1:
        return ""
    way = 1 if degrees[0]["more"] else -1
    if than is None:
        named = {t for _, t in times}
        if len(named) != 1 or named & {0.0, max(values)} != named or not _alone(text, degrees[0]):
            return ""
        one = named.pop()
        other = max(values) if one == 0.0 else 0.0
    else:
        left = {t for at, t in times if at < than.start()}
        right = {t for at, t in times if at > than.start()}
        if len(left) != 1 or len(right) != 1:
            return ""
        one, other = left.pop(), right.pop()
    if one == other or one not in values or other not in values:
        return ""
    gap = values[one] - values[other]
    return f"it is worth {'less' if gap < 0 else 'more'} with {one:g} days left" if gap * way < -_NEAR else ""


def _alone(text: str, degree: re.Match[str]) -> bool:
    """Whether what is more is what it pays: "pays a lot more if it comes early"."""
    return re.search(r"\b(?:pays?|worth|brings?|fetch\w*)\b(?: (?:a lot|far|much|you))*\s$", text[: degree.start()]) is not None


def _trending(text: str, times: list[tuple[int, float]], values: Values, facts: Facts) -> str:
    """Whether it is said to gain as days pass where it loses, or the other way."""
    trends = {m.lastgroup for m in _TREND.finditer(text)}
    if len(trends) != 1 or _PASSES.search(text) is None or _WORTH.search(text) is None or _THAN.search(text):
        return ""
    way = 1 if trends == {"up"} else -1
    named = [t for _, t in times if t in values]
    if len(named) >= 2 and named[0] != named[-1]:
        begin, end = max(named[0], named[-1]), min(named[0], named[-1])
    else:
        begin, end = max(values), 0.0
    days = sorted((d for d in values if end <= d <= begin), reverse=True)
    steps = [(values[b] > values[a] + _NEAR) - (values[b] < values[a] - _NEAR) for a, b in pairwise(days)]
    if not steps:
        return ""
    against = -way in steps if _EVER.search(text) else steps[-1] == -way and (values[days[-1]] - values[days[0]]) * way < 0
    return f"its value {'falls' if way > 0 else 'rises'} as days pass" if against else ""


def _against_paid(text: str, times: list[tuple[int, float]], values: Values, facts: Facts) -> str:
    """Whether it is said to stand above what was paid where it stands below, or the other way."""
    paid = next((t.value for t in facts.things if "debit" in t.heads), None)
    said = [] if _OPEN.search(text) else [*_stands(text)]
    if paid is None or len(set(said)) != 1:
        return ""
    named = {t for _, t in times}
    if not named <= values.keys():
        return ""
    made = {(values[t] > paid + _NEAR) - (values[t] < paid - _NEAR) for t in named or values}
    return f"it is worth {'less' if said[0] > 0 else 'more'} than was paid" if made == {-said[0]} else ""


def _stands(text: str) -> Iterator[int]:
    for m in _PAID.finditer(text):
        yield 1 if m["over"] else -1
    for m in _STANDS.finditer(text):
        yield 1 if m["gain"] else -1
