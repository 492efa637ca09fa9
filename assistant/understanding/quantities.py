"""Numbers in a question, with what their neighbourhood says about them: unit, sign, strikes, legs, pasted series.

Everything here is linear in the length of the text: a number is read from its first digit only and never in part (the
possessive `++`), and what stands between two parts of a pattern is bounded.
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
_PLAIN = str.maketrans({"–": "-", "—": "-", "−": "-", "‘": "'", "’": "'", "“": '"', "”": '"'})
_FIGURE = re.compile(r"(?<![A-Za-z\d])\d+")  # of a name: the 10 of "10-delta"; not the 1 of "VX1", which is no number anyway
_DECIMAL_COMMA = re.compile(r"(?<![\w.,])(\d),(\d{1,2})(?![\d%]|[,./]\d)")
_WORDS = {word: number for number, word in enumerate(_SMALL, start=1)} | {"dozen": 12}
_NUMBER = re.compile(
    r"(?P<sign>(?<![\w.)\]%])[-+]\s?)?(?P<money>\$\s?)?(?:(?<![\w.])|(?<=(?<!\w)x))"
    r"(?P<digits>\d{1,3}(?:,\d{3})++(?!\d)(?:\.\d++)?|\d++(?:\.\d++)?|\.\d++)"
    r"(?P<scale>\s?(?:k|m|mm|mio|thousand|million)\b)?"
    r"(?P<unit>\s?(?:%|percent\b|pct\b|per cent\b)|\s?(?:bucks|dollars?|usd)\b|\s?(?:¢|cents?\b)|\$(?!\d))?",
    re.IGNORECASE,
)
_COUNTED = r"(?:contracts?|cars?|lots?|flies|flys|butterfl\w+|bflies|spreads?|condors?|units?|of them)\b"
_WORD_NUMBER = re.compile(
    rf"\b({'|'.join(_WORDS)})\b(?=\s(?:more\s|vix\s)?(?:\d{{1,6}}[-/]|\$|short|long|adds?\b|layers?\b|{_COUNTED}))"
    rf"|\b({'|'.join(w for w in _WORDS if w != 'one')})\b(?=\W{{0,3}}$)"
)
_N = r"\d++(?:\.\d++)?"
_LADDER = re.compile(rf"(?<![\w.$])({_N})c?\s?([/\-–])\s?({_N})c?\s?\2\s?({_N})c?(?:\s?\2\s?({_N})c?)?(?![\w%]|[/.]\d)")
_THREE = rf"(?<![\w.$])({_N}),?\s({_N}),?\s(?:and\s)?({_N})(?![\w%]|[.,]\d)"
_SPACED = re.compile(rf"{_THREE}(?=\s(?:vix\s)?(?:call\s)?(?:fly|flies|butterfl|bfly|strikes?))")
_NAMED = re.compile(rf"\b(?:fly|flies|butterfl\w+|bfly|strikes?)(?:\s(?:of|at|are|with|strikes?)){{0,2}}:?\s{_THREE}")
_STRIKE = r"(?<![\w.])(\d++(?:\.\d++)?)"
_CENTRE = re.compile(
    rf"\b(?:cent(?:re|er)e?d?|body|middle(?: strike)?)(?: (?:at|on|around|strike|is|of)){{0,2}} {_STRIKE}"
    rf"|{_STRIKE}[ -](?:cent(?:re|er)|body)"
)
_WIDTH = re.compile(
    rf"\bw(?:ings?|idth)(?: (?:width|wide|of|are|is|at)){{0,2}} {_STRIKE}|{_STRIKE}[ -](?:points? )?(?:wide|wings?|width)"
)
_COUNT = rf"\d{{1,6}}|{'|'.join(_WORDS)}"
_LEG = re.compile(
    rf"(?:(?<![\w.])(?P<early>{_COUNT})\s?x?\s)?(?P<side>\b(?:long|short|buy|sell|bought|sold|buying|selling)\b|[+\-])\s?"
    rf"(?:(?P<count>{_COUNT})(?:\s?x\s?|\s))?(?:of\s)?(?:the\s|an?\s)?(?:vix\s|spx\s)?(?:[a-z]{{3,9}}\s)?"
    rf"(?P<strike>{_N})\s?-?(?P<kind>calls?|puts?|c|p)\b"
    rf"\s?(?:@|at|for|,)?\s?\$?(?P<premium>\d*+\.\d++|\d++)?(?!/|\s?%)"
)
_FUTURE = re.compile(
    rf"(?:(?<![\w.])(?P<early>{_COUNT})\s)?\b(?P<side>long|short|buy|sell|bought|sold|buying|selling)\s"
    rf"(?:(?P<count>{_COUNT})\s)?(?:the\s|an?\s)?"
    rf"(?:(?P<mini>mini\s(?:vix|vx)(?:\sfutures?)?|vxm(?:\sfutures?)?)|(?:vix|vx)\sfutures?|vx)\s"
    rf"(?:at|@|from|for)\s\$?(?P<price>{_N})"
)
_BOUGHT = ("long", "buy", "bought", "buying", "+")
_VALUE = r"[-−]?(?:\d++(?:\.\d++)?|\.\d++)"
_SERIES = re.compile(rf"(?<![\w.])(?:{_VALUE}%?(?:\s{{0,8}}[,;|]\s{{0,8}}|\s{{1,8}})){{9,}}{_VALUE}")


@dataclass(frozen=True)
class Quantity:
    """One number: its value (percent already as a fraction), unit, and where it stands."""

    value: float
    unit: Unit
    start: int
    end: int


@dataclass(frozen=True)
class Leg:
    """One leg as typed; `strike` is a future's entry price, `premium` None where none was given, `product` its contract."""

    side: str
    kind: str
    strike: float
    quantity: int
    premium: float | None
    product: str = ""


