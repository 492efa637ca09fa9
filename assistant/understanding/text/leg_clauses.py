"""Option legs told in clauses: "bought the 25 call for 2.10, sold two of the 30s at 1.05", "+1 20p / -2 17p / +1 14p".

Each leg is a strike with its kind; the words up to the next leg say its side, how many, and what one costs. A side stands
before the strike or behind it, for all legs in the same way.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import reduce
from math import gcd
from typing import Final

from assistant.understanding.text.leg import Leg
from assistant.understanding.text.number_words import WORDS

_N: Final = r"\d++(?:\.\d++)?"
_NEXT_PRICE: Final = r"(?!\s\d++(?:\.\d++)?\s?(?:at\b|@|for\b|[:=]))"  # "2 call 30 at 1.75" is two of the 30 call
_PACKAGED: Final = r"(?!\s(?:b?fly|flies|butterfl|spread|condor|wing|side|ratio|calendar|option chain))"
_NO_COUNT: Final = (
    r"(?!\s?%|\s?-?(?:dte|days?|lots?|contracts?)\b|\.\d"
    r"|\s(?:(?:more|further|later|full)\s)?(?:adds?|additions?|increments?|tranches?|slices?|layers?|steps?)\b)"
)
_VERB: Final = r"(?<!\bi )(?<!have )(?<!already )(?<!\bwe )(?<!\bto )(?<!i've )"  # "have put 3" puts something in
_STRIKE: Final = re.compile(
    rf"(?<![\w.$%])(?<![\d.][/-])(?P<strike>{_N})\s?-?(?:strike\s)?(?P<kind>calls?|puts?|c|p)\b{_NEXT_PRICE}{_PACKAGED}"
    r"|(?<![\w.$/%])(?P<bare>\d{1,5}(?:\.\d)?)'?s\b"
    rf"|\b(?P<first>calls?|{_VERB}puts?)\s(?:with\s)?(?:strike\s|struck\s(?:at\s)?|at\sstrike\s"
    rf"|at\s(?=\d{{2,5}}(?:\.\d)?\s(?:for|@|bought|sold|paid|costing)))?(?P<after>{_N}){_NO_COUNT}"
)
_LONG: Final = (
    r"long|buy|buys|buying|bought|bot|bto|btc|paid|pay|own|owned|hold|holding|have|got|add(?:ed)?|purchase[ds]?|wing"
    r"|in(?=\s(?:at|for)\b)"
)
_SHORT: Final = r"short(?:ed)?|sell|sells|selling|sold|sld|sto|stc|wrote|write|writing|hit|collect(?:ed)?|receiv(?:ed|e)|naked"
_SIDE: Final = re.compile(rf"\b(?:(?P<long>{_LONG})|(?P<short>{_SHORT}))\b|(?<![\w.)\]])(?P<sign>[+-])(?=\s?[\da-z])")
_COUNT: Final = re.compile(
    rf"(?<![\w.$])(?P<count>\d{{1,5}}|{'|'.join(WORDS)})(?:\s?x|\stimes)?\s?(?:contracts?\s|lots?\s)?(?:of\s)?"
    r"(?:(?:the|my|an?|those|vix|vx|spx|otm|itm|naked|plain|outright|long|short|more|extra)\s){0,3}$"
)
_COUNT_AFTER: Final = re.compile(r"\s?(?:x\s?(\d{1,5})\b|(twice|two times|double)\b)")
_TWICE: Final = re.compile(r"\b(?:twice|double|two times)\b")
_PRICE: Final = re.compile(
    r"(?<![\w.$/-])\$?(?P<price>\d*+\.\d++|\d{1,4})(?![\w%]|\.\d"
    r"|\s?(?:x\b|lots?\b|contracts?\b|days?\b|dte\b|times\b|points? wide|[/x]\s?[\d.]))"
)
_PRICE_WORDS: Final = (
    r"(?:at|for|is|was|costs?|price[ds]?|paid|got|in|received|collected|bought|sold|premium|going|trading|quoted|each|twice"
    r"|as many|which|i|me|we|of|an?|vix|spx|long|short)\b"
)
_PRICED_LATER: Final = re.compile(rf"\A(?:[\s@=:,(]|{_PRICE_WORDS}|x\s?\d{{1,4}}\b)*+\$?(?=[\d.])")
_FOR: Final = re.compile(
    r"(?<![\d.])\$?(?P<price>\d*+\.\d++|\d{1,3})(?:\s(?:each|apiece))?\sfor\s(?:the\s|an?\s|one\s|two\s|\d\s)?(?:vix\s|spx\s)?$"
)
# "long 26 calls paid 1.95": the price of the leg before, where it is not followed by what was paid for.
_ITS_PRICE: Final = re.compile(
    r"\s(?:at\s|for\s|@\s?)?\$?(?:\d*+\.\d++|\d++(?=\s?[,;./]|\s?$|\s(?:and|plus|then|each)\b))"
    r"(?!\s(?:each\s|apiece\s)?for\b)"
)
_WORTH_NOW: Final = re.compile(r"\s(?:is|are|was|now|trades?|trading|quotes?d?|costs?|goes|can|could|would)\b")  # not traded
_MINUS: Final = re.compile(r"(?<![\w.)\]])-\s?\d")
_PACKAGE: Final = re.compile(
    r"(?<!not an )(?<!not a )\b(?:b?fly|flies|butterfl\w+|spreads?|condors?|straddles?|strangles?|collar)\b"
    r"|\d[/-]\d++(?:\.\d++)?[/-]\d"
)
# "short 30p/30c", "bought the 30C at 2.90 and the 40C at 0.75": between a leg and the one that shares its side.
_JOINED: Final = re.compile(
    r"(?:\s?(?:@|at|for)?\s?\$?(?:\d{1,4}\.\d++|\.\d++|\d{1,4}))?"
    r"\s?(?:/|&|\band\b|\bplus\b|(?P<list>,)(?: and\b| plus\b)?)"
    rf"\s?(?:(?:the|an?|another|also|\d{{1,4}}|{'|'.join(WORDS)}|of)\s)*+"
)
_SEPARATOR: Final = re.compile(r"[,;/|]|\.\s|\s(?:and|plus|then)\s")

Told = tuple[Leg, tuple[int, int]]
"""A leg, and where it stands with its side, count and price."""


def clauses(text: str, *, unsaid: str = "") -> tuple[Told, ...]:
    """The legs of lower-case `text`; () where one has no side, or only some have prices.

    `unsaid` is the side of a leg that names none; beside legs with a sign it is the other one ("1 x 25c, -2 x 30c").
    """
    strikes = _strikes(text)
    if not strikes or (len(strikes) == 1 and _PACKAGE.search(text)):
        return ()
    ahead = _SIDE.search(text, 0, strikes[0].start()) is not None
    ends = [m.start() for m in strikes[1:]] + [len(text)]
    unsaid = unsaid or ("long" if len(strikes) > 1 and _MINUS.search(text) else "")
    parts: list[tuple[str, re.Match[str], str, str]] = []
    begin, kind = 0, ""
    for match, end in zip(strikes, ends, strict=True):
        kind = match["kind"] or match["first"] or kind
        cut = _cut(text, match.end(), end, ahead=ahead)
        parts.append((text[begin : match.start()], match, text[match.end() : cut], kind or _kind_of(text)))
        begin = cut
    out = _sided(text, parts, unsaid, ahead=ahead)
    if out is None:
        return ()
    priced = [leg.premium is not None for leg, _ in out]
    if any(priced[:-1]) and not all(priced):
        return ()
    # A price behind the last leg alone is that of all together.
    unpriced = ((replace(leg, premium=None), match.span()) for (leg, _), match in zip(out, strikes, strict=True))
    return tuple(out) if all(priced) else tuple(unpriced)


def _sided(text: str, parts: list[tuple[str, re.Match[str], str, str]], unsaid: str, *, ahead: bool) -> list[Told] | None:
    """Each part as a leg; one without a side has that of the leg it is joined to ("short 30p/30c", "30p/30c short")."""
    told = [_leg(*part, unsaid) for part in parts]
    both = len({leg[0].side for leg in told if leg is not None}) > 1  # a mere list may belong to one side if the other is told
    order = range(len(parts)) if ahead else range(len(parts) - 1, -1, -1)
    for place in order:
        beside = place - 1 if ahead else place + 1
        if told[place] is None and 0 <= beside < len(parts) and (by := told[beside]) is not None:
            first, last = sorted((place, beside))
            joined = _JOINED.fullmatch(text, parts[first][1].end(), parts[last][1].start())
            if joined is not None and (both or joined["list"] is None) and _WORTH_NOW.match(parts[place][2]) is None:
                told[place] = _leg(*parts[place], by[0].side)
    found = [leg for leg in told if leg is not None]
    return found if len(found) == len(parts) else None


def in_units(found: tuple[Leg, ...]) -> tuple[tuple[Leg, ...], int]:
    """The legs held once, and how many times: 20, 40 and 20 are one butterfly twenty times."""
    times = reduce(gcd, (leg.quantity for leg in found)) if len(found) > 1 else 1
    return tuple(replace(g, quantity=g.quantity // times) for g in found), times


def _strikes(text: str) -> list[re.Match[str]]:
    found = list(_STRIKE.finditer(text))
    named = any(m["kind"] or m["first"] for m in found)
    return [m for m in found if m["bare"] is None or (named and float(m["bare"]) >= 5)]


def _kind_of(text: str) -> str:
    return "p" if re.search(r"\bputs?\b", text) and not re.search(r"\bcalls?\b", text) else "c"


def _cut(text: str, start: int, end: int, *, ahead: bool) -> int:
    """Where the words of one leg end and those of the next begin: at the next leg's side, or behind the price."""
    if end == len(text):
        return end
    if ahead:
        sides = _SIDE.finditer(text, start, end)
        return next((m.start() for m in sides if _ITS_PRICE.match(text, m.end()) is None), end)
    price = _PRICE.search(text, start, end)
    separator = _SEPARATOR.search(text, price.end() if price else start, end)
    return separator.end() if separator else end


