"""The working of a result: its steps one by one, each with the numbers put in."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from tools.expression import EXACT, Expression, Figure, as_expression
from tools.wording import fixed, money, percent, points

_DIGITS = (4, 6, 8, 10, 12, EXACT)


@dataclass(frozen=True)
class WorkingStep:
    """One step.

    Attributes:
        what: what is worked out, e.g. "Value at 29".
        expression: the arithmetic with the numbers put in, e.g. "29 − 25"; "" where there is nothing to work out.
        value: what it comes to; None where the step is said in words alone.
        unit: "points", "price" (points as a level of the index), "$", "%" (value is then a fraction), "" for a plain number, or
            the plural of what is counted.
        note: what it means, where that needs a word.
    """

    what: str
    expression: str
    value: float | None
    unit: str = ""
    note: str = ""

    def __str__(self) -> str:
        parts = [p for p in (self.expression, "" if self.value is None else stated(self.value, self.unit)) if p]
        said = " = ".join(parts)
        return f"{self.what}: {said}{f' ({self.note})' if said and self.note else self.note}"

    def to_dict(self) -> dict[str, Any]:
        """JSON-safe, with the whole line as `text`."""
        finite = self.value is not None and math.isfinite(self.value)
        value = self.value if finite else None
        return {"what": self.what, "expression": self.expression, "value": value, "unit": self.unit, "text": str(self)}


def step(what: str, line: Expression | float, unit: str = "", note: str = "") -> WorkingStep:
    """The step that works out `line`, written with as many digits as it takes to come to the value stated."""
    whole = as_expression(line)
    value = whole.value + 0.0  # −0 is 0
    if isinstance(whole, Figure):
        return WorkingStep(what, "", value, unit, note)
    told = stated(value, unit)
    digits = next((n for n in _DIGITS if stated(whole.at(n) + 0.0, unit) == told), EXACT)
    return WorkingStep(what, whole.written(digits), value, unit, note)


def said(what: str, words: str) -> WorkingStep:
    """A step in words alone."""
    return WorkingStep(what, "", None, note=words)


def stated(value: float, unit: str) -> str:
    """A value in its unit, e.g. '4.00 points', '$1,890', '8.3%', '0.1538', '58 contracts'."""
    if unit == "$":
        return money(value)
    if unit == "%":
        return percent(value, 2)
    if unit == "points":
        return f"{points(value)} points"
    if unit == "price":
        return points(value)
    if value == 1:
        unit = unit.removesuffix("s")
    return f"{plainly(value)} {unit}".strip()


def plainly(value: float) -> str:
    """A plain number: whole where it is whole, otherwise four decimals, more where it begins late."""
    if not math.isfinite(value):
        return "unlimited" if value > 0 else "undefined" if math.isnan(value) else "-unlimited"
    near = round(value)
    if abs(value - near) < 1e-9 * max(1.0, abs(value)) and (near or not value):
        return f"{near:,}"
    late = max(0, -math.floor(math.log10(abs(value))) - 1)
    text = fixed(value, min(4 + late, 18))
    return text.rstrip("0").rstrip(".") if late else text
