"""The average of several outcomes, each weighted with a probability that is given: arithmetic, and no forecast."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction as Exact
from typing import ClassVar

import numpy as np
import pandas as pd

from tools.errors import ToolError
from tools.expression import dollars, share, total
from tools.parameters import Count, Number, Numbers, checked
from tools.payoff import exact
from tools.result import Result
from tools.wording import money, percent
from tools.working import WorkingStep, step

_ALLOWED = "a list of numbers, one for each outcome"
_DOLLARS = Number("money", "dollars", low=-1e12, high=1e12)
_PROBABILITY = Number("fraction", "1 = 100%", low=0, high=1)
_ROUNDED = Exact(1, 1000)  # thirds are told as 33%, 33% and 34%, or as 0.333
_SHOWN = 10


@dataclass(frozen=True, kw_only=True)
class ExpectedValue(Result):
    """The weighted average.

    Attributes:
        value: the average in dollars.
        best: the best outcome in dollars.
        worst: the worst outcome in dollars.
        together: the average of all the trades together, in dollars; the same of one trade.
    """

    tool: ClassVar[str] = "expected_value"
    value: float
    best: float
    worst: float
    together: float

    def summary(self) -> str:
        """The average with its working, between the worst and the best."""
        told = [f"{percent(chance, 2)} of {money(made)}" for made, chance in self._outcomes[:_SHOWN]]
        more = "; …" if len(self._outcomes) > _SHOWN else ""
        word = "profit" if self.value > 0 else "loss" if self.value < 0 else "result"
        return (
            f"- **Weighted with the probabilities given, that is an average {word} of {money(abs(self.value))}**: "
            f"{'; '.join(told)}{more}.\n"
            f"- A single outcome lies between {money(self.worst)} and {money(self.best)}. Whether the probabilities are right, "
            f"this does not tell.{self._say_together()}"
        )

    def _say_together(self) -> str:
        """What many such trades come to on average."""
        trades = self.inputs.get("trades", 1)
        if trades == 1:
            return ""
        return (
            f"\n- Of {trades:,} such trades together the average is {trades:,} × {money(self.value)} = {money(self.together)}; "
            f"the result of any {trades:,} lies between {money(trades * self.worst)} and {money(trades * self.best)}."
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """The weighted sum."""
        average = step("Average", total(share(chance) * dollars(made) for made, chance in self._outcomes), "$")
        trades = self.inputs.get("trades", 1)
        return (average,) if trades == 1 else (average, step("Of all trades", trades * dollars(self.value), "$"))

    @property
    def _outcomes(self) -> list[tuple[float, float]]:
        return list(zip(self.inputs["amounts"], self.inputs["chances"], strict=True))


@checked
def expected_value(amounts: Numbers, chances: Numbers, trades: Count = 1) -> ExpectedValue:
    """Average several outcomes in dollars, each weighted with the probability given for it.

    Args:
        amounts: dollars of each outcome; a loss is negative.
        chances: the probability of each, in the same order; 1 together.
        trades: how many such trades are made, to say what they come to on average.

    Raises:
        ToolError: an outcome that is no number, lists of two lengths, or probabilities that do not make 1.
    """
    made, weights = _read("amounts", amounts, _DOLLARS), _read("chances", chances, _PROBABILITY)
    if len(made) != len(weights):
        raise ToolError("amounts", f"{len(made)} of them", f"as many as there are chances: {len(weights)}")
    together = sum((exact(chance) for chance in weights), Exact(0))
    if abs(together - 1) > _ROUNDED:
        raise ToolError("chances", percent(float(together), 2), "100% together", "Give all outcomes.")
    average = sum((exact(sum_) * exact(chance) for sum_, chance in zip(made, weights, strict=True)), Exact(0))
    return ExpectedValue(
        inputs={"amounts": made, "chances": weights, **({} if trades == 1 else {"trades": trades})},
        value=float(average),
        best=max(made),
        worst=min(made),
        together=float(average * trades),
    )


def _read(name: str, given: object, rule: Number) -> list[float]:
    if isinstance(given, (str, bytes)) or not isinstance(given, Sequence | np.ndarray | pd.Series) or not len(given):
        raise ToolError(name, given, _ALLOWED)
    return [float(rule.check(name, float(value) if isinstance(value, np.number) else value)) for value in given]
