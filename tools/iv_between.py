"""Volatility between two quotes by hand, linear in delta between two strikes."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, ClassVar

import numpy as np

from tools.errors import ToolError
from tools.expression import figure, share
from tools.methodology import METHOD
from tools.parameters import Number, Numbers, checked
from tools.result import Result
from tools.series import as_series
from tools.wording import fixed, level, percent, points
from tools.working import WorkingStep, step

Delta = Annotated[float, Number("fraction", "size of the put's delta", low=0.005, high=0.6)]
Vol = Annotated[float, Number("fraction", "as a decimal: 0.208 is 20.8%", low=0, open_low=True, high=10)]

_SHORT = 20  # a fraction of so many parts or more is no easier to read than its decimals
_VOLS = "volatilities as decimals between 0 and 10, one for each"


@dataclass(frozen=True, kw_only=True)
class IvAtDelta(Result):
    """The volatility at one delta.

    Attributes:
        iv: volatility at the delta, as a decimal.
        weight: how far the delta lies from the lower bracketing one to the higher, 0 to 1.
        between: the two deltas that bracket it, by size.
        strikes: the strikes of those two quotes, where strikes are given.
        change: the volatility less that of the day before, where that is given.
    """

    tool: ClassVar[str] = "iv_at_delta"
    iv: float
    weight: float
    between: tuple[float, float]
    strikes: tuple[float, float] | None = None
    change: float | None = None

    def summary(self) -> str:
        """The volatility, and the two quotes that it lies between."""
        low, high = self.between
        delta = self.inputs["delta"]
        where = (
            f"straight between the quotes at delta {level(low)} and {level(high)}{self._way()}"
            if low < high
            else "a quote has just this delta."
        )
        puts = ""
        if self.strikes is not None and low < high:
            near, far = _quotes(self.inputs["deltas"], self.inputs["ivs"], low, high)
            move = f"({level(far)} − {level(near)})"
            puts = (
                f"- It lies between the {level(self.strikes[0])} (−{level(low)}) and the {level(self.strikes[1])} "
                f"(−{level(high)}) puts: {level(near)} + {points(self.weight)} × {move} = {points(self.iv)}.\n"
            )
        return (
            f"- **Implied volatility at delta {level(delta)} = {points(self.iv)} ({percent(self.iv, 2)})**: {where}\n{puts}"
            f"{self._on()}{self._moved()}"
            "- Linear in delta is a convention; deltas are taken by size, so a put's −0.10 and 0.10 are the same."
        )

    def _moved(self) -> str:
        """The change from the day before, in volatility points."""
        if self.change is None:
            return ""
        before, now = percent(self.inputs["before"], 2), percent(self.iv, 2)
        return f"- **Change: {now} − {before} = {fixed(100 * self.change, 2, '+')} volatility points.**\n"

    def _on(self) -> str:
        """The same from the lower delta on, as decimals and in percent, where no strikes tell it: "0.262 − 0.4 × 0.015"."""
        low, high = self.between
        if low == high or self.strikes is not None:
            return ""
        near, far = _quotes(self.inputs["deltas"], self.inputs["ivs"], low, high)
        sign, move, way = "+" if far >= near else "−", abs(far - near), points(self.weight)
        return (
            f"- From delta {level(low)} on: {level(near)} {sign} {way} × {level(round(move, 10))} = {level(round(self.iv, 6))}"
            f", in percent {percent(near, 2)} {sign} {way} × {points(100 * move)} = {percent(self.iv, 2)}.\n"
        )

    def _way(self) -> str:
        """', 0.02/0.03 = 2/3 (66.7%) of the way down from 0.12: 24% + 0.02/0.03 × 1.5 = 25%.'"""
        low, high = self.between
        near, far = _quotes(self.inputs["deltas"], self.inputs["ivs"], high, low)
        gone, whole = (round(high - end, 10) for end in (self.inputs["delta"], low))
        ratio = Fraction(f"{gone:.10f}") / Fraction(f"{whole:.10f}")
        short = f" = {ratio.numerator}/{ratio.denominator}" if 1 < ratio.denominator < _SHORT else ""
        sign = "+" if far >= near else "−"
        return (
            f", {level(gone)}/{level(whole)}{short} ({percent(1 - self.weight)}) of the way from {level(high)} down to "
            f"{level(low)}: {percent(near, 2)} {sign} {level(gone)}/{level(whole)} × {points(100 * abs(far - near))} = "
            f"{percent(self.iv, 2)}."
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """The share of the way, and the volatility there."""
        low, high = self.between
        near, far = _quotes(self.inputs["deltas"], self.inputs["ivs"], low, high)
        if low == high:
            return (step("Volatility", share(near) + 0 * share(far), "%", "a quote has just this delta"),)
        way = (figure(self.inputs["delta"]) - low) / (figure(high) - low)
        down = (figure(high) - self.inputs["delta"]) / (figure(high) - low)
        steps = (
            step("Share of the way", way),
            step("Share of the way down", down, "", f"from {level(high)}"),
            step("Volatility", share(near) + way * (share(far) - share(near)), "%"),
        )
        return steps if self.change is None else (*steps, step("Change", share(self.iv) - share(self.inputs["before"]), "%"))


@checked
def iv_at_delta(
    deltas: Numbers,
    ivs: Numbers,
    delta: Delta = METHOD.delta.value,
    strikes: Numbers | None = None,
    *,
    before: Vol | None = None,
) -> IvAtDelta:
    """Interpolate the implied volatility at a delta between the two quotes that bracket it, linearly in delta.

    Args:
        deltas: deltas of the quoted puts, two or more; their sign does not count.
        ivs: their implied volatilities as decimals, in the same order.
        delta: the delta wanted, by size; 0.10 in the method.
        strikes: strikes of the quoted puts in the same order, to say between which two it lies.
        before: volatility at the delta the day before, as a decimal, to say the change.

    Raises:
        ToolError: lists of different length, numbers out of range, or no quotes on both sides of the delta.
    """
    given = finite(deltas, "deltas")
    size = np.abs(given)
    vols = vols_of(ivs, len(size))
    if not ((size > 0) & (size < 1)).all():
        raise ToolError("deltas", given, "numbers between 0 and 1 by size, such as 0.07 and 0.115")
    if not size.min() <= delta <= size.max():
        raise ToolError(
            "deltas",
            given,
            f"quotes on both sides of {level(delta)}",
            "It is not bracketed; outside the quotes nothing is interpolated, since extrapolating would be a guess: "
            f"{'lower' if delta < size.min() else 'higher'} strikes are needed.",
        )
    low, high = float(size[size <= delta].max()), float(size[size >= delta].min())
    rungs = None if strikes is None else finite(strikes, "strikes")
    if rungs is not None and len(rungs) != len(size):
        raise ToolError("strikes", rungs, f"{len(size)} values, one for each quote")
    by_size = dict(zip(size.tolist(), rungs or (), strict=False))
    near, far = _quotes(size.tolist(), vols, low, high)
    weight = (delta - low) / (high - low) if low < high else 0.0
    own = {**({} if rungs is None else {"strikes": rungs}), **({} if before is None else {"before": before})}
    return IvAtDelta(
        inputs={"deltas": given, "ivs": vols, "delta": delta, **own},
        assumptions=(METHOD.assume("delta", delta),),
        iv=round(near + weight * (far - near), 12),
        weight=round(weight, 12),
        between=(low, high),
        strikes=(by_size[low], by_size[high]) if by_size else None,
        change=None if before is None else round(near + weight * (far - near) - before, 12),
    )


def finite(values: Numbers, name: str) -> list[float]:
    """Two finite numbers or more."""
    data = as_series(values, name).to_numpy()
    if len(data) < 2 or not np.isfinite(data).all():
        raise ToolError(name, data.tolist(), "two or more finite numbers")
    return [float(v) for v in data]


def vols_of(ivs: Numbers, wanted: int) -> list[float]:
    """As many volatilities as quotes, each a decimal."""
    found = finite(ivs, "ivs")
    if len(found) != wanted:
        raise ToolError("ivs", found, f"{wanted} values, one for each quote")
    if not all(0 < v <= 10 for v in found):
        raise ToolError("ivs", found, _VOLS, "Write 24.1% as 0.241.")
    return found


def _quotes(deltas: list[float], ivs: list[float], low: float, high: float) -> tuple[float, float]:
    """The volatilities at the two bracketing deltas."""
    by_size = {abs(d): v for d, v in zip(deltas, ivs, strict=True)}
    return by_size[low], by_size[high]
