"""A log of trades that are closed: what each made between its way in and its way out, and all of them together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from tools.errors import ToolError
from tools.expression import dollars, figure, total
from tools.methodology import Assumption
from tools.parameters import Cost, Multiplier, Numbers, checked
from tools.result import Result
from tools.series import as_series
from tools.wording import counted, gain, money, points
from tools.working import WorkingStep, step

_MOST = 1000
_SHOWN = 12  # trades that are told one by one


@dataclass(frozen=True, kw_only=True)
class TradeLog(Result):
    """The result of several trades.

    Attributes:
        points: what one unit of each trade made, in points, before fees; negative for a loss.
        profits: dollars that each trade made, after fees.
        net: dollars of all trades together, after fees.
        won: trades that made money.
        lost: trades that lost money.
    """

    tool: ClassVar[str] = "trade_log"
    points: tuple[float, ...]
    profits: tuple[float, ...]
    net: float
    won: int
    lost: int

    def summary(self) -> str:
        """The net result, then trade by trade."""
        word = "profit" if self.net > 0 else "loss" if self.net < 0 else "result"
        fees = "after fees" if self.inputs["fees"] else "before fees"
        lines = [
            f"**Net of {counted(len(self.profits), 'trade')}: a {word} of {money(abs(self.net))}** {fees}; {self.won:,} won, "
            f"{self.lost:,} lost.",
            *(self._trade(n) for n in range(len(self.profits))[:_SHOWN]),
        ]
        if len(self.profits) > _SHOWN:
            lines.append(f"The first {_SHOWN} trades are told here.")
        lines.append("The primary article states no rule for selling before settlement.")
        return "\n".join(f"- {line}" for line in lines)

    def _trade(self, n: int) -> str:
        """'Trade 2: bought at 19.10, sold at 18.25: -0.85 × $1,000 × 2 = -$1,700, a loss of 0.85 points a unit.'"""
        entry, leave, units = (self.inputs[name][n] for name in ("entries", "leaves", "contracts"))
        way = "bought at {0}, sold at {1}" if units > 0 else "sold at {0}, bought back at {1}"
        count = f" × {abs(units):,.0f}" if abs(units) != 1 else ""
        fees = f" − {money(self.inputs['fees'] * abs(units))} of fees" if self.inputs["fees"] else ""
        return (
            f"Trade {n + 1:,}: {way.format(points(entry), points(leave))}: {points(self.points[n])} × "
            f"{money(self.inputs['multiplier'])}{count}{fees} = {money(self.profits[n])}, {gain(self.points[n])} a unit."
        )

    def working(self) -> tuple[WorkingStep, ...]:
        """Each of the first trades, and their sum."""
        rows = zip(self.points, self.inputs["contracts"], strict=True)
        a_point, fees = self.inputs["multiplier"], self.inputs["fees"]
        steps = []
        for n, (made, units) in enumerate(list(rows)[:_SHOWN], start=1):
            gross = figure(made) * dollars(a_point) * abs(units)
            steps.append(step(f"Trade {n}", gross - dollars(fees) * abs(units) if fees else gross, "$"))
        return (*steps, step("Net", total([dollars(profit) for profit in self.profits]), "$"))


@checked
def trade_log(
    entries: Numbers,
    leaves: Numbers,
    contracts: Numbers | None = None,
    *,
    multiplier: Multiplier = 1000.0,
    fees: Cost = 0.0,
) -> TradeLog:
    """Add up several trades that are closed, each with its price in, its price out and its number of contracts.

    Args:
        entries: price at which each trade was opened, in points, in order.
        leaves: price at which it was closed.
        contracts: whole number of each, negative where it was sold first; one of each when left out.
        multiplier: dollars a point ($1,000 for a VIX future, $100 for VIX and SPX options).
        fees: fees in dollars for one contract, in and out together.

    Raises:
        ToolError: no trade, lists of different length, a price below 0, or a number of contracts that is not whole or is 0.
    """
    opened, closed = _prices(entries, "entries"), _prices(leaves, "leaves")
    if len(closed) != len(opened):
        raise ToolError("leaves", len(closed), f"as many prices as entries has ({len(opened)})")
    units = [1.0] * len(opened) if contracts is None else as_series(contracts, "contracts").tolist()
    if len(units) != len(opened) or not all(np.isfinite(u) and u == int(u) and 0 < abs(u) <= 1_000_000 for u in units):
        raise ToolError("contracts", units, f"{counted(len(opened), 'whole number')} other than 0, one for each trade")
    made = [round((out - into) * (1 if n > 0 else -1), 12) for into, out, n in zip(opened, closed, units, strict=True)]
    profits = [round(m * multiplier * abs(n) - fees * abs(n), 9) for m, n in zip(made, units, strict=True)]
    return TradeLog(
        inputs={"entries": opened, "leaves": closed, "contracts": units, "multiplier": multiplier, "fees": fees},
        assumptions=(Assumption("multiplier", multiplier, "convention", f"One point is worth {money(multiplier)}."),),
        points=tuple(made),
        profits=tuple(profits),
        net=round(sum(profits), 9),
        won=sum(p > 0 for p in profits),
        lost=sum(p < 0 for p in profits),
    )


def _prices(values: Numbers, name: str) -> list[float]:
    data = as_series(values, name).to_numpy()
    if not 1 <= len(data) <= _MOST or not (np.isfinite(data) & (data >= 0) & (data <= 1e9)).all():
        raise ToolError(name, data.tolist(), f"1 to {_MOST:,} prices of at least 0, in points")
    return [float(v) for v in data]