@dataclass(frozen=True)
class Reading:
    """A question with its numbers read; figures that belong to a name ("10-delta put") are no numbers of it.

    `names` are spans of `text`.
    """

    text: str
    names: tuple[tuple[int, int], ...] = ()

    @cached_property
    def lower(self) -> str:
        """Lower case, with signs, quotes and decimal commas made plain, white space single, and figures of names as "#"."""
        text = self.text
        for start, end in self.names:
            text = text[:start] + _FIGURE.sub(lambda m: "#" * len(m.group()), text[start:end]) + text[end:]
        return _DECIMAL_COMMA.sub(r"\1.\2", re.sub(r"\s+", " ", text.lower().translate(_PLAIN)))

    @cached_property
    def series(self) -> tuple[float, ...]:
        """The longest pasted run of ten numbers or more; () where there is none."""
        span = self._series_span
        return tuple(float(n) for n in re.findall(r"-?(?:\d+(?:\.\d+)?|\.\d+)", self.lower[slice(*span)])) if span else ()

    @cached_property
    def ladder(self) -> tuple[float, ...]:
        """Three or four strikes written together ("25/30/35", "25 30 35 fly") or by centre and wing width; or ()."""
        match = self._ladder_match
        if match:
            return tuple(float(g) for g in match.groups() if g and g not in "/-–")
        if not self._centred:
            return ()
        body, wing = (float(m[1] or m[2]) for m in self._centred)
        return (body - wing, body, body + wing) if 0 < wing < body else ()

    @cached_property
    def legs(self) -> tuple[Leg, ...]:
        """Legs written one by one ("long 25c 2.40, short two 30c 1.35"); () where there are none."""
        out = []
        for m in _LEG.finditer(self.lower):
            count = m["count"] or m["early"]
            quantity = 1 if not count else _WORDS.get(count) or int(count)
            side = "long" if m["side"] in _BOUGHT else "short"
            premium = None if m["premium"] is None else float(m["premium"])
            out.append(Leg(side, "call" if m["kind"].startswith("c") else "put", float(m["strike"]), quantity, premium))
        return tuple(out)

    @cached_property
    def futures(self) -> tuple[Leg, ...]:
        """VIX futures bought or sold at a price ("long 2 VIX futures at 18.5"); () where there are none."""
        out = []
        for m in _FUTURE.finditer(self.lower):
            count = m["count"] or m["early"]
            quantity = 1 if not count else _WORDS.get(count) or int(count)
            out.append(
                Leg(
                    "long" if m["side"] in _BOUGHT else "short",
                    "future",
                    float(m["price"]),
                    quantity,
                    0.0,
                    "VXM" if m["mini"] else "VX",
                )
            )
        return tuple(out)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Every number outside a pasted series and a strike ladder, in order."""
        taken = [m.span() for m in (self._ladder_match, *self._centred) if m] + (
            [self._series_span] if self._series_span else []
        )
        found = []
        for m in _NUMBER.finditer(self.lower):
            if any(start <= m.start("digits") < end for start, end in taken):
                continue
            value = float(m["digits"].replace(",", ""))
            scale = (m["scale"] or "").strip()
            value *= 1e3 if scale in ("k", "thousand") else 1e6 if scale else 1.0
            unit = (m["unit"] or "").strip()
            kind: Unit = "money" if m["money"] or unit[:1] in tuple("bduc¢$") or scale else "plain"
            if unit and unit[0] in "%p":
                kind = "percent"
            value /= 100 if unit and unit[0] in "%pc¢" else 1
            if m["sign"] and m["sign"].strip() != "+":
                value = -value
            found.append(Quantity(round(value, 12), kind, m.start(), m.end()))
        for m in _WORD_NUMBER.finditer(self.lower):
            found.append(Quantity(float(_WORDS[m.group(1) or m.group(2)]), "count", m.start(), m.end()))
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
    def _centred(self) -> tuple[re.Match[str], ...]:
        """The middle strike and the wing width of "centred at 30 with wings of 5"; () without both, or with a ladder."""
        centre, width = _CENTRE.search(self.lower), _WIDTH.search(self.lower)
        return () if self._ladder_match or centre is None or width is None else (centre, width)

    @cached_property
    def _ladder_match(self) -> re.Match[str] | None:
        return _LADDER.search(self.lower) or _SPACED.search(self.lower) or _NAMED.search(self.lower)
