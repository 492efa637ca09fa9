"""The budget that a share of it has to buy so many units from: "what budget so that 25% buys 4 flies at 0.95"."""

from __future__ import annotations

import re
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.brought import From
from assistant.understanding.filling.calculation import Calculation, numbered
from assistant.understanding.filling.payoff_slots import COUNT_AFTER
from assistant.understanding.filling.points import LEAST
from assistant.understanding.text.number_words import WORDS
from assistant.understanding.text.quantities import Quantity, Reading
from assistant.understanding.text.which_future import future_named
from tools.contracts import SPECIFICATIONS

_WHOLE: Final = r"(?:budget|pot|plan|bankroll|hedge|money|total|kitty|fund|funds|capital|cash|purse|sum|account|dollars|stake)"
_ASKED: Final = re.compile(
    rf"\b(?:what|whats|what's|which|how (?:big|large|much|many|high)|min(?:imum)?|smallest|least"
    rf"|size of)\b[^.?!]{{0,36}}\b{_WHOLE}\b"
    rf"|\b{_WHOLE}\b[^.?!]{{0,24}}\b(?:needed|required|needs?|necessary|must|have to)\b|\b(?:needed|required) {_WHOLE}\b"
    rf"|\b(?:need|require)\b[^.?!]{{0,28}}\b{_WHOLE}\b|\b(?!dollars|cash|money){_WHOLE}\W{{0,3}}$"
)
_BUYS: Final = re.compile(
    r"\b(?:buys?|buying|gets?|covers?|affords?|pays? for|funds?|equals?|is|are|fits?|makes?|holds?|gives?"
    r"|enough|for|to be|per|wants?|wanted)\b|="
)
_OTHER: Final = re.compile(
    r"\b(?:profit|gain|returns?|loss|lose|risk\w*|settle\w*|break-?evens?|credit|sold|sell|averag\w*|avg|irr"
    r"|wacc|rsi|macd|dte|days?"
    r"|delta|margin|vega)\b"
)
_UNIT: Final = (
    rf"(?:{COUNT_AFTER}|fly\b|butterfly\b|contract\b|spread\b|units?\b|calls?\b|options?\b|minis?\b|vxm?\b|futures?\b)"
)
_COUNTED: Final = re.compile(rf"\s?(?:(?:vix|mini|whole|more)\s)?{_UNIT}")
_ONE: Final = re.compile(rf"\b(?P<n>{'|'.join(list(WORDS)[:20])}|an?|single) (?:(?:vix|mini|whole|single)\s)?{_UNIT}")
_PRICED: Final = re.compile(r"(?:\b(?:at|for|costs?|costing|price[ds]?|of|worth|trading|is|are)(?: (?:at|of|me))?|@|,)\s?\$?$")
_EACH: Final = re.compile(
    r"\s?(?:dollars?\s|bucks\s)?(?:each|apiece|a (?:piece|fly|contract|pop)|per (?:fly|contract|unit|one)|debit)\b"
)


def budget_wanted(reading: Reading) -> tuple[Calculation, ...]:
    """What the units cost and the budget that this is the share of; () where not a share, a number and a price are told."""
    text = reading.lower
    if ("%" not in text and "percent" not in text and "pct" not in text) or reading.ladders or reading.legs:
        return ()
    if _ASKED.search(text) is None or _BUYS.search(text) is None or _OTHER.search(text):
        return ()
    shares = [q for q in reading.quantities if q.unit == "percent"]
    counts = [q for q in reading.quantities if q.unit in ("plain", "count") and _COUNTED.match(reading.after(q))]
    rest = [q for q in reading.quantities if q not in shares and q not in counts]
    counted = counts[0].value if counts else _in_words(text)
    if len({q.value for q in shares}) != 1 or len(counts) > 1 or counted is None or len(rest) != 1:
        return ()
    product = future_named(text) or "VIX option"
    price = _price(reading, rest[0], product)
    if price is None or not 0 < shares[0].value <= 1 or counted < 1 or counted != int(counted):
        return ()
    cost = Call("contract_value", {"product": product, "price": price, "contracts": int(counted)})
    whole = Call("whole_of_part", {"amount": From("contract_value", "dollars"), "share": shares[0].value})
    return Calculation(cost, sources=numbered(reading)), Calculation(whole)


def _in_words(text: str) -> float | None:
    found = _ONE.search(text)
    return None if found is None else float(WORDS.get(found["n"], 1))


def _price(reading: Reading, told: Quantity, product: str) -> float | None:
    """The price of one in points; what costs more points than an option does is in dollars."""
    if _PRICED.search(reading.before(told)) is None and _EACH.match(reading.after(told)) is None and told.unit != "money":
        return None
    if product != "VIX option" or told.value < LEAST:
        return told.value
    return round(told.value / SPECIFICATIONS[product].per_point, 9)
