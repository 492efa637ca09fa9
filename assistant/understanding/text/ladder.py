"""The strikes of one butterfly or condor as they were typed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Ladder:
    """Strikes in the order of size, and where they stand in the text (two places where centre and width are apart).

    `turned` says that they were written from the highest down.
    """

    strikes: tuple[float, ...]
    spans: tuple[tuple[int, int], ...]
    turned: bool = False

    @property
    def rises(self) -> bool:
        """Whether each strike is above the one before."""
        return list(self.strikes) == sorted(set(self.strikes))

    @property
    def start(self) -> int:
        """Where it begins."""
        return min(start for start, _ in self.spans)
