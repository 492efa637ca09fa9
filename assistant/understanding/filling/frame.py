"""One frame: how people ask for one tool."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from assistant.understanding.filling.slots import Slot
from assistant.understanding.filling.structures import Arguments
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.sought import Sought


@dataclass(frozen=True)
class Frame:
    """How people ask for one tool.

    Attributes:
        tool: catalogue name.
        cue: words without which the frame does not fire (a regular expression).
        slots: scalar parameters and their cues.
        structure: reads a pattern (strikes, legs, a series …); when given, the frame fires only where it is found.
        needs: how many slots must be filled for the frame to fire without a structure.
        asks: words that ask for a calculation even when numbers are missing; then the missing ones are asked for.
        unless: words that rule the frame out.
        lacking: what to ask for when the structure is not there although a calculation on "my …" is.
        thing: words for the thing that has the structure.
        numberless: whether it may fire on words alone, without a number in the question.
        holds: stretches of text of which the question needs one besides; looked for first, as that costs next to nothing.
    """

    tool: str
    cue: str
    slots: tuple[Slot, ...] = ()
    structure: Callable[[Reading], Arguments | None] | None = None
    needs: int = 1
    asks: str = r"(?!)"
    unless: str = r"(?!)"
    lacking: str = ""
    thing: str = r"(?!)"
    numberless: bool = False
    holds: tuple[str, ...] = ()

    def cued(self, reading: Reading) -> bool:
        """Whether the words are there."""
        lower = reading.lower
        for part in self.holds:  # written out: a hundred frames are asked of a question
            if part in lower:
                break
        else:
            if self.holds:
                return False
        return self._cue.search(lower) is not None and self._unless.search(lower) is None

    def ready(self) -> None:
        """Compile its patterns now rather than inside the first question that needs them."""
        _ = self._cue, self._unless
        for slot in self.slots:
            slot.ready()

    @cached_property
    def _cue(self) -> Sought:
        return Sought(self.cue)

    @cached_property
    def _unless(self) -> Sought:
        return Sought(self.unless)
