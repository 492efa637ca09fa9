"""Options to be priced before expiry, in a question: strike and kind, the future, the time left, the volatility or the price.

Each reader returns a tool's arguments, or None where its pattern is not there. A number is read by the words around it and
then taken out, so that none is read twice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from assistant.understanding.filling.structures import Arguments
from assistant.understanding.text.quantities import Reading
from assistant.understanding.text.tokens import NUMBER

_N: Final = rf"((?<![\d.]){NUMBER})"
_IS: Final = (
    r"(?:\s(?:price[ds]?|trading|trades|is|was|at|of|the|a|now|around|about|expiry|expiration|month)){0,4}\s?[=@:]?\s?\$?"
)
_FUTURE: Final = re.compile(rf"\b(?:futures?|forward|vx\d?|underlying|f)\b{_IS}{_N}(?:\s?[/-]\s?{_N})?(?!\s?%)")
_FUTURE_AFTER: Final = re.compile(rf"(?<![\w.]){_N}\s(?:fut(?:ure)?s?|forward|underlying)\b(?! \d)")
_TIME: Final = re.compile(
    rf"(?<![\w.]){_N}\s?-?(?:calendar\s|trading\s)?(days?|dte|d|weeks?|wks?|months?|mos?|years?|yrs?|y)\b"
)
_MONTHS_IN: Final = {
    "half a": "6",
    "a half": "6",
    "half": "6",
    "a quarter": "3",
    "quarter": "3",
    "a quarter of a": "3",
    "one": "12",
}
_WORDED_TIME: Final = re.compile(
    r"\b(?P<part>half an?|a half|half|a quarter of a|a quarter|quarter|one)[ -](?:of a )?year\b"
    r"|\bt ?= ?(?P<t>(?:\d++(?:\.\d++)?|\.\d++))(?: ?/ ?(?P<of>\d++))?(?! ?-?(?:days?|d\b|weeks?|months?|years?|y\b))"
)
_VOL: Final = re.compile(
    r"\b(?:vols?|volatility|iv|sigma|σ)\b(?:\s(?:is|at|of|was|(?:drops|falls|rises|goes|spikes|jumps) to)){0,2}"
    rf"\s?[=@:]?\s?{_N}\s?(%|percent|pct)?(?!\s?-?(?:calls?|puts?|c|p)\b)"
    # of "future 20 vol 95" the 95 is the volatility
    rf"|(?<![\w.]){_N}\s?(%|percent|pct|vol)?\s?(?:implied\s)?(?:vols?\b|volatility|iv\b|sigma)"
    r"(?!\s?(?:[=@:]|is\s|of\s|at\s)?\s?\.?\d)"
)
_RATE: Final = re.compile(rf"\b(?:rates?|interest|r)\b{_IS}{_N}\s?(%|percent)?|(?<![\w.]){_N}\s?(%)\s?(?:interest|rate)")
_OPTION: Final = re.compile(rf"(?<![\w.$]){_N}\s?-?(?:strike\s)?(?:vix\s|spx\s)?(calls?|puts?|c|p)\b")
# "call 25 on vx 18"
_NAMED_FIRST: Final = re.compile(r"\b(call|put) (\d{1,4})(?= (?:on|with|when|for|costs?|trad\w+|priced|is (?:at|worth))\b)")
_STRUCK: Final = re.compile(rf"\b(?:strikes?|struck|k)\b{_IS}{_N}")
_LINE: Final = re.compile(rf"(?<![\w.]){_N}\s(?:strike|line)\b")
_SPOT: Final = re.compile(rf"\b(?:spot|index|spx|vix|level)\b{_IS}(\d{{1,3}}(?:,\d{{3}})++(?:\.\d++)?|\d++(?:\.\d++)?)")
_KIND: Final = re.compile(r"\b(call|put)s?\b")
_PRICE: Final = re.compile(
    rf"(?:\b(?:price[ds]?|premium|trad(?:es|ing)|costs?|worth|quoted|mid|mark|paid|at|for)\b|@)(?:\s(?:at|of|is|for)){{0,2}}"
    rf"\s?[=@:]?\s?\$?{_N}"
)
_SIDE: Final = re.compile(rf"\b(calls?|puts?|[cp](?=\s?[=:]))\b{_IS}{_N}(?:\s?[/x-]\s?{_N})?")
_STRUCK_SIDE: Final = re.compile(
    rf"(?<![\w.$]){_N}\s?-?(?:strike\s)?(?:vix\s|spx\s)?(calls?|puts?|c|p)\b,?{_IS}{_N}(?:\s?[/x-]\s?{_N})?"
)
_IMPLIED: Final = re.compile(r"\b(?:impl\w+|synthetic|what|whats|which|where|find|compute|get|back out)\b|\?")
_PAIRED: Final = re.compile(rf"(?<![\w.]){_N}\s(?:straddle|pair|combo|synthetic)\b")
_ONE_PRICE: Final = re.compile(
    rf"\b(call|put|forward|futures?)(?:'?s)? (bid|ask)(?: (?:is|was|at|to|of|now|goes|went|moves)){{0,3}}"
    rf"\s?[=:@]?\s?\$?{_N}(?!\s?[/x]\s?\d)"
)
_LATER: Final = re.compile(
    r"(?<![\w.])(?P<left>\d{1,4}) (?:days?|dte)(?: left| to (?:go|expiry|expiration)| dte)?\b[^.?!]{0,60}?"
    r"\b(?:in|after) (?P<on>\d{1,4}) (?:more )?days?\b"
)
_AN_OPTION: Final = (
    r"(?:an?|the|one|this|that|my) (?:(?:otm|atm|itm|out-of-the-money|vix|spx|index|single) ){0,3}"
    r"(?:call|put|option)(?: options?)?\b"
)
_NOT_LATER: Final = r"(?![^?!]{0,24}\b(?:expir\w*|settle\w*|butterfl\w*|fl(?:y|ies)|spreads?|condors?)\b)"
UNSTRUCK: Final = (
    r"^\W*(?:(?:and|so|ok|then|please|can you|could you),? ){0,2}"
    rf"(?:(?:price|value|(?:what(?:'?s| is) )?the (?:price|value|cost) of) {_AN_OPTION}{_NOT_LATER}"
    rf"|(?:what(?:'?s| is| would| does)|how much (?:is|does|would)) {_AN_OPTION} (?:be )?(?:worth|costs?){_NOT_LATER})"
)
"""A call or a put that is to be priced, and of which hardly more is told."""
_NAMES: Final = {"c": "call", "p": "put"}
_YEARS: Final = {"d": 1 / 365, "w": 7 / 365, "m": 1 / 12, "y": 1.0}


def priced(reading: Reading) -> Arguments | None:
    """An option with a volatility: what Black-76 needs; partly filled where the strike and the volatility are there."""
    found, _ = option_terms(reading.lower)
    return found if {"strike", "kind", "vol"} <= found.keys() else None


def unstruck(reading: Reading) -> Arguments | None:
    """An option to be priced without its strike: what is told of it; None where the strike is there."""
    found, _ = option_terms(reading.lower)
    kind = _KIND.search(reading.lower)
    return None if "strike" in found else {**found, **({"kind": kind[1]} if kind else {})}


def quoted(reading: Reading) -> Arguments | None:
    """An option with a price: what its implied volatility needs; partly filled where strike and price are there."""
    found, rest = option_terms(reading.lower, volatility=False)
    price = _PRICE.search(rest)
    if not {"strike", "kind"} <= found.keys() or price is None:
        return None
    return {**found, "price": float(price[1])}


def sides(reading: Reading) -> Arguments | None:
    """A call and a put of one strike with their prices, and the future: what put-call parity needs."""
    text = reading.lower
    legs = {_NAMES[m[1][0]]: _pair(m[2], m[3]) for m in reversed(list(_SIDE.finditer(text)))}
    rest = _SIDE.sub(" ", text)
    one = _STRUCK_SIDE.search(text)  # "20 call 1.80/1.95 put 1.60/1.75"
    strike, future = _STRUCK.search(rest) or _LINE.search(rest) or one, _FUTURE.search(rest)
    if not {"call", "put"} <= legs.keys() or strike is None:
        return None
    out: dict[str, Any] = {"strike": float(strike[1]), **legs}
    if future is not None:
        out["forward"] = _pair(future[1], future[2])
    return {**out, **time_and_rate(rest)}


def time_and_rate(text: str) -> dict[str, Any]:
    """The years and the rate that `text` tells: of a parity they count where they are told together, be it in turn."""
    terms, _ = option_terms(text, volatility=False)
    return {k: terms[k] for k in ("years", "rate") if k in terms}


def pair(reading: Reading) -> Arguments | None:
    """A call and a put of one strike, each with a price or a bid and an ask, and no future: what implies a forward."""
    text = reading.lower
    if _IMPLIED.search(text) is None:
        return None
    struck = list(_STRUCK_SIDE.finditer(text))
    if len(struck) == 2 and struck[0][1] == struck[1][1]:
        legs, strike = {m[2][0]: _pair_or_one(m[3], m[4]) for m in struck}, struck[0][1]
        rest = _STRUCK_SIDE.sub(" , ", text)
    else:
        legs = {m[1][0]: _pair_or_one(m[2], m[3]) for m in _SIDE.finditer(text)}
        rest = _SIDE.sub(" , ", text)
        found = _STRUCK.search(text) or _LINE.search(rest) or _PAIRED.search(rest) or _STRUCK_SIDE.search(text)
        strike = found[1] if found else ""
    terms, _ = option_terms(rest, volatility=False)
    if legs.keys() != {"c", "p"} or not strike or "forward" in terms:
        return None
    return {"strike": float(strike), "call": legs["c"], "put": legs["p"], **time_and_rate(rest)}


def vol_changed(reading: Reading, names: Sequence[str]) -> Arguments:
    """One volatility for every leg ("what if vol drops to 80"); empty where the words give none."""
    found, _ = option_terms(reading.lower)
    return dict.fromkeys(names, found["vol"]) if found.keys() == {"vol"} else {}


def terms_changed(reading: Reading, vols: Sequence[str]) -> Arguments:
    """Several terms of an option at once ("future 19, 30 days, vol 90"); empty where the words give one or none.

    `vols` are the parameters that take the volatility.
    """
    found, _ = option_terms(reading.lower)
    terms = {**strike_changed(reading), **found} if len(vols) == 1 else found
    if len(terms) < 2:
        return {}
    vol = terms.pop("vol", None)
    return terms if vol is None else {**terms, **dict.fromkeys(vols, vol)}


def strike_changed(reading: Reading) -> Arguments:
    """Another strike of the one option ("30 strike instead", "strike 22"); empty where none is named."""
    struck = _STRUCK.search(reading.lower) or _LINE.search(reading.lower)
    return {"strike": float(struck[1])} if struck else {}


def sides_changed(reading: Reading, known: Arguments) -> Arguments:
    """What the words give of a parity anew: one side's bid and ask, or one of the two; the future, the time, the rate."""
    text = reading.lower
    if (one := _ONE_PRICE.search(text)) is not None:
        name = "forward" if one[1].startswith("fut") else one[1]
        pair = list(known[name])
        pair[("bid", "ask").index(one[2])] = float(one[3])
        return {name: pair}
    legs = {_NAMES[m[1][0]]: _pair(m[2], m[3]) for m in _SIDE.finditer(text)}
    rest = _SIDE.sub(" , ", text)
    future = _FUTURE.search(rest)
    forward = {"forward": _pair(future[1], future[2])} if future is not None else {}
    return legs | forward | time_and_rate(rest)


