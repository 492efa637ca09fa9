"""One position in several states: at settlements told one by one, each perhaps with a probability of its own, or by how far
they lie from the body.

"22 with probability 0.5, 29 with 0.3", "VIX 20, VIX 26, VIX 31", "low 22, base 29, high 37". The probabilities are the user's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.composed.each_ladder import MOST
from assistant.understanding.filling.brought import From
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.framed.calculations import calculation
from assistant.understanding.text.number_rows import rows
from assistant.understanding.text.quantities import Quantity, Reading, blanked
from assistant.understanding.text.sought import Sought

_HOLDS: Final = (
    "prob",
    "chance",
    "%",
    "vix",
    "scenario",
    "case",
    "state",
    "low",
    "bear",
    "settle",
    "print",
    "odds",
    "percent",
    " at ",
    " than ",
)
_STATE: Final = re.compile(
    r"(?:\b(?:vix|vro|settl\w+|settles? at|prints?|expir\w+ at|ends? at|finish\w* at|lands? (?:at|on)|(?:or "
    r"|and )?(?:then )?at|and|or|goes(?: to)?"
    r"|(?:low|lower|high|higher|base|bull|bear|mid|middle|best|worst|calm|crash|spike|down|up|flat|stress|mild|central"
    r"|case|scenario|would|is|than|to)"
    r"(?: case| scenario)?(?: \d)?|one|two|three|[abc123]|if|when|first|second|third)"
    r"|[,;:/(?&])[ :=(@]{0,3}(?:at |is |= ?|vix )?$"
)
_N: Final = r"\d[\d.]{0,6}"
_WORDS: Final = re.compile(
    r"\b(?:scenarios?|states?|cases?|probab\w+|chances?|odds|expected|average|each|respectively|table"
    rf"|vix {_N},? (?:and |or )?vix {_N}|(?:at|if) {_N},? (?:and |or )?(?:at|if) {_N}|{_N}\? {_N}\?"
    rf"|{_N},? (?:and |or )?(?:at )?{_N},? (?:and |or )?(?:at )?{_N})"
    rf"|^(?!.*\b(?:body|strikes?|wings?|cent(?:er|re)\w*)\b)"
    rf".*\b{_N} (?:be |any )?(?:better|worse|more|less) (?:\w{{1,9}} ){{0,3}}than (?:at )?{_N}"
)
_AVERAGE: Final = re.compile(r"\b(?:expected|expectation|average|mean|on average|ev|weighted|probab\w+|chances?|odds)\b|%")
_BODY: Final = r"(?:my |the |its |our )?(?:body|cent(?:er|re)|middle|pin|peak|short strikes?)\b"
_POINTS: Final = r"\s?(?:points?|pts?|vols?|handles?)?"
_OFF: Final = Sought(
    rf"\b(?:miss\w*|overshoots?|undershoots?|off|clears?) {_BODY}(?: strike)? by (?:only |just |about )?(?P<by>{_N}){_POINTS}"
    rf"|(?<![\w.$])(?P<at>{_N}){_POINTS} "
    rf"(?P<side>off|away from|from|shy of|short of|above|below|over|under|past|beyond) {_BODY}"
)
_ON: Final = re.compile(
    r"\b(?:pin(?:s|ned|ning)?|nail(?:s|ed)|settl(?:es?|ed|ing)|lands?|landed|finish(?:es|ed)?|expir(?:es?|ed)|prints?|printed|ends?"
    r"|ended|clos(?:es?|ed))"
    r"(?: (?:it|vix|the vix|dead|right|bang|smack|exactly|precisely|perfectly|up|down|square)){0,3} (?:on|at|to) "
    rf"{_BODY}(?! of (?:the |this |next )?(?:month|week|year|day|range|zone|market|curve))(?: strike)?"
    r"(?! (?:by|plus|minus|and)\b)"
)
_ABOVE: Final = ("above", "over", "past", "beyond")
_BELOW: Final = ("below", "under", "shy of", "short of")
_FLY: Final = 3  # strikes
_SETTLED: Final = re.compile(r"\bsettle(?:d|s|ments?)?\b[^\d.;?!]{0,24}$")
_ROUNDED: Final = 0.005
_LEAST: Final = 5.0  # no volatility index has settled as low


def in_each(reading: Reading, single: Calculation) -> tuple[Calculation, ...]:
    """The calculation at each settlement told, and their average where each has a probability; () where there are not two."""
    tool, terms = single.call.tool, single.call.arguments
    text = reading.lower
    if tool not in ("butterfly", "butterfly_value", "position") or single.missing or not any(word in text for word in _HOLDS):
        return ()
    entries = {future.strike for future in reading.futures}  # what a future was bought at is no state of its own
    taken = {q for name, q in single.sources.items() if name != "settlement"}
    taken |= {q for q in reading.quantities if q.value in entries}
    free = [q for q in reading.quantities if q not in taken]
    chances = [q for q in free if q.unit == "percent" or (q.unit == "plain" and 0 < q.value < 1)]
    levels = [q for q in free if q.unit == "plain" and _LEAST <= q.value <= 3 * _top(terms) and q not in chances]
    weighed = _alternate(levels, chances)
    listed = [] if weighed else _listed(text, levels)
    worded = [q for q in levels if _STATE.search(reading.before(q))]
    levels = levels if weighed else listed if len(listed) > len(worded) else worded
    asked = bool(listed) or _WORDS.search(text) is not None
    if not 1 < len(levels) <= MOST or not asked or len({q.value for q in levels}) < len(levels):
        return ()
    rest = {k: v for k, v in terms.items() if k != "settlement"}
    out = tuple(replace(single, call=Call(tool, {**rest, "settlement": q.value})) for q in levels)
    weights = [q.value for q in chances]
    if weighed and tool != "butterfly_value" and abs(sum(weights) - 1) < _ROUNDED and _AVERAGE.search(text):
        made = [From(tool, "settled", back=len(levels) - 1 - n) for n in range(len(levels))]
        return (*out, Calculation(Call("expected_value", {"amounts": made, "chances": weights})))
    return out


def off_body(reading: Reading) -> tuple[Calculation, ...]:
    """A butterfly settled on its body, or so many points from it, on both sides where neither is said ("misses it by 2")."""
    off = _OFF.search(reading.lower) if len(reading.ladder) == _FLY else None
    if off is None:
        return _on_body(reading)
    single = calculation(Reading(blanked(reading.lower, [off.span()])))
    if single is None or single.missing or single.call.tool not in ("butterfly", "butterfly_value"):
        return ()
    away, terms = float(off["by"] or off["at"]), single.call.arguments
    ways = (1,) if off["side"] in _ABOVE else (-1,) if off["side"] in _BELOW else (-1, 1)
    at = [terms["body"] + way * away for way in ways]
    return tuple(replace(single, call=Call(single.call.tool, {**terms, "settlement": level})) for level in at if level > 0)


def _on_body(reading: Reading) -> tuple[Calculation, ...]:
    """A butterfly settled right on its body ("pinned dead on the body! how much cash comes in")."""
    on = _ON.search(reading.lower) if len(reading.ladder) == _FLY and len(reading.ladders) == 1 else None
    if on is None:
        return ()
    single = calculation(Reading(blanked(reading.lower, [on.span()])))
    if single is None or single.missing or single.call.tool != "butterfly" or "settlement" in single.call.arguments:
        return ()
    terms = single.call.arguments
    return (replace(single, call=Call("butterfly", {**terms, "settlement": terms["body"]})),)


def _listed(text: str, levels: Sequence[Quantity]) -> list[Quantity]:
    """The levels in a row that settlements are said to stand in ("settlements so far 23.40 26.20 29.00")."""
    told = next((row for row in rows(text) if _SETTLED.search(row.before)), None) if "settle" in text else None
    return [q for q in levels if told is not None and told.start <= q.start < told.end]


def _top(terms: Mapping[str, Any]) -> float:
    return max(row["strike"] for row in terms["legs"]) if "legs" in terms else terms["upper"]  # type: ignore[no-any-return]


def _alternate(levels: Sequence[Quantity], chances: Sequence[Quantity]) -> bool:
    """Whether each settlement has a probability: beside it, or in a row of as many."""
    if len(levels) != len(chances) or len(levels) < 2:
        return False
    row = sorted([*((q.start, 0) for q in levels), *((q.start, 1) for q in chances)])
    kinds = [kind for _, kind in row]
    return kinds in (sorted(kinds), sorted(kinds, reverse=True)) or all(kind != after for kind, after in pairwise(kinds))
