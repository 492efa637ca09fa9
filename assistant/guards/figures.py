"""What a turn's sources give in figures, and whether a numeral of a reply is one of them: value, unit and sign.

A figure of a result knows its unit by the field's name or by the tool's own words, and whose gain or loss it is. Where a
source says neither, neither is asked for.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from assistant.guards.dates import Date, dates, without_dates
from assistant.guards.numerals import Numeral, Unit, numerals
from knowledge.words import content
from tools.result import Result

# Words of field and parameter names that tell the unit; the first that fits decides.
_FIELDS: Final[tuple[tuple[Unit, re.Pattern[str]], ...]] = (
    (
        "points",
        re.compile(r"points|(?<!unit_)(?:debit|premium|credit)|break_even|strike|lower|body|upper|settlement_value|zone"),
    ),
    (
        "share",
        re.compile(r"share|fraction|cumulative|running|deployed|slope|roll_yield|^vols?$|^rates?$|weights|after_tax|roots"),
    ),
    ("times", re.compile(r"reward_to_risk|ratio")),
    ("count", re.compile(r"contracts|^units$|^planned$|^rows$|^bars$")),
    ("days", re.compile(r"days|dte")),
    ("years", re.compile(r"years")),
    (
        "money",
        re.compile(r"profit|loss|cash|spent|left|budget|notional|stake|dollars|unit_cost|multiplier|tick_value|per_point"),
    ),
    (
        "points",
        re.compile(
            r"delta|gamma|vega|theta|macd|signal|histogram|price|forward|front|second|average|best_at|^M\d|curve|natural|"
            r"mid|slippage|tick"
        ),
    ),
)
_GAIN: Final = re.compile(
    r"profits?\b|profitable|profited|gain(?:s|ed)?\b|earn(?:s|ed|ings)?\b|makes?\b|made\b|wins?\b|winnings|pockets?\b|"
    r"collects?\b|ahead\b|payoff|payout|upside|hands you|returns? (?:a|you|of)|reward|pays (?:the (?:buyer|holder|owner|"
    r"long)|you)|"
    r"in the black|surplus|better off|best\b|works? for (?:the owner|you)|adds? .{0,20} to (?:its|the) value|"
    r"worth .{0,16} more",
    re.IGNORECASE,
)
_LOSS: Final = re.compile(
    r"loss(?:es)?\b|loses?\b|lost\b|losing\b|risk\w*|(?<!after )(?<!after all )(?<!net of )(?<!minus )costs?\b|costing\b|"
    r"\bdown\b|in the red|under ?water|drawdown|worst|downside|"
    r"at stake|gives? up|gives? back|decays?\b|bleeds?\b|minus\b|negative|shed(?:s)?\b|burns?\b|forfeit\w*|declin\w+|erod\w+|"
    r"falls? by|drops? by|shrinks?\b|a drag\b|out of pocket|\bless\b|\bdebit\b|\bpaid\b|\boutlay\b",
    re.IGNORECASE,
)
_NO_GAIN: Final = re.compile(r"cannot (?:make|gain|earn)|no more than|not (?:make|gain|earn)", re.IGNORECASE)
_CLAUSE: Final = re.compile(
    r"[;:]\s|,\s(?:and|but|while|whereas)\b|\b(?:but|while|whereas)\b|\band (?=the|its|max|min)|\s[–—]\s|[.!?]\s|\n"
)
_ABOUT: Final = re.compile(
    r"(?:about|roughly|around|nearly|almost|approximately|some|close to|just (?:over|under)|circa|~|≈)\s*$", re.IGNORECASE
)
_NEAR: Final = 200  # characters to either side of a numeral in which a word can speak of it
_SIGNED: Final = ("money", "share", "points", "")


@dataclass(frozen=True)
class Figure:
    """One number of a source: size, unit (None: not said), sign, "gain" or "loss" or "", and the words it stands among."""

    value: float
    unit: Unit | None
    negative: bool = False
    way: str = ""
    words: frozenset[str] = frozenset()


class Figures:
    """All figures and dates of some sources."""

    def __init__(self, figures: Iterable[Figure] = (), days: Iterable[Date] = ()) -> None:
        self._figures = sorted(figures, key=lambda f: f.value)
        self._dates = list(days)

    @classmethod
    def of_text(cls, text: str) -> Figures:
        """Figures of words: a claim, a question, a tool's summary."""
        return cls(_in_text(text), dates(text))

    @classmethod
    def of_result(cls, result: Result, unnamed: Callable[[str], str] = str) -> Figures:
        """Figures of a tool's result: its fields, its inputs and its own words, as `unnamed` leaves them."""
        told = {k: v for k, v in result.to_dict().items() if k not in ("tool", "call", "disclaimer", "summary")}
        words = unnamed("\n".join([result.summary(), *(a.says for a in result.assumptions)]))
        return cls([*_in_fields(told, "", unnamed), *_in_text(words)], dates(f"{unnamed(str(told))} {words}"))

    def __add__(self, other: Figures) -> Figures:
        return Figures([*self._figures, *other._figures], [*self._dates, *other._dates])

    def __bool__(self) -> bool:
        return bool(self._figures)

    def faults(self, text: str) -> list[str]:
        """What is wrong with the numerals of `text`, each in plain words; [] where each has a source."""
        days = dates(text)
        stray = [text[d.start : d.end] for n, d in enumerate(days) if not self._dated(d, days, n)]
        found = [f"the date {d} stands in no source" for d in dict.fromkeys(stray)]
        undated = without_dates(text, days)
        words = frozenset(content(text))
        for numeral in numerals(undated):
            fault = self._fault(numeral, undated, words)
            if fault:
                found.append(fault)
        return found

    def _dated(self, date: Date, days: list[Date], n: int) -> bool:
        """Whether a source has the date, or the other reading of the same figures."""
        twins = [d for d in days if d.start == date.start]
        return any(twin.within(known) for twin in twins for known in self._dates)

    def _fault(self, numeral: Numeral, text: str, words: frozenset[str]) -> str:
        about = _ABOUT.search(text, max(0, numeral.start - 20), numeral.start) is not None
        same = [f for f in self._figures if equal(numeral.value, numeral.slack, f.value, about)]
        if numeral.also is not None and not same:
            same = [f for f in self._figures if f.value == numeral.also]
        if not same:
            return f"{numeral.written} stands in no source"
        typed = [f for f in same if f.unit is not None]
        fit = [f for f in typed if _fits(numeral.unit, f.unit)]
        fit += [f for f in same if f.unit is None and (not typed or fit or not numeral.unit)]
        if numeral.unit == "share":
            fit = [f for f in fit if f.unit == "share" or f.value <= 1.5 or f.unit is None]
        if not fit:
            return f"{numeral.written} is not counted in that unit by its source"
        if numeral.unit in _SIGNED:
            way = _way(text, numeral.start, numeral.end)
            most = max(len(f.words & words) for f in fit)
            nearest = [f for f in fit if len(f.words & words) == most]
            if not most and way:  # the words tell nothing: a source that says so outweighs those that do not
                nearest = [f for f in fit if f.way or f.negative] or fit
            if all(_against(numeral, way, f) for f in nearest):
                return f"{numeral.written} has the other sign in its source"
        return ""


