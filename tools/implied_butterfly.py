"""The equal-wing butterfly behind some of its figures: strikes, wing and debit from break-evens, best result and the like.

The figures of a butterfly hang together by short sums (lower break-even = lower strike + debit, best result = wing − debit, …).
Whatever is given is carried through them until nothing more follows; figures that contradict each other are an error. Source:
the payoff of a call at expiry, max(S − K, 0).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Final

from tools import implied_words
from tools.butterfly import butterfly
from tools.errors import ToolError
from tools.expression import dollars, figure
from tools.implied_sums import apart, carried
from tools.methodology import Assumption
from tools.parameters import Count, Money, Multiplier, Number, Price, Settlement, Strike, Target, checked
from tools.payoff import exact, number
from tools.result import Result
from tools.settlement_assumed import settlement_assumptions
from tools.wording import level, points
from tools.working import WorkingStep, step

Ratio = Annotated[float, Number("number", "best result over largest loss", low=0, high=10_000, open_low=True)]
Share = Annotated[float, Number("fraction", "of the wing; 1 = 100%", low=0, high=1, open_low=True)]
Width = Annotated[float, Number("points", "index points", low=0, open_low=True)]

_ROUNDED: Final = Fraction(6, 1000)  # a figure that is given to the cent may be off by half of one
_EQUAL: Final = Assumption("wings", "equal", "assumption", "Both wings are taken to be of one width.")
_STRIKES: Final = ("lower", "body", "upper")
# Parameter → the name under which the sums have it, where it is another.
_POINTS: Final = {
    **{name: name for name in (*_STRIKES, "wing", "debit")},
    "break_even_low": "low",
    "break_even_high": "high",
    "reward_to_risk": "ratio",
    "debit_share": "share",
    "zone_width": "zone",
}
_MONEY: Final = {"max_profit": "best", "max_loss": "risk", "profit": "made"}
_STEPS: Final = {
    "debit": ("Debit", "points"),
    "wing": ("Wing", "points"),
    "lower": ("Lower strike", "price"),
    "body": ("Body", "price"),
    "upper": ("Upper strike", "price"),
    "low": ("Lower break-even", "price"),
    "high": ("Upper break-even", "price"),
    "best": ("Best result", "points"),
    "risk": ("Largest loss", "points"),
    "ratio": ("Reward to risk", ""),
    "share": ("Debit as a share of the wing", "%"),
    "zone": ("Width of the profit zone", "points"),
}


@dataclass(frozen=True, kw_only=True)
class ImpliedButterfly(Result):
    """What follows from the figures given; None where it does not follow.

    Attributes:
        lower, body, upper: the strikes.
        wing: from the lower strike to the body, in index points.
        debit: what one butterfly costs, in index points.
        break_even_low, break_even_high: the break-evens.
        max_profit: best result of one butterfly, in dollars.
        max_loss: largest loss of one butterfly in signed dollars (a loss is negative).
        reward_to_risk: best result over largest loss.
        debit_share: the debit as a share of the wing: how often it has to settle at the body to come out even, if it is lost
            whole otherwise.
        zone_width: width of the profit zone, in index points.
    """

    tool: ClassVar[str] = "implied_butterfly"
    lower: float | None
    body: float | None
    upper: float | None
    wing: float | None
    debit: float | None
    break_even_low: float | None
    break_even_high: float | None
    max_profit: float | None
    max_loss: float | None
    reward_to_risk: float | None
    debit_share: float | None
    zone_width: float | None

    def summary(self) -> str:
        """What follows, before what was given."""
        found = {name for name, _ in carried(_known(self.inputs))[1]}
        if {"lower", "body"} <= self.inputs.keys():
            found.discard("wing")  # the strikes say it at a glance
        return implied_words.summary(self, found)

    def working(self) -> tuple[WorkingStep, ...]:
        """Each sum by which something followed, in the order in which it did."""
        steps = [step(_STEPS[name][0], line, _STEPS[name][1]) for name, line in carried(_known(self.inputs))[1]]
        multiplier = self.inputs.get("multiplier", 100.0)
        best = None if self.max_profit is None else self.max_profit / multiplier
        for what, value in (("Best result in dollars", best), ("Debit in dollars", self.debit)):
            if value is not None:
                steps.append(step(what, figure(value) * dollars(multiplier), "$", "one butterfly"))
        return tuple(steps)


@checked
def implied_butterfly(
    *,
    lower: Strike | None = None,
    body: Strike | None = None,
    upper: Strike | None = None,
    wing: Width | None = None,
    debit: Width | None = None,
    break_even_low: Price | None = None,
    break_even_high: Price | None = None,
    max_profit: Money | None = None,
    max_loss: Money | None = None,
    reward_to_risk: Ratio | None = None,
    debit_share: Share | None = None,
    zone_width: Width | None = None,
    settlement: Settlement | None = None,
    profit: Target | None = None,
    contracts: Count = 1,
    multiplier: Multiplier = 100.0,
) -> ImpliedButterfly:
    """Find what is not told of a call butterfly (wing, strikes, debit, break-evens) from what is told of it.

    Args:
        lower: lower strike.
        body: middle strike.
        upper: upper strike.
        wing: points from the body to either outer strike.
        debit: cost of one butterfly in index points.
        break_even_low: lower break-even.
        break_even_high: upper break-even.
        max_profit: best result in dollars, for all butterflies.
        max_loss: largest loss in dollars, for all butterflies, as a positive sum.
        reward_to_risk: best result over largest loss.
        debit_share: the debit as a share of the wing, 0.16 for 16%.
        zone_width: width of the profit zone in index points.
        settlement: a settlement price at which the profit is known; with all three strikes.
        profit: dollars made there by all butterflies; negative for a loss.
        contracts: number of butterflies.
        multiplier: dollars a point ($100 for VIX and SPX options).

    Raises:
        ToolError: figures that contradict each other, too few of them, or one outside its range.
    """
    figures = {
        "lower": lower,
        "body": body,
        "upper": upper,
        "wing": wing,
        "debit": debit,
        "break_even_low": break_even_low,
        "break_even_high": break_even_high,
        "max_profit": max_profit,
        "max_loss": max_loss,
        "reward_to_risk": reward_to_risk,
        "debit_share": debit_share,
        "zone_width": zone_width,
        "settlement": settlement,
        "profit": profit,
    }
    inputs: dict[str, Any] = {k: v for k, v in figures.items() if v is not None}
    if len(inputs) < 2:
        raise ToolError("figures", ", ".join(inputs) or "none", "two figures of the butterfly at least")
    if (settlement is None) != (profit is None) or (settlement is not None and not inputs.keys() >= set(_STRIKES)):
        form = "a settlement together with the profit made there, and all three strikes"
        raise ToolError("settlement", settlement, form, "Give lower, body and upper.")
    inputs |= {k: v for k, v, usual in (("contracts", contracts, 1), ("multiplier", multiplier, 100.0)) if v != usual}
    known, _ = carried(_known(inputs))
    _sound(known)
    told = {k: number(v) for k, v in known.items()}
    broken = inputs.keys() >= set(_STRIKES)  # then the wings are what the strikes say
    return ImpliedButterfly(
        inputs=inputs,
        assumptions=(*settlement_assumptions(multiplier, 0.0), *(() if broken else (_EQUAL,))),
        **{name: told.get(name) for name in (*_STRIKES, "wing", "debit")},
        break_even_low=told.get("low"),
        break_even_high=told.get("high"),
        max_profit=number(known["best"] * exact(multiplier)) if "best" in known else None,
        max_loss=number(-known["risk"] * exact(multiplier)) if "risk" in known else None,
        reward_to_risk=told.get("ratio"),
        debit_share=told.get("share"),
        zone_width=told.get("zone"),
    )


def _known(inputs: Mapping[str, Any]) -> dict[str, Fraction]:
    """What is given in points of one butterfly, under the names of the sums."""
    out = {_POINTS[k]: exact(v) for k, v in inputs.items() if k in _POINTS}
    whole = exact(inputs.get("multiplier", 100.0)) * int(inputs.get("contracts", 1))
    out |= {_MONEY[k]: exact(v) / whole for k, v in inputs.items() if k in _MONEY}
    if "settlement" in inputs:
        fly = butterfly(inputs["lower"], inputs["body"], inputs["upper"], 0.0)
        out["worth"] = exact(fly.value_at(inputs["settlement"]))
    return out


def _sound(known: Mapping[str, Fraction]) -> None:
    """ToolError where figures contradict each other, or are of no butterfly that can make anything."""
    wrong = apart(known)
    if wrong is not None and abs(wrong[1] - wrong[2]) > _ROUNDED:
        name, stands, should = wrong
        what = _STEPS[name][0].lower()
        mend = f"By the others the {what} would be {points(number(should))}."
        raise ToolError(what, round(number(stands), 6), "figures that agree with each other", mend)
    if all(name in known for name in _STRIKES) and not known["lower"] < known["body"] < known["upper"]:
        raise ToolError("strikes", "/".join(level(number(known[k])) for k in _STRIKES), "three strikes in ascending order")
    for name, least in (("wing", Fraction(0)), ("debit", Fraction(0)), ("best", Fraction(0)), ("lower", Fraction(0))):
        if name in known and known[name] <= least:
            raise ToolError(_STEPS[name][0].lower(), points(number(known[name])), "above zero", "Check the figures.")
