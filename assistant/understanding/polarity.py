"""Opposites: words that name one side of a thing, and words that deny.

A side is a (group, side) pair such as ("level", "above"). Groups hold ordinary and market language only; what the glossary
itself contrasts ("Steward vs. Promoter") comes from its titles. Nothing here knows what is true.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from knowledge.words import norm

Side = tuple[str, str]

# Sides of a group exclude each other; the words of a side are separated by white space, those of a phrase joined by "_".
_GROUPS: Final[Mapping[str, Mapping[str, str]]] = {
    "level": {"above": "above over exceed exceeding", "below": "below under beneath"},
    "size": {"high": "high higher large larger big bigger more most", "low": "low lower small smaller less least fewer"},
    "worth": {"cheap": "cheap cheaper", "dear": "dear dearer expensive"},
    "move": {
        "up": "rise rising rose raise raising grow growing expand expanding increase increasing widen strengthen amplify "
        "deepen upward upside",
        "down": "fall falling fell drop dropping shrink shrinking decrease decreasing reduce reducing decline declining narrow "
        "narrowing weaken decay decaying erode dampen mute lowering downward downside",
    },
    "sign": {"positive": "positive positively bullish", "negative": "negative negatively bearish"},
    "order": {"before": "before precede preceding ahead", "after": "after follow following lag lagging"},
    "trade": {"buy": "buy buying bought long purchase buyer", "sell": "sell selling sold short seller"},
    "month": {"front": "front near nearer nearest", "back": "back far farther later deferred"},
    "curve": {"contango": "contango", "backwardation": "backwardation backwardate"},
    "arbitrage": {"conversion": "conversion", "reversal": "reversal"},
    "moneyness": {"atm": "at_the_money atm", "otm": "out_of_the_money otm", "itm": "in_the_money itm"},
    "option": {"call": "call", "put": "put"},
    "result": {"gain": "earn pay gain gained gaining profit", "loss": "lose losing lost loss cost costing"},
    "exercise": {"european": "european", "american": "american"},
    "delivery": {"cash": "cash", "shares": "share physical physically"},
    "speed": {"slow": "slow slowly slower", "fast": "fast faster rapid rapidly quick quickly"},
    "effect": {"help": "help benefit improve improving better", "hurt": "hurt worsen worse suffer against"},
    "strength": {"strong": "strong stronger strength", "weak": "weak weaker weakness"},
    "slope": {"steep": "steep steepen steeper", "flat": "flat flatten flattening flatter"},
    "price": {"debit": "debit", "credit": "credit"},
    "bound": {"limited": "limited capped bounded", "unlimited": "unlimited uncapped unbounded"},
    "volatility": {"implied": "implied expected", "realised": "realised realized historical"},
    "extreme": {"overbought": "overbought", "oversold": "oversold"},
    "value": {"intrinsic": "intrinsic", "time": "time_value extrinsic"},
    "pace": {"once": "at_once all_in in_one_go whole entire", "steps": "tranche step slice stage staged increment gradually"},
    "choice": {"either": "either", "both": "both"},
    "discount": {"premium": "premium", "discount": "discount"},
    "frequency": {"often": "often usually frequently mostly regularly", "seldom": "seldom rarely hardly"},
    "extent": {"most": "maximum maximal", "least": "minimum minimal"},
    "timing": {"early": "early earlier", "late": "late"},
    "reach": {"inside": "inside within", "outside": "outside beyond"},
    "members": {"with": "include including contain containing", "without": "exclude excluding omit"},
    "likeness": {"same": "same equal identical", "other": "opposite reverse unequal"},
    "aim": {"keep": "preserve preserving preservation protect protecting", "chase": "chase chasing"},
}
_DENIES: Final = frozenset(
    ("no", "not", "never", "none", "nor", "neither", "nothing", "cannot", "nobody", "avoid", "without", "disregard", "ignore")
)
_INSTEAD: Final = re.compile(r"\b(?:instead of|rather than|as opposed to)\b")
_SHORT: Final = re.compile(r"\b(do|does|is|are|ca|wo|did|was|would|should|could|has|have)n['’]?t\b")
_WAY: Final = re.compile(r"\b(slop\w+|goes|go|going|mov\w+|turn\w*|trend\w*) (up|down)\b|\b(up|down)-(slop\w+)")
_LOWERS: Final = re.compile(r"\blower(?:s|ed)\b|(?<=\bto )lower(?= (?:the|its|a)\b)")  # the verb; "lower" compares
# A verb, not the option: "put on the whole hedge", "they put it".
_TO_PUT: Final = re.compile(r"\b(?:to|i|you|we|they|is|are|be|was) (?:just )?puts?\b|\bputs? (?:on|in|the|it|all|my|your)\b")


def _joined(phrase: str) -> str:
    return phrase.replace("_", "").replace(" ", "").replace("-", "")


_SIDES: Final[Mapping[str, Side]] = {
    norm(_joined(word)): (group, side)
    for group, sides in _GROUPS.items()
    for side, words in sides.items()
    for word in words.split()
}
_PHRASES: Final = re.compile(
    r"\b(?:"
    + "|".join(
        word.replace("_", "[ -]")
        for sides in _GROUPS.values()
        for words in sides.values()
        for word in words.split()
        if "_" in word
    )
    + r")\b"
)


class Opposites:
    """The sides that words name.

    Args:
        titles: titles of entries; "X vs. Y" makes X and Y the two sides of a group of their own.
    """

    def __init__(self, titles: Iterable[str] = ()) -> None:
        found = (re.search(r"\b(\w+) v(?:s|ersus)\.? (\w+)", title.lower()) for title in titles)
        own = {norm(name): (match[0], norm(name)) for match in found if match for name in match.groups()}
        self._sides = {**own, **_SIDES}

    def side(self, word: str) -> Side | None:
        """The side that a comparable word names, or None."""
        return self._sides.get(word)


ORDINARY: Final = Opposites()
"""The opposites of the language alone."""


def spelled(text: str) -> str:
    """Lower case, every denial a word of its own, phrases that name a side joined, the verb "put" left out."""
    text = text.lower()
    text = _WAY.sub(lambda m: f"{m[1] or m[4]} {m[2] or m[3]}ward", text)
    text = _LOWERS.sub("lowering", _INSTEAD.sub(" not ", _SHORT.sub(r"\1 not", text)))
    return _PHRASES.sub(lambda m: _joined(m.group()), _TO_PUT.sub(" ", text))


def denials(words: Iterable[str]) -> int:
    """How many of the words deny."""
    return sum(word in _DENIES for word in words)


def sides(words: Iterable[str], opposites: Opposites) -> dict[str, tuple[str, ...]]:
    """Group → the sides of it that the words name, in order of first appearance."""
    out: dict[str, tuple[str, ...]] = {}
    for group, side in named(words, opposites):
        if side not in out.get(group, ()):
            out[group] = (*out.get(group, ()), side)
    return out


def named(words: Iterable[str], opposites: Opposites) -> Iterator[Side]:
    """Every side that the words name, in order."""
    for word in words:
        side = opposites.side(word)
        if side is not None:
            yield side
