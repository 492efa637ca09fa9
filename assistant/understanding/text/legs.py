"""Legs written one by one: options with side, strike, kind and price; the same with bid and ask; futures at a price."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from assistant.understanding.text.leg import Leg
from assistant.understanding.text.leg_clauses import clauses
from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.sought import Sought
from assistant.understanding.text.which_future import future_named

_N: Final = r"\d++(?:\.\d++)?"
_COUNT: Final = rf"\d{{1,6}}|{'|'.join(WORDS)}"
_SIDE: Final = r"long|short|buy|sell|bought|sold|buying|selling|bot|bto|sld|sto"
_KIND: Final = r"(?P<kind>calls?|puts?|c|p)\b"
_STRIKE: Final = rf"(?P<strike>{_N})\s?-?(?:strike\s)?{_KIND}"
_NEXT: Final = r"\s?-?(?:calls?|puts?|c|p)\b"  # a number of another option is no price
_OPTION: Final = Sought(
    rf"(?:(?<![\w.])(?P<early>{_COUNT})\s?x?\s)?(?:\b(?P<side>{_SIDE})\s?|(?P<sign>[+\-])\s?(?=[\dothfs]))"
    rf"(?:(?P<count>{_COUNT})(?:\s?x\s?|\s))?(?:of\s)?(?:the\s|an?\s)?(?:vix\s|spx\s)?(?:[a-z]{{3,9}}\s)?"
    rf"{_STRIKE}(?:\s(?:vix|spx))?\s?(?:@|at|for|,)?\s?\$?(?P<premium>\d*+\.\d++|\d++)?(?!/|\s?%|{_NEXT})"
)
_PAID_FOR: Final = Sought(
    rf"\b(?P<side>paid|pay|bought|got|received|collected)\s\$?(?P<premium>\d*+\.\d++|\d++)(?:\s(?:each|apiece))?\sfor\s"
    rf"(?:(?P<count>{_COUNT})\s?x?\s)?(?:of\s)?(?:the\s|an?\s)?(?:vix\s|spx\s)?(?:[a-z]{{3}}\s)?{_STRIKE}"
)
_SIDE_LATER: Final = Sought(
    rf"(?:(?<![\w.])(?P<count>{_COUNT})(?:\s?x\s?|\s))?(?<![\w.$]){_STRIKE}\s(?P<side>{_SIDE})"
    rf"\s?(?:@|at|for|,)?\s?\$?(?P<premium>\d*+\.\d++|\d++)(?!/|\s?%|{_NEXT})"
)
_QUOTE: Final = re.compile(
    rf"(?<![\w.$])(?P<strike>{_N})\s?-?{_KIND}\s?(?:@|at|:|=|,|is|are)?\s?\$?(?P<bid>{_N}|\.\d++)\s?[/x]\s?\$?(?P<ask>{_N}|\.\d++)(?![\w/])"
)
_QUOTE_BEHIND: Final = Sought(  # the kind before its strike ("call 30 .9/1.1", "25c 1.90 bid 2.10 ask")
    rf"\b(?P<kind>calls?|puts?)\s(?P<strike>{_N})\s?(?:@|at|:|=|,|is)?\s?\$?(?P<bid>{_N}|\.\d++)"
    rf"(?:\s?[/x]\s?|\sbid,?\s(?:and\s)?|\sby\s)\$?(?P<ask>{_N}|\.\d++)(?:\s(?:ask|offer(?:ed)?)\b)?(?![\w/])"
)
_QUOTE_SAID: Final = Sought(
    rf"(?<![\w.$])(?P<strike>{_N})\s?-?{_KIND}\s?(?:@|at|:|=|,|is|are)?\s?\$?(?P<bid>{_N}|\.\d++)"
    rf"\sbid,?\s(?:and\s)?\$?(?P<ask>{_N}|\.\d++)(?:\s(?:ask|offer(?:ed)?)\b)?(?![\w/])"
)
_MARK_BEHIND: Final = re.compile(
    rf"\bcalls?\s(?P<strike>{_N})\s?(?:@|at|:|=|is)\s?\$?(?P<price>\d*+\.\d++|\d++)(?![\w%]|\.\d|\s?[/x]\s?[\d.])"
)
_MARK: Final = re.compile(
    rf"(?<![\w.$]){_STRIKE}\s?(?:@|at|:|=|is)?\s?\$?(?P<price>\d*+\.\d++|\d++)(?![\w%]|\.\d|\s?[/x]\s?[\d.])"
)
_PRODUCT: Final = (
    r"(?:mini\s(?:vix|vx)(?:\sfutures?)?|vxm(?:\sfutures?)?|(?:vix|vx)\sminis?|minis?(?:\sfutures?)?"
    r"|(?:vix|vx)\sfut(?:ure)?s?|vx(?:\sfutures?)?)"
)
_FUTURES: Final = (
    re.compile(
        rf"(?:(?<![\w.])(?P<early>{_COUNT})\s)?\b(?P<side>{_SIDE})\s(?:(?P<count>{_COUNT})\s)?(?:the\s|an?\s)?{_PRODUCT}\s"
        rf"(?:at|@|from|for)\s\$?(?P<price>{_N})"
    ),
    re.compile(
        rf"(?<![\w.])(?P<count>{_COUNT})\s{_PRODUCT}\s(?P<side>{_SIDE})\s(?:at|@|from|for)\s\$?(?P<price>{_N})(?P<early>(?!))?"
    ),
    re.compile(  # "short vix futures, 2 contracts at 26": the contracts are counted where those of any position are
        rf"\b(?P<side>{_SIDE})\s{_PRODUCT},?\s(?:{_COUNT})\s(?:contracts?|lots?|cars?)\s(?:at|@|from|for)\s\$?(?P<price>{_N})"
        r"(?P<count>(?!))?(?P<early>(?!))?"
    ),
    re.compile(  # "vx long from 18.40, 2 contracts"
        rf"\b{_PRODUCT}\s(?P<side>long|short|bought|sold)\s(?:at|@|from)\s\$?(?P<price>{_N})(?=,?\s(?:{_COUNT})\s"
        r"(?:contracts?|lots?|cars?)\b)(?P<count>(?!))?(?P<early>(?!))?"
    ),
)
_MORE: Final = re.compile(
    rf"(?:,| and|, and|,? then) (?:another )?(?P<count>{_COUNT}) (?:more )?(?:at|@|for) \$?(?P<price>{_N})(?!\s?%)"
)
_BOUGHT: Final = ("paid", "pay", "got", "long", "buy", "bought", "buying", "bot", "bto", "+")


@dataclass(frozen=True)
class Quote:
    """One option's bid and ask as typed."""

    kind: str
    strike: float
    bid: float
    ask: float


