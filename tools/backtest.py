"""The method's rule on the user's own series: what it would have bought and sold, with costs, and how few times.

Triggers are decided at the close of a bar and acted on at the next price; tranches follow the plan. The article states no
exit, so the exit is a parameter and an assumption. A backtest is hypothetical and shows nothing about the future.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

import numpy as np
import pandas as pd

from tools import backtest_words
from tools.averages import Seed
from tools.campaigns import course
from tools.errors import ToolError
from tools.ladder_rows import slices
from tools.levels import Scale
from tools.market import ColumnInput, MarketInput, read_market
from tools.methodology import METHOD, Methodology
from tools.parameters import Budget, Fraction, Number, Periods, Step, checked
from tools.peaks import tops
from tools.result import Result, plain
from tools.simulation import Terms, carried_out
from tools.trades import fills_of, trades_of
from tools.trigger import Threshold, Window, macd_trigger
from tools.working import WorkingStep

if TYPE_CHECKING:
    import plotly.graph_objects as go

Instrument = Literal["VXM", "VX", "VIX butterfly"]
Spread = Annotated[float, Number("points", "points between bid and ask", low=0, high=1e6)]
UnitFee = Annotated[float, Number("money", "dollars a contract, each way", low=0, high=1e6)]
RulesInput = Annotated[Methodology, "rules"]


@dataclass(frozen=True, kw_only=True)
class Backtest(Result):
    """A hypothetical account that followed the rule.

    Attributes:
        frame: per bar of the price [price, units, cash, value, equity, drawdown], money in dollars after that bar's
            fills; `value` is units × price × dollars a point, `drawdown` the share lost since the highest equity.
        fills: every purchase and sale [trade, tranche, decided, date, side, units, price, costs, cash, held]; `price` is
            the bar's, `costs` half the spread and the fee in dollars, `cash` what it adds to the account.
        trades: one row a campaign that bought anything [trade, decided, entered, exited, tranches, units, paid, sold,
            profit, gain, bars, depressed, open]; `paid` and `sold` are average points after the spread, `profit` dollars
            after all costs, `gain` the profit as a share of what was paid; an open one is marked at the last price.
        triggers: triggers of the signal (only those from a depressed level, where that is required).
        ignored: triggers that came while a campaign was running.
        unjudged: triggers whose level cannot be judged, since too few values come before them.
        unpriced: triggers without a price to act on: before its first bar, or after its last but one.
        too_small: campaigns whose slices did not pay for one contract.
        final: dollars at the end.
        gain: final / budget − 1.
        max_drawdown: the deepest fall of the equity from its highest, as a share of that.
        exposure: share of the bars on which anything was held.
        costs: dollars of spread and fees.
        won: closed or open trades with a profit.
        price_gain: last price / first price − 1: what holding the price would have gained.
        bars: bars of the price.
        same: whether the price is the signal itself, which stands in for something that can be bought.
    """

    tool: ClassVar[str] = "backtest"
    frame: pd.DataFrame
    fills: pd.DataFrame
    trades: pd.DataFrame
    triggers: int
    unjudged: int
    ignored: int
    unpriced: int
    too_small: int
    final: float
    gain: float
    max_drawdown: float
    exposure: float
    costs: float
    won: int
    price_gain: float
    bars: int
    same: bool

    def summary(self) -> str:
        """The end, how few triggers, the trades, the costs and the falls, and what it does not show."""
        return backtest_words.summary(self)

    def working(self) -> tuple[WorkingStep, ...]:
        """The last trade, purchase by purchase, then the account."""
        return backtest_words.working(self)

    def explain(self) -> str:
        """`summary()` and every trade, then what it rests on, then the disclaimer."""
        head, rest = super().explain().removeprefix(self.summary()), backtest_words.listing(self)
        return self.summary() + (f"\n\n{rest}" if rest else "") + head

    def to_dict(self) -> dict[str, Any]:
        """JSON-safe, with every trade."""
        return super().to_dict() | {"trades": plain(self.trades.to_dict("records"))}

    def figure(self) -> go.Figure:
        """The price with its purchases and sales, the equity below."""
        from tools.backtest_chart import backtest_chart

        return backtest_chart(self)


@checked
def backtest(
    table: MarketInput,
    rules: RulesInput = METHOD,
    *,
    series: ColumnInput | None = None,
    price: ColumnInput | None = None,
    hold: Periods | None = None,
    budget: Budget = 100_000.0,
    instrument: Instrument = "VXM",
    cost: UnitFee = 2.0,
    spread: Spread = 0.05,
    whole: bool = True,
    depressed_below: Threshold | None = None,
    fast: Periods | None = None,
    slow: Periods | None = None,
    signal: Periods | None = None,
    seed: Seed = "sma",
    normalise: Scale = "mean",
    window: Window | None = None,
    first: Fraction | None = None,
    step: Step | None = None,
    cap: Fraction | None = None,
) -> Backtest:
    """Run the method's rule over a table: its hypothetical trades with costs, and how few they are.

    Args:
        table: a table with the signal and a price; or the series of the signal itself.
        rules: the rules of the method; those given below take their place.
        series: column on which the rule decides; left out, the table's implied volatility or close.
        price: column at which one could have dealt (a VIX future's settlement, a butterfly's price); left out, the table's
            settlement or close, else the signal itself as a stand-in.
        hold: bars from the first purchase to the exit; left out, the exit follows the next MACD cross down.
        budget: dollars to begin with.
        instrument: what is bought, for its dollars a point: "VXM" (mini VIX future, $100), "VX" ($1,000) or "VIX butterfly"
            ($100).
        cost: dollars a contract, for each purchase and each sale.
        spread: points between bid and ask; half of it is paid each way.
        whole: whether only whole contracts are bought.
        depressed_below: buy only on triggers whose level lies below this; left out, on every trigger.
        fast: span of the fast average in bars; 12 in the method.
        slow: span of the slow average in bars; 26 in the method.
        signal: span of the signal line in bars; 9 by convention.
        seed: how each average starts: "sma" from the mean of its first values, "first" from the first value.
        normalise: what a value is held against to call it depressed.
        window: length of that window in bars; 252 unless said.
        first: share of the first tranche; 0.25 in the method.
        step: share of each later tranche; 0.20 in the method.
        cap: share at which a campaign is full; 1 unless said.

    Raises:
        ToolError: no such column, a price that is not above zero or not above half the spread, too few values, or shares
            that do not fit.
    """
    if not isinstance(rules, Methodology):
        raise ToolError("rules", rules, "a Methodology such as METHOD", "Change single rules by their own parameters.")
    sizes = {
        "first": rules.first.value[0] if first is None else first,
        "step": rules.step.value if step is None else step,
        "cap": rules.cap.value if cap is None else cap,
    }
    if sizes["first"] > sizes["cap"]:
        raise ToolError("first", sizes["first"], f"at most the cap ({sizes['cap']:g})")
    spans: dict[str, Any] = {
        "fast": rules.fast.value if fast is None else fast,
        "slow": rules.slow.value if slow is None else slow,
        "signal": rules.signal.value if signal is None else signal,
        "window": rules.window.value if window is None else window,
    }
    market = read_market(table, series, price)
    market.require(spread)
    level = rules.depressed_below.value if depressed_below is None else depressed_below
    found = macd_trigger(market.signal, **spans, seed=seed, normalise=normalise, depressed_below=level)
    fired = found.frame["trigger" if depressed_below is None else "confirmed"].to_numpy()
    shares = [float(share) for share in accumulate(slices(**sizes))]
    way = course(
        np.flatnonzero(fired),
        np.flatnonzero(found.frame["cross_down"].to_numpy()),
        tops(found.frame["histogram"].to_numpy()),
        market.act,
        len(market.price),
        hold=hold,
        later=len(shares) - 1,
    )
    terms = Terms(backtest_words.POINT[instrument], cost, spread, whole)
    account = carried_out(way.campaigns, market.price.to_numpy(), shares, budget, terms)
    fills = fills_of(account, market, terms)
    trades = trades_of(fills, market, way, terms, found)
    peak = np.maximum.accumulate(np.maximum(account.equity, budget))
    drawdown = 1 - account.equity / peak
    return Backtest(
        inputs={
            **market.echo(table, series, price),
            "hold": hold,
            "budget": budget,
            "instrument": instrument,
            "cost": cost,
            "spread": spread,
            "whole": whole,
            "depressed_below": depressed_below,
            **{k: spans[k] for k in ("fast", "slow", "signal")},
            "seed": seed,
            "normalise": normalise,
            "window": spans["window"],
            **sizes,
        },
        assumptions=(
            *backtest_words.assumptions(found, hold, sizes, same=market.same, required=depressed_below is not None),
            *market.scale(instrument),
        ),
        frame=pd.DataFrame(
            {
                "price": market.price.to_numpy(),
                "units": account.units,
                "cash": account.cash,
                "value": account.units * market.price.to_numpy() * terms.multiplier,
                "equity": account.equity,
                "drawdown": drawdown,
            },
            index=market.price.index,
        ),
        fills=fills.drop(columns="bar"),
        trades=trades,
        triggers=int(fired.sum()),
        unjudged=int((found.frame["trigger"] & found.frame["normalised"].isna()).sum()),
        ignored=way.ignored,
        unpriced=way.unpriced,
        too_small=len(way.campaigns) - len(trades),
        final=float(account.equity[-1]),
        gain=float(account.equity[-1] / budget - 1),
        max_drawdown=float(drawdown.max()),
        exposure=float((account.units > 0).mean()),
        costs=float(fills["costs"].sum()),
        won=int((trades["profit"] > 0).sum()),
        price_gain=float(market.price.iloc[-1] / market.price.iloc[0] - 1),
        bars=len(market.price),
        same=market.same,
    )
