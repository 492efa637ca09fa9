"""Cash flows and the cost of capital in words: an IRR's amounts, an XIRR's dates, a WACC's sources."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from assistant.understanding.filling.structures import Arguments
from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.quantities import Quantity, Reading
from assistant.understanding.text.tokens import ISO_DATE

_THING: Final = re.compile(
    r"\s?(?:(?:hedge|vix|call|equal|small|separate|staged|further|more) ){0,2}(?:layers?|tranches?|slices?|steps?|adds?"
    r"|fl(?:y|ies)|butterfl\w+|contracts?|legs?|flows?|payments?|periods?|hedges|fills|entries|purchases|buys)\b(?! of)"
)
_LATER = re.compile(
    r"(?<![\w.,])(?P<amount>\d[\d,]*+(?:\.\d++)?)\s?(?P<scale>[km])?\b(?: dollars)?(?: (?:paid|received|due|payable"
    r"|that comes|coming|to come))?"
    r" (?:in|after|due in|(?P<from>)) ?(?P<n>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten) (?:years?"
    r"|periods?|months?|quarters?)\b"
)
_PERIODS = re.compile(r"\d (?:in|after|due in) \w{1,5} (?:years?|periods?|months?|quarters?)\b")
_RATE = re.compile(r"\b(?:rate|discount|r)(?: of| is| =)? ?(?:0?\.\d++)")
_MOST = 200  # periods
_SIGNED = re.compile(r"(?<![\w])[-−]\s?\$?\d")
_BACK = re.compile(
    r"\b(?:gets?|getting|got|receiv\w*|collect\w*|back|return\w*|sold|sell\w*|proceeds|worth|withdr[ae]w\w*|took out"
    r"|payout|ends?|ended)\b"
)
_PAID = re.compile(
    r"\b(?:pay\w*|paid|invest\w*|cost\w*|spen[dt]\w*|put\w*|outlay|outflow|buy\w*|bought|lay\w* out|down|out)\W{0,3}(?:of )?$"
)
_RECEIVED = re.compile(r"\b(?:receiv\w+|get(?:ting)? back|comes? back|returned|inflow)\b")
_PUT_IN = re.compile(
    r"\b(?:invest(?:ed|ing)?|put in|deposit(?:ed)?|add(?:ed)?|bought)(?: (?:another|a further|more))?\W{0,3}\$?$"
)
_PAID_AFTER = re.compile(r"\W{0,3}(?:invested|paid|spent|out(?:lay|flow)?|down|now\b)")
REPEATED = re.compile(
    r"\W{0,3}(?:(?:a|per|each|every)\s(?:year|month|quarter|period|week)\s)?"
    r"(?:for(?: each of)?|during|over|x|×|times|(?:in |at the end of )?each of)\s(?:the next\s)?"
    r"(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten)\b(?:\s(?:years?|months?|quarters?|periods?|weeks?|times))?"
)
_WORDS = dict(list(WORDS.items())[1:10])  # two to ten
_SOURCE = r"(?P<{0}>equity|stock|shares|debt|loans?|bonds?|borrow\w*|margin|preferred|mezzanine|cash|e|d)"
_SIZE = r"(?<![\w.,])(?P<size>\$?\d[\d,]*+(?:\.\d++)?\s?(?:k|m|%)?)"
_COST = r"(?P<cost>\d++(?:\.\d++)?\s?%?)"
_LINK = r"[\s,:=(]{0,3}(?:(?:at|@|cost\w*|costs?|with|of|a|and|is|return\w*|rate|it|which|after)[\s,:=]{1,2}){0,5}"
_PARTS = (
    re.compile(rf"{_SIZE}\s(?:of\s|in\s|is\s|from\s)?{_SOURCE.format('name')}\b{_LINK}{_COST}"),
    re.compile(rf"\b{_SOURCE.format('name')}\b[\s,:=(]{{0,3}}(?:(?:is|of|share|weight)\s){{0,2}}{_SIZE}{_LINK}{_COST}"),
)
_PAIRED = re.compile(
    rf"(?<![\w.])(?P<first>\d{{1,3}})\s?/\s?(?P<second>\d{{1,3}})\s{_SOURCE.format('name')}\b\W{{0,3}}(?:and\s|to\s)?"
    rf"{_SOURCE.format('other')}\b{_LINK}(?P<cost>\d++(?:\.\d++)?\s?%)(?:\s(?:and|/)\s|,\s)(?P<more>\d++(?:\.\d++)?\s?%)"
)
_COSTS = r"\b(?:cost(?:s|ing)?|at|@|charg\w+|rate|return\w*|with)\b[^\d%;.?!]{0,12}"
_PART_COSTS = re.compile(
    rf"(?<![\w.,$])(?P<size>\d{{1,2}}(?:\.\d{{1,2}})?\s?%)[^\d%;?!]{{1,40}}?{_COSTS}(?P<cost>\d++(?:\.\d++)?\s?%?)"
)
_REST_COSTS = re.compile(
    r"\b(?:rest|remainder|everything else|all else|anything else|other money|others?|remaining(?: money| capital| funds)?)\b"
    r"[^\d%;?!]{0,32}(?P<cost>\d++(?:\.\d++)?\s?%?)"
)
_OF_ALL = r"(?:of (?:the |my |our |all |all the )?(?:money|capital|funds?|funding|financing|cash|total|it)\s)?"
_UNNAMED = re.compile(rf"{_SIZE}\s?{_OF_ALL}(?:at|@|costs?|costing)\s(?P<cost>\d++(?:\.\d++)?\s?%)")
_TAX = re.compile(
    r"\btax\w*+(?:\srate)?[\s,:=]{0,3}(?:(?:of|is|at)\s)?(\d++(?:\.\d++)?\s?%?)"
    r"|(?<![\w.])(\d++(?:\.\d++)?\s?%)\s(?:corporate\s)?tax(?!\w*+(?:\srate)?[\s,:=]{0,3}(?:(?:of|is|at)\s)?\d)"
)
_DECIMAL = 0.5  # a rate typed below this is taken as a decimal
_DEDUCTED = re.compile(r"debt|loan|bond|borrow|^d$")


def dated(text: str) -> bool:
    """Whether lower-case `text` names days."""
    return ISO_DATE.search(text) is not None


def flows(reading: Reading) -> Arguments | None:
    """Two amounts or more: signed as typed, or the first made negative where it is said to be paid."""
    if dated(reading.lower):
        return None
    if reading.series:
        return {"cash_flows": list(reading.series)}
    amounts: list[float] = []
    told_back = _RECEIVED.search(reading.lower) is not None  # then each sum says which way it goes
    skip = -1
    for quantity in reading.quantities:
        if quantity.start < skip or quantity.unit == "percent" or counts_things(reading, quantity):
            continue
        value, after = quantity.value, reading.lower[quantity.end :]
        paid = _PAID.search(reading.before(quantity)) or _PAID_AFTER.match(after)
        many = REPEATED.match(after)
        count = 1
        if many:
            count = _WORDS.get(many[1]) or int(many[1])
            skip = quantity.end + many.end()
        amounts += [-abs(value) if paid and (not amounts or told_back) else value] * count
    return {"cash_flows": amounts} if len(amounts) >= 2 else None


def counts_things(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number counts what the flows are of, or their distance, and is none of them."""
    after = reading.after(quantity, 40)
    few = quantity.unit == "count" or (quantity.unit == "plain" and quantity.value.is_integer() and quantity.value > 0)
    return (few and _THING.match(after) is not None) or _APART.match(after) is not None


