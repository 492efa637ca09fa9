"""Whether a sentence gives a thing of a result the other state: "not depressed" where the result says so, "backwardation" for a
curve that slopes up, a buyer who is paid.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from assistant.guards.numerals import numerals
from assistant.guards.poles import poles
from assistant.understanding.premises.opposites import Lexicon, words_of
from tools.result import Result

_DENIED: Final = re.compile(
    r"\b(?:not|no|never|nor|neither|without|cannot|hardly|nowhere|isn|wasn|too (?:high|low|far|weak|early|late) (?:to|for)|"
    r"fails? to|failed to|short of|yet to)\b|n['’]t\b",
    re.IGNORECASE,
)
_SUPPOSED: Final = re.compile(
    r"\b(?:if|when|whenever|would|should|could|may|might|must|needs?|once|unless|until|only|every|any|whether|than|"
    r"rule|often|counts? as|called|than)\b",
    re.IGNORECASE,
)
_COUNTS: Final = re.compile(r"\bcounts? as\b", re.IGNORECASE)
_ADJECTIVES: Final = {"depressed": "depressed", "extreme": "extreme|stretched|overbought", "expanding": "expanding|expands"}
_DEAL: Final = re.compile(r"\b(?:(?P<buys>buy(?:s|ing|er|ers)?|bought)|(?P<sells>sell(?:s|ing|er|ers)?|sold))\b", re.IGNORECASE)
_STAGED: Final = Lexicon(
    {word: way for way, side in ((1, "up"), (-1, "down")) for word in words_of("move", side) if word not in ("double", "firm")}
    | {"lowered": -1, "lowers": -1, "lowering": -1}
)
_STAGING: Final = re.compile(
    r"\b(?:staging|layering|averaging|scaling|buying in (?:stages|steps)|later fills?)\b", re.IGNORECASE
)

_SERVES: Final = re.compile(
    r"\b(?:roll|rolling|carry)\b[^.;,]{0,12} (?:(?P<for>works? for|helps?|favou?rs|is good for|benefits)|works? against|"
    r"hurts?|is bad for)"
    r" (?:a |the )?longs?\b",
    re.IGNORECASE,
)
_SERVED: Final = re.compile(
    r"\b(?:(?P<for>work\w* (?:for you|in your favou?r|out)|help\w*|paid off|pays off)|work\w* against you|hurt\w*|"
    r"backfir\w*)\b",
    re.IGNORECASE,
)
_ROLLED: Final = re.compile(
    r"\broll\w* (?:over )?(?:an? |the |your )?longs?\b(?: position| future| contract)?s? (?:forward |over |on |along |"
    r"ahead )?(?:(?P<earns>earns?|pays|gains?|"
    r"makes?|brings? in|adds?)|(?P<costs>costs?|loses?|bleeds?))\b",
    re.IGNORECASE,
)

Check = Callable[[str], str]


def checks(result: Result, told: Mapping[str, Any]) -> Iterator[Check]:
    """What can be held against that result, `told` as a dictionary: each takes a sentence and tells what is wrong, or ""."""
    for name, words in _ADJECTIVES.items():
        if isinstance(told.get(name), bool):
            yield _of_a_state(name, words, holds=told[name])
    if told.get("state") in ("contango", "backwardation") and told.get("contango_share") in (0.0, 1.0):
        yield _of_a_curve(1 if told["state"] == "contango" else -1)
    if (told.get("debit") or 0) >= 0 and not {"leave", "exits"} & result.inputs.keys():  # who closes may sell at a loss
        yield _trades
    if isinstance(told.get("lowered"), bool) and "average" in told:
        yield _of_staging(told["average"] - told["first_price"])


def _of_a_state(name: str, words: str, *, holds: bool) -> Check:
    pattern = re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    stated = re.compile(
        rf"\b(?:is|was|are|stays|looks|reads|currently|now|so counts as|(?:the|this|its|your) (?:level|reading|value) "
        rf"counts as|"
        rf"(?:does|still|therefore|thus) counts? as)\s(?:\w{{1,12}}\s){{0,2}}(?:{words})\b",
        re.IGNORECASE,
    )

    def check(text: str) -> str:
        m = pattern.search(text)
        if m is None:
            return ""
        denied = _DENIED.search(re.split(r"[,;:]", text[max(0, m.start() - 50) : m.start()])[-1]) is not None
        if holds and denied and not re.search(r"\b(?:if|when|but|only|just)\b", text[: m.start()], re.IGNORECASE):
            return f"the result says that it is {name}"
        if not holds and not denied and stated.search(text) and not _SUPPOSED.search(_COUNTS.sub("", text)):
            return f"the result says that it is not {name}"
        return ""

    return check


def _of_a_curve(side: int) -> Check:
    def check(text: str) -> str:
        if _SUPPOSED.search(text):
            return ""
        rolled = _ROLLED.search(text)
        if (
            (serves := _SERVES.search(text)) is not None
            and not _DENIED.search(text)
            and (serves["for"] is not None) == (side > 0)
        ):
            return f"rolling {'costs' if side > 0 else 'earns'} a long position here"
        if rolled is not None and not _DENIED.search(text) and (rolled["earns"] is not None) == (side > 0):
            return f"rolling {'costs' if side > 0 else 'earns'} a long position here"
        if poles(text).get("curve", side) == side:
            return ""
        return f"the curve is in {'contango' if side > 0 else 'backwardation'}"

    return check


def _trades(text: str) -> str:
    """Who buys pays, who sells is paid; only a sentence that has one of each is judged."""
    deals = {m.lastgroup for m in _DEAL.finditer(text)}
    if len(deals) != 1 or _DENIED.search(text):
        return ""
    cash = poles(text).get("cash", 0) or (-1 if re.search(r"\bcosts? (?:you|him|her|them|one)\b", text) else 0)
    if cash and cash == (1 if "buys" in deals else -1):
        return "who buys pays, and who sells is paid"
    return ""


def _of_staging(change: float) -> Check:
    def check(text: str) -> str:
        m = _STAGING.search(text)
        if m is None or abs(change) < 1e-9 or _DENIED.search(text) or _SUPPOSED.search(text):
            return ""
        served = _SERVED.search(text)
        if served is not None and (served["for"] is not None) == (change > 0):
            return f"staging {'raised' if change > 0 else 'lowered'} the average"
        ways = {way for _, _, way in _STAGED.find(text)}
        wrong = len(ways) == 1 and ways.pop() * change < 0 and not numerals(text)
        return f"staging {'raised' if change > 0 else 'lowered'} the average" if wrong else ""

    return check
