"""Where a position gains and where it loses: what a sentence says of a region of levels, held against the payoff itself.

"You lose between 25.80 and 34.20", "above 40 it earns", "at a settlement of 28 you are in the red", "28.40 lies outside the
profit zone". Only what holds in the whole region is judged; of a region in which the position does both nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from assistant.guards.numeral import Numeral
from assistant.guards.numerals import numerals
from assistant.understanding.premises.opposites import Lexicon, words_of
from tools.butterfly_value import ButterflyValue
from tools.outcome import Outcome
from tools.result import Result

Payoff = Callable[[float], float]

_NO_OUTCOME: Final = frozenset({"net", "netting", "nets", "cost", "costs", "costing", "burn", "winner", "loser"})
OUTCOME: Final = Lexicon(
    {
        word: way
        for way, side in ((1, "gain"), (-1, "loss"))
        for word in words_of("result", side)
        if word not in _NO_OUTCOME and word.partition("_")[0] not in ("paid", "paying")
    }
    | {
        "bank": 1,
        "banks": 1,
        "banked": 1,
        "hurt": -1,
        "hurts": -1,
        "hurting": -1,
        "get_paid": 1,
        "gets_paid": 1,
        "pocket": 1,
        "pockets": 1,
        **{
            f"{verb}_{the}{credit}": 1
            for verb in ("keep", "keeps", "kept")
            for the in ("the_", "your_", "the_whole_", "the_entire_", "the_full_", "all_of_the_")
            for credit in ("credit", "premium")
        },
    }
    | {"be_out": -1, "are_out": -1, "re_out": -1, "is_out": -1}
)
# Outcomes that are spoken of as absent, ended, borders or parts: which one is meant is not told by the word.
_OPEN: Final = re.compile(
    r"\b(?:no|not|never|nor|neither|without|cannot|gone|vanish\w*|disappear\w*|"
    r"end(?:s|ed)?(?! (?:up )?(?:at|on|above|below|under|over|between|past|beyond|inside|within|with|in)\b)|stops?|"
    r"runs? out|nothing|"
    r"until|limit\w*|"
    r"evaporat\w*|melts?|shr[iau]nk\w*|erod\w*|caps?|capped|turns?|becom\w+|zero|break[- ]?evens?|unless|"
    r"avoid\w*|less|smaller|reduc\w+|start\w*|begin\w*|either|outside|back|gives?|eats?|risk\w*|adds?|each|"
    r"every|per|if not|"
    r"further|profit zone|gradual\w*|slow\w*|fewer|range of)\b|n['’]t\b",
    re.IGNORECASE,
)
_STARTS: Final = re.compile(r"\b(?:start|begin)s?\b(?= (?:to )?(?:los|gain|earn|mak|win|pay|profit))", re.IGNORECASE)
_WITH_EACH: Final = re.compile(r"\bwith (?:each|every) (?:further |extra |single )?(?:point|tick)\b", re.IGNORECASE)
_FIRST: Final = 1.004
_SEGMENT: Final = re.compile(
    r"(?<!\d)[,;:.!?]\s|(?<=\d)[,;:.!?]\s(?!\d)|\s[–—|]\s|\b(?:while|whereas|but)\b|\band (?=(?:you|it|the|a|an|above|"
    r"below|between|over|"
    r"under|beyond|outside|gains?|loses?|wins?|earns?|makes?|profits?)\b)"
)
_CONDITION: Final = re.compile(
    r"[\s,;:.–—|]{0,4}(?:(?:and|but|while|so|yes|no),? )?(?:if|when|whenever|once|should|were|had|with|at|above|below|"
    r"over|under|past|beyond|between|because|since|"
    r"as)\b",
    re.IGNORECASE,
)
_STRIP: Final = re.compile(
    r"\b(?:above|over|past) (?P<low>\d+(?:\.\d+)?) (?:but|and|yet) (?:still )?(?:below|under|short of) (?P<high>\d+(?:\.\d+)?)",
    re.IGNORECASE,
)
_TO: Final = re.compile(r"[\s*_]{0,3}(?:points?\s)?(?:and|to|[-–—])[\s*_]{0,3}", re.IGNORECASE)
_BETWEEN: Final = re.compile(
    r"\b(?:between|from|within|inside|in the range(?: of)?|anywhere from|range)[\s*_]{1,3}$", re.IGNORECASE
)
_BELOW: Final = re.compile(r"\b(?:at or )?(?:below|under|beneath|underneath|less than|lower than)[\s*_]{1,3}$", re.IGNORECASE)
_ABOVE: Final = re.compile(
    r"\b(?:at or )?(?:above|over|beyond|past|more than|higher than|north of|greater than)[\s*_]{1,3}$", re.IGNORECASE
)
_AT: Final = re.compile(
    r"\b(?:settl\w{1,6}|finish\w{0,3}|clos(?:es?|ed|ing)|expir\w{1,6}|lands?|landed|prints?|printed|ends?|ended|VRO|"
    r"lands|comes in)"
    r"\s(?:right |exactly |precisely |dead |up )?(?:at|of|on|is)[\s*_]{1,3}$",
    re.IGNORECASE,
)
_IN_ZONE: Final = re.compile(
    r"\b(?P<side>inside|within|in|outside(?: of)?|beyond)\s(?:the |its |your |that )?(?:profit(?:able)? (?:zone|range|"
    r"region|area|tent)|"
    r"zone of profit|break-?evens?)\b",
    re.IGNORECASE,
)
_OUTSIDE: Final = re.compile(r"\boutside\b(?! (?:of )?\d)", re.IGNORECASE)
_BEYOND: Final = re.compile(r"\b(?:above|below|over|under|past|beyond|beneath)\b", re.IGNORECASE)
_EACH: Final = re.compile(
    r"\b(?:each|every)\s(?:further |extra |additional |more |full |single |"
    r"whole )?point\b[^.;,]{0,40}?\b(?:(?P<adds>adds?|earns?|gains?|makes?|"
    r"brings?|pays?)|(?P<takes>subtracts?|takes?|costs?|loses?|removes?|deducts?|shaves?))\b",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(r"\b(?:not|never|no longer)\b|n['’]t\b", re.IGNORECASE)
_ON: Final = re.compile(
    r"[\s*_]{0,3}or (?:(?P<above>higher|above|more|beyond|over)|(?P<below>lower|below|less|under))\b", re.IGNORECASE
)
_LEVELS: Final = ("", "points", "money")


def payoff_of(result: Result) -> Payoff | None:
    """What the result's position makes at a level of settlement; only the sign counts. None where it has no payoff."""
    if isinstance(result, Outcome):
        return lambda level: float(result.profit_at(level))
    fly = result.inputs.get("butterfly")
    if isinstance(fly, Outcome) and result.tool == "wing_adjustment":
        return lambda level: float(fly.profit_at(level))
    ends: tuple[float, ...] = getattr(result, "break_evens", ())
    if len(ends) == 2 and hasattr(result, "at_expiry"):
        return lambda level: (level - ends[0]) * (ends[1] - level)
    return None


