"""The chance that a future settles in a stretch of prices, if it is lognormal: a stated assumption, not a forecast."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Annotated, ClassVar

import numpy as np

from tools.errors import ToolError
from tools.expression import figure, function, share
from tools.methodology import Assumption
from tools.normal import cumulative
from tools.parameters import Number, Price, checked
from tools.result import Result
from tools.wording import level, percent, significant
from tools.working import WorkingStep, step

Edge = Annotated[float, Number("price", "index points", low=0)]
Vol = Annotated[float, Number("fraction", "as a decimal: 0.208 is 20.8%", low=0, high=10, open_low=True)]
YearsToGo = Annotated[float, Number("number", "years to expiry", low=0, high=100, open_low=True)]


@dataclass(frozen=True, kw_only=True)
class FinishChance(Result):
    """Probabilities at settlement under a lognormal distribution whose mean is the future's present price.

    Attributes:
        between: probability of a settlement between the two prices.
        below: probability of one below the lower price.
        above: probability of one above the upper price.
        one_deviation: the prices one standard deviation of the logarithm below and above the median.
    """

    tool: ClassVar[str] = "finish_chance"
    between: float
    below: float
    above: float
    one_deviation: tuple[float, float]

    def summary(self) -> str:
        """The three chances and the assumption."""
        given = self.inputs
        low, high = self.one_deviation
        return (
            f"**A chance of {percent(self.between)} to settle between {level(given['low'])} and {level(given['high'])}**, if "
            f"the future, now {level(given['forward'])}, is lognormal at a volatility of {percent(given['vol'], 2)} for "
            f"{significant(given['years'], 4)} years.\n\n"
            f"- Below {level(given['low'])}: {percent(self.below)}. Above {level(given['high'])}: {percent(self.above)}.\n"
            f"- About two settlements in three would fall between {level(round(low, 2))} and {level(round(high, 2))}.\n"
            "- This is what the option prices' own model says, not a forecast."
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """The deviation, both edges in deviations, and the chances of settling between them and outside."""
        low, high, forward, years, vol = (self.inputs[k] for k in ("low", "high", "forward", "years", "vol"))
        sd = step("One deviation of the logarithm", figure(vol) * function("√", years))
        steps = (sd, *chance_steps(low, high, forward, sd.value or 0.0))
        return (*steps, step("Chance of settling outside", 1 - share(self.between), "%"))


@checked
def finish_chance(low: Edge, high: Price, forward: Price, years: YearsToGo, vol: Vol) -> FinishChance:
    """Chance that a future settles between two prices, such as a butterfly's break-evens, if it is lognormal.

    Args:
        low: lower price, for example the lower break-even; 0 for no lower bound.
        high: upper price, for example the upper break-even.
        forward: price of the future now.
        years: years to settlement; days divided by 365.
        vol: volatility of the future as a decimal.

    Raises:
        ToolError: the upper price not above the lower, or a figure outside its range.
    """
    if not low < high:
        raise ToolError("high", high, f"above the lower price of {level(low)}")
    below, above = settles_between(0.0, low, forward, years, vol), settles_between(high, math.inf, forward, years, vol)
    sd = vol * math.sqrt(years)
    middle = forward * math.exp(-0.5 * sd * sd)
    says = "The future is lognormal around its present price, without drift; its real distribution has fatter tails."
    return FinishChance(
        inputs={"low": low, "high": high, "forward": forward, "years": years, "vol": vol},
        assumptions=(Assumption("distribution", "lognormal", "assumption", says),),
        between=settles_between(low, high, forward, years, vol),
        below=below,
        above=above,
        one_deviation=(middle * math.exp(-sd), middle * math.exp(sd)),
    )


def chance_steps(low: float, high: float, forward: float, sd: float) -> list[WorkingStep]:
    """How `settles_between` comes about: each edge in deviations from the median, then the normal distribution N."""
    scores: list[float | None] = []
    steps: list[WorkingStep] = []
    for edge in (low, high):
        if edge <= 0 or math.isinf(edge):
            scores.append(None)
            continue
        found = step(f"{level(edge)} in deviations", function("ln", figure(edge) / forward) / sd + figure(sd) / 2)
        steps.append(found)
        scores.append(found.value)
    under = None if scores[0] is None else function("N", scores[0])
    upper = function("N", scores[1]) if scores[1] is not None else figure(1)
    between = upper if under is None else upper - under
    return [*steps, step(f"Chance between {level(low)} and {level(high)}", between, "%")]


def settles_between(low: float, high: float, forward: float, years: float, vol: float) -> float:
    """Probability that a lognormal future ends between two prices; 0 and inf stand for no bound."""
    sd = vol * math.sqrt(years)
    edges = []
    for edge in (low, high):
        score = math.inf if math.isinf(edge) else -math.inf if edge <= 0 else math.log(edge / forward) / sd + 0.5 * sd
        edges.append(score)
    if edges[0] > 0:  # in the upper tail the difference of two numbers near 1 loses its digits
        edges = [-edges[1], -edges[0]]
    chances = cumulative(np.array(edges))
    return float(chances[1] - chances[0])