def options(text: str) -> tuple[Leg, ...]:
    """Options, each with its side; the side stands before ("short two 30c 1.35") or after ("two 30 calls short at 1.35")."""
    return tuple(found for found, _ in _told(text))


def option_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where each of these options stands in the text, with its side, count and price."""
    return tuple(span for _, span in _told(text))


def quotes(text: str) -> tuple[Quote, ...]:
    """Options with bid and ask ("25c 2.30/2.45"), whatever is done with them."""
    return tuple(
        Quote("call" if m["kind"].startswith("c") else "put", float(m["strike"]), float(m["bid"]), float(m["ask"]))
        for m in _quoted(text)
    )


def _quoted(text: str) -> list[re.Match[str]]:
    """The quotes in the order of words that tells most of them."""
    return max(([*_QUOTE.finditer(text), *_QUOTE_SAID.finditer(text)], [*_QUOTE_BEHIND.finditer(text)]), key=len)


def marks(text: str) -> tuple[tuple[float, float], ...]:
    """Calls with one price each and no side ("25c 2.35", "call 25 at 2.35"): (strike, price)."""
    found = [m for m in _MARK.finditer(text) if m["kind"].startswith("c")] or _MARK_BEHIND.finditer(text)
    return tuple((float(m["strike"]), float(m["price"])) for m in found)


def futures(text: str) -> tuple[Leg, ...]:
    """VIX futures bought or sold at a price ("long 2 VIX futures at 18.5", "10 VX long from 17.2")."""
    told = []
    for m in _futures(text):
        side, product, end = _side(m["side"]), future_named(m[0]) or "VX", m.end()
        told.append(Leg(side, "future", float(m["price"]), _count(m["count"] or m["early"]), 0.0, product))
        while (more := _MORE.match(text, end)) is not None:  # "bought 1 VX at 18.40 and 1 at 20.10"
            told.append(Leg(side, "future", float(more["price"]), _count(more["count"]), 0.0, product))
            end = more.end()
    return tuple(told)


def future_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where each of these futures stands in the text, with its side, count and price."""
    return tuple(m.span() for m in _futures(text))


def _futures(text: str) -> list[re.Match[str]]:
    return next((hits for form in _FUTURES if (hits := list(form.finditer(text)))), [])


def _told(text: str) -> tuple[tuple[Leg, tuple[int, int]], ...]:
    """The legs in the usual order of words, or in clauses where these tell more of them."""
    later = list(_SIDE_LATER.finditer(text))
    found = later if len(later) > 1 else list(_OPTION.finditer(text))
    written = tuple((_leg(m), m.span()) for m in found or _PAID_FOR.finditer(text))
    if len(written) > 1 and [leg.premium is None for leg, _ in written] == [True] * (len(written) - 1) + [False]:
        leg, (start, end) = written[-1]  # a price behind the last leg alone is that of all together
        written = (*written[:-1], (replace(leg, premium=None), (start, _priceless(text, start, end))))
    spoken = clauses(text)
    better = len(spoken) > len(written) or (len(spoken) == len(written) and _unpriced(written) and not _unpriced(spoken))
    return spoken if better else written


def _priceless(text: str, start: int, end: int) -> int:
    """Where the last leg ends without the price behind it."""
    kinds = list(re.compile(_KIND).finditer(text, start, end))
    return kinds[-1].end()


def _unpriced(told: Sequence[tuple[Leg, tuple[int, int]]]) -> bool:
    return any(leg.premium is None for leg, _ in told)


def _leg(match: re.Match[str]) -> Leg:
    parts = match.groupdict()
    premium = parts["premium"]
    return Leg(
        _side(parts["side"] or parts.get("sign") or ""),
        "call" if parts["kind"].startswith("c") else "put",
        float(parts["strike"]),
        _count(parts["count"] or parts.get("early")),
        None if premium is None else float(premium),
    )


def _side(word: str) -> str:
    return "long" if word in _BOUGHT else "short"


def _count(word: str | None) -> int:
    return 1 if not word else WORDS.get(word) or int(word)
