"""A pattern that looks first for letters without which it cannot match.

A question is asked for hundreds of patterns and has next to nothing of what most of them are for. To find that out, `re` tries
every alternative at every letter; to look for a few stretches of text takes a tenth of the time. `needed` reads off a pattern
which stretches those are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from assistant.understanding.text.needed import anchored, needed


class Sought:
    """A compiled pattern, asked as those of `re` are.

    Attributes:
        pattern: as it was written.
        needs: choices of stretches of text; every match holds at least one of each.
    """

    __slots__ = ("_compiled", "_first", "needs", "pattern")

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.needs = needed(pattern)
        self._compiled = re.compile(pattern)
        # Of a pattern that begins with "^" the engine would try every letter.
        self._first = self._compiled.match if anchored(pattern) else self._compiled.search

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first match in `text`, from `start` on."""
        for choice in self.needs:  # written out rather than called: nearly every question ends here
            for part in choice:
                if part in text:
                    break
            else:
                return None
        return self._first(text, start)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match in `text`."""
        return self._compiled.finditer(text) if self._may_be_in(text) else iter(())

    def findall(self, text: str) -> list[Any]:
        """What every match in `text` took."""
        return self._compiled.findall(text) if self._may_be_in(text) else []

    def sub(self, put: str | Callable[[re.Match[str]], str], text: str) -> str:
        """`text` with `put` for every match."""
        return self._compiled.sub(put, text) if self._may_be_in(text) else text

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """A match at `start`, where `re` finds it or gives up at once."""
        return self._compiled.match(text, start)

    def _may_be_in(self, text: str) -> bool:
        for choice in self.needs:
            for part in choice:
                if part in text:
                    break
            else:
                return False
        return True