_APART: Final = re.compile(r"\s?(?:year|month|quarter|week|period)s? (?:apart|between)\b")  # "one year apart" is no flow
_ASIDE: Final = re.compile(r"(?<=[.?!;] )(?:and |so )?(?:is|does|would|will|what)\b[^.?!]*\birr\b[^.?!]*")


def discounted(reading: Reading) -> Arguments | None:
    """Flows to be discounted: two or more, or one that comes after so many periods ("500 in 2 years")."""
    text = reading.lower
    later = _LATER.search(text)
    if later is not None and _PERIODS.search(text, later.end()) is None:
        time = _WORDS.get(later["n"]) or int(later["n"])
        amount = float(later["amount"].replace(",", "")) * {"k": 1e3, "m": 1e6}.get(later["scale"] or "", 1.0)
        return {"cash_flows": [*[0.0] * time, amount]} if 0 < time < _MOST else None
    text = _ASIDE.sub(" ", text)
    rates = [q for q in reading.quantities if q.unit == "percent"]
    rated = _RATE.search(text) if not rates else None
    kept = text if rated is None else text[: rated.start()] + text[rated.end() :]
    return flows(Reading(kept))


def dated_flows(reading: Reading) -> Arguments | None:
    """As many dates as amounts, in the order typed: "2024-01-02 -1000, 2024-07-01 400, 2025-01-02 700"."""
    days = list(ISO_DATE.finditer(reading.lower))
    if len(days) < 2:
        return None
    text = ISO_DATE.sub(" ; ", reading.text.lower())
    plain = Reading(text)
    typed = [q for q in plain.quantities if q.unit != "percent"]
    amounts = [_flow(plain, q, first=n == 0) for n, q in enumerate(typed)]
    if len(amounts) != len(days):
        return None
    carried = _carried(plain, typed, amounts)
    if _SIGNED.search(text) is None and min(carried) < 0 < max(carried):
        amounts = carried
    return {"dates": [day.group() for day in days], "cash_flows": amounts}


