"""The weighted average cost of capital: what all sources of money cost together, each after its tax.

WACC = Σ value / total × cost × (1 − tax). For a company: E/V × Re + D/V × Rd × (1 − T).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

from tools.cash_flows import CLAIM
from tools.errors import ToolError
from tools.expression import figure, share, total
from tools.parameters import Numbers, checked
from tools.result import Result
from tools.series import as_series
from tools.wording import counted, listed, percent, significant
from tools.working import WorkingStep, step

_TWO = 2
_READ = (
    "The article defines neither the inputs nor the formula for a hedge; the size-weighted price of staged entries is another "
    "figure (staged_cost)."
)


@dataclass(frozen=True, kw_only=True)
class Wacc(Result):
    """The blended cost of money.

    Attributes:
        value: the weighted average cost as a fraction a year.
        weights: share of each source in the total.
        after_tax: cost of each source after its tax, as a fraction.
        parts: what each source adds to the average, as a fraction.
    """

    tool: ClassVar[str] = "wacc"
    value: float
    weights: tuple[float, ...]
    after_tax: tuple[float, ...]
    parts: tuple[float, ...]

    def summary(self) -> str:
        """The sum with its working, the parts, and what the article claims."""
        costs, taxes = self.inputs["costs"], self.inputs["taxes"] or [0.0] * len(self.weights)
        terms = []
        for weight, cost, tax in zip(self.weights, costs, taxes, strict=True):
            after = f" × (1 − {percent(tax, 2)})" if tax else ""
            terms.append(f"{percent(weight, 2)} × {percent(cost, 2)}{after}")
        lines = [
            f"**WACC: {' + '.join(terms)} = {percent(self.value, 2)}**.",
            f"Parts: {' + '.join(percent(part, 2) for part in self.parts)}; "
            + ("each cost is taken after its own tax" if self.inputs["taxes"] else "no tax is taken off")
            + f"{self._after_tax()}.",
            *self._between(),
            f"{CLAIM} {_READ}",
        ]
        return "\n".join(f"- {line}" for line in lines)

    def _after_tax(self) -> str:
        """Each taxed cost with what is left of it."""
        costs, taxes = self.inputs["costs"], self.inputs["taxes"] or [0.0] * len(self.weights)
        told = [
            f"{percent(cost, 2)} × {significant(1 - tax, 12)} = {percent(after, 2)}"
            for cost, tax, after in zip(costs, taxes, self.after_tax, strict=True)
            if tax
        ]
        return f": {listed(told)}" if told else ""

    def _between(self) -> list[str]:
        """How far the average of two sources lies from each of them: what the smaller one adds to the cost, or takes off it."""
        if len(self.weights) != _TWO or self.after_tax[0] == self.after_tax[1] or not all(self.weights):
            return []
        low, high = sorted(self.after_tax)
        above, below = (f"{significant(100 * abs(self.value - end), 4)} points" for end in (low, high))
        cheap, dear = percent(low, 2), percent(high, 2)
        return [f"That is {above} above the cheaper source's {cheap} and {below} below the dearer one's {dear}."]

    def working(self) -> tuple[WorkingStep, ...]:
        """Each source's weight and part, with weights and taxes as decimals where the summary has percent; then the sum."""
        sizes, costs = self.inputs["values"], self.inputs["costs"]
        taxes = self.inputs["taxes"] or [0.0] * len(sizes)
        steps = []
        for i, (size, cost, tax) in enumerate(zip(sizes, costs, taxes, strict=True), 1):
            part = figure(self.weights[i - 1]) * share(cost)
            steps.append(step(f"Weight of source {i}", figure(size) / math.fsum(sizes)))
            steps.append(step(f"Part of source {i}", part * (1 - figure(tax)) if tax else part, "%"))
        return (*steps, step("WACC", total(map(share, self.parts)), "%"))


@checked
def wacc(values: Numbers, costs: Numbers, taxes: Numbers | None = None) -> Wacc:
    """Average the cost of several sources of money by their size, each after its tax.

    Args:
        values: size of each source, in dollars or as shares; only the proportions count.
        costs: yearly cost of each source before tax, as a fraction (9% is 0.09).
        taxes: tax rate that each source's cost escapes, as a fraction; 0 for equity. Without it no tax is taken off.

    Raises:
        ToolError: lists of different length, sizes that are negative or sum to nothing, or fractions outside 0 to 1.
    """
    sizes = [float(v) for v in as_series(values, "values")]
    rates = _fractions(costs, "costs", len(sizes))
    off = None if taxes is None else _fractions(taxes, "taxes", len(sizes))
    wrong = [v for v in sizes if not 0 <= v <= 1e15]
    if wrong or not sum(sizes) > 0:
        mend = "Give the size of each source, for example [600, 400]."
        raise ToolError("values", wrong[0] if wrong else sizes, "sizes from 0 to 1e15 whose sum is above 0", mend)
    total = math.fsum(sizes)
    after = [rate * (1 - tax) for rate, tax in zip(rates, off or [0.0] * len(rates), strict=True)]
    parts = [size / total * cost for size, cost in zip(sizes, after, strict=True)]
    return Wacc(
        inputs={"values": sizes, "costs": rates, "taxes": off},
        value=round(math.fsum(parts), 15),
        weights=tuple(size / total for size in sizes),
        after_tax=tuple(after),
        parts=tuple(parts),
    )


def _fractions(given: Numbers, name: str, count: int) -> list[float]:
    out = [float(v) for v in as_series(given, name)]
    if len(out) != count:
        raise ToolError(name, counted(len(out), "number"), f"as many as values ({count})", "Give one for each source.")
    wrong = [v for v in out if not 0 <= v <= 1]
    if wrong:
        raise ToolError(name, wrong[0], "fractions from 0 to 1", "Write 9% as 0.09.")
    return out
