"""What only the user can say of a table: asked with the reading taken meanwhile, and answered by a choice."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from tools.day_first import BothReadings


@dataclass(frozen=True)
class Choice:
    """One way to read the table.

    Attributes:
        label: what to do, as a sentence that can be said: "Read the dates day-first".
        parameter, value: the argument of `load_table` that does it.
        taken: whether the table was read so.
    """

    label: str
    parameter: str
    value: Any
    taken: bool = False


@dataclass(frozen=True)
class Question:
    """A reading that the file leaves open.

    Attributes:
        text: the question, with what each reading makes of an example.
        choices: the readings, one of them taken.
    """

    text: str
    choices: tuple[Choice, ...]


def which_first(date: BothReadings | None) -> tuple[Question, ...]:
    """The question whether dates such as 03/04/2024 begin with the day or with the month."""
    if date is None:
        return ()
    took, other = ("day-first", "month-first") if date.took_day_first else ("month-first", "day-first")
    read, else_read = (date.day_first, date.month_first) if date.took_day_first else (date.month_first, date.day_first)
    text = (
        f"Does the day or the month come first in the dates? `{date.written}` was read {took} as {_long(read)}; "
        f"{other} it is {_long(else_read)}."
    )
    return (
        Question(
            text,
            tuple(
                Choice(f"Read the dates {order}", "day_first", value, value == date.took_day_first)
                for order, value in (("day-first", True), ("month-first", False))
            ),
        ),
    )


def _long(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"
