"""Questions on a series whose every value is changed alike: "if i subtract 3 from every reading, do the crosses move"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from assistant.understanding.filling.arithmetic import plainly
from assistant.understanding.filling.structures import Arguments
from assistant.understanding.text.quantities import Quantity, Reading
from assistant.understanding.text.tokens import NUMBER
from tools.methodology import METHOD

_N: Final = NUMBER
_VALUES: Final = r"(?:readings?|values?|numbers?|ivs?|vols?|data|series|points?|closes?|prices?|inputs?|column|cells?|bars?)"
_EVERY: Final = re.compile(
    rf"\b(?:every|each|all)(?: of)?(?: (?:the|my|these|those|single))? (?:\w+ )?{_VALUES}\b"
    rf"|\b(?:whole|entire|complete) (?:\w+ )?{_VALUES}\b|\b(?:the|my) (?:series|ivs|readings|values|data|column)\b"
)
_NOT: Final = r"(?! ?(?:%|percent|times))"
_DOWN: Final = re.compile(
    rf"\b(?:subtract(?:s|ing|ed)?|tak(?:e|ing) (?:off |away )?|knock(?:ing)? off|lower(?:s|ing|ed)?|reduc(?:e|es|ing|ed)"
    rf"|deduct(?:s|ing|ed)?|minus|drop(?:s|ping|ped)?)[^\d.?!]{{0,50}}?(?P<n>{_N}){_NOT}|\b(?P<low>{_N})(?: \w+)? too low\b"
)
_UP: Final = re.compile(
    rf"\b(?:add(?:s|ing|ed)?|rais(?:e|es|ing|ed)|lift(?:s|ing|ed)?|plus|increas(?:e|es|ing|ed)|shift(?:s|ing|ed)?)"
    rf"[^\d.?!]{{0,50}}?(?P<n>{_N}){_NOT}|\b(?P<low>{_N})(?: \w+)? too high\b"
)
_TIMES: Final = re.compile(
    rf"\b(?:multipl\w+|scal\w+)[^\d.?!]{{0,40}}?(?P<n>{_N})|(?<![\w.])(?P<m>{_N}) ?(?:times|x)\b(?! the)|\btimes (?P<k>{_N})"
)
_DIVIDED: Final = re.compile(rf"\bdivid\w+[^\d.?!]{{0,40}}?(?P<n>{_N})")
_WORDS: Final = ((re.compile(r"\bdoubl(?:e|es|ed|ing)\b"), 2.0), (re.compile(r"\bhalv(?:e|es|ed|ing)\b"), 0.5))
_MATTERS: Final = re.compile(
    r"\bmatters?\b|\bdiffer\w*|\bsame\b|\bchange\w*|\bmove[sd]?\b|\baffect\w*|\bshift\w*|\bmake a difference\b|\bwhat happens\b"
    r"|\bstill\b|\bdoes\b"
)
# One line of a MACD, without a second value right behind it.
_FIGURE: Final = re.compile(
    rf"\b(?:macd|sig(?:nal)?|hist(?:ogram|o)?)(?: line| bar)?"
    rf"(?: (?:of|is|in|as|comes|out|shows?|reads?|at|was|says|gives?|me|decimals?)){{0,4}}\s?[:=]?"
    rf"\s?(?P<v>[-+]?{_N})(?![\w%/]|\.\d|\s?(?:,|/|and|to|then)?\s?[-+]?\.\d)"
)
_UNIT: Final = re.compile(
    r"\b(?:in|as|to|from|with|of) (?:(?:a|ivs?|put|vols?|the) ){0,3}(?:(?P<decimal>decimals?|fractions?)"
    r"|(?P<points>(?:vol(?:atility)? )?(?:points?|pts)|percent|%))(?!\w)"
)
_SCALED: Final = re.compile(
    r"(?<![\w.])(?:x|times|×|multiplied by|scaled by) ?(?P<n>10{1,4})\b|(?<![\w.])(?P<m>10{1,4}) ?(?:x|times|×)(?!\w)"
)
_REAL: Final = re.compile(r"\b(?:real(?:ly)?|actual(?:ly)?|true|truth|means?|mean|undo|back)\b")
_DOUBTED: Final = re.compile(
    rf"{_MATTERS.pattern}|\b(?:broken|wrong|bugs?|off|ok(?:ay)?|right|correct|normal|expected|tiny|small\w*|huge|large|big|weird"
    r"|why|mistake|error|fine|legit|real)\b"
)
_HUNDRED: Final = 100.0
_DECIMAL: Final = 2.0  # a volatility as a decimal is below it


def rescaled(reading: Reading) -> Arguments | None:
    """By what every value is multiplied, or moved; None where the question does not ask what that does."""
    plain = plainly(reading)
    text = plain.lower
    if not reading.series and (told := _one_figure(plain)) is not None:
        return told
    if reading.series or _MATTERS.search(text) is None:
        return None
    if _in_two_units(plain):
        return {"factor": _HUNDRED}
    if _EVERY.search(text) is None:
        return None
    for pattern, factor in _WORDS:
        if pattern.search(text):
            return {"factor": factor}
    times, divided = _TIMES.search(text), _DIVIDED.search(text)
    if divided is not None:
        return _factor(1 / float(divided["n"])) if float(divided["n"]) else None
    if times is not None:
        return _factor(float(times["n"] or times["m"] or times["k"]))
    for pattern, sign in ((_DOWN, -1.0), (_UP, 1.0)):
        found = pattern.search(text)
        if found is not None and (size := float(found["n"] or found["low"])):
            return {"shift": sign * size}
    return None


def _one_figure(reading: Reading) -> Arguments | None:
    """A MACD, signal or histogram and the change of unit that it is to be told after ("decimals … in vol points", "x10").

    A volatility in both units names the change as well, from the one told first ("my file has 0.208, not 20.8").
    """
    text = reading.lower
    figure = _FIGURE.search(text)
    if figure is None:
        return None
    others = [q for q in reading.quantities if not q.start <= figure.start("v") < q.end]
    if _are_one(others, text) and _DOUBTED.search(text):
        factor = _HUNDRED if (others[0].value, others[0].unit) < (others[1].value, "percent") else 1 / _HUNDRED
        return {"factor": factor, "value": float(figure["v"])}
    units = list(dict.fromkeys(str(m.lastgroup) for m in _UNIT.finditer(text)))
    scaled = _SCALED.search(text) if _REAL.search(text) else None
    if scaled is not None and (times := float(scaled["n"] or scaled["m"])) > 1:
        return {"factor": round(1 / times, 12), "value": float(figure["v"])}
    if units[:2] == ["decimal", "points"]:
        return {"factor": _HUNDRED, "value": float(figure["v"])}
    return {"factor": 1 / _HUNDRED, "value": float(figure["v"])} if units[:2] == ["points", "decimal"] else None


def _in_two_units(reading: Reading) -> bool:
    """Whether one volatility is told twice, in percent and as a decimal: "18.5 or 0.185"."""
    return _are_one([q for q in reading.quantities if q.value != METHOD.depressed_below.value], reading.lower)  # the 0.8 test


def _are_one(found: Sequence[Quantity], text: str) -> bool:
    """Whether two numbers are one volatility, in percent and as a decimal."""
    if len(found) != 2 or not re.search(rf"\b{_VALUES}\b|\biv\b|\bvol", text):
        return False
    low, high = sorted(found, key=lambda q: (q.value, q.unit))
    if not 0 < low.value < _DECIMAL or {low.unit, high.unit} - {"plain", "percent"}:
        return False
    both = low.value == high.value and low.unit != high.unit
    return both or ({low.unit, high.unit} == {"plain"} and abs(high.value / low.value - _HUNDRED) < 1e-6)


def _factor(value: float) -> Arguments | None:
    return {"factor": round(value, 12)} if value not in (0, 1) else None
