"""The rule under many parameter choices on one market, with how many were tried beside the best of them.

The best of many choices looks good by chance alone. So the result also shows the middle one, the method's own, and how the
best choice of the first half of the bars did in the second half.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, product
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import pandas as pd

from tools import sweep_words
from tools.backtest import Instrument, Spread, UnitFee
from tools.backtest_words import POINT
from tools.errors import ToolError
from tools.expression import figure, share
from tools.grid import events, outcomes
from tools.ladder_rows import slices
from tools.levels import Scale, normalised
from tools.macd import require_length
from tools.market import ColumnInput, MarketInput, read_market
from tools.methodology import METHOD
from tools.parameters import Number, Numbers, checked
from tools.result import Result
from tools.series import as_series
from tools.simulation import Terms
from tools.trigger import Window
from tools.working import WorkingStep, step

if TYPE_CHECKING:
    import plotly.graph_objects as go

MOST = 100_000
_SPAN = Number("periods", "bars", low=1, high=100_000, whole=True)
_HOLD = Number("periods", "bars; 0 exits after the next cross down", low=0, high=100_000, whole=True)
_LEVEL = Number("level", "on the normalised scale; 0 takes every trigger", low=0, high=1e6)
_CHOICE = ["fast", "slow", "signal", "depressed_below", "hold"]


@dataclass(frozen=True, kw_only=True)
class Sweep(Result):
    """Every choice and what it came to.

    Attributes:
        frame: one row a choice [fast, slow, signal, depressed_below, hold, triggers, trades, gain, first_half,
            second_half, max_drawdown, exposure]; gains and falls are shares of the account (1 = 100%), units are fractions
            of contracts. In `depressed_below` 0 takes every trigger, in `hold` 0 exits after the next cross down.
        combinations: how many choices were tried.
        best: the row with the highest gain; of equals the first.
        own: the row of the method's own spans with every trigger and the exit at the cross down; None where it was not tried.
        own_rank: its rank by gain, 1 the highest.
        middle: median gain.
        gained: share of the choices with a gain above 0.
        chosen_early: the row with the highest gain in the first half of the bars.
        later_rank: the rank of `chosen_early` by its gain in the second half.
        bars: bars of the price.
        same: whether the price is the signal itself, which stands in for something that can be bought.
    """

    tool: ClassVar[str] = "sweep"
    frame: pd.DataFrame
    combinations: int
    best: Mapping[str, Any]
    own: Mapping[str, Any] | None
    own_rank: int
    middle: float
    gained: float
    chosen_early: Mapping[str, Any]
    later_rank: int
    bars: int
    same: bool

    def summary(self) -> str:
        """The best with how many were tried, the middle, the method's own, the test of the second half, the caution."""
        return sweep_words.summary(self)

    def working(self) -> tuple[WorkingStep, ...]:
        """How many combinations there are, and what the best made in each half."""
        grids = [len(self.inputs[name]) for name in ("signal", "depressed_below", "hold")]
        pairs = self.combinations // math.prod(grids)
        count = figure(pairs) * grids[0] * grids[1] * grids[2]
        steps = [step("Combinations", count, "", "pairs of fast and slow × signals × levels × exits")]
        for name, row in (("Best", self.best), ("Chosen on the first half", self.chosen_early)):
            both = (1 + share(row["first_half"])) * (1 + share(row["second_half"])) - 1
            steps.append(step(f"{name}, gain of both halves", both, "%"))
        rising = int((self.frame["gain"] > 0).sum())
        return (*steps, step("Share of the combinations with a gain", figure(rising) / self.combinations, "%"))

    def figure(self) -> go.Figure:
        """How the gains of all choices are spread, with the best and the method's own."""
        import plotly.graph_objects as go

        figure = go.Figure(go.Histogram(x=100 * self.frame["gain"], nbinsx=60, marker_color="#90a4ae", name="Combinations"))
        for row, label, colour in ((self.best, "best", "#2e7d32"), (self.own, "the method's own", "#1f4e79")):
            if row is not None:
                figure.add_vline(x=100 * row["gain"], line={"color": colour, "dash": "dash"}, annotation_text=label)
        figure.update_layout(
            template="plotly_white",
            title={"text": f"Hypothetical gain of {self.combinations:,} combinations"},
            xaxis={"title": {"text": "Gain of the account (%)"}},
            yaxis={"title": {"text": "Combinations"}},
        )
        return figure


