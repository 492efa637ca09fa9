"""Whether a sentence gives a thing of a result the other state: "negative delta" where it is above zero, "in the money" for an
option that is out of it, "short the 25 call" where the leg was bought, "not depressed" where the result says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from assistant.guards.fields import scalars
from assistant.guards.numerals import numerals
from assistant.guards.poles import poles
from assistant.understanding.opposites import Lexicon, words_of
from tools.result import Result

# Fields whose sign a sentence may tell, and what they are called.
_SIGNED: Final[Mapping[str, str]] = {
    "delta": "delta",
    "gamma": "gamma",
    "vega": "vega",
    "theta": "theta",
    "histogram": "histogram",
    "macd": "macd(?: line| value)?",
    "signal": "signal line",
    "slope": "slope",
    "roll_yield": "roll yield|carry",
    "value": "irr|rate of return|internal rate",
    "net": "net",
    "correlation": "correlation",
}
_ONLY_OF: Final[Mapping[str, tuple[str, ...]]] = {"value": ("irr", "xirr")}
_IS: Final = (
    r"(?:\s(?:is|was|are|remains?|stays?|stayed|turned|turns|stands?|came out|comes out|being|now|still|just|clearly|"
    r"slightly|on|"
    r"the|latest|last|bar|reads?|ends?|ended)){0,5}\s"
)
_SIDE: Final = r"(?P<{0}>positive|above zero|over zero)|(?P<{1}>negative|below zero|under zero|beneath zero)"
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
_ADJECTIVES: Final = {"depressed": "depressed", "extreme": "extreme|stretched|overbought", "expanding": "expanding|expands"}
_CROSS: Final = re.compile(
    r"\b(?:cross(?:es|ed|ing)?|(?:br[eo]\w{2,5}|mov\w{1,3}|went|gone|climb\w{0,3}|r[io]sen?|fell|fallen|dropp?\w{0,3}|dipped|"
    r"slipped|slid|pushed|popped)(?=\s(?:\w{1,6}\s)?(?:above|over|below|under|beneath)\s(?:its|"
    r"the)\s(?:\w{1,9}-\w{1,9}\s)?signal))"
    r"(?:\s(?:back|just|has|recently|over))?\s(?:(?P<up>above|over|up|upwards?)|(?P<down>below|"
    r"under|beneath|"
    r"down|downwards?))\b|\b(?:(?P<bull>bullish|upward)|(?P<bear>bearish|downward))\s(?:macd\s|signal\s)?cross(?:over)?\b",
    re.IGNORECASE,
)
_LEG: Final = re.compile(
    r"\b(?:(?P<long>long|buy|buys|buying|bought|own|owns|owning|holding)|(?P<short>short|sell|sells|selling|sold|"
    r"write|writes|wrote|"
    r"writing))\s(?:the |a |an |one |two |three |\d{1,2} |your |of |"
    r"both ){0,3}(?P<strike>\d{1,6}(?:\.\d{1,3})?)(?:[- ]strike)?\s?"
    r"(?P<kind>calls?|puts?|c|p)\b",
    re.IGNORECASE,
)
_DEAL: Final = re.compile(r"\b(?:(?P<buys>buy(?:s|ing|er|ers)?|bought)|(?P<sells>sell(?:s|ing|er|ers)?|sold))\b", re.IGNORECASE)
_MONEYNESS: Final = re.compile(
    r"\b(?:(?P<itm>in[- ]the[- ]money|itm)|(?P<otm>out[- ]of[- ]the[- ]money|otm|out of the money))\b", re.IGNORECASE
)
_STAGED: Final = Lexicon(
    {word: way for way, side in ((1, "up"), (-1, "down")) for word in words_of("move", side) if word not in ("double", "firm")}
    | {"lowered": -1, "lowers": -1, "lowering": -1}
)
_STAGING: Final = re.compile(
    r"\b(?:staging|layering|averaging|scaling|buying in (?:stages|steps)|later fills?)\b", re.IGNORECASE
)

Check = Callable[[str], str]


def checks(result: Result, told: Mapping[str, Any]) -> Iterator[Check]:
    """What can be held against that result, `told` as a dictionary: each takes a sentence and tells what is wrong, or ""."""
    signed = {
        name: value
        for name, value in scalars(told)
        if name in _SIGNED and value and result.tool in _ONLY_OF.get(name, (result.tool,))
    }
    if signed:
        yield _of_signs(signed)
    for name, words in _ADJECTIVES.items():
        if isinstance(told.get(name), bool):
            yield _of_a_state(name, words, holds=told[name])
    if told.get("crossed") in ("up", "down"):
        yield _of_a_cross(up=told["crossed"] == "up")
    if told.get("state") in ("contango", "backwardation") and told.get("contango_share") in (0.0, 1.0):
        yield _of_a_curve(1 if told["state"] == "contango" else -1)
    if (told.get("debit") or 0) >= 0 and not {"leave", "exits"} & result.inputs.keys():  # who closes may sell at a loss
        yield _trades
    if legs := [leg for leg in told.get("legs") or () if isinstance(leg, dict) and "side" in leg]:
        yield _of_legs(legs)
    if {"forward", "strike", "kind"} <= result.inputs.keys():
        yield _of_moneyness(result.inputs)
    if isinstance(told.get("lowered"), bool) and "average" in told:
        yield _of_staging(told["average"] - told["first_price"])


def _of_signs(signed: Mapping[str, float]) -> Check:
    patterns = [
        (
            name.replace("_", " "),
            value,
            re.compile(
                rf"\b(?P<p1>positive)\s(?:\w{{1,12}}\s)?(?:{_SIGNED[name]})\b|"
                rf"\b(?P<n1>negative)\s(?:\w{{1,12}}\s)?(?:{_SIGNED[name]})\b|"
                rf"\b(?:{_SIGNED[name]}){_IS}(?:{_SIDE.format('p2', 'n2')})\b",
                re.IGNORECASE,
            ),
        )
        for name, value in signed.items()
    ]

    def check(text: str) -> str:
        for name, value, pattern in patterns:
            for m in pattern.finditer(text):
                way = 1 if m["p1"] or m["p2"] else -1
                before = text[max(0, m.start() - 30) : m.end()]
                if way * value < 0 and not _DENIED.search(before) and not _SUPPOSED.search(text):
                    return f"the {name} is {'negative' if value < 0 else 'positive'}"
        return ""

    return check


def _of_a_state(name: str, words: str, *, holds: bool) -> Check:
    pattern = re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    stated = re.compile(
        rf"\b(?:is|was|are|stays|looks|reads|currently|now|so counts as)\s(?:\w{{1,12}}\s){{0,2}}(?:{words})\b", re.IGNORECASE
    )

    def check(text: str) -> str:
        m = pattern.search(text)
        if m is None:
            return ""
        denied = _DENIED.search(re.split(r"[,;:]", text[max(0, m.start() - 50) : m.start()])[-1]) is not None
        if holds and denied and not re.search(r"\b(?:if|when|but|only|just)\b", text[: m.start()], re.IGNORECASE):
            return f"the result says that it is {name}"
        if not holds and not denied and stated.search(text) and not _SUPPOSED.search(text.replace("counts as", "")):
            return f"the result says that it is not {name}"
        return ""

    return check


def _of_a_cross(*, up: bool) -> Check:
    def check(text: str) -> str:
        for m in _CROSS.finditer(text):
            said = bool(m["up"] or m["bull"])
            if said != up and not _DENIED.search(text[max(0, m.start() - 30) : m.start()]) and not _SUPPOSED.search(text):
                return f"the cross was {'upward' if up else 'downward'}"
        return ""

    return check


def _of_a_curve(side: int) -> Check:
    def check(text: str) -> str:
        if poles(text).get("curve", side) == side or _SUPPOSED.search(text):
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


def _of_legs(legs: list[dict[str, Any]]) -> Check:
    known = {(str(leg["kind"])[0], float(leg["strike"])): set[str]() for leg in legs}
    for leg in legs:
        known[(str(leg["kind"])[0], float(leg["strike"]))].add(str(leg["side"]))

    def check(text: str) -> str:
        for m in _LEG.finditer(text):
            said = "long" if m["long"] else "short"
            sides = known.get((m["kind"][0].lower(), float(m["strike"])), {said})
            if said not in sides and not _DENIED.search(text[max(0, m.start() - 20) : m.start()]):
                return f"the {m['strike']} {m['kind']} is {next(iter(sides))}"
        return ""

    return check


def _of_moneyness(inputs: Mapping[str, Any]) -> Check:
    forward, strike = float(inputs["forward"]), float(inputs["strike"])
    inside = (forward > strike) == (str(inputs["kind"]) == "call")

    def check(text: str) -> str:
        m = _MONEYNESS.search(text)
        if m is None or forward == strike or _DENIED.search(text) or _SUPPOSED.search(text):
            return ""
        if re.search(r"\b(?:finish|end|expir|settl|chance|probab)\w*", text, re.IGNORECASE):
            return ""
        return "" if bool(m["itm"]) == inside else f"the option is {'in' if inside else 'out of'} the money"

    return check


def _of_staging(change: float) -> Check:
    def check(text: str) -> str:
        m = _STAGING.search(text)
        if m is None or abs(change) < 1e-9 or _DENIED.search(text) or _SUPPOSED.search(text):
            return ""
        ways = {way for _, _, way in _STAGED.find(text)}
        wrong = len(ways) == 1 and ways.pop() * change < 0 and not numerals(text)
        return f"staging {'raised' if change > 0 else 'lowered'} the average" if wrong else ""

    return check
