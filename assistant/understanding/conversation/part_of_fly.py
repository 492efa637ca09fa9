"""Part of a butterfly or a position whose rest is known: another strike, size, net price or settlement."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any, Final

from assistant.understanding.filling.slots import fill
from assistant.understanding.positions.trades import HELD
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.tokens import NUMBER
from assistant.understanding.text.which_future import point_of

_EACH: Final = re.compile(r"\s?(?:of )?each\W*$")
_FOR: Final = re.compile(r"\b(?:for|with|on)\s?$")
_NET: Final = re.compile(
    r"\b(?:and|what about|how about|credit|debit|premium|received|collected|got|gets?|paid|pay|for|been|price|it was|it were"
    r"|instead of|only"
    r"|at)(?: (?:of"
    r"|is|was|were|only|just))?"
    r"\s?\$?$"
)
_CHEAP: Final = 0.5
_WINGS: Final = re.compile(
    rf"\bwings? (?:of |at |to |are |is |= ?|only ){{0,2}}({NUMBER})(?: points?| pts?)?(?: wide)?(?: instead| each)?\W*$"
    rf"|(?<![\w.])({NUMBER})[ -](?:points? |pts? |wide ){{0,2}}wings?(?: instead)?\W*$"
)
_GROWN: Final = re.compile(
    r"\b(?:(?P<word>doubl|tripl|quadrupl|halv)(?:es?|ed|ing)|(?P<up>rises?|rose|jumps?|jumped|goes up|went up|gains?"
    r"|spikes?|spiked|climbs?)"
    r"|(?P<down>falls?|fell|drops?|dropped|goes down|went down"
    r"|loses?))(?: by)?(?: (?P<share>\d{1,3}(?:\.\d++)?)\s?(?:%|percent))? from"
    rf" (?P<at>{NUMBER})(?![\w%]|\.\d)"
)
_GROWTH: Final = {"doubl": 2.0, "tripl": 3.0, "quadrupl": 4.0, "halv": 0.5}
_NET_PAID: Final = re.compile(
    r"\b(?:paid|pay|got|received|costs?|cost|price[ds]?|premium)(?: (?:is|was|were|only|just|it|of|for))* \$?$"
)
_FUTURE: Final = 8.0  # points; no VIX future has cost less
_AT: Final = re.compile(r"\b(?:at|when|if|vix|index|spot|vro)(?: (?:is|was|at|=|now))? $")
_STOP: Final = re.compile(r"\b(?:stop(?:ped)?(?: loss)?(?: is)?(?: out)?(?: at)?|out at|exit(?:ed)? at) $")
_BARE: Final = re.compile(r"^\W*(?:(?:and|or|what about|how about|then|now|say) )?$")
_SPAN: Final = (0.6, 1.7)  # of the strikes, within which a broken number alone is a level of the index
_KEYED: Final = re.compile(r"\b(k[123]|lower|body|middle|upper)(?: strike)?\s?(?:=|:|at|is|to)\s?(\d++(?:\.\d++)?)")
_KEYS: Final = {
    "k1": "lower",
    "lower": "lower",
    "k2": "body",
    "body": "body",
    "middle": "body",
    "k3": "upper",
    "upper": "upper",
}
_LOW: Final = 0.6
_HIGH: Final = 1.7
_FEW: Final = 4  # words
_SHORT: Final = 8  # words


def of_fly(reading: Reading, known: Mapping[str, Any]) -> dict[str, Any]:
    """A strike by its name, how many there are, or where it settles by a number that no butterfly costs."""
    if reading.ladders:
        return {}
    if {"lower", "body", "upper"} <= known.keys() and len(reading.quantities) == 1 and (wings := _WINGS.search(reading.lower)):
        width = float(wings[1] or wings[2])
        return {"lower": known["body"] - width, "upper": known["body"] + width} if 0 < width < known["body"] else {}
    keyed = {_KEYS[m[1]]: float(m[2]) for m in _KEYED.finditer(reading.lower)}
    many = for_so_many(reading, known) if {"lower", "body", "debit"} <= known.keys() else {}
    # No butterfly costs its wing: "for 10" are ten of them.
    each = bool(reading.quantities) and _EACH.match(reading.after(reading.quantities[0])) is not None
    if many and not each and _levels(known, many["contracts"]):  # "and for 35", after a settlement and no number of them
        return keyed or {"settlement": float(many["contracts"])}
    dear = bool(many) and (each or many["contracts"] >= known["body"] - known["lower"])
    return keyed or (many if dear else {}) or _beyond_wings(reading, known)


def grown_from(reading: Reading) -> dict[str, Any]:
    """Where it settles, told by what it comes from ("if vix doubles from 14", "falls 20% from 25")."""
    found = _GROWN.search(reading.lower) if " from " in reading.lower else None
    if found is None:
        return {}
    if found["word"]:
        return {} if found["share"] else {"settlement": round(float(found["at"]) * _GROWTH[found["word"]], 9)}
    if not found["share"]:
        return {}
    change = float(found["share"]) / 100 * (1 if found["up"] else -1)
    return {"settlement": round(float(found["at"]) * (1 + change), 9)}


def _levels(known: Mapping[str, Any], value: int) -> bool:
    """Whether a number is rather another settlement: one was told before, no size was, and it is as large as the strikes."""
    told = "settlement" in known and "contracts" not in known
    return told and _LOW * known["lower"] <= value <= _HIGH * known["upper"]


def size_told(reading: Reading, known: Mapping[str, Any]) -> dict[str, Any]:
    """A number of contracts, by the words around it; with its dollars a point where they name another VIX future."""
    told = fill(reading, (HELD,)).arguments
    a_point = point_of(reading.lower) if told and known.get("entry", 0) >= _FUTURE and "multiplier" in known else None
    return {**told, "multiplier": a_point} if a_point is not None else told


def for_so_many(reading: Reading, known: Mapping[str, Any]) -> dict[str, Any]:
    """A number of units where the words are hardly more than it ("and for 10?")."""
    if len(reading.quantities) != 1 or len(reading.lower.split()) > _FEW:
        return {}
    (number,) = reading.quantities
    counts = number.unit in ("plain", "count") and number.value.is_integer() and number.value >= 1
    said = _FOR.search(reading.before(number)) or _EACH.match(reading.after(number))
    return {"contracts": int(number.value)} if counts and said else {}


def net_told(reading: Reading, known: Mapping[str, Any]) -> dict[str, Any]:
    """Another price of all legs together ("what if it had been 1.40"), which stays a credit or a debit as it was."""
    alone = len(known["legs"]) == 1 and known["legs"][0]["kind"] != "future" and "net" not in known
    if not ("net" in known or alone) or len(reading.quantities) != 1 or len(reading.lower.split()) > _SHORT:
        return {}
    (price,) = reading.quantities
    small = 0 < price.value < _CHEAP * min(leg["strike"] for leg in known["legs"])
    said = _NET.search(reading.before(price)) or re.match(r" ?(?:points? )?(?:credit|debit)", reading.after(price))
    broken = not price.value.is_integer() or "credit" in reading.lower or "debit" in reading.lower
    if price.unit not in ("plain", "money") or not (small and said and broken):
        return {}
    if alone:  # of one option its own
        paid = _NET_PAID.search(reading.before(price)) is not None
        return {"legs": [{**known["legs"][0], "premium": price.value}]} if paid else {}
    return {"net": math.copysign(price.value, known["net"])}


def level_told(reading: Reading, known: Mapping[str, Any]) -> dict[str, Any]:
    """Where it settles, by "at" and a number of the size of the strikes ("which pays more at 26?")."""
    if len(reading.quantities) != 1 or len(reading.lower.split()) > _SHORT or reading.legs:
        return {}
    (number,) = reading.quantities
    strikes = [leg["strike"] for leg in known["legs"]]
    if number.value < _CHEAP * min(strikes) or number.unit != "plain":
        return {}
    before, futures = reading.before(number), all(leg["kind"] == "future" for leg in known["legs"])
    alone = not number.value.is_integer() and _BARE.match(before) is not None and not reading.after(number).strip(" ?.!")
    level = alone and _SPAN[0] * min(strikes) <= number.value <= _SPAN[1] * max(strikes)
    told = level or _AT.search(before) is not None or (futures and _STOP.search(before) is not None)
    return {"settlement": number.value} if told else {}


def _beyond_wings(reading: Reading, known: Mapping[str, Any]) -> dict[str, Any]:
    """Where it settles, by "at" and a number that no butterfly of these strikes can cost ("and at 10.75?")."""
    alone = len(reading.quantities) == 1 and len(reading.lower.split()) <= _FEW and "debit" in known
    if not alone or not {"lower", "body", "upper"} <= known.keys():
        return {}
    (number,) = reading.quantities
    widest = max(known["body"] - known["lower"], known["upper"] - known["body"])
    level = number.unit == "plain" and number.value > widest and _AT.search(reading.before(number)) is not None
    return {"settlement": number.value} if level else {}
