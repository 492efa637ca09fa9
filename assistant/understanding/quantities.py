"""Numbers in a question, with what their neighbourhood says about them: unit, sign, strikes, legs, pasted series.

Everything here is linear in the length of the text; a question is at most 1,000 characters, pasted series aside.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Unit = Literal["plain", "money", "percent", "count"]

_SMALL = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_WORDS = {word: number for number, word in enumerate(_SMALL, start=1)} | {"dozen": 12}
_NUMBER = re.compile(
    r"(?P<sign>(?<![\w.)\]%])[-−+]\s?)?(?P<money>\$\s?)?(?<![\w.])(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+|\.\d+)"
    r"(?P<scale>\s?(?:k|m|mm|mio|thousand|million)\b)?"
    r"(?P<unit>\s?(?:%|percent\b|pct\b|per cent\b)|\s?(?:bucks|dollars?|usd)\b)?",
    re.IGNORECASE,
)
_COUNTED = r"(?:contracts?|cars?|lots?|flies|flys|butterfl\w+|bflies|spreads?|condors?|units?|of them)\b"
_WORD_NUMBER = re.compile(
    rf"\b({'|'.join(_WORDS)})\b(?=\s+(?:more\s+|vix\s+)?(?:\d+[-/]|\$|short|long|adds?\b|layers?\b|{_COUNTED}))", re.IGNORECASE
)
_N = r"\d+(?:\.\d+)?"
_LADDER = re.compile(rf"(?<![\w.$])({_N})\s?([/\-–])\s?({_N})\s?\2\s?({_N})(?:\s?\2\s?({_N}))?(?![\w%]|[/.]\d)")
_SPACED = re.compile(
    rf"(?<![\w.$])({_N}),?\s+({_N}),?\s+(?:and\s+)?({_N})(?=\s+(?:vix\s+)?(?:call\s+)?(?:fly|flies|butterfl|bfly|strikes?))",
    re.IGNORECASE,
)
_LEG = re.compile(
    rf"(?P<side>\b(?:long|short|buy|sell|bought|sold|buying|selling)|[+\-])\s*(?P<count>\d+|{'|'.join(_WORDS)})?\s*x?\s*"
    rf"(?:of\s+)?(?:the\s+)?(?:vix\s+|spx\s+)?(?:[a-z]{{3}}\s+)?(?P<strike>{_N})\s*-?(?P<kind>calls?|puts?|c|p)\b"
    rf"\s*(?:@|at|for|,)?\s*\$?(?P<premium>\d*\.\d+|\d+)?(?![\d/]|\s*%)",
    re.IGNORECASE,
)
_SERIES = re.compile(r"(?:[-−]?(?:\d+(?:\.\d+)?|\.\d+)%?(?:\s*[,;|]\s*|\s+)){9,}[-−]?(?:\d+(?:\.\d+)?|\.\d+)")


@dataclass(frozen=True)
class Quantity:
    """One number: its value (percent already as a fraction), unit, and where it stands."""

    value: float
    unit: Unit
    start: int
    end: int


@dataclass(frozen=True)
class Leg:
    """One option leg as typed; premium None where none was given."""

    side: str
    kind: str
    strike: float
    quantity: int
    premium: float | None


@dataclass(frozen=True)
class Reading:
    """A question with its numbers read. `spaces` is the lower-case text with typographic signs made plain."""

    text: str

    @cached_property
    def lower(self) -> str:
        """Lower case, with dashes, quotes and minus signs made plain; same length as the text."""
        table = str.maketrans({"–": "-", "—": "-", "−": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " "})
        return "".join(c.lower() if len(c.lower()) == 1 else c for c in self.text).translate(table)

    @cached_property
    def series(self) -> tuple[float, ...]:
        """The longest pasted run of ten numbers or more; () where there is none."""
        span = self._series_span
        return tuple(float(n) for n in re.findall(r"-?(?:\d+(?:\.\d+)?|\.\d+)", self.lower[slice(*span)])) if span else ()

    @cached_property
    def ladder(self) -> tuple[float, ...]:
        """Three or four strikes written together ("25/30/35", "25-30-35", "25 30 35 fly"), in the order typed; or ()."""
        match = self._ladder_match
        return tuple(float(g) for g in match.groups() if g and g not in "/-–") if match else ()

    @cached_property
    def legs(self) -> tuple[Leg, ...]:
        """Legs written one by one ("long 25c 2.40, short two 30c 1.35"); () where there are none."""
        out = []
        for m in _LEG.finditer(self.lower):
            count = m["count"]
            quantity = 1 if not count else _WORDS.get(count) or int(count)
            side = "long" if m["side"] in ("long", "buy", "bought", "buying", "+") else "short"
            premium = None if m["premium"] is None else float(m["premium"])
            out.append(Leg(side, "call" if m["kind"].startswith("c") else "put", float(m["strike"]), quantity, premium))
        return tuple(out)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Every number outside a pasted series and a strike ladder, in order."""
        taken = [m.span() for m in (self._ladder_match,) if m] + ([self._series_span] if self._series_span else [])
        found = []
        for m in _NUMBER.finditer(self.lower):
            if any(start <= m.start("digits") < end for start, end in taken):
                continue
            value = float(m["digits"].replace(",", ""))
            scale = (m["scale"] or "").strip()
            value *= 1e3 if scale in ("k", "thousand") else 1e6 if scale else 1.0
            unit = (m["unit"] or "").strip()
            kind: Unit = "money" if m["money"] or unit[:1] in ("b", "d", "u") or scale else "plain"
            if unit and unit[0] in "%p":
                kind, value = "percent", value / 100
            if m["sign"] and m["sign"].strip() != "+":
                value = -value
            found.append(Quantity(round(value, 12), kind, m.start(), m.end()))
        for m in _WORD_NUMBER.finditer(self.lower):
            found.append(Quantity(float(_WORDS[m.group(1)]), "count", m.start(), m.end()))
        return tuple(sorted(found, key=lambda q: q.start))

    def before(self, quantity: Quantity, width: int = 28) -> str:
        """The words just before a number."""
        return self.lower[max(0, quantity.start - width) : quantity.start]

    def after(self, quantity: Quantity, width: int = 28) -> str:
        """The words just after a number."""
        return self.lower[quantity.end : quantity.end + width]

    @cached_property
    def _series_span(self) -> tuple[int, int] | None:
        spans = [m.span() for m in _SERIES.finditer(self.lower)]
        return max(spans, key=lambda s: s[1] - s[0]) if spans else None

    @cached_property
    def _ladder_match(self) -> re.Match[str] | None:
        return _LADDER.search(self.lower) or _SPACED.search(self.lower)
