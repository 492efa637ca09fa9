"""The parameters of a tool as its signature and docstring describe them: kind of input, range, default and meaning."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin, get_type_hints

from tools.parameters import Number, meanings, rule_of

Kind = Literal[
    "number",
    "integer",
    "choice",
    "flag",
    "series",
    "table",
    "numbers",
    "names",
    "curve",
    "events",
    "dates",
    "calendar",
    "legs",
    "fills",
    "rules",
    "value",
]

_KIND_WORDS = {
    "number": "a number",
    "integer": "a whole number",
    "choice": "a choice",
    "flag": "true or false",
    "series": "a series of numbers, oldest first",
    "table": "a loaded table",
    "numbers": "a list of numbers",
    "names": "a list of names, one for each row",
    "curve": "prices of futures, front to back",
    "events": "dates, or a MACD trigger result",
    "dates": "a list of dates, each as 2024-08-05",
    "calendar": "a list of dates, or a table of them",
    "legs": "a list of legs (side, kind, strike, premium[, quantity])",
    "fills": "a list of (price, units)",
    "rules": "the rules of the method",
    "value": "a value",
}


@dataclass(frozen=True)
class Parameter:
    """One parameter of a tool: what kind of input it takes, its range, its default and what it means."""

    name: str
    kind: Kind
    meaning: str
    required: bool
    default: Any = None
    number: Number | None = None
    choices: tuple[str, ...] = ()

    @property
    def allowed(self) -> str:
        """The allowed values in words."""
        if self.number is not None:
            return self.number.allowed
        return "one of " + ", ".join(self.choices) if self.choices else _KIND_WORDS[self.kind]


def described(function: Callable[..., Any]) -> tuple[Parameter, ...]:
    """The typed parameters of a function, in order."""
    hints = get_type_hints(function, include_extras=True)
    told = meanings(function)
    return tuple(_parameter(p, hints[p.name], told.get(p.name, "")) for p in inspect.signature(function).parameters.values())


def _parameter(p: inspect.Parameter, hint: Any, meaning: str) -> Parameter:
    rule = rule_of(hint)
    required = p.default is inspect.Parameter.empty
    default = None if required else p.default
    if isinstance(rule, Number):
        return Parameter(p.name, "integer" if rule.whole else "number", meaning, required, default, number=rule)
    if rule is not None:
        return Parameter(p.name, "choice", meaning, required, default, choices=rule)
    return Parameter(p.name, _kind(hint), meaning, required, default)


def _kind(hint: Any) -> Kind:
    """The kind named by `Annotated[…, "series"]`-style marks; a bool is a flag; anything else is a value."""
    if hint is bool:
        return "flag"
    for mark in getattr(hint, "__metadata__", ()):
        if isinstance(mark, str) and mark in _KIND_WORDS:
            return mark  # type: ignore[return-value]
    for inner in get_args(hint):
        if get_origin(hint) is not None and (found := _kind(inner)) not in ("value", "flag"):
            return found
    return "value"
