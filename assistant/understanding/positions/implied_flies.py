"""A butterfly told by some of its figures, the others asked for: its wing, its strikes, its debit, and what hangs on them.

"It cost 0.80 and makes $420 at the body, how wide are the wings?", "the 25/30/35 breaks even at 25.85, what did I pay?". Each
figure is read by the words beside it; a number with no such words is none of the butterfly.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Final

from assistant.understanding.filling.frame import Frame
from assistant.understanding.filling.payoff_slots import CONTRACTS, LEVEL, NO_LEVEL, SETTLEMENT
from assistant.understanding.filling.slots import Slot, fill
from assistant.understanding.filling.structures import Arguments
from assistant.understanding.text import role_words
from assistant.understanding.text.quantities import Reading, blanked
from tools.contracts import SPECIFICATIONS

_N: Final = r"\$?((?:\d++(?:\.\d++)?|\.\d++)(?![\d%]|/\d| ?(?:debit|credit)))"
_IS: Final = (
    r"(?: (?:is|are|at|of|was|were|being|equals?|a|about|only|just|to be|then|out|come|comes|here"
    r"|shows?|reads?|sits)){0,4}[ :=(,]{1,3}"
)
_BESIDE: Final = _IS.replace(",]", "]")  # "wings, 90 cents" are two things
_COMES_TO: Final = _IS.replace("|at|", "|")  # "max profit at 30" tells where
_OF_IT: Final = r"(?: (?:on|of|for) (?:my|our|the|this|that|an?)(?: (?:vix|call|fly|butterfly))*+(?: {2,}(?:fly|butterfly)?)?)?"
_EVENS: Final = r"(?:break[- ]?evens?(?: (?:points?|levels?|prices?))?|bes\b|be's\b|b/es?\b|breaks? even)" + _OF_IT
_ONE_EVEN: Final = rf"(?:{_EVENS}|be\b{_OF_IT})"
_PAIR: Final = rf"\$?(\d++(?:\.\d++)?)\s?(?:and|&|/|,|-|to|or) ?(?:at )?{_N}"
_ENDS: Final = re.compile(
    rf"\b(?:{_EVENS}{_IS}|(?:profit\w*|in the money|gains?|makes money|zone|range)(?: (?:zone|range|runs?|lies|is"
    r"|only)){0,2} "
    rf"(?:from|between|inside|within) ){_PAIR}"
)
_LOW_END: Final = re.compile(rf"\b(?:lower|bottom|left|downside) {_ONE_EVEN}{_IS}{_N}")
_HIGH_END: Final = re.compile(rf"\b(?:upper|top|right|upside) {_ONE_EVEN}{_IS}{_N}")
_END: Final = re.compile(rf"\b{_EVENS}{_IS}{_N}")
_ZONE: Final = re.compile(
    rf"\b(?:profit(?:able)? (?:zone|range)|zone|range)(?: width)?{_IS}{_N}(?: (?:points?|pts?))?(?: wide)?"
    r"(?! ?(?:and|to|-|&|/) ?\d)"
    rf"|(?<![\w.]){_N}[ -](?:points? |point-)?(?:wide )?(?:profit )?(?:zone|range)\b"
)
_SHARE: Final = re.compile(r"(?<![\w.])(\d++(?:\.\d++)?)\s?(?:%|percent|pct) of (?:the |its |each )?(?:wing|width)")
_RATIO: Final = re.compile(
    rf"(?<![\w.$/]){_N}\s?(?:to|:|-to-|-)\s?(?:1|one)\b(?!\s?[:\d]|\.\d)"
    rf"|\b(?:(?:reward|payoff|payout|return)\s?(?:to|:|/|-|over)?-?\s?risk|risk\s?(?:to|:|/|-)?-?\s?reward|r/r)"
    rf"(?: ratio)?{_IS}{_N}"
)
_CENTRE: Final = r"(?:(?:the |its )?(?:body|best|most|peak|pin|cent(?:re|er)|middle)(?: strike)?)\b"
_BEST: Final = re.compile(
    r"\b(?:(?:max(?:imum|imal|\.)?|peak|best|top|largest|biggest|greatest) (?:profit|gain|payoff|reward|win|result"
    rf"|outcome|case)|(?:net )?(?:profit|gain|reward)(?: that it makes)? (?:at|on) {_CENTRE}"
    r"|(?:best|most) [^\d.?!]{0,28}?\b(?:make|earn|do|gain|win)s?"
    rf"|(?:earn|make|pay|gain)s? (?:me )?at (?:most|best)){_COMES_TO}{_N}"
    rf"|\b(?:makes?|earns?|pays?|made|profit of|gain of|nets?)(?: (?:me|us|you))? {_N}(?: (?:dollars?|points?|profit"
    rf"|net)){{0,2}} (?:(?:at|on) {_CENTRE}|max\b|tops\b)|\brisks? [^?!]{{1,24}}? to (?:make|win|earn) {_N}"
    rf"|\b(?:(?:can|could|may|might) (?:only )?(?:make|win|earn|gain)|(?:tops? out|peaks?|max(?:es)? out|is capped) at) {_N}"
)
_RISK: Final = re.compile(
    r"\b(?:(?:max(?:imum|imal|\.)?|largest|biggest|greatest|worst) (?:loss|risk|result|outcome|case)|risks?|risking"
    rf"|(?:most|worst) [^\d.?!]{{0,28}}?\b(?:lose|cost)s?|(?:can|could|or|may|might) (?:only )?lose){_COMES_TO}{_N}"
)
_WING: Final = re.compile(
    rf"\bw(?:ings?|idth)(?: (?:widths?|size|span))?{_BESIDE}{_N}(?! ?(?:calls?|puts?|strike|cents))"
    r"|(?<![\w.$/])(\d++(?:\.\d++)?)[ -](?:(?:points?|pts?)[ -])?(?:wide(?! (?:profit|zone|range))|wings?\b|width\b)"
)
_STRIKE: Final = r"(?: bought)? (?:strike|leg|call)"
_STRIKES: Final = {
    "lower": re.compile(rf"\b(?:lower|lowest|bottom|low){_STRIKE}{_IS}{_N}"),
    "body": re.compile(rf"\b(?:body|cent(?:re|er)(?:e?d)?|middle)(?: strike)?(?: (?:on|around))?{_IS}{_N}"),
    "upper": re.compile(rf"\b(?:upper|highest|top|high){_STRIKE}{_IS}{_N}"),
}
_MADE: Final = Slot(
    "profit",
    units=("plain", "money"),
    before=r"\b(?:made|makes?|earn(?:ed|s)?|gain(?:ed|s)?|profit(?: of| was| is)?|won|up|brought|returned)(?: (?:me|us|a))?",
    after=r"(?:dollars? )?(?:of )?(?:net )?(?:profit|gain)\b",
)
_LOST: Final = Slot(
    "profit", units=("plain", "money"), before=r"\b(?:lost|loses?|loss(?: of| was| is)?|down)(?: (?:me|us|a))?", negate=True
)
_AT: Final = Slot("settlement", before=r"\b(?:at|when|with vix at)", other=NO_LEVEL, low=5)
_PAID: Final = Slot("debit", units=("plain", "money"), before=role_words.PAID, after=r"(?:points? )?(?:net )?debit\b", low=0.01)
_QUOTED: Final = replace(_PAID, before=rf"{role_words.QUOTED}|\b(?:it'?s|it is|they'?re|is)", after="", high=20.0)
_IN_DOLLARS: Final = 20.0  # more than that is no number of points that a butterfly costs or makes
_A_POINT: Final = SPECIFICATIONS["VIX option"].per_point
_FLY: Final = ("fly", "flies", "butterf", "wing", "strike")
_NOT: Final = (
    "condor",
    "spread",
    "straddle",
    "strangle",
    "vertical",
    "calendar",
    "irr",
    "wacc",
    "tranche",
    "macd",
    "rsi",
    "put",
)
_ASKED: Final = re.compile(
    r"\b(?:what|whats|which|how|find|give|solve|work out|recover|back out|name|tell|calculate|compute|where|max\w*|most"
    r"|forgot|forgotten|(?:don'?t|can'?t|cannot) (?:know|remember|recall|find)"
    r"|reward|percent\w*|wings?\W*$|strikes?\W*$|width\W*$)\b|\?"
)
_PIN: Final = re.compile(
    r"\b(?:how often|how many times|(?:hit|win|strike|success) rates?|break-?even (?:rate|frequency|probability|odds)"
    r"|frequency"
    r"|(?:share|percent\w*|fraction) of the time)\b"
)
_OF_WING: Final = re.compile(r"(?:%|percent\w*|pct|share|fraction|part) of (?:the |its |a |one )?(?:wing|width)\b")
_THOUSANDS: Final = re.compile(r"(?<=\d),(?=\d{3}\b)")
_PLAIN: Final = ("debit", "wing", "lower", "body", "upper")
"""Figures from which the rest follows forwards; with three strikes and a debit the butterfly itself is worked out."""


def implied(reading: Reading) -> Arguments | None:
    """What is told of the butterfly; None where nothing has to be found the other way round."""
    text = reading.lower
    ladder = reading.ladder
    if len(ladder) not in (0, 3) or len(reading.ladders) > 1 or any(word in text for word in _NOT):
        return None
    if not (ladder or any(word in text for word in _FLY)) or reading.legs or reading.series:
        return None
    rated = _PIN.search(text) is not None or _OF_WING.search(text) is not None
    if not rated and _ASKED.search(text) is None:
        return None
    known: dict[str, Any] = dict(zip(("lower", "body", "upper"), ladder, strict=False))
    told, rest = _figures(_THOUSANDS.sub("", reading.without_ladders), known)
    paid = fill(rest, (SETTLEMENT, LEVEL, _PAID, _QUOTED))
    if "debit" in paid.arguments:
        debit = paid.arguments["debit"]
        told["debit"] = debit if debit < _IN_DOLLARS else round(debit / _A_POINT, 12)
    if ladder and "debit" in told and not rated:
        return None
    if ladder and not told and (made := _made_at(rest)):
        told = made
    if not told or (ladder and not rated and told.keys() <= {*_PLAIN}) or len(known) + len(told) < 2:
        return None
    count = fill(rest, (CONTRACTS,)).arguments.get("contracts")
    scaled = count and told.keys() & {"max_profit", "max_loss", "profit"}
    return {**known, **told, **({"contracts": count} if scaled else {})}


def _figures(text: str, known: Arguments) -> tuple[dict[str, Any], Reading]:
    """The figures told by their names, and the text without their numbers."""
    out: dict[str, Any] = {}

    def take(form: re.Pattern[str], *names: str) -> None:
        nonlocal text
        match = form.search(text)
        if match is None or any(name in out for name in names):
            return
        if known and form in (_ENDS, _END, _LOW_END, _HIGH_END):  # "break-evens of the 25/30/35 at 0.90" tells its price
            ends = [float(n) for n in match.groups() if n]
            if not all(known["lower"] < end < known["upper"] for end in ends):
                return
        spans = [match.span(n) for n in range(1, len(match.groups()) + 1) if match[n]]
        for name, (start, end) in zip(names, spans, strict=False):
            out[name] = _value(name, text, start, end)
        text = blanked(text, [match.span()] if form is _RATIO else spans)  # the "risk" of a ratio is no largest loss

    take(_LOW_END, "break_even_low")
    take(_HIGH_END, "break_even_high")
    if not out:
        take(_ENDS, "break_even_low", "break_even_high")
    if not out and (single := _END.search(text)) and "body" in known:
        take(_END, "break_even_low" if float(single[1]) < known["body"] else "break_even_high")
    take(_SHARE, "debit_share")
    take(_ZONE, "zone_width")
    take(_RATIO, "reward_to_risk")
    take(_BEST, "max_profit")
    take(_RISK, "max_loss")
    if not known:
        take(_WING, "wing")
        for name, form in _STRIKES.items():
            take(form, name)
    return out, Reading(text)


def _value(name: str, text: str, start: int, end: int) -> float:
    """The number as the tool takes it: sums of money in dollars, points told for them made dollars."""
    value = float(text[start:end])
    if name == "debit_share":
        return value / 100
    if name not in ("max_profit", "max_loss"):
        return value
    money = text[max(0, start - 1) : start] == "$" or re.match(r" ?(?:dollars|bucks|usd)", text[end:]) or value >= _IN_DOLLARS
    cents = re.match(r" ?cents?\b", text[end:])
    return value if money else value if cents else round(value * _A_POINT, 9)


def _made_at(rest: Reading) -> dict[str, Any]:
    """What it made at a settlement; empty where either is not told."""
    found = fill(rest, (SETTLEMENT, _MADE, _LOST, _AT)).arguments
    return found if {"settlement", "profit"} <= found.keys() and abs(found["profit"]) >= _IN_DOLLARS else {}


FRAME: Final = Frame(
    "implied_butterfly",
    r"\b(?:break[- ]?evens?|breaks? even|bes|(?:upper|lower|top|bottom|left|right|upside|downside) be"
    r"|b/es?|profit\w*|gain\w*|max\w*|reward|risk\w*|w(?:ings?|idth|ide)|zone|range"
    r"|body"
    r"|strikes?|made|makes?|returned|tops?|lost|loses?|earns?|best|most|worst|pins?|rate|often|\d ?(?:to|:) ?1)\b",
    structure=implied,
    holds=("fly", "flies", "wing", "strike", "/", "-"),
)
