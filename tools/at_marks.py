"""An open position along the prices at which it was marked: what it makes now, at its best mark and at its worst."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

import numpy as np

from tools.errors import ToolError
from tools.expression import dollars, figure
from tools.methodology import Assumption
from tools.parameters import Count, Multiplier, Number, Numbers, checked
from tools.result import Result
from tools.series import as_series
from tools.wording import money, points
from tools.working import WorkingStep, step

_MOST = 1000
_LISTED = 12  # marks whose results are told one by one

Entry = Annotated[float, Number("price", "index points", low=-1e6, high=1e6)]
Side = Literal["long", "short"]


@dataclass(frozen=True, kw_only=True)
class AtMarks(Result):
    """What a position makes at each of its marks, in dollars before fees; marks are counted from 1.

    Attributes:
        profits: dollars at each mark; negative for a loss.
        now: dollars at the last mark.
        best, worst: the highest and the lowest of them.
        best_at, worst_at: the first mark at which each stood.
        from_best: `now` less `best`: what was given back since.
    """

    tool: ClassVar[str] = "at_marks"
    profits: tuple[float, ...]
    now: float
    best: float
    worst: float
    best_at: int
    worst_at: int
    from_best: float

    def summary(self) -> str:
        """The result now, then at the best and the worst mark."""
        count = len(self.profits)
        lines = [f"**Now {self._sum(count)}, {_kind(self.now)} {money(abs(self.now))}** before fees."]
        if count > 1:
            given_back = f", {money(-self.from_best)} more than now" if self.from_best < 0 else ", which is now"
            lines.append(f"Best mark: {self._sum(self.best_at)}, {_kind(self.best)} {money(abs(self.best))}{given_back}.")
            low = f"Worst (low) mark: {self._sum(self.worst_at)}, {_kind(self.worst)} {money(abs(self.worst))}"
            lines.append(f"{low}{', which is now' if self.worst_at == count else ''}.")
        if 2 < count <= _LISTED:
            each = ", ".join(f"{points(m)}: {money(p)}" for m, p in zip(self.inputs["marks"], self.profits, strict=True))
            lines.append(f"Mark by mark: {each}.")
        lines.append("A mark is a price seen, not one that was traded: closing is done at the bid or the ask.")
        return "\n".join(f"- {line}" for line in lines)

    def _sum(self, number: int) -> str:
        """'(19.25 − 17.35) × $1,000 × 2 = $3,800'."""
        mark, entry = (points(p) for p in (self.inputs["marks"][number - 1], self.inputs["entry"]))
        first, then = (mark, entry) if self.inputs["side"] == "long" else (entry, mark)
        size = f"{money(self.inputs['multiplier'])} × {self.inputs['contracts']:,}"
        return f"({first} − {then}) × {size} = {money(self.profits[number - 1])}"

    def working(self) -> tuple[WorkingStep, ...]:
        """The sums of the last, the best and the worst mark."""
        named = [("Now", len(self.profits))]
        if len(self.profits) > 1:
            named += [("At the best mark", self.best_at), ("At the worst mark", self.worst_at)]
        entry, a_point, units = (self.inputs[name] for name in ("entry", "multiplier", "contracts"))
        steps = []
        for name, number in named:
            mark = self.inputs["marks"][number - 1]
            first, then = (mark, entry) if self.inputs["side"] == "long" else (entry, mark)
            steps.append(step(name, (figure(first) - then) * dollars(a_point) * units, "$"))
        return tuple(steps)


@checked
def at_marks(
    entry: Entry, marks: Numbers, *, contracts: Count = 1, multiplier: Multiplier = 100.0, side: Side = "long"
) -> AtMarks:
    """Say what an open position makes now, at its best mark and at its worst, from its entry and the prices since.

    Args:
        entry: price of the entry in points, an average where there were several; a credit received is negative.
        marks: prices at which one unit stood since, oldest first, the last of them now.
        contracts: how many units.
        multiplier: dollars a point ($100 for VIX and SPX options, $1,000 for a VIX future).
        side: "long" or "short".

    Raises:
        ToolError: no mark, more than 1,000, or one that is no finite number.
    """
    data = as_series(marks, "marks").to_numpy()
    if not 1 <= len(data) <= _MOST or not np.isfinite(data).all() or not (np.abs(data) <= 1e6).all():
        raise ToolError("marks", data.tolist(), f"1 to {_MOST:,} prices up to 1,000,000, oldest first")
    sign = 1 if side == "long" else -1
    made = tuple(round(sign * (float(mark) - entry) * multiplier * contracts, 6) for mark in data)
    best, worst = max(made), min(made)
    return AtMarks(
        inputs={
            "entry": entry,
            "marks": [float(mark) for mark in data],
            "contracts": contracts,
            "multiplier": multiplier,
            "side": side,
        },
        assumptions=(Assumption("multiplier", multiplier, "convention", f"One point is worth {money(multiplier)}."),),
        profits=made,
        now=made[-1],
        best=best,
        worst=worst,
        best_at=made.index(best) + 1,
        worst_at=made.index(worst) + 1,
        from_best=round(made[-1] - best, 6),
    )


def _kind(made: float) -> str:
    return "a profit of" if made > 0 else "a loss of" if made < 0 else "a result of"
