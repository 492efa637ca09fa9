"""Numerals of one text that stand in none of some others: what `alvh eval` counts, and the embedded model is held to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from assistant.guards.citations import MARK
from assistant.guards.dates import dates, without_dates
from assistant.guards.figures import equal
from assistant.guards.numerals import Numeral
from assistant.guards.numerals import numerals as read

_TOKEN: Final = re.compile(r"\d[\d.,]*")
_NAMES: Final = re.compile(r"\bS&P 500\b|\bBlack-76\b|\[\d{1,4}\]")


def numerals(text: str) -> list[Numeral]:
    """The numerals of `text` without its marks, dates and names."""
    bare = _NAMES.sub(" ", MARK.sub(" ", text))
    return read(without_dates(bare, dates(bare)))


def unsupported(text: str, sources: Iterable[str]) -> list[str]:
    """Numerals of `text` that stand in none of `sources`, by value: rounded, as percent or as fraction, in any unit."""
    sources = list(sources)
    wanted = {t.rstrip(".,") for t in _TOKEN.findall(MARK.sub("", text))}
    if wanted <= {t.rstrip(".,") for source in sources for t in _TOKEN.findall(source)}:
        return []  # every one stands there as it is written
    known = [n for source in sources for n in numerals(source)]
    values = [n.value for n in known] + [n.also for n in known if n.also is not None]
    plain = [v for n in known if n.unit != "share" for v in (n.value,)]
    return [
        n.written
        for n in numerals(text)
        if not any(equal(n.value, n.slack, v) for v in values) and not (n.also is not None and n.also in plain)
    ]
