"""Which figures of a source a numeral may be as it is told: in that unit, as a change or a place, in whole numbers."""

from __future__ import annotations

import re
from typing import Final

from assistant.guards.figure import Figure
from assistant.guards.numeral import Numeral
from assistant.guards.units import Unit

_OTHER_COIN: Final = re.compile(r"[€£¥]|\b(?:euros?|pounds?|sterling|yen|francs?|eur|gbp|chf|jpy)\b", re.IGNORECASE)
_CLOCK: Final = ("minutes", "hours", "weeks", "months")  # units in which no tool counts unless it says so
DAYS: Final = ("days", "calendar days", "business days")
LEVELS: Final = frozenset(("strike", "lower", "body", "upper", "settlement", "zone", "break", "even"))
_PRICED: Final = LEVELS | {"curve", "forward", "front", "second", *(f"m{n}" for n in range(1, 10))}  # how high, not how far
_PLACE: Final = frozenset(("point", "date"))  # of a series: where in it something lies
_SPAN: Final = re.compile(r"week|month", re.IGNORECASE)
_AGO: Final = re.compile(r"\s?(?:ago|earlier)\b", re.IGNORECASE)
_BY_SO_MUCH: Final = re.compile(
    r"\b(?:ris\w{1,3}|rose|falls?|fell|chang\w{1,3}|climb\w{0,3}|drop\w{0,4}|gain\w{0,3}) by (?:about )?$", re.IGNORECASE
)


def fitting(numeral: Numeral, text: str, same: list[Figure], asked: str) -> list[Figure]:
    """Those of the figures of its value that the numeral may be; `asked`: the user's words, which may bring another coin."""
    fit = [f for f in same if f.unit is not None and _fits(numeral.unit, f)]
    if "-" in text[numeral.start : numeral.end]:
        fit = [f for f in fit if numeral.unit not in DAYS or f.unit != "count"]  # "five-day windows" count no rows
    untyped = [f for f in same if f.unit is None]
    if fit or not numeral.unit or len(untyped) == len(same):
        whole = numeral.unit not in DAYS or numeral.value % 1 == 0
        fit += [f for f in untyped if whole and _may_count(numeral.unit, f)]
    if numeral.unit == "share":
        fit = [f for f in fit if f.unit == "share" or f.value <= 1.5 or f.unit is None]
    if numeral.unit in ("bars", "count") and numeral.value % 1:  # only what is counted in parts
        fit = [f for f in fit if f.unit == numeral.unit or (f.said and numeral.unit == "count")]
    if numeral.unit in DAYS and _SPAN.search(text, numeral.start, numeral.end):
        fit = [f for f in fit if f.unit in DAYS]  # a week is seven days, and no seven bars
    if numeral.unit in ("bars", *DAYS) and _AGO.match(text, numeral.end):
        fit = [f for f in fit if not _PLACE & f.words]
    if _BY_SO_MUCH.search(text, max(0, numeral.start - 24), numeral.start):
        away = [f for f in fit if not (f.exact and f.words & _PRICED)]
        fit = fit if len(away) == len(fit) else [f for f in away if f.unit == numeral.unit]
    plain = [f for f in same if f.exact and f.unit == ""]
    if plain and numeral.unit in ("points", "count", "money") and not any(f.exact and f.unit == numeral.unit for f in same):
        fit = []  # a ratio or an index, which counts nothing
    if numeral.unit == "money" and _OTHER_COIN.search(text[numeral.start : numeral.end]) and not _OTHER_COIN.search(asked):
        fit = []
    return fit


def _fits(said: Unit, source: Figure) -> bool:
    if said in DAYS and source.unit == "count":
        return "row" in source.words  # a row may be a day
    if said in DAYS and source.unit == "bars":
        return True
    if said in DAYS and source.unit in DAYS:
        return said == source.unit or (said != "business days" and "business days" not in (said, source.unit))
    if said == "bars" and source.unit in ("count", *DAYS):
        return True
    if said == "times" and source.unit == "share":
        return source.exact  # "one and a half times the stake", "0.20 times the gap"
    return said in ("", source.unit) or (said == "share" and source.unit == "times")


def _may_count(said: Unit, source: Figure) -> bool:
    """Whether a figure without a unit may be told in that one: the user leaves units out, tools and claims write dollars."""
    if source.said:
        return True
    return said not in ("money", *_CLOCK) and (source.exact or said not in DAYS)
