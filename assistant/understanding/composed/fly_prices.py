"""What a butterfly costs, told otherwise than by one debit: by bid and ask, at mid, as two spreads, by its three calls."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.brought import From
from assistant.understanding.filling.calculation import Calculation, numbered
from assistant.understanding.text.legs import marks
from assistant.understanding.text.named_strikes import PARTS
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.sought import Sought
from assistant.understanding.text.tokens import NUMBER
from tools.wording import points

_N: Final = rf"({NUMBER})"
_AT: Final = r"(?: (?:price|quote|debit))?(?: (?:is|was|at|of|fill))?\s?[:=@]?\s?\$?"
_MID: Final = re.compile(rf"\bmid(?:point|price)?{_AT}{_N}(?![\w%]|\.\d)|(?<![\w.])\$?{_N} (?:at |is |the )?mid(?:point)?\b")
_NATURAL: Final = re.compile(
    rf"\b(?:natural|nat|ask|offer|full price){_AT}{_N}(?![\w%]|\.\d)"
    rf"|(?<![\w.])\$?{_N} (?:at |is |the )?(?:natural|nat|ask|offer)\b"
)
_SIDE_ASKED: Final = r"(?:ask(?:ed|ing)?|offer(?:ed)?)\b"
_BID_ASK: Final = re.compile(  # of the whole butterfly: "1.90 bid 2.30 ask", "bid 1.90, ask 2.30", "quoted .70/.90"
    rf"(?<![\w.])\$?{_N} bid(?:,? and|,| at| by|\s?/)? (?:(?:is|at) )?\$?{_N}(?![\w%]|\.\d)"
    rf"|\bbid{_AT}{_N}(?:,? and(?: the)?|,|\s?/)? {_SIDE_ASKED}{_AT}{_N}(?![\w%]|\.\d)"
    rf"|\b(?:quote[ds]?|market|bid[ -/](?:ask|offer))(?: (?:at|is|of|me|shows?)){{0,2}}\s?[:=]?\s?\$?{_N}\s?[-/x]\s?\$?{_N}"
    r"(?![\w%/]|\.\d|-\d)"
)
_OTHER_SIDE: Final = re.compile(
    r"\b(?:sell\w*|sold|short|clos(?:e|ed|ing)|hit|exit\w*|paid|entry|credit|owned?|holding|held)\b"
)
_SPREAD: Final = Sought(
    rf"(?<![\w.$/-])(\d++(?:\.\d++)?)\s?[/-]\s?(\d++(?:\.\d++)?)(?![/\d-]) "
    r"(?:(?:vix |call |debit |vertical |bull ){0,3}spread|vertical|cs)s?"
    rf"(?: (?:costs?|is|at|for|trades?(?: at)?|of|=|priced at)){{0,2}}\s?\$?{_N}(?![\w%]|\.\d)"
)
_AGAINST: Final = re.compile(
    r"\b(?:fl(?:y|ies)|butterfl\w+|sell|sold|short|minus|less|difference|against|the other|combine\w*|put together|together)\b"
)
_PAIR: Final = 2
FLY: Final = Sought(r"\b(?:butterfl\w*|b?fly|flies|bflies)\b")
_AT_PRICE: Final = r"(\d{1,4}(?:\.\d{1,2})?)\s?(?:at|@|=|:|is|for)\s?\$?(\d{0,3}\.\d{1,3}|\d{1,3})(?![\w%]|\.\d)"
_STRIKE_PRICE: Final = re.compile(_AT_PRICE)
_CALLS_LISTED: Final = re.compile(rf"\bcalls?(?: prices?| quotes?)?:? {_AT_PRICE}(?:,? (?:and )?{_AT_PRICE}){{2}}")


def at_both_prices(reading: Reading, single: Calculation) -> tuple[Calculation, ...]:
    """A butterfly at its mid and at its natural price ("mid is .80, natural 1.10"); () where not both are told."""
    if single.call.tool != "butterfly" or single.missing:
        return ()
    text = reading.without_ladders
    if quoted := _at_quote(text, single):
        return quoted
    told = [match for match in (_MID.search(text), _NATURAL.search(text)) if match is not None]
    debits = [float(match[1] or match[2]) for match in told]
    if len(debits) != _PAIR or debits[0] >= debits[1] or single.call.arguments.get("debit") not in debits:
        return ()
    return tuple(replace(single, call=Call("butterfly", {**single.call.arguments, "debit": debit})) for debit in debits)


def _at_quote(text: str, single: Calculation) -> tuple[Calculation, ...]:
    """A butterfly that is to be bought, at the middle of its own bid and ask and at the ask; () where no quote is told."""
    quote = _BID_ASK.search(text)
    if quote is None or _OTHER_SIDE.search(text):
        return ()
    bid, ask = (float(n) for n in quote.groups() if n)
    if bid >= ask or single.call.arguments.get("debit") not in (bid, ask):
        return ()
    mid = round((bid + ask) / 2, 9)
    note = f"mid = ({points(bid)} + {points(ask)})/2 = {points(mid)}, and beside it the ask, {points(ask)}."
    by_debit = {
        debit: replace(single, call=Call("butterfly", {**single.call.arguments, "debit": debit})) for debit in (mid, ask)
    }
    return (replace(by_debit[mid], note=" ".join(filter(None, (single.note, note)))), by_debit[ask])


def of_two_spreads(reading: Reading) -> tuple[Calculation, ...]:
    """The butterfly that one call spread bought and the next one sold make; () where they are not told so."""
    text = reading.lower
    spreads = sorted(tuple(map(float, m.groups())) for m in _SPREAD.finditer(text)) if "/" in text or "-" in text else []
    if len(spreads) != _PAIR or _AGAINST.search(text) is None or reading.legs:
        return ()
    (lower, body, first), (other, upper, second) = spreads
    if not lower < body == other < upper:
        return ()
    debit = round(first - second, 9)
    note = (
        f"the {lower:g}/{body:g} spread less the {body:g}/{upper:g} one: {points(first)} − {points(second)} = {points(debit)}."
    )
    terms = {"lower": lower, "body": body, "upper": upper, "debit": debit}
    return (Calculation(Call("butterfly", terms), sources=numbered(reading), note=note),)


def at_mid_and_natural(reading: Reading) -> tuple[Calculation, ...]:
    """A butterfly from the bids and asks of its three calls: what it costs at mid, and at natural (buy at ask, sell at bid)."""
    quotes = sorted((q for q in reading.quotes if q.kind == "call"), key=lambda q: q.strike)
    if len(quotes) != 3 or any(q.bid > q.ask for q in quotes):
        return ()
    strikes = dict(zip(("lower", "body", "upper"), (q.strike for q in quotes), strict=True))
    sides = {f"{name}_quote": [q.bid, q.ask] for name, q in zip(strikes, quotes, strict=True)}
    priced = ("mid", "natural")
    return (
        Calculation(Call("fly_debit", sides)),
        *(Calculation(Call("butterfly", {**strikes, "debit": From("fly_debit", price)})) for price in priced),
    )


def at_marks(reading: Reading) -> tuple[Calculation, ...]:
    """A butterfly from one price of each of its three calls ("25C 2.35 30C 1.40 35C 0.90, cost of the fly?")."""
    if FLY.search(reading.lower) is None or reading.legs:
        return ()
    told = (marks(reading.lower), _listed_marks(reading.lower), _row_of_prices(reading), _by_part(reading))
    found = sorted(next((row for row in told if len(row) == 3), ()))
    if not found:
        return ()
    (lower, low), (body, middle), (upper, high) = found
    debit = round(low - 2 * middle + high, 6)
    sum_of = f"{points(low)} − 2 × {points(middle)} + {points(high)} = {points(debit)}"
    if any(points(price) not in reading.text for price in (low, middle, high)):  # told as typed, or not at all
        sum_of = points(debit)
    note = f"the three prices make a debit of {sum_of}: the outer two less twice the middle one."
    return (Calculation(Call("butterfly", {"lower": lower, "body": body, "upper": upper, "debit": debit}), note=note),)


def _by_part(reading: Reading) -> tuple[tuple[float, float], ...]:
    """A price for each part of the one butterfly named ("lower call 2.20 ask, body 1.30 bid, upper 0.75 ask")."""
    prices = [m and float(m[1]) for m in (part.search(reading.without_ladders) for part in PARTS)]
    rungs = reading.ladder
    if len(reading.ladders) != 1 or len(rungs) != 3 or None in prices or not all(p and p < rungs[0] / 2 for p in prices):
        return ()
    return tuple((rung, float(price or 0)) for rung, price in zip(rungs, prices, strict=True))


def _row_of_prices(reading: Reading) -> tuple[tuple[float, float], ...]:
    """The prices in one row and the strikes in another ("2.10 / 1.05 / 0.55 for 25/30/35")."""
    rows = [ladder.strikes for ladder in reading.ladders if len(ladder.strikes) == 3]
    strikes = [row for row in rows if list(row) == sorted(set(row))]
    prices = [row for row in rows if list(row) == sorted(row, reverse=True)]
    if len(rows) != 2 or len(strikes) != 1 or len(prices) != 1 or prices[0][0] >= strikes[0][0] / 2:
        return ()
    return tuple(zip(strikes[0], prices[0], strict=True))


def _listed_marks(text: str) -> tuple[tuple[float, float], ...]:
    """Calls that are named once for all strikes ("calls: 25 at 2.1, 30 at 1.2, 35 at .7")."""
    listed = _CALLS_LISTED.search(text)
    return tuple((float(m[1]), float(m[2])) for m in _STRIKE_PRICE.finditer(listed[0])) if listed else ()
