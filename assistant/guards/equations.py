"""Arithmetic that a sentence writes out: "2.60 − 0.98 = 1.62", "6 × $175", "100% minus 65%", "0.65 of $60,000 is $39,000".

What is written is computed, each figure within the places to which it is rounded. So a result that no source has may still
be shown where every operand has one, and a wrong result is found although its source may have it elsewhere.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant.guards.numerals import Numeral

_GLUE: Final = r"[\s*_]{0,3}(?:points?|pts?|contracts?|units?|flies|fly|butterflies|a point|each|%|percent)?[\s*_]{0,3}"
_LINK: Final = re.compile(
    rf"{_GLUE}(?:(?P<plus>\+|\bplus\b)|(?P<minus>[-−–]|\bminus\b|\bless\b)|(?P<times>[×x*·]|\btimes\b|(?<=%) of\b|"
    rf"\bpercent of\b)|"
    r"(?P<over>[÷/]|\bdivided by\b|\bover\b))[\s*_(]{1,3}(?:the |a |its |cost |costs |fees |value |debit |premium )?(?:of )?|"
    r"(?P<tight>[×*÷/+])",
    re.IGNORECASE,
)
_EQUALS: Final = re.compile(
    rf"{_GLUE}\)?(?:=|≈|\bequals?\b|\bis\b|\bmakes?\b|\bgives?\b|\bcomes to\b|,? so|\()\s?(?:about |roughly |some |"
    rf"exactly )?$",
    re.IGNORECASE,
)
_MOST: Final = 12  # operands


@dataclass(frozen=True)
class Equation:
    """Operands, the range in which the arithmetic puts the result, and the numeral that is said to be the result (or None)."""

    operands: tuple[Numeral, ...]
    low: float
    high: float
    result: Numeral | None
    strict: bool

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


def equations(text: str, found: Sequence[Numeral]) -> list[Equation]:
    """The chains of arithmetic in a text whose numerals are `found`."""
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
            made.append(
                _made(text, chain, operators, found[n] if n < len(found) else None, found[start - 1] if start else None)
            )
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


def _made(text: str, chain: list[Numeral], operators: list[str], after: Numeral | None, before: Numeral | None) -> Equation:
    ranges = [(c.value - c.slack, c.value + c.slack) if c.slack < 0.5 or c.value > 99 else (c.value, c.value) for c in chain]
    if chain[0].negative:
        ranges[0] = (-ranges[0][1], -ranges[0][0])
    terms, signs = [ranges[0]], [1.0]
    for operator, (low, high) in zip(operators, ranges[1:], strict=True):
        if operator in "*/":
            a, b = terms[-1]
            if operator == "/" and low <= 0:
                return Equation(tuple(chain), math.nan, math.nan, None, strict=False)
            ends = [x * y if operator == "*" else x / y for x in (a, b) for y in (low, high)]
            terms[-1] = (min(ends), max(ends))
        else:
            terms.append((low, high))
            signs.append(1.0 if operator == "+" else -1.0)
    low = sum(t[0] if s > 0 else -t[1] for t, s in zip(terms, signs, strict=True))
    high = sum(t[1] if s > 0 else -t[0] for t, s in zip(terms, signs, strict=True))
    between = text[chain[-1].end : after.start] if after is not None else ""
    said = after if after is not None and _EQUALS.search(between) and len(between) < 30 else None
    strict = said is not None and "=" in between
    if said is None and before is not None and re.fullmatch(r"[\s*_]{0,3}\(", text[before.end : chain[0].start]):
        said = before  # "$1,050 (6 × $175)"
    return Equation(tuple(chain), low, high, said, strict)