def worth_of(result: Result) -> Payoff | None:
    """What the result's position is worth at a level of settlement; None where it has no payoff."""
    if isinstance(result, ButterflyValue):
        one, two, three = result.lower, result.body, result.upper
        return lambda level: max(level - one, 0.0) - 2 * max(level - two, 0.0) + max(level - three, 0.0)
    return payoff_of(result) if isinstance(result, Outcome) else None


def wrong_outcome(text: str, payoff: Payoff) -> str:
    """What is wrong with the gains and losses that the sentence gives to levels, in plain words; "" where nothing is."""
    text = _STRIP.sub(lambda m: f"between {m['low']} and {m['high']}", text)
    for segment in _segments(text):
        if fault := _in_segment(segment, payoff):
            return fault
    return _outside(text, payoff) or wrong_slope(text, payoff) or _zone(text, payoff)


def _segments(text: str) -> Iterator[str]:
    """The parts of a sentence; a condition with the part that it is of: "if it settles below 20, you lose"."""
    begin = 0
    for m in _SEGMENT.finditer(text):
        if text[m.start()] == "," and _CONDITION.match(text, begin) and not any(OUTCOME.find(text[begin : m.start()])):
            continue
        yield text[begin : m.start()]
        begin = m.start()
    yield text[begin:]


def _in_segment(segment: str, payoff: Payoff) -> str:
    sides = {way for _, _, way in OUTCOME.find(segment)}
    starts = _STARTS.search(segment) is not None
    if len(sides) != 1 or _OPEN.search(_WITH_EACH.sub(" ", _STARTS.sub(" ", segment))):
        return ""
    said = sides.pop()
    for name, low, high in regions(segment):
        near, far = (low, low * _FIRST) if low else (high / _FIRST, high)
        begin, end = (near, far) if starts and low < high else (low, high)  # of what begins there, the first stretch
        made = {_sign(payoff(begin + part * (end - begin))) for part in (0.02, 0.25, 0.5, 0.75, 0.98)}
        if made == {-said}:
            return f"{name} the position makes a {'loss' if said > 0 else 'profit'}"
    return ""


