"""Text as it arrives, cut into sentences: each is given out once its end is certain, with the space behind it."""

from __future__ import annotations

import re
from typing import Final

_STOP: Final = r"[.!?…][)\]\"'”’*_`]{0,4}"
_MARKS: Final = r"(?:[ \t]{0,4}\[[^\[\]\s]{3,90}\]){1,6}"  # a claim's marks belong to the sentence in front of them
_END: Final = re.compile(rf"\n[ \t]{{0,40}}(?:\n[ \t]{{0,40}}){{0,4}}(?=\S)|{_STOP}(?:{_MARKS})?[ \t]{{1,4}}(?=[^\s\[])")
_SHORTENED: Final = re.compile(
    r"(?:\b(?:e\.g|i\.e|cf|vs|approx|etc|no|nos|dr|mr|ms|st|p|pp|vol|fig|eq|ref|ed|eds|inc|u\.s|al|ca|resp|incl|min|max)|"
    r"\b[A-Za-z]"
    r"|(?:^|\n)[ \t]*(?:[-*+] )?\**\d{1,3})\.$",
    re.IGNORECASE,
)
_LOOK: Final = 16  # characters before a full stop that tell an abbreviation
_BACK: Final = 640  # characters from a full stop to the end of its last mark


class Sentences:
    """An incremental splitter; the pieces it gives out make up the text again when put together."""

    def __init__(self) -> None:
        self._rest = ""
        self._from = 0  # where the search goes on, so that long text without an end is not searched again and again

    def feed(self, text: str) -> list[str]:
        """The sentences that are complete now."""
        self._rest += text
        pieces, start = [], 0
        for end in _ends(self._rest, self._from):
            pieces.append(self._rest[start:end])
            start = end
        self._rest = self._rest[start:]
        self._from = max(0, len(self._rest) - _BACK)
        return pieces

    @property
    def waiting(self) -> int:
        """Characters of the sentence that has not ended yet."""
        return len(self._rest)

    def rest(self) -> list[str]:
        """What is left when no more text will come: at most one piece."""
        rest, self._rest, self._from = self._rest, "", 0
        return [rest] if rest else []


def split(text: str) -> list[str]:
    """The sentences of a whole text."""
    sentences = Sentences()
    return [*sentences.feed(text), *sentences.rest()]


def _ends(text: str, start: int) -> list[int]:
    return [
        m.end()
        for m in _END.finditer(text, start)
        if text[m.start()] == "\n" or not _SHORTENED.search(text[max(0, m.start() - _LOOK) : m.start() + 1])
    ]
