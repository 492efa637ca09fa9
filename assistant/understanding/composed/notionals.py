"""VIX futures by number, size and price: several of them, a move told in ticks, a part of one as minis.

"Notional of 2 VX and 10 minis at 18.40", "3 VX moved 7 ticks", "0.4 of a VX". One future at a price is read by its frame.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.calculation import Calculation, numbered
from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.sought import Sought
from assistant.understanding.text.which_future import future_named, names_option
from tools.contracts import SPECIFICATIONS
from tools.wording import counted, points

_WORDS: Final = ("notional", "ntnl", "worth", "exposure", "contract value", "dollar value", "face value", "bigger", "larger")
_COMPARED: Final = ("vs", "versus", "same", "equivalent", "equal", "compare")
_COUNT: Final = rf"\d{{1,4}}|{'|'.join(list(WORDS)[:20])}|an?|single"
_OF: Final = r"(?: ?x ?| ?contracts? of | ?of the | )"
_MINI: Final = r"(?:vix |vx )?(?:vxm|mini|minis|small ones?|little ones?)(?:-| )?(?:vix|vx)?"
_BIG: Final = (
    r"(?:(?:big|full|standard|regular|large|main|normal)(?:[- ]siz\w+)?(?: ones?| contracts?)?(?: vix| vx)?(?: futures?)?"
    r"|vx|vix futures?)"
)
_HELD: Final = re.compile(
    rf"(?:(?<![\w.@$])(?P<n>{_COUNT}){_OF})?\b(?:(?P<mini>{_MINI})|(?P<big>{_BIG}))(?: (?:futures?|contracts?))?\b(?![\d/])"
    r"(?: ?(?:x ?(?P<x>\d{1,4})|(?P<times>\d{1,4}) ?x)(?![\d.]))?"
)
_LISTED: Final = re.compile(
    r"(?<![\w.@$])(?P<ns>\d{1,3}(?:(?:, ?(?:and )?| and |/)\d{1,3}){1,4}) (?P<what>vxm|minis?|vx|vix futures?|futures?)\b"
)
_PRICE: Final = re.compile(
    r"(?<![\w.$-])\$?(?P<price>\d{1,2}\.\d{1,3}|\d{2})(?![\d%x]|\.\d| ?x\b| ?(?:contracts?|lots?|minis?|vxm?)\b)"
)
_OTHER: Final = re.compile(
    r"\b(?:calls?|puts?|options?|fl(?:y|ies)|butterfl\w*|strikes?|contango|backwardat\w+|roll\w*|curve|sold|p/?l|p&l|pnl|profit|loss|lose"
    r"|spread|settle\w*|points? (?:move|rise|fall|drop)|budget|%)\b|%"
)
_SIZES: Final = ("notional", "ntnl", "exposure", "face value")
_WITHIN: Final = re.compile(
    r"\bhow many\b|\bclosest\b|\bwithout (?:going|passing)\b|\b(?:under|below|within|max\w*|at most|up to|no more than"
    r"|limit\w*|cap(?:ped)?"
    r"|about|around|roughly|near(?:est)?|fits?)\b|\bcontracts?\s?\?|\bcount\b|\bnumber of\b"
)
_SUM: Final = 1000.0  # dollars
_HIGHEST: Final = 100.0
_FULL: Final = (
    r"(?:(?:big|large|regular|standard|full(?:[- ]siz\w+)?) (?:ones?|contracts?)"
    r"|(?:big |large |regular |standard |full(?:[- ]siz\w+)? )?(?:vx|vix futures?)(?: (?:contracts?|futures?))?)"
)
_FEW: Final = rf"\d{{1,3}}(?:\.\d{{1,2}})?|{'|'.join(list(WORDS)[:12])}"
_MINIS: Final = r"(?:vxm|mini(?:s\b| (?:vix |vx )?(?:futures|contracts))?)"
_IN_MINIS: Final = Sought(  # "convert 2 VX to minis", "how many minis is 3 VX"
    rf"(?<![\w.$])(?P<n>{_FEW}) {_FULL}"
    r"(?= (?:in|to|as|into|is|are|equals?|=)(?: how many)? (?:the )?(?:minis?|vxm|mini vix)\b)"
    rf"|\bhow many {_MINIS} (?:is|are|make|makes|equals?|for|in|(?:to )?(?:match|replace)|for) (?P<m>{_FEW}) {_FULL}\b"
)
_EXACT: Final = 1e-9
_LEAST: Final = 8.0  # no VIX future has settled as low


_TICKS: Final = re.compile(rf"(?<![\w.$,])(?P<n>\d{{1,4}}|{'|'.join(list(WORDS)[:20])}) ticks?\b")
_PARTS: Final = {"half": 0.5, "a fifth": 0.2, "a tenth": 0.1, "a quarter": 0.25, "a third": 1 / 3}
_PART_OF: Final = Sought(
    rf"(?<![\w.$])(?P<part>0?\.\d{{1,2}}|{'|'.join(_PARTS)}) (?:of )?(?:an?|one|the)? ?"
    r"(?:full(?:[- ]siz\w+)?|whole|big|single)? ?(?:vx|vix future)\b"
)


def in_ticks(reading: Reading) -> tuple[Calculation, ...]:
    """What so many ticks of a future are in points and dollars; () where no future is named, or an option is."""
    text = reading.lower
    found = _TICKS.search(text) if "tick" in text else None
    product = future_named(text)
    if found is None or product is None or names_option(text) or reading.ladders:
        return ()
    held = next((m for m in _HELD.finditer(text) if m["n"] or m["x"] or m["times"]), None)
    ticks, tick = int(found["n"]) if found["n"].isdigit() else WORDS[found["n"]], SPECIFICATIONS[product].tick
    told = f"{found['n']} tick{'' if ticks == 1 else 's'} of {points(tick)} = {points(ticks * tick)} points"
    value = _value(mini=product == "VXM", price=round(ticks * tick, 9), count=1 if held is None else _number(held))
    note = f"{told}; a move of so many points is worth that many times the dollars a point."
    return (replace(value, note=note),) if ticks else ()


def as_minis(reading: Reading) -> tuple[Calculation, ...]:
    """A part of a full-size future as whole minis, at the price told or for one point; () where no part is told."""
    text = reading.lower
    if (whole := _IN_MINIS.search(text)) is not None and len(reading.quantities) == 1:
        told = whole["n"] or whole["m"]
        minis = round(10 * (WORDS.get(told) or float(told)), 9)
        note = f"a full-size VX is ten minis, so {told} of them are {minis:g} minis. No price is told: this is for one point."
        whole_ones = minis > 0 and minis.is_integer()
        return (replace(_value(mini=True, price=1.0, count=int(minis)), note=note),) if whole_ones else ()
    found = _PART_OF.search(text) if "v" in text else None
    if found is None or names_option(text):
        return ()
    part = _PARTS.get(found["part"]) or float(found["part"])
    minis = int(part * SPECIFICATIONS["VX"].per_point / SPECIFICATIONS["VXM"].per_point + _EXACT)
    prices = _prices(f"{text[: found.start()]} {text[found.end() :]}")
    if not 0 < part < 1 or not minis or len(prices) > 1:
        return ()
    is_whole = abs(minis - 10 * part) < _EXACT
    told = counted(minis, "mini")
    said = f"{told}." if is_whole else f"no whole number of them; here it is {told}, rounded down."
    note = f"a full-size VX is ten minis, so this part of one is {said}"
    note += "" if prices else " No price is told: this is for one point."
    return (replace(_value(mini=True, price=prices[0] if prices else 1.0, count=minis), note=note),)


def within_notional(reading: Reading) -> tuple[Calculation, ...]:
    """How many futures stand for at most so many dollars ("closest to 6k notional without going over"); () otherwise."""
    text = reading.lower
    product = future_named(text) if any(word in text for word in _SIZES) and _WITHIN.search(text) else None
    sums = [q for q in reading.quantities if q.unit in ("money", "plain") and q.value >= _SUM]
    prices = [q for q in reading.quantities if q.unit == "plain" and _LEAST <= q.value < _HIGHEST]
    if product is None or names_option(text) or len(sums) != 1 or len(prices) != 1 or len(reading.quantities) != 2:
        return ()
    price, whole = prices[0].value, sums[0].value
    each = round(price * SPECIFICATIONS[product].per_point, 9)
    note = "what one future stands for is its size, not what it costs: its margin is the broker's."
    fits = Call("units_for_budget", {"budget": whole, "unit_cost": each})
    held = _value(mini=product == "VXM", price=price, count=max(1, int(whole / each + _EXACT)))
    return Calculation(fits, sources=numbered(reading), note=note), held


def notionals(reading: Reading) -> tuple[Calculation, ...]:
    """What each of several futures stands for in dollars; () where there is one only, or a price is not told."""
    text = reading.lower
    if not any(word in text for word in (*_WORDS, *_COMPARED)) or _OTHER.search(text):
        return ()
    if (listed := _LISTED.search(text)) is not None:
        rest = f"{text[: listed.start()]} {text[listed.end() :]}"
        prices = _prices(rest)
        mini = listed["what"].startswith(("vxm", "mini"))
        counts = [int(n) for n in re.findall(r"\d+", listed["ns"])]
        return tuple(_value(mini=mini, price=prices[0], count=n) for n in counts) if len(prices) == 1 else ()
    held = list(_HELD.finditer(text))
    if len(held) < 2 or len({(m["mini"] is None, _number(m)) for m in held}) < 2:
        return ()
    edges = [m.start() for m in held[1:]] + [len(text)]
    own = [_prices(text[m.end() : edge]) for m, edge in zip(held, edges, strict=True)]
    before = _prices(text[: held[0].start()])
    told = {price for prices in (*own, before) for price in prices}
    if any(len(prices) > 1 for prices in own) or not told:
        return ()
    if len(told) == 1:
        one = next(iter(told))
        own = [[one] for _ in held]
    if not all(own) or (before and len(told) > 1):
        return ()
    return tuple(_value(mini=m["mini"] is not None, price=p[0], count=_number(m)) for m, p in zip(held, own, strict=True))


def _prices(text: str) -> list[float]:
    return [float(m["price"]) for m in _PRICE.finditer(text) if float(m["price"]) >= _LEAST]


def _number(match: re.Match[str]) -> int:
    told = match["n"] or match["x"] or match["times"] or "1"
    return int(told) if told.isdigit() else WORDS.get(told, 1)


def _value(*, mini: bool, price: float, count: int) -> Calculation:
    return Calculation(Call("contract_value", {"product": "VXM" if mini else "VX", "price": price, "contracts": count}))
