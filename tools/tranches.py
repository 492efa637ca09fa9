"""Layering the hedge: the first tranche at the trigger, later ones on later cues, never more than the cap.

Source of the sizes and cues: the primary article; what it leaves open is in `methodology.METHOD` and shown as assumption.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction as Exact
from typing import TYPE_CHECKING, ClassVar

import numpy as np
import pandas as pd

from tools.cues import CueInput, read_cues
from tools.errors import ToolError
from tools.expression import dollars, function
from tools.expression import share as part
from tools.ladder_rows import ladder_rows, part_of_budget, slices
from tools.methodology import METHOD
from tools.parameters import Budget, Fraction, Step, UnitCost, checked
from tools.payoff import exact
from tools.result import Result
from tools.series import at
from tools.slice_units import SliceUnits, slices_alone
from tools.tranche_assumptions import as_typed, rests_on
from tools.wording import money, percent
from tools.working import WorkingStep, step

if TYPE_CHECKING:
    import plotly.graph_objects as go


_FIRST = "the trigger: first turn of the MACD"
_LATER = "a later higher high of the histogram, or a negative divergence of the A/D line"
_WRITTEN = 12  # tranches whose working is written out
_REST = "; last slice up to the cap, our assumption"


@dataclass(frozen=True, kw_only=True)
class TranchePlan(Result):
    """A plan of tranches, in the order in which they are added.

    Attributes:
        ladder: one row a tranche [tranche, date, reason, fraction, cumulative, cash, units, spent, left]. `fraction` and
            `cumulative` are shares of the budget; `cash` is the slice in dollars, `spent` what it buys, `left` what
            remains of the budget after it, all in dollars. `units` are whole when a unit cost is given, otherwise NaN.
            `date` is when the cue is known (NaT in a plan without events; the point for undated series).
        running: share of the budget after each tranche of the whole plan, cued or not.
        deployed: share of the budget in the ladder.
        spent: dollars spent after the last row.
        left: dollars of the budget not spent after the last row.
        next_cash: dollars of the next tranche after the ladder; 0 when it has reached the cap.
        planned: whether the ladder is the general plan rather than dated cues.
        ignored: how many events were no cue for a further tranche, or came after the cap was reached.
        planned_budget: dollars planned for the hedge: `share` of `budget`.
        range_cash: dollars of the first tranche over the stated range (25–30%); None when `first` lies outside it.
        alone: whole units that one slice buys by itself, nothing carried to it: of the first tranche (both ends of the
            stated range, or `first` outside it) and of a later one; () without a unit cost.
    """

    tool: ClassVar[str] = "tranche_plan"
    ladder: pd.DataFrame
    running: tuple[float, ...]
    deployed: float
    spent: float
    left: float
    next_cash: float
    planned: bool
    planned_budget: float
    ignored: int = 0
    range_cash: tuple[float, float] | None = None
    range_left: tuple[float, float] | None = None
    alone: tuple[SliceUnits, ...] = ()

    def summary(self) -> str:
        """First tranche, later ones, the running share, units and what is left, in plain words."""
        budget = self.planned_budget
        first, step, cap = (self.inputs[k] for k in ("first", "step", "cap"))
        share = self.inputs["share"]
        whole = f"{percent(share, 4)} of {money(self.inputs['budget'])} = {money(budget)}"
        lines = [
            *([f"Planned hedge budget: {whole}; that share is your figure, not the article's."] if share < 1 else []),
            self._first_line(budget, first),
            f"Each later {percent(step, 4)} tranche = {money(part_of_budget(budget, step))}, on {_LATER}."
            if first < cap
            else f"The first tranche fills the plan up to {percent(cap, 4)}; no later one follows.",
            self._running(budget),
        ]
        if not self.planned:
            lines.append(self._so_far())
        lines.extend(self._units())
        rest = exact(self.running[-1]) - exact(self.running[-2]) if len(self.running) > 1 else exact(step)
        if rest < exact(step):
            size = float(rest)
            last = f"{percent(size, 4)} ({money(part_of_budget(budget, size))})"
            lines.append(f"The last slice of {last} up to {percent(cap, 4)} is our assumption.")
        lines.append(
            "The primary article does not say what the percentages are of; reading them as shares of the planned hedge budget "
            f"is an assumption. The plan never exceeds {percent(cap, 4)} of it."
        )
        return "\n".join(f"- {line}" for line in lines)

    def _running(self, budget: float) -> str:
        """The share after each tranche, and what it comes to where that is not too long a row."""
        shares = " → ".join(percent(part, 4) for part in self.running)
        if len(self.running) > _WRITTEN:
            return f"Running share of the budget: {shares}."
        sums = " → ".join(money(part_of_budget(budget, part)) for part in self.running)
        rest = " → ".join(money(float(exact(budget) * (1 - exact(part)))) for part in self.running)
        return f"Running share of the budget: {shares}; in dollars {sums}; not used {rest}."

    def _first_line(self, budget: float, first: float) -> str:
        if self.range_cash is None:
            lower, upper = (f"{percent(end)} = {money(part_of_budget(budget, end))}" for end in METHOD.first.value)
            own = f"**First tranche: {percent(first, 4)} of {money(budget)} = {money(part_of_budget(budget, first))}**"
            return f"{own}; the article's first tranche is {lower} to {upper}."
        low, high = METHOD.first.value
        least, most = map(money, self.range_left or (budget, budget))
        own = f"{percent(first, 4)} = {money(part_of_budget(budget, first))}"
        return (
            f"**First tranche: {100 * low:g}-{percent(high)} of {money(budget)} = {money(self.range_cash[0])} to "
            f"{money(self.range_cash[1])}**, which leaves {least} to {most} ({100 * (1 - high):g}-{percent(1 - low)}); "
            f"this plan takes {own}."
        )

    def _so_far(self) -> str:
        if self.ladder.empty:
            return "No trigger among the events, so nothing is deployed yet."
        rows = zip(self.ladder["fraction"], self.ladder["date"], self.ladder["reason"], strict=True)
        steps = "; ".join(f"{percent(size, 4)} {at(date)} ({reason.removesuffix(_REST)})" for size, date, reason in rows)
        text = f"Deployed {percent(self.deployed, 4)} = {money(part_of_budget(self.planned_budget, self.deployed))}: {steps}."
        text += " A date is the bar on which the cue is known; the next bar is the earliest to act on it."
        if self.next_cash:
            text += f" The next tranche would be {money(self.next_cash)}."
        if self.ignored:
            text += f" Events that add nothing: {self.ignored:,}."
        return text

    def _units(self) -> list[str]:
        cost = self.inputs["unit_cost"]
        if cost is None or self.ladder.empty:
            return []
        each = [int(u) for u in self.ladder["units"]]
        added = f"{' + '.join(f'{n:,}' for n in each)} = {sum(each):,}" if len(each) > 1 else f"{each[0]:,}"
        return [
            f"In whole units at {money(cost)}: {added}, spending {money(self.spent)} and leaving {money(self.left)}; "
            "what a slice cannot spend is carried to the next.",
            f"Each slice alone: {'; '.join(map(str, self.alone))}.",
        ]

    def working(self) -> tuple[WorkingStep, ...]:
        """The planned budget, each tranche in dollars with the running share, and the whole units."""
        given = self.inputs
        budget, steps = dollars(self.planned_budget), []
        if given["share"] < 1:
            steps.append(step("Planned hedge budget", part(given["share"]) * dollars(given["budget"]), "$"))
        if self.range_cash is not None:
            steps += [step(f"First tranche at {percent(end)}", part(end) * budget, "$") for end in METHOD.first.value]
        sizes = [float(size) for size in slices(given["first"], given["step"], given["cap"])]
        for i, size in enumerate(sizes[:_WRITTEN], 1):
            steps.append(step(f"Tranche {i}", part(size) * budget, "$"))
            if i > 1:
                steps.append(step(f"Running share after tranche {i}", part(self.running[i - 2]) + part(size), "%"))
        if given["unit_cost"] is not None:
            for row in self.ladder.head(_WRITTEN).to_dict("records"):
                whole = function("⌊⌋", part(row["cumulative"]) * budget / dollars(given["unit_cost"]))
                steps.append(step(f"Units held after tranche {row['tranche']}", whole, "units", "rounded down"))
            steps.append(step("Spent", int(self.ladder["units"].sum()) * dollars(given["unit_cost"]), "$"))
            steps.append(step("Left", budget - dollars(self.spent), "$"))
        return tuple(steps)

    def figure(self) -> go.Figure:
        """Bars of the running share, each tranche on top of those before it."""
        from tools.tranche_chart import tranche_chart

        return tranche_chart(self)


@checked
def tranche_plan(
    budget: Budget,
    *,
    first: Fraction = METHOD.first.value[0],
    step: Step = METHOD.step.value,
    cap: Fraction = METHOD.cap.value,
    events: CueInput | None = None,
    unit_cost: UnitCost | None = None,
    share: Fraction = 1.0,
) -> TranchePlan:
    """Split a hedge budget into the method's tranches: 25–30% at the trigger, then 20% on each later cue.

    Args:
        budget: the planned hedge budget in dollars, or the account of which `share` is planned for the hedge.
        first: share of the first tranche; the article says 0.25 to 0.30.
        step: share of each later tranche.
        cap: share of the budget at which the plan ends; the last slice is cut to it.
        events: when the cues came: a `macd_trigger` result (its latest trigger, then the later higher highs of its
            histogram), a table with `date` and `kind` columns, or the dates themselves, first tranche first.
            Without events the general plan is given.
        unit_cost: dollars for one unit (one butterfly, say); units are then whole and never overspend.
        share: the part of `budget` that is planned for the hedge; all of it unless said.

    Raises:
        ToolError: an amount or share out of its range, `first` above `cap`, or events that hold no dates.
    """
    if first > cap:
        raise ToolError("first", first, f"at most the cap ({cap:g})", "Lower the first tranche or raise the cap.")
    planned_budget = part_of_budget(budget, share)
    sizes = slices(first, step, cap)
    cues = None if events is None else read_cues(events)
    taken = len(sizes) if cues is None else min(len(cues.found), len(sizes))
    reasons = [_FIRST, *[_LATER] * (taken - 1)] if cues is None else [c.reason for c in cues.found[:taken]]
    if taken == len(sizes) > 1 and sizes[-1] < exact(step):
        reasons[-1] += _REST
    dates = np.full(taken, "NaT", "datetime64[ns]") if cues is None else pd.Series([c.date for c in cues.found[:taken]])
    ladder = ladder_rows(planned_budget, sizes[:taken], unit_cost, dates, reasons)
    low, high = METHOD.first.value
    ends = (part_of_budget(planned_budget, low), part_of_budget(planned_budget, high))
    outside = (part_of_budget(planned_budget, 1 - high), part_of_budget(planned_budget, 1 - low))
    shares_first = sorted({low, first, high}) if low <= first <= high else [first]
    done = float(sum(sizes[:taken], Exact(0)))
    spent = float(ladder["spent"].sum())
    return TranchePlan(
        inputs={
            "budget": budget,
            "first": first,
            "step": step,
            "cap": cap,
            "events": as_typed(events),
            "unit_cost": unit_cost,
            "share": share,
        },
        assumptions=rests_on(first, step, cap, unit_cost, events),
        ladder=ladder,
        running=tuple(float(sum(sizes[: i + 1], Exact(0))) for i in range(len(sizes))),
        deployed=done,
        spent=spent,
        left=float(ladder["left"].iloc[-1]) if taken else planned_budget,
        next_cash=float(exact(planned_budget) * sizes[taken]) if taken < len(sizes) else 0.0,
        planned=cues is None,
        planned_budget=planned_budget,
        ignored=0 if cues is None else cues.ignored + len(cues.found) - taken,
        range_cash=ends if low <= first <= high else None,
        range_left=outside if low <= first <= high else None,
        alone=() if unit_cost is None else slices_alone(planned_budget, unit_cost, (*shares_first, step)),
    )
