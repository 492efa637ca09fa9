"""Numbers in a question, with what their neighbourhood says about them: unit, sign, strikes, legs, pasted series.

Everything here is linear in the length of the text: a number is read from its first digit only and never in part (the
possessive `++`), and what stands between two parts of a pattern is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from assistant.understanding.text.ladder import Ladder
from assistant.understanding.text.ladders import ladders
from assistant.understanding.text.leg import Leg
from assistant.understanding.text.legs import Quote, futures, option_spans, options, quotes
from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.sought import Sought
from assistant.understanding.text.tokens import NUMBER
from assistant.understanding.text.typed import plain

Unit = Literal["plain", "money", "percent", "count"]

_NUMBER = re.compile(
    r"(?P<sign>(?<![\w.)\]%])[-+]\s?)?(?P<money>\$\s?)?(?:(?<![\w.])|(?<=(?<!\w)x))"
    r"(?P<digits>\d{1,3}(?:,\d{3})++(?!\d)(?:\.\d++)?|\d++(?:\.\d++)?|\.\d++)"
    r"(?P<scale>\s?(?:k|m|mm|mio|thousand|million)\b)?"
    r"(?P<unit>\s?(?:%|percent\b|pct\b|per cent\b)|\s?(?:bucks|dollars?|usd|euros?|eur)\b|\s?€|\s?(?:¢|cents?\b)|\$(?!\d))?",
    re.IGNORECASE,
)
_COUNTED = (
    r"(?:contracts?|cars?|lots?|flies|flys|butterfl\w+|bflies|spreads?|condors?|units?|of (?:them|these"
    r"|those|(?:the|my) (?=\d))|mini|vix|vx|vxm|futures?|times)\b"
)
_WORD_NUMBER = Sought(
    rf"\b({'|'.join(WORDS)})\b(?=\s(?:more\s|vix\s)?(?:\d{{1,6}}(?:\.\d{{1,2}})?[-/]|\d{{1,3}}\s?%\s|\$|short|long|adds?\b|layers?\b|tranches\b|slices\b|{_COUNTED}))"
    rf"|\b({'|'.join(w for w in WORDS if w != 'one')})\b(?=\W{{0,3}}$)"
)
_VALUE = rf"[-−]?{NUMBER}"
_BLANK = (
    r"(?:#?n/?a\b|nan\b|null\b|none\b|(?:blank|missing|empty|gap)\b|\((?:blank|missing|empty)\)|--|\?|-(?=\s|[,;|])|(?=[,;|]))"
)
_PARTED = r"(?:\s{0,8}[,;|]\s{0,8}|\s{1,8}(?:/\s{1,8})?)"
_SERIES = re.compile(rf"(?<![\w.]){_VALUE}%?{_PARTED}(?:(?:{_VALUE}%?|{_BLANK}){_PARTED}){{8,}}{_VALUE}")
_BETWEEN = re.compile(_PARTED)


_LABEL = re.compile(
    r"(?:^|[.!?]\s)\W{0,3}(?:ticket|exercise|question|problem|example|hw|homework|task|quiz|case|part|q|no)\s?[#q]?$"
)
_DIGIT = re.compile(r"\d")
_ROWS = 10
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_SPELLED_DATE = re.compile(
    rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? 20\d\d\b(?!\.\d)"
    rf"|(?<![\w.])\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH},? 20\d\d\b(?!\.\d)"
)
_NEWEST_FIRST = Sought(
    r"\b(?:newest|latest|most recent) (?:one |value |bar |day |close |reading )?(?:is |comes? |listed )?first\b"
    r"|\boldest (?:one |value )?last\b"
    r"|\breverse (?:order|chronological)|\b(?:backwards?|back) in time\b"
)
_COUNT_LAST = re.compile(r"(?<=\d)[ \n;:]{1,3}\d{2,4}$")
_WHAT_IS_COUNTED = re.compile(
    r"\s?-?(?:(?:daily|weekly|trading|put|iv|pts|data) ){0,3}(?:points?|pts|values?|readings?|numbers?|closes?|days?"
    r"|bars?|weeks?|sessions?|observations?|prints?|rows?|ivs?|prices?)\b"
)
_A_POINT = re.compile(r"\.\d\d ?[x×*] ?\$?$")
_NEAR = 8  # characters
_UNITS_BEHIND = re.compile(r"\s?(?:vix |call )?(?:contracts|fl(?:y|ies)|butterflies|units|lots|calls|spreads)\b|[%k]|[.,]\d")
_DATED = Sought(
    rf"(?<![\w.-])(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}})(?:\s{{0,4}}[,;|]\s{{0,4}}|\s{{1,4}})({_VALUE})(?![\w.,]?\d)"
)


@dataclass(frozen=True)
class Quantity:
    """One number: its value (percent already as a fraction), unit, and where it stands."""

    value: float
    unit: Unit
    start: int
    end: int


@dataclass(frozen=True)
class Reading:
    """A question with its numbers read; figures that belong to a name ("10-delta put") are no numbers of it.

    `names` are spans of `text`.
    """

    text: str
    names: tuple[tuple[int, int], ...] = ()

    @cached_property
    def lower(self) -> str:
        """The text made plain (`typed.plain`), figures of names as "#"."""
        return plain(self.text, self.names)

    @cached_property
    def numbered(self) -> bool:
        """Whether there is a number in the text, in digits (also in those of a name) or in words."""
        return _DIGIT.search(self.text) is not None or _DIGIT.search(self._with_digits) is not None

    @cached_property
    def series(self) -> tuple[float, ...]:
        """The longest pasted run of ten numbers or more, or the values of ten dated rows or more, oldest first; or ()."""
        if len(self._dated) >= _ROWS:
            return tuple(float(m[1].replace("−", "-")) for m in self._dated)
        span = self._series_span
        values = re.findall(r"-?(?:\d+(?:\.\d+)?|\.\d+)", self.lower[slice(*span)]) if span else []
        return tuple(float(n) for n in (values[::-1] if self.newest_first else values))

    @cached_property
    def blanks(self) -> tuple[int, ...]:
        """The places, counted from 1, where the pasted run has no value ("19.1, n/a, 19.3"); `series` leaves them out."""
        span = self._series_span if len(self._dated) < _ROWS else None
        cells = _BETWEEN.split(self.lower[slice(*span)]) if span else []
        if self.newest_first:
            cells = cells[::-1]
        return tuple(n for n, cell in enumerate(cells, start=1) if _DIGIT.search(cell) is None)

    @cached_property
    def newest_first(self) -> bool:
        """Whether the values are said to run from the newest to the oldest."""
        return _NEWEST_FIRST.search(self.lower) is not None

    @cached_property
    def ladders(self) -> tuple[Ladder, ...]:
        """Every strike ladder, in order."""
        return ladders(self._with_digits)

    @property
    def without_ladders(self) -> str:
        """`lower` with blanks for the strikes of every ladder."""
        return blanked(self.lower, [span for ladder in self.ladders for span in ladder.spans])

    @property
    def ladder(self) -> tuple[float, ...]:
        """The first ladder's strikes ("25/30/35", "25 30 35 fly", centre and wing width); () where there is none."""
        return self.ladders[0].strikes if self.ladders else ()

    @cached_property
    def legs(self) -> tuple[Leg, ...]:
        """Options written one by one ("long 25c 2.40, short two 30c 1.35"); () where there are none."""
        return options(self._with_digits)

    @cached_property
    def beside_legs(self) -> Reading:
        """The text with a mark for its option legs, whose counts and prices are no numbers of the whole position.

        The mark is no space, as several of those become one; so each number keeps its place.
        """
        return Reading(blanked(self.lower, option_spans(self.lower), "·")) if self.legs else self

    @cached_property
    def futures(self) -> tuple[Leg, ...]:
        """VIX futures bought or sold at a price ("long 2 VIX futures at 18.5"); () where there are none."""
        return futures(self._with_digits)

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """Options with bid and ask ("25c 2.30/2.45"); () where there are none."""
        return quotes(self._with_digits)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Every number outside a pasted series and a strike ladder, in order."""
        taken = [span for ladder in self.ladders for span in ladder.spans]
        taken += [self._series_span] if self._series_span else []
        taken += [m.span() for m in _SPELLED_DATE.finditer(self.lower)] if " 20" in self.lower else []
        found = []
        for m in _NUMBER.finditer(self.lower):
            if any(start <= m.start("digits") < end for start, end in taken) or _is_label(self.lower, m):
                continue
            value = float(m["digits"].replace(",", ""))
            scale = (m["scale"] or "").strip()
            value *= 1e3 if scale in ("k", "thousand") else 1e6 if scale else 1.0
            unit = (m["unit"] or "").strip()
            kind: Unit = "money" if m["money"] or unit[:1] in tuple("bduce¢$€") or scale else "plain"
            if unit and unit[0] in "%p":
                kind = "percent"
            value /= 100 if unit and unit[0] in "%pc¢" else 1
            if m["sign"] and m["sign"].strip() != "+":
                value = -value
            told = round(value, 12) if scale or unit else value  # a decimal as typed has no rounding to undo
            found.append(Quantity(told, kind, m.start(), m.end()))
        for m in _WORD_NUMBER.finditer(self.lower):
            found.append(Quantity(float(WORDS[m.group(1) or m.group(2)]), "count", m.start(), m.end()))
        return tuple(sorted(found, key=lambda q: q.start))

    def before(self, quantity: Quantity, width: int = 28) -> str:
        """The words just before a number."""
        return self.lower[max(0, quantity.start - width) : quantity.start]

    def after(self, quantity: Quantity, width: int = 28) -> str:
        """The words just after a number."""
        return self.lower[quantity.end : quantity.end + width]

    @cached_property
    def _with_digits(self) -> str:
        """The plain text; nothing where no digit is in it, as no strike, leg, quote or date is then (most questions)."""
        return self.lower if _DIGIT.search(self.lower) else ""

    @cached_property
    def _dated(self) -> list[re.Match[str]]:
        return list(_DATED.finditer(self._with_digits))

    @cached_property
    def _series_span(self) -> tuple[int, int] | None:
        if len(self._dated) >= _ROWS:
            return self._dated[0].start(), self._dated[-1].end()
        spans = [m.span() for m in _SERIES.finditer(self.lower)]
        if not spans:
            return None
        start, end = max(spans, key=lambda s: s[1] - s[0])
        return start, before_count(self.lower, start, end)


def _is_label(text: str, number: re.Match[str]) -> bool:
    """Whether the number only says which question this is ("Exercise 7."), or what a point is worth ("0.85 x 100")."""
    if number["digits"] == "100" and _A_POINT.search(text[max(0, number.start("digits") - _NEAR) : number.start("digits")]):
        return _UNITS_BEHIND.match(text, number.end()) is None
    return text[number.end() : number.end() + 1] in (":", ".", ")") and _LABEL.search(text[: number.start()]) is not None


def before_count(text: str, start: int, end: int) -> int:
    """Where a row of numbers ends, its last one left out where that says how many they are ("…, 19.04, 19.12 40 points")."""
    counted = _COUNT_LAST.search(text, start, end) if _WHAT_IS_COUNTED.match(text, end) else None
    return end if counted is None else counted.start()


def blanked(text: str, spans: Sequence[tuple[int, int]], mark: str = " ") -> str:
    """`text` with these stretches replaced by spaces, or by another mark, so that everything else keeps its place."""
    for start, end in spans:
        text = text[:start] + mark * (end - start) + text[end:]
    return text
