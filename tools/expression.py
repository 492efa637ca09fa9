"""Arithmetic that is written and worked out from one source, so that a written line and its value cannot differ.

`figure(29) - figure(25)` is written "29 − 25" and comes to 4. Figures with many digits are written rounded; how many digits
it takes until the written line comes to the stated value is found by working it out as it is written.
"""

from __future__ import annotations

import math
import statistics
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from typing import Literal

from tools.wording import fixed

Form = Literal["plain", "dollars", "percent"]
EXACT = 17  # digits that a float has at most
_LATEST = 12  # zeros after the point, after which a figure is written as nothing where that changes nothing

_SUM, _PRODUCT, _POWER, _ATOM = 1, 2, 3, 4


class Expression(ABC):
    """A figure, or figures joined by operators and functions."""

    rank: int = _ATOM  # how tightly it binds

    @abstractmethod
    def at(self, digits: int) -> float:
        """What it comes to with its figures rounded to about so many digits, as `written` writes them."""

    @abstractmethod
    def written(self, digits: int) -> str:
        """The line, its figures rounded to about so many digits."""

    @property
    def value(self) -> float:
        """What it comes to, without the last binary noise."""
        return float(f"{self.at(EXACT):.13g}")

    def __add__(self, other: Expression | float) -> Expression:
        return _Operation("+", self, as_expression(other))

    def __radd__(self, other: float) -> Expression:
        return as_expression(other) + self

    def __sub__(self, other: Expression | float) -> Expression:
        return _Operation("−", self, as_expression(other))

    def __rsub__(self, other: float) -> Expression:
        return as_expression(other) - self

    def __mul__(self, other: Expression | float) -> Expression:
        return _Operation("×", self, as_expression(other))

    def __rmul__(self, other: float) -> Expression:
        return as_expression(other) * self

    def __truediv__(self, other: Expression | float) -> Expression:
        return _Operation("÷", self, as_expression(other))

    def __rtruediv__(self, other: float) -> Expression:
        return as_expression(other) / self

    def __pow__(self, other: Expression | float) -> Expression:
        return _Operation("^", self, as_expression(other))


@dataclass(frozen=True)
class Figure(Expression):
    """One number, written plainly, in dollars, or (a fraction) in percent."""

    number: float
    form: Form = "plain"

    def at(self, digits: int) -> float:
        """The number, rounded as `written` writes it."""
        if digits >= EXACT:
            return self.number
        percent = self.form == "percent"
        told = float(fixed(100 * self.number if percent else self.number, self._places(digits)).replace(",", ""))
        return told / 100 if percent else told

    def written(self, digits: int) -> str:
        """The number in its form."""
        size = abs(100 * self.number if self.form == "percent" else self.number)
        text = fixed(size, self._places(digits)) if size < 1e15 else f"{size:.15g}"
        if "." in text:
            text = text.rstrip("0").rstrip(".")
        cents = text.partition(".")[2]
        text += "0" if self.form == "dollars" and len(cents) == 1 else ""
        sign = "-" if self.number < 0 and text.strip("0.,") else ""
        if self.form == "plain" and size < 10_000:
            text = text.replace(",", "")
        return f"{sign}{'$' * (self.form == 'dollars')}{text}{'%' * (self.form == 'percent')}"

    def _places(self, digits: int) -> int:
        """Decimals: `digits` of them, more where the number begins late."""
        size = abs(100 * self.number if self.form == "percent" else self.number)
        late = max(0, -math.floor(math.log10(size)) - 1) if 0 < size < 1 else 0
        late = late if digits >= EXACT else min(late, _LATEST)
        return max(0, digits - (0 if self.form == "plain" else 2)) + late


def figure(number: float) -> Figure:
    """A plain number: a price, a strike, a count."""
    return Figure(float(number))


def dollars(number: float) -> Figure:
    """A sum of money."""
    return Figure(float(number), "dollars")


def share(fraction: float) -> Figure:
    """A fraction written in percent."""
    return Figure(float(fraction), "percent")