def option_terms(text: str, *, volatility: bool = True) -> tuple[dict[str, Any], str]:
    """(strike, kind, forward, years, vol and rate as far as the text gives them, the text without them)."""
    out: dict[str, Any] = {}

    def take(pattern: re.Pattern[str]) -> re.Match[str] | None:
        nonlocal text
        match = pattern.search(text)
        if match is not None:
            text = f"{text[: match.start()]} , {text[match.end() :]}"
        return match

    if " year" in text or "t =" in text or "t=" in text:
        text = _WORDED_TIME.sub(
            lambda m: f"{_MONTHS_IN[m['part']]} months" if m["part"] else f"{float(m['t']) / float(m['of'] or 1):.12g} years",
            text,
        )
    later = _LATER.search(text)
    if later is not None and int(later["left"]) > int(later["on"]):  # "40 days left, what's it worth in 10 days"
        out["years"] = round((int(later["left"]) - int(later["on"])) * _YEARS["d"], 12)
    elif time := take(_TIME):
        out["years"] = round(float(time[1]) * _YEARS[time[2][0]], 12)
    if volatility and (vol := take(_VOL)):
        out["vol"] = share(vol[1] or vol[3], vol[2] or vol[4])
    if rate := take(_RATE):
        out["rate"] = share(rate[1] or rate[3], rate[2] or rate[4])
    if future := take(_FUTURE) or take(_FUTURE_AFTER):
        out["forward"] = float(future[1])
    if option := take(_OPTION):
        out["strike"], out["kind"] = float(option[1]), "call" if option[2][0] == "c" else "put"
    elif option := take(_NAMED_FIRST):
        out["strike"], out["kind"] = float(option[2]), option[1]
    elif (kind := _KIND.search(text)) and (strike := take(_STRUCK) or take(_LINE)):
        out["strike"], out["kind"] = float(strike[1]), kind[1]
    return out, text


def share(number: str, mark: str | None = None) -> float:
    """A volatility or rate as a decimal; above 3 it was meant in percent ("vol 85")."""
    value = float(number)
    return round(value / 100, 12) if mark or value > 3 else value


def _pair(bid: str, ask: str | None) -> list[float]:
    return [float(bid), float(ask if ask is not None else bid)]


def _pair_or_one(bid: str, ask: str | None) -> list[float]:
    return [float(bid)] if ask is None else [float(bid), float(ask)]


def gamma_terms(reading: Reading) -> Arguments:
    """The level of the index and the days left, as far as the question gives them."""
    found, rest = option_terms(reading.lower)
    spot = _SPOT.search(rest)
    days = {"days": round(365 * found["years"])} if "years" in found else {}
    return {"spot": float(spot[1].replace(",", ""))} | days if spot else days
