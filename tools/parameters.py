"""Parameter types: what a number means, its unit and its allowed range, said once in the signature.

`@checked` enforces them on every call; the catalogue reads the same annotations to make schemas, CLI options and tables.
"""

from __future__ import annotations

import functools
import inspect
import math
import numbers
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Literal, ParamSpec, TypeVar, Union, get_args, get_origin, get_type_hints

import numpy as np
import pandas as pd

from tools.errors import ToolError
from tools.wording import level

P = ParamSpec("P")
R = TypeVar("R")

Role = Literal["strike", "points", "money", "fraction", "count", "periods", "level", "price", "percent", "number"]


@dataclass(frozen=True)
class Number:
    """Annotation of a number: its role, unit and allowed range (closed unless `open_low`); with `many` also an array."""

    role: Role = "number"
    unit: str = ""
    low: float = -math.inf
    high: float = math.inf
    open_low: bool = False
    whole: bool = False
    many: bool = False

    @property
    def allowed(self) -> str:
        """The range in words, e.g. 'a finite number above 0 (index points)'."""
        kind = "a whole number" if self.whole else "a finite number"
        parts = []
        if self.low > -math.inf:
            parts.append(f"{'above' if self.open_low else 'at least'} {_bound(self.low)}")
        if self.high < math.inf:
            parts.append(f"at most {_bound(self.high)}")
        unit = f" ({self.unit})" if self.unit else ""
        return " ".join([kind, " and ".join(parts)]).strip() + unit

    def check(self, name: str, value: object) -> float | int:
        """`value` as int or float, or ToolError naming the parameter, the value and the range."""
        if isinstance(value, bool) or not isinstance(value, numbers.Real):
            raise ToolError(name, value, self.allowed, "Give a number, not text or a truth value.")
        try:
            number = float(value)
        except OverflowError:  # an integer that no float can hold
            number = math.inf
        if not self._holds(number):
            raise ToolError(name, value, self.allowed, self._as_fraction(number))
        if self.whole:
            if not number.is_integer():
                raise ToolError(name, value, self.allowed)
            return int(number)
        return number

    def _holds(self, number: float) -> bool:
        """Whether it is a finite number of the range."""
        above = number > self.low if self.open_low else number >= self.low
        return math.isfinite(number) and above and number <= self.high

    def _as_fraction(self, number: float) -> str:
        """How to write what looks like a percentage where a fraction is wanted; "" for anything else."""
        if self.role != "fraction" or number <= self.high or not self._holds(number / 100):
            return ""
        return f"If that is in percent, write {level(number)}% as {level(number / 100)}."

    def check_many(self, name: str, values: Sequence[float] | np.ndarray | pd.Series) -> np.ndarray:
        """`values` as a float array, or ToolError naming the first element that is no number of the range."""
        given = np.asarray(values)
        if given.dtype.kind not in "iuf" or given.size == 0:
            raise ToolError(name, values, f"{self.allowed}, or an array of such numbers")
        data = given.astype(float)
        below = data <= self.low if self.open_low else data < self.low
        wrong = np.flatnonzero(~np.isfinite(data) | below | (data > self.high))
        if len(wrong):
            raise ToolError(name, float(data.flat[wrong[0]]), self.allowed, f"It stands at position {wrong[0] + 1}.")
        return data