@checked
def sweep(
    table: MarketInput,
    *,
    series: ColumnInput | None = None,
    price: ColumnInput | None = None,
    fast: Numbers = (8, 12, 16),
    slow: Numbers = (20, 26, 32),
    signal: Numbers = (7, 9, 12),
    depressed_below: Numbers = (0, METHOD.depressed_below.value),
    hold: Numbers = (0, 10, 20),
    instrument: Instrument = "VXM",
    cost: UnitFee = 2.0,
    spread: Spread = 0.05,
    normalise: Scale = "mean",
    window: Window = METHOD.window.value,
) -> Sweep:
    """Run the rule under many parameter choices and show the best beside how many were tried; hypothetical.

    Args:
        table: a table with the signal and a price; or the series of the signal itself.
        series: column on which the rule decides; left out, the table's implied volatility or close.
        price: column at which one could have dealt; left out, the table's settlement or close, else the signal itself.
        fast: spans of the fast average to try; pairs whose fast is not below slow are left out.
        slow: spans of the slow average to try.
        signal: spans of the signal line to try.
        depressed_below: levels below which a trigger counts; 0 takes every trigger.
        hold: bars from the first purchase to the exit; 0 exits after the next MACD cross down.
        instrument: what is bought, for its dollars a point.
        cost: dollars a contract, for each purchase and each sale.
        spread: points between bid and ask; half of it is paid each way.
        normalise: what a value is held against to call it depressed.
        window: length of that window in bars.

    Raises:
        ToolError: a grid that is empty or holds no whole numbers, more than 100,000 combinations, or a market that `backtest`
            would refuse.
    """
    spans = {name: _grid(name, values, _SPAN) for name, values in (("fast", fast), ("slow", slow), ("signal", signal))}
    levels = _grid("depressed_below", depressed_below, _LEVEL)
    holds = [int(n) for n in _grid("hold", hold, _HOLD)]
    quick, slower, signals = ([int(n) for n in spans[name]] for name in ("fast", "slow", "signal"))
    pairs = [(a, b) for a, b in product(quick, slower) if a < b]
    if not pairs:
        raise ToolError("fast", list(fast), f"below slow ({max(slower)}) somewhere in the grid")
    count = len(pairs) * len(signals) * len(levels) * len(holds)
    if count > MOST:
        raise ToolError("fast", f"a grid of {count:,} combinations", f"a grid of at most {MOST:,}", "Try fewer values.")
    market = read_market(table, series, price)
    market.require(spread)
    require_length(int(market.signal.notna().sum()), max(b for _, b in pairs), max(signals))
    level = normalised(market.signal, normalise, window).to_numpy()
    terms = Terms(POINT[instrument], cost, spread, whole=False)
    shares = [float(s) for s in accumulate(slices(METHOD.first.value[0], METHOD.step.value, METHOD.cap.value))]
    blocks: list[np.ndarray] = []
    for block in events(market.signal.to_numpy(), pairs, signals):
        each = []
        for low, bars in product(levels, holds):
            kept = block.kept(level < low) if low else block
            out = outcomes(kept, market.act, market.price.to_numpy(), shares, terms, bars or None)
            later = (1 + out.gain) / (1 + out.first_half) - 1
            each.append([out.triggers, out.trades, out.gain, out.first_half, later, out.max_drawdown, out.exposure])
        blocks.append(np.array(each, dtype=float).transpose(2, 0, 1).reshape(-1, 7))
    chosen = [(*pair, n, low, bars) for pair in pairs for n in signals for low in levels for bars in holds]
    frame = pd.DataFrame(chosen, columns=pd.Index(_CHOICE))
    measured = ["triggers", "trades", "gain", "first_half", "second_half", "max_drawdown", "exposure"]
    frame[measured] = np.concatenate(blocks)
    frame = frame.astype({"triggers": "int64", "trades": "int64", "hold": "int64"})
    given = {"fast": quick, "slow": slower, "signal": signals, "depressed_below": levels, "hold": holds}
    return Sweep(
        inputs={
            **market.echo(table, series, price),
            **given,
            "instrument": instrument,
            "cost": cost,
            "spread": spread,
            "normalise": normalise,
            "window": window,
        },
        assumptions=(*sweep_words.assumptions(same=market.same), *market.scale(instrument)),
        bars=len(market.price),
        same=market.same,
        **_read(frame),
    )


def _grid(name: str, values: Sequence[float], rule: Number) -> list[float]:
    """The distinct values of one grid, in the order given."""
    return list(dict.fromkeys(float(rule.check(name, value)) for value in as_series(values, name).tolist()))


def _read(frame: pd.DataFrame) -> dict[str, Any]:
    """The rows and figures that the result names."""
    rows = frame.to_dict("records")
    gain, later = frame["gain"].to_numpy(), frame["second_half"].to_numpy()
    early = int(frame["first_half"].to_numpy().argmax())
    spans = (METHOD.fast.value, METHOD.slow.value, METHOD.signal.value, 0.0, 0)
    own = next((i for i, row in enumerate(rows) if tuple(row[k] for k in _CHOICE) == spans), None)
    return {
        "frame": frame,
        "combinations": len(frame),
        "best": rows[int(gain.argmax())],
        "own": None if own is None else rows[own],
        "own_rank": 0 if own is None else int((gain > gain[own]).sum()) + 1,
        "middle": float(np.median(gain)),
        "gained": float((gain > 0).mean()),
        "chosen_early": rows[early],
        "later_rank": int((later > later[early]).sum()) + 1,
    }
