"""The picture of a plan of tranches: bars of the running share, each tranche on top of those before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from tools.series import at
from tools.wording import money, percent

if TYPE_CHECKING:
    from tools.tranches import TranchePlan


def tranche_chart(plan: TranchePlan) -> go.Figure:
    """Stacked bars in percent of the planned hedge budget, with the dollars of each tranche."""
    ladder = plan.ladder
    moments = ["" if plan.planned else f"<br>{at(date)}" for date in ladder["date"]]
    names = [f"Tranche {number}{moment}" for number, moment in zip(ladder["tranche"], moments, strict=True)]
    before = ladder["cumulative"] - ladder["fraction"]
    figure = go.Figure()
    figure.add_bar(x=names, y=before * 100, name="Already in", marker_color="#cfd8dc")
    figure.add_bar(
        x=names, y=ladder["fraction"] * 100, name="This tranche", marker_color="#1f4e79",
        text=[f"{percent(f)}<br>{money(c)}" for f, c in zip(ladder["fraction"], ladder["cash"], strict=True)],
        cliponaxis=False,  # the words of a thin last tranche stand above it
    )  # fmt: skip
    figure.update_layout(
        template="plotly_white",
        barmode="stack",
        title={"text": f"Tranches of a planned hedge budget of {money(plan.planned_budget)}"},
        xaxis={"title": {"text": "Tranche"}},
        yaxis={"title": {"text": "Share of the budget (%)"}, "range": [0, 118], "tickvals": [0, 20, 40, 60, 80, 100]},
        legend={"orientation": "h", "yanchor": "top", "y": -0.25, "x": 0},
    )
    return figure