Strike = Annotated[float, Number("strike", "index points", low=0, open_low=True)]
Points = Annotated[float, Number("points", "index points; negative is a credit")]
Price = Annotated[float, Number("price", "index points", low=0, open_low=True)]
Settlement = Annotated[float, Number("price", "index points", low=0)]
Target = Annotated[float, Number("money", "dollars for the whole position", low=-1e15, high=1e15)]
Return = Annotated[float, Number("fraction", "of what was paid; 1 = 100%", low=0, high=1000, open_low=True)]
Level = Annotated[float, Number("level")]
Money = Annotated[float, Number("money", "dollars", low=0, open_low=True)]
Cost = Annotated[float, Number("money", "dollars", low=0)]
Budget = Annotated[float, Number("money", "dollars", low=0, high=1e12, open_low=True)]
UnitCost = Annotated[float, Number("money", "dollars a unit", low=0.01, high=1e12)]
Fraction = Annotated[float, Number("fraction", "1 = 100%", low=0, high=1, open_low=True)]
Step = Annotated[float, Number("fraction", "1 = 100%", low=0.01, high=1)]
Count = Annotated[int, Number("count", low=1, high=1_000_000, whole=True)]
Multiplier = Annotated[float, Number("money", "dollars a point", low=0, open_low=True)]
Net = Annotated[float, Number("points", "index points", low=-1_000_000, high=1_000_000)]
Many = float | np.ndarray
Forwards = Annotated[Many, Number("price", "index points", low=0, open_low=True, high=1e9, many=True)]
Strikes = Annotated[Many, Number("strike", "index points", low=0, open_low=True, high=1e9, many=True)]
Premiums = Annotated[Many, Number("points", "index points", low=0, high=1e9, many=True)]
YearsLeft = Annotated[Many, Number("number", "years to expiry", low=0, open_low=True, high=100, many=True)]
Vols = Annotated[Many, Number("fraction", "as a decimal: 0.208 is 20.8%", low=0, open_low=True, high=10, many=True)]
Rates = Annotated[Many, Number("fraction", "a year, continuously compounded; 0.05 is 5%", low=-0.5, high=1, many=True)]
# Marks for inputs that are not scalars; the catalogue reads them, surfaces fill them (never from a model's free text).
SeriesInput = Annotated[pd.Series | np.ndarray | Sequence[float], "series"]
Numbers = Annotated[Sequence[float], "numbers"]
Periods = Annotated[int, Number("periods", "bars", low=1, high=100_000, whole=True)]


def checked(function: Callable[P, R]) -> Callable[P, R]:
    """Check every annotated scalar, `Literal` choice and truth value before the call; convert whole numbers to int."""
    signature = inspect.signature(function)
    rules: dict[str, Any] = {}

    @functools.wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        if not rules:
            rules.update(_rules(function))
        bound = signature.bind(*args, **kwargs)
        for name, value in bound.arguments.items():
            rule = rules.get(name)
            if value is None and signature.parameters[name].default is None:
                continue
            if isinstance(rule, Number) and rule.many and isinstance(value, (list, tuple, np.ndarray, pd.Series)):
                bound.arguments[name] = rule.check_many(name, value)
            elif isinstance(rule, Number):
                bound.arguments[name] = rule.check(name, value)
            elif rule is bool:
                if not isinstance(value, (bool, np.bool_)):
                    raise ToolError(name, value, "True or False")
            elif rule is not None:
                meant = [c for c in rule if isinstance(value, str) and c.lower() == value.strip().lower()]
                if not meant:
                    meaning = meanings(function).get(name, "")
                    raise ToolError(name, value, "one of " + ", ".join(map(repr, rule)), meaning[:1].upper() + meaning[1:])
                bound.arguments[name] = meant[0]
        return function(*bound.args, **bound.kwargs)

    return call


def rule_of(annotation: Any) -> Number | tuple[str, ...] | None:
    """The Number, or the tuple of choices, behind an annotation (also inside `X | None`); None where there is none."""
    if get_origin(annotation) is Annotated:
        return next((m for m in get_args(annotation)[1:] if isinstance(m, Number)), None)
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    for inner in get_args(annotation):
        found = rule_of(inner)
        if found is not None and get_origin(annotation) in (Union, UnionType):
            return found
    return None


def meanings(function: Callable[..., Any]) -> dict[str, str]:
    """What the docstring says of each parameter: its `Args:` section (Google style) as {name: meaning}."""
    section = re.search(r"^Args:\n((?:[ \t]+.*\n?|\n)+)", inspect.getdoc(function) or "", re.MULTILINE)
    if section is None:
        return {}
    out: dict[str, str] = {}
    name = ""
    for line in inspect.cleandoc(section.group(1)).splitlines():
        head = re.match(r"(\w+): (.*)", line)
        if head and not line.startswith(" "):
            name = head.group(1)
            out[name] = head.group(2).strip()
        elif name and line.strip():
            out[name] += " " + line.strip()
    return out


def _bound(number: float) -> str:
    """A bound in words people read: 1,000,000 and not 1e+06."""
    return f"{number:,.0f}" if 1e5 <= abs(number) < 1e15 else f"{number:g}"


def _rules(function: Callable[..., Any]) -> dict[str, Any]:
    hints = get_type_hints(function, include_extras=True)
    return {name: bool if hint is bool else rule_of(hint) for name, hint in hints.items() if name != "return"}
