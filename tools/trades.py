"""The trades of an account as tables: every purchase and sale, and one row a campaign."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from tools.campaigns import Course
from tools.market import Market
from tools.series import when
from tools.simulation import Account, Terms
from tools.trigger import MacdTrigger

_TRADE = [
    "trade", "decided", "entered", "exited", "tranches", "units", "paid", "sold", "profit", "gain", "bars", "depressed", "open",
]  # fmt: skip


def fills_of(account: Account, market: Market, terms: Terms) -> pd.DataFrame:
    """Every purchase and sale; the columns are those of `Backtest.fills`, and `bar`, the position in the price."""
    done = [fill for fill in account.fills if fill.units]
    units = np.array([fill.units for fill in done])
    return pd.DataFrame(
        {
            "trade": np.array([fill.campaign for fill in done], dtype="int64"),
            "tranche": np.array([fill.tranche for fill in done], dtype="int64"),
            "decided": when(market.signal.index, [fill.step.decided for fill in done]),
            "date": when(market.price.index, [fill.step.bar for fill in done]),
            "side": np.where(units > 0, "buy", "sell").astype(object),
            "units": units,
            "price": np.array([fill.price for fill in done]),
            "costs": np.abs(units) * (terms.spread / 2 * terms.multiplier + terms.cost),
            "cash": np.array([fill.cash for fill in done]),
            "held": np.array([fill.held for fill in done]),
            "bar": np.array([fill.step.bar for fill in done], dtype="int64"),
        }
    )


def trades_of(fills: pd.DataFrame, market: Market, way: Course, terms: Terms, found: MacdTrigger) -> pd.DataFrame:
    """One row a campaign that bought anything; the columns are those of `Backtest.trades`."""
    depressed = found.frame["depressed"].to_numpy()
    last, end = float(market.price.iloc[-1]), len(market.price) - 1
    rows: list[dict[str, Any]] = []
    for number, of_it in fills.groupby("trade", sort=True):
        campaign = way.campaigns[int(str(number)) - 1]
        buys, sells = of_it[of_it["units"] > 0], of_it[of_it["units"] < 0]
        units = float(buys["units"].sum())
        closed = len(sells) > 0
        paid = -float(buys["cash"].sum())
        got = float(sells["cash"].sum()) if closed else units * last * terms.multiplier
        rows.append(
            {
                "trade": number,
                "decided": when(market.signal.index, [campaign.entry.decided])[0],
                "entered": buys["date"].iloc[0],
                "exited": sells["date"].iloc[0] if closed else None,
                "tranches": len(buys),
                "units": units,
                "paid": float((buys["units"] * (buys["price"] + terms.spread / 2)).sum() / units),
                "sold": float(sells["price"].iloc[0] - terms.spread / 2) if closed else last,
                "profit": got - paid,
                "gain": (got - paid) / paid,
                "bars": (int(sells["bar"].iloc[0]) if closed else end) - int(buys["bar"].iloc[0]),
                "depressed": bool(depressed[campaign.entry.decided]),
                "open": not closed,
            }
        )
    return pd.DataFrame(rows, columns=pd.Index(_TRADE))
