"""Readings of several days, each held against the one before."""

from __future__ import annotations

from assistant.session import Call
from assistant.understanding.filling.brought import From
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.lines.pivots_told import in_turn
from assistant.understanding.positions.vols_told import by_delta_each_day
from assistant.understanding.text.quantities import Reading


def pivots_in_turn(reading: Reading) -> tuple[Calculation, ...]:
    """Three pivots or more of an index and its A/D line, each held against the one before."""
    return tuple(Calculation(Call("two_pivots", told)) for told in in_turn(reading))


def delta_each_day(reading: Reading) -> tuple[Calculation, ...]:
    """The volatility at one delta on each of several days, each held against the day before."""
    told = by_delta_each_day(reading) if "delta" in reading.lower or "iv" in reading.lower else ()
    before = {"before": From("iv_at_delta", "iv")}
    return tuple(
        Calculation(Call("iv_at_delta", {**given, **(before if n else {})}), note=f"the quotes are those of {day}.")
        for n, (day, given) in enumerate(told)
    )
