"""Whether a sentence says what cannot be in this field, whatever it cites: "theta is positive for the buyer", "a put is in the
money when its strike lies under the price", "a histogram above zero means that MACD is below its signal".

A truth ties things that each have two sides: a part of a sentence that names one side of each is right where the sides
multiply to what the truth says. Each names the claim of the glossary that says so. Parts that deny are passed over.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from assistant.guards.axes import AXES
from assistant.understanding.premises.polarity import unshortened


class Truth(NamedTuple):
    """What its axes' sides multiply to, of what it holds (a pattern, "" for any), and the claim that says so."""

    axes: tuple[str, ...]
    product: int
    source: str
    of: str = ""
    never: str = ""


TRUTHS: Final = (
    Truth(("holder", "sign"), -1, "greeks:08bee8", of=r"\b(?:theta|time decay)\b", never=r"dealer|\bvega\b|\bgamma\b"),
    Truth(("holder", "sign"), 1, "greeks:08bee8", of=r"\b(?:gamma|vega)\b", never=r"dealer|theta|flip|\bcondor"),
    Truth(
        ("kind", "sign"),
        1,
        "delta:9fc03d",
        of=r"(?<![\d-]-)(?<![\d] )\bdelta\b",
        never=r"gamma|vega|theta|\bsold\b|\bshort\b|seller|writer|\bIV\b|vol",
    ),
    Truth(("kind", "moneyness", "strike"), -1, "moneyness:b161e9", never=r"\bsold\b|\bspread"),
    Truth(("kind", "pays", "strike"), -1, "cash-settlement:619750", never=r"\bsold\b|\bshort\b|seller|money"),
    Truth(("histogram", "line"), 1, "histogram:1bae14", of=r"\b(?:histogram|bars?)\b", never=r"both|values|lines"),
    Truth(("cross", "line"), 1, "crossover:ba40e4"),
    Truth(("curve", "front"), -1, "contango:c0d61b", never=r"page|skew|strike|reverse|opposite"),
    Truth(
        ("curve", "holder", "roll"),
        -1,
        "contango:601607",
        never=r"page|option|condor|spread|premium|skew|credit|short[- ]dated|layers?",
    ),
    Truth(("extreme", "seventy"), 1, "relative-strength-index:58a20e", of=r"\brsi\b|\breading\b", never=r"page"),
    Truth(("exercise", "when"), 1, "european-exercise:36390c"),
    Truth(("price", "paid"), 1, "debit-and-credit:a6d136"),
    Truth(("package", "stock"), 1, "conversion:153f19"),
    Truth(("package", "put"), 1, "conversion:153f19"),
    Truth(("package", "call"), -1, "conversion:153f19"),
    Truth(("correlated", "direction"), 1, "correlation:03a2c9", of=r"correlat"),
    Truth(
        ("holder", "loss"),
        -1,
        "disclaimer:9989e9",
        of=r"\boption|\bcalls?\b|\bputs?\b|\bpremium",
        never=r"spread|condor|butterfl|fly|future",
    ),
    Truth(("kind", "formula"), 1, "break-even-point:a63628", of=r"break-?even", never=r"butterfl|condor|spread|fly"),
    Truth(
        ("loss",),
        1,
        "futures-contract:776cdf",
        of=r"futures?\b",
        never=r"option|\bcalls?\b|\bputs?\b|butterfl|"
        r"\bfly\b|spread|condor|layer",
    ),
    Truth(("length", "pace"), 1, "exponential-moving-average:aa0e9d"),
    Truth(("tails",), 1, "expected-move:0b53dc", of=r"\bmarkets?\b"),
    Truth(("package", "dear"), 1, "conversion:08c3f1"),
    Truth(("closer", "chance"), -1, "credit-tiers:47a1d9", of=r"credit|condor", never=r"touch|loss|losing|tested"),
    Truth(("top",), -1, "vertical-spread:034e57", of=r"call spread|vertical", never=r"butterfl|\bfly\b"),
    Truth(("top",), 1, "call-butterfly:8f3ff8", of=r"butterfl|\bfly\b", never=r"broken|spread|wider|narrower"),
    Truth(("rounded",), -1, "tranche:7957a0", of=r"\b(?:contracts?|units)\b", never=r"prices?|average|credit"),
    Truth(("inner",), -1, "straddle-and-strangle:e5ab3f", of=r"\bcondor"),
    Truth(("mini",), -1, "mini-vix-futures:945fda", of=r"mini|vxm", never=r"\bper\b|number"),
    Truth(("difference",), -1, "histogram:538086", of=r"macd|histogram"),
    Truth(("holder", "quote"), 1, "debit-and-credit:f8549a", of=r"\b(?:legs?|options?|calls?|puts?|strikes?|natural)\b"),
    Truth(("dealers", "moves"), 1, "dealer-gamma:b4a688", of=r"dealer|market maker"),
    Truth(("beyond",), -1, "call-butterfly:8f3ff8", of=r"butterfl|\bfly\b", never=r"broken"),
    Truth(
        ("credit loss",),
        -1,
        "iron-condor:5d095d",
        of=r"condor",
        never=r"(?:minus|less|−) (?:the |its )?(?:net )?(?:credit|premium)[^.]*credit",
    ),
    Truth(("made",), -1, "broken-wing-butterfly:990cf2", of=r"(?:profit|gain|result) (?:\w+ )?(?:is|equals|=|comes)"),
    Truth(
        ("wing", "formula"),
        -1,
        "break-even-point:3b680b",
        of=r"butterfl|fly|wing|debit",
        never=r"condor|broken|body|middle|twice",
    ),
)
_PARTS: Final = re.compile(r"[;:.!?](?=\s|$)|,?\s(?:while|whereas|but|although|though|unless)\s|,\s(?:and|or)\s|\s[–—]\s")
_DENIES: Final = re.compile(r"\b(?:not|neither|nor|without|hardly|instead|rather)\b")
_SIDES: Final = {
    name: (re.compile(rf"\b{axis.plus}(?!\w)"), re.compile(rf"(?:\b|(?=[−-])){axis.minus}(?!\w)"))
    for name, axis in AXES.items()
}
_OF: Final = {t: (re.compile(t.of), re.compile(t.never) if t.never else None) for t in TRUTHS}


def untrue(text: str) -> str:
    """What is wrong with the sentence by what holds in the field, in plain words; "" where nothing is."""
    for part in _PARTS.split(unshortened(text.lower())):
        for truth in TRUTHS if not _DENIES.search(part) else ():
            of, never = _OF[truth]
            if not of.search(part) or (never is not None and never.search(part)):
                continue
            product = 1
            for axis in truth.axes:
                product *= _side(axis, part)
                if not product:
                    break
            if product == -truth.product:
                return f"turns what holds of {' and '.join(truth.axes)}"
    return ""


@lru_cache(maxsize=4096)
def _side(axis: str, part: str) -> int:
    """The side of an axis that a part names; 0 where it names neither, or both."""
    plus, minus = (pattern.search(part) is not None for pattern in _SIDES[axis])
    return plus - minus
