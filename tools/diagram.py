"""The payoff diagram: profit at settlement in dollars, drawn through its exact corners."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from tools.wording import level, money, points

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from tools.outcome import Outcome

_LINE, _PROFIT, _LOSS, _GREY = "#1f4e79", "rgba(46,125,50,0.18)", "rgba(198,40,40,0.16)", "#757575"


def payoff_diagram(outcome: Outcome) -> go.Figure:
    """Profit over the settlement price: strikes dotted, break-evens, best point and the settlement asked about marked."""
    import plotly.graph_objects as go

    low, high = _span(outcome)
    named = (*outcome.strikes, *outcome.break_evens)
    prices = sorted({low, high, *(p for p in named if low <= p <= high)})
    profits = [outcome.profit_at(p) for p in prices]
    figure = go.Figure()
    for side, colour in ((max, _PROFIT), (min, _LOSS)):
        figure.add_scatter(
            x=prices, y=[side(p, 0.0) for p in profits], fill="tozeroy", fillcolor=colour,
            mode="lines", line={"width": 0}, hoverinfo="skip", showlegend=False,
        )  # fmt: skip
    figure.add_scatter(
        x=prices, y=profits, mode="lines", line={"color": _LINE, "width": 3}, name="Profit or loss",
        hovertemplate="settlement %{x:.2f}<br>profit $%{y:,.2f}<extra></extra>",
    )  # fmt: skip
    figure.add_hline(y=0, line={"color": _GREY, "width": 1})
    for strike in outcome.strikes:
        figure.add_vline(x=strike, line={"color": _GREY, "width": 1, "dash": "dot"})
    _mark(figure, "Break-even", symbol="circle", colour="#c27c0e", at=[(b, points(b)) for b in outcome.break_evens], height=0.0)
    if outcome.best_at is not None:
        said = [(outcome.best_at, f"{money(outcome.max_profit)} at {level(outcome.best_at)}")]
        _mark(figure, "Best result", symbol="star", colour="#2e7d32", at=said, height=outcome.max_profit)
    if outcome.settlement is not None and outcome.settlement_profit is not None:
        said = [(outcome.settlement, f"{money(outcome.settlement_profit)} at {level(outcome.settlement)}")]
        _mark(figure, "Settlement", symbol="diamond", colour="#6a1b9a", at=said, height=outcome.settlement_profit)
    title = outcome.name[0].upper() + outcome.name[1:]
    figure.update_layout(
        template="plotly_white",
        title={"text": f"{title}: profit or loss at settlement"},
        xaxis={"title": {"text": "Settlement price (index points)"}, "range": [low, high]},
        yaxis={"title": {"text": "Profit or loss (dollars, whole position)"}, "tickprefix": "$", "tickformat": ",~f"},
        legend={"orientation": "h", "yanchor": "top", "y": -0.22, "x": 0},
        margin={"l": 70, "r": 30, "t": 60, "b": 90},
    )
    return figure


def _mark(figure: go.Figure, name: str, *, symbol: str, colour: str, at: list[tuple[float, str]], height: float) -> None:
    if at:
        figure.add_scatter(
            x=[x for x, _ in at], y=[height] * len(at), text=[text for _, text in at], name=name,
            mode="markers+text", textposition="top center", cliponaxis=False,
            marker={"symbol": symbol, "color": colour, "size": 11, "line": {"color": "white", "width": 1}},
            hovertemplate=f"{name}: %{{text}}<extra></extra>",
        )  # fmt: skip


def _span(outcome: Outcome) -> tuple[float, float]:
    """The prices worth drawing: the strikes, break-evens and settlement with a margin, never below 0."""
    asked = () if outcome.settlement is None else (outcome.settlement,)
    named = [p for p in (*outcome.strikes, *outcome.break_evens, *asked) if math.isfinite(p)]
    margin = 0.35 * (max(named) - min(named)) or 0.3 * max(named)
    return max(0.0, min(named) - margin), max(named) + margin
