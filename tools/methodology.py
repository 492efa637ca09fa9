"""The rules of the method, once, each with where it comes from.

Provenance is one of three words:
    stated      the primary article says it;
    convention  the article is silent, and this is the field's usual choice;
    assumption  ours, needed to compute at all: always shown to the user and always a parameter.

Tools take their defaults from `METHOD`; the glossary's figures are tested against it.
Source of every "stated" rule: VixShield Research Team (2026), the article on layering by the 10-delta put MACD.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Generic, Literal, TypeVar

Provenance = Literal["stated", "convention", "assumption"]
T = TypeVar("T")


@dataclass(frozen=True)
class Rule(Generic[T]):
    """One rule: its value, its provenance and one plain sentence about it."""

    value: T
    provenance: Provenance
    says: str


@dataclass(frozen=True)
class Assumption:
    """What a result rests on besides the user's numbers: shown under the result with its provenance."""

    name: str
    value: object
    provenance: Provenance
    says: str

    @property
    def figures(self) -> frozenset[float]:
        """The numbers of its value, shares in percent too."""
        values = self.value if isinstance(self.value, tuple) else (self.value,)
        numbers = [v for v in values if isinstance(v, (int, float)) and not isinstance(v, bool)]
        return frozenset(float(n) for v in numbers for n in (v, round(v * 100, 9)))


@dataclass(frozen=True)
class Methodology:
    """Every rule that a tool or a glossary entry may quote. Field names are the rules' keys."""

    series: Rule[str] = Rule(
        "implied volatility of the 10-delta SPX put", "stated", "The series is the implied volatility of the 10-delta SPX put."
    )
    bars: Rule[tuple[str, ...]] = Rule(("daily", "weekly"), "stated", "The series is read on daily or weekly bars.")
    delta: Rule[float] = Rule(0.10, "stated", "The put's delta is about 0.10 in size.")
    fast: Rule[int] = Rule(12, "stated", "The fast average of the MACD spans 12 bars.")
    slow: Rule[int] = Rule(26, "stated", "The slow average of the MACD spans 26 bars.")
    signal: Rule[int] = Rule(9, "convention", "The article names no signal period; 9 is the field's usual choice.")
    seed: Rule[str] = Rule("sma", "convention", "Each average starts from the simple mean of its first n values.")
    trigger: Rule[str] = Rule(
        "cross_up & expanding",
        "stated",
        "The trigger is the MACD line crossing above its signal line while the histogram expands positively.",
    )
    cross: Rule[str] = Rule(
        "histogram > 0 now and ≤ 0 one bar ago",
        "convention",
        "A cross is a histogram above zero now and at or below zero one bar earlier; rounding noise is no cross.",
    )
    depressed_below: Rule[float] = Rule(
        0.8, "stated", "A depressed level is often below 0.8 on a normalised scale; it confirms, and is reported separately."
    )
    normalise: Rule[str] = Rule(
        "mean", "assumption", "The article does not define 'normalised'; here it is the value divided by its trailing mean."
    )
    window: Rule[int] = Rule(252, "assumption", "The trailing window of that mean is 252 bars, about one trading year.")
    strike_zone: Rule[tuple[float, float]] = Rule(
        (25.0, 35.0), "stated", "Call butterflies are out of the money and centred in the 25–35 strike zone."
    )
    first: Rule[tuple[float, float]] = Rule((0.25, 0.30), "stated", "The first tranche is 25–30% when the MACD first turns.")
    base: Rule[str] = Rule(
        "planned hedge budget",
        "assumption",
        "The article does not say what the percentages are of; here they are shares of the planned hedge budget.",
    )
    step: Rule[float] = Rule(
        0.20,
        "stated",
        "Each later tranche adds 20%, on a later higher high of the histogram or on a negative divergence of the A/D line.",
    )
    one_step: Rule[int] = Rule(1, "assumption", "At most one tranche is added per bar, and the two cues do not stack.")
    cap: Rule[float] = Rule(
        1.0, "assumption", "The plan ends at 100% of the budget; the article states neither a cap nor a last slice."
    )
    higher_high: Rule[str] = Rule(
        "confirmed local peak above the previous confirmed peak",
        "assumption",
        "A higher high is a confirmed local peak of the histogram above the previous confirmed peak since the first tranche.",
    )
    rsi_above: Rule[float] = Rule(
        70.0, "stated", "The wings are reviewed when the RSI of VIX futures is above 70; how to adjust them is not stated."
    )
    rsi_period: Rule[int] = Rule(
        14, "convention", "The article names no RSI period; 14 is Wilder's and the field's usual choice."
    )

    def __iter__(self) -> Iterator[tuple[str, Rule[object]]]:
        """Yield (key, rule) for every rule, in the order in which the method uses them."""
        for field in fields(self):
            yield field.name, getattr(self, field.name)

    def assume(self, key: str, value: object | None = None) -> Assumption:
        """The assumption record for rule `key`; `value` where the user chose another than the rule's own.

        A value that differs from the rule's is the user's choice, so it is no longer "stated".
        """
        rule: Rule[object] = getattr(self, key)
        if value is None or value == rule.value:
            return Assumption(key, rule.value, rule.provenance, rule.says)
        return Assumption(key, value, "assumption", f"Set to {value} by the caller. {rule.says}")


METHOD = Methodology()
