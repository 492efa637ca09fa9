"""Numbers of a change that found no place in the calculation: they are named, so that none is passed over in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from assistant.session import Call
from assistant.understanding.filling.brought import From
from assistant.understanding.text.quantities import Quantity, Reading
from tools.contracts import SPECIFICATIONS
from tools.wording import money

A_POINT: Final = SPECIFICATIONS["VIX option"].per_point
_SCALES: Final = (1.0, 100.0, 0.01, 1 / 365, 7 / 365, 1 / 12, 1000.0, 1e-3, 2.0, 4.0)
_NEAR: Final = 1e-9
_YEARS: Final = range(1980, 2101)


def unread(reading: Reading, calls: Iterable[Call]) -> tuple[str, ...]:
    """One sentence on the numbers of the question that no argument of `calls` holds, in any unit; () where there are none.

    Of a question with a single number nothing is said: what was done with it stands in the answer.
    """
    numbers = [q for q in reading.quantities if not (q.unit == "plain" and q.value in _YEARS)]
    if len(numbers) < 2:
        return ()
    arguments = [v for call in calls for v in call.arguments.values()]
    if any(isinstance(v, From) for v in arguments):
        return ()
    held = tuple(_numbers(arguments))
    missed = [q for q in numbers if not stands(q, held)]
    if not missed or len(missed) == len(numbers):
        return ()
    said = " and ".join(f"“{reading.lower[q.start : q.end].strip()}”" for q in missed)
    return (f"{said} found no place in this calculation and changed nothing; say what it stands for.",)


def stands(quantity: Quantity, held: Iterable[float]) -> bool:
    """Whether one of the numbers is this one, in any unit."""
    value = abs(quantity.value)
    return any(abs(abs(number) - value * scale) <= _NEAR * max(1.0, value * scale) for number in held for scale in _SCALES)


def _numbers(value: Any) -> Iterator[float]:
    """Every number in an argument, however it is nested."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        for item in value:
            yield from _numbers(item)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield float(value)


def as_points(reading: Reading, calls: Iterable[Call]) -> tuple[str, ...]:
    """Says so where a unit's cost below ten was read in points of a VIX option ("1.2 each")."""
    said = {q.value for q in reading.quantities if q.unit == "plain"}
    costs = (call.arguments.get("unit_cost") for call in calls)
    taken = [c for c in costs if isinstance(c, (int, float)) and c not in said and round(c / A_POINT, 9) in said]
    return tuple(f"{c / A_POINT:g} for one was read in points of a VIX option, which is {money(c)}." for c in taken[:1])
