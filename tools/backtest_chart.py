"""The backtest's picture: the price with purchases and sales above, the equity below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tools.series import dates_of

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from tools.backtest import Backtest

_DRAWN = 4000  # points of a line: more than a screen has
_PRICE, _EQUITY, _BUY, _SELL = "#455a64", "#1f4e79", "#2e7d32", "#c62828"


def backtest_chart(result: Backtest) -> go.Figure:
    """Two panels over all bars."""
    import plotly.graph_objects as go
    from plotly.subplots import make_subplots

    frame = result.frame
    dates = dates_of(frame.index)
    x: Any = np.arange(1, len(frame) + 1) if dates is None else dates
    kept = np.unique(np.linspace(0, len(frame) - 1, min(_DRAWN, len(frame))).astype(int))
    figure = make_subplots(rows=2, cols=1, shared_xaxes=True, vertical_spacing=0.08, subplot_titles=("Price", "Equity"))
    price = go.Scatter(x=x[kept], y=frame["price"].to_numpy()[kept], name="Price", line={"color": _PRICE, "width": 1.2})
    figure.add_trace(price, row=1, col=1)
    for side, symbol, colour in (("buy", "triangle-up", _BUY), ("sell", "triangle-down", _SELL)):
        rows = result.fills[result.fills["side"] == side]
        marks = go.Scatter(
            x=rows["date"], y=rows["price"], mode="markers", name=side.capitalize(),
            marker={"symbol": symbol, "color": colour, "size": 9},
        )  # fmt: skip
        figure.add_trace(marks, row=1, col=1)
    equity = go.Scatter(x=x[kept], y=frame["equity"].to_numpy()[kept], name="Equity", line={"color": _EQUITY, "width": 1.5})
    figure.add_trace(equity, row=2, col=1)
    figure.update_layout(
        template="plotly_white",
        title={"text": f"Hypothetical backtest: {len(result.trades):,} trades in {result.bars:,} bars"},
        legend={"orientation": "h", "yanchor": "top", "y": -0.12, "x": 0},
        margin={"l": 60, "r": 30, "t": 80, "b": 80},
    )
    figure.update_yaxes(title={"text": "Price (points)"}, row=1, col=1)
    figure.update_yaxes(title={"text": "Equity (dollars)"}, row=2, col=1)
    figure.update_xaxes(title={"text": "Point" if dates is None else "Date"}, row=2, col=1)
    return figure
