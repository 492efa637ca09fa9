"""Whether a sentence tells what something is worth as what is left after its cost, or a profit as what it was before it.

"The $1,700 is net of what you paid" where that is what they are worth; "$695 before fees" where fees are taken off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from assistant.guards.facts.reading import read
from assistant.guards.numeral import Numeral
from assistant.guards.numerals import numerals
from assistant.guards.states import Check

_COST: Final = (
    r"(?:debits?|costs?|premiums?|outlay|stake|purchase price|what (?:was|you|it|they)(?: have|['’]ve)? (?:paid|cost))"
)
_AWAY: Final = r"(?:subtract\w*|deduct\w*|tak(?:e|es|en|ing)|remov\w*|came|comes?|pa(?:id|ying))"
_NET: Final = re.compile(
    rf"\bnet of (?:\w+ ){{0,3}}?{_COST}|\bafter (?:{_AWAY} )?(?:(?:off|away|out|the|your|its|that|full|initial|you) ){{0,3}}"
    rf"(?:[\d.]+ )?{_COST}|\b{_COST} (?:\w+ ){{0,3}}(?:subtracted|deducted|taken (?:off|away)|removed)\b",
    re.IGNORECASE,
)
_GROSS: Final = re.compile(
    rf"\bbefore (?:{_AWAY} )?(?:(?:off|away|out|the|your|its|any|that|you) ){{0,3}}{_COST}|"
    rf"\b{_COST} (?:\w+ ){{0,2}}(?:not (?:yet )?|yet to be |still to be )(?:subtracted|deducted|taken off|removed)\b",
    re.IGNORECASE,
)
_BEFORE_FEES: Final = re.compile(
    r"\bgross\b|\bbefore (?:the |your |any )?(?:fees|commissions)\b|\b(?:fees|commissions) (?:still|"
    r"yet) (?:\w+ ){0,3}come off\b",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(r"\b(?:not|no|never|if|would|nor|neither|nothing)\b|n['’]t\b", re.IGNORECASE)
_THAN: Final = re.compile(r"\b(?:than|from|under|below)\s(?:the |about )?$", re.IGNORECASE)  # compared, and not told
_WORTH: Final = ("value", "dollars", "total", "settlement_value")
_MADE: Final = ("profit", "settlement_profit", "settlement_profit_points")
_TOOLS: Final = ("butterfly", "butterfly_value", "butterfly_value_today", "position", "round_trip", "staged_exit")


def checks(tool: str, told: Mapping[str, Any]) -> Iterator[Check]:
    """What can be held against a result of a position, `told` as a dictionary."""
    if tool not in _TOOLS:
        return
    worth, made = _values(told, _WORTH), _values(told, _MADE)
    if isinstance(told.get("settlement_profit"), (int, float)) and "contracts" in told:
        worth += [told["settlement_value"] * told["multiplier"] * n for n in {1, told["contracts"]}]
        made += [told["settlement_profit"] / told["contracts"]]
    fees = bool(told["inputs"].get("fees"))

    def check(text: str) -> str:
        for clause in read(text).clauses:
            part = text[clause.start : clause.end]
            net, gross = _NET.search(part), _GROSS.search(part)
            unpaid = fees and _BEFORE_FEES.search(part)
            if not (net or gross or unpaid) or _DENIED.search(part):
                continue
            told_of = [n for n in numerals(part) if not _THAN.search(part, max(0, n.start - 14), n.start)]
            worths = [n for n in told_of if _is(n, worth) and not _is(n, made)]
            mades = [n for n in told_of if _is(n, made) and not _is(n, worth)]
            if net and not gross and not mades and any(not _is_cost(part, n, net) for n in worths):
                return f"{worths[0].written} is what it is worth, before its cost"
            if (gross or unpaid) and not net and not worths and mades:
                return f"{mades[0].written} is what was made, after all costs"
        return ""

    yield check


def _values(told: Mapping[str, Any], names: tuple[str, ...]) -> list[float]:
    return [float(told[n]) for n in names if isinstance(told.get(n), (int, float))]


def _is(numeral: Numeral, values: list[float]) -> bool:
    return numeral.unit in ("", "money", "points") and any(
        v and abs(abs(v) - numeral.value) <= numeral.slack * 1.01 + 1e-9 for v in values
    )


def _is_cost(part: str, numeral: Numeral, net: re.Match[str]) -> bool:
    """Whether the numeral is the cost itself, or what follows is told of another: "worth 4.00; after the 0.60 debit"."""
    return net.start() <= numeral.start < net.end() or re.search(r"\bworth\b", part[: numeral.start], re.IGNORECASE) is not None
