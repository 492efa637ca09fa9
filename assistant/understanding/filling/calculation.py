"""One calculation as a question asks for it: the call, what is missing for it, and the numbers that it was read from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.session import Call
from assistant.understanding.text.quantities import Quantity, Reading


@dataclass(frozen=True)
class Calculation:
    """A call that can be made, or the slots that are missing for it (then `missing` says what to ask for).

    `sources` are the numbers that filled the slots; `note` says what was assumed in reading them.
    """

    call: Call
    missing: tuple[str, ...] = ()
    sources: Mapping[str, Quantity] = field(default_factory=dict)
    note: str = ""


def numbered(reading: Reading) -> dict[str, Quantity]:
    """All numbers of a question as sources, where each of them has been read: nothing is left for a second calculation."""
    return {str(n): quantity for n, quantity in enumerate(reading.quantities)}
