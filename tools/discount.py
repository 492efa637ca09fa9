"""Rates at which dated cash flows are worth nothing: every real root above −100%, found and bracketed, none guessed.

With u = −ln(1 + r) the value is Σ cᵢ·exp(tᵢ·u). Multiplying each cᵢ by (tᵢ − k), with k at a change of sign, gives a sum
with one change less (the step in the proof of Descartes' rule); its roots part the line into stretches on which the sum
above it crosses zero at most once. So the chain ends after as many steps as there are changes of sign, no root is
missed and none is counted twice. Times need not be whole numbers, so that the same code serves dated flows.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

_EPS = 2.0**-52
_RANGE = 700.0  # exp(709) is the largest power of e that a float holds
_LOWEST = math.nextafter(-1.0, 0.0)


def sign_changes(flows: Sequence[float] | np.ndarray) -> int:
    """How often the sign changes from one flow to the next, zeros left out."""
    signs = [flow > 0 for flow in flows if flow]
    return sum(a != b for a, b in pairwise(signs))


def present_values(rate: float, flows: np.ndarray, times: np.ndarray) -> np.ndarray:
    """flow / (1 + rate)^time, one by one; the rate lies above −1."""
    return np.asarray(flows * np.exp(-times * math.log1p(rate)))


def rates(flows: np.ndarray, times: np.ndarray) -> tuple[float, ...]:
    """Every rate above −1 at which the flows at these times are worth nothing, ascending; () where there is none.

    A rate at which the value touches zero without crossing it counts once.
    """
    held, places = np.unique(times, return_inverse=True)
    summed = np.array([math.fsum(flows[places == i].tolist()) for i in range(len(held))])
    kept = summed != 0
    if sign_changes(summed[kept]) == 0:
        return ()
    return tuple(sorted({_rate(u) for u in _roots(_Sum.of(summed[kept], held[kept] - held[kept][0]))}))


def _rate(u: float) -> float:
    """The rate at u: inf beyond the range of a float, and never −1 itself, which no flow can be discounted by."""
    return max(math.expm1(-u), _LOWEST) if u > -_RANGE else math.inf


@dataclass(frozen=True)
class _Sum:
    """Σ sign·exp(size + time·u): sizes are logarithms, so that no power leaves the range of a float."""

    sign: np.ndarray
    size: np.ndarray
    time: np.ndarray

    @classmethod
    def of(cls, flows: np.ndarray, times: np.ndarray) -> _Sum:
        return cls(np.sign(flows), np.log(np.abs(flows)), times)

    def at(self, u: float) -> int:
        """The sign of the sum at u; 0 where it cannot be told from rounding."""
        power = self.size + self.time * u
        terms = np.exp(power - power.max())
        noise = 4 * _EPS * float(np.sum(terms * (2.0 + np.abs(self.size) + np.abs(self.time * u))))
        value = float(np.sum(self.sign * terms))
        return 0 if abs(value) <= noise else int(math.copysign(1, value))

    def simpler(self) -> _Sum | None:
        """The sum with one change of sign less; None where there is no change."""
        turns = np.flatnonzero(self.sign[1:] != self.sign[:-1])
        if len(turns) == 0:
            return None
        factor = self.time - (self.time[turns[0]] + self.time[turns[0] + 1]) / 2
        size = self.size + np.log(np.abs(factor))
        return _Sum(self.sign * np.sign(factor), size - size.max(), self.time)


def _roots(top: _Sum) -> list[float]:
    chain = [top]
    while (lower := chain[-1].simpler()) is not None:
        chain.append(lower)
    marks: list[float] = []
    for level in reversed(chain[:-1]):
        marks = _between(level, marks, fine=level is top)
    return marks


def _between(level: _Sum, marks: Sequence[float], *, fine: bool) -> list[float]:
    """The roots of `level`, of which there is at most one between two neighbouring marks and beyond the outer ones."""
    out: list[float] = []
    signs = [level.at(mark) for mark in marks]
    ends = [int(level.sign[0]), *signs, int(level.sign[-1])]
    for i, (left, right) in enumerate(pairwise(ends)):
        if left * right < 0:
            low = marks[i - 1] if i > 0 else _beyond(level, marks[0] if marks else 0.0, -1.0, left)
            high = marks[i] if i < len(marks) else _beyond(level, marks[-1] if marks else 0.0, 1.0, right)
            edges = [_edge(level, low, high, lambda sign, left=left: sign == left)]  # type: ignore[misc]
            if fine:  # the root is the middle of the stretch that rounding cannot tell from zero
                edges.append(_edge(level, low, high, lambda sign, left=left: sign != -left))  # type: ignore[misc]
            out.append(sum(edges) / len(edges))
        if right == 0:
            out.append(marks[i])
    return out


def _beyond(level: _Sum, start: float, way: float, sign: int) -> float:
    """A place beyond `start` where the sum has the sign that it keeps from there on."""
    step = 1.0
    while level.at(start + way * step) != sign:
        step *= 2
    return start + way * step


def _edge(level: _Sum, low: float, high: float, keeps: Callable[[int], bool]) -> float:
    """How far the sign at `low` is kept on the way to `high`, by halving."""
    while (middle := (low + high) / 2) not in (low, high):
        if keeps(level.at(middle)):
            low = middle
        else:
            high = middle
    return low
