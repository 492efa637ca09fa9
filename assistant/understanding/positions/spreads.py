"""Positions called by name with one price for all legs: "bull put spread 4000/4050 for a 5.20 credit", "20 straddle at 3.10".

What the name leaves open is taken as the trade means it: a condor and an iron fly are sold; a spread that is neither bull nor
bear is bought for a debit or sold for a credit; a straddle and a strangle are bought.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Final

from assistant.understanding.filling.payoff_slots import CONTRACTS, LEVEL, SETTLEMENT
from assistant.understanding.filling.slots import fill
from assistant.understanding.filling.structures import Arguments, leg
from assistant.understanding.positions.condors import PAIR, Found, N, condor, iron_fly, is_credit, is_sold
from assistant.understanding.text.quantities import Reading, blanked
from assistant.understanding.text.tokens import NUMBER

_KIND: Final = r"(calls?|puts?|[cp])\b"
_VERTICAL: Final = (
    re.compile(rf"{PAIR}\s?(?:vix |spx )?(?:{_KIND})?(?: (?:debit|credit|vertical))?(?: spreads?)?"),
    re.compile(rf"\b{_KIND} (?:(?:debit|credit|vertical) )?spreads?[^\d]{{1,16}}{PAIR}"),
)
_SINGLE: Final = re.compile(
    rf"(?<![\w.$]){N}(?: strike)? straddles?\b"
    rf"|\bstraddles?(?: on (?:the )?(?:vix|spx))?(?: (?:at|on|struck at|strike))? (?:the )?{N}(?!\s?-?(?:points? |pts? )?wide)"
)
_OWN_PRICE: Final = re.compile(
    rf"(?:(?<![\w.$]){N}\s?|\b)(calls?|puts?|c|p)\b\s?(?:at|@|for|is|=|costs?)?\s?\$?(\d*+\.\d++|\d++)(?![\w%]|\.\d)"
)
_COUNTED: Final = r"(?! ?(?:contracts?|lots?|spreads?|condors?|days?|of )|k\b)"  # "for 350k" is no price
_VALUE: Final = rf"\$?({NUMBER})"
# The clearest words first: "settles at 29" is no price, and "at" may be part of it.
_PRICES: Final = (
    re.compile(
        r"\b(?:credit|debit|paid|pay|cost(?:s|ing)?|price[ds]?|premium|receiv\w+|collect\w*|net)\b"
        rf"(?: (?:an?|of|me|is|was|at|the|for|net|debit|credit|received|paid)){{0,3}} ?{_VALUE}{_COUNTED}"
    ),
    re.compile(rf"(?<![\d.]){_VALUE} ?(?:points? )?(?:net )?(?:credit|debit|cr|db)\b"),
    re.compile(rf"(?:\bfor(?: an?)? |@ ?){_VALUE}{_COUNTED}"),
    re.compile(rf"(?<!settles )(?<!settled )(?<!expires )(?<!closes )(?<!vix )(?<!is )\bat {_VALUE}{_COUNTED}"),
    re.compile(r"\b(?:bought|sold) \$?(\d*+\.\d++)(?! ?x\b)"),
    re.compile(r"\(\s?\$?(\d*+\.\d++)\s?\)"),
)
_LEG: Final = r"(?: (?:the|my|leg|side|one|strike|puts?|calls?|at|for|is|was|costs?|price)){1,5}:? ?"
_LEG_PRICES: Final = {
    "long": re.compile(rf"\b(?:long|bought|buy|buying|paid){_LEG}{_VALUE}{_COUNTED}"),
    "short": re.compile(rf"\b(?:short|sold|sell|selling|got|received){_LEG}{_VALUE}{_COUNTED}"),
}
_CENTS: Final = re.compile(r"\s?(?:¢|cents?\b)")
_CONTRACTS: Final = replace(
    CONTRACTS,
    after=r"(?:(?:of|the|these|bull|bear|call|put|credit|debit|vertical|iron|vix|spx)\s{1,24}){0,6}"
    r"(?:x\b|contracts?|lots?|spreads?|condors?|straddles?|strangles?|fl(?:y|ies)\b)",
)
_BUYS: Final = ("bought", "buy", "long")
_DEALT: Final = r"\b(sold|sell|short|bought|buy|long)(?: (?:the|an?|one|vix|both)){0,2} "
_STRADDLE_SOLD: Final = re.compile(rf"{_DEALT}{N} straddles?(?: (?:at|for|@))? \$?{N}(?![\w%]|\.\d)")
_WINGS_BOUGHT: Final = re.compile(
    rf"{_DEALT}{N} ?(?:p|puts?)\s?(?:and|&|/|,|\+|plus)(?: (?:the|an?))? ?{N} ?(?:c|calls?)"
    rf"(?: (?:together|total|combined|strangle))?(?: (?:at|for|@))? \$?{N}(?![\w%]|\.\d)"
)
_PUT_AND_CALL: Final = re.compile(
    rf"(?<![\w.$]){N} ?(?:p|puts?)(?:,| and| &|/|\+)? ?(?:the )?{N} ?(?:c|calls?)\b"
    rf"|(?<![\w.$]){N} ?(?:c|calls?)(?:,| and| &|/|\+)? ?(?:the )?{N} ?(?:p|puts?)\b"
)
_BOUGHT_FIRST: Final = re.compile(r"\b(?:bought|buy|buying|long)\b")
_NAMED: Final = re.compile(r"spread|\b(?:bull|bear) (?:put|call)s?\b|\bverticals?\b")


def named_spread(reading: Reading) -> Arguments | None:
    """The legs of a condor, iron fly, spread, straddle or strangle, and the price of all; None where one is missing."""
    text = reading.lower
    if (pair := _priced_pair(text)) is not None:
        return {
            "legs": pair,
            **fill(Reading(_OWN_PRICE.sub(" , ", _SINGLE.sub(" , ", text))), (SETTLEMENT, LEVEL, _CONTRACTS)).arguments,
        }
    if (fly := _straddle_and_wings(text)) is not None:
        return fly
    for read in (condor, iron_fly, _strangle, _vertical):
        found = read(text)
        if found is None:
            continue
        legs, credit, spans = found
        for start, end in spans:
            text = text[:start] + " " * (end - start) + text[end:]
        return _leg_by_leg(text, legs) or priced(text, legs, credit=credit)
    return None


def _straddle_and_wings(text: str) -> Arguments | None:
    """An iron butterfly told by its straddle and its wings ("sold the 30 straddle 5.60, bought 25p and 35c for 1.40")."""
    body, wings = _STRADDLE_SOLD.search(text), _WINGS_BOUGHT.search(text)
    if body is None or wings is None or (body[1] in _BUYS) == (wings[1] in _BUYS):
        return None
    middle, inner, low, high, outer = (float(n) for n in (body[2], body[3], wings[2], wings[3], wings[4]))
    if not (low < middle < high and outer < inner):
        return None
    sold = body[1] not in _BUYS
    inside, outside = ("short", "long") if sold else ("long", "short")
    rows = ((outside, "put", low), (inside, "put", middle), (inside, "call", middle), (outside, "call", high))
    more = fill(Reading(blanked(text, [body.span(), wings.span()])), (SETTLEMENT, LEVEL, _CONTRACTS)).arguments
    net = round(inner - outer, 9)
    return {"legs": [leg(*row) for row in rows], "net": -net if sold else net, **more}


def _leg_by_leg(text: str, legs: list[dict[str, Any]]) -> Arguments | None:
    """Two legs with a price each ("long leg 22.00, short leg 11.50"); None where it is not told so."""
    prices = {side: form.search(text) for side, form in _LEG_PRICES.items()}
    if len(legs) != 2 or len({g["side"] for g in legs}) != 2 or None in prices.values():
        return None
    if any(float(m[1]) in {g["strike"] for g in legs} for m in prices.values() if m is not None):
        return None  # "short the 25, long the 35" are the strikes
    spans = [m.span(1) for m in prices.values() if m is not None]
    told = {side: float(m[1]) for side, m in prices.items() if m is not None}
    more = fill(Reading(blanked(text, spans)), (SETTLEMENT, LEVEL, _CONTRACTS)).arguments
    return {"legs": [{**g, "premium": told[g["side"]]} for g in legs], **more}


def priced(text: str, legs: list[dict[str, Any]], *, credit: bool) -> Arguments | None:
    """The legs with the price of all together, how often they are held and a settlement; None where no price is told.

    `text` has blanks where the strikes stood.
    """
    price = next((m for form in _PRICES if (m := form.search(text))), None)
    if price is None:
        return None
    value = float(price[1]) / (100 if _CENTS.match(text, price.end(1)) else 1)
    rest = Reading(text[: price.start(1)] + " " * len(price[1]) + text[price.end(1) :])
    more = fill(rest, (SETTLEMENT, LEVEL, _CONTRACTS)).arguments
    return {"legs": legs, "net": -value if credit else value, **more}


def _priced_pair(text: str) -> list[dict[str, Any]] | None:
    """The call and the put of a straddle or strangle with a price each ("straddle 20 call 1.8 put 1.9")."""
    if not re.search(r"\b(?:straddle|strangle)s?\b", text):
        return None
    found = {m[2][0]: (m[1], float(m[3])) for m in _OWN_PRICE.finditer(text)}
    single = _SINGLE.search(text)
    strikes = [strike for strike, _ in found.values() if strike] + ([single[1] or single[2]] if single else [])
    if found.keys() != {"c", "p"} or not strikes:
        return None
    if any(price >= float(strike or strikes[0]) for strike, price in found.values()):  # of "16 put 24 call" both are strikes
        return None
    sold = is_sold(text) or is_credit(text)
    side = "short" if sold else "long"
    return [leg(side, name, float(found[name[0]][0] or strikes[0]), found[name[0]][1]) for name in ("put", "call")]


def _strangle(text: str) -> Found | None:
    """A put and a call: of one strike, or the put at the lower of two."""
    if "straddle" in text and (match := _SINGLE.search(text)):
        low = high = float(match[1] or match[2])
    elif "strangle" in text and (match := re.search(PAIR, text)):
        low, high = sorted((float(match[1]), float(match[2])))
    elif "strangle" in text and (match := _PUT_AND_CALL.search(text)):
        low, high = sorted(float(n) for n in match.groups() if n)
    else:
        return None
    sold = is_sold(text) or is_credit(text)
    side = "short" if sold else "long"
    return [leg(side, "put", low), leg(side, "call", high)], sold, [match.span()]


def _vertical(text: str) -> Found | None:
    if not _NAMED.search(text) or "calendar" in text:
        return None
    match = next((m for form in _VERTICAL if (m := form.search(text))), None)
    if match is None:
        return None
    strikes = sorted(float(g) for g in match.groups() if g and g[0].isdigit())
    kinds = [g[0] for g in match.groups() if g and g[0] in "cp"] or re.findall(r"\b(c|p)(?:all|ut)s?\b", text)
    if not kinds or len(set(strikes)) != 2:
        return None
    kind = kinds[0]
    bull, bear = "bull" in text, "bear" in text
    sold = (bull and kind == "p") or (bear and kind == "c")
    if not bull and not bear:
        bought = _BOUGHT_FIRST.search(text, 0, match.start()) is not None and not is_sold(text[: match.start()])
        sold = is_credit(text) or (is_sold(text) and not bought)  # what was bought may be sold later
    low_first = (kind == "c") != sold  # a bought call spread and a sold put spread are long and short the other way round
    low, high = ("long", "short") if low_first else ("short", "long")
    name = "call" if kind == "c" else "put"
    places = [n for n, g in enumerate(match.groups(), start=1) if g and g[0].isdigit()]
    spans = [(match.start(places[0]), match.end(places[-1]))]
    return [leg(low, name, strikes[0]), leg(high, name, strikes[1])], sold, spans