def _fits(said: Unit, source: Unit | None) -> bool:
    return said in ("", source) or source is None


def _against(numeral: Numeral, way: str, figure: Figure) -> bool:
    """Whether the sentence turns the figure round: a loss as a gain, a negative as a positive, or the other way."""
    if numeral.negative:
        return not (figure.negative or figure.way == "loss")
    if way == "gain":
        return figure.negative or figure.way == "loss"
    if way == "loss":
        return figure.way == "gain" and not figure.negative
    return figure.negative and figure.way != "loss"


def equal(value: float, slack: float, known: float, about: bool = False) -> bool:
    """Equal, or `known` rounded to the places that are written; after "about" to the significant digits, two at least."""
    if value == known:
        return True
    if about and value:
        digits = f"{value:.12g}".replace(".", "").strip("0")
        place = math.floor(math.log10(value)) - max(len(digits) - 1, 1)
        slack = max(slack, 0.5 * 10.0**place)
    near = abs(known - value) <= slack * (1 + 1e-9) + 1e-12  # a half may be rounded either way, by hand or by machine
    return near and abs(known - value) <= 0.5 * known  # 0.6 is no "1", nor 0.4 a "0"


def _way(text: str, start: int, end: int) -> str:
    """Whether the clause around a numeral speaks of a gain or of a loss; the cue that stands nearest decides."""
    text, start, end = text[max(0, start - _NEAR) : end + _NEAR], min(start, _NEAR), min(start, _NEAR) + end - start
    first = max((m.end() for m in _CLAUSE.finditer(text, 0, start)), default=0)
    after = _CLAUSE.search(text, end)
    # "Max profit: $415": a heading belongs to what follows it.
    if re.fullmatch(r"[^\w$]*", text[first:start]) and text[max(0, first - 2) : first].startswith(":"):
        first = max((m.end() for m in _CLAUSE.finditer(text, 0, max(0, first - 2))), default=0)
    clause = text[first : after.start() if after else len(text)]
    if _NO_GAIN.search(clause):
        return "loss" if _LOSS.search(clause) else ""
    best = ("", math.inf)
    for way, cues in (("gain", _GAIN), ("loss", _LOSS)):
        for m in cues.finditer(clause):
            gap = start - first - m.end() if m.end() <= start - first else m.start() - (end - first) + 1.5
            if 0 <= gap < best[1]:
                best = (way, gap)
            elif gap < 0 and best[1] == math.inf:
                best = (way, 1e6)
    return best[0]


def _in_text(text: str) -> Iterator[Figure]:
    for line in re.split(r"\n|(?<=[.;!?])\s", text):
        bare = without_dates(line, dates(line))
        words = frozenset(content(line))
        for n in numerals(bare):
            signed = n.unit in ("money", "share", "points")
            unit = n.unit or None
            yield Figure(n.value, unit, n.negative, _way(bare, n.start, n.end) if signed else "", words)
            if n.also is not None:
                yield Figure(n.also, None, words=words)


def _in_fields(value: Any, name: str, unnamed: Callable[[str], str]) -> Iterator[Figure]:
    if isinstance(value, bool) or value is None:
        return
    if isinstance(value, (int, float)):
        if math.isfinite(value):
            yield Figure(
                abs(float(value)), _unit_of(name), value < 0, _way_of(name, value), frozenset(content(name.replace("_", " ")))
            )
    elif isinstance(value, str):
        value = unnamed(value)
        yield from (Figure(n.value, n.unit or None, n.negative) for n in numerals(without_dates(value, dates(value))))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _in_fields(inner, name if key in ("last", "value", "inputs", "index") and name else str(key), unnamed)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _in_fields(inner, name, unnamed)


def _way_of(name: str, value: float) -> str:
    if "zone" in name:
        return ""
    return "loss" if "loss" in name or ("profit" in name and value < 0) else "gain" if "profit" in name and value > 0 else ""


def _unit_of(name: str) -> Unit | None:
    return next((unit for unit, words in _FIELDS if words.search(name)), None)
