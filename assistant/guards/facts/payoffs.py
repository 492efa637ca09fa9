"""Whether a sentence turns how a position pays at settlement: where it does best, which way it goes on, which call is in the
money, who owes whom.

Held against the payoff itself, as a function of the level, so that it holds of every position.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Any, Final

from assistant.guards.facts.places import Payoff
from assistant.guards.facts.without_loss import no_loss, wrong_even
from assistant.guards.numerals import numerals

_PART: Final = re.compile(
    r"[;:!?](?=\s|$)|\.(?=\s|$)|,\s(?:and|but|while|whereas|although|so)\b|\s[–—]\s|\b(?:while|whereas|although|but)\b|"
    r"\sand (?=(?:bottoms?|peaks?|tops?|worst|best|lowest|highest)\b)",
    re.IGNORECASE,
)
_BEST: Final = re.compile(
    r"\b(?:peaks|peaked|tops out|maxes out|(?:does|pays|earns|makes|is worth|gives you|brings) (?:you )?(?:the |its |your )?"
    r"(?:most|best|maximum|very best)|(?:is|was|be) (?:at )?(?:its|the|your) (?:\w+ )?(?:best|peak|richest|sweetest|maximum|"
    r"ideal|sweet spot)(?: \w+)?|pays? (?:its|the|out its|out the) (?:full|maximum|whole)|"
    r"best (?:outcome|case|result|level|settlement)|"
    r"(?:(?:max(?:imum)?|largest|greatest|full) (?:profit|gain)|peak) (?:is|comes|lies|occurs|sits) (?:right |exactly )?at|"
    r"worth (?:its|the) (?:full|maximum|whole|most)|reaches (?:its|the) (?:maximum|"
    r"full|top|highest)|"
    r"(?:keeps|retains|holds) (?:all|the whole|every bit|the full \w+) of (?:its|the) (?:value|worth))\b",
    re.IGNORECASE,
)
_WORST: Final = re.compile(
    r"\b(?:bottoms(?: out)?|(?:hurts?|loses|costs you) (?:you )?(?:the )?most|"
    r"loss(?:es)? (?:is|are|was|were) (?:at )?(?:its|the|their|your) (?:\w+ )?(?:largest|biggest|greatest|"
    r"maximum)|(?:is|was) (?:at )?(?:its|the|your) (?:\w+ )?"
    r"(?:worst|lowest|poorest)(?: \w+)?|worst (?:outcome|case|result|level))\b",
    re.IGNORECASE,
)
_THIS: Final = re.compile(r"\b(?:this|that|here|there)\b", re.IGNORECASE)
_PLACE: Final = re.compile(
    r"\b(?:(?P<at>at|on|of|to)|(?P<over>at or (?:over|above|beyond)|above|over|past|beyond|north of)|"
    r"(?P<under>at or (?:under|below)|below|under|beneath|south of))[\s*_]{1,3}$",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(
    r"\b(?:not|no|never|neither|nor|short of|less than|from|until|nearer|closer|towards?|almost|nearly|between|if|would|could|"
    r"away|today|now|days?|per|dollar)\b|n['’]t\b",
    re.IGNORECASE,
)
_FURTHER: Final = re.compile(
    r"\bthe (?:further|farther|higher|deeper|lower|more) (?:\w+ ){0,4}?(?:(?P<over>past|above|beyond|over)|"
    r"(?P<under>below|under|beneath))\s(?P<level>\d+(?:\.\d+)?)\b[^.;]{0,40}?,? the (?:(?P<more>more|better|richer|bigger|"
    r"larger|greater|higher)|(?P<less>less|worse|poorer|smaller|lower))\b(?P<rest>[^.;]*)",
    re.IGNORECASE,
)
_MOVED: Final = re.compile(
    r"\b(?:(?P<up>(?:further|farther|moves?|rises?|climbs?|bit) (?:\w+ )?(?:up|higher)|were (?:\w+ )?higher|a higher "
    r"(?:settlement|print|close)|settlement (?:\w+ ){1,3}higher|going (?:further )?up from here)|(?P<down>(?:further|"
    r"farther|moves?|drops?|falls?|bit) (?:\w+ )?(?:down|lower)|were (?:\w+ )?"
    r"lower|a lower (?:settlement|print|close)|settlement (?:\w+ ){1,3}lower|going (?:further )?down from here))\b",
    re.IGNORECASE,
)
_CHANGED: Final = re.compile(
    r"\bwould\b[^.;]{0,40}\b(?:(?P<more>done better|been better|helped|worth more|pay more|add|gain|earn more|make more|"
    r"raise|lift|increase)|"
    r"(?P<less>done worse|been worse|hurt|worth less|pay less|shave|cost|take|lose|lower|reduce|shrink|cut))\b",
    re.IGNORECASE,
)
_WORTHLESS: Final = re.compile(
    r"\b(?:it|fly|butterfly|position|spread|condor|structure) (?:expires|expired|ends|ended|finishes|finished|settles|"
    r"settled|is|was) "
    r"(?:up )?(?:worthless|worth nothing|with nothing|at zero)\b",
    re.IGNORECASE,
)
_ELSEWHERE: Final = re.compile(
    r"\b(?:once|when|where|unless|until|above|below|beyond|past|over|under|from|anywhere|outside|could|may|might)\b",
    re.IGNORECASE,
)
_HAD: Final = re.compile(
    r"\b(?:had (?:it|vix|the \w+) (?:settled|finished|closed|landed|printed)|if (?:it|vix|the \w+) had (?:settled|finished|"
    r"closed|landed)) "
    r"at (?P<level>\d+(?:\.\d+)?), [^.;]{0,30}\b(?:(?P<lost>lost|cost)|made|earned|gained|paid|brought|been worth) (?:\w+ )?"
    r"(?:(?P<more>more)|less)\b",
    re.IGNORECASE,
)
_LOSSES: Final = re.compile(r"\b(?:los[est]\w*|loss\w*|hurts?|owe|damage|down)\b", re.IGNORECASE)
_MONEY: Final = re.compile(r"\b(?:(?P<inside>in)|(?P<outside>out of|outside)) the money\b", re.IGNORECASE)
_NAMED: Final = re.compile(
    r"\b(?:(?:(?P<lower>lower|bottom|lowest)|(?P<upper>upper|top|highest)|(?P<body>body|middle|short|centre)) "
    r"(?:call|leg|strike|option|wing)s?|(?:wing|call|leg|body|strike)s? (?:at|of) (?P<at>\d+(?:\.\d+)?)|"
    r"(?P<of>\d+(?:\.\d+)?) (?:call|leg|strike|wing|body)s?)\b",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(r"\b(?:not|no|never|neither|nor|if|would|were|until)\b|n['’]t\b", re.IGNORECASE)
_OWES: Final = re.compile(
    r"\bowes?\b(?! (?:its|this|that|much|something))|\bworth (?:less than (?:nothing|zero)|a negative)\b", re.IGNORECASE
)
_STEPS: Final = {1: (1.001, 1.02, 1.1, 1.3, 1.7), -1: (0.999, 0.98, 0.85, 0.6, 0.3)}
_NAMES: Final = ("lower", "body", "upper")
_NEAR: Final = 1e-9


class Paying:
    """How a position pays at settlement.

    Args:
        told: the result as a dictionary: its strikes, and where it settled.
        payoff: what it is worth or makes at a level.
    """

    def __init__(self, told: Mapping[str, Any], payoff: Payoff) -> None:
        self._payoff = payoff
        legs = [leg["strike"] for leg in told.get("legs") or () if isinstance(leg, dict) and "strike" in leg]
        self._wings = {
            name: float(told[name]) for name in ("lower", "body", "upper") if isinstance(told.get(name), (int, float))
        }
        self._strikes = sorted({*self._wings.values(), *map(float, legs)})
        self._paid = len(self._wings) == len(_NAMES) and told.get("debit", 0.0) >= 0
        self._evens = bool(told.get("break_evens"))
        worth = told.get("settlement_value", told.get("value"))
        self._worth = float(worth) if isinstance(worth, (int, float)) else 0.0
        at = told.get("settlement")
        self._at = float(at) if isinstance(at, (int, float)) else None

    def wrong(self, text: str) -> str:
        """What is wrong with the sentence, in plain words; "" where nothing is."""
        if not self._strikes:
            return ""
        return (
            self._best(text)
            or self._further(text)
            or self._moved(text)
            or self._money(text)
            or self._owed(text)
            or self._had(text)
            or self._worthless(text)
            or no_loss(text, self._payoff, self._strikes)
            or (wrong_even(text, self._payoff, self._strikes) if self._evens else "")
        )

    def _best(self, text: str) -> str:
        begin = 0
        for end in [*(m.start() for m in _PART.finditer(text)), len(text)]:
            part, begin = text[begin:end], end
            best, worst = _BEST.search(part), _WORST.search(part)
            if (best is None) == (worst is None) or _OPEN.search(part):
                continue
            levels = self._levels(part)
            found = [self._payoff(level) for level in levels]
            corners = [0.0, *self._strikes, 2 * self._strikes[-1]]
            every = [self._payoff(level) for level in corners]
            if found and best and max(every) - max(found) > _NEAR:
                return "it does best elsewhere"
            if found and worst and min(found) - min(every) > _NEAR:
                return "it does worst elsewhere"
        return ""

    def _levels(self, part: str) -> list[float]:
        """The one place that the part names; where it names none but says "this", that of the settlement."""
        levels: list[float] = []
        named = [n for n in numerals(part) if n.unit in ("", "points") and not n.negative]
        for n in named:
            m = _PLACE.search(part, max(0, n.start - 16), n.start)
            if m is not None and self._in_reach(n.value):
                levels += [n.value] if m["at"] else [n.value * f for f in _STEPS[1 if m["over"] else -1]]
        if not named and self._at is not None and _THIS.search(part):
            levels.append(self._at)
        return levels

    def _in_reach(self, level: float) -> bool:
        return 0.5 * self._strikes[0] <= level <= 2 * self._strikes[-1]

    def _further(self, text: str) -> str:
        m = _FURTHER.search(text)
        if m is None or _DENIED.search(text):
            return ""
        said = (1 if m["more"] else -1) * (-1 if _LOSSES.search(m["rest"]) else 1)
        return self._goes(float(m["level"]), 1 if m["over"] else -1, said)

    def _goes(self, level: float, way: int, said: int) -> str:
        values = [self._payoff(level * f) for f in _STEPS[way]]
        made = {(b > a + _NEAR) - (a > b + _NEAR) for a, b in pairwise(values)}
        return "" if said in made else f"it does not go that way beyond {level:g}"

    def _moved(self, text: str) -> str:
        m, changed = _MOVED.search(text), _CHANGED.search(text)
        if self._at is None or m is None or changed is None or re.search(r"\b(?:no|nothing)\b", text):
            return ""
        said = (1 if changed["more"] else -1) * (-1 if _LOSSES.search(text, 0, changed.start()) else 1)
        if re.search(r"\bnot\b|n['’]t\b", text):
            said = -said
        return self._goes(self._at, 1 if m["up"] else -1, said)

    def _worthless(self, text: str) -> str:
        """Whether what is worth something is said to end worth nothing."""
        if not self._worth or _DENIED.search(text) or _WORTHLESS.search(text) is None or _ELSEWHERE.search(text):
            return ""
        if any(n.value != self._at for n in numerals(text) if n.unit in ("", "points")):
            return ""
        return f"it is worth {self._worth:g}"

    def _had(self, text: str) -> str:
        """Whether another settlement is said to have made more where it would have made less."""
        m = _HAD.search(text)
        if m is None or self._at is None:
            return ""
        gap = self._payoff(float(m["level"])) - self._payoff(self._at)
        said = (1 if m["more"] else -1) * (-1 if m["lost"] else 1)
        return f"{m['level']} is the other way" if gap * said < -_NEAR else ""

    def _money(self, text: str) -> str:
        """Whether a call of a butterfly is said to be in the money, and is not."""
        if self._at is None or not self._paid or _DENIED.search(text):
            return ""
        m, named = _MONEY.search(text), list(_NAMED.finditer(text))
        if m is None or len(named) != 1 or re.search(r"\bputs?\b", text):
            return ""
        one = named[0]
        name = next((k for k in _NAMES if one[k]), "")
        strike = self._wings[name] if name else float(one["at"] or one["of"])
        if strike not in self._strikes or strike == self._at or (self._at > strike) == bool(m["inside"]):
            return ""
        return f"the {strike:g} call is {'out of' if m['inside'] else 'in'} the money"

    def _owed(self, text: str) -> str:
        """Whether something is owed on what is worth nothing at the least."""
        if not self._paid or _DENIED.search(text.replace("would owe", "owe")) or _OWES.search(text) is None:
            return ""
        return "nothing is owed on it"
