"""The article's confirming inputs told by hand, each from one value to another: by how much each moved, and no verdict."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from tools.confirmations import OPEN
from tools.errors import ToolError
from tools.expression import figure
from tools.parameters import Level, Numbers, checked
from tools.result import Result
from tools.series import as_series
from tools.wording import level, percent, significant
from tools.working import WorkingStep, step
from tools.yearless import Labels, checked_labels

_REIT = re.compile(r"\breits?\b", re.IGNORECASE)
_DIFFERENCE = re.compile(r"\b(?:differential|difference|spread|gap)\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class ConfirmingMoves(Result):
    """How inputs moved between two readings.

    Attributes:
        changes: each value now less the one before, in its own unit.
        shares: the same as a fraction of the one before; None where that is not above zero.
        relative: the move of REITs against the market's, as a fraction, None for other inputs; () where no market is told.
    """

    tool: ClassVar[str] = "confirming_moves"
    changes: tuple[float, ...]
    shares: tuple[float | None, ...]
    relative: tuple[float | None, ...] = ()

    def summary(self) -> str:
        """Each input's move, what it is against the market, and that no threshold is stated."""
        lines = [self._told(n) for n in range(len(self.changes))]
        if any(part is not None for part in self.relative):
            ends = [level(self.inputs[name]) for name in ("market_before", "market_now")]
            lines.append(f"The market beside them: {ends[0]} to {ends[1]}.")
        return "\n".join(f"- {line}" for line in (*lines, OPEN))

    def _told(self, n: int) -> str:
        """'**P/E -5%**: 24 to 22.8, down by 1.2.'"""
        name, (before, now) = self.inputs["names"][n], (self.inputs[side][n] for side in ("before", "now"))
        way = "up" if self.changes[n] > 0 else "down" if self.changes[n] < 0 else "unchanged"
        by = f" by {significant(abs(self.changes[n]), 6)}" if self.changes[n] else ""
        part = self.shares[n]
        share = "" if part is None else f" {'+' if part > 0 else ''}{percent(part)}"
        against = self.relative[n] if self.relative else None
        beside = "" if against is None else f"; against the market {percent(against)}"
        return f"**{name}{share}**: {level(before)} to {level(now)}, {way}{by}{beside}."

    def working(self) -> tuple[WorkingStep, ...]:
        """The change of each input, in percent where that can be taken."""
        steps = []
        rows = zip(*(self.inputs[n] for n in ("names", "before", "now")), self.shares, strict=True)
        for name, before, now, part in rows:
            steps.append(step(name, figure(now) - before) if part is None else step(name, figure(now) / before - 1, "%"))
        return tuple(steps)


@checked
def confirming_moves(
    names: Labels, before: Numbers, now: Numbers, *, market_before: Level | None = None, market_now: Level | None = None
) -> ConfirmingMoves:
    """Say by how much the article's confirming inputs (P/E, P/CF, REITs, …) moved from one reading to the next.

    Args:
        names: what the inputs are called, such as P/E and P/CF.
        before: the earlier value of each, in the same order.
        now: the later value of each.
        market_before: the market (SPX) at the earlier reading, to hold the inputs against it.
        market_now: the market at the later one.

    Raises:
        ToolError: lists of different length, a value that is no finite number, or only one of the market's values.
    """
    old, new = (_finite(values, name) for values, name in ((before, "before"), (now, "now")))
    if len(new) != len(old):
        raise ToolError("now", len(new), f"as many values as before has ({len(old)})")
    market = [value for value in (market_before, market_now) if value is not None]
    if len(market) == 1 or any(value <= 0 for value in market):
        raise ToolError("market_now", market_now, "above 0, and given with market_before or not at all")
    called = checked_labels(names, len(old), "names")
    rows = list(zip(called, old, new, strict=True))
    # A difference may be zero or change its sign: its move is told in its own unit alone.
    shares = tuple(round(b / a - 1, 12) if a > 0 and not _DIFFERENCE.search(name) else None for name, a, b in rows)
    whole = market[1] / market[0] if market else None
    against = (
        round((1 + part) / whole - 1, 12) if whole and part is not None and _REIT.search(name) else None
        for name, part in zip(called, shares, strict=True)
    )
    return ConfirmingMoves(
        inputs={
            "names": list(called),
            "before": old,
            "now": new,
            **({"market_before": market_before, "market_now": market_now} if market else {}),
        },
        changes=tuple(float(f"{b - a:.12g}") for a, b in zip(old, new, strict=True)),
        shares=shares,
        relative=() if whole is None else tuple(against),
    )


def _finite(values: Numbers, name: str) -> list[float]:
    data = as_series(values, name).tolist()
    if not data or not all(abs(v) < 1e12 for v in data):
        raise ToolError(name, data, "one or more finite numbers")
    return [float(v) for v in data]
