"""Measuring two things against each other: taken in turns, so that a busy machine weighs on both alike."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One line of the table; times in seconds.

    Attributes:
        what: what was measured.
        ours: our times.
        against: what it was measured against.
        theirs: its times, from the same run.
    """

    what: str
    ours: Sequence[float]
    against: str
    theirs: Sequence[float]

    @property
    def ratio(self) -> float:
        """Our median divided by theirs: below 1 is faster."""
        return statistics.median(self.ours) / statistics.median(self.theirs)

    def markdown(self) -> str:
        return f"| {self.what} | {spread(self.ours)} | {self.against} | {spread(self.theirs)} | **{self.ratio:.2f}** |"


HEAD = "| what | alvh-assistant | against | theirs | ratio |\n| --- | --- | --- | --- | --- |"


def in_turns(
    ours: Callable[[int], object], theirs: Callable[[int], object], rounds: int, *, warm: int = 1
) -> tuple[list[float], list[float]]:
    """Times of `ours(i)` and `theirs(i)` in alternation, the first of each pair changing; `warm` rounds are not counted."""
    times: tuple[list[float], list[float]] = ([], [])
    gc.collect()
    for i in range(-warm, rounds):
        order = ((0, ours), (1, theirs)) if i % 2 else ((1, theirs), (0, ours))
        for place, work in order:
            begun = time.perf_counter()
            work(max(i, 0))
            elapsed = time.perf_counter() - begun
            if i >= 0:
                times[place].append(elapsed)
    return times


def spread(times: Sequence[float]) -> str:
    """Median (min–max) in the unit that suits it."""
    middle = statistics.median(times)
    scale, unit = (1.0, "s") if middle >= 1 else (1e3, "ms")
    digits = 2 if middle * scale < 10 else 0 if middle * scale >= 100 else 1
    low, mid, high = (f"{t * scale:.{digits}f}" for t in (min(times), middle, max(times)))
    return f"{mid} {unit} ({low}–{high})"
