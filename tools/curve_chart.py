"""The picture of a futures curve: the curve of one date, and over many dates how steep it was and how often in contango."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from tools.series import dates_of, spoken, when
from tools.wording import percent

if TYPE_CHECKING:
    from tools.curve import TermStructure

_LINE = {"color": "#1f4e79", "width": 2}


def curve_chart(found: TermStructure) -> go.Figure:
    """One curve alone, or the curve described above the slope over the dates."""
    curve = found.curve
    names = list(map(str, curve.index))
    if len(found.frame) == 1:
        figure = go.Figure(go.Scatter(x=names, y=curve, mode="lines+markers", line=_LINE))
        axes = {"xaxis": {"title": {"text": "Month, front to back"}}, "yaxis": {"title": {"text": "Price (index points)"}}}
        figure.update_layout(template="plotly_white", title={"text": f"Futures curve: {found.state}"}, **axes)
        return figure
    dates = dates_of(found.frame.index)
    places: Any = np.arange(1, len(found.frame) + 1) if dates is None else dates
    figure = make_subplots(rows=2, cols=1, vertical_spacing=0.2, row_heights=[0.45, 0.55])
    figure.add_scatter(x=names, y=curve, mode="lines+markers", line=_LINE, row=1, col=1)
    figure.add_scatter(x=places, y=100 * found.frame["slope"], line=_LINE | {"width": 1}, row=2, col=1)
    figure.add_hline(y=0, line={"color": "#757575", "width": 1}, row=2, col=1)
    share = f"contango on {percent(found.contango_share)} of the dates"
    here = spoken(when(found.frame.index, [found.place])[0])
    figure.update_layout(
        template="plotly_white", showlegend=False, title={"text": f"Futures curve on {here}: {found.state}; {share}"}
    )
    figure.update_xaxes(title_text="Month, front to back", row=1, col=1)
    figure.update_yaxes(title_text="Price (index points)", row=1, col=1)
    figure.update_xaxes(title_text="Point" if dates is None else "Date", row=2, col=1)
    figure.update_yaxes(title_text="Second month over front − 1 (%)", row=2, col=1)
    return figure
