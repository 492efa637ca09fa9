"""What a butterfly costs, told in another way than by one debit: at mid and at natural, or as two call spreads."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from assistant.session import Call
from assistant.understanding.filling.calculation import Calculation
from assistant.understanding.framed.calculations import numbered
from assistant.understanding.text.quantities import Reading
from tools.wording import points

_N: Final = r"(\d++(?:\.\d++)?|\.\d++)"
_AT: Final = r"(?: (?:price|quote|debit))?(?: (?:is|was|at|of|fill))?\s?[:=@]?\s?\$?"
_MID: Final = re.compile(rf"\bmid(?:point|price)?{_AT}{_N}(?![\w%]|\.\d)|(?<![\w.])\$?{_N} (?:at |is |the )?mid(?:point)?\b")
_NATURAL: Final = re.compile(
    rf"\b(?:natural|nat|ask|offer|full price){_AT}{_N}(?![\w%]|\.\d)"
    rf"|(?<![\w.])\$?{_N} (?:at |is |the )?(?:natural|nat|ask|offer)\b"
)
_SPREAD: Final = re.compile(
    rf"(?<![\w.$/-])(\d++(?:\.\d++)?)\s?[/-]\s?(\d++(?:\.\d++)?)(?![/\d-]) "
    r"(?:(?:vix |call |debit |vertical |bull ){0,3}spread|vertical|cs)s?"
    rf"(?: (?:costs?|is|at|for|trades?(?: at)?|of|=|priced at)){{0,2}}\s?\$?{_N}(?![\w%]|\.\d)"
)
_AGAINST: Final = re.compile(
    r"\b(?:fl(?:y|ies)|butterfl\w+|sell|sold|short|minus|less|difference|against|the other|combine\w*|put together|together)\b"
)
_PAIR: Final = 2


def at_both_prices(reading: Reading, single: Calculation) -> tuple[Calculation, ...]:
    """A butterfly at its mid and at its natural price ("mid is .80, natural 1.10"); () where not both are told."""
    if single.call.tool != "butterfly" or single.missing:
        return ()
    text = reading.without_ladders
    told = [match for match in (_MID.search(text), _NATURAL.search(text)) if match is not None]
    debits = [float(match[1] or match[2]) for match in told]
    if len(debits) != _PAIR or debits[0] >= debits[1] or single.call.arguments.get("debit") not in debits:
        return ()
    return tuple(replace(single, call=Call("butterfly", {**single.call.arguments, "debit": debit})) for debit in debits)


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
