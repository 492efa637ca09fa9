"""The picture of a `TimeShift`: a heat map of the value over the level of the future and the days left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

if TYPE_CHECKING:
    from tools.time_shift import TimeShift


def time_shift_chart(result: TimeShift) -> go.Figure:
    """Value by colour; a line where it equals the debit, and a mark at today's future."""
    frame, fly = result.frame, result.inputs["butterfly"]
    x, y = frame.columns.to_numpy(), frame.index.to_numpy()
    figure = go.Figure(
        go.Heatmap(
            x=x,
            y=y,
            z=frame.to_numpy(),
            colorscale="Viridis",
            colorbar={"title": {"text": "Value (points)"}},
            hovertemplate="future %{x:.2f}, %{y} days left: %{z:.3f} points<extra></extra>",
        )
    )
    if result.debit is not None and result.debit > 0:
        figure.add_contour(
            x=x,
            y=y,
            z=frame.to_numpy(),
            contours={"start": result.debit, "end": result.debit, "coloring": "none"},
            line={"color": "white", "width": 2},
            showscale=False,
            hoverinfo="skip",
            name="Value equal to the debit",
            showlegend=False,
        )
    figure.add_scatter(
        x=[result.inputs["forward"]],
        y=[int(y[0])],
        mode="markers",
        marker={"color": "#ffffff", "size": 11, "symbol": "x", "line": {"color": "#000000", "width": 1}},
        name="Today",
        showlegend=False,
    )
    figure.update_layout(
        template="plotly_white",
        title={"text": f"{fly.name}: value by level and time (white line: the debit)"},
        xaxis={"title": {"text": "Future of the same expiry (index points)"}},
        yaxis={"title": {"text": "Calendar days left"}},
    )
    return figure
