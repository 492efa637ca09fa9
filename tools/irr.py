"""The internal rate of return: every rate at which evenly spaced cash flows are worth nothing today.

Flows whose sign changes once have one rate; with more changes there may be several, or none, and then no single figure
is "the" IRR. All of them are given. Source: the definition Σ flow / (1 + r)^t = 0; the method is in `discount`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

import numpy as np

from tools.cash_flows import CLAIM, read_flows
from tools.discount import present_values, rates, sign_changes
from tools.expression import Expression, dollars, figure, share, total
from tools.parameters import Number, Numbers, checked
from tools.result import Result
from tools.wording import listed, money, percent, significant
from tools.working import WorkingStep, said, step

if TYPE_CHECKING:
    import plotly.graph_objects as go

_WRITTEN = 12  # flows or rates written out one by one
_QUADRATIC = 3  # flows
_SMALL = 1e-6
_LARGE = 1e3  # a rate beyond it is written with its worth alone
_BEYOND = 600.0  # the logarithm of a growth that no floating-point number holds as percent
_PERIODS = {12: "month", 4: "quarter", 52: "week", 1: "year", 365: "day"}
PeriodsAYear = Annotated[int, Number("periods", "periods a year", low=1, high=366, whole=True)]
Status = Literal["unique", "ambiguous", "none"]


@dataclass(frozen=True, kw_only=True)
class RatesOfReturn(Result):
    """The rates at which cash flows are worth nothing; what `irr` and `xirr` share.

    Attributes:
        roots: every real rate above −1 (−100%), ascending, as fractions of a period (`irr`) or a year (`xirr`).
        status: "unique" with one rate, "ambiguous" with several, "none" without.
        value: the rate where it is unique, otherwise None.
        changes: how often the sign of the flows changes, in order of time.
        total: sum of the flows, undiscounted, in dollars.
    """

    roots: tuple[float, ...]
    status: Status
    value: float | None
    changes: int
    total: float


@dataclass(frozen=True, kw_only=True)
class Irr(RatesOfReturn):
    """The internal rates of return of flows one period apart.

    Attributes:
        yearly: `value` compounded over the periods of a year; None without it, or where the periods of a year are not told.
        discriminant: b² − 4·a·c of three flows a, b, c, whose worth is a quadratic in 1 + rate; None of others.
    """

    tool: ClassVar[str] = "irr"
    yearly: float | None = None
    discriminant: float | None = None

    def summary(self) -> str:
        """The rate or rates, why there are so many, the plain sum, and what the article claims."""
        count = len(self.inputs["cash_flows"])
        lines = [
            *spoken_rates("IRR", f"a {self._period}", self.roots, self.changes, flowing=any(self.inputs["cash_flows"])),
            *self._a_year(),
            *self._quadratic(),
            f"The {count:,} flows sum to {money(self.total)} before discounting{self._all_paid()}.",
            CLAIM,
        ]
        return "\n".join(f"- {line}" for line in lines)

    def _all_paid(self) -> str:
        """What flows that are all paid come to: a loss, and no rate of return."""
        lost = not self.roots and self.total < 0 and all(flow <= 0 for flow in self.inputs["cash_flows"])
        return f": nothing comes back, and the loss is simply {money(-self.total)}" if lost else ""

    @property
    def _period(self) -> str:
        return _PERIODS.get(self.inputs.get("periods_a_year", 0), "period")

    def _a_year(self) -> list[str]:
        """The rate over a year, where a period is shorter."""
        count = self.inputs.get("periods_a_year", 1)
        if self.yearly is None or count == 1:
            return []
        return [f"Compounded over {count} {self._period}s that is {percent(self.yearly, 2 if self.yearly < 1 else 0)} a year."]

    def _quadratic(self) -> list[str]:
        """How many roots three flows have, by their discriminant, where that is not one."""
        if self.discriminant is None or self.changes < _QUADRATIC - 1:
            return []
        a, b, c = (
            f"{'−' if flow < 0 else '+' if place else ''}{' ' if place else ''}{significant(abs(flow), 12)}"
            for place, flow in enumerate(self.inputs["cash_flows"])
        )
        real = {1: "above 0: two roots", 0: "0: one root", -1: "below 0: no real root"}[int(np.sign(self.discriminant))]
        return [
            f"With x = 1 + rate the three flows make the quadratic {a}·x² {b}·x {c} = 0; its discriminant, "
            f"{significant(self.discriminant, 12)}, is {real}."
        ]

    def working(self) -> tuple[WorkingStep, ...]:
        """The plain sum, the discriminant of three flows, the worth at each rate, nothing, and the rate over a year."""
        flows, count = self.inputs["cash_flows"], self.inputs.get("periods_a_year", 1)
        steps = rate_steps(flows, list(map(figure, range(len(flows)))), self.roots)
        if self._quadratic():
            a, b, c = flows
            steps = (steps[0], step("Discriminant", figure(b) ** 2 - 4 * figure(a) * c), *steps[1:])
        if self.yearly is None or self.value is None or count == 1:
            return steps
        return (*steps, step("Over a year", (1 + share(self.value)) ** figure(count) - 1, "%"))

    def figure(self) -> go.Figure:
        """Net present value by rate, with the rates at which it is zero."""
        flows = np.asarray(self.inputs["cash_flows"], dtype=float)
        return value_chart(flows, np.arange(len(flows), dtype=float), self.roots, "Rate a period (%)")


@checked
def irr(cash_flows: Numbers, *, periods_a_year: PeriodsAYear | None = None) -> Irr:
    """Find the internal rate of return of cash flows one period apart: all rates where there are several.

    Args:
        cash_flows: dollars, oldest first, the first one now; money paid is negative, money received positive.
        periods_a_year: how many of the periods make a year (12 for months), to compound the rate over one.

    Raises:
        ToolError: fewer than two amounts, blanks, or amounts out of range.
    """
    flows = read_flows(cash_flows)
    roots = rates(flows, np.arange(len(flows), dtype=float))
    given = {} if periods_a_year is None else {"periods_a_year": periods_a_year}
    yearly = None
    if periods_a_year is not None and len(roots) == 1:
        grown = periods_a_year * math.log1p(roots[0])
        yearly = math.expm1(grown) if grown < _BEYOND else None
    return Irr(
        inputs={"cash_flows": flows.tolist(), **given},
        yearly=yearly,
        discriminant=_discriminant(flows) if len(flows) == _QUADRATIC else None,
        **rate_fields(roots, flows),
    )


def _discriminant(flows: np.ndarray) -> float | None:
    """b² − 4·a·c of three flows; None beyond the range of a float."""
    a, b, c = flows.tolist()
    found = b * b - 4 * a * c
    return float(f"{found:.13g}") if math.isfinite(found) else None


def rate_fields(roots: tuple[float, ...], flows: np.ndarray) -> dict[str, Any]:
    """The fields of `RatesOfReturn` for flows in order of time."""
    return {
        "roots": roots,
        "status": "none" if not roots else "unique" if len(roots) == 1 else "ambiguous",
        "value": roots[0] if len(roots) == 1 else None,
        "changes": sign_changes(flows),
        "total": float(np.sum(flows)),
    }


def spoken_rates(name: str, unit: str, roots: tuple[float, ...], changes: int, *, flowing: bool) -> list[str]:
    """The rates in words, and why there is one, several or none."""
    shown = listed(percent(rate, 2) for rate in roots)
    often = {1: "once", 2: "twice"}.get(changes, f"{changes:,} times")
    if len(roots) == 1:
        lines = [f"**{name}: {shown} {unit}**; at that rate the flows are worth $0 today."]
        if changes > 1:
            lines.append(f"The sign of the flows changes {often}, so there could have been more rates; there is one.")
        else:
            lines.append("The flows change sign once, so the rate is unique.")
        return lines
    if roots:
        return [
            f"**No single {name}: {len(roots)} rates fit, {shown} {unit}.**",
            f"The sign of the flows changes {often}, which allows several; none of them is the {name} by itself. "
            "Compare net present values at a rate of your own instead.",
        ]
    if not flowing:
        return [f"**No {name}: every flow is $0**, so any rate fits."]
    if not changes:
        return [f"**No {name}: the flows have one sign**, so no rate makes them worth $0."]
    return [f"**No {name}: no rate above {percent(-1.0)} makes the flows worth $0**, although their sign changes {often}."]


def rate_steps(flows: Sequence[float], times: Sequence[Expression], roots: tuple[float, ...]) -> tuple[WorkingStep, ...]:
    """The sum of the flows, and their value today at each rate: term by term for a few flows, else in and out apart."""
    few = len(flows) <= _WRITTEN
    steps = [step("Sum of the flows", total(map(dollars, flows)) if few else dollars(sum(flows)), "$")]
    for rate in roots[:_WRITTEN]:
        if 1 + rate < _SMALL:
            steps.append(said(f"Worth at {percent(rate, 2)}", "the rate lies too near -100% to be written out"))
            continue
        if not (few and rate < _LARGE):
            worth = present_values(rate, np.asarray(flows), np.array([t.value for t in times]))
            out, back = (dollars(math.fsum(worth[side].tolist())) for side in (worth < 0, worth > 0))
            steps.append(step(f"Received and paid, worth at {percent(rate, 2)}", back - dollars(-out.number), "$"))
            continue
        terms = [
            dollars(flow) / (1 + share(rate)) ** time if time.value else dollars(flow)
            for flow, time in zip(flows, times, strict=True)
        ]
        steps.append(step(f"Worth at {percent(rate, 2)}", total(terms), "$"))
    return tuple(steps)


def value_chart(flows: np.ndarray, times: np.ndarray, roots: tuple[float, ...], title: str) -> go.Figure:
    """Net present value over the rates around the roots."""
    import plotly.graph_objects as go

    near = [rate for rate in roots if rate < 10] or [0.1]
    low, high = max(min(near) - 0.2, -0.99), max(near) + 0.3
    grid = np.linspace(min(low, -0.05), high, 241)
    value = (flows * np.exp(-np.outer(np.log1p(grid), times))).sum(axis=1)
    figure = go.Figure(go.Scatter(x=100 * grid, y=value, name="net present value", line={"color": "#1f4e79", "width": 2}))
    figure.add_hline(y=0, line={"color": "#757575", "width": 1})
    zero = [100 * rate for rate in near] if roots else []
    figure.add_scatter(x=zero, y=[0] * len(zero), mode="markers", name="rate of return", marker={"color": "#c62828", "size": 9})
    figure.update_layout(
        template="plotly_white",
        title={"text": "Net present value by rate"},
        xaxis={"title": {"text": title}},
        yaxis={"title": {"text": "Net present value ($)"}},
    )
    return figure
