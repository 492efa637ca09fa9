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
    _mark(figure, outcome, "Break-even", ("circle", "#c27c0e"), {b: points(b) for b in outcome.break_evens})
    if outcome.best_at is not None:
        _mark(figure, outcome, "Best result", ("star", "#2e7d32"), {outcome.best_at: _result(outcome, outcome.best_at)})
    if outcome.settlement is not None:
        _mark(figure, outcome, "Settlement", ("diamond", "#6a1b9a"), {outcome.settlement: _result(outcome, outcome.settlement)})
    title = outcome.name[0].upper() + outcome.name[1:]
    figure.update_layout(
        template="plotly_white",
        title={"text": f"{title}: profit or loss at settlement"},
        xaxis={"title": {"text": "Settlement price (index points)"}, "range": [low, high]},
        yaxis={"title": {"text": "Profit or loss (dollars, whole position)"}, "tickformat": "$,~f"},
        legend={"orientation": "h", "yanchor": "top", "y": -0.22, "x": 0},
        margin={"l": 70, "r": 30, "t": 60, "b": 90},
    )
    return figure


def _mark(figure: go.Figure, outcome: Outcome, name: str, look: tuple[str, str], at: dict[float, str]) -> None:
    if at:
        figure.add_scatter(
            x=list(at), y=[outcome.profit_at(x) for x in at], text=list(at.values()), name=name,
            mode="markers+text", textposition=[_beside(outcome, x) for x in at], cliponaxis=False,
            marker={"symbol": look[0], "color": look[1], "size": 11, "line": {"color": "white", "width": 1}},
            hovertemplate=f"{name}: %{{text}}<extra></extra>",
        )  # fmt: skip


def _result(outcome: Outcome, price: float) -> str:
    return f"{money(outcome.profit_at(price))} at {level(price)}"


def _beside(outcome: Outcome, price: float) -> str:
    """Where a label stands clear of the line: left of a rise, right of a fall, above a peak and beside a strike's dots."""
    step = price * 1e-6
    before, here, after = (outcome.profit_at(p) for p in (max(0.0, price - step), price, price + step))
    if before < here < after:
        return "top left"
    return "top right" if before > here > after or price in outcome.strikes else "top center"


def _span(outcome: Outcome) -> tuple[float, float]:
    """The prices worth drawing: the strikes, break-evens and settlement with a margin, never below 0."""
    asked = () if outcome.settlement is None else (outcome.settlement,)
    named = [p for p in (*outcome.strikes, *outcome.break_evens, *asked) if math.isfinite(p)]
    margin = 0.35 * (max(named) - min(named)) or 0.3 * max(named)
    return max(0.0, min(named) - margin), max(named) + margin