def _leg(before: str, match: re.Match[str], after: str, kind: str, unsaid: str) -> Told | None:
    side = next(reversed(list(_SIDE.finditer(before))), None) or _SIDE.search(after)
    if side is None and not unsaid:
        return None
    count = _COUNT.search(before)
    more = _COUNT_AFTER.match(after)
    quantity = int(WORDS.get(count["count"]) or count["count"]) if count else 1
    if more is not None:
        quantity = int(more[1]) if more[1] else 2
    elif _TWICE.search(after) or _TWICE.search(before):
        quantity = 2
    strike = float(match["strike"] or match["bare"] or match["after"])
    told = unsaid if side is None else "long" if side["long"] or side["sign"] == "+" else "short"
    price, end = _price(before, after, strike)
    ahead = [m.start() for m in (count, side) if m is not None and m.string == before]
    start = match.start() - len(before) + min(ahead) if ahead else match.start()
    leg = Leg(told, "put" if kind[0] == "p" else "call", strike, quantity, price)
    return leg, (start, match.end() + end)


def _price(before: str, after: str, strike: float) -> tuple[float | None, int]:
    """The first number that follows as a price and where it ends, or the one told ahead ("paid 2.10 for the 25 call")."""
    gap = _PRICED_LATER.match(after)
    place = gap.end() - (after[gap.end() - 1 : gap.end()] == "$") if gap else 0
    found = _PRICE.match(after, place) if gap else None
    if found is not None and float(found["price"]) < strike:
        return float(found["price"]), found.end()
    ahead = _FOR.search(before)
    return (float(ahead["price"]) if ahead is not None and float(ahead["price"]) < strike else None), 0
