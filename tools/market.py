"""What a rule is tested on: the series that gives the signal and the price at which one could have dealt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import numpy as np
import pandas as pd

from tools.campaigns import matched
from tools.errors import ToolError
from tools.methodology import Assumption
from tools.series import as_series, spoken, when
from tools.table import Table, load_table
from tools.wording import points

_DEALT = ("settle", "close", "adjusted close", "last", "M1")
_ALLOWED = "a loaded table, a DataFrame, or a series of numbers, oldest first"

_FUTURES = (5.0, 200.0)  # points; VIX futures have settled well inside since they exist

MarketInput = Annotated[Table | pd.DataFrame | pd.Series | np.ndarray | Sequence[float], "table"]
ColumnInput = str | pd.Series | np.ndarray | Sequence[float]


@dataclass(frozen=True)
class Market:
    """Signal and price, matched bar by bar.

    Attributes:
        signal: the series on which the rule decides.
        given: the price as the caller gave it, for the echo of the inputs.
        price: float64 prices above zero, from the first bar of the signal on.
        act: for each bar of the signal, the position in `price` at which a decision of that bar is acted on.
        same: whether the price is the signal itself.
    """

    signal: pd.Series
    given: pd.Series
    price: pd.Series
    act: np.ndarray
    same: bool

    def require(self, spread: float) -> None:
        """Refuse a spread that would turn a sale into a payment."""
        lowest = float(self.price.min())
        if spread >= 2 * lowest:
            raise ToolError("spread", spread, f"below twice the lowest price ({lowest:g})", "Half of it is paid on a sale.")

    def scale(self, instrument: str) -> tuple[Assumption, ...]:
        """That the prices cannot be those of a VIX future, where one is dealt in; () where they can."""
        low, high = float(self.price.min()), float(self.price.max())
        if instrument == "VIX butterfly" or (high >= _FUTURES[0] and low <= _FUTURES[1]):
            return ()
        says = (
            f"The prices, {points(low)} to {points(high)}, are not on the scale of a VIX future, which is quoted in points of "
            "the VIX: every dollar, spread and fee here is out of proportion."
        )
        if high < _FUTURES[0]:
            says += " They look like a volatility in decimals; times 100 it is in points."
        return (Assumption("scale", [low, high], "assumption", says),)

    def echo(self, table: Any, series: Any, price: Any) -> dict[str, Any]:
        """The market among the inputs of a tool: a table with its columns by name, series as series."""
        if hasattr(table, "call"):
            chosen = {"series": series, "price": price}
            names = {"series": self.signal.name, "price": self.given.name}
            return {"table": table} | {k: names[k] if v is None else v for k, v in chosen.items()}
        return {"table": self.signal, "price": None if self.given is self.signal else self.given}


def off_scale(assumptions: Sequence[Assumption]) -> list[str]:
    """What `Market.scale` found, as a caution in words; [] where it found nothing."""
    return [f"**Caution:** {a.says[0].lower()}{a.says[1:]}" for a in assumptions if a.name == "scale"]


def read_market(table: Any, series: Any = None, price: Any = None) -> Market:
    """The market that a table, or one or two series, describe.

    Args:
        table: a table, or the series of the signal itself.
        series: the signal: a column of the table, or a series; left out, the table's own choice.
        price: the price: a column of the table, or a series; left out, the table's settlement or close, else the signal.

    Raises:
        ToolError: no such column, nothing that could be a price, or a price that is not above zero.
    """
    if isinstance(table, pd.DataFrame):
        table = load_table(table)
    if not isinstance(table, Table):
        for name, value in (("series", series), ("price", price)):
            if isinstance(value, str):
                raise ToolError(name, value, "a series of numbers where no table is given", "Load the table and give that.")
        if series is not None:
            raise ToolError("series", "a series besides the table", "left out where `table` is the series itself")
        signal = as_series(_one(table), "table")
    else:
        signal = as_series(table.series(series) if series is None or isinstance(series, str) else series, "series")
        if price is None:
            price = _price_column(table, str(signal.name))
        price = table.series(price) if isinstance(price, str) else price
    given = signal if price is None else as_series(price, "price")
    held, act = matched(signal, given)
    blank = held.isna().to_numpy()
    if blank.any():
        raise ToolError("price", float("nan"), f"a number on every bar ({spoken(when(held.index, [int(blank.argmax())])[0])})")
    low = held.to_numpy() <= 0
    if low.any():
        where = spoken(when(held.index, [int(low.argmax())])[0])
        mend = "A zero stands for a day without a trade: take the settlement, or leave those rows out."
        raise ToolError("price", float(held.to_numpy()[low][0]), f"above zero on every bar (it is not {where})", mend)
    same = given is signal or (given.index.equals(signal.index) and np.array_equal(given.to_numpy(), signal.to_numpy(), True))
    return Market(signal, given, held, act, same)


def _one(values: Any) -> Any:
    if values is None or isinstance(values, (str, bytes)):
        raise ToolError("table", values, _ALLOWED)
    return values


def _price_column(table: Table, signal: str) -> str:
    """The column that one could have dealt at: a settlement or a close, else the signal where that is a price."""
    for role in _DEALT:
        found = next((name for name, held in table.roles.items() if held == role and name != signal), None)
        if found is not None and table.roles.get(signal) in ("iv", "number", "value"):
            return found
    if table.roles.get(signal) == "iv":
        raise ToolError(
            "price", None, "a column of prices", "An implied volatility cannot be bought: name the column of the VIX future."
        )
    return signal
