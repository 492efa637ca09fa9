"""Which terms a text names: every alias standing in it, the longest first, misspelt ones too, in the order of the text.

"conversion vs reversal" names two terms; "call butterfly" names one, not "call" and "butterfly". Only terms and aliases
fire, so an ordinary word names a term only where an entry claims it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.entries import Entry
from knowledge.spelling import Spelling
from knowledge.words import STOP, Word, norms, words

JOINED = 7
"""Letters that a name needs to be found across a different split: "back test", "callfly"."""


@dataclass(frozen=True)
class Mention:
    """One term named in a text: `text[start:end]`; `alias` is the name as the glossary has it; not `exact` where misspelt."""

    term: str
    start: int
    end: int
    alias: str
    exact: bool


class Mentions:
    """Finds the mentions; built once for a glossary.

    Args:
        entries: in the glossary's order; of two entries with one alias the first has it, and a term goes before an alias.
        spelling: what maps misspelt words.
    """

    def __init__(self, entries: Iterable[Entry], spelling: Spelling) -> None:
        self._spelling = spelling
        self._names: dict[tuple[str, ...], tuple[str, str]] = {}
        self._joined: dict[str, tuple[str, str]] = {}
        pairs = [(name, e.term, order) for e in entries for order, name in e.names()]
        for name, term, _ in sorted(pairs, key=lambda p: p[2]):
            key = tuple(norms(name))
            if key:
                self._names.setdefault(key, (term, name))
                if sum(map(len, key)) >= JOINED:
                    self._joined.setdefault("".join(key), (term, name))
        self._longest = max((len(k) for k in self._names), default=0)
        self._whole = frozenset("".join(k) for k in self._names)
        # All that a name may begin with, so that most words of a text are passed over at once.
        self._begun = frozenset(name[:n] for name in self._whole for n in range(1, len(name) + 1))
        self._remembered = lru_cache(maxsize=64)(self._find)  # planning, searching and declining all ask for a question's

    def __call__(self, text: str) -> list[Mention]:
        """Mentions in order of position; of overlapping ones the longest stays, of equally long ones the first."""
        return list(self._remembered(text))

    def _find(self, text: str) -> tuple[Mention, ...]:
        found = words(text)
        right = [self._spelling.correct(w.norm) for w in found]
        spans: list[tuple[int, int, Mention]] = []
        for first in range(len(found)):
            said = ""
            for last in range(first + 1, min(first + self._longest + 1, len(found)) + 1):
                said += right[last - 1]
                if said not in self._begun:
                    break
                if said in self._whole and (hit := self._at(text, found, right, first, last)):
                    spans.append((first, last, hit))
        spans.sort(key=lambda s: (s[0] - s[1], s[2].start - s[2].end, s[0]))
        taken: set[int] = set()
        kept: list[Mention] = []
        for first, last, hit in spans:
            if taken.isdisjoint(range(first, last)):
                taken.update(range(first, last))
                kept.append(hit)
        return tuple(sorted(kept, key=lambda m: m.start))

    def _at(self, text: str, found: Sequence[Word], right: list[str], first: int, last: int) -> Mention | None:
        key = tuple(right[first:last])
        hit = self._names.get(key) or self._joined.get("".join(key))
        if hit is None:
            return None
        start, end = found[first].start, found[last - 1].end
        # A name does not run across a sentence or a list: "VIX. Options" is no "VIX options".
        if re.search(r"[.;:!?,\n]\s|\n", text[start:end]):
            return None
        exact = key == tuple(w.norm for w in found[first:last])
        term, alias = hit
        # "PE", "IT", "AD": a name that is also a small word counts only as it is written.
        if len(key) == 1 and (key[0] in STOP or text[start:end].lower() in STOP) and text[start:end] != alias:
            return None
        if not any(c.isalpha() for c in alias) and not _same_figures(text, start, end, alias):
            return None
        return Mention(term, start, end, alias, exact)


def _same_figures(text: str, start: int, end: int, alias: str) -> bool:
    """Whether the text has the very figures of a name such as "25-30%" or "$0.70", sign and all, and not inside "25-30-35"."""
    while start and text[start - 1] in "$€£":
        start -= 1
    if percent := re.match(r"\s?%", text[end:]):
        end += percent.end()
    inside = re.search(r"[\d.,][/–-]?$", text[:start]) or re.match(r"[/–-]?\d|\.\d", text[end:])
    return not inside and _figures(text[start:end]) == _figures(alias)


def _figures(text: str) -> str:
    return re.sub(r"[–—−]", "-", re.sub(r"\s", "", text))
