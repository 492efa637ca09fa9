"""Whether quoted deltas bracket the one that is wanted, so that a volatility can be interpolated there at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from tools.errors import ToolError
from tools.expression import figure
from tools.iv_between import Delta, finite
from tools.methodology import METHOD
from tools.parameters import Numbers, checked
from tools.result import Result
from tools.wording import level, points
from tools.working import WorkingStep, said, step


@dataclass(frozen=True, kw_only=True)
class DeltaBracket(Result):
    """The quotes on both sides of a delta.

    Attributes:
        between: sizes of the two deltas that bracket it, twice its own where one is quoted; None where none do.
        lowest, highest: smallest and largest size of the quoted deltas.
        nearest: size of the quoted delta nearest to it.
        off: that size less the one wanted.
        at: strike of that quote, where strikes are given; else None.
    """

    tool: ClassVar[str] = "delta_bracket"
    between: tuple[float, float] | None
    lowest: float
    highest: float
    nearest: float
    off: float
    at: float | None = None

    def summary(self) -> str:
        """The bracket, or which side has no quote and why nothing is told there."""
        wanted = points(self.inputs["delta"])
        if self.between is not None:
            low, high = map(points, self.between)
            if low == high:
                return f"- **A quote has just the delta −{wanted}**: its own volatility is the one, nothing is interpolated."
            return (
                f"- **−{wanted} is bracketed by −{low} and −{high}**: the volatility lies between those two quotes, linear in "
                "delta. With the volatility of both it can be worked out."
            )
        below = self.inputs["delta"] < self.lowest
        none = f"between 0 and −{wanted}" if below else f"beyond −{wanted}"
        reach = f"from −{points(self.lowest)} to −{points(self.highest)}"
        return (
            f"- **Not available: −{wanted} is not bracketed.** The quoted deltas reach {reach}: no strike has a delta {none}.\n"
            f"- The nearest is −{points(self.nearest)}{self._at()}. A volatility at −{wanted} would have to be extrapolated, "
            f"which is a guess; {self._needed(below=below)}."
        )

    def _at(self) -> str:
        """', at 5400'."""
        return "" if self.at is None else f", at {level(self.at)}"

    def _needed(self, *, below: bool) -> str:
        """Which quotes the volatility takes."""
        side, wanted = "lower" if below else "higher", points(self.inputs["delta"])
        if self.at is None:
            return f"quotes of {side} strikes are needed"
        size = "smaller" if below else "larger"
        return (
            f"it takes a strike {'below' if below else 'above'} {level(self.at)} with a delta of −{wanted}, or {size} in size"
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """How far the nearest quote lies from the delta, and the rule."""
        far = step("Nearest delta less the one wanted, by size", figure(self.nearest) - self.inputs["delta"])
        return (far, said("Rule", "a volatility is interpolated between two quotes, never beyond them"))


@checked
def delta_bracket(deltas: Numbers, delta: Delta = METHOD.delta.value, strikes: Numbers | None = None) -> DeltaBracket:
    """Say whether quoted deltas bracket the one that is wanted, so that its volatility can be interpolated.

    Args:
        deltas: deltas of the quoted puts, two or more; their sign does not count.
        delta: the delta wanted, by size; 0.10 in the method.
        strikes: strikes of the quoted puts in the same order, to say beyond which one another is needed.

    Raises:
        ToolError: fewer than two deltas, one that is not between 0 and 1 by size, or strikes that are not one for each.
    """
    given = finite(deltas, "deltas")
    sizes = sorted(abs(d) for d in given)
    if not 0 < sizes[0] <= sizes[-1] < 1:
        raise ToolError("deltas", given, "numbers between 0 and 1 by size, such as 0.07 and 0.115")
    nearest = min(sizes, key=lambda d: abs(d - delta))
    rungs = None if strikes is None else finite(strikes, "strikes")
    if rungs is not None and len(rungs) != len(given):
        raise ToolError("strikes", rungs, f"{len(given)} values, one for each quote")
    at = None if rungs is None else rungs[[abs(d) for d in given].index(nearest)]
    held = sizes[0] <= delta <= sizes[-1]
    return DeltaBracket(
        inputs={"deltas": given, "delta": delta, **({} if rungs is None else {"strikes": rungs})},
        assumptions=(METHOD.assume("delta", delta),),
        between=(max(d for d in sizes if d <= delta), min(d for d in sizes if d >= delta)) if held else None,
        lowest=sizes[0],
        highest=sizes[-1],
        nearest=nearest,
        off=round(nearest - delta, 12),
        at=at,
    )
