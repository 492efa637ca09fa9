"""Peaks of a MACD histogram told by their heights: which is a higher high, the method's cue for a later tranche."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

import numpy as np

from tools.errors import ToolError
from tools.expression import figure
from tools.expression import share as share_of
from tools.methodology import METHOD
from tools.parameters import Fraction, Numbers, checked
from tools.result import Result
from tools.series import as_series
from tools.wording import counted, percent, significant
from tools.working import WorkingStep, step

_MOST = 1000


@dataclass(frozen=True, kw_only=True)
class HistogramPeaks(Result):
    """Confirmed peaks in their order, counted from 1.

    Attributes:
        higher: places of the peaks that stand above the peak before them.
        records: places of the peaks that stand above every peak before them, the stricter reading.
        latest_change: the latest peak less the one before it.
        added: a step for each higher high, at most all of the plan.
        deployed: the first tranche and a step for each higher high, at most all; None where no first tranche is told.
        deployed_range: the same from the smallest and the largest first tranche that the article states.
    """

    tool: ClassVar[str] = "histogram_peaks"
    higher: tuple[int, ...]
    records: tuple[int, ...]
    latest_change: float
    added: float
    deployed: float | None
    deployed_range: tuple[float, float]

    def summary(self) -> str:
        """The latest peak against the one before, the others, and what the rule allows."""
        heights = self.inputs["peaks"]
        before, now = heights[-2], heights[-1]
        is_higher = len(heights) in self.higher
        side = "above" if now > before else "below" if now < before else "level with"
        verdict = "a higher high" if is_higher else "not a higher high"
        share = percent(METHOD.step.value)
        lines = [f"**The latest peak, {_told(now)}, is {verdict}**: it stands {side} the peak before it, {_told(before)}."]
        if len(heights) > 2:
            listed = ", ".join(f"{_told(heights[n - 1])} (peak {n})" for n in self.higher)
            lines.append(f"Higher highs in all: {listed or 'none'}.")
            lines.extend(self._stricter())
        rule = (
            f"After the first tranche the article adds {share} on a higher high of the histogram or on a negative divergence "
            "of the A/D Line; one of the two is enough"
        )
        known = "A peak is known only once a lower bar follows it; measuring higher highs by confirmed peaks is our assumption"
        found = "This is a higher high" if is_higher else "A peak that is not higher adds nothing"
        if len(self.higher) > 1:
            found += f"; the {len(self.higher):,} together make {percent(self.added)}"
        lines.append(f"{rule}. {found}. {known}.")
        if self.deployed is None and self.higher:
            starts = zip(METHOD.first.value, self.deployed_range, strict=True)
            ends = ", ".join(f"{percent(whole)} after a first tranche of {percent(start)}" for start, whole in starts)
            lines.append(f"With the first tranche counted, of the plan: {ends}.")
        if self.deployed is not None:
            first, adds = self.inputs["first"], counted(len(self.higher), "higher high")
            added = f" + {len(self.higher)} × {share}" if self.higher else ""
            lines.append(
                f"**Deployed: {percent(first)}{added} = {percent(self.deployed)}**: the first tranche and {adds}"
                f"{', capped at all of the plan' if self.capped else ''}."
            )
        return "\n".join(f"- {line}" for line in lines)

    def _stricter(self) -> list[str]:
        """Where fewer peaks count against the highest before them than against the one before."""
        heights = self.inputs["peaks"]
        if self.records == self.higher:
            return []
        listed = ", ".join(f"{_told(heights[n - 1])} (peak {n})" for n in self.records)
        adds = "no add" if not self.records else counted(len(self.records), "add")
        return [
            f"Measured against the previous peak that is {counted(len(self.higher), 'add')}; against the highest peak so far "
            f"(the running maximum) only {listed or 'none'} would count, {adds}. The primary article says higher high and "
            "does not spell out which; the previous peak is our assumption."
        ]

    @property
    def capped(self) -> bool:
        """Whether the steps would go beyond all of the plan."""
        return self.deployed is not None and self.inputs["first"] + len(self.higher) * METHOD.step.value > 1 + 1e-9

    def working(self) -> tuple[WorkingStep, ...]:
        """Each peak less the one before, and what is deployed."""
        pairs = enumerate(pairwise(self.inputs["peaks"]), start=2)
        steps = [step(f"Peak {n}", figure(b) - a) for n, (a, b) in pairs]
        if self.deployed is not None and not self.capped:
            added = share_of(METHOD.step.value) * len(self.higher)
            steps.append(step("Deployed", share_of(self.inputs["first"]) + added, "%"))
        return tuple(steps)


@checked
def histogram_peaks(peaks: Numbers, first: Fraction | None = None) -> HistogramPeaks:
    """Say which of the histogram's confirmed peaks are higher highs, each above the peak before it.

    Args:
        peaks: heights of the peaks since the first tranche, oldest first; two or more, above zero.
        first: share of the plan that the first tranche took, to say what is deployed after the steps that followed.

    Raises:
        ToolError: fewer than two peaks, or one that is not above zero.
    """
    data = as_series(peaks, "peaks").to_numpy()
    if not 2 <= len(data) <= _MOST or not (np.isfinite(data) & (data > 0)).all():
        raise ToolError("peaks", data.tolist(), f"2 to {_MOST:,} numbers above 0, oldest first")
    higher = tuple(n for n, (a, b) in enumerate(pairwise(data.tolist()), start=2) if b > a)
    highest = np.maximum.accumulate(data)
    return HistogramPeaks(
        inputs={"peaks": data.tolist(), **({} if first is None else {"first": first})},
        assumptions=(METHOD.assume("higher_high"), METHOD.assume("step")),
        higher=higher,
        records=tuple(int(n) + 2 for n in np.flatnonzero(data[1:] > highest[:-1])),
        added=min(1.0, round(len(higher) * METHOD.step.value, 12)),
        latest_change=float(f"{data[-1] - data[-2]:.13g}"),
        deployed=None if first is None else _with_steps(first, len(higher)),
        deployed_range=(_with_steps(METHOD.first.value[0], len(higher)), _with_steps(METHOD.first.value[1], len(higher))),
    )


def _with_steps(first: float, count: int) -> float:
    """The first tranche and so many steps, at most all of the plan."""
    return min(1.0, round(first + count * METHOD.step.value, 12))


def _told(value: float) -> str:
    return significant(value, 6)
