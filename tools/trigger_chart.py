"""The trigger's picture: the series above, MACD, signal and histogram below, triggers marked in both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from tools.series import dates_of

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from tools.trigger import MacdTrigger

DRAWN = 250  # bars: about a year of days; more would put one marker over the next
_LINE, _MACD, _SIGNAL, _UP, _DOWN, _GREY = "#455a64", "#1f4e79", "#c27c0e", "#2e7d32", "#c62828", "#9e9e9e"


def trigger_chart(result: MacdTrigger) -> go.Figure:
    """Two panels over the last `DRAWN` bars; a filled triangle is a trigger from a depressed level."""
    import plotly.graph_objects as go
    from plotly.subplots import make_subplots

    frame = result.frame.tail(DRAWN)
    whole = len(frame) == len(result.frame)
    dates = dates_of(frame.index)
    x = np.arange(len(result.frame) - len(frame) + 1, len(result.frame) + 1) if dates is None else dates
    name = str(result.inputs["series"].name or "Value")
    spans = "/".join(str(result.inputs[k]) for k in ("fast", "slow", "signal"))
    figure = make_subplots(
        rows=2, cols=1, shared_xaxes=True, vertical_spacing=0.08, row_heights=[0.5, 0.5],
        subplot_titles=(name, f"MACD {spans}"),
    )  # fmt: skip
    figure.add_trace(go.Scatter(x=x, y=frame["value"], name=name, line={"color": _LINE, "width": 1.5}), row=1, col=1)
    histogram = frame["histogram"]
    figure.add_trace(
        go.Bar(x=x, y=histogram, name="Histogram", marker_color=np.where(histogram >= 0, _UP, _DOWN), opacity=0.45),
        row=2,
        col=1,
    )
    for column, label, colour in (("macd", "MACD", _MACD), ("signal", "Signal", _SIGNAL)):
        figure.add_trace(go.Scatter(x=x, y=frame[column], name=label, line={"color": colour, "width": 1.5}), row=2, col=1)
    confirmed = frame["confirmed"].to_numpy()
    plain = frame["trigger"].to_numpy() & ~confirmed
    for label, symbol, colour, mask in (
        ("Trigger", "triangle-up-open", _UP, plain),
        ("Trigger, depressed level", "triangle-up", _UP, confirmed),
        ("Cross down", "triangle-down-open", _GREY, frame["cross_down"].to_numpy()),
    ):
        _marks(figure, (pd.Index(x)[mask], frame[mask]), label, symbol, colour)
    shown = f"all {len(frame):,} bars" if whole else f"last {len(frame):,} of {len(result.frame):,} bars"
    figure.update_layout(
        template="plotly_white",
        title={"text": f"MACD triggers on {name} ({shown})"},
        legend={"orientation": "h", "yanchor": "top", "y": -0.12, "x": 0},
        margin={"l": 60, "r": 30, "t": 80, "b": 80},
        bargap=0,
    )
    figure.update_yaxes(title={"text": "Value (unit of the series)"}, row=1, col=1)
    figure.update_yaxes(title={"text": "MACD (unit of the series)"}, row=2, col=1)
    figure.update_xaxes(title={"text": "Point" if dates is None else "Date"}, row=2, col=1)
    return figure


def _marks(figure: go.Figure, at: tuple[pd.Index, pd.DataFrame], label: str, symbol: str, colour: str) -> None:
    import plotly.graph_objects as go

    x, rows = at
    if rows.empty:
        return
    marker = {"symbol": symbol, "color": colour, "size": 10, "line": {"width": 2, "color": colour}}
    for row, column in ((1, "value"), (2, "macd")):
        figure.add_trace(
            go.Scatter(x=x, y=rows[column], mode="markers", name=label, marker=marker, legendgroup=label, showlegend=row == 1),
            row=row,
            col=1,
        )