def _carried(reading: Reading, typed: Sequence[Quantity], amounts: Sequence[float]) -> list[float]:
    """The amounts with "paid" held on to until something is got back: "paid 1000 on … and 500 on …, got 1650 on …"."""
    out: list[float] = []
    for n, (quantity, amount) in enumerate(zip(typed, amounts, strict=True)):
        since = reading.lower[typed[n - 1].end if n else 0 : quantity.start]
        held = bool(out) and out[-1] < 0 and _BACK.search(since) is None
        out.append(-abs(amount) if held else amount)
    return out


def _flow(reading: Reading, quantity: Quantity, *, first: bool) -> float:
    """An amount with its sign: what is said to be put in is negative, and of "paid" the first one."""
    before = reading.before(quantity)
    out = _PUT_IN.search(before) or (first and (_PAID.search(before) or _PAID_AFTER.match(reading.after(quantity))))
    return -abs(quantity.value) if out else quantity.value


def sources(reading: Reading) -> Arguments | None:
    """Sources of money with size and cost, and a tax that is taken off debt: "60% equity at 9%, 40% debt at 5%, tax 25%"."""
    text = reading.lower
    found = sources_named(text)
    if len(found) < 2:
        return _shared_out(reading)
    tax = _TAX.search(text)
    held = [deducted(name) for name, _, _ in found]
    if tax and not any(held):
        return None
    out: dict[str, Any] = {"values": [size for _, size, _ in found], "costs": [cost for _, _, cost in found]}
    if tax:
        rate = rate_of(tax[1] or tax[2])
        out["taxes"] = [rate if h else 0.0 for h in held]
    return out


def _shared_out(reading: Reading) -> Arguments | None:
    """Parts of all the money in percent and what each costs, the last perhaps the rest ("5% costs 12, everything else 8")."""
    text = reading.lower
    parts = [*_PART_COSTS.finditer(text)]
    rest = _REST_COSTS.search(text, parts[-1].end()) or _REST_COSTS.search(text) if parts else None
    sizes = [size_of(m["size"]) for m in parts]
    costs = [rate_of(m["cost"]) for m in parts]
    if rest is not None and not any(m.start("size") <= rest.start("cost") < m.end() for m in parts):
        sizes, costs = [*sizes, round(100 - sum(sizes), 9)], [*costs, rate_of(rest["cost"])]
    counted = sum(1 for q in reading.quantities if q.unit in ("plain", "percent"))
    read = 2 * len(parts) + (len(sizes) - len(parts))
    if len(sizes) < 2 or round(sum(sizes), 9) != 100 or min(sizes) <= 0 or read != counted or max(costs) > 1:
        return None
    return {"values": sizes, "costs": costs}


def sources_named(text: str) -> list[tuple[str, float, float]]:
    """(name, size, cost) of each source: one by one, or in a pair ("70/30 equity debt at 10% and 6%")."""
    pair = _PAIRED.search(text)
    if pair:
        return [
            (pair["name"], float(pair["first"]), rate_of(pair["cost"])),
            (pair["other"], float(pair["second"]), rate_of(pair["more"])),
        ]
    found = max(([*pattern.finditer(text)] for pattern in _PARTS), key=len)
    if len(found) < 2 and len(bare := [*_UNNAMED.finditer(text)]) > 1:  # "60k at 8% and 40k at 5%"
        return [("", size_of(m["size"]), rate_of(m["cost"])) for m in bare]
    return [(m["name"], size_of(m["size"]), rate_of(m["cost"])) for m in found]


def deducted(name: str) -> bool:
    """Whether tax is taken off what this source costs."""
    return _DEDUCTED.search(name) is not None


def rate_of(digits: str) -> float:
    """A rate as a decimal; without a mark "9" is 9% and "0.09" is the same."""
    value = float(digits.rstrip(" %"))
    return value if "%" not in digits and 0 < value < _DECIMAL else round(value / 100, 12)


def size_of(text: str) -> float:
    """An amount or a share as typed ("600k", "70%" is 70)."""
    scale = {"k": 1e3, "m": 1e6}.get(text[-1], 1.0)
    return float(re.sub(r"[$,%km\s]", "", text)) * scale
