"""Purchases with their prices: "30% at 1.00, 20% at 1.40", "15@0.85, 12@1.15", "(price, units): (1.45, 25), (1.1, 20)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from assistant.understanding.filling.points import LEAST
from assistant.understanding.filling.structures import Arguments
from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.tokens import NUMBER
from assistant.understanding.text.which_future import point_of
from tools.contracts import SPECIFICATIONS

_FILL = re.compile(
    r"(?<![\w.])(?P<units>\d++(?:\.\d++)?|\.\d++)(?: (?:more|another|further|extra))?\s?"
    r"(?P<unit>%|contracts?|units?|lots?|flies|fly|butterfl\w+|(?:mini )?(?:vx|vix futures?|futures?)"
    r"|vxm|minis?)?(?: (?:more|again|extra))?"
    r"\s?(?:of (?:it|the \w{1,12}|my \w{1,12}|\$?[\d.,]{1,12}\s?[km]?)\s?)?(?:at|@"
    r"|for)\s?\$?(?P<price>\d++(?:\.\d++)?|\.\d++)(?!\s?%|\spercent)"
)
_ONE_SIZE = re.compile(
    r"\b(?:same size|equal (?:size|units?|amounts?|parts?|steps?)|equally|one each|same (?:amount|number))\b"
)
_PRICE = rf"\$?{NUMBER}"
_ROW = re.compile(rf"(?<![\d.]){_PRICE}(?:(?:,? and |, ?|/| ){_PRICE}){{1,9}}")
_ROW_OF_PRICES = re.compile(
    rf"\b(?:bought|buy|got|fills?|filled|entered|in)\b(?: (?P<units>\d{{1,4}})(?![\w.%]))?[a-z ]{{0,32}}?\b(?:at|for|@) "
    rf"(?P<prices>{_PRICE}(?:(?:, and |, | and |/| then ){_PRICE}){{1,30}})(?![\w%]|\.\d)"
    r"(?! ?(?:contracts?|lots?|units?|fl(?:y|ies)|butterfl|of (?:them|these|those)))"
)
_THERE = re.compile(
    r"\b(?:fell|fall|dropp?(?:ed|s)?|rose|rises?|went|goes|moved|slid|jumped|climbed|came|is|was)\b[^\d]{0,16}"
    r"(?:to|at)\s\$?(?P<price>\d++(?:\.\d++)?|\.\d++)[^%]{0,48}?(?<![\w.])(?P<units>\d++(?:\.\d++)?)\s?(?:%"
    r"|contracts?|units?|lots?|flies)"
    r"(?:\smore)?(?=\s(?:there|then|here|at that)|\W|$)(?!\s?(?:at|@|for)\s?\$?\.?\d)"
)
_NUMBER: Final = rf"({NUMBER})"
_IN_BRACKETS: Final = re.compile(rf"\(\s?\$?{_NUMBER}\s?,\s?\$?{_NUMBER}\s?\)")
_PRICE_FIRST: Final = re.compile(
    r"\b(?:price|px|paid)\b[^a-z\d]{0,3}(?:and )?(?:units?|qty|quantity|size|n|contracts"
    r"|lots)\b"
)
_UNITS_FIRST: Final = re.compile(
    r"\b(?:units?|qty|quantity|size|n|contracts|lots)\b[^a-z\d]{0,3}(?:and )?(?:price|px"
    r"|paid)\b"
)
_KEYED: Final = re.compile(
    rf"\{{[^{{}}\d]{{0,12}}\b(?P<a>px|price|n|qty|units|size)\W{{1,4}}{_NUMBER}[^{{}}\d]{{1,12}}\b(?P<b>px|price|n"
    rf"|qty|units|size)\W{{1,4}}{_NUMBER}"
)
_PRICES: Final = ("px", "price")
# "paid 60 bucks a fly for 5, then 90 for 4": the price first, as said by its unit.
_PRICE_FOR: Final = re.compile(
    rf"\bpaid \$?{_NUMBER}(?: (?:dollars|bucks|points))?(?: (?:a|per) \w{{3,9}}| each| apiece) for (\d{{1,4}})(?!\d|\.\d)"
)
_THEN_FOR: Final = re.compile(rf"\b(?:then|and) \$?{_NUMBER}(?: (?:dollars|bucks))? for (\d{{1,4}})(?!\d|\.\d)")
_CENTS: Final = re.compile(r"(?<![\w.])(\d{1,3}) ?cents?\b")
_COUNT_WORD: Final = re.compile(
    rf"(?<!tranche )(?<!layer )(?<!slice )(?<!step )\b({'|'.join(list(WORDS)[:12])})"
    rf"(?= (?:(?:more|vix|vxm?|minis?|futures?|call|of them|contracts?|lots?|flies|fly|butterfl\w+|units?) ){{0,3}}"
    rf"(?:at|@|for) \$?\.?\d)"
)
_LETTER: Final = re.compile(r"\bp (?:=|is|being|equals) ?\$?(?P<value>\d++(?:\.\d++)?|\.\d++)")
_OF_LETTER: Final = re.compile(
    r"\bat (?:price |a price of )?(?P<half>half (?:of )?)?p\b(?:\s?/\s?(?P<by>\d(?:\.\d)?))?(?! (?:=|is|being|equals))"
)
_PRICE_ON: Final = re.compile(  # "avg is .92 on 45%"
    rf"\b(?:averag\w*|avg|cost|basis|paid|in)(?: (?:is|was|of|at|=|price|so far|avg))* \$?{_NUMBER}(?: avg)? (?:on|over"
    rf"|for) (?:the |my |a )?(\d{{1,3}})\s?"
    r"(?:%|percent|contracts?|flies|units?|lots?)"
)
_BARE: Final = re.compile(
    r"(?<![\w.$])(\d{1,4})(?: (?:flies|fly|butterfl\w+|contracts|units|lots))? \$?(\d{0,2}\.\d{1,2})(?![\w%]|\.\d)"
    r"(?=,? (?:then|and)\b|,|\W*$| (?:each )?(?:then|and))"
)
_UNITS_ALONE: Final = re.compile(
    r"(?<![\w.])(\d{1,4}) (?:units?|flies|contracts|lots) \$?(\.\d{1,3}"
    r"|\d{1,2}\.\d{1,3})(?![\d%])"
)


_ALL_AT_ONCE: Final = re.compile(  # what it is held against, no further purchase: "vs all 14 at 1.00"
    r"\b(?:vs\.?|versus|instead of|against|rather than|compared (?:to|with)) (?:buying |getting )?(?:all|the whole|everything)"
    r"(?: (?:the )?\d{1,4})?(?: \w{3,9})? (?:at|for|@) \$?(?:\d{1,5}(?:\.\d{1,3})?|\.\d{1,3})(?![\d%])"
)


def fills(reading: Reading) -> Arguments | None:
    """Two or more purchases "30% at 1.00, 20% at 1.40"."""
    text = _in_figures(_ALL_AT_ONCE.sub(" ", reading.lower))
    hits = sorted([*_FILL.finditer(text), *_THERE.finditer(text)], key=lambda m: m.start())
    found = _turned(hits) or [(float(m["price"]), float(m["units"])) for m in hits]
    if len(told := _told_otherwise(text)) >= max(2, len(found)):
        found = told
    if len(found) < 2:
        found = _one_each(text) or _of_one_size(text)
    return bought(reading, found) if len(found) >= 2 else None


def bought(reading: Reading, lots: Sequence[tuple[float, float]]) -> dict[str, Any]:
    """The arguments of purchases as (price, units), with dollars a point where the prices can only be points."""
    out: dict[str, Any] = {"fills": [{"price": price, "units": units} for price, units in lots]}
    a_point = point_of(reading.lower)
    if a_point is None and max(price for price, _ in lots) < LEAST:
        a_point = SPECIFICATIONS["VIX option"].per_point
    return out if a_point is None else {**out, "multiplier": a_point}


def _in_figures(text: str) -> str:
    """Cents as a part of a dollar, small counts before a price in digits, and a price by a letter with what it stands for."""
    if "cent" in text:
        text = _CENTS.sub(lambda m: f"{int(m[1]) / 100:g}", text)
    text = _COUNT_WORD.sub(lambda m: str(WORDS[m[1]]), text)
    if "p" in text and (told := _LETTER.search(text)) is not None:
        value = float(told["value"])
        text = _OF_LETTER.sub(lambda m: f"at {value / (2 if m['half'] or m['by'] == '2' else float(m['by'] or 1)):g}", text)
    return text


def _turned(hits: list[re.Match[str]]) -> list[tuple[float, float]]:
    """Purchases that give the price first ("1.00 for 25, 1.25 for 20"): what is for sale is whole, what it costs is not."""
    pairs = [(m["units"], m["price"]) for m in hits]
    told = all(" for " in m[0] and m.groupdict().get("unit") is None for m in hits) and any("." in first for first, _ in pairs)
    return [(float(first), float(last)) for first, last in pairs] if told and not any("." in last for _, last in pairs) else []


def _told_otherwise(text: str) -> list[tuple[float, float]]:
    """(price, units) in brackets, in records, or with the price said first; [] where none is told so."""
    if "(" in text and ((first := _PRICE_FIRST.search(text)) or _UNITS_FIRST.search(text)):
        pairs = [(float(m[1]), float(m[2])) for m in _IN_BRACKETS.finditer(text)]
        return pairs if first else [(price, units) for units, price in pairs]
    if "{" in text:
        return [
            (float(m[2]), float(m[4])) if m["a"] in _PRICES else (float(m[4]), float(m[2]))
            for m in _KEYED.finditer(text)
            if (m["a"] in _PRICES) != (m["b"] in _PRICES)
        ]
    if "for" in text and (begun := _PRICE_FOR.search(text)) is not None:
        return [(float(m[1]), float(m[2])) for m in (begun, *_THEN_FOR.finditer(text, begun.end()))]
    if len(bare := [(float(m[2]), float(m[1])) for m in _BARE.finditer(text)]) > 1:
        return bare
    if on := _PRICE_ON.search(text):
        rest = [(float(m["price"]), float(m["units"])) for m in _FILL.finditer(text, on.end())]
        return [(float(on[1]), float(on[2])), *rest]
    if alone := _UNITS_ALONE.search(text):
        rest = [(float(m["price"]), float(m["units"])) for m in _FILL.finditer(text, alone.end())]
        return [(float(alone[2]), float(alone[1])), *rest]
    return []


def _one_each(text: str) -> list[tuple[float, float]]:
    """ "bought 3 futures at 18.2, 19.1 and 20.5": one at each price, where there are as many prices as units, or no number."""
    match = _ROW_OF_PRICES.search(text)
    prices = [float(n) for n in re.findall(r"\d+(?:\.\d+)?|\.\d+", match["prices"])] if match else []
    return [(price, 1.0) for price in prices] if match and match["units"] in (None, str(len(prices))) else []


def _of_one_size(text: str) -> list[tuple[float, float]]:
    """ "average of 0.70 0.90 1.20, each the same size": one at each price."""
    match = _ROW.search(text) if _ONE_SIZE.search(text) else None
    return [(float(n), 1.0) for n in re.findall(r"\d+(?:\.\d+)?|\.\d+", match[0])] if match else []


def one_fill(text: str) -> dict[str, float] | None:
    """The one purchase that lower-case `text` tells of ("20% at 0.90"); None where it is none or several."""
    hits = [*_FILL.finditer(text)]
    return {"price": float(hits[0]["price"]), "units": float(hits[0]["units"])} if len(hits) == 1 else None
