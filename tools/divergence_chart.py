"""The divergences' picture: the price above, the advance-decline line below, each divergence drawn on both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tools.series import dates_of

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from tools.divergence import Divergence

_LINE = "#1f4e79"
_COLOUR = {"bearish": "#c62828", "bullish": "#2e7d32", "hidden bearish": "#ef9a9a", "hidden bullish": "#a5d6a7"}


def divergence_chart(result: Divergence) -> go.Figure:
    """Two panels; a divergence runs from its earlier to its later pivot, and each kind stands in the legend once."""
    from plotly.subplots import make_subplots

    dates = dates_of(result.frame.index)
    x: Any = np.arange(1, result.bars + 1) if dates is None else dates
    figure = make_subplots(rows=2, cols=1, shared_xaxes=True, vertical_spacing=0.06)
    for row, (column, name) in enumerate((("price", "price"), ("line", "A/D line")), 1):
        figure.add_scatter(x=x, y=result.frame[column], name=name, line={"color": _LINE, "width": 1.5}, row=row, col=1)
    told: set[str] = set()
    for event in result.events.itertuples():
        kind, ends = str(event.kind), [x[int(place) - 1] for place in (event.before_point, event.point)]  # type: ignore[arg-type]
        for row, pair in enumerate(((event.price_before, event.price), (event.line_before, event.line)), 1):
            figure.add_scatter(
                x=ends,
                y=pair,
                mode="lines+markers",
                name=kind,
                legendgroup=kind,
                showlegend=row == 1 and kind not in told,
                line={"color": _COLOUR[kind], "width": 2},
                row=row,
                col=1,
            )
        told.add(kind)
    figure.update_layout(template="plotly_white", title={"text": "Divergences of price and breadth"})
    figure.update_yaxes(title_text="Price", row=1, col=1)
    figure.update_yaxes(title_text="A/D line (issues)", row=2, col=1)
    figure.update_xaxes(title_text="Point" if dates is None else "Date", row=2, col=1)
    return figure
