"""Whether a sentence compares two figures of a result the wrong way: "the last value lies above the mean" where it lies below.

A side of a comparison is a numeral, or words that call one field of the result; only where both sides are known, and of one
kind, is the sentence held against them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from assistant.guards.numerals import Numeral, numerals
from assistant.guards.quantities import unit_of
from assistant.understanding.opposites import Lexicon, words_of
from tools.result import Result

_SIZES: Final = (("dear", 1, "worth"), ("cheap", -1, "worth"), ("high", 1, "size"), ("low", -1, "size"))
_COMPARES: Final = Lexicon(
    {
        word: way
        for way, side in ((1, "above"), (-1, "below"))
        for word in words_of("level", side)
        if word not in ("top", "trail", "trails", "under", "over")
    }
    | {f"{word}_than": way for side, way, group in _SIZES for word in words_of(group, side) if word.endswith(("er", "e", "ss"))}
    | {f"more_{word}_than": way for side, way, group in _SIZES[:2] for word in words_of(group, side)}
    | {f"less_{word}_than": -way for side, way, group in _SIZES[:2] for word in words_of(group, side)}
    | {"leads": 1, "led": 1, "trails": -1, "trailed": -1, "ahead_of": 1, "behind": -1, "under": -1, "over": 1}
    | {"more_than": 1, "less_than": -1, "worth_more_than": 1, "worth_less_than": -1, "premium_to": 1, "premium_over": 1}
    | {"discount_to": -1, "topped": 1, "tops": 1}
)
# What words call a field by: any of these, where its name has the word that they stand behind.
_CALLED: Final[Mapping[str, str]] = {
    "last": "last latest current currently present now today reading recent newest closing finishes finished ends ended",
    "start": "start started starts began beginning initial",
    "latest": "last latest current currently present now today reading recent newest finishes finished ends ended",
    "mean": "mean average",
    "median": "median midpoint",
    "highest": "highest high peak maximum top",
    "lowest": "lowest low trough minimum bottom",
    "front": "front first nearest nearby m1",
    "second": "second next m2",
    "forward": "future futures forward underlying",
    "strike": "strike",
    "entry": "entry bought purchase buying cost",
    "leave": "exit sale sold selling",
    "previous": "previous earlier prior old yesterday",
    "before": "previous earlier prior old yesterday before",
    "gain": "gain gains winning account",
    "loss": "loss losses losing",
    "fast": "fast faster short",
    "slow": "slow slower long",
    "debit": "debit paid gave cost entry spent",
    "worth": "worth value valued",
    "value": "value worth",
    "macd": "macd",
    "signal": "signal",
    "first": "first initial opening",
    "average": "average averaged mean blended",
    "above": "threshold line mark",
    "depressed": "threshold line mark depressed",
    "normalised": "normalised normalized level",
    "conversion": "conversion",
    "reversal": "reversal",
    "price": "price market index spx",
    "bid": "bid",
    "ask": "ask offer",
    "spent": "spent",
    "left": "left unspent remaining",
}
_EXTREME: Final = re.compile(
    r"\b(?:(?P<top>highs?|highest|peak(?:s|ed)?|maximum|top(?:s|ped)?(?: out)?|crest(?:s|ed)?)|(?P<bottom>lows?|lowest|"
    r"trough(?:s|ed)?|minimum|bottom(?:s|ed)?(?: out)?|nadir|floor))\b",
    re.IGNORECASE,
)
_SILENT: Final = frozenset({"now", "ema", "points", "each", "total", "at", "on", "per", "line", "below"})
_NAMED: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_STOPS: Final = re.compile(
    r"[;:.!?]\s|\n|\s[–—|(]\s?|,\s(?:and|but|while|whereas|so|which|with|because)\b|\b(?:while|whereas|but|because|"
    r"since|if|when|"
    r"unless|until)\b",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    r",(?!\d)|\b(?:is|are|was|were|and|by|so|at|in|on|for|as|which|that|with|after|before|from)\b", re.IGNORECASE
)
_VERB: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|being|lies?|lay|lying|sits?|sat|sitting|stands?|stood|standing|trades?|traded|"
    r"trading|finish(?:es|ed)?|"
    r"ends?|ended|closes?|closed|runs?|ran|remains?|remained|stays?|stayed|comes? (?:in|out)|came (?:in|out)|settles?|"
    r"settled|holds?|"
    r"looks?|'s|’s)\s(?:\*\*)?(?:(?:well|far|just|slightly|still|now|only|clearly|currently|already|a|little|bit|good|"
    r"deal|much|somewhat|"
    r"actually|therefore|thus|also|up|down|considerably|even|once|again|way|right)\s){0,3}$",
    re.IGNORECASE,
)
_PLACES: Final = frozenset({"above", "over", "atop", "beyond", "below", "under", "beneath", "underneath", "behind"})
_DISTANCE: Final = re.compile(
    r"[\s*_]{0,3}(?:%|points?|pts|percent(?:age points?)?|dollars?|vol points?)?[\s*_,]{0,3}(?:well |far |just |still |more )?$"
)
_COUNTED: Final = re.compile(r"\s(?:more |further )?[a-z]{3,20}s\b")
_DENIED: Final = re.compile(
    r"\b(?:not|no|never|nor|neither|isn|wasn|cannot|nowhere|without|would|could|if|were|had)\b|n['’]t\b", re.IGNORECASE
)
_TIMES: Final = ("times", "days", "weeks", "months", "years", "calendar days", "business days", "hours", "count")


@dataclass(frozen=True)
class _Side:
    """One side of a comparison: what it is called in the sentence, its value, and its kind."""

    name: str
    value: float
    kind: str


class Compared:
    """The figures of one result that a sentence may compare."""

    def __init__(self, result: Result, told: Mapping[str, Any]) -> None:
        self._fields = [
            (_words(name), _Side(name.replace("_", " "), float(value), _kind(result.tool, name)))
            for name, value in scalars(told)
        ]

    def wrong(self, text: str) -> str:
        """What is wrong with the comparisons of a sentence, in plain words; "" where nothing is."""
        found = numerals(text)
        if fault := self._extreme(text, found):
            return fault
        for start, end, way in _COMPARES.find(text):
            fault = self._judged(text, start, end, way, found)
            if fault:
                return fault
        return ""

    def _extreme(self, text: str, found: list[Numeral]) -> str:
        """Whether the highest figure is called a low, or the lowest a high."""
        for numeral in found:
            before = list(_EXTREME.finditer(text, max(0, numeral.start - 30), numeral.start))
            if not before or any(n.end > before[-1].end() and n.end <= numeral.start for n in found):
                continue
            names = {side.name for _, side in self._fields if side.value == numeral.signed}
            other = "lowest" if before[-1]["top"] else "highest"
            if other in names and not names & {"highest", "lowest"} - {other}:
                return f"{numeral.written} is the {other}"
        return ""

    def _judged(self, text: str, start: int, end: int, way: int, found: list[Numeral]) -> str:
        begin = max((m.end() for m in _STOPS.finditer(text, max(0, start - 160), start)), default=max(0, start - 160))
        left = text[begin:start]
        behind = text[end : end + 90]
        stop = _STOPS.search(behind)
        right = behind[: stop.start()] if stop else behind
        if _DENIED.search(left[-40:]):
            return ""
        if text[start:end].lower() in _PLACES and not _placed(left):
            return ""  # "at or below 20", "under these inputs": where, and not how much
        other = self._object(right, end, found)
        one = self._subject(left, begin, start, found, other)
        if one is None or other is None or one.value == other.value:
            return ""
        if (one.value > other.value) == (way > 0) or not _of_a_kind(one.kind, other.kind):
            return ""
        return f"{one.name} is not {'above' if way > 0 else 'below'} {other.name}"

    def _subject(self, left: str, begin: int, start: int, found: list[Numeral], other: _Side | None) -> _Side | None:
        """What stands in front of the comparison: the numeral that is no distance, or the field that is named last."""
        mine = [n for n in found if begin <= n.start and n.end <= start]
        if mine and _DISTANCE.fullmatch(left[mine[-1].end - begin :]):
            mine = []
            left = left[: max(0, len(left) - 12)]
        elif mine and not _counted(left, mine[-1], begin):
            return _Side(mine[-1].written, mine[-1].signed, mine[-1].unit)
        return self._called(left, other)

    def _object(self, right: str, end: int, found: list[Numeral]) -> _Side | None:
        """What stands behind it: the first numeral of its phrase, else the field that it names."""
        cut = _BEHIND.search(right, 1)
        phrase = right[: cut.start()] if cut else right
        theirs = [n for n in found if end <= n.start and n.end <= end + len(right)]
        if theirs and theirs[0].start <= end + len(phrase) + 4 and not _counted(right, theirs[0], end):
            return _Side(theirs[0].written, theirs[0].signed, theirs[0].unit)
        return self._called(phrase, None)

    def _called(self, phrase: str, other: _Side | None) -> _Side | None:
        """The one field that the phrase calls by its whole name; None where it is none, or several of different value."""
        said = {w.lower() for w in _NAMED.findall(phrase)}
        fit = [(len(names), side) for names, side in self._fields if names and all(name & said for name in names)]
        most = max((n for n, _ in fit), default=0)
        sides = [s for n, s in fit if n == most and (other is None or s.value != other.value)]
        return sides[0] if sides and len({s.value for s in sides}) == 1 else None


def scalars(told: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    """The single figures of a result as a dictionary: its inputs, its fields, and the last row of its frame."""
    rows = last_rows(told)
    row = rows[-1] if rows else {}
    every = {**told.get("inputs", {}), **told, **row}  # "signal" is the line of the last row, not its period
    for name, value in every.items():
        if isinstance(value, (int, float)) and not isinstance(value, bool) and name != "index":
            yield str(name), value


def last_rows(told: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The rows that a result as a dictionary gives of its frame; none where it has no frame."""
    rows = told.get("frame")
    return [row for row in (rows.get("last") or [] if isinstance(rows, dict) else []) if isinstance(row, dict)]


def _kind(tool: str, name: str) -> str:
    """The unit of a field; an average of gains and one of losses are of one kind."""
    return "" if "average" in name else unit_of(tool, name) or ""


def _words(name: str) -> list[frozenset[str]]:
    """Of each telling word of a field's name, what it may be called by."""
    parts = [w for w in name.split("_") if w not in _SILENT]
    return [frozenset(_CALLED.get(w, w).split()) | {w} for w in parts]


def _placed(left: str) -> bool:
    """Whether what stands in front ends in a verb of being, with a distance behind it at most."""
    distance = numerals(left[-50:])
    if distance and _DISTANCE.fullmatch(left[-50:], distance[-1].end):
        left = left[-50:][: distance[-1].start]
    return _VERB.search(left) is not None


def _of_a_kind(one: str, other: str) -> bool:
    return one == other or ("share" not in (one, other) and "" in (one, other))


def _counted(text: str, numeral: Numeral, offset: int) -> bool:
    """Whether a numeral counts things or time, which no level is compared with."""
    return numeral.unit in _TIMES or (not numeral.unit and _COUNTED.match(text, numeral.end - offset) is not None)