def regions(segment: str) -> Iterator[tuple[str, float, float]]:
    """The regions of levels that are named, each with its name and its ends; a level alone is a region of no width."""
    found = [n for n in numerals(segment) if n.unit in _LEVELS and not n.negative]
    inner: Numeral | None = None
    for n, one in enumerate(found):
        if one is inner:
            continue
        before = segment[max(0, one.start - 40) : one.start]
        two = found[n + 1] if n + 1 < len(found) else None
        if two is not None and _BETWEEN.search(before) and _TO.fullmatch(segment, one.end, two.start):
            inner = two
            if two.value > one.value:
                yield f"between {one.written} and {two.written}", one.value, two.value
        elif one.unit != "money" and _BELOW.search(before):
            yield f"below {one.written}", 0.0, one.value
        elif one.unit != "money" and _ABOVE.search(before):
            yield f"above {one.written}", one.value, 3 * one.value
        elif one.unit != "money" and (on := _ON.match(segment, one.end)):
            higher = on["above"] is not None
            low, high = (one.value, 3 * one.value) if higher else (0.0, one.value)
            yield f"at {one.written} {on.group().strip()}", low, high
        elif one.unit != "money" and _AT.search(before):
            yield f"at {one.written}", one.value, one.value


def _outside(text: str, payoff: Payoff) -> str:
    """Whether what is said of "outside" is right on neither side of the two levels that the sentence names."""
    m = _OUTSIDE.search(text)
    ends = [n.value for n in numerals(text) if n.unit in ("", "points")]
    if m is None or len(ends) != 2 or ends[0] >= ends[1] or _DENIED.search(text):
        return ""
    end = _SEGMENT.search(text, m.end())
    begin = max((s.end() for s in _SEGMENT.finditer(text, 0, m.start())), default=0)
    sides = {way for _, _, way in OUTCOME.find(text[begin : end.start() if end else len(text)])}
    made = {_sign(payoff(level)) for level in (ends[0] * 0.97, ends[1] * 1.03)}
    if len(sides) == 1 and made == {-next(iter(sides))}:
        return f"outside {ends[0]:g} and {ends[1]:g} the position makes a {'loss' if made == {-1} else 'profit'}"
    return ""


def wrong_slope(text: str, payoff: Payoff) -> str:
    """Whether each further point beyond a level is said to add where it takes, or the other way round."""
    m = _EACH.search(text)
    level = next((n for n in numerals(text) if n.unit in ("", "points") and m is not None and _side_of(text, n)), None)
    if m is None or level is None:
        return ""
    said = 1 if m["adds"] else -1
    above = _side_of(text, level) > 0
    steps = [level.value * f for f in ((1.01, 1.1, 1.4, 2.0) if above else (0.99, 0.8, 0.5, 0.2))]
    made = {_sign(payoff(b) - payoff(a)) for a, b in pairwise(steps)}
    return (
        f"each point {'takes' if said > 0 else 'adds'} there"
        if made == {-said} or (made == {0} and len(_BEYOND.findall(text)) == 1)
        else ""
    )


def _side_of(text: str, numeral: Numeral) -> int:
    before = text[max(0, numeral.start - 40) : numeral.start]
    return 1 if _ABOVE.search(before) else -1 if _BELOW.search(before) else 0


def _zone(text: str, payoff: Payoff) -> str:
    """Whether a level is said to lie inside or outside of the profit zone, and does not."""
    m = _IN_ZONE.search(text)
    if m is None or _DENIED.search(text):
        return ""
    levels = [n for n in numerals(text[: m.start()]) if n.unit in ("", "points")]
    if len(levels) != 1:
        return ""
    inside = m["side"].lower() in ("inside", "within", "in")
    made = _sign(payoff(levels[0].value))
    if not made or (made > 0) == inside:
        return ""
    return f"{levels[0].written} lies {'outside' if inside else 'inside'} the profit zone"


def _sign(made: float) -> int:
    return 0 if abs(made) < 1e-9 else 1 if made > 0 else -1
