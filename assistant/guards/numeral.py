"""One numeral of a text, and the words of which numbers are made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from assistant.guards.units import ONES, TENS, Unit

SMALL: Final = {word: float(n) for n, word in enumerate(ONES)} | {w: 10.0 * n for n, w in enumerate(TENS, start=2)}
LARGE: Final = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
_PARTS: Final = {"half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}
_PARTS_TOO: Final = {"eighth": 8, "ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100, "thousandth": 1000}
_TEENTHS: Final = {"eleventh": 11, "twelfth": 12} | {f"{word}th": n for n, word in enumerate(ONES) if n >= 13}
PART: Final = _PARTS | _PARTS_TOO | _TEENTHS


@dataclass(frozen=True)
class Numeral:
    """One numeral.

    Attributes:
        written: as it stands in the text.
        value: its size, never negative; a percentage as a fraction, cents as dollars.
        slack: half of the last place that is written: how far a rounded value may lie off.
        unit: what it counts, "" where nothing is said.
        negative: whether a minus stands before it.
        positive: whether a plus does.
        start, end: where it stands.
        also: the value without the unit that it may share with its neighbour ("25" in "25 and 30%").
    """

    written: str
    value: float
    slack: float
    unit: Unit
    negative: bool
    start: int
    end: int
    also: float | None = None
    positive: bool = False

    @property
    def signed(self) -> float:
        """The value with the minus that stands before it."""
        return -self.value if self.negative else self.value


def spoken(words: str) -> float:
    """The number that words make: "two hundred and five"."""
    total, current = 0.0, 0.0
    for word in re.findall(r"[a-z]+", words.lower()):
        bare = word if word in SMALL or word in LARGE else word.rstrip("s")
        if bare in SMALL:
            current += SMALL[bare]
        elif bare in ("hundred", "dozen"):
            current = (current or 1.0) * LARGE[bare]
        elif bare in LARGE:
            total += (current or 1.0) * LARGE[bare]
            current = 0.0
    return total + current
