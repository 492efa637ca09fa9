"""The picture of a `PutIvSeries`: the volatility over time, flagged dates marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

if TYPE_CHECKING:
    from tools.put_iv import PutIvSeries


def put_iv_chart(result: PutIvSeries) -> go.Figure:
    """One line, the days to expiry under the pointer, and a mark where forward and spot lie apart."""
    frame = result.frame
    figure = go.Figure(
        go.Scatter(
            x=frame["date"],
            y=100 * frame["iv"],
            customdata=frame["dte"],
            name="Implied volatility",
            mode="lines+markers",
            line={"color": "#1f4e79", "width": 2},
            marker={"size": 4},
            hovertemplate="%{x|%Y-%m-%d}: %{y:.2f}%, %{customdata} days<extra></extra>",
        )
    )
    flagged = frame[frame["date"].isin(result.flags["date"])]
    if len(flagged):
        figure.add_scatter(
            x=flagged["date"],
            y=100 * flagged["iv"],
            name="Forward and spot apart",
            mode="markers",
            marker={"color": "#c62828", "size": 10, "symbol": "diamond-open"},
        )
    delta = 100 * float(result.inputs.get("delta", 0.10))
    figure.update_layout(
        template="plotly_white",
        title={"text": f"Implied volatility of the {delta:g}-delta put"},
        xaxis={"title": {"text": "Date"}},
        yaxis={"title": {"text": "Implied volatility (% a year)"}},
    )
    return figure
