"""Arithmetic that a sentence writes out: "2.60 − 0.98 = 1.62", "6 × $175", "100% minus 65%", "0.65 of $60,000 is $39,000".

What is written is computed, each figure within the places to which it is rounded. So a result that no source has may still
be shown where every operand has one, and a wrong result is found although its source may have it elsewhere.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.guards.numeral import Numeral

_GLUE: Final = r"[\s*_]{0,3}(?:points?|pts?|contracts?|units?|flies|fly|butterflies|a point|each|%|percent)?[\s*_]{0,3}"
_LINK: Final = re.compile(
    rf"{_GLUE}(?:(?P<plus>\+|\bplus\b)|(?P<minus>[-−–]|\bminus\b|\bless\b)|(?P<times>[×x*·]|\btimes\b|(?<=%) of\b|"
    rf"\bpercent of\b)|"
    r"(?P<over>[÷/]|\bdivided by\b|\bover\b))[\s*_(]{1,3}(?:the |a |its |cost |costs |fees |value |debit |premium )?(?:of )?|"
    r"(?P<tight>[×*÷/+])",
    re.IGNORECASE,
)
_EQUALS: Final = re.compile(
    rf"{_GLUE}\)?(?:=|≈|\bequals?\b|\bis\b|\bmakes?\b|\bgives?\b|\bcomes to\b|,? so|, or|\()\s?(?:about |roughly |some |"
    rf"exactly )?$",
    re.IGNORECASE,
)
_MOST: Final = 12  # operands


@dataclass(frozen=True)
class Equation:
    """Operands, the range in which the arithmetic puts the result, and the numeral that is said to be the result (or None).

    `strict` tells whether an equals sign says so, `divides` whether it is one quotient.
    """

    operands: tuple[Numeral, ...]
    low: float
    high: float
    result: Numeral | None
    strict: bool
    divides: bool = False

    @property
    def holds(self) -> bool:
        """Whether what is said to be the result is one."""
        return self.result is not None and self.gives(self.result)

    def gives(self, numeral: Numeral) -> bool:
        """Whether the arithmetic gives that numeral, whatever its sign, in the places to which it is written."""
        slack = numeral.slack * (1 + 1e-9) + 1e-12
        sizes = (abs(self.low), abs(self.high))
        least = 0.0 if self.low <= 0 <= self.high else min(sizes)
        return least - slack <= numeral.value <= max(sizes) + slack


def equations(text: str, found: Sequence[Numeral], exactly: Callable[[float], bool]) -> list[Equation]:
    """The chains of arithmetic in a text whose numerals are `found`; `exactly` tells which operands are not rounded."""
    made: list[Equation] = []
    n = 0
    while n < len(found) - 1:
        chain = [found[n]]
        operators: list[str] = []
        while n + len(operators) + 1 < len(found) and len(chain) < _MOST:
            after = found[n + len(operators) + 1]
            operator = _operator(text, chain[-1], after)
            if not operator:
                break
            chain.append(after)
            operators.append(operator)
        n += len(chain)
        if operators and "(" not in text[chain[0].start : chain[-1].end]:
            start = n - len(chain)
            behind, before = found[n] if n < len(found) else None, found[start - 1] if start else None
            ranges = [
                (c.value, c.value) if c.slack >= 0.5 or exactly(c.value) else (c.value - c.slack, c.value + c.slack)
                for c in chain
            ]
            low, high = _computed(ranges, operators, negative=chain[0].negative)
            result, strict = _said(text, chain, before, behind)
            made.append(Equation(tuple(chain), low, high, result, strict, operators == ["/"]))
    return made


def _operator(text: str, one: Numeral, two: Numeral) -> str:
    between = text[one.end : two.start]
    if one.end > two.start or len(between) > 30:
        return ""
    m = _LINK.fullmatch(between)
    if m is None:
        # "25% of $40,000": the percent sign belongs to the numeral.
        return "*" if one.unit == "share" and re.fullmatch(r"\s?of (?:the |a |your )?", between) else ""
    if m["tight"]:
        return {"×": "*", "*": "*", "÷": "/", "/": "/", "+": "+"}[m["tight"]]
    return "+" if m["plus"] else "-" if m["minus"] else "*" if m["times"] else "/"


def _computed(ranges: list[tuple[float, float]], operators: list[str], *, negative: bool) -> tuple[float, float]:
    """The range of a chain, its first operand below zero where that is said; NaN where it cannot be computed."""
    first = (-ranges[0][1], -ranges[0][0]) if negative else ranges[0]
    terms, signs = [first], [1.0]
    for operator, (low, high) in zip(operators, ranges[1:], strict=True):
        if operator in "*/":
            if operator == "/" and low <= 0:
                return math.nan, math.nan
            ends = [x * y if operator == "*" else x / y for x in terms[-1] for y in (low, high)]
            terms[-1] = (min(ends), max(ends))
        else:
            terms.append((low, high))
            signs.append(1.0 if operator == "+" else -1.0)
    pairs = list(zip(terms, signs, strict=True))
    return sum(t[0] if s > 0 else -t[1] for t, s in pairs), sum(t[1] if s > 0 else -t[0] for t, s in pairs)


def _said(text: str, chain: list[Numeral], before: Numeral | None, after: Numeral | None) -> tuple[Numeral | None, bool]:
    """What is said to be the result, behind the chain or in front of its bracket; and whether an equals sign says so."""
    if after is not None:
        between = text[chain[-1].end : after.start]
        if len(between) < 30 and _EQUALS.search(between):
            return after, "=" in between
    if before is not None and re.fullmatch(r"[\s*_]{0,3}\(", text[before.end : chain[0].start]):
        return before, False  # "$1,050 (6 × $175)"
    return None, False