def as_expression(given: Expression | float) -> Expression:
    """A number as a plain figure; an expression as it is."""
    return given if isinstance(given, Expression) else figure(given)


def total(terms: Iterable[Expression | float]) -> Expression:
    """The terms added up from left to right; one that begins with a minus is taken away instead."""
    first, *rest = map(as_expression, terms)
    return reduce(_added, rest, first)


def function(name: str, *arguments: Expression | float) -> Expression:
    """One of the functions by its written name: √, exp, ln, N, φ, max, min, mean, median, ⌊⌋, ⌈⌉."""
    return _Function(name, tuple(map(as_expression, arguments)))


@dataclass(frozen=True)
class _Operation(Expression):
    sign: str
    left: Expression
    right: Expression

    @property
    def rank(self) -> int:  # type: ignore[override]
        return {"+": _SUM, "−": _SUM, "×": _PRODUCT, "÷": _PRODUCT, "^": _POWER}[self.sign]

    def at(self, digits: int) -> float:
        return _DONE[self.sign](self.left.at(digits), self.right.at(digits))

    def written(self, digits: int) -> str:
        left, right = self.left.written(digits), self.right.written(digits)
        if self.left.rank < self.rank or (self.sign == "^" and (self.left.rank < _ATOM or left.startswith("-"))):
            left = f"({left})"
        closed = self.sign in ("−", "÷", "^")  # the sign reaches no further than its next neighbour
        if self.right.rank < self.rank or (closed and self.right.rank == self.rank) or right.startswith("-"):
            right = f"({right})"
        return f"{left}{self.sign}{right}" if self.sign == "^" else f"{left} {self.sign} {right}"


@dataclass(frozen=True)
class _Function(Expression):
    name: str
    arguments: tuple[Expression, ...]

    def at(self, digits: int) -> float:
        return _FUNCTIONS[self.name](*(a.at(digits) for a in self.arguments))

    def written(self, digits: int) -> str:
        inside = "; ".join(a.written(digits) for a in self.arguments)
        if self.name in ("⌊⌋", "⌈⌉"):
            return f"{self.name[0]}{inside}{self.name[1]}"
        alone = self.name == "√" and self.arguments[0].rank == _ATOM and not inside.startswith("-")
        return f"√{inside}" if alone else f"{self.name}({inside})"


def _added(so_far: Expression, term: Expression) -> Expression:
    positive = _negated(term)
    return so_far + term if positive is None else so_far - positive


def _negated(term: Expression) -> Expression | None:
    """`term` without the minus that it begins with; None where it begins with none."""
    if isinstance(term, Figure) and term.number < 0:
        return Figure(-term.number, term.form)
    if isinstance(term, _Operation) and term.sign == "×" and term.left == Figure(-1.0):
        return term.right
    if isinstance(term, _Operation) and term.rank == _PRODUCT and (first := _negated(term.left)) is not None:
        return _Operation(term.sign, first, term.right)
    return None


def _quotient(a: float, b: float) -> float:
    return a / b if b else math.nan


_DONE: dict[str, Callable[[float, float], float]] = {
    "+": lambda a, b: a + b,
    "−": lambda a, b: a - b,
    "×": lambda a, b: a * b,
    "÷": _quotient,
    "^": lambda a, b: float(a**b),
}
_FUNCTIONS: dict[str, Callable[..., float]] = {
    "√": math.sqrt,
    "exp": math.exp,
    "ln": math.log,
    "N": lambda z: 0.5 * math.erfc(-z / math.sqrt(2.0)),
    "φ": lambda z: math.exp(-0.5 * z * z) / math.sqrt(2.0 * math.pi),
    "max": lambda *values: math.nan if any(map(math.isnan, values)) else max(values),
    "min": lambda *values: math.nan if any(map(math.isnan, values)) else min(values),
    "mean": lambda *values: math.fsum(values) / len(values),
    "median": lambda *values: float(statistics.median(values)),
    "⌊⌋": lambda x: float(math.floor(x + 1e-9)),  # 10 units less the last bit are 10
    "⌈⌉": lambda x: float(math.ceil(x - 1e-9)),
}
